//! What there is to settle: the groups of all documents, worked out anew only where a document changed, and those that
//! the page lists.

use crate::core::command::SpanRef;
use crate::core::ids::{DocumentId, LabelId, SetId};
use crate::core::record::Record;
use crate::core::settle::gold::{candidates, gold_of};
use crate::core::settle::{Group, Rule, Settling, Standing, Take};
use crate::core::state::{DocumentState, State};
use std::collections::HashMap;
use std::rc::Rc;

/// Which groups are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Show {
    /// Those not settled yet.
    Open,
    /// All that annotators differ in.
    #[default]
    Differ,
    /// All.
    All,
}

impl Show {
    /// All.
    pub const ALL: [Self; 3] = [Self::Open, Self::Differ, Self::All];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Differ => "differ",
            Self::All => "all",
        }
    }
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// How they must stand.
    pub show: Show,
    /// Only those of a document.
    pub document: Option<DocumentId>,
    /// Only those in which somebody gives a label.
    pub label: Option<LabelId>,
}

/// A group in the list.
#[derive(Clone)]
pub struct Item {
    /// The groups of its document.
    pub settling: Rc<Settling>,
    /// Its place among them.
    pub group: usize,
}

impl Item {
    /// The group itself.
    pub fn found(&self) -> &Group {
        &self.settling.groups.all[self.group]
    }

    /// By what decisions name it: its document and its first span.
    pub fn spot(&self) -> SpanRef {
        let first = self.found().spans().next().cloned();
        (self.settling.document.clone(), first.unwrap_or_else(|| "".into()))
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        self.settling.standing(self.group)
    }
}

/// The groups of all documents between some sets.
#[derive(Clone, Default)]
pub struct Board {
    /// Between whom.
    pub sets: Vec<SetId>,
    /// The gold set, once it is made.
    pub gold: Option<SetId>,
    /// The documents.
    pub pages: Vec<Rc<Settling>>,
}

/// How many there are of what is listed, whatever of it is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Differences.
    pub differences: usize,
    /// Of these those that are settled.
    pub settled: usize,
}

impl Board {
    /// The sets that can be settled, which are all by default: those that have a span.
    pub fn at_work(state: &State) -> Vec<SetId> {
        let at_work = |set: &SetId| state.documents.iter().any(|document| document.spans.iter().any(|span| span.set == *set));
        candidates(state).map(|set| set.id.clone()).filter(at_work).collect()
    }

    /// The groups that the list can hold: of the document and with the label that it is narrowed to.
    pub fn within<'a>(&'a self, narrow: &'a Narrow) -> impl Iterator<Item = Item> + 'a {
        let wanted = |settling: &&Rc<Settling>| narrow.document.as_ref().is_none_or(|id| settling.document == *id);
        let each = self
            .pages
            .iter()
            .filter(wanted)
            .flat_map(|settling| (0..settling.groups.all.len()).map(move |group| Item { settling: settling.clone(), group }));
        each.filter(move |item| has_label(item, narrow.label.as_ref()))
    }

    /// The groups that are listed.
    pub fn listed(&self, narrow: &Narrow) -> Vec<Item> {
        let shown = |item: &Item| match narrow.show {
            Show::Open => item.standing() == Standing::Differs,
            Show::Differ => item.settling.is_difference(item.group),
            Show::All => true,
        };
        self.within(narrow).filter(shown).collect()
    }

    /// How far one has come.
    pub fn counts(&self, narrow: &Narrow) -> Counts {
        let mut counts = Counts::default();
        for item in self.within(narrow).filter(|item| item.settling.is_difference(item.group)) {
            counts.differences += 1;
            counts.settled += usize::from(item.standing() == Standing::Decided);
        }
        counts
    }

    /// What a rule decides of what the list can hold.
    pub fn ruled(&self, narrow: &Narrow, rule: &Rule) -> Vec<(SpanRef, Take)> {
        let decided = self.within(narrow).filter(|item| rule.decides(&item.settling, item.group));
        decided.map(|item| (item.spot(), rule.take())).collect()
    }

    /// How many that would be.
    pub fn count(&self, narrow: &Narrow, rule: &Rule) -> usize {
        self.within(narrow).filter(|item| rule.decides(&item.settling, item.group)).count()
    }

    /// The groups of a document.
    pub fn page(&self, document: &DocumentId) -> Option<&Rc<Settling>> {
        self.pages.iter().find(|settling| settling.document == *document)
    }
}

fn has_label(item: &Item, label: Option<&LabelId>) -> bool {
    label.is_none_or(|label| item.found().forms.iter().any(|form| form.label == *label))
}

/// What was worked out last.
#[derive(Default)]
pub struct Cache {
    sets: Vec<SetId>,
    gold: Option<SetId>,
    records: Rc<Vec<Rc<Record>>>,
    pages: HashMap<DocumentId, (Rc<DocumentState>, Rc<Settling>)>,
}

impl Cache {
    /// The groups as the project stands.
    pub fn board(&mut self, state: &State, sets: &[SetId]) -> Board {
        let gold = gold_of(state, sets).map(|gold| gold.id.clone());
        if self.sets != sets || self.gold != gold || !Rc::ptr_eq(&self.records, &state.records) {
            self.pages.clear();
            self.sets = sets.to_vec();
            self.gold.clone_from(&gold);
            self.records = state.records.clone();
        }
        let mut pages = Vec::new();
        for document in &state.documents {
            let id = &document.document.id;
            let known = self.pages.get(id).filter(|(of, _)| Rc::ptr_eq(of, document));
            let settling = known.map(|(_, settling)| settling.clone()).unwrap_or_else(|| {
                let settling = Rc::new(Settling::new(document, sets, gold.as_ref(), &state.records));
                self.pages.insert(id.clone(), (document.clone(), settling.clone()));
                settling
            });
            pages.push(settling);
        }
        Board { sets: sets.to_vec(), gold, pages }
    }
}
