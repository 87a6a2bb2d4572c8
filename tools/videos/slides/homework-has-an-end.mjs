import { C, GROUND, at, circle, fade, line, mix, path, ramp, rect, sway } from '../draw/base.mjs';
import { bed, dim, lamp, pendant, room, window } from '../draw/room.mjs';
import { clock } from '../draw/time.mjs';
import {
    bag,
    bowl,
    bubble,
    closedBook,
    cup,
    notebook,
    openBook,
    pencil,
    plant,
} from '../draw/things.mjs';
import { house, school } from '../draw/home.mjs';

const blocks = (x) =>
    rect(x, GROUND - 46, 46, 46, C.seal, 5) +
    rect(x + 50, GROUND - 46, 46, 46, C.lamp, 5) +
    rect(x + 24, GROUND - 92, 46, 46, C.indigo, 5) +
    path(`M${x + 22} ${GROUND - 94}l25 -34l25 34Z`, C.celadon);

const oneLine = (t, d) =>
    room('dusk') +
    window(70, 50, 250, 232, { hour: 'dusk', sun: mix(0.45, 0.3, t / d) }) +
    clock(800, 130, 78, { minutes: 18 * 60 + 30 + t * 0.4 }) +
    notebook(480, { written: 0.2 + 0.8 * ramp(t, 0.5, 4), scale: 1.15 }) +
    blocks(690) +
    cup(300, { scale: 0.85 }) +
    bowl(150, { steam: false, scale: 0.8 }) +
    closedBook(860, { w: 130, colour: C.plum }) +
    closedBook(866, { w: 110, y: GROUND - 26, colour: C.celadon }) +
    pencil(640, GROUND - 6, { turn: 78 });

const clearTable = (t, d) => {
    const k = ramp(t, 3, d);
    const away = ramp(t, 0.2, 3);
    return (
        room('dusk') +
        fade(1 - away, at(mix(0, 120, away), 0, blocks(760))) +
        lamp(210, { height: 270, on: mix(0.5, 1, away) }) +
        notebook(500, { written: 1 + k * 2, scale: 1.5 }) +
        at(mix(452, 512, k), mix(316, 372, k), pencil(0, 0, { turn: 28, scale: 1.05 }))
    );
};

const fifteen = (t, d) =>
    room('dusk') +
    circle(480, 205, 260, 'url(#glow-soft)') +
    clock(480, 205, 158, {
        minutes: 18 * 60 + 30 + ramp(t, 1.6, d) * 9,
        slice: [30, 30 + 15 * ramp(t, 0.3, 1.8)],
    }) +
    notebook(190, { scale: 0.75, written: 3 }) +
    cup(770) +
    pencil(320, GROUND - 4, { turn: 76, scale: 0.9 });

const lookFar = (t, d) =>
    room('dusk') +
    window(250, 36, 460, 330, { hour: 'dusk', sun: mix(0.55, 0.42, t / d) }) +
    bird(mix(360, 560, t / d), mix(150, 112, t / d), t) +
    bird(mix(320, 500, t / d), mix(176, 146, t / d), t + 0.8) +
    plant(140, { t, scale: 1.1 }) +
    cup(800, { scale: 1.15 });

function bird(x, y, t) {
    const w = 6 + sway(t, 1.6) * 4;
    return line(
        `M${x - 15} ${y - w}Q${x - 6} ${y - w - 2} ${x} ${y}Q${x + 6} ${y - w - 2} ${x + 15} ${y - w}`,
        C.celadonDark,
        3.5,
    );
}

const beside = (t) =>
    room('dusk') +
    pendant(480, 96, 0.9 + 0.06 * sway(t, 6)) +
    openBook(250, { scale: 1.3, cover: C.plum }) +
    notebook(690, { written: 1.4 + t * 0.25, scale: 1.25 }) +
    pencil(760, 372, { turn: 30 }) +
    cup(430, { scale: 0.9 });

const tellMe = (t) => {
    const shapes =
        path(
            'M-96 34L-46 -42L4 34Z',
            'none',
            `stroke="${C.seal}" stroke-width="7" stroke-linejoin="round"`,
        ) +
        fade(
            ramp(t, 1.4, 2.6),
            circle(74, 4, 34, 'none', `stroke="${C.celadon}" stroke-width="7"`),
        ) +
        fade(ramp(t, 2.6, 3.8), line('M-96 52H4', C.lamp, 7));
    return (
        room('dusk') +
        bubble(600, 150, 320, 170, { content: shapes, opacity: ramp(t, 0.3, 1.4) }) +
        notebook(380, { written: 2, shapes: true, scale: 1.35 }) +
        lamp(140, { height: 240, on: 0.9 }) +
        pencil(640, GROUND - 4, { turn: 74 })
    );
};

const teachersPart = (t) => {
    const k = ramp(t, 1, 5);
    const tick = line('M-16 0L-4 13L20 -16', C.seal, 7);
    return (
        room('day') +
        school(250, { scale: 1.15 }) +
        fade(k, at(420, 130, circle(0, 0, 44, C.cream) + tick)) +
        circle(710, 330, 210, 'url(#glow-soft)') +
        house(710, { w: 300, lit: ramp(t, 3, 7) }) +
        fade(ramp(t, 5, 8), openBook(890, { scale: 0.5, cover: C.plum }))
    );
};

const sleepFirst = (t, d) =>
    room('night') +
    window(70, 54, 270, 250, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    clock(540, 150, 84, { minutes: 21 * 60 + mix(14, 20, ramp(t, 0.4, d - 1)), rim: '#12312C' }) +
    bed(400, 480, { night: true, sleeper: true, blanket: '#5A4A72' }) +
    rect(210, GROUND - 88, 130, 88, '#7C5B3F', 6) +
    closedBook(275, { y: GROUND - 88, w: 100, colour: C.celadonMid }) +
    rect(300, GROUND - 108, 7, 30, C.lamp);

const theEnd = (t) => {
    const k = ramp(t, 0.4, 2.6);
    return (
        room('dusk') +
        window(590, 52, 290, 270, { hour: 'night', moon: 0.7 }) +
        dim(0.2 * ramp(t, 2, 5)) +
        at(
            300,
            mix(150, 330, k),
            rect(-62, -46, 124, 92, C.celadonDark, 6) + rect(-50, -38, 106, 76, C.cream, 3),
            { turn: -5, opacity: 1 - ramp(t, 2.4, 2.9) },
        ) +
        bag(300, { scale: 1.55, colour: '#2F7F6E' }) +
        lamp(500, { height: 200, on: mix(0.9, 0.35, ramp(t, 2, 5)) })
    );
};

export default {
    poster: 13,
    scenes: [
        { cue: 0, draw: oneLine },
        { cue: 2, draw: clearTable },
        { cue: 5, draw: fifteen },
        { cue: 6, draw: lookFar },
        { cue: 7, draw: beside },
        { cue: 8, draw: tellMe },
        { cue: 10, draw: teachersPart },
        { cue: 12, draw: sleepFirst },
        { cue: 14, draw: theEnd },
    ],
};
