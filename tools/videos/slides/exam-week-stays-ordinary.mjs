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
    sway,
} from '../draw/base.mjs';
import { armchair, bed, crescent, dim, door, lamp, pendant, room, window } from '../draw/room.mjs';
import { clock } from '../draw/time.mjs';
import { bowl, bubble, chopsticks, closedBook, cup, phone, plant, shoe } from '../draw/things.mjs';
import { house, school, tree } from '../draw/home.mjs';
import { bottle, clearCase, clinic, umbrella, way } from '../draw/teen.mjs';

const softVoices = (t, d) =>
    room('dusk') +
    window(70, 56, 220, 210, { hour: 'dusk', sun: mix(0.4, 0.3, t / d) }) +
    door(620, { height: 340, width: 180 }) +
    [0, 1, 2, 3, 4, 5, 6]
        .map((i) => rect(350 + (i % 4) * 56, 110 + Math.floor(i / 4) * 60, 44, 48, C.cream, 6))
        .join('') +
    circle(540, 194, 13, C.seal) +
    bowl(440, { t, scale: 0.85 }) +
    shoe(880);

const ordinary = (t, d) =>
    room('dawn') +
    window(90, 50, 260, 250, { hour: 'dawn', sun: mix(0.35, 0.6, t / d) }) +
    clock(560, 160, 82, { minutes: 7 * 60 + t / 2 }) +
    plant(840, { t, scale: 1.2 }) +
    cup(560) +
    closedBook(690, { w: 130, colour: C.celadonMid });

const sameFood = (t) =>
    room('dusk') +
    pendant(420, 90, 0.95) +
    bowl(320, { t, scale: 1.15 }) +
    bowl(520, { t: t + 1.3, scale: 1.15, rim: C.celadon }) +
    chopsticks(400, GROUND - 6) +
    fade(
        1 - 0.7 * ramp(t, 1, 3.2),
        at(
            mix(740, 850, ramp(t, 1, 3.2)),
            GROUND,
            rect(-42, -116, 84, 116, C.plum, 12) +
                rect(-26, -142, 52, 30, '#5C3350', 6) +
                rect(-42, -84, 84, 44, C.cream),
        ),
    );

const breakfast = (t) => {
    const egg = ellipse(0, -36, 30, 36, '#E0B084') + ellipse(-9, -48, 7, 10, '#F1D2B2');
    const apple =
        circle(0, -38, 38, C.seal) +
        line('M0 -74C2 -88 8 -94 16 -98', C.woodDark, 6) +
        path('M6 -84C18 -98 34 -98 42 -90C34 -80 18 -78 6 -84Z', C.celadonMid);
    const milk =
        path('M-34 0L-40 -112H40L34 0Z', '#E4EEF0') + path('M-34 -2L-38 -84H38L34 -2Z', '#FFFFFF');
    const one = (x, i, s) =>
        at(x, mix(GROUND - 18, GROUND, ramp(t, i * 0.8, 1 + i * 0.8)), s, {
            opacity: ramp(t, i * 0.8, 1 + i * 0.8),
        });
    return (
        room('dawn') +
        circle(480, 320, 320, 'url(#glow-soft)') +
        one(200, 0, bowl(0, { y: 0, t, scale: 1.15 })) +
        one(390, 1, egg) +
        one(540, 2, milk) +
        one(690, 3, apple) +
        one(830, 4, cup(0, { y: 0, colour: '#DCEBEE', scale: 1.1 }))
    );
};

const quarterHour = (t, d) => {
    const k = ramp(t, 0.8, d - 1);
    return (
        room('dawn') +
        window(560, 46, 300, 280, { hour: 'dawn', sun: mix(0.6, 0.3, k) }) +
        clock(290, 200, 140, { minutes: 7 * 60 + 15 - 15 * k, slice: [15 - 15 * k, 15] })
    );
};

const restless = (t, d) =>
    room('night') +
    window(80, 54, 270, 250, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    bed(400, 480, { night: true, sleeper: true, blanket: '#2F6F63' });

const packed = (t, d) =>
    room('day') +
    circle(430, 320, 280, 'url(#glow-soft)') +
    clearCase(430, ramp(t, 0.3, d - 0.8), { scale: 1.6 }) +
    plant(820, { t });

const tryTheWay = (t, d) => {
    const k = ramp(t, 0.4, d - 0.6);
    return (
        room('day') +
        house(150, { w: 200, lit: 0.6 }) +
        tree(410, { scale: 0.85, t }) +
        umbrella(545, GROUND - 8, { scale: 0.5 }) +
        school(790, { scale: 1 }) +
        way(210, 740, GROUND + 16, k)
    );
};

const noodlesOrRice = (t) =>
    room('dusk') +
    lamp(130, { height: 250, on: 0.9 }) +
    bubble(540, 180, 460, 210, {
        content:
            at(-108, 46, bowl(0, { y: 0, t, scale: 0.95 })) +
            fade(
                ramp(t, 1.6, 2.8),
                at(
                    108,
                    46,
                    ellipse(0, -46, 48, 26, '#FFFFFF') +
                        bowl(0, { y: 0, steam: false, scale: 0.95, rim: C.seal }),
                ),
            ),
        opacity: ramp(t, 0.2, 1.2),
        colour: C.lamp100,
    });

const oneSentenceLess = (t, d) => {
    const k = ramp(t, 1.2, d - 1.4);
    return (
        room('dusk') +
        window(90, 56, 230, 220, { hour: 'dusk', sun: mix(0.35, 0.2, t / d) }) +
        bubble(560, 150, mix(300, 120, k), mix(150, 74, k), {
            content: fade(1 - k, line('M-90 -20H90M-90 16H40', C.celadon200, 8)),
            opacity: 1 - 0.5 * k,
        }) +
        cup(430) +
        cup(650, { colour: '#E9C9A0' }) +
        lamp(830, { height: 230, on: 0.85 })
    );
};

const homeTogether = (t, d) => {
    const k = ramp(t, 0.6, d - 0.6);
    return (
        room('day') +
        school(170, { scale: 0.95 }) +
        tree(420, { scale: 0.9, t }) +
        bottle(570, { scale: 0.9 }) +
        house(800, { w: 220, lit: k }) +
        way(230, 760, GROUND + 16, k)
    );
};

const walkRound = (t, d) =>
    room('night') +
    crescent(700, 110, 44) +
    tree(210, { scale: 1.15, t }) +
    tree(780, { scale: 0.85, t: t + 2 }) +
    house(500, { w: 190, lit: 0.9, wall: '#2A6456', roof: '#12312C' }) +
    shoe(mix(330, 372, ramp(t, 0.4, d - 0.4)), { colour: '#7C3B33' }) +
    shoe(mix(260, 302, ramp(t, 0.9, d)), { colour: '#7C3B33' });

const doctorFirst = (t, d) =>
    room('day') +
    clinic(360, { scale: 1.2, lit: ramp(t, 0.3, 1.8) }) +
    phone(740, GROUND - 94, { scale: 1.2, face: true, glow: ramp(t, d * 0.45, d * 0.7) });

const someoneListens = (t) =>
    room('dusk') +
    dim(0.06) +
    lamp(480, { height: 260, on: 0.95 }) +
    armchair(240) +
    armchair(720, { colour: '#A8713F', dark: '#8A5A33' }) +
    [0, 1, 2]
        .map((i) =>
            circle(
                340 + i * 26,
                150 + sway(t, 5, i * 0.2) * 4,
                8,
                C.celadon,
                `opacity="${(0.3 + 0.6 * ramp(t, 0.6 + i, 1.8 + i)).toFixed(2)}"`,
            ),
        )
        .join('');

const supperWaits = (t) =>
    room('dusk') +
    pendant(480, 84, 1) +
    bowl(230, { t }) +
    bowl(480, { t: t + 1.2, scale: 1.35, rim: C.celadon }) +
    bowl(730, { t: t + 2.3, rim: C.seal }) +
    chopsticks(312, GROUND - 6) +
    chopsticks(590, GROUND - 6) +
    chopsticks(812, GROUND - 6);

export default {
    poster: 38,
    scenes: [
        { cue: 0, draw: softVoices },
        { cue: 1, draw: ordinary },
        { cue: 2, draw: sameFood },
        { cue: 3, draw: breakfast },
        { cue: 4, draw: quarterHour },
        { cue: 5, draw: restless },
        { cue: 6, draw: packed },
        { cue: 7, draw: tryTheWay },
        { cue: 8, draw: noodlesOrRice },
        { cue: 9, draw: oneSentenceLess },
        { cue: 10, draw: homeTogether },
        { cue: 11, draw: walkRound },
        { cue: 12, draw: doctorFirst },
        { cue: 13, draw: someoneListens },
        { cue: 14, draw: supperWaits },
    ],
};
