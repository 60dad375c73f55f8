//! Regions put together from the results of a task.

use super::super::fault::{Remark, RemarkKind};
use super::super::file::InFile;
use super::super::known::Known;
use super::super::model::{Mark, Referent, Sheet, Tie};
use super::super::records::{members, range, remark, text, texts};
use super::{ENTITY, LABELS, LINK, NEXT_PIECE};
use serde_json::{Value, json};

/// The regions of one annotation, as its results come.
pub struct Regions<'a> {
    file: &'a InFile,
    line: usize,
    sheet: Sheet,
    known: Known,
    annotator: Option<String>,
    created_at: String,
    /// Results that stand on regions, which may come before the region has its label.
    values: Vec<&'a Value>,
    /// Relations, which may come before their regions.
    relations: Vec<&'a Value>,
    remarks: Vec<Remark>,
}

impl<'a> Regions<'a> {
    /// The regions of an annotation, none yet, for a document.
    #[must_use]
    pub fn of(file: &'a InFile, line: usize, sheet: Sheet, annotation: &Value) -> Self {
        let by = &annotation["completed_by"];
        let annotator = [text(by.get("email")), text(Some(by)), text(by.get("id"))].into_iter().find(|one| !one.is_empty());
        let created_at = Some(text(annotation.get("created_at"))).filter(|at| at.ends_with('Z')).unwrap_or_default();
        let (values, relations, remarks) = (Vec::new(), Vec::new(), Vec::new());
        Self { file, line, sheet, known: Known::default(), annotator, created_at, values, relations, remarks }
    }

    /// Takes the next result.
    pub fn result(&mut self, result: &'a Value) {
        let (kind, value) = (text(result.get("type")), &result["value"]);
        if kind == "relation" {
            self.relations.push(result);
        } else if LABELS.contains(&kind.as_str()) {
            self.labelled(result, &texts(value.get(&kind)));
        } else if value.get("start").is_some() {
            self.values.push(result);
        } else if kind == "choices" {
            self.sheet.labels.extend(texts(value.get("choices")));
        } else if let ("textarea" | "number" | "rating" | "taxonomy" | "datetime", Some(said)) =
            (kind.as_str(), own(&kind, value))
        {
            self.sheet.extra.push((text(result.get("from_name")), said));
        } else {
            self.remark(RemarkKind::NoPlace, result);
        }
    }

    /// A region of text; with several labels it is a span each.
    fn labelled(&mut self, result: &Value, labels: &[String]) {
        let value = &result["value"];
        // Of marked-up text the limits are paths; where its characters stand is told beside them.
        let offsets = value.get("globalOffsets").unwrap_or(value);
        let Some(limits) = range(offsets.get("start"), offsets.get("end")) else {
            return self.remark(RemarkKind::BadLimits, result);
        };
        if labels.is_empty() {
            return self.remark(RemarkKind::NoPlace, result);
        }
        let named = Some(text(result.get("id"))).filter(|id| !id.is_empty());
        for (place, label) in labels.iter().enumerate() {
            let id = named.clone().filter(|id| place == 0 && self.known.id(id).is_none());
            let mut mark = Mark {
                id: id.unwrap_or_else(|| self.free_id()),
                label: label.clone(),
                pieces: vec![limits],
                words: value.get("text").and_then(Value::as_str).map(str::to_owned),
                note: texts(result["meta"].get("text")).join("\n"),
                annotator: self.annotator.clone(),
                created_at: self.created_at.clone(),
                ..Mark::default()
            };
            if let Some(score) = result.get("score").filter(|score| score.is_number()) {
                mark.attributes.push(("score".into(), score.clone()));
            }
            self.known.push(&mut self.sheet, mark);
        }
    }

    fn free_id(&self) -> String {
        let mut ids = (self.sheet.spans.len() + 1..).map(|number| format!("s{number}"));
        ids.find(|id| self.known.id(id).is_none()).unwrap_or_default()
    }

    /// The document with all of its regions, and what was passed over.
    #[must_use]
    pub fn done(mut self) -> (Sheet, Vec<Remark>) {
        for result in std::mem::take(&mut self.values) {
            let (kind, name) = (text(result.get("type")), text(result.get("from_name")));
            let said = own(&kind, &result["value"]);
            let span = self.known.id(&text(result.get("id"))).and_then(|place| self.sheet.spans.get_mut(place));
            match (span, said) {
                (Some(span), Some(said)) => give(span, &name, said),
                (None, _) => self.remark(RemarkKind::Dangling, result),
                (_, None) => self.remark(RemarkKind::NoPlace, result),
            }
        }
        for relation in std::mem::take(&mut self.relations) {
            self.relation(relation);
        }
        self.sheet.spans.retain(|span| !span.pieces.is_empty());
        (self.sheet, self.remarks)
    }

    fn relation(&mut self, relation: &Value) {
        let (mut from, mut to) = (text(relation.get("from_id")), text(relation.get("to_id")));
        let kinds = texts(relation.get("labels"));
        if self.known.id(&from).is_none() || self.known.id(&to).is_none() {
            return self.remark(RemarkKind::Dangling, relation);
        }
        if kinds == [NEXT_PIECE] && self.join(&from, &to) {
            return;
        }
        if relation["direction"] == "left" {
            (from, to) = (to, from);
        }
        for kind in if kinds.is_empty() { vec![String::new()] } else { kinds } {
            let id = format!("r{}", self.sheet.relations.len() + 1);
            self.sheet.relations.push(Tie { id, kind, from: from.clone(), to: to.clone(), note: String::new() });
        }
    }

    /// Makes a region the next piece of another; then it is none by itself any more.
    fn join(&mut self, from: &str, to: &str) -> bool {
        let (Some(first), Some(next)) = (self.known.id(from), self.known.id(to)) else { return false };
        let is_gone = |place: usize| self.sheet.spans[place].pieces.is_empty();
        if first == next
            || is_gone(first)
            || is_gone(next)
            || self.sheet.spans[first].hull().end() > self.sheet.spans[next].hull().start()
        {
            return false;
        }
        let piece = std::mem::take(&mut self.sheet.spans[next]);
        let span = &mut self.sheet.spans[first];
        span.pieces.extend(piece.pieces);
        span.words = span.words.take().zip(piece.words).map(|(one, other)| [one, other].join(Mark::GAP));
        true
    }

    fn remark(&mut self, kind: RemarkKind, what: &Value) {
        self.remarks.push(remark(self.file, self.line, kind, what.to_string()));
    }
}

/// The value of a result that gives no label: a text, a number, a flag, or a list of texts.
fn own(kind: &str, value: &Value) -> Option<Value> {
    let field = if kind == "textarea" { "text" } else { kind };
    match value.get(field)? {
        Value::Array(items) if items.iter().any(Value::is_array) => {
            // A way through a tree of values.
            let ways = items.iter().map(|way| texts(Some(way)).join("/")).collect::<Vec<_>>();
            Some(json!(ways))
        }
        Value::Array(items) if items.len() == 1 => match items[0].as_str() {
            Some("true") if kind == "choices" => Some(Value::Bool(true)),
            Some("false") if kind == "choices" => Some(Value::Bool(false)),
            _ => items.first().cloned(),
        },
        Value::Array(items) if items.is_empty() => None,
        Value::Object(_) | Value::Null => None,
        plain => Some(plain.clone()),
    }
}

/// Gives a span what a result says of it: what it mentions, or an attribute.
pub fn give(span: &mut Mark, name: &str, said: Value) {
    if name == ENTITY || name == LINK {
        for (place, text) in texts(Some(&said)).into_iter().enumerate() {
            if place >= span.referents.len() {
                span.referents.push(Referent::default());
            }
            match span.referents.get_mut(place) {
                Some(referent) if name == ENTITY => referent.name = text,
                Some(referent) if !text.is_empty() => referent.link = Some(text),
                _ => {}
            }
        }
    } else {
        span.attributes.push((name.to_owned(), said));
    }
}

/// The values of a list of regions as JSON_MIN has them: where each stands and what is said there.
pub fn regions(value: &Value) -> impl Iterator<Item = &Value> {
    members(Some(value)).filter(|item| item.get("start").is_some() && item.get("end").is_some())
}

/// The value that an item of JSON_MIN gives where it is no label.
#[must_use]
pub fn value_of(item: &Value) -> Option<Value> {
    ["choices", "number", "rating", "taxonomy", "datetime"]
        .into_iter()
        .find_map(|kind| own(kind, item))
        .or_else(|| item.get("text").filter(|text| text.is_array()).and_then(|_| own("textarea", item)))
}
