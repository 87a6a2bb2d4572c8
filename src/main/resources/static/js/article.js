/*
 * An article as a timeline: each part has its seconds, and its clock runs while the page is visible
 * and the part is on screen, the upper parts first. Answers what jiaxue.medium answers.
 */
(() => {
  "use strict";

  const TICK_MS = 1000;
  /* A timer that was put to sleep wakes late; more than this did not pass before a reader's eyes. */
  const LATEST_MS = 2000;

  function article(root, view) {
    const seconds = Number(root.dataset.seconds);
    const parts = [...document.querySelectorAll(".jx-article-part")];
    const onScreen = new Set();
    const speed = root.querySelector("[data-player-speed]");
    /* How far each part was read, in seconds of the lesson. */
    const read = new Map(parts.map((part) => [part, Number(part.dataset.from)]));
    let ears = {};
    let place = 0;
    let when = performance.now();

    const watcher = new IntersectionObserver((changes) => {
      for (const change of changes) {
        if (change.isIntersecting) {
          onScreen.add(change.target);
        } else {
          onScreen.delete(change.target);
        }
      }
    });

    function tick() {
      const passed = Math.min(performance.now() - when, LATEST_MS) / 1000;
      when = performance.now();
      if (document.visibilityState !== "visible") {
        return;
      }
      const part = parts.find((one) => onScreen.has(one) && !done(one));
      if (!part) {
        return;
      }
      ears.starting();
      const from = read.get(part);
      const to = Math.min(from + passed * Number(speed.value), Number(part.dataset.to));
      ears.ran(from, to);
      read.set(part, to);
      place = to;
      view.head(to);
      if (parts.every(done)) {
        ears.ended();
      }
    }

    function done(part) {
      return read.get(part) >= Number(part.dataset.to);
    }

    function listen(given) {
      ears = given;
      parts.forEach((part) => watcher.observe(part));
      setInterval(tick, TICK_MS);
      document.addEventListener("visibilitychange", () => {
        when = performance.now();
        if (document.visibilityState === "hidden") {
          ears.paused();
        }
      });
    }

    /* What was read before need not be read again: a part goes on at its first dark second. */
    function know(covered) {
      for (const part of parts) {
        const [from, to] = [Number(part.dataset.from), Number(part.dataset.to)];
        const dark = covered.subarray(from, to).indexOf(0);
        read.set(part, Math.max(read.get(part), dark < 0 ? to : from + dark));
      }
    }

    function go(second) {
      place = second;
      view.head(Math.min(second, seconds));
    }

    return { listen, go, know, at: () => place };
  }

  globalThis.jiaxue = Object.assign(globalThis.jiaxue || {}, { article });
})();
