// Makes the lessons' media from their files: frames are drawn as SVG, turned into pictures by rsvg-convert and
// fed to ffmpeg in order. usage: make.mjs [slug…] | make.mjs still SLUG SECOND OUT.png

import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { begin, DEFS, fade, H, ramp, W } from './draw/base.mjs';
import { HERE, MEDIA, readAll, timed, vtt } from './library.mjs';

const FPS = 12;
const CROSSFADE_SECONDS = 1;
const AT_ONCE = 6;
const POSTER_QUALITIES = [3, 4, 5, 6, 8, 10];
const POSTER_BYTES = 40_000;

/** The whole picture at a second of the lesson: a scene, and for a moment the next one over it. */
function frame(scenes, second) {
    begin();
    const i = scenes.findLastIndex((s) => s.from <= second);
    // While a scene fades out it is asked for moments past its end: its clock simply runs on.
    const show = (s) => s.draw(second - s.from, s.to - s.from);
    const since = second - scenes[i].from;
    const coming = i === 0 || since >= CROSSFADE_SECONDS ? 1 : ramp(since, 0, CROSSFADE_SECONDS);
    const body = coming < 1 ? show(scenes[i - 1]) + fade(coming, show(scenes[i])) : show(scenes[i]);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}"><defs>${DEFS}</defs>${body}</svg>`;
}

function png(svg) {
    return new Promise((resolve, reject) => {
        const child = execFile(
            'rsvg-convert',
            ['--format=png'],
            { encoding: 'buffer', maxBuffer: 1 << 25 },
            (e, out) => (e ? reject(e) : resolve(out)),
        );
        child.stdin.end(svg);
    });
}

function run(program, args) {
    const r = spawnSync(program, args, { encoding: 'utf8' });
    if (r.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${r.stderr}`);
}

function encoder(lesson, out) {
    const args = [
        '-v',
        'error',
        '-y',
        '-f',
        'image2pipe',
        '-framerate',
        String(FPS),
        '-c:v',
        'png',
        '-i',
        '-',
    ];
    args.push(
        '-f',
        'lavfi',
        '-t',
        String(lesson.seconds),
        '-i',
        'anullsrc=r=48000:cl=mono',
        '-map',
        '0:v',
        '-map',
        '1:a',
    );
    args.push(
        '-vf',
        'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p',
        '-c:v',
        'libx264',
        '-profile:v',
        'main',
        '-level',
        '3.1',
    );
    args.push(
        '-preset',
        'slow',
        '-tune',
        'animation',
        '-crf',
        '25',
        '-maxrate',
        '100k',
        '-bufsize',
        '700k',
        '-g',
        String(FPS * 5),
        '-threads',
        '1',
    );
    args.push(
        '-colorspace',
        'bt709',
        '-color_primaries',
        'bt709',
        '-color_trc',
        'bt709',
        '-c:a',
        'aac',
        '-b:a',
        '16k',
    );
    args.push(
        '-fflags',
        '+bitexact',
        '-flags:v',
        '+bitexact',
        '-flags:a',
        '+bitexact',
        '-map_metadata',
        '-1',
        '-movflags',
        '+faststart',
        out,
    );
    const child = spawn('ffmpeg', args, { stdio: ['pipe', 'inherit', 'inherit'] });
    const done = new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) =>
            code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`)),
        );
    });
    return { stdin: child.stdin, done };
}

async function film(lesson, scenes) {
    const { stdin, done } = encoder(lesson, join(MEDIA, `${lesson.slug}.mp4`));
    const total = lesson.seconds * FPS;
    let [last, picture] = ['', null];
    for (let n = 0; n < total; n += AT_ONCE) {
        const batch = [];
        for (let k = n; k < Math.min(total, n + AT_ONCE); k++) {
            const svg = frame(scenes, k / FPS);
            if (svg !== last) picture = png(svg);
            last = svg;
            batch.push(picture);
        }
        for (const image of await Promise.all(batch)) {
            if (!stdin.write(image)) await new Promise((resolve) => stdin.once('drain', resolve));
        }
    }
    stdin.end();
    await done;
}

async function poster(lesson, scenes, second) {
    const temporary = join(MEDIA, `.${lesson.slug}.png`);
    const out = join(MEDIA, `${lesson.slug}.jpg`);
    writeFileSync(temporary, await png(frame(scenes, second)));
    for (const quality of POSTER_QUALITIES) {
        run('ffmpeg', [
            '-v',
            'error',
            '-y',
            '-i',
            temporary,
            '-pix_fmt',
            'yuvj420p',
            '-q:v',
            String(quality),
            '-bitexact',
            '-map_metadata',
            '-1',
            out,
        ]);
        if (statSync(out).size <= POSTER_BYTES) break;
    }
    rmSync(temporary);
}

async function slidesOf(lesson) {
    const { default: slides } = await import(
        pathToFileURL(join(HERE, 'slides', `${lesson.slug}.mjs`))
    );
    return { scenes: timed(lesson, slides.scenes), poster: slides.poster };
}

async function main([first, ...rest]) {
    const videos = readAll('lessons').filter((l) => l.kind === 'video');
    const named = (slug) =>
        videos.find((l) => l.slug === slug) ?? fail(`no video lesson is called ${slug}`);
    if (first === 'still') {
        const { scenes } = await slidesOf(named(rest[0]));
        writeFileSync(rest[2], await png(frame(scenes, Number(rest[1]))));
        return;
    }
    mkdirSync(MEDIA, { recursive: true });
    for (const lesson of first ? [first, ...rest].map(named) : videos) {
        const slides = await slidesOf(lesson);
        await film(lesson, slides.scenes);
        await poster(lesson, slides.scenes, slides.poster);
        for (const language of ['zh', 'en'])
            writeFileSync(join(MEDIA, `${lesson.slug}.${language}.vtt`), vtt(lesson, language));
        console.log(`made ${lesson.slug}: ${lesson.seconds} s, ${slides.scenes.length} scenes`);
    }
}

function fail(why) {
    throw new Error(why);
}

await main(process.argv.slice(2)).catch((e) => {
    console.error(e.message);
    process.exitCode = 1;
});
