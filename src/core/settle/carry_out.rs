//! Decisions carried out: one transaction, which changes the gold set and nothing else.
//!
//! A gold set is read-only to all other commands: this is the one way to change it. What was decided before of the same
//! words is replaced. A gold span that other words were settled to as well stays for those.

use super::gold;
use super::provenance::{FIELD, Provenance, Source};
use super::standing::Settling;
use super::take::{Judge, Outcome, Saying, Take, Wanted, outcome, saying};
use crate::core::cascade;
use crate::core::command::{self, Context, SpanRef};
use crate::core::ids::{DocumentId, SetId, SpanId};
use crate::core::op::{Change, Item, Op, SpanField};
use crate::core::range::TextRange;
use crate::core::record::{Collection, Extra, Record};
use crate::core::refusal::Refusal;
use crate::core::span::Span;
use crate::core::state::{DocumentState, State};
use crate::core::transaction::{ChangeName, ShapeChange, Transaction};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Between whom is settled, and by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// The sets, two at least.
    pub sets: Vec<SetId>,
    /// Who settles, if they say.
    pub by: Option<String>,
}

/// Carries out decisions, each about the group that a span belongs to. A group that is named twice is decided as it is first
/// said. The gold set is made with the first decision.
///
/// # Errors
/// When there are fewer than two sets, a span that is named is not there or in none of the sets, or nothing would change.
pub fn settle(state: &State, context: &mut Context, wish: &Wish, decisions: &[(SpanRef, Take)]) -> Result<Transaction, Refusal> {
    if wish.sets.len() < 2 {
        return Err(Refusal::NothingSelected);
    }
    let mut ops = Vec::new();
    let gold = gold::prepare(state, context, &wish.sets, wish.by.as_deref(), &mut ops);
    let prepared = ops.len();
    let mut books: Vec<Book<'_>> = Vec::new();
    let mut known = HashMap::new();
    let (mut first, mut last) = (None, None);
    for ((id, span), take) in decisions {
        let place = match known.get(id) {
            Some(place) => *place,
            None => {
                books.push(Book::open(state, id, &gold, wish).ok_or(Refusal::Gone)?);
                *known.entry(id).or_insert(books.len() - 1)
            }
        };
        let hull = books[place].decide(context, span, take, wish.by.as_deref())?;
        first = first.or(Some((place, hull)));
        last = Some((place, hull));
    }
    for book in books.iter_mut() {
        book.write(state, context, &mut ops);
    }
    if ops.len() == prepared {
        return Err(Refusal::NoChange);
    }
    let words = |(place, hull): (usize, TextRange)| command::quote(books[place].document, hull);
    let ends = first.map(words).into_iter().chain(last.filter(|last| Some(*last) != first).map(words));
    let name = ChangeName::Shape(ShapeChange::Settle, ends.collect::<Vec<_>>().join(" … "));
    let document = first.map(|(place, _)| books[place].document.document.id.clone());
    Ok(Transaction { name, document, ops })
}

/// The gold spans of a document and what was left out of them, as decisions change them one after another.
struct Book<'a> {
    document: &'a DocumentState,
    gold: SetId,
    settling: Settling,
    places: HashMap<SpanId, usize>,
    decided: HashSet<usize>,
    spans: HashMap<Saying, Span>,
    /// The order in which new ones came.
    new: Vec<Saying>,
    left: Vec<(Rc<Record>, Provenance)>,
}

impl<'a> Book<'a> {
    fn open(state: &'a State, id: &DocumentId, gold: &SetId, wish: &Wish) -> Option<Self> {
        let document = state.document(id)?;
        let settling = Settling::new(document, &wish.sets, Some(gold), &state.records);
        let places = settling.groups.places().into_iter().map(|(span, place)| (span.clone(), place)).collect();
        let own = document.spans.iter().filter(|span| span.set == *gold);
        let spans = own.map(|span| (saying(span), Span::clone(span))).collect();
        let mut named = HashSet::new();
        let left = settling.settled.iter().flat_map(|settled| &settled.left_out);
        let left = left.filter(|record| named.insert(Rc::as_ptr(record)));
        let left = left.filter_map(|record| Some((record.clone(), Provenance::read(&record.value)?))).collect();
        let decided = HashSet::new();
        Some(Self { document, gold: gold.clone(), settling, places, decided, spans, new: Vec::new(), left })
    }

    /// Decides about the group of a span, and tells where it stands.
    fn decide(&mut self, context: &mut Context, span: &SpanId, take: &Take, by: Option<&str>) -> Result<TextRange, Refusal> {
        let group = *self.places.get(span).ok_or(Refusal::Gone)?;
        let hull = self.settling.groups.all[group].hull();
        if !self.decided.insert(group) {
            return Ok(hull);
        }
        let at = context.now.clone();
        let Some(outcome) = outcome(self.document, &self.settling, group, take, Judge { by, at: &at }) else { return Ok(hull) };
        if let Take::Edit { to, .. } = take {
            self.fits(to)?;
        }
        self.forget(context, group, &outcome);
        if outcome.spans.is_empty() {
            self.leave_out(context, outcome.decision);
        }
        for wanted in outcome.spans {
            if let Wanted::Made { saying, decision, note, attributes } = wanted {
                self.put(context, saying, &decision, &note, &attributes);
            }
        }
        Ok(hull)
    }

    /// Whether limits of one's own lie in the text, in order and apart.
    fn fits(&self, (_, pieces): &Saying) -> Result<(), Refusal> {
        let end = self.document.document.text.len();
        let apart = pieces.windows(2).all(|pair| pair[0].end() < pair[1].start());
        let inside = pieces.iter().all(|piece| !piece.is_empty() && piece.end() <= end);
        if apart && inside && !pieces.is_empty() { Ok(()) } else { Err(Refusal::EdgeBlocked) }
    }

    /// Takes back what was decided of a group before and is not to stay.
    fn forget(&mut self, context: &mut Context, group: usize, outcome: &Outcome) {
        let own = self.settling.groups.all[group].spans().cloned().collect::<HashSet<_>>();
        let stays = outcome.spans.iter().map(Wanted::saying).collect::<HashSet<_>>();
        for span in &self.settling.settled[group].gold {
            let saying = saying(span);
            if stays.contains(&saying) {
                continue;
            }
            let Some(now) = self.spans.get_mut(&saying) else { continue };
            match Provenance::of(now).and_then(|decision| without(decision, &own)) {
                Some(rest) => now.extra = now.extra.with(FIELD, Some(rest.value())),
                None => {
                    self.spans.remove(&saying);
                }
            }
        }
        if self.settling.settled[group].left_out.is_empty() {
            return;
        }
        for (record, decision) in std::mem::take(&mut self.left) {
            if !decision.sources().any(|source| own.contains(&source.span)) {
                self.left.push((record, decision));
            } else if let Some(rest) = without(decision, &own) {
                self.leave_out(context, rest);
            }
        }
    }

    /// Puts a gold span in, or says anew where one comes from.
    fn put(&mut self, context: &mut Context, saying: Saying, decision: &Provenance, note: &str, attributes: &Extra) {
        let Some(span) = self.spans.get_mut(&saying) else {
            let hull = saying.1.iter().fold(saying.1[0], |hull, piece| TextRange::new(hull.start(), piece.end()));
            let mut span = command::new_span(context, &self.gold, &saying.0, hull);
            if saying.1.len() > 1 {
                span.fragments.clone_from(&saying.1);
            }
            note.clone_into(&mut span.note);
            span.attributes = attributes.clone();
            span.extra = span.extra.with(FIELD, Some(decision.value()));
            self.new.push(saying.clone());
            self.spans.insert(saying, span);
            return;
        };
        let own = decision.sources().map(|source| source.span.clone()).collect::<HashSet<_>>();
        let old = Provenance::of(span);
        if old.as_ref().is_some_and(|old| old.says_what(decision)) {
            return;
        }
        let mut decision = decision.clone();
        // What else was settled to the same stays settled.
        match old.and_then(|old| without(old, &own)) {
            Some(rest) => decision.from.extend(rest.from),
            None => {
                note.clone_into(&mut span.note);
                span.attributes = attributes.clone();
            }
        }
        span.extra = span.extra.with(FIELD, Some(decision.value()));
    }

    fn leave_out(&mut self, context: &mut Context, decision: Provenance) {
        let mut fields = decision.fields();
        fields.insert("id".to_owned(), context.ids.next_id().into());
        fields.insert("set".to_owned(), self.gold.as_str().into());
        fields.insert("document".to_owned(), self.document.document.id.as_str().into());
        fields.insert("created_at".to_owned(), context.now.as_str().into());
        let record = Record { document: None, collection: Collection::Refusals, value: Rc::new(Value::Object(fields)) };
        self.left.push((Rc::new(record), decision));
    }

    /// Writes the ops from what is to what is to be.
    fn write(&mut self, state: &State, context: &Context, ops: &mut Vec<Op>) {
        let id = &self.document.document.id;
        let (mut gone, mut changed) = (Vec::new(), Vec::new());
        for old in self.document.spans.iter().filter(|span| span.set == self.gold) {
            match self.spans.get(&saying(old)) {
                Some(new) if *new == **old => {}
                Some(new) if new.id == old.id => {
                    let after = Rc::new(Span { updated_at: context.now.clone(), ..new.clone() });
                    let at = (old.updated_at.clone(), context.now.clone());
                    let (before, after) = (SpanField::Whole(old.clone()), SpanField::Whole(after));
                    changed.push(Op::Change(Change::Span { document: id.clone(), span: old.id.clone(), before, after, at }));
                }
                _ => gone.push(old.clone()),
            }
        }
        let refs = gone.iter().map(|span| (id.clone(), span.id.clone())).collect::<Vec<_>>();
        ops.extend(cascade::before_removing(state, &refs, &context.now));
        ops.extend(gone.into_iter().map(|span| Op::Remove(Item::Span(id.clone(), span))));
        ops.extend(changed);
        let new = self.new.iter().filter_map(|saying| self.spans.get(saying));
        ops.extend(new.map(|span| Op::Add(Item::Span(id.clone(), Rc::new(span.clone())))));
        let stays = self.left.iter().map(|(record, _)| Rc::as_ptr(record)).collect::<HashSet<_>>();
        let mut was = HashSet::new();
        for record in self.settling.settled.iter().flat_map(|settled| &settled.left_out) {
            if was.insert(Rc::as_ptr(record)) && !stays.contains(&Rc::as_ptr(record)) {
                ops.push(Op::Remove(Item::Record(record.clone())));
            }
        }
        let new = self.left.iter().filter(|(record, _)| !was.contains(&Rc::as_ptr(record)));
        ops.extend(new.map(|(record, _)| Op::Add(Item::Record(record.clone()))));
    }
}

/// A decision without these spans. `None` where it then names none that it was taken from, or none at all.
fn without(mut decision: Provenance, spans: &HashSet<SpanId>) -> Option<Provenance> {
    let was_taken = !decision.from.is_empty();
    let stays = |source: &Source| !spans.contains(&source.span);
    decision.from.retain(stays);
    decision.over.retain(stays);
    let rests = if was_taken { !decision.from.is_empty() } else { !decision.over.is_empty() };
    rests.then_some(decision)
}
