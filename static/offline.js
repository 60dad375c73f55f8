// Keeps the page for when there is no network, and says when a newer version waits. `boot.js` loads it once the program
// has been there for some seconds; it does nothing before the page takes input and nobody has touched it for a while, so
// that neither the text nor the first tags wait for it. Unless the desk asks it for a worker.

const root = document.documentElement;
const { deskJs, offlineStyle } = document.querySelector("script[data-offline]").dataset;

// How long the hands must have been off, in milliseconds.
const REST = 3000;
// How old the last question after a newer version is at least before a tab that comes to the front asks again.
const HOUR = 3_600_000;

const WORDS = {
  waits: ["وصلت نسخة أحدث من حاشية، وعملك يبقى كما هو.", "A newer version of Hashiya is here; your work stays as it is."],
  unsaved: ["لم يُحفظ كل شيء بعد: نزّل عملك أولًا.", "Not everything is saved yet: download your work first."],
  update: ["حدّث الآن", "Update now"],
  later: ["لاحقًا", "Later"],
};

// The addresses that may become a script's otherwise than by an element of the page: the worker beside it, and the second
// program, which measures in workers of its own.
const [OURS, DESK] = ["sw.js", deskJs].map((name) => new URL(name, document.baseURI).href);
const rules = {
  createScriptURL(asked) {
    if (asked === OURS || asked === DESK) return asked;
    throw new TypeError(asked);
  },
};
const policy = window.trustedTypes?.createPolicy("hashiya", rules) ?? rules;

// The desk asks for a worker. Where there is none it goes on by itself.
document.addEventListener("worker", ({ detail }) => {
  try {
    detail.push(new Worker(policy.createScriptURL(DESK), { type: "module" }));
  } catch {}
});

// Until <html> is as `holds` wants it.
const until = (holds) =>
  new Promise((done) => {
    const look = () => {
      if (!holds()) return;
      watch.disconnect();
      done();
    };
    const watch = new MutationObserver(look);
    watch.observe(root, { attributes: true });
    look();
  });

const rested = () =>
  new Promise((done) => {
    const kinds = ["keydown", "pointerdown", "pointermove", "wheel", "touchmove", "scroll"];
    let timer;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const kind of kinds) removeEventListener(kind, again, true);
        (window.requestIdleCallback ?? setTimeout)(done);
      }, REST);
    };
    for (const kind of kinds) addEventListener(kind, again, { capture: true, passive: true });
    again();
  });

// Both languages: the style sheet shows that of the page.
const said = (tag, words) => {
  const element = document.createElement(tag);
  element.className = "both";
  for (const [nth, lang] of ["ar", "en"].entries()) {
    const line = document.createElement("span");
    line.lang = lang;
    line.dir = nth ? "ltr" : "rtl";
    line.textContent = words[nth];
    element.append(line);
  }
  return element;
};

const dressed = () =>
  new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.onload = link.onerror = done;
    link.href = offlineStyle;
    document.head.append(link);
  });

// Says that a newer version waits; `act` makes it this page's. Nothing is loaded anew that is not saved.
async function offer(act) {
  if (document.getElementById("update")) return;
  const place = document.createElement("div");
  place.id = "update";
  place.className = "notice";
  place.setAttribute("role", "status");
  document.body.append(place);
  await dressed();
  const line = said("p", WORDS.waits);
  const update = said("button", WORDS.update);
  const later = said("button", WORDS.later);
  update.onclick = async () => {
    update.disabled = true;
    await until(() => root.dataset.saved !== "false");
    update.disabled = false;
    if (root.dataset.saved === "true") return act();
    line.replaceChildren(...said("p", WORDS.unsaved).childNodes);
  };
  later.onclick = () => place.remove();
  place.append(line, update, later);
}

async function keep() {
  const workers = navigator.serviceWorker;
  // Missing on plain http and where the browser keeps nothing.
  if (!workers) return;
  await until(() => root.dataset.hashiya);
  await rested();
  let controlled = !!workers.controller;
  const kept = await workers.register(policy.createScriptURL(OURS));

  const reload = () => location.reload();
  // What waits takes over when it is told to, and only then the page is loaded anew, all of it from the new version.
  const take = (worker) => () => {
    // Another tab may have taken it already, or a still newer one may have come.
    const look = () => /^(activated|redundant)$/.test(worker.state) && reload();
    worker.addEventListener("statechange", look);
    worker.postMessage("take over");
    look();
  };
  const look = (worker) => {
    if (!worker) return;
    // The very first one has nothing to replace.
    const wait = () => worker.state === "installed" && kept.active && offer(take(worker));
    worker.addEventListener("statechange", wait);
    wait();
  };
  look(kept.waiting);
  look(kept.installing);
  kept.addEventListener("updatefound", () => look(kept.installing));

  // Another tab has taken the newer version: this one stays whole, and is told.
  workers.addEventListener("controllerchange", () => {
    if (controlled) offer(reload);
    controlled = true;
  });

  // A page that was loaded past the worker has not asked after a newer one, and WebKit may forget to ask for any page.
  if (kept.active) kept.update().catch(() => {});
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR) return;
    asked = Date.now();
    kept.update().catch(() => {});
  });
}

keep().catch(() => {});
