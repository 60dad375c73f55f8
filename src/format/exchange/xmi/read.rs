//! Reading.

use super::super::cas::{self, Cas, Feature, Structure, Type, View};
use super::super::fault::Fault;
use super::super::file::{Found, InFile, Reading};
use super::is_type_system;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use serde_json::Value;
use std::collections::BTreeMap;

/// How deep elements may lie in one another.
const DEPTH: usize = 64;

/// Reads XMI files, with the type systems among them for all.
///
/// # Errors
/// A file is not UTF-8 or not XML, there is none but type systems, or one has no text.
pub fn read(files: &[InFile]) -> Reading {
    let mut types = Vec::new();
    for file in files.iter().filter(|file| is_type_system(file)) {
        types.extend(type_system(file)?);
    }
    let mut found = Found::default();
    for file in files.iter().filter(|file| !is_type_system(file)) {
        let mut cas = document(file)?;
        typed(&mut cas, &types);
        let (sheets, remarks) = cas::take(&cas, &file.name, file.stem());
        if sheets.is_empty() {
            return Err(Fault::Empty { file: file.name.clone() });
        }
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        found.corpus.documents.extend(sheets);
        found.remarks.extend(remarks);
    }
    match files.first() {
        _ if !found.corpus.documents.is_empty() => Ok(found),
        Some(file) => Err(Fault::Alone { file: file.name.clone(), missing: "*.xmi".to_owned() }),
        None => Err(Fault::Empty { file: String::new() }),
    }
}

/// Goes through the elements of a file; `step` is given each that begins, with how deep it lies, and then each text.
fn walk<'a>(file: &'a InFile, mut step: impl FnMut(usize, Step<'_>) -> Option<()>) -> Result<(), Fault> {
    let text: &'a str = file.text()?;
    let line = |at: u64| text.as_bytes()[..(at as usize).min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1;
    let broken = |at: u64| Fault::Broken { file: file.name.clone(), line: line(at), syntax: "XML" };
    let mut reader = Reader::from_str(text);
    let mut depth = 0;
    let mut elements = 0;
    loop {
        let at = reader.buffer_position();
        match reader.read_event().map_err(|_| broken(at))? {
            Event::Start(start) => {
                step(depth, Step::Element(&start)).ok_or_else(|| broken(at))?;
                depth += 1;
                elements += 1;
            }
            Event::Empty(start) => {
                step(depth, Step::Element(&start)).ok_or_else(|| broken(at))?;
                elements += 1;
            }
            Event::End(_) => depth = depth.checked_sub(1).ok_or_else(|| broken(at))?,
            Event::Text(words) => step(depth, Step::Text(&words.xml10_content())).ok_or_else(|| broken(at))?,
            Event::Eof if depth > 0 || elements == 0 => return Err(broken(at)),
            Event::Eof => return Ok(()),
            _ => {}
        }
        if depth > DEPTH {
            return Err(Fault::TooDeep { file: file.name.clone() });
        }
    }
}

enum Step<'a> {
    Element(&'a BytesStart<'a>),
    Text(&'a str),
}

/// The attributes of an element, unescaped; `None` where one does not read.
fn attributes(start: &BytesStart) -> Option<Vec<(String, String)>> {
    let one = |attribute: Result<quick_xml::events::attributes::Attribute, _>| {
        let attribute = attribute.ok()?;
        Some((attribute.key.into_inner().to_owned(), attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()))
    };
    // Looking for doubles would take the square of their number; the first of two counts.
    let mut all = start.attributes();
    all.with_checks(false).map(one).collect()
}

fn document(file: &InFile) -> Result<Cas, Fault> {
    let mut cas = Cas::default();
    let mut packages: BTreeMap<String, String> = BTreeMap::new();
    walk(file, |depth, step| {
        let Step::Element(start) = step else { return Some(()) };
        let attributes = attributes(start)?;
        for (name, value) in &attributes {
            if let Some(prefix) = name.strip_prefix("xmlns:") {
                packages.insert(prefix.to_owned(), package(value));
            }
        }
        if depth == 1 {
            element(start, attributes, &packages, &mut cas);
        }
        Some(())
    })?;
    Ok(cas)
}

/// `http:///uima/cas.ecore` is `uima.cas`.
fn package(address: &str) -> String {
    let path = address.strip_prefix("http:///").unwrap_or(address);
    path.strip_suffix(".ecore").unwrap_or(path).replace('/', ".")
}

fn element(start: &BytesStart, attributes: Vec<(String, String)>, packages: &BTreeMap<String, String>, cas: &mut Cas) {
    let name = start.name();
    let (local, prefix) = name.decompose();
    let package = prefix.and_then(|prefix| packages.get(prefix.into_inner())).map_or("", String::as_str);
    let kind = match package {
        "" | "uima.noNamespace" => local.into_inner().to_owned(),
        package => format!("{package}.{}", local.into_inner()),
    };
    let get = |name: &str| attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
    let ids = |list: &str| list.split_ascii_whitespace().filter_map(|id| id.parse().ok()).collect();
    if kind == "uima.cas.View" {
        let Some(sofa) = get("sofa").and_then(|id| id.parse().ok()) else { return };
        cas.views.push(View { sofa, members: ids(get("members").unwrap_or_default()) });
        return;
    }
    let Some(id) = get("xmi:id").and_then(|id| id.parse().ok()) else { return };
    let features = attributes.iter().filter(|(name, _)| !name.contains(':') && name != "xmlns");
    let features = features.map(|(name, value)| (name.clone(), Feature::text(value.clone()))).collect();
    cas.structures.push(Structure { id, kind, features });
}

/// Gives features the kinds of values that their types say; without types all are texts.
fn typed(cas: &mut Cas, types: &[Type]) {
    let by_name: BTreeMap<&str, &Type> = types.iter().map(|kind| (kind.name.as_str(), kind)).collect();
    for one in &mut cas.structures {
        for (name, feature) in &mut one.features {
            let Some(range) = range(&by_name, &one.kind, name) else { continue };
            let Feature::Plain(Value::String(text)) = &*feature else { continue };
            let plain = match range {
                "uima.cas.String" | "uima.cas.Float" | "uima.cas.Double" => continue,
                "uima.cas.Boolean" => text.parse().ok().map(Value::Bool),
                "uima.cas.Integer" | "uima.cas.Long" | "uima.cas.Short" | "uima.cas.Byte" => {
                    text.parse::<i64>().ok().map(Value::from)
                }
                _ => {
                    *feature = Feature::References(text.split_ascii_whitespace().filter_map(|id| id.parse().ok()).collect());
                    continue;
                }
            };
            if let Some(plain) = plain {
                *feature = Feature::Plain(plain);
            }
        }
    }
    cas.types = types.to_vec();
}

/// What a feature of a type or of what it is one of holds. A subtype of the text type is one of text.
fn range<'a>(types: &BTreeMap<&str, &'a Type>, kind: &str, feature: &str) -> Option<&'a str> {
    let mut kind = *types.get(kind)?;
    for _ in 0..16 {
        if let Some((_, range)) = kind.features.iter().find(|(name, _)| name == feature) {
            let parent = types.get(range.as_str()).map(|of| of.parent.as_str());
            return Some(if parent == Some("uima.cas.String") { "uima.cas.String" } else { range });
        }
        kind = types.get(kind.parent.as_str())?;
    }
    None
}

fn type_system(file: &InFile) -> Result<Vec<Type>, Fault> {
    let mut types: Vec<Type> = Vec::new();
    let mut element = String::new();
    let mut in_feature = false;
    walk(file, |_, step| {
        match step {
            Step::Element(start) => {
                element = start.local_name().into_inner().to_owned();
                match element.as_str() {
                    "typeDescription" => {
                        types.push(Type::default());
                        in_feature = false;
                    }
                    "featureDescription" => {
                        in_feature = true;
                        if let Some(kind) = types.last_mut() {
                            kind.features.push(Default::default());
                        }
                    }
                    _ => {}
                }
            }
            Step::Text(words) if !words.trim().is_empty() => {
                let words = words.trim().to_owned();
                if let Some(kind) = types.last_mut() {
                    match (element.as_str(), kind.features.last_mut().filter(|_| in_feature)) {
                        ("name", Some(feature)) => feature.0 = words,
                        ("rangeTypeName", Some(feature)) => feature.1 = words,
                        ("name", None) => kind.name = words,
                        ("supertypeName", None) => kind.parent = words,
                        _ => {}
                    }
                }
            }
            Step::Text(_) => {}
        }
        Some(())
    })?;
    Ok(types)
}
