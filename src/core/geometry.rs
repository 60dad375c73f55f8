//! Where painted text stands: arithmetic on rectangles in CSS pixels, and the two questions about
//! the text that it needs (lam-alef pairs, and which way a character runs). The engine only measures.
//!
//! The heights are those of Noto Naskh Arabic, the bundled reading face, in em from the baseline:
//! the engines give every text rectangle the face's ascent and descent as its height, so a
//! rectangle's height tells the em and the baseline, at every size and in every heading.

use super::order;
use super::range::TextRange;
use super::text::Text;
use super::units::Offset;

/// Ascent of the face (its `hhea` table), in em.
const ASCENT: f64 = 1.069;
/// Height of a text rectangle in em: ascent and descent (0.634).
const CONTENT: f64 = 1.703;
/// Top of the ink over ordinary text: the tanwin of `هجومًا` reaches 0.952, the hamza of `أ` 0.895.
const INK_TOP: f64 = 0.95;
/// How much higher the box of each further lane begins, so that nested boxes show an edge.
const STEP_UP: f64 = 0.03;
/// Lower edge of each lane's underline. The dots below letters end at 0.26, so that a thin line clears them;
/// the text rectangle ends at 0.634. The pitch leaves room for a line of 3 px at 22 px.
const LANE_BOTTOM: [f64; 3] = [0.34, 0.485, 0.63];
/// Lowest point of ordinary letters: the dots of a final `ي`.
const LETTERS_BOTTOM: f64 = 0.44;
/// Lower edge of a tint without an underline.
const BARE_BOTTOM: f64 = 0.22;
/// Rectangles closer than this are one: engines round to 1/64, 1/60 or 1 px.
const TOUCH: f64 = 0.5;
/// A rectangle narrower than this has no width worth painting.
const THIN: f64 = 0.25;

/// A rectangle in CSS pixels. Inline positions are physical: `left` grows to the right in every direction of writing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Width, not negative.
    pub width: f64,
    /// Height, not negative.
    pub height: f64,
}

impl Rect {
    /// The rectangle between two vertical edges, given in any order.
    #[must_use]
    pub fn between(one: f64, other: f64, top: f64, height: f64) -> Self {
        Self { left: one.min(other), top, width: (one - other).abs(), height }
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Whether a point lies in it, edges included.
    #[must_use]
    pub fn holds(&self, x: f64, y: f64) -> bool {
        self.left <= x && x <= self.right() && self.top <= y && y <= self.bottom()
    }

    /// The same rectangle moved.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self { left: self.left + right, top: self.top + down, ..self }
    }

    /// The smallest rectangle around all; `None` of none.
    #[must_use]
    pub fn hull(all: &[Self]) -> Option<Self> {
        all.iter().copied().reduce(Self::joined)
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let (left, top) = (self.left.min(other.left), self.top.min(other.top));
        Self { left, top, width: self.right().max(other.right()) - left, height: self.bottom().max(other.bottom()) - top }
    }

    /// What of it lies between two vertical edges; a rectangle wholly outside keeps its place with no width.
    #[must_use]
    pub fn cut(self, left: f64, right: f64) -> Self {
        // Not `clamp`: its panic would bring in the printing of floats.
        let within = |edge: f64| edge.max(left).min(right);
        let from = within(self.left);
        Self { left: from, width: (within(self.right()) - from).max(0.0), ..self }
    }

    /// Whether both stand on one line: more than half of the lower one's height is shared.
    #[must_use]
    pub fn same_line(&self, other: &Self) -> bool {
        let shared = self.bottom().min(other.bottom()) - self.top.max(other.top);
        shared > self.height.min(other.height) / 2.0
    }
}

/// The rectangles that an engine gave for one range, as few as possible and in reading order: line
/// by line, from the right where `rtl`. Those that touch are one; those without width go,
/// unless there is nothing else.
#[must_use]
pub fn merged(mut rects: Vec<Rect>, rtl: bool) -> Vec<Rect> {
    if rects.iter().any(|rect| rect.width >= THIN) {
        rects.retain(|rect| rect.width >= THIN);
    }
    let mut lines: Vec<Vec<Rect>> = Vec::new();
    for rect in rects {
        match lines.iter_mut().find(|line| line[0].same_line(&rect)) {
            Some(line) => line.push(rect),
            None => lines.push(vec![rect]),
        }
    }
    order::sort_few(&mut lines, |a, b| a[0].top.total_cmp(&b[0].top));
    let mut result: Vec<Rect> = Vec::new();
    for mut line in lines {
        order::sort_few(&mut line, |a, b| a.left.total_cmp(&b.left));
        let first = result.len();
        for rect in line {
            match result[first..].last_mut() {
                Some(last) if rect.left <= last.right() + TOUCH => *last = last.joined(rect),
                _ => result.push(rect),
            }
        }
        if rtl {
            result[first..].reverse();
        }
    }
    result
}

/// The box of a piece in `lane`: a text rectangle cut to the face's ink, its lower edge where the
/// lane's underline ends. Always inside the text rectangle; at a line height of 2 those of two lines never meet.
#[must_use]
pub fn in_lane(text: Rect, lane: u8) -> Rect {
    let (top, bottom) = match LANE_BOTTOM.get(usize::from(lane)) {
        Some(bottom) => (INK_TOP + STEP_UP * f64::from(lane), *bottom),
        None => (INK_TOP, BARE_BOTTOM),
    };
    let em = text.height / CONTENT;
    Rect { top: text.top + (ASCENT - top) * em, height: (top + bottom) * em, ..text }
}

/// The band of a line that holds its letters and the underlines down to lane `deepest`, if it has any: the boxes of
/// [`in_lane`] lie in it, and so does every letter of ordinary text.
#[must_use]
pub fn ink_band(text: Rect, deepest: Option<u8>) -> Rect {
    let upper = in_lane(text, LANE_BOTTOM.len() as u8 - 1);
    let lower = deepest.map_or(upper.top, |lane| in_lane(text, lane).bottom());
    let letters = text.top + (ASCENT + LETTERS_BOTTOM) * text.height / CONTENT;
    Rect { height: lower.max(letters) - upper.top, ..upper }
}

/// Whether the engine's widths for lam and alef divide their ligature usefully. A face without
/// ligature carets may give one of them all of it.
#[must_use]
pub fn divides(lam: f64, alef: f64) -> bool {
    lam.min(alef) > (lam + alef) / 8.0
}

/// Which half of a lam-alef ligature a piece keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The right one: the piece ends after the lam.
    Lam,
    /// The left one: the piece begins at the alef.
    Alef,
}

/// The rectangles of a range with a limit inside the ligature `pair`, where the engine did not divide it:
/// it gets exactly the half that is its own.
#[must_use]
pub fn divided(rects: Vec<Rect>, pair: Rect, half: Half) -> Vec<Rect> {
    let middle = pair.left + pair.width / 2.0;
    let own = match half {
        Half::Lam => Rect::between(middle, pair.right(), pair.top, pair.height),
        Half::Alef => Rect::between(pair.left, middle, pair.top, pair.height),
    };
    let outside = rects.into_iter().flat_map(|rect| {
        if rect.same_line(&pair) {
            [rect.cut(f64::MIN, pair.left), rect.cut(pair.right(), f64::MAX)]
        } else {
            [rect, Rect { width: 0.0, ..rect }]
        }
    });
    outside.filter(|rect| rect.width >= THIN).chain([own]).collect()
}

/// The half of a cluster's box for a part of it that the engine gives no width: the half where it ends,
/// which is the left one where `rtl`.
#[must_use]
pub fn end_half(cluster: Rect, rtl: bool) -> Rect {
    let middle = cluster.left + cluster.width / 2.0;
    if rtl { cluster.cut(cluster.left, middle) } else { cluster.cut(middle, cluster.right()) }
}

/// The lam and alef, marks included, that `offset` stands between; `None` where it stands elsewhere.
#[must_use]
pub fn lam_alef_at(text: &Text, offset: Offset) -> Option<TextRange> {
    let is_alef = |c| matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | '\u{671}'..='\u{673}' | '\u{675}');
    let is_lam = |c| matches!(c, 'ل' | '\u{6B5}'..='\u{6B8}');
    let is_mark = |c| matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}');
    text.char_at(offset).filter(|c| is_alef(*c))?;
    let mut start = Offset(offset.0.checked_sub(1)?);
    while text.char_at(start).is_some_and(is_mark) {
        start = Offset(start.0.checked_sub(1)?);
    }
    text.char_at(start).filter(|c| is_lam(*c))?;
    let mut end = offset.plus(1);
    while text.char_at(end).is_some_and(is_mark) {
        end = end.plus(1);
    }
    Some(TextRange::new(start, end))
}

/// Which way a character makes its run go: digits and letters of left-to-right scripts from the left.
/// `None` for what has no direction of its own.
#[must_use]
pub fn runs_rtl(character: char) -> Option<bool> {
    let rtl = matches!(character, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    if character.is_numeric() { Some(false) } else { character.is_alphabetic().then_some(rtl) }
}

/// Whether the line's first strong character runs from the right; as `dir=auto` decides, but a line without one is `None`.
#[must_use]
pub fn first_strong_rtl(line: &str) -> Option<bool> {
    line.chars().filter(|c| !c.is_numeric()).find_map(runs_rtl)
}

#[cfg(test)]
mod tests;
