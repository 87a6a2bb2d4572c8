// What belongs to a family with a baby: faces, cot, mobile, rattle and bath.

import { at, C, circle, ellipse, f, GROUND, line, path, rect, sway } from './base.mjs';

/** A cot with bars; what lies in it is drawn behind the bars. */
export function cot(x, inside = '') {
    const bars = [-122, -34, 10, 54, 98]
        .map((b) => rect(b - 4, -142, 8, 104, '#C99A62', 4))
        .join('');
    return at(
        x,
        GROUND,
        rect(-150, -60, 300, 26, '#EFE3C8', 8) +
            inside +
            rect(-164, -170, 16, 170, '#B98552', 8) +
            rect(148, -170, 16, 170, '#B98552', 8) +
            bars +
            rect(-156, -148, 312, 13, '#B98552', 6) +
            rect(-156, -44, 312, 14, '#B98552', 6),
    );
}

/** A head with closed, smiling eyes. `big` has hair tied up, `short` short hair, the small one a single curl. */
export function face(x, y, r, { big = false, short = false, look = 0, hair = '#3A2C22' } = {}) {
    const skin = '#F0C9A0';
    const e = (dx) =>
        line(
            `M${f(dx - r * 0.13 + look)} ${f(-r * 0.02)}q${f(r * 0.13)} ${f(-r * 0.16)} ${f(r * 0.26)} 0`,
            hair,
            r * 0.06,
        );
    const cheeks =
        circle(-r * 0.56 + look, r * 0.24, r * 0.14, '#E79B7E', 'opacity="0.55"') +
        circle(r * 0.56 + look, r * 0.24, r * 0.14, '#E79B7E', 'opacity="0.55"');
    const mouth = line(
        `M${f(-r * 0.2 + look)} ${f(r * 0.34)}q${f(r * 0.2)} ${f(r * 0.22)} ${f(r * 0.4)} 0`,
        '#A63A2B',
        r * 0.07,
    );
    const back = big
        ? circle(0, -r * 1.12, r * 0.34, hair) + circle(0, -r * 0.1, r * 1.07, hair)
        : '';
    const front = short
        ? path(
              `M${f(-r * 1.02)} ${f(r * 0.02)}C${f(-r * 1.16)} ${f(-r * 1.42)} ${f(r * 1.16)} ${f(-r * 1.42)} ${f(r * 1.02)} ${f(r * 0.02)}C${f(r * 0.92)} ${f(-r * 0.4)} ${f(r * 0.72)} ${f(-r * 0.56)} ${f(r * 0.4)} ${f(-r * 0.56)}C${f(0)} ${f(-r * 0.52)} ${f(-r * 0.3)} ${f(-r * 0.66)} ${f(-r * 0.62)} ${f(-r * 0.54)}C${f(-r * 0.86)} ${f(-r * 0.42)} ${f(-r * 0.94)} ${f(-r * 0.3)} ${f(-r * 1.02)} ${f(r * 0.02)}Z`,
              hair,
          )
        : big
          ? path(
                `M${f(-r)} ${f(-r * 0.02)}C${f(-r * 0.98)} ${f(-r * 1.46)} ${f(r * 0.98)} ${f(-r * 1.46)} ${f(r)} ${f(-r * 0.02)}C${f(r * 0.7)} ${f(-r * 0.62)} ${f(r * 0.1)} ${f(-r * 0.72)} ${f(-r * 0.2)} ${f(-r * 0.7)}C${f(-r * 0.6)} ${f(-r * 0.6)} ${f(-r * 0.9)} ${f(-r * 0.4)} ${f(-r)} ${f(-r * 0.02)}Z`,
                hair,
            )
          : line(
                `M${f(-r * 0.06)} ${f(-r * 0.98)}c${f(-r * 0.1)} ${f(-r * 0.3)} ${f(r * 0.34)} ${f(-r * 0.3)} ${f(r * 0.22)} ${f(-r * 0.02)}`,
                hair,
                r * 0.08,
            );
    return at(
        x,
        y,
        back +
            circle(-r * 0.98, r * 0.08, r * 0.16, skin) +
            circle(r * 0.98, r * 0.08, r * 0.16, skin) +
            circle(0, 0, r, skin) +
            front +
            e(-r * 0.36) +
            e(r * 0.36) +
            cheeks +
            mouth,
    );
}

/** A mobile that hangs from the ceiling and turns slowly. */
export function mobile(x, y, t) {
    const reach = (p) => Math.cos((t / 14 + p) * 2 * Math.PI) * 96;
    const hang = (p, l, s) => {
        const dx = reach(p);
        return (
            line(`M${f(dx)} 0V${l}`, C.celadonDark, 2.5) +
            at(dx, l + 18, s, { turn: sway(t, 6, p) * 5 })
        );
    };
    const moonShape = path('M-6 -20A20 20 0 1 0 18 10A17 17 0 0 1 -6 -20Z', C.lamp);
    const starShape = path('M0 -22L6 -7L22 -6L10 4L14 20L0 11L-14 20L-10 4L-22 -6L-6 -7Z', C.seal);
    const cloud =
        ellipse(0, 0, 26, 14, '#FFFFFF') +
        circle(-8, -9, 13, '#FFFFFF') +
        circle(10, -7, 11, '#FFFFFF');
    return (
        line(`M${x} 0V${y}`, C.celadonDark, 3) +
        at(
            x,
            y,
            line('M-100 0H100', C.celadonDark, 5) +
                hang(0, 50, moonShape) +
                hang(0.34, 84, cloud) +
                hang(0.68, 62, starShape),
        )
    );
}

export function rattle(x, y, { turn = 0, scale = 1 } = {}) {
    return at(
        x,
        y,
        rect(-9, 30, 18, 92, C.wood, 9) +
            circle(0, 130, 18, 'none', `stroke="${C.wood}" stroke-width="11"`) +
            circle(0, 0, 54, C.lamp) +
            path('M-54 0A54 54 0 0 0 54 0Z', C.seal) +
            rect(-55, -6, 110, 12, C.cream) +
            circle(-18, -26, 8, '#FFF0C9') +
            circle(14, 26, 7, '#D77A6B'),
        { turn, scale },
    );
}

export function bath(x, t) {
    const foam = [
        [-120, 26],
        [-78, 36],
        [-28, 28],
        [24, 38],
        [80, 30],
        [124, 22],
    ]
        .map(([dx, r], i) =>
            circle(dx, -128 + sway(t, 6, i * 0.17) * 3, r, i % 2 ? '#FFFFFF' : '#EEF6F3'),
        )
        .join('');
    return at(
        x,
        GROUND,
        duck(6, -150 + sway(t, 5) * 4) +
            foam +
            path(
                'M-176 -120H176C172 -40 140 -14 96 -14H-96C-140 -14 -172 -40 -176 -120Z',
                '#BFD9DF',
            ) +
            rect(-190, -128, 380, 20, '#DCEBEE', 10) +
            rect(-110, -16, 26, 16, C.celadon200, 6) +
            rect(84, -16, 26, 16, C.celadon200, 6),
    );
}

function duck(x, y) {
    return at(
        x,
        y,
        path(
            'M-44 10C-50 -16 -20 -18 -6 -12C4 -18 40 -22 52 -24C50 8 30 26 4 26C-20 26 -40 26 -44 10Z',
            C.lamp,
        ) +
            circle(-22, -28, 24, C.lamp) +
            path('M-44 -28L-64 -22L-44 -17Z', C.seal) +
            circle(-28, -33, 3.4, C.ink) +
            path('M2 0C14 -10 30 -8 36 -4C30 12 12 14 2 0Z', '#DDA037'),
    );
}
