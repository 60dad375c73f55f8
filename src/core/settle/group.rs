//! What several annotators say of the same words, put together: one group for each thing that somebody marked.

use super::take::Saying;
use crate::core::ids::{LabelId, SetId, SpanId};
use crate::core::range::TextRange;
use crate::core::state::DocumentState;
use std::collections::HashMap;

/// One thing that is said of some words: a label on limits. Whoever says exactly this is named once each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The label.
    pub label: LabelId,
    /// The limits: one piece or more, in order and apart.
    pub pieces: Vec<TextRange>,
    /// Whose span says so, by the place of their set in [`Groups::hands`], in order.
    pub said: Vec<(usize, SpanId)>,
}

impl Form {
    /// What it says.
    #[must_use]
    pub fn saying(&self) -> Saying {
        (self.label.clone(), self.pieces.clone())
    }

    /// From its first character to its last.
    #[must_use]
    pub fn hull(&self) -> TextRange {
        let (first, last) = (self.pieces.first().copied().unwrap_or_default(), self.pieces.last().copied().unwrap_or_default());
        TextRange::new(first.start(), last.end())
    }

    /// Whether that one says so.
    #[must_use]
    pub fn is_said_by(&self, hand: usize) -> bool {
        self.said.iter().any(|(who, _)| *who == hand)
    }

    fn len(&self) -> u32 {
        self.pieces.iter().map(|piece| piece.len()).sum()
    }

    /// Whether both can be meant for the same thing: nobody says both, and they share words, of which they call all alike or
    /// cover more than half alike.
    fn is_about_what(&self, other: &Self) -> bool {
        if self.said.iter().any(|(who, _)| other.is_said_by(*who)) {
            return false;
        }
        let each = self.pieces.iter().flat_map(|one| other.pieces.iter().filter_map(|two| one.intersection(*two)));
        let shared = each.map(TextRange::len).sum::<u32>();
        shared > 0 && (self.label == other.label || 3 * shared > self.len() + other.len())
    }
}

/// What is said of the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// All that is said, in the order of the text.
    pub forms: Vec<Form>,
}

impl Group {
    /// From the first character that anybody means to the last.
    #[must_use]
    pub fn hull(&self) -> TextRange {
        let hulls = || self.forms.iter().map(Form::hull);
        let start = hulls().map(TextRange::start).min().unwrap_or_default();
        TextRange::new(start, hulls().map(TextRange::end).max().unwrap_or(start))
    }

    /// The ids of all its spans.
    pub fn spans(&self) -> impl Iterator<Item = &SpanId> {
        self.forms.iter().flat_map(|form| form.said.iter().map(|(_, span)| span))
    }

    /// What one of the annotators says: the places of the forms; none where nothing.
    #[must_use]
    pub fn version(&self, hand: usize) -> Vec<usize> {
        let said = self.forms.iter().enumerate().filter(|(_, form)| form.is_said_by(hand));
        said.map(|(place, _)| place).collect()
    }

    /// The form with that label and these limits.
    #[must_use]
    pub fn find(&self, label: &LabelId, pieces: &[TextRange]) -> Option<usize> {
        self.forms.iter().position(|form| form.label == *label && form.pieces == pieces)
    }
}

/// The groups of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// Of the sets that were asked for those with a span in the document. Who marked nothing in it has not said that
    /// nothing is there.
    pub hands: Vec<SetId>,
    /// The groups in the order of the text.
    pub all: Vec<Group>,
}

impl Groups {
    /// Those of some sets in a document. Takes as long as sorting the spans does, and a step more for each two that overlap.
    #[must_use]
    pub fn of(document: &DocumentState, sets: &[SetId]) -> Self {
        let (hands, forms) = forms(document, sets);
        let mut same = Same((0..forms.len()).collect());
        let mut open: Vec<usize> = Vec::new();
        for (place, form) in forms.iter().enumerate() {
            let start = form.hull().start();
            open.retain(|other| forms[*other].hull().end() > start);
            for &other in &open {
                if form.is_about_what(&forms[other]) {
                    same.join(other, place);
                }
            }
            open.push(place);
        }
        let (mut all, mut known) = (Vec::<Group>::new(), HashMap::new());
        for (place, form) in forms.into_iter().enumerate() {
            let group = *known.entry(same.root(place)).or_insert_with(|| {
                all.push(Group { forms: Vec::new() });
                all.len() - 1
            });
            all[group].forms.push(form);
        }
        Self { hands, all }
    }

    /// Whether all annotators of the document say exactly one thing there, and are several.
    #[must_use]
    pub fn agree(&self, group: &Group) -> bool {
        self.hands.len() > 1 && group.forms.len() == 1 && group.forms[0].said.len() == self.hands.len()
    }

    /// The versions of a group, in the order of those who say them: the places of the forms, and whose version it is.
    #[must_use]
    pub fn versions(&self, group: &Group) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut versions = Vec::<(Vec<usize>, Vec<usize>)>::new();
        for hand in 0..self.hands.len() {
            let forms = group.version(hand);
            match versions.iter_mut().find(|(known, _)| *known == forms) {
                Some((_, hands)) => hands.push(hand),
                None => versions.push((forms, vec![hand])),
            }
        }
        versions
    }

    /// The place of the group that a span belongs to, for each span.
    #[must_use]
    pub fn places(&self) -> HashMap<&SpanId, usize> {
        let each = self.all.iter().enumerate();
        each.flat_map(|(place, group)| group.spans().map(move |span| (span, place))).collect()
    }
}

/// Who is at work in a document, and all that they say, each thing once.
fn forms(document: &DocumentState, sets: &[SetId]) -> (Vec<SetId>, Vec<Form>) {
    let there = |set: &&SetId| document.spans.iter().any(|span| span.set == **set);
    let hands = sets.iter().filter(there).cloned().collect::<Vec<_>>();
    let (mut forms, mut known) = (Vec::<Form>::new(), HashMap::new());
    for span in document.spans.iter() {
        let Some(hand) = hands.iter().position(|set| *set == span.set) else { continue };
        let pieces = span.pieces().collect::<Vec<_>>();
        let place = *known.entry((span.label.clone(), pieces)).or_insert_with_key(|(label, pieces)| {
            forms.push(Form { label: label.clone(), pieces: pieces.clone(), said: Vec::new() });
            forms.len() - 1
        });
        forms[place].said.push((hand, span.id.clone()));
    }
    forms.iter_mut().for_each(|form| form.said.sort());
    (hands, forms)
}

/// Which of several things are one, as they are joined.
struct Same(Vec<usize>);

impl Same {
    fn root(&mut self, mut place: usize) -> usize {
        while self.0[place] != place {
            self.0[place] = self.0[self.0[place]];
            place = self.0[place];
        }
        place
    }

    /// The first of both stands for all.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}
