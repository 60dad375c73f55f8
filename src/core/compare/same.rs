//! Whether two cells name the same.

use super::{Verdict, Why};
use crate::core::command::SpanRef;
use crate::core::fold::fold;
use crate::core::shapes::kinds::AttributeKind;
use crate::core::shapes::{End, Link, LinkKind, Shapes};
use crate::core::state::State;
use serde_json::Value;
use std::rc::Rc;

/// What a cell names: an entity with the spans that mention it, or one span that mentions none.
struct Thing<'a> {
    entity: Option<Rc<str>>,
    spans: Vec<&'a SpanRef>,
}

/// How close two things are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Close {
    /// They are not the same.
    No,
    /// One is a part of the other.
    Within,
    /// They are the same.
    Yes,
}

/// Holds two cells that are not empty against each other.
pub(super) fn compare(state: &State, shapes: &Shapes, one: &[SpanRef], other: &[SpanRef]) -> (Verdict, Why) {
    let links = links_between(shapes, one, other);
    let says = |kinds: &[LinkKind]| links.iter().find(|link| kinds.contains(&link.kind)).map(|link| Why::Link(link.clone()));
    if let Some(why) = says(&[LinkKind::Contradicts, LinkKind::Updates]) {
        return (Verdict::Differ, why);
    }
    let (left, right) = (things(shapes, one), things(shapes, other));
    let close = |a: &Thing<'_>, b: &Thing<'_>| closeness(state, shapes, &links, a, b);
    let best = |thing: &Thing<'_>, all: &[Thing<'_>]| all.iter().map(|other| close(thing, other)).max().unwrap_or(Close::No);
    let found = left.iter().map(|thing| (thing, best(thing, &right))).collect::<Vec<_>>();
    let found = found.into_iter().chain(right.iter().map(|thing| (thing, best(thing, &left)))).collect::<Vec<_>>();
    let alone = found.iter().filter(|(_, close)| *close == Close::No).map(|(thing, _)| thing).collect::<Vec<_>>();
    if alone.len() == found.len() {
        return (Verdict::Differ, Why::Different);
    }
    if !alone.is_empty() {
        let mut spans =
            alone.into_iter().filter_map(|thing| thing.spans.first()).map(|span| SpanRef::clone(span)).collect::<Vec<_>>();
        spans.dedup();
        return (Verdict::Differ, Why::Partly(spans));
    }
    let agreed = says(&[LinkKind::Same, LinkKind::Supports, LinkKind::Quotes]);
    let less = found.iter().any(|(_, close)| *close == Close::Within);
    (Verdict::Agree, agreed.unwrap_or(if less { Why::LessPrecise } else { Why::Same }))
}

/// The figure that a span gives: the value of its first attribute that is a number.
#[must_use]
pub fn figure(state: &State, shapes: &Shapes, span: &SpanRef) -> Option<String> {
    let value = attribute(state, shapes, span, &AttributeKind::Number).next()?;
    value.as_f64().map(|_| value.to_string())
}

/// The links between a span of one cell and a span of another.
fn links_between(shapes: &Shapes, one: &[SpanRef], other: &[SpanRef]) -> Vec<Rc<Link>> {
    let is_in = |end: &End, cell: &[SpanRef]| matches!(end, End::Span(span) if cell.contains(span));
    let across = |link: &&Rc<Link>| {
        (is_in(&link.from, one) && is_in(&link.to, other)) || (is_in(&link.from, other) && is_in(&link.to, one))
    };
    shapes.links().iter().filter(across).cloned().collect()
}

/// What the spans name, each entity once.
fn things<'a>(shapes: &Shapes, cell: &'a [SpanRef]) -> Vec<Thing<'a>> {
    let mut things: Vec<Thing<'a>> = Vec::new();
    for span in cell {
        let entities = shapes.on_span(&span.1).entities;
        if entities.is_empty() {
            things.push(Thing { entity: None, spans: vec![span] });
        }
        for entity in entities {
            match things.iter_mut().find(|thing| thing.entity.as_ref() == Some(&entity.id)) {
                Some(thing) => thing.spans.push(span),
                None => things.push(Thing { entity: Some(entity.id.clone()), spans: vec![span] }),
            }
        }
    }
    things
}

fn closeness(state: &State, shapes: &Shapes, links: &[Rc<Link>], one: &Thing<'_>, other: &Thing<'_>) -> Close {
    let pairs = || one.spans.iter().flat_map(|a| other.spans.iter().map(move |b| (*a, *b)));
    let is = |end: &End, span: &SpanRef| matches!(end, End::Span(named) if named == span);
    let linked = |a: &SpanRef, b: &SpanRef| {
        links.iter().any(|link| (is(&link.from, a) && is(&link.to, b)) || (is(&link.from, b) && is(&link.to, a)))
    };
    if pairs().any(|(a, b)| linked(a, b)) {
        return Close::Yes;
    }
    match (&one.entity, &other.entity) {
        (Some(one), Some(other)) if one == other || are_one(shapes, one, other) => Close::Yes,
        (Some(_), Some(_)) => Close::No,
        _ => pairs().map(|(a, b)| by_value(state, shapes, a, b)).max().unwrap_or(Close::No),
    }
}

/// Whether a link says that two entities are the same.
fn are_one(shapes: &Shapes, one: &Rc<str>, other: &Rc<str>) -> bool {
    let is = |end: &End, entity: &Rc<str>| matches!(end, End::Entity(named) if named == entity);
    let joins = |link: &Rc<Link>| (is(&link.from, one) && is(&link.to, other)) || (is(&link.from, other) && is(&link.to, one));
    shapes.links().iter().any(|link| link.kind == LinkKind::Same && joins(link))
}

/// Figures and dates go before words: «ثلاثة» and 3 are the same, and 99 is not 102 whatever stands round it.
fn by_value(state: &State, shapes: &Shapes, one: &SpanRef, other: &SpanRef) -> Close {
    let first = |span, kind| attribute(state, shapes, span, kind).next();
    if let (Some(one), Some(other)) = (first(one, &AttributeKind::Number), first(other, &AttributeKind::Number)) {
        return if one.as_f64() == other.as_f64() { Close::Yes } else { Close::No };
    }
    let dates = (first(one, &AttributeKind::Date), first(other, &AttributeKind::Date));
    if let (Some(one), Some(other)) = (dates.0.and_then(Value::as_str), dates.1.and_then(Value::as_str)) {
        let within = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'));
        return match one == other {
            true => Close::Yes,
            false if within(one, other) || within(other, one) => Close::Within,
            false => Close::No,
        };
    }
    let words = |(document, span): &SpanRef| {
        let text = &state.document(document)?.document.text;
        Some(fold(&state.span(document, span)?.words(text)))
    };
    if words(one).is_some_and(|one| Some(one) == words(other)) { Close::Yes } else { Close::No }
}

/// The values that a span has of attributes of a kind.
fn attribute<'a>(
    state: &'a State,
    shapes: &'a Shapes,
    (document, span): &SpanRef,
    kind: &'a AttributeKind,
) -> impl Iterator<Item = &'a Value> {
    let span = state.span(document, span);
    let kinds = shapes.kinds().attributes.iter().filter(move |attribute| attribute.kind == *kind);
    kinds.filter_map(move |attribute| span?.attributes.get(&attribute.id))
}
