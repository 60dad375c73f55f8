//! Where the focus is, that it can be seen, and what is said of what it meets.

use serde_json::json;

use super::Page;

/// Presses of Tab that may lie between two places of the page.
const STOPS: usize = 120;

impl Page {
    /// Fails unless what has the focus shows it.
    pub fn focus_is_seen(&self) {
        if self.browser.script("return document.hasFocus();", vec![]) != true {
            self.browser.come_forward();
        }
        let fault = self.browser.script("return T.unseenFocus();", vec![]);
        assert_eq!(fault, "", "the focus can be seen");
    }

    /// Waits until this has the focus, and fails unless it shows it.
    pub fn focus_comes_to(&self, selector: &str) {
        self.browser.wait(selector, "document.activeElement?.matches(arguments[0])", vec![json!(selector)]);
        self.focus_is_seen();
    }

    /// Presses Tab, or Shift+Tab, until this has the focus; each stop on the way shows it.
    pub fn walk_to(&self, selector: &str, chord: &[&str]) {
        for _ in 0..STOPS {
            self.keys(chord);
            let there = self.browser.script("return document.activeElement?.matches(arguments[0]);", vec![json!(selector)]);
            // Between the page and the browser's own controls nothing of the page has it.
            if self.browser.script("return document.activeElement !== document.body;", vec![]) == true {
                self.focus_is_seen();
            }
            if there == true {
                return;
            }
        }
        panic!("{chord:?} leads to {selector}");
    }

    /// Waits until a screen reader is told these words.
    pub fn says(&self, words: &str) {
        let said = "document.querySelector('[aria-live]#live')?.textContent.includes(arguments[0])";
        self.browser.wait(&format!("«{words}» to be said"), said, vec![json!(words)]);
    }
}
