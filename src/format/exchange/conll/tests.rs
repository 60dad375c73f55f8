use super::super::anchor::anchor;
use super::super::cas::tests::fixture;
use super::super::fault::{Fault, RemarkKind};
use super::super::file::{Found, InFile, OutFile};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Sheet};
use super::super::options::{Misfit, Nesting, Options, Scheme, Tokens};
use super::super::tokens::tokenise;
use super::super::worlds::{TEXT, rich, said, spans_at_random};
use super::{claims, read, write};
use crate::core::range::TextRange;
use proptest::prelude::*;

fn given(file: &OutFile) -> InFile {
    InFile { name: file.name.clone(), bytes: file.bytes.clone() }
}

fn taken(text: &str) -> Found {
    read(&[InFile { name: "a/file.conll".into(), bytes: text.as_bytes().to_vec() }]).unwrap()
}

fn kinds(losses: &[Loss]) -> Vec<(LossKind, &str)> {
    losses.iter().map(|loss| (loss.kind, loss.words.as_str())).collect()
}

fn slices(sheet: &Sheet) -> Vec<(&str, &str)> {
    sheet.spans.iter().map(|span| (span.label.as_str(), sheet.text.slice(span.hull()))).collect()
}

#[test]
fn a_line_is_a_token_its_place_and_its_tags() {
    let written = write(&rich(), &Options { misfit: Misfit::Part, ..Options::default() });
    assert_eq!(written.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["doc.iob2.conll", "second.iob2.conll"]);
    let text = String::from_utf8(written.files[0].bytes.clone()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..6],
        [
            "-DOCSTART- -X- -X- O O O O O",
            "",
            "😀 -X- 0-1 O O O O O",
            "زار -X- 2-5 B-EVENT O O O O",
            "بريت -X- 6-10 I-EVENT B-PERS O O O",
            "ماكغورك -X- 11-18 I-EVENT I-PERS O O O",
        ]
    );
    // The clitic is parted from what the span begins with; what crosses and what has the same limits have columns.
    let at = lines.iter().position(|line| line.starts_with("الولايات")).unwrap();
    assert_eq!(lines[at - 1], "و -X- 53-54 I-EVENT O O O O");
    assert_eq!(lines[at - 2], ". -X- 51-52|SpacesAfter=\\n I-EVENT O O O O");
    assert_eq!(lines[at], "الولايات -X- 54-62 I-EVENT B-GPE O O O");
    assert_eq!(lines[at + 1], "المتحدة -X- 63-70 I-EVENT I-GPE B-ORG B-LOC B-NORP");
    // A blank line stands after a sentence, but not in the span that goes over its end.
    assert_eq!(lines.iter().filter(|line| line.is_empty()).count(), 4);
    let kinds = kinds(&written.losses);
    for kind in [
        (LossKind::Filled, "زار … تفاوضتا"),
        (LossKind::TokenParted, "فيروس"),
        (LossKind::About, "زيارة"),
        (LossKind::Note, "مستشارُ الرئيس"),
        (LossKind::Attribute, "مستشارُ الرئيس"),
        (LossKind::Referent, "عُمان"),
        (LossKind::Relation, "بريت ماكغورك → مستشارُ الرئيس"),
        (LossKind::Event, "زار … تفاوضتا"),
        (LossKind::DocumentLabel, "زيارة"),
        (LossKind::CrossLink, "عُمان"),
    ] {
        assert!(kinds.contains(&kind), "{kind:?} {kinds:?}");
    }
}

#[test]
fn tags_follow_the_scheme_and_spans_the_nesting() {
    let with = |options: Options| {
        let written = write(&rich(), &Options { misfit: Misfit::Part, ..options });
        (String::from_utf8(written.files[0].bytes.clone()).unwrap(), written)
    };
    let (text, written) = with(Options { scheme: Scheme::Bioes, nesting: Nesting::Innermost, ..Options::default() });
    assert_eq!(written.files[0].name, "doc.bioes.conll");
    assert!(text.contains("بريت -X- 6-10 B-PERS\nماكغورك -X- 11-18 E-PERS\n"));
    assert!(text.contains("المتحدة -X- 63-70 S-LOC\nو -X- 71-72 O\nإيران -X- 72-77 S-GPE\n"));
    let lost = |written: &super::super::file::Written| {
        let nesting = [LossKind::Nested, LossKind::Holding, LossKind::SameLimits, LossKind::Crossing];
        let of = |loss: &&Loss| nesting.contains(&loss.kind);
        written.losses.iter().filter(of).map(|loss| (loss.kind, loss.label.clone())).collect::<Vec<_>>()
    };
    let named = |all: &[(LossKind, &str)]| all.iter().map(|(kind, label)| (*kind, (*label).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        lost(&written),
        named(&[
            (LossKind::SameLimits, "NORP"),
            (LossKind::Holding, "GPE"),
            (LossKind::Holding, "ORG"),
            (LossKind::Holding, "EVENT"),
        ])
    );
    let (text, written) = with(Options { scheme: Scheme::Iob1, nesting: Nesting::Outermost, ..Options::default() });
    assert!(text.contains("زار -X- 2-5 I-EVENT\n"));
    assert_eq!(lost(&written).len(), 8);
    assert!(lost(&written).iter().all(|(kind, _)| *kind == LossKind::Nested));
    let touching = taken("a I-A\nb I-A\nc B-A\n\nd I-A\n");
    assert_eq!(slices(&touching.corpus.documents[0]), [("A", "a b"), ("A", "c"), ("A", "d")]);
    assert!(touching.remarks.is_empty());
}

#[test]
fn the_first_form_parts_only_what_touches() {
    let found = taken("أ B-A\nب I-A\nج B-A\n\nد B-A\n");
    let written = write(&found.corpus, &Options { scheme: Scheme::Iob1, ..Options::default() });
    let text = String::from_utf8(written.files[0].bytes.clone()).unwrap();
    assert_eq!(
        text.lines().filter_map(|line| line.rsplit_once(' ')).map(|(_, tag)| tag).collect::<Vec<_>>(),
        ["O", "I-A", "I-A", "B-A", "I-A"]
    );
}

#[test]
fn our_own_files_give_the_text_as_it_was() {
    for tokens in [Tokens::Words, Tokens::Clitics] {
        let corpus = rich();
        let written = write(&corpus, &Options { tokens, misfit: Misfit::Part, ..Options::default() });
        let files: Vec<InFile> = written.files.iter().map(given).collect();
        assert!(files.iter().all(claims));
        let found = read(&files).unwrap();
        assert!(found.remarks.is_empty());
        for (sheet, was) in found.corpus.documents.iter().zip(&corpus.documents) {
            assert_eq!(
                (sheet.text.as_str(), sheet.name.as_str(), sheet.is_joined),
                (was.text.as_str(), was.name.as_str(), false)
            );
        }
        let hulls = |sheet: &Sheet| {
            let mut hulls: Vec<_> = sheet.spans.iter().map(|span| (span.label.clone(), span.hull())).collect();
            hulls.sort();
            hulls
        };
        assert_eq!(hulls(&found.corpus.documents[0]), hulls(&corpus.documents[0]));
    }
}

#[test]
fn foreign_files_are_read_whatever_their_columns() {
    let spans = [("PER", "Nadim Ladki"), ("LOC", "AL-AIN")];
    let four = "-DOCSTART- -X- O O\n\nNadim NNP I-NP I-PER\nLadki NNP I-NP I-PER\n\nAL-AIN NNP B-NP I-LOC\n, , O O\n";
    let two = "Nadim\tB-PER\r\nLadki\tI-PER\r\n\r\nAL-AIN\tB-LOC\r\n,\tO\r\n";
    let numbered = "# newdoc id = x\n1\tNadim\tB-PER\tO\n2\tLadki\tI-PER\tO\n\n1\tAL-AIN\tB-LOC\tO\n2\t,\tO\tO\n";
    let bare = "Nadim PER\nLadki PER\n\nAL-AIN LOC\n, O\n";
    for (text, name) in [(four, "file"), (two, "file"), (numbered, "x"), (bare, "file")] {
        let found = taken(text);
        let sheet = &found.corpus.documents[0];
        assert_eq!((slices(sheet), sheet.text.as_str()), (spans.to_vec(), "Nadim Ladki\nAL-AIN ,"), "{text}");
        assert!(sheet.is_joined && found.remarks.is_empty() && sheet.name == name);
    }
    let nested = taken("a B-A B-B\nb I-A O\nc O I-B\n");
    assert_eq!(slices(&nested.corpus.documents[0]), [("A", "a b"), ("B", "a"), ("B", "c")]);
    assert_eq!(nested.remarks.iter().map(|remark| (remark.line, remark.kind)).collect::<Vec<_>>(), [(3, RemarkKind::OddTag)]);
    let several = taken("-DOCSTART- -X- -X- O\n\nا -X- _ B-A\n\n-DOCSTART- -X- -X- O\n\nب -X- _ O\n");
    assert_eq!(several.corpus.documents.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["file-1", "file-2"]);
}

#[test]
fn places_that_contradict_the_tokens_are_not_believed() {
    let found = taken("أب -X- 0-2 B-A\nج -X- 9-10 O\n");
    let sheet = &found.corpus.documents[0];
    assert_eq!((sheet.text.as_str(), sheet.is_joined), ("أب ج", true));
    let huge = taken("أب -X- 4294967290-4294967295 B-A\nج -X- 4294967295-4294967295 O\n");
    assert_eq!(huge.corpus.documents[0].text.as_str(), "أب ج");
}

#[test]
fn samples_of_others_are_read() {
    let sample = |name: &str| {
        let file = InFile { name: name.into(), ..fixture(&format!("conll/{name}")) };
        assert!(claims(&file), "{name}");
        read(&[file]).unwrap()
    };
    let found = sample("sequence_labeling-example.conll");
    assert_eq!(slices(&found.corpus.documents[0]), [("LOC", "JAPAN"), ("PER", "Nadim Ladki")]);
    let found = sample("sequence_labeling-labeling.trailing.conll");
    let spans = found.corpus.documents[0].spans.len();
    assert_eq!((spans, slices(&found.corpus.documents[0])[1]), (2, ("PER", "CHINA")));
    let found = sample("label-studio.conll");
    let counts: Vec<_> = found.corpus.documents.iter().map(|sheet| (sheet.name.as_str(), sheet.spans.len())).collect();
    assert_eq!(counts, [("label-studio", 19)]);
    assert_eq!(slices(&found.corpus.documents[0])[..2], [("LOC", "إيران"), ("LOC", "والولايات المتحدة،")]);
    let found = sample("sequence_labeling-labeling.invalid.conll");
    assert_eq!(found.remarks.iter().map(|one| (one.line, one.kind)).collect::<Vec<_>>(), [(1, RemarkKind::Unreadable)]);
}

#[test]
fn other_files_are_not_claimed_and_empty_ones_refused() {
    let is = |text: &str| claims(&InFile { name: "x.conll".into(), bytes: text.as_bytes().to_vec() });
    assert!(
        !is("")
            && !is("نص عادي\nمن سطرين")
            && !is("start,end,label\n0,1,O")
            && !is("{\"text\":\"x\"}")
            && !is("T1\tLOC 0 5\tx\n")
    );
    assert!(!claims(&InFile { name: "x".into(), bytes: vec![0xFF, 0xFE, 0, b'O'] }));
    let long = "كلمة O\n".repeat(2000);
    assert!(is(&long));
    let fault = |text: &str| read(&[InFile { name: "x".into(), bytes: text.as_bytes().to_vec() }]).unwrap_err();
    assert_eq!(fault("\n\n"), Fault::Empty { file: "x".into() });
    assert_eq!(fault("one\ntwo"), Fault::Shape { file: "x".into(), line: 1, what: "B- I- O".into() });
}

#[test]
fn damaged_files_do_no_harm() {
    let written = write(&rich(), &Options::default());
    let bytes = &written.files[0].bytes;
    for at in (0..bytes.len()).step_by(97) {
        let cut = InFile { name: "x".into(), bytes: bytes[..at].to_vec() };
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x15;
        let flipped = InFile { name: "x".into(), bytes: flipped };
        for file in [cut, flipped] {
            let _ = claims(&file);
            if let Ok(found) = read(&[file]) {
                for sheet in &found.corpus.documents {
                    let _ = anchor(sheet, &sheet.text);
                }
            }
        }
    }
}

/// The spans without the white space at their ends; those of nothing else are left out.
fn trimmed(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    for span in &mut sheet.spans {
        let words = sheet.text.slice(span.hull());
        let front = words.chars().take_while(|one| one.is_whitespace()).count() as u32;
        let back = words.chars().rev().take_while(|one| one.is_whitespace()).count() as u32;
        let hull = span.hull();
        span.pieces = if front == hull.len() { vec![] } else { vec![TextRange::of(hull.start().0 + front, hull.end().0 - back)] };
    }
    sheet.spans.retain(|span| !span.pieces.is_empty());
    sheet
}

fn back(corpus: &Corpus, options: &Options) -> (Sheet, Vec<Loss>) {
    let written = write(corpus, options);
    let file = given(&written.files[0]);
    assert!(claims(&file));
    let found = read(&[file]).unwrap();
    assert_eq!(found.remarks, []);
    let sheet = &found.corpus.documents[0];
    assert_eq!(sheet.text.as_str(), TEXT);
    let done = anchor(sheet, &corpus.documents[0].text);
    assert!(done.moved.is_empty() && done.doubtful.is_empty());
    (done.sheet, written.losses)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn what_is_written_comes_back_less_what_is_said(corpus in spans_at_random(), scheme in 0..3_usize, clitics: bool) {
        let scheme = [Scheme::Iob2, Scheme::Iob1, Scheme::Bioes][scheme];
        let tokens = [Tokens::Words, Tokens::Clitics][usize::from(clitics)];
        let options = Options { scheme, tokens, ..Options::default() };
        let sheet = &corpus.documents[0];
        // Parted tokens hold every span, but for white space.
        let (came, _) = back(&corpus, &Options { misfit: Misfit::Part, ..options });
        prop_assert_eq!(said(&came), said(&trimmed(sheet)));
        // Widened, each covers its tokens.
        let (came, _) = back(&corpus, &options);
        let done = tokenise(sheet, &options);
        let mut wide: Vec<_> = sheet.spans.iter().zip(&done.spans).filter_map(|(span, place)| {
            let place = place.clone()?;
            Some((span.label.clone(), vec![TextRange::new(done.tokens[place.start].start(), done.tokens[place.end - 1].end())]))
        }).collect();
        wide.sort();
        prop_assert_eq!(said(&came), wide);
        // One column: what is missing is what the losses name.
        for nesting in [Nesting::Outermost, Nesting::Innermost] {
            let (came, losses) = back(&corpus, &Options { misfit: Misfit::Drop, nesting, ..options });
            let out = [LossKind::InsideToken, LossKind::SpanDropped, LossKind::Nested, LossKind::Holding, LossKind::SameLimits, LossKind::Crossing];
            let mut names: Vec<(String, String)> = slices(&came).into_iter().map(|(label, words)| (label.into(), words.trim().into())).collect();
            names.extend(losses.iter().filter(|loss| out.contains(&loss.kind)).map(|loss| (loss.label.clone(), loss.words.trim().into())));
            let mut were: Vec<(String, String)> = slices(sheet).into_iter().map(|(label, words)| (label.into(), words.trim().into())).collect();
            names.sort();
            were.sort();
            prop_assert_eq!(names, were);
        }
    }
}
