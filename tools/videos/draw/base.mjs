// Colours, measures and small drawing verbs that every slide shares.
// A slide is 960 x 540; things stand on GROUND, the part below it stays calm for captions.

export const W = 960;
export const H = 540;
export const GROUND = 428;

// The product's light tokens first, then the tints that only pictures use.
export const C = {
    ink: '#1B2A26',
    celadon: '#1F6557',
    celadonDark: '#174F44',
    celadonMid: '#2A7564',
    celadon200: '#BCD6CB',
    celadon100: '#DCEBE3',
    lamp: '#F0B64A',
    lamp100: '#FCEBC4',
    lamp700: '#7A4F00',
    lit: '#F6CB78',
    seal: '#A63A2B',
    seal100: '#F9E4DF',
    indigo: '#2F5285',
    indigo100: '#E4EBF5',
    plum: '#7A4468',
    cream: '#FFFDF6',
    slice: '#F7DBA6',
    hill: '#93BFAC',
    hillFar: '#B9D6C8',
    wood: '#B98552',
    woodDark: '#8A5A33',
    woodNight: '#6A4E38',
    woodNightDark: '#4A3527',
    night: '#1E3C3A',
    nightSky: '#1C2E4C',
};

let names = 0;

/** Begins a frame: names given by `uid` start again, so equal frames are equal texts. */
export function begin() {
    names = 0;
}

export function uid() {
    names += 1;
    return `n${names}`;
}

/** 0 before `a`, 1 after `b`, smooth between. */
export function ramp(t, a, b) {
    const k = Math.min(1, Math.max(0, (t - a) / (b - a)));
    return k * k * (3 - 2 * k);
}

/** A slow swing between -1 and 1 with the given period in seconds. */
export function sway(t, period, phase = 0) {
    return Math.sin((t / period + phase) * 2 * Math.PI);
}

export function mix(a, b, k) {
    return a + (b - a) * k;
}

/** A coordinate as text: two decimals are finer than a pixel. */
export function f(n) {
    return String(Math.round(n * 100) / 100);
}

export function rect(x, y, w, h, fill, r = 0, more = '') {
    return `<rect x="${f(x)}" y="${f(y)}" width="${f(w)}" height="${f(h)}" rx="${f(r)}" fill="${fill}" ${more}/>`;
}

export function circle(x, y, r, fill, more = '') {
    return `<circle cx="${f(x)}" cy="${f(y)}" r="${f(r)}" fill="${fill}" ${more}/>`;
}

export function ellipse(x, y, rx, ry, fill, more = '') {
    return `<ellipse cx="${f(x)}" cy="${f(y)}" rx="${f(rx)}" ry="${f(ry)}" fill="${fill}" ${more}/>`;
}

export function path(d, fill, more = '') {
    return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d, stroke, width, more = '') {
    return (
        `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${f(width)}" ` +
        `stroke-linecap="round" stroke-linejoin="round" ${more}/>`
    );
}

/** Draws at (x, y), scaled and turned about that point. */
export function at(x, y, content, { scale = 1, turn = 0, opacity = 1 } = {}) {
    const o = opacity < 1 ? ` opacity="${f(opacity)}"` : '';
    return `<g transform="translate(${f(x)} ${f(y)}) rotate(${f(turn)}) scale(${f(scale)})"${o}>${content}</g>`;
}

export function fade(opacity, content) {
    return opacity <= 0 ? '' : opacity >= 1 ? content : `<g opacity="${f(opacity)}">${content}</g>`;
}

/** A rectangle whose corners are scooped out, the house's window shape. */
export function scoop(x, y, w, h, r) {
    const [a, b] = [x + w, y + h];
    return (
        `M${f(x + r)} ${f(y)}H${f(a - r)}A${r} ${r} 0 0 0 ${f(a)} ${f(y + r)}V${f(b - r)}` +
        `A${r} ${r} 0 0 0 ${f(a - r)} ${f(b)}H${f(x + r)}A${r} ${r} 0 0 0 ${f(x)} ${f(b - r)}V${f(y + r)}` +
        `A${r} ${r} 0 0 0 ${f(x + r)} ${f(y)}Z`
    );
}

/** Gradients that slides name; they stand once at the head of each frame. */
export const DEFS = [
    gradient(
        'wall-day',
        [
            [0, '#D2E6DC'],
            [0.55, '#E4E8D6'],
            [1, '#F5E3C2'],
        ],
        0,
        0.1,
        1,
        0.9,
    ),
    gradient(
        'wall-dawn',
        [
            [0, '#E3EBE0'],
            [0.5, '#F3E8CF'],
            [1, '#F8DDAE'],
        ],
        0,
        0,
        1,
        1,
    ),
    gradient(
        'wall-dusk',
        [
            [0, '#CFDCD2'],
            [0.6, '#E2D7BC'],
            [1, '#EBC993'],
        ],
        0,
        0,
        1,
        1,
    ),
    gradient(
        'wall-night',
        [
            [0, '#1B3836'],
            [1, '#2C4B45'],
        ],
        0,
        0,
        1,
        1,
    ),
    gradient(
        'sky-day',
        [
            [0, '#E6F1EE'],
            [1, '#FDF3D6'],
        ],
        0,
        0,
        0,
        1,
    ),
    gradient(
        'sky-dawn',
        [
            [0, '#FFF6DE'],
            [1, '#F9D584'],
        ],
        0,
        0,
        0,
        1,
    ),
    gradient(
        'sky-dusk',
        [
            [0, '#F6DDA8'],
            [1, '#E9A96B'],
        ],
        0,
        0,
        0,
        1,
    ),
    gradient(
        'sky-night',
        [
            [0, '#18294A'],
            [1, '#35527A'],
        ],
        0,
        0,
        0,
        1,
    ),
    gradient(
        'beam',
        [
            [0, '#FFE9B0', 0.75],
            [1, '#FFE9B0', 0],
        ],
        0,
        0,
        0,
        1,
    ),
    glow('glow', '#FFE2A0', 0.75),
    glow('glow-soft', '#FFE9BF', 0.45),
].join('');

function gradient(id, stops, x1, y1, x2, y2) {
    return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`;
}

function glow(id, colour, strength) {
    return `<radialGradient id="${id}">${stopsOf([
        [0, colour, strength],
        [1, colour, 0],
    ])}</radialGradient>`;
}

function stopsOf(stops) {
    return stops
        .map(([o, c, a]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a ?? 1}"/>`)
        .join('');
}
