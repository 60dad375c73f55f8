//! What automated rules for accessible pages find: axe-core, put into the page as it stands.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Page;

/// Where the set-up puts the rules.
const RULES: &str = ".tools/axe/node_modules/axe-core/axe.min.js";

/// The rules as a script; `None` where they are not on this machine.
pub fn rules() -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(RULES)).ok()
}

impl Page {
    /// What the rules find in the page as it stands: the rule and the elements, one line each. The text and the tagset are
    /// the same in most states: only the `whole` page is looked at with them.
    pub fn faults(&self, rules: &str, whole: bool) -> Vec<String> {
        let there = self.browser.script("return !!window.axe;", vec![]) == true;
        if !there {
            self.browser.script(rules, vec![]);
        }
        // A colour that is still fading in is none of the page's.
        self.browser.wait("the end of motion", "document.getAnimations().every((a) => a.playState !== 'running')", vec![]);
        self.browser.script(
            "window.axeFound = null;
             const where = { exclude: arguments[0] ? [] : ['article', '.label-row'] };
             axe.run(where, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then((all) => {
               window.axeFound = all.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`);
             });",
            vec![json!(whole)],
        );
        let found = self.browser.wait("the rules' findings", "window.axeFound && { all: window.axeFound }", vec![]);
        found["all"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
