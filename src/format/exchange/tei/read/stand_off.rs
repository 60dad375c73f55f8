//! What stands beside the text: spans over its elements, relations and events.

use super::super::super::fault::RemarkKind;
use super::super::super::model::{Happening, Mark, Referent, Sheet, Tie};
use super::super::super::plain;
use super::super::super::web_annotation::link_of;
use super::super::PREFIXES;
use super::super::dom::Node;
use super::text::Built;
use crate::core::range::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// A link to another document: id, type, both ends as pointers, note.
pub type FarLink = (String, String, String, String, String);

/// Takes what groups of spans and lists of relations say, wherever in the document they stand.
pub fn read(
    document: &Node,
    built: &Built,
    sheet: &mut Sheet,
    links: &mut Vec<FarLink>,
    remark: &mut dyn FnMut(RemarkKind, &str),
) {
    let mut found = Found::default();
    found.gather(document);
    for group in &found.groups {
        for span in group.named("span").filter(|_| group.get("type") != Some("events")) {
            match pieces(span, built) {
                Ok(pieces) => sheet.spans.push(mark(span, pieces, &found, sheet.spans.len())),
                Err(kind) => remark(kind, span.get("type").unwrap_or_default()),
            }
        }
    }
    for annotation in &found.annotations {
        match pieces(annotation, built) {
            Ok(pieces) => sheet.spans.push(annotated(annotation, pieces, sheet.spans.len())),
            Err(kind) => remark(kind, annotation.get("ana").unwrap_or_default()),
        }
    }
    let mut seen = BTreeSet::new();
    sheet.spans.retain(|span| {
        let is_new = seen.insert(span.id.clone());
        if !is_new {
            remark(RemarkKind::Unreadable, &span.id);
        }
        is_new
    });
    let known = |pointer: Option<&str>| {
        let id = bare(pointer?.strip_prefix('#')?).to_owned();
        seen.contains(&id).then_some(id)
    };
    for span in found.groups.iter().filter(|group| group.get("type") == Some("events")).flat_map(|group| group.named("span")) {
        let features = found.features(span);
        let kind = features.text("label").unwrap_or_else(|| span.get("type").unwrap_or_default().to_owned());
        let trigger = known(span.get("target"));
        if span.get("target").is_some() && trigger.is_none() {
            remark(RemarkKind::Dangling, &kind);
        }
        let mut roles = Vec::new();
        for role in features.all("role") {
            let name = role.text("name").unwrap_or_default();
            match known(role.all_nodes("span").next().and_then(|feature| feature.get("fVal"))) {
                Some(id) => roles.push((name, id)),
                None => remark(RemarkKind::Dangling, &name),
            }
        }
        let id = span.get("xml:id").map_or_else(|| format!("e{}", sheet.events.len() + 1), |id| bare(id).to_owned());
        sheet.events.push(Happening { id, kind, trigger, roles, note: features.text("note").unwrap_or_default() });
    }
    for (relation, is_far) in &found.relations {
        let id = relation.get("xml:id").map_or_else(|| format!("r{}", sheet.relations.len() + 1), |id| bare(id).to_owned());
        let kind = relation.get("name").or_else(|| relation.get("type")).unwrap_or_default().to_owned();
        let note = relation.named("desc").map(Node::text).collect::<Vec<_>>().join("\n");
        let mutual: Vec<&str> = relation.get("mutual").unwrap_or_default().split_whitespace().collect();
        let (from, to) = (relation.get("active").or(mutual.first().copied()), relation.get("passive").or(mutual.get(1).copied()));
        match (known(from), known(to)) {
            (Some(from), Some(to)) => sheet.relations.push(Tie { id, kind, from, to, note }),
            _ if *is_far => {
                let id = id.strip_prefix("l-").unwrap_or(&id).to_owned();
                links.push((id, kind, from.unwrap_or_default().to_owned(), to.unwrap_or_default().to_owned(), note));
            }
            _ => remark(RemarkKind::Dangling, &kind),
        }
    }
}

/// An id without what our own stand behind.
fn bare(id: &str) -> &str {
    PREFIXES.iter().find_map(|prefix| id.strip_prefix(prefix)).unwrap_or(id)
}

/// What matters of a document beside its text.
#[derive(Default)]
struct Found<'a> {
    groups: Vec<&'a Node>,
    annotations: Vec<&'a Node>,
    relations: Vec<(&'a Node, bool)>,
    structures: BTreeMap<&'a str, &'a Node>,
}

impl<'a> Found<'a> {
    fn gather(&mut self, node: &'a Node) {
        for inner in node.nodes() {
            match inner.name.as_str() {
                "spanGrp" => self.groups.push(inner),
                "listAnnotation" => self.annotations.extend(inner.named("annotation")),
                "listRelation" => {
                    let is_far = inner.get("type") == Some("links");
                    self.relations.extend(inner.named("relation").map(|relation| (relation, is_far)));
                }
                "fs" => {
                    if let Some(id) = inner.get("xml:id") {
                        self.structures.insert(id, inner);
                    }
                    continue;
                }
                _ => {}
            }
            self.gather(inner);
        }
    }

    /// The features that an element points at.
    fn features(&self, node: &Node) -> Features<'a> {
        let id = node.get("ana").and_then(|pointer| pointer.strip_prefix('#'));
        Features(id.and_then(|id| self.structures.get(id).copied()))
    }
}

/// A structure of features.
struct Features<'a>(Option<&'a Node>);

impl<'a> Features<'a> {
    fn all_nodes(&self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.0.into_iter().flat_map(|node| node.named("f")).filter(move |feature| feature.get("name") == Some(name))
    }

    /// The text of a feature.
    fn text(&self, name: &'a str) -> Option<String> {
        self.all_nodes(name).next().map(Node::text)
    }

    /// The structures that are values of a feature.
    fn all(&self, name: &'a str) -> impl Iterator<Item = Features<'a>> {
        self.all_nodes(name).map(|feature| Features(feature.named("fs").next()))
    }
}

/// The label that an element tells of: its type, what it points at, or its words.
fn told(node: &Node) -> Option<String> {
    let words = || Some(node.text().split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty());
    let pointer = || Some(node.get("ana")?.split_whitespace().next()?.trim_start_matches('#').to_owned());
    node.get("type").map(str::to_owned).or_else(words).or_else(pointer)
}

/// An annotation of a list: its label stands in a pointer, in a name or in a term of it.
fn annotated(node: &Node, pieces: Vec<TextRange>, count: usize) -> Mark {
    let pointer = node.get("ana").and_then(|ana| ana.split_whitespace().next()).map(|ana| ana.trim_start_matches('#').to_owned());
    let inner = || node.nodes().filter(|inner| matches!(inner.name.as_str(), "rs" | "name" | "term")).find_map(told);
    let addresses =
        node.nodes().filter(|inner| inner.name != "respStmt").filter_map(|inner| inner.get("ref").or(inner.get("target")));
    Mark {
        id: node.get("xml:id").map_or_else(|| format!("span-{}", count + 1), |id| bare(id).to_owned()),
        label: node.get("type").map(str::to_owned).or(pointer).or_else(inner).unwrap_or_else(|| "annotation".to_owned()),
        pieces,
        note: node.named("note").map(Node::text).collect::<Vec<_>>().join("\n"),
        referents: addresses.map(|address| Referent { link: Some(link_of(address)), ..Referent::default() }).collect(),
        ..Mark::default()
    }
}

fn mark(span: &Node, pieces: Vec<TextRange>, found: &Found<'_>, count: usize) -> Mark {
    let features = found.features(span);
    let text = |name| features.text(name).unwrap_or_default();
    let mut referents: Vec<Referent> = Vec::new();
    for entity in features.all("entity") {
        let part = |name| entity.text(name).unwrap_or_default();
        referents.push(Referent { id: part("id"), name: part("name"), link: entity.text("link") });
    }
    if referents.is_empty() {
        let addresses = ["corresp", "ref"].iter().filter_map(|name| span.get(name)).flat_map(str::split_whitespace);
        referents.extend(addresses.map(|address| Referent { link: Some(link_of(address)), ..Referent::default() }));
    }
    let attribute = |one: Features<'_>| Some((one.text("name")?, plain::value(&one.text("value")?)));
    Mark {
        id: span.get("xml:id").map_or_else(|| format!("span-{}", count + 1), |id| bare(id).to_owned()),
        label: features.text("label").or_else(|| told(span)).unwrap_or_else(|| "span".to_owned()),
        pieces,
        note: text("note"),
        attributes: features.all("attribute").filter_map(attribute).collect(),
        referents,
        annotator: features.text("annotator"),
        created_at: text("created"),
        ..Mark::default()
    }
}

/// Where a span stands: from one element to another, or on several, of which tokens that follow one another are one piece.
fn pieces(span: &Node, built: &Built) -> Result<Vec<TextRange>, RemarkKind> {
    let place = |pointer: &str| pointer.strip_prefix('#').and_then(|id| built.places.get(id)).copied();
    let range = |start: u32, end: u32| if start < end { Ok(TextRange::of(start, end)) } else { Err(RemarkKind::BadLimits) };
    if let Some(from) = span.get("from") {
        let (first, last) = (place(from), place(span.get("to").unwrap_or(from)));
        let ((start, ..), (_, end, _)) = first.zip(last).ok_or(RemarkKind::Dangling)?;
        return Ok(vec![range(start, end)?]);
    }
    let places = span.get("target").unwrap_or_default().split_whitespace().map(place).collect::<Option<Vec<_>>>();
    let mut places = places.filter(|places| !places.is_empty()).ok_or(RemarkKind::Dangling)?;
    places.sort_unstable();
    let mut pieces: Vec<TextRange> = Vec::new();
    let mut before = None;
    for (start, end, token) in places {
        let follows = token.is_some() && before.zip(token).is_some_and(|(before, token): (usize, usize)| token <= before + 1);
        match pieces.last_mut().filter(|last| follows || last.end().0 >= start) {
            Some(last) => *last = TextRange::of(last.start().0, last.end().0.max(end)),
            None => pieces.push(range(start, end)?),
        }
        before = token;
    }
    Ok(pieces)
}
