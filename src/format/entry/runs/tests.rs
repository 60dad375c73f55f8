use super::write::{MOST, VALUES};
use super::*;
use crate::core::command::Context;
use crate::core::fixture::{NOW, bare_span, ids};
use crate::core::history::{Act, Entry, EntryKey};
use crate::core::many;
use crate::format::bundled::bundled;
use crate::format::entry::{EntryFault, decode, encode, seal};
use serde_json::json;

fn entry(transaction: crate::core::transaction::Transaction) -> Entry {
    Entry { key: EntryKey { writer: "w".into(), number: 0 }, clock: 1, at: NOW.into(), act: Act::Do, transaction }
}

fn written(ops: &[Op]) -> String {
    let mut out = String::new();
    put(ops, &mut out);
    out
}

fn read(text: &str) -> Option<Vec<Op>> {
    get(&json::parse(text).ok()?)
}

fn add(id: &str, start: u32) -> Op {
    Op::Add(Item::Span("doc".into(), Rc::new(bare_span(id, "GPE", start, start + 5))))
}

fn many_of(count: u32) -> Vec<Op> {
    (0..count).map(|number| add(&format!("w-0-{number}"), 7 * number)).collect()
}

#[test]
fn all_words_of_both_articles_tagged_and_undone_come_back_from_few_characters() {
    let state = bundled();
    let words = state.documents.iter().flat_map(|document| {
        let id = document.document.id.clone();
        let text = &document.document.text;
        let letters = text.as_str().chars().collect::<Vec<_>>();
        let begins = (1..letters.len()).filter(|at| letters[at - 1] == ' ' && letters[*at].is_alphabetic());
        begins.map(|at| (id.clone(), TextRange::of(at as u32, at as u32 + 1))).collect::<Vec<_>>()
    });
    let words = words.collect::<Vec<_>>();
    assert!(words.len() > 1_000, "{}", words.len());
    let mut context = Context { now: NOW.into(), ids: ids(), annotator: None };
    let transaction = many::tag(&state, &mut context, &words, &"GPE".into()).expect("they are free");
    for transaction in [transaction.inverse(), transaction] {
        let entry = entry(transaction);
        let value = encode(&entry);
        assert!(value.starts_with("2 "), "{}", &value[..40]);
        assert!(value.len() < 30 * words.len(), "{} characters for {} spans", value.len(), words.len());
        assert_eq!(decode(&value), Ok(entry));
    }
}

#[test]
fn what_differs_in_its_labels_and_times_too_comes_back_from_few_characters() {
    let text = bundled().documents[0].document.text.as_str().chars().count() as u32;
    let many = (0..10_000).map(|number| {
        let start = number % (text - 5);
        let label = ["PERS", "GPE", "ORG"][number as usize % 3];
        let set = ["me", "you"][(number / 5_000) as usize].into();
        let updated_at = if number % 7 == 0 { "2027-01-02T03:04:05.000Z" } else { NOW }.to_owned();
        let ids = ["w-0", "v-1"][number as usize % 2];
        let span = bare_span(&format!("{ids}-{number}"), label, start, start + 5);
        Op::Add(Item::Span("doc".into(), Rc::new(Span { set, updated_at, ..span })))
    });
    let ops = many.collect::<Vec<_>>();
    let entry = entry(crate::core::transaction::Transaction {
        name: crate::core::transaction::ChangeName::Open("عمل.json".into()),
        document: None,
        ops,
    });
    let value = encode(&entry);
    assert!(value.starts_with("3 "), "{}", &value[..40]);
    assert!(value.len() < 27 * 10_000, "{} characters", value.len());
    assert_eq!(decode(&value), Ok(entry));
}

#[test]
fn a_run_ends_where_it_has_too_many_spans_or_texts_or_another_document() {
    let runs = |ops: &[Op]| {
        assert_eq!(read(&written(ops)).as_deref(), Some(ops));
        written(ops).matches("{\"run\"").count()
    };
    assert_eq!([MOST as u32, MOST as u32 + LEAST as u32].map(|count| runs(&many_of(count))), [1, 2]);
    let beginnings = |count: usize| (0..count).map(|nth| add(&format!("w{nth}-1"), 7 * nth as u32)).collect::<Vec<_>>();
    assert_eq!([VALUES, VALUES + LEAST].map(|count| runs(&beginnings(count))), [1, 2]);
    let mut parted = many_of(2 * LEAST as u32);
    for op in &mut parted[LEAST..] {
        let Op::Add(Item::Span(document, _)) = op else { continue };
        *document = "other".into();
    }
    assert_eq!(runs(&parted), 2);
    let there_and_away = parted[..LEAST].iter().cloned().chain(parted[..LEAST].iter().map(Op::inverse));
    assert_eq!(runs(&there_and_away.collect::<Vec<_>>()), 2);
}

#[test]
fn few_stand_as_the_first_release_wrote_them() {
    let few = entry(crate::core::transaction::Transaction {
        name: crate::core::transaction::ChangeName::TagMany(7, "GPE".into()),
        document: None,
        ops: many_of(7),
    });
    let value = encode(&few);
    assert!(value.starts_with("1 ") && !value.contains("\"run\""), "{value}");
    assert_eq!(decode(&value), Ok(few));
}

#[test]
fn whatever_stands_among_them_the_ops_come_back_in_their_order() {
    let with_note = Span { note: "حاشية".into(), ..bare_span("w-0-50", "GPE", 3, 9) };
    let changed = Span { updated_at: "2027-01-02T03:04:05.000Z".into(), ..bare_span("w-0-51", "GPE", 3, 9) };
    let strange = [add("w-0-052", 1), add("plain", 1), add("w-0-99999999999", 1), add("v-0-1", 1), add("-1", 1), add("1-0", 1)];
    let item = |span| Item::Span("doc".into(), Rc::new(span));
    let others = [Op::Add(item(with_note)), Op::Add(item(changed)), Op::Remove(item(bare_span("w-0-60", "GPE", 0, 2)))];
    for other in strange.iter().chain(&others) {
        for place in [0, 4, 8, 16] {
            let mut ops = many_of(16);
            ops.insert(place, other.clone());
            assert_eq!(read(&written(&ops)), Some(ops.clone()), "{other:?} at {place}");
            assert!((held(&ops) > Held::Single) == written(&ops).contains("\"run\""), "{other:?} at {place}");
        }
    }
}

#[test]
fn what_is_said_once_for_all_is_short() {
    let long = "2".repeat(LONGEST + 1);
    let run = r#"[{"run":{"adds":true,"document":"doc","set":"me","label":"GPE","at":"<at>","ids":"<ids>","spans":[1,0,5]}}]"#;
    let of = |at: &str, ids: &str| read(&run.replace("<at>", at).replace("<ids>", ids)).is_some();
    assert!(of(&long[1..], &long[1..]) && !of(&long, "w") && !of("", &long));
    // Nothing that is longer is written so either.
    let ops = (0..9).map(|number| add(&format!("{long}-{number}"), 7 * number)).collect::<Vec<_>>();
    assert_eq!(held(&ops), Held::Single);
    assert_eq!(read(&written(&ops)), Some(ops));
}

#[test]
fn a_run_of_another_shape_is_no_entry() {
    let run = r#"[{"run":{"adds":true,"document":"doc","set":"me","label":"GPE","at":"","ids":"w-0","spans":[1,0,5]}}]"#;
    assert_eq!(read(run).map(|ops| ops.len()), Some(1));
    let unlike = run.replace("\"GPE\"", "[\"GPE\",\"ORG\"]").replace("[1,0,5]", "<spans>");
    let of = |spans: &str| read(&unlike.replace("<spans>", spans)).map(|ops| ops.len());
    assert_eq!(["[1,0,5,1,2,0,5,0]", "[1,0,5,2]", "[1,0,5]"].map(of), [Some(2), None, None]);
    let cuts = [
        ("[1,0,5]", "[1,0]"),
        ("[1,0,5]", "[1,0,-5]"),
        ("[1,0,5]", "7"),
        ("true", "1"),
        ("\"GPE\"", "null"),
        ("\"at\"", "\"when\""),
        ("\"GPE\"", "[\"GPE\"]"),
        ("\"GPE\"", "[\"GPE\",\"ORG\"]"),
        ("\"GPE\",", "\"GPE\",\"updated\":[],"),
    ];
    for (from, to) in cuts {
        let other = run.replace(from, to);
        assert_eq!(read(&other), None, "{other}");
        let name = json!({"tag_many": [1, "GPE"]});
        let text = format!(
            r#"{{"key":{{"writer":"w","number":0}},"clock":1,"at":"","act":"do","transaction":{{"name":{name},"document":null,"ops":{other}}}}}"#
        );
        assert_eq!(decode(&seal(&text)), Err(EntryFault::NotJson), "{other}");
    }
}
