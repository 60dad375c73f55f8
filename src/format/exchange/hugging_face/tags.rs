//! Tags of tokens: `B-LOC I-LOC O` from spans, and spans from them.

use super::super::options::Scheme;
use std::ops::Range;

/// The tags of so many tokens under spans that do not overlap, each a range of tokens and its label.
#[must_use]
pub fn tags(count: usize, spans: &[(Range<usize>, &str)], scheme: Scheme) -> Vec<String> {
    let mut all = vec!["O".to_owned(); count];
    for (range, label) in spans {
        for at in range.clone() {
            let (is_first, is_last) = (at == range.start, at + 1 == range.end);
            let touches = |at: usize| spans.iter().any(|(other, one)| other.end == at && one == label);
            let letter = match scheme {
                Scheme::Iob2 if is_first => 'B',
                Scheme::Iob1 if is_first && touches(at) => 'B',
                Scheme::Iob2 | Scheme::Iob1 => 'I',
                Scheme::Bioes if is_first && is_last => 'S',
                Scheme::Bioes if is_first => 'B',
                Scheme::Bioes if is_last => 'E',
                Scheme::Bioes => 'I',
            };
            all[at] = format!("{letter}-{label}");
        }
    }
    all
}

/// Whether a text is a tag: `O`, or a letter of a scheme, a hyphen and a label.
#[must_use]
pub fn is_tag(text: &str) -> bool {
    text == "O" || (text.len() > 2 && text.as_bytes()[1] == b'-' && b"BIESLU".contains(&text.as_bytes()[0]))
}

/// What tags say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tagged {
    /// Ranges of tokens with their labels, in order.
    pub spans: Vec<(Range<usize>, String)>,
    /// Which of these begin with a tag that should only go on.
    pub odd: Vec<usize>,
    /// Whether any begins with `B-` where nothing of its label ends: in the form of 1995 none does.
    pub has_begin: bool,
}

/// The spans that tags say, in whichever scheme.
#[must_use]
pub fn spans(tags: &[&str]) -> Tagged {
    let mut done = Tagged::default();
    let mut open: Option<(usize, &str)> = None;
    for (at, tag) in tags.iter().enumerate() {
        let (letter, label) = if is_tag(tag) && *tag != "O" { (tag.as_bytes()[0], &tag[2..]) } else { (b'O', "") };
        let goes_on = open.is_some_and(|(_, known)| known == label) && matches!(letter, b'I' | b'E' | b'L');
        if !goes_on {
            if let Some((start, known)) = open.take() {
                done.spans.push((start..at, known.to_owned()));
            }
            if letter != b'O' {
                let touches = done.spans.last().is_some_and(|(range, known)| range.end == at && known == label);
                done.has_begin |= letter == b'B' && !touches;
                if !matches!(letter, b'B' | b'S' | b'U') {
                    done.odd.push(done.spans.len());
                }
                open = Some((at, label));
            }
        }
        if matches!(letter, b'E' | b'L' | b'S' | b'U')
            && let Some((start, known)) = open.take()
        {
            done.spans.push((start..at + 1, known.to_owned()));
        }
    }
    done.spans.extend(open.map(|(start, label)| (start..tags.len(), label.to_owned())));
    done
}

/// The spans that tags say; where they are labels alone, with no letter before them, each run of one is a span.
#[must_use]
pub fn spans_or_runs(tags: &[&str]) -> Tagged {
    let is_bare = |tag: &&str| !matches!(*tag, "O" | "") && !is_tag(tag);
    if !tags.iter().any(is_bare) || tags.iter().any(|tag| *tag != "O" && is_tag(tag)) {
        return spans(tags);
    }
    let mut done = Tagged::default();
    let mut start = 0;
    for run in tags.chunk_by(|one, other| one == other) {
        if is_bare(&run[0]) {
            done.spans.push((start..start + run.len(), run[0].to_owned()));
        }
        start += run.len();
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_they_are_written() {
        let given = [(0..1, "A"), (1..3, "A"), (3..4, "B"), (5..8, "A-B")];
        let written = |scheme| tags(9, &given, scheme);
        assert_eq!(written(Scheme::Iob2), ["B-A", "B-A", "I-A", "B-B", "O", "B-A-B", "I-A-B", "I-A-B", "O"]);
        assert_eq!(written(Scheme::Iob1), ["I-A", "B-A", "I-A", "I-B", "O", "I-A-B", "I-A-B", "I-A-B", "O"]);
        assert_eq!(written(Scheme::Bioes), ["S-A", "B-A", "E-A", "S-B", "O", "B-A-B", "I-A-B", "E-A-B", "O"]);
        for scheme in [Scheme::Iob2, Scheme::Iob1, Scheme::Bioes] {
            let written = written(scheme);
            let read = spans(&written.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(read.spans, given.clone().map(|(range, label)| (range, label.to_owned())));
            assert_eq!((read.odd.is_empty(), read.has_begin), (scheme != Scheme::Iob1, scheme != Scheme::Iob1));
        }
    }

    #[test]
    fn odd_tags_begin_a_span() {
        let read = spans(&["O", "I-A", "I-B", "x", "B-", "B-A"]);
        assert_eq!(read.spans, [(1..2, "A".to_owned()), (2..3, "B".to_owned()), (5..6, "A".to_owned())]);
        assert_eq!((read.odd, read.has_begin), (vec![0, 1], true));
    }

    #[test]
    fn labels_alone_are_runs() {
        let read = spans_or_runs(&["O", "person", "person", "", "place", "O"]);
        assert_eq!(read, Tagged { spans: vec![(1..3, "person".to_owned()), (4..5, "place".to_owned())], ..Tagged::default() });
        assert_eq!(spans_or_runs(&["O", "B-A", "x"]), spans(&["O", "B-A", "x"]));
        assert_eq!(spans_or_runs(&[]), Tagged::default());
    }
}
