// In pages made by `cargo xtask serve`: shows the publisher's diagnostics over
// the last good page, until they are fixed.
(() => {
  const report = new URL("diagnostics.txt", document.currentScript.src);
  const box = document.createElement("pre");
  box.id = "diagnostics";
  box.setAttribute("role", "alert");
  box.hidden = true;
  Object.assign(box.style, {
    position: "fixed",
    inset: "auto 0 0",
    zIndex: 9,
    maxBlockSize: "60vh",
    margin: 0,
    padding: "1rem",
    overflow: "auto",
    background: "Canvas",
    color: "CanvasText",
    borderBlockStart: "4px solid red",
    font: "14px/1.5 monospace",
  });
  document.body.append(box);
  const look = async () => {
    try {
      const answer = await fetch(report, { cache: "no-store" });
      const text = answer.ok ? await answer.text() : "";
      if (box.textContent !== text) box.textContent = text;
      box.hidden = text === "";
    } catch {
      // The server has stopped, or is restarting.
    }
    setTimeout(look, 1000);
  };
  look();
})();
