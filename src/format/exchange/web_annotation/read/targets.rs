//! What an annotation is of: words of a document, a document, another annotation.

use super::super::list::{each, id};
use crate::core::document::Direction;
use crate::core::range::TextRange;
use serde_json::Value;

/// One target.
#[derive(Debug, Default, PartialEq)]
pub struct Target {
    /// The address of the document or annotation.
    pub address: Option<String>,
    /// The limits, where there are such.
    pub limits: Option<(u64, u64)>,
    /// The words.
    pub quote: Option<String>,
    /// What stands before them.
    pub prefix: Option<String>,
    /// What stands after them.
    pub suffix: Option<String>,
    /// The language it says its document has.
    pub language: Option<String>,
    /// The direction it says its document has.
    pub direction: Option<Direction>,
    /// Whether it is a part of its document, whatever it says of which.
    pub is_part: bool,
}

impl Target {
    /// Its limits; words without any stand first until they are looked for. `None` where there are neither.
    #[must_use]
    pub fn range(&self) -> Option<TextRange> {
        let limits = self.limits.and_then(|(start, end)| Some((u32::try_from(start).ok()?, u32::try_from(end).ok()?)));
        if let Some((start, end)) = limits.filter(|(start, end)| start < end) {
            return Some(TextRange::of(start, end));
        }
        let length = self.quote.as_ref()?.chars().count() as u32;
        (length > 0).then(|| TextRange::of(0, length))
    }
}

/// The targets of an annotation, in order.
#[must_use]
pub fn targets(annotation: &Value) -> Vec<Target> {
    each(&annotation["target"]).iter().map(target).collect()
}

fn target(value: &Value) -> Target {
    let source = if value["source"].is_null() { id(value) } else { id(&value["source"]) };
    let text = |name: &str| value[name].as_str().map(str::to_owned);
    let mut target = Target { address: source.map(str::to_owned), language: text("language"), ..Target::default() };
    target.direction = value["textDirection"].as_str().and_then(Direction::named);
    target.is_part = !value["selector"].is_null();
    select(&value["selector"], &mut target, 0);
    target
}

/// Takes what selectors say: all of them, since each says the same in its way.
fn select(selectors: &Value, target: &mut Target, depth: usize) {
    for selector in each(selectors) {
        let text = |name: &str| selector[name].as_str().map(str::to_owned);
        let limit = |name: &str| selector[name].as_u64().or_else(|| selector[name].as_str()?.parse().ok());
        let fragment = selector["value"].as_str().and_then(|value| value.strip_prefix("char=")?.split_once(','));
        let fragment = fragment.and_then(|(start, end)| Some((start.parse().ok()?, end.split(';').next()?.parse().ok()?)));
        target.limits = target.limits.or_else(|| Some((limit("start")?, limit("end")?))).or(fragment);
        target.quote = target.quote.take().or_else(|| text("exact")).or_else(|| text("quote"));
        target.prefix = target.prefix.take().or_else(|| text("prefix"));
        target.suffix = target.suffix.take().or_else(|| text("suffix"));
        if depth < 8 {
            // The one chosen of several, and what makes a coarser one finer.
            select(&selector["items"], target, depth + 1);
            select(&selector["refinedBy"], target, depth + 1);
        }
    }
}
