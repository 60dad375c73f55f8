//! The page of the documents: renamed, turned round, put in order, removed, found among hundreds.

use serde_json::{Value, json};

use super::desk_tagset::{close_desk, write};
use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::native::Native;

/// Opens the page by its key.
pub(super) fn open_documents(page: &Page) {
    page.keys(&["Alt", "Home"]);
    page.waits_for(".desk [data-document-row]");
}

pub(super) fn row(id: &str) -> String {
    format!(".desk [data-document-row=\"{id}\"]")
}

fn edit(page: &Page, id: &str) {
    page.press_action(&format!("{} [data-action=\"edit-document\"]", row(id)));
    page.waits_for(&format!("{} [data-field=\"document-title\"]", row(id)));
}

/// Chooses what a field of the desk offers.
fn choose(page: &Page, field: &str, value: &str) {
    let script = "const choice = document.querySelector(`.desk [data-field=\"${arguments[0]}\"]`);
         choice.value = arguments[1];
         choice.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.script(script, vec![json!(field), json!(value)]);
    page.browser.frames();
}

pub(super) fn order(file: &Native) -> Vec<&str> {
    file.0["documents"].as_array().into_iter().flatten().filter_map(|document| document["id"].as_str()).collect()
}

fn listed(page: &Page) -> Value {
    page.browser
        .script("return [...document.querySelectorAll('.desk [data-document-row]')].map((e) => e.dataset.documentRow);", vec![])
}

pub(super) fn waits_for_order(page: &Page, ids: &[&str]) {
    let drawn = "JSON.stringify([...document.querySelectorAll('.desk [data-document-row]')].map((e) => e.dataset.documentRow)) === arguments[0]";
    page.browser.wait("the order", drawn, vec![json!(json!(ids).to_string())]);
}

pub fn documents_are_renamed_turned_moved_and_removed(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("بريت ماكغورك", 0);
    let label = page.label(0);
    let span = page.tag(&corpus, place, &label);
    let start = page.download();
    open_documents(page);
    assert_eq!(listed(page), json!([FT, NYT]));
    // Another title: in the bar, above the text, in the file.
    edit(page, FT);
    write(page, "document-title", "محادثات عُمان");
    page.keys(&["Enter"]);
    page.waits_for(".head .own-title h1");
    assert_eq!(page.words_of(".head .own-title h1"), "محادثات عُمان");
    assert_eq!(page.words_of("#bar .documents [aria-current] .name"), "محادثات عُمان");
    // A title needs letters, and a language its tag.
    write(page, "document-title", "«»");
    page.keys(&["Enter"]);
    page.waits_for(".desk [role=\"alert\"]");
    write(page, "document-language", "ar-OM");
    page.keys(&["Enter"]);
    page.waits_without(".desk [role=\"alert\"]");
    // The other way round: the painter follows.
    choose(page, "document-direction", "ltr");
    page.browser.wait("the article to turn", "T.article(arguments[0])?.dir === 'ltr'", vec![json!(FT)]);
    page.show(&corpus, place);
    page.pieces_fit(&corpus, &span, place);
    let file = page.download();
    let said = |file: &Native| ["title", "language", "direction"].map(|field| file.document(FT)[field].clone());
    assert_eq!(said(&file), [json!("محادثات عُمان"), json!("ar-OM"), json!("ltr")]);
    file.holds(&corpus, &span, place, &label.id);
    page.reload();
    page.shows(FT);
    let dir = page.browser.script("return T.article(arguments[0]).dir;", vec![json!(FT)]);
    assert_eq!((dir, page.words_of(".head .own-title h1")), (json!("ltr"), "محادثات عُمان".to_owned()));
    for _ in 0..3 {
        page.undo();
    }
    page.browser.wait("the article to turn back", "T.article(arguments[0])?.dir === 'rtl'", vec![json!(FT)]);
    page.pieces_fit(&corpus, &span, place);
    assert_eq!(said(&page.download()), said(&start));
    // The order, by a button and in the bar.
    open_documents(page);
    edit(page, FT);
    page.press_action(&format!("{} [data-action=\"move-down\"]", row(FT)));
    waits_for_order(page, &[NYT, FT]);
    assert_eq!(order(&page.download()), [NYT, FT]);
    // The open one goes, with all on it; the other one opens.
    page.press_action(&format!("{} [data-action=\"remove-document\"]", row(FT)));
    page.shows(NYT);
    waits_for_order(page, &[NYT]);
    page.waits_for(".desk .found-done");
    // The neighbour has the focus; after the mouse it shows no ring.
    let focused = "document.activeElement?.matches(arguments[0])";
    page.browser.wait("the neighbour's focus", focused, vec![json!(format!("{} [data-row]", row(NYT)))]);
    // The last one stays.
    page.keys(&["Delete"]);
    page.waits_for(".desk [role=\"alert\"]");
    assert_eq!(order(&page.download()), [NYT]);
    close_desk(page);
    page.undo();
    page.shows(FT);
    page.show(&corpus, place);
    page.pieces_fit(&corpus, &span, place);
    page.undo();
    let back = page.download();
    assert_eq!((order(&back), back.essence(FT)), (order(&start), start.essence(FT)));
}

/// A file like the project, of the articles and so many more documents of a line or two.
fn many(page: &Page, count: usize) -> Native {
    let mut file = page.download();
    let model = file.document(NYT).clone();
    let documents = file.0["documents"].as_array_mut().expect("documents");
    for nth in 0..count {
        let id = format!("short-{nth}");
        let text = format!("خبر رقم {nth}\nنص الخبر في سطر آخر{}", if nth == 207 { " وفيه كلمة زنبرك وحدها" } else { "" });
        let corpus = Corpus { id: "short", text };
        let mut document = model.clone();
        document["id"] = json!(id);
        document["title"] = json!(format!("خبر رقم {nth}"));
        document["sha256"] = json!(corpus.sha256());
        document["length"] =
            json!({ "code_points": corpus.len(), "utf16": corpus.utf16(corpus.len()), "utf8": corpus.text.len() });
        document["text"] = json!(corpus.text);
        for part in ["regions", "spans", "relations", "events", "labels"] {
            document[part] = json!([]);
        }
        documents.push(document);
    }
    file
}

pub fn hundreds_of_documents_by_keyboard(page: &mut Page) {
    page.open_document(FT);
    let file = many(page, 300);
    page.open_native("many.json", &file);
    page.open_document(FT);
    // The bar holds the open one and the way to all.
    let links = page.browser.script("return document.querySelectorAll('#bar .documents a').length;", vec![]);
    assert_eq!(links, 1);
    page.walk_to("#bar [data-action=\"documents\"]", &["Tab"]);
    page.keys(&["Enter"]);
    page.focus_comes_to(".desk [data-field=\"documents-find\"]");
    page.browser.wait("the first hundred", "document.querySelectorAll('.desk [data-document-row]').length === 100", vec![]);
    // Found by its text, opened, renamed.
    for letter in "زنبرك".chars() {
        page.keys(&[&letter.to_string()]);
    }
    waits_for_order(page, &["short-207"]);
    page.keys(&["ArrowDown"]);
    page.focus_comes_to(&format!("{} [data-row]", row("short-207")));
    page.keys(&["Enter"]);
    page.shows("short-207");
    page.keys(&["F2"]);
    page.focus_comes_to("[data-field=\"document-title\"]");
    page.keys(&["Control", "a"]);
    for letter in "نابض".chars() {
        page.keys(&[&letter.to_string()]);
    }
    page.keys(&["Enter"]);
    page.browser.wait("the title", "document.querySelector('#bar .documents .name').textContent === 'نابض'", vec![]);
    assert_eq!(page.download().document("short-207")["title"], json!("نابض"));
    // Among all: moved, chosen, removed together.
    page.press_action(".desk [data-field=\"documents-find\"]");
    for _ in 0.."زنبرك".chars().count() {
        page.keys(&["Backspace"]);
    }
    page.browser.wait("all again", "document.querySelectorAll('.desk [data-document-row]').length === 100", vec![]);
    page.keys(&["ArrowDown"]);
    page.keys(&["Home"]);
    page.focus_comes_to(&format!("{} [data-row]", row(FT)));
    page.keys(&["Alt", "ArrowDown"]);
    page.browser.wait(
        "the second place",
        "document.querySelectorAll('.desk [data-document-row]')[1].dataset.documentRow === arguments[0]",
        vec![json!(FT)],
    );
    page.focus_comes_to(&format!("{} [data-row]", row(FT)));
    for key in ["ArrowDown", " ", "ArrowDown", " "] {
        page.keys(&[key]);
    }
    page.press_action(".desk [data-action=\"remove-chosen\"]");
    page.browser.wait("300 documents", "document.querySelector('.desk [data-listed]').dataset.listed === '300'", vec![]);
    let file = page.download();
    assert_eq!((order(&file).len(), &order(&file)[..3]), (300, &[NYT, FT, "short-2"][..]));
    close_desk(page);
    page.undo();
    page.undo();
    let file = page.download();
    assert_eq!((order(&file).len(), &order(&file)[..4]), (302, &[FT, NYT, "short-0", "short-1"][..]));
}
