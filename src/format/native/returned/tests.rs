//! What returned files do to the project of whoever leads.

use super::*;
use crate::core::fixture::{self, ids, world};
use crate::core::op::Item;
use crate::core::project::Role;
use crate::core::span::Span;
use crate::format::native::write_whole;
use std::rc::Rc;

const NOW: &str = "2026-03-01T00:00:00Z";
const WORDS: &str = "زار محمود عباس القاهرة ولندن";

/// A project on the same words in which this set of one's own holds what is marked.
fn by(annotator: Option<&str>, set: &str, marked: &str) -> State {
    let mut state = world(marked);
    let old = state.sets[0].clone();
    state.sets = Rc::new(vec![AnnotationSet { id: set.into(), annotator: annotator.map(str::to_owned), ..old }]);
    for document in &mut state.documents {
        let own = |span: &Rc<Span>| {
            Rc::new(Span { set: set.into(), id: format!("{set}-{}", span.id).as_str().into(), ..Span::clone(span) })
        };
        let spans = crate::core::span_set::SpanSet::from_spans(document.spans.iter().map(own).collect());
        *document = Rc::new(crate::core::state::DocumentState { spans, ..(**document).clone() });
    }
    state
}

fn file(name: &str, state: &State, at: &str) -> (String, Result<String, FileFault>) {
    (name.to_owned(), Ok(write_whole(state, at).expect("a file")))
}

fn gathered(state: &State, files: Vec<(String, Result<String, FileFault>)>) -> (State, Vec<Came>) {
    let (mut returning, mut ids) = (Returning::over(state), ids());
    for (name, text) in files {
        returning.take(name, text.as_deref().map_err(|fault| *fault), NOW, &mut ids);
    }
    let gathering = returning.done();
    let Some(transaction) = gathering.transaction else { return (state.clone(), gathering.files) };
    let after = transaction.apply(state).expect("it fits");
    assert_eq!(transaction.inverse().apply(&after).expect("it is undone"), *state, "one step takes it back");
    (after, gathering.files)
}

fn taken(came: &Came) -> &Taken {
    match came {
        Came::Taken(taken) => taken,
        other => panic!("{other:?}"),
    }
}

fn of(state: &State, set: &SetId) -> Vec<String> {
    let document = &state.documents[0];
    let own = document.spans.iter().filter(|span| span.set == *set);
    own.map(|span| format!("{}:{}", span.label, document.document.text.slice(span.range))).collect()
}

fn lead() -> State {
    by(None, "lead", "زار [PERS:محمود عباس] القاهرة ولندن")
}

#[test]
fn own_sets_of_others_are_received_by_name_as_one_step() {
    let hind = by(Some("هند"), "h", "زار [PERS:محمود عباس] [GPE:القاهرة] ولندن");
    let zayd = by(Some("زيد"), "z", "زار [PERS:محمود] عباس [GPE:القاهرة] و[GPE:لندن]");
    let (after, files) = gathered(&lead(), vec![file("a.json", &hind, NOW), file("b.json", &zayd, NOW)]);
    assert_eq!(files.len(), 2);
    assert!(files.iter().all(|came| !came.is_fault() && taken(came).sets[0].how == How::New), "{files:?}");
    let sets = after.sets.iter().map(|set| (set.id.as_str(), set.annotator.as_deref(), set.role)).collect::<Vec<_>>();
    assert_eq!(sets, [("lead", None, Role::Own), ("h", Some("هند"), Role::Received), ("z", Some("زيد"), Role::Received)]);
    assert_eq!(of(&after, &"z".into()), ["PERS:محمود", "GPE:القاهرة", "GPE:لندن"]);
    assert_eq!(of(&after, &"lead".into()), ["PERS:محمود عباس"]);
    // The spans are as the file has them.
    for span in hind.documents[0].spans.iter() {
        assert_eq!(after.documents[0].spans.get(&span.id), Some(span));
    }
}

#[test]
fn two_who_began_with_the_same_file_stay_two() {
    let start = lead();
    let hind = by(Some("هند"), "lead", "زار [PERS:محمود عباس] [GPE:القاهرة] ولندن");
    let zayd = by(Some("زيد"), "lead", "زار [PERS:محمود عباس] القاهرة و[GPE:لندن]");
    let (after, _) = gathered(&start, vec![file("a.json", &hind, NOW), file("b.json", &zayd, NOW)]);
    let roles = after.sets.iter().map(|set| set.role).collect::<Vec<_>>();
    assert_eq!(roles, [Role::Own, Role::Received, Role::Received]);
    assert_eq!(of(&after, &after.sets[0].id), ["PERS:محمود عباس"]);
    assert_eq!(of(&after, &after.sets[1].id), ["PERS:محمود عباس", "GPE:القاهرة"]);
    assert_eq!(of(&after, &after.sets[2].id), ["PERS:محمود عباس", "GPE:لندن"]);
    // Again, and it is known.
    let (again, files) = gathered(&after, vec![file("b.json", &zayd, NOW)]);
    assert_eq!((again, taken(&files[0]).sets[0].how), (after, How::Same));
}

#[test]
fn a_later_file_takes_the_place_of_an_earlier_one_and_an_earlier_one_does_not() {
    let first = by(Some("هند"), "h", "زار [PERS:محمود عباس] [GPE:القاهرة] ولندن");
    let (once, _) = gathered(&lead(), vec![file("a.json", &first, NOW)]);
    let second = by(Some("هند"), "h", "زار محمود عباس [GPE:القاهرة] و[GPE:لندن]");
    // Ids follow from the order of the marks, so each says something else now.
    let mut second = second;
    let renamed =
        |span: &Rc<Span>| Rc::new(Span { id: format!("h-{}", span.range.start().0).as_str().into(), ..Span::clone(span) });
    let spans = second.documents[0].spans.iter().map(renamed).collect();
    Rc::make_mut(&mut second.documents[0]).spans = crate::core::span_set::SpanSet::from_spans(spans);
    Rc::make_mut(&mut second.documents[0]).status = Status::Done;
    let (twice, files) = gathered(&once, vec![file("a (1).json", &second, "2026-03-02T00:00:00Z")]);
    let told = taken(&files[0]);
    assert_eq!((told.sets[0].how, told.removed), (How::Updated, 1), "{told:?}");
    assert_eq!(of(&twice, &"h".into()), ["GPE:القاهرة", "GPE:لندن"]);
    assert_eq!(status_of(&twice.sets[1], &"doc".into()), Some(Status::Done));
    assert_eq!(twice.documents[0].status, Status::New, "one's own status stays");
    let (thrice, files) = gathered(&twice, vec![file("a.json", &first, NOW)]);
    assert_eq!((thrice, taken(&files[0]).sets[0].how), (twice, How::Older));
}

#[test]
fn a_different_text_is_refused_and_named() {
    let other = by(Some("هند"), "h", "زار [PERS:محمود عباس] القاهرة وباريس");
    let (after, files) = gathered(&lead(), vec![file("a.json", &other, NOW)]);
    assert!(files[0].is_fault());
    assert_eq!(taken(&files[0]).other_texts, [OtherText { title: "doc".to_owned(), spans: 1 }]);
    assert_eq!(after, lead(), "nothing changed");
}

#[test]
fn what_was_handed_out_does_not_come_back() {
    let hind = by(Some("هند"), "h", "زار [PERS:محمود عباس] القاهرة ولندن");
    let (mut both, _) = gathered(&hind, vec![file("lead.json", &by(Some("أمل"), "lead", WORDS), NOW)]);
    both = both
        .apply(&Op::Add(Item::Span("doc".into(), Rc::new(Span { set: "lead".into(), ..fixture::bare_span("x", "GPE", 0, 3) }))))
        .expect("it fits");
    let start = by(Some("أمل"), "lead", WORDS);
    let (after, files) = gathered(&start, vec![file("a.json", &both, NOW)]);
    assert_eq!(taken(&files[0]).left_out, 1);
    assert!(of(&after, &"lead".into()).is_empty());
    assert_eq!(of(&after, &"h".into()), ["PERS:محمود عباس"]);
}

#[test]
fn one_s_own_file_is_told_from_that_of_others() {
    let (after, files) = gathered(&lead(), vec![file("mine.json", &lead(), NOW)]);
    assert_eq!((after, taken(&files[0]).sets[0].how), (lead(), How::Ours));
    // Somebody else who gave no name has the file's.
    let nameless = by(None, "n", "زار محمود عباس [GPE:القاهرة] ولندن");
    let (after, _) = gathered(&lead(), vec![file("in/returned (2).json", &nameless, NOW)]);
    assert_eq!(after.sets[1].annotator.as_deref(), Some("returned"));
}
