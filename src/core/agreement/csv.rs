//! The measures as files: CSV (RFC 4180, UTF-8 with a byte order mark, CRLF), and JSON.
//!
//! A row for each measure of each pair and of all together, on all labels and on each: `first` and `second` (the
//! annotators; blank for all together), `label` (blank for all), `measure` ([`Kind::name`](super::told::Kind::name)),
//! `about` (the id of an attribute), `value`, `error` (with 95 % confidence), `precision`, `recall`, `shared`,
//! `first_count`, `second_count`, `excused`, and `why` where there is no value.

use super::measure::{Measure, Why};
use super::told::Told;
use crate::core::compare::csv::{line, shown};
use serde_json::{Map, Value};

/// The columns.
const COLUMNS: [&str; 14] = [
    "first",
    "second",
    "label",
    "measure",
    "about",
    "value",
    "error",
    "precision",
    "recall",
    "shared",
    "first_count",
    "second_count",
    "excused",
    "why",
];

/// A measure, and what it is about, by names and ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The two annotators; `None` for all together.
    pub pair: Option<(String, String)>,
    /// The label; `None` for all.
    pub label: Option<String>,
    /// The id of the attribute.
    pub about: Option<String>,
    /// The measure.
    pub told: Told,
}

/// Why there is no value, in files.
#[must_use]
pub const fn why(why: Why) -> &'static str {
    match why {
        Why::OneAnnotator => "one_annotator",
        Why::NothingMarked => "nothing_marked",
        Why::OneMarkedNothing => "one_marked_nothing",
        Why::NoTokens => "no_tokens",
        Why::NoVariety => "no_variety",
        Why::OverlapsItself => "overlaps_itself",
        Why::NothingShared => "nothing_shared",
        Why::NothingJoined => "nothing_joined",
        Why::NoDisorder => "no_disorder",
    }
}

/// The rows as CSV.
#[must_use]
pub fn csv(rows: &[Row]) -> String {
    let mut text = String::from('\u{FEFF}');
    line(&mut text, &COLUMNS.map(str::to_owned));
    for row in rows {
        let fields = fields(row).map(|value| match value {
            Value::String(text) => shown(&text),
            Value::Null => String::new(),
            other => other.to_string(),
        });
        line(&mut text, &fields);
    }
    text
}

/// The rows as a list of JSON objects, without the fields that they lack.
#[must_use]
pub fn json(rows: &[Row]) -> Value {
    let object = |row: &Row| {
        let fields = COLUMNS.iter().zip(fields(row)).filter(|(_, value)| !value.is_null());
        Value::Object(fields.map(|(name, value)| ((*name).to_owned(), value)).collect::<Map<_, _>>())
    };
    Value::Array(rows.iter().map(object).collect())
}

fn fields(row: &Row) -> [Value; 14] {
    let told = &row.told;
    let text = |text: Option<&String>| text.map_or(Value::Null, |text| text.as_str().into());
    let value = |measure: Option<&Measure>| measure.and_then(|value| value.ok()).map_or(Value::Null, Value::from);
    let count = |count: Option<usize>| count.map_or(Value::Null, Value::from);
    let (first, second) = (row.pair.as_ref().map(|pair| &pair.0), row.pair.as_ref().map(|pair| &pair.1));
    [
        text(first),
        text(second),
        text(row.label.as_ref()),
        told.kind.name().into(),
        text(row.about.as_ref()),
        value(Some(&told.value)),
        told.error.map_or(Value::Null, Value::from),
        value(told.parts.as_ref().map(|parts| &parts.0)),
        value(told.parts.as_ref().map(|parts| &parts.1)),
        count(told.tally.map(|tally| tally.shared)),
        count(told.tally.map(|tally| tally.first)),
        count(told.tally.map(|tally| tally.second)),
        count(told.excused),
        told.value.err().map_or(Value::Null, |reason| why(reason).into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::agreement::told::Kind;

    fn row(value: Measure) -> Row {
        let told = Told { kind: Kind::Exact, attribute: None, value, parts: None, tally: None, excused: Some(2), error: None };
        Row { pair: Some(("=هند".to_owned(), "سالم، ل".to_owned())), label: None, about: None, told }
    }

    #[test]
    fn values_and_reasons_stand_in_columns_of_their_own() {
        let text = csv(&[row(Ok(0.5)), row(Err(Why::NothingMarked))]);
        let lines = text.trim_start_matches('\u{FEFF}').split("\r\n").collect::<Vec<_>>();
        assert_eq!(lines[0], COLUMNS.join(","));
        assert_eq!(lines[1], "'=هند,سالم، ل,,f1_exact,,0.5,,,,,,,2,");
        assert_eq!(lines[2], "'=هند,سالم، ل,,f1_exact,,,,,,,,,2,nothing_marked");
        let value = json(&[row(Ok(0.5))]);
        assert_eq!(value[0]["value"], 0.5);
        assert!(value[0].get("why").is_none());
    }
}
