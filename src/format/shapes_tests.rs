//! The laws of relations, events, entities and links; here, since they are proved through the file too.

use crate::core::command::{self, Command, Context, SpanRef};
use crate::core::fixture::{NOW, bare_span, document, ids, world};
use crate::core::ids::{IdMaker, Writer};
use crate::core::op::{Change, Item, KindList, Op};
use crate::core::range::TextRange;
use crate::core::record::Collection;
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::shapes::edit_kinds::{self, Leftovers};
use crate::core::shapes::kinds::Kinds;
use crate::core::shapes::{End, LinkKind, Relation, Shapes, attribute, entity, event, label, link, make, relate};
use crate::core::state::State;
use crate::core::transaction::Transaction;
use crate::format::shape::{self, Shape};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

const FIRST: &str =
    "ترأس [PERS:بريت ماكغورك]، [OCC:مستشار البيت الأبيض]، [EVENT:محادثات] مع [PERS:علي باقري] في [GPE:عُمان] و[GPE:عمان]";

fn context(number: u32) -> Context {
    Context { now: format!("2026-02-03T00:00:00.{number:03}Z"), ids: IdMaker::new(&Writer::new("w"), number), annotator: None }
}

fn kinds() -> [(KindList, Value); 4] {
    [
        (
            KindList::Attributes,
            json!([
                {"id": "figure", "type": "number", "labels": ["GPE"], "required": true},
                {"id": "sure", "type": "choice", "values": [{"id": "yes"}, {"id": "no"}]},
            ]),
        ),
        (
            KindList::RelationTypes,
            json!([
                {"id": "post", "name": {"ar": "منصب", "en": "post"}, "rules": [{"from": ["PERS"], "to": ["OCC"]}]},
                {"id": "near", "symmetric": true, "rules": [{"from": ["GPE"], "to": ["GPE", "PERS"]}]},
                {"id": "any"},
                {"id": "old", "retired": true},
            ]),
        ),
        (
            KindList::EventTypes,
            json!([{"id": "talks", "trigger_labels": ["EVENT"], "roles": [
                {"id": "party", "labels": ["PERS", "GPE"], "min": 1, "max": 2}, {"id": "place", "labels": ["GPE"]},
            ]}]),
        ),
        (KindList::DocumentLabels, json!([{"id": "report", "name": {"ar": "تقرير", "en": "report"}}])),
    ]
}

/// Two documents with spans, and types for all shapes. The spans of the first are s1 to s6, of the second t1 and t2.
fn start() -> State {
    let mut state = world(FIRST);
    let tagset = Rc::make_mut(&mut state.tagset);
    for (list, kinds) in kinds() {
        tagset.extra = tagset.extra.with(list.field(), Some(kinds));
    }
    let span = |id, label, start, end| Op::Add(Item::Span("other".into(), Rc::new(bare_span(id, label, start, end))));
    let ops = [
        Op::Add(Item::Document(Rc::new(document("other", "محادثات في مسقط عاصمة عُمان")))),
        span("t1", "EVENT", 0, 7),
        span("t2", "GPE", 22, 27),
    ];
    ops.iter().fold(state, |state, op| state.apply(op).expect("the fixture applies"))
}

fn at(id: &str) -> SpanRef {
    (if id.starts_with('t') { "other" } else { "doc" }.into(), id.into())
}

/// Applies a change and proves the laws of all changes on it.
fn lawful(state: &State, transaction: &Transaction) -> State {
    let after = transaction.apply(state).unwrap_or_else(|misfit| panic!("{misfit:?}: {transaction:?}"));
    assert_eq!(transaction.inverse().apply(&after).as_ref(), Ok(state), "undo of {transaction:?}");
    let json = serde_json::from_str(&shape::text(transaction)).expect("JSON");
    assert_eq!(Transaction::get(&json).as_ref(), Some(transaction));
    whole(&after);
    after
}

/// Nothing names what is not there, nothing is said twice, pieces have gaps between them.
fn whole(state: &State) {
    let spans = |id: &str| state.documents.iter().any(|home| home.spans.get(&id.into()).is_some());
    let shapes = Shapes::of(state);
    for record in state.records.iter() {
        assert!(record.spans().all(spans), "{record:?}");
    }
    let count = shapes.relations().len() + shapes.events().len() + shapes.entities().len() + shapes.links().len();
    assert_eq!(count + shapes.document_labels().len(), state.records.len(), "each record reads");
    for (place, one) in shapes.relations().iter().enumerate() {
        let same = |other: &Rc<Relation>| (&other.kind, &other.from, &other.to) == (&one.kind, &one.from, &one.to);
        assert!(!shapes.relations()[place + 1..].iter().any(same), "{one:?}");
    }
    for span in state.documents.iter().flat_map(|home| home.spans.iter()) {
        let pieces = span.pieces().collect::<Vec<_>>();
        assert!(pieces.windows(2).all(|pair| pair[0].end() < pair[1].start()) && span.fragments.len() != 1);
        assert_eq!(span.range, TextRange::new(pieces[0].start(), pieces[pieces.len() - 1].end()));
    }
}

fn make_all(state: &State) -> State {
    let mut state = state.clone();
    let mut number = 0;
    let mut go = |work: &dyn Fn(&State, &mut Context) -> Result<Transaction, Refusal>| {
        number += 1;
        let made = work(&state, &mut context(number)).expect("allowed");
        state = lawful(&state, &made);
        Shapes::of(&state)
    };
    go(&|state, context| relate::add(state, context, "post", &at("s1"), &at("s2")));
    let event = go(&|state, context| event::add(state, context, "talks", &at("s3"))).events()[0].id.clone();
    go(&|state, context| event::add_role(state, context, &event, "party", &at("s1")));
    go(&|state, context| event::add_role(state, context, &event, "place", &at("s5")));
    let other = go(&|state, context| event::add(state, context, "talks", &at("t1"))).events()[1].id.clone();
    go(&|state, context| entity::add(state, context, &[at("s5"), at("t2")], ""));
    let ends = (End::Event(event.clone()), End::Event(other.clone()));
    go(&|state, context| link::add(state, context, &LinkKind::Same, &ends.0, &ends.1, " الحدث نفسه "));
    go(&|state, context| label::toggle(state, context, &"doc".into(), "report"));
    go(&|state, context| attribute::set(state, context, &at("s5"), "figure", Some(json!(99))));
    state
}

#[test]
fn every_shape_is_made_read_and_found_at_its_spans() {
    let state = make_all(&start());
    let shapes = Shapes::of(&state);
    let on = shapes.on_span(&"s1".into());
    assert_eq!((on.relations.len(), on.events.len(), on.entities.len()), (1, 1, 0));
    let place = shapes.on_span(&"s5".into());
    assert_eq!((place.entities[0].name.as_str(), place.entities[0].kind.as_deref()), ("عُمان", Some("GPE")));
    assert_eq!(shapes.together(&at("s5")), [at("t2")]);
    let trigger = shapes.on_span(&"s3".into());
    assert_eq!((trigger.links[0].kind.clone(), trigger.links[0].note.as_str()), (LinkKind::Same, "الحدث نفسه"));
    assert_eq!(shapes.together(&at("s3")), [at("t1")]);
    assert_eq!(shapes.document_labels()[0].label, "report");
}

#[test]
fn what_stands_on_a_span_goes_or_lets_go_of_it_and_one_undo_brings_all_back() {
    let state = make_all(&start());
    let delete = |state: &State, ids: &[&str]| {
        let command = Command::Delete(ids.iter().map(|id| at(id)).collect());
        lawful(state, &command::run(state, &mut context(90), &command).expect("deleted"))
    };
    let shapes = Shapes::of(&delete(&state, &["s1"]));
    assert!(shapes.relations().is_empty());
    assert_eq!(shapes.events()[0].roles, [("place".to_owned(), "s5".into())]);
    let shapes = Shapes::of(&delete(&state, &["s3"]));
    assert_eq!((shapes.events()[0].trigger.clone(), shapes.events()[0].roles.len()), (None, 2));
    assert_eq!(shapes.links().len(), 1, "the event is still there");
    let shapes = Shapes::of(&delete(&state, &["s1", "s3", "s5"]));
    assert_eq!((shapes.events().len(), shapes.links().len()), (1, 0));
    assert_eq!(shapes.entities()[0].mentions, [at("t2")]);
    let shapes = Shapes::of(&delete(&state, &["t1"]));
    assert_eq!((shapes.events().len(), shapes.links().len()), (1, 0));
    let removed = make::remove(&state, &make::name(Collection::Events, &Shapes::of(&state).events()[0].id)).expect("removed");
    assert!(Shapes::of(&lawful(&state, &removed)).links().is_empty());
}

#[test]
fn a_record_that_waits_for_its_span_is_neither_shown_nor_written_and_is_there_again_with_it() {
    let state = make_all(&start());
    let span = state.span(&"doc".into(), &"s1".into()).expect("a span").clone();
    // As another writer, who did not know of the relation, takes it away.
    let without = state.apply(&Op::Remove(Item::Span("doc".into(), span.clone()))).expect("applied");
    let shapes = Shapes::of(&without);
    assert_eq!((shapes.relations().len(), shapes.events()[0].roles.len()), (0, 1));
    let file = crate::format::native::write(&without, NOW, &Default::default()).expect("written");
    let read = crate::format::native::read(&file).expect("read");
    assert!(read.state.records.iter().all(|record| record.collection != Collection::Relations));
    let back = without.apply(&Op::Add(Item::Span("doc".into(), span))).expect("applied");
    assert_eq!(Shapes::of(&back).relations().len(), 1);
}

#[test]
fn rules_say_what_may_be_joined_and_why_not() {
    let state = make_all(&start());
    let why = |kind: &str, from: &str, to: &str| relate::add(&state, &mut context(99), kind, &at(from), &at(to)).err();
    let shape = |why| Some(Refusal::Shape(why));
    assert_eq!(why("post", "s1", "s2"), shape(ShapeRefusal::AlreadyThere));
    assert_eq!(why("post", "s2", "s1"), shape(ShapeRefusal::NotAllowed("post".into(), "OCC".into(), true)));
    assert_eq!(why("post", "s4", "s5"), shape(ShapeRefusal::NotAllowed("post".into(), "GPE".into(), false)));
    assert_eq!(why("any", "s1", "s1"), shape(ShapeRefusal::SameSpan));
    assert_eq!(why("any", "s1", "t2"), shape(ShapeRefusal::OtherDocument));
    assert_eq!((why("none", "s1", "s2"), why("any", "s1", "s9")), (Some(Refusal::Gone), Some(Refusal::Gone)));
    assert_eq!(why("near", "s4", "s5"), None, "a symmetric rule holds both ways");
    let offers = relate::allowed(&state, &at("s2"), &at("s4"));
    let brief = offers.iter().map(|offer| (offer.kind.as_str(), offer.reversed, offer.why_not.is_none())).collect::<Vec<_>>();
    assert_eq!(brief, [("any", false, true), ("post", true, true), ("any", true, true), ("near", false, false)]);
    let event = Shapes::of(&state).events()[0].id.clone();
    let role = |role: &str, span: &str| event::add_role(&state, &context(99), &event, role, &at(span)).err();
    assert_eq!(role("party", "s1"), shape(ShapeRefusal::AlreadyThere));
    assert_eq!(role("party", "s2"), shape(ShapeRefusal::NotAllowed("party".into(), "OCC".into(), false)));
    assert_eq!(role("place", "s3"), shape(ShapeRefusal::SameSpan));
    let full = lawful(&state, &event::add_role(&state, &context(99), &event, "party", &at("s4")).expect("a second"));
    let third = event::add_role(&full, &context(100), &event, "party", &at("s6"));
    assert_eq!(third.err(), shape(ShapeRefusal::RoleFull("party".into())));
    assert_eq!(
        event::add(&state, &mut context(99), "talks", &at("s1")).err(),
        shape(ShapeRefusal::TriggerNotAllowed("talks".into(), "PERS".into()))
    );
    let shapes = Shapes::of(&state);
    let span = |id| End::Span(at(id));
    assert_eq!(link::fits(&shapes, &span("s1"), &span("s2")), Err(ShapeRefusal::SameDocument));
    assert_eq!(link::fits(&shapes, &span("s1"), &span("t1")), Ok(()));
    assert_eq!(link::fits(&shapes, &span("s1"), &End::Entity(shapes.entities()[0].id.clone())), Err(ShapeRefusal::OtherDocument));
}

#[test]
fn values_are_typed_in_any_digits_and_ids_out_of_addresses() {
    let kind = |name: &str| json!([{"id": "a", "type": name, "values": [{"id": "yes"}]}]);
    let read = |name: &str, typed: &str| {
        let mut tagset = crate::core::tagset::Tagset::wojood();
        tagset.extra = tagset.extra.with("attributes", Some(kind(name)));
        attribute::parse(&Kinds::of(&tagset).attributes[0], typed)
    };
    assert_eq!(read("number", "١٬٠٢٤٫٥"), Ok(Some(serde_json::from_str("1024.5").expect("a number"))));
    assert_eq!(read("number", " −۳ "), Ok(Some(json!(-3))));
    assert_eq!((read("number", "99 هجومًا"), read("number", "")), (Err(ShapeRefusal::BadNumber), Ok(None)));
    assert_eq!(read("date", "٢٠٢٤/٢/٢٩"), Ok(Some("2024-02-29".into())));
    assert_eq!((read("date", "2024-1"), read("date", "2024")), (Ok(Some("2024-01".into())), Ok(Some("2024".into()))));
    for wrong in ["2023-02-29", "2024-13", "24", "2024-01-01-01", "يناير"] {
        assert_eq!(read("date", wrong), Err(ShapeRefusal::BadDate), "{wrong}");
    }
    for (typed, id) in [
        ("Q794", Some("Q794")),
        (" q٧٩٤ ", Some("Q794")),
        ("https://www.wikidata.org/wiki/Q794#sitelinks", Some("Q794")),
        ("https://ar.wikipedia.org/wiki/إيران", Some("https://ar.wikipedia.org/wiki/إيران")),
        ("Q0", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("http://example.org", None),
        ("إيران", None),
    ] {
        assert_eq!(entity::outside_id(typed).as_deref(), id, "{typed}");
    }
}

#[test]
fn a_type_in_use_does_not_vanish_unsaid() {
    let state = make_all(&start());
    let remove = |list, id: &str, what: Option<Leftovers>| edit_kinds::remove(&state, &context(99), list, id, what.as_ref());
    assert_eq!(remove(KindList::RelationTypes, "post", None), Err(Refusal::Shape(ShapeRefusal::KindInUse(1))));
    let given = remove(KindList::RelationTypes, "post", Some(Leftovers::Retype("any".into()))).expect("removed");
    assert_eq!(Shapes::of(&lawful(&state, &given)).relations()[0].kind, "any");
    let gone = remove(KindList::EventTypes, "talks", Some(Leftovers::Delete)).expect("removed");
    let after = lawful(&state, &gone);
    assert_eq!((Shapes::of(&after).events().len(), Shapes::of(&after).links().len()), (0, 0));
    let bare = remove(KindList::Attributes, "figure", Some(Leftovers::Delete)).expect("removed");
    assert!(lawful(&state, &bare).documents[0].spans.iter().all(|span| span.attributes.is_empty()));
    for list in KindList::ALL {
        let added = edit_kinds::put(&state, list, json!({"id": "new", "name": {"ar": "جديد", "en": "new"}})).expect("added");
        let state = lawful(&state, &added);
        let shifted = edit_kinds::shift(&state, list, "new", false).expect("moved up");
        lawful(&state, &shifted);
        assert_eq!(edit_kinds::shift(&state, list, "new", true), Err(Refusal::NoChange));
        lawful(&state, &edit_kinds::retire(&state, list, "new", true).expect("retired"));
    }
}

#[test]
fn two_who_add_mentions_to_one_entity_both_do_in_either_order() {
    let state = make_all(&start());
    let id = Shapes::of(&state).entities()[0].id.clone();
    let one = entity::mention(&state, &context(50), &id, &[at("s6")]).expect("mentioned");
    let other = entity::mention(&state, &context(51), &id, &[at("s4")]).expect("mentioned");
    let both = |first: &Transaction, second: &Transaction| {
        let after = second.apply(&first.apply(&state).expect("applied")).expect("applied");
        let mut mentions = Shapes::of(&after).entities()[0].mentions.clone();
        mentions.sort();
        mentions
    };
    assert_eq!(both(&one, &other), both(&other, &one));
    assert_eq!(both(&one, &other).len(), 4);
}

/// What somebody does, by numbers that choose among what is there.
fn step(state: &State, context: &mut Context, [what, a, b]: [usize; 3]) -> Result<Transaction, Refusal> {
    let shapes = Shapes::of(state);
    let spans = state.documents.iter().flat_map(|home| home.spans.iter().map(|span| (home.document.id.clone(), span.id.clone())));
    let spans = spans.collect::<Vec<_>>();
    let pick = |number: usize| spans.get(number % spans.len().max(1)).cloned().ok_or(Refusal::NoSpan);
    fn some<T>(list: &[Rc<T>], number: usize) -> Result<&T, Refusal> {
        list.get(number % list.len().max(1)).map(|one| &**one).ok_or(Refusal::Gone)
    }
    type Id = Result<Rc<str>, Refusal>;
    let relation = || -> Id { Ok(some(shapes.relations(), a)?.id.clone()) };
    let event = || -> Id { Ok(some(shapes.events(), a)?.id.clone()) };
    let entity = |number| -> Id { Ok(some(shapes.entities(), number)?.id.clone()) };
    match what {
        0 => command::run(state, context, &Command::Delete(vec![pick(a)?, pick(b)?])),
        1 => command::run(state, context, &Command::AddFragment(pick(a)?, TextRange::of(b as u32, b as u32 + 3))),
        2 => command::run(state, context, &Command::RemoveFragment(pick(a)?, b % 3)),
        3 => command::run(
            state,
            context,
            &Command::Nudge(pick(a)?, [command::Edge::Start, command::Edge::End][b % 2], b % 3 == 0, b % 2),
        ),
        4 => command::run(state, context, &Command::Tag("doc".into(), TextRange::of(a as u32, (a + b) as u32), "GPE".into())),
        5 => relate::add(state, context, ["post", "near", "any"][b % 3], &pick(a)?, &pick(b)?),
        6 => relate::reverse(state, context, &relation()?),
        7 => relate::change_kind(state, context, &relation()?, ["near", "any"][b % 2]),
        8 => event::add(state, context, "talks", &pick(a)?),
        9 => event::add_role(state, context, &event()?, ["party", "place"][b % 2], &pick(b)?),
        10 => {
            let event = some(shapes.events(), a)?;
            let (role, span) = event.roles.get(b % event.roles.len().max(1)).ok_or(Refusal::Gone)?;
            event::remove_role(state, context, &event.id, role, span)
        }
        11 => entity::add(state, context, &[pick(a)?, pick(b)?], ""),
        12 => entity::mention(state, context, &entity(a)?, &[pick(b)?, pick(a + b)?]),
        13 => {
            let entity = some(shapes.entities(), a)?;
            entity::forget(
                state,
                context,
                &entity.id,
                entity.mentions.get(b % entity.mentions.len().max(1)).ok_or(Refusal::Gone)?,
            )
        }
        14 => entity::merge(state, context, &entity(a)?, &entity(b)?),
        15 => {
            let entity = some(shapes.entities(), a)?;
            let span = entity.mentions.get(b % entity.mentions.len().max(1)).cloned().ok_or(Refusal::Gone)?;
            entity::split(state, context, &entity.id, &[span], "آخر")
        }
        16 => link::add(state, context, &LinkKind::ALL[b % 5], &End::Span(pick(a)?), &End::Span(pick(b)?), ""),
        17 => {
            let end = |number| Ok::<_, Refusal>(End::Event(some(shapes.events(), number)?.id.clone()));
            link::add(state, context, &LinkKind::Same, &end(a)?, &end(b)?, "x")
        }
        18 => {
            let end = |number| Ok::<_, Refusal>(End::Entity(some(shapes.entities(), number)?.id.clone()));
            link::add(state, context, &LinkKind::Same, &end(a)?, &end(b)?, "")
        }
        19 => label::toggle(state, context, &["doc", "other"][a % 2].into(), "report"),
        20 => attribute::set(
            state,
            context,
            &pick(a)?,
            ["figure", "sure"][b % 2],
            [None, Some(json!(b)), Some(json!("yes"))][b % 3].clone(),
        ),
        21 | 22 => {
            let record = state.records.get(a % state.records.len().max(1)).ok_or(Refusal::Gone)?;
            let name = record.name().ok_or(Refusal::Gone)?;
            if what == 21 { make::remove(state, &name) } else { make::note(state, context, &name, ["", "حاشية"][b % 2]) }
        }
        _ => command::run(state, context, &Command::Relabel(vec![pick(a)?], ["GPE", "PERS", "EVENT"][b % 3].into())),
    }
}

proptest! {
    #[test]
    fn whatever_is_done_nothing_dangles_and_undoing_all_gives_back_the_start(
        steps in prop::collection::vec((0..24_usize, 0..70_usize, 0..70_usize), 1..40)
    ) {
        let start = make_all(&start());
        let (mut state, mut done) = (start.clone(), Vec::new());
        for (number, (what, a, b)) in steps.into_iter().enumerate() {
            if let Ok(made) = step(&state, &mut context(100 + number as u32), [what, a, b]) {
                state = lawful(&state, &made);
                done.push(made);
            }
        }
        let back = done.iter().rev().fold(state, |state, made| made.inverse().apply(&state).expect("undone"));
        prop_assert_eq!(back, start);
    }
}

#[test]
fn a_change_of_a_record_that_is_not_there_does_not_fit() {
    let state = start();
    let change = Op::Change(Change::Record {
        record: make::name(Collection::Relations, "none"),
        field: "type".into(),
        before: None,
        after: Some("x".into()),
        at: (String::new(), NOW.into()),
    });
    assert!(state.apply(&change).is_err());
    assert_eq!(relate::reverse(&state, &context(1), "none"), Err(Refusal::Gone));
    let mut other = ids();
    assert_ne!(other.next_id(), context(1).ids.next_id());
}
