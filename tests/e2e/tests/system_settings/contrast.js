// Colours as they are drawn, and their contrast by WCAG. Precedes the scripts
// of tests.

/** Red, green, blue and alpha of any CSS colour, each from 0 to 255. */
const drawn = (() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const draw = (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  return (colour) => {
    if (!known.has(colour)) known.set(colour, draw(colour));
    return known.get(colour);
  };
})();

const luminance = (colour) => {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = colour.map((part) => linear(part / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two drawn colours, from 1 to 21. */
const contrast = (one, other) => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

/** The colour behind an element's content. */
const ground = (element) => {
  for (let around = element; around; around = around.parentElement) {
    const colour = drawn(getComputedStyle(around).backgroundColor);
    if (colour[3] === 255) return colour;
  }
  return drawn("Canvas");
};
