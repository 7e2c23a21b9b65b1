// Without this script a page is as old as its last load. With it, it looks again when something on it changed.
// What somebody has begun to fill in is never taken from under their hands: then they are told, and decide.
(() => {
  const live = document.getElementById("live");
  const words = document.getElementById("live-words");
  if (!live || !words || !window.EventSource) return;
  const HANDS_OFF = 1200;
  const APART = 3000;
  let touchedAt = 0;
  let lookedAt = Date.now();
  let timer = 0;

  const touched = () => {
    touchedAt = Date.now();
  };
  for (const kind of ["pointerdown", "keydown", "scroll"]) {
    document.addEventListener(kind, touched, { capture: true, passive: true });
  }

  const begun = () =>
    [...document.querySelectorAll("#main input, #main select, #main textarea")].some((field) =>
      field.type === "radio" || field.type === "checkbox"
        ? field.checked !== field.defaultChecked
        : field.tagName === "SELECT"
          ? [...field.options].some((option) => option.selected !== option.defaultSelected)
          : field.value !== field.defaultValue,
    );

  const tell = () => {
    if (!live.firstElementChild) live.append(words.content.cloneNode(true));
  };

  const look = () => {
    timer = 0;
    if (begun()) return tell();
    const wait = Math.max(touchedAt + HANDS_OFF, lookedAt + APART) - Date.now();
    if (wait > 0) {
      timer = window.setTimeout(look, wait);
      return undefined;
    }
    lookedAt = Date.now();
    window.location.reload();
    return undefined;
  };

  const source = new EventSource(live.dataset.events);
  let lost = false;
  source.addEventListener("changed", () => {
    if (!timer) look();
  });
  source.addEventListener("error", () => {
    lost = true;
  });
  // what changed while there was no line was told to nobody
  source.addEventListener("hello", () => {
    if (lost && !timer) look();
    lost = false;
  });
  window.addEventListener("pagehide", () => source.close());
})();
