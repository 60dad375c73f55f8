//! A document: a verbatim text and what is said of it as a whole.

use super::geometry::first_strong_rtl;
use super::ids::DocumentId;
use super::range::TextRange;
use super::record::Extra;
use super::tagset::Bilingual;
use super::text::Text;
use super::units::Offset;
use std::rc::Rc;

/// Which way its lines run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Direction {
    /// From right to left.
    Rtl,
    /// From left to right.
    Ltr,
    /// By the first strong character of each block.
    #[default]
    Auto,
}

impl Direction {
    /// The value of the `dir` attribute.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rtl => "rtl",
            Self::Ltr => "ltr",
            Self::Auto => "auto",
        }
    }

    /// The direction of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Rtl, Self::Ltr, Self::Auto].into_iter().find(|direction| direction.name() == name)
    }
}

/// How far the work on a document has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    #[default]
    New,
    /// Being worked on.
    Working,
    /// Finished.
    Done,
}

impl Status {
    /// All, in order of progress.
    pub const ALL: [Self; 3] = [Self::New, Self::Working, Self::Done];

    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Working => "working",
            Self::Done => "done",
        }
    }

    /// The status of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// A named part of a document that statistics pass over: a website's leftovers, say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// What kind of part: `boilerplate`.
    pub kind: String,
    /// Its name.
    pub name: Bilingual,
    /// Its code points.
    pub range: TextRange,
    /// What a file said of it beyond this.
    pub extra: Extra,
}

/// The kind of a region that holds a website's leftovers.
const BOILERPLATE: &str = "boilerplate";

/// A text and what is said of it as a whole. The text never changes; see ARCHITECTURE.md, invariant 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Its title, shown as it is in both languages of the interface.
    pub title: String,
    /// Whether the title is Hashiya's own and no line of the text.
    pub title_is_ours: bool,
    /// Where it comes from.
    pub source: Option<String>,
    /// The BCP 47 tag of its language.
    pub language: String,
    /// Which way it runs.
    pub direction: Direction,
    /// The text, verbatim.
    pub text: Rc<Text>,
    /// The SHA-256 of the text's UTF-8, in lower-case hex.
    pub sha256: String,
    /// Its regions.
    pub regions: Vec<Region>,
    /// What a file said of it beyond this.
    pub extra: Extra,
}

impl Document {
    /// The SHA-256 of a text's UTF-8 in lower-case hex (FIPS 180-4).
    #[must_use]
    pub fn hash(text: &str) -> String {
        use sha2::{Digest, Sha256};
        Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether the block at `offset` runs from right to left.
    #[must_use]
    pub fn is_rtl_at(&self, offset: Offset) -> bool {
        match self.direction {
            Direction::Rtl => true,
            Direction::Ltr => false,
            Direction::Auto => {
                let block = self.text.block_at(offset).map_or("", |index| self.text.slice(self.text.blocks()[index].range));
                first_strong_rtl(block).unwrap_or(false)
            }
        }
    }

    /// Whether a range lies in a website's leftovers, which checks, suggestions and tagging alike pass over
    /// (PRODUCT.md, "The model").
    #[must_use]
    pub fn is_boilerplate(&self, range: TextRange) -> bool {
        self.regions.iter().any(|region| region.kind == BOILERPLATE && region.range.covers(range))
    }

    /// The regions' ranges.
    #[must_use]
    pub fn region_ranges(&self) -> Vec<TextRange> {
        self.regions.iter().map(|region| region.range).collect()
    }
}
