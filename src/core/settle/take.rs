//! What is taken of a group: the decisions there are, and what the gold set is to have after each.

use super::provenance::{How, Provenance, Source, sources_of};
use super::standing::Settling;
use crate::core::ids::{LabelId, SetId};
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::span::Span;
use crate::core::state::DocumentState;
use std::rc::Rc;

/// A label on limits.
pub type Saying = (LabelId, Vec<TextRange>);

/// What a span says.
#[must_use]
pub fn saying(span: &Span) -> Saying {
    (span.label.clone(), span.pieces().collect())
}

/// A decision about a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Take {
    /// One annotator's version; nothing, where they say nothing.
    One(SetId),
    /// The same, as one of many groups in which that annotator is followed.
    Whole(SetId),
    /// All that is said.
    Both,
    /// Nothing.
    Neither,
    /// This one thing beside what was taken; not any more, where it was.
    Pick(Saying),
    /// What all say. Nothing is decided where they differ.
    Agreement,
    /// What more than half say. Nothing is decided where no half agrees.
    Majority,
    /// Limits and a label of one's own, in the place of what `of` says where the gold set has that, else of all that was taken.
    Edit {
        /// What is changed: a gold span or what an annotator says.
        of: Option<Saying>,
        /// What it becomes.
        to: Saying,
    },
}

impl Take {
    const fn how(&self) -> How {
        match self {
            Self::One(_) => How::One,
            Self::Whole(_) => How::Whole,
            Self::Both => How::Both,
            Self::Neither => How::Neither,
            Self::Pick(_) => How::Pick,
            Self::Agreement => How::Agreement,
            Self::Majority => How::Majority,
            Self::Edit { .. } => How::Edit,
        }
    }
}

/// A gold span as it is to be.
#[derive(Debug, Clone)]
pub(super) enum Wanted {
    /// One that is there, as it is.
    Kept(Rc<Span>),
    /// One that a decision makes.
    Made { saying: Saying, decision: Provenance, note: String, attributes: Extra },
}

impl Wanted {
    pub(super) fn saying(&self) -> Saying {
        match self {
            Self::Kept(span) => saying(span),
            Self::Made { saying, .. } => saying.clone(),
        }
    }
}

/// What is to come of a decision: the spans, and what is written down where there are none.
pub(super) struct Outcome {
    pub spans: Vec<Wanted>,
    pub decision: Provenance,
}

/// One who decides: who, and when (RFC 3339, UTC).
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub by: Option<&'a str>,
    pub at: &'a str,
}

/// What is to come of a decision about a group. `None` where a rule does not decide it.
pub(super) fn outcome(
    document: &DocumentState,
    settling: &Settling,
    group: usize,
    take: &Take,
    judge: Judge<'_>,
) -> Option<Outcome> {
    let Settling { groups, settled, .. } = settling;
    let found = &groups.all[group];
    let hand = |set: &SetId| groups.hands.iter().position(|hand| hand == set);
    let whose = match take {
        Take::One(set) | Take::Whole(set) => Some(set.clone()),
        _ => None,
    };
    let decision = |from: Vec<Source>, over: Vec<Source>| Provenance {
        how: take.how(),
        by: judge.by.map(str::to_owned),
        at: judge.at.to_owned(),
        whose: whose.clone(),
        from,
        over,
    };
    let gold = &settled[group].gold;
    let (mut spans, mut forms) = (Vec::new(), Vec::new());
    match take {
        Take::One(set) | Take::Whole(set) => forms = hand(set).map(|hand| found.version(hand)).unwrap_or_default(),
        Take::Both => forms = (0..found.forms.len()).collect(),
        Take::Neither => {}
        Take::Agreement => {
            groups.agree(found).then_some(())?;
            forms.push(0);
        }
        Take::Majority => {
            let half = |count: usize| 2 * count > groups.hands.len();
            let silent = (0..groups.hands.len()).filter(|hand| found.version(*hand).is_empty()).count();
            forms = (0..found.forms.len()).filter(|form| half(found.forms[*form].said.len())).collect();
            (groups.hands.len() > 1 && (!forms.is_empty() || half(silent))).then_some(())?;
        }
        Take::Pick((label, pieces)) => {
            let form = found.find(label, pieces)?;
            let is_it = |span: &Rc<Span>| span.label == *label && span.pieces().eq(pieces.iter().copied());
            spans.extend(gold.iter().filter(|span| !is_it(span)).cloned().map(Wanted::Kept));
            if spans.len() == gold.len() {
                forms.push(form);
            }
        }
        Take::Edit { of, to } => {
            let is_it = |span: &Rc<Span>| of.as_ref().is_some_and(|of| saying(span) == *of);
            if gold.iter().any(is_it) {
                spans.extend(gold.iter().filter(|span| !is_it(span)).cloned().map(Wanted::Kept));
            }
            let basis = of.as_ref().and_then(|(label, pieces)| found.find(label, pieces));
            // An edited gold span that is edited again comes from where it came from.
            let earlier = gold.iter().find(|span| is_it(span)).and_then(|span| Provenance::of(span)).map(|earlier| earlier.from);
            let from = match basis {
                Some(basis) => sources_of(groups, found, |form| form == basis),
                None => earlier.unwrap_or_else(|| sources_of(groups, found, |_| true)),
            };
            let over = sources_of(groups, found, |_| true).into_iter().filter(|source| !from.contains(source)).collect();
            let (note, attributes) = content(document, &from);
            spans.push(Wanted::Made { saying: to.clone(), decision: decision(from, over), note, attributes });
        }
    }
    let over = sources_of(groups, found, |form| !forms.contains(&form));
    for form in forms {
        let all = sources_of(groups, found, |other| other == form);
        // Of one annotator's version the gold span has all that they wrote of it; else what all who say so write alike.
        let theirs = all.iter().filter(|source| whose.as_ref().is_none_or(|set| source.set == *set)).cloned().collect::<Vec<_>>();
        let (note, attributes) = content(document, &theirs);
        let saying = found.forms[form].saying();
        spans.push(Wanted::Made { saying, decision: decision(all, over.clone()), note, attributes });
    }
    Some(Outcome { spans, decision: decision(Vec::new(), sources_of(groups, found, |_| true)) })
}

/// The note and the attributes that all of these spans have alike.
fn content(document: &DocumentState, sources: &[Source]) -> (String, Extra) {
    let spans = sources.iter().filter_map(|source| document.spans.get(&source.span)).collect::<Vec<_>>();
    let Some((first, rest)) = spans.split_first() else { return (String::new(), Extra::default()) };
    let note = if rest.iter().all(|span| span.note == first.note) { first.note.clone() } else { String::new() };
    let differs = |name: &str, value| rest.iter().any(|span| span.attributes.get(name) != Some(value));
    let mut attributes = first.attributes.clone();
    for (name, _) in first.attributes.iter().filter(|(name, value)| differs(name, value)) {
        attributes = attributes.with(name, None);
    }
    (note, attributes)
}
