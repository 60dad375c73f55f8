//! Three simulated annotators over the two reports, and the project they were gathered into: the files of
//! `seeds/annotators/` are what is made here of the worked example, and nothing else.
//!
//! `HASHIYA_ANNOTATORS=write cargo test --offline --test annotators` writes them anew.

#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

mod noise;

use hashiya::core::agreement::gather::{Gathered, Gathering, Wish};
use hashiya::core::agreement::survey::Survey;
use hashiya::core::document::Status;
use hashiya::core::ids::{IdMaker, Writer};
use hashiya::core::project::{AnnotationSet, Project, Role};
use hashiya::core::record::{Collection, Extra};
use hashiya::core::shapes::Shapes;
use hashiya::core::span_set::SpanSet;
use hashiya::core::state::{DocumentState, State};
use hashiya::format::exchange::options::Tokens;
use hashiya::format::exchange::tokens::tokens;
use hashiya::format::native::returned::{Came, Returning};
use hashiya::format::native::{self, Choice};
use noise::{Chance, Habits, marked};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

const EXAMPLE: &str = include_str!("../../seeds/example.hashiya.json");

/// The project of the example, and what it is called.
const PROJECT: (&str, &str) = ("oman-talks-annotators", "مثال: ثلاثة واسمين على التقريرين");

/// An annotator: the file and the prefix of ids, the name, when the work was done, how far it came, the habits.
struct Annotator {
    file: &'static str,
    name: &'static str,
    day: u32,
    statuses: [Status; 2],
    habits: Habits,
}

const ANNOTATORS: [Annotator; 3] = [
    Annotator {
        file: "hind",
        name: "هند",
        day: 12,
        statuses: [Status::Done, Status::Done],
        habits: Habits { seed: 11, missed: 40, relabelled: 40, attached: 100, joined: 20 },
    },
    Annotator {
        file: "salim",
        name: "سالم",
        day: 16,
        statuses: [Status::Done, Status::Done],
        habits: Habits { seed: 22, missed: 80, relabelled: 60, attached: 450, joined: 60 },
    },
    Annotator {
        file: "layla",
        name: "ليلى",
        day: 20,
        statuses: [Status::Done, Status::Working],
        habits: Habits { seed: 33, missed: 150, relabelled: 180, attached: 60, joined: 120 },
    },
];

fn example() -> State {
    native::state_from(native::read(EXAMPLE).expect("the example reads"))
}

/// The two reports with the example's labels, and nobody's work.
fn start() -> State {
    let mut state = Choice { sets: Some(Vec::new()), ..Choice::default() }.narrowed(&example());
    let (id, name) = PROJECT;
    state.project = Rc::new(Project { id: id.to_owned(), name: name.to_owned(), ..Project::clone(&state.project) });
    let stays = |record: &&Rc<hashiya::core::record::Record>| record.text("name").is_none() || record.spans().next().is_some();
    state.records = Rc::new(state.records.iter().filter(stays).cloned().collect());
    for document in &mut state.documents {
        *document = Rc::new(DocumentState { status: Status::New, ..DocumentState::clone(document) });
    }
    state
}

/// The file that an annotator sends back.
fn file(annotator: &Annotator) -> String {
    let mut state = example();
    let set = state.sets[0].clone();
    let mut chance = Chance(annotator.habits.seed);
    for (document, status) in state.documents.iter_mut().zip(annotator.statuses) {
        let spans = document.spans.iter().cloned().collect::<Vec<_>>();
        let spans = marked(&document.document.text, &spans, &annotator.habits, &mut chance);
        *document = Rc::new(DocumentState { status, spans: SpanSet::from_spans(spans), document: document.document.clone() });
    }
    let named = AnnotationSet { annotator: Some(annotator.name.to_owned()), extra: Extra::default(), ..set };
    state.sets = Rc::new(vec![named.clone()]);
    state.project = start().project;
    // What stood on a span that was missed goes with it.
    let choice = Choice { sets: Some(vec![named.id]), ..Choice::default() };
    let mut state = choice.narrowed(&state);
    let stays = |record: &&Rc<hashiya::core::record::Record>| record.text("name").is_none() || record.spans().next().is_some();
    state.records = Rc::new(state.records.iter().filter(stays).cloned().collect());
    let at = format!("2026-11-{:02}T18:00:00.000Z", annotator.day);
    let text = native::write_whole(&state, &at).expect("it is written");
    let mut value = serde_json::from_str(&text).expect("JSON");
    rename(&mut value, annotator);
    format!("{}\n", serde_json::to_string_pretty(&value).expect("JSON"))
}

/// Gives everything that is the annotator's ids and times of its own.
fn rename(file: &mut Value, annotator: &Annotator) {
    let mut names: HashMap<String, String> = HashMap::from([("example".to_owned(), annotator.file.to_owned())]);
    let mut minute = 0;
    let initial = &annotator.file[..1];
    let mut take = |one: &mut Value| {
        let id = one["id"].as_str().unwrap_or_default().to_owned();
        let next = names.len();
        names.entry(id).or_insert_with(|| format!("{initial}-{next}"));
        let at = format!("2026-11-{:02}T{:02}:{:02}:00.000Z", annotator.day, 8 + minute / 60, minute % 60);
        (one["created_at"], one["updated_at"]) = (at.clone().into(), at.into());
        minute += 2;
    };
    for document in file["documents"].as_array_mut().into_iter().flatten() {
        for field in ["spans", "relations", "events", "labels"] {
            document[field].as_array_mut().into_iter().flatten().for_each(&mut take);
        }
    }
    for field in ["entities", "links"] {
        file[field].as_array_mut().into_iter().flatten().for_each(&mut take);
    }
    walk(file, &names);
}

/// Writes the new names where the old ones stand as ids.
fn walk(value: &mut Value, names: &HashMap<String, String>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields.iter_mut().filter(|(field, _)| *field != "tagset") {
                let is_id = matches!(field.as_str(), "id" | "set" | "span" | "from" | "to" | "trigger" | "event" | "entity");
                match (is_id, value.as_str().and_then(|old| names.get(old))) {
                    (true, Some(new)) => *value = new.as_str().into(),
                    _ => walk(value, names),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, names)),
        _ => {}
    }
}

/// The project that the three files are gathered into.
fn team() -> State {
    let start = start();
    let mut returning = Returning::over(&start);
    for (place, annotator) in ANNOTATORS.iter().enumerate() {
        let mut ids = IdMaker::new(&Writer::new("annotators"), place as u32);
        returning.take(format!("{}.hashiya.json", annotator.file), Ok(&file(annotator)), "2026-11-22T00:00:00.000Z", &mut ids);
    }
    let gathering = returning.done();
    for came in &gathering.files {
        assert!(matches!(came, Came::Taken(taken) if !came.is_fault() && taken.report.renamed == 0), "{came:?}");
    }
    gathering.transaction.expect("something to take").apply(&start).expect("it fits")
}

fn made() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/annotators");
    let mut files = ANNOTATORS
        .iter()
        .map(|annotator| (folder.join(format!("{}.hashiya.json", annotator.file)), file(annotator)))
        .collect::<Vec<_>>();
    let whole = native::write_whole(&team(), "2026-11-22T00:00:00.000Z").expect("it is written");
    files.push((folder.join("gathered.hashiya.json"), whole));
    files
}

#[test]
fn the_files_are_what_is_made_of_the_worked_example() {
    for (path, text) in made() {
        if std::env::var("HASHIYA_ANNOTATORS").is_ok() {
            fs::write(&path, &text).expect("a file");
        }
        let shipped = fs::read_to_string(&path).unwrap_or_default();
        // The version of the program stands in a file and is not its matter.
        let bare = |text: &str| {
            serde_json::from_str::<Value>(text)
                .map(|mut file| {
                    file["generator"].take();
                    file
                })
                .ok()
        };
        assert!(bare(&shipped) == bare(&text), "{}: write it anew as the first lines of this test say", path.display());
    }
}

#[test]
fn nothing_of_any_file_is_lost_or_changed() {
    let team = team();
    for annotator in &ANNOTATORS {
        let theirs = native::read(&file(annotator)).expect("the file reads").state;
        for document in &theirs.documents {
            let here = team.document(&document.document.id).expect("the document");
            for span in document.spans.iter() {
                assert_eq!(here.spans.get(&span.id), Some(span), "{}", annotator.file);
            }
        }
        for record in theirs.records.iter().filter(|record| record.collection != Collection::Aliases) {
            let ours = team.records.iter().find(|ours| ours.collection == record.collection && ours.id() == record.id());
            assert_eq!(ours, Some(record), "{}", annotator.file);
        }
    }
}

fn gathered(state: &State) -> Gathered {
    let wish = Wish {
        sets: state.sets.iter().map(|set| set.id.clone()).collect(),
        documents: state.documents.iter().map(|one| one.document.id.clone()).collect(),
        boilerplate: false,
        tokens: |text| tokens(text, Tokens::Words),
    };
    let mut gathering = Gathering::new(state, &Rc::new(Shapes::of(state)), wish);
    while !gathering.step() {}
    gathering.done()
}

#[test]
fn three_read_only_sets_differ_as_people_do() {
    let team = team();
    assert_eq!(team.project.id, PROJECT.0);
    assert_eq!(
        team.sets.iter().map(|set| (set.annotator.as_deref(), set.role)).collect::<Vec<_>>(),
        [(Some("هند"), Role::Received), (Some("سالم"), Role::Received), (Some("ليلى"), Role::Received)]
    );
    let gathered = gathered(&team);
    let mut survey = Survey::new(&gathered);
    while !survey.step(&gathered) {}
    for pair in &survey.report().pairs {
        let f1 = |tally: hashiya::core::agreement::measure::Tally| tally.f1().expect("a value");
        let (exact, tolerant, overlap) = (f1(pair.all.spans.exact), f1(pair.all.spans.tolerant), f1(pair.all.spans.overlap));
        assert!((0.3..0.95).contains(&exact) && exact < tolerant && tolerant <= overlap, "{exact} {tolerant} {overlap}");
        assert!(pair.entities.conll().is_ok() && pair.relations.1.f1().is_ok(), "relations and entities are measured too");
    }
}
