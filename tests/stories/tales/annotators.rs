//! Whoever leads: files that come back are gathered, agreement is measured, all of it in the shipped example too.

use std::path::{Path, PathBuf};

use hashiya::core::desk::DeskPage;
use serde_json::{Value, json};

use super::documents::open_documents;
use super::example::leave;
use crate::corpus::{Corpus, FT, NYT};
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::page::access::rules;

/// The project of the simulated annotators.
const EXAMPLE: &str = "oman-talks-annotators";

fn seed(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("seeds/annotators/{name}.hashiya.json"))
}

fn text(name: &str) -> String {
    std::fs::read_to_string(seed(name)).unwrap()
}

/// Opens the page of the annotators by its tab.
pub(super) fn open_annotators(page: &Page) {
    open_documents(page);
    page.turn_to(DeskPage::Annotators);
    page.waits_for(".desk .desk-annotators");
}

/// Gives files to the page's own button.
pub(super) fn give(page: &Page, paths: &[PathBuf]) {
    let input = page.browser.element("return document.querySelector('.desk [data-field=\"returned-files\"]');", vec![]);
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    page.browser.type_into(&input, &paths.join("\n"));
}

/// What is said of each file, once so many were read.
pub(super) fn came(page: &Page, count: usize) -> Vec<String> {
    let all = "(() => { const all = [...document.querySelectorAll('.desk [data-came]')]; return all.length === arguments[0] && all.map((e) => `${e.dataset.came} ${e.textContent}`); })()";
    let said = page.browser.wait("what came of the files", all, vec![json!(count)]);
    said.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Each set's role and facts, as listed.
fn sets(page: &Page) -> Vec<String> {
    let all = "return [...document.querySelectorAll('.desk [data-set]')].map((e) => `${e.dataset.role} ${e.querySelector('.name').textContent}: ${e.querySelector('.facts').textContent}`);";
    let said = page.browser.script(all, vec![]);
    said.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(super) fn waits_for_sets(page: &Page, count: usize) {
    let there = "document.querySelectorAll('.desk [data-set]').length === arguments[0]";
    page.browser.wait("the sets", there, vec![json!(count)]);
}

pub(super) fn is_accessible(page: &Page, state: &str) {
    let Some(rules) = rules().filter(|_| page.browser.engine == Engine::Chromium) else { return };
    let faults = page.faults(&rules, true);
    assert!(faults.is_empty(), "{state}: {}", faults.join("\n"));
}

pub fn returned_files_are_gathered(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let span = page.tag(&corpus, corpus.find("بريت ماكغورك", 0), &label);
    let before = page.download();
    open_annotators(page);
    waits_for_sets(page, 1);
    give(page, &[seed("hind"), seed("salim"), seed("layla")]);
    let said = came(page, 3);
    assert!(said.iter().all(|line| line.starts_with("taken ")), "{said:?}");
    waits_for_sets(page, 4);
    let listed = sets(page);
    assert!(listed[0].starts_with("own ") && listed[1].starts_with("received هند: "), "{listed:?}");
    is_accessible(page, "the annotators");

    // They are read-only sets beside one's own, with the spans as the files have them.
    let file = page.download();
    let roles = file.0["annotation_sets"].as_array().into_iter().flatten();
    let roles = roles.map(|set| set["role"].as_str().unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(roles, ["own", "received", "received", "received"]);
    let hind: Value = serde_json::from_str(&text("hind")).unwrap();
    for theirs in hind["documents"][0]["spans"].as_array().unwrap() {
        let ours = file.span(FT, theirs["id"].as_str().unwrap());
        for field in ["set", "label", "start", "end", "text", "note", "attributes", "created_at", "updated_at"] {
            assert_eq!(ours[field], theirs[field], "{field}");
        }
    }
    assert_eq!(file.span(FT, &span)["set"], before.span(FT, &span)["set"]);
    page.show(&corpus, corpus.find("بريت ماكغورك", 0));
    page.painted(&span);

    // Hidden and shown again, which is no change; taken out, and brought back.
    let painted = |page: &Page| page.painted_ids(&corpus).len();
    let all = painted(page);
    page.press_action(".desk [data-set=\"salim\"] [data-action=\"hide-set\"]");
    page.browser.wait(
        "the set to be hidden",
        "document.querySelector('.desk [data-set=\"salim\"] [data-action=\"hide-set\"]').getAttribute('aria-pressed') === 'true'",
        vec![],
    );
    page.browser.frames();
    assert!(painted(page) < all, "their spans are hidden");
    page.press_action(".desk [data-set=\"salim\"] [data-action=\"hide-set\"]");
    page.browser.wait("the set to be shown", "document.querySelector('.desk [data-set=\"salim\"] [data-action=\"hide-set\"]').getAttribute('aria-pressed') === 'false'", vec![]);
    page.press_action(".desk [data-set=\"layla\"] [data-action=\"remove-set\"]");
    waits_for_sets(page, 3);
    page.undo();
    waits_for_sets(page, 4);

    // The same again brings nothing; a different text is refused in words; what is no project, too.
    let other = text("hind").replace("هند", "نور").replace("\"hind\"", "\"nur\"").replace("\"h-", "\"n-");
    let mut other: Value = serde_json::from_str(&other).unwrap();
    let words = other["documents"][0]["text"].as_str().unwrap().to_owned() + "!";
    other["documents"][0]["sha256"] = json!(hashiya::core::document::Document::hash(&words));
    other["documents"][0]["length"] = Value::Null;
    other["documents"][0].as_object_mut().unwrap().remove("length");
    other["documents"][0]["text"] = json!(words);
    give(page, &[seed("salim"), page.keep("nur.json", &other.to_string()), page.keep("broken.json", "{\"format\": \"hashiya\"")]);
    let said = came(page, 3);
    let marks = said.iter().map(|line| line.split(' ').next().unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(marks, ["taken", "fault", "fault"], "{said:?}");
    assert!(said[1].contains("رُفض المستند"), "{said:?}");
    waits_for_sets(page, 5);
    let file = page.download();
    assert!(file.spans(FT).iter().all(|span| span["set"] != "nur"), "nothing of the other text");
    assert!(file.spans(NYT).iter().any(|span| span["set"] == "nur"), "the same text is taken");
    page.undo();
    waits_for_sets(page, 4);
    page.undo();
    waits_for_sets(page, 1);
    assert_eq!(page.download().0["annotation_sets"], before.0["annotation_sets"], "each drop is one step");
}

pub fn annotators_and_agreement_on_a_phone(page: &mut Page) {
    page.be_a_phone();
    for (language, theme) in [("ar", "dark"), ("en", "light")] {
        page.open("");
        page.browser
            .script("localStorage.setItem('hashiya/settings', JSON.stringify({ theme: arguments[0] }));", vec![json!(theme)]);
        page.open(&format!("?lang={language}&project={EXAMPLE}#/{FT}"));
        page.shows(FT);
        open_annotators(page);
        waits_for_sets(page, 3);
        page.press_action(".desk [data-part=\"hand-out\"] summary");
        is_accessible(page, "the annotators on a phone");
        is_narrow(page);
        page.press_action(".desk [data-action=\"show-agreement\"]");
        page.waits_for(".desk-agreement[data-measured=\"true\"] [data-pair=\"hind layla\"]");
        page.press_action(".desk [data-pair=\"hind layla\"] button");
        page.waits_for(".desk [data-table=\"confusion\"]");
        is_accessible(page, "agreement on a phone");
        is_narrow(page);
    }
    page.be_a_desktop();
}

fn is_narrow(page: &Page) {
    let wide = page.browser.script(
        "const s = document.scrollingElement, desk = document.querySelector('.desk-page');
         return [s.scrollWidth - s.clientWidth, desk.scrollWidth - desk.clientWidth];",
        vec![],
    );
    assert_eq!(wide, json!([0, 0]), "nothing scrolls sideways");
}

/// The value of a measure in the row of a pair; `None` while it is not known.
fn measure(page: &Page, pair: &str, measure: &str) -> f64 {
    let find =
        "document.querySelector(`.desk [data-pair=\"${arguments[0]}\"] [data-measure=\"${arguments[1]}\"] .figure`)?.textContent";
    let said = page.browser.wait("a measure", find, vec![json!(pair), json!(measure)]);
    said.as_str().and_then(|said| said.replace('−', "-").parse().ok()).unwrap_or(f64::NAN)
}

pub fn agreement_is_measured_in_the_example(page: &mut Page) {
    page.open_document(FT);
    open_annotators(page);
    leave(page, ".desk [data-action='annotators-example']", Some(EXAMPLE));
    page.shows(FT);
    open_annotators(page);
    waits_for_sets(page, 3);
    page.press_action(".desk [data-action=\"show-agreement\"]");
    page.browser.wait(
        "everything measured",
        "document.querySelector('.desk-agreement[data-measured=\"true\"][data-gamma=\"true\"] .agreement-progress[hidden]')",
        vec![],
    );
    let (exact, tolerant) = (measure(page, "hind salim", "f1_exact"), measure(page, "hind salim", "f1_tolerant"));
    assert!(0.3 < exact && exact < tolerant && tolerant < 1.0, "{exact} {tolerant}");
    assert!(measure(page, "together", "fleiss_kappa") > 0.3);
    assert!(measure(page, "together", "gamma") > 0.2);
    is_accessible(page, "agreement of all");

    // A pair: every measure tells what it means; the matrix leads to the spans.
    page.press_action(".desk [data-pair=\"hind layla\"] button");
    page.waits_for(".desk [data-table=\"confusion\"]");
    page.press_action(".desk [data-told=\"f1_tolerant\"] summary");
    page.waits_for(".desk [data-told=\"f1_tolerant\"] [open]");
    assert!(!page.words_of(".desk [data-told=\"f1_tolerant\"] details").is_empty());
    // Chromium's driver does not scroll by itself within what runs from right to left.
    let into_view =
        "document.querySelector('.desk [data-cell=\"GPE GPE\"]').scrollIntoView({ block: 'center', inline: 'center' });";
    page.browser.script(into_view, vec![]);
    page.press_action(".desk [data-cell=\"GPE GPE\"]");
    page.waits_for(".desk [data-couples] [data-jump]");
    is_accessible(page, "a pair and its matrix");
    let span = page.browser.script("return document.querySelector('.desk [data-couples] [data-jump]').dataset.jump;", vec![]);
    page.press_action(".desk [data-couples] [data-jump]");
    page.painted(span.as_str().unwrap_or_default());
    // By keys: from cell to cell, and into one.
    page.browser.script("document.querySelector('.desk [data-cell=\"GPE GPE\"]').focus();", vec![]);
    page.keys(&["ArrowDown"]);
    page.keys(&["Enter"]);
    let moved = "document.activeElement?.matches('[data-cell][aria-pressed=\"true\"]:not([data-cell=\"GPE GPE\"])')";
    page.browser.wait("another cell", moved, vec![]);

    // One label, one document fewer, one set fewer: measured anew.
    page.browser.script(
        "const label = document.querySelector('.desk [data-field=\"agreement-label\"]'); label.value = 'GPE'; label.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    let differs = "parseFloat(document.querySelector('.desk [data-pair=\"hind salim\"] [data-measure=\"f1_exact\"] .figure')?.textContent) !== arguments[0]";
    page.browser.wait("the label's own measure", differs, vec![json!(exact)]);
    page.press_action(".desk [data-part=\"what\"] summary");
    page.press_action(".desk [data-measured=\"set\"][value=\"layla\"]");
    page.browser.wait("one pair", "document.querySelectorAll('.desk [data-pair]').length === 1", vec![]);
    // Nothing of it has changed the example.
    assert_eq!(page.download().0["annotation_sets"].as_array().map(Vec::len), Some(3));
}
