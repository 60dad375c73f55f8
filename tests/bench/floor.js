// The floor: what a page with this text costs at least. The spans that are there are highlights of the style sheet's; a key
// paints one rectangle behind the selection.
// WebKit's parser makes a node of each 65,536 characters.
const nodes = () => [...document.querySelectorAll("p[data-start]")].map((block) => (block.normalize(), block.firstChild));
// Five numbers for each span: the block and the place in it where it begins, those where it ends, and its label.
const show = (spans) => {
  if (!spans.length || !CSS.highlights) return;
  const blocks = nodes();
  const labels = Array.from({ length: 7 }, () => new Highlight());
  for (let at = 0; at < spans.length; at += 5) {
    const range = new Range();
    range.setStart(blocks[spans[at]], spans[at + 1]);
    range.setEnd(blocks[spans[at + 2]], spans[at + 3]);
    labels[spans[at + 4]].add(range);
  }
  labels.forEach((label, nth) => CSS.highlights.set(`l${nth}`, label));
};
let count = 0;
addEventListener("keydown", (event) => {
  const selection = getSelection();
  if (event.key !== "1" || !selection.rangeCount) return;
  const name = `floor-${count++}`;
  for (const rect of selection.getRangeAt(0).getClientRects()) {
    const piece = document.createElement("i");
    piece.dataset.span = name;
    piece.style.setProperty("inset-block-start", `${rect.top + scrollY}px`);
    piece.style.setProperty("left", `${rect.left + scrollX}px`);
    piece.style.setProperty("inline-size", `${rect.width}px`);
    piece.style.setProperty("block-size", `${rect.height}px`);
    document.body.append(piece);
  }
  selection.removeAllRanges();
});
show(window.spans ?? []);
document.documentElement.dataset.floor = "1";
document.documentElement.dataset.hashiya = "1";
document.documentElement.dataset.rest = "";
document.documentElement.dataset.saved = "true";
