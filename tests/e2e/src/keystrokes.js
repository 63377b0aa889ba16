// One round of keys, measured inside the page: `keystrokes` runs this as the
// body of a function. Its arguments are what the search box holds after each
// key, and `parts` or `frame`, which cannot both be had of one key:
//
// parts: the script until the rows in view are as they will be, and then style
//        and layout, forced by asking for a size.
// frame: from the event, which comes at a frame's begin, to that frame's end,
//        when all is painted; and the longest of the frames after it, in which
//        what is out of view is written.
const [texts, mode] = arguments;
const box = document.getElementById("q");
const list = document.getElementById("tracks");

// A task of its own: all microtasks, in which effects run, are over by then.
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

// The pace of a quick typist, eight keys a second: titles that are not yet
// marked by then are left, as they would be.
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

// A frame between event and rows would do the layout's work: such a key is
// not counted, and its times are null.
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

// Rows out of view follow in later frames; where they never do, the count of
// them tells.
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
