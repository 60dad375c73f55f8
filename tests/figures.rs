//! Laws of the figures on the two reports as several annotators might have done them: every count adds up to the spans there
//! are, every table reads back from its CSV, and every drawing is well-formed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops")]

#[allow(dead_code, reason = "shared with the tests of agreement")]
#[path = "agreement/worlds.rs"]
mod worlds;

use hashiya::core::agreement::chance::Chance;
use hashiya::core::agreement::survey::Survey;
use hashiya::core::figures::bins::bins;
use hashiya::core::figures::gather::{Gathering, Pages, Wish, Within};
use hashiya::core::figures::heat::{Heat, Heating};
use hashiya::core::figures::kind::Kind;
use hashiya::core::figures::paper::fits;
use hashiya::core::figures::table::Cell;
use hashiya::core::figures::{Figures, svg};
use hashiya::core::segment;
use hashiya::core::state::State;
use hashiya::i18n::Lang;
use hashiya::i18n::desk::figures::{Ask, Made, methods, report, told};
use quick_xml::events::Event;

fn wish(state: &State, boilerplate: bool, within: Within) -> Wish {
    Wish {
        sets: state.sets.iter().map(|set| set.id.clone()).collect(),
        documents: state.documents.iter().map(|one| one.document.id.clone()).collect(),
        boilerplate,
        within,
    }
}

fn walked(state: &State, wish: &Wish) -> (Figures, Pages) {
    let mut gathering = Gathering::new(state, wish.clone());
    let mut share = 0;
    while !gathering.step() {
        assert!(gathering.share() >= share && gathering.share() <= 100);
        share = gathering.share();
    }
    assert_eq!(gathering.share(), 100);
    gathering.done()
}

fn gathered(state: &State, wish: &Wish) -> Figures {
    walked(state, wish).0
}

fn heated(state: &State, wish: &Wish) -> Heat {
    let mut heating = Heating::new(walked(state, wish).1);
    while !heating.step() {}
    assert_eq!(heating.share(), 100);
    heating.done()
}

fn team(count: usize) -> State {
    let mut chance = Chance::new(count as u64);
    let works = (0..count).map(|_| worlds::noisy(&worlds::gold(), 0.4, &mut chance)).collect::<Vec<_>>();
    worlds::team(&works, true)
}

#[test]
fn every_count_adds_up_to_the_spans_there_are() {
    for (count, boilerplate, within) in [(1, false, Within::Block), (3, true, Within::Sentence), (5, false, Within::Sentence)] {
        let state = team(count);
        let figures = gathered(&state, &wish(&state, boilerplate, within));
        let all = figures.spans.len();
        let there = state.documents.iter().flat_map(|one| one.spans.iter().map(move |span| (one, span)));
        let counted = there.filter(|(one, span)| boilerplate || span.pieces().any(|piece| !one.document.is_boilerplate(piece)));
        assert_eq!(all, counted.count());
        let sum = |counts: Vec<usize>| counts.into_iter().sum::<usize>();
        assert_eq!((sum(figures.by_label()), sum(figures.by_document()), sum(figures.by_set())), (all, all, all));
        let by_set = figures.label_by(figures.sets.len(), |seen| seen.set);
        assert_eq!(by_set.iter().map(|row| row.iter().sum()).collect::<Vec<usize>>(), figures.by_label());
        for parts in [1, 7, 40] {
            let dense = (0..figures.documents.len()).map(|document| sum(figures.density(document, parts)));
            assert_eq!(dense.collect::<Vec<_>>(), figures.by_document());
        }
        for lengths in [figures.lengths(None, |seen| seen.words), figures.lengths(None, |seen| seen.characters)] {
            assert_eq!(bins(&lengths).iter().map(|class| class.count).sum::<usize>(), all);
        }
        for (label, forms) in figures.forms.iter().enumerate() {
            assert_eq!(forms.iter().map(|form| form.count).sum::<usize>(), figures.by_label()[label]);
            assert!(forms.iter().all(|form| form.count == form.variants.iter().map(|(_, count)| count).sum::<usize>()));
            assert!(forms.windows(2).all(|pair| pair[0].count >= pair[1].count));
        }
        let progress = figures.progress();
        assert_eq!(progress.times.iter().map(|(_, counts)| sum(counts.clone())).sum::<usize>() + progress.unknown, all);
        for (one, row) in figures.together.iter().enumerate() {
            for (other, both) in row.iter().enumerate() {
                assert_eq!(*both, figures.together[other][one]);
                assert!(*both <= row[one].min(figures.together[other][other]));
            }
        }
    }
}

#[test]
fn words_and_characters_are_those_of_the_texts() {
    let state = team(2);
    let whole = gathered(&state, &wish(&state, true, Within::Block));
    let kept = gathered(&state, &wish(&state, false, Within::Block));
    for (one, (whole, kept)) in state.documents.iter().zip(whole.extents.iter().zip(&kept.extents)) {
        let text = &one.document.text;
        assert_eq!(whole.characters, text.len().0);
        assert_eq!(whole.words as usize, segment::words(text.as_str()).count());
        assert_eq!(whole.units, text.blocks().len());
        let regions = one.document.regions.iter().map(|region| region.range.len()).sum::<u32>();
        assert_eq!(kept.characters, text.len().0 - regions);
        assert_eq!(kept.words < whole.words, regions > 0);
    }
}

#[test]
fn the_heat_map_says_what_the_measures_say() {
    let state = team(4);
    let heat = heated(&state, &wish(&state, false, Within::Sentence));
    let gathered = worlds::gathered(&state);
    let mut survey = Survey::new(&gathered);
    while !survey.step(&gathered) {}
    assert_eq!(heat.pairs.len(), 6);
    for pair in &survey.report().pairs {
        assert_eq!(heat.f1(pair.first, pair.second), pair.all.spans.exact.f1());
        assert_eq!(heat.f1(pair.second, pair.first), pair.all.spans.exact.f1());
    }
    let mean = survey.report().all.as_ref().unwrap().f1[0].unwrap();
    assert!((heat.mean().unwrap() - mean).abs() < 1e-12);
}

#[test]
fn tables_read_back_and_drawings_are_well_formed() {
    let state = team(3);
    let wish = wish(&state, false, Within::Sentence);
    let (figures, heat) = (gathered(&state, &wish), heated(&state, &wish));
    for (lang, most) in [(Lang::Ar, (24, 12)), (Lang::En, (3, 2))] {
        let ask = Ask { lang, state: &state, figures: &figures, heat: &heat, within: wish.within, label: None, most };
        for kind in Kind::ALL {
            let told = told(&ask, kind).expect("there is something to tell");
            let text = told.table.csv();
            let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
            let heads = reader.headers().unwrap().iter().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(heads, told.table.heads.iter().map(|head| head.whole()).collect::<Vec<_>>());
            let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>();
            assert_eq!(rows.len(), told.table.rows.len(), "{kind:?}");
            for (read, row) in rows.iter().zip(&told.table.rows) {
                for (read, cell) in read.iter().zip(row) {
                    let written = cell.written();
                    // What a spreadsheet would run has an apostrophe before it.
                    assert!(*read == written || (matches!(cell, Cell::Words(_)) && *read == format!("'{written}")), "{read}");
                }
            }
            let drawn = svg::file(&told.plot, lang.tag(), kind.name(), &told.about, "");
            let mut reader = quick_xml::Reader::from_str(&drawn);
            let mut words = 0;
            loop {
                match reader.read_event().expect("well-formed") {
                    Event::Start(element) if element.name().as_ref() == "text" => words += 1,
                    Event::Eof => break,
                    _ => {}
                }
            }
            assert!(words > 2, "{kind:?}");
            // A row for each that is drawn, and one for all others.
            assert!(told.plot.marks.len() < 24 * 40);
        }
    }
}

#[test]
fn the_report_is_one_page_whatever_is_in_it() {
    for count in [1, 3, 20] {
        let state = team(count);
        let wish = wish(&state, false, Within::Sentence);
        let (figures, heat) = (gathered(&state, &wish), heated(&state, &wish));
        for lang in [Lang::Ar, Lang::En] {
            let ask =
                Ask { lang, state: &state, figures: &figures, heat: &heat, within: wish.within, label: None, most: (99, 99) };
            let made = Made { version: "0.1.0".into(), day: "2026-01-02".into(), leftovers: Some(false) };
            let paragraph = methods(&ask, &made);
            let all = report(&ask, &paragraph);
            assert_eq!(all.len(), if count > 1 { 10 } else { 8 });
            let sizes = all.iter().map(|told| (told.plot.height, told.about.chars().count())).collect::<Vec<_>>();
            assert!(fits(&sizes, paragraph.chars().count()), "{count} {lang:?} {sizes:?}");
        }
    }
}
