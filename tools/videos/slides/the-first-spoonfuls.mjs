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
import { pendant, room, window } from '../draw/room.mjs';
import { bowl, bubble, plant, spoon } from '../draw/things.mjs';
import { face } from '../draw/family.mjs';
import {
    bottle,
    broccoli,
    carrots,
    filled,
    grapes,
    jar,
    plate,
    pumpkin,
    steak,
} from '../draw/food.mjs';
import { doctor, person } from '../draw/people.mjs';

const RUST = '#A85A3C';

/** A baby in a high chair: tray in front, a bib round the neck. */
const highChair = (x, { look = 0, smudge = false, y = 262 } = {}) =>
    rect(x - 92, 210, 184, 200, '#C99A62', 30) +
    person(x, y, 56, { kind: 'child', colour: C.lamp, look }) +
    path(
        `M${x - 34} ${y + 56}C${x - 30} ${y + 116} ${x + 30} ${y + 116} ${x + 34} ${y + 56}Z`,
        C.cream,
    ) +
    (smudge
        ? circle(x - 30, y + 24, 9, RUST) +
          circle(x + 26, y + 30, 11, '#E58A3C') +
          circle(x + 4, y + 44, 8, RUST) +
          circle(x - 12, y - 30, 6, '#E58A3C')
        : '') +
    rect(x - 120, 386, 240, 20, '#E3C08E', 10) +
    rect(x - 104, 406, 14, 24, '#B98552') +
    rect(x + 90, 406, 14, 24, '#B98552');

const watching = (t) =>
    room('dusk') +
    pendant(480, 60, 0.9) +
    person(270, 240, 68, { colour: C.celadon, look: 8 }) +
    bowl(430, { t, rim: C.indigo }) +
    highChair(720, { look: -10 }) +
    bubble(570, 150 + sway(t, 5) * 4, 96, 62, {
        flip: true,
        opacity: ramp(t, 1, 2),
        content: circle(-16, 0, 6, C.lamp) + circle(16, 0, 6, C.lamp),
    });

const sixMoons = (t, d) => {
    const moons = [0, 1, 2, 3, 4, 5]
        .map((i) =>
            fade(
                ramp(t, 0.1 + i * 0.35, 0.7 + i * 0.35),
                circle(230 + i * 100, 110, 30, i === 5 ? C.lamp : '#F4DFAE'),
            ),
        )
        .join('');
    return (
        room('dawn') +
        moons +
        bottle(330, { scale: 1.35 }) +
        fade(
            ramp(t, 2, 3.4),
            filled(600, 'puree', { scale: 1.15, colour: RUST }) +
                spoon(mix(760, 730, ramp(t, 2, d)), 330, { turn: 42, scale: 1.05 }),
        )
    );
};

const ironRich = (t) =>
    room('day') +
    window(90, 44, 200, 184, { hour: 'day', sun: 0.6 }) +
    circle(560, 200, 220, 'url(#glow-soft)') +
    filled(560, 'puree', { scale: 2, colour: RUST }) +
    plate(250, steak({ scale: 0.9 }), { rim: C.seal, scale: 0.8 }) +
    plant(860, { t, scale: 0.8 });

const thickEnough = (t, d) => {
    const k = ramp(t, 0.6, d - 1);
    return (
        room('day') +
        filled(300, 'puree', { scale: 1.3, colour: RUST }) +
        jar(820, { scale: 1.1, mark: circle(0, 0, 13, '#F2E2B8') }) +
        at(
            580,
            mix(330, 210, k),
            rect(10, -9, 220, 18, C.lamp, 9) +
                ellipse(-30, 0, 62, 30, C.lamp) +
                path('M-80 -6C-66 -52 6 -52 20 -6C0 10 -60 10 -80 -6Z', RUST),
            { turn: mix(0, -14, k) },
        )
    );
};

const aTaste = (t, d) => {
    const one = (i) =>
        at(
            470 + i * 130,
            250,
            ellipse(0, 0, 40, 25, C.lamp) +
                rect(-7, 14, 14, 110, C.lamp, 7) +
                ellipse(0, -2, 26, 14, RUST),
        );
    return (
        room('dawn') +
        window(80, 46, 210, 196, { sun: mix(0.35, 0.6, t / d) }) +
        fade(ramp(t, 0.2, 1.2), one(0)) +
        fade(ramp(t, 1.8, 3), one(1)) +
        filled(800, 'puree', { scale: 1, colour: RUST })
    );
};

const oneAtATime = (t, d) => {
    const tile = (i, food) => {
        const x = 150 + i * 220;
        const lit = ramp(t, 0.2 + (i * (d - 1)) / 4, 1 + (i * (d - 1)) / 4);
        return (
            fade(lit, circle(x, 220, 140, 'url(#glow-soft)')) +
            path(
                scoop(x - 90, 120, 180, 206, 22),
                lit > 0.5 ? C.lamp100 : C.celadon100,
                `stroke="${C.celadon}" stroke-width="7"`,
            ) +
            at(x, 284, food, { opacity: mix(0.3, 1, lit) })
        );
    };
    return (
        room('day') +
        tile(0, pumpkin({ scale: 1.1 })) +
        tile(1, pumpkin({ scale: 1.1 })) +
        tile(2, pumpkin({ scale: 1.1 })) +
        tile(3, broccoli({ scale: 1.1 }))
    );
};

const stopAndAsk = (t, d) =>
    room('dawn') +
    doctor(250, 236, 66, 10) +
    person(640, 238, 62, { colour: '#D9A066', look: -10 }) +
    face(566, 352, 36, { look: -4 }) +
    ellipse(640, 388, 84, 32, C.celadon200) +
    filled(mix(440, 850, ramp(t, 0.6, d - 1)), 'puree', { scale: 0.9 });

const onTheShelf = (t) =>
    room('day') +
    rect(230, 206, 520, 18, '#B98552', 6) +
    rect(270, 224, 16, 34, '#8A5A33') +
    rect(694, 224, 16, 34, '#8A5A33') +
    jar(330, {
        y: 206,
        scale: 0.95,
        mark:
            circle(-10, 4, 5, '#9FB0AB') +
            circle(6, -4, 5, '#9FB0AB') +
            circle(12, 8, 5, '#9FB0AB'),
    }) +
    jar(490, {
        y: 206,
        scale: 0.95,
        lid: C.seal,
        mark: rect(-13, -13, 26, 26, '#FFFFFF', 3, 'stroke="#D8D5C3" stroke-width="3"'),
    }) +
    jar(650, {
        y: 206,
        scale: 0.95,
        colour: '#F0C46C',
        lid: C.woodDark,
        mark: path('M0 -18L16 -9V9L0 18L-16 9V-9Z', C.lamp),
    }) +
    filled(390, 'puree', { scale: 1.05 }) +
    spoon(540, 350, { turn: 60, scale: 0.9 }) +
    plant(830, { t, scale: 0.9 });

const faceToFace = (t) => {
    const k = ramp(t, 3, 5);
    return (
        room('day') +
        person(260, 232, 70, { colour: C.celadon, look: 12 }) +
        highChair(700, { look: -8 }) +
        filled(420, 'puree', { scale: 0.8 }) +
        at(
            mix(560, 590, k),
            300,
            rect(-130, -7, 130, 14, C.lamp, 7) +
                ellipse(18, 0, 34, 18, C.lamp) +
                ellipse(18, -5, 22, 10, '#D98B3E'),
            { turn: -8 },
        )
    );
};

const coarser = (t) =>
    room('dawn') +
    line('M250 170H710', C.celadon200, 8) +
    path('M704 150L746 170L704 190Z', C.celadon200) +
    filled(200, 'puree', { scale: 1.15 }) +
    fade(ramp(t, 0.8, 2), filled(480, 'lumps', { scale: 1.25, rim: C.celadon })) +
    fade(mix(0.25, 1, ramp(t, 2.6, 4)), filled(760, 'pieces', { scale: 1.35, rim: C.seal }));

const ownHands = (t) =>
    room('day') +
    window(90, 46, 210, 196, { hour: 'day', sun: 0.65 }) +
    highChair(480, { look: sway(t, 6) * 6 }) +
    at(410, 388, carrots({ scale: 0.62 })) +
    circle(412, 374, 17, '#F0C9A0') +
    plate(770, carrots({ scale: 0.8 }), { rim: C.celadon, scale: 0.85 });

const smudged = (t) =>
    room('day') +
    window(690, 46, 190, 176, { hour: 'day', sun: 0.65 }) +
    circle(480, 230, 220, 'url(#glow-soft)') +
    highChair(480, { look: sway(t, 6) * 6, smudge: true }) +
    circle(404, 374, 17, '#F0C9A0') +
    circle(398, 366, 8, '#E58A3C') +
    circle(556, 374, 17, '#F0C9A0') +
    circle(562, 366, 8, RUST);

const putAway = (t, d) => {
    const k = ramp(t, 1, d - 2);
    return (
        room('dawn') +
        person(180, 244, 62, { colour: C.celadon, look: 10 }) +
        highChair(420, { look: -6 }) +
        rect(600, 190, 310, 16, '#B98552', 6) +
        at(mix(650, 665, k), mix(GROUND, 190, k), grapes({ scale: 0.95 })) +
        at(
            mix(760, 757, k),
            mix(GROUND, 190, k),
            ellipse(-16, -16, 20, 16, C.wood) +
                ellipse(18, -16, 20, 16, '#A06F3F') +
                ellipse(0, -40, 20, 16, '#C08F57'),
        ) +
        at(
            mix(860, 852, k),
            mix(GROUND, 190, k),
            path('M-34 -56H34L26 0H-26Z', '#E58FA0', 'opacity="0.85"') +
                rect(-38, -64, 76, 12, C.cream, 5),
        )
    );
};

const offerAgain = (t, d) => {
    const k = ramp(t, 0.5, d - 2);
    return (
        room('day') +
        highChair(690, { look: mix(16, -8, ramp(t, d - 3, d - 1.5)) }) +
        person(200, 240, 66, { colour: C.celadon, look: 8 }) +
        filled(mix(340, 500, k), 'puree', { scale: 1 })
    );
};

const together = (t) =>
    room('dusk') +
    pendant(480, 56, 1) +
    person(220, 246, 62, { colour: '#D9A066', look: 10 }) +
    person(740, 238, 64, { kind: 'man', colour: C.celadonMid, look: -10 }) +
    highChair(480, { look: sway(t, 7) * 8, y: 268 }) +
    bowl(330, { t, rim: C.celadon, scale: 0.85 }) +
    bowl(628, { t: t + 1.5, rim: C.indigo, scale: 0.85 }) +
    at(480, 388, filled(0, 'lumps', { y: 0, scale: 0.55, rim: C.seal }));

export default {
    poster: 58,
    scenes: [
        { cue: 0, draw: watching },
        { cue: 1, draw: sixMoons },
        { cue: 2, draw: ironRich },
        { cue: 3, draw: thickEnough },
        { cue: 4, draw: aTaste },
        { cue: 5, draw: oneAtATime },
        { cue: 6, draw: stopAndAsk },
        { cue: 7, draw: onTheShelf },
        { cue: 8, draw: faceToFace },
        { cue: 9, draw: coarser },
        { cue: 10, draw: ownHands },
        { cue: 11, draw: smudged },
        { cue: 12, draw: putAway },
        { cue: 13, draw: offerAgain },
        { cue: 14, draw: together },
    ],
};
