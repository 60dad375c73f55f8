//! TEI files as a corpus.

mod stand_off;
mod text;

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::{CrossLink, LinkEnd, Sheet};
use super::dom::{Node, parse};
use crate::core::document::Direction;
use crate::core::text::Text;
use std::rc::Rc;

/// Reads files of this format.
///
/// # Errors
/// When one is not UTF-8 or not XML or lies too deep, or when there is no text in any.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in files {
        let root = parse(file)?;
        let mut documents = Vec::new();
        gather(&root, &mut documents);
        let is_alone = documents.len() == 1;
        for (place, document) in documents.into_iter().enumerate() {
            let name = if is_alone { file.stem().to_owned() } else { format!("{}-{}", file.stem(), place + 1) };
            read_one(document, name, file, &mut found);
        }
    }
    if found.corpus.documents.is_empty() {
        return Err(Fault::Empty { file: files.first().map_or_else(String::new, |file| file.name.clone()) });
    }
    Ok(found)
}

/// The documents of a file: one, or those of a corpus.
fn gather<'a>(node: &'a Node, documents: &mut Vec<&'a Node>) {
    if node.name == "TEI" || node.name == "text" {
        documents.push(node);
    } else {
        node.nodes().for_each(|inner| gather(inner, documents));
    }
}

fn read_one(document: &Node, name: String, file: &InFile, found: &mut Found) {
    let mut remark = |kind: RemarkKind, words: &str| {
        found.remarks.push(Remark { file: file.name.clone(), line: 0, kind, words: words.to_owned() });
    };
    let body = if document.name == "text" { Some(document) } else { document.at(&["text"]) };
    let Some(body) = body else {
        remark(RemarkKind::NoText, &name);
        return;
    };
    let header = document.at(&["teiHeader"]);
    let at = |way: &[&str]| header.and_then(|header| header.at(way));
    let plain = |node: &Node| node.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let source = at(&["fileDesc", "sourceDesc"]);
    let address =
        source.and_then(|source| source.at(&["p", "ref"])).and_then(|reference| reference.get("target")).map(str::to_owned);
    let built = text::build(body);
    let style = body.get("style").unwrap_or_default();
    let mut sheet = Sheet {
        name,
        title: at(&["fileDesc", "titleStmt", "title"]).map(plain).unwrap_or_default(),
        source: address.or_else(|| source.map(plain).filter(|source| !source.is_empty())),
        language: [body, document].iter().find_map(|node| node.get("xml:lang")).unwrap_or_default().to_owned(),
        direction: style
            .split_once("direction:")
            .and_then(|(_, way)| Direction::named(way.split(';').next()?.trim()))
            .unwrap_or_default(),
        text: Rc::new(Text::new(built.text.as_str())),
        is_joined: built.is_guess,
        spans: built.marks.clone(),
        labels: at(&["profileDesc", "textClass", "keywords"])
            .into_iter()
            .flat_map(|words| words.named("term").map(plain))
            .collect(),
        ..Sheet::default()
    };
    built.remarks.iter().for_each(|(kind, words)| remark(*kind, words));
    let mut links = Vec::new();
    stand_off::read(document, &built, &mut sheet, &mut links, &mut remark);
    for (id, kind, from, to, note) in links {
        let end = |pointer: &str| {
            let (home, id) = pointer.split_once('#')?;
            let home = home.rsplit('/').next().map(|home| home.strip_suffix(".xml").unwrap_or(home))?;
            let doc = if home.is_empty() { sheet.name.clone() } else { home.to_owned() };
            Some(match id.strip_prefix("e-") {
                Some(event) => LinkEnd::Event(doc, event.to_owned()),
                None => LinkEnd::Span(doc, id.strip_prefix("s-").unwrap_or(id).to_owned()),
            })
        };
        match (end(&from), end(&to)) {
            (Some(from), Some(to)) => found.corpus.links.push(CrossLink { id, kind, from, to, note }),
            _ => found.remarks.push(Remark { file: file.name.clone(), line: 0, kind: RemarkKind::Dangling, words: kind }),
        }
    }
    sheet.spans.sort_by_key(|span| (span.hull().start(), std::cmp::Reverse(span.hull().end())));
    found.corpus.documents.push(sheet);
}
