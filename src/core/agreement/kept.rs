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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::document::Region;
    use crate::core::fixture;
    use crate::core::record::Extra;
    use crate::core::tagset::Bilingual;

    #[test]
    fn what_follows_leftovers_moves_up() {
        let mut document = fixture::document("doc", &"ا".repeat(40));
        let region = |start, end| Region {
            kind: "boilerplate".into(),
            name: Bilingual::default(),
            range: TextRange::of(start, end),
            extra: Extra::default(),
        };
        document.regions = vec![region(20, 25), region(5, 10), region(8, 12)];
        let kept = Kept::of(&document, false);
        let moved = |start, end| kept.moved(TextRange::of(start, end));
        assert_eq!(
            (moved(0, 5), moved(12, 20), moved(25, 40)),
            (TextRange::of(0, 5), TextRange::of(5, 13), TextRange::of(13, 28))
        );
        assert_eq!(moved(3, 14), TextRange::of(3, 7));
        assert!(!kept.any(TextRange::of(6, 11)) && kept.any(TextRange::of(6, 13)));
        assert_eq!(Kept::of(&document, true).moved(TextRange::of(25, 40)), TextRange::of(25, 40));
    }
}
