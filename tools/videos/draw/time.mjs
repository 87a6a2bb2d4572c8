// Things that let time be seen or heard: clock, sand timer, a note of a song.

import { at, C, circle, ellipse, f, GROUND, line, path, rect } from './base.mjs';

/** A wall clock. `minutes` after twelve sets both hands; `slice` = [from, to] minutes is coloured. */
export function clock(x, y, r, { minutes = 0, slice = null, opacity = 1, rim = C.celadon } = {}) {
    let s = circle(0, 0, r, C.cream, `stroke="${rim}" stroke-width="${f(r * 0.115)}"`);
    if (slice) s += wedge(r * 0.84, slice[0], slice[1]);
    s += [0, 90, 180, 270]
        .map(
            (a) =>
                `<g transform="rotate(${a})">${rect(-r * 0.035, -r * 0.86, r * 0.07, r * 0.19, rim, r * 0.035)}</g>`,
        )
        .join('');
    s += hand(minutes / 2, r * 0.5, r * 0.085) + hand(minutes * 6, r * 0.74, r * 0.075);
    return at(x, y, s + circle(0, 0, r * 0.1, C.seal), { opacity });
}

function hand(angle, length, width) {
    return `<g transform="rotate(${f(angle)})">${rect(-width / 2, -length, width, length + width / 2, C.ink, width / 2)}</g>`;
}

function wedge(r, from, to) {
    if (to - from < 0.05) return '';
    if (to - from > 59.9) return circle(0, 0, r, C.slice);
    const p = (m) =>
        `${f(r * Math.sin((m * Math.PI) / 30))} ${f(-r * Math.cos((m * Math.PI) / 30))}`;
    return path(`M0 0L${p(from)}A${f(r)} ${f(r)} 0 ${to - from > 30 ? 1 : 0} 1 ${p(to)}Z`, C.slice);
}

/** A sand timer; `run` from 0 (just turned) to 1 (all sand below). */
export function sandTimer(x, { run = 0, scale = 1, y = GROUND } = {}) {
    const top = 78 * (1 - run);
    const half = (k) => 12 + 42 * k;
    const upper =
        top > 2
            ? path(
                  `M-6 -118L${f(-half(top / 92))} ${f(-118 - top)}H${f(half(top / 92))}L6 -118Z`,
                  C.lamp,
              )
            : '';
    const heap = 60 * run;
    const lower =
        run > 0.02
            ? path(
                  `M-52 -20C-40 ${f(-22 - heap * 0.5)} -18 ${f(-22 - heap)} 0 ${f(-24 - heap)}S40 ${f(-22 - heap * 0.5)} 52 -20Z`,
                  C.lamp,
              )
            : '';
    const stream = run > 0 && run < 1 ? rect(-2, -118, 4, 96 - heap * 0.8, C.lamp) : '';
    const glass =
        'M-56 -216C-56 -160 -8 -140 -8 -117S-56 -74 -56 -18H56C56 -74 8 -94 8 -117S56 -160 56 -216Z';
    return at(
        x,
        y,
        path(glass, '#FFFFFF', 'opacity="0.55"') +
            upper +
            lower +
            stream +
            line(glass, C.celadon200, 5) +
            rect(-74, -232, 148, 18, C.celadon, 9) +
            rect(-74, -18, 148, 18, C.celadon, 9) +
            rect(-70, -216, 8, 200, C.celadonDark, 4) +
            rect(62, -216, 8, 200, C.celadonDark, 4),
        { scale },
    );
}

export function note(x, y, { scale = 1, colour = C.celadon, opacity = 1 } = {}) {
    return at(
        x,
        y,
        ellipse(0, 0, 15, 11, colour, 'transform="rotate(-18)"') +
            rect(9, -64, 6, 62, colour, 3) +
            path('M12 -64C32 -58 38 -46 30 -28C32 -42 24 -46 12 -46Z', colour),
        { scale, opacity },
    );
}
