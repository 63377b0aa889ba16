import init from "{{glue}}";
// Renders reviews. Few pages need it before they are live, or at all.
let rendering;
const renderer = () => {
  rendering ??= import("{{navigation-glue}}").then((glue) => glue.default({ module_or_path: "{{navigation-wasm}}" }));
  return rendering;
};
const isCut = "{{parts}}".split("|").some((part) => !document.querySelector(part));
const start = async () => {
  if (isCut) await renderer();
  const bar = document.getElementById("download");
  const response = await self.wasm;
  if (!response.ok) throw new Error(`a part of it could not be loaded (${response.status})`);
  await new Promise((resolve, reject) => {
    const transform = (chunk, stream) => {
      if (bar) bar.value += chunk.length;
      stream.enqueue(chunk);
    };
    // Firefox waits forever for the rest of a wasm that was cut off, and holds up
    // every later one, unless the stream fails.
    const flush = (stream) => {
      if (!(bar?.value < bar?.max)) return;
      const error = new WebAssembly.CompileError(`${bar.value} bytes of ${bar.max}`);
      reject(error);
      stream.error(error);
    };
    const counted = response.body.pipeThrough(new TransformStream({ transform, flush }));
    init({ module_or_path: new Response(counted, response) }).then(resolve, reject);
  });
  // Where it is missing, the browser loads each review.
  const idle = self.requestIdleCallback ?? setTimeout;
  if (self.navigation && document.querySelector("#app > .others")) idle(() => renderer().catch(() => {}));
};
// Not awaited: WebKit does not report errors of a module's top-level await.
start().finally(() => dispatchEvent(new Event("app-started")));
