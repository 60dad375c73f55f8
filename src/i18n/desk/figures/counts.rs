//! Figures of counts and lengths.

use super::{Ask, Word, cut};
use crate::core::figures::bins::bins;
use crate::core::figures::plot::{Bar, Grid, Plot, bars, columns, grid};
use crate::core::figures::table::{Cell, Head, Table};
use crate::core::figures::{Seen, median};
use crate::core::fixed::fixed;
use crate::i18n::{self, Lang, Noun};

/// What a figure comes to: its description, drawing and table.
pub type Parts = (String, Plot, Table);

fn percent(part: usize, whole: usize) -> f64 {
    if whole > 0 { part as f64 * 100.0 / whole as f64 } else { 0.0 }
}

/// The spans of each label.
pub fn labels(ask: &Ask<'_>) -> Parts {
    let (figures, counts) = (ask.figures, ask.figures.by_label());
    let used = figures.used();
    let all = figures.spans.len();
    let drawn = used.len().min(ask.most.0);
    let bar = |name: String, count: usize| Bar {
        name,
        value: count as f64,
        said: format!("{count} ({}%)", fixed(percent(count, all), u32::from(percent(count, all) < 1.0))),
    };
    let mut rows = used[..drawn].iter().map(|label| bar(ask.label_name(*label), counts[*label])).collect::<Vec<_>>();
    if drawn < used.len() {
        // All others together are no label: a bar of them would dwarf those of labels.
        let rest = bar(ask.word(Word::Other).to_owned(), used[drawn..].iter().map(|label| counts[*label]).sum());
        rows.push(Bar { value: 0.0, ..rest });
    }
    let middle = |label, of: fn(&Seen) -> u32| {
        median(&figures.lengths(Some(label), of)).map_or(Cell::Nothing, |middle| Cell::Number(middle, 1))
    };
    let row = |label: &usize| {
        vec![
            Cell::Words(ask.label_name(*label)),
            Cell::Words(figures.labels[*label].to_string()),
            Cell::Count(counts[*label]),
            Cell::Number(percent(counts[*label], all), 2),
            middle(*label, |seen| seen.words),
            middle(*label, |seen| seen.characters),
        ]
    };
    let heads = vec![
        Head::new(ask.word(Word::Label)),
        Head::new(ask.word(Word::Code)),
        Head::new(ask.word(Word::Spans)),
        Head::of(ask.word(Word::Share), "%"),
        Head::of(ask.word(Word::Median), ask.word(Word::UnitWords)),
        Head::of(ask.word(Word::Median), ask.word(Word::UnitCharacters)),
    ];
    let first = used.first().map(|label| (ask.label_name(*label), counts[*label])).unwrap_or_default();
    let (spans, of) = (i18n::counted(ask.lang, Noun::Span, all), used.len());
    let about = match ask.lang {
        Lang::Ar => format!("{spans}، والوسوم المستعملة {of}. أكثرها {} ({}).", i18n::isolated(&first.0), first.1),
        Lang::En => format!("{spans}; labels in use: {of}. The most frequent is {} ({}).", i18n::isolated(&first.0), first.1),
    };
    (about + &cut(ask.lang, drawn, used.len()), bars(&rows), Table { heads, rows: used.iter().map(row).collect() })
}

/// The spans in each document; `None` where there is one.
pub fn documents(ask: &Ask<'_>) -> Option<Parts> {
    let (figures, counts) = (ask.figures, ask.figures.by_document());
    if counts.len() < 2 {
        return None;
    }
    let per_thousand = |place: usize| {
        let words = figures.extents[place].words;
        (words > 0).then(|| counts[place] as f64 * 1000.0 / f64::from(words))
    };
    let drawn = counts.len().min(ask.most.0);
    let bar = |place: usize| Bar { name: ask.document_name(place), value: counts[place] as f64, said: counts[place].to_string() };
    let row = |place: usize| {
        let extent = figures.extents[place];
        vec![
            Cell::Words(ask.document_name(place)),
            Cell::Count(counts[place]),
            Cell::Count(extent.words as usize),
            Cell::Count(extent.characters as usize),
            per_thousand(place).map_or(Cell::Nothing, |number| Cell::Number(number, 2)),
        ]
    };
    let heads = vec![
        Head::new(ask.word(Word::Document)),
        Head::new(ask.word(Word::Spans)),
        Head::new(ask.word(Word::Words)),
        Head::of(ask.word(Word::Characters), ask.word(Word::UnitCharacters)),
        Head::new(ask.word(Word::PerThousand)),
    ];
    let words = figures.extent().words;
    let mean = if words > 0 { figures.spans.len() as f64 * 1000.0 / f64::from(words) } else { 0.0 };
    let about = match ask.lang {
        Lang::Ar => format!("في كل ألف كلمة {} من المقاطع في المتوسط.", fixed(mean, 1)),
        Lang::En => format!("On average {} spans per thousand words.", fixed(mean, 1)),
    };
    let table = Table { heads, rows: (0..counts.len()).map(row).collect() };
    Some((about + &cut(ask.lang, drawn, counts.len()), bars(&(0..drawn).map(bar).collect::<Vec<_>>()), table))
}

/// The labels by document; `None` where there is one.
pub fn by_document(ask: &Ask<'_>) -> Option<Parts> {
    let about = match ask.lang {
        Lang::Ar => "عدد مقاطع كل وسم في كل مستند؛ كلما كثرت قوي لون الخانة.",
        Lang::En => "How many spans each label has in each document; the more, the stronger the shade.",
    };
    labels_by(ask, about, &ask.document_names(), |seen| seen.document)
}

/// The labels by annotation set; `None` where there is one.
pub fn by_set(ask: &Ask<'_>) -> Option<Parts> {
    let about = match ask.lang {
        Lang::Ar => "عدد مقاطع كل وسم عند كل واسم؛ كلما كثرت قوي لون الخانة.",
        Lang::En => "How many spans each annotator gave each label; the more, the stronger the shade.",
    };
    labels_by(ask, about, &ask.set_names(), |seen| seen.set)
}

fn labels_by(ask: &Ask<'_>, about: &str, names: &[String], of: impl Fn(&Seen) -> usize) -> Option<Parts> {
    if names.len() < 2 {
        return None;
    }
    let counts = ask.figures.label_by(names.len(), of);
    let used = ask.figures.used();
    let (rows, across) = (used.len().min(ask.most.0), names.len().min(ask.most.1));
    let most = counts.iter().flatten().copied().max().unwrap_or_default().max(1);
    let cell = |count: &usize| (*count as f64 / most as f64, if *count > 0 { count.to_string() } else { String::new() });
    let drawing = Grid {
        rows: used[..rows].iter().map(|label| ask.label_name(*label)).collect(),
        columns: names[..across].to_vec(),
        cells: used[..rows].iter().map(|label| counts[*label][..across].iter().map(cell).collect()).collect(),
    };
    let unit = ask.word(Word::UnitSpans);
    let mut heads = vec![Head::new(ask.word(Word::Label))];
    heads.extend(names.iter().map(|name| Head::of(name.clone(), unit)));
    heads.push(Head::of(ask.word(Word::All), unit));
    let row = |label: &usize| {
        let counts = &counts[*label];
        let total = Cell::Count(counts.iter().sum());
        let cells = counts.iter().map(|count| Cell::Count(*count));
        std::iter::once(Cell::Words(ask.label_name(*label))).chain(cells).chain(std::iter::once(total)).collect()
    };
    let left = cut(ask.lang, rows, used.len()) + &cut(ask.lang, across, names.len());
    Some((about.to_owned() + &left, grid(&drawing), Table { heads, rows: used.iter().map(row).collect() }))
}

/// The lengths of spans in words.
pub fn words(ask: &Ask<'_>) -> Parts {
    lengths(ask, Word::UnitWords, |seen| seen.words)
}

/// The lengths of spans in code points.
pub fn characters(ask: &Ask<'_>) -> Parts {
    lengths(ask, Word::UnitCharacters, |seen| seen.characters)
}

fn lengths(ask: &Ask<'_>, unit: Word, of: impl Fn(&Seen) -> u32) -> Parts {
    let lengths = ask.figures.lengths(None, of);
    let classes = bins(&lengths);
    let unit = ask.word(unit);
    let name = |from: u32, to: Option<u32>| match to {
        Some(to) if to == from => from.to_string(),
        // A hyphen between digits keeps them together whichever way lines run.
        Some(to) => format!("{from}-{to}"),
        None => format!("{from}+"),
    };
    let drawn = classes.iter().map(|class| (name(class.from, class.to), class.count)).collect::<Vec<_>>();
    let heads = [Word::From, Word::To].map(|word| Head::of(ask.word(word), unit));
    let heads = heads.into_iter().chain([Head::new(ask.word(Word::Spans))]).collect();
    let row = |class: &crate::core::figures::bins::Bin| {
        let to = class.to.map_or(Cell::Nothing, |to| Cell::Count(to as usize));
        vec![Cell::Count(class.from as usize), to, Cell::Count(class.count)]
    };
    let middle = fixed(median(&lengths).unwrap_or_default(), 1);
    let longest = lengths.last().copied().unwrap_or_default();
    let about = match ask.lang {
        Lang::Ar => format!("الوسيط {middle}، وأطول مقطع {longest}."),
        Lang::En => format!("The median is {middle}, the longest {longest}."),
    };
    let axis = format!("{} ({unit})", ask.word(Word::Axis));
    (about, columns(&drawn, &axis), Table { heads, rows: classes.iter().map(row).collect() })
}
