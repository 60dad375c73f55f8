//! The methods paragraph in both languages, to be copied.

use super::work::Found;
use super::{ask, made};
use crate::desk::Now;
use crate::i18n::Lang;
use crate::i18n::desk::figures::{Word, methods, word};
use crate::web::dom;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Clipboard;
use yew::prelude::*;

/// Both paragraphs, that of the interface's language first.
pub fn paragraphs(now: &Now, found: &Found, say: &Callback<Word>) -> Html {
    let other = if now.lang == Lang::Ar { Lang::En } else { Lang::Ar };
    let one = |lang: Lang| {
        let words = methods(&ask(lang, found, None, (0, 0)), &made(now, found));
        let id = format!("figures-methods-{}", lang.tag());
        let onclick = {
            let (words, id, say) = (words.clone(), id.clone(), say.clone());
            Callback::from(move |_: MouseEvent| copy(words.clone(), id.clone(), say.clone()))
        };
        let way = if lang == Lang::Ar { "rtl" } else { "ltr" };
        let language = if lang == Lang::Ar { "العربية" } else { "English" };
        html! {
            <div key={lang.tag()} class="figures-methods">
                <p key="words" id={id} lang={lang.tag()} dir={way}>{ words }</p>
                <button key="copy" type="button" class="button small-button" data-action={format!("copy-methods-{}", lang.tag())} {onclick}>
                    { word(now.lang, Word::Copy) }<span key="of" class="unseen" lang={lang.tag()}>{ format!(" {language}") }</span>
                </button>
            </div>
        }
    };
    html! {
        <section key="methods" class="figure" aria-labelledby="figures-methods">
            <h3 key="title" id="figures-methods">{ word(now.lang, Word::Methods) }</h3>
            { one(now.lang) }{ one(other) }
        </section>
    }
}

/// Copies words; where the browser does not let them be copied, the element that has them is selected instead.
fn copy(words: String, id: String, say: Callback<Word>) {
    spawn_local(async move {
        let copied = match clipboard() {
            Some(board) => JsFuture::from(board.write_text(&words)).await.is_ok(),
            None => false,
        };
        if !copied {
            select(&id);
        }
        say.emit(if copied { Word::Copied } else { Word::CopyBySelf });
    });
}

/// The clipboard, where pages have one: not on plain http.
fn clipboard() -> Option<Clipboard> {
    let navigator = dom::window().navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|board| board.is_object());
    there.then(|| navigator.clipboard())
}

fn select(id: &str) {
    let element = dom::document().get_element_by_id(id);
    let selection = dom::window().get_selection().ok().flatten();
    if let Some((element, selection)) = element.zip(selection) {
        let _ = selection.select_all_children(&element);
    }
}
