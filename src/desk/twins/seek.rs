//! The twins of a subject, sought in slices and listed.

use super::subject::Subject;
use crate::core::aliases;
use crate::core::command::SpanRef;
use crate::core::ids::LabelId;
use crate::core::search::walk;
use crate::core::state::State;
use crate::core::twins::{Asked, Form, Seek, Tagged, Twin};
use crate::desk::search::place::{Group, Listing, Place};
use crate::desk::search::{bulk, with_shelf};
use crate::desk::slices::Work;
use std::rc::Rc;

/// The twins of a subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Twins {
    /// The places by written form, the most frequent form first.
    pub listing: Rc<Listing>,
    /// For each place whether it is offered at once: nothing there is tagged yet.
    pub fresh: Rc<Vec<bool>>,
    /// The spans of one's own at the places that are settled.
    pub settled: Rc<Vec<SpanRef>>,
    /// How many places stand in the leftovers of websites, listed or not.
    pub leftovers: usize,
}

/// What is asked of a project.
#[derive(Clone)]
pub struct Question {
    /// The project.
    pub state: Rc<State>,
    /// What the twins are sought of.
    pub subject: Subject,
    /// The label: those with a span of it of one's own are settled.
    pub label: Option<LabelId>,
    /// Whether to list the leftovers of websites too.
    pub leftovers: bool,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.subject == other.subject
            && self.label == other.label
            && self.leftovers == other.leftovers
    }
}

/// Places that are listed in one step.
const PLACES: usize = 128;

/// A search for the places that say what a subject says, itself among them.
pub struct Search {
    question: Question,
    label: LabelId,
    seek: Option<Seek>,
    /// What is found and is to be listed: the forms, the last one first, their places in order.
    forms: Option<Vec<(String, std::vec::IntoIter<Twin>)>>,
    listing: Listing,
    fresh: Vec<bool>,
    settled: Vec<SpanRef>,
    leftovers: usize,
}

impl Search {
    /// Begins a search.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        // Words that are only selected have no label yet: one that nothing has.
        let label = question.label.clone().unwrap_or_else(|| LabelId::new(""));
        let (question, listing, leftovers) = (question.clone(), Listing::default(), 0);
        Self { question, label, seek: None, forms: None, listing, fresh: Vec::new(), settled: Vec::new(), leftovers }
    }

    /// What was found, once the search is over; it is taken out.
    #[must_use]
    pub fn done(&mut self) -> Twins {
        let (listing, fresh) = (std::mem::take(&mut self.listing), std::mem::take(&mut self.fresh));
        let settled = std::mem::take(&mut self.settled);
        Twins { listing: Rc::new(listing), fresh: Rc::new(fresh), settled: Rc::new(settled), leftovers: self.leftovers }
    }

    /// Looks for the places. Returns them when all are found.
    fn seek(&mut self) -> Option<Vec<Form>> {
        let Question { state, subject, .. } = &self.question;
        with_shelf(|shelf| {
            let Some(seek) = &mut self.seek else {
                if shelf.go_on(walk::STEP) {
                    let classes = aliases::classes(state);
                    let (document, range, aliases) = (&subject.document, subject.range, classes.groups());
                    self.seek = Some(Seek::new(shelf, &Asked { document, range, label: &self.label, aliases, regions: true }));
                }
                return None;
            };
            let over = seek.step(state, shelf);
            self.seek.take_if(|_| over).map(Seek::done)
        })
    }

    /// Lists a place.
    fn list(&mut self, twin: &Twin) {
        let Question { state, subject, leftovers, .. } = &self.question;
        let Some(document) = state.documents.get(twin.document).map(|found| &found.document) else { return };
        // What one points at is never passed over.
        let itself = document.id == subject.document && twin.range.overlaps(subject.range);
        if !itself && document.is_boilerplate(twin.range) {
            self.leftovers += 1;
            if !leftovers {
                return;
            }
        }
        let settled = matches!(twin.tagged, Tagged::Same(_) | Tagged::Limits(_));
        let place = Place { document: twin.document, range: twin.range, outer: twin.outer, settled };
        if settled {
            self.settled.extend(bulk::own_spans(state, &[place], self.question.label.as_ref()));
        }
        self.fresh.push(!settled && place.spans(state).next().is_none());
        self.listing.places.push(place);
    }
}

impl Work for Search {
    fn resume(&mut self) {
        with_shelf(|shelf| shelf.follow(&self.question.state));
    }

    fn step(&mut self) -> bool {
        let Some(forms) = &mut self.forms else {
            self.forms =
                self.seek().map(|forms| forms.into_iter().rev().map(|form| (form.words, form.twins.into_iter())).collect());
            return false;
        };
        let Some((words, mut twins)) = forms.pop() else { return true };
        let start = self.listing.groups.last().map_or(0, |last| last.rows.end);
        for twin in twins.by_ref().take(PLACES) {
            self.list(&twin);
        }
        if twins.len() > 0 {
            if let Some(forms) = &mut self.forms {
                forms.push((words, twins));
            }
            return false;
        }
        let total = self.listing.places.len() - start;
        if total > 0 {
            let rows = start..start + total;
            self.listing.groups.push(Group { title: words, quoted: true, total, rows });
        }
        false
    }

    fn share(&self) -> u32 {
        with_shelf(|shelf| self.seek.as_ref().map_or(if self.forms.is_some() { 100 } else { 0 }, |seek| seek.share(shelf)))
    }
}
