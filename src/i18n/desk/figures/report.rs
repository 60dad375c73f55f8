//! What stands on the one page of the report.

use super::{Ask, Told, told};
use crate::core::figures::kind::Kind;
use crate::core::figures::paper::fits;

/// The most rows and columns of a drawing, and the fewest, with which any project's figures fit.
const MOST: usize = 9;
const LEAST: usize = 3;

/// The figures of the report below a paragraph, with as many rows and columns as one page has room for, whatever was asked.
/// Lengths are told by words alone.
#[must_use]
pub fn report(ask: &Ask<'_>, paragraph: &str) -> Vec<Told> {
    let kinds = || Kind::ALL.into_iter().filter(|kind| *kind != Kind::Characters);
    let drawn = |most: usize| kinds().filter_map(|kind| told(&Ask { most: (most, most), ..*ask }, kind)).collect::<Vec<_>>();
    let room = |all: &Vec<Told>| {
        let sizes = all.iter().map(|told| (told.plot.height, told.about.chars().count())).collect::<Vec<_>>();
        fits(&sizes, paragraph.chars().count())
    };
    (LEAST + 1..=MOST).rev().map(drawn).find(room).unwrap_or_else(|| drawn(LEAST))
}
