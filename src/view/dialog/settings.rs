//! What users set for themselves, and the way to whatever a narrow bar has no place for.

use super::modal::modal;
use crate::core::desk::DeskPage;
use crate::core::keymap::KeyAction;
use crate::draw;
use crate::i18n::{Lang, Word};
use crate::session::{Action, Names, Theme};
use crate::view::bar::{OPEN_FILES, facts, names_word, theme_word};
use crate::view::icon::{Icon, icon};
use crate::view::now::{Now, on};
use crate::web::shell::Shell;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The settings.
pub fn settings(now: &Now, shell: &Shell) -> Html {
    let languages = [(Lang::Ar, "العربية"), (Lang::En, "English")];
    let languages = languages.map(|(lang, name)| choice(shell, name, now.lang() == lang, Action::Speak(lang)));
    let themes =
        Theme::ALL.map(|theme| choice(shell, now.word(theme_word(theme)), now.settings.theme == theme, Action::Theme(theme)));
    let names =
        Names::ALL.map(|names| choice(shell, now.word(names_word(names)), now.settings.names == names, Action::Names(names)));
    let page = |page: DeskPage| on(shell, Action::Key(KeyAction::Desk(page)));
    let inside = draw! {
        <>
            { row(now, "language", Word::Language, choices(&languages)) }
            { row(now, "theme", Word::Theme, choices(&themes)) }
            { row(now, "size", Word::Size, steps(now, shell, now.settings.size, (Word::Smaller, Action::Size(false)), (Word::Larger, Action::Size(true)))) }
            { row(now, "spacing", Word::Spacing, steps(now, shell, now.settings.spacing, (Word::Closer, Action::Spacing(false)), (Word::Wider, Action::Spacing(true)))) }
            { row(now, "names", Word::Names, choices(&names)) }
            { row(now, "keys", Word::SingleKeys, single_keys(now, shell)) }
            { row(now, "annotator", Word::Annotator, annotator(now, shell)) }
            <p key="kept" class="small kept">{ now.word(facts(now.stores)) }</p>
            <div key="more" class="buttons">
                <label class="button" for={OPEN_FILES}>{ icon(Icon::Open) }<span>{ now.word(Word::OpenFiles) }</span></label>
                <button type="button" class="button" onclick={page(DeskPage::Keeping)}>{ icon(Icon::Download) }<span>{ now.word(Word::DeskKeeping) }</span></button>
                <button type="button" class="button" onclick={page(DeskPage::Keys)}>{ icon(Icon::Help) }<span>{ now.word(Word::Help) }</span></button>
            </div>
        </>
    };
    modal("settings", now, Word::Settings, inside)
}

fn row(now: &Now, key: &'static str, word: Word, control: Html) -> Html {
    let name = now.word(word);
    draw! { <div {key} class="setting" role="group" aria-label={name}><span class="setting-name">{ name }</span>{ control }</div> }
}

fn choice(shell: &Shell, name: &'static str, chosen: bool, action: Action) -> Html {
    draw! { <button key={name} type="button" class="choice" aria-pressed={if chosen { "true" } else { "false" }} onclick={on(shell, action)}>{ name }</button> }
}

fn choices(list: &[Html]) -> Html {
    draw! { <div class="choices">{ for list.iter().cloned() }</div> }
}

fn steps(now: &Now, shell: &Shell, step: u8, less: (Word, Action), more: (Word, Action)) -> Html {
    let button = |(word, action): (Word, Action), sign: &'static str| {
        draw! { <button key={sign} type="button" class="choice" aria-label={now.word(word)} title={now.word(word)} onclick={on(shell, action)}>{ sign }</button> }
    };
    draw! { <div class="choices">{ button(less, "\u{2212}") }<output key="step">{ usize::from(step) + 1 }</output>{ button(more, "+") }</div> }
}

fn single_keys(now: &Now, shell: &Shell) -> Html {
    let is_on = now.settings.single_keys;
    draw! {
        <div class="switch">
            <button type="button" role="switch" aria-checked={if is_on { "true" } else { "false" }} aria-label={now.word(Word::SingleKeys)} onclick={on(shell, Action::SingleKeys(!is_on))}><i></i></button>
            <span class="small">{ now.word(Word::SingleKeysAbout) }</span>
        </div>
    }
}

fn annotator(now: &Now, shell: &Shell) -> Html {
    let name = now.state.own_set().and_then(|set| set.annotator.clone()).unwrap_or_default();
    let onchange = {
        let shell = shell.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                shell.dispatch(Action::Annotator(field.value()));
            }
        })
    };
    draw! {
        <div class="field">
            <input type="text" dir="auto" autocomplete="name" aria-label={now.word(Word::Annotator)} value={name} {onchange} />
            <span class="small">{ now.word(Word::AnnotatorAbout) }</span>
        </div>
    }
}
