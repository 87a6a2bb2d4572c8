// Things of the house that one or two lessons need: cradle, bath, tray for phones, picture list, houses.

import { at, C, circle, ellipse, f, fade, GROUND, line, mix, path, rect, scoop, sway } from './base.mjs';

/** The house of the product's mark, `w` wide; `lit` from 0 to 1 is its window. */
export function house(x, { w = 260, y = GROUND, lit = 0, wall = C.celadon, roof = C.celadonDark } = {}) {
    const k = w / 30;
    const win = `<path d="${scoop(11, 16.6, 10, 8.8, 1.6)}" fill="#2C7262"/>`
        + fade(lit, `<path d="${scoop(11, 16.6, 10, 8.8, 1.6)}" fill="${C.lit}"/>`)
        + rect(15.6, 16.6, 0.8, 8.8, wall) + rect(11, 20.6, 10, 0.8, wall);
    const light = fade(lit, circle(16, 21, 11, 'url(#glow)'));
    return `<g transform="translate(${f(x - 16 * k)} ${f(y - 28 * k)}) scale(${f(k)})">`
        + rect(6, 16, 20, 12, wall)
        + `<path d="M1.2 15.2C8 13.9 12.8 9.6 16 3.6C19.2 9.6 24 13.9 30.8 15.2C29.6 17 27.8 17.9 26 18H6C4.2 17.9 2.4 17 1.2 15.2Z" fill="${roof}"/>${light}${win}</g>`;
}

/** Four pictures one under another, and a magnet beside the one that is next (0 to 4). */
export function pictureList(x, y, at4) {
    const row = (i, icon) => {
        const cy = y + 46 + i * 66;
        const done = at4 >= i + 0.6;
        return rect(x - 74, cy - 29, 116, 58, done ? C.lamp100 : '#F1F0E4', 9) + at(x - 16, cy, icon);
    };
    const icons = [sunIcon(), dropIcon(), at(0, 14, bowlIcon()), bagIcon()];
    const my = y + 46 + Math.min(3, at4) * 66;
    return rect(x - 96, y, 192, 284, C.cream, 10, `stroke="${C.celadon200}" stroke-width="4"`) + rect(x - 26, y - 9, 52, 18, C.celadon, 6)
        + icons.map((s, i) => row(i, s)).join('') + circle(x + 68, my, 14, C.seal) + circle(x + 64, my - 4, 4, '#D77A6B');
}

function sunIcon() {
    const rays = [0, 45, 90, 135, 180, 225, 270, 315].map((a) => `<g transform="rotate(${a})">${rect(-2, -25, 4, 8, C.lamp, 2)}</g>`).join('');
    return circle(0, 0, 12, C.lamp) + rays;
}

function dropIcon() {
    return path('M0 -24C8 -12 17 -4 17 8A17 16 0 0 1 -17 8C-17 -4 -8 -12 0 -24Z', '#7FB0C4') + line('M-8 9C-7 14 -4 17 1 18', '#FFFFFF', 3);
}

function bowlIcon() {
    return path('M-26 -16C-24 2 -12 6 0 6S24 2 26 -16Z', '#FFFFFF', 'stroke="#D8D5C3" stroke-width="1.5"') + rect(-30, -20, 60, 6, C.indigo, 3);
}

function bagIcon() {
    return line('M-9 -18C-7 -27 7 -27 9 -18', C.celadonDark, 4) + path('M-20 20V-4C-20 -16 -12 -19 0 -19S20 -16 20 -4V20Z', C.celadonMid) + rect(-12, 0, 24, 13, C.celadon, 3);
}

/** A cot with bars; what lies in it is drawn behind the bars. */
export function cot(x, inside = '') {
    const bars = [-122, -34, 10, 54, 98].map((b) => rect(b - 4, -142, 8, 104, '#C99A62', 4)).join('');
    return at(x, GROUND, rect(-150, -60, 300, 26, '#EFE3C8', 8) + inside + rect(-164, -170, 16, 170, '#B98552', 8) + rect(148, -170, 16, 170, '#B98552', 8)
        + bars + rect(-156, -148, 312, 13, '#B98552', 6) + rect(-156, -44, 312, 14, '#B98552', 6));
}

/** A head with closed, smiling eyes. `big` has hair tied up, the small one a single curl. */
export function face(x, y, r, { big = false, look = 0, hair = '#3A2C22' } = {}) {
    const skin = '#F0C9A0';
    const e = (dx) => line(`M${f(dx - r * 0.13 + look)} ${f(-r * 0.02)}q${f(r * 0.13)} ${f(-r * 0.16)} ${f(r * 0.26)} 0`, hair, r * 0.06);
    const cheeks = circle(-r * 0.56 + look, r * 0.24, r * 0.14, '#E79B7E', 'opacity="0.55"') + circle(r * 0.56 + look, r * 0.24, r * 0.14, '#E79B7E', 'opacity="0.55"');
    const mouth = line(`M${f(-r * 0.2 + look)} ${f(r * 0.34)}q${f(r * 0.2)} ${f(r * 0.22)} ${f(r * 0.4)} 0`, '#A63A2B', r * 0.07);
    const back = big ? circle(0, -r * 1.12, r * 0.34, hair) + circle(0, -r * 0.1, r * 1.07, hair) : '';
    const front = big
        ? path(`M${f(-r)} ${f(-r * 0.02)}C${f(-r * 0.98)} ${f(-r * 1.46)} ${f(r * 0.98)} ${f(-r * 1.46)} ${f(r)} ${f(-r * 0.02)}C${f(r * 0.7)} ${f(-r * 0.62)} ${f(r * 0.1)} ${f(-r * 0.72)} ${f(-r * 0.2)} ${f(-r * 0.7)}C${f(-r * 0.6)} ${f(-r * 0.6)} ${f(-r * 0.9)} ${f(-r * 0.4)} ${f(-r)} ${f(-r * 0.02)}Z`, hair)
        : line(`M${f(-r * 0.06)} ${f(-r * 0.98)}c${f(-r * 0.1)} ${f(-r * 0.3)} ${f(r * 0.34)} ${f(-r * 0.3)} ${f(r * 0.22)} ${f(-r * 0.02)}`, hair, r * 0.08);
    return at(x, y, back + circle(-r * 0.98, r * 0.08, r * 0.16, skin) + circle(r * 0.98, r * 0.08, r * 0.16, skin) + circle(0, 0, r, skin) + front + e(-r * 0.36) + e(r * 0.36) + cheeks + mouth);
}

/** A mobile that hangs from the ceiling and turns slowly. */
export function mobile(x, y, t) {
    const reach = (p) => Math.cos((t / 14 + p) * 2 * Math.PI) * 96;
    const hang = (p, l, s) => {
        const dx = reach(p);
        return line(`M${f(dx)} 0V${l}`, C.celadonDark, 2.5) + at(dx, l + 18, s, { turn: sway(t, 6, p) * 5 });
    };
    const moonShape = path('M-6 -20A20 20 0 1 0 18 10A17 17 0 0 1 -6 -20Z', C.lamp);
    const starShape = path('M0 -22L6 -7L22 -6L10 4L14 20L0 11L-14 20L-10 4L-22 -6L-6 -7Z', C.seal);
    const cloud = ellipse(0, 0, 26, 14, '#FFFFFF') + circle(-8, -9, 13, '#FFFFFF') + circle(10, -7, 11, '#FFFFFF');
    return line(`M${x} 0V${y}`, C.celadonDark, 3) + at(x, y, line('M-100 0H100', C.celadonDark, 5) + hang(0, 50, moonShape) + hang(0.34, 84, cloud) + hang(0.68, 62, starShape));
}

export function rattle(x, y, { turn = 0, scale = 1 } = {}) {
    return at(x, y, rect(-9, 30, 18, 92, C.wood, 9) + circle(0, 130, 18, 'none', `stroke="${C.wood}" stroke-width="11"`) + circle(0, 0, 54, C.lamp)
        + path('M-54 0A54 54 0 0 0 54 0Z', C.seal) + rect(-55, -6, 110, 12, C.cream) + circle(-18, -26, 8, '#FFF0C9') + circle(14, 26, 7, '#D77A6B'), { turn, scale });
}

export function bath(x, t) {
    const foam = [[-120, 26], [-78, 36], [-28, 28], [24, 38], [80, 30], [124, 22]].map(([dx, r], i) => circle(dx, -128 + sway(t, 6, i * 0.17) * 3, r, i % 2 ? '#FFFFFF' : '#EEF6F3')).join('');
    return at(x, GROUND, duck(6, -150 + sway(t, 5) * 4) + foam + path('M-176 -120H176C172 -40 140 -14 96 -14H-96C-140 -14 -172 -40 -176 -120Z', '#BFD9DF')
        + rect(-190, -128, 380, 20, '#DCEBEE', 10) + rect(-110, -16, 26, 16, C.celadon200, 6) + rect(84, -16, 26, 16, C.celadon200, 6));
}

function duck(x, y) {
    return at(x, y, path('M-44 10C-50 -16 -20 -18 -6 -12C4 -18 40 -22 52 -24C50 8 30 26 4 26C-20 26 -40 26 -44 10Z', C.lamp) + circle(-22, -28, 24, C.lamp)
        + path('M-44 -28L-64 -22L-44 -17Z', C.seal) + circle(-28, -33, 3.4, C.ink) + path('M2 0C14 -10 30 -8 36 -4C30 12 12 14 2 0Z', '#DDA037'));
}

/** A long box in which telephones lie under a small cover; `filled` counts them, 0 to 3. */
export function phoneBed(x, filled, { night = false } = {}) {
    const wood = night ? '#7C5B3F' : '#A8713F';
    const one = (i) => {
        const k = Math.min(1, Math.max(0, filled - i));
        const dx = -112 + i * 112;
        return k <= 0 ? '' : at(dx, mix(-190, -86, k), rect(-36, -66, 72, 132, C.ink, 13) + rect(-32, -62, 64, 124, i === 1 ? '#4A6B66' : '#3C5350', 10)
            + circle(-15, -46, 8.5, C.ink) + circle(-15, -46, 3.6, '#6F8A84'), { opacity: Math.min(1, k * 2) });
    };
    const pillow = [0, 1, 2].map((i) => rect(-112 + i * 112 - 40, -150, 80, 40, night ? '#D9DED2' : C.cream, 14)).join('');
    const cover = [0, 1, 2].map((i) => fade(Math.min(1, Math.max(0, (filled - i - 0.6) / 0.4)), rect(-112 + i * 112 - 46, -88, 92, 82, [C.celadonMid, C.plum, C.indigo][i], 12)
        + rect(-112 + i * 112 - 46, -88, 92, 14, '#FFFFFF', 7, 'opacity="0.25"'))).join('');
    return at(x, GROUND, rect(-184, -176, 368, 176, wood, 12) + rect(-172, -164, 344, 152, night ? '#57402D' : '#8A5A33', 8) + pillow + one(0) + one(1) + one(2) + cover
        + rect(-184, -26, 368, 26, wood, 8));
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
        s += circle(x - w * 0.36, ly, 8, k > 0 ? C.lamp : '#EDEADB') + line(`M${f(x - w * 0.25)} ${f(ly)}h${f(w * 0.6)}`, '#EDEADB', 6);
        if (k > 0.02) s += line(`M${f(x - w * 0.25)} ${f(ly)}h${f(w * 0.6 * k * LINE_LENGTHS[i])}`, C.indigo, 6);
    }
    return s;
}

export function tree(x, { scale = 1, y = GROUND, t = 0 } = {}) {
    return at(x, y, rect(-9, -120, 18, 120, C.woodDark, 6) + at(sway(t, 8) * 2, 0, circle(-44, -150, 52, C.celadonMid) + circle(40, -154, 56, '#338674') + circle(0, -200, 60, C.celadon)), { scale });
}

export function school(x, { y = GROUND, scale = 1 } = {}) {
    const win = (wx, wy) => rect(wx, wy, 34, 40, '#FDF1CF', 4) + rect(wx + 15, wy, 4, 40, C.celadonDark);
    return at(x, y, rect(-130, -150, 260, 150, '#E9E3CE', 4) + path('M-146 -150L0 -206L146 -150Z', C.celadonDark) + circle(0, -168, 16, C.cream, `stroke="${C.lamp}" stroke-width="4"`)
        + line('M0 -168V-177M0 -168H6', C.ink, 3) + win(-112, -128) + win(-66, -128) + win(32, -128) + win(78, -128) + win(-112, -66) + win(78, -66) + win(-66, -66) + win(32, -66)
        + rect(-22, -66, 44, 66, C.celadonMid, 4) + line('M0 -206V-262', C.woodDark, 5) + path('M2 -262H44L34 -248L44 -234H2Z', C.seal), { scale });
}
