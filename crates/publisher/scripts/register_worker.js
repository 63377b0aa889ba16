// Offline reading after one visit. The worker fetches every file, so it waits for the
// app, which would share the connection with it.
// Where the browser cannot store anything, the site works without it.
addEventListener("app-started", async () => {
  const url = "./sw.js";
  // The only script address that the page's policy lets scripts set.
  const policy = { createScriptURL: () => url };
  try {
    const worker = self.trustedTypes?.createPolicy("worker", policy).createScriptURL("");
    await navigator.serviceWorker.register(worker ?? url);
  } catch {}
});
