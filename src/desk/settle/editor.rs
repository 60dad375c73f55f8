//! Limits and a label of one's own for the current group.

use super::draft::Draft;
use super::head::{chosen, option};
use super::view::Act;
use crate::core::command::Edge;
use crate::core::ids::{DocumentId, LabelId, SpanId};
use crate::core::settle::{Saying, Take};
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::settle::{Word, word};
use yew::prelude::*;

/// What the editor is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct EditorProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The document of the group.
    pub document: DocumentId,
    /// A span of the group.
    pub span: SpanId,
    /// What is being made.
    pub draft: Draft,
    /// Takes what is done.
    pub act: Callback<Act>,
}

/// The editor. Esc gives up, Enter in a list of choices and the button keep.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let EditorProps { now, document, span, draft, act, .. } = props;
    let Some(state) = now.state.document(document) else { return html! { <div></div> } };
    let text = &state.document.text;
    let set = |draft: Draft| act.reform(move |_: MouseEvent| Act::Draft(Some(draft.clone())));
    let nudge = |edge: Edge, outward: bool, said: Word, sign: &'static str| {
        let name = word(now.lang, said);
        html! {
            <button key={sign} type="button" class="button small-button" data-nudge={format!("{} {sign}", if edge == Edge::Start { "start" } else { "end" })} aria-label={name} title={name} onclick={set(draft.nudged(text, edge, outward))}>{ sign }</button>
        }
    };
    let onlabel = {
        let draft = draft.clone();
        act.reform(move |event: Event| {
            Act::Draft(Some(Draft { to: (LabelId::new(chosen(&event)), draft.to.1.clone()), ..draft.clone() }))
        })
    };
    let onwhat = {
        let draft = draft.clone();
        act.reform(move |event: Event| Act::Draft(Some(draft.from(chosen(&event).parse().unwrap_or_default()))))
    };
    let selected = now.selection.filter(|_| now.open == *document);
    let over = selected.map(|range| set(draft.over(text, range)));
    let keep = {
        let (spot, draft) = ((document.clone(), span.clone()), draft.clone());
        let take = Take::Edit { of: Some(draft.of), to: draft.to };
        act.reform(move |()| Act::Take(spot.clone(), take.clone()))
    };
    let cancel = act.reform(|()| Act::Draft(None));
    let onkeydown = {
        let (keep, cancel) = (keep.clone(), cancel.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let is_select = event.target_dyn_into::<web_sys::HtmlSelectElement>().is_some();
            match key.as_str() {
                "Escape" => cancel.emit(()),
                "Enter" if event.ctrl_key() || event.meta_key() || is_select => keep.emit(()),
                _ => {
                    // Digits and letters belong to the field here.
                    if is_select {
                        event.stop_propagation();
                    }
                    return;
                }
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let labels = now.state.tagset.labels.iter().map(|label| {
        option(label.id.as_str(), format!("{} {}", label.id, i18n::name(now.lang, &label.name)), label.id == draft.to.0)
    });
    let quote = |pieces: &Saying| {
        let words = pieces.1.iter().map(|piece| text.slice(*piece)).collect::<Vec<_>>().join(" … ");
        i18n::shortened(&words, 80)
    };
    let choices = draft.choices.iter().enumerate().map(|(place, choice)| {
        option(&place.to_string(), format!("{} {}", choice.0, i18n::isolated(&quote(choice))), *choice == draft.of)
    });
    html! {
        <div class="settle-editor" role="group" aria-label={word(now.lang, Word::Edit)} {onkeydown}>
            if draft.choices.len() > 1 {
                <select key="what" class="desk-field" data-field="settle-what" aria-label={word(now.lang, Word::EditWhat)} onchange={onwhat}>{ for choices }</select>
            }
            <select key="label" class="desk-field" data-field="settle-label" aria-label={word(now.lang, Word::Label)} onchange={onlabel}>{ for labels }</select>
            <p key="quote" class="settle-quote" role="status"><bdi class="quote" lang={state.document.language.clone()} dir={state.document.direction.name()}>{ quote(&draft.to) }</bdi></p>
            <div key="limits" class="desk-row settle-limits">
                <span key="start" class="small">{ word(now.lang, Word::Start) }</span>
                { nudge(Edge::Start, true, Word::StartWider, "+") }{ nudge(Edge::Start, false, Word::StartNarrower, "−") }
                <span key="end" class="small">{ word(now.lang, Word::End) }</span>
                { nudge(Edge::End, true, Word::EndWider, "+") }{ nudge(Edge::End, false, Word::EndNarrower, "−") }
            </div>
            <div key="do" class="desk-row">
                <button key="over" type="button" class="button small-button" data-action="settle-selection" disabled={over.is_none()} onclick={over}>{ word(now.lang, Word::FromSelection) }</button>
                <button key="keep" type="button" class="button small-button primary" data-action="settle-keep" onclick={keep.reform(|_: MouseEvent| ())}>{ word(now.lang, Word::Keep) }</button>
                <button key="cancel" type="button" class="button small-button" data-action="settle-cancel" onclick={cancel.reform(|_: MouseEvent| ())}>{ word(now.lang, Word::Cancel) }</button>
            </div>
        </div>
    }
}
