//! Drawings as lists of marks. They are laid out from the edge at which a line of the interface begins, as if that were the
//! left one; [`Plot::turned`] turns all of it round for lines that run from right to left.
//!
//! Nothing is told by colour: bars and points have their numbers written to them, shades of a grid too, and lines differ by
//! their dashes and have their names at their ends.

mod bars;
mod columns;
mod grid;
mod lines;
mod strips;

pub use bars::{Bar, bars};
pub use columns::columns;
pub use grid::{Grid, grid};
pub use lines::{Lines, lines};
pub use strips::strips;

/// How wide every plot is, in units of its own: pixels where it is shown as large as it is drawn.
pub const WIDTH: f64 = 360.0;

/// The size of names, and that of numbers.
const NAME: f64 = 12.0;
const NUMBER: f64 = 11.0;

/// A drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// Its height; its width is [`WIDTH`].
    pub height: f64,
    /// Whether lines run from right to left.
    pub rtl: bool,
    /// What is drawn, one upon another.
    pub marks: Vec<Mark>,
}

/// What stands at a text's place: its beginning, middle or end, whichever way lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What is drawn in which of the few colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The colour of text.
    Ink,
    /// That of text beside it.
    Soft,
    /// That of axes.
    Rule,
    /// That of what is shown.
    Fill,
}

/// A thing that is drawn. Places are in units of the plot, from its upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A rectangle: its corner, width and height, and from 0 to 1 how much of the colour it has.
    Box(f64, f64, f64, f64, f64),
    /// A line through points, how broad it is, and the lengths of its dashes and gaps; none for one without gaps.
    Line(Vec<(f64, f64)>, f64, Tone, &'static [f64]),
    /// A disc with this middle.
    Dot(f64, f64),
    /// Words: the place of their anchor on their base line, their size.
    Words(f64, f64, f64, Anchor, Tone, String),
}

impl Plot {
    fn new(height: f64) -> Self {
        Self { height, rtl: false, marks: Vec::new() }
    }

    fn bar(&mut self, x: f64, y: f64, width: f64, height: f64, shade: f64) {
        self.marks.push(Mark::Box(x, y, width, height, shade));
    }

    fn name(&mut self, x: f64, y: f64, anchor: Anchor, words: String) {
        self.marks.push(Mark::Words(x, y, NAME, anchor, Tone::Ink, words));
    }

    fn number(&mut self, x: f64, y: f64, anchor: Anchor, tone: Tone, words: String) {
        self.marks.push(Mark::Words(x, y, NUMBER, anchor, tone, words));
    }

    fn rule(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.marks.push(Mark::Line(vec![from, to], 1.0, Tone::Rule, &[]));
    }

    /// The same for lines that run from right to left.
    #[must_use]
    pub fn turned(mut self) -> Self {
        for mark in &mut self.marks {
            match mark {
                Mark::Box(x, _, width, ..) => *x = WIDTH - *x - *width,
                Mark::Line(points, ..) => points.iter_mut().for_each(|point| point.0 = WIDTH - point.0),
                Mark::Dot(x, _) | Mark::Words(x, ..) => *x = WIDTH - *x,
            }
        }
        self.rtl = !self.rtl;
        self
    }

    /// All words in it.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Words(.., words) => Some(words.as_str()),
            _ => None,
        })
    }
}

/// About how wide words are drawn, rather more than less: no face is asked.
#[must_use]
pub fn width(words: &str, size: f64) -> f64 {
    let of = |character: char| match character {
        '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200B}'..='\u{200F}' => 0.0,
        'A'..='Z' | 'm' | 'w' => 0.72,
        ' ' | '.' | ',' | 'i' | 'l' | '\'' | ':' | 'ا' | 'أ' | 'إ' | 'آ' => 0.32,
        'س' | 'ش' | 'ص' | 'ض' => 0.82,
        '\u{0}'..='\u{24F}' => 0.58,
        '\u{600}'..='\u{6FF}' => 0.55,
        _ => 1.0,
    };
    words.chars().map(of).sum::<f64>() * size
}

/// As many of the words as there is room for, with an ellipsis where that is not all.
fn fitted(words: &str, size: f64, room: f64) -> String {
    if width(words, size) <= room {
        return words.to_owned();
    }
    let mut kept = String::new();
    let mut left = room - width("…", size);
    for character in words.chars() {
        left -= width(character.encode_utf8(&mut [0; 4]), size);
        if left < 0.0 {
            break;
        }
        kept.push(character);
    }
    format!("{}…", kept.trim_end())
}

/// How much room names need at the beginning of rows, up to a limit.
fn gutter<'a>(names: impl Iterator<Item = &'a str>, size: f64, most: f64) -> f64 {
    names.map(|name| width(name, size)).fold(0.0, f64::max).min(most)
}

/// A share of something; nothing of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
