// What the stories ask of the page, by its public hooks alone. `T` is all that a script sees of it.
const T = (() => {
  const article = (id) => document.querySelector(`article[data-document="${id}"]`);
  const blocks = (id) => [...article(id).querySelectorAll("[data-start]")];
  const startOf = (block) => Number(block.dataset.start);
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  // A frame, or a moment where the browser draws none for a while.
  const turn = () => Promise.race([frame(), new Promise((done) => setTimeout(done, 250))]);

  // Asks once more when its time is up: the browser may have stood still until then.
  const until = async (limit, probe) => {
    const begin = performance.now();
    for (let turns = 0; ; turns++) {
      const late = performance.now() - begin >= limit;
      let trouble;
      try {
        const value = probe();
        if (value) return { ok: true, value };
      } catch (error) {
        trouble = String(error);
      }
      if (late) return { ok: false, error: trouble ?? `never true in ${turns} turns` };
      await turn();
    }
  };

  // The text node and the place in it that lie `local` UTF-16 units into a block.
  const place = (block, local) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && local > node.data.length) {
      local -= node.data.length;
      node = walker.nextNode();
    }
    return [node, local];
  };
  const rangeIn = (block, from, to) => {
    const range = document.createRange();
    range.setStart(...place(block, from));
    range.setEnd(...place(block, to));
    return range;
  };
  // The block that holds the offset; at a border, the one before it if `ending`.
  const blockAt = (id, offset, ending) =>
    blocks(id).find((block) => {
      const [from, to] = [startOf(block), startOf(block) + block.textContent.length];
      return ending ? from < offset && offset <= to : from <= offset && offset < to;
    });

  const box = (rect) => ({ x: rect.left, y: rect.top, right: rect.right, bottom: rect.bottom });
  const plain = (rects) => [...rects].filter((rect) => rect.width > 0 && rect.height > 0).map(box);
  const seen = (rect) => rect.bottom > 0 && rect.y < innerHeight;

  // The parts of [start, end) that each block holds.
  const parts = (id, start, end) =>
    blocks(id).flatMap((block) => {
      const base = startOf(block);
      const from = Math.max(start - base, 0);
      const to = Math.min(end - base, block.textContent.length);
      return from < to ? [[block, from, to]] : [];
    });
  // Where its characters are. A space at the end of a wrapped line hangs out of its block, and nothing is painted there.
  const within = (block) => {
    const column = box(block.getBoundingClientRect());
    return (rect) => ({ ...rect, x: Math.max(rect.x, column.x), right: Math.min(rect.right, column.right) });
  };
  const rects = (id, start, end) =>
    parts(id, start, end).flatMap(([block, from, to]) =>
      plain(rangeIn(block, from, to).getClientRects()).map(within(block)).filter((rect) => rect.right > rect.x));
  const visibleRects = (id, start, end) => rects(id, start, end).filter(seen);
  const pieces = (span) => plain([...document.querySelectorAll(`[data-span="${span}"]`)].map((piece) => piece.getBoundingClientRect()));
  const visiblePieces = (span) => pieces(span).filter(seen);
  const paintedIds = () => [...new Set([...document.querySelectorAll("[data-span]")].map((piece) => piece.dataset.span))];

  const insideBlock = (block, node, offset) => {
    const range = document.createRange();
    range.selectNodeContents(block);
    range.setEnd(node, offset);
    return range.toString().length;
  };
  const offsetAt = (id, x, y) => {
    const caret = document.caretPositionFromPoint
      ? ((found) => found && [found.offsetNode, found.offset])(document.caretPositionFromPoint(x, y))
      : ((found) => found && [found.startContainer, found.startOffset])(document.caretRangeFromPoint(x, y));
    if (!caret) return null;
    const element = caret[0].nodeType === Node.TEXT_NODE ? caret[0].parentElement : caret[0];
    const block = element.closest("[data-start]");
    return block && article(id).contains(block) ? startOf(block) + insideBlock(block, ...caret) : null;
  };

  const show = (id, start, end) => {
    const first = blockAt(id, start, false);
    const last = blockAt(id, end, true);
    first.scrollIntoView({ block: first === last ? "center" : "start" });
    if (first !== last) return scrollBy(0, -160);
    // A block may be longer than the screen.
    const [rect] = plain(rangeIn(first, start - startOf(first), end - startOf(first)).getClientRects());
    if (rect && (rect.y < 0 || rect.bottom > innerHeight)) scrollBy(0, rect.y - innerHeight / 2);
  };

  // A point of the screen where the mouse hits the offset, or comes nearest to it.
  const aim = (id, offset, ending) => {
    const block = blockAt(id, offset, ending);
    const local = offset - startOf(block);
    const text = block.textContent;
    const tries = [];
    for (const at of [local - 1, local, local - 2, local + 1]) {
      if (at < 0 || at >= text.length) continue;
      for (const rect of plain(rangeIn(block, at, at + 1).getClientRects())) {
        const wide = rect.right - rect.x;
        const y = (rect.y + rect.bottom) / 2;
        for (const x of [rect.x + Math.min(1, wide / 4), rect.right - Math.min(1, wide / 4), rect.x + wide / 4, rect.right - wide / 4]) {
          tries.push({ x: Math.round(x), y: Math.round(y), hit: offsetAt(id, Math.round(x), Math.round(y)) });
        }
      }
    }
    const far = (point) => (point.hit === null ? 1e9 : Math.abs(point.hit - offset));
    return tries.reduce((best, point) => (far(point) < far(best) ? point : best), { x: 0, y: 0, hit: null });
  };

  // The native selection in UTF-16 units of the document, without what lies outside its blocks.
  const selection = (id) => {
    const selected = getSelection();
    if (!selected.rangeCount || selected.isCollapsed) return null;
    const range = selected.getRangeAt(0);
    let [start, end] = [null, null];
    for (const block of blocks(id)) {
      if (!range.intersectsNode(block)) continue;
      const whole = document.createRange();
      whole.selectNodeContents(block);
      const from = range.compareBoundaryPoints(Range.START_TO_START, whole) <= 0 ? 0 : insideBlock(block, range.startContainer, range.startOffset);
      const to = range.compareBoundaryPoints(Range.END_TO_END, whole) >= 0 ? block.textContent.length : insideBlock(block, range.endContainer, range.endOffset);
      if (from >= to) continue;
      start ??= startOf(block) + from;
      end = startOf(block) + to;
    }
    return start === null ? null : [start, end];
  };

  // What is wrong with how the focus is shown, if anything. What is itself out of sight is shown by its label.
  const unseenFocus = () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "nothing has the focus";
    const shown = focused.type === "file" ? [...focused.labels] : [focused];
    const ring = (element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const drawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && !/, 0\)$|\/ 0\)$|transparent/.test(outlineColor);
      return drawn && element.getClientRects().length > 0;
    };
    return shown.some(ring) ? "" : `no ring round ${focused.outerHTML.slice(0, 160)}`;
  };

  // Where a finger meets an element, how large it is, and what stands before it.
  const target = (element) => {
    // A box to check is met anywhere on its label.
    const whole = element.closest("label") ?? element;
    const look = () => {
      const { left, top, width, height } = whole.getBoundingClientRect();
      const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      return { x, y, width, height, met: document.elementFromPoint(x, y) };
    };
    if (!whole.contains(look().met)) whole.scrollIntoView({ block: "center", inline: "center" });
    const { x, y, width, height, met } = look();
    return [x, y, width, height, whole.contains(met) ? "" : `${met?.outerHTML.slice(0, 120)} at ${x}, ${y}`];
  };
  // The events of a finger that taps, and of the mouse that browsers send after it.
  const tap = (x, y) => {
    const element = document.elementFromPoint(x, y);
    const at = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x, clientY: y };
    const send = (kind, more) =>
      element.dispatchEvent(new PointerEvent(kind, { ...at, pointerId: 7, pointerType: "touch", isPrimary: true, ...more }));
    send("pointerover", { button: -1 });
    send("pointerdown", { button: 0, buttons: 1, pressure: 0.5 });
    send("pointerup", { button: 0, buttons: 0 });
    send("pointerout", { button: -1 });
    const mouse = (kind, more) => element.isConnected && element.dispatchEvent(new MouseEvent(kind, { ...at, button: 0, detail: 1, ...more }));
    mouse("mousemove", { detail: 0 });
    if (mouse("mousedown", { buttons: 1 })) {
      element.closest("a[href], button, input, select, textarea, [tabindex]")?.focus();
      const caret = document.caretRangeFromPoint(x, y);
      if (caret && !element.matches("input, textarea")) getSelection().collapse(caret.startContainer, caret.startOffset);
    }
    mouse("mouseup");
    mouse("click");
  };

  const nameOf = (element) => (element.getAttribute("aria-label") ?? [...(element.labels ?? [])].map((label) => label.textContent).join(" ")).trim() || element.textContent.trim();
  const named = (selector, ...names) => [...document.querySelectorAll(selector)].find((element) => names.includes(nameOf(element)));
  const notices = (kind) =>
    [...document.querySelectorAll(`[data-notice="${kind}"]`)].map((notice) => notice.textContent.trim()).filter((text) => text);

  return { article, blocks, blockAt, until, parts, rects, visibleRects, pieces, visiblePieces, paintedIds, offsetAt, show, aim, selection, unseenFocus, target, tap, nameOf, named, notices, frame };
})();
