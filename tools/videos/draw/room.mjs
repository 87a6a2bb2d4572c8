// The room: wall, table, window, door, bed, curtain, lamp and what else does not move house.

import {
    at,
    C,
    circle,
    ellipse,
    f,
    fade,
    GROUND,
    H,
    line,
    mix,
    path,
    rect,
    scoop,
    uid,
    W,
} from './base.mjs';

/** Wall and table (or floor) in the light of an hour: day, dawn, dusk or night. */
export function room(hour) {
    const night = hour === 'night';
    return rect(0, 0, W, H, `url(#wall-${hour})`) + table(night);
}

export function table(night = false) {
    const [top, edge] = night ? [C.woodNight, C.woodNightDark] : [C.wood, C.woodDark];
    return rect(0, GROUND, W, H - GROUND, top) + rect(0, GROUND - 2, W, 7, edge);
}

/** Darkens all that was drawn before it. */
export function dim(k) {
    return k <= 0 ? '' : rect(0, 0, W, H, '#10201E', 0, `opacity="${f(k)}"`);
}

/** A scooped lattice window; `sun` is its height from 0 (under the hills) to 1. */
export function window(
    x,
    y,
    w,
    h,
    { hour = 'dawn', sun = 0.5, moon = 0, frame = C.celadon, sill = true } = {},
) {
    const id = uid();
    const night = hour === 'night';
    const r = Math.round(Math.min(w, h) * 0.12);
    const shape = scoop(x, y, w, h, r);
    const land = (lift, colour, d) => path(hillOf(x, y + h * lift, w, h, d), colour);
    const bar = Math.max(5, w * 0.022);
    let s = `<clipPath id="${id}"><path d="${shape}"/></clipPath><g clip-path="url(#${id})">`;
    s += rect(x, y, w, h, `url(#sky-${hour})`);
    s += night
        ? stars(x, y, w, h) + crescent(x + w * 0.66, y + h * mix(0.42, 0.26, moon), w * 0.12)
        : circle(x + w * 0.55, y + h * mix(0.95, 0.3, sun), w * 0.19, C.lamp);
    s +=
        land(0.66, night ? '#3B5A68' : C.hillFar, 1) +
        land(0.74, night ? '#2A4A55' : C.hill, 0) +
        '</g>';
    s += lattice(x, y, w, h, frame, bar);
    s += line(shape, frame, bar * 1.25);
    return sill ? s + rect(x - w * 0.08, y + h + bar * 1.6, w * 1.16, bar * 1.9, frame, bar) : s;
}

function hillOf(x, y, w, h, d) {
    const s = d ? -1 : 1;
    return (
        `M${f(x)} ${f(y + s * h * 0.06)}C${f(x + w * 0.25)} ${f(y - s * h * 0.1)} ${f(x + w * 0.42)} ${f(y - s * h * 0.04)} ` +
        `${f(x + w * 0.6)} ${f(y + s * h * 0.05)}S${f(x + w * 0.9)} ${f(y - s * h * 0.02)} ${f(x + w)} ${f(y - s * h * 0.07)}` +
        `V${f(y + h)}H${f(x)}Z`
    );
}

function lattice(x, y, w, h, frame, bar) {
    const v = [0.175, 0.5, 0.825].map((k) => rect(x + w * k - bar / 2, y, bar, h, frame));
    const o = [0.19, 0.5, 0.81].map((k) => rect(x, y + h * k - bar / 2, w, bar, frame));
    return v.join('') + o.join('');
}

export function stars(x, y, w, h) {
    const places = [
        [0.1, 0.1],
        [0.3, 0.32],
        [0.42, 0.12],
        [0.9, 0.12],
        [0.25, 0.55],
        [0.93, 0.5],
        [0.56, 0.48],
    ];
    return places
        .map(([a, b], i) => circle(x + w * a, y + h * b, i % 2 ? 2.6 : 1.8, '#FFEFC9'))
        .join('');
}

export function crescent(x, y, r) {
    return path(
        `M${f(x - r * 0.35)} ${f(y - r)}A${f(r)} ${f(r)} 0 1 0 ${f(x + r)} ${f(y + r * 0.35)}` +
            `A${f(r * 0.85)} ${f(r * 0.85)} 0 0 1 ${f(x - r * 0.35)} ${f(y - r)}Z`,
        '#FFE6A8',
    );
}

/** Two curtains over a window; `open` from 0 (closed) to 1. */
export function curtains(x, y, w, h, open, colour = '#D9A066') {
    const half = mix(w / 2, w * 0.14, open);
    const drape = (left) => {
        const folds = [0.2, 0.45, 0.7].map((k) => {
            const fx = left ? x + half * k : x + w - half * k;
            return line(`M${f(fx)} ${f(y + 14)}V${f(y + h - 10)}`, '#B97F47', 3, 'opacity="0.55"');
        });
        return rect(left ? x : x + w - half, y, half, h, colour, 4) + folds.join('');
    };
    return drape(true) + drape(false) + rect(x - 26, y - 12, w + 52, 12, C.woodDark, 6);
}

/** A door that stands on the ground; `open` from 0 to 1, `light` behind it. */
export function door(
    x,
    { open = 0, light = '#FFE2A0', height = 330, width = 170, night = false } = {},
) {
    const y = GROUND - height;
    const frame = night ? '#12312C' : C.celadonDark;
    const leaf = night ? '#2A5A4F' : C.celadonMid;
    const panel = night ? '#234C43' : C.celadon;
    const w = width * mix(1, 0.42, open);
    const skew = open * 16;
    let s =
        rect(x - 12, y - 12, width + 24, height + 12, frame, 6) + rect(x, y, width, height, light);
    s += path(
        `M${f(x)} ${f(y)}L${f(x + w)} ${f(y + skew)}V${f(GROUND - skew * 0.2)}L${f(x)} ${GROUND}Z`,
        leaf,
    );
    const part = (a, b) =>
        path(
            scoop(
                x + w * 0.16,
                y + skew * 0.6 + height * a,
                w * 0.66,
                height * b,
                Math.round(10 * mix(1, 0.5, open)),
            ),
            panel,
        );
    s += part(0.07, 0.36) + part(0.52, 0.36);
    return s + circle(x + w * 0.9, y + height * 0.5, 6, C.lamp);
}

/** A bed seen from its side, head at the left; feet on the ground. */
export function bed(x, width, { blanket = C.celadonMid, night = false, sleeper = false } = {}) {
    const wood = night ? '#7C5B3F' : '#A8713F';
    const y = GROUND - 62;
    const sheet = night ? '#D9DED2' : C.cream;
    let s =
        rect(x - 14, GROUND - 150, 20, 150, wood, 8) +
        rect(x + width - 6, GROUND - 98, 18, 98, wood, 8);
    s += rect(x, y + 14, width, 30, wood, 4) + rect(x + 4, y - 18, width - 8, 36, sheet, 12);
    s += rect(x + 14, y - 50, 96, 42, sheet, 18, 'stroke="#C9CDBE" stroke-width="2"');
    if (sleeper) {
        s +=
            circle(x + 82, y - 46, 26, '#E9BF94') +
            path(
                `M${x + 60} ${y - 60}C${x + 64} ${y - 86} ${x + 106} ${y - 84} ${x + 108} ${y - 52}C${x + 96} ${y - 66} ${x + 76} ${y - 70} ${x + 60} ${y - 60}Z`,
                '#3A2C22',
            );
        s += line(`M${x + 84} ${y - 44}q6 5 12 0`, '#3A2C22', 2.5);
    }
    const top = sleeper ? y - 58 : y - 30;
    s += path(
        `M${x + 104} ${y + 18}V${y - 22}C${x + 120} ${top - 16} ${x + 180} ${top} ${x + 230} ${top + 8}S${x + width - 60} ${y - 34} ${x + width - 8} ${y - 22}V${y + 30}H${x + 104}Z`,
        blanket,
    );
    return (
        s +
        line(
            `M${x + 106} ${y - 6}C${x + 180} ${y - 26} ${x + 300} ${y - 2} ${x + width - 12} ${y - 6}`,
            '#FFFFFF',
            5,
            'opacity="0.22"',
        )
    );
}

/** A lamp on a stand; `on` from 0 to 1 is how bright it burns. */
export function lamp(x, { on = 1, height = 190, shade = C.celadon, ground = GROUND } = {}) {
    const y = ground - height;
    let s = fade(on, circle(x, y + 50, 250, 'url(#glow)'));
    s +=
        rect(x - 4, y + 50, 8, height - 58, C.woodDark) + ellipse(x, ground - 6, 42, 9, C.woodDark);
    s += ellipse(x, y + 62, 52, 9, on > 0.05 ? '#FFE9B0' : '#B7B69F');
    return s + path(`M${x - 34} ${y}H${x + 34}L${x + 58} ${y + 62}H${x - 58}Z`, shade);
}

/** A pendant lamp with its cone of light. */
export function pendant(x, y, on = 1) {
    const cone = path(
        `M${x - 60} ${y + 56}L${x - 250} ${GROUND}H${x + 250}L${x + 60} ${y + 56}Z`,
        'url(#beam)',
    );
    return (
        fade(on, cone) +
        rect(x - 2, 0, 4, y, C.celadonDark) +
        ellipse(x, y + 56, 60, 9, '#FFEBB8') +
        path(
            `M${x - 62} ${y + 56}C${x - 56} ${y + 8} ${x - 22} ${y} ${x} ${y}S${x + 56} ${y + 8} ${x + 62} ${y + 56}Z`,
            C.celadon,
        )
    );
}

/** A wooden chair from the side, facing right unless flipped. */
export function chair(x, { flip = false, seat = '#A8713F' } = {}) {
    const s =
        rect(-36, -190, 12, 190, seat, 5) +
        rect(30, -92, 12, 92, seat, 5) +
        rect(-38, -100, 84, 14, seat, 6) +
        rect(-34, -170, 10, 20, seat) +
        line('M-30 -178V-110', '#8A5A33', 4, 'opacity="0.6"');
    return `<g transform="translate(${x} ${GROUND}) scale(${flip ? -1 : 1} 1)">${s}</g>`;
}

/** A soft armchair seen from the front. */
export function armchair(x, { colour = C.celadonMid, dark = C.celadon } = {}) {
    return at(
        x,
        GROUND,
        rect(-92, -196, 184, 170, colour, 40) +
            rect(-116, -124, 52, 112, dark, 24) +
            rect(64, -124, 52, 112, dark, 24) +
            rect(-66, -92, 132, 68, '#338674', 16) +
            rect(-96, -14, 20, 14, C.woodDark) +
            rect(76, -14, 20, 14, C.woodDark),
    );
}
