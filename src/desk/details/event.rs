//! An event as rows: its type and trigger, and below them its roles.

use super::row::{Frame, go_to, kind_word, span_words, types, words};
use crate::core::ids::SpanId;
use crate::core::project::Role;
use crate::core::record::Collection;
use crate::core::shapes::{End, Event, event, make};
use crate::desk::field::Field;
use crate::desk::linking::begin;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use crate::view::{Icon, Tool};
use std::rc::Rc;
use yew::prelude::*;

/// What the rows are drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct EventProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The event.
    pub event: Rc<Event>,
    /// The span whose card it stands in: where that is a participant, only its role is said.
    #[prop_or_default]
    pub here: Option<SpanId>,
}

/// The rows.
#[component]
pub fn EventRow(props: &EventProps) -> Html {
    let EventProps { now, desk, event, here } = props;
    let open = use_state(|| false);
    let kinds = now.shapes.kinds();
    let name = kind_word(now, kinds.event(&event.kind).map(|kind| &kind.name), &event.kind);
    let own = now.state.set(&event.set).is_some_and(|set| set.role == Role::Own);
    let trigger = event.trigger.as_ref().map(|span| span_words(now, &(event.document.clone(), span.clone())));
    let taking_part = here.as_ref().filter(|here| event.trigger.as_ref() != Some(here));
    if let Some(here) = taking_part {
        return part(now, desk, event, here, &name, trigger, own);
    }
    let toggle = {
        let (setter, shown) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| setter.set(!shown))
    };
    let remove = {
        let (desk, id) = (desk.clone(), event.id.clone());
        Callback::from(move |()| {
            desk.change(|state, _| make::remove(state, &make::name(Collection::Events, &id)));
        })
    };
    let line = html! {
        <span class="joined">
            <b class="kind">{ name.clone() }</b>
            { match &trigger { Some(trigger) => words(trigger), None => html! { <span class="small">{ now.said(Say::NoTrigger) }</span> } } }
        </span>
    };
    let frame = Frame {
        line,
        name: format!("{name} {}", trigger.as_deref().map(i18n::quoted).unwrap_or_default()),
        go: go_to(now, desk, &End::Event(event.id.clone())),
        remove: own.then_some((Say::RemoveEvent, remove)),
        edit: own.then_some((Some(*open), toggle)),
        note: event.note.clone(),
        below: html! {
            <>
                if *open && own {
                    { editor(now, desk, event) }
                }
                { roles(now, desk, event, own) }
            </>
        },
    };
    html! { <li class="detail-row" data-event={event.id.to_string()}>{ frame.draw(now) }</li> }
}

/// The line in the card of a participant.
fn part(now: &Now, desk: &Desk, event: &Rc<Event>, here: &SpanId, name: &str, trigger: Option<String>, own: bool) -> Html {
    let mine = event.roles.iter().filter(|(_, span)| span == here).map(|(role, _)| {
        let role_name = role_name(now, event, role);
        let line = html! {
            <span class="joined">
                <b class="kind">{ role_name.clone() }</b><span class="small">{ now.said(Say::In) }</span><span>{ name.to_owned() }</span>
                { for trigger.as_deref().map(words) }
            </span>
        };
        let frame = Frame {
            line,
            name: format!("{role_name} {} {name} {}", now.said(Say::In), trigger.as_deref().map(i18n::quoted).unwrap_or_default()),
            go: go_to(now, desk, &End::Event(event.id.clone())),
            remove: own.then(|| (Say::RemoveRole, remove_role(desk, event, role, here))),
            edit: None,
            note: String::new(),
            below: Html::default(),
        };
        html! { <div key={role.clone()} data-role={role.clone()}>{ frame.draw(now) }</div> }
    });
    html! { <li class="detail-row" data-event={event.id.to_string()}>{ for mine }</li> }
}

fn role_name(now: &Now, event: &Event, role: &str) -> String {
    let known = now.shapes.kinds().event(&event.kind).and_then(|kind| kind.role(role));
    kind_word(now, known.map(|role| &role.name), role)
}

fn remove_role(desk: &Desk, event: &Rc<Event>, role: &str, span: &SpanId) -> Callback<()> {
    let (desk, id, role, span) = (desk.clone(), event.id.clone(), role.to_owned(), span.clone());
    Callback::from(move |()| {
        desk.change(|state, context| event::remove_role(state, context, &id, &role, &span));
    })
}

/// The roles in the order of the type, and the way to another one.
fn roles(now: &Now, desk: &Desk, event: &Rc<Event>, own: bool) -> Html {
    let kind = now.shapes.kinds().event(&event.kind);
    let place = |role: &str| kind.and_then(|kind| kind.roles.iter().position(|known| known.id == role)).unwrap_or(usize::MAX);
    let mut sorted: Vec<&(String, SpanId)> = event.roles.iter().collect();
    sorted.sort_by_key(|(role, _)| place(role));
    let row = |(index, (role, span)): (usize, &(String, SpanId))| {
        let at = (event.document.clone(), span.clone());
        let go = {
            let (desk, at) = (desk.clone(), at.clone());
            Callback::from(move |_: MouseEvent| desk.go_to_span(&at.0, &at.1))
        };
        let name = role_name(now, event, role);
        // The name of a role stands at the first of its spans.
        let again = index > 0 && sorted[index - 1].0 == *role;
        let remove = remove_role(desk, event, role, span);
        let onkeydown = {
            let remove = remove.clone();
            Callback::from(move |event: KeyboardEvent| {
                if own && matches!(event.key().as_str(), "Delete" | "Backspace") {
                    event.prevent_default();
                    event.stop_propagation();
                    remove.emit(());
                }
            })
        };
        let text = span_words(now, &at);
        html! {
            <li key={format!("{role}-{span}-{index}")} class="detail-line" data-role={role.clone()}>
                <button key="go" type="button" class="detail-go" data-row="" onclick={go} {onkeydown}>
                    <span class={classes!("small", "role", again.then_some("again"))}>{ name.clone() }</span>{ words(&text) }
                </button>
                if own {
                    { Tool::new(Icon::Close, format!("{}: {name} {}", now.said(Say::RemoveRole), i18n::quoted(&text)), remove.reform(|_: MouseEvent| ())).action("remove-role").class("small-tool").draw() }
                }
            </li>
        }
    };
    let add = {
        let (desk, id) = (desk.clone(), event.id.clone());
        Callback::from(move |_: MouseEvent| begin(&desk, End::Event(id.clone())))
    };
    html! {
        <ul key="roles" class="detail-roles">
            { for sorted.iter().copied().enumerate().map(row) }
            if own {
                <li key="add"><button type="button" class="tool text" data-action="add-role" onclick={add}>{ now.said(Say::RoleAdd) }</button></li>
            }
        </ul>
    }
}

fn editor(now: &Now, desk: &Desk, event: &Rc<Event>) -> Html {
    let kinds = now.shapes.kinds();
    let mut all: Vec<(String, String)> = kinds
        .events
        .iter()
        .filter(|kind| !kind.retired || kind.id == event.kind)
        .map(|kind| (kind.id.clone(), i18n::name(now.lang, &kind.name)))
        .collect();
    if kinds.event(&event.kind).is_none() {
        all.push((event.kind.clone(), event.kind.clone()));
    }
    let choose = {
        let (desk, id) = (desk.clone(), event.id.clone());
        Callback::from(move |kind: String| {
            desk.change(|state, context| event::change_kind(state, context, &id, &kind));
        })
    };
    let note = {
        let (desk, id) = (desk.clone(), event.id.clone());
        Callback::from(move |note: String| {
            desk.change(|state, context| make::note(state, context, &make::name(Collection::Events, &id), &note));
        })
    };
    let active = now
        .active()
        .filter(|active| now.open == event.document && event.trigger.as_ref() != Some(&active.id))
        .map(|active| (now.open.clone(), active.id.clone()));
    let trigger = active.map(|active| {
        let (desk, id) = (desk.clone(), event.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            desk.change(|state, context| event::set_trigger(state, context, &id, &active));
        });
        html! { <button key="trigger" type="button" class="button small-button" data-action="set-trigger" {onclick}>{ now.said(Say::TriggerSet) }</button> }
    });
    html! {
        <div key="editor" class="detail-editor">
            { types(now, all, &event.kind, choose) }
            { for trigger }
            <Field key="note" name={now.said(Say::Note)} field="record-note" value={event.note.clone()} onkeep={note} />
        </div>
    }
}
