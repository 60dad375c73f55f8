//! Files that were cut, altered or put together by someone who means no good: refused or read, never a crash,
//! and what is read can be written and opened.

use hashiya::format::bundled::bundled;
use hashiya::format::native::{Choice, read, write};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::worlds::{NOW, fixture, opened};

/// All places of a file.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(n, item)| places(item, &format!("{here}/{n}"), found)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| places(field, &format!("{here}/{name}"), found)),
        _ => {}
    }
}

fn strange() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1),
        json!(7),
        json!(4_294_967_295_u32),
        json!(u64::MAX),
        json!(1.5),
        json!(""),
        json!("me"),
        json!("s-1"),
        json!("t-1"),
        json!("first"),
        json!("🙂"),
        json!("\u{0}"),
        json!("../x"),
        json!("PERS"),
        json!([]),
        json!([0, 1]),
        json!([9, 3]),
        json!({}),
        json!({"id": "s-1"}),
        json!({"event": "e-1"}),
    ])
}

/// What a file that is still read must be good for.
fn sound(text: &str) {
    if let Ok(incoming) = read(text) {
        let again = write(&incoming.state, NOW, &Choice::default()).expect("what is read can be written");
        assert_eq!(read(&again).map(|incoming| incoming.state).as_ref(), Ok(&incoming.state));
        opened(&bundled(), &incoming);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_put_where_it_does_not_belong(small in any::<bool>(), changes in prop::collection::vec((any::<prop::sample::Index>(), strange(), 0..4_u8, any::<prop::sample::Index>()), 1..4)) {
        let mut file: Value = serde_json::from_str(&fixture(if small { "small" } else { "complete" })).expect("JSON");
        for (place, value, how, other) in changes {
            let mut all = Vec::new();
            places(&file, "", &mut all);
            let value = match how {
                0 | 1 => value,
                // Something of the file itself, out of its place.
                _ => file.pointer(&all[other.index(all.len())]).cloned().unwrap_or_default(),
            };
            if let Some(place) = file.pointer_mut(&all[place.index(all.len())]) {
                match place {
                    Value::Array(items) if how == 3 => items.push(value),
                    place => *place = value,
                }
            }
        }
        sound(&file.to_string());
    }

    #[test]
    fn bytes_cut_or_exchanged(from in any::<prop::sample::Index>(), length in 0..40_usize, with in "[\\[\\]{}\",:0-9a-zء-ي\u{0}🙂]{0,6}") {
        let text = fixture("small");
        let all = text.chars().collect::<Vec<_>>();
        let start = from.index(all.len());
        let end = (start + length).min(all.len());
        let mutated = all[..start].iter().copied().chain(with.chars()).chain(all[end..].iter().copied()).collect::<String>();
        sound(&mutated);
        sound(&all[..start].iter().collect::<String>());
    }
}
