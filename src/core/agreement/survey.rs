//! Every pair of annotators and all of them together, over all labels and by label, in steps.
//!
//! Gamma takes longer and is asked for by itself: [`super::gamma::Walk`].

use super::confusion::counterparts;
use super::coreference::{self, Scores};
use super::gather::Gathered;
use super::measure::{Measure, Tally, Why, mean};
use super::nominal::{Spreads, Table};
use super::shapes::{self, Said, Tie};
use super::spans::{Limits, overlapping, same};
use super::tokens::Coded;
use super::unit::Which;
use super::unitizing;

/// Tokens that are counted in one step.
const TOKENS: usize = 2048;

/// How far the spans of two annotators are the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shared {
    /// With the very same limits.
    pub exact: Tally,
    /// With limits that differ by clitics, punctuation and space at most. What it has more than `exact` are those that do.
    pub tolerant: Tally,
    /// With any words in common.
    pub overlap: Tally,
}

/// Two annotators, on one label or on all.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Their spans, of the same label.
    pub spans: Shared,
    /// Cohen's kappa on tokens.
    pub cohen: Measure,
    /// Krippendorff's alpha on tokens.
    pub alpha: Measure,
    /// Krippendorff's alpha of unitizing.
    pub alpha_u: Measure,
}

/// Two annotators.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The one, as the standard where there has to be one.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// On all labels.
    pub all: Line,
    /// Their spans, whatever the labels.
    pub unlabelled: Shared,
    /// On each label.
    pub labels: Vec<Line>,
    /// Their relations between spans that both have; whatever the type, and of the same type.
    pub relations: (Tally, Tally),
    /// What fills the roles of events whose triggers both have; in whatever role, and in the same.
    pub roles: (Tally, Tally),
    /// What they say by each attribute of spans that both have.
    pub attributes: Vec<Said>,
    /// How they join mentions into entities.
    pub entities: Scores,
}

/// All annotators together, on one label or on all.
#[derive(Debug, Clone, PartialEq)]
pub struct Together {
    /// The mean F1 of all pairs: exact, tolerant, overlap.
    pub f1: [Measure; 3],
    /// Fleiss' kappa on tokens.
    pub fleiss: Measure,
    /// Krippendorff's alpha on tokens.
    pub alpha: Measure,
    /// Krippendorff's alpha of unitizing.
    pub alpha_u: Measure,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Every pair, in the order of the annotators.
    pub pairs: Vec<Pair>,
    /// All together on all labels, once there are two.
    pub all: Option<Together>,
    /// All together on each label.
    pub labels: Vec<Together>,
    /// The mean F1 of all pairs, whatever the labels: exact, tolerant, overlap.
    pub unlabelled: Option<[Measure; 3]>,
    /// The mean CoNLL average of all pairs.
    pub entities: Option<Measure>,
}

/// Measuring under way.
#[derive(Debug, Clone)]
pub struct Survey {
    coded: Coded,
    /// The pairs that are still to be measured, the last first.
    waiting: Vec<(usize, usize)>,
    spreads: Spreads,
    counted: usize,
    /// The alpha of unitizing of all together: what every label gave so far.
    unitized: Vec<Result<unitizing::Disagreement, Why>>,
    report: Report,
    steps: usize,
}

impl Survey {
    /// Begins. Each step has to be given the same spans.
    #[must_use]
    pub fn new(gathered: &Gathered) -> Self {
        let count = gathered.corpus.annotators;
        let pairs = (0..count).flat_map(|first| (first + 1..count).map(move |second| (first, second)));
        Self {
            coded: Coded::begin(&gathered.corpus),
            waiting: pairs.rev().collect(),
            spreads: Spreads::default(),
            counted: 0,
            unitized: Vec::new(),
            report: Report::default(),
            steps: 0,
        }
    }

    /// Takes in what was measured elsewhere: pairs that come next in their order, or all together.
    pub fn add(&mut self, part: Report) {
        for pair in part.pairs {
            self.waiting.retain(|waiting| *waiting != (pair.first, pair.second));
            self.report.pairs.push(pair);
        }
        if part.all.is_some() {
            self.report = Report { pairs: std::mem::take(&mut self.report.pairs), ..part };
        }
    }

    /// Goes a step further. Returns whether everything is measured.
    pub fn step(&mut self, gathered: &Gathered) -> bool {
        if self.report.all.is_some() {
            return true;
        }
        let corpus = &gathered.corpus;
        self.steps += 1;
        if self.coded.codes.len() < corpus.annotators {
            self.coded.add(corpus);
            if self.coded.codes.len() == corpus.annotators {
                self.spreads = Spreads::begin(&self.coded);
            }
        } else if let Some((first, second)) = self.waiting.pop() {
            self.report.pairs.push(self.pair(gathered, first, second));
        } else if self.counted < self.coded.tokens {
            let until = (self.counted + TOKENS).min(self.coded.tokens);
            self.spreads.count(&self.coded, self.counted..until);
            self.counted = until;
        } else if self.unitized.len() < corpus.labels {
            let everyone = (0..corpus.annotators).collect::<Vec<_>>();
            self.unitized.push(unitizing::of_label(corpus, &everyone, self.unitized.len()));
        } else {
            self.together();
            return true;
        }
        false
    }

    /// How much is done, from 0 to 100.
    #[must_use]
    pub fn share(&self) -> u32 {
        let tokens = (self.coded.tokens - self.counted).div_ceil(TOKENS);
        let left = self.waiting.len() + tokens + self.coded.labels - self.unitized.len();
        let coding = if self.spreads.labels.len() < self.coded.labels { 1 } else { 0 };
        if self.report.all.is_some() { 100 } else { (self.steps * 100 / (self.steps + left + coding + 1)).min(99) as u32 }
    }

    /// What was found so far.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    fn pair(&self, gathered: &Gathered, first: usize, second: usize) -> Pair {
        let corpus = &gathered.corpus;
        let table = Table::of(&self.coded.codes[first], &self.coded.codes[second]);
        let alpha_u = unitizing::alpha(corpus, &[first, second]);
        let line = |which: Which, table: &Table, alpha_u: Measure| Line {
            spans: shared(gathered, first, second, which),
            cohen: table.cohen(),
            alpha: table.spread().alpha(),
            alpha_u,
        };
        let label = |(label, alpha_u): (usize, &Measure)| {
            line(Which::Label(label), &table.yes_or_no(&self.coded.having(label)), *alpha_u)
        };
        let met = corpus.pages.iter().map(|page| counterparts(&page.units[first], &page.units[second])).collect::<Vec<_>>();
        let ties = |of: &[Vec<Vec<Tie>>], kinds: bool| {
            let pages = of.iter().zip(&met).map(|(ties, met)| shapes::relations(&ties[first], &ties[second], met, kinds));
            pages.fold(Tally::default(), Tally::and)
        };
        let pages = gathered.values.iter().zip(&met);
        let values = pages.map(|(values, met)| (&*values[first], &*values[second], &**met)).collect::<Vec<_>>();
        Pair {
            first,
            second,
            all: line(Which::Labelled, &table, alpha_u.all),
            unlabelled: shared(gathered, first, second, Which::Unlabelled),
            labels: alpha_u.labels.iter().enumerate().map(label).collect(),
            relations: (ties(&gathered.relations, false), ties(&gathered.relations, true)),
            roles: (ties(&gathered.filled, false), ties(&gathered.filled, true)),
            attributes: (0..gathered.attributes.len()).map(|attribute| shapes::attribute(attribute, &values)).collect(),
            entities: coreference::scores(&gathered.entities[first], &gathered.entities[second]),
        }
    }

    fn together(&mut self) {
        let pairs = &self.report.pairs;
        let f1 = |of: &dyn Fn(&Pair) -> Shared| {
            let each = |part: fn(Shared) -> Tally| mean(pairs.iter().map(|pair| part(of(pair)).f1()));
            [each(|shared| shared.exact), each(|shared| shared.tolerant), each(|shared| shared.overlap)]
        };
        let labels = self.spreads.labels.iter().zip(&self.unitized).enumerate().map(|(label, (spread, unitized))| Together {
            f1: f1(&|pair| pair.labels[label].spans),
            fleiss: spread.fleiss(),
            alpha: spread.alpha(),
            alpha_u: unitized.and_then(unitizing::Disagreement::alpha),
        });
        let labels = labels.collect();
        let all = Together {
            f1: f1(&|pair| pair.all.spans),
            fleiss: self.spreads.all.fleiss(),
            alpha: self.spreads.all.alpha(),
            alpha_u: unitizing::over(&self.unitized),
        };
        let unlabelled = f1(&|pair| pair.unlabelled);
        let entities = mean(pairs.iter().map(|pair| pair.entities.conll()));
        self.report.labels = labels;
        (self.report.all, self.report.unlabelled, self.report.entities) = (Some(all), Some(unlabelled), Some(entities));
    }
}

/// The spans of two annotators on all pages.
fn shared(gathered: &Gathered, first: usize, second: usize, which: Which) -> Shared {
    let add = |sum: Shared, page: &super::unit::Page| {
        let (one, other) = (&page.units[first], &page.units[second]);
        Shared {
            exact: sum.exact.and(same(one, other, Limits::Exact, which)),
            tolerant: sum.tolerant.and(same(one, other, Limits::Tolerant, which)),
            overlap: sum.overlap.and(overlapping(one, other, which)),
        }
    };
    gathered.corpus.pages.iter().fold(Shared::default(), add)
}
