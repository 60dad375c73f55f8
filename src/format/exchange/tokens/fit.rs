//! Spans brought onto tokens, with what that costs.

use super::super::loss::{Loss, LossKind};
use super::super::model::Sheet;
use super::super::options::{Misfit, Options};
use super::tokens;
use crate::core::caret::sentences;
use crate::core::range::TextRange;
use std::ops::Range;

/// A document as tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokenised {
    /// The tokens in order.
    pub tokens: Vec<TextRange>,
    /// Which tokens each sentence holds: in order, none empty, and together all.
    pub sentences: Vec<Range<usize>>,
    /// Which tokens each span of the sheet holds; `None` where it was left out. A span in pieces reaches from its first to its last.
    pub spans: Vec<Option<Range<usize>>>,
    /// What became of spans that did not fit.
    pub losses: Vec<Loss>,
}

/// Cuts a document into tokens and brings its spans onto them, as the options say.
#[must_use]
pub fn tokenise(sheet: &Sheet, options: &Options) -> Tokenised {
    let mut all = tokens(&sheet.text, options.tokens);
    let mut losses = Vec::new();
    if options.misfit == Misfit::Part {
        part(sheet, &mut all, &mut losses);
    }
    let mut spans = Vec::with_capacity(sheet.spans.len());
    for span in &sheet.spans {
        let hull = span.hull();
        let mut lose = |kind| losses.push(Loss::new(kind, &sheet.name, sheet.words(span), &span.label));
        let first = all.partition_point(|token| token.end() <= hull.start());
        let last = all.partition_point(|token| token.start() < hull.end());
        if first >= last {
            lose(LossKind::SpanDropped);
            spans.push(None);
            continue;
        }
        if span.pieces.len() > 1 {
            lose(LossKind::Filled);
        }
        // White space round the tokens is in no token, and costs a note; a part of a token costs more.
        let (start, end) = (all[first].start(), all[last - 1].end());
        let fits = start >= hull.start() && end <= hull.end();
        if fits && (start, end) != (hull.start(), hull.end()) {
            lose(LossKind::Trimmed);
        }
        if !fits && options.misfit == Misfit::Drop {
            lose(LossKind::InsideToken);
            spans.push(None);
            continue;
        }
        if !fits {
            lose(LossKind::Widened);
        }
        spans.push(Some(first..last));
    }
    let sentences = grouped(sheet, &all);
    Tokenised { tokens: all, sentences, spans, losses }
}

/// Parts tokens at the limits of spans that lie inside them.
fn part(sheet: &Sheet, all: &mut Vec<TextRange>, losses: &mut Vec<Loss>) {
    let mut limits = Vec::new();
    for span in &sheet.spans {
        let hull = span.hull();
        let mut parted = false;
        for limit in [hull.start(), hull.end()] {
            let place = all.partition_point(|token| token.end() <= limit);
            if all.get(place).is_some_and(|token| token.start() < limit) {
                limits.push(limit);
                parted = true;
            }
        }
        if parted {
            losses.push(Loss::new(LossKind::TokenParted, &sheet.name, sheet.words(span), &span.label));
        }
    }
    limits.sort_unstable();
    limits.dedup();
    let mut limits = limits.into_iter().peekable();
    let mut parts = Vec::with_capacity(all.len() + limits.len());
    for token in all.iter() {
        let mut start = token.start();
        while let Some(limit) = limits.next_if(|limit| *limit < token.end()) {
            parts.push(TextRange::new(start, limit));
            start = limit;
        }
        parts.push(TextRange::new(start, token.end()));
    }
    *all = parts;
}

/// Which tokens stand in which sentence.
fn grouped(sheet: &Sheet, all: &[TextRange]) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    for sentence in sentences(&sheet.text) {
        let end = start + all[start..].partition_point(|token| token.start() < sentence.end());
        if end > start {
            groups.push(start..end);
        }
        start = end;
    }
    if start < all.len() {
        groups.push(start..all.len());
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::super::super::model::Mark;
    use super::*;
    use crate::core::text::Text;
    use std::rc::Rc;

    fn sheet(text: &str, spans: &[(u32, u32)]) -> Sheet {
        let mark =
            |&(start, end): &(u32, u32)| Mark { label: "X".into(), pieces: vec![TextRange::of(start, end)], ..Mark::default() };
        Sheet { text: Rc::new(Text::new(text)), spans: spans.iter().map(mark).collect(), ..Sheet::default() }
    }

    #[test]
    fn a_span_inside_a_token_is_widened_parted_or_left_out() {
        let sheet = sheet("زار والولايات المتحدة", &[(5, 21), (0, 3)]);
        let with = |misfit| tokenise(&sheet, &Options { misfit, ..Options::default() });
        let widened = with(Misfit::Widen);
        assert_eq!(widened.spans, [Some(1..3), Some(0..1)]);
        assert_eq!(widened.losses.iter().map(|loss| loss.kind).collect::<Vec<_>>(), [LossKind::Widened]);
        let parted = with(Misfit::Part);
        assert_eq!(parted.tokens.len(), 4);
        assert_eq!(parted.spans, [Some(2..4), Some(0..1)]);
        assert_eq!(parted.losses.iter().map(|loss| loss.kind).collect::<Vec<_>>(), [LossKind::TokenParted]);
        let dropped = with(Misfit::Drop);
        assert_eq!(dropped.spans, [None, Some(0..1)]);
        assert_eq!(dropped.losses.iter().map(|loss| loss.kind).collect::<Vec<_>>(), [LossKind::InsideToken]);
    }

    #[test]
    fn sentences_hold_all_tokens() {
        let sheet = sheet("قال. نعم؟\n\nلا 3.5 د. علي", &[]);
        let done = tokenise(&sheet, &Options::default());
        assert_eq!(done.sentences, [0..2, 2..4, 4..9]);
        assert_eq!(done.tokens.len(), 9);
    }
}
