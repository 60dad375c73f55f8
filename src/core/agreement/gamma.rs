//! Mathet's gamma: whether annotators marked the same places with the same labels, where places may differ a little.
//!
//! Mathet, Widlöcher and Métivier 2015, *The unified and holistic method Gamma*. Spans are laid beside one another so that
//! the disorder is least ([`align`]); chance is the mean disorder of the same work with each annotator's spans moved along
//! the text ([`shuffle`]); gamma is 1 less the one over the other. Positions count code points; of a discontinuous span they are
//! those of its hull.
//!
//! There are as many samples as are needed for the chance disorder to be known within a share of itself (their section
//! 5.3), so that gamma is known within that share of what it lacks to 1; [`Gamma::error`] says how well it is. The samples follow
//! from a seed and from the spans alone, so that the same work always has the same gamma, whoever is named first.

pub mod align;
pub mod apart;
mod near;
pub mod shuffle;

use super::chance::Chance;
use super::measure::Why;
use super::unit::{Corpus, Which};
use align::Alignment;
use apart::Mark;

/// Samples that are enough where they hardly differ: of much work by many.
const FEW: usize = 10;

/// How often more samples than their spread asks for there have to be then, since of few the spread itself is not well known.
const SAFELY: f64 = 4.0;

/// Samples before their spread says how many there should be (section 5.3).
const FIRST: usize = 30;

/// Samples at most. Few and long spans may spread so much that more would be needed: [`Gamma::error`] says so then.
const MOST: usize = 600;

/// The share of itself within which the chance disorder is to be known.
const WITHIN: f64 = 0.02;

/// How many standard errors 95 of 100 samples lie within.
const SURE: f64 = 1.96;

/// Where chance begins.
const SEED: u64 = 0x5EED_2015;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma {
    /// Gamma itself: 1 where all is the same, 0 where it is as by chance.
    pub value: f64,
    /// How far the value may be off because chance was sampled, with 95 % confidence.
    pub error: f64,
    /// How many samples there were.
    pub samples: usize,
    /// The disorder of the work, for each span of the mean annotator.
    pub observed: f64,
    /// The mean disorder of the samples.
    pub expected: f64,
}

/// A document to be aligned.
#[derive(Debug, Clone)]
struct Sheet {
    length: u32,
    marks: Vec<Vec<Mark>>,
}

/// Gamma under way, in steps that take no longer than a frame has room for.
#[derive(Debug, Clone)]
pub struct Walk {
    sheets: Vec<Sheet>,
    chance: Chance,
    /// What is being aligned: the work itself at first, then samples of it; of which sheets that are before are done.
    now: Vec<Sheet>,
    sheet: usize,
    alignment: Option<Alignment>,
    disorder: f64,
    observed: Option<f64>,
    samples: Vec<f64>,
    wanted: usize,
    /// How much is done: it does not fall where more samples turn out to be needed.
    share: u32,
    found: Option<Result<Gamma, Why>>,
}

impl Walk {
    /// Begins to measure the annotators of these numbers over all pages.
    ///
    /// # Errors
    /// With one annotator, and where one of them has marked nothing.
    pub fn new(corpus: &Corpus, annotators: &[usize], which: Which) -> Result<Self, Why> {
        if annotators.len() < 2 {
            return Err(Why::OneAnnotator);
        }
        let mut sheets = Vec::new();
        let mut count = vec![0; annotators.len()];
        for page in &corpus.pages {
            let of = |annotator: &usize| {
                let units = page.units[*annotator].iter().filter(|unit| which.holds(unit.label));
                let mut marks = units.map(|unit| Mark::of(unit, which)).collect::<Vec<_>>();
                marks.sort_by(Mark::order);
                marks.dedup();
                marks
            };
            let marks = annotators.iter().map(of).collect::<Vec<_>>();
            for (count, own) in count.iter_mut().zip(&marks) {
                *count += own.len();
            }
            sheets.push(Sheet { length: page.length, marks });
        }
        if count.contains(&0) {
            let nothing = count.iter().all(|count| *count == 0);
            return Err(if nothing { Why::NothingMarked } else { Why::OneMarkedNothing });
        }
        in_order(&mut sheets);
        let now = sheets.clone();
        Ok(Self {
            sheets,
            chance: Chance::new(SEED),
            now,
            sheet: 0,
            alignment: None,
            disorder: 0.0,
            observed: None,
            samples: Vec::new(),
            wanted: FEW,
            share: 0,
            found: None,
        })
    }

    /// Goes a step further. Returns what came of it, once it is over.
    pub fn step(&mut self) -> Option<Result<Gamma, Why>> {
        if self.found.is_some() {
            return self.found;
        }
        let Some(sheet) = self.now.get(self.sheet) else {
            self.round();
            let (done, all) = (self.samples.len() + 1, self.wanted.max(FIRST) + 1);
            self.share = if self.found.is_some() { 100 } else { self.share.max((done * 100 / all).min(99) as u32) };
            return self.found;
        };
        let alignment = self.alignment.get_or_insert_with(|| Alignment::new(&sheet.marks));
        if alignment.step() {
            self.disorder += alignment.disorder();
            self.alignment = None;
            self.sheet += 1;
        }
        None
    }

    /// How much is done, from 0 to 100.
    #[must_use]
    pub const fn share(&self) -> u32 {
        self.share
    }

    /// All sheets are aligned: notes their disorder, and begins the next sample, unless there are enough.
    fn round(&mut self) {
        let units = self.now.iter().flat_map(|sheet| &sheet.marks).map(Vec::len).sum::<usize>() as f64;
        let annotators = self.sheets.first().map_or(1, |sheet| sheet.marks.len()) as f64;
        let disorder = self.disorder / (units / annotators);
        if self.observed.is_none() {
            self.observed = Some(disorder);
        } else {
            self.samples.push(disorder);
        }
        let observed = self.observed.unwrap_or_default();
        if observed == 0.0 {
            // Nothing can be in better order, whatever chance would give.
            self.found = Some(Ok(Gamma { value: 1.0, error: 0.0, samples: 0, observed, expected: 0.0 }));
            return;
        }
        let count = self.samples.len();
        if count >= self.wanted {
            let (mean, spread) = spread(&self.samples);
            let needed = (SURE * spread / (WITHIN * mean)).powi(2).ceil();
            self.wanted = match needed {
                _ if count < FIRST && needed * SAFELY > count as f64 => FIRST,
                _ if count >= FIRST && needed > count as f64 => (needed as usize).min(MOST),
                _ => count,
            };
            if self.wanted <= count {
                let off = SURE * spread / (count as f64).sqrt() / mean;
                let value = 1.0 - observed / mean;
                let gamma = Gamma { value, error: (1.0 - value) * off, samples: count, observed, expected: mean };
                self.found = Some(if mean > 0.0 { Ok(gamma) } else { Err(Why::NoDisorder) });
                return;
            }
        }
        self.sheet = 0;
        self.disorder = 0.0;
        loop {
            let sheets = self.sheets.iter();
            let chance = &mut self.chance;
            self.now =
                sheets.map(|sheet| Sheet { marks: shuffle::moved(&sheet.marks, sheet.length, chance), ..*sheet }).collect();
            if self.now.iter().flat_map(|sheet| &sheet.marks).any(|own| !own.is_empty()) {
                return;
            }
        }
    }
}

/// Puts the annotators into an order that follows from what they marked, so that it does not matter who is named first.
fn in_order(sheets: &mut [Sheet]) {
    let annotators = sheets.first().map_or(0, |sheet| sheet.marks.len());
    let mut order = (0..annotators).collect::<Vec<_>>();
    order.sort_by(|one, other| {
        let pages = sheets.iter().map(|sheet| (&sheet.marks[*one], &sheet.marks[*other]));
        let compared = pages.map(|(one, other)| {
            let marks = one.iter().zip(other).map(|(one, other)| one.order(other));
            marks.fold(one.len().cmp(&other.len()), std::cmp::Ordering::then)
        });
        compared.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    });
    for sheet in sheets {
        sheet.marks = order.iter().map(|place| std::mem::take(&mut sheet.marks[*place])).collect();
    }
}

/// The mean of some numbers and their standard deviation.
fn spread(numbers: &[f64]) -> (f64, f64) {
    let count = numbers.len().max(1) as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    let squares = numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>();
    (mean, (squares / count).sqrt())
}
