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
    known: HashMap<Vec<usize>, u32>,
    /// The number of tokens.
    pub tokens: usize,
    /// How many labels there are.
    pub labels: usize,
}

impl Coded {
    /// Codes the tokens of all pages.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut coded = Self::begin(corpus);
        while coded.codes.len() < corpus.annotators {
            coded.add(corpus);
        }
        coded
    }

    /// Nobody's categories yet.
    #[must_use]
    pub fn begin(corpus: &Corpus) -> Self {
        let tokens = corpus.pages.iter().map(|page| page.tokens.len()).sum();
        Self { codes: Vec::new(), sets: vec![Vec::new()], known: HashMap::new(), tokens, labels: corpus.labels }
    }

    /// Codes what the next annotator marked.
    pub fn add(&mut self, corpus: &Corpus) {
        let annotator = self.codes.len();
        let mut codes = Vec::with_capacity(self.tokens);
        for labels in corpus.pages.iter().flat_map(|page| labels(page, annotator)) {
            codes.push(if labels.is_empty() { NONE } else { self.code(labels) });
        }
        self.codes.push(codes);
    }

    fn code(&mut self, labels: Vec<usize>) -> u32 {
        if let Some(code) = self.known.get(&labels) {
            return *code;
        }
        let code = self.sets.len() as u32;
        self.sets.push(labels.clone());
        self.known.insert(labels, code);
        code
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
