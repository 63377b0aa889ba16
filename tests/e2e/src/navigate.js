// Runs in each page before its own scripts: measures a step to the next review,
// from the click on its link until its heading is painted and until its search
// works. The result is in `sessionStorage`, because the step may load a page.
(() => {
  const store = sessionStorage;
  const now = () => performance.timeOrigin + performance.now();
  const heading = () => document.querySelector("h1")?.textContent ?? "";

  // A task after a frame: what was there at the frame's start has been painted.
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      requestAnimationFrame(() => port2.postMessage(null));
    });

  // The reader types as soon as there is a box: a page may be painted before it.
  const searched = async () => {
    const part = (id) => document.getElementById(id);
    while (!part("track-status")) await painted();
    const [box, status] = [part("q"), part("track-status")];
    box.value = "zzzz";
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return new Promise((done) => {
      const look = () => {
        if (status.textContent.startsWith("0 of")) done();
        else setTimeout(look, 1);
      };
      look();
    });
  };

  const watch = async () => {
    const { from, begun } = JSON.parse(store.getItem("step"));
    do await painted();
    while (["", from].includes(heading()));
    const times = { heading: now() - begun };
    await searched();
    times.search = now() - begun;
    store.removeItem("step");
    store.setItem("times", JSON.stringify(times));
  };

  addEventListener("click", ({ target, timeStamp }) => {
    if (!target.closest(".others [rel=prev]")) return;
    store.setItem("step", JSON.stringify({ from: heading(), begun: performance.timeOrigin + timeStamp }));
    watch();
  });
  if (store.getItem("step")) watch();
})();
