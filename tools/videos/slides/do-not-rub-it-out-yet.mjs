import { at, C, circle, fade, GROUND, line, mix, path, ramp, rect, scoop, sway } from '../draw/base.mjs';
import { child, eraser, outside, shoulders } from '../draw/child.mjs';
import { face } from '../draw/family.mjs';
import { house, school } from '../draw/home.mjs';
import { lamp, pendant, room, window } from '../draw/room.mjs';
import { bowl, bubble, closedBook, cup, notebook, pencil, spoon } from '../draw/things.mjs';

const small = (x, y, r, colour, more) => shoulders(x, y, r, colour) + child(x, y, r, more);
const tall = (x, y, r, colour, look = 0) =>
    shoulders(x, y, r, colour) + face(x, y, r, { big: true, look });

const father = (x, y, r, look) =>
    shoulders(x, y, r, C.indigo) + child(x, y, r, { look, hair: '#2B231D' });

/** A page that stands upright, `w` x `h`, its top left at (x, y). */
const page = (x, y, w, h) =>
    rect(x + 6, y + 6, w, h, '#CDBE98', 8) + rect(x, y, w, h, C.cream, 8) + line(`M${x + 44} ${y + 10}V${y + h - 10}`, C.seal100, 4);

const hole = (t, d) => {
    const rub = sway(t, 0.9) * 18 * (1 - ramp(t, 2, 2.6));
    const k = ramp(t, 0.6, 2.4);
    return (
        room('dusk') +
        lamp(120, { height: 250, on: 0.8 }) +
        notebook(430, { written: 2.4, scale: 1.5 }) +
        path(
            'M-36 -4C-34 -20 -12 -16 -4 -24C8 -18 30 -20 34 -2C30 14 8 12 -2 18C-14 12 -34 12 -36 -4Z',
            '#8A6A45',
            `transform="translate(356 352) scale(${0.05 + 0.85 * k})"`,
        ) +
        eraser(400 + rub + 90 * ramp(t, 2.4, 3.2), { y: 372 + 50 * ramp(t, 2.4, 3.2), turn: -8 }) +
        shoulders(760, 318, 62, C.lamp) +
        child(760, mix(312, 336, ramp(t, 2.6, d * 0.5)), 62, { look: -6, mood: -0.9, shut: t > 3 })
    );
};

const holdBack = (t) =>
    room('dusk') +
    lamp(120, { height: 250, on: 0.85 }) +
    father(350, 280, 72, 10) +
    notebook(600, { written: 2.4, scale: 0.95 }) +
    small(800, 322, 58, C.lamp, { look: -8, mood: -0.7 }) +
    bubble(500, 140, 150, 96, {
        colour: '#EDEADB',
        content: line('M-30 0H30', C.celadon200, 8),
        opacity: 0.9 * ramp(t, 0.4, 1.2) * (1 - ramp(t, 2.6, 4)),
    });

const itTells = (t, d) => {
    const shine = ramp(t, 1.6, d * 0.8);
    return (
        room('dusk') +
        father(180, 280, 70, 12) +
        small(800, 322, 58, C.lamp, { look: -8, mood: mix(-0.6, 0.2, shine) }) +
        fade(shine, circle(480, 250, 220, 'url(#glow)')) +
        page(370, 110, 240, 290) +
        line('M430 160h140', C.indigo, 7) +
        line('M430 204h110', C.indigo, 7) +
        line(`M430 262c14 -16 26 16 40 0s26 16 40 0`, C.seal, 8) +
        fade(shine, circle(470, 262, 66, 'none', `stroke="${C.lamp}" stroke-width="7"`)) +
        line('M430 330h120', '#E2DFCC', 6) +
        line('M430 364h90', '#E2DFCC', 6)
    );
};

const STICK = 62;
const stick = (x, y, colour = C.lamp) => rect(x - 4, y - STICK, 8, STICK, colour, 4);
const bundle = (x, y, colour = C.celadon) =>
    [-13, -4.5, 4.5, 13].map((dx) => rect(x + dx - 4, y - STICK, 8, STICK, colour, 4)).join('') +
    rect(x - 20, y - STICK * 0.58, 40, 11, C.seal, 5);

/** Tens at the left and ones at the right of a row. */
const number = (y, tens, ones, shown = 1) =>
    Array.from({ length: tens }, (_, i) => bundle(240 + i * 62, y)).join('') +
    fade(shown, Array.from({ length: ones }, (_, i) => stick(580 + i * 30, y)).join(''));

const board = () =>
    rect(170, 66, 660, 330, C.cream, 16, `stroke="${C.celadon200}" stroke-width="5"`) +
    line('M530 96V366', C.celadon100, 5);

const thirtySix = (t, d) =>
    room('day') +
    board() +
    fade(ramp(t, 0.2, 1.2), number(170, 3, 6)) +
    fade(ramp(t, d * 0.35, d * 0.55), number(258, 4, 7)) +
    line('M210 280H790', C.indigo, 5) +
    fade(ramp(t, d * 0.7, d * 0.9), number(366, 0, 3) + Array.from({ length: 7 }, (_, i) => bundle(212 + i * 44, 366)).join(''));

// Ten of the thirteen ones come together, are bound, and go over to the tens.
const carry = (t, d) => {
    const gather = ramp(t, d * 0.14, d * 0.42);
    const bind = ramp(t, d * 0.42, d * 0.52);
    const over = ramp(t, d * 0.56, d * 0.86);
    const spots = [...Array.from({ length: 6 }, (_, i) => [580 + i * 30, 170]), ...Array.from({ length: 7 }, (_, i) => [580 + i * 30, 258])];
    const ten = spots
        .slice(3)
        .map(([x, y], i) => stick(mix(x, 640 + (i % 10) * 4.5 - 20, gather), mix(y, 214, gather)))
        .join('');
    const rest = spots.slice(0, 3).map(([x, y]) => stick(x, y)).join('');
    return (
        room('day') +
        board() +
        Array.from({ length: 3 }, (_, i) => bundle(240 + i * 62, 170)).join('') +
        Array.from({ length: 4 }, (_, i) => bundle(240 + i * 62, 258)).join('') +
        rest +
        line('M210 280H790', C.indigo, 5) +
        fade(over, circle(mix(640, 488, over), 222, 90, 'url(#glow)')) +
        fade(1 - bind, ten) +
        fade(bind, bundle(mix(640, 488, over), mix(214, 258, over), C.lamp))
    );
};

// A stair of steps; one of them is found.
const foundStep = (t) => {
    const k = ramp(t, 0.8, 2.6);
    const step = (i) => {
        const [x, y] = [380 + i * 110, GROUND - 56 - i * 56];
        return (
            (i === 2 ? fade(k, circle(x + 55, y, 120, 'url(#glow)')) : '') +
            rect(x, y, 110, GROUND - y, i === 2 ? C.lamp : '#C9A878', 3) +
            rect(x, y, 110, 12, i === 2 ? C.lit : '#DDC193', 3)
        );
    };
    return (
        room('day') +
        window(70, 54, 210, 190, { hour: 'day', sun: 0.7 }) +
        [0, 1, 2, 3, 4].map(step).join('') +
        small(240, 322, 58, C.lamp, { look: 10, mood: mix(-0.2, 1, k) })
    );
};

const flag = (t, d) => {
    const k = ramp(t, 0.6, d * 0.5);
    const word = ramp(t, d * 0.5, d * 0.95);
    return (
        room('day') +
        page(290, 70, 380, 340) +
        line('M370 130h180', C.indigo, 7) +
        line('M370 190c16 -16 30 16 46 0s30 16 46 0', C.seal, 8) +
        fade(k, at(560, 200, line('M0 0V-74', C.woodDark, 6) + path(`M3 -72C${24 + sway(t, 3) * 4} -82 ${40 + sway(t, 3) * 4} -60 64 -70V-36C40 -26 24 -48 3 -38Z`, C.lamp))) +
        line(`M560 230h${Math.max(0.1, 80 * word)}`, C.celadon, 6) +
        line('M370 280h220M370 330h170', '#E2DFCC', 6) +
        at(mix(560, 640, word), mix(190, 232, k), pencil(0, 0, { turn: 24, scale: 1.1 }))
    );
};

const again = (t, d) => {
    const k = ramp(t, 1.2, d * 0.85);
    return (
        room('day') +
        page(290, 60, 380, 350) +
        line('M370 130c16 -16 30 16 46 0s30 16 46 0', C.seal, 8) +
        at(540, 142, line('M0 0V-52', C.woodDark, 5) + path('M2 -50L44 -38L2 -24Z', C.lamp)) +
        line('M400 160C384 200 384 220 396 250', C.celadon200, 6, 'stroke-dasharray="2 14"') +
        line(`M370 278h${Math.max(0.1, 200 * k)}`, C.indigo, 8) +
        fade(ramp(t, d * 0.85, d), line('M596 278l12 14l26 -32', C.celadon, 8)) +
        at(mix(374, 576, k), 274, pencil(0, 0, { turn: 26, scale: 1.1, colour: C.celadon200 }))
    );
};

const corner = (t, d) => {
    const k = ramp(t, 0.6, d * 0.7) * 74;
    return (
        room('dusk') +
        window(70, 54, 190, 170, { hour: 'dusk', sun: 0.4 }) +
        rect(346, 76, 300, 334, '#CDBE98', 8) +
        path(`M340 70H${640 - k}L640 ${70 + k}V404H340Z`, C.cream) +
        path(`M${640 - k} 70V${70 + k}H640Z`, '#E3D7B4') +
        line('M390 170h190M390 214h160M390 258h200M390 302h120', '#CFCBB6', 6) +
        cup(760, { colour: C.indigo100 })
    );
};

const faceToFace = (t) =>
    outside('day', { sun: [120, 96] }) +
    school(480, { scale: 1.12 }) +
    tall(240, 282, 68, C.plum, 10) +
    small(720, 322, 58, C.lamp, { look: -8 }) +
    bubble(372, 148 + sway(t, 6) * 3, 136, 88, {
        opacity: ramp(t, 0.4, 1.4),
        content: bundle(-24, 30) + stick(20, 30) + stick(34, 30) + stick(48, 30),
    }) +
    bubble(608, 190 + sway(t, 6, 0.3) * 3, 110, 72, {
        flip: true,
        opacity: ramp(t, 2.6, 3.6),
        content: line('M-18 2L-4 16L22 -14', C.seal, 8),
    });

const soup = (t, d) => {
    const dip = ramp(t, d * 0.45, d * 0.7);
    const grains = Array.from({ length: 8 }, (_, i) => {
        const p = (t * 0.7 + i * 0.125) % 1;
        return circle(520 + (i % 4) * 9 + sway(i, 3) * 4, mix(196, 336, p), 3, '#FFFFFF', `opacity="${t < d * 0.42 ? 0.9 : 0}"`);
    }).join('');
    return (
        room('dusk') +
        pendant(480, 60, 0.9) +
        father(210, 282, 70, 10) +
        fade(1 - ramp(t, d * 0.4, d * 0.5), at(560, 160, rect(-24, -40, 48, 62, C.indigo100, 10) + rect(-20, 16, 40, 16, C.indigo, 6), { turn: -28 }) + grains) +
        bowl(530, { t, scale: 1.5, steam: t > d * 0.5 }) +
        fade(dip, spoon(mix(690, 640, dip), mix(200, 280, dip), { turn: 24, scale: 1.1 })) +
        small(800, 324, 56, C.lamp, { look: -8, mood: mix(0, 1, dip) })
    );
};

const warm = (t, d) => {
    const lit = ramp(t, 0.6, d * 0.6);
    return (
        room('dusk') +
        house(220, { w: 320, lit }) +
        father(520, 286, 66, 10) +
        small(700, 324, 58, C.lamp, { look: -8, mood: mix(0.1, 1, lit) }) +
        fade(ramp(t, d * 0.4, d * 0.6), circle(840, 200, 46, 'none', `stroke="${C.celadon}" stroke-width="9"`) + line('M872 234L904 270', C.celadon, 13) + circle(840, 200, 40, C.lamp100) + line('M820 202l14 16l28 -34', C.seal, 8))
    );
};

// Ten windows: eight are lit, two are waiting.
const eightOfTen = (t, d) => {
    const one = (i) => {
        const [x, y] = [236 + (i % 5) * 106, 118 + Math.floor(i / 5) * 128];
        const on = i < 8 ? ramp(t, 0.3 + i * 0.32, 1 + i * 0.32) : 0;
        return (
            fade(on, circle(x + 34, y + 46, 66, 'url(#glow-soft)')) +
            path(scoop(x, y, 68, 92, 11), on > 0.5 ? C.lit : '#E6E3CF', `stroke="${C.celadon}" stroke-width="6"${i >= 8 ? ' stroke-dasharray="9 8"' : ''}`) +
            line(`M${x + 34} ${y + 8}V${y + 84}M${x + 8} ${y + 46}H${x + 60}`, C.celadon, 3.5)
        );
    };
    return (
        room('dusk') +
        path('M150 100C260 92 380 62 480 22C580 62 700 92 810 100C800 112 790 116 770 116H190C170 116 160 112 150 100Z', C.celadonDark) +
        rect(196, 112, 568, GROUND - 114, C.cream, 4) +
        Array.from({ length: 10 }, (_, i) => one(i)).join('') +
        closedBook(870, { w: 110, colour: C.plum })
    );
};

const glad = (t, d) =>
    room('dawn') +
    window(90, 50, 260, 240, { sun: mix(0.4, 0.62, t / d) }) +
    circle(560, 300, 230, 'url(#glow)') +
    small(560, 304, 84, C.lamp, { look: 0 }) +
    bubble(752, 160 + sway(t, 6) * 4, 150, 96, {
        opacity: ramp(t, 0.8, 1.8),
        content: at(-10, 30, line('M0 0V-60', C.woodDark, 5) + path('M2 -58L44 -45L2 -30Z', C.lamp)),
    }) +
    notebook(250, { written: 4, scale: 0.9 });

export default {
    poster: 30,
    scenes: [
        { cue: 0, draw: hole },
        { cue: 2, draw: holdBack },
        { cue: 3, draw: itTells },
        { cue: 4, draw: thirtySix },
        { cue: 5, draw: carry },
        { cue: 6, draw: foundStep },
        { cue: 7, draw: flag },
        { cue: 8, draw: again },
        { cue: 9, draw: corner },
        { cue: 10, draw: faceToFace },
        { cue: 11, draw: soup },
        { cue: 12, draw: warm },
        { cue: 14, draw: eightOfTen },
        { cue: 15, draw: glad },
    ],
};
