//! The laws of what the list of the documents does, and that each of its changes survives being written.

use super::shape::{self, Shape};
use crate::core::command::{Command, Context, run};
use crate::core::document::{Direction, Document, Status};
use crate::core::edit_documents::*;
use crate::core::fixture::{NOW, bare_span, document, ids, world};
use crate::core::history::{Act, Entry, EntryKey, History};
use crate::core::ids::DocumentId;
use crate::core::op::KindList;
use crate::core::op::{Change, Item, Op};
use crate::core::range::TextRange;
use crate::core::record::Collection;
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::shapes::{End, LinkKind, entity, label, link, relate};
use crate::core::state::State;
use crate::core::transaction::{ChangeName, Transaction};
use crate::core::travel;
use serde_json::json;
use std::rc::Rc;

/// Three documents: `doc` with two spans, `other` with one, and `third` with none.
fn start() -> State {
    let state = world("[PERS:محمود] و[PERS:عباس]\nسطر");
    let ops = [
        Op::Add(Item::Document(Rc::new(document("other", "زار محمود القاهرة")))),
        Op::Add(Item::Span("other".into(), Rc::new(bare_span("t1", "PERS", 4, 9)))),
        Op::Add(Item::Document(Rc::new(Document {
            title: "سطر".into(), title_is_ours: false, ..document("third", "سطر\nآخر")
        }))),
    ];
    ops.iter().fold(state, |state, op| state.apply(op).expect("the fixture applies"))
}

fn context() -> Context {
    Context { now: "2026-02-03T00:00:00.000Z".into(), ids: ids(), annotator: None }
}

/// Applies a change and proves the laws of all changes on it.
fn lawful(state: &State, transaction: &Transaction) -> State {
    let after = transaction.apply(state).expect("it applies");
    assert_eq!(transaction.inverse().apply(&after).as_ref(), Ok(state), "undo of {transaction:?}");
    let json = serde_json::from_str(&shape::text(transaction)).expect("JSON");
    assert_eq!(Transaction::get(&json).as_ref(), Some(transaction));
    after
}

fn order(state: &State) -> Vec<&str> {
    state.documents.iter().map(|state| state.document.id.as_str()).collect()
}

#[test]
fn a_title_is_one_line_and_stands_above_the_text_where_it_is_not_its_first() {
    let state = start();
    let after = lawful(&state, &rename(&state, &"third".into(), "  خبر\nاليوم ").expect("a title"));
    let renamed = &after.documents[2].document;
    assert_eq!((renamed.title.as_str(), renamed.title_is_ours), ("خبر اليوم", true));
    let back = lawful(&after, &rename(&after, &"third".into(), "سطر").expect("the first line"));
    assert_eq!(back, state);
    assert_eq!(rename(&state, &"third".into(), "سطر"), Err(Refusal::NoChange));
    for title in ["", " \n", "«»"] {
        assert_eq!(rename(&state, &"doc".into(), title), Err(Refusal::Shape(ShapeRefusal::NoTitle)));
    }
    assert_eq!(rename(&state, &"gone".into(), "خبر"), Err(Refusal::Gone));
    let long = rename(&state, &"doc".into(), &"ح".repeat(9_000)).expect("cut").apply(&state).expect("applies");
    assert_eq!(long.documents[0].document.title.chars().count(), TITLE_MAX);
}

#[test]
fn direction_and_language_are_set_each_for_itself() {
    let state = start();
    for direction in [Direction::Ltr, Direction::Auto] {
        let after = lawful(&state, &direct(&state, &"doc".into(), direction).expect("another direction"));
        assert_eq!(after.documents[0].document.direction, direction);
        assert_eq!(after.documents[0].spans, state.documents[0].spans);
    }
    assert_eq!(direct(&state, &"doc".into(), Direction::Rtl), Err(Refusal::NoChange));
    for (typed, tag) in [("ar-EG", "ar-EG"), (" en ", "en"), ("", "und"), ("zh-Hant-TW", "zh-Hant-TW")] {
        let after = lawful(&state, &speak(&state, &"doc".into(), typed).expect("a tag"));
        assert_eq!(after.documents[0].document.language, tag);
    }
    for typed in ["a", "عربي", "ar_EG", "ar--EG", "1ar", "ar-", "ar-abcdefghi", &"ar-".repeat(13)] {
        assert_eq!(speak(&state, &"doc".into(), typed), Err(Refusal::Shape(ShapeRefusal::BadLanguage)), "{typed}");
    }
}

#[test]
fn documents_are_moved_and_stop_at_the_ends() {
    let state = start();
    for (id, to, expected) in [
        ("doc", 1, ["other", "doc", "third"]),
        ("doc", 99, ["other", "third", "doc"]),
        ("third", 0, ["third", "doc", "other"]),
        ("other", 2, ["doc", "third", "other"]),
    ] {
        let after = lawful(&state, &place(&state, &id.into(), to).expect("another place"));
        assert_eq!(order(&after), expected);
    }
    assert_eq!(place(&state, &"third".into(), 7), Err(Refusal::NoChange));
    assert_eq!(place(&state, &"gone".into(), 0), Err(Refusal::Gone));
}

/// `start()` with a relation and a label in `doc`, an entity over both documents, a link between them, and work begun.
fn related() -> State {
    let mut context = context();
    let mut state = start();
    let mut make = |change: &dyn Fn(&State, &mut Context) -> Result<Transaction, Refusal>| {
        let transaction = change(&state, &mut context).expect("it is made");
        state = transaction.apply(&state).expect("it applies");
    };
    let at = |document: &str, span: &str| (document.into(), span.into());
    let kind = |list, kind| Op::Change(Change::Kind { list, place: 0, before: None, after: Some(Rc::new(kind)) });
    let kinds =
        vec![kind(KindList::RelationTypes, json!({"id": "near"})), kind(KindList::DocumentLabels, json!({"id": "report"}))];
    make(&|_, _| Ok(Transaction { name: ChangeName::Annotator, document: None, ops: kinds.clone() }));
    make(&|state, context| relate::add(state, context, "near", &at("doc", "s1"), &at("doc", "s2")));
    make(&|state, context| label::toggle(state, context, &"doc".into(), "report"));
    make(&|state, context| entity::add(state, context, &[at("doc", "s1"), at("other", "t1")], "محمود"));
    make(&|state, context| {
        link::add(state, context, &LinkKind::Same, &End::Span(at("doc", "s2")), &End::Span(at("other", "t1")), "")
    });
    make(&|state, context| run(state, context, &Command::Status("doc".into(), Status::Done)));
    state
}

#[test]
fn a_document_goes_with_all_that_stands_on_it_and_comes_back_whole() {
    let state = related();
    assert_eq!(state.records.len(), 4);
    for ids in [vec!["doc"], vec!["third"], vec!["doc", "third"], vec!["third", "doc", "third"], vec!["other", "doc"]] {
        let ids = ids.into_iter().map(DocumentId::from).collect::<Vec<_>>();
        let after = lawful(&state, &remove(&state, &context(), &ids).expect("they go"));
        assert!(ids.iter().all(|id| after.document(id).is_none()));
        assert!(after.records.iter().all(|record| record.document.as_ref().is_none_or(|id| after.document(id).is_some())));
        // Nothing is left that names a span which is gone.
        let spans = after.documents.iter().flat_map(|state| state.spans.iter()).map(|span| span.id.as_str()).collect::<Vec<_>>();
        assert!(after.records.iter().all(|record| record.spans().all(|span| spans.contains(&span))));
    }
    let without = remove(&state, &context(), &["doc".into()]).expect("it goes").apply(&state).expect("applies");
    let left = without.records.iter().map(|record| (record.collection, record.list("mentions").len())).collect::<Vec<_>>();
    assert_eq!(left, [(Collection::Entities, 1)], "the entity stays with its other mention");
}

#[test]
fn the_last_document_stays() {
    let state = start();
    let all = ["doc", "other", "third"].map(DocumentId::from);
    assert_eq!(remove(&state, &context(), &all), Err(Refusal::Shape(ShapeRefusal::LastDocument)));
    assert_eq!(remove(&state, &context(), &[]), Err(Refusal::NoChange));
    assert_eq!(remove(&state, &context(), &["gone".into()]), Err(Refusal::Gone));
}

#[test]
fn what_one_tab_renames_another_may_turn_round_and_each_takes_its_own_back() {
    let state = start();
    let renamed = rename(&state, &"doc".into(), "خبر").expect("a title");
    let turned = direct(&state, &"doc".into(), Direction::Ltr).expect("a direction");
    let retitled = rename(&state, &"doc".into(), "نبأ").expect("a title");
    let entry = |writer: &str, clock: u64, transaction: &Transaction| {
        let key = EntryKey { writer: writer.into(), number: clock as u32 };
        Rc::new(Entry { key, clock, at: NOW.into(), act: Act::Do, transaction: transaction.clone() })
    };
    for (later, fits) in [(&turned, true), (&retitled, false)] {
        let history = History::default().beside(Rc::new(vec!["b".into()]));
        let history = history.with(entry("a", 0, &renamed)).with(entry("b", 1, later));
        let now = later.apply(&renamed.apply(&state).expect("applies")).expect("applies");
        assert_eq!(travel::undo(&now, &history).is_ok(), fits);
    }
}

#[test]
fn a_document_that_another_tab_has_tagged_since_does_not_go() {
    let state = start();
    let removed = remove(&state, &context(), &["third".into()]).expect("it goes");
    let tagged = run(&state, &mut context(), &Command::Tag("third".into(), TextRange::of(0, 3), "PERS".into())).expect("a tag");
    let after = tagged.apply(&state).expect("applies");
    assert!(removed.apply(&after).is_err());
    assert!(tagged.apply(&removed.apply(&state).expect("applies")).is_err());
}

#[test]
fn five_hundred_documents_with_ten_thousand_spans_go_and_come_back() {
    let text = "إيران ".repeat(25);
    let mut ops = Vec::new();
    for nth in 0..500_u32 {
        let id = DocumentId::new(format!("d{nth}"));
        ops.push(Op::Add(Item::Document(Rc::new(document(id.as_str(), &text)))));
        ops.extend((0..20).map(|span| {
            let span = bare_span(&format!("w-{nth}-{span}"), "GPE", span * 6, span * 6 + 5);
            Op::Add(Item::Span(id.clone(), Rc::new(span)))
        }));
    }
    let open = Transaction { name: ChangeName::Open("500".into()), document: None, ops };
    let state = open.apply(&start()).expect("they are opened");
    let ids = (0..500).map(|nth| DocumentId::new(format!("d{nth}"))).collect::<Vec<_>>();
    let gone = remove(&state, &context(), &ids).expect("they go");
    let after = gone.apply(&state).expect("applies");
    assert_eq!(order(&after), ["doc", "other", "third"]);
    assert_eq!(gone.inverse().apply(&after), Ok(state));
}
