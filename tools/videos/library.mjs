// Where the library lies, and what is derived from its files: subtitles, and the scenes' times.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseYaml } from './yaml.mjs';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(HERE, '..', '..');
export const STARTER = join(ROOT, 'src/main/resources/starter');
export const MEDIA = join(STARTER, 'media');

export function readAll(folder) {
    return readdirSync(join(STARTER, folder))
        .filter((n) => n.endsWith('.yaml'))
        .sort()
        .map((file) => ({
            file,
            ...parseYaml(readFileSync(join(STARTER, folder, file), 'utf8'), `${folder}/${file}`),
        }));
}

/** The WebVTT text of a lesson: one cue a sentence, each until the next one begins. */
export function vtt(lesson, language) {
    const cues = lesson.body.map((sentence, i) => {
        const end = lesson.body[i + 1]?.at ?? lesson.seconds;
        return `${i + 1}\n${stamp(sentence.at)} --> ${stamp(end)}\n${sentence[language]}\n`;
    });
    return `WEBVTT\n\n${cues.join('\n')}`;
}

function stamp(seconds) {
    const two = (n) => String(n).padStart(2, '0');
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`;
}

/** Scenes with their begin and end in seconds, taken from the sentences that they go with. */
export function timed(lesson, scenes) {
    return scenes.map((scene, i) => ({
        ...scene,
        from: lesson.body[scene.cue].at,
        to: scenes[i + 1] ? lesson.body[scenes[i + 1].cue].at : lesson.seconds,
    }));
}
