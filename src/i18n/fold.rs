//! Finding by typing: spellings that a hurried reader takes for the same are the same here. Labels and commands only, so
//! it does without the tables of [`crate::core::fold`], which the first program must not carry.

/// A text as the palette and the list compare it: without vowel signs and tatweel, one shape of
/// alef, ya and ta marbuta, European digits, lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    let kept = text.chars().filter(
        |c| !matches!(c, '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200C}'..='\u{200F}'),
    );
    let one_shape = kept.map(|c| match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => char::from(b'0' + (c as u32 & 0xF) as u8),
        _ => c,
    });
    // Latin letters only: the tables for all scripts would weigh more than the palette.
    one_shape.map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether a folded text holds every word of a folded question.
#[must_use]
pub fn matches(folded: &str, question: &str) -> bool {
    question.split_whitespace().all(|part| folded.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_in_its_usual_spellings_is_one_word() {
        assert_eq!(fold("إيران"), fold("ايران"));
        assert_eq!(fold("مؤسّسة"), fold("مؤسسه"));
        assert_eq!(fold("هجومًا"), "هجوما");
        assert_eq!(fold("٢٠٢٤ PERS"), "2024 pers");
        assert!(matches(&fold("تنزيل JSON Download"), &fold("json  تنزيل")));
        assert!(!matches(&fold("تراجع Undo"), "redo"));
    }
}
