//! What a simulated annotator does differently from the worked example: spans missed, given another label, taken with
//! their attached words or punctuation, or joined with the next one. All chance follows from one number for each.

use hashiya::core::ids::LabelId;
use hashiya::core::range::TextRange;
use hashiya::core::span::Span;
use hashiya::core::text::Text;
use hashiya::core::units::Offset;
use std::rc::Rc;

/// How often, of a thousand spans.
pub struct Habits {
    /// Where chance begins.
    pub seed: u64,
    /// Not marked.
    pub missed: u64,
    /// Given a label that is easily taken for the right one.
    pub relabelled: u64,
    /// Marked with what is attached to the word, or with the punctuation beside it.
    pub attached: u64,
    /// Joined with the next span, where that has the same label and stands a word or less away.
    pub joined: u64,
}

/// Labels that are taken for one another.
const CONFUSED: [(&str, &str); 13] = [
    ("GPE", "LOC"),
    ("LOC", "GPE"),
    ("ORG", "GPE"),
    ("NORP", "GPE"),
    ("FAC", "LOC"),
    ("DATE", "TIME"),
    ("CARDINAL", "QUANTITY"),
    ("CLAIM_NUM", "CARDINAL"),
    ("SOURCE_ANON", "SOURCE"),
    ("SOURCE", "SOURCE_ANON"),
    ("QUOTE_DIRECT", "QUOTE_INDIRECT"),
    ("QUOTE_INDIRECT", "CLAIM"),
    ("CLAIM", "CONTENT"),
];

/// How far apart two spans are joined, in code points.
const APART: u32 = 5;

/// Splitmix64 (Steele, Lea and Flood 2014).
pub struct Chance(pub u64);

impl Chance {
    /// Whether something happens that does so many times of a thousand.
    pub fn happens(&mut self, often: u64) -> bool {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % 1000 < often
    }
}

/// What an annotator of such habits marks where the worked example has these spans.
pub fn marked(text: &Text, spans: &[Rc<Span>], habits: &Habits, chance: &mut Chance) -> Vec<Rc<Span>> {
    let mut marked: Vec<Rc<Span>> = Vec::new();
    let mut spans = spans.iter().peekable();
    while let Some(span) = spans.next() {
        // As many draws for each span, whatever comes of them: a habit that is changed changes nothing else.
        let [missed, relabelled, attached, joined] =
            [habits.missed, habits.relabelled, habits.attached, habits.joined].map(|often| chance.happens(often));
        if missed {
            continue;
        }
        let mut new = Span::clone(span);
        if relabelled && let Some((_, other)) = CONFUSED.iter().find(|(label, _)| *label == new.label.as_str()) {
            new.label = LabelId::new(*other);
        }
        if new.fragments.is_empty() {
            if joined && let Some(next) = spans.next_if(|next| joins(span, next)) {
                new.range = TextRange::new(new.range.start(), next.range.end());
            }
            if attached {
                new.range = with_attached(text, new.range);
            }
        }
        if !marked.iter().any(|other| other.repeats(&new)) {
            marked.push(Rc::new(new));
        }
    }
    marked
}

fn joins(span: &Span, next: &Span) -> bool {
    let gap = next.range.start().0.checked_sub(span.range.end().0);
    span.label == next.label && next.fragments.is_empty() && gap.is_some_and(|gap| gap <= APART)
}

/// The range with the letters before it in its word; where there are none, with the sign behind it or before it.
fn with_attached(text: &Text, range: TextRange) -> TextRange {
    let (mut start, mut end) = (range.start(), range.end());
    let at = |offset: Offset| text.char_at(offset);
    let before = |offset: Offset| offset.0.checked_sub(1).map(Offset).filter(|before| at(*before).is_some());
    while let Some(letter) = before(start).filter(|before| at(*before).is_some_and(char::is_alphabetic)) {
        start = letter;
    }
    if start == range.start() {
        let sign = |one: char| !one.is_alphanumeric() && !one.is_whitespace();
        if at(end).is_some_and(sign) {
            end = end.plus(1);
        } else if let Some(mark) = before(start).filter(|before| at(*before).is_some_and(sign)) {
            start = mark;
        }
    }
    TextRange::new(start, end)
}
