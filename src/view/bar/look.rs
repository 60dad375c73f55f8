//! How the page looks and what it shows beside the article.

use crate::core::desk::DeskPage;
use crate::core::keymap::KeyAction;
use crate::draw;
use crate::i18n::{Lang, Word};
use crate::session::{Action, Dialog, Names, Panel, Theme};
use crate::view::icon::Icon;
use crate::view::now::{Now, on};
use crate::view::parts::Tool;
use crate::web::shell::Shell;
use yew::prelude::*;

/// The controls. What is used less stands in the settings too, and leaves the bar on a narrow screen.
pub fn look(now: &Now, shell: &Shell) -> Html {
    let key = |icon: Icon, word: Word, key: KeyAction, name: &'static str| {
        Tool::new(icon, now.word(word), on(shell, Action::Key(key))).key(now.word(word), key).action(name)
    };
    let plain = |icon: Icon, word: Word, action: Action, name: &'static str| {
        Tool::new(icon, now.word(word), on(shell, action)).action(name)
    };
    let place = Theme::ALL.iter().position(|theme| *theme == now.settings.theme).unwrap_or(0);
    let next = Theme::ALL[(place + 1) % Theme::ALL.len()];
    let theme = format!("{}: {}", now.word(Word::Theme), now.word(theme_word(now.settings.theme)));
    draw! {
        <div key="look" class="group">
            { key(Icon::Search, Word::DeskSearch, KeyAction::Desk(DeskPage::Search), "desk").draw() }
            { key(Icon::Dots, Word::Palette, KeyAction::Palette, "palette").draw() }
            { key(Icon::List, Word::List, KeyAction::List, "list").pressed(now.panel == Panel::List).draw() }
            { key(Icon::Names, Word::Names, KeyAction::Names, "names").pressed(now.settings.names == Names::Always).class("wide").draw() }
            { plain(Icon::Smaller, Word::Smaller, Action::Size(false), "smaller").class("wider").draw() }
            { plain(Icon::Larger, Word::Larger, Action::Size(true), "larger").class("wider").draw() }
            { Tool::new(Icon::Theme, theme, on(shell, Action::Theme(next))).class("wider").action("theme").draw() }
            { language(now, shell) }
            { key(Icon::Help, Word::Help, KeyAction::Desk(DeskPage::Keys), "help").class("wide").draw() }
            { plain(Icon::Settings, Word::Settings, Action::Dialog(Some(Dialog::Settings)), "settings").draw() }
        </div>
    }
}

fn language(now: &Now, shell: &Shell) -> Html {
    let other = if now.lang() == Lang::Ar { Lang::En } else { Lang::Ar };
    draw! {
        <button key="language" type="button" class="tool text wide" lang={other.tag()} data-action="language" onclick={on(shell, Action::Speak(other))}>
            { now.word(Word::SwitchLanguage) }
        </button>
    }
}

/// The name of a theme.
#[must_use]
pub const fn theme_word(theme: Theme) -> Word {
    match theme {
        Theme::System => Word::ThemeSystem,
        Theme::Light => Word::ThemeLight,
        Theme::Dark => Word::ThemeDark,
    }
}

/// The name of a way to show labels' names.
#[must_use]
pub const fn names_word(names: Names) -> Word {
    match names {
        Names::Always => Word::NamesAlways,
        Names::Hover => Word::NamesHover,
        Names::Never => Word::NamesNever,
    }
}
