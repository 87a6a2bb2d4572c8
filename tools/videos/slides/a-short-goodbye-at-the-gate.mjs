import { at, C, circle, fade, GROUND, line, mix, path, ramp, rect, sway } from '../draw/base.mjs';
import { bear, child, gate, outside, playSlide, shoulders } from '../draw/child.mjs';
import { face } from '../draw/family.mjs';
import { house, tree } from '../draw/home.mjs';
import { bed, lamp, room, window } from '../draw/room.mjs';
import { bag, bowl, bubble, cup } from '../draw/things.mjs';
import { clock } from '../draw/time.mjs';

const HEART = path(
    'M0 18C-34 -6 -22 -30 -6 -26C-2 -25 0 -22 0 -18C0 -22 2 -25 6 -26C22 -30 34 -6 0 18Z',
    C.seal,
);

const small = (x, y, r, colour, more) => shoulders(x, y, r, colour) + child(x, y, r, more);
const tall = (x, y, r, colour, look = 0) =>
    shoulders(x, y, r, colour) + face(x, y, r, { big: true, look });

// A grown-up's legs, cut off by the picture, and a child that holds on to one of them.
const holdingOn = (t) =>
    outside('dawn', { sun: [150, 130] }) +
    gate(720, { open: 0.8, scale: 1.25 }) +
    tree(905, { t, scale: 0.9 }) +
    rect(318, 0, 74, GROUND, C.indigo, 18) +
    rect(408, 0, 74, GROUND, '#294A78', 18) +
    path(`M312 ${GROUND}V${GROUND - 26}C330 ${GROUND - 40} 396 ${GROUND - 34} 398 ${GROUND}Z`, C.woodDark) +
    path(`M404 ${GROUND}V${GROUND - 26}C422 ${GROUND - 40} 488 ${GROUND - 34} 490 ${GROUND}Z`, C.woodDark) +
    shoulders(282, 306, 56, C.lamp) +
    line('M300 376C340 366 372 372 398 388', C.lamp, 24) +
    circle(402, 390, 13, '#F0C9A0') +
    child(284, 304 + sway(t, 6) * 1.5, 56, { look: 8, mood: -0.9, shut: t > 2 });

const together = (t, d) =>
    room('day') +
    window(70, 60, 200, 180, { hour: 'day', sun: 0.7 }) +
    small(330, 330, 44, C.celadonMid, { look: 4 }) +
    small(470, 322, 46, C.plum, { look: -3, hair: '#4A3022' }) +
    small(610, 332, 44, C.indigo, { look: -5 }) +
    small(mix(1010, 760, ramp(t, 0.4, d * 0.7)), 318, 48, C.lamp, {
        look: -8,
        mood: mix(-0.4, 1, ramp(t, d * 0.5, d)),
    });

const dayMoves = (t, d) =>
    room('day') +
    clock(200, 170, 92, { minutes: mix(8 * 60 + 10, 7 * 60 + 20, ramp(t, 0.8, d - 1)) }) +
    bowl(190, { t, scale: 1.05 }) +
    bed(430, 440, { sleeper: true, blanket: C.celadonMid }) +
    window(500, 56, 240, 190, { hour: 'day', sun: 0.75 });

const lookIn = (t) =>
    outside('day', { sun: [120, 110] }) +
    house(250, { w: 300, wall: '#E9E3CE', roof: C.seal, lit: 0.5 }) +
    playSlide(500, { scale: 1.12 }) +
    tree(665, { t, scale: 0.95 }) +
    gate(800, { open: 0, scale: 1.15 });

const handkerchief = (t, d) => {
    const k = ramp(t, 0.6, d * 0.75);
    const cloth =
        rect(-46, -40, 92, 80, C.indigo100, 8) +
        rect(-36, -30, 72, 60, '#FFFFFF', 5) +
        at(0, 4, HEART);
    return (
        room('dawn') +
        window(650, 60, 220, 200, { sun: 0.5 }) +
        at(360, mix(130, 286, k), cloth, { turn: mix(-8, 0, k) }) +
        bag(360, { scale: 1.6, colour: '#2F7F6E', open: 1 - ramp(t, d * 0.8, d) }) +
        bear(590, GROUND, { scale: 0.9 })
    );
};

const whenICome = (t) => {
    const bedIcon =
        rect(-46, 4, 92, 22, C.celadonMid, 8) + rect(-46, -14, 34, 22, C.cream, 8, `stroke="${C.celadon200}" stroke-width="2"`);
    const snack = circle(0, 4, 24, '#D9A066') + circle(-8, -2, 4, C.woodDark) + circle(8, 6, 4, C.woodDark) + circle(2, -10, 3.4, C.woodDark);
    const say = (x, from, content) =>
        bubble(x, 128 + sway(t, 6, from * 0.1) * 3, 150, 104, { content, opacity: ramp(t, from, from + 1) });
    return (
        outside('dawn', { sun: [110, 110] }) +
        gate(800, { open: 0.85, scale: 1.15 }) +
        tall(330, 286, 74, C.celadon, 10) +
        small(500, 326, 56, C.lamp, { look: -8, mood: mix(-0.5, 0.5, ramp(t, 6, 12)) }) +
        say(470, 5.6, bedIcon) +
        say(642, 8.6, snack)
    );
};

const goodbye = (t, d) => {
    const k = ramp(t, 1.6, d * 0.62);
    const wave = sway(t, 1.6) * 16 * (1 - ramp(t, d * 0.5, d * 0.6));
    return (
        outside('dawn', { sun: [480, 96] }) +
        gate(640, { open: mix(0.85, 0, ramp(t, d * 0.55, d * 0.8)), scale: 1.25 }) +
        tall(850, 282, 58, C.plum, -8) +
        small(746, 334, 46, C.lamp, { look: -8, mood: mix(-0.3, 0.4, ramp(t, d * 0.5, d)) }) +
        at(
            mix(0, -150, k),
            0,
            at(426, 372, circle(38, -96, 13, '#F0C9A0') + line('M0 0C24 -16 36 -50 38 -80', C.celadon, 26), { turn: wave }) +
                tall(366, 280, 66, C.celadon, 8),
        )
    );
};

const onTime = (t, d) =>
    outside('dusk', { sun: [mix(420, 400, t / d), 210] }) +
    clock(180, 110, 70, { minutes: 15 * 60 + mix(52, 60, ramp(t, 0.3, d * 0.7)) }) +
    gate(620, { open: ramp(t, 0.6, d * 0.7), scale: 1.35 }) +
    fade(ramp(t, d * 0.4, d), circle(620, 340, 190, 'url(#glow-soft)')) +
    small(620, 336, 54, C.lamp, { look: -8, mood: mix(0.2, 1, ramp(t, d * 0.4, d * 0.8)) }) +
    tall(mix(250, 420, ramp(t, 0.6, d * 0.8)), 284, 66, C.celadon, 10);

const walkHome = (t, d) => {
    const biscuit = circle(0, 0, 27, '#D9A066') + circle(-9, -7, 4.4, C.woodDark) + circle(9, 4, 4.4, C.woodDark) + circle(-3, 11, 3.6, C.woodDark);
    return (
        outside('dusk', { sun: [800, 190] }) +
        house(150, { w: 220, lit: ramp(t, 1, d) }) +
        tree(880, { t, scale: 1.1 }) +
        tall(mix(520, 480, t / d), 284, 66, C.celadon, 8) +
        small(mix(650, 610, t / d), 334, 50, C.lamp, { look: -8 }) +
        bubble(700, 190 + sway(t, 6) * 3, 140, 96, { content: biscuit, opacity: ramp(t, d * 0.45, d * 0.6) })
    );
};

// Two ways to one gate, one short and one long.
const ownPace = (t, d) => {
    const stones = (n, x0, y0, x1, y1, colour, from, to) =>
        Array.from({ length: n }, (_, i) => {
            const k = i / (n - 1);
            const on = ramp(t, from + (to - from) * k, from + (to - from) * k + 0.8);
            const y = mix(y0, y1, k) - Math.sin(k * Math.PI) * (n > 5 ? 40 : 6);
            return rect(mix(x0, x1, k) - 19, y - 7, 38, 14, mix(0, 1, on) > 0.5 ? colour : '#EFE8D2', 7);
        }).join('');
    return (
        outside('day', { sun: [130, 100] }) +
        rect(0, 300, 960, GROUND - 300, C.hill) +
        gate(790, { open: 0.85, scale: 1.05, y: 372 }) +
        stones(4, 440, 402, 690, 384, C.lamp, 0.4, d * 0.35) +
        stones(10, 90, 366, 690, 362, C.celadon, 0.4, d * 0.9) +
        rect(0, GROUND - 3, 960, 7, '#C4B184')
    );
};

const night = (t, d) =>
    room('night') +
    window(70, 54, 270, 250, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    lamp(850, { height: 220, on: mix(0.9, 0.45, ramp(t, 1, d)), shade: '#2A6456' }) +
    bed(360, 420, { night: true, sleeper: true, blanket: '#5A4A72' }) +
    bear(640, GROUND - 66, { scale: 0.62 }) +
    cup(230, { colour: C.indigo100 });

export default {
    poster: 40,
    scenes: [
        { cue: 0, draw: holdingOn },
        { cue: 2, draw: together },
        { cue: 3, draw: dayMoves },
        { cue: 4, draw: lookIn },
        { cue: 5, draw: handkerchief },
        { cue: 6, draw: whenICome },
        { cue: 8, draw: goodbye },
        { cue: 10, draw: onTime },
        { cue: 11, draw: walkHome },
        { cue: 13, draw: ownPace },
        { cue: 14, draw: night },
    ],
};
