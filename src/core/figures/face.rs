//! Which files of a face some words need.

/// Of several files of a face, each with the characters it is for as CSS writes them (`U+0020-007E, U+A0`), those that words
/// need. Of two that hold a character the later one has it; one that names none is for all.
#[must_use]
pub fn needed(ranges: &[String], words: impl Iterator<Item = char>) -> Vec<bool> {
    let ranges = ranges.iter().map(|list| parsed(list)).collect::<Vec<_>>();
    let mut needed = vec![false; ranges.len()];
    for code in words.map(u32::from) {
        let holds = |list: &Vec<(u32, u32)>| list.is_empty() || list.iter().any(|(from, to)| (*from..=*to).contains(&code));
        if let Some(place) = ranges.iter().rposition(holds) {
            needed[place] = true;
        }
    }
    needed
}

fn parsed(list: &str) -> Vec<(u32, u32)> {
    let one = |range: &str| {
        let range = range.trim().trim_start_matches(['U', 'u']).strip_prefix('+')?;
        let (from, to) = range.split_once('-').unwrap_or((range, range));
        // A question mark stands for any digit.
        let number = |digits: &str, any: &str| u32::from_str_radix(&digits.replace('?', any), 16).ok();
        Some((number(from, "0")?, number(to, "F")?))
    };
    list.split(',').filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::needed;

    #[test]
    fn the_later_file_has_what_both_hold() {
        let files = ["U+A1-2FF, U+0600-06FF", "U+20-7E, U+62?-63A, U+644", ""].map(str::to_owned);
        let of = |words: &str| needed(&files[..2], words.chars());
        assert_eq!(of("ABC"), [false, true]);
        assert_eq!(of("لا"), [false, true]);
        assert_eq!(of("٣لا"), [true, true]);
        assert_eq!(of("é"), [true, false]);
        assert_eq!((of("𞸀"), of("")), (vec![false, false], vec![false, false]));
        assert_eq!(needed(&files, "A".chars()), [false, false, true]);
    }
}
