//! A span's card in the margin and other buttons that are known by what they do.

use serde_json::json;

use super::Page;
use super::labels::Label;
use crate::corpus::{Corpus, Stretch};

/// Calls back once the first visible element of a selector has stood still for three frames, or after a second: drivers aim first and
/// press then, and miss what moves meanwhile (a card at the window's foot moves up while it grows).
const STILL: &str = "
    const [selector] = arguments; const done = arguments[arguments.length - 1];
    const place = () => JSON.stringify([...document.querySelectorAll(selector)].find((e) => e.getClientRects().length)?.getBoundingClientRect());
    let last, still = 0, frames = 0;
    const look = () => {
      const now = place();
      still = now === last ? still + 1 : 0;
      last = now;
      if (still === 3 || (frames += 1) > 60) done(1); else requestAnimationFrame(look);
    };
    look();";

impl Page {
    /// Clicks the first shown element of a selector.
    pub fn press_action(&self, selector: &str) {
        self.browser.wait(
            selector,
            "[...document.querySelectorAll(arguments[0])].some((e) => e.getClientRects().length)",
            vec![json!(selector)],
        );
        self.browser.script_async(STILL, vec![json!(selector)]);
        let button = self.browser.element(
            "return [...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length);",
            vec![json!(selector)],
        );
        self.browser.click(&button);
        self.browser.frames();
    }

    /// Clicks one of the buttons on a span's card.
    pub fn card_action(&self, span: &str, action: &str) {
        self.press_action(&format!("[data-card=\"{span}\"] [data-action=\"{action}\"]"));
    }

    /// Clicks in the middle of a painted span and waits for its card.
    pub fn open_card(&self, corpus: &Corpus, span: &str, stretch: Stretch) {
        self.show(corpus, stretch);
        let middle = corpus.utf16(stretch.start + (stretch.end - stretch.start) / 2);
        let point = self.aim(corpus, middle, false);
        self.click_at(point, 1);
        let card = format!("[data-card=\"{span}\"] [data-action=\"delete\"]");
        self.browser.wait(&card, "document.querySelector(arguments[0])?.getClientRects().length", vec![json!(card)]);
    }

    /// Clicks in the middle of each of some spans, which all fit on one screen, while Control is held.
    pub fn choose_together(&self, corpus: &Corpus, stretches: &[Stretch]) {
        let whole = Stretch { start: stretches[0].start, end: stretches[stretches.len() - 1].end };
        self.show(corpus, whole);
        let middle = |stretch: &Stretch| corpus.utf16(stretch.start + (stretch.end - stretch.start) / 2);
        let points: Vec<[i64; 2]> = stretches.iter().map(|stretch| self.aim(corpus, middle(stretch), false)).collect();
        self.click_with_control(&points);
        self.browser.wait(
            "the card of several spans",
            "document.querySelector('[data-card=\"many\"]')?.getClientRects().length",
            vec![],
        );
    }

    /// Gives the span of the open card another label.
    pub fn relabel(&self, span: &str, label: &Label) {
        self.card_action(span, "relabel");
        self.press_action(&format!("[data-card=\"{span}\"] [data-pick=\"{}\"]", label.id));
    }

    /// Types a note on the open card and leaves the field.
    pub fn write_note(&self, span: &str, words: &str) {
        let field = format!("[data-card=\"{span}\"] textarea");
        self.browser.wait("the note's field", "document.querySelector(arguments[0])", vec![json!(field)]);
        let element = self.browser.element("return document.querySelector(arguments[0]);", vec![json!(field)]);
        self.browser.type_into(&element, words);
        self.keys(&["Tab"]);
        // Firefox may answer before the key has reached the page; the note is kept as the field is left.
        let left = "document.activeElement !== document.querySelector(arguments[0])";
        self.browser.wait("the field to be left", left, vec![json!(field)]);
    }
}
