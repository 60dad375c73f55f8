//! Agreement on categories beyond chance: Cohen's and Fleiss' kappa, Krippendorff's alpha with nominal categories.
//!
//! - Cohen 1960, *A coefficient of agreement for nominal scales*: each annotator's own shares are what chance would give.
//! - Fleiss 1971, *Measuring nominal scale agreement among many raters*: the shares of all together.
//! - Krippendorff 2004, *Content Analysis*, ch. 11: the same without drawing a value twice, for small samples.
//!
//! Counts are whole numbers up to the last division, so that nothing is lost however long the text is.

use super::measure::{Measure, Why, ratio};
use super::tokens::{Coded, NONE};
use std::ops::Range;

/// How often two annotators gave which two categories, those that occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The first's category, the second's, and how many tokens have both. No pair stands twice.
    pub cells: Vec<(u32, u32, u64)>,
}

impl Table {
    /// Counts two annotators' categories of the same tokens.
    #[must_use]
    pub fn of(first: &[u32], second: &[u32]) -> Self {
        let both = first.iter().zip(second).filter(|codes| *codes != (&NONE, &NONE));
        let mut marked = both.map(|(one, other)| (*one, *other)).collect::<Vec<_>>();
        marked.sort_unstable();
        let unmarked = first.len().min(second.len()) - marked.len();
        let runs = marked.chunk_by(|one, other| one == other).map(|run| (run[0].0, run[0].1, run.len() as u64));
        let mut cells = runs.collect::<Vec<_>>();
        if unmarked > 0 {
            cells.push((NONE, NONE, unmarked as u64));
        }
        Self { cells }
    }

    /// The same with two categories only: whether those given are in a table of yes and no.
    #[must_use]
    pub fn yes_or_no(&self, yes: &[bool]) -> Self {
        let mut counts = [0; 4];
        let is = |code: u32| u32::from(yes.get(code as usize) == Some(&true));
        for &(one, other, count) in &self.cells {
            counts[(is(one) * 2 + is(other)) as usize] += count;
        }
        let cells = (0_u32..).zip(counts).filter(|(_, count)| *count > 0);
        Self { cells: cells.map(|(cell, count)| (cell / 2, cell % 2, count)).collect() }
    }

    /// Cohen's kappa.
    ///
    /// # Errors
    /// Without tokens, and where both gave all of them the same category.
    pub fn cohen(&self) -> Measure {
        let count = self.cells.iter().map(|cell| cell.2).sum::<u64>();
        if count == 0 {
            return Err(Why::NoTokens);
        }
        let last = self.cells.iter().map(|&(one, other, _)| one.max(other)).max().unwrap_or_default() as usize;
        let (mut first, mut second) = (vec![0_u64; last + 1], vec![0_u64; last + 1]);
        let mut same = 0;
        for &(one, other, count) in &self.cells {
            first[one as usize] += count;
            second[other as usize] += count;
            same += if one == other { count } else { 0 };
        }
        let all = u128::from(count) * u128::from(count);
        let chance = first.iter().zip(&second).map(|(one, other)| u128::from(*one) * u128::from(*other)).sum::<u128>();
        let observed = u128::from(same) * u128::from(count);
        ratio(observed as f64 - chance as f64, (all - chance) as f64, Why::NoVariety)
    }

    /// The same counts for two annotators as for many.
    #[must_use]
    pub fn spread(&self) -> Spread {
        let mut spread = Spread { annotators: 2, ..Spread::default() };
        for &(one, other, count) in &self.cells {
            spread.tokens += count;
            spread.squares += count * if one == other { 4 } else { 2 };
            for code in [one, other] {
                spread.add(code as usize, count);
            }
        }
        spread
    }
}

/// How the categories of several annotators lie over the tokens: all that the measures for many need to know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spread {
    /// How many annotators there are.
    pub annotators: u64,
    /// How many tokens.
    pub tokens: u64,
    /// Over all tokens and categories: the square of how many annotators gave the token the category.
    pub squares: u64,
    /// How often each category was given.
    pub totals: Vec<u64>,
}

impl Spread {
    /// Counts all annotators' categories.
    #[must_use]
    pub fn of(coded: &Coded) -> Self {
        let mut all = Spreads::begin(coded);
        all.count(coded, 0..coded.tokens);
        all.all
    }

    /// Fleiss' kappa.
    ///
    /// # Errors
    /// With one annotator, without tokens, and where all were given the same category.
    pub fn fleiss(&self) -> Measure {
        let (annotators, given) = self.given()?;
        let observed = (self.squares as f64 - given) / (given * (annotators - 1.0));
        let chance = self.together() as f64 / (given * given);
        if self.is_uniform() { Err(Why::NoVariety) } else { Ok((observed - chance) / (1.0 - chance)) }
    }

    /// Krippendorff's alpha for nominal categories.
    ///
    /// # Errors
    /// With one annotator, without tokens, and where all were given the same category.
    pub fn alpha(&self) -> Measure {
        let (annotators, given) = self.given()?;
        let observed = (given * annotators - self.squares as f64) / (annotators - 1.0);
        let chance = (given * given - self.together() as f64) / (given - 1.0);
        if self.is_uniform() { Err(Why::NoVariety) } else { Ok(1.0 - observed / chance) }
    }

    fn add(&mut self, code: usize, count: u64) {
        if self.totals.len() <= code {
            self.totals.resize(code + 1, 0);
        }
        self.totals[code] += count;
    }

    /// The number of annotators and of all categories given.
    fn given(&self) -> Result<(f64, f64), Why> {
        match (self.annotators, self.tokens) {
            (0 | 1, _) => Err(Why::OneAnnotator),
            (_, 0) => Err(Why::NoTokens),
            (annotators, tokens) => Ok((annotators as f64, (annotators * tokens) as f64)),
        }
    }

    fn together(&self) -> u128 {
        self.totals.iter().map(|&count| u128::from(count) * u128::from(count)).sum()
    }

    fn is_uniform(&self) -> bool {
        self.totals.iter().filter(|count| **count > 0).count() < 2
    }
}

/// How the categories lie, and how each label lies: whether a token is part of a span of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spreads {
    /// All categories.
    pub all: Spread,
    /// Yes and no for each label.
    pub labels: Vec<Spread>,
}

impl Spreads {
    /// No token counted yet.
    #[must_use]
    pub fn begin(coded: &Coded) -> Self {
        let none = Spread { annotators: coded.codes.len() as u64, ..Spread::default() };
        let two = Spread { totals: vec![0, 0], ..none.clone() };
        Self { all: none, labels: vec![two; coded.labels] }
    }

    /// Counts all annotators' categories of some tokens. Each token is to be counted once.
    pub fn count(&mut self, coded: &Coded, tokens: Range<usize>) {
        let everyone = coded.codes.len() as u64;
        let (mut given, mut labels): (Vec<u32>, Vec<usize>) = (Vec::new(), Vec::new());
        for spread in std::iter::once(&mut self.all).chain(&mut self.labels) {
            spread.tokens += tokens.len() as u64;
        }
        for spread in &mut self.labels {
            spread.squares += tokens.len() as u64 * everyone * everyone;
            spread.totals[0] += tokens.len() as u64 * everyone;
        }
        for token in tokens {
            given.clear();
            given.extend(coded.codes.iter().filter_map(|codes| codes.get(token)));
            given.sort_unstable();
            labels.clear();
            for run in given.chunk_by(|one, other| one == other) {
                let count = run.len() as u64;
                self.all.squares += count * count;
                self.all.add(run[0] as usize, count);
                let set = coded.sets.get(run[0] as usize).into_iter().flatten();
                labels.extend(set.flat_map(|label| run.iter().map(move |_| *label)));
            }
            labels.sort_unstable();
            for run in labels.chunk_by(|one, other| one == other) {
                let (yes, spread) = (run.len() as u64, &mut self.labels[run[0]]);
                let no = everyone - yes;
                spread.squares = spread.squares + yes * yes + no * no - everyone * everyone;
                spread.totals[0] -= yes;
                spread.totals[1] += yes;
            }
        }
    }
}
