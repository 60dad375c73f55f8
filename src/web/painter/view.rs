//! Bringing a stretch of text into view.

use super::Painter;
use crate::core::range::TextRange;
use crate::core::units::Offset;
use crate::web::dom;
use wasm_bindgen_futures::spawn_local;

/// Share of the free height that stays empty above and below what was brought into view.
const MARGIN: f64 = 0.12;
/// Where what was out of view is put, as a share of the free height.
const PLACE: f64 = 0.33;
/// Sections far away have an estimated height until they are laid out, so it is looked at again for that
/// many frames, or until it was seen in two running.
const TRIES: u8 = 10;

/// What may come from below.
const SHEETS: [&str; 5] = [".desk", ".listed", ".open .card", ".selection-bar", "#beside"];

impl Painter {
    /// Brings a range into comfortable view, below the bar and above a phone's sheet. What is comfortably seen stays where
    /// it is. The jump is not animated: it may be long, and motion is kept below 150 ms.
    pub fn scroll_to(&self, range: TextRange) {
        self.bring(range, MARGIN);
    }

    /// Brings an offset into view, wherever in it.
    pub fn follow(&self, at: Offset) {
        self.bring(TextRange::new(at, at), 0.0);
    }

    fn bring(&self, range: TextRange, margin: f64) {
        // A sheet that comes with what is shown stands there in the next frame: so what is seen now is looked at once more.
        let mut seen = u8::from(self.look(range, margin));
        let this = self.this.clone();
        spawn_local(async move {
            for _ in 0..TRIES {
                dom::frame().await;
                let Some(painter) = this.upgrade() else { break };
                seen = if painter.look(range, margin) { seen + 1 } else { 0 };
                if seen == 2 {
                    break;
                }
            }
        });
    }

    /// Whether a range is in view with that share of the free height above and below it, or can't be. If not, scrolls to where it seems to be.
    fn look(&self, range: TextRange, margin: f64) -> bool {
        let Some((index, _)) = self.surface.point(range.start()) else { return true };
        let rects = self.measured(index, range);
        let caret = || self.caret_rect(range.start());
        let Some(first) = rects.first().copied().or_else(caret) else { return true };
        let last = rects.last().copied().unwrap_or(first);
        let (top, free) = match &self.port {
            Some(_) => self.port(),
            None => {
                let top = dom::document().get_element_by_id("bar").map_or(0.0, |bar| dom::rect_of(&bar).bottom().max(0.0));
                (top, (sheet_top() - top).max(0.0))
            }
        };
        let (from, to) = (top + margin * free, top + (1.0 - margin) * free);
        // Text below its own section's edge stands in one that is not laid out and was guessed too low. It is
        // not there: only when the section itself is in view does the browser lay it out.
        let sheet = self.surface.sheets().iter().find(|(_, blocks)| blocks.contains(&index));
        let section = sheet.map(|(section, _)| dom::rect_of(section)).unwrap_or(first);
        if first.bottom() > section.bottom() + 1.0 {
            self.scroll_by((section.top - top).round());
            return false;
        }
        // Of what is higher than the view, the start counts.
        let end = last.bottom().min(first.top + to - from);
        let seen = first.top >= from && end <= to;
        if !seen {
            self.scroll_by((first.top - top - PLACE * free).round());
        }
        seen
    }

    fn scroll_by(&self, down: f64) {
        match &self.port {
            Some(port) => port.scroll_by_with_x_and_y(0.0, down),
            None => dom::window().scroll_by_with_x_and_y(0.0, down),
        }
    }
}

/// Where a sheet that comes from below begins, or else the viewport ends.
fn sheet_top() -> f64 {
    let (mut height, width) = (dom::viewport_height(), dom::root().map_or(0, |root| root.client_width()));
    for name in SHEETS {
        let sheet = dom::document().query_selector(name).ok().flatten().map(|sheet| dom::rect_of(&sheet)).unwrap_or_default();
        // Only what lies along the whole lower edge: on a wide screen these stand beside the text.
        if sheet.height > 0.0 && sheet.width + 1.0 > f64::from(width) && sheet.bottom() + 1.0 > dom::viewport_height() {
            height = height.min(sheet.top);
        }
    }
    height
}
