// Starts the program: the script and the WebAssembly that this module's own element names.
// Both are fetched as soon as the text can be read.
const root = document.documentElement;
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const read = new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done, { once: true });
  else done();
});
const at = (name) => new URL(name, document.baseURI).href;

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

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
}

// Compiles while it loads; a server that gives the file a wrong type costs the streaming only.
async function compile(answer) {
  const type = answer.headers.get("content-type") ?? "";
  const streams = WebAssembly.compileStreaming && type.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

try {
  await painted;
  const [program, module] = await Promise.all([import(at(js)), get(at(wasm)).then(compile), read]);
  await program.default({ module_or_path: module });
} catch (error) {
  explain(error);
}
