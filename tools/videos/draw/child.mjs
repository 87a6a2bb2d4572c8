// Children and grown-ups seen from the front, and what stands about a kindergarten and a school.

import { at, C, circle, ellipse, f, GROUND, line, path, rect, sway } from './base.mjs';

const SKIN = '#F0C9A0';

/** A child's head with short hair. `mood` runs from -1 (sad) to 1 (glad); `shut` closes the eyes. */
export function child(x, y, r, { look = 0, mood = 1, shut = false, hair = '#3A2C22' } = {}) {
    const eye = (dx) =>
        shut
            ? line(
                  `M${f(dx - r * 0.13 + look)} ${f(r * 0.02)}q${f(r * 0.13)} ${f(r * 0.12)} ${f(r * 0.26)} 0`,
                  hair,
                  r * 0.06,
              )
            : ellipse(dx + look, r * 0.02, r * 0.075, r * 0.1, hair);
    const cheek = (dx) => circle(dx + look, r * 0.28, r * 0.14, '#E79B7E', 'opacity="0.55"');
    const bend = r * 0.2 * mood;
    const mouth = line(
        `M${f(-r * 0.18 + look)} ${f(r * 0.46 - bend / 2)}q${f(r * 0.18)} ${f(bend)} ${f(r * 0.36)} 0`,
        C.seal,
        r * 0.065,
    );
    const cap = path(
        `M${f(-r * 1.04)} ${f(r * 0.06)}C${f(-r * 1.1)} ${f(-r * 1.34)} ${f(r * 1.1)} ${f(-r * 1.34)} ${f(r * 1.04)} ${f(r * 0.06)}` +
            `C${f(r * 0.9)} ${f(-r * 0.34)} ${f(r * 0.62)} ${f(-r * 0.46)} ${f(r * 0.3)} ${f(-r * 0.44)}` +
            `C${f(-r * 0.2)} ${f(-r * 0.4)} ${f(-r * 0.8)} ${f(-r * 0.42)} ${f(-r * 1.04)} ${f(r * 0.06)}Z`,
        hair,
    );
    return at(
        x,
        y,
        circle(-r * 0.98, r * 0.1, r * 0.16, SKIN) +
            circle(r * 0.98, r * 0.1, r * 0.16, SKIN) +
            circle(0, 0, r, SKIN) +
            cap +
            eye(-r * 0.36) +
            eye(r * 0.36) +
            cheek(-r * 0.58) +
            cheek(r * 0.58) +
            mouth,
    );
}

/** Shoulders under a head whose middle is at (x, y) with radius r, down to the ground. */
export function shoulders(x, y, r, colour, ground = GROUND) {
    const w = r * 1.42;
    const top = y + r * 0.86;
    return path(
        `M${f(x - w)} ${ground}C${f(x - w * 0.96)} ${f(top + r * 0.35)} ${f(x - w * 0.6)} ${f(top)} ${f(x)} ${f(top)}` +
            `S${f(x + w * 0.96)} ${f(top + r * 0.35)} ${f(x + w)} ${ground}Z`,
        colour,
    );
}

/** A toy bear that sits; (x, y) is its seat. */
export function bear(x, y, { scale = 1, turn = 0 } = {}) {
    const fur = '#B07B4F';
    const pale = '#E3C49B';
    return at(
        x,
        y,
        circle(-20, -92, 12, fur) +
            circle(20, -92, 12, fur) +
            ellipse(0, -28, 30, 30, fur) +
            ellipse(0, -24, 18, 19, pale) +
            circle(-26, -4, 13, fur) +
            circle(26, -4, 13, fur) +
            ellipse(-30, -36, 9, 17, fur, 'transform="rotate(24 -30 -36)"') +
            ellipse(30, -36, 9, 17, fur, 'transform="rotate(-24 30 -36)"') +
            circle(0, -72, 28, fur) +
            ellipse(0, -64, 13, 10, pale) +
            circle(-10, -78, 3.4, C.ink) +
            circle(10, -78, 3.4, C.ink) +
            ellipse(0, -68, 4.5, 3.2, C.ink),
        { scale, turn },
    );
}

/** An open cardboard box, `w` wide, standing on y. */
export function box(x, { y = GROUND, w = 260, h = 130, turn = 0, flaps = true } = {}) {
    const side = '#CFA06A';
    const flap = (k) =>
        path(
            `M${f((k * w) / 2)} ${-h}L${f(k * (w / 2 + 44))} ${-h + 30}L${f(k * (w / 2 + 30))} ${-h + 44}L${f((k * w) / 2)} ${-h + 20}Z`,
            '#BC8B55',
        );
    return at(
        x,
        y,
        (flaps ? flap(-1) + flap(1) : '') +
            rect(-w / 2, -h, w, h, side, 4) +
            rect(-w / 2, -h, w, 12, '#E0B985', 3) +
            rect(-15, -h, 30, h, '#DDB47E') +
            line(`M${f(-w / 2 + 14)} ${f(-h * 0.3)}h34`, '#A9763F', 4, 'opacity="0.5"'),
        { turn },
    );
}

/** A mast with a sail made of a sheet; (x, y) is its foot. */
export function sail(x, y, { t = 0, scale = 1 } = {}) {
    const b = sway(t, 5) * 6;
    return at(
        x,
        y,
        rect(-4, -190, 8, 190, C.woodDark, 4) +
            path(`M6 -184C${f(60 + b)} -160 ${f(86 + b)} -110 92 -60L6 -48Z`, C.cream) +
            path(`M6 -120C${f(50 + b)} -112 ${f(74 + b)} -98 ${f(84 + b * 0.5)} -92L88 -76C60 -84 36 -88 6 -90Z`, C.indigo100) +
            path('M4 -190H36L28 -180L36 -170H4Z', C.seal),
        { scale },
    );
}

/** A gate with an arch and two posts; `open` from 0 to 1. */
export function gate(x, { open = 0, y = GROUND, scale = 1 } = {}) {
    const half = 92 * (1 - open * 0.78);
    const leaf = (k) => {
        const bars = [0.16, 0.5, 0.84]
            .map((p) => rect(k * 92 - k * half * p - 4, -118, 8, 108, C.celadonMid, 4))
            .join('');
        const from = Math.min(k * 92, k * 92 - k * half);
        return (
            bars +
            rect(from, -112, half, 9, C.celadonMid, 4) +
            rect(from, -32, half, 9, C.celadonMid, 4)
        );
    };
    const beads = [C.lamp, C.seal, C.indigo, C.lamp, C.celadon200, C.seal, C.lamp]
        .map((c, i) => {
            const a = Math.PI * (0.12 + (0.76 * i) / 6);
            return circle(-Math.cos(a) * 118, -150 - Math.sin(a) * 74, 13, c);
        })
        .join('');
    return at(
        x,
        y,
        rect(-122, -170, 28, 170, C.celadon, 8) +
            rect(94, -170, 28, 170, C.celadon, 8) +
            line('M-118 -160C-112 -250 112 -250 118 -160', C.celadonDark, 15) +
            beads +
            leaf(-1) +
            leaf(1),
        { scale },
    );
}

/** A slide on a playground, its ladder at the left. */
export function playSlide(x, { y = GROUND, scale = 1 } = {}) {
    const rungs = [-30, -64, -98, -132]
        .map((h) => line(`M${f(-76 - h * 0.06)} ${h}H-40`, C.woodDark, 6))
        .join('');
    return at(
        x,
        y,
        line('M-80 0L-68 -176M-42 0L-40 -176', C.woodDark, 8) +
            rungs +
            rect(-76, -160, 62, 10, C.lamp, 5) +
            line('M-20 -154C30 -140 40 -30 128 -10', C.seal, 19) +
            line('M-20 -162C34 -146 46 -40 128 -18', '#C9584A', 6) +
            line('M-72 -176C-66 -200 -46 -200 -40 -176', C.woodDark, 7),
        { scale },
    );
}

/** Day, dusk or dawn outside: sky, hills and the ground that things stand on. */
export function outside(hour, { sun = [760, 120] } = {}) {
    return (
        rect(0, 0, 960, 540, `url(#sky-${hour})`) +
        circle(sun[0], sun[1], 46, C.lamp) +
        path(`M0 330C180 268 330 300 500 318S820 280 960 300V540H0Z`, C.hillFar) +
        path(`M0 392C220 356 420 376 600 384S860 366 960 376V540H0Z`, C.hill) +
        rect(0, GROUND, 960, 540 - GROUND, '#D9C9A0') +
        rect(0, GROUND - 3, 960, 7, '#C4B184')
    );
}

/** A pupil's bottle with a lid; `label` from 0 to 1. */
export function bottle(x, { y = GROUND, label = 0, scale = 1, opacity = 1 } = {}) {
    return at(
        x,
        y,
        rect(-26, -118, 52, 118, '#7FB0C4', 14) +
            rect(-20, -146, 40, 32, C.indigo, 8) +
            rect(-18, -106, 9, 84, '#FFFFFF', 4, 'opacity="0.35"') +
            (label > 0
                ? `<g opacity="${f(label)}">${rect(-24, -86, 48, 40, C.cream, 6)}${circle(-8, -66, 9, C.lamp)}${line('M6 -70H18M6 -60H16', C.indigo, 4)}</g>`
                : ''),
        { scale, opacity },
    );
}

/** An eraser with a paper sleeve. */
export function eraser(x, { y = GROUND, turn = 0, scale = 1, opacity = 1 } = {}) {
    return at(
        x,
        y,
        rect(-38, -30, 76, 30, '#F3EFE4', 6) + rect(-38, -30, 46, 30, C.indigo, 5) + rect(-32, -19, 34, 7, '#FFFFFF', 3),
        { turn, scale, opacity },
    );
}
