// People of a family seen to the waist, and a baby that lies, creeps or sleeps in a bag.

import { at, C, circle, ellipse, f, GROUND, line, path, rect, sway } from './base.mjs';
import { face } from './family.mjs';

const GREY = '#77736A';

/** Head and shoulders that end at the table: `kind` is woman, man, elder (grey) or child. */
export function person(x, y, r, { kind = 'woman', colour = C.celadon, look = 0 } = {}) {
    const wide = kind === 'child' ? 1.25 : 1.5;
    const body = path(
        `M${f(x - r * wide)} ${GROUND}C${f(x - r * wide * 0.96)} ${f(y + r * 1.3)} ${f(x - r * 0.8)} ${f(y + r * 1.02)} ${f(x)} ${f(y + r * 1.02)}` +
            `S${f(x + r * wide * 0.96)} ${f(y + r * 1.3)} ${f(x + r * wide)} ${GROUND}Z`,
        colour,
    );
    const head = face(x, y, r, {
        big: kind === 'woman' || kind === 'grandmother',
        short: kind === 'man' || kind === 'grandfather',
        look,
        ...(kind.startsWith('grand') ? { hair: GREY } : {}),
    });
    return body + head;
}

/** A doctor: a person in a white coat with a stethoscope. */
export function doctor(x, y, r, look = 0) {
    return (
        person(x, y, r, { colour: '#F6F8F3', look }) +
        line(
            `M${f(x - r * 0.5)} ${f(y + r * 1.12)}C${f(x - r * 0.5)} ${f(y + r * 2)} ${f(x + r * 0.5)} ${f(y + r * 2)} ${f(x + r * 0.5)} ${f(y + r * 1.12)}`,
            C.celadonDark,
            r * 0.09,
        ) +
        line(`M${f(x)} ${f(y + r * 1.78)}V${f(y + r * 2.1)}`, C.celadonDark, r * 0.09) +
        circle(
            x,
            y + r * 2.2,
            r * 0.16,
            C.lamp,
            `stroke="${C.celadonDark}" stroke-width="${f(r * 0.06)}"`,
        )
    );
}

/** A cot from above, `w` by `h` about (x, y), with what lies in it. */
export function cotAbove(x, y, w, h, inside = '', opacity = 1) {
    return at(
        x,
        y,
        rect(-w / 2, -h / 2, w, h, '#B98552', 22) +
            rect(-w / 2 + 16, -h / 2 + 16, w - 32, h - 32, C.cream, 12) +
            line(
                `M${f(-w / 2 + 28)} ${f(-h / 2 + 30)}H${f(w / 2 - 28)}M${f(-w / 2 + 28)} ${f(h / 2 - 30)}H${f(w / 2 - 28)}`,
                '#EADFC6',
                3,
            ) +
            inside,
        { opacity },
    );
}

/** A baby in a sleeping bag from above, face up, `scale` 1 is 240 high. */
export function bagged(x, y, { scale = 1, turn = 0, t = 0, colour = C.celadon200 } = {}) {
    const breath = 1 + 0.012 * sway(t, 5);
    return at(
        x,
        y,
        path('M-46 -22C-62 30 -72 84 -62 108C-50 132 50 132 62 108C72 84 62 30 46 -22Z', colour) +
            line('M0 -6V104', '#FFFFFF', 4, 'opacity="0.6"') +
            ellipse(-56, 6, 15, 26, colour, 'transform="rotate(24 -56 6)"') +
            ellipse(56, 6, 15, 26, colour, 'transform="rotate(-24 56 6)"') +
            circle(-66, 32, 9, '#F0C9A0') +
            circle(66, 32, 9, '#F0C9A0') +
            face(0, -62, 44 * breath),
        { scale, turn },
    );
}

/** A baby that lies on the tummy on the ground, head lifted by `lift` pixels, looking right. */
export function prone(x, lift = 0, colour = C.lamp) {
    return at(
        x,
        GROUND,
        path('M-150 -14C-150 -60 -90 -74 -30 -66C10 -62 40 -54 52 -14Z', colour) +
            ellipse(-148, -16, 26, 15, '#F0C9A0') +
            path('M10 -44C34 -40 56 -26 74 -10L52 -4C36 -16 20 -20 4 -18Z', '#E0A63C') +
            circle(74, -9, 11, '#F0C9A0') +
            face(72, -72 - lift, 46, { look: 10 }),
    );
}

/** A toddler who stands, arms round a book. */
export function toddler(x, { t = 0, colour = C.lamp } = {}) {
    const step = sway(t, 1.8) * 4;
    return at(
        x,
        GROUND,
        at(
            0,
            0,
            rect(-34, -56, 26, 54, C.indigo, 10) +
                rect(8, -56, 26, 54, C.indigo, 10) +
                ellipse(-24, -4, 22, 9, '#7C2A1F') +
                ellipse(20, -4, 22, 9, '#7C2A1F') +
                path('M-54 -46C-54 -120 -34 -138 0 -138S54 -120 54 -46Z', colour) +
                face(0, -178, 52, { look: 6 }) +
                rect(-40, -112, 84, 62, C.seal, 6) +
                rect(-33, -106, 70, 50, '#C9584A', 4) +
                circle(2, -82, 13, C.lit) +
                circle(-44, -84, 12, '#F0C9A0') +
                circle(48, -84, 12, '#F0C9A0'),
            { turn: step },
        ),
    );
}
