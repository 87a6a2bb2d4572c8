// Four pages as a phone gets them, judged by Lighthouse: node measure.mjs ADDRESS ACCOUNTS.json [RUNS]
// Prints a table, writes it to target/lighthouse.md and ends with 1 where a score is under 90.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const LEAST = 90;
const HELD = ["performance", "accessibility", "best-practices"];
const SHOWN = [...HELD, "seo"];
const OUT = new URL("../../target/", import.meta.url);
const [address, accounts, runs = "3"] = process.argv.slice(2);

// Lighthouse's own phone: 412 px, slow 4G and a processor four times slower, both simulated.
const FLAGS = { onlyCategories: SHOWN, formFactor: "mobile", throttlingMethod: "simulate", logLevel: "error" };

async function signedIn(browser, phone) {
  const page = await browser.newPage();
  await page.goto(`${address}/sign-in`);
  await page.type("#phone", phone);
  await sent(page, "/sign-in/codes");
  await page.type("#code", await page.$eval("[data-code]", (it) => it.dataset.code));
  await sent(page, "/sign-in");
  return page;
}

async function sent(page, action) {
  await Promise.all([page.waitForNavigation(), page.click(`form[action='${action}'] button`)]);
}

async function hrefOn(page, path, selector) {
  await page.goto(address + path);
  return page.$eval(selector, (it) => it.getAttribute("href"));
}

/** Every run in a window of its own, with nothing kept but who is signed in. */
async function judged(browser, path, cookies) {
  const found = [];
  for (let run = 0; run < Number(runs); run++) {
    const own = await browser.createBrowserContext();
    await own.setCookie(...cookies);
    const page = await own.newPage();
    const { lhr } = await lighthouse(address + path, { ...FLAGS, disableStorageReset: true }, undefined, page);
    if (lhr.runtimeError) {
      throw new Error(`${path}: ${lhr.runtimeError.message}`);
    }
    found.push(lhr);
    await own.close();
  }
  return found;
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);
const measure = (judgements, audit) => middle(judgements.map((it) => it.audits[audit].numericValue));

/** What cost points, so that a failure says what to mend. */
function complaints(lhr) {
  return HELD.flatMap((category) =>
    lhr.categories[category].auditRefs
      .filter((it) => it.weight > 0 && lhr.audits[it.id].score !== null && lhr.audits[it.id].score < 0.9)
      .map((it) => `  ${category}: ${lhr.audits[it.id].title} (${it.id} ${lhr.audits[it.id].displayValue || ""})`));
}

function row(name, judgements) {
  const scores = SHOWN.map((it) => middle(judgements.map((lhr) => score(lhr, it))));
  const seconds = (audit) => (measure(judgements, audit) / 1000).toFixed(1);
  const cells = [name, ...scores, seconds("first-contentful-paint"), seconds("largest-contentful-paint"),
    Math.round(measure(judgements, "total-blocking-time")), measure(judgements, "cumulative-layout-shift").toFixed(3),
    Math.round(measure(judgements, "total-byte-weight") / 1000)];
  return { line: `| ${cells.join(" | ")} |`, low: scores.slice(0, HELD.length).some((it) => it < LEAST) };
}

const holder = JSON.parse(readFileSync(accounts, "utf8")).accounts.find((it) => it.case === "holder");
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--lang=zh-CN",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const parent = await signedIn(browser, holder.signIn);
  const cookies = await browser.cookies();
  const lesson = await hrefOn(parent, "/stages/primary", "main a[href^='/lessons/']");
  const own = await hrefOn(parent, "/me/credentials", "main a[href^='/me/credentials/']");
  const certificate = own.replace("/me", "");
  await parent.close();
  const lines = ["| page | performance | accessibility | best practices | SEO | FCP s | LCP s | TBT ms | CLS | kB |",
    "|---|---|---|---|---|---|---|---|---|---|"];
  let low = false;
  const pages = [["home", "/", []], ["lesson", lesson, []], ["me", "/me", cookies], ["check", certificate, []]];
  for (const [name, path, shown] of pages) {
    const judgements = await judged(browser, path, shown);
    const told = row(name, judgements);
    lines.push(told.line);
    low ||= told.low;
    console.error(`${name} ${path}`);
    complaints(judgements[0]).forEach((it) => console.error(it));
  }
  mkdirSync(OUT, { recursive: true });
  writeFileSync(new URL("lighthouse.md", OUT), `${lines.join("\n")}\n`);
  console.log(lines.join("\n"));
  process.exitCode = low ? 1 : 0;
} finally {
  await browser.close();
}
