//! Files of brat as a corpus.

mod gather;

use super::super::anchor;
use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::{Corpus, Mark, Sheet, Unit};
use super::conf::{self, Conf};
use super::line::Line;
use super::pairs::{Pair, pairs};
use super::write::is_line_gap;
use crate::core::range::TextRange;
use crate::core::text::Text;
use gather::Gather;
use std::rc::Rc;

/// Reads files of this format: pairs of text and `.ann`, and the `.conf` files that belong to them.
///
/// # Errors
/// When one is not UTF-8, when no `.ann` has its text ([`Fault::Alone`]), or when there is none at all.
pub fn read(files: &[InFile]) -> Reading {
    let (confs, others): (Vec<&InFile>, Vec<&InFile>) = files.iter().partition(|file| file.ends(".conf"));
    let confs = confs.into_iter().map(InFile::text).collect::<Result<Vec<_>, _>>()?;
    let conf = conf::read(&confs);
    let mut found = Found::default();
    let mut alone = None;
    for (key, pair) in pairs(others.into_iter()) {
        let Some(text) = pair.text else {
            let file = pair.notes.first().map_or_else(String::new, |file| file.name.clone());
            found.remarks.push(Remark { file: file.clone(), line: 0, kind: RemarkKind::NoText, words: format!("{key}.txt") });
            alone = alone.or(Some(Fault::Alone { file, missing: format!("{key}.txt") }));
            continue;
        };
        let sheet = document(text, &pair, &conf, &mut found.remarks)?;
        found.corpus.documents.push(sheet);
    }
    if found.corpus.documents.is_empty() {
        let file = files.first().map_or_else(String::new, |file| file.name.clone());
        return Err(alone.unwrap_or(Fault::Empty { file }));
    }
    let folder = files.first().and_then(|file| file.name.rsplit_once('/')).map(|(folder, _)| folder);
    let name = folder
        .map_or_else(|| found.corpus.documents[0].name.clone(), |folder| folder.rsplit('/').next().unwrap_or(folder).to_owned());
    found.corpus = Corpus { name, tagset: conf.tagset, ..found.corpus };
    Ok(found)
}

fn document(file: &InFile, pair: &Pair<'_>, conf: &Conf, remarks: &mut Vec<Remark>) -> Result<Sheet, Fault> {
    let raw = file.text()?;
    let mut gather = Gather::new(conf);
    let mut lines = Vec::new();
    for notes in &pair.notes {
        for (place, line) in notes.text()?.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let at = (notes.name.as_str(), place + 1);
            match Line::read(line) {
                Some(line) => lines.push((at, line)),
                None if line.trim().is_empty() => {}
                None => remarks.push(remark(at, RemarkKind::Unreadable, line)),
            }
        }
    }
    gather.spans(&lines, remarks);
    gather.others(&lines, remarks);
    let Gather { mut spans, relations, events, .. } = gather;
    let text = placed(raw, file.bytes.starts_with(b"\xEF\xBB\xBF"), &mut spans);
    spans.iter_mut().for_each(|mark| join(&text, mark));
    spans.sort_by_key(|span| (span.hull().start(), std::cmp::Reverse(span.hull().end())));
    let sheet = Sheet { name: file.stem().to_owned(), direction: conf.direction, text: Rc::new(text), ..Sheet::default() };
    Ok(Sheet { spans, relations, events, ..sheet })
}

pub(super) fn remark((file, line): (&str, usize), kind: RemarkKind, words: &str) -> Remark {
    Remark { file: file.to_owned(), line, kind, words: words.to_owned() }
}

/// The text that the limits count in. brat counts a byte order mark and each CR; some others count neither.
fn placed(raw: &str, has_mark: bool, spans: &mut [Mark]) -> Text {
    let verbatim = Text::new(raw);
    let feeds = raw.contains('\r').then(|| Text::new(raw.replace("\r\n", "\n").replace('\r', "\n")));
    let fits = |text: &Text, back: u32| spans.iter().filter(|mark| fit(text, &moved(mark, back), Unit::CodePoint)).count();
    let mut best = (fits(&verbatim, 0), 0, false);
    for (back, is_fed) in [(1, false), (0, true), (1, true)] {
        let text = if is_fed { feeds.as_ref() } else { Some(&verbatim) };
        if let Some(text) = text.filter(|_| back == 0 || has_mark) {
            let count = fits(text, back);
            best = if count > best.0 { (count, back, is_fed) } else { best };
        }
    }
    if best.1 > 0 {
        spans.iter_mut().for_each(|mark| *mark = moved(mark, best.1));
    }
    match feeds {
        Some(feeds) if best.2 => feeds,
        _ => verbatim,
    }
}

fn moved(mark: &Mark, back: u32) -> Mark {
    let piece = |piece: &TextRange| TextRange::of(piece.start().0.saturating_sub(back), piece.end().0.saturating_sub(back));
    Mark { pieces: mark.pieces.iter().map(piece).collect(), ..mark.clone() }
}

/// Whether the pieces, joined by spaces, are the words of a span.
fn fit(text: &Text, mark: &Mark, unit: Unit) -> bool {
    let slice = |piece: &TextRange| {
        let (start, end) = (anchor::offset(text, unit, piece.start().0)?, anchor::offset(text, unit, piece.end().0)?);
        Some(text.slice(TextRange::new(start, end)))
    };
    let slices: Option<Vec<&str>> = mark.pieces.iter().map(slice).collect();
    let Some((slices, words)) = slices.zip(mark.words.as_ref()) else { return false };
    // Long spans with other words cost nothing.
    let length = slices.iter().map(|slice| slice.len() + 1).sum::<usize>();
    length == words.len() + 1 && slices.join(" ") == *words
}

/// Makes one of pieces that only a line break parts: no line may go over one.
fn join(text: &Text, mark: &mut Mark) {
    if mark.pieces.len() < 2 {
        return;
    }
    let Some(unit) = [Unit::CodePoint, Unit::Utf16, Unit::Byte].into_iter().find(|unit| fit(text, mark, *unit)) else { return };
    let at = |place: u32| anchor::offset(text, unit, place);
    let mut joined: Vec<TextRange> = Vec::with_capacity(mark.pieces.len());
    for piece in &mark.pieces {
        let gap = joined.last().and_then(|last| Some(TextRange::new(at(last.end().0)?, at(piece.start().0)?)));
        match joined.last_mut().filter(|_| gap.is_some_and(|gap| is_line_gap(text.slice(gap)))) {
            Some(last) => *last = TextRange::new(last.start(), piece.end()),
            None => joined.push(*piece),
        }
    }
    mark.pieces = joined;
}
