// Offline after one visit. The publisher fills in PUBLISH_VERSION and
// PUBLISH_FILES; the file stands at the site's root, under whatever path that is,
// and rules its folder.
//
// The files of the app are taken from the cache, whole versions only: a version
// is installed once each of its files has arrived with the right hash and the
// front page names no other. Pages are asked for anew, and the cache stands
// behind them. To switch all this off for good: `hosting/sw-off.js`.
const root = new URL("./", location).href;
// Several such sites may stand on one origin. No address holds a space.
const mine = `liner-notes ${root} `;
const name = mine + PUBLISH_VERSION;
const files = new Map(Object.entries(PUBLISH_FILES).map(([file, hash]) => [root + file, hash]));

// How long a page is waited for that is in the cache too, in milliseconds.
const PATIENCE = 4000;
// So many pages that the reader has seen are taken along to a new version.
const TAKEN_ALONG = 50;

const bare = (url) => url.split(/[?#]/)[0];

// One name for a page, however a host spells its address.
const pageKey = (url) => {
  const path = bare(url).replace(/\/index$/, "/");
  if (path.endsWith("/")) return `${path}index.html`;
  return /\.[^/]*$/.test(path.slice(root.length)) ? path : `${path}/index.html`;
};

// Whether every hashed file that a page names belongs to this version. Trunk
// leaves out the zeros that a hash of sixteen digits begins with.
const fits = (html) => {
  const named = html.matchAll(/["']\.\.?\/([\w.-]+-[0-9a-f]{10,16}[\w.]*)["']/g);
  return [...named].every(([, file]) => files.has(root + file));
};

// A file that arrived otherwise than published is asked for once more, past a
// cache that may have kept it so.
const published = async (url, integrity) => {
  for (const cache of ["default", "reload"]) {
    try {
      const response = await fetch(url, { cache, integrity });
      if (response.ok) return response;
    } catch {}
  }
  throw new Error(`${url} is not there as it was published`);
};

// Says whether the page is of this version, and so was kept.
const keepPage = async (cache, url, response) => {
  const kind = response.headers.get("content-type") ?? "";
  if (response.status !== 200 || !kind.startsWith("text/html")) return false;
  const html = await response.text();
  if (!fits(html)) return false;
  // A response of our own: one that was redirected may not answer a navigation.
  await cache.put(pageKey(url), new Response(html, { headers: response.headers }));
  return true;
};

// The pages that are open, and those that older versions kept.
const seenPages = async () => {
  const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const pages = open.map(({ url }) => url).filter((url) => url.startsWith(root));
  for (const key of await otherCaches()) {
    const kept = await (await caches.open(key)).keys();
    const seen = kept.map(({ url }) => url).filter((url) => url.endsWith("/index.html"));
    pages.push(...seen.slice(-TAKEN_ALONG));
  }
  return new Set(pages.map(pageKey));
};

const otherCaches = async () => {
  const keys = await caches.keys();
  return keys.filter((key) => key.startsWith(mine) && key !== name);
};

const install = async () => {
  const cache = await caches.open(name);
  const keep = async ([url, hash]) => cache.put(url, await published(url, hash));
  await Promise.all([...files].map(keep));
  const front = pageKey(root);
  for (const url of new Set([front, ...(await seenPages())])) {
    const kept = await keepPage(cache, url, await fetch(url, { cache: "no-cache" }));
    if (!kept && url === front) throw new Error("the front page is of another version");
  }
  await skipWaiting();
};

// Only when a page is loaded: what an older version's open page may still ask
// for stays until then.
const dropOthers = async () => {
  if (registration.installing || registration.waiting) return;
  await Promise.all((await otherCaches()).map((key) => caches.delete(key)));
};

const file = async (request) => {
  const kept = await (await caches.open(name)).match(bare(request.url));
  return kept ?? fetch(request);
};

const page = async (request, fresh) => {
  const kept = await (await caches.open(name)).match(pageKey(request.url));
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  const usable = fresh.then((response) => (response.status < 500 ? response : kept));
  return Promise.race([usable.catch(() => kept), late]);
};

const keepFresh = async (request, fresh) => {
  const response = (await fresh).clone();
  const cache = await caches.open(name);
  if (request.mode === "navigate") {
    // What the host has taken down is not read on from here.
    if ([404, 410].includes(response.status)) return cache.delete(pageKey(request.url));
    return keepPage(cache, request.url, response);
  }
  // A hashed file of another version is not ours to keep.
  const ours = response.status === 200 && !/-[0-9a-f]{10,16}/.test(request.url);
  if (ours) await cache.put(bare(request.url), response);
};

const other = async (request, fresh) => {
  const response = await fresh.catch(() => undefined);
  if (response?.ok) return response;
  return (await caches.match(bare(request.url))) ?? response ?? fresh;
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  // Where storage is blocked or full, the site is as without a worker.
  if (files.has(bare(request.url))) {
    event.respondWith(file(request).catch(() => fetch(request)));
    return;
  }
  const isPage = request.mode === "navigate";
  const fresh = fetch(request);
  const answer = isPage ? page(request, fresh) : other(request, fresh);
  const kept = keepFresh(request, fresh).catch(() => {});
  event.respondWith(answer.catch(() => fresh));
  event.waitUntil(isPage ? kept.then(dropOthers).catch(() => {}) : kept);
});
