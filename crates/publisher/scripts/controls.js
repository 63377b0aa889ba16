// Shows controls, which work only where scripts run.
document.documentElement.dataset.script = "on";
// A view transition may be skipped; that is no failure.
for (const kind of ["pageswap", "pagereveal"]) {
  addEventListener(kind, ({ viewTransition }) => {
    for (const part of ["ready", "finished"]) viewTransition?.[part].catch(() => {});
  });
}
