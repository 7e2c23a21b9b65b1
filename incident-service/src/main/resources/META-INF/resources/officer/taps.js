// Without this script every form works. With it, what is tapped without a network is kept and sent once.
// Kept are addresses of our own doors, codes, ids and times; of what a person typed, two letters of a language at most.
(() => {
  const KEY = "handoff.taps";
  const LONGEST = 12 * 60 * 60 * 1000;
  const TRY_AGAIN = 15 * 1000;
  const CODE = /^[A-Za-z0-9-]{0,40}$/;
  const TYPED = new Set(["language"]);
  const TAG = /^[A-Za-z]{2}(-[A-Za-z]{2})?$/;

  const notice = document.getElementById("taps");
  if (!notice) return;
  const officer = notice.dataset.officer;
  let store;
  try {
    store = window.localStorage;
    store.getItem(KEY);
  } catch (noStorage) {
    return;
  }

  const read = () => {
    try {
      const kept = JSON.parse(store.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept : [];
    } catch (broken) {
      return [];
    }
  };
  const write = (kept) => {
    if (kept.length === 0) store.removeItem(KEY);
    else store.setItem(KEY, JSON.stringify(kept));
  };
  const say = (word, on) => {
    notice.querySelector(`[data-say="${word}"]`).hidden = !on;
    notice.hidden = !notice.querySelector("[data-say]:not([hidden])");
  };
  const show = () => {
    const kept = read();
    say("kept", kept.some((tap) => tap.officer === officer));
    say("other", kept.some((tap) => tap.officer !== officer));
  };
  const newId = () => {
    if (window.crypto.randomUUID) return window.crypto.randomUUID();
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
  // One sender at a time, in all the tabs of this phone; the door would count a tap once all the same.
  const alone = (work) =>
    navigator.locks ? navigator.locks.request(KEY, work) : Promise.resolve().then(work);

  const send = async (tap) => {
    const body = new URLSearchParams(tap.fields);
    body.set("tap", tap.id);
    body.set("at", tap.at);
    body.set("sentAt", new Date().toISOString());
    try {
      const answer = await fetch(tap.action, { method: "POST", body, cache: "no-store" });
      if (answer.ok) return "taken";
      const later = answer.status >= 500 || answer.status === 408 || answer.status === 429;
      return later ? "later" : "refused";
    } catch (noNetwork) {
      // No network, or a login that stands between: the tap is kept either way.
      return navigator.onLine ? "signed-out" : "later";
    }
  };

  const flush = () =>
    alone(async () => {
      const now = Date.now();
      const young = read().filter((tap) => !(now - Date.parse(tap.at) > LONGEST));
      if (young.length !== read().length) write(young);
      let taken = false;
      let refused = false;
      for (const tap of young.filter((one) => one.officer === officer)) {
        const outcome = await send(tap);
        say("signed-out", outcome === "signed-out");
        if (outcome === "later" || outcome === "signed-out") break;
        write(read().filter((one) => one.id !== tap.id));
        taken = taken || outcome === "taken";
        refused = refused || outcome === "refused";
      }
      show();
      if (refused) say("again", true);
      else if (taken) window.location.reload();
    });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-tap")) return;
    const fields = [];
    for (const [name, value] of new FormData(form, event.submitter)) {
      if (typeof value !== "string" || name === "tap" || name === "at" || name === "sentAt") continue;
      if (TYPED.has(name) ? value !== "" && !TAG.test(value.trim()) : !CODE.test(value)) return;
      fields.push([name, value.trim()]);
    }
    event.preventDefault();
    write([
      ...read(),
      {
        id: newId(),
        action: new URL(form.action).pathname,
        at: new Date().toISOString(),
        officer,
        fields,
      },
    ]);
    say("again", false);
    const buttons = [...form.querySelectorAll("button")];
    buttons.forEach((button) => (button.disabled = true));
    flush().finally(() => {
      buttons.forEach((button) => (button.disabled = false));
      show();
    });
  });

  window.addEventListener("online", flush);
  window.addEventListener("pageshow", flush);
  window.setInterval(() => {
    if (read().some((tap) => tap.officer === officer)) flush();
  }, TRY_AGAIN);
  show();
})();
