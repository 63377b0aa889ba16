// If the app fails to start, or later, shows the reason in one line; the review
// stays. Only in pages with the app.
(() => {
  const html = document.documentElement;
  const fail = (reason) => {
    const line = document.getElementById("search-failed");
    if (!line && document.readyState === "loading") {
      return addEventListener("DOMContentLoaded", () => fail(reason));
    }
    const isFirst = html.dataset.app !== "failed";
    html.dataset.app = "failed";
    // The page was cut before that line's element.
    if (!line && isFirst) document.body.append("The rest of this page did not arrive. Loading it again may help.");
    if (!line) return;
    line.textContent = `The search could not start: ${reason}. The review and the whole list are here all the same.`;
    line.hidden = false;
    // Undoes what a running search has hidden and shown.
    const rows = document.querySelectorAll("#tracks tr[hidden]");
    for (const row of rows) row.hidden = false;
    // Headings may be above other tracks than theirs.
    for (const group of rows.length ? document.querySelectorAll("#tracks .group") : []) group.hidden = true;
    for (const status of rows.length ? document.querySelectorAll("#no-match, .status") : []) status.hidden = true;
    document.getElementById("tracks")?.removeAttribute("hidden");
    for (const group of document.querySelectorAll("#tracks tbody")) group.removeAttribute("style");
  };
  // Shows messages of the app itself. A browser's own message would name
  // files and bytes, which the console has anyway.
  const lost = "a part of it could not be loaded";
  const why = (error) => {
    if (error instanceof WebAssembly.CompileError) return "a part of it arrived damaged or was not let in";
    if (error instanceof WebAssembly.RuntimeError) return "it came to a halt";
    return error?.constructor === Error ? error.message : lost;
  };
  const isReady = () => html.dataset.app === "ready";
  const report = (error) => {
    const reason = why(error);
    const show = () => {
      if (!isReady() || error instanceof WebAssembly.RuntimeError) fail(reason);
    };
    // As soon as the reader leaves, Firefox and WebKit break off all downloads, while
    // the next page may take its time.
    if (reason === lost) setTimeout(show, 3000);
    else show();
  };
  // Back to a page that was left before its app had started.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && !isReady()) location.reload();
  });
  addEventListener("error", (event) => {
    if (event.error) report(event.error);
    // Scripts of others are no modules, or fail without harm.
    else if (event.target.type === "module") report();
  }, true);
  addEventListener("unhandledrejection", (event) => report(event.reason));
  addEventListener("DOMContentLoaded", () => {
    if (!document.getElementById("search-failed")) fail();
  });
  if (typeof WebAssembly !== "object") fail("this browser cannot run WebAssembly");
})();
