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
    hearLost();
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
  // Firefox and WebKit break off the downloads of a page that is left, WebKit a moment
  // before `beforeunload`.
  let isLeft = false;
  let lost = [];
  const hearLost = () => {
    for (const message of lost) hear(...message);
    lost = [];
  };
  const lose = (...message) => {
    if (isLeft) return;
    lost.push(message);
    setTimeout(hearLost, 100);
  };
  addEventListener("beforeunload", () => {
    isLeft = true;
    lost = [];
  });
  addEventListener("pageshow", () => {
    isLeft = false;
  });

  const fail = (event) => {
    const { target } = event;
    if (target instanceof Element) lose("not loaded", target.outerHTML.split("\n")[0]);
    else hear("error", event.message, event.filename);
  };
  addEventListener("error", fail, true);
  addEventListener("unhandledrejection", ({ reason }) => {
    const isBrokenOff = reason instanceof TypeError || reason?.name === "AbortError";
    (isBrokenOff ? lose : hear)("unhandled rejection", reason);
  });
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
    hear("policy violated", violatedDirective, blockedURI, sourceFile);
  });
})();
