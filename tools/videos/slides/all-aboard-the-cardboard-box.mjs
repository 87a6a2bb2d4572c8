import { at, C, circle, ellipse, fade, GROUND, line, mix, path, ramp, rect, scoop, sway } from '../draw/base.mjs';
import { bear, box, child, outside, sail, shoulders } from '../draw/child.mjs';
import { face } from '../draw/family.mjs';
import { tree } from '../draw/home.mjs';
import { armchair, lamp, room, window } from '../draw/room.mjs';
import { bowl, bubble, chopsticks, openBook, plant } from '../draw/things.mjs';

const waves = (t, from = 60, to = 900) => {
    const row = (y, colour, k) => {
        let d = `M${from} ${y}`;
        for (let x = from; x < to; x += 60)
            d += `q15 ${-12 - 4 * sway(t, 5, k)} 30 0t30 0`;
        return line(d, colour, 7);
    };
    return row(GROUND - 12, '#7FB0C4', 0) + row(GROUND + 8, '#9CC6D6', 0.4);
};

/** The box under sail with whoever is in it, rocking a little. */
function ship(x, t, crew, { y = GROUND - 4, turn = 0, w = 290, h = 120 } = {}) {
    return at(
        x,
        y + sway(t, 6) * 2,
        sail(w * 0.24, -h + 10, { t, scale: 1.05 }) + crew + box(0, { y: 0, w, h, flaps: false }),
        { turn: turn + sway(t, 6, 0.2) * 1.4 },
    );
}

const sailor = (x, y, r, more = {}) =>
    shoulders(x, y, r, C.lamp, y + r * 1.9) + child(x, y, r, more);

const parcel = (t, d) => {
    const k = ramp(t, 0.6, d);
    return (
        room('day') +
        window(90, 60, 240, 220, { hour: 'day', sun: 0.7 }) +
        at(0, 0, shoulders(mix(120, 300, k), 330, 52, C.lamp) + child(mix(120, 300, k), 330, 52, { look: 10 })) +
        box(600, { w: 300, h: 170 }) +
        line(`M480 ${GROUND - 100}h40M480 ${GROUND - 80}h26`, '#A9763F', 5)
    );
};

const climbIn = (t, d) =>
    room('day') +
    window(90, 60, 220, 200, { hour: 'day', sun: 0.7 }) +
    fade(ramp(t, 1.2, 3), waves(t)) +
    ship(540, t, sailor(-60, mix(-70, -168, ramp(t, 0.2, 2)), 52, { look: 6 }));

const wonder = (t) =>
    room('day') +
    window(90, 60, 220, 200, { hour: 'day', sun: 0.7 }) +
    shoulders(320, 282, 80, C.celadon) +
    face(320, 280, 80, { big: true, look: 10 }) +
    bubble(494, 150 + sway(t, 6) * 3, 170, 110, {
        opacity: ramp(t, 0.3, 1.2),
        content: openBook(0, { y: 34, scale: 0.5, cover: C.indigo }),
    }) +
    ship(730, t, sailor(-50, -146, 40, { look: -6 }), { w: 230, h: 100 });

// What the guide says: in play and in daily life. One window for each.
const twoPlaces = (t) => {
    const pane = (x, on, content) =>
        fade(on, circle(x, 230, 190, 'url(#glow-soft)')) +
        path(scoop(x - 130, 106, 260, 250, 28), on > 0.5 ? C.lamp100 : C.celadon100, `stroke="${C.celadon}" stroke-width="9"`) +
        at(x, 320, content, { opacity: mix(0.4, 1, on) });
    return (
        room('day') +
        pane(290, ramp(t, 0.6, 2), at(0, 0, sail(20, -58, { t, scale: 0.7 }) + bear(-36, -50, { scale: 0.62 }) + box(0, { y: 0, w: 150, h: 64, flaps: false }))) +
        pane(670, ramp(t, 3, 4.4), bowl(0, { y: -20, t, scale: 0.95 }) + chopsticks(30, -10))
    );
};

const measureAndTell = (t, d) =>
    room('day') +
    at(
        0,
        0,
        rect(90, GROUND - 96, 400, 96, '#CFA06A', 5) +
            rect(90, GROUND - 96, 400, 12, '#E0B985', 4) +
            fade(1 - ramp(t, d * 0.5, d * 0.6), line(`M104 ${GROUND - 140}H476M104 ${GROUND - 152}v24M476 ${GROUND - 152}v24`, C.seal, 6)),
    ) +
    at(170, GROUND - 116, child(0, 0, 46, { look: 4, shut: true }), { turn: -78 }) +
    path(`M216 ${GROUND - 96}C250 ${GROUND - 146} 380 ${GROUND - 138} 444 ${GROUND - 96}Z`, C.lamp) +
    at(mix(870, 560, ramp(t, d * 0.42, d * 0.9)), GROUND, bear(0, 0, { scale: 1.05, turn: sway(t, 2) * 3 })) +
    bubble(690, 178 + sway(t, 6) * 3, 200, 120, {
        opacity: ramp(t, d * 0.55, d * 0.7),
        content: at(-14, 40, sail(0, 0, { t, scale: 0.38 }) + rect(-40, -8, 80, 22, '#CFA06A', 4)),
    });

const rebuilt = (t, d) => {
    const tip = ramp(t, 0.1, 0.9) * (1 - ramp(t, d * 0.45, d * 0.9));
    return (
        room('day') +
        window(90, 60, 220, 200, { hour: 'day', sun: 0.65 }) +
        waves(t, 300, 900) +
        ship(600, t, '', { turn: tip * 46, y: GROUND - 4 - tip * 84 }) +
        shoulders(250, 318, 56, C.lamp) +
        child(250, 316, 56, { look: 10, mood: mix(0.8, -0.3, tip) })
    );
};

const simpleThings = (t) => {
    const rise = (i, s) => fade(ramp(t, 0.3 + i * 1.6, 1.5 + i * 1.6), s);
    return (
        room('day') +
        rise(0, box(170, { w: 190, h: 120 })) +
        rise(1, at(380, GROUND, rect(-36, -170, 36, 170, '#C79A63', 10) + ellipse(-18, -168, 18, 8, '#8A5A33') + rect(8, -120, 36, 120, '#D9B07A', 10) + ellipse(26, -118, 18, 8, '#8A5A33'))) +
        rise(2, rect(480, GROUND - 34, 170, 34, C.indigo100, 10) + rect(488, GROUND - 62, 154, 32, C.celadon200, 10) + line(`M490 ${GROUND - 17}h150M498 ${GROUND - 46}h134`, '#FFFFFF', 4)) +
        rise(
            3,
            rect(720, GROUND - 52, 52, 52, C.seal, 5) +
                rect(776, GROUND - 52, 52, 52, C.lamp, 5) +
                rect(748, GROUND - 104, 52, 52, C.indigo, 5) +
                path(`M744 ${GROUND - 106}l30 -40l30 40Z`, C.celadon),
        ) +
        plant(890, { t, scale: 0.7 })
    );
};

const passenger = (t, d) => {
    const k = ramp(t, 2.6, 4.6);
    return (
        room('dawn') +
        window(70, 60, 200, 180, { sun: 0.6 }) +
        waves(t) +
        fade(1 - k, shoulders(230, 286, 66, C.celadon) + face(230, 284, 66, { big: true, look: 10 })) +
        ship(
            570,
            t,
            fade(k, shoulders(-88, -186, 60, C.celadon, -60) + face(-88, -188, 60, { big: true, look: 8 })) +
                sailor(36, -164, 46, { look: mix(-6, 8, k) }),
            { w: 380, h: 116 },
        ) +
        bubble(760, 120 + sway(t, 6) * 3, 120, 80, {
            flip: true,
            opacity: ramp(t, d * 0.5, d * 0.62),
            content: path('M-34 20L-8 -18L10 6L20 -6L36 20Z', C.celadon) + circle(20, -16, 8, C.lamp),
        })
    );
};

const restBeside = (t) =>
    room('dusk') +
    lamp(870, { height: 240, on: 0.8 }) +
    armchair(220, {}) +
    shoulders(220, 282, 58, C.plum, GROUND - 60) +
    face(220, 280, 58, { big: true, look: 6 }) +
    rect(104, GROUND - 124, 52, 112, C.celadon, 24) +
    rect(284, GROUND - 124, 52, 112, C.celadon, 24) +
    ship(610, t, sailor(-50, -158, 46, { look: -4 }), {});

const supper = (t, d) =>
    room('dusk') +
    window(640, 50, 240, 210, { hour: 'dusk', sun: mix(0.5, 0.4, t / d) }) +
    bowl(180, { t, scale: 1.1 }) +
    bowl(370, { t: t + 1.6, scale: 0.9, rim: C.seal }) +
    chopsticks(236, GROUND - 6) +
    ship(720, t * 0.4, bear(-54, -112, { scale: 0.95 }), { w: 250, h: 100 });

const outdoors = (t, d) => {
    const run = mix(160, 420, ramp(t, 0.4, d * 0.42));
    const ants = Array.from({ length: 9 }, (_, i) => {
        const x = 560 + ((t * 16 + i * 38) % 342);
        return (
            ellipse(x, GROUND - 6, 6, 4, C.ink) +
            circle(x + 8, GROUND - 7, 3.6, C.ink) +
            (i % 3 === 0 ? ellipse(x, GROUND - 15, 8, 4.5, C.cream) : '')
        );
    }).join('');
    return (
        outside('day', { sun: [130, 100] }) +
        tree(850, { t, scale: 1.25 }) +
        tree(60, { t: t + 3, scale: 0.8 }) +
        path(`M300 ${GROUND}C330 ${GROUND - 46} 380 ${GROUND - 50} 420 ${GROUND - 20}S500 ${GROUND - 8} 516 ${GROUND}Z`, '#E6CF96') +
        fade(ramp(t, d * 0.45, d * 0.55), ants) +
        shoulders(run + 130 * ramp(t, d * 0.5, d * 0.7), 338 - Math.abs(sway(t, 1.4)) * 8 * (1 - ramp(t, d * 0.36, d * 0.44)), 50, C.lamp) +
        child(run + 130 * ramp(t, d * 0.5, d * 0.7), 336 - Math.abs(sway(t, 1.4)) * 8 * (1 - ramp(t, d * 0.36, d * 0.44)), 50, {
            look: 8,
            shut: t > d * 0.72,
        })
    );
};

const harbour = (t, d) => {
    const k = ramp(t, d * 0.4, d * 0.95);
    return (
        room('dusk') +
        rect(700, 120, 12, GROUND - 120, C.woodDark) +
        rect(700, 120, 260, 12, C.woodDark) +
        rect(700, 232, 260, 10, C.woodDark) +
        rect(740, 178, 48, 54, C.seal, 5) +
        rect(792, 178, 48, 54, C.lamp, 5) +
        rect(844, 178, 48, 54, C.indigo, 5) +
        box(mix(420, 830, k), { w: 220, h: 104, flaps: false }) +
        at(mix(420, 200, ramp(t, 0.2, d * 0.45)), mix(GROUND - 92, GROUND, ramp(t, 0.2, d * 0.4)), bear(0, 0, { scale: 0.95 }))
    );
};

const unplanned = (t, d) =>
    room('dusk') +
    window(290, 40, 380, 300, { hour: 'dusk', sun: mix(0.55, 0.38, t / d) }) +
    plant(130, { t, scale: 1.1 }) +
    box(800, { w: 200, h: 96, flaps: false }) +
    bear(690, GROUND, { scale: 0.9 }) +
    shoulders(480, 356, 44, C.lamp) +
    circle(480, 354, 44, '#3A2C22');

export default {
    poster: 9,
    scenes: [
        { cue: 0, draw: parcel },
        { cue: 1, draw: climbIn },
        { cue: 2, draw: wonder },
        { cue: 3, draw: twoPlaces },
        { cue: 4, draw: measureAndTell },
        { cue: 5, draw: rebuilt },
        { cue: 6, draw: simpleThings },
        { cue: 8, draw: passenger },
        { cue: 10, draw: restBeside },
        { cue: 11, draw: supper },
        { cue: 12, draw: outdoors },
        { cue: 14, draw: harbour },
        { cue: 15, draw: unplanned },
    ],
};
