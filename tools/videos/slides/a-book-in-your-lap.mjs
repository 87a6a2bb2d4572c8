import {
    C,
    GROUND,
    at,
    circle,
    ellipse,
    line,
    mix,
    path,
    ramp,
    rect,
    sway,
} from '../draw/base.mjs';
import { armchair, bed, lamp, room, window } from '../draw/room.mjs';
import { bubble, closedBook, openBook, plant } from '../draw/things.mjs';
import { house } from '../draw/home.mjs';
import { note } from '../draw/time.mjs';
import { face } from '../draw/family.mjs';
import { doctor, person, toddler } from '../draw/people.mjs';

/** A small dog, sitting, facing left; (0, 0) is where it sits. */
const dog = (scale = 1, wag = 0) =>
    at(
        0,
        0,
        line(`M40 -20C62 -30 ${66 + wag} -52 ${58 + wag} -66`, C.wood, 11) +
            path('M-26 0C-36 -50 -6 -72 20 -62C48 -50 52 -20 48 0Z', C.wood) +
            ellipse(-24, -84, 36, 31, C.wood) +
            ellipse(-40, -74, 20, 15, '#E2BE90') +
            ellipse(-52, -80, 7, 5, C.ink) +
            circle(-22, -92, 4, C.ink) +
            path('M-4 -110C16 -112 24 -88 12 -70C0 -74 -8 -94 -4 -110Z', C.woodDark) +
            rect(-22, -6, 22, 10, '#E2BE90', 5),
        { scale },
    );

const cat = (scale = 1) =>
    at(
        0,
        0,
        path('M-34 0C-40 -44 -18 -60 0 -60S40 -44 34 0Z', '#8C8A84') +
            circle(0, -76, 30, '#8C8A84') +
            path('M-28 -90L-26 -118L-6 -102ZM28 -90L26 -118L6 -102Z', '#8C8A84') +
            circle(-10, -78, 3.6, C.ink) +
            circle(10, -78, 3.6, C.ink) +
            path('M-5 -68H5L0 -62Z', C.seal),
        { scale },
    );

/** The two of them behind an open book. */
const pair = (x, t, { big = 4, small = -4, book = true, turned = false } = {}) =>
    person(x - 30, 214, 74, { colour: C.celadon, look: big }) +
    person(x + 78, 266, 48, { kind: 'child', colour: C.lamp, look: small + sway(t, 6) * 2 }) +
    (book
        ? turned
            ? at(x + 20, GROUND - 104, openBook(0, { y: 0, scale: 0.84 }), { turn: 180 })
            : openBook(x + 20, { scale: 0.84 })
        : '');

const comesAlong = (t, d) =>
    room('dusk') +
    lamp(880, { height: 250, on: 0.9 }) +
    window(70, 46, 200, 184, { hour: 'dusk', sun: 0.3 }) +
    armchair(740) +
    toddler(mix(200, 470, ramp(t, 0, d)), { t });

const inYourLap = (t) =>
    room('dusk') + lamp(820, { height: 260, on: 1 }) + pair(430, t, { turned: true });

const lookTogether = (t) =>
    room('dusk') +
    circle(470, 230, 200, 'url(#glow)') +
    lamp(160, { height: 240, on: 0.6 }) +
    pair(470, t, { big: 14, small: -10 });

const pointing = (t, d) => {
    const k = ramp(t, 0.6, d * 0.5);
    return (
        room('day') +
        openBook(480, { scale: 2.6, cover: C.seal }) +
        rect(206, 158, 250, 172, C.cream, 6) +
        at(350, 330, dog(1.15, sway(t, 2) * 6)) +
        at(
            mix(760, 440, k),
            mix(420, 300, k),
            path(
                'M-8 -14C20 -26 70 -22 130 -6V52C80 58 40 50 24 30C6 26 -14 2 -8 -14Z',
                '#F0C9A0',
            ) + rect(112, -14, 150, 76, C.lamp, 20),
        )
    );
};

const waiting = (t) => {
    const dot = (i) =>
        circle(
            (i - 1) * 32,
            0,
            8,
            C.celadon,
            `opacity="${Math.round((0.35 + 0.6 * ramp((t + 3 - i * 0.6) % 3, 0, 1)) * 100) / 100}"`,
        );
    return (
        room('dusk') +
        lamp(160, { height: 240, on: 0.7 }) +
        pair(430, t, { big: 14, small: -8 }) +
        bubble(720, 220, 180, 96, { content: [0, 1, 2].map(dot).join('') })
    );
};

const woof = (t) =>
    room('dawn') +
    pair(480, t, { big: 10, small: -8 }) +
    bubble(730, 264, 116, 76, { content: at(4, 26, dog(0.5)), opacity: ramp(t, 0.2, 1) }) +
    bubble(210, 150, 250, 150, {
        flip: true,
        opacity: ramp(t, 2, 3),
        content:
            at(-40, 52, dog(0.85, sway(t, 1.6) * 6)) +
            note(54, 24, { scale: 0.6 }) +
            note(88, 0, { scale: 0.5, colour: C.seal }),
    });

const again = (t, d) => {
    const turn = mix(0, 300, ramp(t, 0.2, d));
    return (
        room('day') +
        window(90, 46, 200, 184, { hour: 'day', sun: mix(0.4, 0.7, t / d) }) +
        `<g transform="translate(560 250) rotate(${Math.round(turn)})">${line('M0 -176A176 176 0 1 1 -124 -124', C.celadon, 11)}${path('M-6 -204L38 -176L-6 -148Z', C.celadon, 'transform="rotate(180 0 -176)"')}</g>` +
        openBook(560, { y: 314, scale: 1.05 }) +
        plant(860, { t, scale: 0.9 })
    );
};

const ownWords = (t) => {
    const n = (x, y, k, c) => note(x, y - 8 * sway(t, 5, k), { scale: 0.8, colour: c });
    return (
        room('dusk') +
        house(480, { w: 380, lit: 1 }) +
        n(170, 220, 0, C.celadon) +
        n(250, 130, 0.3, C.seal) +
        n(710, 130, 0.6, C.indigo) +
        n(790, 230, 0.8, C.plum)
    );
};

const fromTheStart = (t) =>
    room('dawn') +
    window(660, 44, 200, 184, { sun: 0.55 }) +
    person(390, 214, 76, { colour: '#D9A066', look: 6 }) +
    ellipse(360, 390, 110, 36, C.celadon200) +
    face(270, 360 + sway(t, 5), 40, { look: 8 }) +
    openBook(520, { scale: 0.85, cover: C.indigo });

const noScreen = (t, d) => {
    const k = ramp(t, 0.6, d * 0.6);
    return (
        room('dusk') +
        circle(400, 230, 200, 'url(#glow)') +
        pair(380, t, { big: 8, small: -6 }) +
        rect(660, 300, 260, 130, '#A8713F', 10) +
        rect(676, 316, 228, 44, '#8A5A33', 8) +
        circle(790, 338, 7, C.lamp) +
        at(
            790,
            mix(180, 296, k),
            rect(-70, -46, 140, 92, C.ink, 12) + rect(-60, -37, 120, 74, '#3A4A47', 6),
            { opacity: 1 - ramp(t, d * 0.55, d * 0.75) },
        ) +
        rect(660, 366, 260, 64, '#A8713F', 10) +
        circle(790, 394, 7, C.lamp)
    );
};

const otherPages = () =>
    room('day') +
    window(390, 40, 190, 172, { hour: 'day', sun: 0.6 }) +
    at(
        200,
        GROUND,
        rect(-96, -128, 192, 128, C.plum, 10) +
            rect(-78, -110, 70, 54, C.cream, 4) +
            rect(8, -110, 70, 54, C.cream, 4) +
            face(-43, -80, 17) +
            face(43, -80, 15, { big: true }) +
            rect(-78, -44, 156, 26, '#8F5A7D', 6),
    ) +
    at(
        490,
        GROUND,
        rect(-90, -144, 180, 144, C.celadonMid, 10) +
            path('M-46 -66C-42 -34 42 -34 46 -66Z', C.cream) +
            rect(-54, -72, 108, 9, C.lamp, 4) +
            line('M-14 -86c-6 -10 6 -16 0 -26M14 -86c-6 -10 6 -16 0 -26', C.cream, 5),
    ) +
    at(
        770,
        GROUND,
        rect(-84, -136, 168, 136, C.cream, 6, `stroke="${C.celadon200}" stroke-width="4"`) +
            circle(-38, -96, 24, C.seal) +
            line('M-38 -120C-36 -130 -28 -132 -24 -134', C.celadon, 5) +
            rect(6, -116, 56, 40, C.lamp, 8) +
            line('M-62 -52H62M-62 -32H40', '#D8D5C3', 6),
    );

const sturdy = (t) =>
    room('dawn') +
    person(210, 300, 52, { kind: 'child', colour: C.lamp, look: 8 }) +
    at(
        480,
        GROUND,
        path(
            'M-100 -8C-112 -60 -104 -120 -92 -132C-40 -120 40 -144 92 -128C108 -90 104 -40 98 -6C40 6 -40 -10 -100 -8Z',
            '#E9B7A0',
        ) +
            line('M-84 -116C-30 -104 30 -128 82 -114', C.cream, 4, 'stroke-dasharray="10 9"') +
            at(0, -26, cat(0.62)),
        { turn: sway(t, 6) * 1.4 },
    ) +
    at(
        760,
        GROUND,
        rect(-92, -140, 184, 140, C.indigo, 26) +
            rect(-76, -126, 152, 112, C.indigo100, 18) +
            at(6, -24, dog(0.72)),
    );

const beforeBed = (t, d) =>
    room('night') +
    window(60, 46, 230, 212, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    lamp(860, { height: 240, on: mix(0.95, 0.45, ramp(t, 1, d)), shade: '#2A6456' }) +
    bed(330, 460, { night: true, blanket: '#3A5C8C' }) +
    at(
        0,
        -46,
        person(470, 238, 56, { colour: C.celadonMid, look: 8 }) +
            person(560, 290, 40, { kind: 'child', colour: C.lamp, look: -4 }),
    ) +
    rect(420, 372, 330, 52, '#3A5C8C', 16) +
    openBook(530, { y: 386, scale: 0.6 });

const askTheClinic = (t) =>
    room('day') +
    window(390, 40, 180, 164, { hour: 'day', sun: 0.6 }) +
    doctor(700, 232, 68, -12) +
    person(250, 228, 68, { colour: '#D9A066', look: 12 }) +
    person(370, 312, 44, { kind: 'child', colour: C.lamp, look: 8 }) +
    bubble(530, 300 + sway(t, 6) * 3, 100, 64, {
        content: circle(-18, 0, 6, C.lamp) + circle(0, 0, 6, C.lamp) + circle(18, 0, 6, C.lamp),
    });

const wellRead = (t) =>
    room('dawn') +
    window(620, 44, 230, 210, { sun: 0.6 }) +
    closedBook(330, { w: 300, h: 40, colour: C.indigo }) +
    closedBook(320, { y: GROUND - 40, w: 270, h: 36, colour: C.plum }) +
    at(
        330,
        GROUND - 76,
        rect(-112, -150, 224, 150, C.seal, 8) +
            rect(-96, -134, 192, 118, '#C9584A', 6) +
            at(6, -30, cat(0.8)) +
            path('M112 -40V0H66C74 -22 90 -36 112 -40Z', '#F9E4DF') +
            path('M-112 -112V-150H-74C-80 -132 -92 -118 -112 -112Z', '#F9E4DF'),
    ) +
    plant(560, { t, scale: 0.8 });

export default {
    poster: 12,
    scenes: [
        { cue: 0, draw: comesAlong },
        { cue: 1, draw: inYourLap },
        { cue: 2, draw: lookTogether },
        { cue: 3, draw: pointing },
        { cue: 4, draw: waiting },
        { cue: 5, draw: woof },
        { cue: 6, draw: again },
        { cue: 7, draw: ownWords },
        { cue: 8, draw: fromTheStart },
        { cue: 9, draw: noScreen },
        { cue: 10, draw: otherPages },
        { cue: 11, draw: sturdy },
        { cue: 12, draw: beforeBed },
        { cue: 13, draw: askTheClinic },
        { cue: 14, draw: wellRead },
    ],
};
