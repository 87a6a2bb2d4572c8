import assert from "node:assert"; // arrays of the page are of another realm: equal in what they hold
import { test } from "node:test";
import { load } from "./load.mjs";

const { spans } = load("spans").jiaxue;

test("playing on is one stretch, also over a pause at the same place", () => {
  let ran = [];
  for (const [from, to] of [[0, 0.25], [0.25, 0.5], [0.5, 12.4], [12.4, 20.1]]) {
    ran = spans.add(ran, from, to);
  }
  assert.deepEqual(ran, [[0, 20.1]]);
});

test("what was jumped over stays out", () => {
  const ran = spans.add(spans.add([], 0, 5.2), 30, 33.9);
  assert.deepEqual(spans.whole(ran, 60), [[0, 5], [30, 33]]);
});

test("a second counts from its beginning to its end", () => {
  assert.deepEqual(spans.whole([[2.5, 4.9]], 60), [[3, 4]]);
  assert.deepEqual(spans.whole([[2.5, 2.9]], 60), []);
});

test("nothing runs past the lesson's end", () => {
  assert.deepEqual(spans.whole([[58, 61.4]], 60), [[58, 60]]);
});

test("backwards and empty stretches are nothing", () => {
  assert.deepEqual(spans.add([], 5, 5), []);
  assert.deepEqual(spans.add([], 5, 4), []);
});

test("only dark seconds are told", () => {
  const covered = spans.dark(20);
  spans.light(covered, [[3, 6]]);
  assert.deepEqual(spans.without([[0, 10]], covered), [[0, 3], [6, 10]]);
});

test("a cut keeps the earliest new seconds", () => {
  const covered = spans.dark(20);
  spans.light(covered, [[0, 2]]);
  assert.equal(spans.light(covered, [[8, 12], [0, 4]], 3), 3);
  assert.deepEqual(spans.without([[0, 20]], covered), [[4, 8], [9, 20]]);
});

test("spans that touch or overlap are joined, and none is changed in place", () => {
  const given = [[5, 8], [0, 3], [3, 5], [7, 9]];
  assert.deepEqual(spans.merge(given), [[0, 9]]);
  assert.deepEqual(given, [[5, 8], [0, 3], [3, 5], [7, 9]]);
});

test("random play never tells a second that did not run", () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 500; round++) {
    const ranAt = spans.dark(120);
    let ran = [];
    for (let i = 0; i < 12; i++) {
      const from = Math.floor(random() * 100);
      const to = from + Math.ceil(random() * 20);
      ran = spans.add(ran, from, to);
      spans.light(ranAt, [[from, to]]);
    }
    const told = spans.dark(120);
    spans.light(told, spans.whole(ran, 120));
    assert.deepEqual([...told], [...ranAt]);
  }
});
