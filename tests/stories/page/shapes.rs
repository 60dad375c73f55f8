//! Relations, events, entities, links and attributes, by the hooks that the page gives them.

use serde_json::{Value, json};

use super::Page;
use super::native::Native;
use crate::corpus::{Corpus, Stretch};

impl Page {
    /// Begins to join the span of the open card with another one, by the card's button.
    pub fn begin_link(&self, span: &str) {
        self.card_action(span, "link");
        self.waits_for("[data-bar=\"linking\"]");
    }

    /// Clicks a painted span as the other end, and waits for the menu of what fits.
    pub fn choose_second(&self, corpus: &Corpus, stretch: Stretch) {
        self.show(corpus, stretch);
        let middle = corpus.utf16(stretch.start + (stretch.end - stretch.start) / 2);
        let point = self.aim(corpus, middle, false);
        self.click_at(point, 1);
        self.waits_for("[data-menu]");
    }

    /// Clicks what a menu offers.
    pub fn pick(&self, offer: &str) {
        self.press_action(&format!("[data-menu] [data-offer=\"{offer}\"]"));
    }

    /// Names a type or role that is missing, in the menu where it is missed.
    pub fn name_kind(&self, name: &str) {
        let field = "[data-menu] [data-field=\"new-kind\"]";
        self.waits_for(field);
        let element = self.browser.element("return document.querySelector(arguments[0]);", vec![json!(field)]);
        self.browser.type_into(&element, name);
        self.keys(&["Enter"]);
    }

    /// Waits until something is shown.
    pub fn waits_for(&self, selector: &str) {
        self.browser.wait(selector, "document.querySelector(arguments[0])?.getClientRects().length", vec![json!(selector)]);
        self.browser.frames();
    }

    /// Waits until something is gone.
    pub fn waits_without(&self, selector: &str) {
        let name = format!("{selector} to go");
        self.browser.wait(&name, "!document.querySelector(arguments[0])?.getClientRects().length", vec![json!(selector)]);
        self.browser.frames();
    }

    /// The words of the first element of a selector.
    pub fn words_of(&self, selector: &str) -> String {
        let words = self.browser.script("return document.querySelector(arguments[0])?.textContent ?? '';", vec![json!(selector)]);
        words.as_str().unwrap_or_default().to_owned()
    }

    /// Opens a file in which the tagset has these lists too.
    pub fn open_kinds(&self, kinds: &Value) {
        let mut file = self.download().0;
        for (list, members) in kinds.as_object().expect("lists by name") {
            file["tagset"][list] = members.clone();
        }
        let kept = self.keep("kinds.json", &file.to_string());
        self.open_files(&[kept]);
        self.notice("info");
    }
}

impl Native {
    /// The records of a list of a document: `relations`, `events`, `labels`.
    pub fn records(&self, document: &str, list: &str) -> Vec<Value> {
        self.document(document)[list].as_array().cloned().unwrap_or_default()
    }

    /// The records of a list at the top of the file: `entities`, `links`.
    pub fn tops(&self, list: &str) -> Vec<Value> {
        self.0[list].as_array().cloned().unwrap_or_default()
    }
}
