// Starts the program: the script and the WebAssembly that this module's own element names.
// It runs as soon as it is there, so that both are on their way while the page is still read.
const root = document.documentElement;
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const read = new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done, { once: true });
  else done();
});
const at = (name) => new URL(name, document.baseURI).href;

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
  const [program, module] = await Promise.all([import(at(js)), get(at(wasm)).then(compile), read]);
  await program.default({ module_or_path: module });
} catch (error) {
  explain(error);
}
