/*
 * Paints what was really played: slats, bars beside sentences, and the words below.
 *
 *   const view = jiaxue.view(player);      the [data-player] element
 *   view.light(covered)                    one entry a second, as jiaxue.spans.dark makes them
 *   view.head(second)                      moves the playhead
 *   view.say(kind, text, name?, act?)      shows a note; one of a name replaces the one before
 *   view.hush(name)                        takes it away
 */
(() => {
  "use strict";

  function view(player) {
    const words = player.dataset;
    const seconds = Number(words.seconds);
    const slats = [...player.querySelectorAll(".jx-slat")];
    const bar = player.querySelector(".jx-slats-bars");
    const head = player.querySelector(".jx-slats-head");
    const seek = player.querySelector("[data-player-seek]");
    const now = player.querySelector("[data-player-now]");
    const notes = player.querySelector("[data-player-notes]");
    const screen = player.querySelector("video");
    let followed = null;
    const places = [...document.querySelectorAll(".jx-cue, .jx-article-part")];

    function light(covered) {
      for (const slat of slats) {
        const [played, all] = playedOf(covered, slat.dataset);
        const lit = played > 0 && 2 * played >= all;
        slat.classList.toggle("jx-slat-lit", lit);
        slat.setAttribute("y", lit ? "6" : "15.3");
        slat.setAttribute("height", lit ? "16.9" : "7.6");
      }
      for (const place of places) {
        const [played, all] = playedOf(covered, place.dataset);
        place.classList.toggle("jx-cue-seen", played > 0 && 10 * played >= 8 * all);
      }
      tell(jiaxue.spans.count(covered));
    }

    function tell(count) {
      const share = Math.min(10, Math.floor((10 * count) / seconds));
      player.querySelector("[data-player-length]").textContent = length(count);
      player.querySelector("[data-player-share]").textContent = words.wordShares.split("|")[share];
      bar.setAttribute("aria-label", `${words.wordSeen} ${length(count)}`);
    }

    function move(second) {
      const at = Math.max(0, Math.min(seconds, second));
      if (head) {
        head.setAttribute("x", `${(100 * at) / seconds}%`);
      }
      if (now) {
        now.textContent = clock(at);
      }
      if (seek && document.activeElement !== seek) {
        seek.value = String(Math.floor(at));
      }
      if (seek) {
        seek.setAttribute("aria-valuetext", fill(words.wordSlider, clock(at), clock(seconds)));
      }
      for (const place of places) {
        const here = at >= Number(place.dataset.from) && at < Number(place.dataset.to);
        if (place.classList.contains("jx-cue") && here !== place.hasAttribute("aria-current")) {
          place.toggleAttribute("aria-current", here);
          if (here) {
            place.setAttribute("aria-current", "true");
            follow(place);
          }
        }
      }
    }

    /*
     * Keeps the sentence that is heard in sight for one who reads along. One who looks at the
     * picture above the sentences, or has scrolled elsewhere, is left where they are.
     */
    function follow(place) {
      const before = followed;
      followed = place;
      const beside = place.getBoundingClientRect().left >= player.getBoundingClientRect().right;
      const reads = before ? inSight(before) : beside;
      if (!reads || inSight(place) || (!beside && screen && inSight(screen))) {
        return;
      }
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      place.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
    }

    function say(kind, text, name, act) {
      hush(name);
      const template = player.querySelector(`[data-player-note="${act ? "act" : kind}"]`);
      const note = template.content.firstElementChild.cloneNode(true);
      note.dataset.name = name;
      note.querySelector("[data-note-text]").textContent = text;
      if (act) {
        const button = note.querySelector("[data-note-act]");
        button.textContent = act.words;
        button.addEventListener("click", act.run);
      }
      notes.append(note);
    }

    function hush(name) {
      [...notes.children].filter((note) => note.dataset.name === name).forEach((note) => note.remove());
    }

    function length(count) {
      const [minutes, rest] = [Math.floor(count / 60), count % 60];
      if (minutes === 0) {
        return fill(words.wordSeconds, rest);
      }
      return rest === 0 ? fill(words.wordMinutes, minutes) : fill(words.wordBoth, minutes, rest);
    }

    return { light, head: move, say, hush, words };
  }

  /* Whether all of it, or as much as fits, is within the window. */
  function inSight(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }

  function playedOf(covered, { from, to }) {
    const part = covered.subarray(Number(from), Number(to));
    return [jiaxue.spans.count(part), part.length];
  }

  function clock(second) {
    const whole = Math.floor(second);
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60), whole % 60];
    const tail = String(rest).padStart(2, "0");
    return hours > 0 ? `${hours}:${String(minutes % 60).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
  }

  function fill(pattern, ...values) {
    return pattern.replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);
  }

  globalThis.jiaxue = Object.assign(globalThis.jiaxue || {}, { view, fill });
})();
