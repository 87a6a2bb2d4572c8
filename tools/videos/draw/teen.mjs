// What belongs to a family with an older child: week plan, diary, pencil case, bottle, umbrella, clinic.

import { at, C, circle, ellipse, f, fade, GROUND, line, path, rect, scoop } from './base.mjs';

const WEEK = [
    [0, 0.3, 'lamp'],
    [1, 0.46, 'seal'],
    [2, 0.3, 'celadonMid'],
    [3, 0.46, 'lamp'],
    [4, 0.3, 'seal'],
    [0, 0.62, 'celadonMid'],
    [2, 0.62, 'indigo'],
    [4, 0.62, 'lamp'],
];

/** A plan of five days; `filled` counts its coloured parts (0 to 8), `sleep` from 0 to 1 the nights. */
export function weekPlan(x, y, w, h, { filled = 8, sleep = 1 } = {}) {
    const column = w / 5;
    let s = rect(x, y, w, h, C.cream, 10, `stroke="${C.celadon200}" stroke-width="4"`);
    s += rect(x, y, w, h * 0.15, C.celadon100, 10);
    for (let i = 0; i < 5; i++) {
        const cx = x + column * (i + 0.5);
        s += circle(cx, y + h * 0.075, 7, C.celadon);
        if (i > 0)
            s += line(`M${f(x + column * i)} ${f(y + h * 0.16)}V${f(y + h - 8)}`, '#E6E2CF', 3);
        const k = Math.min(1, Math.max(0, sleep * 5 - i));
        if (k > 0)
            s += rect(x + column * i + 7, y + h * 0.8, (column - 14) * k, h * 0.15, C.indigo, 7);
    }
    WEEK.forEach(([day, row, colour], i) => {
        s += fade(
            Math.min(1, Math.max(0, filled - i)),
            rect(x + column * day + 9, y + h * (row - 0.09), column - 18, h * 0.12, C[colour], 6),
        );
    });
    return s;
}

/** A closed diary that lies on the table, with a strap and a small lock. */
export function diary(x, { y = GROUND, scale = 1, colour = C.plum } = {}) {
    return at(
        x,
        y,
        path('M-112 0L-88 -92H96L120 0Z', '#5C3350') +
            path('M-104 -10L-84 -96H92L114 -10Z', colour) +
            path('M52 -96H70L84 -10H62Z', C.lamp) +
            rect(56, -62, 28, 24, C.lamp700, 6) +
            circle(70, -50, 4, C.lamp100) +
            path(
                'M-14 -40C-40 -60 -30 -78 -16 -74C-12 -73 -10 -70 -10 -67C-9 -70 -7 -73 -3 -74C12 -77 16 -58 -14 -40Z',
                '#E9C9DC',
            ),
        { scale },
    );
}

/** Two short arcs beside a door: somebody knocks. `k` from 0 to 1 lets them come and go. */
export function knocks(x, y, k) {
    const arc = (r) =>
        line(
            `M${f(x - r)} ${f(y - r * 0.8)}q${f(-r * 0.7)} ${f(r * 0.8)} 0 ${f(r * 1.6)}`,
            C.lamp,
            7,
        );
    return fade(Math.min(1, k * 2), arc(16)) + fade(Math.max(0, k * 2 - 1), arc(34));
}

export function bottle(x, { y = GROUND, scale = 1 } = {}) {
    return at(
        x,
        y,
        path('M-24 0V-96C-24 -116 -12 -118 -12 -132H12C12 -118 24 -116 24 -96V0Z', '#CFE5EA') +
            rect(-24, -74, 48, 74, '#A9CFD8', 6) +
            rect(-14, -148, 28, 18, C.celadon, 5) +
            rect(-24, -64, 48, 26, C.cream),
        { scale },
    );
}

/** A see-through case with pens, a ruler and two cards; `inside` from 0 to 1 fills it. */
export function clearCase(x, inside, { y = GROUND, scale = 1 } = {}) {
    const drop = (i, s) => {
        const k = Math.min(1, Math.max(0, inside * 4 - i));
        return fade(k, at(0, -90 * (1 - k), s));
    };
    return at(
        x,
        y,
        rect(-150, -128, 300, 128, '#FFFFFF', 14, 'opacity="0.5"') +
            drop(0, rect(-128, -104, 96, 64, C.indigo100, 6) + circle(-104, -76, 14, C.indigo)) +
            drop(0, line('M-80 -84H-46M-80 -68H-46', C.indigo, 5)) +
            drop(
                1,
                rect(-18, -92, 88, 58, C.lamp100, 6) + line('M-4 -74H54M-4 -56H36', C.lamp700, 5),
            ) +
            drop(2, rect(84, -112, 12, 96, C.celadon, 5) + path('M84 -16L90 -2L96 -16Z', C.ink)) +
            drop(3, rect(108, -112, 12, 96, C.ink, 5) + path('M108 -16L114 -2L120 -16Z', C.ink)) +
            rect(-150, -128, 300, 128, 'none', 14, `stroke="${C.celadonMid}" stroke-width="6"`) +
            rect(-150, -134, 300, 16, C.celadonMid, 8),
        { scale },
    );
}

/** An open umbrella; (x, y) is the end of its handle. */
export function umbrella(x, y, { scale = 1, colour = C.seal } = {}) {
    return at(
        x,
        y,
        line('M0 -170V-10C0 12 -26 12 -26 -6', C.woodDark, 8) +
            path(
                'M-150 -150C-140 -250 140 -250 150 -150C126 -172 100 -172 76 -150C52 -172 26 -172 0 -150C-26 -172 -52 -172 -76 -150C-100 -172 -126 -172 -150 -150Z',
                colour,
            ) +
            line('M0 -226V-240', C.woodDark, 7),
        { scale },
    );
}

/** A small clinic with a cross over its door; `lit` from 0 to 1 is the door's light. */
export function clinic(x, { y = GROUND, scale = 1, lit = 1 } = {}) {
    const win = (wx) => `<path d="${scoop(wx, -112, 48, 48, 7)}" fill="#FDF1CF"/>`;
    return at(
        x,
        y,
        fade(lit, circle(0, -50, 190, 'url(#glow-soft)')) +
            rect(-140, -150, 280, 150, '#EFEADB', 6) +
            rect(-154, -164, 308, 22, C.celadonDark, 8) +
            circle(0, -186, 34, C.cream, `stroke="${C.celadon}" stroke-width="5"`) +
            rect(-6, -204, 12, 36, C.celadon, 3) +
            rect(-18, -192, 36, 12, C.celadon, 3) +
            win(-116) +
            win(68) +
            rect(-34, -92, 68, 92, C.celadonMid, 5) +
            fade(lit, rect(-24, -82, 22, 72, C.lit, 3) + rect(2, -82, 22, 72, C.lit, 3)),
        { scale },
    );
}

/** A way from one place to another in dots; `gone` from 0 to 1 is how far somebody came. */
export function way(x1, x2, y, gone) {
    let s = '';
    for (let i = 0; i <= 12; i++) {
        const k = i / 12;
        const py = y + Math.sin(k * Math.PI * 2) * 5;
        s += ellipse(x1 + (x2 - x1) * k, py, 9, 5, k <= gone ? C.lamp : '#E5DCC0');
    }
    return s;
}
