//! What of a returned file is its annotator's, in the shape in which it is merged.

use super::super::choice::Choice;
use super::super::read::Incoming;
use super::super::references::{Target, renamed};
use super::{Brought, How, OtherText, is_later, returned, with_returned, written_at};
use crate::core::document::{Document, Status};
use crate::core::ids::{DocumentId, LabelId, SetId, SpanId};
use crate::core::names::{Index, Names};
use crate::core::project::{AnnotationSet, Role};
use crate::core::record::{Collection, Record};
use crate::core::span::Span;
use crate::core::span_set::SpanSet;
use crate::core::state::{DocumentState, State};
use crate::core::tagset::Tagset;
use serde_json::Value;
use std::rc::Rc;

/// Hex digits of a hash that make an id.
const HASH_ID: usize = 16;

/// What of a file is taken.
pub(super) struct Theirs {
    /// The file without all else, every set of it received.
    pub state: State,
    /// Its sets, those that stay as they are here too.
    pub sets: Vec<Brought>,
    /// The documents that were refused.
    pub other_texts: Vec<OtherText>,
    /// Sets of others beside the file's own.
    pub left_out: usize,
    /// Sets that become what the file says, with what it has no more taken out.
    pub mirrored: Vec<SetId>,
}

/// A set of the file that is taken, and what it is called here.
struct Wanted {
    from: SetId,
    set: AnnotationSet,
    /// Mixed into the ids of what is in it, where its own id is somebody else's here.
    mixed: Option<String>,
}

impl Theirs {
    pub fn of(state: &State, incoming: &Incoming, file: &str) -> Self {
        let theirs = &incoming.state;
        let (kept, other_texts) = texts(state, theirs);
        let own = theirs.sets.iter().filter(|set| set.role == Role::Own).collect::<Vec<_>>();
        let left_out = if own.is_empty() { 0 } else { theirs.sets.len() - own.len() };
        let (mut wanted, mut sets, mut mirrored) = (Vec::new(), Vec::new(), Vec::new());
        for set in theirs.sets.iter().filter(|set| own.is_empty() || set.role == Role::Own) {
            let (one, how) = wanted_set(state, theirs, set, incoming.exported_at.as_deref(), file, &kept);
            let count = kept.iter().filter_map(|(from, _)| theirs.document(from));
            let spans = count.map(|one| one.spans.iter().filter(|span| span.set == set.id).count()).sum();
            // A set all of whose work is on refused texts does not come without it.
            if spans == 0 && !other_texts.is_empty() {
                continue;
            }
            let annotator = one.set.annotator.clone().unwrap_or_default();
            sets.push(Brought { set: one.set.id.clone(), annotator, how, spans });
            if how == How::Updated && set.annotator.is_some() {
                mirrored.push(one.set.id.clone());
            }
            if matches!(how, How::New | How::Updated) {
                wanted.push(one);
            }
        }
        Self { state: narrowed(state, theirs, &kept, &wanted), sets, other_texts, left_out, mirrored }
    }
}

/// The documents that are taken, by their ids in the file and here, and those that have another text here.
fn texts(state: &State, theirs: &State) -> (Vec<(DocumentId, DocumentId)>, Vec<OtherText>) {
    let (mut kept, mut others) = (Vec::new(), Vec::new());
    for one in &theirs.documents {
        let Document { id, title, sha256, .. } = &*one.document;
        let known = state.documents.iter().find(|ours| ours.document.sha256 == *sha256);
        if let Some(known) = known {
            kept.push((id.clone(), known.document.id.clone()));
        } else if state.document(id).is_some() {
            let title = if title.is_empty() { id.to_string() } else { title.clone() };
            others.push(OtherText { title, spans: one.spans.iter().count() });
        } else if one.spans.iter().next().is_some() {
            kept.push((id.clone(), id.clone()));
        }
    }
    (kept, others)
}

fn wanted_set(
    state: &State,
    theirs: &State,
    set: &AnnotationSet,
    written: Option<&str>,
    file: &str,
    kept: &[(DocumentId, DocumentId)],
) -> (Wanted, How) {
    let annotator = set.annotator.clone().unwrap_or_else(|| stem(file).to_owned());
    let statuses = kept.iter().filter_map(|(from, here)| Some((here.clone(), theirs.document(from)?.status)));
    let statuses = statuses.collect::<Vec<_>>();
    let extra = with_returned(&set.extra, returned(file, written, &statuses));
    let role = if set.role == Role::Gold { Role::Gold } else { Role::Received };
    let same = |known: &AnnotationSet| known.role != Role::Own && known.annotator.as_deref() == Some(annotator.as_str());
    let make = |id: SetId, mixed| Wanted {
        from: set.id.clone(),
        set: AnnotationSet { id, annotator: Some(annotator.clone()), role, extra: extra.clone(), ..set.clone() },
        mixed,
    };
    let again = |known: &AnnotationSet| match (written_at(known), written) {
        (Some(before), Some(written)) if is_later(before, written) => How::Older,
        _ => How::Updated,
    };
    match state.set(&set.id) {
        None => (make(set.id.clone(), None), How::New),
        Some(known) if same(known) => (make(set.id.clone(), None), again(known)),
        Some(known) if known.role == Role::Own && is_ours(state, theirs, known, set) => (make(set.id.clone(), None), How::Ours),
        // Two who began with the same file have sets of the same id.
        Some(_) => {
            let id = SetId::new(mix(set.id.as_str(), &annotator));
            let how = state.set(&id).map_or(How::New, again);
            (make(id, Some(annotator.clone())), how)
        }
    }
}

/// Whether a set with the id of one's own is that: by the same name or, without names, with nothing that is not here.
fn is_ours(state: &State, theirs: &State, known: &AnnotationSet, set: &AnnotationSet) -> bool {
    if set.annotator.is_some() || known.annotator.is_some() {
        return set.annotator == known.annotator;
    }
    let here = |span: &Rc<Span>| state.documents.iter().any(|one| one.spans.get(&span.id).is_some_and(|ours| ours == span));
    theirs.documents.iter().flat_map(|one| one.spans.iter()).filter(|span| span.set == set.id).all(here)
}

/// The file with the wanted sets alone, which are named as they are called here.
fn narrowed(state: &State, theirs: &State, kept: &[(DocumentId, DocumentId)], wanted: &[Wanted]) -> State {
    let choice = Choice {
        documents: Some(kept.iter().map(|(from, _)| from.clone()).collect()),
        labels: None,
        sets: Some(wanted.iter().map(|one| one.from.clone()).collect()),
    };
    let mut next = choice.narrowed(theirs);
    let of = |set: &SetId| wanted.iter().find(|one| one.from == *set);
    let mixed = |set: &str| wanted.iter().find(|one| one.from.as_str() == set).and_then(|one| one.mixed.as_deref());
    let mut spans: Index<SpanId> = Index::default();
    let (mut labels, mut used) = (Names::default(), Names::default());
    for document in &mut next.documents {
        let rename = |span: &Rc<Span>| {
            labels.add(span.label.as_str());
            used.add(span.id.as_str());
            let Some(one) = of(&span.set) else { return span.clone() };
            let id = one.mixed.as_deref().map_or_else(|| span.id.clone(), |key| SpanId::new(mix(span.id.as_str(), key)));
            spans.set(span.id.as_str(), id.clone());
            Rc::new(Span { id, set: one.set.id.clone(), ..Span::clone(span) })
        };
        let own = document.spans.iter().map(rename).collect();
        *document =
            Rc::new(DocumentState { status: Status::New, spans: SpanSet::from_spans(own), ..DocumentState::clone(document) });
    }
    let events = next.records.iter().filter(|record| record.collection == Collection::Events);
    let mut records: Index<String> = Index::default();
    for event in events {
        if let (Some(id), Some(key)) = (event.id(), event.text("set").and_then(mixed)) {
            records.set(id, mix(id, key));
        }
    }
    let rename = |record: &Rc<Record>| {
        let mut value = renamed(record, |reference| match reference.target {
            Target::Span => spans.get(&reference.id).map(ToString::to_string),
            Target::Set => of(&reference.id.as_str().into()).map(|one| one.set.id.to_string()),
            Target::Record(Collection::Events) => records.get(&reference.id).cloned(),
            Target::Document | Target::Record(_) => None,
        });
        if let (Some(id), Some(key)) = (record.id(), record.text("set").and_then(mixed)) {
            value["id"] = Value::String(mix(id, key));
        }
        Rc::new(Record { value: Rc::new(value), ..Record::clone(record) })
    };
    // An entity that nothing of theirs mentions is of what was handed out; refused suggestions are theirs to refuse.
    let theirs = |record: &&Rc<Record>| match record.collection {
        Collection::Entities => record.spans().any(|span| used.has(span)),
        Collection::Refusals => false,
        _ => true,
    };
    next.records = Rc::new(next.records.iter().filter(theirs).map(rename).collect());
    next.sets = Rc::new(wanted.iter().map(|one| one.set.clone()).collect());
    next.project = state.project.clone();
    next.tagset = Rc::new(tagset(state, &next.tagset, &labels));
    next
}

/// The file's tagset with those labels that are known here, or used, with what they stand under.
fn tagset(state: &State, theirs: &Tagset, used: &Names) -> Tagset {
    let mut wanted: Vec<LabelId> = Vec::new();
    for label in theirs.labels.iter().filter(|label| used.has(label.id.as_str())) {
        let mut next = Some(label);
        while let Some(label) = next.filter(|label| !wanted.contains(&label.id)) {
            wanted.push(label.id.clone());
            next = theirs.parent(label);
        }
    }
    let mut tagset = theirs.clone();
    tagset.labels.retain(|label| wanted.contains(&label.id) || state.tagset.get(&label.id).is_some());
    tagset
}

/// An id that an id of a file always has here for the same annotator.
fn mix(id: &str, key: &str) -> String {
    let mut hash = Document::hash(&[key, "\n", id].concat());
    hash.truncate(HASH_ID);
    hash
}

/// A file's name without its folders, its ending, and the number that a browser puts behind it.
fn stem(file: &str) -> &str {
    let base = file.rsplit('/').next().unwrap_or(file);
    let base = base.strip_suffix(".json").unwrap_or(base);
    let base = base.strip_suffix(".hashiya").unwrap_or(base);
    let bare =
        base.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")).filter(|(_, n)| n.bytes().all(|b| b.is_ascii_digit()));
    bare.map_or(base, |(bare, _)| bare)
}
