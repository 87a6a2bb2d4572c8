/* What is wrong with the page as it stands, a sentence each. */
() => {
  "use strict";
  const root = document.documentElement;
  const large = root.dataset.size === "large";
  const english = root.lang === "en";
  const wrong = new Map();
  const tell = (what, where) => wrong.has(what) || wrong.set(what, where);
  const named = (it) => `${it.tagName.toLowerCase()}.${it.getAttribute("class") || ""}`;

  function shown(it) {
    const box = it.getBoundingClientRect();
    const style = getComputedStyle(it);
    return box.width > 1 && box.height > 1 && style.clipPath === "none" && it.checkVisibility({ visibilityProperty: true });
  }

  const wider = root.scrollWidth - root.clientWidth;
  if (wider > 0) {
    tell(`${wider} px wider than the window`, "");
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const it = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    if (!words || it.closest("noscript, script, svg, pre")) {
      continue;
    }
    if (english && /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(words) && !it.closest("[lang^=zh]")) {
      tell(`Chinese in English in ${named(it)}`, words.slice(0, 24));
    }
    if (/^[a-z-]+(\.[a-z0-9-]+){2,}$/.test(words) && !it.closest("code")) {
      tell(`a message's key in ${named(it)}`, words);
    }
    const size = parseFloat(getComputedStyle(it).fontSize);
    if (shown(it) && size < (large ? 20 : 14)) {
      tell(`type of ${size} px in ${named(it)}`, words.slice(0, 24));
    }
  }

  const least = (large ? 60 : 44) - 0.5;
  for (const it of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    // A link inside a sentence is as high as its line.
    const inText = it.matches("a") && getComputedStyle(it).display === "inline";
    if (!shown(it) || inText || it.closest(".jx-skip")) {
      continue;
    }
    const face = it.matches("[type=radio], [type=checkbox]") ? it.labels[0] || it : it;
    const box = face.getBoundingClientRect();
    const after = getComputedStyle(it, "::after");
    const beyond = after.position === "absolute" ? -2 * (parseFloat(after.top) || 0) : 0;
    if (box.height + beyond < least || box.width < least) {
      tell(`a target of ${Math.round(box.width)} × ${Math.round(box.height)} px, ${named(it)}`, it.textContent.trim().slice(0, 24));
    }
  }

  let before = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) {
      tell(`h${level} after h${before}`, heading.textContent.trim().slice(0, 24));
    }
    before = level;
  }
  for (const [one, most] of [["h1", 1], ["main", 1]]) {
    const count = document.querySelectorAll(one).length;
    if (count !== most) {
      tell(`${count} of ${one}`, "");
    }
  }
  if (document.querySelectorAll("[tabindex]:not([tabindex='-1']):not([tabindex='0'])").length > 0) {
    tell("an order of tabs of its own", "");
  }
  return [...wrong].map(([what, where]) => (where ? `${what}: ${where}` : what));
}
