//! What is written is read back, and what is read is written back.

use hashiya::format::bundled::bundled;
use hashiya::format::native::{Choice, check, raw_backup, read, state_from, write};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::worlds::{NOW, differences, fixture, incoming, set, span, tagged, through, world, written};

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_file_with_every_shape_comes_back_as_it_was_with_its_unknown_fields() {
    let file = incoming("complete");
    let exported_at = file.exported_at.clone().expect("it says when");
    let again = write(&state_from(file), &exported_at, &Choice::default()).expect("writes");
    let (mut was, mut is) = (json_of(&fixture("complete")), json_of(&again));
    // The version of the program is the one thing that is another's to say.
    was["generator"]["version"] = Value::Null;
    is["generator"]["version"] = Value::Null;
    assert_eq!(differences(&is, &was), [] as [String; 0]);
}

#[test]
fn a_byte_order_mark_is_passed_over_and_what_is_missing_is_filled_in() {
    let bare = incoming("small");
    assert_eq!(read(&format!("\u{FEFF}{}", fixture("small"))), Ok(bare.clone()));
    let file = json_of(&written(&bare.state));
    assert_eq!(file["project"]["name"], "small");
    assert_eq!(file["tagset"]["labels"][0]["name"], json!({"ar": "PERS", "en": "PERS"}));
    let document = &file["documents"][0];
    assert_eq!(
        (&document["title"], &document["language"], &document["direction"]),
        (&json!("doc"), &json!("und"), &json!("auto"))
    );
    assert_eq!((&document["spans"][0]["utf16"], &document["spans"][0]["utf8"]), (&json!([7, 11]), &json!([12, 20])));
    assert_eq!((&document["spans"][0]["prefix"], &document["spans"][0]["suffix"]), (&json!("🙂 زار "), &json!(" عُمان")));
}

#[test]
fn the_articles_and_a_tag_inside_lam_alef_come_back() {
    let state = tagged(set("me", Some("ليلى")), vec![span("s-1", "GPE", 3256, 3261), span("s-2", "EVENT", 0, 5590)]);
    assert_eq!(through(&state).state, state);
    let file = json_of(&written(&state));
    let tag = &file["documents"][0]["spans"][1];
    assert_eq!((&tag["text"], &tag["start"], &tag["end"]), (&json!("إيران"), &json!(3256), &json!(3261)));
    assert!(tag["prefix"].as_str().expect("a prefix").ends_with('ل'));
    assert_eq!(file["annotation_sets"][0]["annotator"], "ليلى");
}

#[test]
fn fields_stand_in_the_order_that_is_documented() {
    let file = json_of(&written(&tagged(set("me", None), vec![span("s-1", "GPE", 3256, 3261)])));
    let names = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        names(&file),
        "format version exported_at generator offset_unit project tagset aliases refusals annotation_sets documents entities links"
    );
    assert_eq!(
        names(&file["documents"][0]),
        "id title title_is_ours source language direction text sha256 length regions status spans relations events labels"
    );
    assert_eq!(
        names(&file["documents"][0]["spans"][0]),
        "id set label start end utf16 utf8 text prefix suffix attributes note created_at updated_at"
    );
}

#[test]
fn a_narrower_choice_leaves_out_what_refers_to_what_is_left_out() {
    let all = incoming("complete").state;
    let narrowed = |choice: Choice| json_of(&write(&all, NOW, &choice).expect("writes"));
    let ids = |list: &Value| {
        list.as_array()
            .expect("a list")
            .iter()
            .map(|one| one["id"].as_str().expect("an id").to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };

    let second = narrowed(Choice { documents: Some(vec!["second".into()]), ..Choice::default() });
    assert_eq!((ids(&second["documents"]), ids(&second["links"])), ("second".into(), String::new()));
    assert_eq!((ids(&second["entities"]), ids(&second["refusals"])), ("en-1 en-2".into(), "rf-2".into()));
    assert_eq!(second["entities"][0]["mentions"], json!([]));

    let polities = narrowed(Choice { labels: Some(vec!["X-GPE".into()]), ..Choice::default() });
    let first = &polities["documents"][0];
    assert_eq!(
        (ids(&first["spans"]), ids(&first["relations"]), ids(&first["events"])),
        ("s-omani s-iran s-iran-gold".into(), "r-1".into(), "e-2".into())
    );
    assert_eq!(
        (ids(&polities["links"]), ids(&polities["tagset"]["labels"])),
        (String::new(), ids(&narrowed(Choice::default())["tagset"]["labels"]))
    );

    let gold = narrowed(Choice { sets: Some(vec!["gold_1".into()]), ..Choice::default() });
    let first = &gold["documents"][0];
    assert_eq!((ids(&gold["annotation_sets"]), ids(&first["spans"])), ("gold_1".into(), "s-iran-gold".into()));
    assert_eq!(
        (ids(&first["relations"]), ids(&first["events"]), ids(&first["labels"])),
        (String::new(), String::new(), String::new())
    );

    for file in [second, polities, gold] {
        assert!(read(&file.to_string()).is_ok());
    }
}

#[test]
fn a_project_that_contradicts_itself_is_only_backed_up() {
    use hashiya::core::document::Document;
    use hashiya::core::state::DocumentState;
    use std::rc::Rc;
    let mut state = tagged(set("me", None), vec![span("s-1", "GPE", 3256, 3261)]);
    let one = &state.documents[0];
    let document = Rc::new(Document { sha256: Document::hash("another text"), ..Document::clone(&one.document) });
    state.documents[0] = Rc::new(DocumentState { document, ..DocumentState::clone(one) });
    assert!(write(&state, NOW, &Choice::default()).is_err());
    let backup = json_of(&raw_backup(&state, NOW));
    assert_eq!((&backup["format"], &backup["documents"][0]["spans"][0]["text"]), (&json!("hashiya-backup"), &json!("إيران")));
    let sound = raw_backup(&bundled(), NOW);
    assert_eq!((check::text(&sound), read(&sound).map(state_from)), (Ok(()), Ok(bundled())));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_project_comes_back(state in world()) {
        prop_assert_eq!(through(&state).state, state);
    }

    #[test]
    fn any_choice_is_a_whole_file(state in world(), documents in 0..3_usize, label in 0..21_usize, own in any::<bool>(), which in 0..8_u8) {
        let choice = Choice {
            documents: (which & 1 > 0).then(|| state.documents.iter().take(documents).map(|one| one.document.id.clone()).collect()),
            labels: (which & 2 > 0).then(|| vec![state.tagset.labels[label].id.clone()]),
            sets: (which & 4 > 0).then(|| vec![if own { "me" } else { "other" }.into()]),
        };
        let text = write(&state, NOW, &choice).expect("writes");
        prop_assert_eq!(read(&text).expect("reads").state, choice.narrowed(&state));
    }
}
