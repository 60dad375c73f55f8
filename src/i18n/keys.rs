//! What keys are called: on key caps, to assistive technology, and what the desk is asked by them.

use super::Word;
use crate::core::desk::DeskPage;
use crate::core::keymap::ShapeAct;

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
        DeskPage::Annotators => Word::DeskAnnotators,
        DeskPage::Agreement => Word::DeskAgreement,
        DeskPage::Settle => Word::DeskSettle,
        DeskPage::Figures => Word::DeskFigures,
        DeskPage::Import => Word::DeskImport,
        DeskPage::Export => Word::DeskExport,
        DeskPage::Keys => Word::Help,
        DeskPage::Keeping => Word::DeskKeeping,
        DeskPage::Documents => Word::Documents,
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
