// The texts of a page that are cut off or covered, one line each. `visible` is
// defined before it.

/** Parts of the window in front of the page, which scroll to the texts under them. */
const inFront = ".to-tracks, [popover]";
const isClipped = ({ overflowX, overflowY }) =>
  [overflowX, overflowY].map((overflow) => ["hidden", "clip"].includes(overflow));

/** Whether a text is for screen readers only: all of it is clipped. */
const isSpoken = (element) => element !== null
  && (getComputedStyle(element).clipPath === "inset(50%)" || isSpoken(element.parentElement));

/** The middle of a line's height, where its letters are. */
const letters = ({ left, right, top, bottom }) => {
  const air = (bottom - top) / 5;
  return { left, right, top: top + air, bottom: bottom - air };
};

const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  const element = node.parentElement;
  if (node.data.trim() === "" || element.closest("script, style, template, svg")) continue;
  if (!visible(element) || isSpoken(element)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    if (box.width > 1) texts.push({ node, element, text: node.data.trim(), ...letters(box) });
  }
}

const cut = texts.filter(({ element, left, right, top, bottom }) => {
  if (left < -1 || right > innerWidth + 1) return true;
  for (let around = element; around !== document.body; around = around.parentElement) {
    const [across, down] = isClipped(getComputedStyle(around));
    const box = around.getBoundingClientRect();
    if (across && (left < box.left - 1 || right > box.right + 1)) return true;
    if (down && (top < box.top - 1 || bottom > box.bottom + 1)) return true;
  }
  return false;
});

const controls = [...document.querySelectorAll("button, input[type=search]")]
  .filter(visible)
  .map((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { node: element, element, text: element.id || element.className, left, right, top, bottom };
  });

const meet = (one, other) => one.left + 1 < other.right && other.left + 1 < one.right
  && one.top + 1 < other.bottom && other.top + 1 < one.bottom;
/** A button may lie over the text of the cell that it sorts. */
const belong = (one, other) => one.node === other.node || one.element.contains(other.element)
  || other.element.contains(one.element)
  || (one.element.matches(".sort") && one.element.parentElement.contains(other.element));
const parts = [...controls, ...texts].filter(({ element }) => element.closest(inFront) === null)
  .sort((one, other) => one.top - other.top);
const covered = parts.flatMap((one, at) => {
  const found = [];
  for (let next = at + 1; next < parts.length && parts[next].top < one.bottom; next += 1) {
    const other = parts[next];
    if (!belong(one, other) && !belong(other, one) && meet(one, other)) found.push([one, other]);
  }
  return found;
});

const name = ({ text }) => text.slice(0, 60);
return [texts.length, [
  ...cut.map((text) => `cut off: ${name(text)}`),
  ...covered.map(([one, other]) => `${name(one)} and ${name(other)} overlap`),
]];
