//! What the lines of a document say, put together.

use super::super::super::fault::{Remark, RemarkKind};
use super::super::super::model::{Happening, Mark, Referent, Tie};
use super::super::conf::Conf;
use super::super::line::Line;
use super::super::names::plain;
use super::remark;
use crate::core::range::TextRange;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A line and where it stands: its file and its number.
type Placed<'a> = ((&'a str, usize), Line<'a>);

/// What was found so far.
pub struct Gather<'a> {
    conf: &'a Conf,
    /// Spans in the order of their lines.
    pub spans: Vec<Mark>,
    /// Relations.
    pub relations: Vec<Tie>,
    /// Events.
    pub events: Vec<Happening>,
    /// Where each span stands, by its id.
    places: BTreeMap<&'a str, usize>,
    /// Where each attribute of a span is.
    said: BTreeMap<(usize, String), usize>,
    /// The id of the span that each event is told by.
    triggers: BTreeMap<&'a str, String>,
}

impl<'a> Gather<'a> {
    /// Nothing yet.
    pub fn new(conf: &'a Conf) -> Self {
        let (spans, relations, events) = (Vec::new(), Vec::new(), Vec::new());
        let (places, said, triggers) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { conf, spans, relations, events, places, said, triggers }
    }

    /// The spans, since lines may name them before they come; then what tells of events.
    pub fn spans(&mut self, lines: &[Placed<'a>], remarks: &mut Vec<Remark>) {
        for (at, line) in lines {
            let Line::Span { id, label, limits, words } = line else { continue };
            let Some(mut pieces) = limits.split(';').map(piece).collect::<Option<Vec<_>>>() else {
                remarks.push(remark(*at, RemarkKind::BadLimits, words.unwrap_or(limits)));
                continue;
            };
            if self.places.contains_key(id) {
                remarks.push(remark(*at, RemarkKind::Unreadable, id));
                continue;
            }
            pieces.sort_unstable();
            self.places.insert(id, self.spans.len());
            let (id, label) = ((*id).to_owned(), self.conf.meant(label));
            self.spans.push(Mark { id, label, pieces, words: words.map(str::to_owned), ..Mark::default() });
        }
        self.tell(lines);
    }

    /// brat writes the words of an event as a span whose type is the event's. Where they are a span by themselves as well, and
    /// nothing else is said of the former, that one tells of the event.
    fn tell(&mut self, lines: &[Placed<'a>]) {
        let mut said: BTreeSet<&str> = BTreeSet::new();
        let mut triggers: BTreeMap<&str, &str> = BTreeMap::new();
        for (_, line) in lines {
            match line {
                Line::Relation { ends, .. } => said.extend(ends),
                Line::Attribute { of, .. } | Line::Link { of, .. } | Line::Note { of, .. } => drop(said.insert(of)),
                Line::Event { id, trigger, roles, .. } => {
                    said.extend(roles.iter().map(|(_, span)| span));
                    triggers.insert(id, trigger);
                }
                Line::Span { .. } => {}
            }
        }
        let telling: BTreeSet<&str> = triggers.values().copied().collect();
        let mut last: BTreeMap<&[TextRange], usize> = BTreeMap::new();
        let mut stands_for: BTreeMap<&str, usize> = BTreeMap::new();
        for (place, span) in self.spans.iter().enumerate() {
            if !telling.contains(span.id.as_str()) {
                last.insert(&span.pieces, place);
            } else if let Some(other) = last.get(span.pieces.as_slice()).filter(|_| !said.contains(span.id.as_str())) {
                stands_for.insert(&span.id, *other);
            }
        }
        let mut gone = BTreeSet::new();
        for (_, line) in lines {
            let Line::Event { id, kind, trigger, .. } = line else { continue };
            let Some(place) = self.places.get(trigger) else { continue };
            let other = stands_for.get(trigger).filter(|_| self.spans[*place].label == self.conf.meant(kind));
            if other.is_some() {
                gone.insert(*place);
            }
            self.triggers.insert(id, self.spans[*other.unwrap_or(place)].id.clone());
        }
        // Two events of different types may share the words; then the span stays.
        let used: BTreeSet<&String> = self.triggers.values().collect();
        gone.retain(|place| !used.contains(&self.spans[*place].id));
        let mut place = 0;
        self.spans.retain(|_| {
            place += 1;
            !gone.contains(&(place - 1))
        });
        let ids: BTreeMap<&str, usize> = self.spans.iter().enumerate().map(|(place, span)| (span.id.as_str(), place)).collect();
        self.places.retain(|id, place| ids.get(id).map(|now| *place = *now).is_some());
    }

    /// All else that the lines say.
    pub fn others(&mut self, lines: &[Placed<'a>], remarks: &mut Vec<Remark>) {
        for (at, line) in lines {
            let dangles = match line {
                Line::Span { .. } => None,
                Line::Relation { id, kind, ends } => self.relation(id, kind, ends).err(),
                Line::Event { id, kind, trigger, roles } => self.event(id, kind, trigger, roles, remarks, *at).err(),
                Line::Attribute { name, of, value } => self.attribute(name, of, *value).err(),
                Line::Link { of, base, id, name } => self.link(of, base, id, name).err(),
                Line::Note { .. } => None,
            };
            if let Some(words) = dangles {
                remarks.push(remark(*at, RemarkKind::Dangling, &words));
            }
        }
        // Notes may be of relations and events, which may come behind them.
        let ties: BTreeMap<String, usize> =
            self.relations.iter().enumerate().map(|(place, tie)| (tie.id.clone(), place)).collect();
        let events: BTreeMap<String, usize> =
            self.events.iter().enumerate().map(|(place, event)| (event.id.clone(), place)).collect();
        for (at, line) in lines {
            let Line::Note { of, words } = line else { continue };
            let note = if let Some(place) = self.places.get(of) {
                self.spans.get_mut(*place).map(|span| &mut span.note)
            } else if let Some(place) = ties.get(*of) {
                self.relations.get_mut(*place).map(|tie| &mut tie.note)
            } else {
                events.get(*of).and_then(|place| self.events.get_mut(*place)).map(|event| &mut event.note)
            };
            if let Some(note) = note {
                if !note.is_empty() {
                    note.push('\n');
                }
                note.push_str(words);
            } else {
                let kind = if of.starts_with(['A', 'M', 'N', '#']) { RemarkKind::NoPlace } else { RemarkKind::Dangling };
                remarks.push(remark(*at, kind, words));
            }
        }
    }

    /// The id of the span that an id means: its own, or that of the event's words.
    fn end(&self, id: &str) -> Result<String, String> {
        let span = if self.places.contains_key(id) { Some(id) } else { self.triggers.get(id).map(String::as_str) };
        span.map(str::to_owned).ok_or_else(|| id.to_owned())
    }

    fn relation(&mut self, id: &str, kind: &str, ends: &[&str]) -> Result<(), String> {
        let ends = ends.iter().map(|end| self.end(end)).collect::<Result<Vec<_>, _>>()?;
        for pair in ends.windows(2) {
            // A line of equals has no id, and may be several relations.
            let id = if id == "*" { format!("*{}", self.relations.len() + 1) } else { id.to_owned() };
            let (from, to) = (pair[0].clone(), pair[1].clone());
            self.relations.push(Tie { id, kind: self.conf.meant(kind), from, to, note: String::new() });
        }
        Ok(())
    }

    fn event(
        &mut self,
        id: &str,
        kind: &str,
        trigger: &str,
        roles: &[(&str, &str)],
        remarks: &mut Vec<Remark>,
        at: (&str, usize),
    ) -> Result<(), String> {
        let trigger = self.triggers.get(id).ok_or(trigger)?.clone();
        let names = plain(&roles.iter().map(|(role, _)| *role).collect::<Vec<_>>());
        let mut kept = Vec::new();
        for (role, (_, span)) in names.iter().zip(roles) {
            match self.end(span) {
                Ok(span) => kept.push((self.conf.meant(role), span)),
                Err(words) => remarks.push(remark(at, RemarkKind::Dangling, &words)),
            }
        }
        self.events.push(Happening {
            id: id.to_owned(),
            kind: self.conf.meant(kind),
            trigger: Some(trigger),
            roles: kept,
            note: String::new(),
        });
        Ok(())
    }

    fn span(&mut self, id: &str) -> Result<&mut Mark, String> {
        let id = self.end(id)?;
        let place = self.places.get(id.as_str()).copied();
        place.and_then(|place| self.spans.get_mut(place)).ok_or(id)
    }

    /// A value; a second one of the same attribute makes a list of them.
    fn attribute(&mut self, name: &str, of: &str, value: Option<&str>) -> Result<(), String> {
        let (name, value) = (self.conf.meant(name), value.map(|value| self.conf.meant(value)));
        let value = match value.as_deref() {
            None | Some("true") => Value::Bool(true),
            Some("false") => Value::Bool(false),
            Some(text) => Value::from(text),
        };
        let id = self.end(of)?;
        let place = self.places.get(id.as_str()).copied().ok_or(id)?;
        let Some(span) = self.spans.get_mut(place) else { return Err(name) };
        let at = *self.said.entry((place, name.clone())).or_insert(span.attributes.len());
        match span.attributes.get_mut(at) {
            Some((_, Value::Array(list))) => list.push(value),
            Some((_, one)) => *one = Value::Array(vec![one.take(), value]),
            None => span.attributes.push((name, value)),
        }
        Ok(())
    }

    fn link(&mut self, of: &str, base: &str, id: &str, name: &str) -> Result<(), String> {
        let (own, link) = match base {
            "Hashiya" => (id.to_owned(), None),
            "Wikidata" | "URL" => (String::new(), Some(id.to_owned())),
            other => (String::new(), Some(format!("{other}:{id}"))),
        };
        self.span(of)?.referents.push(Referent { id: own, name: name.to_owned(), link });
        Ok(())
    }
}

/// Two numbers, the first less than the second.
fn piece(limits: &str) -> Option<TextRange> {
    let (start, end) = limits.trim().split_once(' ')?;
    let (start, end) = (start.parse().ok()?, end.trim().parse().ok()?);
    (start < end).then(|| TextRange::of(start, end))
}
