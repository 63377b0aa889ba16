// All later addresses are relative to the page's folder. On a host that
// drops the trailing slash the browser would take that folder for a file,
// so this restores the slash. On a host without folder addresses the page
// was requested as `index.html`, and links to folders need that name too.
(() => {
  const { pathname, search, hash } = location;
  if (!/\/$|\.html$|\/index$/.test(pathname)) {
    history.replaceState(history.state, "", `${pathname}/${search}${hash}`);
  }
  if (!pathname.endsWith("/index.html")) return;
  const name = ({ target }) => {
    const link = target.closest?.('a[href^="."]');
    if (link?.pathname.endsWith("/")) link.pathname += "index.html";
  };
  for (const kind of ["click", "auxclick", "contextmenu"]) addEventListener(kind, name, true);
})();
