import { C, at, circle, f, fade, line, mix, ramp, rect, sway } from '../draw/base.mjs';
import { chair, door, room, window } from '../draw/room.mjs';
import { clock, note, sandTimer } from '../draw/time.mjs';
import { bag, bowl, bubble, openBook, shoe, sock } from '../draw/things.mjs';
import { house } from '../draw/home.mjs';

const SEVEN = 7 * 60;

const oneSock = (t, d) =>
    room('day') +
    clock(215, 190, 104, { minutes: SEVEN + 20 + t * 0.16 }) +
    window(560, 40, 306, 256, { sun: mix(0.3, 0.62, t / d) }) +
    bag(110) +
    bowl(420, { t }) +
    shoe(640) +
    sock(772, { turn: -8 });

const notYetInside = (t, d) =>
    room('day') +
    openBook(214, { scale: 1.1 }) +
    clock(214, 164, 100, { minutes: 3 * 60 + t * 2.2 }) +
    circle(690, 300, 230, 'url(#glow-soft)') +
    house(690, { w: 380, lit: 0.1 + 0.08 * sway(t, d) }) +
    fade(
        ramp(t, 2, 5),
        line(
            'M352 176C410 132 474 136 528 182',
            C.celadonMid,
            7,
            'stroke-dasharray="1 19" opacity="0.6"',
        ),
    );

const onlyWords = (t) => {
    const dots = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) =>
        fade(
            ramp(t, 0.3 * i, 0.3 * i + 1) * (1 - 0.09 * i),
            circle(-150 + i * 33, sway(t, 6, i * 0.11) * 9, 10, C.celadon200),
        ),
    );
    return (
        room('dawn') +
        window(620, 70, 250, 232, { sun: 0.66 }) +
        bubble(330, 180, 420, 170, { content: dots.join('') }) +
        sock(180, { turn: -6 }) +
        shoe(330) +
        bag(520, { scale: 0.9 }) +
        bowl(760, { t, steam: false, scale: 0.85 })
    );
};

const slice = (t, d) => {
    const k = ramp(t, 0.5, 2.5) * 12;
    const now = ramp(t, 3, d) * 11.6;
    return (
        room('day') +
        circle(480, 206, 240, 'url(#glow-soft)') +
        clock(480, 206, 160, { minutes: SEVEN + now, slice: [0, k] }) +
        shoe(160, { turn: 0 }) +
        sock(252, { turn: 4 }) +
        shoe(770) +
        sock(862, { turn: 6 })
    );
};

const sandOrSong = (t, d) => {
    const rise = (p) => {
        const k = (t / 9 + p) % 1;
        return note(610 + p * 210 + sway(t, 5, p) * 10, mix(370, 110, k), {
            scale: 0.9 + p * 0.3,
            opacity: Math.sin(k * Math.PI),
            colour: p > 0.5 ? C.seal : C.celadon,
        });
    };
    return (
        room('day') +
        circle(330, 240, 250, 'url(#glow-soft)') +
        sandTimer(330, { run: 0.06 + (0.7 * t) / d, scale: 1.35 }) +
        rise(0) +
        rise(0.36) +
        rise(0.7) +
        sock(560, { scale: 0.9 }) +
        shoe(690, { scale: 0.95 })
    );
};

const tryTomorrow = (t, d) =>
    room('dusk') +
    window(546, 60, 310, 280, { hour: 'dusk', sun: mix(0.5, 0.12, t / d) }) +
    sandTimer(290, { run: 1, scale: 1.05 }) +
    chair(120, { seat: '#A8713F' }) +
    shoe(430, { scale: 0.95 });

const madeIt = (t, d) => {
    const open = ramp(t, 1.5, 6);
    return (
        room('day') +
        door(640, { open, light: '#FFE9B8', height: 340, width: 180 }) +
        fade(
            open * 0.8,
            `<path d="M640 428L560 500H900L820 428Z" fill="#F8D892" opacity="0.45"/>`,
        ) +
        clock(250, 180, 112, { minutes: SEVEN + mix(9, 11.5, t / d), slice: [0, 12] }) +
        bag(440) +
        shoe(200) +
        shoe(310)
    );
};

// Windows that light one after another, each at its own pace.
const ownPace = (t) => {
    const one = (i) => {
        const [x, w] = [130 + i * 176, 150 + (i % 3) * 16];
        return house(x, {
            w,
            lit: ramp(t, 0.4 + [0.2, 2.4, 1, 3.4, 1.7][i], 3.2 + [0.2, 2.4, 1, 3.4, 1.7][i]),
            wall: i % 2 ? '#23473F' : '#1E4038',
            roof: '#2A6456',
        });
    };
    const sky = rect(0, 0, 960, 540, 'url(#wall-night)') + at(780, 90, circle(0, 0, 40, '#FFE6A8'));
    const specks = [
        [90, 70],
        [240, 120],
        [360, 60],
        [520, 110],
        [640, 60],
        [900, 150],
    ]
        .map(([x, y]) => circle(x, y, 2.2, '#FFEFC9'))
        .join('');
    return (
        sky +
        specks +
        [0, 1, 2, 3, 4].map(one).join('') +
        rect(0, 426, 960, 114, '#142B27') +
        rect(0, 424, 960, f(5), '#2A6456')
    );
};

export default {
    poster: 5,
    scenes: [
        { cue: 0, draw: oneSock },
        { cue: 2, draw: notYetInside },
        { cue: 4, draw: onlyWords },
        { cue: 5, draw: slice },
        { cue: 7, draw: sandOrSong },
        { cue: 10, draw: tryTomorrow },
        { cue: 11, draw: madeIt },
        { cue: 13, draw: ownPace },
    ],
};
