//! What the bodies of an annotation say.

use super::super::model::Referent;
use super::super::plain;
use super::iri;
use super::list::{each, id};
use serde_json::Value;

/// What bodies say, sorted by what they are for.
#[derive(Debug, Default, PartialEq)]
pub struct Bodies {
    /// Labels: values of bodies for tagging.
    pub tags: Vec<String>,
    /// Classes: values of bodies for classifying.
    pub classes: Vec<String>,
    /// Attributes: values of bodies for tagging that have a name and a value.
    pub attributes: Vec<(String, Value)>,
    /// Notes.
    pub notes: Vec<String>,
    /// Descriptions.
    pub descriptions: Vec<String>,
    /// What is mentioned.
    pub referents: Vec<Referent>,
    /// What is linked to, and in which role.
    pub links: Vec<(String, String)>,
    /// How many bodies are none of these.
    pub others: usize,
}

impl Bodies {
    /// Those of an annotation; `motivation` is what a body is for that does not say.
    #[must_use]
    pub fn of(annotation: &Value, motivation: &str) -> Self {
        let mut bodies = Self::default();
        for body in each(&annotation["body"]).iter().chain(each(&annotation["bodies"])) {
            bodies.take(body, motivation);
        }
        if let Some(value) = annotation["bodyValue"].as_str() {
            bodies.say(motivation, value);
        }
        // Hypothesis has neither: its note is the text, and its tags are a list.
        for tag in each(&annotation["tags"]).iter().filter_map(Value::as_str) {
            bodies.say("tagging", tag);
        }
        if let Some(text) = annotation["text"].as_str().filter(|text| !text.is_empty()) {
            bodies.say("commenting", text);
        }
        bodies
    }

    fn take(&mut self, body: &Value, motivation: &str) {
        let purpose = each(&body["purpose"]).first().and_then(Value::as_str).unwrap_or(motivation);
        if let Some(value) = body["value"].as_str() {
            self.say(purpose, value);
            return;
        }
        let source = if body["source"].is_null() { id(body) } else { id(&body["source"]) };
        let Some(source) = source else {
            self.others += 1;
            return;
        };
        let label = body["label"].as_str().unwrap_or_default().to_owned();
        match purpose {
            "identifying" => self.referents.push(Referent { id: String::new(), name: label, link: Some(iri::link(source)) }),
            "linking" => self.links.push((label, source.to_owned())),
            "tagging" => self.tags.push(last(source, label)),
            "classifying" => self.classes.push(last(source, label)),
            _ => self.others += 1,
        }
    }

    fn say(&mut self, purpose: &str, value: &str) {
        let attribute = value.split_once('=').filter(|(name, _)| !name.is_empty());
        match (purpose, attribute) {
            // The first tag is the label, whatever it is.
            ("tagging", Some((name, value))) if !self.tags.is_empty() => {
                self.attributes.push((name.to_owned(), plain::value(value)))
            }
            ("tagging", _) => self.tags.push(value.to_owned()),
            ("classifying", _) => self.classes.push(value.to_owned()),
            ("identifying", _) => self.referents.push(Referent { name: value.to_owned(), ..Referent::default() }),
            ("describing", _) => self.descriptions.push(value.to_owned()),
            _ => self.notes.push(value.to_owned()),
        }
    }
}

/// What a class is called whose address is all that is said: the last part of that.
fn last(address: &str, label: String) -> String {
    if label.is_empty() { address.rsplit(['/', '#', ':']).next().unwrap_or(address).to_owned() } else { label }
}

/// Who made an annotation, as the several programs say it.
#[must_use]
pub fn annotator(annotation: &Value) -> Option<String> {
    let creator = match &annotation["creator"] {
        Value::Null => &annotation["target"]["creator"],
        creator => creator,
    };
    let creator = each(creator).first().unwrap_or(&Value::Null);
    let name = creator.as_str().or_else(|| creator["name"].as_str()).or_else(|| creator["id"].as_str());
    name.or_else(|| annotation["user"].as_str()).map(str::to_owned)
}
