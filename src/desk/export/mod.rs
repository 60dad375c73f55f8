//! The page of export: a format, what goes into it, what it cannot hold, its first lines, and the download.

mod choices;
mod options;
mod preview;
mod wish;

use super::now::Now;
use super::parts::PageProps;
use crate::format::exchange::file::OutFile;
use crate::format::exchange::formats::Format;
use crate::format::exchange::zip::pack;
use crate::i18n::desk::exchange::{self, Word, losses_file};
use crate::view::{Icon, icon};
use crate::web::files;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wish::{Made, Wish};
use yew::prelude::*;

/// How long the page has had rest before files are made of another wish, in milliseconds: longer than a frame, so that a
/// press is seen first.
const REST: u32 = 40;

/// How long the work itself has had rest before they are made anew, in milliseconds: who tags on does not wait for them.
const PAUSE: u32 = 1_500;

/// What was made of a wish, shared.
#[derive(Clone)]
struct Shared(Rc<Made>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The page.
#[component]
pub fn ExportPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let (wish, made) = (use_state(Wish::last), use_state(|| None::<Shared>));
    let wished = use_mut_ref(|| None::<Wish>);
    {
        let (made, chosen, now) = (made.setter(), Wish::clone(&wish), now.clone());
        let about = (chosen.clone(), Rc::as_ptr(&now.state) as usize, now.open.clone(), now.hidden.clone());
        use_effect_with(about, move |_| {
            let same = wished.borrow_mut().replace(chosen.clone()).is_some_and(|before| before == chosen);
            made.set(None);
            let wait = Timeout::new(if same { PAUSE } else { REST }, move || made.set(Some(Shared(Rc::new(chosen.made(&now))))));
            move || drop(wait)
        });
    }
    let set = {
        let wish = wish.setter();
        Callback::from(move |next: Wish| {
            next.keep();
            wish.set(next);
        })
    };
    let word = |word| exchange::word(now.lang, word);
    let download = {
        let (desk, wish, made, now) = (desk.clone(), Wish::clone(&wish), Option::clone(&made), now.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(made) = &made else { return };
            // The whole is the first program's, which has more to say where it is not written.
            if wish.format.is_none() && wish.choice(&now).is_all() {
                desk.download();
                return;
            }
            offer(&now, &wish, &made.0);
        })
    };
    let ready = made.as_ref().is_some_and(|made| !made.0.files.is_empty());
    let state = match &*made {
        None => Some(Word::Working),
        Some(made) if made.0.unsound => Some(Word::Unsound),
        Some(made) if made.0.files.is_empty() => Some(Word::Nothing),
        Some(_) => None,
    };
    html! {
        <div class="desk-export" data-ready={ready.to_string()}>
            <h2 key="title">{ word(Word::Export) }</h2>
            <p key="about" class="small">{ word(Word::ExportAbout) }</p>
            { formats(now, &wish, &set) }
            { choices::choices(now, &wish, &set) }
            { options::options(now, &wish, &set) }
            <div key="do" class="desk-row export-do">
                <button key="button" type="button" class="button primary" data-action="export" aria-disabled={(!ready).then_some("true")} onclick={download}>
                    { icon(Icon::Download) }<span>{ word(Word::Download) }</span>
                </button>
                <span key="state" class="small" role="status">{ state.map(word) }</span>
            </div>
            if let Some(made) = &*made {
                <preview::Preview key="preview" now={now.clone()} made={made.clone()} />
            }
        </div>
    }
}

/// The formats, one of which is chosen.
fn formats(now: &Now, wish: &Wish, set: &Callback<Wish>) -> Html {
    let option = |format: Option<Format>| {
        let name = format.map_or("Hashiya (JSON)", |format| exchange::name(now.lang, format));
        let id = format.map_or("hashiya", Format::id);
        html! { <option key={id} value={id} selected={wish.format == format}>{ name }</option> }
    };
    let onchange = {
        let (wish, set) = (wish.clone(), set.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else { return };
            let value = select.value();
            let format = Format::ALL.into_iter().find(|format| format.id() == value);
            set.emit(Wish { format, ..wish.clone() });
        })
    };
    html! {
        <div key="format" class="export-format">
            <label key="name" class="desk-named">
                <span key="name" class="small">{ exchange::word(now.lang, Word::Format) }</span>
                <select key="choice" class="desk-field" data-field="format" data-first="" {onchange}>
                    { for std::iter::once(None).chain(Format::ALL.into_iter().map(Some)).map(option) }
                </select>
            </label>
            <p key="about" class="small">{ exchange::about(now.lang, wish.format) }</p>
        </div>
    }
}

/// Offers what was made: one file as it is, several (or one that has lost something) as a zip.
fn offer(now: &Now, wish: &Wish, made: &Made) {
    let name = wish.name(now);
    if let ([one], true) = (made.files.as_slice(), made.losses.is_empty()) {
        let ending = one.name.rsplit_once('.').map_or("", |(_, ending)| ending);
        files::offer_bytes(&format!("{name}.{ending}"), &one.bytes);
        return;
    }
    let mut all = made.files.clone();
    if !made.losses.is_empty() {
        let format = wish.format.map_or("JSON", |format| exchange::name(now.lang, format));
        all.push(OutFile::text("losses.txt", losses_file(now.lang, format, &made.losses)));
    }
    files::offer_bytes(&format!("{name}.zip"), &pack(&all));
}
