// Applies the reader's theme before the first paint. CSS does the rest:
// each colour token has two values, and `color-scheme` selects one.
(() => {
  const html = document.documentElement;
  const key = "liner-notes-theme";
  const show = (theme) => {
    html.dataset.theme = theme === "light" || theme === "dark" ? theme : "system";
    const radio = document.querySelector(`[name="theme"][value="${html.dataset.theme}"]`);
    if (radio) radio.checked = true;
  };
  // Storage throws where the reader has blocked it.
  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {}
  };
  // A page from the back/forward cache has missed the changes of other
  // pages to the storage.
  const look = () => show(stored() ?? html.dataset.theme);
  look();
  for (const kind of ["DOMContentLoaded", "pageshow", "storage"]) addEventListener(kind, look);
  addEventListener("change", ({ target }) => {
    if (target.name !== "theme") return;
    show(target.value);
    try {
      localStorage.setItem(key, target.value);
    } catch {}
  });
})();
