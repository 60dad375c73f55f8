//! The running text of a document, where its elements stand in it, and the names that are marked in it.
//!
//! White space stands as it is where the file says so; elsewhere runs of it are one space, and elements that are blocks begin lines.

use super::super::super::fault::RemarkKind;
use super::super::super::model::{Mark, Referent};
use super::super::super::web_annotation::link_of;
use super::super::dom::{Child, Node};
use crate::core::range::TextRange;
use std::collections::BTreeMap;

/// Elements that begin and end lines.
const BLOCKS: [&str; 31] = [
    "p",
    "ab",
    "head",
    "l",
    "lg",
    "div",
    "div1",
    "div2",
    "div3",
    "list",
    "item",
    "sp",
    "speaker",
    "stage",
    "row",
    "cell",
    "table",
    "opener",
    "closer",
    "salute",
    "signed",
    "quote",
    "u",
    "byline",
    "dateline",
    "trailer",
    "postscript",
    "epigraph",
    "titlePart",
    "addrLine",
    "castItem",
];

/// Elements that mark what their words are.
const NAMES: [&str; 26] = [
    "persName",
    "placeName",
    "orgName",
    "name",
    "rs",
    "geogName",
    "country",
    "region",
    "settlement",
    "district",
    "bloc",
    "date",
    "time",
    "num",
    "measure",
    "roleName",
    "forename",
    "surname",
    "objectName",
    "eventName",
    "term",
    "addName",
    "geogFeat",
    "title",
    "org",
    "affiliation",
];

/// Elements whose text is none of the document.
const APART: [&str; 14] = [
    "note",
    "fw",
    "figDesc",
    "corr",
    "reg",
    "expan",
    "rdg",
    "teiHeader",
    "standOff",
    "spanGrp",
    "listAnnotation",
    "listRelation",
    "interpGrp",
    "index",
];

/// Elements that break lines and pages, and reach to the next one of their kind.
const BREAKS: [&str; 4] = ["lb", "pb", "cb", "gb"];

/// What was built.
#[derive(Debug, Default)]
pub struct Built {
    /// The text.
    pub text: String,
    /// Whether white space is a guess.
    pub is_guess: bool,
    /// Where each element with an id stands: its limits, and its number among tokens where it is one.
    pub places: BTreeMap<String, (u32, u32, Option<usize>)>,
    /// The names in the text.
    pub marks: Vec<Mark>,
    /// What was passed over.
    pub remarks: Vec<(RemarkKind, String)>,
    count: u32,
    tokens: usize,
    space: bool,
    line: bool,
    /// Where the elements begin that are open; those at the end have no character yet.
    open: Vec<Option<u32>>,
    unset: usize,
    /// Ids of elements without words since the last character that is seen: what begins at one begins with the next.
    points: Vec<String>,
    /// Elements that reach to another one: what they say, without limits, and the id of that one.
    reaching: Vec<(Mark, String)>,
    /// How many of these have no first character yet.
    unreached: usize,
}

/// Builds the text of an element.
#[must_use]
pub fn build(node: &Node) -> Built {
    let mut built = Built::default();
    built.node(node, false);
    built.reach();
    built
}

impl Built {
    fn push(&mut self, character: char) {
        self.text.push(character);
        self.count += 1;
    }

    /// A character that is seen, or white space that counts.
    fn visible(&mut self, character: char) {
        if self.line && self.count > 0 {
            self.push('\n');
        } else if self.space && self.count > 0 {
            self.push(' ');
        }
        (self.line, self.space) = (false, false);
        let count = self.count;
        self.open[self.unset..].iter_mut().for_each(|start| *start = Some(count));
        self.unset = self.open.len();
        for id in self.points.drain(..) {
            if let Some(place) = self.places.get_mut(&id) {
                place.0 = count;
            }
        }
        let from = self.reaching.len() - self.unreached;
        self.reaching[from..].iter_mut().for_each(|(mark, _)| mark.pieces = vec![TextRange::of(count, count)]);
        self.unreached = 0;
        self.push(character);
    }

    /// Gives the elements that reach to others their limits: they may cross what lies between tags.
    fn reach(&mut self) {
        for (mut mark, to) in std::mem::take(&mut self.reaching) {
            let Some((_, end, _)) = self.places.get(&to).copied() else {
                self.remarks.push((RemarkKind::Dangling, mark.label));
                continue;
            };
            match mark.pieces.first().map(|piece| piece.start().0).filter(|start| *start < end) {
                Some(start) => {
                    mark.pieces = vec![TextRange::of(start, end)];
                    self.marks.push(mark);
                }
                None => self.remarks.push((RemarkKind::BadLimits, mark.label)),
            }
        }
    }

    fn node(&mut self, node: &Node, preserve: bool) {
        let name = node.name.as_str();
        let to = node.get("spanTo").and_then(|to| to.strip_prefix('#')).filter(|_| !BREAKS.contains(&name));
        if let Some(to) = to {
            let id = node.get("xml:id").map_or_else(|| format!("to-{to}"), str::to_owned);
            self.reaching.push((mark(node, id, Vec::new()), to.to_owned()));
            self.unreached += 1;
        }
        if APART.contains(&name) {
            if name == "note" {
                self.remarks.push((RemarkKind::NoPlace, node.text()));
            }
            return;
        }
        let preserve = match node.get("xml:space") {
            Some("preserve") => true,
            Some("default") => false,
            _ => preserve,
        };
        let is_block = BLOCKS.contains(&name) || (name == "lb" && node.get("break") != Some("no"));
        self.line |= is_block;
        self.open.push(None);
        for child in &node.children {
            match child {
                Child::Node(inner) => self.node(inner, preserve),
                Child::Text(text) if preserve => text.chars().for_each(|character| self.visible(character)),
                Child::Text(text) => {
                    for character in text.chars() {
                        if character.is_whitespace() {
                            self.space = true;
                        } else {
                            self.visible(character);
                        }
                    }
                }
            }
        }
        let start = self.open.pop().flatten();
        self.unset = self.unset.min(self.open.len());
        self.line |= is_block;
        let is_token = matches!(name, "w" | "pc");
        self.is_guess |= is_token && !preserve;
        self.tokens += usize::from(is_token);
        if let Some(id) = node.get("xml:id") {
            if start.is_none() {
                self.points.push(id.to_owned());
            }
            let start = start.unwrap_or(self.count);
            self.places.insert(id.to_owned(), (start, self.count, is_token.then_some(self.tokens)));
        }
        // A piece of text is a name of something only where it says of what.
        let is_told = name == "seg" && (node.get("type").is_some() || node.get("ana").is_some());
        if NAMES.contains(&name) || is_told {
            match start.filter(|start| *start < self.count) {
                Some(start) => {
                    let id = node.get("xml:id").map_or_else(|| format!("n{}", self.marks.len() + 1), str::to_owned);
                    self.marks.push(mark(node, id, vec![TextRange::of(start, self.count)]));
                }
                None => self.remarks.push((RemarkKind::BadLimits, name.to_owned())),
            }
        }
    }
}

/// A name in the text. Of those that may be of anything the label is their type, or what they point at.
fn mark(node: &Node, id: String, pieces: Vec<TextRange>) -> Mark {
    const KINDS: [&str; 2] = ["type", "ana"];
    let kinds: &[&str] = match node.name.as_str() {
        "name" | "rs" => &KINDS[..1],
        "seg" => &KINDS,
        "index" => &["indexName"],
        _ => &[],
    };
    let told = kinds.iter().find_map(|kind| Some((*kind, node.get(kind)?)));
    let label = match told {
        // Of several things that are pointed at the first one.
        Some(("ana", all)) => all.split_whitespace().next().unwrap_or("seg").trim_start_matches('#'),
        Some((_, label)) => label,
        None => node.name.as_str(),
    };
    let link = node.get("ref").map(|address| link_of(address.split_whitespace().next().unwrap_or_default()));
    let referent = Referent { id: String::new(), name: node.get("key").unwrap_or_default().to_owned(), link };
    let other = |(name, _): &&(String, String)| {
        !name.contains(':')
            && !["ref", "key", "xmlns", "spanTo"].contains(&name.as_str())
            && told.is_none_or(|(kind, _)| kind != name)
    };
    Mark {
        id,
        label: label.to_owned(),
        pieces,
        attributes: node.attributes.iter().filter(other).map(|(name, value)| (name.clone(), value.as_str().into())).collect(),
        referents: if referent == Referent::default() { Vec::new() } else { vec![referent] },
        ..Mark::default()
    }
}
