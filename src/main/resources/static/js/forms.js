/*
 * A form that is on its way says so on its button and is not sent twice.
 * Its button's data-busy-text, if any, stands in for its words until the answer is here.
 */
(() => {
  "use strict";
  const words = new WeakMap();

  function busy(button) {
    const text = button.querySelector(".jx-button-text");
    button.setAttribute("aria-busy", "true");
    if (text && button.dataset.busyText) {
      words.set(button, text.textContent);
      text.textContent = button.dataset.busyText;
    }
  }

  function free(button) {
    const text = button.querySelector(".jx-button-text");
    button.removeAttribute("aria-busy");
    if (text && words.has(button)) {
      text.textContent = words.get(button);
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const button = event.submitter || form.querySelector(".jx-button");
    if (button) {
      busy(button);
    }
  });

  // A page that comes back from the browser's memory can be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-busy]").forEach(free);
    }
  });
})();
