use super::super::cas::tests::{damage_does_no_harm, fixture, given, on_itself};
use super::super::fault::{Fault, RemarkKind};
use super::super::file::{Found, InFile};
use super::super::loss::LossKind;
use super::super::model::{Corpus, Sheet};
use super::super::options::{Options, Tokens};
use super::super::worlds::{rich, said, spans_at_random};
use super::{claims, read, write};
use crate::core::range::TextRange;
use proptest::prelude::*;

fn of(text: &str) -> InFile {
    InFile { name: "a/x.tsv".into(), bytes: text.as_bytes().to_vec() }
}

fn lines(corpus: &Corpus) -> Vec<String> {
    let written = write(corpus, &Options::default());
    String::from_utf8(written.files[0].bytes.clone()).unwrap().split('\n').map(str::to_owned).collect()
}

#[test]
fn lines_are_as_inception_writes_them() {
    let lines = lines(&rich());
    let entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    assert_eq!(
        lines[..6],
        [
            "#FORMAT=WebAnno TSV 3.3".to_owned(),
            format!("#T_SP={entity}|identifier|value"),
            format!("#T_RL=custom.Relation|label|BT_{entity}"),
            String::new(),
            String::new(),
            "#Text=😀 زار بريت ماكغورك، مستشارُ الرئيس، سلطنةَ عُمان 🇴🇲.".to_owned(),
        ]
    );
    let all = lines.join("\n");
    // An emoji counts two.
    for line in [
        "1-1\t0-2\t😀\t_\t_\t_\t_\t\n",
        "1-2\t3-6\tزار\t*\tEVENT\t_\t_\t\n",
        "1-3\t7-11\tبريت\t*[1]\tPERS[1]\t_\t_\t\n",
        "1-6\t21-28\tمستشارُ\t*[2]\tOCC[2]\thas\\_role\t1-3[1_2]\t\n",
        "1-10\t44-49\tعُمان\thttp://www.wikidata.org/entity/Q842\tGPE\t_\t_\t\n",
        // What begins after the clitic stands on a line of its own.
        "\n\n#Text=والولايات المتحدة وإيران \u{200F}(طهران) تفاوضتا 𞸀؛ قال: «نعم!»\n2-1\t56-65\tوالولايات\t_\t_\t_\t_\t\n",
        "2-1.1\t57-65\tالولايات\t*[3]\tGPE[3]\t_\t_\t\n",
        "2-2\t66-73\tالمتحدة\t*[3]|*[4]|*[5]|*[6]\tGPE[3]|ORG[4]|LOC[5]|NORP[6]\t_\t_\t\n",
        "2-3\t74-80\tوإيران\t*[4]\tORG[4]\t_\t_\t\n2-3.1\t75-80\tإيران\t*\tGPE\t_\t_\t\n",
    ] {
        assert!(all.contains(line), "{line}\n{all}");
    }
    // No empty line at the end: INCEpTION refuses a file with one.
    assert!(all.ends_with("\t\n") && !all.ends_with("\n\n"));
}

#[test]
fn a_sentence_that_a_span_goes_over_the_end_of_is_none() {
    let mut corpus = rich();
    corpus.documents[0].spans.retain(|span| span.id == "s9");
    let span = &mut corpus.documents[0].spans[0];
    span.pieces = vec![span.hull()];
    let lines = lines(&corpus);
    assert!(lines[5].starts_with("#Text=زار") || lines[4].starts_with("#Text=😀 زار"), "{lines:?}");
    let at = lines.iter().position(|line| line.starts_with("#Text=والولايات")).unwrap();
    assert!(lines[at - 1].starts_with("#Text=") && lines[at + 1].starts_with("1-1\t"));
}

#[test]
fn what_the_format_cannot_hold_is_said() {
    let written = write(&rich(), &Options::default());
    let kinds: Vec<(LossKind, &str)> = written.losses.iter().map(|loss| (loss.kind, loss.words.as_str())).collect();
    for kind in [
        (LossKind::Parted, "زار … تفاوضتا"),
        (LossKind::WhiteSpace, "زيارة"),
        (LossKind::Referent, "عُمان"),
        (LossKind::About, "زيارة"),
        (LossKind::Note, "مستشارُ الرئيس"),
        (LossKind::Attribute, "مستشارُ الرئيس"),
        (LossKind::Event, "زار … تفاوضتا"),
        (LossKind::DocumentLabel, "زيارة"),
        (LossKind::CrossLink, "عُمان"),
    ] {
        assert!(kinds.contains(&kind), "{kind:?} {kinds:?}");
    }
    assert!(
        kinds
            .iter()
            .all(|(kind, _)| ![LossKind::Widened, LossKind::TokenParted, LossKind::Filled, LossKind::Relation].contains(kind))
    );
}

#[test]
fn relations_come_back_with_their_spans() {
    let corpus = rich();
    let found = read(&given(&write(&corpus, &Options::default()).files)).unwrap();
    assert_eq!(found.remarks, []);
    let sheet = on_itself(&found.corpus.documents[0]);
    let words = |id: &str| sheet.text.slice(sheet.span(id).unwrap().hull());
    let tie = &sheet.relations[0];
    assert_eq!((tie.kind.as_str(), words(&tie.from), words(&tie.to)), ("has_role", "بريت ماكغورك", "مستشارُ الرئيس"));
    let oman = sheet.spans.iter().find(|span| !span.referents.is_empty()).unwrap();
    assert_eq!(oman.referents[0].link.as_deref(), Some("Q842"));
}

fn sample(name: &str) -> Found {
    let file = fixture(&format!("webanno/{name}.tsv"));
    assert!(claims(&file));
    let mut found = read(&[file]).unwrap();
    found.corpus.documents = found.corpus.documents.iter().map(on_itself).collect();
    found
}

fn spans(found: &Found) -> Vec<(&str, &str)> {
    let sheet = &found.corpus.documents[0];
    sheet.spans.iter().map(|span| (span.label.as_str(), sheet.text.slice(span.hull()))).collect()
}

#[test]
fn samples_of_inception_are_read() {
    let found = sample("testSentenceWithEmoji");
    assert_eq!((spans(&found), found.corpus.documents[0].text.as_str()), (vec![("Span", "😊")], "I like it 😊 ."));
    assert_eq!(sample("testSentenceWithLineBreak").corpus.documents[0].text.as_str(), "This is\na test .");
    let found = sample("testTokenBoundedStackedSpanWithFeatureValue");
    assert_eq!((spans(&found).len(), spans(&found)[9]), (10, ("NE", ".")));
    let found = sample("testTokenBoundedSpanWithSpecialSymbolsValue");
    assert_eq!(spans(&found)[0], ("#*'\"`´\t:;{}|[ ]()\\§$%?=&_\n", "This"));
    // Parts of tokens, against the same spans in XMI; those without a character are passed over in both.
    let found = sample("testSubMultiTokenSpanWithFeatureValue");
    let other = super::super::xmi::read(&[fixture("xmi/testSubMultiTokenSpanWithFeatureValue.xmi")]).unwrap();
    assert_eq!(said(&found.corpus.documents[0]), said(&on_itself(&other.corpus.documents[0])));
    assert_eq!(found.remarks.iter().map(|remark| remark.kind).collect::<Vec<_>>(), [RemarkKind::BadLimits; 3]);
    let found = sample("testSingleNonMultiTokenRelationWithMultipleFeatureValues");
    let sheet = &found.corpus.documents[0];
    let words = |id: &str| sheet.text.slice(sheet.span(id).unwrap().hull());
    let tie = &sheet.relations[0];
    assert_eq!((tie.kind.as_str(), words(&tie.from), words(&tie.to)), ("nsubj", "This is", "a test"));
    for (name, count) in [("testMultiTokenSlotFeature", 3), ("testSimpleChain", 0)] {
        let found = sample(name);
        assert_eq!(spans(&found).len(), count);
        assert_eq!(found.remarks.iter().map(|remark| remark.kind).collect::<Vec<_>>(), [RemarkKind::NoPlace]);
    }
}

#[test]
fn what_does_not_read_is_passed_over_and_said() {
    let text = "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Name|value\n#T_RL=x.Rel|label|BT_x.Name\n\n\n#Text=نص ثان\n\
        1-1\t0-2\tنص\tA\t_\t_\t\n1-2\tx-6\tثان\tB\t_\t_\t\nwhat is this\n1-3\t6-3\tثان\tC\t_\t_\t\n1-4\t3-99\tثان\tD\t_\t_\t\n1-5\t3-6\tثان\tE\tr|q\t1-1|1-9[5_0]\t\n";
    let found = read(&[of(text)]).unwrap();
    assert_eq!(spans(&found), [("A", "نص"), ("E", "ثان")]);
    let kinds: Vec<(usize, RemarkKind)> = found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect();
    let (limits, unreadable) = (RemarkKind::BadLimits, RemarkKind::Unreadable);
    assert_eq!(kinds, [(8, unreadable), (9, unreadable), (10, limits), (11, limits), (12, RemarkKind::Dangling)]);
    assert_eq!(found.corpus.documents[0].relations.len(), 1);
    // A place that no text of the file reaches takes no room.
    let far = "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Name|value\n\n\n#Text=نص\n1-1\t4000000000-4000000002\tنص\tA\t\n";
    assert_eq!(read(&[of(far)]).unwrap().corpus.documents[0].text.as_str(), " نص");
}

#[test]
fn other_files_are_not_claimed_and_empty_ones_refused() {
    assert!(!claims(&of("")) && !claims(&of("#FORMAT=other")) && !claims(&of("a\tO")));
    assert_eq!(read(&[of("#FORMAT=WebAnno TSV 3.3\n\n")]).unwrap_err(), Fault::Empty { file: "a/x.tsv".into() });
}

#[test]
fn damaged_files_do_no_harm() {
    damage_does_no_harm(&write(&rich(), &Options::default()).files, 97, claims, read);
}

/// The spans without the white space at their ends; those of nothing else are left out.
fn trimmed(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    for span in &mut sheet.spans {
        let hull = span.hull();
        let words = sheet.text.slice(hull);
        let front = words.chars().take_while(|one| one.is_whitespace()).count() as u32;
        let back = words.chars().rev().take_while(|one| one.is_whitespace()).count() as u32;
        span.pieces = if front == hull.len() { vec![] } else { vec![TextRange::of(hull.start().0 + front, hull.end().0 - back)] };
    }
    sheet.spans.retain(|span| !span.pieces.is_empty());
    sheet
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_span_comes_back_but_for_white_space(corpus in spans_at_random(), clitics: bool) {
        let tokens = [Tokens::Words, Tokens::Clitics][usize::from(clitics)];
        let written = write(&corpus, &Options { tokens, ..Options::default() });
        let files = given(&written.files);
        prop_assert!(files.iter().all(claims));
        let found = read(&files).unwrap();
        let sheet = &found.corpus.documents[0];
        prop_assert_eq!(&found.remarks, &vec![]);
        let onto = &corpus.documents[0].text;
        let done = super::super::anchor::anchor(sheet, onto);
        prop_assert!(done.moved.is_empty() && done.doubtful.is_empty());
        let was = trimmed(&corpus.documents[0]);
        prop_assert_eq!(said(&done.sheet), said(&was));
        let lost = written.losses.iter().filter(|loss| loss.kind == LossKind::SpanDropped).count();
        prop_assert_eq!(lost, corpus.documents[0].spans.len() - was.spans.len());
    }
}

#[test]
fn many_layers_and_many_lines_are_not_many_times_many() {
    let mut text = String::from("#FORMAT=WebAnno TSV 3.3\n");
    text.extend((0..30_000).map(|number| format!("#T_SP=x.L{number}|v\n#T_RL=x.R{number}|BT_x.L1\n")));
    text.push_str("\n\n#Text=نص\n");
    text.extend((0..30_000).map(|number| format!("1-{number}\t0-2\tنص\tA\t1-1\t\n")));
    assert_eq!(read(&[of(&text)]).unwrap().corpus.documents[0].spans.len(), 30_000);
}
