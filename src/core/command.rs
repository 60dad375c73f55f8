//! What a user can do to a project: each command is both "may I?" and "do it".

use super::cascade;
use super::document::Status;
use super::ids::{DocumentId, IdMaker, LabelId, SetId, SpanId};
use super::names::Names;
use super::op::{Change, Item, Op, SpanField};
use super::pieces;
use super::project::{AnnotationSet, Role};
use super::range::TextRange;
use super::record::Extra;
use super::refusal::Refusal;
use super::snap;
use super::span::Span;
use super::state::{DocumentState, State};
use super::transaction::{ChangeName, ShapeChange, Transaction};
use std::rc::Rc;

/// The longest part of a quote, in code points, that names a change.
const NAME_MAX: usize = 40;

/// What the browser's edge brings to a command.
#[derive(Debug)]
pub struct Context {
    /// The time: RFC 3339, UTC.
    pub now: String,
    /// Fresh ids.
    pub ids: IdMaker,
    /// The annotator's name, for the set that the first tag makes.
    pub annotator: Option<String>,
}

/// A span and where it is.
pub type SpanRef = (DocumentId, SpanId);

/// Which end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// A user's intention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Gives a stretch of a document a label, snapped and trimmed.
    Tag(DocumentId, TextRange, LabelId),
    /// Gives spans another label.
    Relabel(Vec<SpanRef>, LabelId),
    /// Deletes spans.
    Delete(Vec<SpanRef>),
    /// Moves an edge of a piece of a span by one grapheme cluster: forward in the text, or back. A span in one piece has the
    /// piece 0; here as below a piece that comes to touch another one becomes one with it.
    Nudge(SpanRef, Edge, bool, usize),
    /// Moves an edge of a piece of a span to an offset, snapped to a cluster.
    MoveEdge(SpanRef, Edge, super::units::Offset, usize),
    /// Gives a piece of a span these limits, snapped and trimmed.
    SetRange(SpanRef, TextRange, usize),
    /// Adds a piece to a span, snapped and trimmed.
    AddFragment(SpanRef, TextRange),
    /// Takes a piece of a span away, and with the last one the span.
    RemoveFragment(SpanRef, usize),
    /// Writes a span's note.
    Note(SpanRef, String),
    /// Sets a document's status.
    Status(DocumentId, Status),
    /// Says who makes one's own set.
    Annotator(Option<String>),
}

/// The transaction that carries out a command.
///
/// # Errors
/// Says why it cannot be carried out.
pub fn run(state: &State, context: &mut Context, command: &Command) -> Result<Transaction, Refusal> {
    match command {
        Command::Tag(document, range, label) => tag(state, context, document, *range, label),
        Command::Relabel(spans, label) => relabel(state, context, spans, label),
        Command::Delete(spans) => delete(state, context, spans),
        Command::Nudge(span, edge, forward, piece) => {
            let (document, old) = find(state, span)?;
            let range = old.pieces().nth(*piece).ok_or(Refusal::Gone)?;
            move_edge(document, old, *piece, *edge, nudged(&document.document.text, range, *edge, *forward), context)
        }
        Command::MoveEdge(span, edge, to, piece) => {
            let (document, old) = find(state, span)?;
            let text = &document.document.text;
            let to = if *edge == Edge::Start { snap::grapheme_start(text, *to) } else { snap::grapheme_end(text, *to) };
            move_edge(document, old, *piece, *edge, to, context)
        }
        Command::SetRange(span, range, piece) => {
            let (document, old) = find(state, span)?;
            let range = snap::snapped(&document.document.text, *range).ok_or(Refusal::EdgeBlocked)?;
            set_range(document, old, *piece, range, context)
        }
        Command::AddFragment(span, range) => {
            let (document, old) = find(state, span)?;
            let range = snap::snapped(&document.document.text, *range).ok_or(Refusal::NothingSelected)?;
            let pieces = old.pieces().chain([range]).collect::<Vec<_>>();
            set_pieces(document, old, &pieces, ShapeChange::FragmentAdd, context)
        }
        Command::RemoveFragment(span, piece) => {
            let (document, old) = find(state, span)?;
            let mut pieces = old.pieces().collect::<Vec<_>>();
            if pieces.len() < 2 {
                return delete(state, context, std::slice::from_ref(span));
            }
            if *piece >= pieces.len() {
                return Err(Refusal::Gone);
            }
            pieces.remove(*piece);
            set_pieces(document, old, &pieces, ShapeChange::FragmentRemove, context)
        }
        Command::Note(span, note) => {
            let (document, old) = find(state, span)?;
            let name = ChangeName::Note(old.label.clone(), quote_span(document, old));
            let (before, after) = (SpanField::Note(old.note.clone()), SpanField::Note(note.clone()));
            changed(before != after)?;
            Ok(one(name, document, vec![edit(document, old, before, after, context)]))
        }
        Command::Status(id, after) => {
            let document = state.document(id).ok_or(Refusal::Gone)?;
            changed(document.status != *after)?;
            let op = Op::Change(Change::Status { document: id.clone(), before: document.status, after: *after });
            Ok(one(ChangeName::Status(document.document.title.clone(), *after), document, vec![op]))
        }
        Command::Annotator(after) => annotator(state, context, after),
    }
}

fn tag(state: &State, context: &mut Context, id: &DocumentId, range: TextRange, label: &LabelId) -> Result<Transaction, Refusal> {
    let document = state.document(id).ok_or(Refusal::Gone)?;
    state.tagset.get(label).ok_or(Refusal::Gone)?;
    let range = snap::snapped(&document.document.text, range).ok_or(Refusal::NothingSelected)?;
    let mut ops = Vec::new();
    let set = own_set(state, context, &mut ops);
    let span = new_span(context, &set, label, range);
    if document.spans.repeated(&span).is_some() {
        return Err(Refusal::AlreadyTagged(label.clone(), quote(document, range)));
    }
    let name = ChangeName::Tag(label.clone(), quote(document, range));
    ops.push(Op::Add(Item::Span(id.clone(), Rc::new(span))));
    if document.status == Status::New {
        ops.push(Op::Change(Change::Status { document: id.clone(), before: Status::New, after: Status::Working }));
    }
    Ok(one(name, document, ops))
}

/// A span that is made now, by hand.
pub(super) fn new_span(context: &mut Context, set: &SetId, label: &LabelId, range: TextRange) -> Span {
    Span {
        id: SpanId::new(context.ids.next_id()),
        set: set.clone(),
        label: label.clone(),
        range,
        fragments: Vec::new(),
        note: String::new(),
        attributes: Extra::default(),
        created_at: context.now.clone(),
        updated_at: context.now.clone(),
        extra: Extra::default(),
    }
}

fn relabel(state: &State, context: &Context, spans: &[SpanRef], label: &LabelId) -> Result<Transaction, Refusal> {
    state.tagset.get(label).ok_or(Refusal::Gone)?;
    let mut ops = Vec::new();
    let mut last = Err(Refusal::NoSpan);
    let mut said = Names::default();
    for span in spans {
        let (document, old) = find(state, span)?;
        let twin = Span { label: label.clone(), ..Span::clone(old) };
        let name = ChangeName::Relabel(quote_span(document, old), label.clone());
        // Two spans of the same words with two labels would become two that say the same.
        let mut again = || !said.add(&[span.0.as_str(), " ", &twin.saying()].concat());
        if old.label == *label || document.spans.repeated(&twin).is_some() || again() {
            // One span is told why; among many, those that have the label already are passed over.
            last = last.or(Err(Refusal::AlreadyTagged(label.clone(), quote_span(document, old))));
            continue;
        }
        ops.push(edit(document, old, SpanField::Label(old.label.clone()), SpanField::Label(label.clone()), context));
        last = Ok((name, document));
    }
    let (name, document) = last?;
    let name = if ops.len() == 1 { name } else { ChangeName::RelabelMany(ops.len() as u32, label.clone()) };
    Ok(one(name, document, ops))
}

#[inline(never)]
fn delete(state: &State, context: &Context, spans: &[SpanRef]) -> Result<Transaction, Refusal> {
    let mut ops = cascade::before_removing(state, spans, &context.now);
    let mut last = None;
    let mut named = Names::default();
    for span in spans {
        let (document, old) = find(state, span)?;
        if !named.add(&[span.0.as_str(), " ", span.1.as_str()].concat()) {
            continue;
        }
        ops.push(Op::Remove(Item::Span(span.0.clone(), old.clone())));
        last = Some((ChangeName::Delete(old.label.clone(), quote_span(document, old)), document));
    }
    let (name, document) = last.ok_or(Refusal::NoSpan)?;
    let name = if named.len() == 1 { name } else { ChangeName::DeleteMany(named.len() as u32) };
    Ok(one(name, document, ops))
}

fn move_edge(
    document: &DocumentState,
    old: &Rc<Span>,
    piece: usize,
    edge: Edge,
    to: super::units::Offset,
    context: &Context,
) -> Result<Transaction, Refusal> {
    let range = old.pieces().nth(piece).ok_or(Refusal::Gone)?;
    let (start, end) = match edge {
        Edge::Start => (to, range.end()),
        Edge::End => (range.start(), to),
    };
    if start >= end {
        return Err(Refusal::EdgeBlocked);
    }
    let range = snap::trimmed(&document.document.text, TextRange::new(start, end)).ok_or(Refusal::EdgeBlocked)?;
    set_range(document, old, piece, range, context)
}

#[inline(never)]
fn set_range(
    document: &DocumentState,
    old: &Rc<Span>,
    piece: usize,
    range: TextRange,
    context: &Context,
) -> Result<Transaction, Refusal> {
    if !old.fragments.is_empty() {
        let mut pieces = old.fragments.clone();
        let place = pieces.get_mut(piece).ok_or(Refusal::Gone)?;
        *place = range;
        let moved = set_pieces(document, old, &pieces, ShapeChange::FragmentAdd, context)?;
        return Ok(Transaction { name: ChangeName::Move(old.label.clone(), quote(document, range)), ..moved });
    }
    if range == old.range {
        return Err(Refusal::EdgeBlocked);
    }
    let twin = Span { range, ..Span::clone(old) };
    if document.spans.repeated(&twin).is_some() {
        return Err(Refusal::AlreadyTagged(old.label.clone(), quote(document, range)));
    }
    let name = ChangeName::Move(old.label.clone(), quote(document, range));
    Ok(one(name, document, vec![edit(document, old, SpanField::Range(old.range), SpanField::Range(range), context)]))
}

#[inline(never)]
fn set_pieces(
    document: &DocumentState,
    old: &Rc<Span>,
    pieces: &[TextRange],
    change: ShapeChange,
    context: &Context,
) -> Result<Transaction, Refusal> {
    let after = pieces::joined(pieces);
    let mut twin = Span::clone(old);
    twin.set_pieces(&after).ok_or(Refusal::EdgeBlocked)?;
    let words = short(&twin.words(&document.document.text));
    changed(!old.pieces().eq(twin.pieces()))?;
    if document.spans.repeated(&twin).is_some() {
        return Err(Refusal::AlreadyTagged(old.label.clone(), words));
    }
    let before = SpanField::Pieces(old.pieces().collect());
    let op = edit(document, old, before, SpanField::Pieces(after), context);
    Ok(one(ChangeName::Shape(change, words), document, vec![op]))
}

/// Where an edge comes to by one cluster, over white space in one go: no span ends in it.
#[must_use]
pub fn nudged(text: &super::text::Text, range: TextRange, edge: Edge, forward: bool) -> super::units::Offset {
    let step = |from| if forward { snap::next_grapheme(text, from) } else { snap::previous_grapheme(text, from) };
    let mut from = if edge == Edge::Start { range.start() } else { range.end() };
    loop {
        let to = step(from);
        let passed = TextRange::new(from, to);
        if to == from || snap::trimmed(text, passed).is_some() {
            return to;
        }
        from = to;
    }
}

fn annotator(state: &State, context: &mut Context, after: &Option<String>) -> Result<Transaction, Refusal> {
    let mut ops = Vec::new();
    if let Some(set) = state.own_set() {
        changed(set.annotator != *after)?;
        ops.push(Op::Change(Change::Annotator { set: set.id.clone(), before: set.annotator.clone(), after: after.clone() }));
    } else {
        changed(after.is_some())?;
        context.annotator.clone_from(after);
        own_set(state, context, &mut ops);
    }
    Ok(Transaction { name: ChangeName::Annotator, document: None, ops })
}

/// The set that edits go to; where there is none yet, an op that makes it.
pub(super) fn own_set(state: &State, context: &mut Context, ops: &mut Vec<Op>) -> SetId {
    if let Some(set) = state.own_set() {
        return set.id.clone();
    }
    let id = SetId::new(context.ids.next_id());
    let set = AnnotationSet {
        id: id.clone(),
        annotator: context.annotator.clone(),
        role: Role::Own,
        derived_from: Vec::new(),
        extra: Extra::default(),
    };
    ops.push(Op::Add(Item::Set(set)));
    id
}

pub(super) fn find<'a>(state: &'a State, (document, span): &SpanRef) -> Result<(&'a DocumentState, &'a Rc<Span>), Refusal> {
    let document = state.document(document).ok_or(Refusal::Gone)?;
    let span = document.spans.get(span).ok_or(Refusal::Gone)?;
    if state.is_own(span) { Ok((document, span)) } else { Err(Refusal::ReadOnly) }
}

fn edit(document: &DocumentState, old: &Span, before: SpanField, after: SpanField, context: &Context) -> Op {
    let at = (old.updated_at.clone(), context.now.clone());
    Op::Change(Change::Span { document: document.document.id.clone(), span: old.id.clone(), before, after, at })
}

fn one(name: ChangeName, document: &DocumentState, ops: Vec<Op>) -> Transaction {
    Transaction { name, document: Some(document.document.id.clone()), ops }
}

fn changed(changes: bool) -> Result<(), Refusal> {
    if changes { Ok(()) } else { Err(Refusal::NoChange) }
}

/// The words of a range for the name of a change: one line, shortened with an ellipsis.
pub(super) fn quote(document: &DocumentState, range: TextRange) -> String {
    short(document.document.text.slice(range))
}

/// The same for the words of a span, with an ellipsis for each gap.
pub(super) fn quote_span(document: &DocumentState, span: &Span) -> String {
    short(&span.words(&document.document.text))
}

/// Words on one line, shortened with an ellipsis.
pub(super) fn short(words: &str) -> String {
    let mut short = words.chars().take(NAME_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
