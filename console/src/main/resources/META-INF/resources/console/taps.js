// Without this script every form works. With it, what is tapped without a network is kept and sent once.
// Kept are addresses of our own doors, codes, ids and times; of what a person typed, two letters of a language at most.
(() => {
  const LONGEST = 12 * 60 * 60 * 1000;
  const TRY_AGAIN = 15 * 1000;
  const ANSWER_BY = 10 * 1000;
  const SAY_KEPT = 1500;
  const CODE = /^[A-Za-z0-9-]{0,40}$/;
  const TYPED = new Set(["language"]);
  const TAG = /^[A-Za-z]{2}(-[A-Za-z]{2})?$/;
  // Whose page it is: where its taps are kept, and where a door leads that took one.
  const PAGES = {
    scene: ["handoff.taps", /\/scene\/[^/]+(\/facts)?$/],
    duty: ["handoff.duty-taps", /\/duty\/[^/]+$/],
  };

  const notice = document.getElementById("taps");
  const words = document.getElementById("tap-words");
  if (!notice || !words) return;
  const [KEY, PAGE] = PAGES[notice.dataset.page];
  const holder = notice.dataset.holder;
  let store;
  try {
    store = window.localStorage;
    store.getItem(KEY);
  } catch (noStorage) {
    return;
  }
  const done = new Set();
  const busy = new Set();
  const dirty = new Set();

  const read = () => {
    try {
      const kept = JSON.parse(store.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter((tap) => tap && tap.id && tap.action) : [];
    } catch (broken) {
      return [];
    }
  };
  const write = (kept) => {
    if (kept.length === 0) store.removeItem(KEY);
    else store.setItem(KEY, JSON.stringify(kept));
  };
  const forget = (tap) => {
    done.add(tap.id);
    try {
      write(read().filter((one) => one.id !== tap.id));
    } catch (unwritable) {
      // It stays, and is not sent again by this page; the door counts it once anyway.
    }
  };
  const mine = () => read().filter((tap) => tap.holder === holder && !done.has(tap.id));
  const isDoubt = (tap) => tap.action.endsWith("/scene-safe/revocation");
  const isSafe = (tap) => tap.action.endsWith("/scene-safe");

  // The region stays where it is, and what is new in it is read out.
  const say = (word, on) => {
    const shown = notice.querySelector(`[data-say="${word}"]`);
    if (on && !shown) {
      notice.append(words.content.querySelector(`[data-say="${word}"]`).cloneNode(true));
    }
    if (!on && shown) shown.remove();
    notice.className = notice.childElementCount ? "card" : "";
  };
  const show = () => {
    say("kept", mine().length > 0);
    say("other", read().some((tap) => tap.holder !== holder));
  };

  const newId = () => {
    if (window.crypto.randomUUID) return window.crypto.randomUUID();
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
  // The page's own counter, which nobody sets as they set a clock, counts only while this page is loaded.
  const LOAD = newId();
  // One sender at a time, in all the tabs of this phone; the door would count a tap once all the same.
  const alone = (work) =>
    navigator.locks ? navigator.locks.request(KEY, work) : Promise.resolve().then(work);

  const outcome = (tap, answer) => {
    const where = new URL(answer.url).pathname;
    // A login answers too, and may be of our own origin: taken is only what led back to such a page.
    if (answer.ok && answer.redirected && where !== tap.action && PAGE.test(where)) return "taken";
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return "busy";
    const elsewhere = answer.ok || answer.redirected;
    return elsewhere || [401, 403, 405].includes(answer.status) ? "signed-out" : "refused";
  };

  const send = async (tap) => {
    const body = new URLSearchParams(tap.fields);
    body.set("tap", tap.id);
    body.set("at", tap.at);
    body.set("sentAt", new Date().toISOString());
    if (tap.load === LOAD) {
      body.set("age", Math.max(0, Math.round(performance.now() - tap.counter)).toString());
    } else if (isSafe(tap)) {
      // How old it is only the clock says by now, and that may have been set: it is asked again.
      return "refused";
    }
    const stop = new AbortController();
    const timer = window.setTimeout(() => stop.abort(), ANSWER_BY);
    try {
      const options = { method: "POST", body, cache: "no-store", signal: stop.signal };
      return outcome(tap, await fetch(tap.action, options));
    } catch (noAnswer) {
      // No network, or a login of another origin that stands between: the tap is kept either way.
      return navigator.onLine && !stop.signal.aborted ? "signed-out" : "no-network";
    } finally {
      window.clearTimeout(timer);
    }
  };

  // What is not taken now holds up later taps of its own kind, and no others.
  const deliver = async (taps, heard) => {
    const waiting = new Set();
    for (const tap of taps) {
      if (waiting.has(tap.action) || !mine().some((one) => one.id === tap.id)) continue;
      const now = await send(tap);
      heard.add(now);
      if (now === "taken" || now === "refused") forget(tap);
      else if (now === "busy") waiting.add(tap.action);
      else return;
    }
  };

  const conclude = (heard) => {
    show();
    say("signed-out", heard.has("signed-out"));
    if (heard.has("refused")) say("again", true);
    else if (heard.has("taken")) {
      // A form that is being filled in is not taken from under the finger.
      if (mine().length > 0 || dirty.size > 0 || read().some((tap) => done.has(tap.id))) {
        say("sent", true);
      } else window.location.reload();
    }
  };

  // Doubt waits for nothing and nobody: a worker may be on the way.
  const doubt = async () => {
    const heard = new Set();
    await deliver(mine().filter(isDoubt), heard);
    if (heard.size > 0) conclude(heard);
    return heard;
  };

  const drop = () => {
    const all = read();
    const young = all.filter((tap) => Math.abs(Date.now() - Date.parse(tap.at)) <= LONGEST);
    if (young.length === all.length) return;
    if (all.some((tap) => tap.holder === holder && !young.includes(tap))) say("again", true);
    try {
      write(young);
    } catch (unwritable) {
      // They are dropped another time.
    }
  };

  const flush = async () => {
    drop();
    const first = await doubt();
    if (first.has("no-network") || first.has("signed-out")) return;
    const heard = new Set();
    await alone(() => deliver(mine().filter((tap) => !isDoubt(tap)), heard));
    conclude(heard);
  };

  document.addEventListener("input", (event) => {
    if (event.target.form) dirty.add(event.target.form);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-tap")) return;
    const tap = {
      id: newId(),
      action: new URL(form.action).pathname,
      at: new Date().toISOString(),
      counter: performance.now(),
      load: LOAD,
      holder,
      fields: [],
    };
    if (busy.has(form) && !isDoubt(tap)) {
      event.preventDefault();
      return;
    }
    for (const [name, value] of new FormData(form, event.submitter)) {
      if (typeof value !== "string" || ["tap", "at", "sentAt", "age"].includes(name)) continue;
      if (TYPED.has(name) ? value !== "" && !TAG.test(value.trim()) : !CODE.test(value)) return;
      tap.fields.push([name, value.trim()]);
    }
    try {
      write([...read(), tap]);
    } catch (full) {
      // Nothing can be kept on this phone: the form goes as it would without this script.
      return;
    }
    event.preventDefault();
    say("again", false);
    dirty.delete(form);
    busy.add(form);
    const over = () => {
      busy.delete(form);
      show();
    };
    window.setTimeout(over, SAY_KEPT);
    (isDoubt(tap) ? doubt() : flush()).finally(over);
  });

  const look = () => {
    if (mine().length > 0) flush();
  };
  let looking = false;
  window.addEventListener("online", look);
  window.addEventListener("pageshow", look);
  window.setInterval(() => {
    if (looking || mine().length === 0) return;
    looking = true;
    flush().finally(() => (looking = false));
  }, TRY_AGAIN);
  drop();
  show();
})();
