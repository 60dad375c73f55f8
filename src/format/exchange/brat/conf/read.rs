//! The types that `annotation.conf` declares, with their names out of `visual.conf`.

use crate::core::colour::{Colour, Line};
use crate::core::document::Direction;
use crate::core::ids::LabelId;
use crate::core::record::Extra;
use crate::core::tagset::{Bilingual, Label, Tagset};
use crate::format::json;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What such files say.
#[derive(Debug, Default)]
pub struct Conf {
    /// What is declared.
    pub tagset: Tagset,
    /// Which way texts run.
    pub direction: Direction,
    /// The name that each written one stands for.
    meant: BTreeMap<String, String>,
}

impl Conf {
    /// The name that a written one stands for.
    #[must_use]
    pub fn meant(&self, written: &str) -> String {
        self.meant.get(written).map_or_else(|| written.to_owned(), Clone::clone)
    }
}

/// Reads the texts of such files, in any order.
#[must_use]
pub fn read(texts: &[&str]) -> Conf {
    let mut conf = Conf::default();
    let mut sections: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for text in texts {
        let mut section = "";
        for line in text.lines() {
            let plain = line.trim();
            if let Some(comment) = plain.strip_prefix('#') {
                let pair = comment.split_once(" = ").map(|(written, name)| (written.trim(), json::parse(name)));
                if let Some((written, Ok(Value::String(name)))) = pair {
                    conf.meant.insert(written.to_owned(), name);
                }
            } else if let Some(name) = plain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
            } else if !plain.is_empty() && !plain.starts_with("--") {
                sections.entry(section).or_default().push(plain);
            }
        }
    }
    let lines = |section: &str| sections.get(section).map_or(&[][..], Vec::as_slice);
    let rtl = lines("options").iter().any(|line| line.replace(' ', "").eq_ignore_ascii_case("textdirection:rtl"));
    conf.direction = if rtl { Direction::Rtl } else { Direction::Auto };
    let mut names = BTreeMap::new();
    for line in lines("labels") {
        let mut forms = line.split('|').map(str::trim);
        if let Some(written) = forms.next() {
            names.insert(conf.meant(written), bilingual(forms));
        }
    }
    conf.tagset = tagset(&conf, &lines, &names);
    conf
}

/// Of several forms the first in Arabic letters, and the first in others.
fn bilingual<'a>(forms: impl Iterator<Item = &'a str>) -> Bilingual {
    let mut name = Bilingual::default();
    for form in forms.filter(|form| !form.is_empty()) {
        let arabic = form.chars().any(|character| matches!(character, '\u{600}'..='\u{6FF}'));
        let place = if arabic { &mut name.ar } else { &mut name.en };
        if place.is_empty() {
            form.clone_into(place);
        }
    }
    name
}

fn tagset<'a>(conf: &Conf, lines: &dyn Fn(&str) -> &'a [&'a str], names: &BTreeMap<String, Bilingual>) -> Tagset {
    let mut tagset = Tagset::default();
    for line in lines("entities") {
        let Some(id) = declared(line).map(|id| LabelId::new(conf.meant(id))) else { continue };
        if tagset.get(&id).is_some() {
            continue;
        }
        let place = tagset.labels.len();
        let name = names.get(id.as_str()).cloned().unwrap_or_else(|| Bilingual::new(id.as_str(), id.as_str()));
        tagset.labels.push(Rc::new(Label {
            id,
            name,
            description: Bilingual::default(),
            colour: Colour::Palette((place % 8) as u8, (place / 8 % 3 + 1) as u8),
            line: Line::ALL[place % Line::ALL.len()],
            shortcut: None,
            parent: None,
            extra: Extra::default(),
        }));
    }
    let mut extra = Map::new();
    let mut list = |field: &str, members: Vec<Value>| {
        if !members.is_empty() {
            extra.insert(field.to_owned(), Value::Array(members));
        }
    };
    let named = |written: &str| {
        let id = conf.meant(written);
        let name = names.get(&id).map(|name| json!({ "ar": name.ar, "en": name.en }));
        let mut kind = Map::from_iter([("id".to_owned(), Value::from(id))]);
        kind.extend(name.map(|name| ("name".to_owned(), name)));
        kind
    };
    let labels = |written: &str| -> Value {
        let all: Vec<&str> = written.split('|').map(str::trim).filter(|label| !label.is_empty()).collect();
        let any = all.is_empty() || all.iter().any(|label| label.starts_with('<'));
        if any { Value::Null } else { all.into_iter().map(|label| Value::from(conf.meant(label))).collect() }
    };
    list("attributes", attributes(lines("attributes"), &named, &labels));
    list("relation_types", relations(lines("relations"), &named, &labels));
    list("event_types", events(lines("events"), &named, &labels));
    tagset.extra = Extra::new(extra);
    tagset
}

/// The name that a line declares; none for a macro.
fn declared(line: &str) -> Option<&str> {
    line.split_whitespace()
        .next()
        .map(|name| name.trim_start_matches('!'))
        .filter(|name| !name.is_empty() && !name.starts_with('<'))
}

/// What a line says behind its name: `Arg1:LOC, Arg2:<ENTITY>`.
fn arguments(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let rest = line.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    rest.split(',').filter_map(|part| part.trim().split_once(':'))
}

type Named<'a> = &'a dyn Fn(&str) -> Map<String, Value>;
type Labels<'a> = &'a dyn Fn(&str) -> Value;

fn attributes(lines: &[&str], named: Named<'_>, labels: Labels<'_>) -> Vec<Value> {
    let one = |line: &&str| {
        let mut kind = named(declared(line)?);
        kind.insert("type".to_owned(), "flag".into());
        for (name, value) in arguments(line) {
            if name == "Value" {
                kind.insert("type".to_owned(), "choice".into());
                let values = value.split('|').map(|value| Value::Object(named(value.trim())));
                kind.insert("values".to_owned(), values.collect());
            } else if name == "Arg" && !labels(value).is_null() {
                kind.insert("labels".to_owned(), labels(value));
            }
        }
        Some(Value::Object(kind))
    };
    lines.iter().filter_map(one).collect()
}

fn relations(lines: &[&str], named: Named<'_>, labels: Labels<'_>) -> Vec<Value> {
    let mut kinds: Vec<Map<String, Value>> = Vec::new();
    for line in lines {
        let Some(written) = declared(line) else { continue };
        let mut kind = named(written);
        let place = kinds.iter().position(|other| other.get("id") == kind.get("id"));
        let mut rule = Map::new();
        for (name, value) in arguments(line) {
            match name {
                "<REL-TYPE>" if value.contains("symmetric") => drop(kind.insert("symmetric".to_owned(), true.into())),
                "Arg1" | "Arg2" if !labels(value).is_null() => {
                    rule.insert(if name == "Arg1" { "from" } else { "to" }.to_owned(), labels(value));
                }
                _ => {}
            }
        }
        let place = place.unwrap_or_else(|| {
            kind.insert("rules".to_owned(), Value::Array(Vec::new()));
            kinds.push(kind);
            kinds.len() - 1
        });
        if let Some(Value::Array(rules)) = kinds[place].get_mut("rules") {
            rules.push(Value::Object(rule));
        }
    }
    for kind in &mut kinds {
        // A rule that asks for nothing allows everything.
        let any = kind.get("rules").and_then(Value::as_array).is_some_and(|rules| rules.iter().any(|rule| *rule == json!({})));
        if any {
            kind.shift_remove("rules");
        }
    }
    kinds.into_iter().map(Value::Object).collect()
}

fn events(lines: &[&str], named: Named<'_>, labels: Labels<'_>) -> Vec<Value> {
    let one = |line: &&str| {
        let mut kind = named(declared(line)?);
        let role = |(name, value): (&str, &str)| {
            let end = name.find(['*', '?', '+', '{']).unwrap_or(name.len());
            let (written, count) = name.split_at(end);
            let mut role = named(written);
            if !labels(value).is_null() {
                role.insert("labels".to_owned(), labels(value));
            }
            let (min, max) = limits(count);
            if min > 0 {
                role.insert("min".to_owned(), min.into());
            }
            role.extend(max.map(|max| ("max".to_owned(), max.into())));
            Value::Object(role)
        };
        kind.insert("roles".to_owned(), arguments(line).filter(|(name, _)| !name.starts_with('<')).map(role).collect());
        Some(Value::Object(kind))
    };
    lines.iter().filter_map(one).collect()
}

/// How many there may be: `?`, `*`, `+`, `{2-4}`; nothing said is one.
fn limits(count: &str) -> (u32, Option<u32>) {
    match count {
        "" => (1, Some(1)),
        "?" => (0, Some(1)),
        "*" => (0, None),
        "+" => (1, None),
        braces => {
            let inner = braces.trim_matches(['{', '}']);
            let (min, max) = inner.split_once('-').unwrap_or((inner, inner));
            (min.parse().unwrap_or_default(), max.parse().ok())
        }
    }
}
