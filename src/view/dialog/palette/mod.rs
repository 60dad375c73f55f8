//! The palette: every command, label and document, by typing in Arabic or English.

mod commands;

use super::modal::modal;
use crate::draw;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::view::now::{Now, NowProps, is_mac, the_shell};
use crate::view::parts::chip;
use crate::web::shell::Shell;
use commands::{Does, Entry, entries};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Entries that are shown at once.
const SHOWN: usize = 60;

/// The palette.
#[component]
#[inline(never)]
pub fn Palette(props: &NowProps) -> Html {
    let (now, shell, field) = (&props.now, the_shell(), use_node_ref());
    let (words, place) = (use_state(String::new), use_state(|| 0_usize));
    let question = i18n::fold(&words);
    let found: Vec<Entry> =
        entries(now).into_iter().filter(|entry| i18n::matches(&entry.sought, &question)).take(SHOWN).collect();
    let at = (*place).min(found.len().saturating_sub(1));
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            let _ = field.cast::<HtmlInputElement>().map(|field| field.focus());
        });
    }
    use_effect_with((at, found.len()), |(at, _)| {
        let option = gloo::utils::document().get_element_by_id(&format!("palette-{at}"));
        if let Some(option) = option {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let oninput = {
        let (words, place) = (words.setter(), place.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                words.set(field.value());
                place.set(0);
            }
        })
    };
    let onkeydown = {
        let (shell, does, place, count) =
            (shell.clone(), found.get(at).map(|entry| entry.does.clone()), place.setter(), found.len());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => place.set(if at + 1 < count { at + 1 } else { 0 }),
                "ArrowUp" => place.set(if at > 0 { at - 1 } else { count.saturating_sub(1) }),
                "Enter" if !event.is_composing() => {
                    if let Some(does) = &does {
                        carry_out(&shell, does);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    // An empty field takes the direction of its hint.
    let dir = (!words.is_empty()).then_some("auto");
    let active = (!found.is_empty()).then(|| format!("palette-{at}"));
    let inside = draw! {
        <>
            <input key="field" ref={field} type="text" {dir} role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list" autocomplete="off"
                aria-activedescendant={active} aria-label={now.word(Word::PaletteHint)} placeholder={now.word(Word::PaletteHint)} value={(*words).clone()} {oninput} {onkeydown} />
            <ul key="list" id="palette-list" role="listbox" aria-label={now.word(Word::Palette)}>{ for found.iter().enumerate().map(|(place, entry)| option(now, &shell, place, entry, place == at)) }</ul>
            <p key="nothing" class="nothing" hidden={!found.is_empty()}>{ now.word(Word::PaletteNothing) }</p>
        </>
    };
    modal("palette", now, Word::Palette, inside)
}

fn option(now: &Now, shell: &Shell, place: usize, entry: &Entry, active: bool) -> Html {
    let onclick = {
        let (shell, does) = (shell.clone(), entry.does.clone());
        Callback::from(move |_: MouseEvent| carry_out(&shell, &does))
    };
    draw! {
        <li key={place} id={format!("palette-{place}")} role="option" aria-selected={if active { "true" } else { "false" }} {onclick}>
            <span class="kind small">{ now.word(entry.kind) }</span>
            if let Some(label) = &entry.label { { chip(&now.state.tagset, label) } }
            <bdi class="name">{ &entry.name }</bdi>
            if let Some(key) = &entry.key { <kbd dir="ltr">{ i18n::key_cap(key, is_mac()) }</kbd> }
        </li>
    }
}

/// The palette goes first, so that what a command opens stays.
fn carry_out(shell: &Shell, does: &Does) {
    shell.dispatch(Action::Dialog(None));
    match does {
        Does::Action(action) => shell.dispatch(action.clone()),
        Does::OpenFiles => {
            let input = gloo::utils::document().get_element_by_id(crate::view::bar::OPEN_FILES);
            if let Some(input) = input.and_then(|input| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(input).ok()) {
                input.click();
            }
        }
        // The place in the address stays.
        Does::Go(query) => drop(gloo::utils::window().location().set_search(query)),
    }
}
