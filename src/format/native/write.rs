//! From a project to a file's text.

use super::choice::{Choice, whole};
use super::fault::WriteFault;
use super::fill::put_back;
use super::print::print;
use super::{BACKUP_FORMAT, FORMAT, OFFSET_UNIT, VERSION, check};
use crate::core::document::{Document, Region};
use crate::core::ids::DocumentId;
use crate::core::project::{AnnotationSet, Project};
use crate::core::range::TextRange;
use crate::core::record::{Collection, Extra};
use crate::core::segment::is_grapheme_boundary;
use crate::core::span::Span;
use crate::core::state::{DocumentState, State};
use crate::core::tagset::{Bilingual, Label, Tagset};
use crate::core::text::Text;
use crate::core::units::Offset;
use serde_json::{Map, Value};

/// How much of its surroundings a span quotes on either side, in code points.
const CONTEXT: u32 = 32;

/// The chosen part of a project as a file's text. `exported_at` is RFC 3339, UTC.
///
/// # Errors
/// When the finished text, read again, has a span whose limits and quote do not fit in one of the
/// units, or a text that does not fit its SHA-256: then [`raw_backup`] still holds everything.
pub fn write(state: &State, exported_at: &str, choice: &Choice) -> Result<String, WriteFault> {
    if choice.is_all() {
        return write_whole(state, exported_at);
    }
    checked(&choice.narrowed(state), exported_at)
}

/// The whole project as a file's text, as [`write()`] makes it of everything.
///
/// # Errors
/// Those of [`write()`].
pub fn write_whole(state: &State, exported_at: &str) -> Result<String, WriteFault> {
    checked(&whole(state), exported_at)
}

fn checked(state: &State, exported_at: &str) -> Result<String, WriteFault> {
    let text = print(&file(state, exported_at, FORMAT));
    check::text(&text)?;
    Ok(text)
}

/// The whole project in the same shape, unchecked and named as such.
#[must_use]
pub fn raw_backup(state: &State, exported_at: &str) -> String {
    print(&file(state, exported_at, BACKUP_FORMAT))
}

fn file(state: &State, exported_at: &str, format: &str) -> Value {
    let Project { id, name, extra, top } = &*state.project;
    let mut file = Fields::default();
    file.put("format", format).put("version", VERSION).put("exported_at", exported_at);
    file.put("generator", Value::from_iter([("name", env!("CARGO_PKG_NAME")), ("version", env!("CARGO_PKG_VERSION"))]));
    file.put("offset_unit", OFFSET_UNIT);
    file.put("project", Fields::default().put("id", id.as_str()).put("name", name.as_str()).close(extra));
    file.put("tagset", tagset(&state.tagset)).place("guidelines", top);
    for collection in [Collection::Aliases, Collection::Refusals] {
        file.put(collection.field(), records(state, collection, None));
    }
    file.put("annotation_sets", state.sets.iter().map(set).collect::<Vec<_>>());
    file.put("documents", state.documents.iter().map(|one| document(state, one)).collect::<Vec<_>>());
    for collection in [Collection::Entities, Collection::Links] {
        file.put(collection.field(), records(state, collection, None));
    }
    file.close(top)
}

/// The tagset as it stands in a file.
pub(super) fn tagset(tagset: &Tagset) -> Value {
    Fields::default().put("labels", tagset.labels.iter().map(|one| label(one, tagset)).collect::<Vec<_>>()).close(&tagset.extra)
}

/// A label. What the reader would refuse is left out: a key that another has, a parent that is none.
fn label(label: &Label, tagset: &Tagset) -> Value {
    let mut fields = Fields::default();
    fields.put("id", label.id.as_str()).put("name", bilingual(&label.name)).put("description", bilingual(&label.description));
    fields.place("examples", &label.extra);
    fields.put("colour", label.colour.to_string()).put("style", label.line.name());
    let key = label.shortcut.as_deref().filter(|key| tagset.by_shortcut(key).is_some_and(|first| first.id == label.id));
    fields.put("shortcut", key).put("parent", tagset.parent(label).map(|parent| parent.id.as_str()));
    fields.close(&label.extra)
}

fn bilingual(text: &Bilingual) -> Value {
    Value::from_iter([("ar", text.ar.as_str()), ("en", text.en.as_str())])
}

fn set(set: &AnnotationSet) -> Value {
    let mut fields = Fields::default();
    fields.put("id", set.id.as_str()).put("annotator", set.annotator.as_deref()).put("role", set.role.name());
    fields.put("derived_from", set.derived_from.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    fields.close(&set.extra)
}

fn document(state: &State, one: &DocumentState) -> Value {
    let Document { id, title, title_is_ours, source, language, direction, text, sha256, regions, extra } = &*one.document;
    let mut fields = Fields::default();
    fields
        .put("id", id.as_str())
        .put("title", title.as_str())
        .put("title_is_ours", *title_is_ours)
        .put("source", source.as_deref());
    fields
        .put("language", language.as_str())
        .put("direction", direction.name())
        .put("text", text.as_str())
        .put("sha256", sha256.as_str());
    let lengths = [("code_points", text.len().0), ("utf16", text.len_utf16().0), ("utf8", text.len_utf8().0)];
    fields.put("length", Value::from_iter(lengths));
    fields.put("regions", regions.iter().map(|one| region(one, text)).collect::<Vec<_>>());
    fields.put("status", one.status.name());
    fields.put("spans", one.spans.iter().map(|one| span(one, text)).collect::<Vec<_>>());
    for collection in Collection::OF_DOCUMENT {
        fields.put(collection.field(), records(state, collection, Some(id)));
    }
    fields.close(extra)
}

fn region(region: &Region, text: &Text) -> Value {
    let mut fields = Fields::default();
    fields.put("kind", region.kind.as_str()).put("name", bilingual(&region.name)).limits(region.range, text);
    fields.close(&region.extra)
}

fn span(span: &Span, text: &Text) -> Value {
    let mut fields = Fields::default();
    fields.put("id", span.id.as_str()).put("set", span.set.as_str()).put("label", span.label.as_str());
    fields.limits(span.range, text).put("text", text.slice(span.range));
    fields.put("prefix", before(text, span.range.start())).put("suffix", after(text, span.range.end()));
    fields.put("attributes", Fields::default().close(&span.attributes)).put("note", span.note.as_str());
    fields.put("created_at", span.created_at.as_str()).put("updated_at", span.updated_at.as_str());
    if !span.fragments.is_empty() {
        let parts = span
            .fragments
            .iter()
            .map(|&part| Fields::default().limits(part, text).put("text", text.slice(part)).close(&Extra::default()));
        fields.put("fragments", parts.collect::<Vec<_>>());
    }
    fields.close(&span.extra)
}

fn records(state: &State, collection: Collection, document: Option<&DocumentId>) -> Vec<Value> {
    let of_list = state.records.iter().filter(|record| record.collection == collection && record.document.as_ref() == document);
    of_list.map(|record| Value::clone(&record.value)).collect()
}

/// What stands before an offset, beginning between two grapheme clusters.
fn before(text: &Text, at: Offset) -> &str {
    let mut start = Offset(at.0.saturating_sub(CONTEXT));
    while start < at && !is_boundary(text, start) {
        start = start.plus(1);
    }
    text.slice(TextRange::new(start, at))
}

/// What stands after an offset, ending between two grapheme clusters.
fn after(text: &Text, at: Offset) -> &str {
    let mut end = at.plus(CONTEXT).min(text.len());
    while end > at && !is_boundary(text, end) {
        end = Offset(end.0 - 1);
    }
    text.slice(TextRange::new(at, end))
}

fn is_boundary(text: &Text, at: Offset) -> bool {
    is_grapheme_boundary(text.as_str(), text.byte(at).index())
}

/// An object being put together, field by field.
#[derive(Debug, Default)]
struct Fields(Map<String, Value>);

impl Fields {
    fn put(&mut self, name: &str, value: impl Into<Value>) -> &mut Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// Gives a kept field its place among the known ones.
    fn place(&mut self, name: &str, extra: &Extra) -> &mut Self {
        if let Some(value) = extra.get(name) {
            self.put(name, value.clone());
        }
        self
    }

    /// Limits in all three units.
    fn limits(&mut self, range: TextRange, text: &Text) -> &mut Self {
        let (start, end) = (range.start(), range.end());
        self.put("start", start.0).put("end", end.0);
        self.put("utf16", vec![text.utf16(start).0, text.utf16(end).0]);
        self.put("utf8", vec![text.byte(start).0, text.byte(end).0])
    }

    /// The object, with what was kept for it.
    fn close(&mut self, extra: &Extra) -> Value {
        put_back(&mut self.0, extra);
        Value::Object(std::mem::take(&mut self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surroundings_never_cut_a_cluster() {
        let text = Text::new("👩‍👩‍👧".to_owned() + "ع".repeat(28).as_str() + "\u{0651}س" + "ب".repeat(31).as_str() + "\r\nج");
        // 33 code points of text before the span, the first five one emoji.
        assert_eq!(before(&text, Offset(34)), "ع".repeat(28) + "\u{0651}");
        assert_eq!(after(&text, Offset(35)), "ب".repeat(31));
        assert_eq!((before(&text, Offset(0)), after(&text, text.len())), ("", ""));
        let inside = Text::new("عُمان");
        assert_eq!((before(&inside, Offset(1)), after(&inside, Offset(1))), ("ع", "\u{064F}مان"));
    }
}
