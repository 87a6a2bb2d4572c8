import {
    C,
    GROUND,
    H,
    W,
    at,
    circle,
    f,
    fade,
    line,
    mix,
    path,
    ramp,
    rect,
    sway,
} from '../draw/base.mjs';
import { bed, dim, door, lamp, pendant, room, table, window } from '../draw/room.mjs';
import { clock } from '../draw/time.mjs';
import { bowl, bubble, chopsticks, cup, pencil, phone, plant, shoe } from '../draw/things.mjs';
import { lineEnd, phoneBed, sheet } from '../draw/home.mjs';

// A dark passage; the light lies in a thin line under the door.
const lineOfLight = (t, d) => {
    const breath = 0.85 + 0.1 * sway(t, 5);
    return (
        room('night') +
        dim(0.25) +
        door(390, { height: 340, width: 190, night: true }) +
        fade(
            breath,
            rect(392, GROUND - 7, 186, 7, '#FFF2CC') +
                path(`M392 ${GROUND}H578L650 ${GROUND + 62}H320Z`, 'url(#beam)'),
        ) +
        clock(180, 150, 78, {
            minutes: 22 * 60 + 30 + (t / d) * 2,
            rim: '#12312C',
            opacity: 0.75,
        }) +
        shoe(690, { colour: '#7C3B33' }) +
        shoe(780, { colour: '#7C3B33' })
    );
};

const whatItHolds = (t) => {
    const heart = path(
        'M0 18C-34 -6 -22 -30 -6 -26C-2 -25 0 -22 0 -18C0 -22 2 -25 6 -26C22 -30 34 -6 0 18Z',
        C.seal,
    );
    const say = (x, y, w, from, content, flip) =>
        bubble(x, y + sway(t, 6, from * 0.1) * 4, w, w * 0.6, {
            content,
            opacity: ramp(t, from, from + 1),
            flip,
            colour: '#EAF1EC',
        });
    const dots = [-26, 0, 26].map((dx) => circle(dx, 0, 7, C.celadon)).join('');
    return (
        room('night') +
        dim(0.15) +
        phone(480, 300, { face: true, glow: 0.9, scale: 1.45 }) +
        say(690, 170, 150, 0.6, dots) +
        say(262, 216, 116, 1.8, heart, true) +
        say(640, 316, 96, 3, line('M-20 0H20', C.indigo, 7)) +
        at(
            300,
            96,
            path('M0 -22L6 -7L22 -6L10 4L14 20L0 11L-14 20L-10 4L-22 -6L-6 -7Z', '#FFE6A8'),
            { opacity: ramp(t, 2.6, 4) },
        )
    );
};

const sleepFirst = (t, d) =>
    room('night') +
    window(70, 54, 280, 260, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    clock(540, 158, 94, {
        minutes: mix(21 * 60 + 48, 22 * 60, ramp(t, 0.6, d - 1)),
        rim: '#12312C',
    }) +
    bed(390, 500, { night: true, blanket: '#3A5C8C' }) +
    fade(
        ramp(t, d * 0.35, d * 0.55),
        bed(390, 500, { night: true, sleeper: true, blanket: '#3A5C8C' }),
    );

const lastHour = (t, d) => {
    const k = ramp(t, 2.2, d - 1);
    const x = mix(330, 800, k);
    return (
        room('dusk') +
        rect(566, 0, 394, GROUND - 2, '#FFF6DC', 0, 'opacity="0.4"') +
        clock(290, 156, 104, {
            minutes: 21 * 60 + ramp(t, 0.5, d) * 50,
            slice: [0, 60 * ramp(t, 0.4, 2.4)],
        }) +
        bed(40, 330, { blanket: '#3A5C8C' }) +
        rect(560, 0, 14, 270, C.celadonDark) +
        rect(548, 262, 38, 14, C.celadonDark, 5) +
        window(690, 60, 200, 186, { hour: 'night', moon: 0.6 }) +
        at(
            x,
            mix(330, GROUND - 14, k),
            rect(-62, -9, 124, 18, C.ink, 9) + rect(-50, -11, 44, 5, '#3C5350', 2),
        ) +
        rect(700, GROUND - 6, 200, 6, C.woodDark, 3) +
        plant(880, { t, scale: 0.8 })
    );
};

const allSleepHere = (t, d) => {
    const n = ramp(t, 0.6, 2.6) + ramp(t, 3, 5) + ramp(t, d - 5.2, d - 3);
    return (
        room('dusk') +
        window(664, 46, 214, 200, { hour: 'night', moon: 0.8 }) +
        lamp(160, { height: 250, on: 0.95 }) +
        phoneBed(470, n) +
        line(
            `M650 ${GROUND - 40}C720 ${GROUND - 60} 720 ${GROUND - 4} 800 ${GROUND - 8}`,
            C.celadonDark,
            6,
        ) +
        rect(796, GROUND - 24, 40, 24, C.celadonDark, 6)
    );
};

const writeItDown = (t, d) => {
    const written = Math.min(3.999, ramp(t, 0.4, d * 0.9) * 4);
    const [x, y] = lineEnd(480, 172, 250, 236, written);
    return (
        room('dusk') +
        pendant(480, 74, 0.85) +
        sheet(480, 172, 250, 236, written) +
        pencil(x, y, { turn: 26, scale: 0.95 }) +
        cup(240) +
        cup(730, { colour: '#E9C9A0' }) +
        cup(830, { colour: C.indigo100, scale: 0.9 })
    );
};

const doorAjar = (t, d) => {
    const open = ramp(t, 0.8, d * 0.8) * 0.7;
    return (
        room('night') +
        dim(0.12) +
        door(360, { open, height: 344, width: 200, night: true, light: '#FFE7B0' }) +
        fade(
            open,
            path(`M360 ${GROUND}H560L660 ${GROUND + 90}H250Z`, 'url(#beam)') +
                circle(470, 260, 230, 'url(#glow-soft)'),
        ) +
        bubble(740, 190, 190, 108, {
            colour: C.lamp100,
            opacity: ramp(t, d * 0.4, d * 0.65),
            content: path(
                'M0 24C-46 -8 -30 -40 -8 -34C-3 -33 0 -29 0 -24C0 -29 3 -33 8 -34C30 -40 46 -8 0 24Z',
                C.seal,
            ),
        })
    );
};

const atTable = (t) =>
    room('dusk') +
    pendant(480, 84, 1) +
    bowl(230, { t }) +
    bowl(480, { t: t + 1.2, scale: 1.3, rim: C.celadon }) +
    bowl(730, { t: t + 2.3, rim: C.seal }) +
    chopsticks(312, GROUND - 6) +
    chopsticks(584, GROUND - 6) +
    chopsticks(812, GROUND - 6);

const goodNight = (t, d) => {
    const off = 1 - ramp(t, 0.6, 2.4);
    return (
        rect(0, 0, W, H, 'url(#wall-night)') +
        table(true) +
        window(90, 46, 330, 306, { hour: 'night', moon: mix(0.4, 1, t / d), frame: '#12312C' }) +
        door(640, { open: 0.45, height: 330, width: 180, night: true, light: '#39544C' }) +
        lamp(520, { height: 190, on: off, shade: '#2A6456' }) +
        at(
            0,
            0,
            [0, 1, 2]
                .map((i) =>
                    circle(
                        230 + i * 26,
                        392,
                        3.4,
                        C.lamp,
                        `opacity="${f(0.5 + 0.3 * sway(t, 5, i * 0.2))}"`,
                    ),
                )
                .join(''),
        ) +
        rect(190, 400, 130, 28, '#57402D', 8)
    );
};

export default {
    poster: 46,
    scenes: [
        { cue: 0, draw: lineOfLight },
        { cue: 2, draw: whatItHolds },
        { cue: 3, draw: sleepFirst },
        { cue: 5, draw: lastHour },
        { cue: 6, draw: allSleepHere },
        { cue: 8, draw: writeItDown },
        { cue: 11, draw: doorAjar },
        { cue: 12, draw: atTable },
        { cue: 13, draw: goodNight },
    ],
};
