/* Every request that htmx sends carries the page's token. */
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-TOKEN"] = document.querySelector('meta[name="csrf"]').content;
});
