//! Two reports held against each other: event cards, the table, and the table as CSV.

use serde_json::{Value, json};

use crate::corpus::{FT, NYT};
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::page::access::rules;

/// Opens the example and the page that compares, by its key.
fn open(page: &mut Page, language: &str) {
    page.open(&format!("?lang={language}&project=oman-talks-example#/{FT}"));
    page.shows(FT);
    page.keys(&["Shift", "c"]);
    page.browser.wait("the cards", "document.querySelector('[data-event-card]')", vec![]);
}

/// A row's verdict, and what its cells say.
fn row(page: &Page, id: &str) -> Value {
    page.browser.script(
        "const row = document.querySelector(`.desk [data-row='${arguments[0]}']`);
         const words = (cell) => [...cell.querySelectorAll('.evidence .quote')].map((e) => e.textContent).join(', ');
         return row && { verdict: row.dataset.verdict, said: row.querySelector('.verdict')?.textContent ?? '', cells: [...row.querySelectorAll('td[data-column]')].map(words) };",
        vec![json!(id)],
    )
}

/// Presses the button for CSV and takes the file from the page's hands before the browser has it.
fn csv(page: &Page) -> (String, String) {
    page.browser.script(
        "window.letGo = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
         URL.createObjectURL = (file) => { file.arrayBuffer().then((bytes) => { window.csvText = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes); }); return 'blob:caught'; };
         HTMLAnchorElement.prototype.click = function () { window.csvName = this.download; };",
        vec![],
    );
    page.press_action("[data-action='compare-csv']");
    let text = page.browser.wait("the CSV", "window.csvText", vec![]);
    let name = page
        .browser
        .script("[URL.createObjectURL, HTMLAnchorElement.prototype.click] = window.letGo; return window.csvName;", vec![]);
    (name.as_str().unwrap_or_default().to_owned(), text.as_str().unwrap_or_default().to_owned())
}

/// Fails if the rules for accessible pages find something, where they and an engine that runs them in time are there.
fn is_accessible(page: &Page, state: &str) {
    let Some(rules) = rules().filter(|_| page.browser.engine == Engine::Chromium) else { return };
    let faults = page.faults(&rules, true);
    assert!(faults.is_empty(), "{state}: {}", faults.join("\n"));
}

pub fn reports_are_compared_on_a_phone(page: &mut Page) {
    page.be_a_phone();
    for (language, theme) in [("ar", "dark"), ("en", "light")] {
        page.open("");
        page.browser
            .script("localStorage.setItem('hashiya/settings', JSON.stringify({ theme: arguments[0] }));", vec![json!(theme)]);
        open(page, language);
        is_accessible(page, "the cards on a phone");
        let wide = page.browser.script(
            "const s = document.scrollingElement, desk = document.querySelector('.desk-page');
             return [s.scrollWidth - s.clientWidth, desk.scrollWidth - desk.clientWidth];",
            vec![],
        );
        assert_eq!(wide, json!([0, 0]), "nothing scrolls sideways");
        page.press_action("[data-view='table']");
        page.browser.wait("the table", "document.querySelector('[data-table=\"compare\"]')", vec![]);
        is_accessible(page, "the table on a phone");
    }
    page.be_a_desktop();
}

pub fn two_reports_are_compared(page: &mut Page) {
    for (language, differ, alone) in [("ar", "مختلفان", "في الثاني وحده"), ("en", "differ", "second only")] {
        open(page, language);
        let number = row(page, "e-a-attacks.number");
        assert_eq!((&number["verdict"], &number["cells"]), (&json!("differ"), &json!(["99", "102"])), "{number}");
        assert!(number["said"].as_str().is_some_and(|said| said.contains(differ)), "told in words: {number}");
        let agent = row(page, "e-a-base.agent");
        assert_eq!(agent["verdict"], "missing");
        assert!(agent["said"].as_str().is_some_and(|said| said.contains(alone)), "{agent}");
        assert_eq!(row(page, "e-a-base.victims")["verdict"], "agree");

        is_accessible(page, "the cards");
        page.press_action(".compare-alone summary");
        page.browser.wait(
            "the events of one report",
            "document.querySelector('.compare-alone [data-event-card]')?.getClientRects().length",
            vec![],
        );
        is_accessible(page, "the events of one report");

        // The words are the way to their place, in whichever report.
        page.press_action("[data-row='e-a-attacks.number'] [data-jump='b-102']");
        page.shows(NYT);
        page.painted("b-102");

        page.press_action("[data-view='table']");
        page.browser.wait("the table", "document.querySelector('[data-table=\"compare\"]')", vec![]);
        assert_eq!(row(page, "e-a-attacks.number")["cells"], json!(["99", "102"]));
        is_accessible(page, "the table");
        assert_eq!(row(page, "n-paley")["verdict"], "missing");
        assert_eq!(row(page, "n-mcgurk")["verdict"], "agree");

        let (name, text) = csv(page);
        assert!(name.starts_with("hashiya-oman-talks-example-comparison-") && name.ends_with(".csv"), "{name}");
        assert!(text.starts_with("\u{FEFF}kind,name,type,outside_id,ft-report_count"), "{}", &text[..60]);
        assert!(text.ends_with("\r\n"));
        let figures = text.split("\r\n").filter(|line| line.starts_with("figure,")).collect::<Vec<_>>();
        assert!(
            figures.iter().any(|line| line.contains(",99,") && line.contains(",102,") && line.contains("differ")),
            "{figures:?}"
        );
    }
}
