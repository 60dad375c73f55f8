//! When two texts are the same but for white space, and when two quotes are.

use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::core::units::Offset;

/// How the positions of one text are those of another.
#[derive(Debug)]
pub enum Map {
    /// They are the same text.
    Same,
    /// They are the same but for white space: where each character that is none stands in either, in order.
    Visible(Vec<u32>, Vec<u32>),
    /// They are different texts.
    Different,
}

impl Map {
    /// How the positions of `from` are those of `onto`.
    pub fn between(from: &Text, onto: &Text) -> Self {
        if from.as_str() == onto.as_str() {
            return Self::Same;
        }
        let visible = |text: &Text| text.as_str().chars().enumerate().filter(|(_, one)| !one.is_whitespace()).collect::<Vec<_>>();
        let (here, there) = (visible(from), visible(onto));
        if here.len() != there.len() || here.iter().zip(&there).any(|((_, one), (_, other))| one != other) {
            return Self::Different;
        }
        let places = |all: Vec<(usize, char)>| all.into_iter().map(|(place, _)| place as u32).collect();
        Self::Visible(places(here), places(there))
    }

    /// A range of the one as a range of the other; `None` where there is no saying.
    pub fn range(&self, range: TextRange) -> Option<TextRange> {
        match self {
            Self::Same => Some(range),
            Self::Different => None,
            Self::Visible(here, there) => {
                let first = here.partition_point(|place| *place < range.start().0);
                let last = here.partition_point(|place| *place < range.end().0).checked_sub(1)?;
                (first <= last).then(|| TextRange::new(Offset(there[first]), Offset(there[last] + 1)))
            }
        }
    }
}

/// Whether two quotes are the same but for white space and the two characters `\n` that some tools write for a line break.
pub fn loosely(one: &str, other: &str) -> bool {
    let plain =
        |text: &str| text.replace("\\n", " ").replace("\\r", " ").replace('…', " ").split_whitespace().collect::<String>();
    let (one, other) = (plain(one), plain(other));
    !one.is_empty() && one == other
}
