//! Files that are in order and far too much: each must be read, or refused, in bounded time.

use hashiya::core::document::Document;
use serde_json::{Value, json};

/// A file with one document, whose text is ASCII so that all units agree.
fn file(text: &str, spans: Vec<Value>, more: impl FnOnce(&mut Value)) -> String {
    let mut file = json!({
        "format": "hashiya", "version": 1, "offset_unit": "code_point", "project": {"id": "huge", "name": "huge"},
        "tagset": {"labels": [{"id": "PERS", "name": {"ar": "شخص", "en": "Person"}, "colour": "blue-1", "style": "solid"}]},
        "annotation_sets": [{"id": "me", "role": "received"}],
        "documents": [{"id": "d", "title": "d", "sha256": Document::hash(text), "text": text, "spans": spans}],
    });
    more(&mut file);
    file.to_string()
}

fn span(text: &str, number: usize, start: usize, end: usize) -> Value {
    json!({"id": format!("s{number}"), "set": "me", "label": "PERS", "start": start, "end": end, "text": &text[start..end]})
}

/// What is far too much, each with its name.
pub fn files() -> Vec<(&'static str, String)> {
    let words = "ab ".repeat(2_000);
    let nested = (0..1_500).map(|n| span(&words, n, n, words.len() - n)).collect();
    let side_by_side = (0..2_000).map(|n| span(&words, n, 3 * n, 3 * n + 2)).collect();
    let mut pieces = span(&words, 0, 0, words.len() - 1);
    pieces["fragments"] = (0..2_000).map(|n| json!({"start": 3 * n, "end": 3 * n + 2, "text": "ab"})).collect::<Vec<_>>().into();
    let documents = |file: &mut Value| {
        let one = |n: usize| {
            let text = format!("text {n}");
            json!({"id": format!("d{n}"), "title": "", "sha256": Document::hash(&text), "text": text, "spans": []})
        };
        file["documents"] = (0..600).map(one).collect::<Vec<_>>().into();
    };
    let mentions = |file: &mut Value| {
        let all = vec![json!({"document": "d", "span": "s0"}); 3_000];
        file["entities"] =
            (0..20).map(|n| json!({"id": format!("e{n}"), "name": "x", "mentions": all})).collect::<Vec<_>>().into();
    };
    let sets = |file: &mut Value| {
        let one = |n: usize| json!({"id": format!("m{n}"), "role": "received", "derived_from": vec!["me"; 20]});
        file["annotation_sets"].as_array_mut().expect("a list").extend((0..2_000).map(one));
    };
    let unknown = |file: &mut Value| {
        file["x"] = (0..50_000).map(|n| (format!("field {n}"), json!(n))).collect::<serde_json::Map<_, _>>().into();
    };
    let one = |text: &str| vec![span(text, 0, 0, 2)];
    vec![
        ("spans in one another", file(&words, nested, |_| ())),
        ("spans side by side", file(&words, side_by_side, |_| ())),
        ("pieces", file(&words, vec![pieces], |_| ())),
        ("documents", file("ab", Vec::new(), documents)),
        ("mentions", file(&words, one(&words), mentions)),
        ("sets", file(&words, one(&words), sets)),
        ("unknown fields", file(&words, one(&words), unknown)),
        ("paragraphs", file(&"a\r\n".repeat(60_000), Vec::new(), |_| ())),
        ("marks on one letter", file(&format!("ا{}", "\u{64F}".repeat(120_000)), Vec::new(), |_| ())),
        ("overrides", file(&"\u{202E}\u{2066}".repeat(60_000), Vec::new(), |_| ())),
        ("joined emoji", file(&"👩\u{200D}".repeat(60_000), Vec::new(), |_| ())),
        ("one word", file(&"ب".repeat(200_000), Vec::new(), |_| ())),
    ]
}
