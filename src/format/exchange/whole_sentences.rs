//! Sentences for formats that part them with a blank line.

use std::ops::Range;

/// The sentences, those made one that a span goes over the end of: where a sentence ends is a guess, what stands on it is not.
#[must_use]
pub fn whole_sentences<'a>(sentences: &[Range<usize>], spans: impl Iterator<Item = &'a Range<usize>>) -> Vec<Range<usize>> {
    // How many spans more go over the limit before each token than over the one before.
    let count = sentences.last().map_or(0, |last| last.end);
    let mut change = vec![0_isize; count + 2];
    for span in spans.filter(|span| span.end <= count && span.start < span.end) {
        change[span.start + 1] += 1;
        change[span.end] -= 1;
    }
    let mut over = 0;
    let is_inside = |change: &isize| {
        over += change;
        over > 0
    };
    let open: Vec<bool> = change.iter().map(is_inside).collect();
    let mut whole: Vec<Range<usize>> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        match whole.last_mut().filter(|_| open[sentence.start]) {
            Some(last) => last.end = sentence.end,
            None => whole.push(sentence.clone()),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::whole_sentences;

    #[test]
    fn what_a_span_goes_over_is_no_end() {
        let sentences = [0..2, 2..4, 4..9, 9..10];
        assert_eq!(whole_sentences(&sentences, [].iter()), sentences);
        assert_eq!(whole_sentences(&sentences, [0..2, 2..3, 8..9].iter()), sentences);
        assert_eq!(whole_sentences(&sentences, [1..5, 2..4, 4..5].iter()), [0..9, 9..10]);
        assert_eq!(whole_sentences(&sentences, [3..5, 8..10].iter()), [0..2, 2..10]);
        assert_eq!(whole_sentences(&[], [].iter()), []);
    }
}
