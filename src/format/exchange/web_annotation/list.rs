//! The annotations of a file, however it lists them.

use super::super::fault::Fault;
use super::super::file::InFile;
use crate::format::json;
use serde_json::Value;

/// An annotation, and its line or its number, from 1.
pub type Listed = (usize, Value);

/// The annotations of a file: one, a list, a page or a collection, the answer of a search, or one a line.
///
/// # Errors
/// When it is not UTF-8 or not JSON, or lists nothing.
pub fn annotations(file: &InFile) -> Result<Vec<Listed>, Fault> {
    let text = file.text()?;
    let listed = match json::parse(text) {
        Ok(value) => members(value).unwrap_or_default().into_iter().enumerate().map(|(place, one)| (place + 1, one)).collect(),
        Err(whole) => {
            let mut all = Vec::new();
            for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                match json::parse(line.trim()) {
                    Ok(value) if value.is_object() => all.push((place + 1, value)),
                    _ if whole.deep => return Err(Fault::TooDeep { file: file.name.clone() }),
                    // A file of lines breaks where one does; any other where the whole of it did.
                    _ => {
                        let line = if all.is_empty() { whole.line } else { place + 1 };
                        return Err(Fault::Broken { file: file.name.clone(), line, syntax: "JSON" });
                    }
                }
            }
            all
        }
    };
    Ok(listed)
}

fn members(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(list) => Some(list),
        Value::Object(mut fields) => {
            for name in ["items", "rows", "annotations", "first", "@graph"] {
                match fields.get_mut(name).map(Value::take) {
                    Some(Value::Array(list)) => return Some(list),
                    Some(page @ Value::Object(_)) => return members(page),
                    _ => {}
                }
            }
            Some(vec![Value::Object(fields)])
        }
        _ => None,
    }
}

/// The members of a value that may be one or a list of them; of none at all none.
#[must_use]
pub fn each(value: &Value) -> &[Value] {
    match value {
        Value::Null => &[],
        Value::Array(list) => list,
        one => std::slice::from_ref(one),
    }
}

/// A text, or the id of an object.
#[must_use]
pub fn id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("id")?.as_str()).or_else(|| value.get("@id")?.as_str())
}
