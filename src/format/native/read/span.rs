//! One span of a file, with its limits checked in all three units and against its quote.

use super::super::at::At;
use super::super::fault::{ReadFault, Stop, short};
use super::super::time;
use super::unknown;
use crate::core::document::Document;
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::span::Span;
use crate::core::text::Text;
use crate::core::units::{Byte, Offset, Utf16};
use serde_json::{Map, Value};

/// Where limits stand: for their faults.
pub(super) struct Place<'a> {
    /// The document.
    pub document: &'a str,
    /// The span; empty for a region.
    pub span: &'a str,
    /// The document's text.
    pub text: &'a Text,
}

/// A span. What says no time is as old as the file.
pub(super) fn span(at: &At, document: &Document, written: Option<&str>) -> Result<Span, Stop> {
    let id = at.need("id")?.id()?;
    let place = Place { document: document.id.as_str(), span: id, text: &document.text };
    let range = place.quoted(at)?;
    for (name, around) in
        [("prefix", TextRange::new(Offset(0), range.start())), ("suffix", TextRange::new(range.end(), place.text.len()))]
    {
        let Some(at) = at.get(name) else { continue };
        let (expected, around) = (at.text()?, place.text.slice(around));
        if !(if name == "prefix" { around.ends_with(expected) } else { around.starts_with(expected) }) {
            let found = near(around, expected, name == "prefix");
            return Err(place.mismatch(&at, expected, &found));
        }
    }
    let mut kept = unknown(at, &KNOWN)?;
    let created_at = time_at(at, "created_at")?.unwrap_or_else(|| written.unwrap_or(time::NEVER).to_owned());
    Ok(Span {
        id: id.into(),
        set: at.need("set")?.id()?.into(),
        label: at.need("label")?.id()?.into(),
        range,
        fragments: place.fragments(at, range, &mut kept)?,
        note: at.text_or("note", "")?,
        attributes: at.get("attributes").map(|at| unknown(&at, &[])).transpose()?.map(Extra::new).unwrap_or_default(),
        updated_at: time_at(at, "updated_at")?.unwrap_or_else(|| created_at.clone()),
        created_at,
        extra: Extra::new(kept),
    })
}

/// The fields of a span that this version knows.
const KNOWN: [&str; 15] = [
    "id",
    "set",
    "label",
    "start",
    "end",
    "utf16",
    "utf8",
    "text",
    "prefix",
    "suffix",
    "attributes",
    "note",
    "created_at",
    "updated_at",
    "fragments",
];

fn time_at(at: &At, name: &str) -> Result<Option<String>, Stop> {
    at.get(name).map(|at| at.word(time::time)).transpose()
}

impl Place<'_> {
    /// The limits of an object that quotes its text.
    fn quoted(&self, at: &At) -> Result<TextRange, Stop> {
        let quote = at.need("text")?.text()?;
        let limits = self.limits(at)?;
        let found = self.text.slice(limits);
        if found != quote {
            return Err(self.mismatch(&at.need("start")?, quote, found));
        }
        self.units(at, limits, quote)?;
        Ok(limits)
    }

    /// The limits of an object that need not quote its text.
    pub fn range(&self, at: &At) -> Result<TextRange, Stop> {
        let limits = self.limits(at)?;
        self.units(at, limits, self.text.slice(limits))?;
        Ok(limits)
    }

    fn limits(&self, at: &At) -> Result<TextRange, Stop> {
        let (start, end) = (at.need("start")?.number()?, at.need("end")?.number()?);
        if start >= end || Offset(end) > self.text.len() {
            return Err(Box::new(ReadFault::OutOfText { path: at.need("start")?.path(), document: self.document.into() }));
        }
        Ok(TextRange::of(start, end))
    }

    /// Compares the limits in the other two units, where they are given.
    fn units(&self, at: &At, limits: TextRange, quote: &str) -> Result<(), Stop> {
        let text = self.text;
        if let Some(at) = at.get("utf16") {
            let (start, end) = at.pair()?;
            if (Utf16(start), Utf16(end)) != (text.utf16(limits.start()), text.utf16(limits.end())) {
                let there = TextRange::new(text.offset_of_utf16(Utf16(start)), text.offset_of_utf16(Utf16(end)));
                return Err(self.mismatch(&at, quote, text.slice(there)));
            }
        }
        if let Some(at) = at.get("utf8") {
            let (start, end) = at.pair()?;
            if (Byte(start), Byte(end)) != (text.byte(limits.start()), text.byte(limits.end())) {
                let there = TextRange::new(text.offset_of_byte(Byte(start)), text.offset_of_byte(Byte(end)));
                return Err(self.mismatch(&at, quote, text.slice(there)));
            }
        }
        Ok(())
    }

    /// The parts of a discontinuous span: two or more, in order, apart or touching, from its start to its end.
    fn fragments(&self, at: &At, hull: TextRange, kept: &mut Map<String, Value>) -> Result<Vec<TextRange>, Stop> {
        let mut fragments: Vec<TextRange> = Vec::new();
        let Some(list) = at.get("fragments") else { return Ok(fragments) };
        let mut unknowns = Vec::new();
        for at in list.items()? {
            fragments.push(self.quoted(&at)?);
            unknowns.push(Value::Object(unknown(&at, &["start", "end", "utf16", "utf8", "text"])?));
        }
        let ordered = fragments.windows(2).all(|pair| pair[0].end() <= pair[1].start());
        let filling = match fragments.as_slice() {
            [] => true,
            [_] => false,
            [first, .., last] => first.start() == hull.start() && last.end() == hull.end(),
        };
        if !(ordered && filling) {
            return Err(Box::new(ReadFault::BadFragments { path: list.path(), span: self.span.into() }));
        }
        if unknowns.iter().any(|fields| fields.as_object().is_some_and(|fields| !fields.is_empty())) {
            kept.insert("fragments".into(), Value::Array(unknowns));
        }
        Ok(fragments)
    }

    fn mismatch(&self, at: &At, expected: &str, found: &str) -> Stop {
        let (document, span) = (self.document.into(), self.span.into());
        Box::new(ReadFault::OffsetMismatch { path: at.path(), document, span, expected: short(expected), found: short(found) })
    }
}

/// As much of the surroundings as was quoted of them.
fn near(around: &str, expected: &str, before: bool) -> String {
    let skipped = if before { around.chars().count().saturating_sub(expected.chars().count()) } else { 0 };
    around.chars().skip(skipped).take(expected.chars().count()).collect()
}
