//! A link between two documents as a line: what it says of its ends, and where the other one is.

use super::row::{Frame, arrow, elsewhere, end_words, go_to, types, words};
use crate::core::ids::SpanId;
use crate::core::record::Collection;
use crate::core::shapes::{End, Link, LinkKind, link, make};
use crate::desk::field::Field;
use crate::desk::{Desk, Now};
use crate::i18n::{
    self,
    desk::shapes::{self, Say},
};
use std::rc::Rc;
use yew::prelude::*;

/// What the row is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct LinkProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The link.
    pub link: Rc<Link>,
    /// The span whose card it stands in: only its other end is named.
    #[prop_or_default]
    pub here: Option<SpanId>,
}

/// The row.
#[component]
pub fn LinkRow(props: &LinkProps) -> Html {
    let LinkProps { now, desk, link, here } = props;
    let open = use_state(|| false);
    let name = shapes::link_kind(now.lang, &link.kind);
    let symmetric = matches!(link.kind, LinkKind::Same | LinkKind::Contradicts);
    let stands = |end: &End| here.as_ref().is_some_and(|here| now.shapes.spans_of(end).iter().any(|(_, span)| span == here));
    // Without a direction it is told from the end whose card it is.
    let turned = symmetric && !stands(&link.from) && stands(&link.to);
    let (first, second) = if turned { (&link.to, &link.from) } else { (&link.from, &link.to) };
    let (begins, ends) = (stands(first), stands(second));
    let [from, to] = [first, second].map(|end| end_words(now, end));
    let place = |end: &End| {
        elsewhere(now, end)
            .map(|name| html! { <span class="small">{ format!("{} {}", now.said(Say::In), i18n::isolated(&name)) }</span> })
    };
    let line = html! {
        <span class="joined">
            if !begins {
                { words(&from) }
                { for place(first) }
            }
            if !begins || ends {
                { arrow(now, symmetric) }
            }
            <b class="kind">{ name.clone() }</b>
            if !ends {
                if !begins {
                    { arrow(now, symmetric) }
                }
                { words(&to) }
                { for place(second) }
            }
        </span>
    };
    let far = if begins { second } else { first };
    let toggle = {
        let (setter, shown) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| setter.set(!shown))
    };
    let remove = {
        let (desk, id) = (desk.clone(), link.id.clone());
        Callback::from(move |()| {
            desk.change(|state, _| make::remove(state, &make::name(Collection::Links, &id)));
        })
    };
    let named = elsewhere(now, far).map(|name| format!(" {} {}", now.said(Say::In), i18n::isolated(&name))).unwrap_or_default();
    let frame = Frame {
        line,
        name: format!("{} {name} {}{named}", i18n::quoted(&from), i18n::quoted(&to)),
        go: go_to(now, desk, far),
        remove: Some((Say::RemoveLink, remove)),
        edit: Some((Some(*open), toggle)),
        note: link.note.clone(),
        below: if *open { editor(now, desk, link) } else { Html::default() },
    };
    html! { <li class="detail-row" data-link={link.id.to_string()}>{ frame.draw(now) }</li> }
}

fn editor(now: &Now, desk: &Desk, link: &Rc<Link>) -> Html {
    let mut all: Vec<(String, String)> =
        LinkKind::ALL.iter().map(|kind| (kind.name().to_owned(), shapes::link_kind(now.lang, kind))).collect();
    if let LinkKind::Other(name) = &link.kind {
        all.push((name.clone(), name.clone()));
    }
    let choose = {
        let (desk, id) = (desk.clone(), link.id.clone());
        Callback::from(move |kind: String| {
            desk.change(|state, context| link::change_kind(state, context, &id, &LinkKind::named(&kind)));
        })
    };
    let note = {
        let (desk, id) = (desk.clone(), link.id.clone());
        Callback::from(move |note: String| {
            desk.change(|state, context| make::note(state, context, &make::name(Collection::Links, &id), &note));
        })
    };
    html! {
        <div key="editor" class="detail-editor">
            { types(now, all, link.kind.name(), choose) }
            <Field key="note" name={now.said(Say::Note)} field="record-note" value={link.note.clone()} onkeep={note} />
        </div>
    }
}
