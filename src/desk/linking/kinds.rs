//! A type or role that is not there yet: named in the menu where it is missed, and used at once.

use super::focus;
use super::mode::{First, Under};
use super::offers::{Makes, begin_event};
use crate::core::op::KindList;
use crate::core::shapes::{event, relate};
use crate::desk::field::{on_enter, text_of};
use crate::desk::tagset::new_kinds;
use crate::desk::{Desk, Now};
use crate::i18n::desk::shapes::Say;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the field is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct NewKindProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// What is made.
    pub makes: Makes,
    /// Names that are offered for it.
    pub names: &'static [Say],
}

/// The field and its button.
#[component]
pub fn NewKind(props: &NewKindProps) -> Html {
    let NewKindProps { now, desk, makes, names } = props;
    let (field, name) = (use_node_ref(), use_state(String::new));
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                focus::give(&field);
            }
        });
    }
    let word = match makes {
        Makes::Relation(..) => Say::NewRelationType,
        Makes::Event(_) => Say::NewEventType,
        Makes::Role(..) => Say::NewRole,
    };
    let make = {
        let (desk, makes, field) = (desk.clone(), makes.clone(), field.clone());
        Callback::from(move |()| {
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            if !typed.trim().is_empty() {
                make(&desk, &makes, typed.trim());
            }
        })
    };
    let oninput = {
        let name = name.setter();
        Callback::from(move |event: InputEvent| name.set(text_of(event.target_dyn_into())))
    };
    let onkeydown = on_enter(make.reform(|_| ()));
    let offered = |name: &Say| {
        let (desk, makes, name) = (desk.clone(), makes.clone(), now.said(*name));
        let onclick = Callback::from(move |_: MouseEvent| self::make(&desk, &makes, name));
        html! { <button key={name} type="button" class="button small-button" data-action="kind-named" {onclick}>{ name }</button> }
    };
    html! {
        <div class="link-new">
            <div key="own" class="desk-row">
                <input key="field" ref={field} class="desk-field" type="text" data-field="new-kind" autocomplete="off" aria-label={now.said(word)} placeholder={now.said(word)}
                    dir={(!name.is_empty()).then_some("auto")} value={(*name).clone()} {oninput} {onkeydown} />
                <button key="make" type="button" class="button small-button" data-action="kind-make" onclick={make.reform(|_: MouseEvent| ())}>{ now.said(Say::Make) }</button>
            </div>
            if !names.is_empty() {
                <div key="names" class="desk-row">{ for names.iter().map(offered) }</div>
            }
        </div>
    }
}

/// Makes it, and uses it for what was asked.
fn make(desk: &Desk, makes: &Makes, name: &str) {
    match makes {
        Makes::Relation(from, to) => {
            let made = new_kinds::make(desk, KindList::RelationTypes, name);
            if made.is_some_and(|id| desk.change(|state, context| relate::add(state, context, &id, from, to))) {
                focus::leave(desk);
            }
        }
        Makes::Event(trigger) => {
            if let Some(id) = new_kinds::make(desk, KindList::EventTypes, name) {
                begin_event(desk, &id, trigger);
            }
        }
        Makes::Role(event, span) => {
            let kind = desk.now().shapes.event(event).map(|event| event.kind.clone());
            let role = kind.and_then(|kind| new_kinds::make_role(desk, &kind, name));
            if role.is_some_and(|role| desk.change(|state, context| event::add_role(state, context, event, &role, span))) {
                focus::back();
                desk.begin(Some(Under::Choosing(First::Event(event.clone()))));
            }
        }
    }
}
