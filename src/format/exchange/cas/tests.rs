//! What the tests of both ways of writing a CAS share.

use super::super::anchor::anchor;
use super::super::file::{InFile, OutFile, Reading, Written};
use super::super::formats::Format;
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Sheet};
use super::super::options::{Misfit, Options, Tokens};
use super::super::worlds::{rich, said};
use crate::core::range::TextRange;

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/", $path)))),*]
    };
}

/// Files that others wrote.
const FIXTURES: &[(&str, &[u8])] = files![
    "gold.json",
    "cas_json/003.json",
    "cas_json/casWithEmojiUnicodeTextAndAnnotations.json",
    "cas_json/casWithLeftToRightTextAndAnnotations.json",
    "cas_json/casWithTextAndAnnotations.json",
    "cas_json/casWithTraditionalChineseTextAndAnnotations.json",
    "cas_json/emoji.json",
    "xmi/003.xmi",
    "xmi/TypeSystem.xml",
    "xmi/emoji.xmi",
    "xmi/testMultiTokenSlotFeature.xmi",
    "xmi/testSentenceWithLineBreak.xmi",
    "xmi/testSimpleChain.xmi",
    "xmi/testSingleNonMultiTokenRelationWithMultipleFeatureValues.xmi",
    "xmi/testSubMultiTokenSpanWithFeatureValue.xmi",
    "xmi/uimaj-casWithEmojiUnicodeTextAndAnnotations-typesystem.xml",
    "xmi/uimaj-casWithEmojiUnicodeTextAndAnnotations.xmi",
    "xmi/uimaj-casWithLeftToRightTextAndAnnotations.xmi",
    "xmi/uimaj-casWithTextAndAnnotations.xmi",
    "xmi/webannoTestTypes.xml",
    "webanno/testMultiTokenSlotFeature.tsv",
    "webanno/testSentenceWithEmoji.tsv",
    "webanno/testSentenceWithLineBreak.tsv",
    "webanno/testSimpleChain.tsv",
    "webanno/testSingleNonMultiTokenRelationWithMultipleFeatureValues.tsv",
    "webanno/testSubMultiTokenSpanWithFeatureValue.tsv",
    "webanno/testTokenBoundedSpanWithSpecialSymbolsValue.tsv",
    "webanno/testTokenBoundedStackedSpanWithFeatureValue.tsv",
    "conll/label-studio.conll",
    "conll/sequence_labeling-example.conll",
    "conll/sequence_labeling-labeling.invalid.conll",
    "conll/sequence_labeling-labeling.trailing.conll",
];

/// A file of `tests/fixtures/formats`.
pub fn fixture(path: &str) -> InFile {
    let (_, bytes) = FIXTURES.iter().find(|(name, _)| *name == path).unwrap();
    InFile { name: path.to_owned(), bytes: bytes.to_vec() }
}

/// The spans that other programs were given of a document, as [`said`] has them.
pub fn gold(document: &str) -> Vec<(String, Vec<TextRange>)> {
    let all: serde_json::Value = serde_json::from_slice(&fixture("gold.json").bytes).unwrap();
    let number = |value: &serde_json::Value| value.as_u64().unwrap() as u32;
    let one = |value: &serde_json::Value| {
        (value["label"].as_str().unwrap().to_owned(), vec![TextRange::of(number(&value["start"]), number(&value["end"]))])
    };
    let mut gold: Vec<_> = all.as_array().unwrap().iter().filter(|value| value["doc"] == document).map(one).collect();
    gold.sort();
    gold
}

/// The files as they would be given.
pub fn given(files: &[OutFile]) -> Vec<InFile> {
    files.iter().map(|file| InFile { name: file.name.clone(), bytes: file.bytes.clone() }).collect()
}

/// A sheet on its own text.
pub fn on_itself(sheet: &Sheet) -> Sheet {
    let done = anchor(sheet, &sheet.text);
    assert!(done.moved.is_empty() && done.doubtful.is_empty());
    done.sheet
}

/// The rich corpus comes back with all that a CAS holds.
pub fn rich_comes_back(write: fn(&Corpus, &Options) -> Written, claims: fn(&InFile) -> bool, read: fn(&[InFile]) -> Reading) {
    for (misfit, tokens) in [(Misfit::Widen, Tokens::Words), (Misfit::Part, Tokens::Clitics)] {
        let corpus = rich();
        let written = write(&corpus, &Options { misfit, tokens, ..Options::default() });
        let files = given(&written.files);
        assert!(files.iter().all(claims));
        let found = read(&files).unwrap();
        assert_eq!(found.remarks, []);
        for (sheet, was) in found.corpus.documents.iter().zip(&corpus.documents) {
            let came = on_itself(sheet);
            let about = |sheet: &Sheet| {
                (
                    sheet.name.clone(),
                    sheet.title.clone(),
                    sheet.source.clone(),
                    sheet.language.clone(),
                    sheet.direction,
                    sheet.labels.clone(),
                )
            };
            assert_eq!(about(&came), about(was));
            assert_eq!(came.text, was.text);
            assert_eq!(said(&came), said(was));
            assert_eq!(came.relations, was.relations);
            assert_eq!(came.events, was.events);
            for span in &was.spans {
                let same = came.span(&span.id).unwrap();
                assert_eq!((&same.note, &same.referents), (&span.note, &span.referents));
                let values = |attributes: &[(String, serde_json::Value)]| {
                    attributes
                        .iter()
                        .map(|(id, value)| (id.clone(), value.as_str().map_or(value.to_string(), str::to_owned)))
                        .collect::<Vec<_>>()
                };
                assert_eq!(values(&same.attributes), values(&span.attributes));
            }
        }
        let kinds: Vec<(LossKind, &str)> = written.losses.iter().map(|loss: &Loss| (loss.kind, loss.words.as_str())).collect();
        assert_eq!(
            kinds,
            [(LossKind::Parted, "زار … تفاوضتا"), (LossKind::AttributeAsText, "مستشارُ الرئيس"), (LossKind::CrossLink, "عُمان"),]
        );
    }
}

/// Cuts and flips of a written file, given with the others, neither stop the program nor go on for ever.
pub fn damage_does_no_harm(files: &[OutFile], step: usize, claims: fn(&InFile) -> bool, read: fn(&[InFile]) -> Reading) {
    let files = given(files);
    for (index, file) in files.iter().enumerate() {
        for at in (0..file.bytes.len()).step_by(step) {
            for flip in [false, true] {
                let mut all = files.clone();
                if flip {
                    all[index].bytes[at] ^= 0x15;
                } else {
                    all[index].bytes.truncate(at);
                }
                let _ = claims(&all[index]);
                if let Ok(found) = read(&all) {
                    for sheet in &found.corpus.documents {
                        let _ = anchor(sheet, &sheet.text);
                    }
                }
            }
        }
    }
}

#[test]
fn names_are_such_as_uima_allows() {
    let names = super::names::features(["certainty", "2-x", "label", "a-b", "a_b", "a-b"].into_iter());
    let names: Vec<(&str, &str)> = names.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    assert_eq!(names, [("certainty", "certainty"), ("2-x", "a_2_x"), ("label", "label_2"), ("a-b", "a_b"), ("a_b", "a_b_2")]);
    assert_eq!(
        (super::address("Q842").as_str(), super::link("http://www.wikidata.org/entity/Q842")),
        ("http://www.wikidata.org/entity/Q842", "Q842")
    );
    assert_eq!(
        (super::address("geonames:1").as_str(), super::link("http://www.wikidata.org/entity/x")),
        ("geonames:1", "http://www.wikidata.org/entity/x")
    );
}

#[test]
fn formats_of_tokens_and_layers_are_told_apart_and_read_back() {
    let corpus = rich();
    for format in [Format::Conll, Format::CasJson, Format::Xmi, Format::WebAnno] {
        for misfit in [Misfit::Widen, Misfit::Part, Misfit::Drop] {
            let written = format.write(&corpus, &Options { misfit, ..Options::default() });
            assert!(format.reads_back(&corpus, &written), "{format:?}");
        }
    }
}
