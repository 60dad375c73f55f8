//! The surroundings of a range on one line: a stretch of its paragraph on each side, cut at words.

use super::range::TextRange;
use super::text::Text;
use super::units::Offset;

/// Code points on each side, at most.
const AROUND: u32 = 30;

/// What stands before and after a range in its paragraph, cut at words.
#[must_use]
pub fn around(text: &Text, range: TextRange) -> (String, String) {
    let blocks = text.blocks();
    let near = text.blocks_of(range);
    let (Some(first), Some(last)) = (blocks.get(near.start), blocks.get(near.end.saturating_sub(1))) else {
        return (String::new(), String::new());
    };
    let from = Offset(range.start().0.saturating_sub(AROUND)).max(first.range.start());
    let to = range.end().plus(AROUND).min(last.range.end());
    let (before, after) = (text.slice(TextRange::new(from, range.start())), text.slice(TextRange::new(range.end(), to)));
    let blank = |offset: Offset| text.char_at(offset).is_some_and(char::is_whitespace);
    // A word that is cut is left out, unless it is all there is.
    let before = if from == first.range.start() {
        before.to_owned()
    } else if blank(Offset(from.0 - 1)) {
        format!("… {before}")
    } else {
        format!("… {}", before.find(char::is_whitespace).map_or(before, |at| before[at..].trim_start()))
    };
    let after = if to == last.range.end() {
        after.to_owned()
    } else if blank(to) {
        format!("{after} …")
    } else {
        format!("{} …", after.rfind(char::is_whitespace).map_or(after, |at| after[..at].trim_end()))
    };
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surroundings_stay_in_their_paragraph_and_end_at_words() {
        let text = Text::new("سطر أول\nقال المتحدث باسم وزارة الخارجية إن إيران ستعود إلى المفاوضات غير المباشرة قريبًا\nآخر");
        let at = text.as_str().find("إيران").map(|byte| text.as_str()[..byte].chars().count() as u32).unwrap_or_default();
        let (before, after) = around(&text, TextRange::of(at, at + 5));
        assert_eq!(before, "… باسم وزارة الخارجية إن ");
        assert_eq!(after, " ستعود إلى المفاوضات غير …");
        assert_eq!(around(&text, TextRange::of(0, 3)), (String::new(), " أول".to_owned()));
    }
}
