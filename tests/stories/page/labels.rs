//! The label buttons: their names, their keys, tagging with them.

use serde_json::{Value, json};

use super::Page;
use crate::corpus::{Corpus, Stretch};

/// A label as its button shows it.
#[derive(Clone, Debug)]
pub struct Label {
    /// The label's id.
    pub id: String,
    /// The single keys that its button names, as written there.
    pub keys: Vec<String>,
}

impl Page {
    /// The labels on the page, in the order of their buttons.
    pub fn labels(&self) -> Vec<Label> {
        let found = self.browser.script(
            "const seen = new Map();
             for (const b of document.querySelectorAll('button[data-label]'))
               if (!seen.has(b.dataset.label)) seen.set(b.dataset.label, b.getAttribute('aria-keyshortcuts') ?? '');
             return [...seen];",
            vec![],
        );
        let read = |label: &Value| Label {
            id: label[0].as_str().unwrap_or_default().to_string(),
            keys: label[1]
                .as_str()
                .unwrap_or_default()
                .split_whitespace()
                .filter(|key| key.chars().count() == 1)
                .map(String::from)
                .collect(),
        };
        found.as_array().unwrap().iter().map(read).collect()
    }

    /// The label that this digit or letter tags with, as the buttons say.
    pub fn label_of_key(&self, key: &str) -> Label {
        let labels = self.labels();
        let found = labels.iter().find(|label| label.keys.iter().any(|have| have.eq_ignore_ascii_case(key)));
        found.unwrap_or_else(|| panic!("some label has the key {key}: {labels:?}")).clone()
    }

    /// The `nth` label that has a key.
    pub fn label(&self, nth: usize) -> Label {
        self.labels().into_iter().filter(|label| !label.keys.is_empty()).nth(nth).expect("there are labels with keys")
    }

    /// Presses the label's key.
    pub fn press_label(&self, label: &Label) {
        self.keys(&[&label.keys[0].to_lowercase()]);
    }

    /// Clicks the label's button in the tagset.
    pub fn click_label(&self, label: &str) {
        // WebKit's driver does not scroll to what is in sight by its edge alone.
        let button = self.browser.element(
            "const label = [...document.querySelectorAll(`button[data-label=\"${arguments[0]}\"]`)].find((b) => b.getClientRects().length);
             label?.scrollIntoView({ block: 'nearest' });
             return label;",
            vec![json!(label)],
        );
        self.browser.click(&button);
        self.browser.frames();
    }

    /// Selects a stretch exactly and tags it by key; gives the id of the new span once it is painted.
    pub fn tag(&mut self, corpus: &Corpus, stretch: Stretch, label: &Label) -> String {
        self.select(corpus, stretch);
        self.new_span(|page| page.press_label(label))
    }

    /// Does something that makes one span and gives its id once it is painted.
    pub fn new_span(&mut self, act: impl FnOnce(&mut Self)) -> String {
        let before = self.browser.script("return T.paintedIds();", vec![]);
        act(self);
        let id = self.browser.wait(
            "a new span to be painted",
            "T.paintedIds().find((id) => !arguments[0].includes(id))",
            vec![before],
        );
        id.as_str().unwrap_or_default().to_string()
    }
}
