//! The project that a first visit opens: the two bundled articles, untagged.

use crate::core::document::{Direction, Document, Region, Status};
use crate::core::project::Project;
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::span_set::SpanSet;
use crate::core::state::{DocumentState, State};
use crate::core::tagset::{Bilingual, Tagset};
use crate::core::text::Text;
use crate::seeds::{self, Seed};
use std::rc::Rc;

/// The project a first visit starts from: both articles, the Wojood labels, no annotation set yet.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn bundled() -> State {
    of(seeds::documents().iter().map(|seed| seed.text.to_owned()))
}

/// The same, with the articles' texts from elsewhere: one for each, in their order.
#[must_use]
pub fn of(texts: impl IntoIterator<Item = String>) -> State {
    let seed = seeds::project();
    let project = Project { id: seed.id.into(), name: seed.name.into(), extra: Extra::default(), top: Extra::default() };
    let documents = seeds::documents().iter().zip(texts).map(|(seed, text)| {
        let document = Rc::new(document(seed, text));
        Rc::new(DocumentState { document, status: Status::New, spans: SpanSet::default() })
    });
    State { documents: documents.collect(), ..State::new(project, Tagset::wojood()) }
}

fn document(seed: &Seed, text: String) -> Document {
    let region = |region: &seeds::Region| Region {
        kind: region.kind.into(),
        name: Bilingual::new(region.name, region.name_en),
        range: TextRange::of(region.start, region.end),
        extra: Extra::default(),
    };
    Document {
        id: seed.id.into(),
        title: seed.title.into(),
        title_is_ours: seed.title_is_ours,
        source: Some(seed.source.into()),
        language: seed.language.into(),
        direction: Direction::named(seed.direction).unwrap_or_default(),
        text: Rc::new(Text::new(text)),
        sha256: seed.sha256.into(),
        regions: seed.regions.iter().map(region).collect(),
        extra: Extra::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_are_what_their_hashes_say() {
        let state = bundled();
        assert_eq!(state.documents.len(), 2);
        assert!(state.own_set().is_none() && state.records.is_empty());
        for document in &state.documents {
            assert_eq!(Document::hash(document.document.text.as_str()), document.document.sha256);
            assert_eq!((document.document.direction, document.status), (Direction::Rtl, Status::New));
        }
    }
}
