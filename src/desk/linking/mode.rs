//! What is under way: which ends are chosen, and what is asked for next.

use crate::core::command::SpanRef;
use crate::core::shapes::End;
use crate::desk::{Desk, Now};
use std::rc::Rc;

/// Where joining begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum First {
    /// At a span: a relation, a role in its event, or a link to another document.
    Span(SpanRef),
    /// At an event, whose participants are chosen one after another.
    Event(Rc<str>),
}

/// What is being joined or named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Under {
    /// The other end is to be chosen.
    Choosing(First),
    /// Both ends are chosen; what joins them is to be chosen.
    Offered(First, SpanRef),
    /// A span is to be the trigger of an event, whose type is to be chosen.
    EventType(SpanRef),
    /// Spans mention an entity, which is to be chosen.
    Entity(Vec<SpanRef>),
}

impl Under {
    /// Where joining begins, where something is being joined.
    #[must_use]
    pub const fn first(&self) -> Option<&First> {
        match self {
            Self::Choosing(first) | Self::Offered(first, _) => Some(first),
            Self::EventType(_) | Self::Entity(_) => None,
        }
    }

    /// Whether all that it names is still there.
    #[must_use]
    pub fn stands(&self, now: &Now) -> bool {
        let there = |(document, span): &SpanRef| now.state.span(document, span).is_some();
        match self {
            Self::Choosing(first) => first.stands(now),
            Self::Offered(first, second) => first.stands(now) && there(second),
            Self::EventType(span) => there(span),
            Self::Entity(spans) => spans.iter().all(there),
        }
    }

    /// The span beside which its menu stands.
    #[must_use]
    pub fn at(&self) -> Option<&SpanRef> {
        match self {
            Self::Choosing(_) => None,
            Self::Offered(_, span) | Self::EventType(span) => Some(span),
            Self::Entity(spans) => spans.last(),
        }
    }
}

impl First {
    /// The span that is meant: itself, or the event's trigger.
    #[must_use]
    pub fn span(&self, now: &Now) -> Option<SpanRef> {
        match self {
            Self::Span(span) => Some(span.clone()),
            Self::Event(id) => now.shapes.spans_of(&End::Event(id.clone())).into_iter().next(),
        }
    }

    fn stands(&self, now: &Now) -> bool {
        match self {
            Self::Span((document, span)) => now.state.span(document, span).is_some(),
            Self::Event(id) => now.shapes.event(id).is_some(),
        }
    }
}

/// Begins to join something with what is chosen next.
pub fn begin(desk: &Desk, from: End) {
    match from {
        End::Span(span) => desk.begin(Some(Under::Choosing(First::Span(span)))),
        End::Event(event) => desk.begin(Some(Under::Choosing(First::Event(event)))),
        End::Entity(_) => {}
    }
}

/// Whether the other end is being chosen: a click on a span of another article means it then.
#[must_use]
pub fn is_on(now: &Now) -> bool {
    now.under.as_ref().and_then(Under::first).is_some()
}

/// Takes a span as the other end, while one is being chosen.
pub fn offer_second(desk: &Desk, second: SpanRef) {
    let now = desk.now();
    let Some(first) = now.under.as_ref().and_then(Under::first).cloned() else { return };
    if first.span(&now).as_ref() == Some(&second) {
        desk.begin(Some(Under::Choosing(first)));
    } else {
        desk.begin(Some(Under::Offered(first, second)));
    }
}
