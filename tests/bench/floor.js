// The floor: what a page with this text costs at least. A key paints one rectangle behind the selection.
addEventListener("keydown", (event) => {
  const selection = getSelection();
  if (event.key !== "1" || !selection.rangeCount) return;
  for (const rect of selection.getRangeAt(0).getClientRects()) {
    const piece = document.createElement("i");
    piece.dataset.span = "floor";
    piece.style.setProperty("inset-block-start", `${rect.top + scrollY}px`);
    piece.style.setProperty("left", `${rect.left}px`);
    piece.style.setProperty("inline-size", `${rect.width}px`);
    piece.style.setProperty("block-size", `${rect.height}px`);
    document.body.append(piece);
  }
  selection.removeAllRanges();
});
document.documentElement.dataset.hashiya = "1";
document.documentElement.dataset.saved = "true";
