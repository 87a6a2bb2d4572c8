// Things that one or two lessons need: houses, clinic, picture list, box for phones, a sheet of paper, a tree.

import { at, C, circle, f, fade, GROUND, line, mix, path, rect, scoop, sway } from './base.mjs';

/** The house of the product's mark, `w` wide; `lit` from 0 to 1 is its window. */
export function house(
    x,
    { w = 260, y = GROUND, lit = 0, wall = C.celadon, roof = C.celadonDark } = {},
) {
    const k = w / 30;
    const win =
        `<path d="${scoop(11, 16.6, 10, 8.8, 1.6)}" fill="#2C7262"/>` +
        fade(lit, `<path d="${scoop(11, 16.6, 10, 8.8, 1.6)}" fill="${C.lit}"/>`) +
        rect(15.6, 16.6, 0.8, 8.8, wall) +
        rect(11, 20.6, 10, 0.8, wall);
    const light = fade(lit, circle(16, 21, 11, 'url(#glow)'));
    return (
        `<g transform="translate(${f(x - 16 * k)} ${f(y - 28 * k)}) scale(${f(k)})">` +
        rect(6, 16, 20, 12, wall) +
        `<path d="M1.2 15.2C8 13.9 12.8 9.6 16 3.6C19.2 9.6 24 13.9 30.8 15.2C29.6 17 27.8 17.9 26 18H6C4.2 17.9 2.4 17 1.2 15.2Z" fill="${roof}"/>${light}${win}</g>`
    );
}

/** Four pictures one under another, and a magnet beside the one that is next (0 to 4). */
export function pictureList(x, y, at4) {
    const row = (i, icon) => {
        const cy = y + 46 + i * 66;
        const done = at4 >= i + 0.6;
        return (
            rect(x - 74, cy - 29, 116, 58, done ? C.lamp100 : '#F1F0E4', 9) + at(x - 16, cy, icon)
        );
    };
    const icons = [sunIcon(), dropIcon(), at(0, 14, bowlIcon()), bagIcon()];
    const my = y + 46 + Math.min(3, at4) * 66;
    return (
        rect(x - 96, y, 192, 284, C.cream, 10, `stroke="${C.celadon200}" stroke-width="4"`) +
        rect(x - 26, y - 9, 52, 18, C.celadon, 6) +
        icons.map((s, i) => row(i, s)).join('') +
        circle(x + 68, my, 14, C.seal) +
        circle(x + 64, my - 4, 4, '#D77A6B')
    );
}

function sunIcon() {
    const rays = [0, 45, 90, 135, 180, 225, 270, 315]
        .map((a) => `<g transform="rotate(${a})">${rect(-2, -25, 4, 8, C.lamp, 2)}</g>`)
        .join('');
    return circle(0, 0, 12, C.lamp) + rays;
}

function dropIcon() {
    return (
        path('M0 -24C8 -12 17 -4 17 8A17 16 0 0 1 -17 8C-17 -4 -8 -12 0 -24Z', '#7FB0C4') +
        line('M-8 9C-7 14 -4 17 1 18', '#FFFFFF', 3)
    );
}

function bowlIcon() {
    return (
        path(
            'M-26 -16C-24 2 -12 6 0 6S24 2 26 -16Z',
            '#FFFFFF',
            'stroke="#D8D5C3" stroke-width="1.5"',
        ) + rect(-30, -20, 60, 6, C.indigo, 3)
    );
}

function bagIcon() {
    return (
        line('M-9 -18C-7 -27 7 -27 9 -18', C.celadonDark, 4) +
        path('M-20 20V-4C-20 -16 -12 -19 0 -19S20 -16 20 -4V20Z', C.celadonMid) +
        rect(-12, 0, 24, 13, C.celadon, 3)
    );
}

/** A long box in which telephones lie under a small cover; `filled` counts them, 0 to 3. */
export function phoneBed(x, filled, { night = false } = {}) {
    const wood = night ? '#7C5B3F' : '#A8713F';
    const one = (i) => {
        const k = Math.min(1, Math.max(0, filled - i));
        const dx = -112 + i * 112;
        return k <= 0
            ? ''
            : at(
                  dx,
                  mix(-190, -86, k),
                  rect(-36, -66, 72, 132, C.ink, 13) +
                      rect(-32, -62, 64, 124, i === 1 ? '#4A6B66' : '#3C5350', 10) +
                      circle(-15, -46, 8.5, C.ink) +
                      circle(-15, -46, 3.6, '#6F8A84'),
                  { opacity: Math.min(1, k * 2) },
              );
    };
    const pillow = [0, 1, 2]
        .map((i) => rect(-112 + i * 112 - 40, -150, 80, 40, night ? '#D9DED2' : C.cream, 14))
        .join('');
    const cover = [0, 1, 2]
        .map((i) =>
            fade(
                Math.min(1, Math.max(0, (filled - i - 0.6) / 0.4)),
                rect(-112 + i * 112 - 46, -88, 92, 82, [C.celadonMid, C.plum, C.indigo][i], 12) +
                    rect(-112 + i * 112 - 46, -88, 92, 14, '#FFFFFF', 7, 'opacity="0.25"'),
            ),
        )
        .join('');
    return at(
        x,
        GROUND,
        rect(-184, -176, 368, 176, wood, 12) +
            rect(-172, -164, 344, 152, night ? '#57402D' : '#8A5A33', 8) +
            pillow +
            one(0) +
            one(1) +
            one(2) +
            cover +
            rect(-184, -26, 368, 26, wood, 8),
    );
}

const LINE_LENGTHS = [1, 0.8, 0.92, 0.7];

/** Where the pencil stands on a `sheet` of the same measures. */
export function lineEnd(x, y, w, h, lines) {
    const i = Math.floor(lines);
    return [x - w * 0.25 + w * 0.6 * LINE_LENGTHS[i] * (lines - i), y + h * (0.22 + i * 0.19)];
}

/** A sheet of paper on which `lines` (0 to 4, fractions allowed) are written. */
export function sheet(x, y, w, h, lines) {
    let s = rect(x - w / 2, y, w, h, C.cream, 8);
    for (let i = 0; i < 4; i++) {
        const k = Math.min(1, Math.max(0, lines - i));
        const ly = y + h * (0.22 + i * 0.19);
        s +=
            circle(x - w * 0.36, ly, 8, k > 0 ? C.lamp : '#EDEADB') +
            line(`M${f(x - w * 0.25)} ${f(ly)}h${f(w * 0.6)}`, '#EDEADB', 6);
        if (k > 0.02)
            s += line(
                `M${f(x - w * 0.25)} ${f(ly)}h${f(w * 0.6 * k * LINE_LENGTHS[i])}`,
                C.indigo,
                6,
            );
    }
    return s;
}

export function tree(x, { scale = 1, y = GROUND, t = 0 } = {}) {
    return at(
        x,
        y,
        rect(-9, -120, 18, 120, C.woodDark, 6) +
            at(
                sway(t, 8) * 2,
                0,
                circle(-44, -150, 52, C.celadonMid) +
                    circle(40, -154, 56, '#338674') +
                    circle(0, -200, 60, C.celadon),
            ),
        { scale },
    );
}

export function school(x, { y = GROUND, scale = 1 } = {}) {
    const win = (wx, wy) =>
        rect(wx, wy, 34, 40, '#FDF1CF', 4) + rect(wx + 15, wy, 4, 40, C.celadonDark);
    return at(
        x,
        y,
        rect(-130, -150, 260, 150, '#E9E3CE', 4) +
            path('M-146 -150L0 -206L146 -150Z', C.celadonDark) +
            circle(0, -168, 16, C.cream, `stroke="${C.lamp}" stroke-width="4"`) +
            line('M0 -168V-177M0 -168H6', C.ink, 3) +
            win(-112, -128) +
            win(-66, -128) +
            win(32, -128) +
            win(78, -128) +
            win(-112, -66) +
            win(78, -66) +
            win(-66, -66) +
            win(32, -66) +
            rect(-22, -66, 44, 66, C.celadonMid, 4) +
            line('M0 -206V-262', C.woodDark, 5) +
            path('M2 -262H44L34 -248L44 -234H2Z', C.seal),
        { scale },
    );
}

/** A small clinic with a green cross. */
export function clinic(x, { y = GROUND, scale = 1 } = {}) {
    const win = (wx, wy) =>
        rect(wx, wy, 38, 40, '#FDF1CF', 4) + rect(wx + 17, wy, 4, 40, C.celadonDark);
    return at(
        x,
        y,
        rect(-150, -176, 300, 176, '#F4F2E4', 6) +
            rect(-162, -188, 324, 18, C.celadonDark, 6) +
            circle(0, -224, 40, C.cream, `stroke="${C.celadon}" stroke-width="7"`) +
            rect(-7, -246, 14, 44, C.celadon, 3) +
            rect(-22, -231, 44, 14, C.celadon, 3) +
            win(-124, -146) +
            win(-70, -146) +
            win(32, -146) +
            win(86, -146) +
            win(-124, -80) +
            win(86, -80) +
            rect(-40, -92, 80, 92, C.celadonMid, 5) +
            rect(-2, -92, 4, 92, C.celadonDark),
        { scale },
    );
}
