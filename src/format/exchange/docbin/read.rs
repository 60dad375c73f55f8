//! A corpus from a DocBin.

use super::super::fault::{Fault, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::known::Known;
use super::super::model::{Mark, Referent, Sheet};
use super::super::records::{remark, take_about, works};
use super::super::rest::take_rest;
use super::super::spacy::GROUP;
use super::hash::{number, symbols};
use super::msgpack::Packed;
use super::{BEGIN, DOC_ID, ENT_IOB, ENT_KB_ID, ENT_TYPE, INSIDE, ORTH};
use crate::core::range::TextRange;
use crate::core::text::Text;
use flate2::read::ZlibDecoder;
use serde_json::Value;
use std::collections::HashMap;
use std::io::Read as _;
use std::rc::Rc;

/// The most that a file may unpack to: some millions of tokens.
const MOST: u64 = 256 << 20;

/// Reads files of this format.
///
/// # Errors
/// Where it is no zlib or MessagePack, unpacks to too much, or its parts do not fit each other.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in works(files, super::claims) {
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        let mut bytes = Vec::new();
        let broken = |syntax| Fault::Broken { file: file.name.clone(), line: 0, syntax };
        ZlibDecoder::new(file.bytes.as_slice()).take(MOST + 1).read_to_end(&mut bytes).map_err(|_| broken("zlib"))?;
        if bytes.len() as u64 > MOST {
            return Err(Fault::TooLarge { file: file.name.clone(), bytes: bytes.len() as u64 });
        }
        let whole = Packed::of(&bytes).ok_or_else(|| broken("MessagePack"))?;
        let bin = Bin::of(&whole).map_err(|what| Fault::Shape { file: file.name.clone(), line: 0, what: what.to_owned() })?;
        if bin.lengths.is_empty() {
            return Err(Fault::Empty { file: file.name.clone() });
        }
        let mut from = 0;
        for (place, length) in bin.lengths.iter().enumerate() {
            let sheet = bin.sheet(file, place, from..from + length, &mut found);
            found.corpus.documents.extend(sheet);
            from += length;
        }
    }
    Ok(found)
}

/// The parts of a file that fit each other.
struct Bin<'a> {
    whole: &'a Packed<'a>,
    attrs: Vec<u64>,
    /// The numbers of all tokens, 8 bytes each, the least first.
    tokens: &'a [u8],
    spaces: &'a [u8],
    /// How many tokens each document has.
    lengths: Vec<usize>,
    strings: HashMap<u64, &'a str>,
}

impl<'a> Bin<'a> {
    /// The parts; otherwise the name of the one that does not fit.
    fn of(whole: &'a Packed<'a>) -> Result<Self, &'static str> {
        let bytes = |name: &'static str| whole.get(name).and_then(Packed::bytes).ok_or(name);
        let attrs: Vec<u64> = whole.get("attrs").ok_or("attrs")?.list().iter().filter_map(plain).collect();
        let (tokens, spaces) = (bytes("tokens")?, bytes("spaces")?);
        let lengths = bytes("lengths")?.chunks_exact(4).map(|length| i32::from_le_bytes(length.try_into().unwrap_or_default()));
        let lengths: Vec<usize> = lengths.map(usize::try_from).collect::<Result<_, _>>().map_err(|_| "lengths")?;
        if !attrs.contains(&ORTH) {
            return Err("attrs");
        }
        // Lengths are 31 bits and no more of them than bytes in the file, so that nothing here runs over.
        let count = lengths.iter().map(|length| *length as u64).sum::<u64>();
        if spaces.len() as u64 != count {
            return Err("spaces");
        }
        if tokens.len() as u64 != count * attrs.len() as u64 * 8 {
            return Err("tokens");
        }
        let mut strings: HashMap<u64, &str> = symbols().collect();
        for text in whole.get("strings").ok_or("strings")?.list() {
            if let Packed::Text(text) = text {
                strings.insert(number(text), text);
            }
        }
        Ok(Self { whole, attrs, tokens, spaces, lengths, strings })
    }

    /// A number of a token; `None` where the file does not have it.
    fn attr(&self, token: usize, attr: u64) -> Option<u64> {
        let column = self.attrs.iter().position(|one| *one == attr)?;
        let at = (token * self.attrs.len() + column) * 8;
        Some(u64::from_le_bytes(self.tokens.get(at..at + 8)?.try_into().ok()?))
    }

    fn text(&self, number: u64) -> Option<&'a str> {
        if number == 0 { Some("") } else { self.strings.get(&number).copied() }
    }

    fn part(&self, name: &str, place: usize) -> Option<&'a Packed<'a>> {
        self.whole.get(name)?.list().get(place)
    }

    fn sheet(&self, file: &InFile, place: usize, tokens: std::ops::Range<usize>, found: &mut Found) -> Option<Sheet> {
        let mut passed = |kind, words: String| found.remarks.push(remark(file, place + 1, kind, words));
        let is_joined = self.part("flags", place).and_then(|flags| flags.get("has_unknown_spaces")) == Some(&Packed::Flag(true));
        let mut text = String::new();
        let mut words: Vec<(u32, u32)> = Vec::new();
        let mut count = 0;
        for token in tokens.clone() {
            let Some(word) = self.attr(token, ORTH).and_then(|number| self.text(number)) else {
                passed(RemarkKind::NoText, String::new());
                return None;
            };
            let start = count;
            count += word.chars().count() as u32;
            words.push((start, count));
            text.push_str(word);
            if is_joined || self.spaces.get(token) == Some(&1) {
                text.push(' ');
                count += 1;
            }
        }
        if text.is_empty() {
            passed(RemarkKind::NoText, String::new());
            return None;
        }
        let mut sheet = Sheet { text: Rc::new(Text::new(text)), is_joined, ..Sheet::default() };
        let (mut ids, mut known) = (Vec::new(), Known::default());
        for group in self.groups(place) {
            let is_ours = group.get("name") == Some(&Packed::Text(GROUP));
            for span in group.get("spans").map(Packed::list).unwrap_or_default() {
                let read = span.bytes().and_then(|bytes| self.span(bytes, &words));
                let Some((limits, label, kb)) = read else {
                    passed(RemarkKind::BadLimits, String::new());
                    ids.extend(is_ours.then(String::new));
                    continue;
                };
                let id = push(&mut sheet, &mut known, limits, label, kb);
                ids.extend(is_ours.then_some(id));
            }
        }
        self.entities(tokens, &words, &mut sheet, known, &mut passed);
        if let Some(Value::Object(cats)) = self.part("cats", place).map(Packed::json) {
            let is_so = |value: &Value| value.as_f64().is_some_and(|score| score >= 0.5);
            sheet.labels.extend(cats.into_iter().filter(|(_, value)| is_so(value)).map(|(label, _)| label));
        }
        let data = self.part("user_data", place).and_then(Packed::bytes).and_then(Packed::of);
        if let Some(Value::Object(mut data)) = data.as_ref().map(Packed::json) {
            if let Some(Value::String(name)) = data.shift_remove(DOC_ID) {
                sheet.name = name;
            }
            for (kind, words) in take_rest(&mut sheet, &ids, &mut data) {
                passed(kind, words);
            }
            take_about(&mut sheet, data);
        }
        Some(sheet)
    }

    /// The groups of spans of a document: since spaCy 3.5 the keys of an object, before that a list.
    fn groups(&self, place: usize) -> Vec<Packed<'a>> {
        let Some(bytes) = self.part("span_groups", place).and_then(Packed::bytes) else { return Vec::new() };
        let packed: Vec<&[u8]> = match Packed::of(bytes) {
            Some(Packed::Fields(fields)) => fields.iter().filter_map(|(key, _)| key.bytes()).collect(),
            Some(Packed::List(items)) => items.iter().filter_map(Packed::bytes).collect(),
            _ => Vec::new(),
        };
        packed.into_iter().filter_map(Packed::of).collect()
    }

    /// A span of a group: id, knowledge base, label, then first and last token and character, the greatest byte first.
    fn span(&self, bytes: &[u8], words: &[(u32, u32)]) -> Option<(TextRange, &'a str, &'a str)> {
        let long = |at: usize| Some(u64::from_be_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let short = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
        let (kb, label, first, last) = (long(8)?, long(16)?, short(24)?, short(28)?);
        let limits = (words.get(first)?.0, words.get(last.checked_sub(1)?)?.1);
        (first < last && limits.0 < limits.1)
            .then(|| TextRange::of(limits.0, limits.1))
            .zip(self.text(label))
            .map(|(range, label)| (range, label, self.text(kb).unwrap_or_default()))
    }

    /// The entities of a document that are in no group.
    fn entities(
        &self,
        tokens: std::ops::Range<usize>,
        words: &[(u32, u32)],
        sheet: &mut Sheet,
        mut known: Known,
        passed: &mut impl FnMut(RemarkKind, String),
    ) {
        let mut open: Option<(TextRange, u64, u64)> = None;
        let mut all = Vec::new();
        for (token, word) in tokens.zip(words) {
            let attr = |attr| self.attr(token, attr).unwrap_or_default();
            let (stands, label, kb) = (attr(ENT_IOB), attr(ENT_TYPE), attr(ENT_KB_ID));
            let goes_on = stands == INSIDE && open.is_some_and(|(_, known, _)| known == label);
            if let Some((range, ..)) = open.as_mut().filter(|_| goes_on) {
                *range = TextRange::of(range.start().0, word.1);
                continue;
            }
            all.extend(open.take());
            if stands == INSIDE {
                passed(RemarkKind::OddTag, self.text(label).unwrap_or_default().to_owned());
            }
            if (stands == BEGIN || stands == INSIDE) && word.0 < word.1 {
                open = Some((TextRange::of(word.0, word.1), label, kb));
            }
        }
        all.extend(open);
        for (range, label, kb) in all {
            let label = self.text(label).unwrap_or_default();
            if known.said(range, label).is_none() {
                push(sheet, &mut known, range, label, self.text(kb).unwrap_or_default());
            }
        }
    }
}

fn plain(value: &Packed<'_>) -> Option<u64> {
    if let Packed::Whole(number) = value { u64::try_from(*number).ok() } else { None }
}

/// Adds a span; gives its id.
fn push(sheet: &mut Sheet, known: &mut Known, limits: TextRange, label: &str, kb: &str) -> String {
    let id = format!("s{}", sheet.spans.len() + 1);
    let referents = if kb.is_empty() { Vec::new() } else { vec![Referent { link: Some(kb.to_owned()), ..Referent::default() }] };
    known.push(sheet, Mark { id: id.clone(), label: label.to_owned(), pieces: vec![limits], referents, ..Mark::default() });
    id
}
