// Two libraries on the bare page, each at its best: a key gives the selection to the library's own interface, without the
// wait for the end of a selection that one of them has.
import { createTextAnnotator } from "@recogito/text-annotator";
import { createTextAnnotator as createEarlier } from "recogito-earlier";
import "@recogito/text-annotator/text-annotator.css";
import "recogito-earlier/text-annotator.css";
import { highlightText } from "@apache-annotator/dom";

const container = document.querySelector("article");
const blocks = [...container.querySelectorAll("p[data-start]")].map((block) => block.firstChild);
// What is on screen is told to the bench as every page tells it: by an element with the span's id.
const marker = document.body.appendChild(document.createElement("b"));
const shown = (id) => {
  marker.dataset.span = id;
};

const recogito = (create, renderer) => {
  const annotator = create(container, { renderer, annotatingEnabled: false });
  const { store } = annotator.state;
  const starts = new Map();
  let length = 0;
  for (const node of blocks) {
    starts.set(node, length);
    length += node.length;
  }
  const annotation = (id, range) => {
    const quote = range.toString();
    const start = starts.get(range.startContainer) + range.startOffset;
    return { id, bodies: [], target: { annotation: id, created: new Date(), selector: [{ quote, start, end: start + quote.length, range }] } };
  };
  let wanted = null;
  const look = (there) => {
    if (wanted && there(wanted)) {
      shown(wanted);
      wanted = null;
    }
  };
  if (renderer === "SPANS") {
    new MutationObserver(() => look((id) => document.querySelector(`[data-annotation="${id}"]`))).observe(document, { subtree: true, childList: true });
  } else if (renderer === "CSS_HIGHLIGHTS") {
    const set = HighlightRegistry.prototype.set;
    HighlightRegistry.prototype.set = function (...given) {
      const answer = set.apply(this, given);
      queueMicrotask(() => look((id) => CSS.highlights.has(`_${id}`)));
      return answer;
    };
  } else {
    // A canvas is drawn anew as a whole: in the drawing after the span came, it is there.
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...given) {
      queueMicrotask(() => look(() => true));
      return clear.apply(this, given);
    };
  }
  return {
    // As annotations of elsewhere, which is how the library itself loads them.
    open: (ranges) => store.bulkAddAnnotations(ranges.map((range, nth) => annotation(`peer-${nth}`, range)), true, "REMOTE"),
    tag: (id, range) => {
      wanted = id;
      store.addAnnotation(annotation(id, range));
    },
  };
};

const peers = {
  "recogito-spans": () => recogito(createTextAnnotator, "SPANS"),
  "recogito-highlights": () => recogito(createTextAnnotator, "CSS_HIGHLIGHTS"),
  "recogito-canvas": () => recogito(createEarlier, "CANVAS"),
  apache: () => {
    const tag = (id, range) => highlightText(range, "mark", { "data-span": id });
    // From the end, since each one divides the text nodes behind it.
    return { tag, open: (ranges) => ranges.forEach((_, nth) => tag(`peer-${ranges.length - nth}`, ranges[ranges.length - nth - 1])) };
  },
};

const peer = peers[document.documentElement.dataset.peer]();
const spans = window.spans ?? [];
const ranges = [];
for (let at = 0; at < spans.length; at += 5) {
  const range = new Range();
  range.setStart(blocks[spans[at]], spans[at + 1]);
  range.setEnd(blocks[spans[at + 2]], spans[at + 3]);
  ranges.push(range);
}
if (ranges.length) peer.open(ranges);
let count = 0;
addEventListener("keydown", (event) => {
  const selection = getSelection();
  if (event.key !== "1" || selection.isCollapsed) return;
  peer.tag(`tagged-${count++}`, selection.getRangeAt(0).cloneRange());
  selection.removeAllRanges();
});
document.documentElement.dataset.hashiya = "1";
document.documentElement.dataset.rest = "";
document.documentElement.dataset.saved = "true";
