use super::*;
use crate::core::command::Context;
use crate::core::document::Region;
use crate::core::fixture::{NOW, bare_span, document, ids, world};
use crate::core::many;
use crate::core::op::{Item, Op};
use crate::core::record::Extra;
use crate::core::tagset::Bilingual;
use std::rc::Rc;

fn asked<'a>(document: &'a DocumentId, range: TextRange, label: &'a LabelId, aliases: &'a [Vec<String>]) -> Asked<'a> {
    Asked { document, range, label, aliases, regions: false }
}

fn find(state: &State, range: TextRange, aliases: &[Vec<String>]) -> Vec<Form> {
    let (id, label) = (state.documents[0].document.id.clone(), "GPE".into());
    twins(state, &Shelf::of(state), &asked(&id, range, &label, aliases))
}

/// Both articles.
fn articles() -> State {
    let documents = crate::seeds::documents().iter().map(|seed| {
        let mut document = document(seed.id, seed.text);
        document.regions.extend(seed.regions.iter().map(|region| region_of(region.start, region.end)));
        Op::Add(Item::Document(Rc::new(document)))
    });
    let empty = world("").documents[0].document.clone();
    let start = world("").apply(&Op::Remove(Item::Document(empty))).expect("it is empty");
    documents.fold(start, |state, op| state.apply(&op).expect("it applies"))
}

fn region_of(start: u32, end: u32) -> Region {
    Region { kind: "boilerplate".into(), name: Bilingual::default(), range: TextRange::of(start, end), extra: Extra::default() }
}

/// `written form: words × count`.
fn said(state: &State, forms: &[Form]) -> Vec<String> {
    let words = |twin: &Twin| state.documents[twin.document].document.text.slice(twin.range).to_owned();
    forms.iter().map(|form| format!("{}: {} × {}", form.words, words(&form.twins[0]), form.twins.len())).collect()
}

fn taught(groups: &[&[&str]]) -> Vec<Vec<String>> {
    groups.iter().map(|group| group.iter().map(|&spelling| spelling.to_owned()).collect()).collect()
}

#[test]
fn every_mention_of_iran_is_offered_by_form_and_tagged_by_one_transaction() {
    let state = articles();
    let text = state.documents[0].document.text.clone();
    let at = text.as_str().find(" إيران ").map(|byte| text.offset_of_byte(crate::core::units::Byte(byte as u32 + 1)));
    let start = at.expect("it is there");
    let range = TextRange::new(start, start.plus(5));
    let forms = find(&state, range, &[]);
    assert_eq!(said(&state, &forms), ["إيران: إيران × 27", "لإيران: إيران × 5", "وإيران: إيران × 2", "بإيران: إيران × 1"]);
    let places = forms.iter().flat_map(|form| &form.twins);
    let places = places.map(|twin| (state.documents[twin.document].document.id.clone(), twin.range)).collect::<Vec<_>>();
    let mut context = Context { now: NOW.into(), ids: ids(), annotator: None };
    let transaction = many::tag(&state, &mut context, &places, &"GPE".into()).expect("they are free");
    let after = transaction.apply(&state).expect("it applies");
    assert_eq!(after.documents.iter().map(|document| document.spans.len()).sum::<usize>(), 35);
    assert!(find(&after, range, &[]).iter().flat_map(|form| &form.twins).all(|twin| matches!(twin.tagged, Tagged::Same(_))));
    assert_eq!(transaction.inverse().apply(&after), Ok(state));
}

#[test]
fn a_twin_says_how_it_is_tagged() {
    let state = world("[GPE:إيران] و[ORG:إيران] [GPE:لإيران] إيران [LOC:حول إيران]");
    let forms = find(&state, TextRange::of(0, 5), &[]);
    let tagged = forms.iter().flat_map(|form| form.twins.iter().map(|twin| twin.tagged.clone())).collect::<Vec<_>>();
    assert_eq!(
        tagged,
        [
            Tagged::Same("s1".into()),
            Tagged::No,
            Tagged::No,
            Tagged::Other("s2".into(), "ORG".into()),
            Tagged::Limits("s3".into())
        ]
    );
}

#[test]
fn the_article_without_its_alef_is_the_article() {
    let state = world("للحوثيين والحوثيين، الحوثيون");
    let forms = find(&state, TextRange::of(1, 8), &[]);
    assert_eq!(said(&state, &forms), ["للحوثيين: لحوثيين × 1", "والحوثيين: الحوثيين × 1"]);
    let state = world("للجنة ولجنة، الجنة");
    assert_eq!(said(&state, &find(&state, TextRange::of(1, 5), &[])), ["للجنة: لجنة × 1", "ولجنة: لجنة × 1"]);
}

#[test]
fn a_word_before_a_pronoun_is_the_word_itself() {
    let state = world("بحركتها والحركة حركة");
    assert_eq!(
        said(&state, &find(&state, TextRange::of(1, 5), &[])),
        ["بحركتها: حركت × 1", "والحركة: حركة × 1", "حركة: حركة × 1"]
    );
}

#[test]
fn taught_spellings_are_twins() {
    let aliases = taught(&[&["ماكغورك", "مكجورك", "مكغورك"], &["أميركي", "أمريكي"]]);
    assert_eq!(spellings("بريت ماكغورك", &aliases), ["بريت ماكغورك", "بريت مكجورك", "بريت مكغورك"]);
    assert_eq!(spellings("الأميركي", &aliases), ["الأميركي", "الأمريكي"]);
    assert_eq!(spellings("ماك غورك", &taught(&[&["ماك غورك", "ماكغورك"]])), ["ماك غورك", "ماكغورك"]);
    let state = articles();
    let text = state.documents[0].document.text.clone();
    let start = text.as_str().find("بريت ماكغورك").expect("it is there");
    let start = text.offset_of_byte(crate::core::units::Byte(start as u32));
    let forms = find(&state, TextRange::new(start, start.plus(12)), &aliases);
    assert_eq!(said(&state, &forms), ["بريت ماكغورك: بريت ماكغورك × 1", "بريت مكجورك: بريت مكجورك × 1"]);
}

#[test]
fn forms_come_by_count_and_leftovers_are_passed_over_unless_asked() {
    let mut ours = document("two", "عُمان لعمان لعمان");
    ours.regions.push(region_of(12, 17));
    let state = world("عمان، عُمان").apply(&Op::Add(Item::Document(Rc::new(ours)))).expect("it applies");
    let forms = find(&state, TextRange::of(0, 4), &[]);
    assert_eq!(said(&state, &forms), ["عُمان: عُمان × 2", "عمان: عمان × 1", "لعمان: عمان × 1"]);
    let (id, label) = ("doc".into(), "GPE".into());
    let all = Asked { regions: true, ..asked(&id, TextRange::of(0, 4), &label, &[]) };
    assert_eq!(said(&state, &twins(&state, &Shelf::of(&state), &all))[1], "لعمان: عمان × 2");
}

#[test]
fn somebody_else_s_tags_are_not_one_s_own_and_punctuation_has_no_twins() {
    let state = world("إيران، إيران");
    let theirs = crate::core::fixture::bare_span("t", "GPE", 0, 5);
    let set = crate::core::project::AnnotationSet {
        id: "theirs".into(),
        annotator: None,
        role: crate::core::project::Role::Received,
        derived_from: Vec::new(),
        extra: Extra::default(),
    };
    let theirs = crate::core::span::Span { set: "theirs".into(), ..theirs };
    let ops = [Op::Add(Item::Set(set)), Op::Add(Item::Span("doc".into(), Rc::new(theirs)))];
    let state = ops.iter().try_fold(state, |state, op| state.apply(op)).expect("it applies");
    assert_eq!(find(&state, TextRange::of(0, 6), &[])[0].twins[0].tagged, Tagged::No);
    assert_eq!(find(&state, TextRange::of(5, 7), &[]), []);
    assert_eq!(bare_span("t", "GPE", 0, 5).range.len(), 5);
}

#[test]
fn twins_are_found_in_steps_over_long_texts_too() {
    let seeds = crate::seeds::documents();
    let once = [seeds[0].text, seeds[1].text, " للحوثيين والحوثيين "].concat();
    let project = |text: &str| world("").apply(&Op::Add(Item::Document(Rc::new(document("long", text))))).expect("it applies");
    let (id, label, aliases) = ("long".into(), "GPE".into(), taught(&[&["ماكغورك", "مكجورك"]]));
    for words in ["ماكغورك", "لحوثيين", "إيران"] {
        let start = once.find(words).map(|byte| once[..byte].chars().count() as u32).expect("it is there");
        let range = TextRange::of(start, start + words.chars().count() as u32);
        let find = |text: &str| {
            let state = project(text);
            let shelf = Shelf::of(&state);
            let mut seek = Seek::new(&shelf, &asked(&id, range, &label, &aliases));
            let (mut steps, mut share) = (0, 0);
            while !seek.step(&state, &shelf) {
                assert!(seek.share(&shelf) >= share, "{steps}");
                (steps, share) = (steps + 1, seek.share(&shelf));
            }
            let forms = seek.done();
            assert_eq!(forms, twins(&state, &shelf, &asked(&id, range, &label, &aliases)));
            (steps, said(&state, &forms), forms.iter().map(|form| form.twins.len()).sum::<usize>())
        };
        let ((few, forms, count), (many, all_forms, all)) = (find(&once), find(&once.repeat(8)));
        assert!(count > 1 && all == 8 * count && all_forms.len() == forms.len() && many > few);
    }
}
