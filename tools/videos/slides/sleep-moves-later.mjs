import { C, GROUND, at, circle, fade, line, mix, path, ramp, rect, sway } from '../draw/base.mjs';
import { bed, crescent, curtains, dim, lamp, room, window } from '../draw/room.mjs';
import { clock, note } from '../draw/time.mjs';
import {
    bag,
    bubble,
    closedBook,
    cup,
    notebook,
    openBook,
    pencil,
    phone,
    plant,
} from '../draw/things.mjs';
import { house, school, tree } from '../draw/home.mjs';
import { clinic } from '../draw/teen.mjs';

const NIGHT_RIM = '#12312C';

const eleven = (t, d) =>
    room('dusk') +
    dim(0.22) +
    window(70, 56, 220, 210, { hour: 'night', moon: t / d }) +
    clock(420, 150, 84, { minutes: 23 * 60 + (t / d) * 2 }) +
    lamp(800, { height: 250, on: 0.9 }) +
    notebook(560, { written: 2 + t * 0.15, scale: 1.1 }) +
    pencil(700, GROUND - 4, { turn: 74 });

const clockShifts = (t, d) => {
    const k = ramp(t, 1, d - 1);
    const band = (from, to, colour, y) =>
        rect(from, y, to - from, 76, colour, 38) +
        crescent(from + 44, y + 38, 20) +
        circle(to - 44, y + 38, 20, C.lamp);
    return (
        room('night') +
        line('M120 330H840', '#5D8578', 4) +
        [0, 1, 2, 3, 4, 5, 6].map((i) => line(`M${120 + i * 120} 318V342`, '#5D8578', 4)).join('') +
        fade(0.4, band(190, 600, '#3A5C8C', 96)) +
        band(mix(190, 340, k), mix(600, 750, k), '#3A5C8C', 206)
    );
};

const bellStays = (t, d) => {
    const lost = ramp(t, 0.6, d);
    return (
        room('dawn') +
        school(250, { scale: 1.2 }) +
        clock(640, 190, 108, { minutes: 7 * 60 + 20 }) +
        [0, 1, 2, 3]
            .map((i) =>
                fade(
                    1 - Math.min(1, Math.max(0, lost * 4 - i)),
                    circle(560 + i * 68, 364, 26, '#35527A') + crescent(560 + i * 68, 364, 13),
                ),
            )
            .join('')
    );
};

const tenMoons = (t, d) => {
    const lit = ramp(t, 0.5, d * 0.45) * 8 + ramp(t, d * 0.55, d * 0.85) * 2;
    const one = (i) => {
        const x = 168 + (i % 5) * 156;
        const y = 130 + Math.floor(i / 5) * 150;
        const k = Math.min(1, Math.max(0, lit - i));
        return (
            circle(x, y, 50, '#2D524B') +
            fade(k, circle(x, y, 50, i < 8 ? '#35527A' : '#2F6F63') + crescent(x, y, 24))
        );
    };
    return room('night') + [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(one).join('');
};

const lawToo = (t, d) =>
    room('night') +
    window(80, 54, 270, 250, { hour: 'night', moon: t / d, frame: NIGHT_RIM }) +
    house(830, { w: 170, lit: 1 - ramp(t, 1, d - 1), wall: '#2A6456', roof: NIGHT_RIM }) +
    bed(390, 300, { night: true, sleeper: true, blanket: '#3A5C8C' });

const countBack = (t, d) => {
    const m = mix(6 * 60 + 30, -90, ramp(t, 0.8, d - 0.8));
    return (
        room('night') +
        clock(270, 190, 132, { minutes: m + 720, rim: NIGHT_RIM }) +
        bed(480, 430, { night: true, blanket: '#2F6F63', sleeper: t > d - 0.9 }) +
        crescent(640, 120, 34)
    );
};

const whatCanMove = (t, d) => {
    const k = ramp(t, 1, d - 1.6);
    return (
        room('dusk') +
        rect(0, 0, 470, GROUND - 2, '#FFF6DC', 0, 'opacity="0.55"') +
        window(100, 46, 260, 230, { hour: 'day', sun: 0.6 }) +
        window(640, 46, 240, 230, { hour: 'night', moon: 0.6 }) +
        notebook(560, { scale: 0.7, written: 3 }) +
        at(mix(700, 250, k), mix(0, 0, k), openBook(0, { scale: 0.72, cover: C.seal })) +
        fade(1 - 0.75 * ramp(t, d * 0.6, d), phone(850, GROUND - 66, { scale: 0.85 }))
    );
};

const lastHalfHour = (t) =>
    room('dusk') +
    dim(0.12) +
    lamp(140, { height: 240, on: 0.7 }) +
    bag(340, { scale: 1.2 }) +
    rect(560, 120, 12, GROUND - 120, C.woodDark, 5) +
    rect(500, 132, 132, 14, C.woodDark, 6) +
    path('M508 140H624V300C600 292 580 308 560 300C540 292 524 306 508 298Z', C.celadon200) +
    note(730, 240 + sway(t, 5) * 8, { scale: 1.2, opacity: ramp(t, 0.8, 2) }) +
    note(830, 190 + sway(t, 5, 0.3) * 8, { colour: C.plum, opacity: ramp(t, 2, 3.4) });

const lampDown = (t, d) =>
    room('dusk') +
    dim(0.38 * ramp(t, 0.3, d)) +
    lamp(300, { height: 250, on: mix(1, 0.3, ramp(t, 0.4, d - 1)) }) +
    cup(mix(560, 760, ramp(t, 0.8, d - 1)), { colour: '#8A5A33', scale: 1.2 }) +
    closedBook(480, { w: 150, colour: C.celadonMid });

const foldCorner = (t, d) => {
    const k = ramp(t, 0.6, 2.2);
    return (
        room('dusk') +
        dim(0.15) +
        rect(150, 130, 230, 280, C.cream, 6) +
        [0, 1, 2, 3, 4]
            .map((i) =>
                line(`M180 ${200 + i * 42}H${i < 3 ? 350 : 250}`, i < 3 ? C.indigo : '#E2DFCC', 6),
            )
            .join('') +
        path(`M${380 - 70 * k} 130L380 ${130 + 70 * k}V130Z`, '#D7CFB4') +
        path(`M${380 - 70 * k} 130L380 ${130 + 70 * k}L${380 - 70 * k} ${130 + 70 * k}Z`, C.lamp) +
        bed(480, 420, { blanket: C.indigo, sleeper: t > d * 0.6 })
    );
};

const morning = (t, d) => {
    const open = ramp(t, 0.4, 3.6);
    return (
        room('dawn') +
        fade(open, path('M180 60H470L620 428H300Z', 'url(#beam)')) +
        window(160, 46, 330, 300, { hour: 'dawn', sun: mix(0.3, 0.65, t / d), sill: false }) +
        curtains(140, 40, 370, 330, open) +
        clock(720, 190, 100, { minutes: 6 * 60 + 30 + t })
    );
};

const weekend = (t, d) =>
    room('dawn') +
    window(70, 50, 270, 250, { hour: 'day', sun: mix(0.5, 0.75, t / d) }) +
    clock(490, 150, 84, {
        minutes: 6 * 60 + 30 + 65 * ramp(t, 0.5, d - 1),
        slice: [30, 30 + 59 * ramp(t, 0.5, d - 1)],
    }) +
    bed(390, 480, { sleeper: true, blanket: '#D9A066' });

const homeDark = (t, d) =>
    room('night') +
    house(330, { w: 300, lit: 1 - ramp(t, 0.8, 2.4), wall: '#2A6456', roof: NIGHT_RIM }) +
    tree(640, { scale: 1.1, t }) +
    house(830, { w: 150, lit: 1 - ramp(t, 1.8, d - 0.4), wall: '#23554A', roof: NIGHT_RIM }) +
    crescent(560, 90, 34);

const askDoctor = (t) =>
    room('day') +
    clinic(620, { scale: 1.3, lit: ramp(t, 0.5, 2.5) }) +
    bubble(260, 170, 230, 130, {
        content: crescent(-38, 0, 26) + circle(46, 0, 22, C.lamp),
        opacity: ramp(t, 0.4, 1.4),
        colour: '#35527A',
    }) +
    plant(140, { t });

const forTomorrow = (t, d) =>
    room('night') +
    window(70, 54, 280, 260, { hour: 'night', moon: mix(0.3, 1, t / d), frame: NIGHT_RIM }) +
    bed(400, 480, { night: true, sleeper: true, blanket: '#3A5C8C' });

export default {
    poster: 52,
    scenes: [
        { cue: 0, draw: eleven },
        { cue: 1, draw: clockShifts },
        { cue: 2, draw: bellStays },
        { cue: 3, draw: tenMoons },
        { cue: 4, draw: lawToo },
        { cue: 5, draw: countBack },
        { cue: 6, draw: whatCanMove },
        { cue: 7, draw: lastHalfHour },
        { cue: 8, draw: lampDown },
        { cue: 9, draw: foldCorner },
        { cue: 10, draw: morning },
        { cue: 11, draw: weekend },
        { cue: 12, draw: homeDark },
        { cue: 13, draw: askDoctor },
        { cue: 14, draw: forTomorrow },
    ],
};
