// One round of keys, measured inside the page: `keystrokes` runs this as the
// body of a function. The arguments are the contents of the search box after
// each key, and a mode. The two modes cannot measure the same key:
//
// parts: the time of the script until the rows in view are final, and then of
// style and layout, forced by reading a size.
//
// frame: the time from the event, at the start of a frame, to the end of that
// frame with painting; and the longest of the following frames, in which rows
// out of view are updated.
const [texts, mode] = arguments;
const box = document.getElementById("q");
const list = document.getElementById("tracks");

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
  let [last, longest] = [await frame(), 0];
  while (last < end) {
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
};

// A frame between the event and the rows would already do the layout: such a
// key has null times and is not counted.
const parts = async (text) => {
  await frame();
  await task();
  let drawn = false;
  const next = requestAnimationFrame(() => (drawn = true));
  const begin = performance.now();
  type(text);
  await task();
  const ready = performance.now();
  list.getBoundingClientRect();
  document.documentElement.scrollHeight;
  const end = performance.now();
  cancelAnimationFrame(next);
  return drawn ? [null, null] : [ready - begin, end - ready];
};

const whole = async (text) => {
  await frame();
  const begin = performance.now();
  type(text);
  await task();
  return [performance.now() - begin, await pause()];
};

const count = () => list.querySelectorAll("tbody tr:not([hidden])").length;

// Rows out of view follow in later frames; the returned count shows if they are
// missing.
const settle = async (status) => {
  for (let left = 60; left > 0 && count() !== parseInt(status, 10); left--) await frame();
};

const results = [];
for (const text of texts) {
  const times = await (mode === "parts" ? parts(text) : whole(text));
  if (mode === "parts") await pause();
  const status = document.getElementById("track-status").textContent;
  await settle(status);
  results.push({ times, rows: count(), status });
}
return results;
