//! Projects to try the file on: made by hand, and made at random.

use std::collections::HashSet;
use std::rc::Rc;

use hashiya::core::document::{Direction, Document, Region, Status};
use hashiya::core::ids::{IdMaker, Writer};
use hashiya::core::op::{Item, Op};
use hashiya::core::project::{AnnotationSet, Project, Role};
use hashiya::core::range::TextRange;
use hashiya::core::record::{Collection, Extra, Record};
use hashiya::core::span::Span;
use hashiya::core::span_set::SpanSet;
use hashiya::core::state::{DocumentState, State};
use hashiya::core::tagset::{Bilingual, Tagset};
use hashiya::core::text::Text;
use hashiya::format::bundled::bundled;
use hashiya::format::native::{Choice, Incoming, open, read, write};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// When the tests' files are written.
pub const NOW: &str = "2026-05-06T07:08:09.123Z";

/// A fixture's text.
pub fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/native/{name}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A fixture that is in order.
pub fn incoming(name: &str) -> Incoming {
    read(&fixture(name)).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

/// The whole project as a file's text.
pub fn written(state: &State) -> String {
    write(state, NOW, &Choice::default()).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// What a state looks like after the way through a file.
pub fn through(state: &State) -> Incoming {
    read(&written(state)).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// The places where two values differ, as JSON pointers with what stands there.
pub fn differences(one: &Value, other: &Value) -> Vec<String> {
    fn walk(path: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
        match (one, other) {
            (Value::Object(a), Value::Object(b)) => {
                let names = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name)));
                names.for_each(|name| walk(&format!("{path}/{name}"), &one[name], &other[name], found));
            }
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                a.iter().zip(b).enumerate().for_each(|(n, (a, b))| walk(&format!("{path}/{n}"), a, b, found));
            }
            _ if one == other => {}
            _ => found.push(format!("{path}: {one} and {other}")),
        }
    }
    let mut found = Vec::new();
    walk("", one, other, &mut found);
    found
}

/// Ids that no fixture has.
pub fn ids() -> IdMaker {
    IdMaker::new(&Writer::new("fresh"), 0)
}

/// The state after opening a file, once it is proved that undoing gives back the start and that
/// opening it again does nothing.
pub fn opened(state: &State, incoming: &Incoming) -> State {
    let (transaction, _) = open(state, incoming, "file.json", &mut ids());
    let after = transaction.apply(state).unwrap_or_else(|misfit| panic!("{misfit:?}"));
    assert_eq!(transaction.inverse().apply(&after).as_ref(), Ok(state), "undo");
    let (again, report) = open(&after, incoming, "file.json", &mut IdMaker::new(&Writer::new("again"), 0));
    assert!(again.ops.is_empty(), "opening twice is opening once: {again:?} {report:?}");
    written(&after);
    after
}

/// A span of the set `me`.
pub fn span(id: &str, label: &str, start: u32, end: u32) -> Span {
    Span {
        id: id.into(),
        set: "me".into(),
        label: label.into(),
        range: TextRange::of(start, end),
        fragments: Vec::new(),
        note: String::new(),
        attributes: Extra::default(),
        created_at: NOW.into(),
        updated_at: NOW.into(),
        extra: Extra::default(),
    }
}

/// A set that is one's own, unless somebody is named.
pub fn set(id: &str, annotator: Option<&str>) -> AnnotationSet {
    AnnotationSet {
        id: id.into(),
        annotator: annotator.map(str::to_owned),
        role: Role::Own,
        derived_from: Vec::new(),
        extra: Extra::default(),
    }
}

/// The bundled project with a set and spans in the first article.
pub fn tagged(own: AnnotationSet, spans: Vec<Span>) -> State {
    let adds =
        spans.into_iter().map(|span| Op::Add(Item::Span("ft-report".into(), Rc::new(Span { set: own.id.clone(), ..span }))));
    let ops = std::iter::once(Op::Add(Item::Set(own.clone()))).chain(adds).collect::<Vec<_>>();
    ops.iter().fold(bundled(), |state, op| state.apply(op).expect("the op fits"))
}

/// What Arabic text is made of, with everything that upsets offsets.
const PIECES: &[&str] = &[
    "لإيران",
    "هجومًا",
    "عُمان",
    "ال",
    "ـ",
    " ",
    "\u{200F}",
    "\r\n",
    "\n",
    "\r",
    "🙂",
    "👩‍👩‍👧",
    "\u{1EE00}",
    "إنّ",
    "99",
    "FBI",
    "\u{064F}",
    "«",
    "،",
    "\u{FEFF}",
    "é",
    "ﷺ",
    "\u{2028}",
    "\"\\",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..60).prop_map(|pieces| pieces.concat())
}

fn value() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(|n| json!(n)),
        any::<u64>().prop_map(|n| json!(n)),
        (-1e9..1e9).prop_map(|n: f64| json!(n))
    ];
    let leaf = prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), number, text().prop_map(Value::from)];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let fields = prop::collection::hash_map("[a-zé]{1,3}", inner.clone(), 0..3);
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Value::from),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect()))
        ]
    })
}

fn extra() -> impl Strategy<Value = Extra> {
    prop_oneof![2 => Just(Map::new()), 1 => value().prop_map(|value| Map::from_iter([("x_new".to_owned(), value)]))]
        .prop_map(Extra::new)
}

/// A place in a text as two fractions of it, a label, a set, a note, a time, whether it is in two parts, unknown fields.
type Seed = ((f64, f64), usize, bool, String, u32, bool, Extra);

fn seed() -> impl Strategy<Value = Seed> {
    let note = prop_oneof![2 => Just(String::new()), 1 => text()];
    ((0.0..1.0, 0.0..1.0), 0..21_usize, any::<bool>(), note, 0..60_u32, any::<bool>(), extra())
}

fn made(seed: Seed, id: String, text: &Text) -> Option<Span> {
    let ((a, b), label, other, note, second, parted, extra) = seed;
    let at = |fraction: f64| (fraction * f64::from(text.len().0 + 1)) as u32;
    let (start, end) = (at(a.min(b)), at(a.max(b)).min(text.len().0));
    let label = Tagset::wojood().labels[label].id.clone();
    let set = if other { "other" } else { "me" };
    let time = format!("2026-01-02T03:04:{second:02}.5Z");
    let parts = if parted && end >= start + 3 {
        vec![TextRange::of(start, start + 1), TextRange::of(start + 2, end)]
    } else {
        Vec::new()
    };
    (start < end).then(|| Span {
        set: set.into(),
        label,
        note,
        fragments: parts,
        attributes: attributes(second),
        updated_at: time,
        extra,
        ..span(&id, "", start, end)
    })
}

/// Values of attributes of every kind, in changing company.
fn attributes(number: u32) -> Extra {
    let all = [
        ("certain", json!(number.is_multiple_of(2))),
        ("kind", json!("name")),
        ("manner", json!(["said", "denied"])),
        ("figure", json!(number)),
        ("date", json!(format!("2024-01-{:02}", number % 28 + 1))),
        ("remark", json!("«هجومًا»\n🙂")),
    ];
    Extra::new(
        all.into_iter().enumerate().filter(|(n, _)| number >> n & 1 == 1).map(|(_, (id, value))| (id.into(), value)).collect(),
    )
}

fn document(place: usize, text: &str, seeds: Vec<Seed>, status: Status, extra: Extra) -> DocumentState {
    let text = Rc::new(Text::new(format!("{place}{text}")));
    let mut said = HashSet::new();
    let spans = seeds.into_iter().enumerate().filter_map(|(n, seed)| made(seed, format!("s{place}-{n}"), &text));
    let spans = spans
        .filter(|span| said.insert((span.set.clone(), span.label.clone(), span.range, span.fragments.clone())))
        .map(Rc::new)
        .collect();
    let region = Region {
        kind: "boilerplate".into(),
        name: Bilingual::new("بقايا", ""),
        range: TextRange::of(0, 1),
        extra: extra.clone(),
    };
    let document = Document {
        id: format!("doc-{place}").as_str().into(),
        title: "عنوان".into(),
        title_is_ours: place.is_multiple_of(2),
        source: (place > 0).then(|| "مصدر".into()),
        language: "ar".into(),
        direction: Direction::Auto,
        sha256: Document::hash(text.as_str()),
        text,
        regions: vec![region],
        extra,
    };
    DocumentState { document: Rc::new(document), status, spans: SpanSet::from_spans(spans) }
}

fn records(documents: &[Rc<DocumentState>]) -> Vec<Rc<Record>> {
    let record = |document, collection, value| Rc::new(Record { document, collection, value: Rc::new(value) });
    let (mut inner, mut mentions, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for one in documents {
        let id = &one.document.id;
        if let (Some(first), Some(last)) = (one.spans.iter().next(), one.spans.iter().next_back()) {
            let value = json!({"id": format!("r-{id}"), "set": "me", "type": "t", "from": first.id.as_str(), "to": last.id.as_str(), "x": 1});
            inner.push(record(Some(id.clone()), Collection::Relations, value));
            let roles = one.spans.iter().map(|span| json!({"role": "agent", "span": span.id.as_str()})).collect::<Vec<_>>();
            let event =
                json!({"id": format!("e-{id}"), "set": "me", "type": "attack", "trigger": first.id.as_str(), "roles": roles});
            inner.push(record(Some(id.clone()), Collection::Events, event));
            let quiet =
                json!({"id": format!("f-{id}"), "set": "other", "type": "talks", "trigger": null, "roles": [], "note": "حاشية"});
            inner.push(record(Some(id.clone()), Collection::Events, quiet));
            let label = json!({"id": format!("d-{id}"), "set": "me", "label": "report"});
            inner.push(record(Some(id.clone()), Collection::Labels, label));
            events.push(json!({"event": format!("e-{id}")}));
            mentions.push(json!({"document": id.as_str(), "span": first.id.as_str()}));
        }
    }
    let link = mentions.first().map(|first| json!({"id": "l", "type": "same", "from": first, "to": {"entity": "n"}}));
    inner.push(record(None, Collection::Entities, json!({"id": "n", "name": "إيران", "mentions": mentions})));
    inner.push(record(
        None,
        Collection::Entities,
        json!({"id": "o", "name": "بلا ذكر", "type": null, "mentions": [], "link": "Q794"}),
    ));
    inner.extend(link.map(|link| record(None, Collection::Links, link)));
    if let [one, other, ..] = &events[..] {
        let value = json!({"id": "m", "type": "contradicts", "from": one, "to": other, "note": "99 ≠ 102"});
        inner.push(record(None, Collection::Links, value));
    }
    inner.push(record(None, Collection::Aliases, json!({"id": "a", "forms": ["ماكغورك", "مكجورك"]})));
    inner
}

/// A project with up to three documents, two sets, spans of every kind, records and unknown fields.
pub fn world() -> impl Strategy<Value = State> {
    let status = prop::sample::select(&Status::ALL);
    let document_seed = (text(), prop::collection::vec(seed(), 0..12), status, extra());
    let top = (extra(), extra(), extra());
    (prop::collection::vec(document_seed, 0..4), top, prop::option::of(text())).prop_map(
        |(seeds, (top, inner, at_set), annotator)| {
            let project = Project { id: "random".into(), name: "عشوائي".into(), extra: inner.clone(), top };
            let mut tagset = Tagset::wojood();
            let kinds = json!({
                "attributes": [{"id": "figure", "type": "number", "required": true, "labels": ["CARDINAL"]}, {"id": "date", "type": "date"}],
                "relation_types": [{"id": "t", "symmetric": true, "rules": [{"from": ["PERS"]}], "retired": true}],
                "event_types": [{"id": "attack", "trigger_labels": ["EVENT"], "roles": [{"id": "agent", "min": 1, "max": null}]}],
                "document_labels": [{"id": "report", "name": {"ar": "تقرير", "en": "report"}}],
            });
            let kinds = kinds.as_object().into_iter().flatten();
            tagset.extra = kinds.fold(inner, |extra, (field, list)| extra.with(field, Some(list.clone())));
            let other = AnnotationSet { annotator, role: Role::Received, extra: at_set, ..set("other", None) };
            let documents = seeds
                .into_iter()
                .enumerate()
                .map(|(place, (text, seeds, status, extra))| Rc::new(document(place, &text, seeds, status, extra)));
            let documents = documents.collect::<Vec<_>>();
            let records = Rc::new(records(&documents));
            State { sets: Rc::new(vec![set("me", None), other]), documents, records, ..State::new(project, tagset) }
        },
    )
}
