// Offline reading after one visit; registered after the page has loaded.
// Where the browser cannot store anything, the site works without it.
addEventListener("load", async () => {
  const url = "./sw.js";
  // The only script address that the page's policy lets scripts set.
  const policy = { createScriptURL: () => url };
  try {
    const worker = self.trustedTypes?.createPolicy("worker", policy).createScriptURL("");
    await navigator.serviceWorker.register(worker ?? url);
  } catch {}
});
