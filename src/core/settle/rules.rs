//! Rules that decide many groups at once.

use super::standing::{Settling, Standing};
use super::take::Take;
use crate::core::command::SpanRef;
use crate::core::ids::SetId;

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Takes what all say.
    Agreement,
    /// Takes, where they differ, what more than half say; nothing, where more than half say nothing.
    Majority,
    /// Takes all that one annotator says, and what they do not say not.
    Whole(SetId),
}

impl Rule {
    /// What it does to a group.
    #[must_use]
    pub fn take(&self) -> Take {
        match self {
            Self::Agreement => Take::Agreement,
            Self::Majority => Take::Majority,
            Self::Whole(set) => Take::Whole(set.clone()),
        }
    }

    /// Whether it decides that group, which must not have been decided yet.
    #[must_use]
    pub fn decides(&self, settling: &Settling, group: usize) -> bool {
        let (hands, found) = (&settling.groups.hands, &settling.groups.all[group]);
        match (self, settling.standing(group)) {
            (_, Standing::Decided) => false,
            (Self::Agreement, standing) => standing == Standing::Agreed,
            (Self::Majority, standing) => {
                let half = |count: usize| 2 * count > hands.len();
                let silent = (0..hands.len()).filter(|hand| found.version(*hand).is_empty()).count();
                let most = found.forms.iter().any(|form| half(form.said.len())) || half(silent);
                standing == Standing::Differs && hands.len() > 1 && most
            }
            (Self::Whole(set), _) => hands.contains(set),
        }
    }

    /// The decisions that it makes about those of the groups of a document that are `chosen`.
    pub fn decisions<'a>(
        &'a self,
        settling: &'a Settling,
        chosen: impl Fn(usize) -> bool + 'a,
    ) -> impl Iterator<Item = (SpanRef, Take)> + 'a {
        let each = settling.each().filter(move |(group, _)| chosen(*group) && self.decides(settling, *group));
        each.filter_map(|(_, group)| Some(((settling.document.clone(), group.spans().next()?.clone()), self.take())))
    }
}
