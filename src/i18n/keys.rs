//! What keys are called: on key caps, to assistive technology, and what they do.

use super::Word;
use crate::core::caret::Unit;
use crate::core::desk::DeskPage;
use crate::core::keymap::{Arrow, KeyAction, ShapeAct};

/// A key of the table as it is shown on a cap: `Ctrl Z`, on a Mac `⌘ Z`.
#[must_use]
pub fn key_cap(name: &str, mac: bool) -> String {
    let mut parts = Vec::new();
    for part in split(name) {
        parts.push(match part {
            "Ctrl" if mac => "⌘".to_owned(),
            "Alt" if mac => "⌥".to_owned(),
            "Shift" if mac => "⇧".to_owned(),
            "ArrowLeft" => "←".to_owned(),
            "ArrowRight" => "→".to_owned(),
            "ArrowUp" => "↑".to_owned(),
            "ArrowDown" => "↓".to_owned(),
            "Escape" => "Esc".to_owned(),
            "PageUp" => "PgUp".to_owned(),
            "PageDown" => "PgDn".to_owned(),
            letter if letter.len() == 1 => letter.to_ascii_uppercase(),
            other => other.to_owned(),
        });
    }
    parts.join("\u{A0}")
}

/// A key of the table as `aria-keyshortcuts` writes it: `Control+Z`, on a Mac `Meta+Z`.
#[must_use]
pub fn aria_keys(name: &str, mac: bool) -> String {
    let parts = split(name).into_iter().map(|part| match part {
        "Ctrl" if mac => "Meta".to_owned(),
        "Ctrl" => "Control".to_owned(),
        letter if letter.len() == 1 => letter.to_ascii_uppercase(),
        other => other.to_owned(),
    });
    parts.collect::<Vec<_>>().join("+")
}

fn split(name: &str) -> Vec<&str> {
    if name == "+" { vec![name] } else { name.split('+').collect() }
}

/// What a key does, and under which heading the help says so.
#[must_use]
pub const fn of_key(action: KeyAction) -> (Word, Word) {
    match action {
        KeyAction::Undo => (Word::GroupPage, Word::Undo),
        KeyAction::Redo => (Word::GroupPage, Word::Redo),
        KeyAction::Delete => (Word::GroupSpans, Word::KeyDelete),
        KeyAction::Note => (Word::GroupSpans, Word::EditNote),
        KeyAction::OtherSpan(_) => (Word::GroupSpans, Word::KeyOtherSpan),
        KeyAction::Hold(_) => (Word::GroupSpans, Word::KeyHold),
        KeyAction::Caret(unit, arrow, extend) => (Word::GroupReading, caret(unit, arrow, extend)),
        KeyAction::Enter => (Word::GroupTagging, Word::KeyEnter),
        KeyAction::Leave => (Word::GroupPage, Word::KeyLeave),
        KeyAction::Word => (Word::GroupReading, Word::KeyWord),
        KeyAction::NextName => (Word::GroupReading, Word::KeyNextName),
        KeyAction::Repeat => (Word::GroupTagging, Word::KeyRepeat),
        KeyAction::All => (Word::GroupReading, Word::KeyAll),
        KeyAction::OtherDocument(_) => (Word::GroupPage, Word::KeyOtherDocument),
        KeyAction::List => (Word::GroupPage, Word::List),
        KeyAction::Names => (Word::GroupPage, Word::Names),
        KeyAction::Palette => (Word::GroupPage, Word::Palette),
        KeyAction::Help => (Word::GroupPage, Word::Help),
        KeyAction::Download => (Word::GroupPage, Word::Download),
        KeyAction::Suggest(true) => (Word::GroupDesk, Word::KeyAccept),
        KeyAction::Suggest(false) => (Word::GroupDesk, Word::KeyRefuse),
        KeyAction::Fragment => (Word::GroupSpans, Word::KeyFragment),
        KeyAction::Shape(act) => (Word::GroupSpans, shape_act(act)),
        KeyAction::Desk(page) => (Word::GroupDesk, desk_page(page)),
    }
}

/// What an act of the desk does.
#[must_use]
pub const fn shape_act(act: ShapeAct) -> Word {
    match act {
        ShapeAct::Link => Word::ShapeLink,
        ShapeAct::Event => Word::ShapeEvent,
        ShapeAct::Entity => Word::ShapeEntity,
        ShapeAct::Attributes => Word::ShapeAttributes,
        ShapeAct::Counterpart => Word::ShapeCounterpart,
        ShapeAct::Beside => Word::ShapeBeside,
        ShapeAct::DocumentLabels => Word::ShapeDocumentLabels,
        ShapeAct::Lines => Word::ShapeLines,
    }
}

/// What a page of the desk is for.
#[must_use]
pub const fn desk_page(page: DeskPage) -> Word {
    match page {
        DeskPage::Search => Word::DeskSearch,
        DeskPage::Twins => Word::DeskTwins,
        DeskPage::Lint => Word::DeskLint,
        DeskPage::Tagset => Word::DeskTagset,
        DeskPage::Guidelines => Word::DeskGuidelines,
        DeskPage::Relations => Word::DeskRelations,
        DeskPage::Entities => Word::DeskEntities,
        DeskPage::Compare => Word::DeskCompare,
        DeskPage::Keys => Word::DeskKeys,
    }
}

const fn caret(unit: Unit, arrow: Arrow, extend: bool) -> Word {
    match (unit, arrow, extend) {
        (Unit::Document, _, false) => Word::KeyMoveDocument,
        (Unit::Document, _, true) => Word::KeySelectDocument,
        (Unit::Block, Arrow::Up | Arrow::Down, false) => Word::KeyMoveParagraph,
        (Unit::Block, Arrow::Up | Arrow::Down, true) => Word::KeySelectParagraph,
        (Unit::Sentence, _, false) => Word::KeyMoveSentence,
        (Unit::Sentence, _, true) => Word::KeySelectSentence,
        (Unit::Part, _, false) => Word::KeyMovePart,
        (Unit::Part, _, true) => Word::KeySelectPart,
        (Unit::Block, _, false) | (_, Arrow::Start | Arrow::End, false) => Word::KeyMoveBlock,
        (Unit::Block, _, true) | (_, Arrow::Start | Arrow::End, true) => Word::KeySelectBlock,
        (Unit::Word, _, false) => Word::KeyMoveWord,
        (Unit::Word, _, true) => Word::KeySelectWord,
        (Unit::Grapheme, _, false) => Word::KeyMoveLetter,
        (Unit::Grapheme, _, true) => Word::KeySelectLetter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_names_for_eyes_and_for_screen_readers() {
        assert_eq!(key_cap("Ctrl+Shift+z", false), "Ctrl\u{A0}Shift\u{A0}Z");
        assert_eq!(key_cap("Ctrl+Shift+z", true), "⌘\u{A0}⇧\u{A0}Z");
        assert_eq!(key_cap("Shift+ArrowLeft", false), "Shift\u{A0}←");
        assert_eq!(aria_keys("Ctrl+k", false), "Control+K");
        assert_eq!(aria_keys("Alt+PageDown", true), "Alt+PageDown");
        assert_eq!(aria_keys("1", true), "1");
    }
}
