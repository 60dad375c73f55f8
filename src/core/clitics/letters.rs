//! The letters of a word: marks, tatweel and invisible characters left out, each letter with its place.

/// A letter, one character with its hamza or madda, and its place in code points.
pub type Letter = (char, u32);

/// A word and the letters it begins with.
#[derive(Debug)]
pub struct Letters {
    /// The letters, and whatever else follows them.
    all: Vec<Letter>,
    /// How many of these are letters before anything else.
    count: usize,
}

impl Letters {
    /// Reads a word; `None` where it holds anything but Arabic letters, digits and the signs that join them.
    pub fn read(word: &str) -> Option<Self> {
        let all = composed(word);
        let fits = |&(c, _): &Letter| is_letter(c) || is_digit(c) || matches!(c, '٫' | '٬' | '!'..='/' | ':'..='@' | '_');
        let count = all.iter().position(|&(c, _)| !is_letter(c)).unwrap_or(all.len());
        all.iter().all(fits).then_some(Self { all, count })
    }

    /// The letters from the one at `index` on.
    pub fn from(&self, index: usize) -> &[Letter] {
        self.all.get(index..self.count).unwrap_or_default()
    }

    /// Whether a digit follows directly.
    pub fn has_number(&self) -> bool {
        self.all.get(self.count).is_some_and(|&(character, _)| is_digit(character))
    }

    /// Whether nothing follows.
    pub const fn is_whole(&self) -> bool {
        self.count == self.all.len()
    }

    /// Where the letter at `index` stands in the word, or what follows the letters.
    pub fn place(&self, index: usize) -> u32 {
        self.all.get(index).map_or(0, |letter| letter.1)
    }
}

/// A word as the lists of words hold it: without marks and tatweel, with a bare alef. `ة` and `ى` stay.
#[must_use]
pub fn bare(word: &str) -> String {
    spelled(&composed(word))
}

/// Letters with a bare alef as a string.
#[inline(never)]
pub fn spelled(letters: &[Letter]) -> String {
    let mut spelled = String::new();
    for &(letter, _) in letters {
        spelled.push(plain(letter));
    }
    spelled
}

/// An alef without its hamza, madda or wasla; any other letter as it is.
pub const fn plain(letter: char) -> char {
    if matches!(letter, 'أ' | 'إ' | 'آ' | 'ٱ') { 'ا' } else { letter }
}

/// The characters that are not left out.
#[inline(never)]
pub fn composed(text: &str) -> Vec<Letter> {
    let mut all: Vec<Letter> = Vec::new();
    for (place, character) in text.chars().enumerate() {
        if !is_left_out(character) {
            all.push((character, place as u32));
        } else if let Some((letter, _)) = all.last_mut() {
            *letter = match (*letter, character) {
                ('ا', '\u{653}') => 'آ',
                ('ا', '\u{654}') => 'أ',
                ('ا', '\u{655}') => 'إ',
                ('و', '\u{654}') => 'ؤ',
                ('ي', '\u{654}') => 'ئ',
                _ => *letter,
            };
        }
    }
    all
}

/// An Arabic letter that is written as itself: presentation forms are none.
#[inline(never)]
pub const fn is_letter(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}' | '\u{6FA}'..='\u{6FF}' | '\u{750}'..='\u{77F}')
}

const fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// Marks, tatweel and characters that show nothing.
#[inline(never)]
pub const fn is_left_out(character: char) -> bool {
    matches!(character,
        '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}'
        | '\u{6EA}'..='\u{6ED}' | '\u{8D3}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}'
        | '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
