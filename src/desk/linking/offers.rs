//! What fits between two ends, or on a trigger, and what does not and why.

use super::focus;
use super::mode::{First, Under};
use crate::core::command::{Context, SpanRef};
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::shapes::{End, Event, LinkKind, event, link, relate};
use crate::core::state::State;
use crate::core::tagset::Bilingual;
use crate::core::transaction::Transaction;
use crate::desk::details::{arrow, end_words, kind_word, span_words};
use crate::desk::{Desk, Now};
use crate::i18n::{
    self,
    desk::shapes::{self, Say},
};
use std::rc::Rc;
use yew::prelude::*;

/// Something that can be picked.
pub struct Pick {
    /// What tells it from the others: `relation:post`, `role:agent`, `link:same`.
    pub key: String,
    /// What it is, as it is drawn.
    pub line: Html,
    /// Carries it out and goes on.
    pub does: Callback<()>,
}

/// What a menu asks and offers.
pub struct Asked {
    /// Its `data-menu`.
    pub name: &'static str,
    /// The question.
    pub ask: String,
    /// What fits, in order.
    pub picks: Vec<Pick>,
    /// What does not: a key, a name, and why.
    pub refused: Vec<(String, String, String)>,
    /// What can be made anew where nothing fits.
    pub makes: Option<Makes>,
    /// What is said where nothing fits.
    pub nothing: &'static str,
    /// Names for a first one, where there is none yet.
    pub names: &'static [Say],
}

/// Names that a first type of relation is likely to have.
const RELATIONS: &[Say] = &[Say::NameOffice, Say::NameMember, Say::NamePlaced];
/// Names of a first type of event.
const EVENTS: &[Say] = &[Say::NameMeeting, Say::NameAttack, Say::NameStatement];
/// Names of a first role.
const ROLES: &[Say] = &[Say::NameAgent, Say::NamePlace, Say::NameDate];

/// What a menu can make anew, and use at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Makes {
    /// A type of relations, between these.
    Relation(SpanRef, SpanRef),
    /// A type of events, with this trigger.
    Event(SpanRef),
    /// A role of an event, for this span.
    Role(Rc<str>, SpanRef),
}

/// What is offered.
pub fn offers(now: &Now, desk: &Desk, under: &Under) -> Asked {
    match under {
        Under::EventType(trigger) => event_types(now, desk, trigger),
        Under::Offered(First::Event(id), span) => match now.shapes.event(id) {
            Some(event) if event.document == span.0 => {
                let (picks, refused) = roles(now, desk, event, span);
                let none = now.shapes.kinds().event(&event.kind).is_none_or(|kind| kind.roles.is_empty());
                Asked {
                    name: "role",
                    ask: now.said(Say::MenuRole).to_owned(),
                    picks,
                    refused,
                    makes: Some(Makes::Role(id.clone(), span.clone())),
                    nothing: now.said(if none { Say::NoRoles } else { Say::NothingFits }),
                    names: if none { ROLES } else { &[] },
                }
            }
            Some(event) => {
                let triggers = triggered(now, span).map(|other| End::Event(other.id.clone()));
                let ends = triggers.chain([End::Span(span.clone())]).map(|to| (End::Event(event.id.clone()), to));
                links(now, desk, ends.take(1).collect(), under)
            }
            None => links(now, desk, Vec::new(), under),
        },
        Under::Offered(First::Span(from), to) if from.0 == to.0 => within(now, desk, from, to),
        Under::Offered(First::Span(from), to) => {
            let mut ends = vec![(End::Span(from.clone()), End::Span(to.clone()))];
            // Where both are triggers, the events themselves may be meant.
            for one in triggered(now, from) {
                ends.extend(triggered(now, to).map(|other| (End::Event(one.id.clone()), End::Event(other.id.clone()))));
            }
            links(now, desk, ends, under)
        }
        Under::Choosing(_) | Under::Entity(_) => links(now, desk, Vec::new(), under),
    }
}

fn triggered<'a>(now: &'a Now, (document, span): &'a SpanRef) -> impl Iterator<Item = &'a Rc<Event>> {
    now.shapes.events().iter().filter(move |event| event.document == *document && event.trigger.as_ref() == Some(span))
}

/// Carries something out; leaves off, or goes on with `then`.
fn does(
    desk: &Desk,
    then: Option<Under>,
    make: impl Fn(&State, &mut Context) -> Result<Transaction, Refusal> + 'static,
) -> Callback<()> {
    let desk = desk.clone();
    Callback::from(move |()| {
        if desk.change(|state, context| make(state, context)) {
            focus::back();
            desk.begin(then.clone());
        }
    })
}

fn name_of(now: &Now, name: Option<&Bilingual>, id: &str) -> String {
    kind_word(now, name, id)
}

fn said(now: &Now, why: &ShapeRefusal) -> String {
    shapes::refusal(now.lang, why, now.shapes.kinds(), &now.state.tagset)
}

/// Relations both ways, and roles in the events of either.
fn within(now: &Now, desk: &Desk, from: &SpanRef, to: &SpanRef) -> Asked {
    let (mut picks, mut refused) = (Vec::new(), Vec::new());
    let [from_words, to_words] = [from, to].map(|span| span_words(now, span));
    for offer in relate::allowed(&now.state, from, to) {
        let kind = now.shapes.kinds().relation(&offer.kind);
        let name = name_of(now, kind.map(|kind| &kind.name), &offer.kind);
        let symmetric = kind.is_some_and(|kind| kind.symmetric);
        let key = format!("relation:{}{}", offer.kind, if offer.reversed { ":reversed" } else { "" });
        if let Some(why) = &offer.why_not {
            // Said once, in the direction that was asked for.
            if !offer.reversed {
                refused.push((key, name, said(now, why)));
            }
            continue;
        }
        let (first, second) = if offer.reversed { (to, from) } else { (from, to) };
        let (a, b) = if offer.reversed { (&to_words, &from_words) } else { (&from_words, &to_words) };
        let line = html! {
            <>
                <b>{ name }</b>
                <span class="small direction"><bdi>{ i18n::shortened(a, 18) }</bdi>{ arrow(now, symmetric) }<bdi>{ i18n::shortened(b, 18) }</bdi></span>
            </>
        };
        let (id, first, second) = (offer.kind.clone(), first.clone(), second.clone());
        picks.push(Pick {
            key,
            line,
            does: does(desk, None, move |state, context| relate::add(state, context, &id, &first, &second)),
        });
    }
    // A type that fits the other way round is not refused.
    refused.retain(|(key, _, _)| !picks.iter().any(|pick| pick.key == format!("{key}:reversed")));
    for event in triggered(now, from) {
        let (more, not) = roles(now, desk, event, to);
        picks.extend(more);
        refused.extend(not);
    }
    let none = now.shapes.kinds().relations.iter().all(|kind| kind.retired);
    Asked {
        name: "link",
        ask: now.said(Say::MenuLink).to_owned(),
        picks,
        refused,
        makes: Some(Makes::Relation(from.clone(), to.clone())),
        nothing: now.said(if none { Say::NoRelationTypes } else { Say::NothingFits }),
        names: if none { RELATIONS } else { &[] },
    }
}

type Offered = (Vec<Pick>, Vec<(String, String, String)>);

/// The roles of an event for a span. Joining goes on from the event.
fn roles(now: &Now, desk: &Desk, event: &Rc<Event>, span: &SpanRef) -> Offered {
    let (mut picks, mut refused) = (Vec::new(), Vec::new());
    let kind = now.shapes.kinds().event(&event.kind);
    for offer in event::roles_for(&now.state, &event.id, span) {
        let name = name_of(now, kind.and_then(|kind| kind.role(&offer.kind)).map(|role| &role.name), &offer.kind);
        let key = format!("role:{}", offer.kind);
        if let Some(why) = &offer.why_not {
            refused.push((key, name, said(now, why)));
            continue;
        }
        let words = end_words(now, &End::Event(event.id.clone()));
        let line = html! { <><b>{ name }</b><span class="small direction">{ now.said(Say::In) }{ " " }<bdi>{ i18n::shortened(&words, 30) }</bdi></span></> };
        let (id, role, at) = (event.id.clone(), offer.kind.clone(), span.clone());
        let then = Some(Under::Choosing(First::Event(event.id.clone())));
        picks.push(Pick {
            key,
            line,
            does: does(desk, then, move |state, context| event::add_role(state, context, &id, &role, &at)),
        });
    }
    (picks, refused)
}

/// The types of events that a span can be the trigger of. Joining goes on from the event that is made.
fn event_types(now: &Now, desk: &Desk, trigger: &SpanRef) -> Asked {
    let (mut picks, mut refused) = (Vec::new(), Vec::new());
    let offered = event::types_for(&now.state, trigger);
    let none = offered.is_empty();
    for offer in offered {
        let Some(kind) = now.shapes.kinds().event(&offer.kind) else { continue };
        let name = i18n::name(now.lang, &kind.name);
        let key = format!("event:{}", kind.id);
        if let Some(why) = &offer.why_not {
            refused.push((key, name, said(now, why)));
            continue;
        }
        let about = i18n::name(now.lang, &kind.description);
        let line = html! { <><b>{ name }</b><span class="small direction">{ about }</span></> };
        let (desk, id, at) = (desk.clone(), kind.id.clone(), trigger.clone());
        let does = Callback::from(move |()| begin_event(&desk, &id, &at));
        picks.push(Pick { key, line, does });
    }
    Asked {
        name: "event",
        ask: now.said(Say::MenuEvent).to_owned(),
        picks,
        refused,
        makes: Some(Makes::Event(trigger.clone())),
        nothing: now.said(if none { Say::NoEventTypes } else { Say::NothingFits }),
        names: if none { EVENTS } else { &[] },
    }
}

/// Makes an event, and asks for its participants.
pub fn begin_event(desk: &Desk, kind: &str, trigger: &SpanRef) {
    let before: Vec<Rc<str>> = desk.now().shapes.events().iter().map(|event| event.id.clone()).collect();
    if desk.change(|state, context| event::add(state, context, kind, trigger)) {
        focus::back();
        let now = desk.now();
        let made = now.shapes.events().iter().find(|event| !before.contains(&event.id));
        desk.begin(made.map(|event| Under::Choosing(First::Event(event.id.clone()))));
    }
}

/// The kinds of links between ends of two documents.
fn links(now: &Now, desk: &Desk, ends: Vec<(End, End)>, under: &Under) -> Asked {
    let mut picks = Vec::new();
    let mut refused = Vec::new();
    let several = ends.len() > 1;
    let then = match under.first() {
        Some(first @ First::Event(_)) => Some(Under::Choosing(first.clone())),
        _ => None,
    };
    for (place, (from, to)) in ends.into_iter().enumerate() {
        for kind in LinkKind::ALL {
            let name = shapes::link_kind(now.lang, &kind);
            let key = if place == 0 { format!("link:{}", kind.name()) } else { format!("link:{}:event-{place}", kind.name()) };
            let what = match (&from, &to) {
                (End::Event(_), End::Event(_)) if several => Some(Say::TheEvents),
                _ if several => Some(Say::TheSpans),
                _ => None,
            };
            if let Some(why) = link::fits(&now.shapes, &from, &to).err() {
                refused.push((key, name, said(now, &why)));
                continue;
            }
            let line = html! {
                <><b>{ name }</b>if let Some(what) = what { <span class="small direction">{ now.said(what) }</span> }</>
            };
            let (from, to) = (from.clone(), to.clone());
            let does = does(desk, then.clone(), move |state, context| link::add(state, context, &kind, &from, &to, ""));
            picks.push(Pick { key, line, does });
        }
    }
    Asked {
        name: "link",
        ask: now.said(Say::MenuLink).to_owned(),
        picks,
        refused,
        makes: None,
        nothing: now.said(Say::NothingFits),
        names: &[],
    }
}
