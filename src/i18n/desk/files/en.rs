//! What came of files, in English.

use crate::format::native::{BYTES_MAX, FileFault, Kind, Opened, ReadFault, Report};
use crate::i18n::en::nouns::counted;
use crate::i18n::plural::Noun;
use crate::i18n::{isolated, quoted};

/// What came of a file.
pub fn told(opened: &Opened) -> String {
    match opened {
        Opened::Merged(name, report) => merged(name, report),
        Opened::Unreadable(name, FileFault::Unread) => {
            format!("The browser could not read the file {}. Copying it elsewhere and opening it there may help.", isolated(name))
        }
        Opened::Unreadable(name, FileFault::NotUtf8) => {
            format!("The file {} is not UTF-8 text. Save it in that encoding, then open it.", isolated(name))
        }
        Opened::Unreadable(name, FileFault::TooLarge { bytes }) => {
            let (name, size, most) = (isolated(name), bytes.div_ceil(1 << 20), BYTES_MAX >> 20);
            format!(
                "The file {name} is larger than what can be opened here: {size} MB of at most {most}. Divide it, then open the parts."
            )
        }
        Opened::Refused(name, fault) => {
            format!("The file {} was not opened, and nothing was changed. {}", isolated(name), faulty(fault))
        }
    }
}

fn merged(name: &str, report: &Report) -> String {
    let list = |parts: &[(Noun, u32)]| {
        let said = parts.iter().filter(|(_, count)| *count > 0).map(|(noun, count)| counted(*noun, *count as usize));
        said.collect::<Vec<_>>().join(", ")
    };
    let added = list(&[
        (Noun::Document, report.documents_added),
        (Noun::Span, report.spans_added),
        (Noun::Label, report.labels_added),
        (Noun::Set, report.sets_added),
        (Noun::Record, report.records_added),
    ]);
    let changed = list(&[(Noun::Span, report.spans_changed)]);
    let passed = list(&[(Noun::Span, report.spans_passed), (Noun::Record, report.records_passed)]);
    let mut text = format!("Opened {}.", isolated(name));
    let parts = [("Added: ", added), ("Updated: ", changed), ("Here already: ", passed)];
    for (said, list) in parts.iter().filter(|(_, list)| !list.is_empty()) {
        text.push_str(&format!(" {said}{list}."));
    }
    if report.renamed > 0 {
        text.push_str(&format!(" Given a new id: {}.", report.renamed));
    }
    if parts.iter().all(|(_, list)| list.is_empty()) {
        text.push_str(" It holds nothing new.");
    }
    text
}

/// Why a file was not opened, with the place.
fn faulty(fault: &ReadFault) -> String {
    let at = |path: &str| if path.is_empty() { "at the top of the file".to_owned() } else { format!("at {}", isolated(path)) };
    match fault {
        ReadFault::NotJson { line, column } => format!("It is not valid JSON: the fault is in line {line}, column {column}."),
        ReadFault::NotOurs => "It is JSON, but no file of Hashiya: it has no field format that says hashiya.".to_owned(),
        ReadFault::NewerVersion(version) => {
            format!("A newer Hashiya wrote it (file version {version}). Update the page, then open it.")
        }
        ReadFault::TooDeep => "Its lists and objects are nested deeper than allowed.".to_owned(),
        ReadFault::TooLarge { bytes } => format!("It is larger than allowed: {}. Divide it.", counted(Noun::Byte, *bytes)),
        ReadFault::Missing { path } => format!("A field that must be there is missing {}.", at(path)),
        ReadFault::WrongType { path, expected } => {
            format!("The value {} is of another type; it should be {}.", at(path), kind(*expected))
        }
        ReadFault::BadValue { path, found } => format!("The value {} {} is not allowed.", quoted(found), at(path)),
        ReadFault::BadId { path, found } => format!("The id {} {} is not formed as ids are.", quoted(found), at(path)),
        ReadFault::BadColour { path, found } => {
            format!("The colour {} {} is neither one of Hashiya's nor of the form #rrggbb.", quoted(found), at(path))
        }
        ReadFault::HashMismatch { path, document } => {
            format!(
                "The text of the document {} does not have the SHA-256 {}: one of the two was altered.",
                isolated(document),
                at(path)
            )
        }
        ReadFault::LengthMismatch { path, document } => {
            format!("The text of the document {} does not have the length {}.", isolated(document), at(path))
        }
        ReadFault::OutOfText { path, document } => {
            format!("The limits {} are empty or reach beyond the text of the document {}.", at(path), isolated(document))
        }
        ReadFault::OffsetMismatch { path, document, span, expected, found } => format!(
            "The place of the span {} in the document {} does not fit its words {}: the file says {}, the text has {}.",
            isolated(span),
            isolated(document),
            at(path),
            quoted(expected),
            quoted(found)
        ),
        ReadFault::BadFragments { path, span } => {
            format!("The parts of the span {} overlap, are out of order or do not fill its limits {}.", isolated(span), at(path))
        }
        ReadFault::UnknownReference { path, id } => format!("The id {} {} names nothing in the file.", quoted(id), at(path)),
        ReadFault::Duplicate { path, id } => format!("{} is there twice {}.", quoted(id), at(path)),
        ReadFault::Cycle { path, id } => format!("The label {} stands under itself {}.", quoted(id), at(path)),
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "an object",
        Kind::List => "a list",
        Kind::Text => "a string",
        Kind::Number => "a whole number, not negative",
        Kind::Flag => "true or false",
        Kind::Pair => "two numbers, the first not greater",
    }
}
