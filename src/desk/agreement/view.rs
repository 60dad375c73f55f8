//! What the page shows: whose work, on which documents and labels, which pair is opened.

use crate::core::agreement::errands::Who;
use crate::core::agreement::gather::Gathered;
use crate::core::agreement::told::Told;
use crate::core::ids::{DocumentId, LabelId, SetId};
use crate::core::state::State;
use crate::desk::Now;
use crate::i18n::desk::agreement::measures;
use crate::i18n::desk::agreement::{Word, two, word};
use crate::i18n::desk::annotators::set_name;
use std::collections::HashSet;
use yew::prelude::*;

/// Spans of a cell that are listed at first, and how many more each time.
pub const LISTED: usize = 60;

/// A cell of the confusion matrix: the numbers of both labels, `None` for nothing marked.
pub type CellAt = (Option<usize>, Option<usize>);

/// What is chosen on the page.
#[derive(Clone, PartialEq)]
pub struct View {
    /// The sets, if they were chosen; else those that have spans.
    pub sets: Option<Vec<SetId>>,
    /// Documents that are left out.
    pub without: Vec<DocumentId>,
    /// Whether a website's leftovers count.
    pub boilerplate: bool,
    /// The label; `None` for all.
    pub label: Option<LabelId>,
    /// The pair whose measures are told, if one was chosen, or `Some(None)` for all together.
    pub who: Option<Option<(SetId, SetId)>>,
    /// The cell whose spans are listed.
    pub cell: Option<CellAt>,
    /// How many of them.
    pub most: usize,
}

impl View {
    /// The page as it opens.
    pub const fn new() -> Self {
        Self { sets: None, without: Vec::new(), boilerplate: false, label: None, who: None, cell: None, most: LISTED }
    }

    /// The sets that are measured, in the order of the project.
    pub fn sets(&self, state: &State) -> Vec<SetId> {
        let all = || state.sets.iter().map(|set| set.id.clone());
        if let Some(chosen) = &self.sets {
            return all().filter(|id| chosen.contains(id)).collect();
        }
        let marking = state.documents.iter().flat_map(|one| one.spans.iter().map(|span| &span.set)).collect::<HashSet<_>>();
        let marking = all().filter(|id| marking.contains(id)).collect::<Vec<_>>();
        if marking.len() > 1 { marking } else { all().collect() }
    }

    /// The documents that are measured.
    pub fn documents(&self, state: &State) -> Vec<DocumentId> {
        let all = state.documents.iter().map(|one| one.document.id.clone());
        all.filter(|id| !self.without.contains(id)).collect()
    }

    /// The number of the label in what was gathered.
    pub fn label(&self, gathered: &Gathered) -> Option<usize> {
        self.label.as_ref().and_then(|label| gathered.labels.iter().position(|other| other == label))
    }

    /// Who is told of: as chosen, else all together or, of two, the pair.
    pub fn who(&self, gathered: &Gathered) -> Who {
        let place = |id: &SetId| gathered.sets.iter().position(|set| set == id);
        let pair = self.who.as_ref().and_then(Option::as_ref).and_then(|(one, other)| Some((place(one)?, place(other)?)));
        pair.or((gathered.sets.len() == 2).then_some((0, 1)))
    }
}

/// The name of an annotator by the number in what was gathered.
pub fn name(now: &Now, gathered: &Gathered, annotator: usize) -> String {
    let set = gathered.sets.get(annotator).and_then(|id| now.state.set(id));
    set.map_or_else(String::new, |set| set_name(now.lang, set))
}

/// What a pair, or all together, is called.
pub fn who_name(now: &Now, gathered: &Gathered, who: Who) -> String {
    match who {
        Some((first, second)) => two(now.lang, &name(now, gathered, first), &name(now, gathered, second)),
        None => word(now.lang, Word::Together).to_owned(),
    }
}

/// A value with three digits, or a dash and why there is none. `None` while it is not known.
pub fn value(now: &Now, told: Option<&Told>) -> Html {
    let Some(told) = told else { return html! { <span key="value" class="small">{ word(now.lang, Word::Waiting) }</span> } };
    match told.value {
        Ok(value) => html! { <bdi key="value" class="figure" dir="ltr">{ figure(value) }</bdi> },
        Err(why) => {
            let why = measures::why(now.lang, why);
            html! { <span key="value" class="small" title={why}><span key="dash" aria-hidden="true">{ word(now.lang, Word::None) }</span><span key="why" class="unseen">{ why }</span></span> }
        }
    }
}

/// A number with three digits and a true minus.
pub fn figure(value: f64) -> String {
    let rounded = format!("{value:.3}");
    match rounded.strip_prefix('-') {
        Some("0.000") => "0.000".to_owned(),
        Some(rest) => format!("−{rest}"),
        None => rounded,
    }
}
