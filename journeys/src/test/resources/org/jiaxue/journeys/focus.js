/* Numbers what the tab key must reach, in reading order, and tells of the one that has the focus. */
(() => {
  "use strict";

  function reachable(it) {
    const first = it.type === "radio" && (it.form || document).querySelector(`[name="${it.name}"]:checked`);
    const group = it.type === "radio" && (it.form || document).querySelector(`[name="${it.name}"]`);
    const turn = it.type !== "radio" || it === (first || group);
    return turn && !it.disabled && it.tabIndex >= 0 && it.type !== "hidden" && it.checkVisibility({ visibilityProperty: true });
  }

  const CONTROLS = "a[href], button, input, select, textarea, summary, video[controls], audio[controls], [tabindex]";
  globalThis.stops = () => [...document.querySelectorAll(CONTROLS)].filter(reachable);

  function ringed(it) {
    const around = [it, it.nextElementSibling, it.parentElement, it.parentElement?.parentElement];
    return around.filter(Boolean).some((one) => {
      const style = getComputedStyle(one);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
  }

  function uncovered(it) {
    const face = it.labels?.[0] || it;
    const box = face.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const top = document.elementFromPoint(x, Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1));
    return box.bottom > 0 && box.top < innerHeight && top !== null && (face.contains(top) || top.contains(face));
  }

  globalThis.focused = () => {
    const it = document.activeElement;
    if (!it || it === document.body || it === document.documentElement) {
      return null;
    }
    const box = it.getBoundingClientRect();
    return {
      place: globalThis.stops().indexOf(it),
      name: `${it.tagName.toLowerCase()}.${it.className} ${(it.textContent || it.name || "").trim().slice(0, 20)}`,
      ringed: ringed(it),
      // What is taller than the window cannot be all in it.
      uncovered: box.height > innerHeight || uncovered(it),
    };
  };
})();
