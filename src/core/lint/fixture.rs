//! What the tests of the rules share: worlds with spans, and the laws of every fix.

use super::{Finding, Kind, findings, fix, fix_all};
use crate::core::command::Context;
use crate::core::document::{Document, Region};
use crate::core::fixture::{bare_span, document, ids, world};
use crate::core::op::{Item, Op};
use crate::core::project::{AnnotationSet, Role};
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::span_set::SpanSet;
use crate::core::state::{DocumentState, State};
use crate::core::tagset::Bilingual;
use crate::core::text::Text;
use crate::seeds;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The first article.
pub const A: usize = 0;
/// The second article.
pub const B: usize = 1;

/// A set of some role.
pub fn set(id: &str, role: Role) -> AnnotationSet {
    AnnotationSet { id: id.into(), annotator: None, role, derived_from: Vec::new(), extra: Extra::default() }
}

/// The two articles with these spans of one's own: article, label, limits.
pub fn articles(spans: &[(usize, &str, u32, u32)]) -> State {
    let mut start = world("");
    start.documents.clear();
    for seed in seeds::documents() {
        let region = |region: &seeds::Region| Region {
            kind: region.kind.into(),
            name: Bilingual::new(region.name, region.name_en),
            range: TextRange::of(region.start, region.end),
            extra: Extra::default(),
        };
        let regions = seed.regions.iter().map(region).collect();
        let article = Document { regions, ..document(seed.id, seed.text) };
        start = start.apply(&Op::Add(Item::Document(Rc::new(article)))).expect("an article");
    }
    spans.iter().enumerate().fold(start, |state, (number, (document, label, from, to))| {
        let document = state.documents[*document].document.id.clone();
        let span = bare_span(&format!("t{number}"), label, *from, *to);
        state.apply(&Op::Add(Item::Span(document, Rc::new(span)))).expect("a span")
    })
}

/// A document of that text, with one PERS span on what stands between two `|`.
pub fn one(marked: &str) -> State {
    let mut parts = marked.split('|');
    let [before, inside, after] = std::array::from_fn(|_| parts.next().expect("three parts"));
    let start = before.chars().count() as u32;
    let mut state = world("");
    let mut document = DocumentState::clone(&state.documents[0]);
    let mut inner = Document::clone(&document.document);
    inner.text = Rc::new(Text::new([before, inside, after].concat()));
    document.document = Rc::new(inner);
    let span = bare_span("s1", "PERS", start, start + inside.chars().count() as u32);
    document.spans = SpanSet::from_spans(vec![Rc::new(span)]);
    state.documents = vec![Rc::new(document)];
    state
}

/// What a command is given.
pub fn context() -> Context {
    Context { now: "2026-02-03T00:00:00.000Z".into(), ids: ids(), annotator: None }
}

/// The words of a finding's place.
pub fn words(state: &State, finding: &Finding) -> String {
    let document = state.document(&finding.document).expect("a document");
    document.document.text.slice(finding.range).to_owned()
}

/// Carries out every fix by itself and proves its laws: its finding goes, none of another kind comes for that place,
/// and undoing gives back the start.
pub fn obey(state: &State) -> Vec<Finding> {
    let found = findings(state);
    for finding in found.iter().filter(|finding| finding.fix.is_some()) {
        let fixed = fix(state, &mut context(), finding).expect("the fix applies");
        let after = fixed.apply(state).expect("it fits");
        assert_eq!(&fixed.inverse().apply(&after).expect("undo fits"), state);
        let of = |all: &[Finding]| match finding.spans.first() {
            Some(span) => all.iter().filter(|other| other.spans.contains(span)).map(|other| other.kind).collect(),
            None => {
                let here = |other: &&Finding| other.document == finding.document && other.range.overlaps(finding.range);
                all.iter().filter(here).map(|other| other.kind).collect::<BTreeSet<_>>()
            }
        };
        let (was, is) = (of(&found), of(&findings(&after)));
        assert!(!is.contains(&finding.kind), "{finding:?}: {is:?}");
        assert!(is.is_subset(&was), "{finding:?}: {was:?} became {is:?}");
    }
    found
}

/// The kinds found for the one span, and what its words are after all fixes.
pub fn shape_of(marked: &str) -> (Vec<Kind>, Option<String>) {
    let state = one(marked);
    let found = obey(&state);
    let kinds = found.iter().map(|finding| finding.kind).collect();
    let after = match fix_all(&state, &mut context(), &found) {
        Ok(fixed) => {
            let after = fixed.apply(&state).expect("it fits");
            assert_eq!(fixed.inverse().apply(&after).as_ref(), Ok(&state));
            after
        }
        Err(_) => state,
    };
    let document = &after.documents[0];
    (kinds, document.spans.iter().next().map(|span| document.document.text.slice(span.range).to_owned()))
}

/// Checks the kinds found for the one span, and its words after all fixes.
pub fn check(marked: &str, kinds: &[Kind], after: &str) {
    assert_eq!(shape_of(marked), (kinds.to_vec(), Some(after.to_owned())), "{marked}");
}
