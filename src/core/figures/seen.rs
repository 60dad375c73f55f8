//! What was noted of each span, and what follows from it by counting.

use super::forms::Form;
use crate::core::ids::{DocumentId, LabelId, SetId};

/// What counts of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// Code points.
    pub characters: u32,
    /// Words: what holds a letter or a digit, by UAX #29.
    pub words: u32,
    /// Sentences or paragraphs, whichever was asked for.
    pub units: usize,
}

/// What was noted of a span. The numbers of its document, label and set are places in the lists of [`Figures`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its document.
    pub document: usize,
    /// Its label.
    pub label: usize,
    /// Whose it is.
    pub set: usize,
    /// Its length in code points, without gaps.
    pub characters: u32,
    /// Its length in words.
    pub words: u32,
    /// The middle of it, in code points of what counts of its document.
    pub middle: u32,
    /// The hour in which it was made, from 1970 in UTC, where that is known.
    pub hour: Option<u32>,
}

/// The annotations of some sets on some documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// Whose annotations.
    pub sets: Vec<SetId>,
    /// On which documents.
    pub documents: Vec<DocumentId>,
    /// The labels: those of the tagset in their order, then any that only spans name.
    pub labels: Vec<LabelId>,
    /// What counts of each document.
    pub extents: Vec<Extent>,
    /// Every span that counts.
    pub spans: Vec<Seen>,
    /// In how many sentences or paragraphs two labels stand together, as one annotator gave them; of a label with itself in
    /// how many it stands.
    pub together: Vec<Vec<usize>>,
    /// What stands under each label, the most frequent first.
    pub forms: Vec<Vec<Form>>,
}

/// How the work went on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Whether the times below are days; else they are hours. Both from 1970, in UTC.
    pub by_day: bool,
    /// The times at which anything was made, in order, and how many spans of each set were made then.
    pub times: Vec<(u32, Vec<usize>)>,
    /// How many spans do not say when they were made.
    pub unknown: usize,
}

/// From so many hours between the first and the last span progress is told by days.
const DAYS_FROM: u32 = 72;

impl Figures {
    fn count(&self, size: usize, of: impl Fn(&Seen) -> usize) -> Vec<usize> {
        let mut counts = vec![0; size];
        for place in self.spans.iter().map(of) {
            counts[place] += 1;
        }
        counts
    }

    /// How many spans each label has.
    #[must_use]
    pub fn by_label(&self) -> Vec<usize> {
        self.count(self.labels.len(), |seen| seen.label)
    }

    /// How many spans each document has.
    #[must_use]
    pub fn by_document(&self) -> Vec<usize> {
        self.count(self.documents.len(), |seen| seen.document)
    }

    /// How many spans each set has.
    #[must_use]
    pub fn by_set(&self) -> Vec<usize> {
        self.count(self.sets.len(), |seen| seen.set)
    }

    /// The spans of each label by something else, of which there are so many.
    #[must_use]
    pub fn label_by(&self, size: usize, of: impl Fn(&Seen) -> usize) -> Vec<Vec<usize>> {
        let mut counts = vec![vec![0; size]; self.labels.len()];
        for seen in &self.spans {
            counts[seen.label][of(seen)] += 1;
        }
        counts
    }

    /// The labels that have spans, those with the most first, and of as many in the order of the tagset.
    #[must_use]
    pub fn used(&self) -> Vec<usize> {
        let counts = self.by_label();
        let mut used = (0..counts.len()).filter(|label| counts[*label] > 0).collect::<Vec<_>>();
        used.sort_by_key(|label| std::cmp::Reverse(counts[*label]));
        used
    }

    /// Lengths in order, of one label or of all.
    #[must_use]
    pub fn lengths(&self, label: Option<usize>, of: impl Fn(&Seen) -> u32) -> Vec<u32> {
        let own = self.spans.iter().filter(|seen| label.is_none_or(|label| label == seen.label));
        let mut lengths = own.map(of).collect::<Vec<_>>();
        lengths.sort_unstable();
        lengths
    }

    /// How many spans have their middle in each of so many equal parts of a document.
    #[must_use]
    pub fn density(&self, document: usize, parts: usize) -> Vec<usize> {
        let mut counts = vec![0; parts.max(1)];
        let whole = u64::from(self.extents.get(document).map_or(0, |extent| extent.characters)).max(1);
        for seen in self.spans.iter().filter(|seen| seen.document == document) {
            let part = u64::from(seen.middle) * counts.len() as u64 / whole;
            let last = counts.len() - 1;
            counts[(part as usize).min(last)] += 1;
        }
        counts
    }

    /// How the work went on, by hour or, when it went on longer, by day.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let hours = || self.spans.iter().filter_map(|seen| seen.hour);
        let (first, last) = (hours().min().unwrap_or_default(), hours().max().unwrap_or_default());
        let by_day = last - first >= DAYS_FROM;
        let mut times = std::collections::BTreeMap::new();
        for (hour, set) in self.spans.iter().filter_map(|seen| Some((seen.hour?, seen.set))) {
            let time = if by_day { hour / 24 } else { hour };
            times.entry(time).or_insert_with(|| vec![0; self.sets.len()])[set] += 1;
        }
        Progress { by_day, times: times.into_iter().collect(), unknown: self.spans.len() - hours().count() }
    }

    /// What counts of all documents.
    #[must_use]
    pub fn extent(&self) -> Extent {
        self.extents.iter().fold(Extent::default(), |sum, one| Extent {
            characters: sum.characters.saturating_add(one.characters),
            words: sum.words.saturating_add(one.words),
            units: sum.units + one.units,
        })
    }
}

/// The middle of numbers in order; between the two middle ones where there are as many on either side. `None` of no numbers.
#[must_use]
pub fn median(sorted: &[u32]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(f64::midpoint(f64::from(lower), f64::from(upper)))
}
