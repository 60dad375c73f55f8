//! Makes the next folder: the work of several tabs, with every kind of change in it, as today's code keeps it.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use hashiya::core::command::{Command, Context, run};
use hashiya::core::document::Status;
use hashiya::core::ids::{DocumentId, IdMaker, SpanId};
use hashiya::core::keymap::{KeyAction, Keys};
use hashiya::core::op::KindList;
use hashiya::core::project::Role;
use hashiya::core::range::TextRange;
use hashiya::core::refusal::Refusal;
use hashiya::core::settle::{Rule, Settling, Wish, settle};
use hashiya::core::shapes::{End, LinkKind, Shapes, attribute, edit_kinds, entity, event, label, link, relate};
use hashiya::core::state::State;
use hashiya::core::tagset::Bilingual;
use hashiya::core::transaction::Transaction;
use hashiya::core::{aliases, edit_tagset, guidelines, many, new_label};
use hashiya::format::native::tagset_file::write_tagset;
use hashiya::session::{Action, Language, Names, Settings, Theme};
use serde_json::{Map, json};

use crate::tab::{NOW, Tab, essence, replayed};

const FT: &str = "ft-report";
const NYT: &str = "nyt-report";

/// Does something through a command of the core.
fn make(tab: &mut Tab, act: impl FnOnce(&State, &mut Context) -> Result<Transaction, Refusal>) {
    let (writer, number) = tab.next();
    let mut context = Context { now: NOW.into(), ids: IdMaker::new(&writer, number), annotator: None };
    let made = act(&tab.session.state, &mut context).expect("the command applies");
    tab.act(Action::Take(Rc::new(made)));
}

/// Where words stand first.
fn place(state: &State, document: &str, words: &str) -> TextRange {
    let text = &state.document(&document.into()).expect("a document").document.text;
    let byte = text.as_str().find(words).expect("the words are in the text");
    let start = text.as_str()[..byte].chars().count() as u32;
    TextRange::of(start, start + words.chars().count() as u32)
}

fn tag(tab: &mut Tab, document: &str, words: &str, label: &str) -> (DocumentId, SpanId) {
    let range = place(&tab.session.state, document, words);
    make(tab, |state, context| run(state, context, &Command::Tag(document.into(), range, label.into())));
    let found = tab.session.state.document(&document.into()).expect("a document");
    let span = found.spans.iter().find(|span| span.range == range && span.label == label.into()).expect("the span");
    (document.into(), span.id.clone())
}

fn command(tab: &mut Tab, command: &Command) {
    make(tab, |state, context| run(state, context, command));
}

/// Writes the folder.
pub fn folder(path: &Path) {
    let mut a = Tab::open("wa", &Default::default());
    let place_of_all = tag(&mut a, FT, "إيران", "GPE");
    let figure = tag(&mut a, FT, "99 هجومًا", "CARDINAL");
    let other = tag(&mut a, NYT, "إيران", "GPE");
    command(&mut a, &Command::Note(place_of_all.clone(), "في الخبرين «إيران» 🙂\n".into()));
    command(&mut a, &Command::Relabel(vec![other], "NORP".into()));
    command(&mut a, &Command::Delete(vec![place_of_all, figure.clone()]));
    for key in [KeyAction::Undo, KeyAction::Redo, KeyAction::Undo] {
        a.act(Action::Key(key));
    }
    command(&mut a, &Command::Annotator(Some("هند".into())));
    command(&mut a, &Command::Status(NYT.into(), Status::Done));
    // A second tab that opens here; neither knows what the other does.
    let mut b = Tab::open("wb", &a.values());
    let envoy = tag(&mut b, NYT, "مكجورك", "PERS");
    b.open_file(include_str!("../fixtures/native/complete.json")).expect("the file is opened");
    command(&mut a, &Command::Delete(vec![figure]));
    let mut kept = [a.written, b.written].concat();
    let mut c = Tab::open("wc", &kept.iter().cloned().collect());
    let person = tag(&mut c, FT, "بريت ماكغورك", "PERS");
    hands(&mut c);
    shapes(&mut c, &person, &envoy);
    settled(&mut c);
    command(&mut c, &Command::Status(FT.into(), Status::Done));
    c.act(Action::Key(KeyAction::Undo));
    kept.extend(c.written);
    let end = replayed(&kept.iter().cloned().collect());
    let mut d = Tab::open("wd", &kept.iter().cloned().collect());
    let tagset = write_tagset(&d.session.state, NOW);
    d.act(Action::Open(person.0, None)).act(Action::Choose(person.1, false));
    d.act(Action::OpenNote).act(Action::TypeNote("ما لم يُكمَل".into()));
    kept.extend(d.written.into_iter().filter(|(name, _)| name.contains("/draft/")));
    let keys = Keys(vec![("s".into(), "F4".into())]);
    let settings =
        Settings { lang: Language::En, theme: Theme::Dark, size: 5, spacing: 0, names: Names::Never, single_keys: false, keys };
    kept.push(("hashiya/settings".into(), settings.write()));
    let store = kept.into_iter().map(|(name, value)| (name, value.into())).collect::<Map<_, _>>();
    fs::create_dir_all(path).expect("a folder");
    let write = |name: &str, text: String| fs::write(path.join(name), text).expect("a file");
    write("store.json", format!("{:#}\n", serde_json::Value::Object(store)));
    write("project.hashiya.json", essence(&end.state));
    write("tagset.hashiya.json", tagset);
    println!("standing {}, records {}, next clock {}", end.history.len(), end.state.records.len(), end.next_clock + 1);
}

/// What is done with labels, and with many spans at once.
fn hands(c: &mut Tab) {
    let name = Bilingual::new("وسيط", "Mediator");
    make(c, |s, _| edit_tagset::add(s, &new_label::proposed(&s.tagset, name, Some(&"PERS".into()))));
    make(c, |s, _| edit_tagset::shift(s, &"LAW".into(), false));
    make(c, |s, _| edit_tagset::retire(s, &"LAW".into(), true));
    make(c, |s, _| guidelines::set(s, "ar", "# دليل\n## شخص\nسمِّ الناس 🙂"));
    make(c, |s, x| aliases::teach(s, x, "واشنطن", "الولايات المتحدة"));
    make(c, |s, x| {
        let text = s.document(&FT.into()).expect("a document").document.text.as_str();
        let all = text.match_indices("طهران").map(|(byte, words)| {
            let start = text[..byte].chars().count() as u32;
            (FT.into(), TextRange::of(start, start + words.chars().count() as u32))
        });
        many::tag(s, x, &all.collect::<Vec<_>>(), &"GPE".into())
    });
}

/// What joins spans to one another.
fn shapes(c: &mut Tab, person: &(DocumentId, SpanId), envoy: &(DocumentId, SpanId)) {
    for (list, kind) in [
        (KindList::Attributes, json!({"id": "figure-x", "type": "number", "labels": ["PERS"]})),
        (KindList::RelationTypes, json!({"id": "post-x", "rules": [{"from": ["PERS"], "to": ["OCC"]}]})),
        (
            KindList::EventTypes,
            json!({"id": "talks-x", "trigger_labels": ["EVENT"], "roles": [{"id": "party", "labels": ["PERS"]}]}),
        ),
        (KindList::DocumentLabels, json!({"id": "report-x", "name": {"ar": "تقرير", "en": "report"}})),
    ] {
        make(c, |s, _| edit_kinds::put(s, list, kind));
    }
    let post = tag(c, FT, "الرئيس", "OCC");
    let (talks, other) = (tag(c, FT, "محادثات", "EVENT"), tag(c, NYT, "محادثات", "EVENT"));
    make(c, |s, x| relate::add(s, x, "post-x", person, &post));
    make(c, |s, x| event::add(s, x, "talks-x", &talks));
    let event = Shapes::of(&c.session.state).events().iter().find(|event| event.kind == "talks-x").expect("the event").id.clone();
    make(c, |s, x| event::add_role(s, x, &event, "party", person));
    make(c, |s, x| entity::add(s, x, &[person.clone(), envoy.clone()], ""));
    make(c, |s, x| link::add(s, x, &LinkKind::Same, &End::Span(talks.clone()), &End::Span(other.clone()), "الحدث نفسه"));
    make(c, |s, x| label::toggle(s, x, &FT.into(), "report-x"));
    make(c, |s, x| attribute::set(s, x, person, "figure-x", Some(json!(99))));
    let range = place(&c.session.state, FT, "محادثات");
    command(c, &Command::AddFragment(talks, TextRange::of(range.end().0 + 3, range.end().0 + 9)));
}

/// What whoever leads annotators does: two files come, and what both say and most of what they differ in is settled.
fn settled(c: &mut Tab) {
    let files =
        [include_str!("../../seeds/annotators/salim.hashiya.json"), include_str!("../../seeds/annotators/layla.hashiya.json")];
    for file in files {
        c.open_file(file).expect("the file is opened");
    }
    let theirs = |name: &str| {
        let sets = c.session.state.sets.iter();
        sets.clone().find(|set| set.role == Role::Received && set.annotator.as_deref() == Some(name)).expect("the set").id.clone()
    };
    let sets = vec![theirs("سالم"), theirs("ليلى")];
    let wish = Wish { sets: sets.clone(), by: Some("مها".into()) };
    for rule in [Rule::Agreement, Rule::Whole(sets[1].clone())] {
        make(c, |s, x| {
            let settling = Settling::of(s, &FT.into(), &wish.sets).expect("the document");
            let decisions = rule.decisions(&settling, |group| group % 3 > 0).collect::<Vec<_>>();
            settle(s, x, &wish, &decisions)
        });
    }
}
