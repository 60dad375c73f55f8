//! A value of the store as text: an envelope that shows damage, and in it an entry as JSON.
//!
//! The envelope is `1 <sum> <text>`: its version (`2` where an entry holds a run of spans alike, `3` of others), the first
//! 16 hex digits of the SHA-256 of the text's UTF-8, and the text itself. The sum is taken of the bytes
//! as they stand, so that a value can be verified without being understood.

mod ops;
mod runs;

use super::json;
use super::shape::{self, Shape};
use crate::core::history::Entry;
use crate::core::op::Op;
use runs::Held;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The version of the envelope and of what stands in it, as the first release wrote it.
const VERSION: u32 = 1;

/// The version of an entry with a run of spans alike in it, which the first release does not know.
const WITH_RUNS: u32 = 2;

/// The version of an entry with a run of spans that differ in more than ids and limits.
const WITH_UNLIKE: u32 = 3;

/// An entry with as many ops or more is written by the rest of the program, which comes a moment after the page takes input.
pub const LONG: usize = runs::LEAST;

/// Hex digits of the sum.
const SUM_LENGTH: usize = 16;

/// Why a stored value is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryFault {
    /// It is whole, but not the JSON that it should be.
    NotJson,
    /// A later version of Hashiya wrote it; the version is told.
    NewerVersion(u32),
    /// It was cut off or altered after it was written.
    Damaged,
}

/// Puts a text into the envelope.
#[must_use]
pub fn seal(text: &str) -> String {
    seal_as(VERSION, text)
}

fn seal_as(version: u32, text: &str) -> String {
    format!("{version} {} {text}", sum(text))
}

/// Takes the text out of the envelope.
///
/// # Errors
/// When the sum does not fit ([`EntryFault::Damaged`]) or the envelope is of a later version.
pub fn unseal(value: &str) -> Result<&str, EntryFault> {
    let (version, rest) = value.split_once(' ').ok_or(EntryFault::Damaged)?;
    let (found, text) = rest.split_once(' ').ok_or(EntryFault::Damaged)?;
    let canonical = !version.starts_with('0') && version.bytes().all(|byte| byte.is_ascii_digit());
    let version = version.parse().ok().filter(|_| canonical).ok_or(EntryFault::Damaged)?;
    match version {
        VERSION..=WITH_UNLIKE if found == sum(text) => Ok(text),
        VERSION..=WITH_UNLIKE => Err(EntryFault::Damaged),
        later => Err(EntryFault::NewerVersion(later)),
    }
}

/// An entry as the journal keeps it. A draft is kept the same way.
#[must_use]
pub fn encode(entry: &Entry) -> String {
    let version = match runs::held(&entry.transaction.ops) {
        Held::Single => VERSION,
        Held::Alike => WITH_RUNS,
        Held::Unlike => WITH_UNLIKE,
    };
    seal_as(version, &shape::text(entry))
}

/// The entry that a value of the journal holds.
///
/// # Errors
/// Says what is wrong with the value; never panics, whatever the value is.
pub fn decode(value: &str) -> Result<Entry, EntryFault> {
    let mut ops = Vec::new();
    let entry = json::parse_each(unseal(value)?, &["transaction", "ops"], &mut |op| runs::take(&op, &mut ops));
    let mut entry = entry.ok().and_then(|entry| Entry::get(&entry)).ok_or(EntryFault::NotJson)?;
    entry.transaction.ops = ops;
    Ok(entry)
}

/// Ops as text, in the shape that they have in an entry.
#[must_use]
pub fn ops_text(ops: &[Op]) -> String {
    let mut text = String::new();
    runs::put(ops, &mut text);
    text
}

/// The ops of [`ops_text`]; `None` where the text is none of these.
#[must_use]
pub fn ops_of(text: &str) -> Option<Vec<Op>> {
    json::parse(text).ok().and_then(|value| runs::get(&value))
}

/// When a value was written, to tell which of two is the later: Lamport clock, then RFC 3339 time.
/// A value without either is older than any that has them.
#[must_use]
pub fn stamp(text: &str) -> (u64, String) {
    let value = json::parse(text).unwrap_or_default();
    let read = || Some((shape::may(&value["clock"])?, shape::may(&value["at"])?));
    read().unwrap_or_default()
}

fn sum(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(SUM_LENGTH / 2).fold(String::with_capacity(SUM_LENGTH), |mut sum, byte| {
        let _ = write!(sum, "{byte:02x}");
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::command::{Command, Context, run};
    use crate::core::fixture::{NOW, ids, world};
    use crate::core::history::{Act, EntryKey};
    use crate::core::range::TextRange;

    /// What the first release writes for `entry()`. It stands in people's browsers: it must always be read.
    const FIRST: &str = include_str!("entry_v1.txt");

    fn entry() -> Entry {
        let mut context = Context { now: NOW.into(), ids: ids(), annotator: Some("هند".into()) };
        let command = Command::Tag("doc".into(), TextRange::of(12, 22), "PERS".into());
        let transaction =
            run(&world("قال [OCC:المبعوث] محمود عباس 🙂 إن «99 هجومًا» وقعت"), &mut context, &command).expect("tags");
        Entry { key: EntryKey { writer: "w".into(), number: 7 }, clock: 41, at: NOW.into(), act: Act::Do, transaction }
    }

    #[test]
    fn an_entry_comes_back_as_it_was() {
        let value = encode(&entry());
        assert_eq!(decode(&value), Ok(entry()));
        assert_eq!(unseal(&value).map(stamp), Ok((41, NOW.into())));
        assert_eq!(unseal(&seal("«سطر\r\n»")), Ok("«سطر\r\n»"));
        assert_eq!(unseal(&seal("")), Ok(""));
    }

    #[test]
    fn what_the_first_release_wrote_is_read() {
        assert_eq!(decode(FIRST.trim_end()), Ok(entry()));
    }

    #[test]
    fn every_cut_and_every_flip_is_seen() {
        let value = encode(&entry());
        for (at, character) in value.char_indices() {
            assert_eq!(decode(&value[..at]), Err(EntryFault::Damaged), "cut at {at}");
            let other = if character == 'ب' { 'ت' } else { 'ب' };
            let flipped = format!("{}{other}{}", &value[..at], &value[at + character.len_utf8()..]);
            assert_eq!(decode(&flipped), Err(EntryFault::Damaged), "flipped at {at}");
            let doubled = format!("{}{character}{}", &value[..at], &value[at..]);
            assert!(decode(&doubled).is_err(), "doubled at {at}");
        }
    }

    #[test]
    fn faults_are_told_apart() {
        assert_eq!(decode(&seal("{}")), Err(EntryFault::NotJson));
        assert_eq!(decode(&seal("ليس جيسون")), Err(EntryFault::NotJson));
        assert_eq!(decode("4 of a shape not known yet"), Err(EntryFault::NewerVersion(4)));
        for foreign in ["", " ", "1", "1 ", "1  ", "0 0 x", "01 0 x", "+2 0 x", "-1 0 x", "99999999999 0 x", "null", "{\"a\": 1}"]
        {
            assert_eq!(decode(foreign), Err(EntryFault::Damaged), "{foreign:?}");
        }
    }
}
