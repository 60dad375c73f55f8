//! Files that are refused, each with the place and the reason.

use hashiya::format::native::{Kind, ReadFault, read};

use crate::worlds::{fixture, incoming};

fn at(path: &str) -> String {
    path.to_owned()
}

fn document() -> String {
    "doc".to_owned()
}

fn mismatch(path: &str, expected: &str, found: &str) -> ReadFault {
    ReadFault::OffsetMismatch {
        path: at(path),
        document: document(),
        span: "s1".into(),
        expected: expected.into(),
        found: found.into(),
    }
}

fn unknown(path: &str, id: &str) -> ReadFault {
    ReadFault::UnknownReference { path: at(path), id: id.into() }
}

fn twice(path: &str, id: &str) -> ReadFault {
    ReadFault::Duplicate { path: at(path), id: id.into() }
}

fn value(path: &str, found: &str) -> ReadFault {
    ReadFault::BadValue { path: at(path), found: found.into() }
}

fn missing(path: &str) -> ReadFault {
    ReadFault::Missing { path: at(path) }
}

fn kind(path: &str, expected: Kind) -> ReadFault {
    ReadFault::WrongType { path: at(path), expected }
}

fn outside(path: &str) -> ReadFault {
    ReadFault::OutOfText { path: at(path), document: document() }
}

fn fragments() -> ReadFault {
    ReadFault::BadFragments { path: at("/documents/0/spans/0/fragments"), span: "s1".into() }
}

fn expected() -> Vec<(&'static str, ReadFault)> {
    let span = |field: &str| format!("/documents/0/spans/0{field}");
    vec![
        ("not-json", ReadFault::NotJson { line: 3, column: 15 }),
        ("cut-off", ReadFault::NotJson { line: 1, column: 415 }),
        ("too-deep", ReadFault::TooDeep),
        ("deep", ReadFault::TooDeep),
        ("another-format", ReadFault::NotOurs),
        ("a-list", ReadFault::NotOurs),
        ("newer", ReadFault::NewerVersion(2)),
        ("version-text", kind("/version", Kind::Number)),
        ("no-unit", missing("/offset_unit")),
        ("utf16-unit", value("/offset_unit", "utf16")),
        ("no-project", missing("/project")),
        ("documents-object", kind("/documents", Kind::List)),
        ("document-id", ReadFault::BadId { path: at("/documents/0/id"), found: "Report.1".into() }),
        ("span-id", ReadFault::BadId { path: span("/id"), found: "s 1".into() }),
        ("colour", ReadFault::BadColour { path: at("/tagset/labels/1/colour"), found: "url(x)".into() }),
        ("style", value("/tagset/labels/1/style", "wavy")),
        ("shortcut", value("/tagset/labels/0/shortcut", " ")),
        ("shortcut-twice", twice("/tagset/labels/1", "1")),
        ("parent-unknown", unknown("/tagset/labels/1/parent", "LOC")),
        ("parent-cycle", ReadFault::Cycle { path: at("/tagset/labels/0/parent"), id: "PERS".into() }),
        ("role", value("/annotation_sets/0/role", "mine")),
        ("time", value(&span("/created_at"), "2026-01-02 03:04")),
        ("language", value("/documents/0/language", "ar\" onload=\"x")),
        ("status", value("/documents/0/status", "finished")),
        ("hash", ReadFault::HashMismatch { path: at("/documents/0/sha256"), document: document() }),
        ("length", ReadFault::LengthMismatch { path: at("/documents/0/length/code_points"), document: document() }),
        ("no-text", missing("/documents/0/text")),
        ("span-no-text", missing(&span("/text"))),
        ("shifted", mismatch(&span("/start"), "عباس", "باس ")),
        ("negative", kind(&span("/start"), Kind::Number)),
        ("fraction", kind(&span("/end"), Kind::Number)),
        ("empty-span", outside(&span("/start"))),
        ("past-the-end", outside(&span("/start"))),
        ("utf16-as-code-points", mismatch(&span("/utf16"), "عباس", " عبا")),
        ("utf8-wrong", mismatch(&span("/utf8"), "عباس", "زا")),
        ("utf16-backwards", kind(&span("/utf16"), Kind::Pair)),
        ("prefix", mismatch(&span("/prefix"), "زارت ", " زار ")),
        ("fragments-overlap", fragments()),
        ("fragments-order", fragments()),
        ("fragments-outside", fragments()),
        ("fragment-alone", fragments()),
        ("fragment-quote", mismatch(&span("/fragments/1/start"), "عبّس", "عباس")),
        ("set-unknown", unknown(&span("/set"), "you")),
        ("label-unknown", unknown(&span("/label"), "ORG")),
        ("span-id-twice", twice("/documents/0/spans/1", "s1")),
        ("said-twice", twice("/documents/0/spans/2", "s3")),
        ("document-twice", twice("/documents/1", "21404b3155d9b2f60b2c98f59967c07df655976eccbb685ed926a08b0d008e7f")),
        ("set-twice", twice("/annotation_sets/1/id", "me")),
        ("label-twice", twice("/tagset/labels/2", "PERS")),
        ("relation-to-nothing", unknown("/documents/0/relations/0/to", "s9")),
        ("relation-without-set", missing("/documents/0/relations/0/set")),
        ("event-role", unknown("/documents/0/events/0/roles/0/span", "s9")),
        ("mention-elsewhere", unknown("/entities/0/mentions/0/document", "none")),
        ("outside-link", value("/entities/0/link", "javascript:alert(1)")),
        ("link-to-no-event", unknown("/links/0/to/event", "e9")),
        ("record-without-id", missing("/aliases/0/id")),
        ("record-twice", twice("/aliases/1/id", "a1")),
        ("region-outside", outside("/documents/0/regions/0/start")),
    ]
}

#[test]
fn every_broken_file_is_refused_with_its_place() {
    let folder = format!("{}/tests/fixtures/native/broken", env!("CARGO_MANIFEST_DIR"));
    let mut files =
        std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").file_name()).collect::<Vec<_>>();
    files.sort();
    let mut named = expected().iter().map(|(name, _)| format!("{name}.json").into()).collect::<Vec<std::ffi::OsString>>();
    named.sort();
    assert_eq!(files, named);
    for (name, fault) in expected() {
        let found = read(&fixture(&format!("broken/{name}")));
        assert_eq!(found.map(|_| ()), Err(fault), "{name}");
    }
    // What all but the first few were made from is in order.
    incoming("small");
}

#[test]
fn what_is_no_text_at_all_is_refused() {
    for nothing in ["", "\u{FEFF}", "null", "3", "\"hashiya\"", "{}", "{\"format\": 1}"] {
        assert!(matches!(read(nothing), Err(ReadFault::NotJson { .. } | ReadFault::NotOurs)), "{nothing:?}");
    }
}
