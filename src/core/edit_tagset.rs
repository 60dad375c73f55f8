//! What the tagset's editor does: each function is one transaction or a reason why not. Used by the desk alone.

use super::cascade;
use super::command::{Command, Context, run};
use super::draft::Draft;
use super::ids::{DocumentId, LabelId, is_id};
use super::new_label::free_key;
use super::op::{Change, Item, Op, SpanField};
use super::range::TextRange;
use super::refusal::Refusal;
use super::span::Span;
use super::state::{DocumentState, State};
use super::tagset::{Bilingual, Label, Tagset};
use super::transaction::{ChangeName, Transaction};
use serde_json::Value;
use std::rc::Rc;

/// What becomes of the spans of a label that is removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spans {
    /// They get that label; one that says then what another says already is deleted.
    Relabel(LabelId),
    /// They are deleted.
    Delete,
}

/// How many spans have a label.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Those of one's own sets.
    pub own: u32,
    /// Those of others, which cannot be changed.
    pub others: u32,
}

/// How often a label is used.
#[must_use]
pub fn usage(state: &State, label: &LabelId) -> Usage {
    let mut usage = Usage::default();
    for span in state.documents.iter().flat_map(|document| document.spans.iter()).filter(|span| span.label == *label) {
        *(if state.is_own(span) { &mut usage.own } else { &mut usage.others }) += 1;
    }
    usage
}

/// Adds a label at the end. Its key is taken from the label that has it.
///
/// # Errors
/// When its id is none or is taken, its key is the page's, or its parent is gone.
pub fn add(state: &State, label: &Label) -> Result<Transaction, Refusal> {
    let name = ChangeName::LabelAdd(label.id.clone());
    added(state, label)?.done(name, None)
}

/// Adds a label and gives it to a stretch of a document, in one change.
///
/// # Errors
/// As [`add`], and as tagging.
pub fn add_on(
    state: &State,
    context: &mut Context,
    label: &Label,
    document: &DocumentId,
    range: TextRange,
) -> Result<Transaction, Refusal> {
    let mut draft = added(state, label)?;
    let tag = run(&draft.state, context, &Command::Tag(document.clone(), range, label.id.clone()))?;
    tag.ops.into_iter().try_for_each(|op| draft.put(op))?;
    draft.done(ChangeName::LabelAdd(label.id.clone()), Some(document.clone()))
}

/// Gives a label other names, another look, key or parent: whatever differs from the one with its id. A key that
/// another label has is taken from it.
///
/// # Errors
/// When it is gone, nothing differs, the key is the page's, or the parent is gone or stands under it.
pub fn edit(state: &State, label: &Label) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    draft.key(label)?;
    // A parent that is gone already must not stand in the way of other edits.
    if draft.get(&label.id)?.parent != label.parent {
        draft.under(&label.id, label.parent.as_ref())?;
    }
    draft.label(tidy(label))?;
    draft.done(ChangeName::LabelEdit(label.id.clone()), None)
}

/// Puts a label under a parent, or at the top, and there before one of its new neighbours, or last. What stands
/// under it goes along.
///
/// # Errors
/// When one of them is gone, the parent stands under it, or nothing changes.
pub fn place(state: &State, id: &LabelId, parent: Option<&LabelId>, before: Option<&LabelId>) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    let label = draft.get(id)?;
    draft.under(id, parent)?;
    draft.label(Label { parent: parent.cloned(), ..Label::clone(&label) })?;
    let mut rows = tree(&draft.state.tagset).into_iter().map(|(depth, label)| (depth, label.id.clone())).collect::<Vec<_>>();
    let moved = block(&rows, id);
    let moved = rows.drain(moved).collect::<Vec<_>>();
    let neighbour = before.filter(|other| *other != id).and_then(|other| rows.iter().position(|row| row.1 == *other));
    let at = neighbour.unwrap_or_else(|| parent.map_or(rows.len(), |parent| block(&rows, parent).end));
    rows.splice(at..at, moved);
    draft.order(rows.into_iter().map(|row| row.1).collect())?;
    draft.done(ChangeName::LabelEdit(id.clone()), None)
}

/// Moves a label by one among those under the same parent: down, or up.
///
/// # Errors
/// When it is gone, or is the last or the first already.
pub fn shift(state: &State, id: &LabelId, down: bool) -> Result<Transaction, Refusal> {
    let tagset = &state.tagset;
    let parent = |label: &Label| tagset.parent(label).map(|parent| parent.id.clone());
    let own = parent(tagset.get(id).ok_or(Refusal::Gone)?);
    let siblings = tagset.labels.iter().filter(|label| parent(label) == own).map(|label| &label.id).collect::<Vec<_>>();
    let at = siblings.iter().position(|other| *other == id).ok_or(Refusal::Gone)?;
    let before = match (down, at) {
        (false, 0) => return Err(Refusal::NoChange),
        (false, _) => Some(siblings[at - 1]),
        (true, _) if at + 1 == siblings.len() => return Err(Refusal::NoChange),
        (true, _) => siblings.get(at + 2).copied(),
    };
    place(state, id, own.as_ref(), before)
}

/// Retires a label: it is offered no more and has no key; its spans stay. Or brings it back.
///
/// # Errors
/// When it is gone or is so already.
pub fn retire(state: &State, id: &LabelId, retired: bool) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    let label = draft.get(id)?;
    if label.is_retired() == retired {
        return Err(Refusal::NoChange);
    }
    // Said outright: a file in which it is retired does not retire it again.
    let extra = label.extra.with("retired", Some(Value::Bool(retired)));
    let shortcut = if retired { None } else { label.shortcut.clone().or_else(|| free_key(&state.tagset)) };
    draft.label(Label { shortcut, extra, ..Label::clone(&label) })?;
    draft.done(ChangeName::LabelEdit(id.clone()), None)
}

/// Removes a label. Labels under it come to stand where it stood.
///
/// # Errors
/// When it is gone; when it is in use and `spans` does not say what becomes of them ([`Refusal::LabelInUse`]);
/// when spans of others have it ([`Refusal::ReadOnly`]).
pub fn remove(state: &State, context: &Context, id: &LabelId, spans: Option<&Spans>) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    draft.get(id)?;
    let used = usage(state, id);
    match spans {
        _ if used.others > 0 => return Err(Refusal::ReadOnly),
        None if used.own > 0 => return Err(Refusal::LabelInUse(used.own)),
        Some(Spans::Relabel(to)) if to == id || state.tagset.get(to).is_none() => return Err(Refusal::Gone),
        _ => {}
    }
    let goes = |document: &DocumentState, span: &Span| match spans {
        Some(Spans::Relabel(to)) => repeats(document, span, to),
        _ => true,
    };
    let gone = state.documents.iter().flat_map(|document| {
        let spans = document.spans.iter().filter(|span| span.label == *id && goes(document, span));
        spans.map(|span| (document.document.id.clone(), span.id.clone()))
    });
    let gone = gone.collect::<Vec<_>>();
    for op in cascade::before_removing(state, &gone, &context.now) {
        draft.put(op)?;
    }
    for document in &state.documents {
        let home = &document.document.id;
        for span in document.spans.iter().filter(|span| span.label == *id) {
            draft.put(match spans {
                Some(Spans::Relabel(to)) if !goes(document, span) => Op::Change(Change::Span {
                    document: home.clone(),
                    span: span.id.clone(),
                    before: SpanField::Label(id.clone()),
                    after: SpanField::Label(to.clone()),
                    at: (span.updated_at.clone(), context.now.clone()),
                }),
                _ => Op::Remove(Item::Span(home.clone(), span.clone())),
            })?;
        }
    }
    draft.drop(id)?;
    draft.done(ChangeName::LabelRemove(id.clone()), None)
}

fn repeats(document: &DocumentState, span: &Span, label: &LabelId) -> bool {
    document.spans.repeated(&Span { label: label.clone(), ..span.clone() }).is_some()
}

/// The labels as they stand under one another, each with its depth from 0; those under a label follow it.
#[must_use]
pub fn tree(tagset: &Tagset) -> Vec<(usize, &Rc<Label>)> {
    fn walk<'a>(tagset: &'a Tagset, under: Option<&LabelId>, depth: usize, rows: &mut Vec<(usize, &'a Rc<Label>)>) {
        for label in &tagset.labels {
            if tagset.parent(label).map(|parent| &parent.id) == under {
                rows.push((depth, label));
                walk(tagset, Some(&label.id), depth + 1, rows);
            }
        }
    }
    let mut rows = Vec::with_capacity(tagset.labels.len());
    walk(tagset, None, 0, &mut rows);
    rows
}

fn tidy(label: &Label) -> Label {
    let trimmed = |text: &Bilingual| Bilingual::new(text.ar.trim(), text.en.trim());
    Label { name: trimmed(&label.name), description: trimmed(&label.description), ..label.clone() }
}

fn added(state: &State, label: &Label) -> Result<Draft, Refusal> {
    let mut draft = Draft::new(state);
    if !is_id(label.id.as_str()) || state.tagset.get(&label.id).is_some() {
        return Err(Refusal::NoChange);
    }
    draft.key(label)?;
    draft.under(&label.id, label.parent.as_ref())?;
    draft.put(Op::Add(Item::Label(Rc::new(tidy(label)))))?;
    Ok(draft)
}

/// The rows of a label and of what stands under it.
fn block(rows: &[(usize, LabelId)], id: &LabelId) -> std::ops::Range<usize> {
    let Some(start) = rows.iter().position(|row| row.1 == *id) else { return rows.len()..rows.len() };
    let under = rows[start + 1..].iter().take_while(|row| row.0 > rows[start].0).count();
    start..start + 1 + under
}
