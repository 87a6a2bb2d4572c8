import { C, GROUND, at, circle, fade, line, mix, path, ramp, rect, scoop } from '../draw/base.mjs';
import { bed, curtains, dim, door, lamp, room, window } from '../draw/room.mjs';
import { clock } from '../draw/time.mjs';
import { bag, bowl, closedBook, clothes, cup, pencil, plant, shoe } from '../draw/things.mjs';
import { pictureList } from '../draw/home.mjs';

const tenMinutes = (t, d) =>
    room('dusk') +
    window(560, 58, 300, 280, { hour: 'night', moon: t / d }) +
    clock(250, 190, 120, { minutes: 20 * 60 + t * 0.3, slice: [0, 10 * ramp(t, 1, 4)] }) +
    lamp(480, { height: 170, on: 0.7 }) +
    bag(116, { scale: 0.85 }) +
    cup(360, { scale: 0.8 });

const packed = (t) => {
    const drop = ramp(t, 0.8, 3.4);
    const book = at(
        300,
        mix(150, 330, drop),
        rect(-50, -40, 100, 80, C.indigo, 6) +
            rect(-40, -34, 84, 68, C.cream, 3) +
            rect(-50, -40, 14, 80, C.indigo, 5),
        { turn: -6, opacity: 1 - ramp(t, 3, 3.5) },
    );
    return (
        room('dusk') +
        door(600, { height: 340, width: 190 }) +
        book +
        bag(300, { scale: 1.5 }) +
        shoe(460) +
        shoe(860, { flip: true })
    );
};

const bedside = (t) =>
    room('dusk') +
    window(70, 60, 210, 196, { hour: 'dusk', sun: 0.2 }) +
    bed(360, 500, { blanket: C.celadonMid }) +
    rect(120, GROUND - 96, 170, 96, '#A8713F', 6) +
    rect(136, GROUND - 78, 138, 30, '#8A5A33', 4) +
    circle(205, GROUND - 63, 5, C.lamp) +
    at(205, mix(-14, 0, ramp(t, 0.4, 2)), clothes(0, GROUND - 96), { opacity: ramp(t, 0.2, 1.2) });

const tenHours = (t, d) =>
    room('night') +
    window(70, 54, 280, 260, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    clock(520, 160, 92, {
        minutes: mix(21 * 60 + 12, 21 * 60 + 20, ramp(t, 0.5, d - 2)),
        rim: '#12312C',
    }) +
    bed(380, 500, { night: true, sleeper: true, blanket: '#2F6F63' });

const quiet = (t, d) => {
    const on = mix(1, 0.28, ramp(t, 0.8, d));
    return (
        room('dusk') +
        window(610, 66, 260, 240, { hour: 'night', moon: 0.8 }) +
        dim(0.42 * ramp(t, 0.5, d)) +
        lamp(300, { height: 230, on }) +
        closedBook(470, { w: 170 }) +
        closedBook(478, { w: 146, y: GROUND - 26, colour: C.seal }) +
        at(
            700,
            GROUND - 12,
            rect(-90, -24, 180, 36, '#8A5A33', 8) +
                rect(-80, -18, 160, 8, '#5D3C22', 4) +
                rect(-56, -30, 112, 14, C.ink, 7),
        )
    );
};

const light = (t, d) => {
    const open = ramp(t, 0.6, 5);
    return (
        room('dawn') +
        fade(open, path('M150 60H430L930 428H330Z', 'url(#beam)')) +
        window(120, 50, 330, 300, { hour: 'dawn', sun: mix(0.25, 0.6, t / d), sill: false }) +
        curtains(100, 44, 370, 330, open) +
        bed(500, 400, { blanket: '#D9A066' }) +
        plant(60, { t, scale: 0.8 })
    );
};

const listByDoor = (t, d) => {
    const k = ramp(t, 2.5, 4) + ramp(t, 6, 7.5) + ramp(t, 9.5, 11) * 0.999;
    return (
        room('day') +
        door(640, { height: 344, width: 190 }) +
        pictureList(420, 70, Math.min(3, k)) +
        bag(180, { scale: 1.15 }) +
        bowl(550, { t, scale: 0.62 }) +
        fade(1 - ramp(t, d * 0.55, d * 0.8), pencil(306, 396, { turn: 24 }))
    );
};

const seeYou = (t, d) => {
    const sky =
        `<clipPath id="way"><path d="${scoop(250, 60, 460, 368, 44)}"/></clipPath><g clip-path="url(#way)">${rect(250, 60, 460, 368, 'url(#sky-dawn)')}` +
        circle(560, mix(230, 180, t / d), 62, C.lamp) +
        path('M250 330C330 270 420 300 500 320S640 280 710 300V428H250Z', C.hillFar) +
        path('M250 370C340 340 430 360 520 372S660 350 710 360V428H250Z', C.hill) +
        path(
            'M400 428C420 396 520 396 506 372C498 358 470 356 492 336C496 332 504 331 508 334C498 352 540 356 552 376C564 398 520 404 530 428Z',
            '#F9ECCB',
        ) +
        '</g>';
    return (
        room('dawn') +
        sky +
        line(scoop(250, 60, 460, 368, 44), C.celadon, 14) +
        bag(160, { scale: 1.1 }) +
        plant(812, { t }) +
        shoe(330)
    );
};

const tonightAgain = (t, d) =>
    room('dusk') +
    window(90, 60, 300, 280, { hour: 'dusk', sun: mix(0.4, 0.1, t / d) }) +
    lamp(500, { height: 200, on: ramp(t, 0.8, 3) }) +
    bag(690, { scale: 1.25 }) +
    at(856, 0, clothes(0, GROUND));

export default {
    poster: 28,
    scenes: [
        { cue: 0, draw: tenMinutes },
        { cue: 1, draw: packed },
        { cue: 2, draw: bedside },
        { cue: 3, draw: tenHours },
        { cue: 5, draw: quiet },
        { cue: 7, draw: light },
        { cue: 10, draw: listByDoor },
        { cue: 13, draw: seeYou },
        { cue: 14, draw: tonightAgain },
    ],
};
