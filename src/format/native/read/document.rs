//! The documents of a file.

use super::super::at::At;
use super::super::fault::{ReadFault, Stop};
use super::super::references::Target;
use super::tagset::bilingual;
use super::{Reader, once, place, span, unknown, within};
use crate::core::document::{Direction, Document, Region, Status};
use crate::core::names::Names;
use crate::core::record::{Collection, Extra};
use crate::core::span_set::SpanSet;
use crate::core::state::DocumentState;
use crate::core::text::Text;
use std::rc::Rc;

/// The longest language tag, in characters.
const LANGUAGE_MAX: usize = 64;

impl Reader {
    pub(super) fn documents(&mut self, file: &At) -> Result<Vec<Rc<DocumentState>>, Stop> {
        let mut documents = Vec::new();
        let mut hashes = Names::default();
        let Some(list) = file.get("documents") else { return Ok(documents) };
        for at in list.items()? {
            let document = document(&at)?;
            self.seen.name(&at, Target::Document, document.id.as_str())?;
            once(&mut hashes, &document.sha256, &at, &document.sha256)?;
            let spans = self.spans(&at, &document)?;
            for collection in Collection::OF_DOCUMENT {
                self.records(&at, collection, Some(&document.id))?;
            }
            let status = at.get("status").map(|at| at.word(Status::named)).transpose()?.unwrap_or_default();
            documents.push(Rc::new(DocumentState { document: Rc::new(document), status, spans }));
        }
        Ok(documents)
    }

    fn spans(&mut self, at: &At, document: &Document) -> Result<SpanSet, Stop> {
        let mut spans = Vec::new();
        let mut said = Names::default();
        let Some(list) = at.get("spans") else { return Ok(SpanSet::default()) };
        for at in list.items()? {
            let span = span::span(&at, document, self.exported_at.as_deref())?;
            self.seen.name(&at, Target::Span, span.id.as_str())?;
            self.seen.places.add(&place(document.id.as_str(), span.id.as_str()));
            if !self.seen.holds(Target::Set, span.set.as_str(), None) {
                return Err(Box::new(ReadFault::UnknownReference {
                    path: format!("{}/set", at.path()),
                    id: span.set.to_string(),
                }));
            }
            if !self.labels.has(span.label.as_str()) {
                return Err(Box::new(ReadFault::UnknownReference {
                    path: format!("{}/label", at.path()),
                    id: span.label.to_string(),
                }));
            }
            once(&mut said, &span.saying(), &at, span.id.as_str())?;
            spans.push(Rc::new(span));
        }
        Ok(SpanSet::from_spans(spans))
    }
}

fn document(at: &At) -> Result<Document, Stop> {
    let id = at.need("id")?.document_id()?;
    let text = at.need("text")?.text()?;
    let hash = at.need("sha256")?;
    let sha256 = Document::hash(text);
    if hash.text()? != sha256 {
        return Err(Box::new(ReadFault::HashMismatch { path: hash.path(), document: id.into() }));
    }
    let text = Rc::new(Text::new(text));
    length(at, id, &text)?;
    let mut kept = unknown(at, &KNOWN)?;
    within(&mut kept, at, "length", &["code_points", "utf16", "utf8"])?;
    Ok(Document {
        id: id.into(),
        title: at.text_or("title", id)?,
        title_is_ours: at.get("title_is_ours").map(|at| at.flag()).transpose()?.unwrap_or_default(),
        source: at.get("source").map(|at| at.text().map(str::to_owned)).transpose()?,
        language: at.get("language").map(|at| at.word(language)).transpose()?.unwrap_or_else(|| "und".into()),
        direction: at.get("direction").map(|at| at.word(Direction::named)).transpose()?.unwrap_or_default(),
        regions: regions(at, id, &text)?,
        text,
        sha256,
        extra: Extra::new(kept),
    })
}

/// The fields of a document that this version knows.
const KNOWN: [&str; 15] = [
    "id",
    "title",
    "title_is_ours",
    "source",
    "language",
    "direction",
    "text",
    "sha256",
    "length",
    "regions",
    "status",
    "spans",
    Collection::Relations.field(),
    Collection::Events.field(),
    Collection::Labels.field(),
];

/// Compares the lengths beside a text with the text.
fn length(at: &At, id: &str, text: &Text) -> Result<(), Stop> {
    let Some(at) = at.get("length") else { return Ok(()) };
    at.object()?;
    for (name, real) in [("code_points", text.len().0), ("utf16", text.len_utf16().0), ("utf8", text.len_utf8().0)] {
        let Some(at) = at.get(name) else { continue };
        if at.number()? != real {
            return Err(Box::new(ReadFault::LengthMismatch { path: at.path(), document: id.into() }));
        }
    }
    Ok(())
}

fn regions(at: &At, id: &str, text: &Text) -> Result<Vec<Region>, Stop> {
    let mut regions = Vec::new();
    let Some(list) = at.get("regions") else { return Ok(regions) };
    for at in list.items()? {
        let place = span::Place { document: id, span: "", text };
        let mut kept = unknown(&at, &["kind", "name", "start", "end", "utf16", "utf8"])?;
        within(&mut kept, &at, "name", &["ar", "en"])?;
        regions.push(Region {
            kind: at.need("kind")?.text()?.into(),
            name: bilingual(&at, "name")?.unwrap_or_default(),
            range: place.range(&at)?,
            extra: Extra::new(kept),
        });
    }
    Ok(regions)
}

/// A BCP 47 tag, if it can be one.
fn language(written: &str) -> Option<String> {
    let sane = (1..=LANGUAGE_MAX).contains(&written.len()) && written.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    sane.then(|| written.to_owned())
}
