//! Automated accessibility rules find nothing where relations, events, entities, attributes and their types are edited.

use serde_json::json;

use super::access::rules_here;
use super::desk_tagset::{close_desk, open_desk};
use crate::corpus::{Corpus, FT};
use crate::page::Page;

pub fn rules_find_nothing_in_the_shapes(page: &mut Page) {
    let Some(rules) = rules_here() else { return };
    let corpus = Corpus::read(FT);
    let mut found = Vec::new();
    for (language, phone) in [("ar", false), ("en", true)] {
        if phone {
            page.be_a_phone();
        }
        page.open(&format!("?lang={language}#/{FT}"));
        page.shows(FT);
        let mut look = |page: &Page, state: &str| {
            let faults = page.faults(&rules, false);
            found.extend(faults.into_iter().map(|fault| format!("{language}, {state}: {fault}")));
        };
        // Other words in each language, since the work is kept between them.
        let [first, second] = if language == "ar" {
            [("بريت ماكغورك", 0), ("واشنطن", 0)]
        } else {
            [("علي باقري كاني", 0), ("طهران", 3)]
        };
        let [first, second] = [first, second].map(|(words, nth)| corpus.find(words, nth));
        if language == "ar" {
            page.open_kinds(&json!({
                "attributes": [
                    { "id": "mention", "name": { "ar": "التسمية", "en": "mention" }, "type": "choice", "required": true, "values": [{ "id": "name" }, { "id": "other" }] },
                    { "id": "figure", "name": { "ar": "الرقم", "en": "figure" }, "type": "number" },
                ],
                "relation_types": [
                    { "id": "post", "name": { "ar": "منصب", "en": "post" }, "rules": [{ "from": ["PERS"], "to": ["OCC"] }] },
                    { "id": "near", "name": { "ar": "قرب", "en": "near" }, "symmetric": true },
                ],
                "event_types": [{ "id": "talks", "name": { "ar": "محادثات", "en": "talks" }, "roles": [{ "id": "place", "name": { "ar": "مكان", "en": "place" } }] }],
            }));
        }
        let from = page.tag(&corpus, first, &page.label(0));
        page.tag(&corpus, second, &page.label(4));
        page.open_card(&corpus, &from, first);
        page.waits_for("[data-card] [data-action=\"link\"]");
        look(page, "a card with what is missing");
        page.keys(&["Shift", "m"]);
        page.waits_for("[data-attributes]");
        look(page, "the attributes");
        page.keys(&["Escape"]);
        page.keys(&["Shift", "n"]);
        page.waits_for("[data-menu=\"entity\"]");
        look(page, "the menu of entities");
        page.keys(&["Enter"]);
        page.waits_without("[data-menu]");
        page.keys(&["Shift", "l"]);
        page.waits_for("[data-bar=\"linking\"]");
        look(page, "the other end is chosen");
        page.choose_second(&corpus, second);
        page.press_action("[data-menu=\"link\"] summary");
        look(page, "what joins them");
        page.keys(&["1"]);
        page.waits_without("[data-menu]");
        page.keys(&["Shift", "g"]);
        page.waits_for("[data-menu=\"event\"]");
        look(page, "the types of events");
        page.keys(&["Enter"]);
        page.waits_for("[data-bar=\"linking\"]");
        page.keys(&["Escape"]);
        page.waits_for("[data-card] [data-event]");
        look(page, "a card with rows");
        page.keys(&["Shift", "d"]);
        page.waits_for("[data-menu=\"document-labels\"]");
        look(page, "the labels of the document");
        page.keys(&["Escape"]);
        for (key, state) in [("x", "desk-relations"), ("z", "desk-entities")] {
            page.keys(&["Shift", key]);
            page.waits_for(&format!(".desk .{state}"));
            look(page, state);
            close_desk(page);
        }
        open_desk(page, "z", "desk-tagset");
        for section in ["attributes", "relation_types", "event_types", "document_labels"] {
            page.press_action(&format!(".desk [data-section=\"{section}\"]"));
            page.waits_for(&format!(".desk [data-kinds=\"{section}\"]"));
            if section != "document_labels" {
                page.press_action(".desk .kind-row");
                page.waits_for(".desk .desk-editor");
            }
            look(page, section);
        }
        close_desk(page);
    }
    page.be_a_desktop();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
