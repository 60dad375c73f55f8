//! Sentences in English: messages, refusals, faults of files, names of changes.

use super::nouns::counted;
use super::words::word;
use crate::core::document::Status;
use crate::core::refusal::Refusal;
use crate::core::tagset::Tagset;
use crate::core::transaction::{ChangeName, ShapeChange};
use crate::i18n::plural::Noun;
use crate::i18n::{Lang, Word, isolated, label_name, quoted, shortened};
use crate::session::Message;

/// Characters of a selection that are read out.
const SAID: usize = 80;

/// A message as a sentence.
pub fn say(message: &Message, tagset: &Tagset) -> String {
    match message {
        Message::Refused(refusal) => refused(refusal),
        Message::Done(name) => format!("Done: {}", change(name)),
        Message::Undone(name) => format!("Undone: {}", change(name)),
        Message::Redone(name) => format!("Redone: {}", change(name)),
        Message::Selected(words) => format!("Selected: {}", quoted(&shortened(words, SAID))),
        Message::Reached(label, words, place, all) => {
            let label = label_name(Lang::En, label, tagset);
            format!("{label} {}, {place} of {all}", quoted(&shortened(words, SAID)))
        }
        Message::Armed(Some(label)) => format!("All that is selected gets the label {}, until Esc is pressed.", label_name(Lang::En, label, tagset)),
        Message::Armed(None) => "Selecting tags nothing any more.".to_owned(),
        Message::NoLabelYet => "No label was used yet that could be repeated. Give one once.".to_owned(),
        Message::NoName => "No word here looks like an untagged name: tagged elsewhere, after a title, or with a Latin capital.".to_owned(),
        Message::TaggingBegun => "Tagging by keys: the arrows move the caret, with Shift they select, the labels' keys tag, Esc leaves.".to_owned(),
        Message::TaggingLeft => "Left tagging by keys.".to_owned(),
        Message::Told([_, told]) => told.clone(),
        Message::Downloaded(name) => format!("Downloaded {}.", isolated(name)),
        Message::BackedUp(name) => format!(
            "The places of some spans did not match their words when checked, so a raw back-up was downloaded, named {}. Keep it, and report the fault.",
            isolated(name)
        ),
        Message::NoStore => "The browser allows no storage here: the work lasts until the page is closed. Download JSON before that.".to_owned(),
        Message::LocalOnly => "Only local storage works: the last seconds before a crash may be lost. Download JSON from time to time.".to_owned(),
        Message::SetAside(count) => {
            format!("Some of what was kept earlier could not be read ({}); it was set aside, not deleted. All the rest is here.", counted(Noun::Entry, *count as usize))
        }
        Message::OlderPage => "A newer version of this page has kept work here that this one cannot read. Nothing is lost: load the page again.".to_owned(),
        Message::MirrorOnly => "Local storage is full or blocked. Your work is kept in the browser's database (IndexedDB) instead; nothing is lost.".to_owned(),
        Message::NotLoaded => word(Word::NotLoaded).to_owned(),
        Message::MayBeCleared => "The browser may clear what this page keeps: Safari after seven days without a visit, private windows when they close. To be safe, download JSON from time to time.".to_owned(),
    }
}

/// What a change did, as a noun phrase.
pub fn change(name: &ChangeName) -> String {
    match name {
        ChangeName::Tag(label, words) => format!("tag {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::TagMany(count, label) => {
            format!("tag {} as {}", counted(Noun::Span, *count as usize), isolated(label.as_str()))
        }
        ChangeName::Delete(label, words) => format!("delete {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::DeleteMany(count) => format!("delete {}", counted(Noun::Span, *count as usize)),
        ChangeName::Relabel(words, label) => format!("relabel {} as {}", quoted(words), isolated(label.as_str())),
        ChangeName::RelabelMany(count, label) => {
            format!("relabel {} as {}", counted(Noun::Span, *count as usize), isolated(label.as_str()))
        }
        ChangeName::Move(label, words) => format!("change the limits of {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::Note(label, words) => format!("write a note on {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::Status(title, status) => format!("status of {}: {}", quoted(&shortened(title, 40)), state(*status)),
        ChangeName::Annotator => "change the annotator's name".to_owned(),
        ChangeName::Open(name) => format!("open {}", isolated(name)),
        ChangeName::LabelAdd(label) => format!("add the label {}", isolated(label.as_str())),
        ChangeName::LabelEdit(label) => format!("change the label {}", isolated(label.as_str())),
        ChangeName::LabelRemove(label) => format!("remove the label {}", isolated(label.as_str())),
        ChangeName::Tagset(name) => format!("take labels from {}", isolated(name)),
        ChangeName::Guidelines => "write the guidelines".to_owned(),
        ChangeName::Fix(count) => format!("fix {}", counted(Noun::Span, *count as usize)),
        ChangeName::Accept(count) => format!("accept suggestions: {}", counted(Noun::Span, *count as usize)),
        ChangeName::Spelling(words) => format!("spellings of one name: {}", quoted(words)),
        ChangeName::Shape(change, words) => format!("{} {}", shaped(*change), quoted(words)),
        ChangeName::Refuse(words) => format!("refuse or allow the suggestion {}", quoted(words)),
    }
}

const fn shaped(change: ShapeChange) -> &'static str {
    match change {
        ShapeChange::FragmentAdd => "add a piece to",
        ShapeChange::FragmentRemove => "remove a piece of",
        ShapeChange::Attribute => "change an attribute of",
        ShapeChange::RelationAdd => "add the relation",
        ShapeChange::RelationEdit => "change the relation",
        ShapeChange::RelationRemove => "remove the relation",
        ShapeChange::EventAdd => "add the event",
        ShapeChange::EventEdit => "change the event",
        ShapeChange::EventRemove => "remove the event",
        ShapeChange::RoleAdd => "add the role",
        ShapeChange::RoleRemove => "remove the role",
        ShapeChange::DocumentLabel => "change the document's labels:",
        ShapeChange::EntityAdd => "add the entity",
        ShapeChange::EntityEdit => "change the entity",
        ShapeChange::EntityRemove => "remove the entity",
        ShapeChange::EntityMerge => "merge two entities into",
        ShapeChange::Mention => "change the mention",
        ShapeChange::LinkAdd => "add the link",
        ShapeChange::LinkEdit => "change the link",
        ShapeChange::LinkRemove => "remove the link",
        ShapeChange::KindAdd => "add the type",
        ShapeChange::KindEdit => "change the type",
        ShapeChange::KindRemove => "remove the type",
        ShapeChange::DocumentEdit => "change the document",
        ShapeChange::DocumentRemove => "remove the document",
        ShapeChange::Settle => "settle",
    }
}

const fn state(status: Status) -> &'static str {
    match status {
        Status::New => "new",
        Status::Working => "in work",
        Status::Done => "done",
    }
}

fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NothingSelected => {
            "Nothing is selected. Select words in the article first, or choose a span to change its label."
        }
        Refusal::NoSpan => "No span is chosen. Click one in the article or in the list.",
        Refusal::AlreadyTagged(label, words) => {
            return format!(
                "{} already has the label {}. Give it another label, or change its limits.",
                quoted(words),
                isolated(label.as_str())
            );
        }
        Refusal::ReadOnly => "This span is someone else's work and read only. You can still tag the same words.",
        Refusal::EdgeBlocked => "This edge can go no further: the text or the span ends here.",
        Refusal::NoBase => "There is no span to add these words to. Choose the span first, then select the words.",
        Refusal::Shape(_) => "That does not fit here, and nothing was changed.",
        Refusal::NothingToUndo => "There is nothing to undo: the history begins here.",
        Refusal::NothingToRedo => "There is nothing to redo: this is the latest change.",
        Refusal::Depended => "A later change stands on this one. Undo the later change first.",
        Refusal::NoChange => "That changes nothing: it is so already.",
        Refusal::Gone => "What this is about is no longer there. Undo may bring it back.",
        Refusal::LabelInUse(count) => {
            return format!("Spans with this label: {count}. First choose what becomes of them.");
        }
        Refusal::LabelCycle => "A label can't stand under itself.",
        Refusal::KeyTaken => "The page itself uses this key. Choose another.",
    }
    .to_owned()
}
