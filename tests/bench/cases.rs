//! The sizes of text and the numbers of spans that everything is measured with.

use std::fmt;
use std::rc::Rc;

use crate::corpus::{Corpus, FT, Stretch};
use crate::harness::engine::Engine;
use crate::page::related::words;

/// A size of text, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The first article as it is.
    Short,
    /// The first article again and again, to 100,000.
    K100,
    /// The same to 1,000,000.
    M1,
    /// 100,000 in one paragraph.
    Block,
}

/// All sizes.
pub const SIZES: [Size; 4] = [Size::Short, Size::K100, Size::M1, Size::Block];

impl Size {
    /// Its name in arguments and tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::K100 => "k100",
            Self::M1 => "m1",
            Self::Block => "block",
        }
    }

    /// In words.
    const fn words(self) -> &'static str {
        match self {
            Self::Short => "one article",
            Self::K100 => "100,000 characters",
            Self::M1 => "1,000,000 characters",
            Self::Block => "one paragraph of 100,000 characters",
        }
    }

    /// The numbers of spans that it is measured with: fewer where nothing is decided.
    pub fn spans(self, engine: Engine) -> Vec<usize> {
        match (self, engine) {
            (Self::Short, Engine::Chromium) => vec![0, 100, 1_000, 10_000],
            (Self::Block, Engine::Chromium) => vec![0, 1_000, 10_000],
            (_, Engine::Chromium) => vec![0, 1_000, 10_000, 100_000],
            (Self::M1, _) => vec![0, 10_000],
            _ => vec![0, 1_000],
        }
    }

    /// The document.
    pub fn corpus(self) -> Corpus {
        let article = Corpus::read(FT);
        let again = |text: String, points: usize| text.repeat(points.div_ceil(text.chars().count()));
        let (id, text) = match self {
            Self::Short => return article,
            Self::K100 => ("bench-k100", again(format!("{}\n", article.text.trim_end()), 100_000)),
            Self::M1 => ("bench-m1", again(format!("{}\n", article.text.trim_end()), 1_000_000)),
            Self::Block => {
                let line = article.text.split_whitespace().collect::<Vec<_>>().join(" ") + " ";
                ("bench-block", again(line, 100_000))
            }
        };
        Corpus { id, text }
    }
}

/// A document of one size with so many spans.
pub struct Case {
    /// The size.
    pub size: Size,
    /// How many spans are there.
    pub spans: usize,
    /// The document.
    pub corpus: Rc<Corpus>,
    /// Its words.
    pub words: Rc<Vec<Stretch>>,
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, {} spans", self.size.words(), grouped(self.spans))
    }
}

impl Case {
    /// The cases of one size.
    pub fn of(size: Size, spans: impl IntoIterator<Item = usize>) -> Vec<Self> {
        let corpus = Rc::new(size.corpus());
        let words = Rc::new(words(&corpus));
        let case = |spans| Self { size, spans, corpus: Rc::clone(&corpus), words: Rc::clone(&words) };
        spans.into_iter().map(case).collect()
    }

    /// Its name in the keys of rows: `m1/10000`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.size.name(), self.spans)
    }

    /// The spans: words evenly over the text; where there are more spans than words, all words, then all pairs, and so on.
    /// Never the first word, which the page has tagged by hand.
    pub fn runs(&self) -> Vec<Stretch> {
        let words = &self.words[1..];
        if self.spans <= words.len() {
            return (0..self.spans).map(|nth| words[nth * words.len() / self.spans]).collect();
        }
        let runs = (1..).flat_map(|length| words.windows(length));
        runs.map(|run| Stretch { start: run[0].start, end: run[run.len() - 1].end }).take(self.spans).collect()
    }

    /// So many words to tag, long enough for a mouse, evenly over the text.
    pub fn targets(&self, count: usize) -> Vec<Stretch> {
        let long: Vec<_> = self.words[1..].iter().filter(|word| word.end - word.start > 4).collect();
        (0..count).map(|nth| *long[nth * long.len() / count]).collect()
    }
}

/// A number with commas between thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
