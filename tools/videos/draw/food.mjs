// What is on the table and in the kitchen. (x, y) is where a thing stands, at its middle.

import { at, C, circle, ellipse, f, fade, GROUND, line, path, rect } from './base.mjs';

const LEAF = '#5E9B5A';
const LEAF_DARK = '#3F7D4B';
const MEAT = '#B4584A';

/** A plate seen at a slant, with food standing on it. */
export function plate(x, content, { y = GROUND, scale = 1, rim = C.indigo } = {}) {
    return at(
        x,
        y,
        ellipse(0, -14, 132, 24, '#FFFFFF') +
            ellipse(0, -16, 132, 22, C.cream, `stroke="${rim}" stroke-width="5"`) +
            at(0, -14, content),
        { scale },
    );
}

export function fish({ scale = 1 } = {}) {
    return at(
        0,
        0,
        path('M-84 -20C-52 -58 30 -56 58 -22C30 10 -52 12 -84 -20Z', '#7FA7B8') +
            path('M50 -22L92 -48C88 -30 88 -14 92 4Z', '#6690A3') +
            path('M-10 -49C4 -66 24 -62 30 -44Z', '#6690A3') +
            circle(-60, -25, 5, C.ink) +
            line(
                'M-38 -40C-30 -28 -30 -14 -38 -4M-12 -34q8 13 0 26M14 -33q8 13 0 24',
                '#5A8294',
                3,
            ),
        { scale },
    );
}

export function egg({ scale = 1 } = {}) {
    return at(
        0,
        0,
        path(
            'M-30 -30C-30 -62 -12 -84 0 -84S30 -62 30 -30C30 -8 16 0 0 0S-30 -8 -30 -30Z',
            '#F3DFC2',
        ) + ellipse(-10, -52, 6, 12, '#FFFFFF', 'opacity="0.6" transform="rotate(14 -10 -52)"'),
        { scale },
    );
}

export function milk(x, { y = GROUND, scale = 1 } = {}) {
    return at(
        x,
        y,
        path('M-38 -128H38L30 -6C29 -2 26 0 22 0H-22C-26 0 -29 -2 -30 -6Z', '#DCEBEE') +
            path('M-34 -92H34L28 -8C27 -4 25 -3 22 -3H-22C-25 -3 -27 -4 -28 -8Z', '#FFFFFF') +
            rect(-26, -118, 6, 96, '#FFFFFF', 3, 'opacity="0.7"'),
        { scale },
    );
}

export function drumstick({ scale = 1 } = {}) {
    return at(
        0,
        0,
        line('M38 -40L82 -66', '#F5EAD5', 14) +
            circle(86, -62, 9, '#F5EAD5') +
            circle(80, -72, 9, '#F5EAD5') +
            path(
                'M-66 -24C-70 -62 -20 -78 20 -62C48 -50 46 -26 24 -14C-6 2 -60 6 -66 -24Z',
                '#C98645',
            ) +
            line('M-44 -40C-30 -54 -10 -56 6 -52', '#E3B274', 6),
        { scale },
    );
}

export function steak({ scale = 1 } = {}) {
    return at(
        0,
        0,
        path('M-74 -22C-72 -58 -18 -66 20 -58C60 -52 84 -36 74 -14C60 6 -70 10 -74 -22Z', MEAT) +
            line('M-48 -26C-28 -40 4 -42 30 -34M-30 -12C-6 -20 22 -22 48 -18', '#E9B9A8', 5),
        { scale },
    );
}

export function tofu({ scale = 1 } = {}) {
    const cube = (x, y) =>
        path(
            `M${x} ${y}l26 -10l26 10v28l-26 10l-26 -10Z`,
            '#FFF8E6',
            'stroke="#DDCFAE" stroke-width="2.5"',
        ) + line(`M${x} ${y}l26 10l26 -10M${x + 26} ${y + 10}v28`, '#DDCFAE', 2.5);
    return at(0, 0, cube(-56, -40) + cube(4, -40) + cube(-26, -58) + ellipse(48, -6, 14, 7, MEAT), {
        scale,
    });
}

export function greens({ scale = 1 } = {}) {
    const leaf = (turn, l, c) =>
        `<g transform="rotate(${turn})">${path(`M0 0C-26 ${-l * 0.4} -20 ${-l * 0.9} 0 ${-l}C20 ${-l * 0.9} 26 ${-l * 0.4} 0 0Z`, c)}${line(`M0 -4V${-l * 0.8}`, '#BFDDB0', 3)}</g>`;
    return at(
        0,
        0,
        leaf(-62, 76, LEAF_DARK) +
            leaf(62, 76, LEAF_DARK) +
            leaf(-28, 88, LEAF) +
            leaf(28, 88, LEAF) +
            leaf(0, 92, '#6FAE68'),
        { scale },
    );
}

export function kelp({ scale = 1 } = {}) {
    const strip = (x, c) =>
        path(`M${x} 0c-18 -22 14 -38 0 -62s12 -36 4 -56c22 14 24 34 14 56s14 36 4 62Z`, c);
    return at(0, 0, strip(-34, '#35594B') + strip(-4, '#2B4A3F') + strip(24, '#35594B'), { scale });
}

export function bun({ scale = 1 } = {}) {
    return at(
        0,
        0,
        path('M-58 -4C-66 -48 -30 -70 0 -70S66 -48 58 -4C40 4 -40 4 -58 -4Z', '#FFF6E2') +
            line('M-30 -50C-16 -60 6 -62 22 -56', '#FFFFFF', 6) +
            line('M-56 -6C-40 2 40 2 56 -6', '#E2D3B3', 4),
        { scale },
    );
}

/** What shows above the rim of a bowl: `kind` is rice, noodles, puree, lumps or pieces. */
export function filled(
    x,
    kind,
    { y = GROUND, scale = 1, rim = C.indigo, colour = '#D98B3E' } = {},
) {
    const tops = {
        rice: () => path('M-60 -42C-44 -78 44 -78 60 -42Z', '#FFFDF3'),
        noodles: () =>
            path('M-60 -42C-46 -66 46 -66 60 -42Z', '#F2D38E') +
            line(
                'M-46 -46c10 -14 24 -14 32 0M-16 -46c10 -18 26 -18 34 0M14 -46c10 -14 22 -14 30 0',
                '#D9AE57',
                4,
            ),
        puree: () => path('M-62 -42C-40 -60 40 -60 62 -42Z', colour),
        lumps: () =>
            path('M-62 -42C-40 -60 40 -60 62 -42Z', colour) +
            [-38, -18, 4, 24, 42]
                .map((dx, i) => circle(dx, -48 - (i % 2) * 5, 5.5, '#F3C07A'))
                .join(''),
        pieces: () =>
            [-46, -20, 8, 34]
                .map((dx, i) => rect(dx, -64 + (i % 2) * 6, 20, 24, i % 2 ? LEAF : colour, 5))
                .join(''),
    };
    return at(
        x,
        y,
        tops[kind]() +
            path('M-64 -40C-60 -10 -36 2 0 2S60 -10 64 -40Z', C.cream) +
            rect(-76, -46, 152, 11, rim, 5.5),
        { scale },
    );
}

/** A jar with a lid; `mark` is drawn on its label. */
export function jar(
    x,
    { y = GROUND, scale = 1, colour = '#F6F2E4', lid = C.celadon, mark = '' } = {},
) {
    return at(
        x,
        y,
        rect(-44, -108, 88, 108, colour, 16, 'stroke="#D8D5C3" stroke-width="3"') +
            rect(-38, -130, 76, 26, lid, 8) +
            rect(-32, -76, 64, 50, C.cream, 8) +
            at(0, -51, mark),
        { scale },
    );
}

export function pumpkin({ scale = 1 } = {}) {
    return at(
        0,
        0,
        ellipse(-34, -38, 32, 38, '#D9822F') +
            ellipse(34, -38, 32, 38, '#D9822F') +
            ellipse(0, -38, 34, 41, '#E8964A') +
            line('M0 -78C0 -92 8 -96 16 -98', LEAF_DARK, 10),
        { scale },
    );
}

export function broccoli({ scale = 1 } = {}) {
    return at(
        0,
        0,
        path('M-14 0L-10 -44H10L14 0Z', '#A9C98C') +
            circle(-30, -58, 25, LEAF_DARK) +
            circle(30, -58, 25, LEAF_DARK) +
            circle(0, -74, 31, LEAF) +
            circle(-12, -46, 18, LEAF),
        { scale },
    );
}

export function carrots({ scale = 1 } = {}) {
    const stick = (x, turn) =>
        `<g transform="translate(${x} 0) rotate(${turn})">${rect(-9, -86, 18, 86, '#E58A3C', 7)}${line('M-2 -74V-20', '#F3B27A', 4)}</g>`;
    return at(0, 0, stick(-34, -16) + stick(0, 4) + stick(34, 18), { scale });
}

export function bottle(x, { y = GROUND, scale = 1, level = 0.7 } = {}) {
    const top = -96 * level;
    return at(
        x,
        y,
        rect(-36, -118, 72, 118, '#E4EEF0', 18) +
            path(`M-36 ${f(top)}H36V-18C36 -6 28 0 18 0H-18C-28 0 -36 -6 -36 -18Z`, '#FFFFFF') +
            rect(-40, -134, 80, 20, C.celadon, 6) +
            path(
                'M-26 -134C-26 -152 -12 -154 -8 -166C-6 -176 6 -176 8 -166C12 -154 26 -152 26 -134Z',
                '#F2C79B',
            ) +
            line('M16 -92H30M16 -68H30M16 -44H30', C.celadon200, 4),
        { scale },
    );
}

export function grapes({ scale = 1 } = {}) {
    const g = [
        [-22, -62],
        [0, -66],
        [22, -62],
        [-12, -42],
        [12, -42],
        [0, -22],
    ];
    return at(
        0,
        0,
        line('M0 -84V-98', LEAF_DARK, 6) +
            g
                .map(([x, y]) => circle(x, y, 15, C.plum) + circle(x - 4, y - 5, 4, '#A77396'))
                .join(''),
        { scale },
    );
}

/** A pot on a small flame, its lid lifted by steam. */
export function pot(x, { t = 0, scale = 1, y = GROUND } = {}) {
    const wisp = (dx, k) =>
        line(
            `M${dx} -150c-10 -14 10 -24 0 -40s-6 -12 2 -22`,
            '#FFFFFF',
            8,
            `opacity="${f(0.55 + 0.3 * Math.sin(t * 1.2 + k))}"`,
        );
    return at(
        x,
        y,
        wisp(-44, 0) +
            wisp(0, 2) +
            wisp(44, 4) +
            rect(-150, -92, 40, 14, C.celadonDark, 7) +
            rect(110, -92, 40, 14, C.celadonDark, 7) +
            path(
                'M-118 -108H118L108 -22C107 -14 102 -10 94 -10H-94C-102 -10 -107 -14 -108 -22Z',
                C.celadonMid,
            ) +
            rect(-126, -122, 252, 18, C.celadonDark, 9) +
            circle(0, -130, 12, C.lamp) +
            rect(-120, -10, 240, 10, '#4A3527', 5) +
            fade(
                0.9,
                path(
                    'M-40 -10C-34 -26 -22 -22 -18 -10ZM-6 -10C0 -28 14 -24 18 -10ZM30 -10C34 -24 46 -22 50 -10Z',
                    C.lamp,
                ),
            ),
        { scale },
    );
}
