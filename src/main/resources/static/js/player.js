/*
 * The lesson's player. What counts is what really ran: moving pictures and sound between two
 * reports of the medium at double speed at most, an article's parts while they are on screen.
 * Going elsewhere in the lesson is free and earns nothing.
 */
(() => {
  "use strict";

  /* Until the server says how often to tell, in seconds. */
  const BEAT_SECONDS = 15;
  /* How often a visitor's own slats are painted; nothing of it leaves the page. */
  const PAINT_SECONDS = 2;
  /* More than this was not merely rounded away: the guardian is told. */
  const ROUNDING_SECONDS = 5;

  function player(root) {
    const seconds = Number(root.dataset.seconds);
    const view = jiaxue.view(root);
    const words = view.words;
    const recorded = root.dataset.recorded === "yes";
    let covered = jiaxue.spans.dark(seconds);
    let told = covered.slice();
    let stretches = [];
    /* Spans that ran and were cut: they are told again once more time has passed. */
    let again = [];
    let beats = null;
    const start = Number(root.dataset.start);
    let begun = false;
    let timer = 0;
    const known = new Set();

    const medium = root.querySelector(".jx-player-medium");
    const source = medium ? jiaxue.medium(root, medium, view) : jiaxue.article(root, view);
    root.querySelector("[data-player-controls]").hidden = false;
    source.listen({ ran, paused: beat, ended: beat, starting });
    light(root.querySelectorAll(".jx-slat-lit"));
    source.know(covered);
    if (recorded) {
      beats = jiaxue.beats({
        keeper: root.dataset.keeper,
        lesson: root.dataset.lesson,
        csrf: document.querySelector('meta[name="csrf"]').content,
        heard,
      });
      window.addEventListener("pagehide", () => begun && beats.leave(collect()));
    } else {
      setInterval(paint, PAINT_SECONDS * 1000);
    }
    source.go(start);

    /* The slats that the server drew lit stand for what it knows until it tells by the second. */
    function light(lit) {
      const drawn = [...lit].map((slat) => [Number(slat.dataset.from), Number(slat.dataset.to)]);
      jiaxue.spans.light(covered, drawn);
    }

    function paint() {
      jiaxue.spans.light(covered, collect());
      view.light(covered);
    }

    async function starting() {
      if (begun || !beats) {
        return;
      }
      begun = true;
      opened(await beats.start());
    }

    function opened(account) {
      if (!account) {
        every(BEAT_SECONDS);
        return;
      }
      covered = jiaxue.spans.dark(seconds);
      jiaxue.spans.light(covered, account.covered);
      told = covered.slice();
      source.know(covered);
      news(account).forEach((one) => known.add(one));
      view.light(covered);
      view.hush("trouble");
      if (start === 0 && source.at() < 1 && account.resumeAt > 0) {
        source.go(account.resumeAt);
      }
      every(account.beatSeconds || BEAT_SECONDS);
    }

    function every(beatSeconds) {
      clearInterval(timer);
      timer = setInterval(beat, beatSeconds * 1000);
    }

    function ran(from, to) {
      stretches = jiaxue.spans.add(stretches, from, to);
    }

    /* The whole seconds that ran and were not told yet; the begun second waits for its end. */
    function collect() {
      const fresh = jiaxue.spans.without(jiaxue.spans.whole(stretches, seconds), told);
      jiaxue.spans.light(told, fresh);
      const last = stretches.at(-1);
      stretches = last ? [[Math.max(last[0], Math.floor(last[1])), last[1]]] : [];
      const all = jiaxue.spans.merge([...again, ...fresh]);
      again = [];
      return all;
    }

    async function beat() {
      if (beats && begun) {
        // Where the beginning could not be told, telling begins anew and answers an account.
        const account = await beats.tell(collect());
        if (account) {
          opened(account);
        }
      }
    }

    function heard({ answer, spans, trouble, why }) {
      if (trouble) {
        troubled(trouble, why);
        return;
      }
      view.hush("trouble");
      const open = jiaxue.spans.without(spans, covered);
      const most = jiaxue.spans.total(open) - answer.cutSeconds;
      jiaxue.spans.light(covered, open, most);
      again = jiaxue.spans.merge([...again, ...jiaxue.spans.without(open, covered)]);
      view.hush("cut");
      if (answer.cutSeconds > ROUNDING_SECONDS) {
        view.say("know", jiaxue.fill(words.wordCut, answer.cutSeconds), "cut");
      }
      view.light(covered);
      if (answer.completed) {
        root.querySelector("[data-player-promise]").textContent = words.wordEnough;
      }
      news(answer).filter((one) => !known.has(one)).forEach((one) => view.say("done", one, one));
      news(answer).forEach((one) => known.add(one));
    }

    /* Each answer lists all that this playback has earned so far, as sentences. */
    function news({ earned = [], reached = [] }) {
      return [
        ...earned.map((one) => one.why),
        ...reached.map((one) => one.news),
      ];
    }

    function troubled(trouble, why) {
      if (trouble === "elsewhere") {
        stretches = [];
        again = [];
        told = covered.slice();
        view.say("wait", words.wordElsewhere, "trouble", { words: words.wordHere, run: here });
      } else {
        const texts = {
          offline: words.wordOffline,
          "signed-out": words.wordSignedOut,
          refused: words.wordRefused,
        };
        const refused = trouble === "refused";
        view.say(refused ? "wrong" : "wait", (refused && why) || texts[trouble], "trouble");
      }
    }

    async function here() {
      stretches = [];
      opened(await beats.start());
    }
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-player]").forEach(player));
})();
