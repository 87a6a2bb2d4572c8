import {
    C,
    GROUND,
    at,
    circle,
    ellipse,
    f,
    fade,
    line,
    mix,
    path,
    ramp,
    rect,
    scoop,
    sway,
} from '../draw/base.mjs';
import { armchair, lamp, room, window } from '../draw/room.mjs';
import { bowl, bubble, closedBook, cup, openBook, plant, spoon } from '../draw/things.mjs';
import { tree } from '../draw/home.mjs';
import { bath, cot, face, mobile, rattle } from '../draw/family.mjs';

const HEART = path(
    'M0 18C-34 -6 -22 -30 -6 -26C-2 -25 0 -22 0 -18C0 -22 2 -25 6 -26C22 -30 34 -6 0 18Z',
    C.seal,
);

const dots = (n, colour) =>
    Array.from({ length: n }, (_, i) => circle((i - (n - 1) / 2) * 26, 0, 7, colour)).join('');

const speaking = (t, d) => {
    const say = (x, y, from, w) =>
        bubble(x, y - 6 * ramp(t, from, d), w, w * 0.62, {
            content: dots(w > 80 ? 3 : 1, C.lamp),
            opacity: ramp(t, from, from + 1.2),
        });
    return (
        room('dawn') +
        window(640, 56, 240, 224, { sun: mix(0.4, 0.6, t / d) }) +
        mobile(330, 66, t) +
        cot(330, baby(-78, t)) +
        say(300, 236, 1, 74) +
        say(470, 226, 3.4, 96) +
        plant(790, { t })
    );
};

function baby(x, t) {
    return ellipse(x + 110, -66, 96, 30, C.celadon200) + face(x, -86 + sway(t, 5) * 1.2, 34);
}

// Five parts of care round one window; the part that answers shines.
const fiveParts = (t) => {
    const icons = [
        HEART,
        at(
            0,
            14,
            path(
                'M-26 -16C-24 2 -12 6 0 6S24 2 26 -16Z',
                '#FFFFFF',
                'stroke="#D8D5C3" stroke-width="2"',
            ) + rect(-30, -20, 60, 7, C.indigo, 3),
        ),
        path('M-30 2C-12 -4 -8 -14 0 -24C8 -14 12 -4 30 2L24 6H-24Z', C.celadon) +
            rect(-16, 4, 32, 18, C.celadonMid, 2),
        at(0, -4, bubble(0, 0, 52, 34, { colour: C.lamp })),
        at(0, 22, openBook(0, { y: 0, scale: 0.24 })),
    ];
    const place = [
        [170, 258],
        [316, 150],
        [644, 150],
        [480, 104],
        [790, 258],
    ];
    const shine = ramp(t, 1.2, 3.4);
    const one = (i) => {
        const [x, y] = place[i];
        const star = i === 3;
        const r = star ? mix(58, 76, shine) : 58;
        return (
            (star ? fade(shine, circle(x, y, 150, 'url(#glow)')) : '') +
            fade(
                ramp(t, 0.2 + i * 0.3, 1.2 + i * 0.3),
                circle(
                    x,
                    y,
                    r,
                    star ? C.lamp100 : C.cream,
                    `stroke="${star ? C.lamp : C.celadon200}" stroke-width="6"`,
                ) + at(x, y, icons[i], { scale: star ? mix(1.2, 1.7, shine) : 1.25 }),
            )
        );
    };
    return (
        room('day') +
        [0, 1, 2, 4, 3].map(one).join('') +
        face(410, 330, 62, { big: true, look: 6 }) +
        face(548, 358, 44, { look: -4 }) +
        path('M318 428C322 388 366 378 410 378S500 388 504 428Z', C.celadonMid) +
        path('M494 428C496 402 520 396 548 396S602 402 604 428Z', C.lamp)
    );
};

const threeSteps = (t, d) => {
    const tile = (i, content) => {
        const x = 210 + i * 270;
        const lit = ramp(t, 0.3 + (i * d) / 3.6, 1.5 + (i * d) / 3.6);
        return (
            fade(lit, circle(x, 220, 170, 'url(#glow-soft)')) +
            path(
                scoop(x - 100, 116, 200, 216, 26),
                lit > 0.5 ? C.lamp100 : C.celadon100,
                `stroke="${C.celadon}" stroke-width="8"`,
            ) +
            at(x, 224, content, { opacity: mix(0.35, 1, lit) })
        );
    };
    const eye =
        path(
            'M-62 0C-34 -42 34 -42 62 0C34 42 -34 42 -62 0Z',
            C.cream,
            `stroke="${C.celadon}" stroke-width="7"`,
        ) +
        circle(0, 0, 23, C.celadon) +
        circle(7, -8, 7, '#FFFFFF');
    const answer = bubble(0, -8, 124, 84, { colour: C.lamp, content: dots(3, C.cream) });
    const wait =
        circle(0, 0, 52, C.cream, `stroke="${C.celadon}" stroke-width="8"`) +
        line('M0 0V-30', C.ink, 8) +
        `<g transform="rotate(${f(90 + 40 * ramp(t, d * 0.55, d))})">${line('M0 0V-38', C.seal, 6)}</g>` +
        circle(0, 0, 8, C.ink);
    return room('day') + tile(0, eye) + tile(1, answer) + tile(2, wait);
};

const rattleTalk = (t) => {
    const ring = (k) =>
        line(
            `M${648 + k * 26} ${170 - k * 14}q${18 + k * 6} ${34 + k * 12} 0 ${76 + k * 28}`,
            C.lamp,
            7,
            `opacity="${f(Math.max(0, 0.5 + 0.5 * sway(t, 3, -k * 0.2)))}"`,
        );
    return (
        room('dawn') +
        circle(560, 230, 240, 'url(#glow-soft)') +
        rattle(560, 196, { turn: 18 + sway(t, 3) * 9, scale: 1.15 }) +
        ring(0) +
        ring(1) +
        ring(2) +
        face(230, 332, 70, { look: 10 }) +
        path('M140 428C144 396 184 388 230 388S316 396 320 428Z', C.celadonMid)
    );
};

const backAndForth = (t) => {
    const turn = (from) => ramp(t, from, from + 0.9);
    return (
        room('dawn') +
        window(440, 38, 130, 112, { sun: 0.55 }) +
        face(250, 268, 92, { big: true, look: 12 }) +
        face(690, 318, 62, { look: -10 }) +
        path('M110 428C118 366 184 348 250 348S382 366 390 428Z', C.celadon) +
        path('M606 428C610 384 650 372 690 372S770 384 774 428Z', C.lamp) +
        bubble(806, 196, 92, 60, { content: dots(1, C.lamp), opacity: turn(0.4) }) +
        bubble(424, 236, 130, 80, { content: dots(3, C.celadon), opacity: turn(2.8) }) +
        bubble(740, 118, 92, 60, { content: dots(2, C.lamp), opacity: turn(5.4) })
    );
};

const enough = (t) => {
    const k = ramp(t, 1.4, 4);
    return (
        room('day') +
        window(80, 54, 230, 214, { hour: 'day', sun: 0.7 }) +
        bowl(420, { t, steam: false, scale: 1.35 }) +
        spoon(mix(540, 560, k), mix(260, 410, k), { turn: mix(-58, -88, k) }) +
        face(740, 300, 76, { look: mix(-6, 24, ramp(t, 0.3, 1.6)) }) +
        path('M632 428C638 376 688 364 740 364S842 376 848 428Z', C.cream) +
        path('M690 368C708 398 772 398 790 368L782 366C768 384 712 384 698 366Z', C.seal)
    );
};

const bathAndWalk = (t) =>
    room('day') +
    outdoors(t) +
    bath(290, t) +
    [0, 1, 2, 3]
        .map((i) => {
            const k = (t / 8 + i * 0.27) % 1;
            return circle(
                190 + i * 66 + sway(t, 4, i * 0.3) * 8,
                mix(250, 60, k),
                9 + i * 3,
                '#FFFFFF',
                `opacity="${f(0.7 * Math.sin(k * Math.PI))}"`,
            );
        })
        .join('') +
    pram(710);

// A wide opening to the garden, so that the walk and the bath stand in one picture.
function outdoors(t) {
    const shape = scoop(540, 50, 350, 378, 36);
    return (
        `<clipPath id="garden"><path d="${shape}"/></clipPath><g clip-path="url(#garden)">${rect(540, 50, 350, 378, 'url(#sky-day)')}` +
        circle(640, 130, 38, C.lamp) +
        path('M540 320C620 280 700 300 780 312S860 290 890 296V428H540Z', C.hillFar) +
        tree(810, { scale: 1.05, t }) +
        path('M540 384C640 366 760 372 890 380V428H540Z', C.hill) +
        '</g>' +
        line(shape, C.celadon, 11)
    );
}

function pram(x) {
    const wheel = (dx) =>
        circle(dx, -24, 24, C.cream, `stroke="${C.celadonDark}" stroke-width="7"`) +
        circle(dx, -24, 5, C.celadonDark);
    return at(
        x,
        GROUND,
        line('M58 -128C84 -150 96 -150 108 -146', C.celadonDark, 8) +
            path('M-82 -124H62C60 -74 34 -54 -10 -54S-78 -74 -82 -124Z', C.seal) +
            path('M-82 -124C-86 -180 -40 -204 -6 -196V-124Z', '#C9584A') +
            wheel(-46) +
            wheel(30),
    );
}

const faceAndVoice = (t) =>
    room('dusk') +
    lamp(140, { height: 240, on: 0.9 }) +
    at(836, GROUND - 8, rect(-86, -9, 172, 16, C.ink, 8) + rect(-70, -11, 60, 5, '#3C5350', 2)) +
    circle(480, 260, 260, 'url(#glow)') +
    face(420, 238, 98, { big: true, look: 14 }) +
    face(570, 306, 62, { look: -12 }) +
    path('M270 428C280 346 346 324 420 324C500 324 560 352 566 428Z', C.celadon) +
    path('M470 428C476 380 524 362 572 362S660 380 664 428Z', C.lamp) +
    bubble(716, 196 + sway(t, 6) * 4, 128, 80, {
        opacity: ramp(t, 1.4, 2.8),
        content: at(0, 4, HEART),
    });

const restAWhile = (t, d) =>
    room('night') +
    window(70, 56, 240, 224, { hour: 'night', moon: t / d, frame: '#12312C' }) +
    lamp(800, { height: 250, on: 0.85, shade: '#2A6456' }) +
    armchair(500, { colour: '#A05A45', dark: '#8A4A38' }) +
    path('M408 340C450 322 560 326 596 344L588 396C540 408 460 408 412 396Z', C.celadon200) +
    line('M414 366C460 352 550 354 590 370', '#FFFFFF', 4, 'opacity="0.5"') +
    cup(690, { colour: C.cream }) +
    closedBook(240, { w: 130, colour: C.plum });

export default {
    poster: 41,
    scenes: [
        { cue: 0, draw: speaking },
        { cue: 2, draw: fiveParts },
        { cue: 4, draw: threeSteps },
        { cue: 5, draw: rattleTalk },
        { cue: 6, draw: backAndForth },
        { cue: 8, draw: enough },
        { cue: 9, draw: bathAndWalk },
        { cue: 12, draw: faceAndVoice },
        { cue: 13, draw: restAWhile },
    ],
};
