import assert from "node:assert"; // arrays of the page are of another realm: equal in what they hold
import { test } from "node:test";
import { loadWith } from "./load.mjs";

const SHELF = "jiaxue.beats.a-lesson";

/* A browser with a memory, and a server that answers as the test says. */
function world(answers, kept) {
  const shelf = new Map(kept ? [[SHELF, JSON.stringify(kept)]] : []);
  const sent = [];
  const news = [];
  const page = loadWith(
    {
      window: { addEventListener: () => {} },
      localStorage: { getItem: (key) => shelf.get(key) ?? null, setItem: (key, text) => shelf.set(key, text) },
      fetch: async (path, { method, body, headers }) => {
        const asked = { method, path, body: JSON.parse(body), token: headers["X-CSRF-TOKEN"] };
        sent.push(asked);
        const answer = answers(asked, sent.length);
        if (answer === "no network") {
          throw new TypeError("no network");
        }
        const [status, json] = answer;
        return { status, ok: status < 300, headers: { get: () => new Date().toUTCString() }, json: async () => json };
      },
    },
    "spans",
    "beats",
  );
  const beats = page.jiaxue.beats({ lesson: "a-lesson", csrf: "token", heard: (one) => news.push(one) });
  return { beats, sent, news, shelf };
}

const account = { covered: [], beatSeconds: 10, resumeAt: 0 };
const taken = (asked) => {
  const played = Array.isArray(asked.body) ? asked.body.flatMap((one) => one.played) : asked.body.played;
  return { coveredSeconds: played.reduce((sum, [a, b]) => sum + b - a, 0), cutSeconds: 0, completed: false, earned: [] };
};
const kind = (asked) => (asked.method === "PUT" ? [201, account] : [200, taken(asked)]);

test("a beat goes to its playback with the page's token", async () => {
  const { beats, sent, news } = world(kind);
  await beats.start();
  await beats.tell([[0, 10]]);
  assert.equal(sent[0].method, "PUT");
  assert.match(sent[1].path, /^\/api\/v1\/playbacks\/[0-9a-f-]{36}\/beats$/);
  assert.equal(sent[1].token, "token");
  assert.equal(news[0].answer.coveredSeconds, 10);
});

test("without a network nothing is lost and one beat tells it all", async () => {
  let broken = false;
  const { beats, sent, news, shelf } = world((asked) => (broken ? "no network" : kind(asked)));
  await beats.start();
  broken = true;
  await beats.tell([[0, 5]]);
  await beats.tell([[5, 9]]);
  assert.equal(news.at(-1).trouble, "offline");
  assert.equal(JSON.parse(shelf.get(SHELF)).queue.length, 2);
  broken = false;
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
    (asked) =>
      asked.path === "/api/v1/beats" ? [200, { results: asked.body.map((one) => taken({ body: one })) }] : kind(asked),
    kept,
  );
  await beats.start();
  assert.equal(sent[0].path, "/api/v1/beats");
  assert.equal(sent[0].body[0].at, "2026-01-01T00:00:00Z");
  assert.equal(sent[1].path, `/api/v1/playbacks/${kept.playback}`);
});

test("another device stops the telling until the guardian carries on here", async () => {
  let elsewhere = true;
  const { beats, sent, news } = world((asked) => (asked.method === "POST" && elsewhere ? [409, {}] : kind(asked)));
  await beats.start();
  await beats.tell([[0, 5]]);
  assert.equal(news.at(-1).trouble, "elsewhere");
  const before = sent.length;
  await beats.tell([[5, 9]]);
  assert.equal(sent.length, before);
  elsewhere = false;
  await beats.start();
  await beats.tell([[9, 12]]);
  await new Promise((resolve) => setTimeout(resolve));
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
  const { beats, shelf } = world((asked) => (asked.method === "PUT" ? [201, account] : "no network"));
  await beats.start();
  for (let i = 0; i < 260; i++) {
    await beats.tell([[i, i + 1]]);
  }
  assert.equal(JSON.parse(shelf.get(SHELF)).queue.length, 200);
});
