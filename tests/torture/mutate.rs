//! Files put out of order: cut, overwritten, doubled, nested, filled with what upsets readers.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// One thing done to a file.
#[derive(Clone, Debug)]
pub enum Harm {
    /// Characters taken out.
    Cut(Index, usize),
    /// All from there on taken out.
    End(Index),
    /// Something put in.
    Put(Index, String),
    /// Characters said twice.
    Double(Index, usize),
    /// A value exchanged for a strange one.
    Exchange(Index, Value),
    /// A value put in the place of another.
    Move(Index, Index),
    /// A value taken out of its list or object.
    Drop(Index),
    /// A value of a list said twice.
    Again(Index),
    /// A value put into so many lists.
    Wrap(Index, usize),
    /// A number made one more or one less.
    Shift(Index, bool),
}

/// Text that readers and drawers stumble over: as it stands in a file, so that an escape is six characters.
const NASTY: &[&str] = &[
    "\\u0000",
    "\\ud800",
    "\\udfff\\ud800",
    "\\u202e",
    "\\u2066\\u2067",
    "\\u200f",
    "\\ufeff",
    "\\u{}",
    "\u{0}",
    "\u{feff}",
    "\u{1b}[31m",
    "🙂",
    "\u{1EE00}",
    "\u{0300}\u{0300}\u{0300}",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "\" onload=\"x",
    "../../x",
    "__proto__",
    "constructor",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "-",
    "1e999",
    "0x10",
    "1_000",
    "99999999999999999999999999",
    "4294967296",
    "-0",
    "\r\n",
    "\u{2028}",
    "NaN",
    "Infinity",
    "{\"a\":1,\"a\":2}",
];

fn nasty() -> impl Strategy<Value = String> {
    let long = (prop::sample::select(NASTY), 1..2_000_usize).prop_map(|(one, times)| one.repeat(times));
    prop_oneof![4 => prop::sample::select(NASTY).prop_map(String::from), 1 => long, 1 => "[\\[\\]{}\",:0-9eء-ي\u{0}🙂]{0,8}"]
}

fn strange() -> impl Strategy<Value = Value> {
    let fixed = vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1),
        json!(7),
        json!(4_294_967_295_u32),
        json!(4_294_967_296_u64),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1.5),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("me"),
        json!("s-1"),
        json!("t-1"),
        json!("first"),
        json!("ft-report"),
        json!("PERS"),
        json!("🙂"),
        json!("\u{0}"),
        json!("../x"),
        json!("__proto__"),
        json!("x".repeat(70_000)),
        json!("ـ".repeat(65)),
        json!([]),
        json!([0, 1]),
        json!([9, 3]),
        json!([0, u32::MAX]),
        json!({}),
        json!({"id": "s-1"}),
        json!({"event": "e-1"}),
        json!({"document": "ft-report", "span": "s-1"}),
        json!("#12345g"),
        json!("wa-0"),
        json!("2026-13-45T99:99:99Z"),
        json!("0000-00-00T00:00:00Z"),
        json!(["PERS", "PERS"]),
        json!({"do": {}}),
        json!("undo"),
        json!({"undo": {"writer": "wa", "number": 0}}),
        json!({"redo": {"writer": "wb", "number": 4_294_967_295_u32}}),
    ];
    let text = prop::sample::select(NASTY)
        .prop_map(|text| Value::from(text.replace("\\u202e", "\u{202E}").replace("\\u2066", "\u{2066}")));
    prop_oneof![4 => prop::sample::select(fixed), 1 => text]
}

/// One to five harms.
pub fn harms() -> impl Strategy<Value = Vec<Harm>> {
    let at = any::<Index>;
    let one = prop_oneof![
        2 => (at(), 0..60_usize).prop_map(|(at, length)| Harm::Cut(at, length)),
        1 => at().prop_map(Harm::End),
        2 => (at(), nasty()).prop_map(|(at, text)| Harm::Put(at, text)),
        1 => (at(), 0..400_usize).prop_map(|(at, length)| Harm::Double(at, length)),
        6 => (at(), strange()).prop_map(|(at, value)| Harm::Exchange(at, value)),
        4 => (at(), at()).prop_map(|(from, to)| Harm::Move(from, to)),
        3 => at().prop_map(Harm::Drop),
        2 => at().prop_map(Harm::Again),
        1 => (at(), 1..400_usize).prop_map(|(at, depth)| Harm::Wrap(at, depth)),
        3 => (at(), any::<bool>()).prop_map(|(at, more)| Harm::Shift(at, more)),
    ];
    prop::collection::vec(one, 1..6)
}

/// A file after all of it.
pub fn harmed(text: &str, harms: &[Harm]) -> String {
    harms.iter().fold(text.to_owned(), |text, harm| one(&text, harm))
}

fn one(text: &str, harm: &Harm) -> String {
    let chars = || text.chars().collect::<Vec<_>>();
    let string = |parts: &[&[char]]| parts.iter().flat_map(|part| part.iter()).collect::<String>();
    let place = |at: &Index, all: &[char]| at.index(all.len() + 1);
    match harm {
        Harm::Cut(at, length) => {
            let all = chars();
            let from = place(at, &all);
            string(&[&all[..from], &all[(from + length).min(all.len())..]])
        }
        Harm::End(at) => {
            let all = chars();
            string(&[&all[..place(at, &all)]])
        }
        Harm::Put(at, put) => {
            let all = chars();
            let from = place(at, &all);
            [string(&[&all[..from]]), put.clone(), string(&[&all[from..]])].concat()
        }
        Harm::Double(at, length) => {
            let all = chars();
            let from = place(at, &all);
            string(&[&all[..(from + length).min(all.len())], &all[from..]])
        }
        _ => {
            let Ok(mut file) = serde_json::from_str::<Value>(text) else { return text.to_owned() };
            inside(&mut file, harm);
            file.to_string()
        }
    }
}

fn inside(file: &mut Value, harm: &Harm) {
    let all = places(file);
    let pick = |at: &Index| &all[at.index(all.len())];
    let (at, value) = match harm {
        Harm::Exchange(at, value) => (pick(at), value.clone()),
        Harm::Move(from, to) => (pick(to), file.pointer(pick(from)).cloned().unwrap_or_default()),
        Harm::Wrap(at, depth) => {
            let value = file.pointer(pick(at)).cloned().unwrap_or_default();
            (pick(at), (0..*depth).fold(value, |inner, _| json!([inner])))
        }
        Harm::Shift(at, more) => {
            let numbers = all.iter().filter(|path| file.pointer(path).is_some_and(Value::is_u64)).collect::<Vec<_>>();
            if numbers.is_empty() {
                return;
            }
            let path = numbers[at.index(numbers.len())];
            let number = file.pointer(path).and_then(Value::as_u64).unwrap_or_default();
            (path, if *more { number.wrapping_add(1) } else { number.wrapping_sub(1) }.into())
        }
        Harm::Drop(at) | Harm::Again(at) => return in_parent(file, pick(at), matches!(harm, Harm::Again(_))),
        Harm::Cut(..) | Harm::End(_) | Harm::Put(..) | Harm::Double(..) => return,
    };
    if let Some(place) = file.pointer_mut(at) {
        *place = value;
    }
}

fn in_parent(file: &mut Value, path: &str, again: bool) {
    let Some((parent, name)) = path.rsplit_once('/') else { return };
    match file.pointer_mut(parent) {
        Some(Value::Array(items)) => {
            let Ok(place) = name.parse::<usize>() else { return };
            if again { items.push(items[place].clone()) } else { drop(items.remove(place)) }
        }
        Some(Value::Object(fields)) if !again => drop(fields.remove(&name.replace("~1", "/").replace("~0", "~"))),
        _ => {}
    }
}

/// All places of a file.
fn places(value: &Value) -> Vec<String> {
    fn walk(value: &Value, here: String, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().enumerate().for_each(|(n, item)| walk(item, format!("{here}/{n}"), found)),
            Value::Object(fields) => fields
                .iter()
                .for_each(|(name, field)| walk(field, format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), found)),
            _ => {}
        }
        found.push(here);
    }
    let mut found = Vec::new();
    walk(value, String::new(), &mut found);
    found
}
