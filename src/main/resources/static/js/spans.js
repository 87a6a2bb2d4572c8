/*
 * Seconds of a lesson that were really played, as pure arithmetic.
 * A stretch is [from, to) in seconds with fractions; a span is [from, to) in whole seconds.
 */
(() => {
  "use strict";

  /* Two stretches that touch within this many seconds are one; a player reports no finer. */
  const SLACK = 0.3;

  /* Adds a stretch to sorted, disjoint ones and answers them sorted and disjoint again. */
  function add(stretches, from, to) {
    if (!(to > from)) {
      return stretches;
    }
    const joined = [];
    let [start, end] = [from, to];
    for (const [a, b] of stretches) {
      if (b < start - SLACK || a > end + SLACK) {
        joined.push([a, b]);
      } else {
        start = Math.min(start, a);
        end = Math.max(end, b);
      }
    }
    joined.push([start, end]);
    return joined.sort((one, other) => one[0] - other[0]);
  }

  /* The whole seconds that stretches hold from their first to their last moment. */
  function whole(stretches, seconds) {
    return stretches
      .map(([a, b]) => [Math.max(0, Math.ceil(a - SLACK)), Math.min(seconds, Math.floor(b + 0.05))])
      .filter(([a, b]) => b > a);
  }

  /* A lesson's seconds, each with or without light. */
  function dark(seconds) {
    return new Uint8Array(seconds);
  }

  /* Marks spans and answers how many seconds were new; at most `most` new ones, earliest first. */
  function light(covered, spans, most = Infinity) {
    let fresh = 0;
    for (const [from, to] of sorted(spans)) {
      for (let second = from; second < Math.min(to, covered.length); second++) {
        if (!covered[second] && fresh < most) {
          covered[second] = 1;
          fresh++;
        }
      }
    }
    return fresh;
  }

  /* What of the spans has no light yet. */
  function without(spans, covered) {
    const left = [];
    for (const [from, to] of sorted(spans)) {
      let start = -1;
      for (let second = from; second <= to; second++) {
        const open = second < to && !covered[second];
        if (open && start < 0) {
          start = second;
        } else if (!open && start >= 0) {
          left.push([start, second]);
          start = -1;
        }
      }
    }
    return left;
  }

  /* Sorted and joined where they touch. */
  function merge(spans) {
    const joined = [];
    for (const [from, to] of sorted(spans)) {
      const last = joined[joined.length - 1];
      if (last && from <= last[1]) {
        last[1] = Math.max(last[1], to);
      } else {
        joined.push([from, to]);
      }
    }
    return joined;
  }

  /* The first so many seconds of sorted, disjoint spans, and the others. */
  function split(spans, most) {
    const [first, others] = [[], []];
    let room = most;
    for (const [from, to] of spans) {
      const middle = Math.min(to, from + room);
      if (middle > from) {
        first.push([from, middle]);
      }
      if (to > middle) {
        others.push([middle, to]);
      }
      room -= middle - from;
    }
    return [first, others];
  }

  function total(spans) {
    return spans.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  function sorted(spans) {
    return [...spans].sort((one, other) => one[0] - other[0]);
  }

  function count(covered) {
    return covered.reduce((sum, second) => sum + second, 0);
  }

  globalThis.jiaxue = Object.assign(globalThis.jiaxue || {}, {
    spans: { add, whole, dark, light, without, merge, split, total, count },
  });
})();
