//! What must hold of every measure, whatever was marked.

use crate::worlds::{Work, gathered, gold, noisy, other_habits, team};
use hashiya::core::agreement::chance::Chance;
use hashiya::core::agreement::confusion::{Couple, confusion};
use hashiya::core::agreement::gamma::{Gamma, Walk};
use hashiya::core::agreement::gather::Gathered;
use hashiya::core::agreement::survey::{Line, Report, Shared, Survey};
use hashiya::core::agreement::{Measure, Which, Why};
use hashiya::core::ids::SpanId;
use std::collections::BTreeSet;

fn survey(gathered: &Gathered) -> Report {
    let mut survey = Survey::new(gathered);
    let mut share = 0;
    while !survey.step(gathered) {
        assert!(survey.share() >= share && survey.share() < 100);
        share = survey.share();
    }
    assert_eq!(survey.share(), 100);
    survey.report().clone()
}

fn gamma(gathered: &Gathered, annotators: &[usize]) -> Result<Gamma, Why> {
    let mut walk = Walk::new(&gathered.corpus, annotators, Which::Labelled)?;
    let mut share = 0;
    loop {
        if let Some(found) = walk.step() {
            assert_eq!(walk.share(), 100);
            return found;
        }
        assert!(walk.share() >= share && walk.share() < 100);
        share = walk.share();
    }
}

fn works(count: usize, harm: f64, seed: u64) -> Vec<Work> {
    let mut chance = Chance::new(seed);
    (0..count).map(|_| noisy(&gold(), harm, &mut chance)).collect()
}

/// Every measure of a line, by name.
fn measures(line: &Line) -> Vec<(&'static str, Measure)> {
    let Line { spans, cohen, alpha, alpha_u } = line;
    let f1 = [("exact", spans.exact.f1()), ("tolerant", spans.tolerant.f1()), ("overlap", spans.overlap.f1())];
    f1.into_iter().chain([("cohen", *cohen), ("alpha", *alpha), ("alpha_u", *alpha_u)]).collect()
}

#[test]
fn the_same_work_agrees_wholly() {
    let state = team(&[gold(), gold(), gold()], true);
    let gathered = gathered(&state);
    let report = survey(&gathered);
    assert_eq!(report.pairs.len(), 3);
    for pair in &report.pairs {
        for line in pair.labels.iter().chain([&pair.all]) {
            for (name, measure) in measures(line) {
                // The example has clauses of one label within others: such a label cannot be unitized.
                assert!(
                    measure == Ok(1.0) || matches!(measure, Err(Why::NothingMarked | Why::NoVariety | Why::OverlapsItself)),
                    "{name}: {measure:?}"
                );
            }
        }
        let [relations, roles] = [pair.relations, pair.roles];
        assert!(relations.1.shared > 5 && relations.1.f1() == Ok(1.0) && relations.0 == relations.1, "{relations:?}");
        assert!(roles.1.shared > 20 && roles.1.f1() == Ok(1.0), "{roles:?}");
        assert!(pair.attributes.iter().all(|said| said.share() == Ok(1.0)) && !pair.attributes.is_empty());
        assert_eq!(pair.entities.conll(), Ok(1.0));
    }
    let all = report.all.unwrap();
    assert_eq!((all.f1, all.fleiss, all.alpha), ([Ok(1.0); 3], Ok(1.0), Ok(1.0)));
    assert_eq!(gamma(&gathered, &[0, 1, 2]).unwrap().value, 1.0);
}

#[test]
fn it_does_not_matter_who_is_named_first() {
    let works = works(4, 0.4, 11);
    let order = [2, 0, 3, 1];
    let turned = order.map(|who| works[who].clone());
    let (ours, theirs) = (gathered(&team(&works, true)), gathered(&team(&turned, true)));
    let (one, other) = (survey(&ours), survey(&theirs));
    let close = |one: Measure, other: Measure| match (one, other) {
        (Ok(one), Ok(other)) => assert!((one - other).abs() < 1e-12, "{one} and {other}"),
        _ => assert_eq!(one, other),
    };
    for pair in &other.pairs {
        let (first, second) = (order[pair.first], order[pair.second]);
        let found = one.pairs.iter().find(|pair| [pair.first, pair.second] == [first.min(second), first.max(second)]).unwrap();
        for (line, turned) in found.labels.iter().chain([&found.all]).zip(pair.labels.iter().chain([&pair.all])) {
            for ((_, line), (_, turned)) in measures(line).into_iter().zip(measures(turned)) {
                close(line, turned);
            }
        }
        let (exact, turned) = (found.all.spans.exact, pair.all.spans.exact);
        if first > second {
            assert_eq!((exact.precision(), exact.recall()), (turned.recall(), turned.precision()));
        }
        assert_eq!((found.relations.1.f1(), found.roles.1.f1()), (pair.relations.1.f1(), pair.roles.1.f1()));
        close(found.entities.conll(), pair.entities.conll());
    }
    let (one, other) = (one.all.unwrap(), other.all.unwrap());
    close(one.fleiss, other.fleiss);
    close(one.alpha, other.alpha);
    close(one.alpha_u, other.alpha_u);
    for (one, other) in one.f1.into_iter().zip(other.f1) {
        close(one, other);
    }
    assert_eq!(gamma(&ours, &[0, 1, 2]), gamma(&theirs, &[0, 3, 1]));
}

#[test]
fn limits_that_may_differ_more_are_shared_by_more() {
    for seed in 0..6 {
        let gathered = gathered(&team(&works(3, 0.7, seed), false));
        let grows = |shared: Shared| {
            let [exact, tolerant, overlap] = [shared.exact, shared.tolerant, shared.overlap].map(|tally| tally.f1());
            assert!(exact.is_err() || (exact <= tolerant && tolerant <= overlap), "{shared:?}");
        };
        for pair in survey(&gathered).pairs {
            pair.labels.iter().for_each(|line| grows(line.spans));
            grows(pair.all.spans);
            grows(pair.unlabelled);
            assert!(pair.all.spans.exact.f1() <= pair.unlabelled.exact.f1());
            for line in pair.labels.iter().chain([&pair.all]) {
                assert!(measures(line).into_iter().all(|(_, measure)| measure.is_err() || measure <= Ok(1.0)));
            }
        }
    }
}

#[test]
fn more_noise_is_less_agreement() {
    let mut before = [1.0; 6];
    for harm in [0.1, 0.3, 0.6] {
        let gathered = gathered(&team(&works(3, harm, 5), false));
        let all = survey(&gathered).all.unwrap();
        let gamma = gamma(&gathered, &[0, 1, 2]).unwrap().value;
        let now = [all.f1[0], all.f1[2], all.fleiss, all.alpha, Ok(gamma), all.f1[1]].map(Result::unwrap);
        assert!(now.iter().zip(before).all(|(now, before)| *now < before), "{harm}: {now:?} after {before:?}");
        before = now;
    }
}

#[test]
fn habits_of_clitics_and_punctuation_cost_nothing_where_they_are_tolerated() {
    for seed in 0..5 {
        let (mut one, _) = other_habits(&gold(), &mut Chance::new(seed));
        let (mut other, _) = other_habits(&gold(), &mut Chance::new(seed + 100));
        let label = |work: &mut Work| work.retain(|(_, span)| span.label.as_str() != "CUE");
        label(&mut one);
        label(&mut other);
        let gathered = gathered(&team(&[one, other], false));
        let shared = survey(&gathered).pairs[0].all.spans;
        assert_eq!(shared.tolerant.f1(), Ok(1.0), "{shared:?}");
        let differ = shared.tolerant.shared - shared.exact.shared;
        assert!(differ > 10 && shared.overlap.f1() == Ok(1.0), "{differ} differ");
    }
}

#[test]
fn what_is_marked_by_chance_agrees_by_chance() {
    let mut sums = [0.0; 4];
    let (rounds, seeds) = (24, 40);
    for seed in seeds..seeds + rounds {
        // Everybody's work, moved along the text by different ways: only chance is left.
        let mut gathered = gathered(&team(&[gold(), gold()], false));
        let mut chance = Chance::new(seed);
        for page in &mut gathered.corpus.pages {
            for own in &mut page.units {
                let by = chance.below(page.length as usize) as u32;
                for unit in own.iter_mut() {
                    for piece in unit.pieces.iter_mut() {
                        let room = page.length - piece.len();
                        let start = (piece.start().0 + by) % (room + 1);
                        *piece = hashiya::core::range::TextRange::of(start, start + piece.len());
                    }
                    unit.pieces.sort_unstable();
                }
            }
        }
        let report = survey(&gathered);
        let all = &report.pairs[0].all;
        let found = [all.cohen, all.alpha, report.all.as_ref().unwrap().fleiss];
        let found = found.into_iter().map(Result::unwrap).chain([gamma(&gathered, &[0, 1]).unwrap().value]);
        sums.iter_mut().zip(found).for_each(|(sum, found)| *sum += found / rounds as f64);
    }
    assert!(sums.iter().all(|mean| mean.abs() < 0.05), "{sums:?}");
}

#[test]
fn every_span_is_in_one_cell_of_the_confusion() {
    for seed in 0..4 {
        let state = team(&works(2, 0.6, seed), false);
        let gathered = gathered(&state);
        let cells = confusion(&gathered.corpus, 0, 1);
        let (mut first, mut second) = (BTreeSet::new(), BTreeSet::new());
        for (&(row, column), couples) in &cells {
            for couple in couples {
                let Couple { page, first: one, second: other } = *couple;
                let units = &gathered.corpus.pages[page].units;
                assert_eq!((row, column), (one.map(|one| units[0][one].label), other.map(|other| units[1][other].label)));
                assert!(
                    one.is_none_or(|one| first.insert((page, one))) && other.is_none_or(|other| second.insert((page, other)))
                );
                let (document, left, right) = gathered.couple(0, 1, couple).unwrap();
                let told = |id: Option<&SpanId>| id.map(|id| state.span(document, id).unwrap().label.clone());
                let label = |label: Option<usize>| label.map(|label| gathered.labels[label].clone());
                assert_eq!((told(left), told(right)), (label(row), label(column)));
                if let (Some(one), Some(other)) = (one, other) {
                    assert!(units[0][one].shared(&units[1][other]) > 0);
                }
            }
        }
        let of = |who: usize| gathered.corpus.pages.iter().map(|page| page.units[who].len()).sum::<usize>();
        assert_eq!((first.len(), second.len()), (of(0), of(1)));
        let shared = survey(&gathered).pairs[0].all.spans;
        let diagonal = cells.iter().filter(|((row, column), _)| row == column).map(|(_, couples)| couples.len()).sum::<usize>();
        assert!(diagonal >= shared.exact.shared && diagonal <= shared.overlap.shared);
    }
}

#[test]
fn where_a_measure_says_nothing_it_says_why() {
    let nobody = gathered(&team(&[Vec::new(), Vec::new()], false));
    let pair = &survey(&nobody).pairs[0];
    assert!(measures(&pair.all)[..3].iter().all(|(_, measure)| *measure == Err(Why::NothingMarked)));
    assert_eq!((pair.all.cohen, pair.all.alpha), (Err(Why::NoVariety), Err(Why::NoVariety)));
    assert_eq!((pair.all.alpha_u, gamma(&nobody, &[0, 1])), (Err(Why::NothingMarked), Err(Why::NothingMarked)));
    assert_eq!(pair.entities.conll(), Err(Why::NothingJoined));
    assert_eq!(pair.relations.1.f1(), Err(Why::NothingMarked));
    let one = gathered(&team(&[gold(), Vec::new()], false));
    let pair = &survey(&one).pairs[0];
    assert_eq!((pair.all.spans.exact.precision(), pair.all.spans.exact.f1()), (Err(Why::OneMarkedNothing), Ok(0.0)));
    assert_eq!(gamma(&one, &[0, 1]), Err(Why::OneMarkedNothing));
    let alone = gathered(&team(&[gold()], false));
    assert_eq!(gamma(&alone, &[0]), Err(Why::OneAnnotator));
    let report = survey(&alone);
    assert_eq!(report.all.map(|all| (all.fleiss, all.f1)), Some((Err(Why::OneAnnotator), [Err(Why::OneAnnotator); 3])));
    let mut empty = one.clone();
    empty.corpus.pages.iter_mut().for_each(|page| page.tokens.clear());
    assert_eq!(survey(&empty).pairs[0].all.cohen, Err(Why::NoTokens));
}

#[test]
fn leftovers_of_a_website_and_other_documents_do_not_count() {
    let gathered = gathered(&team(&works(2, 0.3, 1), true));
    let [first, second] = &*gathered.corpus.pages else { panic!("two reports") };
    // The first report ends in 57 code points that are not its own.
    assert_eq!((first.length, second.length), (5590 - 57, 2968));
    let only = gathered.only(1);
    assert_eq!(only.corpus.pages, std::slice::from_ref(second));
    let (all, alone) = (survey(&gathered), survey(&only));
    assert!(alone.pairs[0].all.spans.exact.first < all.pairs[0].all.spans.exact.first);
    assert!(alone.pairs[0].entities.conll().is_ok());
}
