import {
    C,
    GROUND,
    at,
    circle,
    fade,
    line,
    mix,
    path,
    ramp,
    rect,
    scoop,
    sway,
} from '../draw/base.mjs';
import { lamp, pendant, room, window } from '../draw/room.mjs';
import { bowl, bubble, chopsticks, cup, plant } from '../draw/things.mjs';
import { clinic, tree } from '../draw/home.mjs';
import {
    bun,
    drumstick,
    egg,
    filled,
    fish,
    greens,
    jar,
    kelp,
    milk,
    plate,
    pot,
    steak,
    tofu,
} from '../draw/food.mjs';
import { doctor, person } from '../draw/people.mjs';

const morsel = (x, y) =>
    line(
        `M${x} ${y}L${x + 150} ${y - 96}M${x + 14} ${y + 12}L${x + 164} ${y - 84}`,
        C.woodDark,
        8,
    ) + rect(x - 22, y - 8, 46, 30, '#B4584A', 9);

const forTwo = (t, d) => {
    const k = ramp(t, 0.6, d - 1);
    return (
        room('dusk') +
        pendant(480, 70, 0.9) +
        person(300, 246, 66, { colour: '#D9A066', look: 8 }) +
        filled(440, 'rice', { scale: 1.1 }) +
        bowl(180, { t, steam: false, rim: C.celadon }) +
        bowl(780, { t, rim: C.seal }) +
        morsel(mix(640, 470, k), mix(250, 316, k))
    );
};

const bitOfAll = (t) =>
    room('day') +
    window(70, 50, 210, 196, { hour: 'day', sun: 0.7 }) +
    plate(
        480,
        at(-70, 0, greens({ scale: 0.85 })) +
            at(4, 0, egg({ scale: 0.8 })) +
            at(74, 0, steak({ scale: 0.5 })),
        {
            scale: 1.5,
        },
    ) +
    filled(780, 'rice', { scale: 1.1, rim: C.celadon }) +
    plant(150, { t, scale: 0.9 });

const littleAndOften = (t, d) => {
    const sun = ramp(t, 0, d);
    const one = (i, content) =>
        fade(ramp(t, 0.3 + i * 1.3, 1.3 + i * 1.3), at(210 + i * 270, GROUND, content));
    return (
        room('dawn') +
        line(
            'M120 250C300 70 660 70 840 250',
            '#FFFFFF',
            5,
            'opacity="0.5" stroke-dasharray="2 16"',
        ) +
        circle(
            mix(130, 830, sun),
            250 - 172 * Math.sin(Math.PI * mix(0.03, 0.97, sun)),
            40,
            C.lamp,
        ) +
        one(0, filled(0, 'rice', { y: 0, scale: 0.95, rim: C.celadon })) +
        one(1, filled(0, 'noodles', { y: 0, scale: 0.95, rim: C.seal })) +
        one(2, bun({ scale: 1 }))
    );
};

const aLittleMore = (t) => {
    const show = (i, s) => fade(ramp(t, 0.3 + i * 1, 1.3 + i * 1), s);
    return (
        room('day') +
        window(370, 36, 220, 196, { hour: 'day', sun: 0.6 }) +
        show(0, milk(150, { scale: 1.25 })) +
        show(1, plate(360, fish({ scale: 0.95 }), { scale: 0.95 })) +
        show(2, at(520, GROUND, egg({ scale: 0.95 })) + at(580, GROUND, egg({ scale: 0.8 }))) +
        show(3, plate(770, drumstick({ scale: 0.9 }), { rim: C.celadon, scale: 0.95 }))
    );
};

const inTurn = (t) => {
    const lit = (i) => ramp(t, 0.2 + i * 1.5, 1.4 + i * 1.5);
    const day = (i, food, rim) => {
        const x = 180 + i * 300;
        return (
            fade(lit(i), circle(x, 250, 170, 'url(#glow-soft)')) +
            path(
                scoop(x - 116, 110, 232, 236, 26),
                lit(i) > 0.5 ? C.lamp100 : C.celadon100,
                `stroke="${C.celadon}" stroke-width="7"`,
            ) +
            plate(x, food, { y: 316, scale: 0.78, rim })
        );
    };
    return (
        room('day') +
        day(0, fish({ scale: 1 }), C.indigo) +
        day(1, drumstick({ scale: 1 }), C.celadon) +
        day(2, tofu({ scale: 1.15 }), C.seal)
    );
};

const drop = path('M0 -20C8 -8 15 -2 15 8A15 14 0 0 1 -15 8C-15 -2 -8 -8 0 -20Z', '#7FB0C4');

const saltIronSea = (t) =>
    room('dawn') +
    window(660, 44, 210, 190, { sun: 0.6 }) +
    jar(200, { scale: 1.45, mark: drop }) +
    plate(450, steak({ scale: 1.05 }), { rim: C.seal, scale: 1.05 }) +
    at(760, GROUND, kelp({ scale: mix(1.15, 1.2, 0.5 + 0.5 * sway(t, 6)) }));

const folicAcid = (t, d) =>
    room('day') +
    doctor(250, 230, 68, 10) +
    jar(520, { scale: 1.1, lid: C.seal, mark: at(0, 30, greens({ scale: 0.5 })) }) +
    circle(600, GROUND - 9, 9, C.lamp) +
    circle(626, GROUND - 9, 9, C.lamp) +
    at(790, GROUND, greens({ scale: mix(1.3, 1.45, ramp(t, 0, d)) }));

const noWineNoSmoke = (t) => {
    const curl = (x, k) =>
        line(
            `M${x} 250c-16 -26 16 -44 0 -72s14 -36 4 -58`,
            '#8E9B95',
            10,
            `opacity="${Math.round((0.35 + 0.2 * sway(t, 5, k)) * 100) / 100}"`,
        );
    return (
        room('dusk') +
        rect(640, 40, 260, 260, '#DDE7E2', 10) +
        curl(720, 0) +
        curl(790, 0.4) +
        rect(632, 32, 276, 276, 'none', 12, `stroke="${C.celadonDark}" stroke-width="14"`) +
        rect(763, 36, 10, 270, C.celadonDark) +
        at(
            470,
            GROUND,
            path(
                'M-34 0C-34 -46 -26 -66 0 -66S34 -46 34 0Z',
                '#E4EEF0',
                'stroke="#BFD0CE" stroke-width="3"',
            ) +
                rect(-4, -128, 8, 64, '#D5E2E0') +
                rect(-30, -134, 60, 8, '#D5E2E0', 4),
        ) +
        person(210, 246, 62, { colour: '#D9A066', look: 6 }) +
        cup(360, { scale: 1.1 })
    );
};

const cookedThrough = (t) =>
    room('day') +
    window(60, 46, 210, 196, { hour: 'day', sun: 0.6 }) +
    pot(500, { t, scale: 1.2 }) +
    at(810, GROUND, egg({ scale: 1 })) +
    at(866, GROUND, egg({ scale: 0.85 }));

const outInTheSun = (t, d) => {
    const x = mix(0, 60, t / d);
    return (
        rect(0, 0, 960, 540, 'url(#sky-day)') +
        circle(740, 110, 52, C.lamp) +
        path('M0 330C200 270 420 310 620 300S880 280 960 300V540H0Z', C.hillFar) +
        path('M0 384C240 350 520 372 960 356V540H0Z', C.hill) +
        tree(820, { t, scale: 1.15 }) +
        tree(110, { t: t + 2, scale: 0.9 }) +
        at(
            x,
            0,
            person(360, 246, 58, { colour: '#D9A066', look: 6 }) +
                person(510, 226, 60, { kind: 'man', colour: C.celadonMid, look: -2 }),
        ) +
        rect(0, GROUND - 2, 960, 120, '#C9B98C')
    );
};

const weightCurve = (t, d) => {
    const k = ramp(t, 0.6, d - 0.6);
    return (
        room('day') +
        doctor(760, 236, 66, -10) +
        rect(130, 90, 400, 280, C.cream, 14, `stroke="${C.celadon200}" stroke-width="5"`) +
        path('M170 320C290 300 400 236 490 150V196C400 276 290 330 170 336Z', C.celadon100) +
        line('M170 110V336H500', C.celadonDark, 5) +
        `<g clip-path="inset(0)">${line('M170 328C290 314 400 254 490 174', C.seal, 7, `stroke-dasharray="400" stroke-dashoffset="${Math.round(400 * (1 - k))}"`)}</g>`
    );
};

const sameDay = (t) =>
    room('dawn') +
    circle(560, 200, 220, 'url(#glow-soft)') +
    clinic(560, { scale: 1.35 }) +
    tree(160, { t, scale: 0.9 }) +
    tree(880, { t: t + 1, scale: 0.8 });

const whatSmellsRight = (t) => {
    const icons =
        at(-74, 34, filled(0, 'noodles', { y: 0, scale: 0.5 })) +
        at(4, 34, bun({ scale: 0.55 })) +
        at(74, 32, greens({ scale: 0.6 }));
    return (
        room('dusk') +
        person(250, 236, 68, { kind: 'man', colour: C.celadonMid, look: 8 }) +
        pot(760, { t, scale: 0.7 }) +
        bubble(480, 132 + sway(t, 6) * 4, 270, 140, { content: icons, opacity: ramp(t, 0.4, 1.4) })
    );
};

const stayALittle = (t) =>
    room('dusk') +
    pendant(480, 64, 1) +
    lamp(880, { height: 250, on: 0.5 }) +
    person(330, 250, 66, { colour: '#D9A066', look: 10 }) +
    person(620, 240, 68, { kind: 'man', colour: C.celadonMid, look: -10 }) +
    bowl(370, { t, rim: C.celadon }) +
    bowl(576, { t: t + 1.4 }) +
    chopsticks(170, GROUND - 6);

export default {
    poster: 82,
    scenes: [
        { cue: 0, draw: forTwo },
        { cue: 1, draw: bitOfAll },
        { cue: 2, draw: littleAndOften },
        { cue: 3, draw: aLittleMore },
        { cue: 4, draw: inTurn },
        { cue: 5, draw: saltIronSea },
        { cue: 6, draw: folicAcid },
        { cue: 7, draw: noWineNoSmoke },
        { cue: 8, draw: cookedThrough },
        { cue: 9, draw: outInTheSun },
        { cue: 10, draw: weightCurve },
        { cue: 11, draw: sameDay },
        { cue: 12, draw: whatSmellsRight },
        { cue: 13, draw: stayALittle },
    ],
};
