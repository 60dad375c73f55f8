//! What the tests of several formats do alike: write and read back, hold against what outside software was given, and damage files.

use super::anchor::{Anchored, anchor};
use super::file::{Found, InFile, OutFile};
use super::formats::Format;
use super::loss::LossKind;
use super::model::Corpus;
use super::options::{Misfit, Options, Tokens};
use super::worlds::said;
use crate::core::range::TextRange;
use crate::format::json;

/// A file that was given.
#[must_use]
pub fn file(name: &str, bytes: &[u8]) -> InFile {
    InFile { name: name.into(), bytes: bytes.into() }
}

/// A written file, given.
#[must_use]
pub fn given(file: &OutFile) -> InFile {
    InFile { name: file.name.clone(), bytes: file.bytes.clone() }
}

/// Reads one file that the format must claim, and that no other one may.
///
/// # Panics
/// Where it does not.
#[must_use]
pub fn read(format: Format, file: &InFile) -> Found {
    let claimed: Vec<Format> = Format::ALL.into_iter().filter(|one| one.claims(file)).collect();
    assert_eq!(claimed, [format], "{}", file.name);
    let found = format.read(std::slice::from_ref(file));
    assert!(found.is_ok(), "{found:?}");
    found.unwrap_or_default()
}

/// The documents of a file on their own texts, nothing moved and nothing doubtful.
///
/// # Panics
/// Where a span does not lie where the file says.
#[must_use]
pub fn placed(found: &Found) -> Vec<Anchored> {
    let all: Vec<Anchored> = found.corpus.documents.iter().map(|sheet| anchor(sheet, &sheet.text)).collect();
    for one in &all {
        assert!(one.moved.is_empty() && one.doubtful.is_empty(), "{one:?}");
    }
    all
}

/// Writes a corpus and reads the first of its files back.
#[must_use]
pub fn back(format: Format, corpus: &Corpus, options: &Options) -> (Found, Vec<LossKind>) {
    let written = format.write(corpus, options);
    let found = read(format, &given(&written.files[0]));
    (found, written.losses.iter().map(|loss| loss.kind).collect())
}

/// What outside software was given for a document: labels and limits, sorted.
#[must_use]
pub fn gold(document: &str) -> Vec<(String, Vec<TextRange>)> {
    let all =
        json::parse(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/gold.json"))).unwrap_or_default();
    let number = |value: &serde_json::Value| value.as_u64().unwrap_or_default() as u32;
    let of_it = all.as_array().into_iter().flatten().filter(|span| span["doc"] == document);
    let mut all: Vec<_> = of_it
        .map(|span| {
            (
                span["label"].as_str().unwrap_or_default().to_owned(),
                vec![TextRange::of(number(&span["start"]), number(&span["end"]))],
            )
        })
        .collect();
    all.sort();
    all
}

/// Holds a file that outside software wrote against what it was given; `but` is the label that it had no place for.
///
/// # Panics
/// Where they differ.
pub fn is_gold(found: &Found, but: &str) {
    assert_eq!(found.corpus.documents.len(), 3);
    for one in placed(found) {
        let expected: Vec<_> = gold(&one.sheet.name).into_iter().filter(|(label, _)| label != but).collect();
        assert!(!expected.is_empty(), "{}", one.sheet.name);
        assert_eq!(said(&one.sheet), expected, "{}", one.sheet.name);
    }
}

/// Writes a corpus of one document in a format of tokens, reads it back, and holds what came against what went: a span that no loss
/// names is there as it was, as many are missing as were left out, and where tokens are parted only white space is missing.
///
/// # Panics
/// Where that is not so.
pub fn on_tokens(format: Format, corpus: &Corpus, options: &Options) {
    let written = format.write(corpus, options);
    let placed = placed(&read(format, &given(&written.files[0])));
    let (came, went) = (said(&placed[0].sheet), &corpus.documents[0]);
    assert_eq!(placed[0].sheet.text.as_str(), went.text.as_str());
    let gone = [LossKind::SpanDropped, LossKind::InsideToken];
    let missing = written.losses.iter().filter(|loss| gone.contains(&loss.kind)).count();
    assert_eq!(came.len() + missing, went.spans.len());
    for span in &went.spans {
        let mut own = written.losses.iter().filter(|loss| loss.words == went.words(span) && loss.label == span.label);
        if own.all(|loss| loss.kind == LossKind::TokenParted) {
            assert!(came.contains(&(span.label.clone(), span.pieces.clone())), "{span:?}");
        }
    }
    let known = |kind| match options.misfit {
        Misfit::Widen => [LossKind::SpanDropped, LossKind::Trimmed, LossKind::Widened].contains(&kind),
        Misfit::Part => [LossKind::SpanDropped, LossKind::Trimmed, LossKind::TokenParted].contains(&kind),
        Misfit::Drop => [LossKind::SpanDropped, LossKind::Trimmed, LossKind::InsideToken].contains(&kind),
    };
    assert!(written.losses.iter().all(|loss| known(loss.kind)), "{:?}", written.losses);
}

/// Every way of bringing spans onto tokens.
pub fn all_tokens() -> impl Iterator<Item = Options> {
    let tokens = [Tokens::Words, Tokens::Clitics].into_iter();
    let misfits = [Misfit::Widen, Misfit::Part, Misfit::Drop];
    tokens.flat_map(move |tokens| misfits.map(|misfit| Options { tokens, misfit, ..Options::default() }))
}

/// Cuts and alters a file in many places: whatever comes of it, nothing panics and nothing hangs.
pub fn damaged(format: Format, whole: &InFile) {
    let tried = |bytes: Vec<u8>| {
        let file = InFile { name: whole.name.clone(), bytes };
        let _ = format.claims(&file);
        if let Ok(found) = format.read(std::slice::from_ref(&file)) {
            for sheet in &found.corpus.documents {
                let _ = anchor(sheet, &sheet.text);
            }
        }
    };
    for place in (0..whole.bytes.len()).step_by(97) {
        tried(whole.bytes[..place].to_vec());
        for other in [b'"', b'9', b'-', b'{', 0xFF] {
            let mut bytes = whole.bytes.clone();
            bytes[place] = other;
            tried(bytes);
        }
    }
}
