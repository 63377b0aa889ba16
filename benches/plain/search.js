// The search that a web developer would write by hand for this page: words of a
// title, `>5:00` and `<2:00`, and two sliders. It marks, sorts, suggests and
// stores nothing.
const [box, min, max, status] = ["q", "min-length", "max-length", "track-status"].map((id) =>
  document.getElementById(id),
);
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const inSeconds = (text) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
const inWords = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const tracks = [...document.querySelectorAll("#tracks tbody tr")].map((row) => ({
  row,
  title: fold(row.cells[1].textContent),
  seconds: Number(row.dataset.seconds),
}));

const matches = (word, { title, seconds }) => {
  if (/^>\d/.test(word)) return seconds > inSeconds(word.slice(1));
  if (/^<\d/.test(word)) return seconds < inSeconds(word.slice(1));
  return title.includes(word);
};

const search = () => {
  const words = fold(box.value).split(/\s+/).filter(Boolean);
  const [from, to] = [Number(min.value), Number(max.value)];
  let [count, sum] = [0, 0];
  for (const track of tracks) {
    const { row, seconds } = track;
    const isShown = seconds >= from && seconds <= to && words.every((word) => matches(word, track));
    if (row.hidden === isShown) row.hidden = !isShown;
    if (isShown) [count, sum] = [count + 1, sum + seconds];
  }
  status.textContent = `${count} of ${tracks.length} tracks · ${inWords(sum)}`;
};

for (const input of [box, min, max]) input.addEventListener("input", search);
search();
document.documentElement.dataset.app = "ready";
