//! Automated accessibility rules find nothing, in any state of the page.

use std::env;

use serde_json::json;

use crate::corpus::{Corpus, FT};
use crate::page::Page;
use crate::page::access::rules;

pub fn rules_find_nothing(page: &mut Page) {
    let Some(rules) = rules() else {
        assert!(!env::var("CI").is_ok_and(|value| value == "true"), "axe-core is missing: `make setup-test` installs it");
        println!("skipped: the accessibility rules: axe-core is not on this machine");
        return;
    };
    let mut found = Vec::new();
    for (language, theme, words) in
        [("ar", "light", ["بريت ماكغورك", "سلطنة عُمان"]), ("en", "dark", ["علي باقري كاني", "هذا العام"])]
    {
        page.browser
            .script("localStorage.setItem('hashiya/settings', JSON.stringify({ theme: arguments[0] }));", vec![json!(theme)]);
        page.open(&format!("?lang={language}#/{FT}"));
        let mut look = |page: &Page, state: &str| {
            let sideways =
                page.browser.script("const s = document.scrollingElement; return s.scrollWidth - s.clientWidth;", vec![]);
            assert_eq!(sideways, 0, "{language}, {theme}, {state}: the page does not scroll sideways");
            found.extend(page.faults(&rules).into_iter().map(|fault| format!("{language}, {theme}, {state}: {fault}")));
        };
        look(page, "as it opens");
        let corpus = Corpus::read(FT);
        let (first, second) = (page.label(0), page.label(1));
        let (name, other) = (corpus.find(words[0], 0), corpus.find(words[1], 0));
        let span = page.tag(&corpus, name, &first);
        look(page, "a tag has been made");
        page.select(&corpus, other);
        look(page, "something is selected");
        page.new_span(|page| page.press_label(&second));
        page.keys(&["Escape"]);
        page.open_card(&corpus, &span, name);
        look(page, "a card is open");
        for (key, state) in [
            ("l", "the list"),
            ("?", "the keys"),
            ("f", "search"),
            ("d", "twins"),
            ("c", "checks"),
            ("z", "labels"),
            ("h", "guidelines"),
        ] {
            page.keys(&[key]);
            if matches!(key, "f" | "d" | "c" | "z" | "h") {
                let name = ["search", "twins", "lint", "tagset", "guidelines"]["fdczh".find(key).unwrap_or(0)];
                page.browser.wait(
                    "the desk",
                    "document.querySelector(`[data-page='${arguments[0]}'][aria-current]`)",
                    vec![json!(name)],
                );
            }
            look(page, state);
            page.keys(&["Escape"]);
        }
        page.keys(&["Control", "k"]);
        look(page, "the palette");
        page.keys(&["Escape"]);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
