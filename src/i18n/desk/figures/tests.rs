//! Every figure is told in both languages, and its table says what was counted.

use super::*;
use crate::core::figures::gather::{Gathering, Wish};
use crate::core::figures::heat::Heating;
use crate::core::figures::table::Cell;
use crate::core::fixture;
use crate::core::op::{Item, Op};
use crate::core::project::{AnnotationSet, Role};
use crate::core::record::Extra;
use crate::core::span::Span;
use std::rc::Rc;

fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c))
}

fn two() -> State {
    let state = fixture::world("زار [PERS:عباس] [GPE:القاهرة]. وقال [PERS:عبّاس] إن [ORG:الأمم المتحدة] في [GPE:جنيف].");
    let set = AnnotationSet {
        id: "other".into(),
        annotator: Some("سلمى".into()),
        role: Role::Received,
        derived_from: Vec::new(),
        extra: Extra::default(),
    };
    let mut all = vec![Op::Add(Item::Document(Rc::new(fixture::document("empty", "لا شيء هنا")))), Op::Add(Item::Set(set))];
    let first = Span { set: "other".into(), ..fixture::bare_span("o1", "PERS", 4, 8) };
    let second = Span { set: "other".into(), ..fixture::bare_span("o2", "LOC", 9, 16) };
    all.extend([first, second].map(|span| Op::Add(Item::Span("doc".into(), Rc::new(span)))));
    all.iter().fold(state, |state, op| state.apply(op).expect("it fits"))
}

fn gathered(state: &State) -> (Figures, Heat) {
    let wish = Wish {
        sets: state.sets.iter().map(|set| set.id.clone()).collect(),
        documents: state.documents.iter().map(|one| one.document.id.clone()).collect(),
        boilerplate: false,
        within: Within::Sentence,
    };
    let mut gathering = Gathering::new(state, wish);
    while !gathering.step() {}
    let (figures, pages) = gathering.done();
    let mut heating = Heating::new(pages);
    while !heating.step() {}
    (figures, heating.done())
}

#[test]
fn every_word_and_title_is_said_in_both_languages() {
    for &one in Word::ALL {
        let files = matches!(one, Word::Svg | Word::Png | Word::Csv);
        assert!(!is_arabic(word(Lang::En, one)) && is_arabic(word(Lang::Ar, one)) != files, "{one:?}");
    }
    for kind in Kind::ALL {
        assert!(is_arabic(title(Lang::Ar, kind)) && !is_arabic(title(Lang::En, kind)), "{kind:?}");
    }
}

#[test]
fn every_figure_is_told_with_a_table_that_says_what_was_counted() {
    let state = two();
    let (figures, heat) = gathered(&state);
    for lang in [Lang::Ar, Lang::En] {
        let ask =
            Ask { lang, state: &state, figures: &figures, heat: &heat, within: Within::Sentence, label: None, most: (30, 12) };
        for kind in Kind::ALL {
            let told = told(&ask, kind).expect("there is something to tell");
            assert_eq!(is_arabic(&told.about), lang == Lang::Ar, "{}", told.about);
            assert_eq!(told.plot.rtl, lang == Lang::Ar);
            assert!(told.table.rows.iter().all(|row| row.len() == told.table.heads.len()), "{kind:?}");
            let sum = |column: usize| {
                let counts = told.table.rows.iter().map(|row| if let Cell::Count(count) = row[column] { count } else { 0 });
                counts.sum::<usize>()
            };
            match kind {
                Kind::Labels | Kind::Words | Kind::Characters | Kind::Forms => assert_eq!(sum(2), 7, "{kind:?}"),
                Kind::Documents => assert_eq!(sum(1), 7),
                Kind::ByDocument | Kind::BySet => assert_eq!((sum(1) + sum(2), sum(3)), (7, 7)),
                Kind::Density | Kind::Time => assert_eq!(sum(1) + sum(2), 7),
                Kind::Together | Kind::Agreement => {}
            }
        }
        assert_eq!(heat.pairs.len(), 1);
        // One of the two pairs of spans is the same: twice one of five and two.
        assert_eq!(heat.f1(1, 0), Ok(2.0 / 7.0));
    }
    assert_eq!(summary(Lang::Ar, &figures), "7 مقاطع في مستندين، واسمان");
    assert_eq!(summary(Lang::En, &figures), "7 spans in 2 documents, 2 annotators");
}

#[test]
fn spellings_of_one_name_are_one_form_with_variants() {
    let state = two();
    let (figures, _) = gathered(&state);
    let forms = &figures.forms[0];
    assert_eq!((forms.len(), forms[0].count), (1, 3));
    assert_eq!(forms[0].variants, [("عباس".to_owned(), 2), ("عبّاس".to_owned(), 1)]);
}

#[test]
fn labels_stand_together_within_a_sentence_of_one_annotator() {
    let state = two();
    let (figures, _) = gathered(&state);
    let place = |id: &str| figures.labels.iter().position(|label| label.as_str() == id).expect("a label");
    let together = |one: &str, other: &str| figures.together[place(one)][place(other)];
    assert_eq!((together("PERS", "GPE"), together("PERS", "ORG"), together("PERS", "LOC")), (2, 1, 1));
    assert_eq!((together("PERS", "PERS"), together("GPE", "LOC")), (3, 0));
}

#[test]
fn the_paragraph_has_the_figures_in_it() {
    let state = two();
    let (figures, heat) = gathered(&state);
    let made = Made { version: "0.1".into(), day: "2026-01-02".into(), leftovers: Some(false) };
    let ask =
        |lang| Ask { lang, state: &state, figures: &figures, heat: &heat, within: Within::Sentence, label: None, most: (9, 9) };
    let (ar, en) = (methods(&ask(Lang::Ar), &made), methods(&ask(Lang::En), &made));
    for figure in ["7", "0.286", "42.9%", "2026-01-02", "UAX #29"] {
        assert!(ar.contains(figure) && en.contains(figure), "{figure}\n{ar}\n{en}");
    }
    assert!(ar.contains("واسمان") && en.contains("2 annotators marked 7 spans"), "{ar}\n{en}");
    assert!(!ar.contains("  ") && !en.contains("  "));
}
