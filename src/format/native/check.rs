//! The last look at a file before it is offered: every span is sliced out of the finished text
//! again, in all three units. Nothing here shares code with the index that counted them.

use super::fault::WriteFault;
use crate::core::document::Document;
use crate::format::json;
use serde_json::Value;

/// A document's text as arrays of each unit.
struct Units<'a> {
    points: Vec<char>,
    utf16: Vec<u16>,
    utf8: &'a str,
}

/// Checks a file's text.
///
/// # Errors
/// Names the first document or span that does not hold what it says.
pub fn text(file: &str) -> Result<(), WriteFault> {
    slices(&json::parse(file).map_err(|_| WriteFault::Unreadable)?)
}

/// Checks a file.
///
/// # Errors
/// Names the first document or span that does not hold what it says.
pub fn slices(file: &Value) -> Result<(), WriteFault> {
    for document in list(file, "documents") {
        let text = document["text"].as_str().ok_or(WriteFault::Unreadable)?;
        if document["sha256"] != *Document::hash(text) {
            return Err(WriteFault::Hash { document: name(document) });
        }
        let units = Units { points: text.chars().collect(), utf16: text.encode_utf16().collect(), utf8: text };
        for span in list(document, "spans") {
            let whole = std::iter::once(span);
            if let Some(unit) = whole.chain(list(span, "fragments")).find_map(|part| units.misfit(part)) {
                return Err(WriteFault::Slice { document: name(document), span: name(span), unit });
            }
        }
    }
    Ok(())
}

impl Units<'_> {
    /// The first unit in which a part's limits do not hold its quote.
    fn misfit(&self, part: &Value) -> Option<&'static str> {
        let quote = part["text"].as_str().filter(|quote| !quote.is_empty());
        let limits =
            |start: &Value, end: &Value| Some(usize::try_from(start.as_u64()?).ok()?..usize::try_from(end.as_u64()?).ok()?);
        let points = limits(&part["start"], &part["end"]).and_then(|range| self.points.get(range)).map(String::from_iter);
        let utf16 =
            limits(&part["utf16"][0], &part["utf16"][1]).and_then(|range| String::from_utf16(self.utf16.get(range)?).ok());
        let utf8 = limits(&part["utf8"][0], &part["utf8"][1]).and_then(|range| self.utf8.get(range));
        let holds = |slice: Option<&str>| slice.is_some() && slice == quote;
        let found = [("code_point", holds(points.as_deref())), ("utf16", holds(utf16.as_deref())), ("utf8", holds(utf8))];
        found.into_iter().find(|(_, holds)| !holds).map(|(unit, _)| unit)
    }
}

fn list<'a>(value: &'a Value, field: &str) -> std::slice::Iter<'a, Value> {
    value.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default().iter()
}

fn name(value: &Value) -> String {
    value["id"].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_shift_in_any_unit_is_seen() {
        let text = "🙂 \u{1EE00} عُمان";
        let good = json!({"documents": [{"id": "d", "text": text, "sha256": Document::hash(text), "spans": [
            {"id": "s", "start": 4, "end": 9, "utf16": [6, 11], "utf8": [10, 20], "text": "عُمان"}
        ]}]});
        assert_eq!(slices(&good), Ok(()));
        for (pointer, wrong, unit) in [
            ("/start", json!(3), "code_point"),
            ("/utf16", json!([5, 11]), "utf16"),
            ("/utf16", json!([1, 11]), "utf16"),
            ("/utf8", json!([9, 20]), "utf8"),
            ("/utf8", json!([1, 20]), "utf8"),
            ("/end", json!(99), "code_point"),
        ] {
            let mut bad = good.clone();
            *bad.pointer_mut(&format!("/documents/0/spans/0{pointer}")).unwrap() = wrong;
            assert_eq!(slices(&bad), Err(WriteFault::Slice { document: "d".into(), span: "s".into(), unit }));
        }
        let mut bad = good;
        bad["documents"][0]["text"] = json!("🙂 \u{1EE00} عُمان.");
        assert_eq!(slices(&bad), Err(WriteFault::Hash { document: "d".into() }));
    }
}
