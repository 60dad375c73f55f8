//! What formats made of JSON share: a file cut into records, numbers and texts taken out of values, and what a file says of a
//! document beside its text.

mod outline;

pub use outline::{Outline, outline};

use super::fault::{Fault, Remark, RemarkKind};
use super::file::InFile;
use super::loss::{Loss, LossKind};
use super::model::Sheet;
use crate::core::document::Direction;
use crate::core::range::TextRange;
use crate::format::json;
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Fields that formats with fields of their own choosing carry for us; `doc` is what samples of other tools use as well.
const NAME: &str = "doc";
const TITLE: &str = "title";
const SOURCE: &str = "source";
const LANGUAGE: &str = "language";
const DIRECTION: &str = "direction";
/// Labels of the document as a whole, in formats that have no place of their own for them.
pub const DOCUMENT_LABELS: &str = "document_labels";

/// One value of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its line in JSON lines, its number in a list; from 1.
    pub line: usize,
    /// What stands there.
    pub value: Value,
}

/// The records of a file: its lines, or the members of the one list that it is, or the one object that it is.
///
/// # Errors
/// The first line that is no JSON.
pub fn records(file: &InFile) -> Result<Vec<Record>, Fault> {
    let text = file.text()?;
    let fault = match json::parse(text) {
        Ok(Value::Array(items)) if items.iter().all(|item| item.is_object() || item.is_array()) => {
            return Ok(items.into_iter().enumerate().map(|(place, value)| Record { line: place + 1, value }).collect());
        }
        Ok(value) => return Ok(vec![Record { line: 1, value }]),
        Err(fault) => fault,
    };
    let mut records = Vec::new();
    for (place, line) in text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match json::parse(line) {
            Ok(value) => records.push(Record { line: place + 1, value }),
            // A first line that is none by itself: the file is one value over many lines, and broken where that says.
            Err(_) if records.is_empty() => return Err(broken(file, fault.line, fault.deep)),
            Err(fault) => return Err(broken(file, place + 1, fault.deep)),
        }
    }
    Ok(records)
}

/// Of files that were given together those that a format claims: a configuration or a card beside them says nothing by itself. A file given alone is
/// always one.
pub fn works(files: &[InFile], claims: fn(&InFile) -> bool) -> impl Iterator<Item = &InFile> {
    let all = files.len() == 1 || !files.iter().any(claims);
    files.iter().filter(move |file| all || claims(file))
}

fn broken(file: &InFile, line: usize, deep: bool) -> Fault {
    let file = file.name.clone();
    if deep { Fault::TooDeep { file } } else { Fault::Broken { file, line, syntax: "JSON" } }
}

/// A value as JSON of ASCII characters alone, for readers that guess encodings.
#[must_use]
pub fn ascii(value: &Value) -> String {
    let mut plain = String::new();
    for character in value.to_string().chars() {
        if character.is_ascii() {
            plain.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(plain, "\\u{unit:04x}");
        }
    }
    plain
}

/// A number of 0 and more, also where it stands as `5.0` or in quotes.
#[must_use]
pub fn whole(value: &Value) -> Option<u32> {
    let digits = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    let digits = digits.split_once('.').map_or(
        digits.as_str(),
        |(whole, rest)| {
            if rest.bytes().all(|digit| digit == b'0') { whole } else { "" }
        },
    );
    digits.parse().ok()
}

/// The range between two values; `None` where they are no numbers, or hold nothing between them.
#[must_use]
pub fn range(start: Option<&Value>, end: Option<&Value>) -> Option<TextRange> {
    let (start, end) = (whole(start?)?, whole(end?)?);
    (start < end).then(|| TextRange::of(start, end))
}

/// A text, or a number as its digits; blank where it is neither.
#[must_use]
pub fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// The texts of a list; of a text that alone.
#[must_use]
pub fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(items)) => items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
        Some(Value::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// The members of a list; none where it is no list.
pub fn members(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

/// Puts into an object what is said of a document: its name, title, source, language, direction, and what a file said once. Gives a loss
/// where the format has a field of the same name as one of these.
#[must_use]
pub fn put_about(sheet: &Sheet, object: &mut Map<String, Value>) -> Option<Loss> {
    let before = object.len();
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() && !object.contains_key(name) {
            object.insert(name.to_owned(), value.into());
        }
    };
    put(NAME, &sheet.name);
    put(TITLE, &sheet.title);
    put(SOURCE, sheet.source.as_deref().unwrap_or_default());
    put(LANGUAGE, &sheet.language);
    if sheet.direction != Direction::Auto {
        put(DIRECTION, sheet.direction.name());
    }
    for (name, value) in &sheet.extra {
        if !object.contains_key(name) {
            object.insert(name.clone(), value.clone());
        }
    }
    let said = [!sheet.name.is_empty(), !sheet.title.is_empty(), sheet.source.as_ref().is_some_and(|source| !source.is_empty())];
    let said = said.into_iter().filter(|is| *is).count()
        + usize::from(!sheet.language.is_empty())
        + usize::from(sheet.direction != Direction::Auto)
        + sheet.extra.len();
    (object.len() - before < said).then(|| Loss::new(LossKind::About, &sheet.name, sheet.title.clone(), ""))
}

/// Takes out of an object what is said of a document; what nobody knows becomes [`Sheet::extra`].
pub fn take_about(sheet: &mut Sheet, object: Map<String, Value>) {
    for (name, value) in object {
        match (name.as_str(), value.as_str()) {
            (NAME, _) if value.is_string() || value.is_number() => sheet.name = text(Some(&value)),
            (TITLE, Some(title)) => sheet.title = title.to_owned(),
            (SOURCE, Some(source)) => sheet.source = Some(source.to_owned()),
            (LANGUAGE, Some(language)) => sheet.language = language.to_owned(),
            (DIRECTION, Some(direction)) if Direction::named(direction).is_some() => {
                sheet.direction = Direction::named(direction).unwrap_or_default();
            }
            (DOCUMENT_LABELS, _) if value.is_array() => sheet.labels.extend(texts(Some(&value))),
            _ if value.is_null() || value.as_array().is_some_and(Vec::is_empty) => {}
            _ => sheet.extra.push((name, value)),
        }
    }
}

/// Something of a record that was passed over.
#[must_use]
pub fn remark(file: &InFile, line: usize, kind: RemarkKind, words: impl Into<String>) -> Remark {
    Remark { file: file.name.clone(), line, kind, words: words.into() }
}

/// The field that holds the text of a record, under the first of these names that holds one, taken out of it.
pub fn take_text(object: &mut Map<String, Value>, names: &[&str]) -> Option<String> {
    let name =
        names.iter().find(|name| object.get(**name).is_some_and(|value| value.as_str().is_some_and(|text| !text.is_empty())))?;
    match object.shift_remove(*name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn file(text: &str) -> InFile {
        InFile { name: "a.json".into(), bytes: text.into() }
    }

    #[test]
    fn lines_lists_and_objects_are_records() {
        let lines = |text: &str| records(&file(text)).map(|all| all.into_iter().map(|one| one.line).collect::<Vec<_>>());
        assert_eq!(lines("{}\r\n\n{\"a\": \"\u{2028}\"}\n"), Ok(vec![1, 3]));
        assert_eq!(lines("\u{FEFF}[{},\n{}]"), Ok(vec![1, 2]));
        assert_eq!(lines("{\n\"a\": 1\n}"), Ok(vec![1]));
        assert_eq!(lines("[\"text\", {}]"), Ok(vec![1]));
        assert_eq!(lines("{\n\"a\": 1,\n}"), Err(Fault::Broken { file: "a.json".into(), line: 3, syntax: "JSON" }));
        assert_eq!(lines("{}\n{}\n{\"a\"\n"), Err(Fault::Broken { file: "a.json".into(), line: 3, syntax: "JSON" }));
        assert_eq!(lines(&format!("{{}}\n{}", "[".repeat(900))), Err(Fault::TooDeep { file: "a.json".into() }));
    }

    #[test]
    fn numbers_are_taken_only_where_they_are_positions() {
        let good = [json!(5), json!("5"), json!(5.0), json!(" 5 ")];
        assert!(good.iter().all(|value| whole(value) == Some(5)));
        let bad = [json!(-1), json!(5.5), json!("/div[1]/text()[1]"), json!(null), json!(u64::MAX), json!(""), json!([5])];
        assert!(bad.iter().all(|value| whole(value).is_none()));
        assert_eq!(range(Some(&json!(4)), Some(&json!(4))), None);
        assert_eq!(range(Some(&json!(5)), Some(&json!(4))), None);
    }

    #[test]
    fn ascii_reads_back_as_the_same() {
        let value = json!({"نص": "🙂 \"عُمان\"\n"});
        let plain = ascii(&value);
        assert!(plain.is_ascii());
        assert_eq!(json::parse(&plain), Ok(value));
    }
}
