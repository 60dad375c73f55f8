//! Attributes and types are made and changed on the tagset's page.

use serde_json::{Value, json};

use super::desk_tagset::{close_desk, open_desk, write};
use crate::corpus::{Corpus, FT};
use crate::page::Page;
use crate::page::native::Native;

fn list(file: &Native, list: &str) -> Vec<Value> {
    file.0["tagset"][list].as_array().cloned().unwrap_or_default()
}

fn section(page: &Page, name: &str) {
    page.press_action(&format!(".desk [data-section=\"{name}\"]"));
    page.waits_for(&format!(".desk [data-kinds=\"{name}\"]"));
}

pub fn types_are_made_ruled_retired_and_removed(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (name, office) = (corpus.find("بريت ماكغورك", 0), corpus.find("مستشار البيت الأبيض لشؤون الشرق الأوسط", 0));
    let from = page.tag(&corpus, name, &page.label(0));
    page.tag(&corpus, office, &page.label(2));
    open_desk(page, "z", "desk-tagset");
    section(page, "relation_types");
    write(page, "new-kind", "post");
    page.keys(&["Enter"]);
    page.waits_for(".desk [data-kind=\"post\"] .desk-editor");
    write(page, "name-ar", "منصب");
    page.keys(&["Enter"]);
    page.press_action(".desk [data-action=\"rule-add\"]");
    for (end, label) in [("rule-from", "PERS"), ("rule-to", "OCC")] {
        page.press_action(&format!(".desk [data-field=\"{end}\"] summary"));
        page.press_action(&format!(".desk [data-field=\"{end}\"] [data-value=\"{label}\"]"));
        page.waits_for(&format!(".desk [data-field=\"{end}\"] [data-value=\"{label}\"][aria-pressed=\"true\"]"));
    }
    let made = list(&page.download(), "relation_types");
    assert_eq!(made[0]["name"], json!({ "ar": "منصب", "en": "post" }));
    assert_eq!(made[0]["rules"], json!([{ "from": ["PERS"], "to": ["OCC"] }]));
    section(page, "attributes");
    write(page, "new-kind", "mention");
    page.keys(&["Enter"]);
    page.waits_for(".desk [data-kind=\"mention\"] [data-field=\"attribute-type\"]");
    page.browser.script(
        "const s = document.querySelector('.desk [data-field=\"attribute-type\"]'); s.value = 'choice';
         s.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    page.waits_for(".desk [data-field=\"new-value\"]");
    write(page, "new-value", "name");
    page.keys(&["Enter"]);
    page.waits_for(".desk [data-value=\"name\"]");
    let attribute = list(&page.download(), "attributes");
    assert_eq!((&attribute[0]["type"], &attribute[0]["values"][0]["id"]), (&json!("choice"), &json!("name")));
    section(page, "event_types");
    write(page, "new-kind", "talks");
    page.keys(&["Enter"]);
    page.waits_for(".desk [data-field=\"new-role\"]");
    write(page, "new-role", "place");
    page.keys(&["Enter"]);
    page.waits_for(".desk [data-role=\"place\"]");
    write(page, "role-max", "١");
    page.keys(&["Enter"]);
    assert_eq!(list(&page.download(), "event_types")[0]["roles"][0]["max"], json!(1));
    close_desk(page);
    // What was made is offered; one in use is removed only when it has been said what becomes of it.
    page.open_card(&corpus, &from, name);
    page.begin_link(&from);
    page.choose_second(&corpus, office);
    page.pick("relation:post");
    page.waits_without("[data-menu]");
    open_desk(page, "z", "desk-tagset");
    section(page, "relation_types");
    page.press_action(".desk [data-edit=\"post\"]");
    page.press_action(".desk [data-action=\"kind-retire\"]");
    page.waits_for(".desk .retired [data-edit=\"post\"]");
    page.press_action(".desk [data-action=\"kind-remove\"]");
    page.waits_for(".desk [data-action=\"kind-delete\"]");
    assert_eq!(list(&page.download(), "relation_types").len(), 1, "nothing is done before it has been said");
    page.press_action(".desk [data-action=\"kind-delete\"]");
    page.waits_without(".desk [data-edit=\"post\"]");
    let file = page.download();
    assert!(list(&file, "relation_types").is_empty() && file.records(FT, "relations").is_empty());
    close_desk(page);
    page.undo();
    let file = page.download();
    assert_eq!((list(&file, "relation_types").len(), file.records(FT, "relations").len()), (1, 1));
}
