//! From the files of three annotators to a gold document: what they differ in is listed beside the text, and settled by keys alone and
//! by mouse alone.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT, Stretch};
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::page::access::rules;
use crate::page::native::Native;

/// The annotators: their sets, and their names.
const HANDS: [(&str, &str); 3] = [("set-a", "سلمى"), ("set-b", "هند"), ("set-c", "سامي")];

/// What each marked: label and stretch.
fn work(corpus: &Corpus) -> [Vec<(&'static str, Stretch)>; 3] {
    let name = corpus.find("بريت ماكغورك", 0);
    let first = Stretch { start: name.start, end: name.start + 4 };
    let last = Stretch { start: name.start + 5, end: name.end };
    let states = corpus.find("الولايات المتحدة", 0);
    let oman = corpus.find("عُمان", 0);
    let paper = corpus.find("فايننشال تايمز", 0);
    let house = corpus.find("البيت الأبيض", 0);
    let common = [("GPE", states), ("GPE", oman)];
    let of = |own: &[(&'static str, Stretch)]| common.iter().chain(own).copied().collect::<Vec<_>>();
    [
        of(&[("PERS", name), ("ORG", paper), ("ORG", house)]),
        of(&[("PERS", first), ("PERS", last), ("ORG", paper)]),
        of(&[("PERS", name), ("PRODUCT", paper)]),
    ]
}

/// The three files, made from the project as it stands.
fn files(page: &Page, corpus: &Corpus) -> Vec<std::path::PathBuf> {
    let base = page.download().0;
    let each = HANDS.iter().zip(work(corpus)).map(|((set, annotator), spans)| {
        let mut file = base.clone();
        file["annotation_sets"] = json!([{ "id": set, "annotator": annotator, "role": "received" }]);
        for document in file["documents"].as_array_mut().expect("documents") {
            let here = document["id"] == FT;
            let spans = spans.iter().enumerate().filter(|_| here).map(|(nth, (label, place))| {
                json!({ "id": format!("{set}-{nth}"), "set": set, "label": label, "start": place.start, "end": place.end, "text": corpus.slice(*place) })
            });
            document["spans"] = spans.collect();
        }
        page.keep(&format!("{set}.json"), &file.to_string())
    });
    each.collect()
}

/// Opens the files of all three and the page that settles what they differ in.
fn open(page: &mut Page, corpus: &Corpus) {
    let files = files(page, corpus);
    page.open_files(&files);
    page.any_notice();
    page.keys(&["Escape"]);
    page.keys(&["F8"]);
    page.waits_for(".desk [data-difference]");
    waits_for_progress(page, 0, 3);
}

fn waits_for_progress(page: &Page, settled: usize, all: usize) {
    let told = "(() => { const told = document.querySelector('.desk [data-settled]')?.dataset; return told && Number(told.settled) === arguments[0] && Number(told.differences) === arguments[1]; })()";
    page.browser.wait(&format!("{settled} of {all}"), told, vec![json!(settled), json!(all)]);
}

/// What each annotator's file says, and what the gold set says: label and words, in the order of the text.
fn said(file: &Native, set: &str) -> Vec<(String, String)> {
    let mut spans = file.spans(FT);
    spans.sort_by_key(|span| (span["start"].as_u64(), std::cmp::Reverse(span["end"].as_u64())));
    let own = spans.into_iter().filter(|span| span["set"] == set);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    own.map(|span| (text(&span["label"]), text(&span["text"]))).collect()
}

fn gold_set(file: &Native) -> &Value {
    let sets = file.0["annotation_sets"].as_array().expect("sets");
    sets.iter().find(|set| set["role"] == "gold").expect("a gold set")
}

/// Fails unless every annotator's work is what it was.
fn untouched(file: &Native, corpus: &Corpus) {
    for ((set, annotator), mut spans) in HANDS.iter().zip(work(corpus)) {
        spans.sort_by_key(|(_, place)| (place.start, std::cmp::Reverse(place.end)));
        let theirs = spans.iter().map(|(label, place)| ((*label).to_owned(), corpus.slice(*place))).collect::<Vec<_>>();
        assert_eq!(said(file, set), theirs, "{set}");
        let sets = file.0["annotation_sets"].as_array().expect("sets");
        assert!(sets.iter().any(|one| one["id"] == *set && one["annotator"] == *annotator && one["role"] == "received"));
    }
}

/// Fails unless each gold span tells where it comes from.
fn tells_where_from(file: &Native, by: &str) {
    let gold = gold_set(file);
    assert_eq!(gold["derived_from"], json!(HANDS.map(|(set, _)| set)));
    for span in file.spans(FT).into_iter().filter(|span| span["set"] == gold["id"]) {
        let from = span["provenance"]["from"].as_array().expect("sources");
        assert!(!from.is_empty() && span["provenance"]["by"] == by && span["provenance"]["at"].is_string(), "{span}");
        let theirs =
            from.iter().all(|one| file.spans(FT).iter().any(|span| span["id"] == one["span"] && span["set"] == one["set"]));
        assert!(theirs, "{span}");
    }
}

fn is_accessible(page: &Page, state: &str) {
    let Some(rules) = rules().filter(|_| page.browser.engine == Engine::Chromium) else { return };
    let faults = page.faults(&rules, true);
    assert!(faults.is_empty(), "{state}: {}", faults.join("\n"));
}

/// The current row has the focus, and shows it.
fn current(page: &Page, place: usize) {
    let at = "[...document.querySelectorAll('.desk [data-difference]')].findIndex((row) => row.contains(document.activeElement)) === arguments[0]";
    page.browser.wait(&format!("row {place} to have the focus"), at, vec![json!(place)]);
    page.focus_is_seen();
}

pub fn three_files_become_a_gold_document_by_keys(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open("?lang=ar");
    page.shows(FT);
    open(page, &corpus);
    current(page, 0);
    // The paper: two say one thing, the third another. The first one's key takes it, and the next difference has the focus.
    page.keys(&["1"]);
    waits_for_progress(page, 1, 3);
    current(page, 1);
    // The house: one alone says so, and none of it is taken.
    page.keys(&["n"]);
    waits_for_progress(page, 2, 3);
    current(page, 2);
    // The name: taken as two, then taken back, then all of it, then as the third says.
    page.keys(&["2"]);
    waits_for_progress(page, 3, 3);
    let file = page.download();
    let gold = gold_set(&file)["id"].as_str().expect("an id").to_owned();
    let three = |words: &[(&str, &str)]| words.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
    assert_eq!(said(&file, &gold), three(&[("ORG", "فايننشال تايمز"), ("PERS", "بريت"), ("PERS", "ماكغورك")]));
    page.browser.script("document.querySelector('.desk [data-difference] [aria-current]').focus();", vec![]);
    page.undo();
    waits_for_progress(page, 2, 3);
    page.browser.script("document.querySelector('.desk [data-difference] [aria-current]').focus();", vec![]);
    page.keys(&["b"]);
    waits_for_progress(page, 3, 3);
    page.keys(&["3"]);
    waits_for_progress(page, 3, 3);
    // An edit of one's own: the label is another, the end one letter further.
    page.keys(&["e"]);
    page.focus_comes_to("[data-field='settle-label']");
    page.keys(&["Escape"]);
    page.browser.wait("the focus in the row", "document.activeElement.matches('[data-row]')", vec![]);
    page.waits_without(".desk .settle-editor");
    // What all agree on, by its button.
    page.browser.script("document.querySelector(\"[data-action='take-agreement']\").focus();", vec![]);
    page.keys(&["Enter"]);
    page.browser.wait("none left", "document.querySelector(\"[data-action='take-agreement']\").dataset.count === '0'", vec![]);
    page.saved();
    let file = page.download();
    let all = [("ORG", "فايننشال تايمز"), ("GPE", "عُمان"), ("GPE", "الولايات المتحدة"), ("PERS", "بريت ماكغورك")];
    let mut told = said(&file, &gold);
    let mut all = three(&all);
    told.sort();
    all.sort();
    assert_eq!(told, all);
    untouched(&file, &corpus);
    let left = &file.0["refusals"][0];
    assert_eq!((&left["how"], &left["document"]), (&json!("neither"), &json!(FT)), "what was left out is written down");
    // After a reload all of it is there, and can be undone.
    page.reload();
    page.keys(&["F8"]);
    waits_for_progress(page, 3, 3);
}

pub fn three_files_become_a_gold_document_by_mouse(page: &mut Page) {
    let corpus = Corpus::read(FT);
    for (language, theme) in [("ar", "light"), ("en", "dark")] {
        page.move_to_new_origin();
        page.open("");
        page.browser
            .script("localStorage.setItem('hashiya/settings', JSON.stringify({ theme: arguments[0] }));", vec![json!(theme)]);
        page.open(&format!("?lang={language}"));
        page.shows(FT);
        open(page, &corpus);
        is_accessible(page, "the differences");
        // Who settles is said once, and written with each decision.
        page.press_action(".settle-between summary");
        page.press_action("[data-field='settle-by']");
        page.browser.script("document.activeElement.value = 'ليلى'; document.activeElement.dispatchEvent(new InputEvent('input', { bubbles: true }));", vec![]);
        page.keys(&["Enter"]);
        page.press_action("[data-action='take-majority']");
        waits_for_progress(page, 3, 3);
        page.press_action("[data-action='take-agreement']");
        page.browser.wait("four in it", "document.querySelector('[data-gold]')?.dataset.gold === '4'", vec![]);
        // One is settled otherwise: edited, with a letter more at its end.
        page.press_action(".desk [data-difference]:last-of-type [data-row]");
        page.press_action("[data-action='settle-edit']");
        page.press_action("[data-nudge='start +']");
        page.press_action("[data-nudge='start −']");
        page.press_action("[data-nudge='end −']");
        is_accessible(page, "the editor");
        page.press_action("[data-action='settle-keep']");
        page.waits_without(".desk .settle-editor");
        let file = page.download_by(|page| page.press_action("[data-action='download-gold']"));
        let gold = gold_set(&file)["id"].as_str().expect("an id").to_owned();
        assert_eq!(file.0["annotation_sets"].as_array().map(Vec::len), Some(1), "the gold set alone");
        let told = said(&file, &gold);
        assert!(told.contains(&("PERS".to_owned(), "بريت ماكغور".to_owned())), "{told:?}");
        let file = page.download();
        untouched(&file, &corpus);
        tells_where_from(&file, "ليلى");
    }
}

pub fn differences_are_settled_on_a_phone(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.be_a_phone();
    for (language, theme) in [("ar", "dark"), ("en", "light")] {
        page.move_to_new_origin();
        page.open("");
        page.browser
            .script("localStorage.setItem('hashiya/settings', JSON.stringify({ theme: arguments[0] }));", vec![json!(theme)]);
        page.open(&format!("?lang={language}"));
        page.shows(FT);
        open(page, &corpus);
        page.tap_on(".desk [data-difference] [data-take='set-a']");
        waits_for_progress(page, 1, 3);
        is_accessible(page, "the differences on a phone");
        let wide = page.browser.script(
            "const s = document.scrollingElement, desk = document.querySelector('.desk-page');
             return [s.scrollWidth - s.clientWidth, desk.scrollWidth - desk.clientWidth];",
            vec![],
        );
        assert_eq!(wide, json!([0, 0]), "nothing scrolls sideways");
    }
    page.be_a_desktop();
}
