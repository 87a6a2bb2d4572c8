import {
    C,
    GROUND,
    at,
    circle,
    ellipse,
    fade,
    line,
    mix,
    path,
    ramp,
    rect,
    scoop,
    sway,
} from '../draw/base.mjs';
import { armchair, bed, crescent, curtains, dim, lamp, room, window } from '../draw/room.mjs';
import { bubble, plant } from '../draw/things.mjs';
import { cot, face, rattle } from '../draw/family.mjs';
import { bagged, cotAbove, doctor, person, prone } from '../draw/people.mjs';

const asleep = (t) =>
    ellipse(30, -66, 96, 30, C.celadon200) + face(-78, -86 + sway(t, 5) * 1.2, 34);

const still = (t, d) =>
    room('night') +
    window(610, 50, 260, 236, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    lamp(80, { height: 220, on: 0.55, shade: '#2A6456' }) +
    cot(360, asleep(t));

const level = (x, y, scale, t = 0) =>
    at(
        x,
        y,
        rect(-130, -26, 260, 52, C.lamp, 12) +
            rect(-48, -17, 96, 34, '#DFF0D8', 16) +
            line('M-17 -16V16M17 -16V16', C.celadonDark, 3) +
            ellipse(sway(t, 4) * 3, 0, 14, 11, '#FFFFFF'),
        { scale },
    );

const threeThings = (t, d) => {
    const tile = (i, content) => {
        const x = 190 + i * 290;
        const lit = ramp(t, 0.2 + (i * d) / 4, 1 + (i * d) / 4);
        return (
            fade(lit, circle(x, 230, 170, 'url(#glow-soft)')) +
            path(
                scoop(x - 112, 104, 224, 246, 26),
                lit > 0.5 ? C.lamp100 : C.celadon100,
                `stroke="${C.celadon}" stroke-width="8"`,
            ) +
            at(x, 228, content, { opacity: mix(0.35, 1, lit) })
        );
    };
    return (
        room('dawn') +
        tile(0, bagged(0, 0, { scale: 0.78, t })) +
        tile(
            1,
            level(0, 0, 0.66) +
                rect(-86, 20, 172, 26, C.cream, 8, `stroke="${C.celadon200}" stroke-width="4"`),
        ) +
        tile(2, cotAbove(0, 0, 130, 176))
    );
};

const faceUp = (t) =>
    room('dusk') +
    circle(480, 190, 236, 'url(#glow)') +
    cotAbove(480, 220, 340, 380, bagged(0, 16, { scale: 1.12, t }));

const notTheSide = (t) => {
    const k = ramp(t, 1.6, 4.2);
    return (
        room('dusk') +
        cotAbove(
            480,
            220,
            340,
            380,
            bagged(mix(40, 0, k), 16, { scale: 1.12, t, turn: mix(38, 0, k) }),
        ) +
        line('M690 130C770 170 770 270 700 310', C.celadon, 9) +
        path('M716 290L686 322L726 326Z', C.celadon)
    );
};

const firmAndFlat = (t) =>
    room('day') +
    window(660, 46, 210, 190, { hour: 'day', sun: 0.6 }) +
    rect(130, 300, 560, 92, C.cream, 16, `stroke="${C.celadon200}" stroke-width="6"`) +
    line('M160 346H660', '#EADFC6', 4) +
    rect(110, 386, 600, 22, '#B98552', 8) +
    rect(140, 400, 26, 30, '#8A5A33', 4) +
    rect(654, 400, 26, 30, '#8A5A33', 4) +
    level(400, 272, 1.05, t);

const bear = (x, y) =>
    at(
        x,
        y,
        circle(-20, -92, 13, C.wood) +
            circle(20, -92, 13, C.wood) +
            circle(0, -74, 30, C.wood) +
            ellipse(0, -26, 34, 34, C.wood) +
            ellipse(0, -22, 20, 20, '#E2BE90') +
            ellipse(0, -66, 13, 10, '#E2BE90') +
            circle(-11, -80, 3.4, C.ink) +
            circle(11, -80, 3.4, C.ink),
    );

const emptied = (t, d) => {
    const k = (i) => ramp(t, 0.4 + i * 1, 2 + i * 1);
    const go = (i, x0, x1, y0, s) =>
        at(mix(x0, x1, k(i)), mix(y0, GROUND - 14, k(i)) - 90 * Math.sin(Math.PI * k(i)), s);
    return (
        room('day') +
        window(400, 40, 200, 180, { hour: 'day', sun: mix(0.5, 0.7, t / d) }) +
        cot(250, '') +
        go(
            0,
            200,
            650,
            340,
            rect(-62, -46, 124, 46, C.cream, 20, 'stroke="#C9CDBE" stroke-width="3"'),
        ) +
        go(
            1,
            270,
            770,
            340,
            rect(-66, -70, 132, 70, C.plum, 16) +
                line('M-60 -46H60', '#FFFFFF', 5, 'opacity="0.3"'),
        ) +
        at(0, 0, bear(mix(330, 880, k(2)), mix(350, GROUND, k(2)) - 90 * Math.sin(Math.PI * k(2))))
    );
};

const warmEnough = (t) =>
    room('night') +
    window(70, 50, 230, 214, { hour: 'night', moon: 0.7, frame: '#12312C' }) +
    circle(560, 200, 226, 'url(#glow-soft)') +
    bagged(560, 250, { scale: 1.35, t, colour: '#D9A066' }) +
    path(
        'M612 216C670 196 760 196 860 210V262C770 254 690 252 622 238C602 234 598 222 612 216Z',
        '#F0C9A0',
    ) +
    rect(830, 196, 130, 82, C.celadon, 18);

const sameRoom = (t, d) =>
    room('night') +
    window(400, 36, 200, 176, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    bed(500, 430, { night: true, sleeper: true, blanket: '#3A5C8C' }) +
    cot(280, asleep(t));

const nightFeed = (t) =>
    room('night') +
    dim(0.08) +
    fade(0.55, armchair(790, { colour: '#6A4A55', dark: '#553A44' })) +
    lamp(130, { height: 250, on: 0.8, shade: '#2A6456' }) +
    person(400, 214, 74, { colour: C.celadonMid, look: -4 }) +
    ellipse(440, 384, 104, 36, C.celadon200, 'transform="rotate(-8 440 384)"') +
    face(350, 352 + sway(t, 5), 38, { look: 6 }) +
    path('M300 428C330 396 520 388 560 428Z', C.celadon);

const clearAir = (t) =>
    room('day') +
    window(330, 46, 300, 276, { hour: 'day', sun: 0.65 }) +
    curtains(300, 40, 360, 300, mix(0.86, 0.98, 0.5 + 0.5 * sway(t, 5)), '#E9D9B8') +
    plant(800, { t, scale: 1.15 }) +
    at(
        150,
        GROUND,
        ellipse(0, -8, 66, 12, C.celadon200) +
            path('M-58 -10C-52 -42 52 -42 58 -10Z', C.celadon100) +
            line('M-30 -26H30', C.celadon200, 5),
    );

const tummyTime = (t, d) =>
    room('dawn') +
    window(640, 40, 210, 180, { sun: 0.55 }) +
    rect(70, GROUND - 10, 820, 14, C.celadon200, 7) +
    prone(300, mix(0, 16, ramp(t, 1, d * 0.4))) +
    rattle(510, 330, { turn: 74 + sway(t, 4) * 4, scale: 0.55 }) +
    person(720, 296, 62, { colour: C.celadon, look: -12 });

const rollsOver = (t, d) =>
    room('night') +
    cotAbove(
        480,
        220,
        340,
        380,
        bagged(mix(-14, 14, ramp(t, 1, d - 1.5)), 16, {
            scale: 1.12,
            t,
            turn: mix(0, 34, ramp(t, 1.5, d - 1)),
        }),
    ) +
    lamp(860, { height: 230, on: 0.4, shade: '#2A6456' }) +
    crescent(150, 120, 44);

const passItOn = (t) => {
    const icons =
        at(-78, 0, bagged(0, 4, { scale: 0.34 })) +
        level(0, 0, 0.26) +
        at(78, 0, cotAbove(0, 0, 56, 74));
    return (
        room('day') +
        person(230, 250, 62, { kind: 'grandmother', colour: C.plum, look: 10 }) +
        person(410, 238, 62, { kind: 'grandfather', colour: C.indigo, look: 6 }) +
        person(770, 244, 64, { colour: C.celadonMid, look: -12 }) +
        bubble(590, 122 + sway(t, 6) * 4, 290, 124, {
            content: icons,
            flip: true,
            opacity: ramp(t, 0.4, 1.4),
        })
    );
};

const askFirst = (t) =>
    room('day') +
    window(380, 40, 160, 146, { hour: 'day', sun: 0.6 }) +
    doctor(690, 230, 68, -12) +
    person(280, 236, 66, { colour: '#D9A066', look: 10 }) +
    ellipse(330, 386, 92, 34, C.celadon200) +
    face(400, 360 + sway(t, 5), 34);

export default {
    poster: 13,
    scenes: [
        { cue: 0, draw: still },
        { cue: 1, draw: threeThings },
        { cue: 2, draw: faceUp },
        { cue: 3, draw: notTheSide },
        { cue: 4, draw: firmAndFlat },
        { cue: 5, draw: emptied },
        { cue: 6, draw: warmEnough },
        { cue: 7, draw: sameRoom },
        { cue: 8, draw: nightFeed },
        { cue: 9, draw: clearAir },
        { cue: 10, draw: tummyTime },
        { cue: 12, draw: rollsOver },
        { cue: 13, draw: passItOn },
        { cue: 14, draw: askFirst },
    ],
};
