//! What each annotator says of each token: the labels of all their spans that hold some of it, as one category.

use super::unit::{Corpus, Page};
use std::collections::HashMap;

/// The category of a token that nobody marked.
pub const NONE: u32 = 0;

/// The categories that the annotators gave to the tokens of all pages, one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coded {
    /// For each annotator the category of each token.
    pub codes: Vec<Vec<u32>>,
    /// The labels that make a category, ascending. The first is [`NONE`], which has none.
    pub sets: Vec<Vec<usize>>,
    /// The number of tokens.
    pub tokens: usize,
    /// How many labels there are.
    pub labels: usize,
}

impl Coded {
    /// Codes the tokens of all pages.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut coded = Self { sets: vec![Vec::new()], labels: corpus.labels, ..Self::default() };
        coded.tokens = corpus.pages.iter().map(|page| page.tokens.len()).sum();
        let mut known = HashMap::from([(Vec::new(), NONE)]);
        for annotator in 0..corpus.annotators {
            let mut codes = Vec::with_capacity(coded.tokens);
            for labels in corpus.pages.iter().flat_map(|page| labels(page, annotator)) {
                let next = coded.sets.len() as u32;
                let code = *known.entry(labels.clone()).or_insert(next);
                if code == next {
                    coded.sets.push(labels);
                }
                codes.push(code);
            }
            coded.codes.push(codes);
        }
        coded
    }

    /// The categories that a label is part of, as a table by category.
    #[must_use]
    pub fn having(&self, label: usize) -> Vec<bool> {
        self.sets.iter().map(|set| set.contains(&label)).collect()
    }
}

/// The labels on each token of a page, ascending.
fn labels(page: &Page, annotator: usize) -> Vec<Vec<usize>> {
    let mut labels: Vec<Vec<usize>> = vec![Vec::new(); page.tokens.len()];
    for unit in page.units.get(annotator).into_iter().flatten() {
        for piece in &unit.pieces {
            let first = page.tokens.partition_point(|token| token.end() <= piece.start());
            let held = page.tokens[first..].iter().zip(&mut labels[first..]).take_while(|(token, _)| token.start() < piece.end());
            for (_, set) in held {
                if let Err(place) = set.binary_search(&unit.label) {
                    set.insert(place, unit.label);
                }
            }
        }
    }
    labels
}
