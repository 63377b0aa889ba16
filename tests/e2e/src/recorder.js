// Inserted before everything else on a page, for engines whose drivers cannot
// read the console. It records messages in `sessionStorage`, which outlasts the
// page, so that those just before leaving it are kept.
(() => {
  const key = "what the console said";
  // References to the originals: a test may block the storage, or fill it.
  const store = sessionStorage;
  const { getItem, setItem } = Storage.prototype;
  const heard = () => JSON.parse(getItem.call(store, key) ?? "[]");
  const keep = (messages) => setItem.call(store, key, JSON.stringify(messages));
  const hear = (kind, ...words) => keep([...heard(), `${kind}: ${words.join(" ")}`.slice(0, 1000)]);
  keep(heard());
  window.takeHeard = () => {
    const messages = heard();
    keep([]);
    return messages;
  };

  for (const kind of ["debug", "error", "info", "log", "trace", "warn"]) {
    const say = console[kind];
    console[kind] = (...words) => {
      hear(`console.${kind}`, ...words);
      say.apply(console, words);
    };
  }
  const lost = (event) => {
    const { target } = event;
    if (target instanceof Element) hear("not loaded", target.outerHTML.split("\n")[0]);
    else hear("error", event.message, event.filename);
  };
  addEventListener("error", lost, true);
  addEventListener("unhandledrejection", ({ reason }) => hear("unhandled rejection", reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
    hear("policy violated", violatedDirective, blockedURI, sourceFile);
  });
})();
