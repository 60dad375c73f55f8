//! The browser's selection as offsets of a document, both ways.
//!
//! Engines put limits where they like: in a text node, in an element before or after a child, or outside
//! the article altogether. A triple click ends at the start of the next block in two of three.
//! Points of the viewport become offsets here too.

use super::dom;
use super::surface::Surface;
use crate::core::units::Offset;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node, Range};

/// Where a limit lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Limit {
    /// In a block.
    At(Offset),
    /// Between blocks or outside the article: before the block of this index.
    Before(usize),
}

/// The selection's anchor and head; equal where it is a mere caret. What lies outside the article is cut
/// off, and an end at the very start of a block is the end of the block before it.
/// `None` where the selection doesn't touch the article's text.
#[must_use]
pub fn read(surface: &Surface) -> Option<(Offset, Offset)> {
    let selection = dom::window().get_selection().ok()??;
    let anchor = limit(surface, &selection.anchor_node()?, selection.anchor_offset())?;
    let head = limit(surface, &selection.focus_node()?, selection.focus_offset())?;
    if anchor == head {
        return match anchor {
            Limit::At(offset) => Some((offset, offset)),
            Limit::Before(_) => None,
        };
    }
    let backward = from(surface, head)? < from(surface, anchor)?;
    let (first, last) = if backward { (head, anchor) } else { (anchor, head) };
    let start = from(surface, first)?;
    let end = to(surface, last, start)?;
    if end < start {
        return None;
    }
    Some(if backward { (end, start) } else { (start, end) })
}

/// Selects from an anchor to a head, unless that is what is selected; or takes away a selection that
/// touches the article.
pub fn write(surface: &Surface, selected: Option<(Offset, Offset)>) {
    let now = read(surface);
    let Ok(Some(selection)) = dom::window().get_selection() else { return };
    if now == selected {
        return;
    }
    let Some((anchor, head)) = selected else {
        let _ = selection.remove_all_ranges();
        return;
    };
    let place = |offset| {
        let (index, unit) = surface.point(offset)?;
        Some((surface.node(index)?, unit))
    };
    if let (Some((first, from)), Some((last, to))) = (place(anchor), place(head)) {
        let _ = selection.set_base_and_extent(first, from, last, to);
    }
}

/// The offset of a place in the page; between blocks the end of the one before.
/// `None` outside the article.
#[must_use]
pub fn offset_of(surface: &Surface, node: &Node, unit: u32) -> Option<Offset> {
    if !surface.article().contains(Some(node)) {
        return None;
    }
    let limit = limit(surface, node, unit)?;
    to(surface, limit, Offset(0))
}

/// The gap between characters nearest to a point of the viewport, in CSS pixels.
/// `None` where the point is not over the article, or something else lies above it.
#[must_use]
pub fn offset_at_point(surface: &Surface, x: f64, y: f64) -> Option<Offset> {
    let document = dom::document();
    let (node, unit) = position(&document, x, y)?;
    offset_of(surface, &node, unit)
}

/// WebKitGTK 2.50 has only `caretRangeFromPoint`, which web-sys doesn't know; both are asked for by name.
fn position(document: &Document, x: f64, y: f64) -> Option<(Node, u32)> {
    if method(document, "caretPositionFromPoint").is_some() {
        let position = document.caret_position_from_point(x as f32, y as f32)?;
        return Some((position.offset_node()?, position.offset()));
    }
    let range = method(document, "caretRangeFromPoint")?.call2(document, &x.into(), &y.into()).ok()?;
    let range = range.dyn_into::<Range>().ok()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

fn method(document: &Document, name: &str) -> Option<Function> {
    Reflect::get(document, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

fn limit(surface: &Surface, node: &Node, unit: u32) -> Option<Limit> {
    if let Some(index) = surface.block_of(node) {
        let in_text = surface.node(index)?.is_same_node(Some(node));
        // In the element itself the unit counts children, and there is one: the text.
        let local = if in_text || unit == 0 { unit } else { u32::MAX };
        let block = surface.block(index)?;
        let offset = if local == u32::MAX { block.range.end() } else { surface.offset(index, local)? };
        return Some(Limit::At(offset));
    }
    let point = dom::document().create_range().ok()?;
    point.set_start(node, unit).ok()?;
    point.collapse_with_to_start(true);
    let mut low = 0;
    let mut high = surface.len();
    while low < high {
        let middle = usize::midpoint(low, high);
        if point.compare_point(surface.node(middle)?, 0).ok()? < 0 {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some(Limit::Before(low))
}

/// The limit as the start of something: between blocks the start of the next one.
fn from(surface: &Surface, limit: Limit) -> Option<Offset> {
    let blocks = surface.text().blocks();
    match limit {
        Limit::At(offset) => Some(offset),
        Limit::Before(index) => {
            blocks.get(index).map(|next| next.range.start()).or_else(|| blocks.last().map(|last| last.range.end()))
        }
    }
}

/// The limit as the end of something that starts at `start`: never at the start of a block after that.
fn to(surface: &Surface, limit: Limit, start: Offset) -> Option<Offset> {
    let blocks = surface.text().blocks();
    let index = match limit {
        Limit::At(offset) => {
            let (index, unit) = surface.point(offset)?;
            if unit > 0 || offset <= start {
                return Some(offset);
            }
            index
        }
        Limit::Before(index) => index,
    };
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    before.map_or_else(|| blocks.first().map(|first| first.range.start()), |before| Some(before.range.end()))
}
