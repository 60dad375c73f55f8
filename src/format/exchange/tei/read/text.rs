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
const BLOCKS: [&str; 24] = [
    "p", "ab", "head", "l", "lg", "div", "div1", "div2", "div3", "list", "item", "sp", "speaker", "stage", "row", "cell",
    "table", "opener", "closer", "salute", "signed", "quote", "u", "byline",
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
const APART: [&str; 10] = ["note", "fw", "figDesc", "corr", "reg", "expan", "rdg", "teiHeader", "standOff", "spanGrp"];

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
}

/// Builds the text of an element.
#[must_use]
pub fn build(node: &Node) -> Built {
    let mut built = Built::default();
    built.node(node, false);
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
        self.push(character);
    }

    fn node(&mut self, node: &Node, preserve: bool) {
        let name = node.name.as_str();
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
            let start = start.unwrap_or(self.count);
            self.places.insert(id.to_owned(), (start, self.count, is_token.then_some(self.tokens)));
        }
        if NAMES.contains(&name) {
            match start.filter(|start| *start < self.count) {
                Some(start) => {
                    let id = node.get("xml:id").map_or_else(|| format!("n{}", self.marks.len() + 1), str::to_owned);
                    self.marks.push(mark(node, id, TextRange::of(start, self.count)));
                }
                None => self.remarks.push((RemarkKind::BadLimits, name.to_owned())),
            }
        }
    }
}

/// A name in the text. Of those that may be of anything the type is the label.
fn mark(node: &Node, id: String, range: TextRange) -> Mark {
    let kind = node.get("type").filter(|_| matches!(node.name.as_str(), "name" | "rs"));
    let label = kind.unwrap_or(&node.name).to_owned();
    let link = node.get("ref").map(|address| link_of(address.split_whitespace().next().unwrap_or_default()));
    let referent = Referent { id: String::new(), name: node.get("key").unwrap_or_default().to_owned(), link };
    let other = |(name, _): &&(String, String)| {
        !name.contains(':') && !["ref", "key", "xmlns"].contains(&name.as_str()) && (name != "type" || kind.is_none())
    };
    Mark {
        id,
        label,
        pieces: vec![range],
        attributes: node.attributes.iter().filter(other).map(|(name, value)| (name.clone(), value.as_str().into())).collect(),
        referents: if referent == Referent::default() { Vec::new() } else { vec![referent] },
        ..Mark::default()
    }
}
