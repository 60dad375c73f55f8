//! Figures of where spans are, what they stand beside, and when they were made.

use super::counts::Parts;
use super::{Ask, Word, cut, units};
use crate::core::figures::gather::Within;
use crate::core::figures::plot::{Grid, Lines, grid, lines, strips};
use crate::core::figures::table::{Cell, Head, Table};
use crate::core::figures::time;
use crate::i18n::{Lang, isolated};

/// Into how many parts a text is divided.
pub const PARTS: usize = 40;

/// Where in each text spans are.
pub fn density(ask: &Ask<'_>) -> Parts {
    let names = ask.document_names();
    let parts = (0..names.len()).map(|document| ask.figures.density(document, PARTS)).collect::<Vec<_>>();
    let drawn = names.len().min(ask.most.0);
    let drawing = names.iter().cloned().zip(parts.iter().cloned()).take(drawn).collect::<Vec<_>>();
    let mut heads = vec![Head::of(ask.word(Word::Part), format!("/{PARTS}"))];
    heads.extend(names.iter().map(|name| Head::of(name.clone(), ask.word(Word::UnitSpans))));
    let row = |part: usize| {
        let cells = parts.iter().map(|counts| Cell::Count(counts[part]));
        std::iter::once(Cell::Count(part + 1)).chain(cells).collect()
    };
    let about = match ask.lang {
        Lang::Ar => format!("كل نص مقسوم {PARTS} جزءًا متساويًا، وعلو العمود عدد المقاطع التي وسطها فيه."),
        Lang::En => format!("Each text in {PARTS} equal parts; a bar is as high as there are spans with their middle in it."),
    };
    let ends = (ask.word(Word::Start), ask.word(Word::End));
    (about + &cut(ask.lang, drawn, names.len()), strips(&drawing, ends), Table { heads, rows: (0..PARTS).map(row).collect() })
}

/// Which labels stand together; `None` where fewer than two are used.
pub fn together(ask: &Ask<'_>) -> Option<Parts> {
    let (figures, used) = (ask.figures, ask.figures.used());
    if used.len() < 2 {
        return None;
    }
    let count = |one: usize, other: usize| figures.together[used[one]][used[other]];
    let apart = || (0..used.len()).flat_map(|one| (0..one).map(move |other| (other, one)));
    let most = apart().map(|(one, other)| count(one, other)).max().unwrap_or_default();
    let drawn = used.len().min(ask.most.1);
    let cell = |one: usize, other: usize| {
        let both = count(one, other);
        // A label stands with itself wherever it stands: that is told in the table.
        if one == other || both == 0 { (0.0, String::new()) } else { (both as f64 / most as f64, both.to_string()) }
    };
    let names = used.iter().map(|label| ask.label_name(*label)).collect::<Vec<_>>();
    let drawing = Grid {
        rows: names[..drawn].to_vec(),
        columns: names[..drawn].to_vec(),
        cells: (0..drawn).map(|one| (0..drawn).map(|other| cell(one, other)).collect()).collect(),
    };
    let unit = ask.word(if ask.within == Within::Sentence { Word::UnitSentences } else { Word::UnitBlocks });
    let mut heads = vec![Head::new(ask.word(Word::Label))];
    heads.extend(names.iter().map(|name| Head::of(name.clone(), unit)));
    let row = |one: usize| {
        let cells = (0..used.len()).map(|other| Cell::Count(count(one, other)));
        std::iter::once(Cell::Words(names[one].clone())).chain(cells).collect()
    };
    let best = apart().find(|(one, other)| most > 0 && count(*one, *other) == most);
    let place = units(ask.lang, ask.within, most, true);
    let about = match (ask.lang, best.map(|(one, other)| (isolated(&names[one]), isolated(&names[other])))) {
        (Lang::Ar, Some((one, other))) => format!("أكثر ما يجتمع {one} و{other}: في {place}."),
        (Lang::Ar, None) => "لا يجتمع وسمان.".to_owned(),
        (Lang::En, Some((one, other))) => format!("Most often together are {one} and {other}: in {place}."),
        (Lang::En, None) => "No two labels stand together.".to_owned(),
    };
    let table = Table { heads, rows: (0..used.len()).map(row).collect() };
    Some((about + &cut(ask.lang, drawn, used.len()), grid(&drawing), table))
}

/// What was made when; `None` where no span says it.
pub fn time(ask: &Ask<'_>) -> Option<Parts> {
    let progress = ask.figures.progress();
    let (first, last) = (progress.times.first()?.0, progress.times.last()?.0);
    let shown = |at: u32| time::shown(at, progress.by_day);
    let names = ask.set_names();
    let line = |set: usize| {
        let mut sum = 0;
        let made = progress.times.iter().filter(|(_, counts)| counts[set] > 0);
        let points = made.map(|(at, counts)| {
            sum += counts[set];
            (*at, sum)
        });
        (names[set].clone(), points.collect::<Vec<_>>())
    };
    let drawn = names.len().min(ask.most.1.min(6));
    let of = Lines { from: (first, shown(first)), to: (last, shown(last)), lines: (0..drawn).map(line).collect() };
    let unit = ask.word(Word::UnitSpans);
    let mut heads = vec![Head::of(ask.word(if progress.by_day { Word::Day } else { Word::Hour }), "UTC")];
    heads.extend(names.iter().map(|name| Head::of(name.clone(), unit)));
    heads.push(Head::of(ask.word(Word::SoFar), unit));
    let mut sum = 0;
    let rows = progress.times.iter().map(|(at, counts)| {
        sum += counts.iter().sum::<usize>();
        let cells = counts.iter().map(|count| Cell::Count(*count));
        std::iter::once(Cell::Words(shown(*at))).chain(cells).chain([Cell::Count(sum)]).collect()
    });
    let rows = rows.collect();
    let mut about = match (ask.lang, progress.by_day) {
        (Lang::Ar, true) => "ما وُضع من المقاطع حتى كل يوم، بالتوقيت العالمي.",
        (Lang::Ar, false) => "ما وُضع من المقاطع حتى كل ساعة، بالتوقيت العالمي.",
        (Lang::En, true) => "How many spans had been made by each day, in UTC.",
        (Lang::En, false) => "How many spans had been made by each hour, in UTC.",
    }
    .to_owned();
    if progress.unknown > 0 {
        about += &match ask.lang {
            Lang::Ar => format!(" مقاطع لا تذكر وقتها: {}.", progress.unknown),
            Lang::En => format!(" Spans that do not say their time: {}.", progress.unknown),
        };
    }
    Some((about + &cut(ask.lang, drawn, names.len()), lines(&of), Table { heads, rows }))
}
