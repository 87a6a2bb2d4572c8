// The things on the table: bag, bowl, books and shoes. (x, y) is where a thing stands, at its middle.

import { at, C, circle, ellipse, f, fade, GROUND, line, mix, path, rect, sway } from './base.mjs';

export function bag(
    x,
    { scale = 1, colour = C.celadonMid, pocket = C.celadon, y = GROUND, open = 0 } = {},
) {
    const flap =
        open > 0
            ? path('M-62 -104C-50 -140 50 -140 62 -104Z', C.celadonDark, `opacity="${f(open)}"`)
            : '';
    return at(
        x,
        y,
        line('M-44 -118C-34 -150 34 -150 44 -118', C.celadonDark, 12) +
            flap +
            path('M-72 0V-58C-72 -112 -46 -120 0 -120S72 -112 72 -58V0Z', colour) +
            rect(-46, -68, 92, 48, pocket, 10) +
            rect(-2.5, -68, 5, 48, C.cream),
        { scale },
    );
}

export function bowl(x, { t = 0, scale = 1, steam = true, y = GROUND, rim = C.indigo } = {}) {
    const wisp = (dx, phase) => {
        const a = sway(t, 5, phase) * 4;
        return line(
            `M${dx} -62c${f(-9 - a)} -12 ${f(9 + a)} -22 0 -36s${f(-6 + a)} -10 ${f(2 - a)} -18`,
            '#FFFFFF',
            7,
            `opacity="${f(0.75 + 0.2 * sway(t, 5, phase + 0.3))}"`,
        );
    };
    return at(
        x,
        y,
        (steam ? wisp(-18, 0) + wisp(18, 0.35) : '') +
            path('M-64 -40C-60 -10 -36 2 0 2S60 -10 64 -40Z', C.cream) +
            rect(-76, -46, 152, 11, rim, 5.5),
        { scale },
    );
}

export function spoon(x, y, { turn = 0, scale = 1, colour = C.lamp } = {}) {
    return at(
        x,
        y,
        rect(-5, -6, 10, 110, colour, 5) +
            ellipse(0, -24, 17, 26, colour) +
            ellipse(0, -25, 11, 18, '#F8D892'),
        { turn, scale },
    );
}

export function chopsticks(x, y) {
    return line(`M${x} ${y}l96 -5M${x + 2} ${y - 10}l96 -5`, C.woodDark, 5);
}

export function shoe(x, { flip = false, colour = C.seal, y = GROUND, scale = 1, turn = 0 } = {}) {
    const s =
        path('M-44 0L-36 -38C-22 -32 -8 -32 4 -38C8 -20 18 -18 30 -17C46 -15 56 -8 58 0Z', colour) +
        line('M-37 -36C-22 -29 -8 -29 4 -36', '#F9E4DF', 7) +
        rect(-46, -4, 106, 7, '#7C2A1F', 3.5);
    return `<g transform="translate(${f(x)} ${f(y)}) rotate(${f(turn)}) scale(${flip ? -scale : scale} ${scale})">${s}</g>`;
}

export function sock(x, { y = GROUND, colour = C.indigo, turn = 0, scale = 1 } = {}) {
    return at(
        x,
        y,
        path(
            'M-22 -86H20V-40C20 -30 26 -26 40 -24C64 -20 68 0 50 0H0C-16 0 -22 -10 -22 -24Z',
            colour,
        ) +
            rect(-26, -92, 50, 18, C.indigo100, 7) +
            line('M-22 -58H20M-22 -44H19', C.indigo100, 4, 'opacity="0.55"'),
        { turn, scale },
    );
}

/** A flat sheet of an exercise book seen from above at a slant; `written` lines are filled. */
export function notebook(
    x,
    { y = GROUND, written = 1, lines = 5, scale = 1, shapes = false } = {},
) {
    let s =
        path('M-132 0L-104 -120H104L132 0Z', C.celadonDark) +
        path('M-122 -6L-97 -116H97L122 -6Z', C.cream);
    s += line('M0 -116V-6', '#D8D5C3', 3);
    const row = (i, k, colour, width) => {
        const y0 = -100 + i * 20;
        const l = -92 - i * 4.2;
        return line(`M${f(l)} ${y0}H${f(mix(l, -14, k))}`, colour, width);
    };
    for (let i = 0; i < lines; i++) s += row(i, 1, '#E2DFCC', 3);
    for (let i = 0; i < lines; i++) {
        const k = Math.min(1, Math.max(0, written - i));
        if (k > 0.02) s += row(i, k, C.indigo, 5);
    }
    if (shapes)
        s +=
            path('M24 -48L50 -94L76 -48Z', 'none', `stroke="${C.seal}" stroke-width="5"`) +
            circle(86, -34, 15, 'none', `stroke="${C.celadon}" stroke-width="5"`);
    return at(x, y, s, { scale });
}

export function pencil(x, y, { turn = 0, scale = 1, colour = C.lamp } = {}) {
    return at(
        x,
        y,
        rect(-7, -120, 14, 100, colour) +
            rect(-7, -132, 14, 14, C.seal, 4) +
            path('M-7 -20L0 0L7 -20Z', '#F2DDB8') +
            path('M-2.6 -7.5L0 0L2.6 -7.5Z', C.ink) +
            rect(-2, -118, 4, 98, '#FFFFFF', 0, 'opacity="0.35"'),
        { turn, scale },
    );
}

/** An open book that stands towards us. */
export function openBook(x, { y = GROUND, scale = 1, cover = C.seal } = {}) {
    const page = (k) =>
        path(
            `M0 -8C${k * 30} -26 ${k * 84} -26 ${k * 112} -14V-104C${k * 84} -118 ${k * 30} -118 0 -98Z`,
            C.cream,
        );
    const text = (k) =>
        [-88, -72, -56]
            .map((h) =>
                line(
                    `M${k * 18} ${h}C${k * 40} ${h - 9} ${k * 70} ${h - 9} ${k * 96} ${h - 2}`,
                    '#CFCBB6',
                    4,
                ),
            )
            .join('');
    return at(
        x,
        y,
        path('M-122 0V-106C-80 -124 -30 -122 0 -104C30 -122 80 -124 122 -106V0Z', cover) +
            page(-1) +
            page(1) +
            text(-1) +
            text(1) +
            line('M0 -98V-8', '#D8D5C3', 3),
        { scale },
    );
}

export function closedBook(x, { y = GROUND, w = 150, colour = C.indigo, h = 26 } = {}) {
    return (
        rect(x - w / 2, y - h, w, h, colour, 6) +
        rect(x - w / 2 + 10, y - h + 6, w - 10, h - 12, C.cream, 3) +
        rect(x - w / 2, y - h, 12, h, colour, 5)
    );
}

export function cup(x, { y = GROUND, colour = C.celadon200, scale = 1 } = {}) {
    return at(
        x,
        y,
        line('M30 -52C58 -54 58 -18 28 -18', colour, 9) +
            path('M-34 -70H34L28 -6C27 -1 22 0 18 0H-18C-22 0 -27 -1 -28 -6Z', colour) +
            rect(-34, -74, 68, 9, '#FFFFFF', 4.5, 'opacity="0.6"'),
        { scale },
    );
}

export function plant(x, { y = GROUND, t = 0, scale = 1 } = {}) {
    const a = sway(t, 7) * 1.6;
    const leaf = (turn, l, c) =>
        `<g transform="translate(0 -58) rotate(${f(turn + a)})">${path(`M0 0C-22 -${l * 0.4} -16 -${l * 0.85} 0 -${l}C16 -${l * 0.85} 22 -${l * 0.4} 0 0Z`, c)}</g>`;
    return at(
        x,
        y,
        leaf(-46, 84, C.celadonMid) +
            leaf(46, 84, C.celadonMid) +
            leaf(-18, 118, C.celadon) +
            leaf(22, 106, '#338674') +
            path('M-40 -66H40L30 0H-30Z', '#C4714B') +
            rect(-45, -74, 90, 16, '#AD5F3C', 6),
        { scale },
    );
}

/** A telephone; `face` false shows its back. */
export function phone(x, y, { turn = 0, scale = 1, face = false, glow = 0 } = {}) {
    const s =
        rect(-40, -78, 80, 156, C.ink, 14) +
        (face
            ? rect(-34, -66, 68, 130, glow > 0 ? '#BFE3E0' : '#3A4A47', 6)
            : rect(-36, -74, 72, 148, '#3C5350', 12) +
              circle(-18, -54, 10, C.ink) +
              circle(-18, -54, 4.5, '#6F8A84'));
    return (
        (glow > 0 ? fade(glow, circle(x, y, 190 * scale, 'url(#glow-soft)')) : '') +
        at(x, y, s, { turn, scale })
    );
}

export function clothes(x, y) {
    const fold = (h, w, c) => rect(x - w / 2, y - h, w, 24, c, 9);
    return (
        fold(24, 128, C.indigo) +
        fold(48, 122, '#D9A066') +
        fold(72, 116, C.celadon200) +
        rect(x - 58, y - 36, 116, 3, '#FFFFFF', 1, 'opacity="0.4"')
    );
}

/** A speech bubble; its tail points down-left unless flipped. */
export function bubble(
    x,
    y,
    w,
    h,
    { colour = C.cream, content = '', flip = false, opacity = 1 } = {},
) {
    const k = flip ? -1 : 1;
    const tail = path(
        `M${f(-k * w * 0.26)} ${f(h / 2 - 6)}L${f(-k * w * 0.36)} ${f(h / 2 + 30)}L${f(-k * w * 0.06)} ${f(h / 2 - 4)}Z`,
        colour,
    );
    return at(x, y, tail + rect(-w / 2, -h / 2, w, h, colour, Math.min(w, h) * 0.36) + content, {
        opacity,
    });
}
