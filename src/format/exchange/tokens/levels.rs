//! Which column of tags a span stands in where spans may stand in one another.

use std::ops::Range;

/// The level of each span: 0 for those in no other, 1 for those in one, and so on; one that crosses another, or has its
/// limits, stands on the next free level. `None` stays without one. Spans come in the order of a sheet: earlier starts first, longer
/// before shorter.
#[must_use]
pub fn levels(spans: &[Option<Range<usize>>]) -> Vec<Option<usize>> {
    // Where each level is free again. The order of spans makes an outer one come before what it holds.
    let mut free: Vec<usize> = Vec::new();
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&place| spans[place].as_ref().map(|span| (span.start, usize::MAX - span.end)));
    let mut levels = vec![None; spans.len()];
    for place in order {
        let Some(span) = &spans[place] else { continue };
        let level = free.iter().position(|&end| end <= span.start).unwrap_or(free.len());
        if level == free.len() {
            free.push(0);
        }
        free[level] = span.end;
        levels[place] = Some(level);
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::levels;

    #[test]
    fn outer_spans_come_first_and_no_level_has_two_at_one_place() {
        let spans = [Some(0..5), Some(0..2), Some(1..3), Some(4..7), None, Some(5..6), Some(0..5)];
        assert_eq!(levels(&spans), [Some(0), Some(2), Some(3), Some(2), None, Some(0), Some(1)]);
    }
}
