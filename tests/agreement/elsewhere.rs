//! What is measured elsewhere is the same to the last bit: what crosses is written as numbers and read again, both ways.

use crate::large::crowd;
use crate::worlds::{gathered, gold, noisy, team};
use hashiya::core::agreement::chance::Chance;
use hashiya::core::agreement::errands::{Doing, Errand, News, Who};
use hashiya::core::agreement::flat::{Flat, flat, read};
use hashiya::core::agreement::gamma::{Gamma, Walk};
use hashiya::core::agreement::gather::Gathered;
use hashiya::core::agreement::survey::{Report, Survey};
use hashiya::core::agreement::{Corpus, Which, Why};

/// Teams with records and without, a crowd, and some of whom little can be said.
fn worlds() -> Vec<Gathered> {
    let mut chance = Chance::new(7);
    let works = (0..4).map(|_| noisy(&gold(), 0.4, &mut chance)).collect::<Vec<_>>();
    let nothing = |annotators, labels| Gathered {
        corpus: Corpus { annotators, labels, pages: Vec::new() },
        entities: vec![Vec::new(); annotators],
        ..Gathered::default()
    };
    vec![
        gathered(&team(&works, true)),
        gathered(&team(&[gold(), Vec::new(), works[0].clone()], false)),
        crowd(5, 40),
        nothing(3, 2),
        nothing(1, 0),
        Gathered::default(),
    ]
}

/// What comes out where something went in, as it would in another thread.
fn crossed<T: Flat>(what: &T) -> T {
    let numbers = flat(what);
    let came = read::<T>(&numbers).expect("what was written is read");
    assert_eq!(bits(&came), numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>());
    came
}

fn bits(what: &impl Flat) -> Vec<u64> {
    flat(what).into_iter().map(f64::to_bits).collect()
}

/// All that is told of an errand done elsewhere, told at moments that follow from `chance`.
fn told(gathered: &Gathered, errand: &Errand, chance: &mut Chance) -> Vec<News> {
    let there = crossed(gathered);
    let mut doing = Doing::new(&there, crossed(errand));
    let mut told = Vec::new();
    loop {
        let over = doing.step(&there);
        if over || chance.below(5) == 0 {
            told.push(crossed(&doing.news()));
        }
        if over {
            return told;
        }
    }
}

fn survey(gathered: &Gathered, steps: usize) -> Survey {
    let mut survey = Survey::new(gathered);
    for _ in 0..steps {
        survey.step(gathered);
    }
    survey
}

fn whole(gathered: &Gathered) -> Report {
    let mut survey = Survey::new(gathered);
    while !survey.step(gathered) {}
    survey.report().clone()
}

fn gamma_here(gathered: &Gathered, who: Who, label: Option<usize>) -> Result<Gamma, Why> {
    let annotators = who.map_or_else(|| (0..gathered.corpus.annotators).collect(), |(one, other)| vec![one, other]);
    let mut walk = Walk::new(&gathered.corpus, &annotators, label.map_or(Which::Labelled, Which::Label))?;
    loop {
        if let Some(found) = walk.step() {
            return found;
        }
    }
}

#[test]
fn what_a_survey_finds_elsewhere_is_what_it_finds_here() {
    let mut chance = Chance::new(11);
    for gathered in worlds() {
        let expected = whole(&gathered);
        // Whenever it is handed on, and taken back whenever whoever has it is sent away.
        for steps in [0, 1, 4, 7, 9, 30, 1000] {
            let mut here = survey(&gathered, steps);
            let news = told(&gathered, &Errand::Survey(here.report().clone()), &mut chance);
            let last = news.last().expect("something is told at the end");
            assert!(last.over && last.share == 100 && news[..news.len() - 1].iter().all(|news| !news.over));
            let until = if chance.below(2) == 0 { news.len() } else { chance.below(news.len()) };
            news.into_iter().take(until).for_each(|news| here.add(news.report));
            while !here.step(&gathered) {}
            assert_eq!(bits(here.report()), bits(&expected), "after {steps} steps here");
            assert_eq!((here.report(), here.share()), (&expected, 100));
        }
    }
}

#[test]
fn gamma_found_elsewhere_is_gamma_found_here() {
    let mut chance = Chance::new(12);
    let mut whys = Vec::new();
    for gathered in worlds() {
        let count = gathered.corpus.annotators;
        let pairs = (0..count).flat_map(|first| (first + 1..count).map(move |second| Some((first, second))));
        for (who, label) in pairs.chain([None]).flat_map(|who| [(who, None), (who, Some(0))]) {
            let news = told(&gathered, &Errand::Gamma { who, label }, &mut chance);
            let expected = gamma_here(&gathered, who, label);
            let last = news.last().expect("something is told at the end");
            assert_eq!(last.gamma, Some(expected));
            assert_eq!(bits(&last.gamma), bits(&Some(expected)));
            assert!(last.over && news[..news.len() - 1].iter().all(|news| !news.over && news.gamma.is_none()));
            whys.extend(expected.err());
        }
    }
    assert!(whys.contains(&Why::OneAnnotator) && whys.contains(&Why::NothingMarked) && whys.contains(&Why::OneMarkedNothing));
}

#[test]
fn every_reason_crosses() {
    for why in Why::ALL {
        assert_eq!(crossed(&Err::<f64, _>(why)), Err(why));
    }
    assert_eq!(flat(&Err::<f64, _>(Why::NoDisorder)), [0.0, Why::ALL.len() as f64 - 1.0], "none is left out");
}

#[test]
fn floats_and_words_cross_as_they_are() {
    for number in [0.0, -0.0, 1.0 / 3.0, f64::MIN_POSITIVE / 2.0, f64::INFINITY, -f64::MAX] {
        assert_eq!(crossed(&number).to_bits(), number.to_bits());
    }
    for words in ["", "اسم عَلَم", "a\"\\\n\u{0}🙂"] {
        assert_eq!(crossed(&words.to_owned()), words);
    }
}

#[test]
fn numbers_that_are_cut_or_altered_are_refused_or_read_as_something_else() {
    let report = whole(&worlds().swap_remove(0));
    let numbers = flat(&report);
    for cut in (0..numbers.len()).step_by(17) {
        assert!(read::<Report>(&numbers[..cut]).is_none());
    }
    assert!(read::<Report>(&[&numbers[..], &[0.0]].concat()).is_none());
    let mut chance = Chance::new(13);
    for _ in 0..500 {
        let mut harmed = numbers.clone();
        let place = chance.below(harmed.len());
        harmed[place] = [f64::NAN, -1.0, 0.5, 1e300, 7.0][chance.below(5)];
        // Nothing breaks, whatever comes.
        drop(read::<Report>(&harmed));
    }
}
