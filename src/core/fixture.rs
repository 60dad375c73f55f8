//! Test worlds: marked-up text in, documents and spans out. Marks stand inside the text, never
//! under it, since columns mean nothing in bidirectional text.

use super::document::{Direction, Document};
use super::ids::{IdMaker, Writer};
use super::op::{Item, Op};
use super::project::{AnnotationSet, Project, Role};
use super::range::TextRange;
use super::record::Extra;
use super::span::Span;
use super::state::State;
use super::tagset::Tagset;
use super::text::Text;
use std::rc::Rc;

/// A time for tests.
pub const NOW: &str = "2026-01-02T03:04:05.000Z";

/// A span with nothing but a place and a label, of the set `me`.
#[must_use]
pub fn bare_span(id: &str, label: &str, start: u32, end: u32) -> Span {
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

/// A document of that text.
#[must_use]
pub fn document(id: &str, text: &str) -> Document {
    Document {
        id: id.into(),
        title: id.into(),
        title_is_ours: true,
        source: None,
        language: "ar".into(),
        direction: Direction::Rtl,
        text: Rc::new(Text::new(text)),
        sha256: Document::hash(text),
        regions: Vec::new(),
        extra: Extra::default(),
    }
}

/// A project with one document `doc` made from marked text: `زار [PERS:محمود [X:عباس]] القاهرة`.
/// The spans are `s1`, `s2`… in the order in which they close, in the set `me`, which is one's own.
///
/// # Panics
/// On marks that do not pair.
#[must_use]
pub fn world(marked: &str) -> State {
    let (text, spans) = unmark(marked);
    let project = Project { id: "test".into(), name: "اختبار".into(), extra: Extra::default(), top: Extra::default() };
    let set =
        AnnotationSet { id: "me".into(), annotator: None, role: Role::Own, derived_from: Vec::new(), extra: Extra::default() };
    let mut ops = vec![Op::Add(Item::Document(Rc::new(document("doc", &text)))), Op::Add(Item::Set(set))];
    ops.extend(spans.into_iter().map(|span| Op::Add(Item::Span("doc".into(), Rc::new(span)))));
    ops.iter().fold(State::new(project, Tagset::wojood()), |state, op| state.apply(op).expect("a fixture applies"))
}

/// The spans of a world's document as `LABEL:words`, in order.
#[must_use]
pub fn spans(state: &State) -> Vec<String> {
    let document = &state.documents[0];
    document.spans.iter().map(|span| format!("{}:{}", span.label, document.document.text.slice(span.range))).collect()
}

/// Fresh ids for tests.
#[must_use]
pub fn ids() -> IdMaker {
    IdMaker::new(&Writer::new("w"), 0)
}

fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        let at = text.chars().count() as u32;
        match character {
            '[' => {
                let (label, after) = rest.split_once(':').expect("a label after [");
                open.push((label.to_owned(), at));
                rest = after;
            }
            ']' => {
                let (label, start) = open.pop().expect("a [ before ]");
                spans.push(bare_span(&format!("s{}", spans.len() + 1), &label, start, at));
            }
            other => text.push(other),
        }
    }
    (text, spans)
}
