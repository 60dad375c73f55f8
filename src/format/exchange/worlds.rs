//! Corpora for the tests of formats: Arabic with marks, emoji before spans, spans in, across and inside others, in pieces, at parts of words.

use super::model::{Corpus, CrossLink, Happening, LinkEnd, Mark, Referent, Sheet, Tie};
use crate::core::document::Direction;
use crate::core::range::TextRange;
use crate::core::segment::grapheme_ends;
use crate::core::tagset::Tagset;
use crate::core::text::Text;
use crate::core::units::Byte;
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;

/// A text whose units all differ: emoji, a letter outside the BMP, marks, hidden characters, several lines.
pub const TEXT: &str = "😀 زار بريت ماكغورك، مستشارُ الرئيس، سلطنةَ عُمان 🇴🇲.\nوالولايات المتحدة وإيران \u{200F}(طهران) تفاوضتا 𞸀؛ قال: «نعم!»\n\nوبالفيروس أُصيب 99 شخصًا؛ ثم 102. انتهى";

/// The range of the `nth` place of some words in [`TEXT`], from 0.
///
/// # Panics
/// Where there is none.
#[must_use]
pub fn at(words: &str, nth: usize) -> TextRange {
    let text = Text::new(TEXT);
    let found = TEXT.match_indices(words).nth(nth);
    assert!(found.is_some(), "{words} is in the text");
    let (byte, found) = found.unwrap_or_default();
    TextRange::new(text.offset_of_byte(Byte(byte as u32)), text.offset_of_byte(Byte((byte + found.len()) as u32)))
}

fn mark(id: &str, label: &str, pieces: &[TextRange]) -> Mark {
    let text = Text::new(TEXT);
    let words = pieces.iter().map(|piece| text.slice(*piece)).collect::<Vec<_>>().join(Mark::GAP);
    Mark { id: id.into(), label: label.into(), pieces: pieces.to_vec(), words: Some(words), ..Mark::default() }
}

/// One document with everything a project can hold, in the order of a sheet.
#[must_use]
pub fn rich() -> Corpus {
    let mut spans = vec![
        mark("s1", "PERS", &[at("بريت ماكغورك", 0)]),
        Mark {
            note: "سطر\nوآخر".into(),
            attributes: vec![("certainty".into(), json!("high")), ("number".into(), json!(3))],
            ..mark("s2", "OCC", &[at("مستشارُ الرئيس", 0)])
        },
        Mark {
            referents: vec![Referent { id: "e1".into(), name: "عُمان".into(), link: Some("Q842".into()) }],
            ..mark("s3", "GPE", &[at("عُمان", 0)])
        },
        // After a clitic; inside another; crossing it; with the limits of another; in pieces over a line.
        mark("s4", "GPE", &[at("الولايات المتحدة", 0)]),
        mark("s5", "ORG", &[at("المتحدة وإيران", 0)]),
        mark("s6", "LOC", &[at("المتحدة", 0)]),
        mark("s7", "NORP", &[at("المتحدة", 0)]),
        mark("s8", "GPE", &[at("إيران", 0)]),
        mark("s9", "EVENT", &[at("زار", 0), at("تفاوضتا", 0)]),
        mark("s10", "PRODUCT", &[at("فيروس", 0)]),
        mark("s11", "CARDINAL", &[at("99", 0)]),
    ];
    spans.sort_by_key(|span| (span.hull().start(), std::cmp::Reverse(span.hull().end())));
    let sheet = Sheet {
        name: "doc".into(),
        title: "زيارة".into(),
        source: Some("https://example.org/1".into()),
        language: "ar".into(),
        direction: Direction::Rtl,
        text: Rc::new(Text::new(TEXT)),
        spans,
        relations: vec![Tie {
            id: "r1".into(),
            kind: "has_role".into(),
            from: "s1".into(),
            to: "s2".into(),
            note: String::new(),
        }],
        events: vec![Happening {
            id: "v1".into(),
            kind: "meeting".into(),
            trigger: Some("s9".into()),
            roles: vec![("agent".into(), "s1".into()), ("agent".into(), "s4".into()), ("place".into(), "s3".into())],
            note: String::new(),
        }],
        labels: vec!["politics".into()],
        ..Sheet::default()
    };
    let second = Sheet {
        name: "second".into(),
        title: "ثان".into(),
        spans: vec![],
        relations: vec![],
        events: vec![],
        labels: vec![],
        ..sheet.clone()
    };
    let second = Sheet {
        text: Rc::new(Text::new("نص ثانٍ عن عُمان")),
        spans: vec![Mark { words: Some("عُمان".into()), ..plain("t1", "GPE", 11, 16) }],
        ..second
    };
    let links = vec![CrossLink {
        id: "l1".into(),
        kind: "same".into(),
        from: LinkEnd::Span("doc".into(), "s3".into()),
        to: LinkEnd::Span("second".into(), "t1".into()),
        note: String::new(),
    }];
    Corpus { name: "rich".into(), tagset: Tagset::wojood(), documents: vec![sheet, second], links }
}

fn plain(id: &str, label: &str, start: u32, end: u32) -> Mark {
    Mark { id: id.into(), label: label.into(), pieces: vec![TextRange::of(start, end)], ..Mark::default() }
}

/// Corpora of one document with spans at random, each within its own limits of clusters, of one piece.
pub fn spans_at_random() -> impl Strategy<Value = Corpus> {
    let text = Text::new(TEXT);
    let limits: Vec<u32> =
        std::iter::once(0).chain(grapheme_ends(TEXT).map(|end| text.offset_of_byte(Byte(end as u32)).0)).collect();
    let last = limits.len() - 1;
    let one = (0..last, 1_usize..12, 0_usize..3).prop_map(move |(start, length, label)| {
        (limits[start], limits[(start + length).min(last)], ["PERS", "GPE", "نوع"][label])
    });
    proptest::collection::vec(one, 0..12).prop_map(|places| {
        let text = Rc::new(Text::new(TEXT));
        let mut spans: Vec<Mark> = Vec::new();
        for (start, end, label) in places {
            let words = text.slice(TextRange::of(start, end)).to_owned();
            let mark = Mark { words: Some(words), ..plain("", label, start, end) };
            if !spans.iter().any(|other| other.pieces == mark.pieces && other.label == mark.label) {
                spans.push(mark);
            }
        }
        spans.sort_by_key(|span| (span.hull().start(), std::cmp::Reverse(span.hull().end())));
        for (place, span) in spans.iter_mut().enumerate() {
            span.id = format!("s{}", place + 1);
        }
        let sheet =
            Sheet { name: "doc".into(), language: "ar".into(), direction: Direction::Rtl, text, spans, ..Sheet::default() };
        Corpus { name: "random".into(), tagset: Tagset::wojood(), documents: vec![sheet], links: Vec::new() }
    })
}

/// What a span says, for comparing what went out with what came back: its label and its pieces.
#[must_use]
pub fn said(sheet: &Sheet) -> Vec<(String, Vec<TextRange>)> {
    let mut said: Vec<_> = sheet.spans.iter().map(|span| (span.label.clone(), span.pieces.clone())).collect();
    said.sort();
    said
}
