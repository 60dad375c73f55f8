use super::*;
use crate::core::fixture::{NOW, bare_span, document};
use crate::core::record::Extra;
use crate::format::shape;
use serde_json::json;
use std::rc::Rc;

/// What the first release writes for `entries()`, one to a line. They stand in people's browsers: they must always be read.
const FIRST: &str = include_str!("first.txt");

fn extra(value: Value) -> Extra {
    <Extra as Shape>::get(&value).expect("an object")
}

/// Every shape there is, with and without what may be absent.
fn ops() -> Vec<Op> {
    let odd = || extra(json!({"x": [1, -2, 1.5, null, true, {"y": "«\"\\\n\u{1}\u{7f}»"}], "نص": ""}));
    let region = Region {
        kind: "boilerplate".into(),
        name: Bilingual::new("بقايا", "leftovers"),
        range: TextRange::of(0, 2),
        extra: odd(),
    };
    let bare = document("doc", "سطر\r\n🙂");
    let mut rich = Document { source: Some("s".into()), regions: vec![region.clone()], extra: odd(), ..bare.clone() };
    (rich.direction, rich.title_is_ours) = (Direction::Auto, false);
    let label = |colour, line| Label {
        id: "PERS".into(),
        name: Bilingual::new("شخص", "Person"),
        description: Bilingual::default(),
        colour,
        line,
        shortcut: None,
        parent: None,
        extra: Extra::default(),
    };
    let lower = Label {
        shortcut: Some("1".into()),
        parent: Some("X".into()),
        extra: odd(),
        ..label(Colour::Rgb(1, 2, 255), Line::ThickDashed)
    };
    let set = |role| AnnotationSet { id: "me".into(), annotator: None, role, derived_from: Vec::new(), extra: Extra::default() };
    let derived = AnnotationSet {
        annotator: Some("هند".into()),
        derived_from: vec!["a".into(), "b".into()],
        extra: odd(),
        ..set(Role::Gold)
    };
    let parts = vec![TextRange::of(1, 2), TextRange::of(3, 4)];
    let span = Rc::new(bare_span("s1", "PERS", 1, 4));
    let whole =
        Rc::new(Span { fragments: parts, note: "حاشية".into(), attributes: odd(), extra: odd(), ..Span::clone(&span) });
    let record = |document: Option<&str>, collection| {
        Rc::new(Record { document: document.map(Into::into), collection, value: Rc::new(json!({"id": "r", "z": 1e3})) })
    };
    let mut ops = vec![
        Op::Add(Item::Document(Rc::new(bare))),
        Op::Remove(Item::Document(Rc::new(rich))),
        Op::Add(Item::Label(Rc::new(lower))),
        Op::Add(Item::Set(derived)),
        Op::Add(Item::Span("doc".into(), span)),
        Op::Remove(Item::Span("doc".into(), whole.clone())),
    ];
    ops.extend(Line::ALL.map(|line| Op::Add(Item::Label(Rc::new(label(Colour::Palette(5, 2), line))))));
    ops.extend([Role::Own, Role::Received].map(|role| Op::Add(Item::Set(set(role)))));
    ops.extend(Collection::OF_DOCUMENT.map(|collection| Op::Add(Item::Record(record(Some("doc"), collection)))));
    ops.extend(Collection::OF_PROJECT.map(|collection| Op::Remove(Item::Record(record(None, collection)))));
    let mut change = |change| ops.push(Op::Change(change));
    for after in [
        SpanField::Label("OCC".into()),
        SpanField::Range(TextRange::of(0, 9)),
        SpanField::Note(String::new()),
        SpanField::Whole(whole),
    ] {
        let before = SpanField::Note("قبل".into());
        change(Change::Span {
            document: "doc".into(),
            span: "s1".into(),
            before,
            after,
            at: (NOW.into(), "2026-02-03T00:00:00Z".into()),
        });
    }
    for after in Status::ALL {
        change(Change::Status { document: "doc".into(), before: Status::New, after });
    }
    change(Change::Annotator { set: "me".into(), before: None, after: Some("هند".into()) });
    for after in [
        Carried::Top(Extra::default()),
        Carried::Project(odd()),
        Carried::Tagset(odd()),
        Carried::Label("PERS".into(), odd()),
        Carried::Set("me".into(), Extra::default()),
        Carried::Document("doc".into(), odd()),
        Carried::Regions("doc".into(), vec![region]),
        Carried::Record(record(None, Collection::Links)),
    ] {
        change(Change::Carried { before: Carried::Regions("doc".into(), Vec::new()), after });
    }
    ops
}

fn entries() -> Vec<Entry> {
    let key = |number| EntryKey { writer: "w".into(), number };
    let words = || "محمود عباس".to_owned();
    let names = [
        ChangeName::Tag("PERS".into(), words()),
        ChangeName::Delete("PERS".into(), words()),
        ChangeName::DeleteMany(2),
        ChangeName::Relabel(words(), "OCC".into()),
        ChangeName::RelabelMany(2, "OCC".into()),
        ChangeName::Move("PERS".into(), words()),
        ChangeName::Note("PERS".into(), words()),
        ChangeName::Status(words(), Status::Done),
        ChangeName::Annotator,
        ChangeName::Open("ملف.json".into()),
    ];
    let mut entries = Vec::new();
    let mut entry = |act, name, document, ops| {
        let (number, clock) = (entries.len() as u32, u64::MAX - entries.len() as u64);
        let transaction = Transaction { name, document, ops };
        entries.push(Entry { key: key(number), clock, at: NOW.into(), act, transaction });
    };
    for name in names {
        entry(Act::Undo(key(0)), name, Some("doc".into()), Vec::new());
    }
    for op in ops() {
        entry(Act::Do, ChangeName::Annotator, None, vec![op.clone(), op]);
    }
    entry(Act::Redo(key(u32::MAX)), ChangeName::Annotator, None, Vec::new());
    // What came later stands at the end, so that the lines before it stay as they were.
    for name in [
        ChangeName::LabelAdd("L1".into()),
        ChangeName::LabelEdit("L1".into()),
        ChangeName::LabelRemove("L1".into()),
        ChangeName::Tagset("ontonotes18".into()),
        ChangeName::Guidelines,
    ] {
        entry(Act::Do, name, None, label_ops());
    }
    for name in [
        ChangeName::Fix(3),
        ChangeName::Spelling(words()),
        ChangeName::Refuse(words()),
        ChangeName::TagMany(7, "GPE".into()),
        ChangeName::Accept(4),
    ] {
        entry(Act::Do, name, None, Vec::new());
    }
    for op in shape_ops() {
        entry(Act::Do, ChangeName::Shape(ShapeChange::RelationAdd, words()), Some("doc".into()), vec![op]);
    }
    for change in ShapeChange::ALL.into_iter().filter(|change| *change != ShapeChange::Settle) {
        entry(Act::Do, ChangeName::Shape(change, words()), None, Vec::new());
    }
    for op in document_ops() {
        entry(Act::Do, ChangeName::Shape(ShapeChange::DocumentEdit, words()), Some("doc".into()), vec![op]);
    }
    entry(Act::Do, ChangeName::Shape(ShapeChange::Settle, words()), None, Vec::new());
    entries
}

/// Changes of pieces, attributes, records and types.
fn shape_ops() -> Vec<Op> {
    let at = || (String::new(), NOW.to_owned());
    let span = |before, after| Op::Change(Change::Span { document: "doc".into(), span: "s1".into(), before, after, at: at() });
    let pieces = |ranges: &[(u32, u32)]| SpanField::Pieces(ranges.iter().map(|(a, b)| TextRange::of(*a, *b)).collect());
    let record = |collection| RecordRef { collection, id: "r".into() };
    let kind = |list, before: Option<Value>, after: Option<Value>| {
        Op::Change(Change::Kind { list, place: 2, before: before.map(Rc::new), after: after.map(Rc::new) })
    };
    vec![
        span(pieces(&[(1, 4)]), pieces(&[(1, 2), (3, 4)])),
        span(SpanField::Attribute("a".into(), None), SpanField::Attribute("a".into(), Some(json!(["x", 1.50, {"y": null}])))),
        Op::Change(Change::Record {
            record: record(Collection::Relations),
            field: "type".into(),
            before: Some("t".into()),
            after: None,
            at: at(),
        }),
        Op::Change(Change::Member {
            record: record(Collection::Entities),
            field: "mentions".into(),
            place: 7,
            before: None,
            after: Some(json!({"document": "doc", "span": "s1"})),
            at: at(),
        }),
        kind(KindList::Attributes, None, Some(json!({"id": "a", "type": "date"}))),
        kind(KindList::RelationTypes, Some(json!({"id": "t"})), None),
        kind(KindList::EventTypes, Some(json!({"id": "e"})), Some(json!({"id": "e", "roles": []}))),
        kind(KindList::DocumentLabels, None, None),
    ]
}

/// Changes of each field of a document.
fn document_ops() -> Vec<Op> {
    let values = [("خبر", "نبأ «اليوم»"), ("false", "true"), ("und", "ar-EG"), ("rtl", "auto"), ("0", "12")];
    let set = |(field, (before, after)): (DocumentField, (&str, &str))| {
        let carried = |value: &str| Carried::Field { document: "doc".into(), field, value: value.to_owned() };
        Op::Change(Change::Carried { before: carried(before), after: carried(after) })
    };
    DocumentField::ALL.into_iter().zip(values).map(set).collect()
}

/// Changes of labels and of their order.
fn label_ops() -> Vec<Op> {
    let before = Rc::new(Label {
        id: "L1".into(),
        name: Bilingual::new("وسم", ""),
        description: Bilingual::default(),
        colour: Colour::Palette(0, 1),
        line: Line::Dashed,
        shortcut: None,
        parent: None,
        extra: Extra::default(),
    });
    let after = Rc::new(Label {
        name: Bilingual::new("وسم", "Label"),
        shortcut: Some("g".into()),
        parent: Some("PERS".into()),
        extra: extra(json!({"retired": true})),
        ..Label::clone(&before)
    });
    vec![
        Op::Change(Change::Label { before, after }),
        Op::Change(Change::LabelOrder { before: vec!["PERS".into(), "L1".into()], after: vec!["L1".into(), "PERS".into()] }),
        Op::Change(Change::LabelOrder { before: Vec::new(), after: Vec::new() }),
    ]
}

#[test]
fn every_shape_is_written_and_read_as_by_the_first_release() {
    let entries = entries();
    assert_eq!(FIRST.lines().count(), entries.len());
    for (entry, first) in entries.iter().zip(FIRST.lines()) {
        assert_eq!(shape::text(entry), first);
        let value = serde_json::from_str(first).expect("JSON");
        assert_eq!(Entry::get(&value).as_ref(), Some(entry), "{first}");
    }
}

#[test]
fn what_lacks_a_part_or_has_another_in_its_place_is_not_read() {
    /// Takes out each part of a value in turn, and puts a list of a list in its place.
    fn spoil(value: &Value, tell: &mut dyn FnMut(Value)) {
        let Value::Object(fields) = value else { return };
        for (name, field) in fields {
            let mut other = value.clone();
            other[name] = json!([[]]);
            tell(other);
            spoil(field, &mut |inner| {
                let mut other = value.clone();
                other[name] = inner;
                tell(other);
            });
        }
    }
    for line in FIRST.lines() {
        let value: Value = serde_json::from_str(line).expect("JSON");
        spoil(&value, &mut |other| {
            // Whatever JSON carries for others may be anything.
            let written = other.to_string();
            let carried = Entry::get(&other).is_some_and(|entry| shape::text(&entry) == written);
            assert!(Entry::get(&other).is_none() || carried, "{other}");
        });
    }
}
