import { C, GROUND, at, circle, fade, line, mix, path, ramp, rect, sway } from '../draw/base.mjs';
import { bed, chair, dim, door, lamp, pendant, room, window } from '../draw/room.mjs';
import {
    bowl,
    bubble,
    closedBook,
    cup,
    openBook,
    pencil,
    phone,
    plant,
    shoe,
} from '../draw/things.mjs';
import { house } from '../draw/home.mjs';
import { clinic, diary, knocks, umbrella } from '../draw/teen.mjs';

const heart = (scale = 1) =>
    at(
        0,
        0,
        path(
            'M0 24C-46 -8 -30 -40 -8 -34C-3 -33 0 -29 0 -24C0 -29 3 -33 8 -34C30 -40 46 -8 0 24Z',
            C.seal,
        ),
        { scale },
    );

const onTheDesk = (t, d) =>
    room('dusk') +
    window(80, 56, 230, 220, { hour: 'night', moon: t / d }) +
    lamp(650, { height: 250, on: 0.92 }) +
    diary(450, { scale: 1.25 }) +
    pencil(250, GROUND - 4, { turn: 76 }) +
    plant(850, { t });

const worry = (t) => {
    const dots = [-44, 0, 44]
        .map((dx, i) => fade(ramp(t, 0.8 + i * 0.9, 1.8 + i * 0.9), circle(dx, 0, 11, C.celadon)))
        .join('');
    return (
        room('dusk') +
        dim(0.1) +
        diary(300, { scale: 0.9 }) +
        bubble(600, 170, 330, 170, { content: dots, opacity: ramp(t, 0.2, 1.2) }) +
        cup(780) +
        cup(880, { scale: 0.75, colour: C.lamp100 })
    );
};

const letter = (x) =>
    at(
        x,
        GROUND,
        rect(-92, -124, 184, 124, C.cream, 8, `stroke="${C.celadon200}" stroke-width="4"`) +
            line('M-90 -118L0 -48L90 -118', C.celadon200, 6) +
            circle(0, -50, 13, C.seal),
    );

const notForOthers = (t, d) => {
    const on = ramp(t, d * 0.5, d * 0.75);
    return (
        room('day') +
        circle(480, 330, 330, 'url(#glow-soft)') +
        letter(220) +
        diary(480, { scale: 1.1 }) +
        phone(740, GROUND - 82, { scale: 1.02 }) +
        fade(on, house(880, { w: 130, lit: on }))
    );
};

const leftInPlace = (t, d) =>
    room('dusk') +
    window(90, 52, 260, 250, { hour: 'night', moon: t / d }) +
    chair(mix(520, 600, ramp(t, 0.4, 2.6))) +
    diary(410, { scale: 0.95 }) +
    lamp(800, { height: 230, on: 0.8 });

const twoKnocks = (t, d) => {
    const open = ramp(t, 3.2, d) * 0.8;
    return (
        room('dusk') +
        door(400, { height: 350, width: 190, open }) +
        fade(open, circle(500, 260, 220, 'url(#glow-soft)')) +
        knocks(384, 250, ramp(t, 0.5, 1.6) * (1 - ramp(t, 2.8, 3.4))) +
        shoe(700) +
        plant(170, { t, scale: 1.15 })
    );
};

const tidy = (t) => {
    const content =
        at(-58, 6, closedBook(0, { y: 10, w: 84, colour: C.indigo })) +
        circle(58, 0, 30, C.celadon200);
    return (
        room('day') +
        closedBook(250, { w: 170, colour: C.seal }) +
        closedBook(262, { w: 150, y: GROUND - 26, colour: C.celadonMid }) +
        closedBook(240, { w: 140, y: GROUND - 52, colour: C.indigo }) +
        openBook(470, { scale: 0.9, cover: C.plum }) +
        cup(620) +
        pencil(720, GROUND - 4, { turn: 78 }) +
        bubble(640, 140, 270, 140, { content, opacity: ramp(t, 0.5, 1.6), flip: true })
    );
};

const drawer = (t) => {
    const key = (k) =>
        at(
            mix(700, 610, k),
            270,
            circle(0, 0, 24, 'none', `stroke="${C.lamp}" stroke-width="11"`) +
                rect(-92, -6, 72, 12, C.lamp, 4) +
                rect(-92, 0, 10, 22, C.lamp, 3) +
                rect(-72, 0, 10, 16, C.lamp, 3),
        );
    return (
        room('day') +
        rect(270, 190, 280, GROUND - 190, '#A8713F', 10) +
        rect(290, 214, 240, 88, '#8A5A33', 8) +
        rect(290, 316, 240, 88, '#8A5A33', 8) +
        circle(410, 268, 13, C.lamp) +
        rect(407, 268, 6, 18, C.lamp700, 3) +
        circle(410, 360, 9, C.lamp) +
        diary(410, { y: 192, scale: 0.7 }) +
        key(ramp(t, 0.5, 3)) +
        plant(780, { t, scale: 1.1 })
    );
};

const saidAloud = (t) =>
    room('dusk') +
    pendant(480, 90, 0.95) +
    cup(360) +
    cup(600, { colour: '#E9C9A0' }) +
    bubble(230, 170, 220, 124, {
        content: heart(0.9),
        opacity: ramp(t, 0.4, 1.4),
        flip: true,
        colour: C.lamp100,
    });

const dishes = (t) => {
    const word = (i, x) =>
        bubble(x, 130 + sway(t, 6, i * 0.2) * 5, 118, 74, {
            content: line('M-26 0H26', i === 1 ? C.seal : C.indigo, 7),
            opacity: ramp(t, 1.4 + i * 1.3, 2.6 + i * 1.3),
            flip: i === 1,
        });
    const plate = (x) =>
        circle(x, GROUND - 62, 60, C.cream) +
        circle(x, GROUND - 62, 38, 'none', `stroke="${C.celadon200}" stroke-width="5"`);
    return (
        room('dusk') +
        window(60, 60, 200, 190, { hour: 'dusk', sun: 0.3 }) +
        plate(420) +
        plate(520) +
        plate(620) +
        rect(380, GROUND - 16, 300, 16, C.woodDark, 8) +
        bowl(790, { steam: false }) +
        word(0, 420) +
        word(1, 640)
    );
};

const askFirst = (t) =>
    room('day') +
    phone(320, GROUND - 105, { scale: 1.35, face: true, glow: 0.5 }) +
    bubble(650, 200, 260, 140, {
        content: line('M-62 0H62', C.celadon200, 10),
        opacity: 1 - 0.7 * ramp(t, 1.6, 3.4),
    }) +
    plant(860, { t });

const notAlone = (t, d) => {
    const rain = [0, 1, 2, 3, 4, 5, 6, 7]
        .map((i) => {
            const y = ((t * 40 + i * 67) % 300) + 30;
            return line(`M${110 + i * 104} ${Math.round(y)}l-6 22`, '#8FB4BE', 4, 'opacity="0.55"');
        })
        .join('');
    return (
        room('dusk') +
        dim(0.18) +
        rain +
        umbrella(480, 400, { scale: 1.45, colour: C.seal }) +
        house(480, { w: 280, lit: ramp(t, 1, d * 0.6) })
    );
};

const helpComes = (t, d) =>
    room('dusk') +
    dim(0.1) +
    phone(240, GROUND - 101, { scale: 1.3, face: true, glow: 0.7 + 0.2 * sway(t, 3) }) +
    line(`M330 ${GROUND - 10}H${mix(336, 560, ramp(t, 0.6, d * 0.6))}`, C.lamp, 8) +
    clinic(710, { scale: 1.12, lit: ramp(t, 1, d * 0.6) });

const sorry = (t) =>
    room('dusk') +
    bed(560, 350, { blanket: C.indigo }) +
    lamp(110, { height: 230, on: 0.9 }) +
    diary(290, { scale: 0.95 }) +
    bubble(520, 160, 210, 120, {
        content: heart(0.85),
        opacity: ramp(t, 0.8, 2),
        colour: C.lamp100,
    });

const lightUnderDoor = (t, d) => {
    const open = ramp(t, 3, d) * 0.6;
    return (
        room('night') +
        dim(0.1) +
        door(390, { open, height: 350, width: 190, night: true, light: '#FFE7B0' }) +
        fade(
            open,
            path(`M390 ${GROUND}H580L670 ${GROUND + 90}H290Z`, 'url(#beam)') +
                circle(490, 260, 230, 'url(#glow-soft)'),
        ) +
        knocks(374, 250, ramp(t, 0.4, 1.4) * (1 - ramp(t, 2.6, 3.2))) +
        shoe(680, { colour: '#7C3B33' }) +
        shoe(770, { colour: '#7C3B33' })
    );
};

export default {
    poster: 31,
    scenes: [
        { cue: 0, draw: onTheDesk },
        { cue: 1, draw: worry },
        { cue: 2, draw: notForOthers },
        { cue: 4, draw: leftInPlace },
        { cue: 5, draw: twoKnocks },
        { cue: 6, draw: tidy },
        { cue: 7, draw: drawer },
        { cue: 8, draw: saidAloud },
        { cue: 9, draw: dishes },
        { cue: 10, draw: askFirst },
        { cue: 11, draw: notAlone },
        { cue: 12, draw: helpComes },
        { cue: 13, draw: sorry },
        { cue: 14, draw: lightUnderDoor },
    ],
};
