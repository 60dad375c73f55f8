//! What each key of the table does, for the page of the keys.

use super::{Word, word};
use crate::core::caret::Unit;
use crate::core::keymap::{Arrow, KeyAction};
use crate::i18n::{self, Lang};

/// The headings, in their order.
pub const HEADINGS: [Word; 5] = [Word::GroupTagging, Word::GroupReading, Word::GroupSpans, Word::GroupDesk, Word::GroupPage];

/// Under which of [`HEADINGS`] a key stands.
#[must_use]
pub const fn heading(action: KeyAction) -> Word {
    match action {
        KeyAction::Undo
        | KeyAction::Redo
        | KeyAction::Leave
        | KeyAction::OtherDocument(_)
        | KeyAction::List
        | KeyAction::Names
        | KeyAction::Palette
        | KeyAction::Download => Word::GroupPage,
        KeyAction::Delete
        | KeyAction::Note
        | KeyAction::OtherSpan(_)
        | KeyAction::Hold(_)
        | KeyAction::Fragment
        | KeyAction::Shape(_) => Word::GroupSpans,
        KeyAction::Caret(..) | KeyAction::Word | KeyAction::NextName | KeyAction::All => Word::GroupReading,
        KeyAction::Enter | KeyAction::Repeat => Word::GroupTagging,
        KeyAction::Suggest(true) | KeyAction::Suggest(false) | KeyAction::Desk(_) => Word::GroupDesk,
    }
}

/// What a key does.
#[must_use]
pub const fn says(lang: Lang, action: KeyAction) -> &'static str {
    match action {
        KeyAction::Undo => i18n::word(lang, i18n::Word::Undo),
        KeyAction::Redo => i18n::word(lang, i18n::Word::Redo),
        KeyAction::Delete => i18n::word(lang, i18n::Word::KeyDelete),
        KeyAction::Note => i18n::word(lang, i18n::Word::EditNote),
        KeyAction::OtherSpan(_) => word(lang, Word::KeyOtherSpan),
        KeyAction::Hold(_) => word(lang, Word::KeyHold),
        KeyAction::Caret(unit, arrow, extend) => word(lang, caret(unit, arrow, extend)),
        KeyAction::Enter => i18n::word(lang, i18n::Word::KeyEnter),
        KeyAction::Leave => word(lang, Word::KeyLeave),
        KeyAction::Word => i18n::word(lang, i18n::Word::KeyWord),
        KeyAction::NextName => i18n::word(lang, i18n::Word::KeyNextName),
        KeyAction::Repeat => i18n::word(lang, i18n::Word::KeyRepeat),
        KeyAction::All => i18n::word(lang, i18n::Word::KeyAll),
        KeyAction::OtherDocument(_) => word(lang, Word::KeyOtherDocument),
        KeyAction::List => i18n::word(lang, i18n::Word::List),
        KeyAction::Names => i18n::word(lang, i18n::Word::Names),
        KeyAction::Palette => i18n::word(lang, i18n::Word::Palette),
        KeyAction::Download => i18n::word(lang, i18n::Word::Download),
        KeyAction::Suggest(true) => word(lang, Word::KeyAccept),
        KeyAction::Suggest(false) => word(lang, Word::KeyRefuse),
        KeyAction::Fragment => i18n::word(lang, i18n::Word::KeyFragment),
        KeyAction::Shape(act) => i18n::word(lang, i18n::shape_act(act)),
        KeyAction::Desk(page) => i18n::word(lang, i18n::desk_page(page)),
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
