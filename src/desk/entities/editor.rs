//! An entity's fields. Each is a change of its own when it is left.

use super::links::Links;
use super::mentions::Mentions;
use crate::core::ids::LabelId;
use crate::core::record::Collection;
use crate::core::shapes::{Entity, entity, make};
use crate::desk::field::Field;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the editor is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct EditorProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The entity.
    pub entity: Rc<Entity>,
}

/// The editor.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let EditorProps { now, desk, entity } = props;
    let other = use_node_ref();
    let edit = |change: fn(&mut [String; 3], String)| {
        let (desk, entity) = (desk.clone(), entity.clone());
        Callback::from(move |text: String| {
            let mut fields =
                [entity.name.clone(), entity.kind.clone().unwrap_or_default(), entity.link.clone().unwrap_or_default()];
            change(&mut fields, text);
            let [name, kind, link] = fields;
            desk.change(|state, context| entity::edit(state, context, &entity.id, &name, &kind, &link));
        })
    };
    let note = {
        let (desk, id) = (desk.clone(), entity.id.clone());
        Callback::from(move |note: String| {
            desk.change(|state, context| make::note(state, context, &make::name(Collection::Entities, &id), &note));
        })
    };
    let remove = {
        let (desk, id) = (desk.clone(), entity.id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.change(|state, _| make::remove(state, &make::name(Collection::Entities, &id)));
        })
    };
    let merge = {
        let (desk, id, other) = (desk.clone(), entity.id.clone(), other.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(choice) = other.cast::<HtmlSelectElement>() {
                let from = choice.value();
                desk.change(|state, context| entity::merge(state, context, &id, &from));
            }
        })
    };
    let others = now.shapes.entities().iter().filter(|it| it.id != entity.id).map(|it| {
        html! { <option key={it.id.to_string()} value={it.id.to_string()}>{ it.name.clone() }</option> }
    });
    let alone = now.shapes.entities().len() < 2;
    html! {
        <div class="desk-editor" role="group" aria-label={entity.name.clone()}>
            <div key="names" class="desk-pair">
                <Field key="name" name={now.said(Say::EntityName)} field="entity-name" value={entity.name.clone()} onkeep={edit(|fields, text| fields[0] = text)} />
                { kinds(now, entity, &edit(|fields, text| fields[1] = text)) }
            </div>
            <Field key="link" name={now.said(Say::EntityOutside)} field="entity-link" hint={now.said(Say::EntityOutsideHint)} value={entity.link.clone().unwrap_or_default()} onkeep={edit(|fields, text| fields[2] = text)} />
            <Field key="note" name={now.said(Say::Note)} field="entity-note" value={entity.note.clone()} onkeep={note} />
            <Mentions key="mentions" now={now.clone()} desk={desk.clone()} entity={entity.clone()} />
            <Links key="links" now={now.clone()} desk={desk.clone()} entity={entity.clone()} />
            if !alone {
                <div key="merge" class="desk-row entity-merge">
                    <select key="other" ref={other} class="desk-field" data-field="entity-merge" aria-label={now.said(Say::EntityMerge)}>{ for others }</select>
                    <button key="do" type="button" class="button" data-action="entity-merge" onclick={merge}>{ now.said(Say::EntityMergeDo) }</button>
                </div>
            }
            <div key="remove"><button type="button" class="button danger" data-action="entity-remove" onclick={remove}>{ now.said(Say::EntityRemove) }</button></div>
        </div>
    }
}

/// Its type: a label, or none.
fn kinds(now: &Now, entity: &Entity, edit: &Callback<String>) -> Html {
    let onchange = {
        let edit = edit.clone();
        Callback::from(move |event: Event| {
            if let Some(choice) = event.target_dyn_into::<HtmlSelectElement>() {
                edit.emit(choice.value());
            }
        })
    };
    let own = entity.kind.as_deref().map(LabelId::new);
    let labels = now.state.tagset.labels.iter().filter(|label| !label.is_retired() || own.as_ref() == Some(&label.id));
    let option = |id: &LabelId| {
        html! {
            <option key={id.as_str()} value={id.as_str().to_owned()} selected={own.as_ref() == Some(id)}>{ i18n::label_name(now.lang, id, &now.state.tagset) }</option>
        }
    };
    let unknown = own.iter().filter(|id| now.state.tagset.get(id).is_none()).map(option);
    html! {
        <label key="kind" class="desk-named">
            <span key="name" class="small">{ now.said(Say::EntityType) }</span>
            <select key="choice" class="desk-field" data-field="entity-kind" {onchange}>
                <option key="" value="" selected={own.is_none()}>{ now.said(Say::EntityNoType) }</option>
                { for labels.map(|label| option(&label.id)) }
                { for unknown }
            </select>
        </label>
    }
}
