// Shows controls, which work only where scripts run.
document.documentElement.dataset.script = "on";
// After a reload, Back to the review before only changes the address, until the app
// shows reviews without a load.
const opened = location.pathname;
addEventListener("popstate", () => {
  if (!document.documentElement.dataset.navigation && location.pathname !== opened) location.reload();
});
// A view transition may be skipped; that is no failure.
for (const kind of ["pageswap", "pagereveal"]) {
  addEventListener(kind, ({ viewTransition }) => {
    for (const part of ["ready", "finished"]) viewTransition?.[part].catch(() => {});
  });
}
