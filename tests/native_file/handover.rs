//! What the first program hands to the second is the project, whole and in its order.

use super::worlds::world;
use hashiya::core::state::State;
use hashiya::format::bundled::bundled;
use hashiya::format::handover::{Pieces, begun, take};
use hashiya::format::native;
use proptest::prelude::*;

/// The project as it comes out, and how many pieces came after the first.
fn handed(state: &State) -> (State, usize) {
    let (first, pieces) = Pieces::begin(state, "2026-11-22T00:00:00.000Z").expect("is written");
    let mut next = begun(&first).expect("is read");
    let pieces = pieces.map(|piece| take(&mut next, &piece).expect("fits")).count();
    (next, pieces)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_project_handed_over_in_pieces_is_the_same(state in world()) {
        prop_assert_eq!(handed(&state).0, state);
    }
}

#[test]
fn each_document_and_each_few_hundred_spans_are_a_piece() {
    let bundled = bundled();
    assert_eq!(handed(&bundled), (bundled.clone(), bundled.documents.len()));
    let example = include_str!("../../seeds/example.hashiya.json");
    let example = native::state_from(native::read(example).expect("the example reads"));
    let (same, pieces) = handed(&example);
    assert_eq!(same, example);
    let spans = example.documents.iter().map(|one| one.spans.len().div_ceil(500)).sum::<usize>();
    assert_eq!(pieces, example.documents.len() + spans + example.records.len().div_ceil(500));
    assert!(spans > 0 && !example.records.is_empty());
}
