// The one script of the page. Before the first paint, which it holds back, it only reads and sets attributes of <html>:
// the language, the theme, the type size, which article shows (the style sheet hides the others), and which project is asked for.
// Once the text is painted it starts the program that its own element names. One file, since each request costs the first paint.
(() => {
  "use strict";
  const root = document.documentElement;
  const { js, wasm, rest, style, restStyle, deskJs, deskWasm, deskStyle, offline } = document.currentScript.dataset;

  let settings = {};
  try {
    // Blocked storage throws on access, a damaged value when it is read.
    settings = JSON.parse(localStorage.getItem("hashiya/settings")) || {};
  } catch {}
  const asked = /[?&]lang=(ar|en)(&|$)/.exec(location.search);
  root.lang = asked ? asked[1] : settings.lang === "en" ? "en" : "ar";
  root.dir = root.lang === "ar" ? "rtl" : "ltr";
  root.dataset.theme = /^(light|dark)$/.test(settings.theme) ? settings.theme : "system";
  for (const name of ["size", "spacing", "names"]) {
    const step = settings[name];
    if (typeof step === "number" || typeof step === "string") root.dataset[name] = step;
  }
  const named = () => /^#\/([a-z0-9_-]{1,64})(\/|$)/.exec(location.hash)?.[1];
  root.dataset.open = named() ?? root.dataset.first;
  // Links work before the program has come, and without it; once it takes input it decides itself.
  addEventListener("hashchange", () => {
    if (named() && !root.dataset.hashiya) root.dataset.open = named();
  });

  const project = /[?&]project=([a-z0-9_-]{1,64})(&|$)/.exec(location.search);
  if (project) root.dataset.project = project[1];
  // A package that lies beside the page, which the second program asks for.
  const opens = /[?&]open=([^&]{1,999})/.exec(location.search);
  if (opens) root.dataset.opens = opens[1];
  // Asked for once: a reload does not do it again.
  if (/&reset$/.test(location.search)) {
    root.dataset.reset = "";
    history.replaceState(null, "", location.search.replace("&reset", "") + location.hash);
  }

  // Files may be dropped anywhere on the page, folders too; they go the way of those that are chosen.
  const files = (event) => event.dataTransfer?.types.includes("Files") && !event.preventDefault();
  addEventListener("dragover", files);
  addEventListener("drop", async (event) => {
    if (!files(event)) return;
    // What was dropped can be asked for in this task alone.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
    const all = new DataTransfer();
    const take = async (entry) => {
      const wait = (ask) => new Promise((done, fail) => ask.call(entry, done, fail));
      if (entry?.isFile) all.items.add(await wait(entry.file));
      else if (entry) {
        const reader = entry.createReader();
        const some = () => new Promise((done, fail) => reader.readEntries(done, fail));
        for (let more; (more = await some()).length; ) for (const one of more) await take(one);
      }
    };
    for (const entry of entries) await take(entry);
    const input = document.getElementById("open-files");
    if (!input) return;
    input.files = all.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  const read = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  // The text comes first: the program's bytes would hold back the fonts, and compiling it the first paint.
  // A page in the background is never painted, and a timer stands in where paints are not told.
  const painted = new Promise((done) => {
    if (document.visibilityState === "hidden") done();
    setTimeout(done, 3000);
    try {
      new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && done()).observe({ type: "paint", buffered: true });
    } catch {
      requestAnimationFrame(() => setTimeout(done));
    }
  });

  // What a reader can do about it, in both languages: at this point nobody has said which one is theirs.
  const MESSAGES = [
    ["ar", "تعذّر تشغيل البرنامج؛ ما زال بإمكانك قراءة المقالين. أعد تحميل الصفحة، فإن تكرّر ذلك فحدّث المتصفّح أو جرّب متصفّحًا آخر."],
    ["en", "The program could not start; you can still read both articles. Reload the page. If it happens again, update the browser or try another one."],
  ];

  async function explain(error) {
    console.error(error);
    await read;
    if (root.dataset.hashiya) return;
    const place = document.getElementById("boot");
    const lines = MESSAGES.map(([lang, text]) => {
      const line = document.createElement("span");
      line.lang = lang;
      line.dir = lang === "ar" ? "rtl" : "ltr";
      line.textContent = text;
      return line;
    });
    const cause = document.createElement("code");
    cause.dir = "ltr";
    cause.textContent = String(error);
    place.replaceChildren(...lines, cause);
    place.hidden = false;
  }

  // Where the programs and their sheets come from. `make single`, which has them all in the page itself, puts
  // `inside.js` in the place of what stands between the two marks.
  // weave: from the host
  const at = (name) => new URL(name, document.baseURI).href;
  const bring = (script, again = "") => import(at(script) + again);

  const dress = (sheet) =>
    new Promise((done, failed) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.onload = done;
      link.onerror = () => failed(new Error(sheet));
      link.href = at(sheet);
      document.head.append(link);
    });

  // Compiles while it loads; a server that gives the file a wrong type costs the streaming only.
  async function compile(wasm) {
    const answer = await fetch(at(wasm));
    if (!answer.ok) throw new Error(`${answer.status} ${wasm}`);
    const type = answer.headers.get("content-type") ?? "";
    const streams = WebAssembly.compileStreaming && type.startsWith("application/wasm");
    return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
  }

  // The same in this very task, which waits for it. Such a request brings text alone: one letter for each byte.
  function compileNow(wasm) {
    const request = new XMLHttpRequest();
    request.open("GET", at(wasm), false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`${request.status} ${wasm}`);
    return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
  }
  // weave: end

  // The first program comes in two parts where the build has split it: the rest of it quietly, once input is taken. What
  // is asked of the rest before that waits for it. Where it does not come it is asked for again, by and by, as soon as
  // there is a network, and whenever it is wanted.
  let program;
  let pause = 1000;
  const complete = () => "rest" in root.dataset;
  function join(module) {
    if (complete()) return;
    if (module) program.join(module);
    root.dataset.rest = "";
  }
  async function follow() {
    if (!root.dataset.hashiya || complete()) return;
    try {
      const [module] = await Promise.all([rest && compile(rest), dress(restStyle)]);
      join(module);
    } catch {
      setTimeout(follow, (pause *= 2));
    }
  }
  new MutationObserver(follow).observe(root, { attributeFilter: ["data-hashiya"] });
  addEventListener("online", follow);
  document.addEventListener("rest", (asked) => {
    try {
      join(rest && compileNow(rest));
      dress(restStyle).catch(() => {});
    } catch (error) {
      console.error(error);
      asked.preventDefault();
    }
  });

  async function start() {
    await painted;
    // The interface's face, so that its first words need not wait for it; without it they stand in another.
    document.fonts.load('1em "Hashiya UI"').catch(() => {});
    const [script, module] = await Promise.all([bring(js), compile(wasm), dress(style), read]);
    program = script;
    await program.default({ module_or_path: module });
    // Long after, what keeps the page for when there is no network: where it cannot be had, nothing else is lost.
    if (offline) setTimeout(() => bring(offline).catch(() => {}), 3000);
  }
  start().catch(explain);
  // What goes wrong once it runs and before it takes input: then nobody else can say so.
  addEventListener("error", ({ error }) => error && explain(error));

  // The second program, when the first asks for it. What failed once is asked for anew: a browser remembers a module by
  // its address.
  let tries = 0;
  document.addEventListener("desk", async () => {
    try {
      tries += 1;
      const [desk, module] = await Promise.all([bring(deskJs, `#${tries}`), compile(deskWasm), dress(deskStyle)]);
      await desk.default({ module_or_path: module });
    } catch (error) {
      console.error(error);
      document.getElementById("desk").link.ready(null);
    }
  });
})();
