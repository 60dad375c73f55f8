use super::*;
use crate::core::distinct::differences;
use crate::core::ids::is_id;
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
