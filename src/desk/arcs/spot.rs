//! What is pointed at or has the focus: a span in the text, or a row that tells of one.

use crate::core::command::SpanRef;
use crate::core::ids::SpanId;
use crate::core::shapes::End;
use crate::desk::now::Now;
use web_sys::Element;

/// Something that lines and lights follow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Spot {
    /// Nothing.
    #[default]
    Nothing,
    /// A span.
    Span(SpanId),
    /// A relation, by its id, as below.
    Relation(String),
    /// An event.
    Event(String),
    /// A link.
    Link(String),
    /// An entity.
    Entity(String),
}

impl Spot {
    /// What an element of the page tells of.
    pub fn of(element: &Element) -> Self {
        let all = "[data-relation], [data-event], [data-link], [data-entity], [data-of]";
        let Some(found) = element.closest(all).ok().flatten() else { return Self::Nothing };
        let id = |name: &str| found.get_attribute(name);
        let span = || id("data-of").map(|id| Self::Span(SpanId::new(id)));
        let row = id("data-relation").map(Self::Relation).or_else(|| id("data-event").map(Self::Event));
        let row = row.or_else(|| id("data-link").map(Self::Link)).or_else(|| id("data-entity").map(Self::Entity));
        row.or_else(span).unwrap_or_default()
    }

    /// The spans it stands for, in all documents: for a span itself and all that it is the same as or linked with.
    pub fn lit(&self, now: &Now) -> Vec<SpanRef> {
        let shapes = &now.shapes;
        match self {
            Self::Nothing => Vec::new(),
            Self::Span(id) => {
                let holds = |document: &crate::core::ids::DocumentId| now.state.span(document, id).is_some();
                let document = now.state.documents.iter().map(|state| &state.document.id).find(|document| holds(document));
                let Some(document) = document else { return Vec::new() };
                let own = (document.clone(), id.clone());
                let together = shapes.together(&own);
                std::iter::once(own).chain(together).collect()
            }
            Self::Relation(id) => {
                let found = shapes.relations().iter().find(|relation| *relation.id == **id);
                let ends = found.map(|found| [&found.from, &found.to].map(|end| (found.document.clone(), end.clone())));
                ends.into_iter().flatten().collect()
            }
            Self::Event(id) => {
                let Some(event) = shapes.event(id) else { return Vec::new() };
                let spans = event.trigger.iter().chain(event.roles.iter().map(|(_, span)| span));
                spans.map(|span| (event.document.clone(), span.clone())).collect()
            }
            Self::Link(id) => {
                let found = shapes.links().iter().find(|link| *link.id == **id);
                found.map_or_else(Vec::new, |link| {
                    [&link.from, &link.to].into_iter().flat_map(|end| shapes.spans_of(end)).collect()
                })
            }
            Self::Entity(id) => shapes.spans_of(&End::Entity(id.as_str().into())),
        }
    }
}
