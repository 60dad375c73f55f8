//! Where a settled span comes from: a field of the gold span, and for what was left out an object among the refusals, so
//! that the native file tells each decision.

use super::group::{Group, Groups};
use crate::core::ids::{SetId, SpanId};
use crate::core::record::{Collection, Record};
use crate::core::span::Span;
use serde_json::{Map, Value, json};

/// The field of a gold span that tells where it comes from.
pub const FIELD: &str = "provenance";

/// How something was settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// One annotator's version was taken.
    One,
    /// What one annotator says was taken everywhere.
    Whole,
    /// All versions were taken.
    Both,
    /// Some of what is said was picked.
    Pick,
    /// All annotators said so.
    Agreement,
    /// More than half of them said so.
    Majority,
    /// Whoever settled wrote limits or label themselves.
    Edit,
    /// Nothing of it was taken.
    Neither,
}

impl How {
    /// All.
    pub const ALL: [Self; 8] =
        [Self::One, Self::Whole, Self::Both, Self::Pick, Self::Agreement, Self::Majority, Self::Edit, Self::Neither];

    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Whole => "all_of_one",
            Self::Both => "both",
            Self::Pick => "pick",
            Self::Agreement => "agreement",
            Self::Majority => "majority",
            Self::Edit => "edit",
            Self::Neither => "neither",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name() == name)
    }
}

/// A span of an annotator, which need not be in the file any more.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Source {
    /// Their set.
    pub set: SetId,
    /// The span.
    pub span: SpanId,
}

/// A decision as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// How it was settled.
    pub how: How,
    /// Who settled it, if they said.
    pub by: Option<String>,
    /// When: RFC 3339, UTC.
    pub at: String,
    /// Whose version was taken, where it was one annotator's.
    pub whose: Option<SetId>,
    /// The spans that it was taken from.
    pub from: Vec<Source>,
    /// The spans that were there too and were not taken.
    pub over: Vec<Source>,
}

impl Provenance {
    /// What a gold span tells of itself.
    #[must_use]
    pub fn of(span: &Span) -> Option<Self> {
        Self::read(span.extra.get(FIELD)?)
    }

    /// Reads it. What does not say how is none.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let text = |field: &str| value.get(field).and_then(Value::as_str);
        Some(Self {
            how: How::named(text("how")?)?,
            by: text("by").map(str::to_owned),
            at: text("at").unwrap_or_default().to_owned(),
            whose: text("whose").map(SetId::from),
            from: sources(value, "from"),
            over: sources(value, "over"),
        })
    }

    /// The object that says it.
    #[must_use]
    pub fn value(&self) -> Value {
        Value::Object(self.fields())
    }

    /// The fields of that object.
    #[must_use]
    pub fn fields(&self) -> Map<String, Value> {
        let list = |sources: &[Source]| {
            let one = |source: &Source| json!({ "set": source.set.as_str(), "span": source.span.as_str() });
            Value::Array(sources.iter().map(one).collect())
        };
        let mut fields = Map::new();
        fields.insert("how".to_owned(), self.how.name().into());
        if let Some(by) = &self.by {
            fields.insert("by".to_owned(), by.as_str().into());
        }
        fields.insert("at".to_owned(), self.at.as_str().into());
        if let Some(whose) = &self.whose {
            fields.insert("whose".to_owned(), whose.as_str().into());
        }
        for (name, sources) in [("from", &self.from), ("over", &self.over)] {
            if !sources.is_empty() {
                fields.insert(name.to_owned(), list(sources));
            }
        }
        fields
    }

    /// All spans that were there when it was settled.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.from.iter().chain(&self.over)
    }

    /// Whether both say the same, whenever they were written.
    #[must_use]
    pub fn says_what(&self, other: &Self) -> bool {
        Self { at: String::new(), ..self.clone() } == Self { at: String::new(), ..other.clone() }
    }
}

/// What was left out of the gold set, as the object among the refusals tells it: in which document, and the decision.
#[must_use]
pub fn left_out<'a>(record: &'a Record, gold: &SetId) -> Option<(&'a str, Provenance)> {
    let is_ours = record.collection == Collection::Refusals && record.text("set") == Some(gold.as_str());
    Some((record.text("document").filter(|_| is_ours)?, Provenance::read(&record.value)?))
}

/// The spans of these forms of a group.
#[must_use]
pub fn sources_of(groups: &Groups, group: &Group, forms: impl Fn(usize) -> bool) -> Vec<Source> {
    let chosen = group.forms.iter().enumerate().filter(|(place, _)| forms(*place));
    let said = chosen.flat_map(|(_, form)| &form.said);
    said.map(|(hand, span)| Source { set: groups.hands[*hand].clone(), span: span.clone() }).collect()
}

fn sources(value: &Value, field: &str) -> Vec<Source> {
    let list = value.get(field).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let one = |one: &Value| Some(Source { set: one.get("set")?.as_str()?.into(), span: one.get("span")?.as_str()?.into() });
    list.iter().filter_map(one).collect()
}
