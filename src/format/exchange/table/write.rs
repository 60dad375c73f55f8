//! A corpus as tables.

use super::super::file::{OutFile, Written};
use super::super::left_out::tie_words;
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, LinkEnd, Mark, Sheet};
use super::super::options::{Options, Tokens};
use super::super::plain::written;
use super::super::tokens::tokens;
use super::cells::{escaped, is_formula, quoted};
use super::header::{ATTRIBUTE, GUARD, SPANS};
use crate::core::range::TextRange;

/// A table in the making: its name, its rows, the first of which is its header.
struct Table {
    name: &'static str,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn new(name: &'static str, header: &[&str]) -> Self {
        Self { name, rows: vec![owned(header)] }
    }
}

fn owned(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// The corpus as files of this format.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let mut written = Written::default();
    if corpus.documents.is_empty() {
        return written;
    }
    let mut losses = Vec::new();
    let spans = spans(corpus, &mut losses);
    let mut tables = [spans, documents(corpus), relations(corpus), events(corpus), labels(corpus), links(corpus)];
    for sheet in corpus.documents.iter().filter(|sheet| !sheet.extra.is_empty()) {
        losses.push(Loss::new(LossKind::About, &sheet.name, &*sheet.title, ""));
    }
    if options.safe_cells {
        tables.iter_mut().for_each(|table| guard(table, &mut losses));
    }
    for (place, table) in tables.iter().enumerate() {
        if place < 2 || table.rows.len() > 1 {
            let rows: String =
                table.rows.iter().map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n").collect();
            written.files.push(OutFile::text(format!("{}.csv", table.name), format!("\u{FEFF}{rows}")));
        }
        if place == 0 {
            let rows: String =
                table.rows.iter().map(|row| row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join("\t") + "\n").collect();
            written.files.push(OutFile::text(format!("{}.tsv", table.name), rows));
        }
    }
    written.losses = losses;
    written
}

/// Gives every cell that a spreadsheet would run an apostrophe, and says in the header that this was done.
fn guard(table: &mut Table, losses: &mut Vec<Loss>) {
    let mut rows = table.rows.iter_mut();
    if let Some(header) = rows.next() {
        header.push(GUARD.to_owned());
    }
    for row in rows {
        let document = row.first().cloned().unwrap_or_default();
        for cell in row.iter_mut().filter(|cell| is_formula(cell)) {
            losses.push(Loss::new(LossKind::Guarded, &document, cell.clone(), ""));
            cell.insert(0, '\'');
        }
        row.push(String::new());
    }
}

fn spans(corpus: &Corpus, losses: &mut Vec<Loss>) -> Table {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in corpus.documents.iter().flat_map(|sheet| &sheet.spans).flat_map(|span| &span.attributes) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let mut table = Table::new("spans", &SPANS);
    table.rows[0].extend(owned(&["created_at", "word_start", "word_end", "word"]));
    table.rows[0].extend(names.iter().map(|name| format!("{ATTRIBUTE}{name}")));
    for sheet in &corpus.documents {
        let words = tokens(&sheet.text, Tokens::Words);
        for span in &sheet.spans {
            table.rows.push(span_row(sheet, span, &words, &names));
            for _ in span.referents.iter().skip(1) {
                losses.push(Loss::new(LossKind::Referent, &sheet.name, sheet.words(span), &span.label));
            }
        }
    }
    table
}

/// From the beginning of the written word in which a piece begins to the end of that in which it ends: who trains on whole words
/// wants clitics with them.
fn around(words: &[TextRange], piece: TextRange) -> TextRange {
    let first = words.get(words.partition_point(|word| word.end() <= piece.start()));
    let last = words.partition_point(|word| word.start() < piece.end()).checked_sub(1).map(|place| words[place]);
    let start = first.map_or(piece.start(), |word| word.start().min(piece.start()));
    TextRange::new(start, last.map_or(piece.end(), |word| word.end().max(piece.end())))
}

fn span_row(sheet: &Sheet, span: &Mark, words: &[TextRange], names: &[&str]) -> Vec<String> {
    let hull = span.hull();
    let pieces: Vec<String> = span.pieces.iter().map(|piece| format!("{} {}", piece.start().0, piece.end().0)).collect();
    let fragments = if pieces.len() > 1 { pieces.join(";") } else { String::new() };
    let referent = span.referents.first().cloned().unwrap_or_default();
    let whole = Mark { pieces: span.pieces.iter().map(|piece| around(words, *piece)).collect(), ..Mark::default() };
    let mut row = vec![
        sheet.name.clone(),
        hull.start().0.to_string(),
        hull.end().0.to_string(),
        span.label.clone(),
        sheet.words(span),
        span.id.clone(),
        fragments,
        span.note.clone(),
        referent.name,
        referent.id,
        referent.link.unwrap_or_default(),
        span.annotator.clone().unwrap_or_default(),
        span.created_at.clone(),
        whole.hull().start().0.to_string(),
        whole.hull().end().0.to_string(),
        sheet.words(&whole),
    ];
    let cell = |name: &&str| {
        span.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| written(value)).unwrap_or_default()
    };
    row.extend(names.iter().map(cell));
    row
}

fn documents(corpus: &Corpus) -> Table {
    let mut table = Table::new("documents", &["doc", "title", "source", "language", "direction", "text"]);
    for sheet in &corpus.documents {
        let source = sheet.source.as_deref().unwrap_or_default();
        table.rows.push(owned(&[
            &sheet.name,
            &sheet.title,
            source,
            &sheet.language,
            sheet.direction.name(),
            sheet.text.as_str(),
        ]));
    }
    table
}

fn relations(corpus: &Corpus) -> Table {
    let mut table = Table::new("relations", &["doc", "id", "type", "from", "to", "text", "note"]);
    for sheet in &corpus.documents {
        for tie in &sheet.relations {
            table.rows.push(owned(&[&sheet.name, &tie.id, &tie.kind, &tie.from, &tie.to, &tie_words(sheet, tie), &tie.note]));
        }
    }
    table
}

/// A row for each role; one without role for an event that has none.
fn events(corpus: &Corpus) -> Table {
    let mut table = Table::new("events", &["doc", "id", "type", "trigger", "role", "span", "text", "note"]);
    for sheet in &corpus.documents {
        for event in &sheet.events {
            let none = [(String::new(), String::new())];
            let roles = if event.roles.is_empty() { &none[..] } else { &event.roles };
            let trigger = event.trigger.as_deref().unwrap_or_default();
            for (role, span) in roles {
                let words = sheet.span(span).map(|span| sheet.words(span)).unwrap_or_default();
                table.rows.push(owned(&[&sheet.name, &event.id, &event.kind, trigger, role, span, &words, &event.note]));
            }
        }
    }
    table
}

fn labels(corpus: &Corpus) -> Table {
    let mut table = Table::new("document_labels", &["doc", "label"]);
    for sheet in &corpus.documents {
        table.rows.extend(sheet.labels.iter().map(|label| owned(&[&sheet.name, label])));
    }
    table
}

fn links(corpus: &Corpus) -> Table {
    let header = ["id", "type", "from_kind", "from_doc", "from_id", "to_kind", "to_doc", "to_id", "note"];
    let mut table = Table::new("links", &header);
    for link in &corpus.links {
        let [from, to] = [&link.from, &link.to].map(|end| match end {
            LinkEnd::Span(doc, id) => ["span", doc, id],
            LinkEnd::Event(doc, id) => ["event", doc, id],
            LinkEnd::Entity(id) => ["entity", "", id],
        });
        let cells = [&[link.id.as_str(), link.kind.as_str()][..], &from, &to, &[link.note.as_str()]].concat();
        table.rows.push(owned(&cells));
    }
    table
}
