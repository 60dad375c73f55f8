//! What the bench is asked for: all of it, or the parts, sizes, numbers of spans and engines that its arguments name.

use std::env;

use crate::cases::{SIZES, Size};
use crate::harness::engine::{ENGINES, Engine};

/// The parts, in the order in which they are measured and shown.
pub const PARTS: [&str; 12] = [
    "loading",
    "tagging",
    "opening",
    "heap",
    "scrolling",
    "resizing",
    "whole",
    "exchange",
    "journal",
    "peers",
    "searching",
    "related",
];

/// What each time is the median of, where nothing else is asked for.
const SAMPLES: usize = 9;

/// The arguments, read.
pub struct Asked {
    parts: Vec<String>,
    /// The sizes of text.
    pub sizes: Vec<Size>,
    /// The engines, those that are on this machine.
    pub engines: Vec<Engine>,
    spans: Vec<usize>,
    less: bool,
    /// What each time is the median of.
    pub samples: usize,
    /// Whether what was measured is written down: it is where nothing was left out, or with the word `write`.
    pub write: bool,
}

impl Asked {
    /// Reads the arguments: `tagging m1 chromium spans=10000 samples=3 write`, in any order. Words for the runner are passed over.
    ///
    /// # Errors
    /// Names a word that is none of these.
    pub fn read() -> Result<Self, String> {
        let mut words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
        let write = words.iter().any(|word| word == "write");
        words.retain(|word| word != "write");
        let numbers = |name: &str| -> Vec<usize> {
            words.iter().filter_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok()).collect()
        };
        let (spans, samples) = (numbers("spans"), numbers("samples"));
        let named = |name: &str| words.iter().any(|word| word == name);
        let parts: Vec<String> = PARTS.into_iter().filter(|part| named(part)).map(String::from).collect();
        let sizes: Vec<Size> = SIZES.into_iter().filter(|size| named(size.name())).collect();
        let engines: Vec<Engine> = ENGINES.into_iter().filter(|engine| named(&engine.to_string())).collect();
        if words.len() != parts.len() + sizes.len() + engines.len() + spans.len() + samples.len() {
            let sizes = SIZES.map(Size::name).join(", ");
            return Err(format!("{words:?}: known are {}; {sizes}; an engine; spans=…; samples=…; write", PARTS.join(", ")));
        }
        let or_all = |some: Vec<Engine>| if some.is_empty() { ENGINES.to_vec() } else { some };
        Ok(Self {
            write: write || words.is_empty(),
            less: words.len() > samples.len(),
            parts,
            sizes: if sizes.is_empty() { SIZES.to_vec() } else { sizes },
            engines: or_all(engines).into_iter().filter(|engine| engine.find().is_ok()).collect(),
            spans,
            samples: samples.first().copied().unwrap_or(SAMPLES).max(1),
        })
    }

    /// Whether something was left out.
    pub const fn part_alone(&self) -> bool {
        self.less
    }

    /// Whether a part is wanted.
    pub fn part(&self, part: &str) -> bool {
        self.parts.is_empty() || self.named(part)
    }

    /// Whether a part was asked for by its name.
    pub fn named(&self, part: &str) -> bool {
        self.parts.iter().any(|asked| asked == part)
    }

    /// Whether a number of spans is wanted.
    pub fn spans(&self, spans: usize) -> bool {
        self.spans.is_empty() || self.spans.contains(&spans)
    }
}
