//! Entities over both documents.

use serde_json::json;

use super::desk_tagset::{close_desk, write};
use super::relations::travels;
use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;

pub fn entity_over_both_documents(page: &mut Page) {
    let (here, there) = (Corpus::read(FT), Corpus::read(NYT));
    page.open_document(NYT);
    let far = there.find("سلطنة عُمان", 0);
    let second = page.tag(&there, far, &page.label(4));
    page.open_document(FT);
    let near = here.find("سلطنة عُمان", 0);
    let first = page.tag(&here, near, &page.label(4));
    page.open_card(&here, &first, near);
    page.keys(&["Shift", "n"]);
    page.waits_for("[data-menu=\"entity\"] [data-offer=\"new\"]");
    page.keys(&["Enter"]);
    page.waits_without("[data-menu]");
    let made = page.download().tops("entities");
    assert_eq!((&made[0]["name"], &made[0]["type"]), (&json!("سلطنة عُمان"), &json!("GPE")));
    let id = made[0]["id"].as_str().expect("an id").to_owned();
    // What is written alike stands first in the other document.
    page.open_document(NYT);
    page.open_card(&there, &second, far);
    page.card_action(&second, "entity");
    page.waits_for(&format!("[data-menu=\"entity\"] li:first-child[data-offer=\"{id}\"]"));
    page.pick(&id);
    page.waits_without("[data-menu]");
    let mentions = page.download().tops("entities")[0]["mentions"].clone();
    assert_eq!(mentions, json!([{ "document": FT, "span": first }, { "document": NYT, "span": second }]));
    // Its id elsewhere, pasted as an address.
    page.press_action(&format!("[data-entity=\"{id}\"] [data-action=\"edit-row\"]"));
    page.waits_for(".desk [data-field=\"entity-link\"]");
    write(page, "entity-link", "https://www.wikidata.org/wiki/Q842");
    page.keys(&["Enter"]);
    assert_eq!(page.download().tops("entities")[0]["link"], json!("Q842"));
    write(page, "entity-link", "عُمان");
    page.keys(&["Enter"]);
    page.waits_for(".desk [role=\"alert\"]");
    assert_eq!(page.download().tops("entities")[0]["link"], json!("Q842"), "what is no id is not taken");
    // One mention gets an entity of its own, and the two are made one again.
    page.press_action(&format!(".desk [data-mention=\"{second}\"] input"));
    page.press_action(".desk [data-action=\"entity-split\"]");
    page.browser.wait("two entities", "document.querySelectorAll('.desk [data-entity]').length === 2", vec![]);
    assert_eq!(page.download().tops("entities").len(), 2);
    page.browser.wait("the editor", "document.querySelector('.desk [data-action=\"entity-merge\"]')", vec![]);
    page.press_action(".desk [data-action=\"entity-merge\"]");
    page.browser.wait("one entity", "document.querySelectorAll('.desk [data-entity]').length === 1", vec![]);
    let file = page.download();
    assert_eq!(file.tops("entities")[0]["mentions"].as_array().map(Vec::len), Some(2));
    close_desk(page);
    page.undo();
    assert_eq!(page.download().tops("entities").len(), 2);
    page.redo();
    travels(page, &file, |file| file.tops("entities"));
}

pub fn several_spans_mention_one_entity(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let places = [corpus.find("الولايات المتحدة", 0), corpus.find("واشنطن", 0)];
    let label = page.label(4);
    let mut spans = places.map(|place| page.tag(&corpus, place, &label)).to_vec();
    // The span tagged last is chosen, and Control would let go of it.
    page.keys(&["Escape"]);
    page.keys(&["Escape"]);
    page.choose_together(&corpus, &places);
    page.press_action("[data-card=\"many\"] [data-action=\"entity\"]");
    let field = "[data-menu=\"entity\"] input";
    page.waits_for(field);
    let element = page.browser.element("return document.querySelector(arguments[0]);", vec![json!(field)]);
    page.browser.type_into(&element, "أمريكا");
    page.keys(&["Enter"]);
    page.waits_without("[data-menu]");
    let made = page.download().tops("entities");
    assert_eq!((made.len(), &made[0]["name"]), (1, &json!("أمريكا")));
    let mut mentions: Vec<_> = made[0]["mentions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| it["span"].as_str().unwrap_or_default().to_owned())
        .collect();
    mentions.sort();
    spans.sort();
    assert_eq!(mentions, spans);
}
