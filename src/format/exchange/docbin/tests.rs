use super::super::fault::Fault;
use super::super::formats::Format::DocBin;
use super::super::loss::LossKind;
use super::super::options::{Misfit, Options};
use super::super::proof_tests::{all_tokens, back, damaged, file, given, is_gold, on_tokens, placed, read};
use super::super::worlds::{rich, said, spans_at_random};
use super::msgpack::Packed;
use super::*;
use crate::core::range::TextRange;
use proptest::prelude::*;

macro_rules! sample {
    ($name:literal) => {
        file($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/docbin/", $name)))
    };
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    ZlibDecoder::new(bytes).read_to_end(&mut all).unwrap();
    all
}

#[test]
fn the_parts_are_those_of_spacy() {
    let written = write(&rich(), &Options::default());
    assert_eq!(written.files[0].name, "docbin.spacy");
    let bytes = unpacked(&written.files[0].bytes);
    let whole = Packed::of(&bytes).unwrap();
    let Packed::Fields(fields) = &whole else { panic!("{whole:?}") };
    let names: Vec<_> = fields.iter().map(|(name, _)| name.clone()).collect();
    let expected = ["version", "attrs", "tokens", "spaces", "lengths", "strings", "cats", "flags", "span_groups", "user_data"];
    assert_eq!(names, expected.map(Packed::Text));
    assert_eq!(whole.get("attrs").unwrap().json().to_string(), "[65,77,78,80,452]");
    let (tokens, spaces) = (whole.get("tokens").unwrap().bytes().unwrap(), whole.get("spaces").unwrap().bytes().unwrap());
    assert_eq!(tokens.len(), spaces.len() * 40);
    // The first word is no entity and begins a sentence; the second, of the event, is the first of one.
    assert_eq!(&tokens[8..40], [[2_u64, 0, 1, 0].map(u64::to_le_bytes).concat()].concat());
    assert_eq!(&tokens[48..80], [[3_u64, 387, u64::MAX, 0].map(u64::to_le_bytes).concat()].concat());
    assert_eq!((spaces[0], spaces[1]), (1, 1));
    assert_eq!(whole.get("cats").unwrap().json().to_string(), r#"[{"politics":1.0},{}]"#);
    let Packed::Bytes(data) = &whole.get("user_data").unwrap().list()[0] else { panic!() };
    let data = Packed::of(data).unwrap().json();
    assert_eq!(
        (&data["doc_id"], data["relations"].to_string()),
        (&"doc".into(), r#"[{"type":"has_role","from":1,"to":2,"note":""}]"#.into())
    );
}

#[test]
fn a_rich_document_comes_back() {
    let parting = Options { misfit: Misfit::Part, ..Options::default() };
    let (found, losses) = back(DocBin, &rich(), &parting);
    use LossKind::{CrossLink, Filled, TokenParted};
    assert_eq!(losses.iter().filter(|kind| ![CrossLink, Filled, TokenParted].contains(kind)).count(), 0, "{losses:?}");
    assert_eq!((found.remarks.len(), found.corpus.documents.len()), (0, 2));
    let (came, went) = (&placed(&found)[0].sheet, &rich().documents[0]);
    assert_eq!(came.text, went.text);
    let of = |label: &str| came.spans.iter().find(|span| span.label == label).unwrap();
    let occ = went.span("s2").unwrap();
    assert_eq!((&of("OCC").note, &of("OCC").attributes), (&occ.note, &occ.attributes));
    assert_eq!((came.name.as_str(), &came.labels, &came.title, &came.source), ("doc", &went.labels, &went.title, &went.source));
    assert_eq!((&came.relations[0].from, came.events[0].roles.len(), came.extra.len()), (&of("PERS").id, 3, 0));
}

proptest! {
    // Each case is written in many ways.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn what_is_written_is_read(corpus in spans_at_random()) {
        for options in all_tokens() {
            on_tokens(DocBin, &corpus, &options);
        }
    }
}

#[test]
fn what_spacy_wrote_is_what_it_was_given() {
    is_gold(&read(DocBin, &sample!("arabic.spacy")), "COUNTRY");
    let hand = read(DocBin, &sample!("handmade.spacy"));
    let sheet = &placed(&hand)[0].sheet;
    assert_eq!(
        (sheet.text.as_str(), sheet.name.as_str(), sheet.labels.clone()),
        ("🚨 في مسقط، سلطنة عُمان\nلا", "d1", vec!["سياسة".to_owned()])
    );
    let expected = [("CAPITAL", 5, 9), ("LOC", 5, 9), ("LOC", 11, 22), ("PLACE", 5, 22)];
    assert_eq!(said(sheet), expected.map(|(label, start, end)| (label.to_owned(), vec![TextRange::of(start, end)])));
    assert_eq!(
        sheet.spans.iter().filter_map(|span| span.referents.first()?.link.as_deref()).collect::<Vec<_>>(),
        ["Q3826", "Q3826"]
    );
    let tweets = read(DocBin, &sample!("ner_tweets-demo.spacy"));
    let sheet = &placed(&tweets)[0].sheet;
    assert_eq!(said(sheet), [("PERSON".to_owned(), vec![TextRange::of(11, 21)])]);
    assert!(sheet.text.as_str().starts_with("I'm seeing Ed Sheeran on Wednesday"));
}

#[test]
fn parts_that_do_not_fit_are_told() {
    let written = unpacked(&write(&rich(), &Options::default()).files[0].bytes);
    let zlib = |bytes: &[u8]| {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        std::io::Write::write_all(&mut packed, bytes).unwrap();
        file("a.spacy", &packed.finish().unwrap())
    };
    assert!(DocBin.read(&[zlib(&written)]).is_ok());
    let at = written.windows(8).position(|piece| piece == b"\xA7lengths").unwrap() + 8;
    // One token more than there are.
    let mut longer = written.clone();
    longer[at + 2] += 1;
    assert_eq!(DocBin.read(&[zlib(&longer)]), Err(Fault::Shape { file: "a.spacy".into(), line: 0, what: "spaces".into() }));
    let mut negative = written.clone();
    negative[at + 5] = 0xFF;
    assert_eq!(DocBin.read(&[zlib(&negative)]), Err(Fault::Shape { file: "a.spacy".into(), line: 0, what: "lengths".into() }));
    assert!(matches!(DocBin.read(&[zlib(&written[..900])]), Err(Fault::Broken { syntax: "MessagePack", .. })));
    // What is unpacked is damaged, too.
    for place in (0..written.len()).step_by(37) {
        for other in [0, 0x7F, 0xDD, 0xFF] {
            let mut bytes = written.clone();
            bytes[place] = other;
            let _ = DocBin.read(&[zlib(&bytes)]);
        }
    }
}

#[test]
fn damage_is_no_trouble() {
    damaged(DocBin, &given(&write(&rich(), &Options::default()).files[0]));
    damaged(DocBin, &sample!("handmade.spacy"));
}
