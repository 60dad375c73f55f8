//! Twenty annotators with a thousand spans each: done in steps, none of which is long.

use hashiya::core::agreement::chance::Chance;
use hashiya::core::agreement::gamma::Walk;
use hashiya::core::agreement::gather::Gathered;
use hashiya::core::agreement::survey::Survey;
use hashiya::core::agreement::{Corpus, Page, Unit, Which};
use hashiya::core::range::TextRange;
use std::time::{Duration, Instant};

/// Words of six code points, of which every tenth or so begins a span; annotators leave out, move and relabel a fifth.
pub fn crowd(annotators: usize, spans: usize) -> Gathered {
    let words = spans as u32 * 10;
    let mut chance = Chance::new(20);
    let place = |word: u32, length: u32| TextRange::of(word * 6, word * 6 + length * 6 - 1);
    let base = (0..spans as u32).map(|span| (span * 10 + chance.below(7) as u32, 1 + chance.below(3) as u32, chance.below(20)));
    let base = base.collect::<Vec<_>>();
    let mut own = |_| {
        let unit = |&(word, length, label): &(u32, u32, usize)| match chance.below(20) {
            0 => Unit::new(place(word + 3, length), label),
            1 => Unit::new(place(word, length + 1), label),
            2 => Unit::new(place(word, length), chance.below(20)),
            _ => Unit::new(place(word, length), label),
        };
        base.iter().map(unit).collect::<Vec<_>>()
    };
    let units = (0..annotators).map(&mut own).collect();
    let tokens = (0..words).map(|word| place(word, 1)).collect();
    let corpus = Corpus { annotators, labels: 20, pages: vec![Page { length: words * 6, tokens, units }] };
    Gathered { corpus, entities: vec![Vec::new(); annotators], ..Gathered::default() }
}

/// Runs some work to its end. Says how long it took, and its longest step.
fn timed(mut step: impl FnMut() -> bool) -> (Duration, Duration, usize) {
    let (begin, mut longest, mut steps) = (Instant::now(), Duration::ZERO, 0);
    loop {
        let before = Instant::now();
        let over = step();
        longest = longest.max(before.elapsed());
        steps += 1;
        if over {
            return (begin.elapsed(), longest, steps);
        }
    }
}

#[test]
fn twenty_annotators_are_surveyed_in_small_steps() {
    let gathered = crowd(20, 1000);
    let mut survey = Survey::new(&gathered);
    let (all, longest, steps) = timed(|| survey.step(&gathered));
    println!("survey: {all:?} in {steps} steps, the longest {longest:?}");
    let report = survey.report();
    assert_eq!(report.pairs.len(), 190);
    assert!(steps > 200 && report.all.as_ref().is_some_and(|all| all.alpha_u.is_ok() && all.alpha.is_ok()));
}

/// `HASHIYA_CROWD=1` measures twenty with a thousand each; else it is a small crowd.
#[test]
fn gamma_of_a_crowd_goes_on_in_small_steps() {
    let (count, spans) = std::env::var("HASHIYA_CROWD").ok().map_or((6, 60), |_| (20, 1000));
    let gathered = crowd(count, spans);
    let everyone = (0..count).collect::<Vec<_>>();
    let mut walk = Walk::new(&gathered.corpus, &everyone, Which::Labelled).unwrap();
    let mut found = None;
    let (all, longest, steps) = timed(|| {
        found = walk.step();
        found.is_some()
    });
    println!("gamma of all: {all:?} in {steps} steps, the longest {longest:?}: {found:?}");
    let value = found.unwrap().unwrap();
    assert!(value.value > 0.6 && value.error < 0.02 && steps > 100);
    let mut walk = Walk::new(&gathered.corpus, &[0, 1], Which::Labelled).unwrap();
    let (all, longest, steps) = timed(|| walk.step().is_some());
    println!("gamma of two: {all:?} in {steps} steps, the longest {longest:?}");
}
