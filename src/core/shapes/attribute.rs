//! Attributes of spans: their values, typed and checked.

use super::kinds::{AttributeDef, AttributeKind, Kinds};
use super::make::{done, quoted};
use crate::core::command::{self, Context, SpanRef};
use crate::core::op::{Change, Op, SpanField};
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::span::Span;
use crate::core::state::State;
use crate::core::transaction::{ShapeChange, Transaction};
use serde_json::Value;
use std::rc::Rc;

/// Gives an attribute of a span a value; `None` takes it away.
///
/// # Errors
/// When the span is gone or somebody else's, or has that value.
pub fn set(state: &State, context: &Context, span: &SpanRef, id: &str, value: Option<Value>) -> Result<Transaction, Refusal> {
    let (_, found) = command::find(state, span)?;
    let before = found.attributes.get(id).cloned();
    let value = value.filter(|value| !value.is_null());
    if before == value {
        return Err(Refusal::NoChange);
    }
    let op = Op::Change(Change::Span {
        document: span.0.clone(),
        span: span.1.clone(),
        before: SpanField::Attribute(id.to_owned(), before),
        after: SpanField::Attribute(id.to_owned(), value),
        at: (found.updated_at.clone(), context.now.clone()),
    });
    done(ShapeChange::Attribute, quoted(state, span), Some(&span.0), vec![op])
}

/// The value that typed words are; nothing typed is no value.
///
/// # Errors
/// When they are no number, no date, or none of the choices.
pub fn parse(definition: &AttributeDef, typed: &str) -> Result<Option<Value>, ShapeRefusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let value = match &definition.kind {
        AttributeKind::Flag => Value::Bool(typed == "true"),
        AttributeKind::Number => number(typed).ok_or(ShapeRefusal::BadNumber)?,
        AttributeKind::Date => Value::from(date(typed).ok_or(ShapeRefusal::BadDate)?),
        AttributeKind::Choices => Value::Array(typed.split(' ').map(Value::from).collect()),
        AttributeKind::Choice | AttributeKind::Text | AttributeKind::Other(_) => typed.into(),
    };
    Ok(Some(value))
}

/// Whether a value is what its attribute says.
#[must_use]
pub fn fits(definition: &AttributeDef, value: &Value) -> bool {
    let known = |value: &Value| value.as_str().is_some_and(|id| definition.values.iter().any(|choice| choice.id == id));
    match &definition.kind {
        AttributeKind::Flag => value.is_boolean(),
        AttributeKind::Choice => known(value),
        AttributeKind::Choices => value.as_array().is_some_and(|list| list.iter().all(known)),
        AttributeKind::Text => value.is_string(),
        AttributeKind::Number => value.is_number(),
        AttributeKind::Date => value.as_str().is_some_and(|text| date(text).as_deref() == Some(text)),
        AttributeKind::Other(_) => true,
    }
}

/// The attributes that a span has to have and has not.
#[must_use]
pub fn missing(kinds: &Kinds, span: &Span) -> Vec<Rc<AttributeDef>> {
    let asked = kinds.attributes_of(&span.label).filter(|attribute| attribute.required && attribute.default.is_none());
    asked.filter(|attribute| span.attributes.get(&attribute.id).is_none()).cloned().collect()
}

/// A text with the digits of Arabic and Persian as those of Latin script.
#[must_use]
pub fn latin_digits(text: &str) -> String {
    let latin = |c: char| match c {
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => char::from(b'0' + (c as u32 & 0xF) as u8),
        '٫' => '.',
        '−' => '-',
        _ => c,
    };
    text.chars().filter(|c| *c != '٬').map(latin).collect()
}

/// A number as it was typed, in digits of any kind; separators of thousands are left out.
fn number(typed: &str) -> Option<Value> {
    let plain = latin_digits(typed).replace(['\u{a0}', '\u{202f}', ' '], "");
    // JSON writes no plus and no bare point.
    serde_json::from_str::<Value>(plain.strip_prefix('+').unwrap_or(&plain)).ok().filter(Value::is_number)
}

/// A date as the file has it: a year, a month of it, or a day of that, by the calendar in use.
fn date(typed: &str) -> Option<String> {
    let plain = latin_digits(typed).replace('/', "-");
    let parts = plain.split('-').collect::<Vec<_>>();
    let part = |place: usize| -> Option<u32> {
        let text = parts.get(place)?;
        text.chars().all(|c| c.is_ascii_digit()).then(|| text.parse().ok()).flatten()
    };
    let year = part(0).filter(|_| parts[0].len() == 4)?;
    let mut written = format!("{year:04}");
    if parts.len() > 1 {
        let month = part(1).filter(|month| (1..=12).contains(month))?;
        written.push_str(&format!("-{month:02}"));
        if parts.len() > 2 {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let last = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            let day = part(2).filter(|day| (1..=last).contains(day))?;
            written.push_str(&format!("-{day:02}"));
        }
    }
    (parts.len() <= 3).then_some(written)
}
