//! The ops of a transaction, of which a run of plain spans alike stands as one.
//!
//! Tagging everything alike makes thousands of spans that differ in their limits alone. Each on its own is some 250
//! characters of a store that holds five million; in a run it is some twenty, and as much quicker to write and read.

use crate::core::ids::{DocumentId, LabelId, SetId, SpanId};
use crate::core::op::{Item, Op};
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::span::Span;
use crate::format::json;
use crate::format::shape::{Shape, variant};
use serde_json::Value;
use std::rc::Rc;

/// Fewer spans than this stand each on its own, as the first release wrote them.
const LEAST: usize = 8;

/// The longest time, and the longest beginning of an id, that a run says once for all of its spans: what is kept for each
/// of them must not make a small value a large one. Files hold no longer ones.
const LONGEST: usize = 64;

/// The field that a run stands under, where another op has its own name.
const RUN: &str = "run";

/// Whether these ops are written with a run, which the first version of the envelope does not know.
#[must_use]
pub fn hold(ops: &[Op]) -> bool {
    let mut rest = ops;
    while let Some((_, after)) = rest.split_first() {
        let length = length(rest);
        if length >= LEAST {
            return true;
        }
        rest = if length == 0 { after } else { &rest[length..] };
    }
    false
}

/// Appends the ops as JSON.
pub fn put(ops: &[Op], out: &mut String) {
    out.push('[');
    let mut rest = ops;
    while let Some((op, after)) = rest.split_first() {
        json::next(out);
        let length = length(rest);
        if length >= LEAST {
            put_run(&rest[..length], out);
            rest = &rest[length..];
        } else {
            op.put(out);
            rest = after;
        }
    }
    out.push(']');
}

/// The ops out of JSON.
#[must_use]
pub fn get(value: &Value) -> Option<Vec<Op>> {
    let mut ops = Vec::new();
    value.as_array()?.iter().try_for_each(|value| take(value, &mut ops))?;
    Some(ops)
}

/// One op, or the run of them that stands as one, out of JSON.
#[must_use]
pub fn take(value: &Value, ops: &mut Vec<Op>) -> Option<()> {
    match variant(value)? {
        (RUN, run) => get_run(run, ops)?,
        _ => ops.push(Op::get(value)?),
    }
    Some(())
}

/// A plain span put in or taken out: what a run says once, and what it says of each.
#[derive(PartialEq)]
struct Plain<'a> {
    adds: bool,
    document: &'a str,
    span: &'a Span,
    /// The beginning of its id, up to the last hyphen.
    ids: &'a str,
    /// The number after that.
    number: u32,
}

impl<'a> Plain<'a> {
    fn of(op: &'a Op) -> Option<Self> {
        let (adds, item) = match op {
            Op::Add(item) => (true, item),
            Op::Remove(item) => (false, item),
            Op::Change(_) => return None,
        };
        let Item::Span(document, span) = item else { return None };
        let more = span.fragments.is_empty() && span.note.is_empty() && span.attributes.is_empty() && span.extra.is_empty();
        let (ids, digits) = span.id.as_str().rsplit_once('-')?;
        let number = digits.parse().ok().filter(|number: &u32| number.to_string() == digits)?;
        let plain = Self { adds, document: document.as_str(), span, ids, number };
        let short = ids.len() <= LONGEST && span.created_at.len() <= LONGEST;
        (more && short && span.created_at == span.updated_at).then_some(plain)
    }

    fn is_like(&self, other: &Self) -> bool {
        let (one, two) = (self.span, other.span);
        let place = self.adds == other.adds && self.document == other.document && self.ids == other.ids;
        place && one.set == two.set && one.label == two.label && one.created_at == two.created_at
    }
}

/// How many ops from the first on make a run.
fn length(ops: &[Op]) -> usize {
    let Some(first) = ops.first().and_then(Plain::of) else { return 0 };
    ops.iter().take_while(|op| Plain::of(op).is_some_and(|other| other.is_like(&first))).count()
}

fn put_run(ops: &[Op], out: &mut String) {
    let Some(first) = ops.first().and_then(Plain::of) else { return };
    out.push('{');
    json::field(RUN, out);
    out.push('{');
    json::field("adds", out);
    first.adds.put(out);
    for (name, value) in [
        ("document", first.document),
        ("set", first.span.set.as_str()),
        ("label", first.span.label.as_str()),
        ("at", &first.span.created_at),
        ("ids", first.ids),
    ] {
        json::field(name, out);
        json::string(value, out);
    }
    json::field("spans", out);
    let numbers = |plain: Plain| [plain.number, plain.span.range.start().0, plain.span.range.end().0];
    ops.iter().filter_map(Plain::of).flat_map(numbers).collect::<Vec<_>>().put(out);
    out.push_str("}}");
}

fn get_run(run: &Value, ops: &mut Vec<Op>) -> Option<()> {
    let adds = run["adds"].as_bool()?;
    let text = |name: &str| run[name].as_str();
    let document = DocumentId::new(text("document")?);
    let (set, label) = (SetId::new(text("set")?), LabelId::new(text("label")?));
    let (at, ids) = (text("at")?, text("ids")?);
    let numbers = Vec::<u32>::get(&run["spans"])?;
    if numbers.len() % 3 != 0 || at.len().max(ids.len()) > LONGEST {
        return None;
    }
    for each in numbers.chunks_exact(3) {
        let span = Span {
            id: SpanId::new(format!("{ids}-{}", each[0])),
            set: set.clone(),
            label: label.clone(),
            range: TextRange::of(each[1], each[2]),
            fragments: Vec::new(),
            note: String::new(),
            attributes: Extra::default(),
            created_at: at.to_owned(),
            updated_at: at.to_owned(),
            extra: Extra::default(),
        };
        let item = Item::Span(document.clone(), Rc::new(span));
        ops.push(if adds { Op::Add(item) } else { Op::Remove(item) });
    }
    Some(())
}

#[cfg(test)]
mod tests {
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
        let strange =
            [add("w-0-052", 1), add("plain", 1), add("w-0-99999999999", 1), add("v-0-1", 1), add("-1", 1), add("1-0", 1)];
        let item = |span| Item::Span("doc".into(), Rc::new(span));
        let others = [Op::Add(item(with_note)), Op::Add(item(changed)), Op::Remove(item(bare_span("w-0-60", "GPE", 0, 2)))];
        for other in strange.iter().chain(&others) {
            for place in [0, 4, 8, 16] {
                let mut ops = many_of(16);
                ops.insert(place, other.clone());
                assert_eq!(read(&written(&ops)), Some(ops.clone()), "{other:?} at {place}");
                assert!(hold(&ops) == written(&ops).contains("\"run\""), "{other:?} at {place}");
            }
        }
    }

    #[test]
    fn what_is_said_once_for_all_is_short() {
        let long = "2".repeat(LONGEST + 1);
        let run =
            r#"[{"run":{"adds":true,"document":"doc","set":"me","label":"GPE","at":"<at>","ids":"<ids>","spans":[1,0,5]}}]"#;
        let of = |at: &str, ids: &str| read(&run.replace("<at>", at).replace("<ids>", ids)).is_some();
        assert!(of(&long[1..], &long[1..]) && !of(&long, "w") && !of("", &long));
        // Nothing that is longer is written so either.
        let ops = (0..9).map(|number| add(&format!("{long}-{number}"), 7 * number)).collect::<Vec<_>>();
        assert!(!hold(&ops));
        assert_eq!(read(&written(&ops)), Some(ops));
    }

    #[test]
    fn a_run_of_another_shape_is_no_entry() {
        let run = r#"[{"run":{"adds":true,"document":"doc","set":"me","label":"GPE","at":"","ids":"w-0","spans":[1,0,5]}}]"#;
        assert_eq!(read(run).map(|ops| ops.len()), Some(1));
        let cuts = [
            ("[1,0,5]", "[1,0]"),
            ("[1,0,5]", "[1,0,-5]"),
            ("[1,0,5]", "7"),
            ("true", "1"),
            ("\"GPE\"", "null"),
            ("\"at\"", "\"when\""),
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
}
