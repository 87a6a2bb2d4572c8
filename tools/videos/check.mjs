// Checks the starter library and says every fault with its file; exit status 1 if there is one.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MEDIA, readAll, vtt } from './library.mjs';

const KINDS = ['video', 'article', 'audio'];
const STAGES = ['marriage', 'infant', 'kindergarten', 'primary', 'junior', 'senior'];
const MOMENTS = ['pregnancy', 'childcare', 'kindergarten', 'primary', 'junior', 'senior'];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const READING_CHARACTERS_A_SECOND = 300 / 60;
const CHARACTERS = [300, 800];
const PARAGRAPH_CHARACTERS = { zh: 160, en: 400 };
const VIDEO_SECONDS = [60, 90];
const VIDEO_BYTES = 1_000_000;
const POSTER_BYTES = 40_000;
const ROUNDING_SECONDS = 0.05;
const FIRM_WORDS = /[！!]|赶紧|赶快|必须|千万别|别人家的孩子都/;

const faults = [];
let where = '';

function must(holds, why) {
    if (!holds) faults.push(`${where}: ${why}`);
    return holds;
}

function text(value, name) {
    return must(typeof value === 'string' && value.trim() !== '', `${name} is missing or no text`);
}

function both(value, name) {
    if (!must(value && typeof value === 'object', `${name} is missing`)) return false;
    const keys = Object.keys(value).filter((k) => !['at', 'right', 'reply'].includes(k));
    must(
        keys.every((k) => k === 'zh' || k === 'en'),
        `${name} has other languages than zh and en`,
    );
    const ok = text(value.zh, `${name}.zh`) & text(value.en, `${name}.en`);
    if (ok) {
        must(/\p{Script=Han}/u.test(value.zh), `${name}.zh has no Chinese`);
        must(!/\p{Script=Han}/u.test(value.en), `${name}.en has Chinese in it`);
        must(
            !FIRM_WORDS.test(value.zh) && !value.en.includes('!'),
            `${name} is not in the house's calm voice`,
        );
    }
    return ok;
}

function months(item) {
    if (item.stage === 'marriage')
        return must(item.months === undefined, 'months: leave them out before a child is there');
    const [from, to] = Array.isArray(item.months) ? item.months : [];
    return must(
        item.months?.length === 2 &&
            Number.isInteger(from) &&
            Number.isInteger(to) &&
            0 <= from &&
            from < to &&
            to <= 216,
        'months must be [from, to) with 0 <= from < to <= 216',
    );
}

function head(item) {
    must(SLUG.test(item.slug ?? ''), 'slug must be lower-case words joined by hyphens');
    must(item.slug === basename(item.file, '.yaml'), 'slug and file name differ');
    must(STAGES.includes(item.stage), `stage must be one of ${STAGES.join(', ')}`);
    months(item);
    both(item.title, 'title');
    both(item.summary, 'summary');
}

function lesson(item) {
    head(item);
    must(KINDS.includes(item.kind), `kind must be one of ${KINDS.join(', ')}`);
    must(
        Array.isArray(item.topics) &&
            item.topics.length > 0 &&
            item.topics.every((t) => SLUG.test(t)),
        'topics must be slugs',
    );
    must(
        !('moments' in item) ||
            Object.entries(item.moments).every(
                ([moment, place]) =>
                    MOMENTS.includes(moment) && Number.isInteger(place) && place > 0,
            ),
        `moments must give a place to any of ${MOMENTS.join(', ')}, or be left out`,
    );
    for (const language of ['zh', 'en']) {
        const list = item.asks?.[language];
        if (
            must(
                Array.isArray(list) && list.length >= 3 && list.length <= 5,
                `asks.${language} must hold 3 to 5`,
            )
        )
            list.forEach((a, i) => text(a, `asks.${language}[${i}]`));
    }
    both(item.author, 'author');
    must(item.rights === 'CC BY 4.0', 'rights must be CC BY 4.0');
    must('reviewed' in item, 'reviewed is missing (null means nobody outside has)');
    sources(item.sources);
    body(item);
    long(item);
    question(item.question);
    if (item.kind === 'article') article(item);
    if (item.kind === 'video') video(item);
}

/** In both languages; what has no Chinese name keeps the one it was published under. */
function cited(value, name) {
    text(value?.zh, `${name}.zh`);
    if (text(value?.en, `${name}.en`))
        must(!/\p{Script=Han}/u.test(value.en), `${name}.en has Chinese in it`);
}

function sources(list) {
    if (!must(Array.isArray(list) && list.length > 0, 'sources are missing')) return;
    list.forEach((s, i) => {
        cited(s.title, `sources[${i}].title`);
        if ('by' in s) cited(s.by, `sources[${i}].by`);
        if ('part' in s) cited(s.part, `sources[${i}].part`);
        must(Number.isInteger(s.year) && s.year > 1900, `sources[${i}].year must be a year`);
    });
}

function body(item) {
    must(Number.isInteger(item.seconds) && item.seconds > 0, 'seconds must be a whole number');
    if (!must(Array.isArray(item.body) && item.body.length > 0, 'body is missing')) return;
    must(item.body[0].at === 0, 'body must begin at 0');
    item.body.forEach((part, i) => {
        both(part, `body[${i}]`);
        must(Number.isInteger(part.at), `body[${i}].at must be whole seconds`);
        must(
            i === 0 || part.at > item.body[i - 1].at,
            `body[${i}].at must be later than the one before`,
        );
        must(part.at < item.seconds, `body[${i}].at lies past the end`);
        for (const [language, most] of Object.entries(PARAGRAPH_CHARACTERS))
            must(
                (part[language] ?? '').length <= most,
                `body[${i}].${language} is longer than ${most} characters`,
            );
    });
}

function question(q) {
    if (!must(q, 'question is missing')) return;
    both(q.ask, 'question.ask');
    if (!must(Array.isArray(q.choices) && q.choices.length === 3, 'question must have 3 choices'))
        return;
    q.choices.forEach((c, i) => {
        both(c, `choices[${i}]`);
        both(c.reply, `choices[${i}].reply`);
        must(
            c.right === undefined || typeof c.right === 'boolean',
            `choices[${i}].right must be true, false or left out`,
        );
    });
    must(
        q.choices.filter((c) => c.right === true).length === 1,
        'exactly one choice must be right',
    );
}

function characters(words) {
    return [...(words ?? '').replace(/\s/gu, '')].length;
}

function long(item) {
    const [least, most] = CHARACTERS;
    const n = (item.body ?? []).reduce((sum, part) => sum + characters(part.zh), 0);
    must(n >= least && n <= most, `${n} characters; a lesson has ${least} to ${most}`);
}

function article(item) {
    let read = 0;
    item.body.forEach((part, i) => {
        const at = Math.round(read / READING_CHARACTERS_A_SECOND);
        must(Math.abs(part.at - at) <= 1, `body[${i}].at is ${part.at}, reading speed says ${at}`);
        read += characters(part.zh);
    });
    const end = Math.ceil(read / READING_CHARACTERS_A_SECOND);
    must(
        item.seconds >= 60 && Math.abs(item.seconds - end) <= 1,
        `seconds is ${item.seconds}, reading speed says ${end}, at least 60`,
    );
}

function video(item) {
    const [least, most] = VIDEO_SECONDS;
    must(
        item.seconds >= least && item.seconds <= most,
        `a video lasts ${least} to ${most} seconds`,
    );
    for (const language of ['zh', 'en']) {
        const file = join(MEDIA, `${item.slug}.${language}.vtt`);
        if (must(existsSync(file), `media/${basename(file)} is missing`))
            must(
                readFileSync(file, 'utf8') === vtt(item, language),
                `media/${basename(file)} differs from body`,
            );
    }
    sized(`${item.slug}.jpg`, POSTER_BYTES);
    if (sized(`${item.slug}.mp4`, VIDEO_BYTES)) film(item, join(MEDIA, `${item.slug}.mp4`));
}

function sized(name, most) {
    const file = join(MEDIA, name);
    if (!must(existsSync(file), `media/${name} is missing`)) return false;
    return (
        must(
            statSync(file).size <= most,
            `media/${name} has ${statSync(file).size} bytes, at most ${most}`,
        ) || true
    );
}

function film(item, file) {
    const r = spawnSync(
        'ffprobe',
        ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', file],
        { encoding: 'utf8' },
    );
    if (!must(r.status === 0, `ffprobe cannot read the video: ${r.stderr?.trim()}`)) return;
    const { format, streams } = JSON.parse(r.stdout);
    must(
        Math.abs(Number(format.duration) - item.seconds) <= ROUNDING_SECONDS,
        `the video lasts ${format.duration} s, seconds says ${item.seconds}`,
    );
    const picture = streams.find((s) => s.codec_type === 'video');
    const sound = streams.find((s) => s.codec_type === 'audio');
    must(
        picture?.codec_name === 'h264' &&
            ['Main', 'Constrained Baseline', 'Baseline'].includes(picture.profile) &&
            picture.pix_fmt === 'yuv420p',
        'the picture must be H.264 baseline or main, yuv420p',
    );
    must(picture?.width === 960 && picture?.height === 540, 'the picture must be 960 x 540');
    must(sound?.codec_name === 'aac', 'the sound must be AAC');
    const start = readFileSync(file).subarray(0, 65_536).toString('latin1');
    must(
        start.includes('moov') && start.indexOf('moov') < (start.indexOf('mdat') + 1 || Infinity),
        'the index must stand before the pictures (faststart)',
    );
}

function course(item, lessons) {
    head(item);
    if (!must(Array.isArray(item.lessons) && item.lessons.length > 0, 'lessons are missing'))
        return;
    must(new Set(item.lessons).size === item.lessons.length, 'a lesson stands twice');
    for (const slug of item.lessons)
        must(
            lessons.some((l) => l.slug === slug),
            `no lesson is called ${slug}`,
        );
}

/** A lesson belongs to one course at most. */
function once(courses) {
    const courseOf = new Map();
    for (const course of courses)
        for (const slug of course.lessons ?? []) {
            where = `courses/${course.file}`;
            must(!courseOf.has(slug), `${slug} belongs to the course ${courseOf.get(slug)}`);
            courseOf.set(slug, course.slug);
        }
}

function strays(lessons) {
    where = 'media';
    const known = lessons
        .filter((l) => l.kind === 'video')
        .flatMap((l) => ['mp4', 'jpg', 'zh.vtt', 'en.vtt'].map((e) => `${l.slug}.${e}`));
    for (const name of existsSync(MEDIA) ? readdirSync(MEDIA) : [])
        must(known.includes(name), `${name} belongs to no lesson`);
}

function each(folder, check) {
    const items = readAll(folder);
    for (const item of items) {
        where = `${folder}/${item.file}`;
        check(item);
    }
    return items;
}

try {
    const lessons = each('lessons', lesson);
    const courses = each('courses', (item) => course(item, lessons));
    once(courses);
    strays(lessons);
    for (const fault of faults) console.error(fault);
    console.log(`${courses.length} courses, ${lessons.length} lessons, ${faults.length} faults`);
    process.exitCode = faults.length > 0 ? 1 : 0;
} catch (e) {
    console.error(e.message);
    process.exitCode = 1;
}
