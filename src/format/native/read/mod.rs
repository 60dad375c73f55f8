//! From a file's text to a project, with everything checked on the way.

mod document;
mod span;
pub(super) mod tagset;

use super::at::At;
use super::fault::{ReadFault, Stop};
use super::references::{References, Target};
use super::{BACKUP_FORMAT, BYTES_MAX, DEPTH_MAX, FORMAT, OFFSET_UNIT, VERSION, time};
use crate::core::ids::{DocumentId, SetId};
use crate::core::names::Names;
use crate::core::project::{AnnotationSet, Project, Role};
use crate::core::record::{Collection, Extra, Record};
use crate::core::state::State;
use crate::format::json;
use serde_json::{Map, Value};
use std::rc::Rc;

/// What a file holds, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// When it was written; `None` where it does not say.
    pub exported_at: Option<String>,
    /// The project in it.
    pub state: State,
}

/// The whole project of a file: what a snapshot of the journal is replayed over.
#[must_use]
pub fn state_from(incoming: Incoming) -> State {
    incoming.state
}

/// Reads and checks a file. One leading byte order mark is passed over.
///
/// # Errors
/// Names the first place that does not fit, and what is wrong there.
pub fn read(text: &str) -> Result<Incoming, ReadFault> {
    project_of(text).map_err(|fault| *fault)
}

fn project_of(text: &str) -> Result<Incoming, Stop> {
    let value = value_of(text)?;
    let file = At::top(&value);
    header(&file)?;
    let mut reader =
        Reader { exported_at: file.get("exported_at").map(|at| at.word(time::time)).transpose()?, ..Reader::default() };
    let project = Rc::new(project(&file)?);
    let tagset = Rc::new(tagset::tagset(&file)?);
    for label in &tagset.labels {
        reader.labels.add(label.id.as_str());
    }
    let sets = Rc::new(reader.sets(&file)?);
    let documents = reader.documents(&file)?;
    for collection in Collection::OF_PROJECT {
        reader.records(&file, collection, None)?;
    }
    reader.references.check(|target, id, document| reader.seen.holds(target, id, document))?;
    let state = State { project, tagset, sets, documents, records: Rc::new(reader.records) };
    Ok(Incoming { exported_at: reader.exported_at, state })
}

/// A file's text as JSON that is neither too large nor too deep.
pub(super) fn value_of(text: &str) -> Result<Value, Stop> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.len() > BYTES_MAX {
        return Err(Box::new(ReadFault::TooLarge { bytes: text.len() }));
    }
    let value = json::parse(text).map_err(not_json)?;
    if shallower(&value, DEPTH_MAX) { Ok(value) } else { Err(Box::new(ReadFault::TooDeep)) }
}

/// What has been read so far and the rest is checked against.
#[derive(Debug, Default)]
struct Reader {
    exported_at: Option<String>,
    labels: Names,
    seen: Seen,
    records: Vec<Rc<Record>>,
    references: References,
}

/// Everything that has been named.
#[derive(Debug, Default)]
struct Seen {
    names: Names,
    places: Names,
}

impl Seen {
    /// Remembers a name; a fault if it was there before.
    fn name(&mut self, at: &At, target: Target, id: &str) -> Result<(), Stop> {
        once(&mut self.names, &target.name(id), at, id)
    }

    fn holds(&self, target: Target, id: &str, document: Option<&str>) -> bool {
        match document {
            Some(document) => self.places.has(&place(document, id)),
            None => self.names.has(&target.name(id)),
        }
    }
}

impl Reader {
    fn sets(&mut self, file: &At) -> Result<Vec<AnnotationSet>, Stop> {
        let mut sets = Vec::new();
        let Some(list) = file.get("annotation_sets") else { return Ok(sets) };
        for at in list.items()? {
            let id = at.need("id")?;
            self.seen.name(&id, Target::Set, id.id()?)?;
            let mut derived_from = Vec::new();
            if let Some(list) = at.get("derived_from") {
                for item in list.items()? {
                    derived_from.push(SetId::from(item.id()?));
                }
            }
            sets.push(AnnotationSet {
                id: id.id()?.into(),
                annotator: at.get("annotator").map(|at| at.text().map(str::to_owned)).transpose()?,
                role: at.need("role")?.word(Role::named)?,
                derived_from,
                extra: Extra::new(unknown(&at, &["id", "annotator", "role", "derived_from"])?),
            });
        }
        Ok(sets)
    }

    /// The records of one list, of a document or of the file.
    fn records(&mut self, at: &At, collection: Collection, document: Option<&DocumentId>) -> Result<(), Stop> {
        let Some(list) = at.get(collection.field()) else { return Ok(()) };
        for at in list.items()? {
            let id = at.need("id")?;
            self.seen.name(&id, Target::of(collection), id.id()?)?;
            self.references.collect(&at, collection, document.map(DocumentId::as_str))?;
            let value = Rc::new(at.value.clone());
            self.records.push(Rc::new(Record { document: document.cloned(), collection, value }));
        }
        Ok(())
    }
}

/// Whether the file is ours and of a version that can be read.
fn header(file: &At) -> Result<(), Stop> {
    let format = file.value.get("format").and_then(Value::as_str);
    if !matches!(format, Some(FORMAT | BACKUP_FORMAT)) {
        return Err(Box::new(ReadFault::NotOurs));
    }
    let version = file.need("version")?;
    match version.value.as_u64() {
        Some(0) => return Err(Box::new(ReadFault::BadValue { path: version.path(), found: "0".into() })),
        Some(newer) if newer > VERSION => return Err(Box::new(ReadFault::NewerVersion(newer))),
        _ => version.number()?,
    };
    file.need("offset_unit")?.word(|unit| (unit == OFFSET_UNIT).then_some(()))
}

fn project(file: &At) -> Result<Project, Stop> {
    let at = file.need("project")?;
    let id = at.need("id")?.id()?.to_owned();
    let mut known =
        vec!["format", "version", "exported_at", "generator", "offset_unit", "project", "tagset", "annotation_sets", "documents"];
    known.extend(Collection::OF_PROJECT.map(Collection::field));
    let mut top = unknown(file, &known)?;
    within(&mut top, file, "generator", &["name", "version"])?;
    Ok(Project { name: at.text_or("name", &id)?, id, extra: Extra::new(unknown(&at, &["id", "name"])?), top: Extra::new(top) })
}

/// The fields of an object that are none of those known.
fn unknown(at: &At, known: &[&str]) -> Result<Map<String, Value>, Stop> {
    let fields = at.object()?.iter().filter(|(name, _)| !known.contains(&name.as_str()));
    Ok(fields.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// Keeps the unknown fields of an object inside another with that other's.
fn within(kept: &mut Map<String, Value>, at: &At, name: &str, known: &[&str]) -> Result<(), Stop> {
    let Some(inner) = at.get(name) else { return Ok(()) };
    let fields = unknown(&inner, known)?;
    if !fields.is_empty() {
        kept.insert(name.to_owned(), Value::Object(fields));
    }
    Ok(())
}

/// The name of a span in a document.
fn place(document: &str, span: &str) -> String {
    [document, " ", span].concat()
}

/// Remembers a thing; a fault if it was there before.
fn once(seen: &mut Names, thing: &str, at: &At, id: &str) -> Result<(), Stop> {
    if seen.add(thing) { Ok(()) } else { Err(Box::new(ReadFault::Duplicate { path: at.path(), id: super::fault::short(id) })) }
}

fn not_json(fault: json::Fault) -> Stop {
    let json::Fault { line, column, deep } = fault;
    Box::new(if deep { ReadFault::TooDeep } else { ReadFault::NotJson { line, column } })
}

fn shallower(value: &Value, depth: usize) -> bool {
    match value {
        Value::Array(items) => depth > 0 && items.iter().all(|item| shallower(item, depth - 1)),
        Value::Object(fields) => depth > 0 && fields.values().all(|field| shallower(field, depth - 1)),
        _ => true,
    }
}
