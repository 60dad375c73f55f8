//! A relation as a line: what leads to what.

use super::row::{Frame, arrow, go_to, kind_word, span_words, types, words};
use crate::core::ids::SpanId;
use crate::core::record::Collection;
use crate::core::shapes::{End, Relation, make, relate};
use crate::desk::field::Field;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use std::rc::Rc;
use yew::prelude::*;

/// What the row is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct RelationProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The relation.
    pub relation: Rc<Relation>,
    /// The span whose card it stands in: only its other end is named.
    #[prop_or_default]
    pub here: Option<SpanId>,
}

/// The row.
#[component]
pub fn RelationRow(props: &RelationProps) -> Html {
    let RelationProps { now, desk, relation, here } = props;
    let open = use_state(|| false);
    let kind = now.shapes.kinds().relation(&relation.kind);
    let symmetric = kind.is_some_and(|kind| kind.symmetric);
    let name = kind_word(now, kind.map(|kind| &kind.name), &relation.kind);
    // Without a direction it is told from the end whose card it is.
    let turned = symmetric && here.as_ref() == Some(&relation.to);
    let (first, second) = if turned { (&relation.to, &relation.from) } else { (&relation.from, &relation.to) };
    let [from, to] = [first, second].map(|span| (relation.document.clone(), span.clone()));
    let [from_words, to_words] = [&from, &to].map(|span| span_words(now, span));
    let (begins, ends) = (here.as_ref() == Some(first), here.as_ref() == Some(second));
    let unfit = !fits(now, relation);
    let line = html! {
        <span class={classes!("joined", unfit.then_some("unfit"))}>
            // In the card of an end only the other one is named.
            if !begins {
                { words(&from_words) }
                { arrow(now, symmetric) }
            }
            <b class="kind">{ name.clone() }</b>
            if !ends {
                { arrow(now, symmetric) }
                { words(&to_words) }
            }
        </span>
    };
    let far = End::Span(if begins { to.clone() } else { from.clone() });
    let own = now.state.set(&relation.set).is_some_and(|set| set.role == crate::core::project::Role::Own);
    let toggle = {
        let (setter, shown) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| setter.set(!shown))
    };
    let remove = {
        let (desk, id) = (desk.clone(), relation.id.clone());
        Callback::from(move |()| {
            desk.change(|state, _| make::remove(state, &make::name(Collection::Relations, &id)));
        })
    };
    let said = format!("{} {name} {}", i18n::quoted(&from_words), i18n::quoted(&to_words));
    let frame = Frame {
        line,
        name: if unfit { format!("{said} ({})", now.said(Say::UnfitRelation)) } else { said },
        go: go_to(now, desk, &far),
        remove: own.then_some((Say::RemoveRelation, remove)),
        edit: own.then_some((Some(*open), toggle)),
        note: relation.note.clone(),
        below: if *open && own { editor(now, desk, relation, symmetric) } else { Html::default() },
    };
    html! { <li class="detail-row" data-relation={relation.id.to_string()}>{ frame.draw(now) }</li> }
}

/// Whether the rules of its type allow its ends.
fn fits(now: &Now, relation: &Relation) -> bool {
    let label = |span| now.state.span(&relation.document, span).map(|span| &span.label);
    let ends = label(&relation.from).zip(label(&relation.to));
    let kind = now.shapes.kinds().relation(&relation.kind);
    kind.zip(ends).is_none_or(|(kind, (from, to))| relate::fits(kind, from, to).is_ok())
}

fn editor(now: &Now, desk: &Desk, relation: &Rc<Relation>, symmetric: bool) -> Html {
    let [from, to] = [&relation.from, &relation.to].map(|span| (relation.document.clone(), span.clone()));
    let kinds = now.shapes.kinds();
    let allowed = |id: &str| {
        id == relation.kind
            || relate::allowed(&now.state, &from, &to)
                .iter()
                .any(|offer| offer.kind == id && !offer.reversed && offer.why_not.is_none())
    };
    let mut all: Vec<(String, String)> = kinds
        .relations
        .iter()
        .filter(|kind| allowed(&kind.id))
        .map(|kind| (kind.id.clone(), i18n::name(now.lang, &kind.name)))
        .collect();
    if kinds.relation(&relation.kind).is_none() {
        all.push((relation.kind.clone(), relation.kind.clone()));
    }
    let choose = {
        let (desk, id) = (desk.clone(), relation.id.clone());
        Callback::from(move |kind: String| {
            desk.change(|state, context| relate::change_kind(state, context, &id, &kind));
        })
    };
    let reverse = {
        let (desk, id) = (desk.clone(), relation.id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.change(|state, context| relate::reverse(state, context, &id));
        })
    };
    let note = {
        let (desk, id) = (desk.clone(), relation.id.clone());
        Callback::from(move |note: String| {
            desk.change(|state, context| make::note(state, context, &make::name(Collection::Relations, &id), &note));
        })
    };
    html! {
        <div key="editor" class="detail-editor">
            { types(now, all, &relation.kind, choose) }
            if !symmetric {
                <button key="reverse" type="button" class="button small-button" data-action="reverse" onclick={reverse}>{ now.said(Say::Reverse) }</button>
            }
            <Field key="note" name={now.said(Say::Note)} field="record-note" value={relation.note.clone()} onkeep={note} />
        </div>
    }
}
