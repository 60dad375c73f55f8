use super::*;
use crate::core::distinct::differences;
use crate::core::ids::is_id;
use crate::core::shapes::kinds::{AttributeKind, Kinds};
use std::collections::HashSet;

#[test]
fn no_preset_has_two_labels_with_one_id_key_or_look() {
    for preset in PRESETS {
        let labels = preset.labels();
        let ids = labels.iter().map(|label| &label.id).collect::<HashSet<_>>();
        let keys = labels.iter().filter_map(|label| label.shortcut.as_ref()).collect::<Vec<_>>();
        let looks = labels.iter().map(|label| (label.colour, label.line)).collect::<HashSet<_>>();
        assert_eq!((ids.len(), looks.len()), (labels.len(), labels.len()), "{}", preset.id);
        assert_eq!((keys.len(), keys.iter().collect::<HashSet<_>>().len()), (labels.len().min(21), keys.len()), "{}", preset.id);
        assert!(keys.iter().all(|key| key_fits(key)), "{}", preset.id);
        assert!(labels.iter().all(|label| is_id(label.id.as_str())));
        assert_eq!(Preset::named(preset.id), Some(preset));
    }
}

#[test]
fn every_label_is_named_and_described_in_both_languages_and_stands_after_its_parent() {
    let is_arabic = |text: &str| text.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c));
    for preset in PRESETS {
        assert!(is_arabic(preset.ar) && !is_arabic(preset.en));
        let labels = preset.labels();
        for (place, label) in labels.iter().enumerate() {
            for text in [&label.name, &label.description] {
                assert!(is_arabic(&text.ar) && !text.en.is_empty() && !is_arabic(&text.en), "{} {}", preset.id, label.id);
            }
            if let Some(parent) = &label.parent {
                assert!(labels[..place].iter().any(|other| other.id == *parent), "{} {}", preset.id, label.id);
            }
        }
    }
}

#[test]
fn up_to_21_labels_differ_twice() {
    for preset in PRESETS.into_iter().filter(|preset| preset.labels().len() <= 21) {
        let looks = preset.labels().iter().map(|label| (label.colour, label.line)).collect::<Vec<_>>();
        for (place, one) in looks.iter().enumerate() {
            assert!(looks[place + 1..].iter().all(|other| differences(one, other) >= 2), "{} {place}", preset.id);
        }
    }
}

#[test]
fn presets_have_the_sizes_of_their_corpora_and_keys_where_they_are_needed() {
    let sizes = PRESETS.map(|preset| (preset.id, preset.labels().len()));
    let expected = [
        ("wojood21", 21),
        ("wojood21-relations", 21),
        ("hadath", 21),
        ("ontonotes18", 18),
        ("ace2005-entities", 62),
        ("ace2005-events", 41),
        ("attribution", 9),
        ("claims", 6),
        ("frames14", 14),
    ];
    assert_eq!(sizes, expected);
    let key = |preset: &str, id: &str| {
        let labels = Preset::named(preset).map(|preset| preset.labels()).unwrap_or_default();
        labels.iter().find(|label| label.id == id.into()).and_then(|label| label.shortcut.clone())
    };
    assert_eq!(key("ace2005-entities", "PER").as_deref(), Some("1"));
    assert!(key("ace2005-entities", "WEA").is_some() && key("ace2005-entities", "WEA_Nuclear").is_none());
    assert!(key("ace2005-events", "Contact_Meet").is_some() && key("ace2005-events", "Contact").is_none());
}

#[test]
fn kinds_are_named_in_both_languages_once_each_and_name_labels_that_are_there() {
    let wojood = Preset::named("wojood21").expect("a preset").labels();
    for preset in PRESETS {
        let own = preset.labels();
        let is_label = |id: &Value| own.iter().chain(&wojood).any(|label| label.id.as_str() == id);
        let all = preset.kinds().into_iter().chain(preset.for_documents()).collect::<Vec<_>>();
        let mut ids = HashSet::new();
        for (list, kind) in &all {
            assert!(ids.insert((list.field(), kind["id"].to_string())), "{}: {kind}", preset.id);
            let mut objects = vec![&**kind];
            for field in ["values", "roles"] {
                objects.extend(kind[field].as_array().into_iter().flatten());
            }
            for object in &objects {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                assert!(is_id(&text(&object["id"])) && text(&object["name"]["ar"]) != text(&object["name"]["en"]), "{object}");
                assert!(!text(&object["name"]["ar"]).is_empty() && !text(&object["name"]["en"]).is_empty(), "{object}");
            }
            let rules = kind["rules"].as_array().into_iter().flatten();
            let named = objects
                .into_iter()
                .chain(rules)
                .flat_map(|one| ["labels", "trigger_labels", "from", "to"].map(|field| &one[field]));
            for label in named.filter_map(Value::as_array).flatten() {
                assert!(is_label(label), "{}: {label} in {kind}", preset.id);
            }
        }
    }
}

#[test]
fn presets_bring_what_they_are_named_after() {
    let count = |id: &str, list: KindList| {
        let preset = Preset::named(id).expect("a preset");
        preset.kinds().iter().chain(&preset.for_documents()).filter(|(of, _)| *of == list).count()
    };
    assert_eq!(count("wojood21-relations", KindList::RelationTypes), 9);
    assert_eq!(count("hadath", KindList::EventTypes), 5);
    assert_eq!(count("ace2005-events", KindList::EventTypes), 33);
    assert_eq!(count("attribution", KindList::EventTypes), 1);
    assert_eq!(count("claims", KindList::RelationTypes), 3);
    assert_eq!(count("frames14", KindList::DocumentLabels), 14);
    assert_eq!(count("wojood21", KindList::Attributes), 0);
}

#[test]
fn what_a_preset_brings_is_read_as_it_was_meant() {
    for preset in PRESETS {
        let mut extra = serde_json::Map::new();
        for (list, kind) in preset.kinds() {
            let members = extra.entry(list.field()).or_insert_with(|| Value::Array(Vec::new()));
            members.as_array_mut().expect("a list").push(Value::clone(&kind));
        }
        let kinds = Kinds::of(&Tagset { labels: Vec::new(), extra: Extra::new(extra) });
        assert_eq!(kinds.attributes.len() + kinds.relations.len() + kinds.events.len(), preset.kinds().len(), "{}", preset.id);
        assert!(kinds.attributes.iter().all(|kind| !matches!(kind.kind, AttributeKind::Other(_))), "{}", preset.id);
    }
}
