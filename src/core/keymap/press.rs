//! A key press, and its name in the table whatever the layout.

/// A key press as the browser tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// `KeyboardEvent.key`.
    pub key: String,
    /// `KeyboardEvent.code`; may be empty.
    pub code: String,
    /// Whether Ctrl or Cmd is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held.
    pub shift: bool,
}

impl KeyPress {
    /// The key's name in the table; `None` for AltGr, which types characters, and for bare modifiers.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let physical = physical(&self.code);
        let nothing = matches!(self.key.as_str(), "Control" | "Shift" | "Alt" | "Meta" | "AltGraph" | "");
        // A dead key of one layout (`^` on AZERTY) is a letter or bracket on another.
        if (self.ctrl && self.alt) || nothing || (self.key == "Dead" && physical.is_none()) {
            return None;
        }
        let mut prefix = String::new();
        if self.ctrl {
            prefix.push_str("Ctrl+");
        }
        if self.alt {
            prefix.push_str("Alt+");
        }
        let character = single(&self.key);
        if let Some(sign) = character.filter(|c| matches!(c, '?' | '؟' | '[' | ']' | '+' | '-')) {
            return Some(format!("{prefix}{}", if sign == '؟' { '?' } else { sign }));
        }
        if self.shift {
            prefix.push_str("Shift+");
        }
        let typed = character.filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase().to_string());
        let digit = character.and_then(digit).map(|d| d.to_string());
        let base = if self.ctrl { typed.or(physical).or(digit) } else { physical.or(digit).or(typed) };
        Some(prefix + base.unwrap_or_else(|| self.key.clone()).as_str())
    }
}

/// The character of a key that types one.
fn single(key: &str) -> Option<char> {
    let mut characters = key.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// The digit, letter or point printed on a physical key of the US layout; the brackets are told by their character.
fn physical(code: &str) -> Option<String> {
    if let Some(letter) = code.strip_prefix("Key") {
        return Some(letter.to_ascii_lowercase());
    }
    code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad")).filter(|rest| rest.len() == 1).map(str::to_owned).or(
        match code {
            "BracketLeft" => Some("[".to_owned()),
            "BracketRight" => Some("]".to_owned()),
            "Comma" => Some(",".to_owned()),
            "Period" => Some(".".to_owned()),
            _ => None,
        },
    )
}

/// The value of a digit: European, Arabic-Indic or Persian.
fn digit(character: char) -> Option<u32> {
    let code = character as u32;
    [0x30, 0x660, 0x6F0].into_iter().find(|zero| (*zero..*zero + 10).contains(&code)).map(|zero| code - zero)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(key: &str, code: &str, modifiers: &str) -> Option<String> {
        let held = |letter| modifiers.contains(letter);
        KeyPress { key: key.into(), code: code.into(), ctrl: held('c'), alt: held('a'), shift: held('s') }.name()
    }

    #[test]
    fn layouts_agree_on_the_physical_key() {
        for (key, code) in [("1", "Digit1"), ("١", "Digit1"), ("۱", ""), ("&", "Digit1"), ("1", ""), ("1", "Numpad1")] {
            assert_eq!(name(key, code, "").as_deref(), Some("1"), "{key} {code}");
        }
        for (key, code) in [("q", "KeyQ"), ("ض", "KeyQ"), ("a", "KeyQ"), ("q", "")] {
            assert_eq!(name(key, code, "").as_deref(), Some("q"), "{key} {code}");
        }
        assert_eq!(name("ئ", "KeyZ", "c").as_deref(), Some("Ctrl+z"));
        assert_eq!(name("z", "KeyW", "c").as_deref(), Some("Ctrl+z"), "AZERTY");
        assert_eq!(name("Z", "KeyZ", "cs").as_deref(), Some("Ctrl+Shift+z"));
        assert_eq!(name("؟", "Slash", "s").as_deref(), Some("?"));
        assert_eq!(name("ArrowLeft", "ArrowLeft", "s").as_deref(), Some("Shift+ArrowLeft"));
        assert_eq!(name("ج", "BracketLeft", "").as_deref(), Some("["));
        for (key, code) in [(",", "Comma"), ("و", "Comma"), (";", "Comma"), (",", "")] {
            assert_eq!(name(key, code, "").as_deref(), Some(","), "{key} {code}");
        }
        assert_eq!(name("<", "Comma", "s").as_deref(), Some("Shift+,"));
        assert_eq!(name("Dead", "BracketLeft", "").as_deref(), Some("["), "AZERTY");
        assert_eq!(name("Dead", "", ""), None);
        assert_eq!(name("@", "Digit0", "ca"), None, "AltGr types");
        assert_eq!(name("Shift", "ShiftLeft", "s"), None);
    }
}
