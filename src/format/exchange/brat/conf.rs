//! `annotation.conf`, `visual.conf` and `tools.conf`: which types there are, what joins them, and what they are called.

mod read;

pub use read::{Conf, read};

use super::super::file::OutFile;
use super::super::model::Corpus;
use super::names::{Names, values};
use crate::core::document::Direction;
use crate::core::ids::LabelId;
use crate::core::shapes::kinds::{AttributeKind, EventType, Kinds, RoleDef};
use crate::core::tagset::Bilingual;
use std::collections::{BTreeMap, BTreeSet};

/// The files that belong to all documents.
#[must_use]
pub fn written(corpus: &Corpus, names: &Names) -> Vec<OutFile> {
    let mut files =
        vec![OutFile::text("annotation.conf", annotation(corpus, names)), OutFile::text("visual.conf", visual(corpus, names))];
    if corpus.documents.iter().flat_map(|sheet| &sheet.spans).any(|span| !span.referents.is_empty()) {
        let bases = "Wikidata\t<URL>:https://www.wikidata.org, <URLBASE>:https://www.wikidata.org/wiki/%s";
        files.push(OutFile::text("tools.conf", format!("[options]\n\n[search]\n\n[normalization]\n{bases}\n")));
    }
    files
}

fn annotation(corpus: &Corpus, names: &Names) -> String {
    let kinds = Kinds::of(&corpus.tagset);
    let mut out = String::new();
    for (name, written) in names.changed() {
        let mut quoted = String::new();
        crate::format::json::string(name, &mut quoted);
        out += &format!("# {written} = {quoted}\n");
    }
    let labels = |labels: Option<&[LabelId]>| match labels {
        Some(labels) if !labels.is_empty() => labels.iter().map(|label| names.get(label.as_str())).collect::<Vec<_>>().join("|"),
        _ => "<ENTITY>".to_owned(),
    };
    section(&mut out, "entities", labels_of(corpus).iter().map(|label| names.get(label)));
    let mut relations = Vec::new();
    let declared: BTreeSet<&str> = kinds.relations.iter().map(|kind| kind.id.as_str()).collect();
    let used = corpus.documents.iter().flat_map(|sheet| &sheet.relations).map(|tie| tie.kind.as_str());
    for kind in &kinds.relations {
        let symmetric = if kind.symmetric { ", <REL-TYPE>:symmetric" } else { "" };
        if kind.rules.is_empty() {
            relations.push(format!("{}\tArg1:<ENTITY>, Arg2:<ENTITY>{symmetric}", names.get(&kind.id)));
        }
        for rule in &kind.rules {
            let (from, to) = (labels(rule.from.as_deref()), labels(rule.to.as_deref()));
            relations.push(format!("{}\tArg1:{from}, Arg2:{to}{symmetric}", names.get(&kind.id)));
        }
    }
    let others: BTreeSet<&str> = used.filter(|kind| !declared.contains(kind)).collect();
    relations.extend(others.iter().map(|kind| format!("{}\tArg1:<ENTITY>, Arg2:<ENTITY>", names.get(kind))));
    section(&mut out, "relations", relations.into_iter());
    section(&mut out, "events", events(corpus, &kinds, names, &labels).into_iter());
    section(&mut out, "attributes", attributes(corpus, &kinds, names, &labels).into_iter());
    out
}

fn section(out: &mut String, name: &str, lines: impl Iterator<Item = String>) {
    let lines: String = lines.map(|line| line + "\n").collect();
    *out += &format!("[{name}]\n{lines}\n");
}

/// The labels of the tagset, and those that spans have besides.
fn labels_of(corpus: &Corpus) -> Vec<String> {
    let mut labels: Vec<String> = corpus.tagset.labels.iter().map(|label| label.id.as_str().to_owned()).collect();
    let used: BTreeSet<&String> = corpus.documents.iter().flat_map(|sheet| &sheet.spans).map(|span| &span.label).collect();
    let known: BTreeSet<String> = labels.iter().cloned().collect();
    labels.extend(used.into_iter().filter(|label| !known.contains(*label)).cloned());
    labels
}

fn events(corpus: &Corpus, kinds: &Kinds, names: &Names, labels: &dyn Fn(Option<&[LabelId]>) -> String) -> Vec<String> {
    let mut used: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for event in corpus.documents.iter().flat_map(|sheet| &sheet.events) {
        used.entry(&event.kind).or_default().extend(event.roles.iter().map(|(role, _)| role.as_str()));
    }
    let line = |id: &str, declared: &[RoleDef]| {
        let mut roles: Vec<String> = Vec::new();
        for role in declared {
            roles.push(format!("{}{}:{}", names.get(&role.id), count(role), labels(role.labels.as_deref())));
        }
        let others = used.get(id).into_iter().flatten().filter(|role| declared.iter().all(|one| one.id != **role));
        roles.extend(others.map(|role| format!("{}*:<ENTITY>", names.get(role))));
        if roles.is_empty() { names.get(id) } else { format!("{}\t{}", names.get(id), roles.join(", ")) }
    };
    let known = |id: &str| kinds.events.iter().any(|kind: &std::rc::Rc<EventType>| kind.id == id);
    let declared = kinds.events.iter().map(|kind| line(&kind.id, &kind.roles));
    declared.chain(used.keys().filter(|id| !known(id)).map(|id| line(id, &[]))).collect()
}

/// How many of a role there may be.
fn count(role: &RoleDef) -> String {
    match (role.min, role.max) {
        (0, None) => "*".to_owned(),
        (0, Some(1)) => "?".to_owned(),
        (1, Some(1)) => String::new(),
        (_, None) => "+".to_owned(),
        (min, Some(max)) => format!("{{{min}-{max}}}"),
    }
}

fn attributes(corpus: &Corpus, kinds: &Kinds, names: &Names, labels: &dyn Fn(Option<&[LabelId]>) -> String) -> Vec<String> {
    let mut used: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (name, value) in corpus.documents.iter().flat_map(|sheet| &sheet.spans).flat_map(|span| &span.attributes) {
        used.entry(name).or_default().extend(values(value));
    }
    let line = |id: &str, declared: Vec<String>, of: &str| {
        let others = used.get(id).into_iter().flatten().filter(|value| !declared.contains(*value)).cloned();
        let values: Vec<String> = declared.iter().cloned().chain(others).map(|value| names.get(&value)).collect();
        let values = if values.is_empty() { String::new() } else { format!(", Value:{}", values.join("|")) };
        format!("{}\tArg:{of}{values}", names.get(id))
    };
    let mut lines = Vec::new();
    for attribute in &kinds.attributes {
        let values: Vec<String> = attribute.values.iter().map(|choice| choice.id.clone()).collect();
        // One of free text that no span has a value of would look like a flag.
        if !values.is_empty() || attribute.kind == AttributeKind::Flag || used.contains_key(attribute.id.as_str()) {
            lines.push(line(&attribute.id, values, &labels(attribute.labels.as_deref())));
        }
    }
    let others = used.keys().filter(|id| kinds.attribute(id).is_none());
    lines.extend(others.map(|id| line(id, Vec::new(), "<ENTITY>")));
    lines
}

/// What types are called, and which way texts run.
fn visual(corpus: &Corpus, names: &Names) -> String {
    let kinds = Kinds::of(&corpus.tagset);
    let mut called: Vec<(String, String)> = Vec::new();
    let mut call = |id: &str, name: &Bilingual| {
        let plain = |text: &str| super::super::lines::one_line(text).replace(['|', ','], " ");
        let forms = [&name.ar, &name.en].map(|text| plain(text)).into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let written = names.get(id);
        if !forms.is_empty() && called.iter().all(|(other, _)| *other != written) {
            called.push((written, forms.join(" | ")));
        }
    };
    corpus.tagset.labels.iter().for_each(|label| call(label.id.as_str(), &label.name));
    kinds.relations.iter().for_each(|kind| call(&kind.id, &kind.name));
    for event in &kinds.events {
        call(&event.id, &event.name);
        event.roles.iter().for_each(|role| call(&role.id, &role.name));
    }
    for attribute in &kinds.attributes {
        call(&attribute.id, &attribute.name);
        attribute.values.iter().for_each(|choice| call(&choice.id, &choice.name));
    }
    names.changed().for_each(|(name, _)| call(name, &Bilingual::new(name, "")));
    let rtl = corpus.documents.iter().filter(|sheet| sheet.direction != Direction::Ltr).count();
    let direction = if rtl * 2 >= corpus.documents.len() { "rtl" } else { "ltr" };
    let mut out = String::new();
    section(&mut out, "options", [format!("Text direction:{direction}")].into_iter());
    section(&mut out, "labels", called.into_iter().map(|(written, forms)| format!("{written} | {forms}")));
    section(&mut out, "drawing", ["SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken".to_owned()].into_iter());
    out
}
