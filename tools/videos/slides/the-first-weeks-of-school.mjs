import { at, C, circle, ellipse, fade, GROUND, line, mix, path, ramp, rect, sway } from '../draw/base.mjs';
import { bottle, box, child, eraser, outside, shoulders } from '../draw/child.mjs';
import { face } from '../draw/family.mjs';
import { school, tree } from '../draw/home.mjs';
import { bed, lamp, pendant, room, window } from '../draw/room.mjs';
import { bag, bowl, bubble, closedBook, openBook, pencil, plant } from '../draw/things.mjs';
import { clock } from '../draw/time.mjs';

const small = (x, y, r, colour, more) => shoulders(x, y, r, colour) + child(x, y, r, more);
const tall = (x, y, r, colour, look = 0) =>
    shoulders(x, y, r, colour) + face(x, y, r, { big: true, look });
const DOTS = [-26, 0, 26].map((dx) => circle(dx, 0, 7, C.celadon)).join('');

// Where the eraser and the bottle were, only their outlines are left.
const gone = (t) => {
    const missing = (x, w, h, from) =>
        fade(
            ramp(t, from, from + 1),
            `<rect x="${x}" y="${GROUND - h}" width="${w}" height="${h}" rx="12" fill="none" stroke="${C.celadonDark}" stroke-width="4" stroke-dasharray="10 9" opacity="0.6"/>`,
        );
    return (
        room('dusk') +
        window(80, 54, 230, 210, { hour: 'dusk', sun: 0.5 }) +
        bag(420, { scale: 1.35, colour: '#2F7F6E', open: 1 }) +
        closedBook(620, { w: 140, colour: C.indigo }) +
        pencil(600, GROUND - 30, { turn: 80, scale: 0.9 }) +
        missing(726, 52, 146, 0.6) +
        missing(814, 76, 30, 1.6)
    );
};

const forgot = (t) =>
    room('dusk') +
    window(80, 54, 200, 180, { hour: 'dusk', sun: 0.45 }) +
    tall(330, 276, 72, C.celadon, 10) +
    small(610, 320, 60, C.lamp, { look: 2, mood: 0, shut: t > 2.6 }) +
    bubble(750, 176 + sway(t, 6) * 3, 150, 96, { content: DOTS, opacity: ramp(t, 1.4, 2.6) });

const classroom = (t, d) => {
    const desk = (x, y, k) => rect(x - 62 * k, y, 124 * k, 12 * k, C.wood, 4) + rect(x - 52 * k, y + 12 * k, 8 * k, 56 * k, C.woodDark) + rect(x + 44 * k, y + 12 * k, 8 * k, 56 * k, C.woodDark);
    const row = (y, k, colours, tired) =>
        colours.map((c, i) => {
            const x = 200 + i * 190;
            return (
                shoulders(x, y - 52 * k, 34 * k, c, y + 6) +
                child(x, y - 52 * k, 34 * k, { look: 0, mood: 0.3, shut: tired === i && t > d * 0.45, hair: i % 2 ? '#4A3022' : '#3A2C22' }) +
                desk(x, y, k)
            );
        }).join('');
    return (
        room('day') +
        rect(260, 40, 400, 150, C.celadonDark, 8) +
        rect(260, 184, 400, 10, C.wood, 4) +
        line('M300 90h120M300 120h80', C.celadon200, 6, 'opacity="0.7"') +
        clock(820, 110, 58, { minutes: 9 * 60 + 2 + ramp(t, 0.3, d) * 34 }) +
        row(360, 1.12, [C.indigo, C.lamp, C.plum, C.celadonMid], 1)
    );
};

// One term at the school gate: the tree turns from green to gold.
const oneTerm = (t, d) => {
    const k = ramp(t, 1, d);
    const crown = (colour, o) => `<g opacity="${o}">${circle(-56, -190, 66, colour) + circle(54, -196, 70, colour) + circle(0, -254, 74, colour)}</g>`;
    const leaves = Array.from({ length: 5 }, (_, i) => {
        const p = (t / 7 + i * 0.23) % 1;
        return ellipse(650 + i * 48 + sway(t, 3, i * 0.3) * 14, mix(250, GROUND - 6, p), 9, 5, '#E0A33E', `opacity="${Math.round(k * 80 * Math.sin(p * Math.PI)) / 100}"`);
    }).join('');
    return (
        outside('day', { sun: [110, 100] }) +
        school(330, { scale: 1.3 }) +
        at(760, GROUND, rect(-12, -170, 24, 170, C.woodDark, 8) + crown(C.celadonMid, 1) + crown('#E0A33E', Math.round(k * 100) / 100)) +
        leaves
    );
};

const hugFirst = (t, d) => {
    const run = ramp(t, d * 0.5, d);
    return (
        outside('dusk', { sun: [120, 200] }) +
        school(160, { scale: 0.85 }) +
        tree(880, { t, scale: 1.2 }) +
        tall(440, 276, 70, C.celadon, 10) +
        line('M480 372C520 384 546 384 566 376', C.celadon, 24 * (1 - run)) +
        small(mix(556, 740, run), 328 - Math.abs(sway(t, 1.4)) * 10 * run * (1 - ramp(t, d * 0.9, d)), 54, C.lamp, { look: mix(-8, 8, run) }) +
        fade(
            1 - ramp(t, d * 0.4, d * 0.5),
            at(620, 396, ellipse(0, 0, 30, 22, '#F3E3C2') + line('M-8 -12q4 8 0 14M6 -14q4 8 0 14', '#D8BE8E', 3)),
        )
    );
};

const inLine = (t, d) => {
    const heads = [C.indigo, C.lamp, C.plum].map((c, i) => {
        const x = -84 + i * 84;
        return shoulders(x, -4, 24, c, 50) + child(x, -6, 24, { look: 2, hair: i === 2 ? '#4A3022' : '#3A2C22' });
    }).join('');
    return (
        room('dusk') +
        lamp(120, { height: 240, on: 0.85 }) +
        tall(330, 286, 68, C.celadon, 10) +
        small(520, 330, 54, C.lamp, { look: -6, mood: mix(0.2, 1, ramp(t, 2, 4)) }) +
        bubble(730, 170 + sway(t, 6) * 3, 310, 150, { content: heads, opacity: ramp(t, d * 0.25, d * 0.45) })
    );
};

const labels = (t, d) => {
    const tag = (x, colour, k) =>
        pencil(x, GROUND, { scale: 1.5, colour }) +
        fade(k, rect(x - 17, GROUND - 150, 34, 42, C.cream, 5) + circle(x, GROUND - 136, 7, C.seal) + line(`M${x - 9} ${GROUND - 120}h18`, C.indigo, 4));
    return (
        room('dusk') +
        pendant(480, 70, 0.85) +
        tag(270, C.lamp, ramp(t, 0.6, 1.6)) +
        tag(340, C.celadon200, ramp(t, 1.6, 2.6)) +
        tag(410, '#D9A066', ramp(t, 2.6, 3.4)) +
        bottle(580, { scale: 1.35, label: ramp(t, d * 0.6, d * 0.85) }) +
        eraser(730, { scale: 1.2 })
    );
};

const emptyTheBag = (t, d) => {
    const drop = (from, x, s) => {
        const k = ramp(t, from, from + 1.3);
        return k <= 0 ? '' : at(mix(330, x, k), mix(280, GROUND - 40, k) - Math.sin(k * Math.PI) * 90, s, { turn: (1 - k) * 60 });
    };
    return (
        room('dusk') +
        window(70, 54, 180, 160, { hour: 'dusk', sun: 0.4 }) +
        bag(300, { scale: 1.3, colour: '#2F7F6E', open: 1 }) +
        drop(0.4, 610, closedBook(0, { y: 0, w: 110, colour: C.indigo })) +
        drop(1.8, 690, pencil(0, 0, { turn: 30 })) +
        drop(3.2, 650, eraser(0, { y: 0 })) +
        box(650, { w: 250, h: 96, flaps: false }) +
        fade(ramp(t, d * 0.7, d * 0.9), `<g transform="translate(856 ${GROUND})"><rect x="-26" y="-118" width="52" height="118" rx="12" fill="none" stroke="${C.celadonDark}" stroke-width="4" stroke-dasharray="10 9"/></g>`)
    );
};

// No exercise book on the table: blocks, a plant, and a book shut for the night.
const noWritten = (t, d) =>
    room('dusk') +
    window(330, 44, 300, 250, { hour: 'dusk', sun: mix(0.5, 0.36, t / d) }) +
    closedBook(180, { w: 150, colour: C.celadonMid }) +
    closedBook(186, { w: 130, y: GROUND - 26, colour: C.plum }) +
    bag(800, { scale: 1.25, colour: '#2F7F6E' }) +
    plant(640, { t, scale: 0.9 });

const evening = (t) =>
    room('dusk') +
    pendant(480, 72, 1) +
    bowl(210, { t }) +
    bowl(370, { t: t + 1.5, rim: C.celadon }) +
    openBook(620, { scale: 1.15, cover: C.seal }) +
    bubble(820, 210 + sway(t, 6) * 3, 130, 86, {
        flip: true,
        content: path('M-10 -26A26 26 0 1 0 24 12A22 22 0 0 1 -10 -26Z', C.lamp),
        opacity: ramp(t, 1.4, 2.6),
    });

const hearItAll = (t, d) => {
    const calm = ramp(t, d * 0.5, d * 0.9);
    return (
        room('night') +
        lamp(140, { height: 240, on: 0.95 }) +
        tall(360, 280, 74, C.celadon, 10) +
        small(560, 324, 58, C.lamp, { look: -6, mood: mix(-1, 0.4, calm) }) +
        bubble(716, 178 + sway(t, 6) * 3, 170, 110, {
            content: path('M-50 16C-20 -24 -6 34 14 0S44 10 50 -8', 'none', `stroke="${C.indigo}" stroke-width="8" stroke-linecap="round"`),
            opacity: ramp(t, 0.3, 1.3) * (1 - 0.5 * calm),
        })
    );
};

const withTeacher = (t) =>
    outside('day', { sun: [480, 90] }) +
    school(480, { scale: 1.05 }) +
    tall(220, 280, 70, C.celadon, 10) +
    tall(740, 280, 68, C.plum, -10) +
    bubble(350, 150 + sway(t, 6) * 3, 120, 78, { content: DOTS, opacity: ramp(t, 0.3, 1.2) }) +
    bubble(612, 176 + sway(t, 6, 0.3) * 3, 120, 78, {
        flip: true,
        content: line('M-20 2L-6 16L22 -14', C.seal, 8),
        opacity: ramp(t, 2, 3),
    });

const askTogether = (t, d) =>
    room('dawn') +
    window(70, 54, 260, 230, { sun: mix(0.25, 0.45, t / d) }) +
    bed(420, 440, { sleeper: true, blanket: C.celadonMid }) +
    tall(310, 286, 64, C.celadon, 10);

const ownSeat = (t, d) => {
    const shine = ramp(t, 0.8, d * 0.7);
    return (
        room('day') +
        rect(90, 60, 780, 110, C.celadonDark, 8) +
        rect(90, 164, 780, 10, C.wood, 4) +
        fade(shine, circle(480, 300, 200, 'url(#glow)')) +
        small(250, 320, 46, C.plum, { look: 6, hair: '#4A3022' }) +
        small(480, 322, 46, C.lamp, { look: -2, mood: mix(0.3, 1, shine) }) +
        small(710, 320, 46, C.indigo, { look: -6 }) +
        [250, 480, 710].map((x) => rect(x - 86, GROUND - 50, 172, 14, C.wood, 5) + rect(x - 74, GROUND - 36, 10, 36, C.woodDark) + rect(x + 64, GROUND - 36, 10, 36, C.woodDark)).join('') +
        eraser(542, { y: GROUND - 50, scale: 0.5, opacity: shine }) +
        bottle(414, { y: GROUND - 50, scale: 0.46, label: 1, opacity: shine })
    );
};

export default {
    poster: 30,
    scenes: [
        { cue: 0, draw: gone },
        { cue: 1, draw: forgot },
        { cue: 2, draw: classroom },
        { cue: 3, draw: oneTerm },
        { cue: 5, draw: hugFirst },
        { cue: 6, draw: inLine },
        { cue: 7, draw: labels },
        { cue: 8, draw: emptyTheBag },
        { cue: 9, draw: noWritten },
        { cue: 10, draw: evening },
        { cue: 11, draw: hearItAll },
        { cue: 12, draw: withTeacher },
        { cue: 13, draw: askTogether },
        { cue: 14, draw: ownSeat },
    ],
};
