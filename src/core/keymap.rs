//! Which key does what: one table, read by the keyboard, by the tooltips and by the help.
//!
//! A key's name is what stands in the table: `Ctrl+z` (Ctrl or Cmd), `Shift+ArrowLeft`, `1`, `q`, `?`.
//! Digits and letters mean physical keys, so that every layout works (DESIGN.md 6); characters are
//! themselves. Combined with Ctrl a letter is the one the layout types, where that is a Latin one.

use super::caret::Unit;
use super::command::Edge;

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
        if (self.ctrl && self.alt) || matches!(self.key.as_str(), "Control" | "Shift" | "Alt" | "Meta" | "AltGraph" | "Dead" | "")
        {
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
        if let Some(sign) = character.filter(|c| matches!(c, '?' | '؟' | '[' | ']')) {
            return Some(format!("{prefix}{}", if sign == '؟' { '?' } else { sign }));
        }
        if self.shift {
            prefix.push_str("Shift+");
        }
        let typed = character.filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase().to_string());
        let physical = physical(&self.code);
        let digit = character.and_then(digit).map(|d| d.to_string());
        let base = if self.ctrl { typed.or(physical).or(digit) } else { physical.or(digit).or(typed) };
        Some(prefix + &base.unwrap_or_else(|| self.key.clone()))
    }
}

/// The character of a key that types one.
fn single(key: &str) -> Option<char> {
    let mut characters = key.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// The digit or letter printed on a physical key of the US layout; the brackets are told by their character.
fn physical(code: &str) -> Option<String> {
    if let Some(letter) = code.strip_prefix("Key") {
        return Some(letter.to_ascii_lowercase());
    }
    code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad")).filter(|rest| rest.len() == 1).map(str::to_owned).or(
        match code {
            "BracketLeft" => Some("[".to_owned()),
            "BracketRight" => Some("]".to_owned()),
            _ => None,
        },
    )
}

/// The value of a digit: European, Arabic-Indic or Persian.
fn digit(character: char) -> Option<u32> {
    let code = character as u32;
    [0x30, 0x660, 0x6F0].into_iter().find(|zero| (*zero..*zero + 10).contains(&code)).map(|zero| code - zero)
}

/// What a key does. Labels' keys stand in the tagset, not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyAction {
    /// Takes back the latest change.
    Undo,
    /// Makes it again.
    Redo,
    /// Deletes the chosen spans.
    Delete,
    /// Opens the note of the chosen span.
    Note,
    /// Chooses the next span of the document (`true`) or the one before.
    OtherSpan(bool),
    /// Takes hold of an edge of the chosen span, which the arrows then move.
    Hold(Edge),
    /// Moves the caret; the flag extends the selection. Forward is given for the line's own direction.
    Caret(Unit, Arrow, bool),
    /// Begins tagging on the article, or chooses the span at the caret.
    Enter,
    /// Leaves what is under way: edge, selection, chosen span, tagging.
    Leave,
    /// Selects the word at the caret.
    Word,
    /// Selects the whole document.
    All,
    /// Shows the other document: the next (`true`) or the one before.
    OtherDocument(bool),
    /// Shows or hides the list of all spans.
    List,
    /// Shows the names of labels above the lines: always, on hover, never.
    Names,
    /// Shows the palette of all actions.
    Palette,
    /// Shows the keys.
    Help,
    /// Downloads the project.
    Download,
}

/// An arrow as it is printed on the key, or a direction in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    /// ←: forward in a line from right to left, back in one from left to right.
    Left,
    /// →: the other way round.
    Right,
    /// ↑: the line above.
    Up,
    /// ↓: the line below.
    Down,
    /// To the start.
    Start,
    /// To the end.
    End,
}

/// Where a key counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere but in a field one types in.
    Page,
    /// While the reading surface has the focus and tagging has begun.
    Surface,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// The key's name.
    pub key: &'static str,
    /// What it does.
    pub action: KeyAction,
    /// Where it counts.
    pub scope: Scope,
}

const fn page(key: &'static str, action: KeyAction) -> Binding {
    Binding { key, action, scope: Scope::Page }
}

const fn surface(key: &'static str, action: KeyAction) -> Binding {
    Binding { key, action, scope: Scope::Surface }
}

/// The whole table. The first key of an action is the one that tooltips show.
pub const BINDINGS: &[Binding] = &[
    page("Ctrl+z", KeyAction::Undo),
    page("Ctrl+Shift+z", KeyAction::Redo),
    page("Ctrl+y", KeyAction::Redo),
    page("Delete", KeyAction::Delete),
    page("Backspace", KeyAction::Delete),
    page("m", KeyAction::Note),
    page("n", KeyAction::OtherSpan(true)),
    page("b", KeyAction::OtherSpan(false)),
    page("[", KeyAction::Hold(Edge::Start)),
    page("]", KeyAction::Hold(Edge::End)),
    page("Escape", KeyAction::Leave),
    page("l", KeyAction::List),
    page("v", KeyAction::Names),
    page("Alt+PageDown", KeyAction::OtherDocument(true)),
    page("Alt+PageUp", KeyAction::OtherDocument(false)),
    page("Ctrl+k", KeyAction::Palette),
    page("Ctrl+s", KeyAction::Download),
    page("?", KeyAction::Help),
    surface("Enter", KeyAction::Enter),
    surface("s", KeyAction::Word),
    surface("Ctrl+a", KeyAction::All),
    surface("ArrowLeft", KeyAction::Caret(Unit::Grapheme, Arrow::Left, false)),
    surface("ArrowRight", KeyAction::Caret(Unit::Grapheme, Arrow::Right, false)),
    surface("ArrowUp", KeyAction::Caret(Unit::Grapheme, Arrow::Up, false)),
    surface("ArrowDown", KeyAction::Caret(Unit::Grapheme, Arrow::Down, false)),
    surface("Ctrl+ArrowLeft", KeyAction::Caret(Unit::Word, Arrow::Left, false)),
    surface("Ctrl+ArrowRight", KeyAction::Caret(Unit::Word, Arrow::Right, false)),
    surface("Home", KeyAction::Caret(Unit::Block, Arrow::Start, false)),
    surface("End", KeyAction::Caret(Unit::Block, Arrow::End, false)),
    surface("Ctrl+Home", KeyAction::Caret(Unit::Document, Arrow::Start, false)),
    surface("Ctrl+End", KeyAction::Caret(Unit::Document, Arrow::End, false)),
    surface("Shift+ArrowLeft", KeyAction::Caret(Unit::Grapheme, Arrow::Left, true)),
    surface("Shift+ArrowRight", KeyAction::Caret(Unit::Grapheme, Arrow::Right, true)),
    surface("Shift+ArrowUp", KeyAction::Caret(Unit::Grapheme, Arrow::Up, true)),
    surface("Shift+ArrowDown", KeyAction::Caret(Unit::Grapheme, Arrow::Down, true)),
    surface("Ctrl+Shift+ArrowLeft", KeyAction::Caret(Unit::Word, Arrow::Left, true)),
    surface("Ctrl+Shift+ArrowRight", KeyAction::Caret(Unit::Word, Arrow::Right, true)),
    surface("Shift+Home", KeyAction::Caret(Unit::Block, Arrow::Start, true)),
    surface("Shift+End", KeyAction::Caret(Unit::Block, Arrow::End, true)),
    surface("Ctrl+Shift+Home", KeyAction::Caret(Unit::Document, Arrow::Start, true)),
    surface("Ctrl+Shift+End", KeyAction::Caret(Unit::Document, Arrow::End, true)),
];

/// What a key does, where it does anything there.
#[must_use]
pub fn lookup(name: &str, on_surface: bool) -> Option<KeyAction> {
    BINDINGS
        .iter()
        .find(|binding| binding.key == name && (on_surface || binding.scope == Scope::Page))
        .map(|binding| binding.action)
}

/// The key that tooltips name for an action.
#[must_use]
pub fn key_of(action: KeyAction) -> Option<&'static str> {
    BINDINGS.iter().find(|binding| binding.action == action).map(|binding| binding.key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::tagset::Tagset;

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
        assert_eq!(name("@", "Digit0", "ca"), None, "AltGr types");
        assert_eq!(name("Shift", "ShiftLeft", "s"), None);
    }

    #[test]
    fn no_key_means_two_things() {
        let mut keys = BINDINGS.iter().map(|b| b.key.to_owned()).collect::<Vec<_>>();
        keys.extend(Tagset::wojood().labels.iter().filter_map(|label| label.shortcut.clone()));
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert!(keys.iter().all(|key| !key.contains("Alt+Shift")), "Alt+Shift switches layouts");
    }
}
