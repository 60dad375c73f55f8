//! Which files belong to one document: those of one name, but for the ending.

use super::super::file::InFile;

/// The files of one document.
#[derive(Debug, Default)]
pub struct Pair<'a> {
    /// Its text.
    pub text: Option<&'a InFile>,
    /// What stands on it: mostly one file, two (`.a1`, `.a2`) in corpora of the BioNLP tasks.
    pub notes: Vec<&'a InFile>,
}

/// A name without one of the endings that such files have.
#[must_use]
pub fn key(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ["ann", "txt", "a1", "a2"].iter().any(|known| ending.eq_ignore_ascii_case(known)) => stem,
        _ => name,
    }
}

/// The documents in the order of their first files.
#[must_use]
pub fn pairs<'a>(files: impl Iterator<Item = &'a InFile>) -> Vec<(&'a str, Pair<'a>)> {
    let mut pairs: Vec<(&str, Pair<'_>)> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for file in files {
        let key = key(&file.name);
        let place = *places.entry(key).or_insert(pairs.len());
        if place == pairs.len() {
            pairs.push((key, Pair::default()));
        }
        if file.ends(".txt") && pairs[place].1.text.is_none() {
            pairs[place].1.text = Some(file);
        } else {
            pairs[place].1.notes.push(file);
        }
    }
    pairs
}
