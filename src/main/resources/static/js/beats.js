/*
 * Tells the server what was played, and keeps what it has not yet acknowledged on this device.
 *
 *   const beats = jiaxue.beats({keeper, lesson, csrf, heard});
 *   await beats.start();            PUTs the playback; answers the server's account of it or null
 *   beats.tell(spans);              queues whole seconds and sends what is queued
 *   beats.leave(spans);             the same while the page goes away
 *
 * Every beat says when it was played, by the server's clock as of its answer to the start; so a slow
 * network, a lost answer or an hour without one takes nothing away. No beat claims more than the
 * server can allow: twice the time since the beat before. What ran beyond that (before the start was
 * answered) waits here and is told bit by bit.
 *
 * What waits on this device is kept under `keeper`, which stands for one guardian. It is never read
 * for another, and where a page of another guardian opens, what earlier ones left is let go.
 *
 * `heard(news)` is called with {answer, spans} for an accepted beat, or with {trouble, why}:
 * "offline", "elsewhere", "signed-out" or "refused", and the server's sentence if it sent one.
 */
(() => {
  "use strict";

  /* Beats kept on this device for one lesson; older ones give way. At 100 s each this is 5 h. */
  const MOST_KEPT = 200;
  const MOST_SPANS = 20;
  const MOST_AT_ONCE = 50;
  /* Beats join while they wait until they hold this many seconds; the server takes 120 at most. */
  const MOST_SECONDS = 100;
  /* What a second of a lesson takes at the fastest that counts, which is double speed. */
  const MS_A_SECOND = 500;
  const TIMEOUT_MS = 20_000;

  const SHELVES = "jiaxue.beats.";

  function beats({ keeper, lesson, csrf, heard }) {
    const own = `${SHELVES}${keeper}.`;
    const shelf = own + lesson;
    clear(own);
    let { playback, queue, rest } = read(shelf);
    let clock = null;
    /* The time up to which the server's allowance is used by what is queued. */
    let used = 0;
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
        let left = Infinity;
        while (clock === null && queue.length > 0 && queue.length < left) {
          left = queue.length;
          await sendMany();
        }
        let response = await open();
        if (response.status === 403 || response.status === 404 || response.status === 409) {
          // The id kept here is not this guardian's, or of another lesson: begin with a new one.
          playback = uuid();
          queue = [];
          rest = [];
          response = await open();
        }
        const here = performance.now();
        if (!response.ok) {
          stop(response.status, 0, await detail(response));
          return null;
        }
        const account = await response.json();
        begun(Date.parse(account.now), here);
        send();
        return account;
      } catch {
        offline();
        return null;
      }
    }

    /* The server's clock starts: what it did not take before is told again as time allows. */
    function begun(now, here) {
      clock = () => now + Math.floor(performance.now() - here);
      // A millisecond later than was said, as the server counts finer.
      used = now + 1;
      rest = jiaxue.spans.merge([...rest, ...queue.flatMap((beat) => beat.played)]);
      queue = [];
      state = "open";
      queueUp([]);
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
      rest = jiaxue.spans.merge([...rest, ...spans]);
      if (clock !== null) {
        const [now, since] = [clock(), used];
        const room = Math.max(0, Math.floor((now - since) / MS_A_SECOND));
        let part, left;
        [left, rest] = jiaxue.spans.split(rest, room);
        const all = jiaxue.spans.total(left);
        for (let done = 0; left.length > 0; ) {
          [part, left] = jiaxue.spans.split(left, MOST_SECONDS);
          left = jiaxue.spans.merge([...part.splice(MOST_SPANS), ...left]);
          done += jiaxue.spans.total(part);
          // A long stretch of which nothing could be told is told in parts, as if played evenly.
          put(part, left.length > 0 ? since + Math.ceil(((now - since) * done) / all) : now);
        }
      }
      queue = queue.slice(-MOST_KEPT);
      keep();
    }

    /* Joins the last beat where it is not under way and stays within the bounds of one. */
    function put(part, at) {
      used = Math.max(used + jiaxue.spans.total(part) * MS_A_SECOND, at - MS_A_SECOND);
      const beat = { played: part, at: new Date(at).toISOString() };
      if (queue.length > 0 && !sending) {
        const played = jiaxue.spans.merge([...queue.at(-1).played, ...part]);
        if (played.length <= MOST_SPANS && jiaxue.spans.total(played) <= MOST_SECONDS) {
          queue.pop();
          beat.played = played;
        }
      }
      queue.push(beat);
    }

    async function send() {
      if (sending || clock === null || queue.length === 0 || !(state === "open" || state === "offline")) {
        return;
      }
      sending = true;
      state = "open";
      try {
        while (queue.length > 0 && state === "open" && clock !== null) {
          await (queue.length === 1 ? sendOne() : sendMany());
        }
      } catch {
        offline();
      } finally {
        sending = false;
      }
    }

    async function sendOne() {
      const [{ played, at }] = queue;
      const response = await ask("POST", `/api/v1/playbacks/${playback}/beats`, { played, at });
      if (response.ok) {
        drop(1);
        heard({ answer: await response.json(), spans: played });
      } else {
        stop(response.status, 1, await detail(response));
      }
    }

    async function sendMany() {
      const some = queue.slice(0, MOST_AT_ONCE);
      const response = await ask("POST", "/api/v1/beats", items(some));
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

    function items(some) {
      return some.map(({ played, at }) => ({ playback, played, at }));
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
      // The answer may never be read; what is kept here is told again next time, without harm.
      ask("POST", "/api/v1/beats", items(queue.slice(0, MOST_AT_ONCE)), { keepalive: true }).catch(() => {});
    }

    function drop(some) {
      queue = queue.slice(some);
      keep();
    }

    function keep() {
      write(shelf, { playback, queue, rest });
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

  /* A random UUID also where the page is not served over https, as in a school's own network. */
  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  /* Lets go of what any other guardian left on this device. */
  function clear(own) {
    try {
      Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i))
        .filter((key) => key.startsWith(SHELVES) && !key.startsWith(own))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      // This browser keeps nothing, so nothing was left.
    }
  }

  function read(shelf) {
    try {
      const kept = JSON.parse(localStorage.getItem(shelf));
      if (kept && typeof kept.playback === "string" && Array.isArray(kept.queue)) {
        return { rest: [], ...kept };
      }
    } catch {
      // Nothing kept, or this browser keeps nothing: begin anew.
    }
    return { playback: uuid(), queue: [], rest: [] };
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
