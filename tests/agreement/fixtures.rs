//! Reading the recorded cases.

use hashiya::core::agreement::{Corpus, Page, Unit};
use hashiya::core::range::TextRange;
use serde_json::Value;

/// The cases of a file of `tests/fixtures/agreement`.
pub fn cases(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/fixtures/agreement/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file["cases"].as_array().unwrap().clone()
}

/// A case's annotators as a corpus of one page, and its labels.
pub fn corpus(case: &Value) -> (Corpus, Vec<String>) {
    let mut labels: Vec<String> = Vec::new();
    let annotators = list(&case["annotators"]);
    for unit in annotators.iter().flat_map(list) {
        labels.push(unit[2].as_str().unwrap().to_owned());
    }
    labels.sort();
    labels.dedup();
    let number = |value: &Value| value.as_u64().unwrap() as u32;
    let range = |value: &Value| TextRange::of(number(&value[0]), number(&value[1]));
    let unit = |value: Value| {
        let label = labels.iter().position(|label| *label == value[2].as_str().unwrap()).unwrap();
        Unit::new(range(&value), label)
    };
    let units = annotators.iter().map(|units| list(units).into_iter().map(unit).collect::<Vec<_>>()).collect::<Vec<_>>();
    let page = Page { length: number(&case["length"]), tokens: list(&case["tokens"]).iter().map(range).collect(), units };
    (Corpus { annotators: annotators.len(), labels: labels.len(), pages: vec![page] }, labels)
}

/// The members of a list, none where it is not there.
pub fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// The fields of an object, none where it is not there.
pub fn fields(value: &Value) -> Vec<(String, Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Holds a number against a recorded one.
pub fn near(what: &str, found: f64, told: &Value, within: f64) {
    let told = told.as_f64().unwrap();
    assert!((found - told).abs() <= within, "{what}: {found} here, {told} there");
}
