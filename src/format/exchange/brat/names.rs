//! Names as brat allows them, and the roles of events as it numbers them.

use super::super::loss::{Loss, LossKind};
use super::super::model::Corpus;
use super::super::slug::slug;
use crate::core::shapes::kinds::Kinds;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for each name of a corpus.
#[derive(Debug, Default)]
pub struct Names {
    written: BTreeMap<String, String>,
}

impl Names {
    /// The names of all labels, types, roles, attributes and values of a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut all: Vec<String> = Vec::new();
        for sheet in &corpus.documents {
            for span in &sheet.spans {
                all.push(span.label.clone());
                for (name, value) in &span.attributes {
                    all.push(name.clone());
                    all.extend(values(value));
                }
            }
            all.extend(sheet.relations.iter().map(|tie| tie.kind.clone()));
            for event in &sheet.events {
                all.push(event.kind.clone());
                all.extend(event.roles.iter().map(|(role, _)| role.clone()));
            }
        }
        all.extend(corpus.tagset.labels.iter().map(|label| label.id.as_str().to_owned()));
        let kinds = Kinds::of(&corpus.tagset);
        for attribute in &kinds.attributes {
            all.push(attribute.id.clone());
            all.extend(attribute.values.iter().map(|choice| choice.id.clone()));
        }
        all.extend(kinds.relations.iter().map(|kind| kind.id.clone()));
        for event in &kinds.events {
            all.push(event.id.clone());
            all.extend(event.roles.iter().map(|role| role.id.clone()));
        }
        // Those that may stay as they are come first, so that no other takes their place.
        let may_stay = |name: &String| slug(name, &mut BTreeSet::new()) == *name;
        let (stay, change): (Vec<String>, Vec<String>) = all.into_iter().partition(may_stay);
        let (mut taken, mut written) = (BTreeSet::new(), BTreeMap::new());
        for name in stay.into_iter().chain(change) {
            written.entry(name).or_insert_with_key(|name| slug(name, &mut taken));
        }
        Self { written }
    }

    /// What stands for a name.
    #[must_use]
    pub fn get(&self, name: &str) -> String {
        self.written.get(name).map_or_else(|| slug(name, &mut BTreeSet::new()), Clone::clone)
    }

    /// The names that had to change: as they are, and what stands for them.
    pub fn changed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.written.iter().filter(|(name, written)| name != written).map(|(name, written)| (name.as_str(), written.as_str()))
    }

    /// That they had to.
    pub fn losses(&self) -> impl Iterator<Item = Loss> {
        self.changed().map(|(name, written)| Loss::new(LossKind::Renamed, "", name, written))
    }
}

/// The texts that a value of an attribute is written as: several of a list, one of another plain value, none of a flag or
/// what has no text.
#[must_use]
pub fn values(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if !text.is_empty() => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(list) => list.iter().filter(|value| value.is_string()).flat_map(values).collect(),
        _ => Vec::new(),
    }
}

/// Roles as brat writes them: the second of a name gets a 2.
#[must_use]
pub fn numbered(roles: &[String]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut written = Vec::with_capacity(roles.len());
    for role in roles {
        let count = counts.entry(role).or_default();
        *count += 1;
        written.push(if *count > 1 { format!("{role}{count}") } else { role.clone() });
    }
    written
}

/// Roles as they are meant: a number goes where as many less one of the name have come before.
#[must_use]
pub fn plain(written: &[&str]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut roles: Vec<String> = Vec::with_capacity(written.len());
    for role in written {
        let base = role.trim_end_matches(|character: char| character.is_ascii_digit());
        let number: usize = role[base.len()..].parse().unwrap_or_default();
        let before = counts.get(base).copied().unwrap_or_default();
        let role = if number > 1 && before == number - 1 { base } else { role };
        *counts.entry(role).or_default() += 1;
        roles.push(role.to_owned());
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_roles_come_and_go() {
        let roles = ["Theme", "Theme", "Cause", "Theme"].map(str::to_owned);
        let written = numbered(&roles);
        assert_eq!(written, ["Theme", "Theme2", "Cause", "Theme3"]);
        assert_eq!(plain(&written.iter().map(String::as_str).collect::<Vec<_>>()), roles);
        assert_eq!(plain(&["Arg0", "Arg1", "Arg2"]), ["Arg0", "Arg1", "Arg2"]);
    }
}
