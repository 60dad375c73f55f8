//! What is exported, read by software that no one here wrote: each span must stand on its very words there too.
//!
//! The readers are Python packages that `make setup-test` puts into `.tools/readers`; doccano and Label Studio themselves are large, and
//! come with `make setup-servers` alone. What is not installed is skipped, and that is said. `docs/formats.md` has the table of all that
//! has been tried.
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
use hashiya::format::exchange::model::{Corpus, Mark, Sheet, Tie, Unit};
use hashiya::format::exchange::options::{Misfit, Options};
use hashiya::format::native::{self, Choice};
use serde_json::Value;

/// Where a span stands, in code points, under which label.
type Place = (String, u64, u64, String);

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The Python that has the packages of a folder of `.tools`, where it is installed.
fn python(packages: &str) -> Option<PathBuf> {
    let path = root().join(".tools").join(packages).join("bin/python");
    if !path.exists() {
        let what = if packages == "readers" { "test" } else { "servers" };
        println!("skipped: no Python packages in .tools/{packages} (make setup-{what} installs them where there is a Python)");
    }
    path.exists().then_some(path)
}

/// The worked example; a text whose units all differ, with spans in, across and at the limits of others, and inside words; and that text
/// with relations and a span in pieces, beside one of which less is said.
fn corpora() -> [Corpus; 3] {
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
    let tied = Corpus { name: "tied".into(), tagset: tagset.clone(), documents: tied(&sheet), links: Vec::new() };
    let emoji = Corpus { name: "emoji".into(), tagset, documents: vec![sheet], links: Vec::new() };
    [gather(&state, &Choice::default()), emoji, tied]
}

/// A document with a title, a label, relations and a span in pieces; and one with none of them.
fn tied(emoji: &Sheet) -> Vec<Sheet> {
    let mut first =
        Sheet { name: "tied".into(), title: "محادثات".into(), labels: vec!["politics".into()], ..emoji.clone() };
    first.extra = vec![("edition".into(), 2.into())];
    let piece = |words: &str| {
        let text = first.text.as_str();
        let start = text[..text.find(words).unwrap()].chars().count() as u32;
        TextRange::of(start, start + words.chars().count() as u32)
    };
    let pieces = vec![piece("قال"), piece("تفاوضتا"), piece("نعم")];
    let words = pieces.iter().map(|one| first.text.slice(*one)).collect::<Vec<_>>().join(Mark::GAP);
    let parted = Mark { id: "parted".into(), label: "EVENT".into(), pieces, words: Some(words), ..first.spans[0].clone() };
    first.spans.insert(0, parted);
    let tie = |(place, (from, to)): (usize, &(&str, &str))| {
        let (id, kind) = (format!("r{place}"), if place == 0 { "has_role" } else { "ضدّ" }.to_owned());
        Tie { id, kind, from: (*from).into(), to: (*to).into(), note: String::new() }
    };
    first.relations = [("s0", "s1"), ("s2", "s6"), ("parted", "s7")].iter().enumerate().map(tie).collect();
    let mut second =
        Sheet { name: "plain".into(), text: Rc::new(Text::new("🇴🇲 عُمان، وعُمان.")), ..emoji.clone() };
    second.spans = vec![Mark { pieces: vec![TextRange::of(11, 16)], words: Some("عُمان".into()), ..emoji.spans[0].clone() }];
    vec![first, second]
}

/// Writes a corpus into a folder of its own.
fn written(format: Format, options: &Options, corpus: &Corpus, name: &str) -> (PathBuf, Vec<LossKind>) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let written = format.write(corpus, options);
    for file in &written.files {
        let path = folder.join(&file.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
    (folder, written.losses.iter().map(|loss| loss.kind).collect())
}

/// The lines that a script prints of some folders.
fn run(python: &Path, script: &str, given: &[PathBuf]) -> Vec<Value> {
    let mut command = Command::new(python);
    command.arg(root().join("tools/readers").join(script)).args(given).env("PYTHONIOENCODING", "utf-8");
    let out = command.output().unwrap();
    assert!(out.status.success(), "{script} on {given:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Writes a corpus and has a script read it: what it says of each span.
fn read(format: Format, options: &Options, script: &str, corpus: &Corpus) -> Option<(Vec<Value>, Vec<LossKind>)> {
    let python = python("readers")?;
    let (folder, losses) = written(format, options, corpus, &format!("{}-{}", format.id(), corpus.name));
    let context = root().join("tests/fixtures/formats/web_annotation/anno.jsonld");
    Some((run(&python, script, &[folder, context]), losses))
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

/// Pieces of spans that no row has.
fn missing(corpus: &Corpus, rows: &[Value]) -> Vec<Place> {
    let found: BTreeSet<Place> = rows.iter().map(|row| place(corpus, row)).collect();
    places(corpus).difference(&found).cloned().collect()
}

#[test]
fn brat_is_read_by_pybrat() {
    for corpus in corpora() {
        let Some((rows, _)) = read(Format::Brat, &Options::default(), "brat_reads.py", &corpus) else { return };
        stand_on_their_words(&corpus, &rows);
        assert_eq!(missing(&corpus, &rows), []);
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
            let missing = missing(&corpus, &labelled);
            let excused = losses.iter().filter(|kind| matches!(kind, LossKind::SpanDropped | LossKind::Filled)).count();
            assert!(missing.len() <= excused, "{format:?}: {missing:?}");
        }
    }
}

#[test]
fn spacy_reads_its_own_and_prodigys() {
    for corpus in corpora() {
        let scripts =
            [(Format::Spacy, "spacy_reads.py"), (Format::DocBin, "spacy_reads.py"), (Format::Prodigy, "prodigy_reads.py")];
        for (format, script) in scripts {
            // Tokens parted at the limits of spans, so that spaCy can hold each of them.
            let options = Options { misfit: Misfit::Part, ..Options::default() };
            let Some((rows, _)) = read(format, &options, script, &corpus) else { return };
            stand_on_their_words(&corpus, &rows);
            let whole = |one: &Place| {
                let home = corpus.documents.iter().find(|sheet| sheet.name == one.0).unwrap();
                home.spans.iter().any(|span| {
                    let hull = span.hull();
                    span.pieces.len() == 1
                        && (u64::from(hull.start().0), u64::from(hull.end().0), &span.label) == (one.1, one.2, &one.3)
                })
            };
            let missing: Vec<_> = missing(&corpus, &rows).into_iter().filter(whole).collect();
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

#[test]
fn tei_is_followed_by_an_xml_library() {
    for corpus in corpora() {
        // Tokens parted at the limits of spans, so that each span begins and ends with one.
        let options = Options { misfit: Misfit::Part, ..Options::default() };
        let Some((rows, _)) = read(Format::Tei, &options, "tei_reads.py", &corpus) else { return };
        stand_on_their_words(&corpus, &rows);
        assert_eq!(missing(&corpus, &rows), []);
    }
}

#[test]
fn webanno_tsv_is_read_by_web_anno_tsv() {
    for corpus in corpora() {
        let Some((mut rows, losses)) = read(Format::WebAnno, &Options::default(), "webanno_reads.py", &corpus) else { return };
        // It counts from the start of each sentence: where the last one of the document was found, in bytes.
        let (mut last, mut at) = ((Value::Null, Value::Null), 0);
        for row in &mut rows {
            let text = corpus.documents.iter().find(|sheet| row["doc"] == sheet.name).unwrap().text.as_str();
            let this = (row["doc"].clone(), row["sentence"].clone());
            if this != last {
                let from = if this.0 == last.0 { at } else { 0 };
                at = from + text[from..].find(row["sentence"].as_str().unwrap()).unwrap();
                last = this;
            }
            let before = text[..at].chars().count() as u64;
            row["start"] = (row["start"].as_u64().unwrap() + before).into();
            row["end"] = (row["end"].as_u64().unwrap() + before).into();
        }
        stand_on_their_words(&corpus, &rows);
        let found: BTreeSet<Place> = rows.iter().map(|row| place(&corpus, row)).collect();
        let missing: Vec<_> = places(&corpus).difference(&found).cloned().collect();
        let excused = losses.iter().filter(|kind| matches!(kind, LossKind::Trimmed | LossKind::SpanDropped)).count();
        assert!(missing.len() <= excused, "{missing:?}");
    }
}

/// What a tool that we gave several corpora in one go, since it takes long to start, has of each: exactly the spans that are there, a part
/// for each piece, and the relations.
fn is_all_there(packages: &str, script: &str, given: &[(Format, Options, Corpus)], ties: fn(&Sheet) -> Vec<[String; 3]>) {
    let Some(python) = python(packages) else { return };
    let name = |place: usize| format!("{packages}-{place}-{}", given[place].2.name);
    let folders: Vec<PathBuf> = given
        .iter()
        .enumerate()
        .map(|(place, (format, options, corpus))| written(*format, options, corpus, &name(place)).0)
        .collect();
    let all = run(&python, script, &folders);
    for (place, (_, options, corpus)) in given.iter().enumerate() {
        let folder = format!("{}/", name(place));
        let own = all.iter().filter(|row| row["file"].as_str().unwrap().starts_with(&folder)).cloned();
        let (relations, spans): (Vec<Value>, Vec<Value>) = own.partition(|row| row["relation"].is_string());
        stand_on_their_words(corpus, &spans);
        let found: BTreeSet<Place> = spans.iter().map(|row| self::place(corpus, row)).collect();
        assert_eq!(found, places(corpus), "{folder} {options:?}");
        assert_eq!(spans.len(), found.len(), "{folder}: each once");
        let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
        let mut found: Vec<_> =
            relations.iter().map(|row| (text(row, "doc"), [text(row, "relation"), text(row, "from"), text(row, "to")])).collect();
        let of = |sheet: &Sheet| ties(sheet).into_iter().map(|tie| (sheet.name.clone(), tie)).collect::<Vec<_>>();
        let mut expected: Vec<_> = corpus.documents.iter().flat_map(of).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{folder}");
    }
}

/// The type of each relation, and the words of its ends; of an end in pieces those of the first.
fn ties(sheet: &Sheet) -> Vec<[String; 3]> {
    let words = |id: &str| sheet.text.slice(sheet.span(id).unwrap().pieces[0]).to_owned();
    sheet.relations.iter().map(|tie| [tie.kind.clone(), words(&tie.from), words(&tie.to)]).collect()
}

/// And the relations that join the pieces of a span.
fn ties_and_pieces(sheet: &Sheet) -> Vec<[String; 3]> {
    let mut all = ties(sheet);
    for span in &sheet.spans {
        let words = |piece: &TextRange| sheet.text.slice(*piece).to_owned();
        all.extend(span.pieces[1..].iter().map(|piece| ["next_piece".into(), words(&span.pieces[0]), words(piece)]));
    }
    all
}

#[test]
fn doccano_imports_its_own() {
    let counting = |unit| Options { unit, ..Options::default() };
    let given = |unit| corpora().map(|corpus| (Format::Doccano, counting(unit), corpus));
    let given: Vec<_> = [None, Some(Unit::CodePoint)].into_iter().flat_map(given).collect();
    is_all_there("doccano", "doccano_reads.py", &given, ties);
}

#[test]
fn label_studio_imports_its_own() {
    let given = corpora().map(|corpus| (Format::LabelStudio, Options::default(), corpus));
    is_all_there("label-studio", "label_studio_reads.py", &given, ties_and_pieces);
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
