import assert from "node:assert"; // arrays of the page are of another realm: equal in what they hold
import { test } from "node:test";
import { loadWith } from "./load.mjs";

const SHELF = "jiaxue.beats.mother.a-lesson";

/* A browser with a memory, and a server that answers as the test says. */
function world(answers, kept) {
  return worldOf("mother", new Map(kept ? [[SHELF, JSON.stringify(kept)]] : []), answers);
}

/* The same where this guardian opens the page on a device on which others left something. */
function worldOf(keeper, shelf, answers) {
  const sent = [];
  const news = [];
  const time = { ms: 0 };
  const page = loadWith(
    {
      performance: { now: () => time.ms },
      window: { addEventListener: () => {} },
      localStorage: {
        getItem: (key) => shelf.get(key) ?? null,
        setItem: (key, text) => shelf.set(key, text),
        removeItem: (key) => shelf.delete(key),
        key: (i) => [...shelf.keys()][i],
        get length() {
          return shelf.size;
        },
      },
      fetch: async (path, { method, body, headers }) => {
        const asked = { method, path, body: JSON.parse(body), token: headers["X-CSRF-TOKEN"] };
        sent.push(asked);
        const answer = answers(asked, sent.length);
        if (answer === "no network") {
          throw new TypeError("no network");
        }
        const [status, json] = answer;
        return { status, ok: status < 300, json: async () => json };
      },
    },
    "spans",
    "beats",
  );
  const beats = page.jiaxue.beats({ keeper, lesson: "a-lesson", csrf: "token", heard: (one) => news.push(one) });
  const pass = (seconds) => (time.ms += seconds * 1000);
  return { beats, sent, news, shelf, pass };
}

const account = { covered: [], beatSeconds: 10, resumeAt: 0, now: "2026-09-01T12:00:00.000001Z" };
const one = ({ played }) => ({
  coveredSeconds: played.reduce((sum, [a, b]) => sum + b - a, 0), cutSeconds: 0, completed: false, earned: [],
});
const taken = ({ body }) => (Array.isArray(body) ? { results: body.map(one) } : one(body));
const kind = (asked) => (asked.method === "PUT" ? [201, account] : [200, taken(asked)]);
const at = (seconds) => new Date(Date.parse(account.now) + seconds * 1000).toISOString();
const turn = () => new Promise((resolve) => setTimeout(resolve));

test("a beat goes to its playback with the page's token", async () => {
  const { beats, sent, news, pass } = world(kind);
  await beats.start();
  pass(10);
  await beats.tell([[0, 10]]);
  assert.equal(sent[1].body.at, "2026-09-01T12:00:10.000Z");
  assert.equal(sent[0].method, "PUT");
  assert.match(sent[1].path, /^\/api\/v1\/playbacks\/[0-9a-f-]{36}\/beats$/);
  assert.equal(sent[1].token, "token");
  assert.equal(news[0].answer.coveredSeconds, 10);
});

test("without a network nothing is lost and one beat tells it all", async () => {
  let broken = false;
  const { beats, sent, news, shelf, pass } = world((asked) => (broken ? "no network" : kind(asked)));
  await beats.start();
  broken = true;
  pass(5);
  await beats.tell([[0, 5]]);
  pass(5);
  await beats.tell([[5, 9]]);
  assert.equal(news.at(-1).trouble, "offline");
  assert.equal(JSON.parse(shelf.get(SHELF)).queue.length, 1);
  broken = false;
  pass(5);
  await beats.tell([[20, 22]]);
  assert.equal(JSON.stringify(sent.at(-1).body.played), "[[0,9],[20,22]]");
  assert.equal(JSON.parse(shelf.get(SHELF)).queue.length, 0);
});

test("what an earlier page left is told with its times before the playback starts anew", async () => {
  const kept = {
    playback: "7b0c1f52-0000-4000-8000-000000000000",
    queue: [{ played: [[0, 4]], at: "2026-01-01T00:00:00Z" }],
  };
  const { beats, sent } = world(
    kind,
    kept,
  );
  await beats.start();
  assert.equal(sent[0].path, "/api/v1/beats");
  assert.equal(sent[0].body[0].at, "2026-01-01T00:00:00Z");
  assert.equal(sent[1].path, `/api/v1/playbacks/${kept.playback}`);
});

test("on a shared device nobody tells what another guardian played, and nothing of it stays", async () => {
  const left = JSON.stringify({
    playback: "7b0c1f52-0000-4000-8000-000000000000",
    queue: [{ played: [[0, 4]], at: "2026-01-01T00:00:00Z" }],
    rest: [[9, 12]],
  });
  const shelf = new Map([
    [SHELF, left],
    ["jiaxue.beats.mother.another-lesson", left],
    ["jiaxue.beats.a-lesson", left],
    ["jiaxue.beats.father.another-lesson", left],
    ["something else", "1"],
  ]);
  const { beats, sent, pass } = worldOf("father", shelf, kind);
  await beats.start();
  pass(5);
  await beats.tell([[20, 22]]);
  assert.deepEqual(sent.map((asked) => asked.method), ["PUT", "POST"]);
  assert.ok(!sent[0].path.includes("7b0c1f52"));
  assert.equal(JSON.stringify(sent[1].body.played), "[[20,22]]");
  assert.deepEqual([...shelf.keys()].sort(), [
    "jiaxue.beats.father.a-lesson", "jiaxue.beats.father.another-lesson", "something else",
  ]);
});

test("another device stops the telling until the guardian carries on here", async () => {
  let elsewhere = true;
  const { beats, sent, news, pass } = world((asked) => (asked.method === "POST" && elsewhere ? [409, {}] : kind(asked)));
  await beats.start();
  pass(5);
  await beats.tell([[0, 5]]);
  assert.equal(news.at(-1).trouble, "elsewhere");
  const before = sent.length;
  await beats.tell([[5, 9]]);
  assert.equal(sent.length, before);
  elsewhere = false;
  await beats.start();
  pass(10);
  await beats.tell([[9, 12]]);
  const [put, ...posts] = sent.slice(before);
  assert.equal(put.method, "PUT");
  assert.deepEqual(posts.flatMap((asked) => asked.body.played), [[0, 5], [9, 12]]);
});

test("a playback that is somebody else's is given up for a new one, once", async () => {
  const ids = new Set();
  const { beats, sent } = world((asked, i) => {
    ids.add(asked.path);
    return i === 1 ? [404, {}] : kind(asked);
  });
  assert.ok(await beats.start());
  assert.equal(ids.size, 2);
  assert.equal(sent.length, 2);
});

test("a refusal says why in the server's words", async () => {
  const { beats, news } = world(() => [403, { detail: "请先同意" }]);
  assert.equal(await beats.start(), null);
  assert.equal(news.at(-1).trouble, "refused");
  assert.equal(news.at(-1).why, "请先同意");
});

test("what waits is bounded", async () => {
  const { beats, shelf, pass } = world((asked) => (asked.method === "PUT" ? [201, account] : "no network"));
  await beats.start();
  for (let i = 0; i < 260; i++) {
    pass(60);
    await beats.tell([[i * 100, i * 100 + 99]]);
  }
  assert.equal(JSON.parse(shelf.get(SHELF)).queue.length, 200);
});

test("an hour without a network is told in parts, each with its time", async () => {
  let broken = false;
  const { beats, sent, pass } = world((asked) => (broken ? "no network" : kind(asked)));
  await beats.start();
  broken = true;
  for (let i = 0; i < 360; i++) {
    pass(10);
    await beats.tell([[i * 10, i * 10 + 10]]);
  }
  broken = false;
  await beats.tell([]);
  const items = sent.at(-1).body;
  assert.equal(items.length, 36);
  assert.deepEqual(items.map((item) => item.played), items.map((_, i) => [[i * 100, i * 100 + 100]]));
  assert.deepEqual(items.map((item) => item.at), items.map((_, i) => at((i + 1) * 100)));
});

test("ten minutes of which a sleeping page told nothing are told in parts, as if played evenly", async () => {
  const { beats, sent, pass } = world(kind);
  await beats.start();
  pass(300);
  await beats.tell([[0, 600]]);
  await turn();
  const items = sent.at(-1).body;
  // What double speed allows is a second less: the server's clock is finer than a millisecond.
  assert.deepEqual(items.map((item) => item.played[0][1]), [100, 200, 300, 400, 500, 599]);
  assert.equal(items.at(-1).at, at(300));
});

test("what ran before the start was answered waits until time allows it", async () => {
  const { beats, sent, pass } = world(kind);
  await beats.start();
  pass(5);
  await beats.tell([[0, 14]]);
  assert.deepEqual(sent.at(-1).body.played, [[0, 9]]);
  pass(5);
  await beats.tell([]);
  assert.deepEqual(sent.at(-1).body.played, [[9, 14]]);
});

test("what waits in vain while the page goes away is kept for the next one", async () => {
  const { beats, sent, shelf, pass } = world(kind);
  await beats.start();
  pass(5);
  beats.leave([[0, 14]]);
  const { queue, rest } = JSON.parse(shelf.get(SHELF));
  assert.deepEqual([queue.length, rest], [1, [[9, 14]]]);
  assert.deepEqual(sent.at(-1).body[0].played, [[0, 9]]);
});
