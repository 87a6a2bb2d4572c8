/*
 * Tells the server what was played, and keeps what it has not yet acknowledged on this device.
 *
 *   const beats = jiaxue.beats({lesson, csrf, heard});
 *   await beats.start();            PUTs the playback; answers the server's account of it or null
 *   beats.tell(spans);              queues whole seconds and sends what is queued
 *   beats.leave(spans);             the same while the page goes away
 *
 * `heard(news)` is called with {answer, spans} for an accepted beat, or with {trouble, why}:
 * "offline", "elsewhere", "signed-out" or "refused", and the server's sentence if it sent one.
 */
(() => {
  "use strict";

  /* Beats kept on this device for one lesson; older ones give way. At 15 s each this is 50 min. */
  const MOST_KEPT = 200;
  const MOST_SPANS = 20;
  const MOST_AT_ONCE = 50;
  /* Unacknowledged beats not older than this go as one; the server allows up to two minutes. */
  const FRESH_MS = 45_000;
  const TIMEOUT_MS = 20_000;

  function beats({ lesson, csrf, heard }) {
    const shelf = `jiaxue.beats.${lesson}`;
    let { playback, queue } = read(shelf);
    let clock = null;
    let state = "new";
    let sending = false;
    let starting = null;

    /* What an earlier page could not send goes first: starting anew would stop its clock. */
    function start() {
      starting = starting || begin().finally(() => (starting = null));
      return starting;
    }

    async function begin() {
      try {
        if (clock === null && queue.length > 0) {
          await sendMany();
        }
        let response = await open();
        if (response.status === 403 || response.status === 404 || response.status === 409) {
          // The id kept here is not this guardian's, or of another lesson: begin with a new one.
          playback = uuid();
          queue = [];
          response = await open();
        }
        if (!response.ok) {
          stop(response.status, 0, await detail(response));
          return null;
        }
        clock = clockOf(response);
        state = "open";
        keep();
        const account = await response.json();
        send();
        return account;
      } catch {
        offline();
        return null;
      }
    }

    function open() {
      return ask("PUT", `/api/v1/playbacks/${playback}`, { lesson });
    }

    /* Queues whole seconds and sends what is queued; where another device plays, nothing counts. */
    function tell(spans) {
      if (state === "elsewhere" || state === "refused") {
        return Promise.resolve();
      }
      queueUp(spans);
      return clock === null && state !== "signed-out" ? start() : send();
    }

    function queueUp(spans) {
      for (let i = 0; i < spans.length; i += MOST_SPANS) {
        queue.push({ played: spans.slice(i, i + MOST_SPANS), at: clock && clock() });
      }
      queue = queue.slice(-MOST_KEPT);
      keep();
    }

    async function send() {
      if (sending || clock === null || queue.length === 0 || !(state === "open" || state === "offline")) {
        return;
      }
      sending = true;
      state = "open";
      try {
        while (queue.length > 0 && state === "open" && clock !== null) {
          await (together() ? sendOne() : sendMany());
        }
      } catch {
        offline();
      } finally {
        sending = false;
      }
    }

    /* Whether what is queued is recent enough, and little enough, to be one beat of now. */
    function together() {
      const oldest = queue[0].at ? clock().getTime() - new Date(queue[0].at).getTime() : 0;
      return oldest < FRESH_MS && merged(queue).length <= MOST_SPANS;
    }

    async function sendOne() {
      const beat = queue.slice();
      const played = merged(beat);
      const response = await ask("POST", `/api/v1/playbacks/${playback}/beats`, { played });
      if (response.ok) {
        drop(beat.length);
        heard({ answer: await response.json(), spans: played });
      } else {
        stop(response.status, beat.length, await detail(response));
      }
    }

    async function sendMany() {
      const some = queue.slice(0, MOST_AT_ONCE);
      const body = some.map(({ played, at }) => ({ playback, played, ...(at ? { at } : {}) }));
      const response = await ask("POST", "/api/v1/beats", body);
      if (!response.ok) {
        stop(response.status, some.length, await detail(response));
        return;
      }
      const { results } = await response.json();
      for (const [i, result] of results.entries()) {
        if (typeof result.coveredSeconds === "number") {
          drop(1);
          heard({ answer: result, spans: some[i].played });
        } else {
          stop(result.status, 1, result.detail);
          if (state !== "open" && state !== "new") {
            return;
          }
        }
      }
    }

    /* The server said no: whether to wait, to begin anew, to ask the guardian, or to let go. */
    function stop(status, beatsSent, why) {
      if (status === 409) {
        state = "elsewhere";
      } else if (status === 401) {
        state = "signed-out";
      } else if (status === 429 || status >= 500) {
        state = "offline";
      } else {
        // What cannot be taken now cannot be taken later either.
        drop(beatsSent);
        if (status === 404 && clock !== null) {
          clock = null;
          return;
        }
        // Where not even the beginning was taken, telling more of it is in vain.
        state = beatsSent === 0 ? "refused" : state;
        heard({ trouble: "refused", why });
        return;
      }
      heard({ trouble: state, why });
    }

    function offline() {
      state = "offline";
      heard({ trouble: "offline" });
    }

    function leave(spans) {
      queueUp(spans);
      if (state !== "open" || queue.length === 0) {
        return;
      }
      const played = merged(queue).slice(0, MOST_SPANS);
      // The answer may never be read; what is kept here is told again next time, without harm.
      ask("POST", `/api/v1/playbacks/${playback}/beats`, { played }, { keepalive: true }).catch(() => {});
    }

    function drop(some) {
      queue = queue.slice(some);
      keep();
    }

    function keep() {
      write(shelf, { playback, queue });
    }

    function ask(method, path, body, more = { signal: AbortSignal.timeout(TIMEOUT_MS) }) {
      return fetch(path, {
        method,
        credentials: "same-origin",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": csrf },
        body: JSON.stringify(body),
        ...more,
      });
    }

    window.addEventListener("online", () => send());
    return { start, tell, leave };
  }

  /* The reason that a refusal gives, in the reader's language. */
  async function detail(response) {
    try {
      return (await response.json()).detail;
    } catch {
      return undefined;
    }
  }

  /* The server's time as of its answer, carried on by a clock that nobody can set. */
  function clockOf(response) {
    const server = Date.parse(response.headers.get("Date") || "") || Date.now();
    const here = performance.now();
    return () => new Date(server + Math.floor(performance.now() - here));
  }

  function merged(queue) {
    return jiaxue.spans.merge(queue.flatMap((beat) => beat.played));
  }

  /* A random UUID also where the page is not served over https, as in a school's own network. */
  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function read(shelf) {
    try {
      const kept = JSON.parse(localStorage.getItem(shelf));
      if (kept && typeof kept.playback === "string" && Array.isArray(kept.queue)) {
        return kept;
      }
    } catch {
      // Nothing kept, or this browser keeps nothing: begin anew.
    }
    return { playback: uuid(), queue: [] };
  }

  function write(shelf, kept) {
    try {
      localStorage.setItem(shelf, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing still plays; unsent beats then live as long as the page.
    }
  }

  globalThis.jiaxue = Object.assign(globalThis.jiaxue || {}, { beats });
})();
