//! Names of things as addresses.

use super::super::model::{Corpus, Referent, Sheet};
use crate::core::document::Document;
use std::collections::BTreeMap;

/// The addresses under which Wikidata knows its things.
const WIKIDATA: [&str; 4] = [
    "http://www.wikidata.org/entity/",
    "https://www.wikidata.org/entity/",
    "https://www.wikidata.org/wiki/",
    "http://www.wikidata.org/wiki/",
];

/// An address that is the same whenever it is made of the same words (RFC 9562, version 8).
#[must_use]
pub fn made_of(words: &[&str]) -> String {
    let digest = Document::hash(&words.join("\0"));
    let variant = match digest.as_bytes()[16] {
        b'0' | b'4' | b'8' | b'c' => '8',
        b'1' | b'5' | b'9' | b'd' => '9',
        b'2' | b'6' | b'a' | b'e' => 'a',
        _ => 'b',
    };
    let part = |start: usize, end: usize| &digest[start..end];
    format!("urn:uuid:{}-{}-8{}-{variant}{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

/// The address of each document, by its name: that of its source, unless it has none or another has the same; then one made of its text.
#[must_use]
pub fn of_documents(corpus: &Corpus) -> BTreeMap<&str, String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for source in corpus.documents.iter().filter_map(source) {
        *counts.entry(source).or_default() += 1;
    }
    let address = |sheet: &Sheet| match source(sheet).filter(|source| counts.get(source) == Some(&1)) {
        Some(source) => source.to_owned(),
        None => made_of(&["document", &sheet.name, sheet.text.as_str()]),
    };
    corpus.documents.iter().map(|sheet| (sheet.name.as_str(), address(sheet))).collect()
}

fn source(sheet: &Sheet) -> Option<&str> {
    sheet.source.as_deref().filter(|source| is_address(source))
}

/// Whether a text may stand where an address should.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let plain = |character: char| !character.is_whitespace() && !character.is_control() && !"<>\"{}|\\^`".contains(character);
    (text.starts_with("https://") || text.starts_with("http://")) && text.chars().all(plain)
}

/// The address of what a span mentions.
#[must_use]
pub fn of_referent(referent: &Referent) -> Option<String> {
    let link = referent.link.as_deref()?;
    let digits = link.strip_prefix('Q').filter(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()));
    match digits {
        Some(_) => Some(format!("{}{link}", WIKIDATA[0])),
        None => is_address(link).then(|| link.to_owned()),
    }
}

/// The link that an address is: `Q842` of Wikidata's, else the address itself.
#[must_use]
pub fn link(address: &str) -> String {
    let id = WIKIDATA.iter().find_map(|start| address.strip_prefix(start));
    id.unwrap_or(address).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_of_the_right_form_and_always_the_same() {
        for word in ["a", "b", "c", "d", "e", "f"] {
            let made = made_of(&[word]);
            assert_eq!(made, made_of(&[word]));
            let id = made.strip_prefix("urn:uuid:").unwrap();
            assert_eq!(id.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
            assert!(id.as_bytes()[14] == b'8' && b"89ab".contains(&id.as_bytes()[19]));
        }
        let oman = Referent { link: Some("Q842".into()), ..Referent::default() };
        assert_eq!(of_referent(&oman).map(|address| link(&address)), oman.link);
    }
}
