//! The chosen part of a project as a corpus.

use super::model::{Corpus, CrossLink, Happening, LinkEnd, Mark, Referent, Sheet, Tie};
use crate::core::command::SpanRef;
use crate::core::record::Extra;
use crate::core::shapes::{End, Shapes};
use crate::core::span::Span;
use crate::core::state::{DocumentState, State};
use crate::core::tagset::Tagset;
use crate::format::native::Choice;
use serde_json::Value;
use std::collections::HashMap;

/// The chosen part of a project. What names something that was not chosen goes without it, as in the native file.
#[must_use]
pub fn gather(state: &State, choice: &Choice) -> Corpus {
    let state = choice.narrowed(state);
    let shapes = Shapes::of(&state);
    let mut referents: HashMap<&SpanRef, Vec<Referent>> = HashMap::new();
    for entity in shapes.entities() {
        let referent = Referent { id: entity.id.to_string(), name: entity.name.clone(), link: entity.link.clone() };
        for mention in &entity.mentions {
            referents.entry(mention).or_default().push(referent.clone());
        }
    }
    let documents = state.documents.iter().map(|one| sheet(&state, &shapes, &referents, one)).collect();
    Corpus {
        name: state.project.id.clone(),
        tagset: Tagset::clone(&state.tagset),
        documents,
        links: shapes.links().iter().map(|link| cross_link(&shapes, link)).collect(),
    }
}

fn sheet(state: &State, shapes: &Shapes, referents: &HashMap<&SpanRef, Vec<Referent>>, one: &DocumentState) -> Sheet {
    let document = &*one.document;
    let id = &document.id;
    let mark = |span: &Span| Mark {
        id: span.id.to_string(),
        label: span.label.to_string(),
        pieces: span.pieces().collect(),
        words: Some(span.words(&document.text)),
        note: span.note.clone(),
        attributes: values(&span.attributes),
        referents: referents.get(&(id.clone(), span.id.clone())).cloned().unwrap_or_default(),
        annotator: state.set(&span.set).and_then(|set| set.annotator.clone()),
        created_at: span.created_at.clone(),
        ..Mark::default()
    };
    let relations = shapes.relations().iter().filter(|relation| relation.document == *id).map(|relation| Tie {
        id: relation.id.to_string(),
        kind: relation.kind.clone(),
        from: relation.from.to_string(),
        to: relation.to.to_string(),
        note: relation.note.clone(),
    });
    let events = shapes.events().iter().filter(|event| event.document == *id).map(|event| Happening {
        id: event.id.to_string(),
        kind: event.kind.clone(),
        trigger: event.trigger.as_ref().map(ToString::to_string),
        roles: event.roles.iter().map(|(role, span)| (role.clone(), span.to_string())).collect(),
        note: event.note.clone(),
    });
    Sheet {
        name: id.to_string(),
        title: document.title.clone(),
        source: document.source.clone(),
        language: document.language.clone(),
        direction: document.direction,
        text: document.text.clone(),
        spans: one.spans.iter().map(|span| mark(span)).collect(),
        relations: relations.collect(),
        events: events.collect(),
        labels: shapes.document_labels().iter().filter(|label| label.document == *id).map(|label| label.label.clone()).collect(),
        ..Sheet::default()
    }
}

fn values(attributes: &Extra) -> Vec<(String, Value)> {
    attributes.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn cross_link(shapes: &Shapes, link: &crate::core::shapes::Link) -> CrossLink {
    let end = |end: &End| match end {
        End::Span((document, span)) => LinkEnd::Span(document.to_string(), span.to_string()),
        End::Entity(id) => LinkEnd::Entity(id.to_string()),
        End::Event(id) => {
            let home = shapes.events().iter().find(|event| event.id == *id).map(|event| event.document.to_string());
            LinkEnd::Event(home.unwrap_or_default(), id.to_string())
        }
    };
    CrossLink {
        id: link.id.to_string(),
        kind: link.kind.name().to_owned(),
        from: end(&link.from),
        to: end(&link.to),
        note: link.note.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::native::{read, state_from};

    #[test]
    fn the_worked_example_is_gathered_whole() {
        let example = read(include_str!("../../../seeds/example.hashiya.json")).expect("the example is sound");
        let state = state_from(example);
        let corpus = gather(&state, &Choice::default());
        assert_eq!(corpus.documents.len(), state.documents.len());
        for (sheet, one) in corpus.documents.iter().zip(&state.documents) {
            assert_eq!(sheet.spans.len(), one.spans.iter().count());
            for span in &sheet.spans {
                assert_eq!(span.words.as_deref(), Some(sheet.words(span).as_str()));
            }
        }
        let all = |count: fn(&Sheet) -> usize| corpus.documents.iter().map(count).sum::<usize>();
        let shapes = Shapes::of(&state);
        assert_eq!(all(|sheet| sheet.relations.len()), shapes.relations().len());
        assert_eq!(all(|sheet| sheet.events.len()), shapes.events().len());
        assert_eq!(corpus.links.len(), shapes.links().len());
        assert!(all(|sheet| sheet.spans.iter().map(|span| span.referents.len()).sum()) > 0);
    }
}
