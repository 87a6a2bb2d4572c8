import { C, GROUND, at, circle, fade, mix, path, ramp, rect } from '../draw/base.mjs';
import { armchair, door, lamp, pendant, room, window } from '../draw/room.mjs';
import { clock } from '../draw/time.mjs';
import {
    bag,
    bowl,
    bubble,
    chopsticks,
    closedBook,
    cup,
    notebook,
    openBook,
    pencil,
    plant,
    shoe,
} from '../draw/things.mjs';
import { school, sheet, tree } from '../draw/home.mjs';
import { clinic, way, weekPlan } from '../draw/teen.mjs';

const COLOURS = [C.seal, C.indigo, C.celadonMid, C.plum, C.lamp, C.celadonDark];

const heavyBag = (t) => {
    const book = (i) => {
        const k = ramp(t, 0.4 + i * 0.7, 1.5 + i * 0.7);
        return fade(
            k,
            closedBook(640 + (i % 2) * 10, {
                y: mix(GROUND - 90 - i * 26, GROUND - i * 26, k),
                w: 170 - (i % 3) * 12,
                colour: COLOURS[i],
            }),
        );
    };
    return (
        room('dusk') +
        window(70, 56, 230, 220, { hour: 'dusk', sun: 0.35 }) +
        bag(420, { scale: 1.7 }) +
        [0, 1, 2, 3].map(book).join('') +
        plant(860, { t })
    );
};

const aTeacherEach = (t, d) => {
    const one = (i) =>
        fade(
            ramp(t, 0.3 + i * 0.7, 1.2 + i * 0.7),
            notebook(144 + i * 168, { scale: 0.58, written: 1 + (i % 3) }) +
                circle(144 + i * 168, GROUND - 116, 27, COLOURS[i]) +
                circle(144 + i * 168, GROUND - 116, 12, C.cream),
        );
    return (
        room('day') +
        window(330, 36, 300, 220, { hour: 'day', sun: mix(0.4, 0.5, t / d) }) +
        [0, 1, 2, 3, 4].map(one).join('')
    );
};

const plan = (filled, sleep, pen) =>
    room('day') +
    weekPlan(230, 56, 500, 330, { filled, sleep }) +
    at(pen[0], pen[1], pencil(0, 0, { turn: 26, scale: 1.05 })) +
    cup(120) +
    plant(850, { scale: 1.05 });

const emptyWeek = (t, d) => plan(0, 0, [mix(280, 690, ramp(t, 1, d - 1)), 176]);

const sleepFirst = (t, d) => {
    const night = ramp(t, 0.2, d * 0.5);
    const rest = ramp(t, d * 0.5, d) * 8;
    const pen =
        rest > 0 ? [mix(700, 660, rest / 8), mix(352, 150, rest / 8)] : [mix(240, 700, night), 352];
    return plan(rest, night, pen);
};

const inTime = (t, d) =>
    room('dusk') +
    lamp(150, { height: 250, on: 0.95 }) +
    notebook(420, { written: 1 + t * 0.3, scale: 1.25 }) +
    pencil(560, GROUND - 4, { turn: 76 }) +
    bubble(690, 160, 240, 190, {
        content: clock(0, 0, 70, {
            minutes: 18 * 60 + 30 + t,
            slice: [30, 30 + 25 * ramp(t, 0.6, d * 0.7)],
        }),
        opacity: ramp(t, 0.2, 1.2),
    });

const ninety = (t, d) =>
    room('dusk') +
    circle(400, 210, 240, 'url(#glow-soft)') +
    clock(330, 210, 136, {
        minutes: 18 * 60 + 60 * ramp(t, 0.5, d * 0.5),
        slice: [0, 60 * ramp(t, 0.5, d * 0.5)],
    }) +
    clock(660, 210, 136, {
        minutes: 19 * 60 + 30 * ramp(t, d * 0.5, d - 1),
        slice: [0, 30 * ramp(t, d * 0.5, d - 1)],
    }) +
    notebook(180, { scale: 0.6, written: 5 }) +
    pencil(820, GROUND - 4, { turn: 76, scale: 0.9 });

const showTeacher = (t, d) => {
    const lines = Math.min(3.99, ramp(t, 0.3, d * 0.6) * 4);
    return (
        room('dusk') +
        window(60, 50, 220, 210, { hour: 'night', moon: t / d }) +
        sheet(440, 170, 230, 240, lines) +
        way(570, 690, GROUND + 16, ramp(t, d * 0.5, d)) +
        school(790, { scale: 0.9 })
    );
};

const forgotten = (t, d) =>
    room('dawn') +
    door(640, {
        height: 346,
        width: 180,
        open: 0.7 - 0.6 * ramp(t, 0.5, d * 0.6),
        light: '#FFF1CC',
    }) +
    circle(285, 270, 170, 'url(#glow)') +
    rect(120, 300, 330, GROUND - 300, '#A8713F', 8) +
    closedBook(285, { y: 300, w: 190, colour: C.seal }) +
    shoe(540) +
    plant(890, { t, scale: 0.8 });

const atSupper = (t) =>
    room('dusk') +
    pendant(480, 84, 1) +
    bowl(240, { t }) +
    bowl(480, { t: t + 1.4, rim: C.celadon }) +
    bowl(720, { t: t + 2.2, rim: C.seal }) +
    chopsticks(320, GROUND - 6) +
    chopsticks(562, GROUND - 6) +
    bubble(710, 150, 240, 130, {
        content: at(0, 62, openBook(0, { y: 0, scale: 0.72, cover: C.indigo })),
        opacity: ramp(t, 1, 2.4),
    });

const learnToo = (t, d) =>
    room('dusk') +
    lamp(190, { height: 280, on: 0.95 }) +
    armchair(390) +
    openBook(620, { scale: 1.2, cover: C.celadonMid }) +
    fade(ramp(t, d * 0.3, d * 0.5), openBook(830, { scale: 0.75, cover: C.seal }));

const bothNew = (t) =>
    room('dusk') +
    bag(330, { scale: 1.3 }) +
    bag(600, { scale: 1.75, colour: '#A8713F', pocket: '#8A5A33' }) +
    bubble(470, 110, 150, 96, {
        content: path(
            'M0 24C-46 -8 -30 -40 -8 -34C-3 -33 0 -29 0 -24C0 -29 3 -33 8 -34C30 -40 46 -8 0 24Z',
            C.seal,
            'transform="scale(.8)"',
        ),
        opacity: ramp(t, 0.8, 2),
        colour: C.lamp100,
    });

const someoneToAsk = (t, d) =>
    room('day') +
    school(200, { scale: 0.95 }) +
    tree(470, { scale: 0.9, t }) +
    way(330, 620, GROUND + 16, ramp(t, 1, d - 1)) +
    clinic(750, { scale: 1, lit: ramp(t, 2, 5) });

const fallsIntoPlace = (t, d) =>
    room('dusk') +
    weekPlan(90, 60, 330, 230, { filled: 8, sleep: 1 }) +
    window(640, 56, 240, 230, { hour: 'dusk', sun: mix(0.45, 0.25, t / d) }) +
    bowl(520, { t, scale: 1.25 }) +
    bag(250);

export default {
    poster: 24.6,
    scenes: [
        { cue: 0, draw: heavyBag },
        { cue: 1, draw: aTeacherEach },
        { cue: 2, draw: emptyWeek },
        { cue: 4, draw: sleepFirst },
        { cue: 5, draw: inTime },
        { cue: 6, draw: ninety },
        { cue: 7, draw: showTeacher },
        { cue: 8, draw: forgotten },
        { cue: 9, draw: atSupper },
        { cue: 10, draw: learnToo },
        { cue: 11, draw: bothNew },
        { cue: 12, draw: someoneToAsk },
        { cue: 13, draw: fallsIntoPlace },
    ],
};
