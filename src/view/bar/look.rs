//! How the page looks and what it shows beside the article.

use crate::core::keymap::KeyAction;
use crate::i18n::{Lang, Word};
use crate::session::{Action, Dialog, Names, Panel, Theme};
use crate::view::icon::Icon;
use crate::view::now::{Now, NowProps, keys_of, on, tip, use_shell};
use crate::view::parts::Tool;
use crate::web::shell::Shell;
use yew::prelude::*;

/// The controls. What is used less stands in the settings too, and leaves the bar on a narrow screen.
#[component]
pub fn LookTools(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, use_shell());
    let key = |action: KeyAction, word: Word, icon: Icon, class: &'static str, pressed: Option<bool>, name: &'static str| {
        html! {
            <Tool key={name} {icon} name={now.word(word)} title={tip(now.word(word), action)} keys={keys_of(action)} {pressed}
                class={class} action={name} onclick={on(&shell, Action::Key(action))} />
        }
    };
    html! {
        <div class="group">
            { key(KeyAction::Palette, Word::Palette, Icon::Search, "", None, "palette") }
            { key(KeyAction::List, Word::List, Icon::List, "", Some(now.panel == Panel::List), "list") }
            { key(KeyAction::Names, Word::Names, Icon::Names, "wide", Some(now.settings.names == Names::Always), "names") }
            { size(now, &shell, false) }
            { size(now, &shell, true) }
            { theme(now, &shell) }
            { language(now, &shell) }
            { key(KeyAction::Help, Word::Help, Icon::Help, "wide", None, "help") }
            <Tool key="settings" icon={Icon::Settings} name={now.word(Word::Settings)} action="settings"
                onclick={on(&shell, Action::Dialog(Some(Dialog::Settings)))} />
        </div>
    }
}

fn size(now: &Now, shell: &Shell, larger: bool) -> Html {
    let (word, icon, name) = if larger { (Word::Larger, Icon::Larger, "larger") } else { (Word::Smaller, Icon::Smaller, "smaller") };
    html! { <Tool key={name} {icon} name={now.word(word)} class="wider" action={name} onclick={on(shell, Action::Size(larger))} /> }
}

fn theme(now: &Now, shell: &Shell) -> Html {
    let place = Theme::ALL.iter().position(|theme| *theme == now.settings.theme).unwrap_or(0);
    let next = Theme::ALL[(place + 1) % Theme::ALL.len()];
    let title = format!("{}: {}", now.word(Word::Theme), now.word(theme_word(now.settings.theme)));
    html! { <Tool key="theme" icon={Icon::Theme} name={title} class="wider" action="theme" onclick={on(shell, Action::Theme(next))} /> }
}

fn language(now: &Now, shell: &Shell) -> Html {
    let other = if now.lang() == Lang::Ar { Lang::En } else { Lang::Ar };
    html! {
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
