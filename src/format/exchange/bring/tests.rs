use super::super::anchor::SURE;
use super::super::fault::Remark;
use super::super::gather::gather;
use super::super::model::{Corpus, Mark, Referent, Tie};
use super::*;
use crate::core::command::Context;
use crate::core::fixture::{NOW, ids, world};
use crate::core::project::Role;
use crate::core::range::TextRange;
use crate::core::shapes::Shapes;
use crate::core::text::Text;
use crate::format::exchange::worlds;
use crate::format::native::Choice;
use std::rc::Rc;

fn context() -> Context {
    Context { now: NOW.into(), annotator: None, ids: ids() }
}

fn own() -> Taking {
    Taking { own: true, annotator: "brat".into(), name: "a.zip".into() }
}

fn found(corpus: Corpus) -> Found {
    Found { corpus, remarks: Vec::<Remark>::new() }
}

fn taken(state: &State, corpus: &Corpus, taking: &Taking) -> State {
    let arrivals = arrivals(state, &found(corpus.clone()));
    let (transaction, _) = take(state, &arrivals.iter().collect::<Vec<_>>(), corpus, taking, &mut context());
    let next = transaction.apply(state).expect("it fits");
    assert_eq!(transaction.inverse().apply(&next).expect("taken back"), *state, "one undo takes it back");
    next
}

#[test]
fn everything_of_a_corpus_comes_in_and_goes_out_again() {
    let corpus = worlds::rich();
    for taking in [own(), Taking { own: false, ..own() }] {
        let state = taken(&world("قال [PERS:محمد] نعم"), &corpus, &taking);
        let out = gather(&state, &Choice::default());
        for (before, after) in corpus.documents.iter().zip(&out.documents[1..]) {
            assert_eq!(worlds::said(before), worlds::said(after));
            assert_eq!((&before.title, &before.language, &before.source), (&after.title, &after.language, &after.source));
            assert_eq!(before.labels, after.labels);
            let kinds = |sheet: &Sheet| sheet.relations.iter().map(|tie| tie.kind.clone()).collect::<Vec<_>>();
            assert_eq!(kinds(before), kinds(after));
            let notes =
                |sheet: &Sheet| sheet.spans.iter().map(|span| (span.note.clone(), span.attributes.clone())).collect::<Vec<_>>();
            assert_eq!(notes(before), notes(after));
            let links = |sheet: &Sheet| {
                sheet
                    .spans
                    .iter()
                    .flat_map(|span| &span.referents)
                    .map(|one| (one.name.clone(), one.link.clone()))
                    .collect::<Vec<_>>()
            };
            assert_eq!(links(before), links(after));
        }
        assert_eq!(out.links.len(), 1);
        let set = state.sets.iter().find(|set| set.role == Role::Received);
        assert_eq!(set.is_some(), !taking.own);
    }
}

#[test]
fn what_is_here_already_is_not_brought_twice() {
    let start = world("قال [PERS:محمد] نعم");
    for corpus in [worlds::rich(), gather(&taken(&start, &worlds::rich(), &own()), &Choice::default())] {
        let once = taken(&start, &corpus, &own());
        let arrivals = arrivals(&once, &found(corpus.clone()));
        assert!(arrivals.iter().all(|arrival| matches!(arrival.target, Target::Known(_))));
        let (transaction, report) = take(
            &once,
            &arrivals.iter().collect::<Vec<_>>(),
            &corpus,
            &own(),
            &mut Context { ids: crate::core::ids::IdMaker::new(&"v".into(), 1), ..context() },
        );
        assert_eq!(transaction.ops, [], "{report:?}");
        assert_eq!(report.spans_passed as usize, corpus.documents.iter().map(|sheet| sheet.spans.len()).sum::<usize>());
    }
}

#[test]
fn what_a_file_says_twice_is_one_and_what_is_joined_to_either_is_joined_to_it() {
    let text = Rc::new(Text::new("زار علي عُمان"));
    let mark = |id: &str, label: &str, start, end| Mark {
        id: id.into(),
        label: label.into(),
        pieces: vec![TextRange::of(start, end)],
        ..Mark::default()
    };
    // The same twice; of the same limits with another label; that label elsewhere.
    let spans = vec![mark("a", "PERS", 4, 7), mark("b", "PERS", 4, 7), mark("c", "GPE", 4, 7), mark("d", "GPE", 8, 13)];
    let tie = Tie { id: "r".into(), kind: "in".into(), from: "b".into(), to: "d".into(), note: String::new() };
    let sheet = Sheet { name: "twice".into(), text, spans, relations: vec![tie], ..Sheet::default() };
    let corpus = Corpus { documents: vec![sheet], ..Corpus::default() };
    let next = taken(&world("قال [PERS:محمد] نعم"), &corpus, &own());
    let spans: Vec<_> = next.documents[1].spans.iter().collect();
    assert_eq!(spans.len(), 3);
    let first = spans.iter().find(|span| span.label.as_str() == "PERS").unwrap();
    assert_eq!(Shapes::of(&next).relations()[0].from, first.id);
}

#[test]
fn a_text_with_other_white_space_is_the_same_document() {
    let state = world("قال [PERS:محمد] نعم.\r\nثم مضى");
    let text = Rc::new(Text::new("قال محمد نعم .\nثم مضى"));
    let start = text.as_str().chars().take_while(|one| *one != 'ث').count() as u32;
    let mark = Mark { id: "T1".into(), label: "حدث".into(), pieces: vec![TextRange::of(start, start + 6)], ..Mark::default() };
    let sheet = Sheet { name: "other".into(), text, spans: vec![mark], ..Sheet::default() };
    let corpus = Corpus { documents: vec![sheet], ..Corpus::default() };
    let next = taken(&state, &corpus, &own());
    assert_eq!(next.documents.len(), 1);
    let words: Vec<_> = next.documents[0]
        .spans
        .iter()
        .map(|span| (span.label.to_string(), span.words(&next.documents[0].document.text)))
        .collect();
    assert!(words.contains(&("EVENT".into(), "ثم مضى".into())), "{words:?}");
}

#[test]
fn unknown_names_become_labels_types_and_attributes_with_ids() {
    let mark = |id: &str, label: &str, start| Mark {
        id: id.into(),
        label: label.into(),
        pieces: vec![TextRange::of(start, start + 3)],
        attributes: vec![("درجة الثقة".into(), "عالية".into())],
        referents: vec![Referent { name: "شيء".into(), ..Referent::default() }],
        ..Mark::default()
    };
    let sheet = Sheet {
        name: "جديد".into(),
        text: Rc::new(Text::new("قال محمد نعم")),
        spans: vec![mark("1", "نوع جديد", 0), mark("2", "person", 4)],
        relations: vec![Tie {
            id: "r".into(), kind: "علاقة ما".into(), from: "1".into(), to: "2".into(), ..Tie::default()
        }],
        ..Sheet::default()
    };
    let next = taken(&world("نص"), &Corpus { documents: vec![sheet], ..Corpus::default() }, &own());
    let document = &next.documents[1];
    assert_eq!(document.document.title, "جديد");
    assert_eq!(document.document.id.as_str().len(), 16);
    let labels: Vec<_> = document.spans.iter().map(|span| span.label.to_string()).collect();
    assert_eq!(labels[1], "PERS");
    assert_eq!(next.tagset.get(&labels[0].as_str().into()).expect("the new label").name.ar, "نوع جديد");
    let shapes = Shapes::of(&next);
    assert_eq!(shapes.kinds().relation(&shapes.relations()[0].kind).expect("its type").name.ar, "علاقة ما");
    let attribute = &document.spans.iter().next().expect("a span").attributes;
    let id = attribute.iter().next().expect("an attribute").0;
    assert_eq!(shapes.kinds().attribute(id).expect("its attribute").name.ar, "درجة الثقة");
    assert_eq!(shapes.entities()[0].mentions.len(), 2);
    crate::format::native::write(&next, NOW, &Choice::default()).expect("it can be written");
}

#[test]
fn doubtful_places_are_taken_only_where_somebody_says_so() {
    let state = world("زار إيران ثم زار إيران");
    let mark = Mark {
        id: "T1".into(),
        label: "GPE".into(),
        pieces: vec![TextRange::of(0, 5)],
        words: Some("إيران".into()),
        ..Mark::default()
    };
    let sheet = Sheet {
        name: "doc".into(), text: Rc::new(Text::new("إيران والعالم")), spans: vec![mark], ..Sheet::default()
    };
    let corpus = Corpus { documents: vec![sheet], ..Corpus::default() };
    let arrival = retarget(&state, &arrivals(&state, &found(corpus.clone()))[0], Target::Known("doc".into()));
    assert!(arrival.anchored.doubtful[0].score < SURE);
    let count = |arrival: &Arrival| {
        let (transaction, _) = take(&state, &[arrival], &corpus, &own(), &mut context());
        transaction.apply(&state).expect("it fits").documents[0].spans.iter().count()
    };
    assert_eq!((arrival.taken(), count(&arrival)), (0, 0));
    let accepted = Arrival { accepted: vec![true], ..arrival };
    assert_eq!((accepted.taken(), count(&accepted)), (1, 1));
}

#[test]
fn a_file_without_a_text_goes_onto_the_text_that_has_its_words() {
    let state = world("😀 زار محمد القاهرة ثم زار محمد دمشق");
    let mark = |id: &str, start: u32, end: u32, words: &str| Mark {
        id: id.into(),
        label: "PERS".into(),
        pieces: vec![TextRange::of(start, end)],
        words: Some(words.into()),
        ..Mark::default()
    };
    // The second of two places that have the same words, which only its limits can tell.
    let corpus = Corpus {
        documents: vec![Sheet { name: "elsewhere".into(), spans: vec![mark("1", 26, 30, "محمد")], ..Sheet::default() }],
        ..Corpus::default()
    };
    let next = taken(&state, &corpus, &own());
    assert_eq!(next.documents.len(), 1);
    let span = next.documents[0].spans.iter().next().expect("a span");
    assert_eq!(span.range, TextRange::of(26, 30));
    let none = Corpus { documents: vec![Sheet { name: "x".into(), ..Sheet::default() }], ..Corpus::default() };
    assert!(!arrivals(&state, &found(none))[0].wanted, "no text, no words: nothing to take");
}
