//! Relations within a document, and links between two.

use serde_json::{Value, json};

use super::desk_tagset::close_desk;
use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::native::Native;

/// A type of relations from persons to occupations.
fn post() -> Value {
    json!({ "relation_types": [{
        "id": "post", "name": { "ar": "منصب", "en": "post" }, "rules": [{ "from": ["PERS"], "to": ["OCC"] }],
    }] })
}

fn ends(relation: &Value) -> [&str; 3] {
    ["type", "from", "to"].map(|field| relation[field].as_str().unwrap_or_default())
}

pub fn relation_by_mouse(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (name, office) = (corpus.find("بريت ماكغورك", 0), corpus.find("مستشار البيت الأبيض لشؤون الشرق الأوسط", 0));
    let from = page.tag(&corpus, name, &page.label(0));
    let to = page.tag(&corpus, office, &page.label(2));
    page.open_card(&corpus, &from, name);
    page.begin_link(&from);
    page.choose_second(&corpus, office);
    // The tagset has no types yet: the first one is named where it is missed.
    page.name_kind("منصب");
    page.waits_without("[data-menu]");
    let file = page.download();
    let made = file.records(FT, "relations");
    assert_eq!(made.len(), 1);
    let (id, kind) = (made[0]["id"].as_str().expect("an id").to_owned(), made[0]["type"].as_str().expect("a type").to_owned());
    assert_eq!(ends(&made[0]), [kind.as_str(), from.as_str(), to.as_str()]);
    assert_eq!(made[0]["set"], file.span(FT, &from)["set"]);
    let row = format!("[data-card] [data-relation=\"{id}\"]");
    page.waits_for(&row);
    assert!(page.words_of(&row).contains("ماكغورك") && page.words_of(&row).contains("منصب"), "{}", page.words_of(&row));
    page.undo();
    page.waits_without(&row);
    assert!(page.download().records(FT, "relations").is_empty());
    page.redo();
    page.saved();
    page.reload();
    page.open_card(&corpus, &from, name);
    page.waits_for(&row);
    page.press_action(&format!("{row} [data-action=\"edit-row\"]"));
    page.press_action(&format!("{row} [data-action=\"reverse\"]"));
    let turned = page.download();
    assert_eq!(ends(&turned.records(FT, "relations")[0]), [kind.as_str(), to.as_str(), from.as_str()]);
    travels(page, &turned, |file| file.records(FT, "relations"));
    page.open_document(FT);
    page.open_card(&corpus, &from, name);
    page.press_action(&format!("{row} [data-action=\"remove-row\"]"));
    page.waits_without(&row);
    assert!(page.download().records(FT, "relations").is_empty());
    page.undo();
    page.waits_for(&row);
}

/// What a file holds is the same where it is opened on an origin that knows nothing of it.
pub(super) fn travels(page: &mut Page, file: &Native, holds: impl Fn(&Native) -> Vec<Value>) {
    let kept = page.keep("kept.json", &file.0.to_string());
    page.move_to_new_origin();
    page.open("");
    page.open_files(&[kept]);
    page.notice("info");
    assert_eq!(holds(&page.download()), holds(file), "what was opened is what was downloaded");
}

pub fn relation_by_keys(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.open_kinds(&post());
    let (name, office) = (corpus.find("بريت ماكغورك", 0), corpus.find("مستشار البيت الأبيض لشؤون الشرق الأوسط", 0));
    let to = page.tag(&corpus, office, &page.label(2));
    let from = page.tag(&corpus, name, &page.label(0));
    page.keys(&["Escape"]);
    page.keys(&["n"]);
    page.waits_for(&format!("[data-card=\"{to}\"]"));
    page.keys(&["n"]);
    page.waits_for(&format!("[data-card=\"{from}\"] [data-action=\"link\"]"));
    page.keys(&["Shift", "l"]);
    page.waits_for("[data-bar=\"linking\"]");
    page.keys(&["b"]);
    page.waits_for("[data-menu=\"link\"] [data-offer=\"relation:post\"]");
    page.keys(&["1"]);
    page.waits_without("[data-bar=\"linking\"]");
    let file = page.download();
    assert_eq!(ends(&file.records(FT, "relations")[0]), ["post", from.as_str(), to.as_str()]);
    assert_eq!(file.span(FT, &to)["label"], json!("OCC"), "the digit gave no label");
    // A second press of the key leaves off, and so does Esc.
    page.keys(&["Shift", "l"]);
    page.waits_for("[data-bar=\"linking\"]");
    page.keys(&["Escape"]);
    page.waits_without("[data-bar=\"linking\"]");
    // The list of all relations: Delete removes the row that has the focus.
    page.keys(&["Shift", "x"]);
    page.waits_for(".desk [data-relation] [data-row]");
    page.browser.script("document.querySelector('.desk [data-relation] [data-row]').focus();", vec![]);
    page.keys(&["Delete"]);
    page.waits_without(".desk [data-relation]");
    assert!(page.download().records(FT, "relations").is_empty());
    close_desk(page);
    page.undo();
    assert_eq!(page.download().records(FT, "relations").len(), 1);
}

pub fn the_other_end_is_tagged_by_the_bar_above_the_question(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let from = page.tag(&corpus, corpus.find("بريت ماكغورك", 0), &page.label(0));
    page.begin_link(&from);
    let place = corpus.find("طهران", 3);
    page.show_above_foot(&corpus, place, 145);
    page.click_at(page.aim(&corpus, corpus.utf16(place.start + 2), false), 2);
    let pick = "[data-bar=\"selection\"] [data-pick=\"GPE\"]";
    page.waits_for(pick);
    let apart = page.browser.script(
        "const [bar, line] = ['selection', 'linking'].map((name) => document.querySelector(`[data-bar=\"${name}\"]`).getBoundingClientRect());
        return bar.bottom <= line.top || bar.top >= line.bottom;",
        vec![],
    );
    assert_eq!(apart, json!(true), "the bar at the selection and the line that asks for the other end");
    page.press_action(pick);
    page.waits_for("[data-menu=\"link\"]");
    let asked = page.words_of("[data-bar=\"linking\"] [role=\"status\"]");
    assert!(asked.contains("ماكغورك") && asked.contains("طهران"), "both ends are named: {asked}");
}

pub fn what_is_not_allowed_says_why(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.open_kinds(&post());
    let (name, place) = (corpus.find("بريت ماكغورك", 0), corpus.find("إيران", 0));
    let from = page.tag(&corpus, name, &page.label(0));
    page.tag(&corpus, place, &page.label(4));
    page.open_card(&corpus, &from, name);
    page.begin_link(&from);
    page.choose_second(&corpus, place);
    page.press_action("[data-menu=\"link\"] summary");
    let why = page.words_of("[data-menu=\"link\"] [data-refused=\"relation:post\"]");
    assert!(why.contains("منصب") && why.contains("لا تصل إلى"), "{why}");
    assert!(page.words_of("[data-menu=\"link\"] [data-offer]").is_empty(), "nothing is offered");
    page.keys(&["Escape"]);
    page.waits_without("[data-menu]");
    page.press_action("[data-action=\"link-cancel\"]");
    page.waits_without("[data-bar=\"linking\"]");
    assert!(page.download().records(FT, "relations").is_empty());
}

pub fn link_between_documents(page: &mut Page) {
    let (here, there) = (Corpus::read(FT), Corpus::read(NYT));
    page.open_document(NYT);
    let far = there.find("بريت مكجورك", 0);
    let to = page.tag(&there, far, &page.label(0));
    page.open_document(FT);
    let near = here.find("بريت ماكغورك", 0);
    let from = page.tag(&here, near, &page.label(0));
    page.open_card(&here, &from, near);
    page.begin_link(&from);
    page.keys(&["Alt", "PageDown"]);
    page.shows(NYT);
    page.waits_for("[data-bar=\"linking\"]");
    page.choose_second(&there, far);
    page.pick("link:same");
    page.waits_without("[data-menu]");
    let made = page.download().tops("links");
    assert_eq!(made.len(), 1);
    let end = |document: &str, span: &str| json!({ "document": document, "span": span });
    assert_eq!([&made[0]["type"], &made[0]["from"], &made[0]["to"]], [&json!("same"), &end(FT, &from), &end(NYT, &to)]);
    let row = format!("[data-card] [data-link=\"{}\"]", made[0]["id"].as_str().expect("an id"));
    page.waits_for(&row);
    page.press_action(&format!("{row} [data-action=\"edit-row\"]"));
    let field = format!("{row} [data-field=\"record-note\"]");
    page.waits_for(&field);
    let element = page.browser.element("return document.querySelector(arguments[0]);", vec![json!(field)]);
    page.browser.type_into(&element, "رسمان لاسم واحد");
    page.keys(&["Enter"]);
    assert_eq!(page.download().tops("links")[0]["note"], json!("رسمان لاسم واحد"));
    // The line leads to the other end, whose card has it too.
    page.press_action(&format!("{row} [data-row]"));
    page.shows(FT);
    page.waits_for(&format!("[data-card=\"{from}\"] [data-link]"));
    let file = page.download();
    page.press_action(&format!("{row} [data-action=\"remove-row\"]"));
    page.waits_without(&row);
    assert!(page.download().tops("links").is_empty());
    page.undo();
    page.waits_for(&row);
    travels(page, &file, |file| file.tops("links"));
}

pub fn link_by_two_clicks_side_by_side(page: &mut Page) {
    let (here, there) = (Corpus::read(FT), Corpus::read(NYT));
    page.open_document(NYT);
    let to = page.tag(&there, there.find("بريت مكجورك", 0), &page.label(0));
    page.open_document(FT);
    let near = here.find("بريت ماكغورك", 0);
    let from = page.tag(&here, near, &page.label(0));
    page.keys(&["Shift", "b"]);
    page.waits_for("#beside article");
    page.open_card(&here, &from, near);
    page.begin_link(&from);
    let piece = format!("#beside [data-span=\"{to}\"]");
    let far = there.find("بريت مكجورك", 0);
    page.browser.script(
        "const at = arguments[0]; [...document.querySelectorAll('#beside [data-start]')]
           .find((b) => at >= +b.dataset.start && at < +b.dataset.start + b.textContent.length).scrollIntoView({ block: 'center' });",
        vec![json!(there.utf16(far.start))],
    );
    page.waits_for(&piece);
    let middle = page.browser.script(
        "const r = document.querySelector(arguments[0]).getBoundingClientRect();
         return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)];",
        vec![json!(piece)],
    );
    page.click_at([0, 1].map(|at| middle[at].as_i64().expect("a place on the screen")), 1);
    page.pick("link:same");
    page.waits_without("[data-menu]");
    page.shows(FT);
    let made = page.download().tops("links");
    assert_eq!([&made[0]["from"]["span"], &made[0]["to"]["span"]], [&json!(from), &json!(to)]);
}

pub fn deleting_a_span_takes_what_stands_on_it(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.open_kinds(&post());
    let (name, office) = (corpus.find("بريت ماكغورك", 0), corpus.find("مستشار البيت الأبيض لشؤون الشرق الأوسط", 0));
    let from = page.tag(&corpus, name, &page.label(0));
    page.tag(&corpus, office, &page.label(2));
    page.open_card(&corpus, &from, name);
    page.begin_link(&from);
    page.choose_second(&corpus, office);
    page.pick("relation:post");
    page.waits_without("[data-menu]");
    page.open_card(&corpus, &from, name);
    page.card_action(&from, "entity");
    page.pick("new");
    page.waits_without("[data-menu]");
    let whole = page.download();
    assert_eq!((whole.records(FT, "relations").len(), whole.tops("entities").len()), (1, 1));
    page.card_action(&from, "delete");
    let less = page.download();
    assert!(less.records(FT, "relations").is_empty());
    assert_eq!(less.tops("entities")[0]["mentions"], json!([]), "the entity stays, without the mention");
    page.undo();
    let back = page.download();
    assert_eq!(back.records(FT, "relations"), whole.records(FT, "relations"), "one step brings all of it back");
    assert_eq!(back.tops("entities"), whole.tops("entities"));
}

pub fn relation_by_fingers(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.be_a_phone();
    page.open_document(FT);
    let (first, second) = (corpus.find("واشنطن", 0), corpus.find("طهران", 0));
    let label = page.label(4);
    let from = page.tag(&corpus, first, &label);
    let to = page.tag(&corpus, second, &label);
    let middle = |page: &Page, at: crate::corpus::Stretch| {
        page.show(&corpus, at);
        page.aim(&corpus, corpus.utf16(at.start + 2), false)
    };
    let point = middle(page, first);
    page.tap(point);
    page.waits_for(&format!("[data-card=\"{from}\"] [data-action=\"link\"]"));
    page.tap_on(&format!("[data-card=\"{from}\"] [data-action=\"link\"]"));
    page.waits_for("[data-bar=\"linking\"]");
    let point = middle(page, second);
    page.tap(point);
    page.waits_for("[data-menu=\"link\"] [data-field=\"new-kind\"]");
    page.tap_on("[data-menu=\"link\"] [data-field=\"new-kind\"]");
    page.write_on_screen("خصم");
    page.tap_on("[data-menu=\"link\"] [data-action=\"kind-make\"]");
    page.waits_without("[data-menu]");
    let made = page.download().records(FT, "relations");
    assert_eq!(ends(&made[0])[1..], [from.as_str(), to.as_str()]);
    page.be_a_desktop();
}

pub fn the_first_relation_needs_no_typing(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (name, office) = (corpus.find("بريت ماكغورك", 0), corpus.find("مستشار", 0));
    let from = page.tag(&corpus, name, &page.label(0));
    page.open_card(&corpus, &from, name);
    page.begin_link(&from);
    // Words that are selected now are to be tagged, not to become a piece of the first span.
    page.show(&corpus, office);
    let point = page.aim(&corpus, corpus.utf16(office.start + 2), false);
    page.click_at(point, 2);
    page.waits_for("[data-bar=\"selection\"] [data-pick]");
    page.waits_without("[data-bar=\"selection\"] [data-action=\"add-fragment\"]");
    let label = page.label(2);
    page.press_label(&label);
    page.waits_for("[data-menu=\"link\"] [data-action=\"kind-named\"]");
    page.press_action("[data-menu=\"link\"] [data-action=\"kind-named\"]");
    page.waits_without("[data-menu]");
    let file = page.download();
    assert_eq!(ends(&file.records(FT, "relations")[0])[1], from);
    assert_eq!(file.0["tagset"]["relation_types"][0]["name"]["ar"], json!("منصب"));
    // The other document is one click away, and the other end can be chosen there.
    page.keys(&["Escape"]);
    page.open_card(&corpus, &from, name);
    page.begin_link(&from);
    page.press_action(&format!("[data-bar=\"linking\"] [data-to=\"{NYT}\"]"));
    page.shows(NYT);
    page.waits_for("[data-bar=\"linking\"]");
}

pub fn what_is_joined_stands_clear(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let name = corpus.find("طهران", 3);
    let span = page.tag(&corpus, name, &page.label(4));
    page.open_card(&corpus, &span, name);
    page.waits_for(&format!("[data-card=\"{span}\"] [data-action=\"link\"]"));
    // It stands in the last line of the window, where the line that says what is under way will lie.
    let piece = "document.querySelector(`#reading [data-span=\"${arguments[0]}\"]`).getBoundingClientRect()";
    let at_foot = format!("scrollBy({{ top: {piece}.bottom - innerHeight + 20, behavior: 'instant' }});");
    page.browser.script(&at_foot, vec![json!(span)]);
    page.keys(&["Shift", "l"]);
    page.waits_for("[data-bar=\"linking\"]");
    let clear = format!("{piece}.bottom <= document.querySelector('[data-bar=\"linking\"]').getBoundingClientRect().top");
    page.browser.wait("the span to stand clear", &clear, vec![json!(span)]);
}
