// The service worker: the whole page from this machine, one version of it at a time.
//
// The build writes which files belong to a version, each with its hash. They are all fetched, and all proved, before the
// version is installed: what is half there, or from two versions, never is. A version that is there stays until the page
// is told to take the next one. Whatever is not in the list goes to the network as if there were no worker.

"use strict";

// The files by name, each with its hash; the page itself has no name. Both are written by the build.
const VERSION = "weave: version";
const FILES = "weave: files";

// Two copies of the page on one host do not touch each other's caches.
const HOME = new URL("./", self.location.href);
const OURS = `hashiya ${HOME.pathname} `;
const CACHE = OURS + VERSION;

// Whether a name holds the hash of what it names: then it means the same in every version.
const lasting = (name) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(name);
const place = (name) => new URL(name || "./", HOME).href;

// The file that is asked for, or nothing where it is none of ours.
function named(request) {
  const asked = new URL(request.url);
  if (request.method !== "GET" || asked.origin !== HOME.origin || !asked.pathname.startsWith(HOME.pathname)) return undefined;
  const name = asked.pathname.slice(HOME.pathname.length);
  // The page's own address says after `?` and `#` what it shows.
  if (request.mode === "navigate") return name === "" || name === "index.html" ? "" : undefined;
  if (name === "" || asked.search) return undefined;
  // A tab that still shows the version before asks for that one's files.
  return Object.hasOwn(FILES, name) || lasting(name) ? name : undefined;
}

async function find(name) {
  const found = await caches.match(place(name), { cacheName: CACHE, ignoreVary: true });
  return found ?? (lasting(name) ? caches.match(place(name), { ignoreVary: true }) : undefined);
}

async function load(name, integrity) {
  const from = (address) => fetch(address, { integrity, cache: lasting(name) ? "default" : "no-cache" });
  // A host may serve the page under its file's name alone.
  const answer = await (name ? from(place(name)) : from(place("")).catch(() => from(place("index.html"))));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  // Made anew: one that came by a detour may not answer for the page's address, and the body is unpacked already.
  const headers = new Headers(answer.headers);
  for (const gone of ["content-encoding", "content-length", "vary"]) headers.delete(gone);
  return new Response(await answer.blob(), { headers });
}

async function install() {
  const cache = await caches.open(CACHE);
  const put = async ([name, integrity]) => {
    const here = lasting(name) && (await caches.match(place(name), { ignoreVary: true }));
    await cache.put(place(name), here || (await load(name, integrity)));
  };
  try {
    await Promise.all(Object.entries(FILES).map(put));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  // The one before stays for tabs that still show it.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const name = named(event.request);
  if (name !== undefined) event.respondWith(find(name).then((found) => found ?? fetch(event.request)));
});
