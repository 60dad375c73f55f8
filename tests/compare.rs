//! What the two reports of the worked example say of the same things, held against one another.
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use hashiya::core::compare::csv::{csv, words};
use hashiya::core::compare::{Card, Cell, FigureRow, Pair, Table, Verdict, Why, cards, figure, pairs, table};
use hashiya::core::ids::DocumentId;
use hashiya::core::op::{Item, Op};
use hashiya::core::range::TextRange;
use hashiya::core::record::{Collection, Extra, Record};
use hashiya::core::shapes::Shapes;
use hashiya::core::span::Span;
use hashiya::core::state::State;
use hashiya::core::tagset::Bilingual;
use hashiya::format::native;
use std::collections::BTreeSet;
use std::rc::Rc;

fn example() -> State {
    native::state_from(native::read(include_str!("../seeds/example.hashiya.json")).expect("it reads"))
}

fn documents(state: &State) -> Vec<DocumentId> {
    state.documents.iter().map(|one| one.document.id.clone()).collect()
}

/// All that is drawn of a state.
fn all(state: &State, documents: &[DocumentId]) -> (Vec<Card>, Vec<Pair>, Table) {
    let shapes = Shapes::of(state);
    let cards = cards(state, &shapes, documents);
    let pairs = pairs(state, &shapes, documents, &cards);
    let table = table(state, &shapes, documents, &cards, &pairs);
    (cards, pairs, table)
}

fn card<'a>(cards: &'a [Card], id: &str) -> &'a Card {
    cards.iter().find(|card| &*card.id == id).expect("a card")
}

/// A row's verdict and the words of its cells.
fn said(state: &State, card: &Card, role: &str) -> (Verdict, Vec<String>) {
    let row = card.rows.iter().find(|row| row.role == role).expect("a row");
    let cell = |cell: &Cell| cell.iter().map(|span| words(state, span)).collect::<Vec<_>>().join("، ");
    (row.verdict, row.cells.iter().map(cell).collect())
}

fn verdict(verdict: Verdict, cells: [&str; 2]) -> (Verdict, Vec<String>) {
    (verdict, cells.map(str::to_owned).to_vec())
}

#[test]
fn the_two_reports_agree_and_differ_as_they_do() {
    use Verdict::{Agree, Differ, Missing};
    let state = example();
    let (cards, ..) = all(&state, &documents(&state));
    let shared = cards.iter().filter(|card| card.reports() == 2).map(|card| &*card.id).collect::<Vec<_>>();
    assert_eq!(shared, ["e-a-talks", "e-a-attacks", "e-a-base", "e-a-strikes"]);

    let attacks = card(&cards, "e-a-attacks");
    assert_eq!(said(&state, attacks, "number"), verdict(Differ, ["99", "102"]));
    assert_eq!(said(&state, attacks, "agent"), verdict(Agree, ["الجماعة", "الحوثيين"]));
    assert_eq!(said(&state, attacks, "date"), verdict(Differ, ["أكتوبر/تشرين الأول", "19 نوفمبر"]));
    assert_eq!(said(&state, attacks, "source"), verdict(Missing, ["", "وزارة الدفاع الأمريكية"]));
    assert_eq!(said(&state, attacks, "place"), verdict(Differ, ["البحر الأحمر، المياه المحيطة به", "البحر الأحمر، خليج عدن"]));

    let base = card(&cards, "e-a-base");
    assert_eq!(said(&state, base, "victims"), verdict(Agree, ["ثلاثة", "ثلاثة"]));
    assert_eq!(said(&state, base, "agent"), verdict(Missing, ["", "ميليشيا عراقية قريبة من إيران"]));
    assert_eq!(said(&state, base, "place"), verdict(Missing, ["الحدود الأردنية السورية", ""]));

    let talks = card(&cards, "e-a-talks");
    assert_eq!(said(&state, talks, "participant"), verdict(Agree, ["الولايات المتحدة، إيران", "الدولتين"]));
    assert_eq!(said(&state, talks, "delegate").0, Differ);
    assert_eq!(said(&state, talks, "date"), verdict(Agree, ["يناير", "يناير الماضي"]));
    // Two entities, and a link that says they are one place.
    assert_eq!(said(&state, talks, "place"), verdict(Agree, ["عُمان", "مسقط"]));
    assert_eq!(said(&state, talks, "outcome"), verdict(Missing, ["", "لم يتم التوصل إلى اتفاق"]));

    let strikes = card(&cards, "e-a-strikes");
    assert_eq!(said(&state, strikes, "place"), verdict(Agree, ["سوريا، العراق", "العراق، سوريا"]));
    assert_eq!(said(&state, strikes, "agent").0, Agree);
    assert_eq!(said(&state, strikes, "target").0, Differ);
}

#[test]
fn a_verdict_says_why() {
    let state = example();
    let (cards, ..) = all(&state, &documents(&state));
    let why = |card_id: &str, role: &str| {
        card(&cards, card_id).rows.iter().find(|row| row.role == role).map(|row| row.why.clone()).expect("a row")
    };
    assert!(matches!(why("e-a-attacks", "number"), Why::Link(link) if &*link.id == "l-99-102"));
    assert!(matches!(why("e-a-talks", "place"), Why::Link(link) if &*link.id == "l-place"));
    let alone = |why: Why| match why {
        Why::Partly(spans) => spans.iter().map(|span| words(&state, span)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(alone(why("e-a-talks", "delegate")), ["أبرام بالي", "علي باقري كاني"]);
    assert_eq!(alone(why("e-a-attacks", "place")), ["المياه المحيطة به", "خليج عدن"]);
    assert_eq!(why("e-a-attacks", "agent"), Why::Same);
    assert_eq!(why("e-a-strikes", "target"), Why::Different);
    assert_eq!(why("e-a-base", "agent"), Why::OneReport);
    let attacks = card(&cards, "e-a-attacks");
    assert!(attacks.rows.iter().find(|row| row.role == "number").is_some_and(|row| row.notes[0].contains("102")));
    assert_eq!(attacks.notes.len(), 1);
}

#[test]
fn without_links_dates_and_figures_are_compared_by_their_values() {
    let mut state = example();
    let bare = |record: &Rc<Record>| record.id().is_none_or(|id| !["l-feb", "l-three", "l-99-102"].contains(&id));
    state.records = Rc::new(state.records.iter().filter(|record| bare(record)).cloned().collect());
    let (cards, ..) = all(&state, &documents(&state));
    let row = |id: &str, role: &str| card(&cards, id).rows.iter().find(|row| row.role == role).cloned().expect("a row");
    let date = row("e-a-strikes", "date");
    assert_eq!((date.verdict, date.why), (Verdict::Agree, Why::LessPrecise));
    assert_eq!(row("e-a-base", "victims").why, Why::Same);
    assert_eq!(row("e-a-attacks", "number").why, Why::Different);
}

#[test]
fn entities_that_a_link_calls_the_same_are_one() {
    let mut state = example();
    let mut verdicts = Vec::new();
    for ends in [None, Some(("n-oman", "n-muscat")), Some(("n-muscat", "n-oman"))] {
        let records = example().records.iter().filter(|record| record.id() != Some("l-place")).cloned().collect::<Vec<_>>();
        let link = ends.map(|(from, to)| {
            let value = serde_json::json!({ "id": "l", "type": "same", "from": { "entity": from }, "to": { "entity": to } });
            Rc::new(Record { document: None, collection: Collection::Links, value: Rc::new(value) })
        });
        state.records = Rc::new(records.into_iter().chain(link).collect());
        let (cards, ..) = all(&state, &documents(&state));
        verdicts.push(said(&state, card(&cards, "e-a-talks"), "place").0);
    }
    assert_eq!(verdicts, [Verdict::Differ, Verdict::Agree, Verdict::Agree]);
}

#[test]
fn the_table_shows_who_is_named_by_one_report_only_and_the_figures_that_differ() {
    let state = example();
    let shapes = Shapes::of(&state);
    let (_, pairs, table) = all(&state, &documents(&state));
    let one = table
        .entities
        .iter()
        .filter(|row| row.verdict == Verdict::Missing)
        .map(|row| row.entity.name.as_str())
        .collect::<Vec<_>>();
    assert_eq!(
        one,
        [
            "أبرام بالي",
            "علي باقري كاني",
            "فايننشال تايمز",
            "مسقط",
            "ساسان كريمي",
            "خليج عدن",
            "نيويورك تايمز",
            "وزارة الدفاع الأمريكية"
        ]
    );
    let first = &table.figures[0];
    assert_eq!((first.id.as_str(), first.verdict), ("e-a-attacks.number", Verdict::Differ));
    let figures = |row: &FigureRow| row.cells.iter().map(|cell| figure(&state, &shapes, &cell[0])).collect::<Vec<_>>();
    assert_eq!(figures(first), [Some("99".to_owned()), Some("102".to_owned())]);
    assert_eq!(table.figures.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["e-a-attacks.number", "e-a-base.victims"]);
    let outside = pairs.iter().map(|pair| &*pair.link.id).collect::<Vec<_>>();
    assert_eq!(outside, ["l-mcgurk-post", "l-quote", "l-channels", "l-control"]);
}

#[test]
fn comparing_is_the_same_from_either_side() {
    let state = example();
    let mut turned = documents(&state);
    turned.reverse();
    let (forth, back) = (all(&state, &documents(&state)), all(&state, &turned));
    let verdicts = |cards: &[Card]| {
        let rows = cards
            .iter()
            .filter(|card| card.reports() == 2)
            .flat_map(|card| card.rows.iter().map(|row| (card.name.en.clone(), row.role.clone(), row.verdict)));
        rows.collect::<BTreeSet<_>>()
    };
    assert_eq!(verdicts(&forth.0), verdicts(&back.0));
    let cells = |table: &Table, flip: bool| {
        let figures = table.figures.iter().map(|row| (row.cells.clone(), row.verdict));
        let entities = table.entities.iter().map(|row| (row.cells.clone(), row.verdict));
        let mut all = figures.chain(entities).collect::<Vec<_>>();
        all.iter_mut().filter(|_| flip).for_each(|(cells, _)| cells.reverse());
        all.sort();
        all
    };
    assert_eq!(cells(&forth.2, false), cells(&back.2, true));
}

#[test]
fn a_span_that_nothing_stands_on_changes_nothing() {
    let state = example();
    let documents = documents(&state);
    let first = state.documents[0].spans.iter().next().expect("a span");
    let span = Span {
        id: "more".into(),
        range: TextRange::of(3802, 3818),
        fragments: Vec::new(),
        attributes: Extra::default(),
        ..Span::clone(first)
    };
    let more = state.apply(&Op::Add(Item::Span(documents[0].clone(), Rc::new(span)))).expect("it fits");
    assert_eq!(all(&more, &documents), all(&state, &documents));
}

#[test]
fn one_document_and_none_are_compared_with_nothing() {
    let state = example();
    let one = documents(&state)[..1].to_vec();
    let (cards, pairs, table) = all(&state, &one);
    assert!(cards.iter().flat_map(|card| &card.rows).all(|row| row.verdict == Verdict::Missing && row.cells.len() == 1));
    assert!(pairs.is_empty() && table.entities.iter().all(|row| row.verdict == Verdict::Agree));
    let (cards, pairs, table) = all(&state, &[]);
    assert!(cards.is_empty() && pairs.is_empty() && table.entities.is_empty() && table.figures.is_empty());
}

/// Reads CSV by the letter of RFC 4180.
fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut rest) = (false, text.chars().peekable());
    while let Some(character) = rest.next() {
        let row = rows.last_mut().expect("a row");
        match character {
            '"' if quoted && rest.peek() == Some(&'"') => row.last_mut().expect("a field").push(rest.next().expect("a quote")),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted && rest.peek() == Some(&'\n') => {
                rest.next();
                rows.push(vec![String::new()]);
            }
            other => row.last_mut().expect("a field").push(other),
        }
    }
    assert!(!quoted, "a quote does not end");
    assert_eq!(rows.pop(), Some(vec![String::new()]), "it ends with a line break");
    rows
}

#[test]
fn the_csv_reads_back_to_the_table_in_both_languages() {
    let state = example();
    let shapes = Shapes::of(&state);
    let (.., table) = all(&state, &documents(&state));
    let names: [fn(&Bilingual) -> String; 2] = [|name| name.ar.clone(), |name| name.en.clone()];
    for (name, number) in names.into_iter().zip(["عدد", "how many"]) {
        let text = csv(&table, &state, &shapes, name);
        let rows = parsed(text.strip_prefix('\u{FEFF}').expect("a byte order mark"));
        let (head, rows) = rows.split_first().expect("a head");
        assert!(rows.iter().all(|row| row.len() == head.len()) && head.len() == 16);
        assert_eq!(rows.len(), table.entities.len() + table.figures.len());
        let at = |row: &[String], column: &str| row[head.iter().position(|name| name == column).expect("a column")].clone();
        let figures = rows.iter().filter(|row| at(row, "kind") == "figure").collect::<Vec<_>>();
        let first = figures[0];
        let got = ["name", "ft-report_figure", "nyt-report_figure", "ft-report_start", "ft-report_end", "verdict"]
            .map(|column| at(first, column));
        assert_eq!(got, [number, "99", "102", "4007", "4009", "differ"]);
        for (row, entity) in rows.iter().zip(&table.entities) {
            assert_eq!(at(row, "name"), entity.entity.name);
            assert_eq!(at(row, "outside_id"), entity.entity.link.clone().unwrap_or_default());
            for (document, cell) in table.documents.iter().zip(&entity.cells) {
                assert_eq!(at(row, &format!("{document}_count")), cell.len().to_string());
                let quotes = cell.iter().map(|span| words(&state, span)).collect::<Vec<_>>().join(" | ");
                assert_eq!(at(row, &format!("{document}_quote")), quotes);
            }
        }
    }
}

#[test]
fn nothing_in_the_csv_is_run_as_a_formula_or_breaks_a_line() {
    let mut state = example();
    let records = Rc::make_mut(&mut state.records);
    let entity = records.iter_mut().find(|record| record.id() == Some("n-oman")).expect("an entity");
    let record = Rc::make_mut(entity);
    let name = "=HYPERLINK(\"x\"),\r\nعُمان";
    Rc::make_mut(&mut record.value)["name"] = name.into();
    let shapes = Shapes::of(&state);
    let (.., table) = all(&state, &documents(&state));
    let text = csv(&table, &state, &shapes, |name| name.en.clone());
    let rows = parsed(&text[3..]);
    assert!(rows.iter().any(|row| row[1] == format!("'{name}")));
}
