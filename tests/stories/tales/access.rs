//! Automated accessibility rules find nothing, in any state of the page: wide and on a phone, light and dark, in both
//! languages.

use std::env;

use hashiya::core::desk::DeskPage;
use serde_json::json;

use super::desk_tagset::write;
use crate::corpus::{Corpus, FT, Stretch};
use crate::page::Page;
use crate::page::access::rules;

/// Languages with a theme each.
const LOOKS: [(&str, &str); 2] = [("ar", "light"), ("en", "dark")];

pub fn rules_find_nothing(page: &mut Page) {
    if let Some(rules) = rules_here() {
        let found: Vec<String> = LOOKS.into_iter().flat_map(|look| Walk::over(page, &rules, look, "wide")).collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

pub fn rules_find_nothing_on_a_phone(page: &mut Page) {
    if let Some(rules) = rules_here() {
        page.be_a_phone();
        let found: Vec<String> = LOOKS.into_iter().flat_map(|look| Walk::over(page, &rules, look, "phone")).collect();
        page.be_a_desktop();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

pub(super) fn rules_here() -> Option<String> {
    let rules = rules();
    if rules.is_none() {
        assert!(!env::var("CI").is_ok_and(|value| value == "true"), "axe-core is missing: `make setup-test` installs it");
        println!("skipped: the accessibility rules: axe-core is not on this machine");
    }
    rules
}

/// A walk through the states of the page.
struct Walk<'a> {
    page: &'a mut Page,
    rules: &'a str,
    /// Language, theme, size.
    name: String,
    found: Vec<String>,
}

impl Walk<'_> {
    /// Walks through all states; gives what the rules find in each.
    fn over(page: &mut Page, rules: &str, (language, theme): (&str, &str), size: &str) -> Vec<String> {
        let settings = "localStorage.setItem('hashiya/settings', JSON.stringify({ theme: arguments[0] }));";
        page.open("");
        page.browser.script(settings, vec![json!(theme)]);
        page.open(&format!("?lang={language}#/{FT}"));
        let corpus = Corpus::read(FT);
        // Another tag in each look, since the work is kept between them.
        let words = if language == "ar" {
            ["بريت ماكغورك", "طهران"]
        } else {
            ["علي باقري كاني", "واشنطن"]
        };
        let mut walk = Walk { page, rules, name: format!("{language}, {theme}, {size}"), found: Vec::new() };
        walk.look("as it opens", true);
        walk.text(&corpus, words.map(|words| corpus.find(words, 0)));
        walk.windows();
        walk.desk(words[1]);
        walk.labels();
        walk.guidelines();
        walk.documents();
        walk.found
    }

    fn look(&mut self, state: &str, whole: bool) {
        let Self { page, rules, name, found } = self;
        let sideways = page.browser.script("const s = document.scrollingElement; return s.scrollWidth - s.clientWidth;", vec![]);
        if sideways != 0 {
            found.push(format!("{name}, {state}: the page scrolls sideways by {sideways} pixels"));
        }
        found.extend(page.faults(rules, whole).into_iter().map(|fault| format!("{name}, {state}: {fault}")));
    }

    fn select(&self, corpus: &Corpus, place: Stretch) {
        self.page.show(corpus, place);
        self.page.select_by_script(corpus, place);
        self.page.browser.wait("the bar", "document.querySelector('[data-bar=\"selection\"]')?.getClientRects().length", vec![]);
    }

    /// Spans, what is selected, cards, the list.
    fn text(&mut self, corpus: &Corpus, [name, other]: [Stretch; 2]) {
        let (first, second) = (self.page.label(0), self.page.label(1));
        self.select(corpus, name);
        self.look("something is selected", true);
        let span = self.page.new_span(|page| page.press_label(&first));
        self.look("a card is open", true);
        self.page.press_action(&format!("[data-card=\"{span}\"] [data-action=\"relabel\"]"));
        self.look("a card offers other labels", false);
        self.page.press_action(&format!("[data-card=\"{span}\"] [data-action=\"relabel\"]"));
        self.page.write_note(&span, "المبعوث، U.S. envoy");
        self.look("a card with a note", false);
        self.page.keys(&["Escape"]);
        self.select(corpus, other);
        self.page.new_span(|page| page.press_label(&second));
        self.page.keys(&["Escape"]);
        self.look("folded cards", false);
        self.page.keys(&["Shift", &first.keys[0].to_lowercase()]);
        self.select(corpus, corpus.find("وإيران", 0));
        self.look("a label is armed, parts of a word are offered", true);
        for _ in 0..3 {
            self.page.keys(&["Escape"]);
        }
        self.page.keys(&["l"]);
        self.look("the list", false);
        self.page.press_action(&format!("[data-list=\"spans\"] [data-of=\"{span}\"]"));
        self.look("the list with an open card", false);
        self.page.keys(&["l"]);
        self.page.keys(&["Escape"]);
    }

    /// The windows over the page, and what it says in passing.
    fn windows(&mut self) {
        self.page.keys(&["?"]);
        self.look("the keys", false);
        self.page.keys(&["Escape"]);
        self.page.keys(&["Control", "k"]);
        self.look("the palette", false);
        self.page.keys(&["Escape"]);
        self.page.press_action("[data-action=\"settings\"]");
        self.look("the settings", false);
        self.page.keys(&["Escape"]);
        self.page.press_action("[data-action=\"downloads\"]");
        self.page.waits_for(".desk-export[data-ready=\"true\"]");
        self.page.press_action(".desk [data-part=\"what\"] summary");
        self.page.browser.script("document.querySelector('.desk [data-field=\"format\"]').value = 'conll'; document.querySelector('.desk [data-field=\"format\"]').dispatchEvent(new Event('change', { bubbles: true }));", vec![]);
        self.page.waits_for(".desk-export[data-ready=\"true\"] [data-field=\"scheme\"]");
        self.look("the export", false);
        self.page.turn_to(DeskPage::Import);
        self.page.waits_for(".desk [data-field=\"paste\"]");
        self.look("the import", false);
        let table = self.page.keep("spans.csv", "doc,start,end,label,text\nx,0,3,A,abc\n");
        let text = self.page.keep("text.txt", "نص عن عُمان");
        self.page.open_files(&[table, text]);
        self.page.waits_for(".desk [data-action=\"import-leave\"]");
        self.look("files that wait", false);
        self.page.press_action(".desk [data-action=\"import-leave\"]");
        self.page.keys(&["Escape"]);
        self.page.press_action("[data-action=\"keeping\"]");
        self.page.waits_for(".desk [data-action=\"back-up\"]");
        self.look("what is kept", false);
        self.page.press_action(".desk [data-action=\"erase\"]");
        self.page.waits_for(".desk [data-action=\"erase-cancel\"]");
        self.look("the question before all is erased", false);
        self.page.press_action(".desk [data-action=\"erase-cancel\"]");
        let kept = "{\"format\": \"hashiya-backup\", \"version\": 1, \"exported_at\": \"2026-01-02T03:04:05Z\", \"values\": {}}";
        let backup = self.page.keep("backup.json", kept);
        self.page.open_files(&[backup]);
        self.page.waits_for(".desk [data-preview]");
        self.look("a back-up before it is brought back", false);
        self.page.press_action(".desk [data-action=\"restore-cancel\"]");
        let broken = self.page.keep("broken.json", "{");
        self.page.open_files(&[broken]);
        self.page.notice("error");
        self.look("an error is told", false);
        self.page.keys(&["Escape"]);
    }

    fn open_desk(&self, key: &str, name: &str) {
        self.page.keys(&[key]);
        let there = "document.querySelector(`[data-page='${arguments[0]}'][aria-current]`)";
        self.page.browser.wait("the page of the desk", there, vec![json!(name)]);
    }

    /// Search, twins, checks and keys.
    fn desk(&mut self, words: &str) {
        self.open_desk("f", "search");
        write(self.page, "search", words);
        self.page.browser.wait("hits", "document.querySelector('.desk [data-row]')", vec![]);
        self.look("search with hits", false);
        self.page.press_action(".desk [data-action=\"pick-all\"]");
        self.look("search with all hits picked", false);
        self.page.press_action("[data-how=\"pattern\"]");
        write(self.page, "search", "(");
        self.page.browser.wait("the fault", "document.getElementById('find-fault')?.textContent", vec![]);
        self.look("a pattern that cannot be read", false);
        self.page.press_action("[data-how=\"clitics\"]");
        write(self.page, "search", "");
        self.look("search without a question", false);
        self.page.turn_to(DeskPage::Keys);
        self.look("one's own keys", false);
        self.page.keys(&["Escape"]);
        self.page.keys(&["n"]);
        self.open_desk("d", "twins");
        self.look("twins", false);
        self.page.keys(&["Escape"]);
        self.open_desk("c", "lint");
        self.page.browser.wait("suggestions", "document.querySelector('.desk [data-list=\"suggestions\"] [data-row]')", vec![]);
        self.look("checks", false);
        self.page.keys(&["Escape"]);
    }

    /// The editor of the labels.
    fn labels(&mut self) {
        self.open_desk("z", "tagset");
        self.look("the labels", false);
        let first = self.page.label(0).id;
        self.page.press_action(&format!(".desk [data-edit=\"{first}\"]"));
        self.look("the editor of a label", false);
        self.page.press_action(".desk [data-action=\"label-remove\"]");
        self.look("a label that is in use is to go", false);
        self.page.press_action(&format!(".desk [data-edit=\"{first}\"]"));
        self.page.browser.script(
            "const choice = document.querySelector('.desk [data-field=\"preset\"]');
             choice.value = 'claims';
             choice.dispatchEvent(new Event('change', { bubbles: true }));",
            vec![],
        );
        self.page.browser.wait("the preset", "document.querySelector('.desk [data-preset=\"claims\"]')", vec![]);
        self.look("a preset is offered", false);
        self.page.keys(&["Escape"]);
    }

    /// The documents: all, one chosen, one with its fields.
    fn documents(&mut self) {
        self.page.keys(&["Alt", "Home"]);
        self.page.waits_for(".desk [data-document-row]");
        self.look("the documents", false);
        self.page.press_action(".desk [data-document-row] input");
        self.look("a document is chosen", false);
        self.page.press_action(".desk [data-action=\"edit-document\"]");
        self.look("the fields of a document", false);
        self.page.press_action(".desk [data-action=\"close-desk\"]");
    }

    /// The guidelines: none, read, written.
    fn guidelines(&mut self) {
        self.open_desk("h", "guidelines");
        self.look("no guidelines", false);
        self.page.press_action(".desk [data-action=\"guide-draft\"]");
        self.page.browser.wait("the draft", "document.querySelector('.guide-whole')", vec![]);
        self.look("guidelines", false);
        self.page.press_action(".desk [data-action=\"guide-edit\"]");
        self.look("guidelines being written", false);
        self.page.press_action(".desk [data-action=\"close-desk\"]");
    }
}
