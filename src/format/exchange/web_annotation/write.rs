//! A corpus as annotations.

use super::super::file::{OutFile, Written};
use super::super::left_out;
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, LinkEnd, Mark, Sheet};
use super::super::options::Options;
use super::super::plain::written;
use super::iri;
use super::places::selectors;
use crate::core::document::Direction;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The context of the model, which every annotation names.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The corpus as files of this format.
#[must_use]
pub fn write(corpus: &Corpus, _options: &Options) -> Written {
    let addresses = iri::of_documents(corpus);
    let mut written = Written::default();
    for sheet in &corpus.documents {
        let address = addresses.get(sheet.name.as_str()).cloned().unwrap_or_default();
        let page = Page { sheet, address, losses: &mut written.losses };
        let annotations = page.annotations();
        written.files.push(OutFile::text(format!("{}.txt", sheet.name), sheet.text.as_str()));
        written.files.push(OutFile::text(format!("{}.jsonld", sheet.name), lines(&annotations)));
    }
    let links = links(corpus, &mut written.losses);
    if !links.is_empty() {
        written.files.push(OutFile::text("links.jsonld", lines(&links)));
    }
    written
}

/// A list with a member a line.
fn lines(annotations: &[Value]) -> String {
    let lines: Vec<String> = annotations.iter().map(Value::to_string).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// The address of what a document's own id names.
fn made(sheet: &Sheet, kind: &str, id: &str) -> String {
    iri::made_of(&[kind, &sheet.name, sheet.text.as_str(), id])
}

fn annotation(id: String, motivation: &str, target: Value, body: Vec<Value>) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("@context", CONTEXT.into());
    put("id", id.into());
    put("type", "Annotation".into());
    put("motivation", motivation.into());
    if !body.is_empty() {
        put("body", Value::Array(body));
    }
    put("target", target);
    fields
}

fn textual(purpose: &str, value: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "value": value })
}

fn resource(purpose: &str, source: &str) -> Value {
    json!({ "type": "SpecificResource", "purpose": purpose, "source": source })
}

fn labelled(mut body: Value, label: &str) -> Value {
    if !label.is_empty() {
        body["label"] = label.into();
    }
    body
}

/// The annotations of one document.
struct Page<'a> {
    sheet: &'a Sheet,
    address: String,
    losses: &'a mut Vec<Loss>,
}

impl Page<'_> {
    fn annotations(mut self) -> Vec<Value> {
        let mut all: Vec<Map<String, Value>> = Vec::new();
        all.push(self.about());
        all.extend(self.sheet.labels.iter().map(|label| {
            let id = made(self.sheet, "label", label);
            annotation(id, "classifying", self.address.as_str().into(), vec![textual("classifying", label)])
        }));
        all.extend(self.sheet.spans.iter().map(|span| self.span(span)));
        all.extend(self.sheet.relations.iter().map(|tie| {
            let body = vec![textual("tagging", &tie.kind), resource("linking", &made(self.sheet, "span", &tie.to))];
            let target = made(self.sheet, "span", &tie.from);
            annotation(made(self.sheet, "relation", &tie.id), "linking", target.into(), noted(body, &tie.note))
        }));
        all.extend(self.sheet.events.iter().map(|event| {
            let mut body = vec![textual("classifying", &event.kind)];
            let role = |(role, span): &(String, String)| labelled(resource("linking", &made(self.sheet, "span", span)), role);
            body.extend(event.roles.iter().map(role));
            let target = event.trigger.as_ref().map_or_else(|| self.address.clone(), |trigger| made(self.sheet, "span", trigger));
            annotation(made(self.sheet, "event", &event.id), "linking", target.into(), noted(body, &event.note))
        }));
        all.into_iter().map(Value::Object).collect()
    }

    /// What the document is called, and where it comes from.
    fn about(&mut self) -> Map<String, Value> {
        let mut body = Vec::new();
        if !self.sheet.title.is_empty() {
            body.push(textual("describing", &self.sheet.title));
        }
        if let Some(source) = self.sheet.source.as_deref() {
            if iri::is_address(source) {
                body.push(resource("identifying", source));
            } else {
                body.push(textual("identifying", source));
            }
        }
        if !self.sheet.extra.is_empty() {
            self.losses.push(Loss::new(LossKind::About, &self.sheet.name, &*self.sheet.title, ""));
        }
        annotation(made(self.sheet, "document", ""), "describing", self.target(), body)
    }

    fn target(&self) -> Value {
        let mut target = json!({ "type": "SpecificResource", "source": self.address });
        if !self.sheet.language.is_empty() {
            target["language"] = self.sheet.language.as_str().into();
        }
        if self.sheet.direction != Direction::Auto {
            target["textDirection"] = self.sheet.direction.name().into();
        }
        target
    }

    fn span(&mut self, span: &Mark) -> Map<String, Value> {
        let words = || self.sheet.words(span);
        let mut body = vec![textual("tagging", &span.label)];
        for (name, value) in &span.attributes {
            if name.contains('=') {
                self.losses.push(Loss::new(LossKind::Attribute, &self.sheet.name, words(), name));
            } else {
                body.push(textual("tagging", &format!("{name}={}", written(value))));
            }
        }
        for referent in &span.referents {
            match iri::of_referent(referent) {
                Some(address) => body.push(labelled(resource("identifying", &address), &referent.name)),
                None => {
                    self.losses.push(Loss::new(LossKind::Referent, &self.sheet.name, words(), &span.label));
                    if !referent.name.is_empty() {
                        body.push(textual("identifying", &referent.name));
                    }
                }
            }
        }
        let mut targets: Vec<Value> = Vec::new();
        for piece in &span.pieces {
            let mut target = self.target();
            target["selector"] = selectors(&self.sheet.text, *piece);
            targets.push(target);
        }
        let target = if targets.len() == 1 { targets.remove(0) } else { Value::Array(targets) };
        let mut fields = annotation(made(self.sheet, "span", &span.id), "tagging", target, noted(body, &span.note));
        if let Some(name) = &span.annotator {
            fields.insert("creator".to_owned(), json!({ "type": "Person", "name": name }));
        }
        if !span.created_at.is_empty() {
            fields.insert("created".to_owned(), span.created_at.as_str().into());
        }
        fields
    }
}

fn noted(mut body: Vec<Value>, note: &str) -> Vec<Value> {
    if !note.is_empty() {
        body.push(textual("commenting", note));
    }
    body
}

/// Links between documents; an entity has no address, so that one that ends at it is left out.
fn links(corpus: &Corpus, losses: &mut Vec<Loss>) -> Vec<Value> {
    let sheets: BTreeMap<&str, &Sheet> = corpus.documents.iter().map(|sheet| (sheet.name.as_str(), sheet)).collect();
    let address = |end: &LinkEnd| {
        let (kind, doc, id) = match end {
            LinkEnd::Span(doc, id) => ("span", doc, id),
            LinkEnd::Event(doc, id) => ("event", doc, id),
            LinkEnd::Entity(_) => return None,
        };
        sheets.get(doc.as_str()).map(|sheet| made(sheet, kind, id))
    };
    let mut all = Vec::new();
    for link in &corpus.links {
        let (Some(from), Some(to)) = (address(&link.from), address(&link.to)) else {
            losses.push(left_out::link(corpus, link));
            continue;
        };
        let body = vec![textual("tagging", &link.kind), resource("linking", &to)];
        let id = iri::made_of(&["link", &link.id, &from, &to]);
        all.push(Value::Object(annotation(id, "linking", from.into(), noted(body, &link.note))));
    }
    all
}
