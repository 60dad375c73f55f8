//! Labels, and what a preset brings beside them, taken from a preset or a file. Used by the desk alone.

use super::distinct::fitting;
use super::draft::Draft;
use super::edit_tagset::usage;
use super::ids::LabelId;
use super::new_label::{free_key, key_fits, looks};
use super::op::{Change, Item, KindList, Op};
use super::presets::Preset;
use super::record::Collection;
use super::refusal::Refusal;
use super::state::State;
use super::tagset::Label;
use super::transaction::{ChangeName, Transaction};
use serde_json::Value;
use std::rc::Rc;

/// What becomes of the labels that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// Those that no span has and that are not taken are removed; the others stay, after what is taken.
    Replace,
    /// They stay, before what is taken.
    Add,
}

/// Takes a preset's labels, attributes and types. One whose id is here stays as it is here; an attribute comes to belong
/// to the preset's labels too.
///
/// # Errors
/// When that would change nothing.
pub fn take_preset(state: &State, preset: &Preset, how: Take) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    take(&mut draft, &preset.labels(), how)?;
    let kinds = preset.kinds();
    if how == Take::Replace {
        drop_unused(&mut draft, &kinds)?;
    }
    take_kinds(&mut draft, &kinds)?;
    draft.done(ChangeName::Tagset(preset.id.to_owned()), None)
}

/// Takes a preset's labels as labels of whole documents. One whose id is here stays as it is here.
///
/// # Errors
/// When that would change nothing.
pub fn take_for_documents(state: &State, preset: &Preset) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    take_kinds(&mut draft, &preset.for_documents())?;
    draft.done(ChangeName::Tagset(preset.id.to_owned()), None)
}

/// Takes labels into a draft. One whose id is here stays as it is here; another gets another look or key where its
/// own are taken.
///
/// # Errors
/// Never, as long as no two of the labels have one id.
pub fn take(draft: &mut Draft, labels: &[Rc<Label>], how: Take) -> Result<(), Refusal> {
    let is_taken = |id: &LabelId| labels.iter().any(|label| label.id == *id);
    if how == Take::Replace {
        // From the last to the first: taking it back adds them in their order again.
        for label in draft.state.tagset.clone().labels.iter().rev() {
            let used = usage(&draft.state, &label.id);
            if !is_taken(&label.id) && used.own + used.others == 0 {
                draft.drop(&label.id)?;
            }
        }
    }
    let family = labels.len() > FAMILIES_FROM;
    for label in labels.iter().filter(|label| draft.state.tagset.get(&label.id).is_none()).collect::<Vec<_>>() {
        let tagset = &draft.state.tagset;
        let (colour, line) = fitting(&looks(tagset), (label.colour, label.line), family);
        let free = |key: &String| key_fits(key) && tagset.by_shortcut(key).is_none();
        let shortcut = label.shortcut.as_ref().and_then(|key| if free(key) { Some(key.clone()) } else { free_key(tagset) });
        draft.put(Op::Add(Item::Label(Rc::new(Label { colour, line, shortcut, ..Label::clone(label) }))))?;
    }
    if how == Take::Replace {
        let rest = draft.state.tagset.labels.iter().map(|label| &label.id).filter(|id| !is_taken(id));
        let order = labels.iter().map(|label| &label.id).chain(rest).cloned().collect();
        draft.order(order)?;
    }
    Ok(())
}

/// Attributes and types as a file has them, each with its list.
type Kinds = [(KindList, Rc<Value>)];

fn take_kinds(draft: &mut Draft, kinds: &Kinds) -> Result<(), Refusal> {
    for (list, kind) in kinds {
        let here = members(&draft.state, *list);
        let place = here.iter().position(|other| other["id"] == kind["id"]);
        let (before, after) = match place {
            None => (None, kind.clone()),
            Some(place) => match widened(&here[place], kind) {
                Some(wider) => (Some(Rc::new(here[place].clone())), Rc::new(wider)),
                None => continue,
            },
        };
        let place = place.unwrap_or(here.len()) as u32;
        draft.put(Op::Change(Change::Kind { list: *list, place, before, after: Some(after) }))?;
    }
    Ok(())
}

/// An attribute with the labels of another of the same kind beside its own; `None` where it has them.
fn widened(mine: &Value, other: &Value) -> Option<Value> {
    let (labels, more) = (mine.get("labels")?.as_array()?, other.get("labels")?.as_array()?);
    let new = more.iter().filter(|label| mine["type"] == other["type"] && !labels.contains(label)).collect::<Vec<_>>();
    if new.is_empty() {
        return None;
    }
    let mut wider = mine.clone();
    wider["labels"] = labels.iter().chain(new).cloned().collect();
    Some(wider)
}

/// Removes the attributes and types that nothing uses and that are not among `kept`.
fn drop_unused(draft: &mut Draft, kept: &Kinds) -> Result<(), Refusal> {
    for list in [KindList::Attributes, KindList::RelationTypes, KindList::EventTypes] {
        // From the last to the first: each stands where the op says, and taking it back puts it there again.
        let here = members(&draft.state, list);
        for (place, kind) in here.into_iter().enumerate().rev() {
            let is_kept = kept.iter().any(|(other, value)| *other == list && value["id"] == kind["id"]);
            if !is_kept && !is_used(&draft.state, list, kind["id"].as_str().unwrap_or_default()) {
                let op = Change::Kind { list, place: place as u32, before: Some(Rc::new(kind)), after: None };
                draft.put(Op::Change(op))?;
            }
        }
    }
    Ok(())
}

fn members(state: &State, list: KindList) -> Vec<Value> {
    state.tagset.extra.get(list.field()).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn is_used(state: &State, list: KindList, id: &str) -> bool {
    let collection = match list {
        KindList::Attributes => {
            let mut spans = state.documents.iter().flat_map(|document| document.spans.iter());
            return spans.any(|span| span.attributes.get(id).is_some());
        }
        KindList::RelationTypes => Collection::Relations,
        KindList::EventTypes => Collection::Events,
        KindList::DocumentLabels => Collection::Labels,
    };
    let field = if collection == Collection::Labels { "label" } else { "type" };
    state.records.iter().any(|record| record.collection == collection && record.value[field] == id)
}

/// With more labels than this, those of a group keep its hue rather than differ twice from all.
const FAMILIES_FROM: usize = 21;
