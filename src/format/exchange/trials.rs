//! What the tests of several formats do alike: writing and reading back, files cut short and changed, the gold of the samples.

use super::anchor::anchor;
use super::file::{InFile, Reading, Written};
use super::loss::LossKind;
use super::model::Sheet;
use std::rc::Rc;

/// What other tools were given to write: document, start, end, label, words; limits are code points.
pub const GOLD: &str = include_str!("../../../tests/fixtures/formats/gold.json");

/// Files that were written as files that are given.
#[must_use]
pub fn given(written: &Written) -> Vec<InFile> {
    written.files.iter().map(|file| InFile { name: file.name.clone(), bytes: file.bytes.clone() }).collect()
}

/// The documents of a reading, each on its own text.
///
/// # Panics
/// Where nothing was read, or a span has no sure place.
#[must_use]
pub fn settled(reading: Reading) -> Vec<Sheet> {
    assert!(reading.is_ok(), "{reading:?}");
    let found = reading.unwrap_or_default();
    let settle = |sheet: &Sheet| {
        let done = anchor(sheet, &sheet.text);
        assert_eq!((done.moved, done.doubtful), (vec![], vec![]), "{}", sheet.name);
        done.sheet
    };
    found.corpus.documents.iter().map(settle).collect()
}

/// The same on a text of the test.
///
/// # Panics
/// As [`settled`].
#[must_use]
pub fn settled_on(sheet: &Sheet, onto: &Sheet) -> Sheet {
    let done = anchor(sheet, &Rc::clone(&onto.text));
    assert_eq!((done.moved, done.doubtful), (vec![], vec![]), "{}", sheet.name);
    done.sheet
}

/// How many losses of a kind there are.
#[must_use]
pub fn count(written: &Written, kind: LossKind) -> usize {
    written.losses.iter().filter(|loss| loss.kind == kind).count()
}

/// Reads files cut short and with changed bytes: nothing may panic.
pub fn torment(files: &[InFile], claims: fn(&InFile) -> bool, read: fn(&[InFile]) -> Reading) {
    let look = |place: usize, bytes: Vec<u8>| {
        let mut files = files.to_vec();
        files[place].bytes = bytes;
        claims(&files[place]);
        if let Ok(found) = read(&files) {
            for sheet in &found.corpus.documents {
                let _ = anchor(sheet, &sheet.text);
            }
        }
    };
    for (place, file) in files.iter().enumerate() {
        for at in (0..file.bytes.len()).step_by(97) {
            look(place, file.bytes[..at].to_vec());
            for mask in [0x01, 0x10, 0x80] {
                let mut bytes = file.bytes.clone();
                bytes[at] ^= mask;
                look(place, bytes);
            }
        }
    }
}

/// Checks documents against the gold, and gives how many of its spans they have. `name` gives the gold's name of a document.
///
/// # Panics
/// Where a span is not in the gold.
#[must_use]
pub fn golden(sheets: &[Sheet]) -> usize {
    let gold = crate::format::json::parse(GOLD).unwrap_or_default();
    let gold = gold.as_array().map_or(&[][..], Vec::as_slice);
    let mut count = 0;
    for sheet in sheets {
        for span in &sheet.spans {
            let is = |one: &&serde_json::Value| {
                one["doc"] == sheet.name
                    && one["label"] == span.label
                    && one["start"] == span.hull().start().0
                    && one["end"] == span.hull().end().0
                    && one["text"] == sheet.words(span)
            };
            assert_eq!(gold.iter().filter(is).count(), 1, "{} {} {}", sheet.name, span.label, sheet.words(span));
            count += 1;
        }
    }
    count
}
