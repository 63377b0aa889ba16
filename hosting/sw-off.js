// Turns a site's offline copy off permanently: put this file in place of
// `sw.js` at the site's root, and leave it there. Each reader's browser fetches
// it at the next visit, deletes its caches, and requests everything from the
// host.
"use strict";

const root = new URL("./", location).href;

const off = async () => {
  const keys = await caches.keys();
  const ours = keys.filter((key) => key.startsWith(`liner-notes ${root} `));
  await Promise.all(ours.map((key) => caches.delete(key)));
  await registration.unregister();
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(off()));
