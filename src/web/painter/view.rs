//! Bringing a stretch of text into view.

use super::Painter;
use crate::core::range::TextRange;
use crate::web::dom;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Share of the free height that stays empty above and below what was brought into view.
const MARGIN: f64 = 0.12;
/// Where what was out of view is put, as a share of the free height.
const PLACE: f64 = 0.33;
/// Sections far away have an estimated height until they are laid out, so it is looked at again for that
/// many frames, or until it was seen in two running.
const TRIES: u8 = 10;

impl Painter {
    /// Brings a range into comfortable view, below the bar. What is comfortably seen stays where it is.
    /// The jump is not animated: it may be long, and motion is kept below 150 ms.
    pub fn scroll_to(&self, range: TextRange) {
        if self.look(range) {
            return;
        }
        let this = self.this.clone();
        spawn_local(async move {
            let mut seen = 0;
            for _ in 0..TRIES {
                frame().await;
                let Some(painter) = this.upgrade() else { break };
                seen = if painter.look(range) { seen + 1 } else { 0 };
                if seen == 2 {
                    break;
                }
            }
        });
    }

    /// Whether a range is comfortably in view, or can't be. If not, scrolls to where it seems to be.
    fn look(&self, range: TextRange) -> bool {
        let Some((index, _)) = self.surface.point(range.start()) else { return true };
        let rects = self.measured(index, range);
        let caret = || self.caret_rect(range.start());
        let Some(first) = rects.first().copied().or_else(caret) else { return true };
        let last = rects.last().copied().unwrap_or(first);
        let top = dom::document().get_element_by_id("bar").map_or(0.0, |bar| dom::rect_of(&bar).bottom().max(0.0));
        let free = dom::viewport_height() - top;
        let (from, to) = (top + MARGIN * free, top + (1.0 - MARGIN) * free);
        // Text below its own section's edge stands in one that is not laid out and was guessed too low. It is
        // not there: only when the section itself is in view does the browser lay it out.
        let sheet = self.surface.sheets().iter().find(|(_, blocks)| blocks.contains(&index));
        let section = sheet.map(|(section, _)| dom::rect_of(section)).unwrap_or(first);
        if first.bottom() > section.bottom() + 1.0 {
            dom::window().scroll_by_with_x_and_y(0.0, (section.top - top).round());
            return false;
        }
        // Of what is higher than the view, the start counts.
        let end = last.bottom().min(first.top + to - from);
        let seen = first.top >= from && end <= to;
        if !seen {
            dom::window().scroll_by_with_x_and_y(0.0, (first.top - top - PLACE * free).round());
        }
        seen
    }
}

/// The next frame of the screen.
async fn frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = dom::window().request_animation_frame(&resolve);
    });
    let _ = JsFuture::from(promise).await;
}
