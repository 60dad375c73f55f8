//! XML as a tree: elements by their local names, no entities but those of XML itself.

use super::super::fault::Fault;
use super::super::file::InFile;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// How deep elements may lie in one another.
const DEPTH: usize = 64;

/// An element.
#[derive(Debug, Default, PartialEq)]
pub struct Node {
    /// Its name without a prefix.
    pub name: String,
    /// Its attributes, with their prefixes.
    pub attributes: Vec<(String, String)>,
    /// What it holds, in order.
    pub children: Vec<Child>,
}

/// What an element holds.
#[derive(Debug, PartialEq)]
pub enum Child {
    /// An element.
    Node(Node),
    /// Text.
    Text(String),
}

impl Node {
    /// An attribute.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Its elements.
    pub fn nodes(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// Its elements of a name.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.nodes().filter(move |node| node.name == name)
    }

    /// The first element on a way of names.
    #[must_use]
    pub fn at(&self, way: &[&str]) -> Option<&Self> {
        match way {
            [] => Some(self),
            [first, rest @ ..] => self.nodes().filter(|node| node.name == *first).find_map(|node| node.at(rest)),
        }
    }

    /// All its text.
    #[must_use]
    pub fn text(&self) -> String {
        let text = |child: &Child| match child {
            Child::Node(node) => node.text(),
            Child::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }
}

/// The root of a file.
///
/// # Errors
/// When it is not UTF-8 or not XML, or lies too deep.
pub fn parse(file: &InFile) -> Result<Node, Fault> {
    let text = file.text()?;
    let mut reader = Reader::from_str(text);
    let mut stack = vec![Node::default()];
    loop {
        let at = |reader: &Reader<&[u8]>| {
            let read = reader.buffer_position().min(text.len() as u64) as usize;
            let line = text.as_bytes()[..read].iter().filter(|byte| **byte == b'\n').count() + 1;
            Fault::Broken { file: file.name.clone(), line, syntax: "XML" }
        };
        let event = reader.read_event().map_err(|_| at(&reader))?;
        let Some(top) = stack.last_mut() else { return Err(at(&reader)) };
        match event {
            Event::Start(start) => {
                let node = element(&start).ok_or_else(|| at(&reader))?;
                if stack.len() > DEPTH {
                    return Err(Fault::TooDeep { file: file.name.clone() });
                }
                stack.push(node);
            }
            Event::Empty(start) => top.children.push(Child::Node(element(&start).ok_or_else(|| at(&reader))?)),
            Event::End(_) => {
                let node = stack.pop().unwrap_or_default();
                let Some(top) = stack.last_mut() else { return Err(at(&reader)) };
                top.children.push(Child::Node(node));
            }
            Event::Text(text) => push(top, &text.xml10_content()),
            Event::CData(text) => push(top, &text.xml10_content()),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().map(String::from);
                let known = [("lt", "<"), ("gt", ">"), ("amp", "&"), ("apos", "'"), ("quot", "\"")];
                let plain = known.iter().find(|(known, _)| *known == &*name).map(|(_, plain)| (*plain).to_owned());
                // An entity of a document type stays as it is written.
                push(top, &character.or(plain).unwrap_or_else(|| format!("&{};", &*name)));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let broken = || Fault::Broken { file: file.name.clone(), line: text.lines().count(), syntax: "XML" };
    let root = stack.pop().filter(|_| stack.is_empty()).ok_or_else(broken)?;
    root.children.into_iter().find_map(|child| if let Child::Node(node) = child { Some(node) } else { None }).ok_or_else(broken)
}

fn push(node: &mut Node, text: &str) {
    match node.children.last_mut() {
        Some(Child::Text(last)) => last.push_str(text),
        _ => node.children.push(Child::Text(text.to_owned())),
    }
}

fn element(start: &BytesStart<'_>) -> Option<Node> {
    let local = |name: &str| name.rsplit(':').next().unwrap_or(name).to_owned();
    let mut node = Node { name: local(start.name().as_ref()), ..Node::default() };
    // The library would hold each against all before it.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        node.attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Some(node)
}
