/*
 * What htmx asks for by itself carries the page's token, is marked as on its way, and says so in words
 * when no answer comes or the answer is an error; the next good answer takes the words away.
 */
(() => {
  "use strict";

  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRF-TOKEN"] = document.querySelector('meta[name="csrf"]').content;
  });
  document.addEventListener("htmx:beforeRequest", (event) => event.detail.elt.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.elt.removeAttribute("aria-busy"));
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.successful) {
      jiaxue.lost("");
    }
  });
  for (const trouble of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(trouble, () => jiaxue.lost("stale"));
  }
})();
