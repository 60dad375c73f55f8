//! Where the rows of the margin stand, in whole CSS pixels. Measures first, then writes, and writes
//! through CSSOM only.

use crate::core::geometry::Rect;
use crate::core::ids::SpanId;
use crate::web::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Space between two rows, in CSS pixels.
const GAP: i32 = 4;
/// Space between the open card and the window's lower edge, in CSS pixels.
const EDGE: i32 = 12;
/// How much of the open card stays beside its line, in CSS pixels.
const LINE: i32 = 40;
/// What the open card has room for where it stands, in CSS pixels: as its details come, a moment after it, nothing that is
/// pointed at in it moves.
const ROOM: i32 = 320;

/// A line of the article that has spans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The spans that begin in it, or are first seen in it, in reading order.
    pub spans: Vec<SpanId>,
    /// Where its row wants to stand: from the upper edge of the cards' host, in CSS pixels.
    pub top: i32,
}

/// The painted lines, from above: of the first piece of each span, as the painter gives them. Each counts where it stands.
pub fn lines(pieces: Vec<(SpanId, Rect)>, host: &Element) -> Vec<Line> {
    // The margin itself, since the cards have no place while the list is shown.
    let origin = host.parent_element().map_or(0.0, |margin| margin.get_bounding_client_rect().top());
    let mut rects: Vec<Rect> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    for (id, rect) in pieces {
        match rects.iter().rposition(|line| line.same_line(&rect)) {
            Some(place) => lines[place].spans.push(id),
            None => {
                // Blocks come in order, but the lines of one block come as its spans do.
                let place = rects.iter().rposition(|line| line.top < rect.top).map_or(0, |before| before + 1);
                rects.insert(place, rect);
                lines.insert(place, Line { spans: vec![id], top: (rect.top - origin).round() as i32 });
            }
        }
    }
    lines
}

/// Puts each row where it wants to stand, or as near as the others let it. The open card always
/// stands beside its line; what would be more than half a screen from its line is not shown.
pub fn settle(host: &Element) {
    let children = host.children();
    let rows: Vec<HtmlElement> = (0..children.length()).filter_map(|index| children.item(index)?.dyn_into().ok()).collect();
    let mut measured: Vec<(i32, i32)> = rows.iter().map(|row| (wanted(row), row.offset_height())).collect();
    let anchor = rows.iter().position(|row| row.matches(".open").unwrap_or(false));
    let high = gloo::utils::document().document_element().map_or(0, |root| root.client_height());
    let far = high / 2;
    if let Some((want, height)) = anchor.and_then(|anchor| measured.get_mut(anchor)) {
        // Still beside its line, but no further below the window's edge than it must be.
        let bottom = high - host.get_bounding_client_rect().top() as i32 - EDGE;
        let height = (*height).max(ROOM.min(far));
        *want = (*want).min((bottom - height).max(*want - height + LINE));
    }
    for ((row, (want, _)), top) in rows.iter().zip(&measured).zip(stacked(&measured, anchor)) {
        let visible = if (top - want).abs() > far { "hidden" } else { "visible" };
        let at = top.to_string();
        let there = row.get_attribute("data-at").is_some_and(|was| was == at);
        // A row that is new goes to its place at once; one that yields is seen to move.
        if row.has_attribute("data-placed") {
            dom::change(row, "data-settled", "");
        }
        if row.has_attribute("data-top") {
            dom::change(row, "data-placed", "");
        }
        if !there {
            // Where it is going, for whoever draws to it while it is under way.
            dom::change(row, "data-at", &at);
            let _ = row.style().set_property("transform", &format!("translateY({at}px)"));
        }
        if !there || row.style().get_property_value("visibility").ok().as_deref() != Some(visible) {
            let _ = row.style().set_property("visibility", visible);
        }
    }
}

fn wanted(row: &HtmlElement) -> i32 {
    row.get_attribute("data-top").and_then(|top| top.parse().ok()).unwrap_or(0)
}

/// Upper edges for rows (wanted edge, height) in order, none over another, the anchor where it wants to be.
fn stacked(rows: &[(i32, i32)], anchor: Option<usize>) -> Vec<i32> {
    let mut tops: Vec<i32> = rows.iter().map(|(want, _)| *want).collect();
    let first = anchor.unwrap_or(0);
    for index in first + 1..rows.len() {
        tops[index] = tops[index].max(tops[index - 1] + rows[index - 1].1 + GAP);
    }
    for index in (0..first.min(rows.len())).rev() {
        tops[index] = tops[index].min(tops[index + 1] - rows[index].1 - GAP);
    }
    tops
}
