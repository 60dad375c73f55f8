//! A text without a website's leftovers, as if they had never stood there.

use crate::core::document::Document;
use crate::core::range::TextRange;
use crate::core::units::Offset;

/// A text without what does not count.
pub struct Kept {
    /// The regions that do not count, in order and apart.
    out: Vec<TextRange>,
}

impl Kept {
    /// The text of a document; with `boilerplate` all of it counts.
    #[must_use]
    pub fn of(document: &Document, boilerplate: bool) -> Self {
        let regions = document.regions.iter().filter(|region| !boilerplate && document.is_boilerplate(region.range));
        let mut regions = regions.map(|region| region.range).collect::<Vec<_>>();
        regions.sort_unstable();
        let mut out: Vec<TextRange> = Vec::new();
        for region in regions {
            match out.last_mut().filter(|last| region.start() <= last.end()) {
                Some(last) => *last = TextRange::new(last.start(), last.end().max(region.end())),
                None => out.push(region),
            }
        }
        Self { out }
    }

    /// Whether anything of a range counts.
    #[must_use]
    pub fn any(&self, range: TextRange) -> bool {
        !self.out.iter().any(|out| out.covers(range))
    }

    /// Where a range stands in what counts.
    #[must_use]
    pub fn moved(&self, range: TextRange) -> TextRange {
        let before = |offset: Offset| {
            let out = self.out.iter().take_while(|out| out.start() < offset);
            Offset(offset.0 - out.map(|out| out.end().min(offset).0 - out.start().0).sum::<u32>())
        };
        TextRange::new(before(range.start()), before(range.end()))
    }
}
