//! UIMA CAS JSON 0.4, as INCEpTION reads and writes it: one file a document, with its types.

use super::cas::{self, Cas, Feature, Structure, Type, View};
use super::fault::Fault;
use super::file::{Found, InFile, OutFile, Reading, Written};
use super::model::Corpus;
use super::options::Options;
use crate::format::json::parse;
use serde_json::{Map, Value, json};

/// The corpus as one file a document: `003.json`.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let build = cas::written(corpus, options);
    let file = |(name, cas): &(String, Cas)| OutFile::text(format!("{name}.json"), value(cas).to_string());
    Written { files: build.documents.iter().map(file).collect(), losses: build.losses }
}

fn value(cas: &Cas) -> Value {
    let mut types = Map::new();
    for kind in &cas.types {
        let mut one = Map::new();
        one.insert("%NAME".into(), json!(kind.name));
        one.insert("%SUPER_TYPE".into(), json!(kind.parent));
        for (name, range) in &kind.features {
            one.insert(name.clone(), json!({"%NAME": name, "%RANGE": range}));
        }
        types.insert(kind.name.clone(), Value::Object(one));
    }
    let structures: Vec<Value> = cas.structures.iter().map(structure).collect();
    let mut views = Map::new();
    for view in &cas.views {
        views.insert("_InitialView".into(), json!({"%SOFA": view.sofa, "%MEMBERS": view.members}));
    }
    json!({"%TYPES": types, "%FEATURE_STRUCTURES": structures, "%VIEWS": views})
}

fn structure(one: &Structure) -> Value {
    let mut fields = Map::new();
    fields.insert("%ID".into(), json!(one.id));
    fields.insert("%TYPE".into(), json!(one.kind));
    for (name, feature) in &one.features {
        match feature {
            Feature::Plain(value) => fields.insert(name.clone(), value.clone()),
            Feature::References(ids) => fields.insert(format!("@{name}"), json!(ids.first())),
        };
    }
    Value::Object(fields)
}

/// Whether a file is CAS JSON: an object that begins with what only that has.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let start = file.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&file.bytes);
    let start = &start[..start.len().min(4096)];
    let is_object = start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let keys: [&[u8]; 4] = [b"\"%TYPES\"", b"\"%FEATURE_STRUCTURES\"", b"\"%HEADER\"", b"\"%VIEWS\""];
    is_object && keys.iter().any(|key| start.windows(key.len()).any(|window| window == *key))
}

/// Reads files, each a CAS by itself.
///
/// # Errors
/// A file is not UTF-8, not JSON, has no feature structures or no text.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in files {
        let (sheets, remarks) = cas::take(&parsed(file)?, &file.name, file.stem());
        if sheets.is_empty() {
            return Err(Fault::Empty { file: file.name.clone() });
        }
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        found.corpus.documents.extend(sheets);
        found.remarks.extend(remarks);
    }
    if found.corpus.documents.is_empty() {
        return Err(Fault::Empty { file: String::new() });
    }
    Ok(found)
}

fn parsed(file: &InFile) -> Result<Cas, Fault> {
    let name = || file.name.clone();
    let value = parse(file.text()?).map_err(|fault| match fault.deep {
        true => Fault::TooDeep { file: name() },
        false => Fault::Broken { file: name(), line: fault.line, syntax: "JSON" },
    })?;
    let mut cas = Cas::default();
    // A list, or an object by ids.
    match &value["%FEATURE_STRUCTURES"] {
        Value::Array(all) => cas.structures = all.iter().filter_map(|one| taken(one, None)).collect(),
        Value::Object(all) => {
            cas.structures = all.iter().filter_map(|(id, one)| taken(one, id.parse().ok())).collect();
        }
        _ => return Err(Fault::Shape { file: name(), line: 0, what: "%FEATURE_STRUCTURES".to_owned() }),
    }
    for (name, kind) in value["%TYPES"].as_object().into_iter().flatten() {
        let parent = kind["%SUPER_TYPE"].as_str().unwrap_or_default().to_owned();
        cas.types.push(Type { name: name.clone(), parent, features: Vec::new() });
    }
    for (_, view) in value["%VIEWS"].as_object().into_iter().flatten() {
        let Some(sofa) = view["%SOFA"].as_i64() else { continue };
        let members = view["%MEMBERS"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
        cas.views.push(View { sofa, members });
    }
    Ok(cas)
}

/// A feature structure; `None` where it has no type or no id.
fn taken(value: &Value, id: Option<i64>) -> Option<Structure> {
    let fields = value.as_object()?;
    let kind = fields.get("%TYPE")?.as_str()?;
    let id = fields.get("%ID").and_then(Value::as_i64).or(id)?;
    let mut features = Vec::with_capacity(fields.len());
    for (name, value) in fields {
        match (name.strip_prefix('@'), value) {
            (Some(name), Value::Number(number)) => {
                features.push((name.to_owned(), Feature::References(number.as_i64().into_iter().collect())));
            }
            (Some(_), _) => {}
            (None, Value::String(_) | Value::Bool(_) | Value::Number(_)) if !name.starts_with(['%', '^', '#']) => {
                features.push((name.clone(), Feature::Plain(value.clone())));
            }
            (None, _) => {}
        }
    }
    Some(Structure { id, kind: kind.to_owned(), features })
}

#[cfg(test)]
mod tests;
