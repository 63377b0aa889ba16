// One round of keys, measured inside the page: `keystrokes` runs this as the
// body of a function. The arguments are the contents of the search box after
// each key, and a mode. The two modes cannot measure the same key:
//
// view: the time of the script until the rows in view are final, and then of
// style and layout, forced by reading a size.
//
// all: the time until all rows are final and laid out, in this frame or later.
const [texts, mode] = arguments;
const box = document.getElementById("q");
const list = document.getElementById("tracks");
const status = document.getElementById("track-status");

// A macrotask: all microtasks, in which effects run, are over by then.
const task = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });

const frame = () => new Promise(requestAnimationFrame);

const type = (text) => {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

// The pace of a fast typist, eight keys a second. Titles not marked by then are
// left unmarked, as with a real typist.
const pause = async () => {
  const end = performance.now() + 125;
  while ((await frame()) < end);
};

const layout = () => {
  list.getBoundingClientRect();
  document.documentElement.scrollHeight;
};

const count = () => list.querySelectorAll("tbody tr[data-seconds]:not([hidden])").length;
const isFinal = () => count() === parseInt(status.textContent, 10);

// A frame between the event and the rows would already do the layout: such a
// key has null times and is not counted.
const view = async (text) => {
  await frame();
  await task();
  let drawn = false;
  const next = requestAnimationFrame(() => (drawn = true));
  const begin = performance.now();
  type(text);
  await task();
  const ready = performance.now();
  layout();
  const end = performance.now();
  cancelAnimationFrame(next);
  return drawn ? [null, null] : [ready - begin, end - ready];
};

// Two seconds at most: the returned count shows if rows are missing.
const all = async (text) => {
  await frame();
  await task();
  const begin = performance.now();
  type(text);
  await task();
  for (let left = 120; left > 0 && !isFinal(); left--) await frame();
  layout();
  return [performance.now() - begin, null];
};

const results = [];
for (const text of texts) {
  const times = await (mode === "view" ? view(text) : all(text));
  await pause();
  for (let left = 120; left > 0 && !isFinal(); left--) await frame();
  results.push({ times, rows: count(), status: status.textContent });
}
return results;
