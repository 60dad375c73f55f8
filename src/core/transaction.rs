//! A change of a project: ops that stand or fall together, and what the user would call it.

use super::document::Status;
use super::ids::{DocumentId, LabelId};
use super::op::Op;
use super::state::{Misfit, State};

/// What a change did, in data; `i18n` turns it into words in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeName {
    /// A span was made: its label and its words.
    Tag(LabelId, String),
    /// A span was deleted: its label and its words.
    Delete(LabelId, String),
    /// Several spans were deleted.
    DeleteMany(u32),
    /// A span got another label: its words and the new label.
    Relabel(String, LabelId),
    /// Several spans got another label.
    RelabelMany(u32, LabelId),
    /// An edge of a span was moved: its label and its new words.
    Move(LabelId, String),
    /// A note was written: the label and words of its span.
    Note(LabelId, String),
    /// A document's status was set: its title.
    Status(String, Status),
    /// The annotator's name was set.
    Annotator,
    /// A file was opened: its name.
    Open(String),
    /// A label was made.
    LabelAdd(LabelId),
    /// A label was changed, moved among the others, retired or brought back.
    LabelEdit(LabelId),
    /// A label was removed.
    LabelRemove(LabelId),
    /// Labels were taken from a preset or a file: its name.
    Tagset(String),
    /// The guidelines were written.
    Guidelines,
    /// Findings of lint were put right: how many.
    Fix(u32),
    /// Spellings were taught to be the same, or one was forgotten.
    Spelling(String),
    /// A suggestion was refused, or may be made again: its words.
    Refuse(String),
    /// Several places got a label: how many, and the label.
    TagMany(u32, LabelId),
    /// Suggestions were accepted, each with its own label: how many.
    Accept(u32),
    /// A fragment, an attribute, a relation, an event, an entity, a link, a kind of these, or a document was made, changed or removed:
    /// what was done, and what it was done to.
    Shape(ShapeChange, String),
}

/// What was done to something other than a span's label, limits or note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeChange {
    /// A span got another piece.
    FragmentAdd,
    /// A span lost a piece.
    FragmentRemove,
    /// An attribute got a value, or lost it.
    Attribute,
    /// Two spans were related.
    RelationAdd,
    /// A relation got another type, direction or note.
    RelationEdit,
    /// A relation was removed.
    RelationRemove,
    /// An event was made.
    EventAdd,
    /// An event got another type, trigger or note.
    EventEdit,
    /// An event was removed.
    EventRemove,
    /// A span took a role in an event.
    RoleAdd,
    /// A span left a role.
    RoleRemove,
    /// A document got a label as a whole, or lost it.
    DocumentLabel,
    /// An entity was made.
    EntityAdd,
    /// An entity got another name, type, outside id or note.
    EntityEdit,
    /// An entity was removed.
    EntityRemove,
    /// Two entities became one.
    EntityMerge,
    /// A span became a mention of an entity, or is one no more.
    Mention,
    /// Two documents were linked.
    LinkAdd,
    /// A link got another type or note.
    LinkEdit,
    /// A link was removed.
    LinkRemove,
    /// An attribute, or a type of relations, events or document labels, was made.
    KindAdd,
    /// One was changed, moved, retired or brought back.
    KindEdit,
    /// One was removed.
    KindRemove,
    /// A document got another title, direction, language or place.
    DocumentEdit,
    /// Documents were removed.
    DocumentRemove,
    /// It was settled what is to stand for what annotators said.
    Settle,
}

impl ShapeChange {
    /// All.
    pub const ALL: [Self; 26] = [
        Self::FragmentAdd,
        Self::FragmentRemove,
        Self::Attribute,
        Self::RelationAdd,
        Self::RelationEdit,
        Self::RelationRemove,
        Self::EventAdd,
        Self::EventEdit,
        Self::EventRemove,
        Self::RoleAdd,
        Self::RoleRemove,
        Self::DocumentLabel,
        Self::EntityAdd,
        Self::EntityEdit,
        Self::EntityRemove,
        Self::EntityMerge,
        Self::Mention,
        Self::LinkAdd,
        Self::LinkEdit,
        Self::LinkRemove,
        Self::KindAdd,
        Self::KindEdit,
        Self::KindRemove,
        Self::DocumentEdit,
        Self::DocumentRemove,
        Self::Settle,
    ];

    /// Its name in the journal.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FragmentAdd => "fragment_add",
            Self::FragmentRemove => "fragment_remove",
            Self::Attribute => "attribute",
            Self::RelationAdd => "relation_add",
            Self::RelationEdit => "relation_edit",
            Self::RelationRemove => "relation_remove",
            Self::EventAdd => "event_add",
            Self::EventEdit => "event_edit",
            Self::EventRemove => "event_remove",
            Self::RoleAdd => "role_add",
            Self::RoleRemove => "role_remove",
            Self::DocumentLabel => "document_label",
            Self::EntityAdd => "entity_add",
            Self::EntityEdit => "entity_edit",
            Self::EntityRemove => "entity_remove",
            Self::EntityMerge => "entity_merge",
            Self::Mention => "mention",
            Self::LinkAdd => "link_add",
            Self::LinkEdit => "link_edit",
            Self::LinkRemove => "link_remove",
            Self::KindAdd => "kind_add",
            Self::KindEdit => "kind_edit",
            Self::KindRemove => "kind_remove",
            Self::DocumentEdit => "document_edit",
            Self::DocumentRemove => "document_remove",
            Self::Settle => "settle",
        }
    }

    /// The change of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.name() == name)
    }
}

/// Ops that are applied together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// What the user would call it.
    pub name: ChangeName,
    /// The document it is about, shown when it is undone.
    pub document: Option<DocumentId>,
    /// What is done, in order.
    pub ops: Vec<Op>,
}

impl Transaction {
    /// The state after all ops.
    ///
    /// # Errors
    /// Says why the first op that does not fit does not; nothing is changed.
    pub fn apply(&self, state: &State) -> Result<State, Misfit> {
        let mut next = state.clone();
        self.ops.iter().try_for_each(|op| next.make(op))?;
        Ok(next)
    }

    /// The transaction that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let ops = self.ops.iter().rev().map(Op::inverse).collect();
        Self { name: self.name.clone(), document: self.document.clone(), ops }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::command::{Command, Context, Edge, run};
    use crate::core::fixture::{NOW, bare_span, ids, spans, world};
    use crate::core::op::Item;
    use crate::core::range::TextRange;
    use crate::core::refusal::Refusal;
    use crate::format::shape::{self, Shape};
    use std::rc::Rc;

    /// Runs a command and proves every law of a change on it: it applies, its inverse gives back
    /// the start, doing it again gives the same, and it survives being written as JSON.
    fn check(marked: &str, command: &Command, expected: &[&str]) {
        let state = world(marked);
        let mut context = Context { now: "2026-02-03T00:00:00.000Z".into(), ids: ids(), annotator: None };
        let transaction = run(&state, &mut context, command).expect("the command applies");
        let after = transaction.apply(&state).expect("the transaction applies");
        assert_eq!(spans(&after), expected);
        let back = transaction.inverse().apply(&after).expect("the inverse applies");
        assert_eq!(back, state);
        assert_eq!(transaction.apply(&back).as_ref(), Ok(&after));
        let json = serde_json::from_str(&shape::text(&transaction)).expect("JSON");
        assert_eq!(Transaction::get(&json).as_ref(), Some(&transaction));
        for span in after.documents[0].spans.iter() {
            assert!(!span.range.is_empty() && span.range.end() <= after.documents[0].document.text.len());
        }
    }

    fn refused(marked: &str, command: &Command, expected: &Refusal) {
        let mut context = Context { now: NOW.into(), ids: ids(), annotator: None };
        assert_eq!(run(&world(marked), &mut context, command).as_ref(), Err(expected));
    }

    fn tag(start: u32, end: u32, label: &str) -> Command {
        Command::Tag("doc".into(), TextRange::of(start, end), label.into())
    }

    #[test]
    fn tagging_snaps_trims_nests_crosses_and_repeats_with_another_label() {
        check("ضربات لإيران اليوم", &tag(7, 12, "GPE"), &["GPE:إيران"]);
        check("في عُمان اليوم", &tag(2, 4, "GPE"), &["GPE:عُ"]);
        check("زار [PERS:محمود عباس] القاهرة", &tag(10, 14, "PERS"), &["PERS:محمود عباس", "PERS:عباس"]);
        check(
            "[ORG:صحيفة نيويورك تايمز] الأمريكية",
            &tag(6, 31, "NORP"),
            &["ORG:صحيفة نيويورك تايمز", "NORP:نيويورك تايمز الأمريكية"],
        );
        check("زار [PERS:محمود] القاهرة", &tag(4, 9, "OCC"), &["PERS:محمود", "OCC:محمود"]);
        check("سطر\n\nثان 🙂\nثالث", &tag(0, 99, "EVENT"), &["EVENT:سطر\n\nثان 🙂\nثالث"]);
    }

    #[test]
    fn ten_thousand_spans_come_and_go_in_one_transaction() {
        let state = world(&["[PERS:محمود]", &" إيران".repeat(10_000)].concat());
        let add = |nth: u32| {
            // In an order of its own, so that chunks are divided everywhere.
            let place = nth * 7919 % 10_000;
            let span = bare_span(&format!("t{nth}"), "GPE", 6 + place * 6, 11 + place * 6);
            Op::Add(Item::Span("doc".into(), Rc::new(span)))
        };
        let ops = (0..10_000).map(add).collect();
        let all = Transaction { name: ChangeName::TagMany(10_000, "GPE".into()), document: Some("doc".into()), ops };
        let after = all.apply(&state).expect("it applies");
        assert_eq!((state.documents[0].spans.len(), after.documents[0].spans.len()), (1, 10_001));
        assert!(
            after.documents[0].spans.iter().skip(1).all(|span| after.documents[0].document.text.slice(span.range) == "إيران")
        );
        assert_eq!(all.inverse().apply(&after).as_ref(), Ok(&state));
        assert_eq!(all.apply(&state).as_ref(), Ok(&after));
        // One that does not fit at the end, and nothing is changed.
        let twice = Transaction { ops: [all.ops.clone(), vec![add(0)]].concat(), ..all };
        assert_eq!(twice.apply(&state), Err(Misfit::Present));
    }

    #[test]
    fn one_set_never_says_the_same_twice() {
        refused("زار [PERS:محمود] القاهرة", &tag(3, 10, "PERS"), &Refusal::AlreadyTagged("PERS".into(), "محمود".into()));
        refused("زار محمود", &tag(3, 4, "PERS"), &Refusal::NothingSelected);
        let relabel = Command::Relabel(vec![("doc".into(), "s1".into())], "OCC".into());
        refused("زار [OCC:[PERS:محمود]]", &relabel, &Refusal::AlreadyTagged("OCC".into(), "محمود".into()));
    }

    #[test]
    fn spans_are_relabelled_noted_deleted_one_or_many() {
        let both = vec![("doc".into(), "s1".into()), ("doc".into(), "s2".into())];
        let world = "[PERS:محمود] و[PERS:عباس]";
        check(world, &Command::Relabel(both.clone(), "OCC".into()), &["OCC:محمود", "OCC:عباس"]);
        check(world, &Command::Delete(both), &[]);
        check(world, &Command::Note(("doc".into(), "s2".into()), "حاشية".into()), &["PERS:محمود", "PERS:عباس"]);
        refused(world, &Command::Delete(Vec::new()), &Refusal::NoSpan);
        refused(world, &Command::Delete(vec![("doc".into(), "s9".into())]), &Refusal::Gone);
    }

    #[test]
    fn edges_move_by_grapheme_and_stop_where_nothing_would_remain() {
        let nudge = |edge, forward| Command::Nudge(("doc".into(), "s1".into()), edge, forward, 0);
        check("[GPE:لإيران]", &nudge(Edge::Start, true), &["GPE:إيران"]);
        check("[GPE:عُ]مان", &nudge(Edge::End, true), &["GPE:عُم"]);
        check("في[GPE: عُمان]", &nudge(Edge::Start, false), &["GPE:ي عُمان"]);
        check("[PERS:بريت] \n ماكغورك", &nudge(Edge::End, true), &["PERS:بريت \n م"]);
        check("[PERS:بريت م]اكغورك", &nudge(Edge::End, false), &["PERS:بريت"]);
        refused("[GPE:ع]مان", &nudge(Edge::Start, true), &Refusal::EdgeBlocked);
        refused("[GPE:ع]مان", &nudge(Edge::Start, false), &Refusal::EdgeBlocked);
    }

    #[test]
    fn of_spans_that_would_say_the_same_one_gets_the_label_and_none_is_deleted_twice() {
        let all = ["s1", "s2", "s3", "s4"].map(|id| ("doc".into(), id.into()));
        let world = "[ORG:[PERS:إيران]] و[GPE:إيران] و[ORG:إيران]";
        check(world, &Command::Relabel(all.to_vec(), "GPE".into()), &["GPE:إيران", "ORG:إيران", "GPE:إيران", "GPE:إيران"]);
        let twice = [&all[0], &all[0], &all[3]].map(Clone::clone).to_vec();
        check(world, &Command::Delete(twice), &["ORG:إيران", "GPE:إيران"]);
        refused(
            world,
            &Command::Relabel(all[2..3].to_vec(), "GPE".into()),
            &Refusal::AlreadyTagged("GPE".into(), "إيران".into()),
        );
        refused(world, &Command::Delete(Vec::new()), &Refusal::NoSpan);
    }
}
