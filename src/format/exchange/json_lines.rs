//! Formats whose files are records of JSON, one for each document: what is alike in reading and writing them.

use super::fault::{Fault, Remark, RemarkKind};
use super::file::{Found, InFile, OutFile, Reading, Written};
use super::left_out;
use super::loss::Loss;
use super::model::{Corpus, Sheet};
use super::records::{records, remark, works};
use serde_json::{Map, Value};

/// A record that is being read: where it stands, and what is said of it.
pub struct Place<'a> {
    file: &'a InFile,
    line: usize,
    remarks: &'a mut Vec<Remark>,
}

impl Place<'_> {
    /// Says that something was passed over.
    pub fn remark(&mut self, kind: RemarkKind, words: impl Into<String>) {
        self.remarks.push(remark(self.file, self.line, kind, words));
    }
}

/// Reads files whose records are documents; `take` gives those of one record.
///
/// # Errors
/// The first line that is no JSON, or that there is no document in a file.
pub fn read(files: &[InFile], claims: fn(&InFile) -> bool, mut take: impl FnMut(Place, Value) -> Vec<Sheet>) -> Reading {
    let mut found = Found::default();
    for file in works(files, claims) {
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        let before = found.corpus.documents.len();
        for record in records(file)? {
            let place = Place { file, line: record.line, remarks: &mut found.remarks };
            found.corpus.documents.extend(take(place, record.value));
        }
        if found.corpus.documents.len() == before {
            return Err(Fault::Empty { file: file.name.clone() });
        }
    }
    Ok(found)
}

/// The same of files in which each record is an object with one document; what is none is told.
///
/// # Errors
/// As [`read`].
pub fn read_objects(
    files: &[InFile],
    claims: fn(&InFile) -> bool,
    mut take: impl FnMut(Place, Map<String, Value>) -> Option<Sheet>,
) -> Reading {
    read(files, claims, |mut place, value| match value {
        Value::Object(object) => take(place, object).into_iter().collect(),
        other => {
            place.remark(RemarkKind::Unreadable, other.to_string());
            Vec::new()
        }
    })
}

/// A corpus as one file with a line for each document, in a format that holds no links between them.
pub fn write(corpus: &Corpus, name: &str, mut line: impl FnMut(&Sheet, &mut Vec<Loss>) -> Value) -> Written {
    let (mut lines, mut losses) = (String::new(), Vec::new());
    for sheet in &corpus.documents {
        lines.push_str(&line(sheet, &mut losses).to_string());
        lines.push('\n');
    }
    losses.extend(left_out::links(corpus));
    Written { files: vec![OutFile::text(name, lines)], losses }
}
