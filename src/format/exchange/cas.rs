//! The Common Analysis Structure of UIMA, of which CAS JSON and XMI are two ways of writing: a text, types, and feature structures that
//! may be annotations of the text. Limits count UTF-16 code units.
//!
//! Ours have the layers of INCEpTION's project for spans and relations, `custom.Span` and `custom.Relation` with a feature
//! `label`, so that they open there without a layer made by hand; whatever else is known of a span is a feature of its own.
//! Spans that begin inside a token or share their limits want that layer at characters, any overlap allowed. An event
//! stands on its trigger as `custom.Event`, each of its roles as a relation `custom.Role` from it: layers that INCEpTION
//! passes over where nobody has made them.

mod build;
mod names;
mod take;

pub use build::{Build, written};
pub use names::{address, link};
pub use take::take;

use serde_json::Value;

/// The type of the structure that holds the text.
pub const SOFA: &str = "uima.cas.Sofa";

/// One CAS.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cas {
    /// The types that it declares.
    pub types: Vec<Type>,
    /// The feature structures in order.
    pub structures: Vec<Structure>,
    /// Which structures are found by asking for them.
    pub views: Vec<View>,
}

/// A type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Type {
    /// Its name with its namespace, parted by full stops.
    pub name: String,
    /// The type that it is one of.
    pub parent: String,
    /// The names of its features and the types of their values.
    pub features: Vec<(String, String)>,
}

/// A feature structure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Structure {
    /// Its id in its CAS.
    pub id: i64,
    /// The name of its type.
    pub kind: String,
    /// Its features in order.
    pub features: Vec<(String, Feature)>,
}

/// A value of a feature.
#[derive(Debug, Clone, PartialEq)]
pub enum Feature {
    /// A text, a number or a flag.
    Plain(Value),
    /// Other structures, by their ids.
    References(Vec<i64>),
}

/// What is indexed of one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// The id of the structure with the text.
    pub sofa: i64,
    /// The ids of the structures.
    pub members: Vec<i64>,
}

impl Feature {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Plain(Value::String(text.into()))
    }

    /// A number.
    #[must_use]
    pub fn number(number: u32) -> Self {
        Self::Plain(Value::from(number))
    }

    /// The text it is, unless it is blank.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Plain(Value::String(text)) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The limit it is, also where it is written as a text, as XMI without a type system has it.
    #[must_use]
    pub fn as_limit(&self) -> Option<u32> {
        match self {
            Self::Plain(Value::Number(number)) => number.as_u64().and_then(|number| u32::try_from(number).ok()),
            Self::Plain(Value::String(text)) => text.parse().ok(),
            _ => None,
        }
    }

    /// The one structure it refers to, also where it is written as a text or a number.
    #[must_use]
    pub fn as_reference(&self) -> Option<i64> {
        match self {
            Self::References(ids) => ids.first().copied().filter(|_| ids.len() == 1),
            Self::Plain(Value::Number(number)) => number.as_i64(),
            Self::Plain(Value::String(text)) => text.parse().ok(),
            Self::Plain(_) => None,
        }
    }
}

impl Structure {
    /// The feature of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Feature> {
        self.features.iter().find(|(other, _)| other == name).map(|(_, feature)| feature)
    }

    /// The text of the feature of that name, unless it is blank.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Feature::as_text)
    }

    /// Its type without the namespace.
    #[must_use]
    pub fn short(&self) -> &str {
        self.kind.rsplit('.').next().unwrap_or(&self.kind)
    }
}

#[cfg(test)]
pub mod tests;
