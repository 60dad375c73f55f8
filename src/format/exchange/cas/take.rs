//! Documents from a CAS.

use super::super::fault::{Remark, RemarkKind};
use super::super::model::{Happening, Mark, Referent, Sheet, Tie, Unit};
use super::names::*;
use super::{Cas, Feature, SOFA, Structure};
use crate::core::document::Direction;
use crate::core::range::TextRange;
use crate::core::text::Text;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Layers of tokens and of grammar, which say nothing of spans.
const GRAMMAR: [&str; 5] = ["lexmorph", "syntax", "anomaly", "transform", "metadata"];

/// The most texts that are read of one CAS: each asks all structures whose they are. A translation has two, a web page three.
const TEXTS_MAX: usize = 64;

/// The documents of a CAS, one for each text, and what was passed over. `stem` is the name for one that says none of its own.
#[must_use]
pub fn take(cas: &Cas, file: &str, stem: &str) -> (Vec<Sheet>, Vec<Remark>) {
    let (mut sheets, mut remarks) = (Vec::new(), Vec::new());
    let texts: Vec<&Structure> = cas.structures.iter().filter(|one| one.kind == SOFA).collect();
    let parents: BTreeMap<&str, &str> = cas.types.iter().map(|kind| (kind.name.as_str(), kind.parent.as_str())).collect();
    for sofa in texts.iter().skip(TEXTS_MAX) {
        remarks.push(Remark {
            file: file.to_owned(),
            line: 0,
            kind: RemarkKind::NoPlace,
            words: sofa.text("sofaID").unwrap_or_default().to_owned(),
        });
    }
    for sofa in texts.iter().take(TEXTS_MAX) {
        let Some(Feature::Plain(serde_json::Value::String(text))) = sofa.get("sofaString") else {
            let words = sofa.text("sofaID").unwrap_or_default().to_owned();
            remarks.push(Remark { file: file.to_owned(), line: 0, kind: RemarkKind::NoText, words });
            continue;
        };
        let name = match sofa.text("sofaID").filter(|_| texts.len() > 1) {
            Some(view) => format!("{stem}-{view}"),
            None => stem.to_owned(),
        };
        let sheet = Sheet { name, text: Rc::new(Text::new(text.as_str())), unit: Unit::Utf16, ..Sheet::default() };
        let mut taker = Taker {
            cas,
            parents: &parents,
            file,
            sheet,
            marks: BTreeMap::new(),
            ours: BTreeMap::new(),
            told: BTreeSet::new(),
            remarks: &mut remarks,
        };
        taker.all(sofa.id);
        sheets.push(taker.sheet);
    }
    (sheets, remarks)
}

struct Taker<'a> {
    cas: &'a Cas,
    /// The type that each type is one of.
    parents: &'a BTreeMap<&'a str, &'a str>,
    file: &'a str,
    sheet: Sheet,
    /// The structures that became spans, with the ids of these.
    marks: BTreeMap<i64, String>,
    /// Where the spans of ours stand in the sheet, by their ids.
    ours: BTreeMap<String, usize>,
    /// What was already said to have no place.
    told: BTreeSet<String>,
    remarks: &'a mut Vec<Remark>,
}

impl Taker<'_> {
    fn all(&mut self, sofa: i64) {
        let view = self.cas.views.iter().find(|view| view.sofa == sofa && !view.members.is_empty());
        let members: Option<BTreeSet<i64>> = view.map(|view| view.members.iter().copied().collect());
        // What no index holds is not there for those who ask; where there is no index at all, the text's name decides.
        let belongs = |one: &&Structure| match &members {
            Some(members) => members.contains(&one.id),
            None => one.get("sofa").and_then(Feature::as_reference) == Some(sofa),
        };
        let (mut relations, mut events) = (Vec::new(), BTreeMap::new());
        for one in self.cas.structures.iter().filter(belongs) {
            if self.is_about(one) {
                self.about(one);
            } else if one.get("Governor").is_some() && one.get("Dependent").is_some() && !is_grammar(&one.kind) {
                relations.push(one);
            } else if one.kind.starts_with("uima.cas.") || one.kind.contains(".segmentation.type.") {
                // Tokens, sentences and lists.
            } else if is_grammar(&one.kind) {
                self.no_place(&one.kind);
            } else if let Some(id) = one.text(EVENT_ID) {
                let named = one.text(LABEL).unwrap_or(one.short()).to_owned();
                let note = one.text(NOTE).unwrap_or_default().to_owned();
                events.insert(one.id, (self.sheet.events.len(), one.get(TRIGGER).and_then(Feature::as_reference)));
                self.sheet.events.push(Happening { id: id.to_owned(), kind: named, note, ..Happening::default() });
            } else if one.get("begin").is_some() || one.get("end").is_some() {
                self.span(one);
            } else if let Some(label) = one.text(LABEL).or(one.text("value")) {
                self.sheet.labels.push(label.to_owned());
            } else {
                self.no_place(&one.kind);
            }
        }
        for (place, trigger) in events.values() {
            self.sheet.events[*place].trigger = trigger.and_then(|id| self.marks.get(&id).cloned());
        }
        for one in relations {
            match one.get("Governor").and_then(Feature::as_reference).and_then(|id| events.get(&id)) {
                Some((place, _)) => self.role(one, *place),
                None => self.relation(one),
            }
        }
        for span in &mut self.sheet.spans {
            span.pieces.sort_unstable();
        }
        self.sheet.spans.sort_by_key(|span| (span.hull().start(), Reverse(span.hull().end())));
    }

    /// Whether it says something of the document: a `DocumentAnnotation` or a type of that.
    fn is_about(&self, one: &Structure) -> bool {
        let mut kind = one.kind.as_str();
        for _ in 0..16 {
            if kind == "uima.tcas.DocumentAnnotation" || kind == META {
                return true;
            }
            let Some(parent) = self.parents.get(kind) else { break };
            kind = parent;
        }
        false
    }

    fn about(&mut self, one: &Structure) {
        if let Some(language) = one.text("language").filter(|language| *language != "x-unspecified") {
            self.sheet.language = language.to_owned();
            // UIMA has no place for the direction; that of the language is nearly always meant.
            let first = language.split('-').next().unwrap_or_default();
            if ["ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi"].contains(&first) {
                self.sheet.direction = Direction::Rtl;
            }
        }
        if let Some(title) = one.text("documentTitle") {
            self.sheet.title = title.to_owned();
        }
        if let Some(source) = one.text("documentUri") {
            self.sheet.source = Some(source.to_owned());
        }
        if let Some(id) = one.text("documentId") {
            let endings = [".txt", ".xmi", ".json", ".tsv", ".html", ".xml", ".pdf"];
            self.sheet.name = endings.iter().find_map(|ending| id.strip_suffix(ending)).unwrap_or(id).to_owned();
        }
    }

    fn span(&mut self, one: &Structure) {
        let limit = |name: &str| one.get(name).and_then(Feature::as_limit);
        let range = match (limit("begin"), limit("end")) {
            (Some(begin), Some(end)) if begin < end && end <= self.sheet.text.len_utf16().0 => TextRange::of(begin, end),
            _ => {
                self.remark(RemarkKind::BadLimits, format!("{} {}", one.short(), one.id));
                return;
            }
        };
        if let Some(id) = one.text(SPAN_ID)
            && let Some(&place) = self.ours.get(id)
        {
            // Another piece of a span of ours.
            self.sheet.spans[place].pieces.push(range);
            self.marks.insert(one.id, id.to_owned());
            return;
        }
        let id = one.text(SPAN_ID).map_or_else(|| format!("s{}", one.id), str::to_owned);
        let mut mark = Mark { id: id.clone(), pieces: vec![range], ..Mark::default() };
        let mut referent = Referent::default();
        let named = [LABEL, "value"].into_iter().find(|name| one.text(name).is_some());
        let named = named.or_else(|| {
            let plain = |(name, feature): &&(String, Feature)| !is_known(name) && feature.as_text().is_some();
            one.features.iter().find(plain).map(|(name, _)| name.as_str())
        });
        mark.label = named.and_then(|name| one.text(name)).unwrap_or(one.short()).to_owned();
        for (name, feature) in one.features.iter().filter(|(name, _)| Some(name.as_str()) != named) {
            let text = feature.as_text().unwrap_or_default().to_owned();
            match (name.as_str(), feature) {
                ("begin" | "end" | "sofa" | SPAN_ID, _) => {}
                (IDENTIFIER, _) => referent.link = Some(link(&text).to_owned()).filter(|link| !link.is_empty()),
                (ENTITY_ID, _) => referent.id = text,
                (ENTITY_NAME, _) => referent.name = text,
                (NOTE, _) => mark.note = text,
                (ANNOTATOR, _) => mark.annotator = Some(text),
                (CREATED, _) => mark.created_at = text,
                (_, Feature::References(_)) => self.no_place(&format!("{}:{name}", one.kind)),
                (_, Feature::Plain(value)) if value.is_null() || value == "" => {}
                (_, Feature::Plain(value)) => mark.attributes.push((name.clone(), value.clone())),
            }
        }
        if referent != Referent::default() {
            mark.referents.push(referent);
        }
        if one.text(SPAN_ID).is_some() {
            self.ours.insert(id.clone(), self.sheet.spans.len());
        }
        self.marks.insert(one.id, id);
        self.sheet.spans.push(mark);
    }

    /// A role of an event of ours.
    fn role(&mut self, one: &Structure, event: usize) {
        let role = one.text(LABEL).unwrap_or(one.short()).to_owned();
        match one.get("Dependent").and_then(Feature::as_reference).and_then(|id| self.marks.get(&id)) {
            Some(span) => self.sheet.events[event].roles.push((role, span.clone())),
            None => self.remark(RemarkKind::Dangling, role),
        }
    }

    fn relation(&mut self, one: &Structure) {
        let end = |name: &str| one.get(name).and_then(Feature::as_reference).and_then(|id| self.marks.get(&id).cloned());
        let named = one.text(LABEL).or(one.text("value")).unwrap_or(one.short()).to_owned();
        match (end("Governor"), end("Dependent")) {
            (Some(from), Some(to)) => {
                let id = one.text(RELATION_ID).map_or_else(|| format!("r{}", one.id), str::to_owned);
                let note = one.text(NOTE).unwrap_or_default().to_owned();
                self.sheet.relations.push(Tie { id, kind: named, from, to, note });
            }
            _ => self.remark(RemarkKind::Dangling, named),
        }
    }

    /// Says once that something has no place.
    fn no_place(&mut self, what: &str) {
        if self.told.insert(what.to_owned()) {
            self.remark(RemarkKind::NoPlace, what.to_owned());
        }
    }

    fn remark(&mut self, kind: RemarkKind, words: String) {
        self.remarks.push(Remark { file: self.file.to_owned(), line: 0, kind, words });
    }
}

fn is_grammar(kind: &str) -> bool {
    let rest = kind.strip_prefix("de.tudarmstadt.ukp.dkpro.core.api.");
    rest.is_some_and(|rest| GRAMMAR.iter().any(|package| rest.starts_with(package)))
}

fn is_known(name: &str) -> bool {
    ["begin", "end", "sofa", SPAN_ID, IDENTIFIER, ENTITY_ID, ENTITY_NAME, NOTE, ANNOTATOR, CREATED].contains(&name)
}
