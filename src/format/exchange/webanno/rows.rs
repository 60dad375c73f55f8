//! Lines of tokens and of their parts, and which spans stand on which.

use crate::core::range::TextRange;
use std::ops::Range;

/// A line: a token, or a part of one that a span begins or ends in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `1-3`, or `1-3.1` for a part.
    pub id: String,
    /// Its code points.
    pub range: TextRange,
    /// The spans on it, in order of the sheet.
    pub spans: Vec<usize>,
}

/// The lines of each sentence. `spans` are the pieces of text to be put on them, by any number; one that holds no token is on none.
pub fn rows(tokens: &[TextRange], sentences: &[Range<usize>], spans: &[TextRange]) -> Vec<Vec<Row>> {
    // On each token: the spans that hold it whole, and the parts of it that others hold.
    let mut whole: Vec<Vec<usize>> = vec![Vec::new(); tokens.len()];
    let mut parts: Vec<Vec<(TextRange, usize)>> = vec![Vec::new(); tokens.len()];
    for (index, span) in spans.iter().enumerate() {
        let first = tokens.partition_point(|token| token.end() <= span.start());
        for (place, token) in tokens.iter().enumerate().skip(first) {
            match token.intersection(*span) {
                Some(shared) if shared == *token => whole[place].push(index),
                Some(shared) => parts[place].push((shared, index)),
                None => break,
            }
        }
    }
    let mut all = Vec::with_capacity(sentences.len());
    for (number, sentence) in sentences.iter().enumerate() {
        let mut rows = Vec::with_capacity(sentence.len());
        for place in sentence.clone() {
            let id = format!("{}-{}", number + 1, place - sentence.start + 1);
            parts[place].sort_by_key(|(range, index)| (*range, *index));
            let mut inner: Vec<Row> = Vec::new();
            for &(range, index) in &parts[place] {
                match inner.last_mut().filter(|last| last.range == range) {
                    Some(last) => last.spans.push(index),
                    None => inner.push(Row { id: format!("{id}.{}", inner.len() + 1), range, spans: vec![index] }),
                }
            }
            rows.push(Row { id, range: tokens[place], spans: std::mem::take(&mut whole[place]) });
            rows.extend(inner);
        }
        all.push(rows);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Row, rows};
    use crate::core::range::TextRange;

    #[test]
    fn a_span_stands_on_its_tokens_and_on_parts_of_those_it_cuts() {
        // As INCEpTION writes `aaaaaa bbbbbb cccccc`.
        let tokens = [TextRange::of(0, 6), TextRange::of(7, 13), TextRange::of(14, 20)];
        let spans = [TextRange::of(0, 13), TextRange::of(3, 17), TextRange::of(7, 10), TextRange::of(3, 10)];
        let row = |id: &str, start, end, spans: &[usize]| Row {
            id: id.into(),
            range: TextRange::of(start, end),
            spans: spans.to_vec(),
        };
        let expected = [
            row("1-1", 0, 6, &[0]),
            row("1-1.1", 3, 6, &[1, 3]),
            row("1-2", 7, 13, &[0, 1]),
            row("1-2.1", 7, 10, &[2, 3]),
            row("1-3", 14, 20, &[]),
            row("1-3.1", 14, 17, &[1]),
        ];
        let sentence = 0..3;
        assert_eq!(rows(&tokens, std::slice::from_ref(&sentence), &spans), [expected]);
    }
}
