//! Whether drawings fit on one page of A4 in two columns, with a heading and a paragraph above. Sizes in millimetres; they go
//! with `style/desk/figures.css`.

use super::plot::WIDTH;

/// A page without its margins, and the gap between the columns.
const PAGE: (f64, f64) = (184.0, 271.0);
const GAP: f64 = 8.0;

/// The heading, and around the paragraph.
const HEADING: f64 = 13.0;
const AROUND: f64 = 8.0;

/// How high a line of the paragraph is, and how many characters it has at least.
const LINE: (f64, usize) = (4.6, 115);

/// A drawing's title and the space after it; a line of its description, and how many characters that has at least.
const TITLE: f64 = 9.5;
const ABOUT: (f64, usize) = (3.6, 70);

/// What is kept for faces that are broader.
const SPARE: f64 = 3.0;

/// Whether drawings, each with its height in units of its own and the characters of its description, fit below a paragraph
/// of so many characters. They stand in order, and none is divided.
#[must_use]
pub fn fits(drawings: &[(f64, usize)], paragraph: usize) -> bool {
    let unit = (PAGE.0 - GAP) / 2.0 / WIDTH;
    let room = PAGE.1 - HEADING - AROUND - SPARE - paragraph.div_ceil(LINE.1) as f64 * LINE.0;
    let (mut column, mut filled) = (0, 0.0);
    for (height, about) in drawings {
        let high = height * unit + TITLE + about.div_ceil(ABOUT.1) as f64 * ABOUT.0;
        if filled + high > room {
            (column, filled) = (column + 1, 0.0);
        }
        filled += high;
        if column > 1 || filled > room {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn two_columns_are_filled_in_order() {
        assert!(fits(&[], 0) && fits(&[(100.0, 40); 10], 600));
        assert!(!fits(&[(100.0, 40); 14], 600));
        assert!(!fits(&[(1000.0, 0)], 0), "one that is higher than a column");
        let (low, high) = ((60.0, 10), (500.0, 10));
        assert!(fits(&[high, low, low, high], 0));
        assert!(!fits(&[low, low, high, high, high], 0));
    }
}
