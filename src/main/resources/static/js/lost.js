/*
 * Without a network the page that is here stays: a form is not sent and keeps what was written, a link is not
 * followed into the browser's own error page, and a sentence says so until the network is back.
 */
(() => {
  "use strict";

  /* "away", "unsent" or "stale" is said in the page's own language; "" takes it back. */
  function lost(what) {
    const place = document.querySelector("[data-lost]");
    const words = what ? place.dataset[what] : "";
    if (place && place.textContent !== words) {
      place.textContent = words;
    }
  }

  // A player keeps what was played by itself and says so.
  const plays = () => document.querySelector("[data-player]");

  window.addEventListener("offline", () => plays() || lost("away"));
  window.addEventListener("online", () => lost(""));
  window.addEventListener("submit", (event) => stop(event, "unsent"), true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const same = link && link.origin === location.origin;
    if (same && link.pathname + link.search !== location.pathname + location.search) {
      stop(event, "away");
    }
  });

  function stop(event, words) {
    if (!navigator.onLine && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      lost(words);
      document.querySelector("[data-lost]").scrollIntoView({ block: "nearest" });
    }
  }

  globalThis.jiaxue = Object.assign(globalThis.jiaxue || {}, { lost });
})();
