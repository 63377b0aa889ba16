// Makes the site work offline after one visit. The publisher fills in
// PUBLISH_VERSION, PUBLISH_FILES and PUBLISH_MORE. The file is in the site's
// root, under any path, and controls that folder.
//
// The app's files come from the cache, in complete versions only: a version is
// installed once each file has arrived with the right hash and the front page
// refers to no other files. Pages are fetched from the network, with the cache
// as fallback, and `offline.html` for pages that were never visited. To disable
// the worker for good: `hosting/sw-off.js`.
const root = new URL("./", location).href;
// Several such sites can share an origin. URLs contain no space.
const mine = `liner-notes ${root} `;
const name = mine + PUBLISH_VERSION;
const files = new Map(Object.entries(PUBLISH_FILES).map(([file, hash]) => [root + file, hash]));
// The page served for uncached pages. Its hash is not checked, because some
// hosts inject a script into each page.
const offline = `${root}offline.html`;
// The pages to cache on installation, the newest review's own page first.
const more = PUBLISH_MORE.map((path) => root + path);

// How long to wait for the network if the page is cached, in milliseconds.
const PATIENCE = 4000;
// The number of visited pages that a new version copies.
const PAGES_COPIED = 50;

const savesData = () => navigator.connection?.saveData === true;

const bare = (url) => url.split(/[?#]/)[0];

// The canonical URL of a page, however a host spells it.
const pageKey = (url) => {
  const path = bare(url).replace(/\/index$/, "/");
  if (path.endsWith("/")) return `${path}index.html`;
  return /\.[^/]*$/.test(path.slice(root.length)) ? path : `${path}/index.html`;
};

// The URLs of the hashed files that a page names. Trunk omits leading zeros of the
// 16-digit hash.
const namedFiles = (html) =>
  [...html.matchAll(/["']\.\.?\/([\w.-]+-[0-9a-f]{10,16}[\w.]*)["']/g)].map(([, file]) => root + file);

// Whether a page is of this version: a page that names no file at all is a host's
// notice, not ours.
const fits = (html) => {
  const named = namedFiles(html);
  return named.length > 0 && named.every((url) => files.has(url));
};

const isHtml = (response) => (response.headers.get("content-type") ?? "").startsWith("text/html");

// A file with the wrong hash is fetched again, bypassing the HTTP cache, which
// may have an old one.
const published = async (url, integrity) => {
  for (const cache of ["default", "reload"]) {
    try {
      const response = await fetch(url, { cache, integrity });
      if (response.ok) return response;
    } catch {}
  }
  throw new Error(`${url} is not there as it was published`);
};

// Caches a page if it is of this version; returns whether it did.
const keepPage = async (cache, url, response) => {
  if (response.status !== 200 || !isHtml(response)) return false;
  const html = await response.text();
  if (!fits(html)) return false;
  // A new response, because a redirected one must not answer a navigation.
  await cache.put(pageKey(url), new Response(html, { headers: response.headers }));
  return true;
};

// Fetches the pages that are not cached yet; failures are ignored.
const keepMore = async (cache) => {
  for (const url of savesData() ? [offline] : [offline, ...more]) {
    const isPage = !url.endsWith(".json");
    const key = isPage ? pageKey(url) : url;
    try {
      if (await cache.match(key)) continue;
      const response = await fetch(key, { cache: "no-cache" });
      if (isPage) await keepPage(cache, url, response);
      else if (response.ok && !isHtml(response)) await cache.put(key, response);
    } catch {}
  }
};

// The open pages, and those cached by older versions.
const seenPages = async () => {
  const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const pages = open.map(({ url }) => url).filter((url) => url.startsWith(root));
  for (const key of await otherCaches()) {
    const kept = await (await caches.open(key)).keys();
    const seen = kept.map(({ url }) => url).filter((url) => url.endsWith("/index.html"));
    pages.push(...seen.slice(-PAGES_COPIED));
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
  const front = savesData() ? [] : [pageKey(root)];
  let kept = 0;
  for (const url of new Set([...front, ...(await seenPages())])) {
    if (await keepPage(cache, url, await fetch(url, { cache: "no-cache" }))) kept += 1;
    else if (front.includes(url)) throw new Error("the front page is of another version");
  }
  if (kept === 0) throw new Error("no page is of this version");
  await keepMore(cache);
  await skipWaiting();
};

// Only when a page loads: until then, an open page of an older version may
// still need its files.
const dropOthers = async () => {
  if (registration.installing || registration.waiting) return;
  await Promise.all((await otherCaches()).map((key) => caches.delete(key)));
};

const afterPage = async () => {
  await dropOthers();
  await keepMore(await caches.open(name));
};

const file = async (request) => {
  const kept = await (await caches.open(name)).match(bare(request.url));
  return kept ?? fetch(request);
};

// Serves `offline.html` for any address, with a list of the cached pages.
const offlinePage = async () => {
  const cache = await caches.open(name);
  const html = await (await cache.match(offline)).text();
  const pages = (await cache.keys()).map(({ url }) => url).filter((url) => url.endsWith("/index.html"));
  // The front page is a copy of the newest review.
  const twice = more.length > 0 && pages.includes(pageKey(more[0])) ? pageKey(root) : "";
  const item = async (url) => {
    const html = await (await cache.match(url)).text();
    const [, title] = html.match(/<title>([^<]*)/) ?? [url, url];
    return `<li><a href="${url.replace(/index\.html$/, "")}">${title}</a></li>`;
  };
  const items = await Promise.all(pages.filter((url) => url !== twice).map(item));
  const body = html.replaceAll('="./', `="${root}`).replace("</ul>", () => `${items.join("")}</ul>`);
  return new Response(body, { headers: { "content-type": "text/html; charset=utf-8" } });
};

// Whether a page can be shown: in the middle of a deploy it may name files of the
// next version that have not arrived.
const isComplete = async (response) => {
  if (response.status >= 500) return false;
  if (!response.ok || !isHtml(response)) return true;
  const named = namedFiles(await response.clone().text()).filter((url) => !files.has(url));
  return (await Promise.all(named.map((url) => fetch(url)))).every(({ ok }) => ok);
};

// The network's response; the cached one where that is not usable, or late.
const keptIfLate = (kept, fresh, isUsable) => {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  const usable = fresh.then(async (response) => ((await isUsable(response)) ? response : kept));
  return Promise.race([usable.catch(() => kept), late]);
};

const page = async (request, fresh) => {
  const kept = await (await caches.open(name)).match(pageKey(request.url));
  return kept ? keptIfLate(kept, fresh, isComplete) : fresh.catch(offlinePage);
};

const keepFresh = async (request, fresh) => {
  const response = (await fresh).clone();
  const cache = await caches.open(name);
  if (request.mode === "navigate") {
    // Pages that the host deleted are not served from the cache.
    if ([404, 410].includes(response.status)) return cache.delete(pageKey(request.url));
    return keepPage(cache, request.url, response);
  }
  // A hashed file of another version is not cached.
  const ours = response.status === 200 && !isHtml(response) && !/-[0-9a-f]{10,16}/.test(request.url);
  if (ours) await cache.put(bare(request.url), response);
  // The app shows a review from its data, without a load; offline, a load needs
  // the page.
  const [, folder] = request.url.match(/(.*\/)review\.json$/) ?? [];
  if (ours && folder && !(await cache.match(pageKey(folder)))) {
    await keepPage(cache, folder, await fetch(folder, { cache: "no-cache" }));
  }
};

const other = async (request, fresh) => {
  const url = bare(request.url);
  // Those of an older version are for its open pages.
  const kept = (await (await caches.open(name)).match(url)) ?? (await caches.match(url));
  return kept ? keptIfLate(kept, fresh, ({ ok }) => ok) : fresh;
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  // If storage is blocked or full, the site works as without a worker.
  if (files.has(bare(request.url))) {
    event.respondWith(file(request).catch(() => fetch(request)));
    return;
  }
  const isPage = request.mode === "navigate";
  // A page from the HTTP cache may name files of the version before.
  const fresh = fetch(request, isPage ? { cache: "no-cache" } : {});
  const answer = isPage ? page(request, fresh) : other(request, fresh);
  const kept = keepFresh(request, fresh).catch(() => {});
  event.respondWith(answer.catch(() => fresh));
  event.waitUntil(isPage ? kept.then(afterPage).catch(() => {}) : kept);
});
