//! What words stand under a label. Spellings that folding or teaching makes the same are one form with variants.

use crate::core::aliases::{Classes, folded};
use std::collections::HashMap;

/// A form and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// How many spans have it.
    pub count: usize,
    /// Each way in which it is written and how often, the most frequent first; there is one at least.
    pub variants: Vec<(String, usize)>,
}

impl Form {
    /// The most frequent way of writing it.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.variants.first().map_or("", |(words, _)| words)
    }
}

/// Forms while they are counted.
#[derive(Debug, Default)]
pub struct Counting(HashMap<String, HashMap<String, usize>>);

impl Counting {
    /// Counts the words of a span, in one line.
    pub fn add(&mut self, words: &str, classes: &Classes) {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let folded = folded(&line);
        let key = classes.key(&folded);
        // Of some marks nothing remains: those stay what they are.
        let key = if key.is_empty() { line.clone() } else { key.to_owned() };
        *self.0.entry(key).or_default().entry(line).or_default() += 1;
    }

    /// The forms, those that most spans have first; of as many, by their letters.
    #[must_use]
    pub fn done(self) -> Vec<Form> {
        let mut forms = self.0.into_values().map(|variants| {
            let mut variants = variants.into_iter().collect::<Vec<_>>();
            variants.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
            Form { count: variants.iter().map(|(_, count)| count).sum(), variants }
        });
        let mut forms: Vec<Form> = forms.by_ref().collect();
        forms.sort_unstable_by(|one, other| other.count.cmp(&one.count).then_with(|| one.shown().cmp(other.shown())));
        forms
    }
}
