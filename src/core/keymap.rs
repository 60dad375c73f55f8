//! Which key does what: one table, read by the keyboard, by the tooltips and by the help.
//!
//! A key's name is what stands in the table: `Ctrl+z` (Ctrl or Cmd), `Shift+ArrowLeft`, `1`, `q`, `?`.
//! Digits and letters mean physical keys, so that every layout works (DESIGN.md 6); characters are
//! themselves. Combined with Ctrl a letter is the one the layout types, where that is a Latin one.

mod press;

pub use press::KeyPress;

use super::caret::Unit;
use super::command::Edge;
use super::desk::DeskPage;
use super::ids::LabelId;
use super::tagset::Tagset;

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
    /// Selects the word at the caret; then goes through its parts: of the selection, else of the chosen span.
    Word,
    /// Selects the next word that looks like an untagged name.
    NextName,
    /// Gives the selection the label that was used last.
    Repeat,
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
    /// Downloads the project.
    Download,
    /// Opens a page of the desk.
    Desk(DeskPage),
    /// Goes to the next suggestion, or accepts the one that is selected (`true`); refuses it (`false`).
    Suggest(bool),
    /// Adds the selection to the span that was chosen before it, as a piece of its own.
    Fragment,
    /// Does something with relations, events, entities or links: the desk's work.
    Shape(ShapeAct),
}

/// What keys ask of the desk beside its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeAct {
    /// Begins to join the active span with another one, or leaves off.
    Link,
    /// Goes to the attributes of the active span.
    Attributes,
    /// Says which entity the chosen spans mention.
    Entity,
    /// Makes an event with the active span as its trigger.
    Event,
    /// Goes to what the active span is joined with in the other document.
    Counterpart,
    /// Shows another document beside the open one, or no more.
    Beside,
    /// Opens the labels of the document as a whole.
    DocumentLabels,
    /// Shows the lines of relations: all, those at hand, none.
    Lines,
}

impl ShapeAct {
    /// All.
    pub const ALL: [Self; 8] = [
        Self::Link,
        Self::Event,
        Self::Entity,
        Self::Attributes,
        Self::Counterpart,
        Self::Beside,
        Self::DocumentLabels,
        Self::Lines,
    ];

    /// Its name between the two programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Attributes => "attributes",
            Self::Entity => "entity",
            Self::Event => "event",
            Self::Counterpart => "counterpart",
            Self::Beside => "beside",
            Self::DocumentLabels => "document-labels",
            Self::Lines => "lines",
        }
    }

    /// The act of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
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
    page("s", KeyAction::Word),
    page("g", KeyAction::Repeat),
    page("x", KeyAction::NextName),
    page("[", KeyAction::Hold(Edge::Start)),
    page("]", KeyAction::Hold(Edge::End)),
    page("Escape", KeyAction::Leave),
    page("l", KeyAction::List),
    page("v", KeyAction::Names),
    page("Alt+PageDown", KeyAction::OtherDocument(true)),
    page("Alt+PageUp", KeyAction::OtherDocument(false)),
    page("Ctrl+k", KeyAction::Palette),
    page("Ctrl+s", KeyAction::Download),
    page("?", KeyAction::Desk(DeskPage::Keys)),
    page("+", KeyAction::Suggest(true)),
    page("-", KeyAction::Suggest(false)),
    page("f", KeyAction::Desk(DeskPage::Search)),
    page("d", KeyAction::Desk(DeskPage::Twins)),
    page("c", KeyAction::Desk(DeskPage::Lint)),
    page("z", KeyAction::Desk(DeskPage::Tagset)),
    page("h", KeyAction::Desk(DeskPage::Guidelines)),
    page("Shift+x", KeyAction::Desk(DeskPage::Relations)),
    page("Shift+z", KeyAction::Desk(DeskPage::Entities)),
    page("Shift+c", KeyAction::Desk(DeskPage::Compare)),
    page("F8", KeyAction::Desk(DeskPage::Settle)),
    page("Alt+Home", KeyAction::Desk(DeskPage::Documents)),
    page("Alt+End", KeyAction::Desk(DeskPage::Figures)),
    page("Shift+f", KeyAction::Fragment),
    page("Shift+l", KeyAction::Shape(ShapeAct::Link)),
    page("Shift+g", KeyAction::Shape(ShapeAct::Event)),
    page("Shift+n", KeyAction::Shape(ShapeAct::Entity)),
    page("Shift+m", KeyAction::Shape(ShapeAct::Attributes)),
    page("Shift+s", KeyAction::Shape(ShapeAct::Counterpart)),
    page("Shift+b", KeyAction::Shape(ShapeAct::Beside)),
    page("Shift+d", KeyAction::Shape(ShapeAct::DocumentLabels)),
    page("Shift+v", KeyAction::Shape(ShapeAct::Lines)),
    surface("Enter", KeyAction::Enter),
    surface("Ctrl+a", KeyAction::All),
    surface("ArrowLeft", KeyAction::Caret(Unit::Grapheme, Arrow::Left, false)),
    surface("ArrowRight", KeyAction::Caret(Unit::Grapheme, Arrow::Right, false)),
    surface("ArrowUp", KeyAction::Caret(Unit::Grapheme, Arrow::Up, false)),
    surface("ArrowDown", KeyAction::Caret(Unit::Grapheme, Arrow::Down, false)),
    surface("Ctrl+ArrowLeft", KeyAction::Caret(Unit::Word, Arrow::Left, false)),
    surface("Ctrl+ArrowRight", KeyAction::Caret(Unit::Word, Arrow::Right, false)),
    surface(",", KeyAction::Caret(Unit::Part, Arrow::Left, false)),
    surface(".", KeyAction::Caret(Unit::Part, Arrow::Right, false)),
    surface("j", KeyAction::Caret(Unit::Sentence, Arrow::End, false)),
    surface("k", KeyAction::Caret(Unit::Sentence, Arrow::Start, false)),
    surface("Ctrl+ArrowDown", KeyAction::Caret(Unit::Block, Arrow::Down, false)),
    surface("Ctrl+ArrowUp", KeyAction::Caret(Unit::Block, Arrow::Up, false)),
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
    surface("Shift+,", KeyAction::Caret(Unit::Part, Arrow::Left, true)),
    surface("Shift+.", KeyAction::Caret(Unit::Part, Arrow::Right, true)),
    surface("Shift+j", KeyAction::Caret(Unit::Sentence, Arrow::End, true)),
    surface("Shift+k", KeyAction::Caret(Unit::Sentence, Arrow::Start, true)),
    surface("Ctrl+Shift+ArrowDown", KeyAction::Caret(Unit::Block, Arrow::Down, true)),
    surface("Ctrl+Shift+ArrowUp", KeyAction::Caret(Unit::Block, Arrow::Up, true)),
    surface("Shift+Home", KeyAction::Caret(Unit::Block, Arrow::Start, true)),
    surface("Shift+End", KeyAction::Caret(Unit::Block, Arrow::End, true)),
    surface("Ctrl+Shift+Home", KeyAction::Caret(Unit::Document, Arrow::Start, true)),
    surface("Ctrl+Shift+End", KeyAction::Caret(Unit::Document, Arrow::End, true)),
];

/// The key that an action has in the table, its first: also its name wherever keys are kept.
#[must_use]
pub fn key_of(action: KeyAction) -> Option<&'static str> {
    BINDINGS.iter().find(|binding| binding.action == action).map(|binding| binding.key)
}

/// The action of that name.
#[must_use]
pub fn named(name: &str) -> Option<KeyAction> {
    BINDINGS.iter().find(|binding| binding.key == name).map(|binding| binding.action)
}

/// What a key that one asks for does already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// Another action of the table.
    Action(KeyAction),
    /// It gives a label.
    Label(LabelId),
}

/// The table with the user's own keys in it: pairs of a key of the table and the key that stands for it here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys(pub Vec<(String, String)>);

impl Keys {
    /// The key of a row.
    #[must_use]
    pub fn key<'a>(&'a self, binding: &'a Binding) -> &'a str {
        self.0.iter().find(|(row, _)| row == binding.key).map_or(binding.key, |(_, own)| own)
    }

    /// What a key does, where it does anything there.
    #[must_use]
    pub fn lookup(&self, name: &str, on_surface: bool) -> Option<KeyAction> {
        let here = |binding: &&Binding| (on_surface || binding.scope == Scope::Page) && self.key(binding) == name;
        BINDINGS.iter().find(here).map(|binding| binding.action)
    }

    /// The key that tooltips name for an action.
    #[must_use]
    pub fn key_of(&self, action: KeyAction) -> Option<&str> {
        BINDINGS.iter().find(|binding| binding.action == action).map(|binding| self.key(binding))
    }

    /// Gives an action another key instead of its first, or (`None`) the table's own again.
    pub fn set(&mut self, action: KeyAction, key: Option<String>) {
        let Some(row) = key_of(action) else { return };
        self.0.retain(|(other, _)| other != row);
        if let Some(key) = key.filter(|key| key != row) {
            self.0.push((row.to_owned(), key));
        }
    }

    /// What else a key means, that somebody wants to give to an action. A label's key with Shift arms the label.
    #[must_use]
    pub fn taken(&self, action: KeyAction, key: &str, tagset: &Tagset) -> Option<Taken> {
        let other = BINDINGS.iter().find(|binding| binding.action != action && self.key(binding) == key);
        let label = || tagset.by_shortcut(key.strip_prefix("Shift+").unwrap_or(key));
        other.map(|binding| Taken::Action(binding.action)).or_else(|| Some(Taken::Label(label()?.id.clone())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things() {
        let mut keys = BINDINGS.iter().map(|b| b.key.to_owned()).collect::<Vec<_>>();
        for label in &Tagset::wojood().labels {
            keys.extend(label.shortcut.iter().flat_map(|key| [key.clone(), format!("Shift+{key}")]));
        }
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert!(keys.iter().all(|key| !key.contains("Alt+Shift")), "Alt+Shift switches layouts");
    }

    #[test]
    fn a_key_of_ones_own_stands_for_that_of_the_table() {
        let (mut keys, tagset) = (Keys::default(), Tagset::wojood());
        keys.set(KeyAction::Word, Some("Shift+h".into()));
        assert_eq!(keys.lookup("Shift+h", false), Some(KeyAction::Word));
        assert_eq!((keys.lookup("s", true), keys.key_of(KeyAction::Word)), (None, Some("Shift+h")));
        assert_eq!(keys.taken(KeyAction::Note, "Shift+h", &tagset), Some(Taken::Action(KeyAction::Word)));
        assert_eq!(keys.taken(KeyAction::Note, "s", &tagset), None);
        assert_eq!(keys.taken(KeyAction::Note, "Shift+1", &tagset), Some(Taken::Label("PERS".into())));
        keys.set(KeyAction::Word, None);
        assert_eq!(keys, Keys::default());
        assert!(BINDINGS.iter().filter_map(|row| key_of(row.action)).all(|name| named(name).is_some()));
    }
}
