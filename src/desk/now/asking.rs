//! What the desk asks of the first program beside changes of the project.

use super::Desk;
use crate::core::ids::{DocumentId, SpanId};
use crate::core::keymap::{self, KeyAction};
use crate::core::range::TextRange;

impl Desk {
    /// Offers a download.
    pub fn offer(&self, name: &str, text: &str) {
        self.0.link.act("offer", &format!("{name}\n{text}"));
    }

    /// Has the whole project downloaded.
    pub fn download(&self) {
        self.0.link.act("download", "");
    }

    /// Says something to whoever cannot see it.
    pub fn say(&self, sentence: &str) {
        self.0.link.act("say", sentence);
    }

    /// Has these spans marked as pointed at, wherever they are shown: their ids, parted by spaces.
    pub fn light(&self, spans: &str) {
        self.0.link.act("lit", spans);
        self.hear("lit".to_owned(), spans.to_owned());
    }

    /// Has these spans, whose ids are in order, not shown in the article, and all others.
    pub fn veil(&self, spans: &str) {
        self.0.link.act("veil", spans);
    }

    /// Gives an action another key instead of its first, or (`None`) the table's own again.
    pub fn rebind(&self, action: KeyAction, key: Option<String>) {
        if let Some(row) = keymap::key_of(action) {
            self.0.link.act("key", &format!("{row} {}", key.unwrap_or_default()));
        }
    }

    /// Gives all actions the table's own keys again.
    pub fn reset_keys(&self) {
        self.0.link.act("key", "");
    }

    /// Selects a range in the article and brings it into view.
    pub fn go(&self, document: &DocumentId, range: TextRange) {
        self.0.link.act("show", &format!("{document} {} {}", range.start().0, range.end().0));
    }

    /// Chooses a span in the article and brings it into view.
    pub fn go_to_span(&self, document: &DocumentId, span: &SpanId) {
        self.0.link.act("show", &format!("{document} {span}"));
    }
}
