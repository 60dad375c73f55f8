//! Files that other tools wrote: each format's are chosen, taken, and held against their texts in what the page gives back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use hashiya::core::state::State;
use hashiya::format::exchange::bring::{arrivals, known};
use hashiya::format::exchange::file::InFile;
use hashiya::format::exchange::formats::sort;
use hashiya::format::native;
use serde_json::{Value, json};

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::native::{Native, exact};

/// What a folder of files is and holds: its name; files in it that hold no text, and are told; the labels of the gold, as the files
/// call them; whether its files put the gold's texts together anew, so that only words can be held against it; and how many of the
/// gold's spans they have a place for.
struct Folder {
    name: &'static str,
    told: &'static [&'static str],
    labels: &'static [(&'static str, &'static str)],
    joined: bool,
    gold: usize,
}

const fn folder(name: &'static str, gold: usize) -> Folder {
    Folder { name, told: &[], labels: &[], joined: false, gold }
}

const FOLDERS: &[Folder] = &[
    folder("brat", 26),
    folder("cas_json", 20),
    // One document of all three texts, in one column, whose words end with the comma that follows them.
    Folder { joined: true, ..folder("conll", 11) },
    folder("docbin", 25),
    folder("doccano", 26),
    folder("hugging_face", 26),
    // One has nothing but pictures.
    Folder { told: &["ls-tests-previous_export.json"], ..folder("label_studio", 26) },
    folder("prodigy", 19),
    folder("pubannotation", 25),
    folder("spacy", 25),
    folder("table", 26),
    Folder {
        labels: &[
            ("LOC", "placeName"),
            ("CAPITAL", "settlement"),
            ("COUNTRY", "country"),
            ("ORG", "orgName"),
            ("PER", "persName"),
            ("DATE", "date"),
            ("TITLE", "roleName"),
        ],
        ..folder("tei", 26)
    },
    folder("web_annotation", 26),
    folder("webanno", 0),
    // One has no text.
    Folder { told: &["uimaj-casWithTextAndAnnotations.xmi"], ..folder("xmi", 20) },
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats")
}

fn files_of(folder: &Folder) -> Vec<PathBuf> {
    let all = fs::read_dir(root().join(folder.name)).unwrap();
    let mut all: Vec<PathBuf> = all.map(|entry| entry.unwrap().path()).filter(|path| !path.ends_with("SOURCES.md")).collect();
    all.sort();
    all
}

/// A label's span in a text: what is counted.
type Said = (String, u64, u64, String);

/// What the readers find in files, each span once, as the page should have it; and how many works there are.
fn expected(state: &State, paths: &[PathBuf]) -> (BTreeMap<Said, usize>, usize) {
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let given = paths.iter().map(|path| InFile { name: name(path), bytes: fs::read(path).unwrap() }).collect();
    let (mut all, mut works) = (BTreeMap::new(), 0);
    for (format, files) in sort(given).0 {
        let Ok(found) = format.read(&files) else { continue };
        works += 1;
        for arrival in arrivals(state, &found).into_iter().filter(|arrival| arrival.wanted) {
            assert!(arrival.anchored.doubtful.is_empty(), "{}: {:?}", files[0].name, arrival.anchored.doubtful);
            let sheet = arrival.anchored.sheet;
            for span in &sheet.spans {
                let label = known(&state.tagset, &span.label).map_or(span.label.as_str(), |label| label.id.as_str());
                let hull = span.hull();
                let (start, end) = (u64::from(hull.start().0), u64::from(hull.end().0));
                all.insert((sheet.text.as_str().to_owned(), start, end, label.to_owned()), 1);
            }
        }
    }
    (all, works)
}

/// What a file of the page says, each span held against its text in all units. A label that is new is called as the file that brought it does.
fn said(state: &State, file: &Native) -> BTreeMap<Said, usize> {
    let labels = file.0["tagset"]["labels"].as_array().unwrap();
    let called = |id: &str| match state.tagset.get(&id.into()) {
        Some(_) => id.to_owned(),
        None => labels.iter().find(|label| label["id"] == id).unwrap()["name"]["ar"].as_str().unwrap().to_owned(),
    };
    let mut all = BTreeMap::new();
    for document in file.0["documents"].as_array().unwrap() {
        let text = document["text"].as_str().unwrap();
        let corpus = Corpus { id: "foreign", text: text.to_owned() };
        for span in document["spans"].as_array().into_iter().flatten() {
            exact(&corpus, span);
            let limit = |name: &str| span[name].as_u64().unwrap();
            let label = called(span["label"].as_str().unwrap());
            *all.entry((text.to_owned(), limit("start"), limit("end"), label)).or_insert(0) += 1;
        }
    }
    all
}

/// How many spans of the gold a file has: on the two articles, and on the text with emoji.
fn golden(folder: &Folder, state: &State, all: &BTreeMap<Said, usize>) -> usize {
    let gold: Value = serde_json::from_str(&fs::read_to_string(root().join("gold.json")).unwrap()).unwrap();
    let text = |document: &str| match document {
        "000" => Corpus::read(FT).text,
        "003" => Corpus::read(NYT).text,
        other => fs::read_to_string(root().join(format!("brat/{other}.txt"))).unwrap(),
    };
    let slice =
        |text: &str, start: u64, end: u64| text.chars().skip(start as usize).take((end - start) as usize).collect::<String>();
    let words: BTreeSet<(&str, String)> =
        all.keys().map(|(text, start, end, label)| (label.as_str(), slice(text, *start, *end))).collect();
    let there = |one: &&Value| {
        let label = one["label"].as_str().unwrap();
        let named = folder.labels.iter().find(|(gold, _)| *gold == label).map_or(label, |(_, named)| named);
        let id = known(&state.tagset, named).map_or(named, |label| label.id.as_str());
        if folder.joined {
            return words.contains(&(id, one["text"].as_str().unwrap().to_owned()));
        }
        let limit = |name: &str| one[name].as_u64().unwrap();
        all.contains_key(&(text(one["doc"].as_str().unwrap()), limit("start"), limit("end"), id.to_owned()))
    };
    gold.as_array().unwrap().iter().filter(there).count()
}

pub fn files_of_every_other_tool(page: &mut Page) {
    page.open_document(FT);
    page.listen();
    let before = page.download();
    let state = native::read(&before.0.to_string()).expect("the page's own file").state;
    for folder in FOLDERS {
        let paths = files_of(folder);
        let (expected, works) = expected(&state, &paths);
        page.open_files(&paths);
        page.waits_for(".desk [data-action=\"import-take\"]");
        let seen = page.browser.script(
            "const texts = (what) => [...document.querySelectorAll(`.desk ${what}`)].map((e) => e.textContent);
             return [texts('[data-work]').length, texts('[data-trouble]'), texts('[data-doubts]').length];",
            vec![],
        );
        let troubles: Vec<&str> = seen[1].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!((&seen[0], &seen[2]), (&json!(works), &json!(0)), "{}: {seen}", folder.name);
        assert_eq!(troubles.len(), folder.told.len(), "{}: {troubles:?}", folder.name);
        for file in folder.told {
            assert!(troubles.iter().any(|trouble| trouble.contains(file)), "{}: {troubles:?}", folder.name);
        }
        page.press_action(".desk [data-action=\"import-take\"]");
        page.waits_without(".desk [data-work]");
        let after = page.download();
        let taken = said(&state, &after);
        let other: Vec<_> = taken.iter().filter(|one| expected.get(one.0) != Some(one.1)).collect();
        let missing: Vec<_> = expected.keys().filter(|one| !taken.contains_key(one)).collect();
        assert!(other.is_empty() && missing.is_empty(), "{}: {other:?}, not {missing:?}", folder.name);
        assert_eq!(golden(folder, &state, &taken), folder.gold, "{}", folder.name);
        // All of it is one step.
        page.undo();
        let back = page.download();
        assert_eq!((&back.0["documents"], &back.0["tagset"]), (&before.0["documents"], &before.0["tagset"]), "{}", folder.name);
    }
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}
