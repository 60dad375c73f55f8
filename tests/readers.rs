//! What is exported, read by software that no one here wrote: each span must stand on its very words there too.
//!
//! The readers are Python packages that `tools/setup.sh test` puts into `.tools/readers`; where there is no Python they are skipped,
//! and that is said. `docs/formats.md` has the table of all that has been tried.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use hashiya::core::range::TextRange;
use hashiya::core::text::Text;
use hashiya::format::exchange::formats::Format;
use hashiya::format::exchange::gather::gather;
use hashiya::format::exchange::loss::LossKind;
use hashiya::format::exchange::model::{Corpus, Mark, Sheet};
use hashiya::format::exchange::options::{Misfit, Options};
use hashiya::format::native::{self, Choice};
use serde_json::Value;

/// Where a span stands, in code points, under which label.
type Place = (String, u64, u64, String);

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The Python that has the packages, where it is installed.
fn python() -> Option<PathBuf> {
    let path = root().join(".tools/readers/bin/python");
    if !path.exists() {
        println!("skipped: no Python packages in .tools/readers (tools/setup.sh test installs them where there is a Python)");
    }
    path.exists().then_some(path)
}

/// The worked example, and a text whose units all differ, with spans in, across and at the limits of others, and inside words.
fn corpora() -> [Corpus; 2] {
    let example = native::read(include_str!("../seeds/example.hashiya.json")).unwrap();
    let text = "😀 قال بريت ماكغورك، مستشارُ الرئيس: والولايات المتحدة وإيران تفاوضتا في عُمان 🇴🇲.\nنعم!";
    let mark = |(place, (label, words)): (usize, &(&str, &str))| {
        let start = text[..text.find(words).unwrap()].chars().count() as u32;
        let range = TextRange::of(start, start + words.chars().count() as u32);
        Mark {
            id: format!("s{place}"),
            label: (*label).into(),
            pieces: vec![range],
            words: Some((*words).into()),
            created_at: "2026-01-02T03:04:05Z".into(),
            ..Mark::default()
        }
    };
    let said = [
        ("PERS", "بريت ماكغورك"),
        ("OCC", "مستشارُ الرئيس"),
        ("GPE", "الولايات المتحدة"),
        ("ORG", "المتحدة وإيران"),
        ("LOC", "المتحدة"),
        ("NORP", "المتحدة"),
        ("GPE", "إيران"),
        ("GPE", "عُمان"),
    ];
    let mut spans: Vec<Mark> = said.iter().enumerate().map(mark).collect();
    spans.sort_by_key(|span| (span.hull().start(), std::cmp::Reverse(span.hull().end())));
    let sheet = Sheet { name: "emoji".into(), language: "ar".into(), text: Rc::new(Text::new(text)), spans, ..Sheet::default() };
    let state = native::state_from(example);
    let tagset = hashiya::core::tagset::Tagset::clone(&state.tagset);
    let emoji = Corpus { name: "emoji".into(), tagset, documents: vec![sheet], links: Vec::new() };
    [gather(&state, &Choice::default()), emoji]
}

/// Writes a corpus and has a script read it: what it says of each span.
fn read(format: Format, options: &Options, script: &str, corpus: &Corpus) -> Option<(Vec<Value>, Vec<LossKind>)> {
    let python = python()?;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{}", format.id(), corpus.name));
    let _ = fs::remove_dir_all(&folder);
    let written = format.write(corpus, options);
    for file in &written.files {
        let path = folder.join(&file.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
    let context = root().join("tests/fixtures/formats/web_annotation/anno.jsonld");
    let out = Command::new(python)
        .arg(root().join("tools/readers").join(script))
        .args([&folder, &context])
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap();
    assert!(out.status.success(), "{script} on {}: {}", folder.display(), String::from_utf8_lossy(&out.stderr));
    let rows = String::from_utf8(out.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    Some((rows, written.losses.iter().map(|loss| loss.kind).collect()))
}

fn sheet<'a>(corpus: &'a Corpus, row: &Value) -> &'a Sheet {
    let doc = row["doc"].as_str().unwrap_or_default();
    let named = |sheet: &&Sheet| doc == sheet.name;
    // Some formats name a document by an address alone: then it is the one that has these words there.
    let (start, end) = (row["start"].as_u64().unwrap() as u32, row["end"].as_u64().unwrap() as u32);
    let fits = |sheet: &&Sheet| end <= sheet.text.len().0 && row["text"] == sheet.text.slice(TextRange::of(start, end));
    let found = corpus.documents.iter().find(named).or_else(|| corpus.documents.iter().find(fits));
    found.unwrap_or_else(|| panic!("no document for {row}"))
}

fn place(corpus: &Corpus, row: &Value) -> Place {
    let number = |name: &str| row[name].as_u64().unwrap();
    (sheet(corpus, row).name.clone(), number("start"), number("end"), row["label"].as_str().unwrap_or_default().to_owned())
}

/// Each row's words are those of the text at its place.
fn stand_on_their_words(corpus: &Corpus, rows: &[Value]) {
    assert!(!rows.is_empty());
    for row in rows {
        let (_, start, end, _) = place(corpus, row);
        let text = &sheet(corpus, row).text;
        assert_eq!(text.slice(TextRange::of(start as u32, end as u32)), row["text"].as_str().unwrap(), "{row}");
    }
}

/// The places of all pieces of all spans.
fn places(corpus: &Corpus) -> BTreeSet<Place> {
    let of = |sheet: &Sheet| {
        let all = sheet.spans.iter().flat_map(|span| {
            span.pieces
                .iter()
                .map(|piece| (sheet.name.clone(), u64::from(piece.start().0), u64::from(piece.end().0), span.label.clone()))
        });
        all.collect::<Vec<_>>()
    };
    corpus.documents.iter().flat_map(of).collect()
}

#[test]
fn brat_is_read_by_pybrat() {
    for corpus in corpora() {
        let Some((rows, _)) = read(Format::Brat, &Options::default(), "brat_reads.py", &corpus) else { return };
        stand_on_their_words(&corpus, &rows);
        let found: BTreeSet<Place> = rows.iter().map(|row| place(&corpus, row)).collect();
        let missing: Vec<_> = places(&corpus).difference(&found).cloned().collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn tables_are_read_by_pythons_csv() {
    for corpus in corpora() {
        let Some((rows, _)) = read(Format::Table, &Options::default(), "csv_reads.py", &corpus) else { return };
        let whole: Vec<Value> = rows.into_iter().filter(|row| !row["text"].as_str().unwrap().contains(Mark::GAP)).collect();
        stand_on_their_words(&corpus, &whole);
        let hulls: BTreeSet<Place> = corpus
            .documents
            .iter()
            .flat_map(|sheet| sheet.spans.iter().filter(|span| span.pieces.len() == 1).map(move |span| (sheet, span)))
            .map(|(sheet, span)| {
                (sheet.name.clone(), u64::from(span.hull().start().0), u64::from(span.hull().end().0), span.label.clone())
            })
            .collect();
        let found: BTreeSet<Place> = whole.iter().map(|row| place(&corpus, row)).collect();
        assert_eq!(hulls.difference(&found).count(), 0);
    }
}

#[test]
fn cas_json_and_xmi_are_read_by_cassis() {
    for corpus in corpora() {
        for format in [Format::CasJson, Format::Xmi] {
            let Some((rows, losses)) = read(format, &Options::default(), "cassis_reads.py", &corpus) else { return };
            let labelled: Vec<Value> = rows.into_iter().filter(|row| row["label"].is_string()).collect();
            stand_on_their_words(&corpus, &labelled);
            let found: BTreeSet<Place> = labelled.iter().map(|row| place(&corpus, row)).collect();
            let missing: Vec<_> = places(&corpus).difference(&found).cloned().collect();
            let excused = losses.iter().filter(|kind| matches!(kind, LossKind::SpanDropped | LossKind::Filled)).count();
            assert!(missing.len() <= excused, "{format:?}: {missing:?}");
        }
    }
}

#[test]
fn spacy_reads_its_own() {
    for corpus in corpora() {
        for format in [Format::Spacy, Format::DocBin] {
            // Tokens parted at the limits of spans, so that spaCy can hold each of them.
            let options = Options { misfit: Misfit::Part, ..Options::default() };
            let Some((rows, _)) = read(format, &options, "spacy_reads.py", &corpus) else { return };
            stand_on_their_words(&corpus, &rows);
            let found: BTreeSet<Place> = rows.iter().map(|row| place(&corpus, row)).collect();
            let whole = |one: &&Place| {
                let home = corpus.documents.iter().find(|sheet| sheet.name == one.0).unwrap();
                home.spans.iter().any(|span| {
                    let hull = span.hull();
                    span.pieces.len() == 1
                        && (u64::from(hull.start().0), u64::from(hull.end().0), &span.label) == (one.1, one.2, &one.3)
                })
            };
            let missing: Vec<_> = places(&corpus).difference(&found).filter(whole).cloned().collect();
            assert!(missing.is_empty(), "{format:?}: {missing:?}");
        }
    }
}

#[test]
fn web_annotations_are_read_by_a_json_ld_processor() {
    for corpus in corpora() {
        let Some((rows, _)) = read(Format::WebAnnotation, &Options::default(), "jsonld_reads.py", &corpus) else { return };
        stand_on_their_words(&corpus, &rows);
        let found: BTreeSet<(String, u64, u64)> =
            rows.iter().map(|row| place(&corpus, row)).map(|(a, b, c, _)| (a, b, c)).collect();
        let missing: Vec<_> = places(&corpus).into_iter().filter(|(a, b, c, _)| !found.contains(&(a.clone(), *b, *c))).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn conll_is_read_by_nltk() {
    for corpus in corpora() {
        let options = Options { misfit: Misfit::Part, ..Options::default() };
        let Some((rows, _)) = read(Format::Conll, &options, "conll_reads.py", &corpus) else { return };
        assert!(!rows.is_empty());
        let bare = |text: &str| text.chars().filter(|one| !one.is_whitespace()).collect::<String>();
        let known: BTreeSet<(String, String)> = corpus
            .documents
            .iter()
            .flat_map(|sheet| sheet.spans.iter().map(|span| (span.label.clone(), bare(sheet.text.slice(span.hull())))))
            .collect();
        for row in &rows {
            let (label, text) = (row["label"].as_str().unwrap(), row["text"].as_str().unwrap());
            assert!(known.contains(&(label.to_owned(), bare(text))), "{row}");
        }
    }
}

/// The scripts are there, and each is used above.
#[test]
fn no_script_is_idle() {
    let own = include_str!("readers.rs");
    for entry in fs::read_dir(root().join("tools/readers")).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(Path::new(&name).extension().is_none_or(|ending| ending != "py") || own.contains(&name), "{name} reads nothing");
    }
}
