/*
 * A moving picture or sound behind the player's own controls. Answers
 * {listen({ran, paused, ended, starting}), go(second), know(covered), at()}; `ran(from, to)` is called with what
 * played between two reports, never with what was jumped over.
 */
(() => {
  "use strict";

  const FASTEST = 2;
  const BACK_SECONDS = 10;
  /* How much more than the clock allows a report may claim: timers are never exact. */
  const LEEWAY = 1.25;
  const LEEWAY_SECONDS = 0.3;
  /* How near its end a medium must have been playing for its end to count, in seconds. */
  const NEAR_END = 1.5;

  function medium(root, element, view) {
    const seconds = Number(root.dataset.seconds);
    const part = (name) => root.querySelector(`[data-player-${name}]`);
    let ears = {};
    let last = null;
    /* How far it last ran by itself. */
    let reached = -Infinity;

    element.removeAttribute("controls");

    function report() {
      const at = element.currentTime;
      const when = performance.now();
      if (last && !element.seeking && element.playbackRate <= FASTEST) {
        const clock = ((when - last.when) / 1000) * element.playbackRate;
        if (at > last.at && at - last.at <= clock * LEEWAY + LEEWAY_SECONDS) {
          ears.ran(last.at, at);
          reached = at;
        }
      }
      last = element.paused || element.seeking ? null : { at, when };
      view.head(at);
    }

    function on(name, act) {
      element.addEventListener(name, act);
    }

    function go(second) {
      last = null;
      element.currentTime = Math.max(0, Math.min(second, seconds));
      view.head(element.currentTime);
    }

    function toggle() {
      if (element.paused) {
        element.play().catch(unplayable);
      } else {
        element.pause();
      }
    }

    function unplayable() {
      view.say("wrong", view.words.wordUnplayable, "unplayable");
    }

    function listen(given) {
      ears = given;
      on("timeupdate", report);
      on("seeking", () => {
        last = null;
        reached = -Infinity;
      });
      on("waiting", () => (last = null));
      on("playing", () => {
        root.dataset.state = "playing";
        last = { at: element.currentTime, when: performance.now() };
        view.hush("unplayable");
        ears.starting();
      });
      on("pause", () => {
        report();
        root.dataset.state = "still";
        ears.paused();
      });
      on("ended", () => {
        // Its length is seldom a whole number of seconds: what ran into the end ran to the last one.
        if (reached > element.duration - NEAR_END) {
          ears.ran(reached, seconds);
        }
        ears.ended();
      });
      controls();
    }

    function controls() {
      part("play").addEventListener("click", toggle);
      part("back").addEventListener("click", () => go(element.currentTime - BACK_SECONDS));
      part("speed").addEventListener("change", (event) => (element.playbackRate = Number(event.target.value)));
      const seek = part("seek");
      seek.hidden = false;
      seek.addEventListener("input", () => go(Number(seek.value)));
      for (const cue of document.querySelectorAll(".jx-cue")) {
        cue.addEventListener("click", () => {
          go(Number(cue.dataset.from));
          element.play().catch(unplayable);
        });
      }
      element.addEventListener("click", toggle);
      element.querySelectorAll("source").forEach((one, i, all) => {
        if (i === all.length - 1) {
          one.addEventListener("error", unplayable);
        }
      });
      subtitles();
      full();
    }

    /*
     * A sentence ends in the moment in which the next begins, and some browsers then show both:
     * it ends a thousandth of a second sooner.
     */
    function keepApart(track) {
      const cues = [...(track.cues || [])];
      cues.slice(1).forEach((cue, i) => {
        if (cues[i].endTime >= cue.startTime) {
          cues[i].endTime = cue.startTime - 0.001;
        }
      });
    }

    /* One press, the next language; after the last, none. */
    function subtitles() {
      const button = part("subtitles");
      if (!button) {
        return;
      }
      const tracks = [...element.textTracks];
      let shown = [...element.querySelectorAll("track")].findIndex((track) => track.default);
      function show() {
        tracks.forEach((track, i) => (track.mode = i === shown ? "showing" : "disabled"));
        const name = shown < 0 ? view.words.wordNoSubtitles : jiaxue.fill(view.words.wordSubtitles, tracks[shown].label);
        part("subtitles-name").textContent = name;
        button.title = name;
        button.setAttribute("aria-pressed", String(shown >= 0));
      }
      button.addEventListener("click", () => {
        shown = shown + 1 < tracks.length ? shown + 1 : -1;
        show();
      });
      element.querySelectorAll("track").forEach((track) => {
        keepApart(track.track);
        track.addEventListener("load", () => keepApart(track.track));
      });
      show();
    }

    function full() {
      const button = part("full");
      if (!button) {
        return;
      }
      button.addEventListener("click", () => {
        if (document.fullscreenElement) {
          document.exitFullscreen();
        } else if (root.requestFullscreen) {
          root.requestFullscreen();
        } else if (element.webkitEnterFullscreen) {
          element.webkitEnterFullscreen();
        }
      });
    }

    return { listen, go, know: () => {}, at: () => element.currentTime };
  }

  globalThis.jiaxue = Object.assign(globalThis.jiaxue || {}, { medium });
})();
