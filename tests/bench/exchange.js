// The floor of opening and writing a file: the least that a page must do with its JSON.
document.body.insertAdjacentElement("afterbegin", Object.assign(document.createElement("input"), { type: "file" }));
document.querySelector("input").setAttribute("aria-label", "Open files");
document.body.insertAdjacentElement("afterbegin", Object.assign(document.createElement("button"), { textContent: "Download JSON" }));
let project = null;
addEventListener("change", async (event) => {
  project = JSON.parse(await event.target.files[0].text());
  const [{ spans, text }] = project.documents;
  document.querySelector("article").replaceChildren(
    ...text.split("\n").map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  const nodes = [...document.querySelectorAll("p")].map((block) => block.firstChild);
  const starts = [];
  let sum = 0;
  for (const line of text.split("\n")) {
    starts.push(sum);
    sum += line.length + 1;
  }
  const place = (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return [nodes[low], offset - starts[low]];
  };
  const all = window.Highlight ? new Highlight() : new Set();
  for (const span of spans) {
    const range = new Range();
    range.setStart(...place(span.utf16[0]));
    range.setEnd(...place(span.utf16[1]));
    all.add(range);
  }
  window.CSS.highlights?.set("l0", all);
  document.documentElement.dataset.opened = "1";
});
document.querySelector("button").addEventListener("click", () => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(project)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "floor.json";
  link.click();
});
document.documentElement.dataset.hashiya = "1";
document.documentElement.dataset.rest = "1";
document.documentElement.dataset.saved = "true";
