//! What other software says of the same spans.

use crate::fixtures::{cases, corpus, fields, list, near};
use hashiya::core::agreement::coreference::{Score, scores};
use hashiya::core::agreement::gamma::Walk;
use hashiya::core::agreement::gamma::align::Alignment;
use hashiya::core::agreement::gamma::apart::Mark;
use hashiya::core::agreement::nominal::{Spreads, Table};
use hashiya::core::agreement::spans::{Limits, overlapping, same};
use hashiya::core::agreement::tokens::Coded;
use hashiya::core::agreement::{Tally, Which, unitizing};
use serde_json::Value;

const F1: f64 = 1e-9;

fn pair(value: &Value) -> (usize, usize) {
    (value["pair"][0].as_u64().unwrap() as usize, value["pair"][1].as_u64().unwrap() as usize)
}

/// Precision, recall and F1; what has no value here is 0 elsewhere.
fn same_tally(what: &str, tally: Tally, told: &Value) {
    for (place, measure) in [tally.precision(), tally.recall(), tally.f1()].into_iter().enumerate() {
        near(what, measure.unwrap_or(0.0), &told[place], F1);
    }
}

#[test]
fn f1_is_that_of_seqeval_scikit_learn_and_nervaluate() {
    let mut held = 0;
    for case in cases("spans") {
        let (corpus, labels) = corpus(&case);
        let units = &corpus.pages[0].units;
        for told in list(&case["pairs"]) {
            let (one, other) = pair(&told);
            let (one, other) = (&units[one], &units[other]);
            let what = case["name"].as_str().unwrap();
            same_tally(what, same(one, other, Limits::Exact, Which::Labelled), &told["exact"]["labelled"]);
            if let Some(bare) = told["exact"].get("unlabelled") {
                same_tally(what, same(one, other, Limits::Exact, Which::Unlabelled), bare);
            }
            for (label, told) in fields(&told["exact"]["labels"]) {
                let label = Which::Label(labels.iter().position(|own| *own == label).unwrap());
                same_tally(what, same(one, other, Limits::Exact, label), &told);
            }
            if let Some(told) = told.get("overlap") {
                same_tally(what, overlapping(one, other, Which::Labelled), &told["labelled"]);
                same_tally(what, overlapping(one, other, Which::Unlabelled), &told["unlabelled"]);
                held += 1;
            }
        }
    }
    assert!(held >= 5, "{held} pairs with overlap");
}

#[test]
fn kappa_and_nominal_alpha_are_those_of_scikit_learn_statsmodels_and_krippendorff() {
    for case in cases("spans") {
        let Some(told) = case.get("tokens_say") else { continue };
        let (corpus, labels) = corpus(&case);
        let coded = Coded::of(&corpus);
        let what = case["name"].as_str().unwrap();
        let mut spreads = Spreads::begin(&coded);
        spreads.count(&coded, 0..coded.tokens / 2);
        spreads.count(&coded, coded.tokens / 2..coded.tokens);
        let all = spreads.all;
        near(what, all.fleiss().unwrap(), &told["fleiss"], F1);
        near(what, all.alpha().unwrap(), &told["alpha"], F1);
        for (label, told) in fields(&told["labels"]) {
            let spread = &spreads.labels[labels.iter().position(|own| *own == label).unwrap()];
            near(what, spread.fleiss().unwrap(), &told["fleiss"], F1);
            near(what, spread.alpha().unwrap(), &told["alpha"], F1);
        }
        for told in list(&told["pairs"]) {
            let (one, other) = pair(&told);
            let table = Table::of(&coded.codes[one], &coded.codes[other]);
            near(what, table.cohen().unwrap(), &told["cohen"], F1);
            near(what, table.spread().alpha().unwrap(), &told["alpha"], F1);
            for (label, told) in fields(&told["labels"]) {
                let yes = coded.having(labels.iter().position(|own| *own == label).unwrap());
                near(what, table.yes_or_no(&yes).cohen().unwrap(), &told, F1);
            }
        }
    }
}

#[test]
fn alpha_of_unitizing_is_that_of_dkpro_statistics() {
    for case in cases("spans") {
        let (corpus, labels) = corpus(&case);
        let what = case["name"].as_str().unwrap();
        let found = unitizing::alpha(&corpus, &(0..corpus.annotators).collect::<Vec<_>>());
        near(what, found.all.unwrap(), &case["alpha_u"]["all"], 1e-9);
        for (label, told) in fields(&case["alpha_u"]["labels"]) {
            near(what, found.labels[labels.iter().position(|own| *own == label).unwrap()].unwrap(), &told, 1e-9);
        }
    }
}

#[test]
fn entities_are_scored_as_by_coval_and_scorch() {
    for case in cases("entities") {
        let clusters = |field: &str| {
            let numbers = |cluster: Value| list(&cluster).iter().map(|mention| mention.as_u64().unwrap() as usize).collect();
            list(&case[field]).into_iter().map(numbers).collect::<Vec<Vec<usize>>>()
        };
        let found = scores(&clusters("first"), &clusters("second"));
        let what = case["name"].as_str().unwrap();
        let held = |score: Score, field: &str| {
            for (place, measure) in [score.precision(), score.recall(), score.f1()].into_iter().enumerate() {
                near(&format!("{what}, {field}"), measure.unwrap_or(0.0), &case[field][place], 1e-9);
            }
        };
        held(found.muc, "muc");
        held(found.b_cubed, "b_cubed");
        held(found.ceaf_mentions, "ceaf_mentions");
        held(found.ceaf_entities, "ceaf_entities");
        near(what, found.conll().unwrap(), &case["conll"], 1e-9);
    }
}

#[test]
fn gamma_is_that_of_pygamma_agreement() {
    for case in cases("gamma") {
        let (corpus, _) = corpus(&case);
        let annotators = (0..corpus.annotators).collect::<Vec<_>>();
        let mut walk = Walk::new(&corpus, &annotators, Which::Labelled).unwrap();
        let found = std::iter::from_fn(|| Some(walk.step())).flatten().next().unwrap().unwrap();
        let what = case["name"].as_str().unwrap();
        // The alignment of the work itself is the best there is. Their numbers have single precision.
        near(what, found.observed, &case["observed"], 1e-5);
        near(what, found.value, &case["apart"]["gamma"], 0.02);
        // Of few long spans on little text theirs moves several annotators alike (see gamma.py).
        if case["crowded"] == Value::Bool(false) {
            near(what, found.value, &case["as_it_is"]["gamma"], 0.02);
        }
        assert!(found.error < 0.02 * (1.0 - found.value) + 1e-9, "{what}: {found:?}");
    }
}

#[test]
fn alignments_of_samples_are_as_good_as_those_of_an_integer_programme() {
    for case in cases("gamma") {
        for drawn in list(&case["drawn"]) {
            let marks = list(&drawn["annotators"]).into_iter().map(|own| list(&own).iter().map(mark).collect::<Vec<_>>());
            let marks = marks.collect::<Vec<_>>();
            let mut alignment = Alignment::new(&marks);
            while !alignment.step() {}
            let mean = marks.iter().map(Vec::len).sum::<usize>() as f64 / marks.len() as f64;
            near(case["name"].as_str().unwrap(), alignment.disorder() / mean, &drawn["disorder"], 1e-5);
        }
    }
}

/// A mark whose label is told by its first letters, which no two share.
fn mark(value: &Value) -> Mark {
    let letters = value[2].as_str().unwrap().bytes().take(6);
    let label = letters.fold(0, |label, letter| label * 256 + usize::from(letter));
    Mark { start: value[0].as_f64().unwrap(), end: value[1].as_f64().unwrap(), label }
}
