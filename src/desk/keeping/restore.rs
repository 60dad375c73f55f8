//! Bringing a back-up back: it is opened, what it would change is shown, and only then it is done.

use super::PartProps;
use super::kept::{bring, reload};
use crate::format::backup::{self, Backup};
use crate::i18n::desk::files::told;
use crate::i18n::desk::keeping::{self, Word};
use crate::store::backup::{ProjectChange, Restore};
use crate::web::files;
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The section.
#[component]
pub fn RestorePart(props: &PartProps) -> Html {
    let now = &props.now;
    let trouble = use_state(|| None::<String>);
    let onchange = {
        let (desk, trouble, lang) = (props.desk.clone(), trouble.setter(), now.lang);
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let (desk, trouble, chosen) = (desk.clone(), trouble.clone(), files::taken(&input));
            wasm_bindgen_futures::spawn_local(async move {
                let Some((name, text)) = files::texts(&chosen).await.into_iter().next() else { return };
                let read = match text {
                    Ok(text) => backup::read(&text).map_err(|fault| keeping::refused(lang, &name, &fault)),
                    Err(fault) => Err(told(lang, &crate::format::native::Opened::Unreadable(name.clone(), fault))),
                };
                trouble.set(read.as_ref().err().cloned());
                desk.consider(read.ok().map(|backup| (name, backup)));
            });
        })
    };
    let preview =
        now.backup.as_ref().map(|file| html! { <Preview key="preview" part={props.clone()} file={Opened(file.clone())} /> });
    html! {
        <section class="desk-part" aria-label={props.word(Word::Restore)}>
            <h3 key="title">{ props.word(Word::Restore) }</h3>
            <p key="about" class="small">{ props.word(Word::RestoreAbout) }</p>
            <label key="in" class="button file">
                <span key="name">{ props.word(Word::RestoreFile) }</span>
                <input key="file" type="file" accept=".json,application/json" data-field="back-up-file" {onchange} />
            </label>
            if let Some(trouble) = &*trouble {
                <p key="trouble" class="desk-refusal" role="alert">{ trouble }</p>
            }
            { preview }
        </section>
    }
}

/// The file that was opened, shared.
#[derive(Clone)]
struct Opened(Rc<(String, Backup)>);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, Clone, PartialEq)]
struct PreviewProps {
    part: PartProps,
    file: Opened,
}

/// What would change, and the question.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { part, file } = props;
    let (lang, group, failed, busy) = (part.now.lang, use_node_ref(), use_state(|| false), use_state(|| false));
    let plan = use_memo((file.clone(), part.kept.clone()), |(file, kept)| kept.plan(file.0.1.values.clone()));
    {
        let group = group.clone();
        use_effect_with(file.clone(), move |_| {
            if let Some(group) = group.cast::<HtmlElement>() {
                let _ = group.focus();
            }
        });
    }
    let restore = {
        let (file, failed, busy) = (file.clone(), failed.setter(), busy.clone());
        Callback::from(move |_: MouseEvent| {
            if *busy {
                return;
            }
            busy.set(true);
            let (file, failed, busy) = (file.clone(), failed.clone(), busy.clone());
            wasm_bindgen_futures::spawn_local(async move {
                if bring(file.0.1.values.clone()).await {
                    reload();
                } else {
                    failed.set(true);
                    busy.set(false);
                }
            });
        })
    };
    let cancel = {
        let desk = part.desk.clone();
        Callback::from(move |_: MouseEvent| desk.consider(None))
    };
    let day = file.0.1.exported_at.get(..10).unwrap_or("–");
    let nothing = plan.is_nothing();
    html! {
        <div ref={group} class="keeping-preview" role="group" tabindex="-1" aria-label={part.word(Word::Restore)} data-preview="">
            <p key="file">{ keeping::of_file(lang, &file.0.0, day) }</p>
            { changes(part, &plan) }
            <p key="settings" class="small" hidden={!plan.settings}>{ part.word(Word::RestoreSettings) }</p>
            <p key="damaged" class="desk-refusal" hidden={plan.damaged.is_empty()} data-damaged={plan.damaged.len().to_string()}>{ keeping::damaged(lang, plan.damaged.len()) }</p>
            <p key="foreign" class="small" hidden={plan.foreign == 0}>{ keeping::foreign(lang, plan.foreign) }</p>
            <p key="nothing" hidden={!nothing}>{ part.word(Word::RestoreNothing) }</p>
            <p key="failed" class="desk-refusal" role="alert" hidden={!*failed}>{ part.word(Word::RestoreFailed) }</p>
            <div key="do" class="desk-row">
                <button key="restore" type="button" class="button primary" data-action="restore" hidden={nothing} aria-disabled={busy.then_some("true")} onclick={restore}>{ part.word(Word::RestoreDo) }</button>
                <button key="cancel" type="button" class="button" data-action="restore-cancel" onclick={cancel}>{ part.now.word(crate::i18n::desk::Word::Cancel) }</button>
            </div>
        </div>
    }
}

fn changes(part: &PartProps, plan: &Restore) -> Html {
    let row = |change: &ProjectChange| {
        let here = |count: fn(&crate::store::backup::Held) -> usize| change.here.as_ref().map(count);
        html! {
            <tr key={change.project.clone()} data-project={change.project.clone()}>
                <th key="project" scope="row"><bdi>{ &change.project }</bdi></th>
                <td key="documents">{ keeping::change(here(|held| held.documents), change.after.documents) }</td>
                <td key="spans">{ keeping::change(here(|held| held.spans), change.after.spans) }</td>
                <td key="new">{ change.new }</td>
            </tr>
        }
    };
    let head = [Word::Project, Word::Documents, Word::Spans, Word::New];
    html! {
        <table key="changes" class="keeping-changes" hidden={plan.projects.is_empty()}>
            <thead key="head"><tr>{ for head.into_iter().enumerate().map(|(place, word)| html! { <th key={place} scope="col">{ part.word(word) }</th> }) }</tr></thead>
            <tbody key="rows">{ for plan.projects.iter().map(row) }</tbody>
        </table>
    }
}
