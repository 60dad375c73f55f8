//! Which events are one event: those that links call the same, and theirs.

use crate::core::shapes::{End, Event, LinkKind, Shapes};
use std::collections::HashMap;
use std::rc::Rc;

/// The events in groups, each in the order of the project; a group stands where its first event does.
pub(super) fn groups(shapes: &Shapes) -> Vec<Vec<Rc<Event>>> {
    let events = shapes.events();
    let place = events.iter().enumerate().map(|(place, event)| (event.id.as_ref(), place)).collect::<HashMap<_, _>>();
    let mut root = (0..events.len()).collect::<Vec<_>>();
    for link in shapes.links().iter().filter(|link| link.kind == LinkKind::Same) {
        let ends = [&link.from, &link.to].map(|end| of(shapes, end).and_then(|id| place.get(id.as_ref()).copied()));
        if let [Some(one), Some(other)] = ends {
            let (one, other) = (root[one], root[other]);
            let (first, second) = (one.min(other), one.max(other));
            root.iter_mut().filter(|root| **root == second).for_each(|root| *root = first);
        }
    }
    let mut groups: Vec<(usize, Vec<Rc<Event>>)> = Vec::new();
    for (event, root) in events.iter().zip(root) {
        match groups.iter_mut().find(|(known, _)| *known == root) {
            Some((_, group)) => group.push(event.clone()),
            None => groups.push((root, vec![event.clone()])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The event that an end names, or whose trigger it is.
fn of(shapes: &Shapes, end: &End) -> Option<Rc<str>> {
    match end {
        End::Event(id) => Some(id.clone()),
        End::Span((_, span)) => {
            let on_it = shapes.on_span(span).events;
            on_it.iter().find(|event| event.trigger.as_ref() == Some(span)).map(|event| event.id.clone())
        }
        End::Entity(_) => None,
    }
}
