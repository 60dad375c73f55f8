//! What the columns of a table are, by their names.

use super::cells::{Kind, rows};

/// The column that tells that cells may have an apostrophe before what looks like a formula.
pub const GUARD: &str = "apostrophe_before_formula";
/// What stands before the names of attributes.
pub const ATTRIBUTE: &str = "attribute:";
/// The columns of our own table of spans.
pub const SPANS: [&str; 12] =
    ["doc", "start", "end", "label", "text", "id", "fragments", "note", "entity", "entity_id", "link", "annotator"];

const DOC: &[&str] =
    &["doc", "document", "docid", "documentid", "docname", "file", "filename", "article", "articleid", "الوثيقة", "المستند"];
const START: &[&str] = &[
    "start",
    "begin",
    "startoffset",
    "beginoffset",
    "offsetstart",
    "startchar",
    "charstart",
    "startindex",
    "startpos",
    "البداية",
];
const END: &[&str] = &["end", "stop", "endoffset", "offsetend", "endchar", "charend", "endindex", "endpos", "النهاية"];
const LABEL: &[&str] =
    &["label", "type", "tag", "entitytype", "enttype", "entitylabel", "category", "class", "ner", "التسمية", "النوع", "entity"];
const QUOTE: &[&str] =
    &["quote", "words", "spantext", "coveredtext", "mention", "mentiontext", "surface", "exact", "entitytext", "span", "العبارة"];
const TEXT: &[&str] = &["text", "sentence", "content", "النص", "value"];

/// What a table tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Spans.
    Spans,
    /// Documents and their texts.
    Documents,
    /// Relations.
    Relations,
    /// Events, a row for each role.
    Events,
    /// Labels of documents.
    Labels,
    /// Links between documents.
    Links,
    /// Documents with all their spans, as Label Studio has them.
    Packed,
}

/// The first row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// How its cells are parted.
    pub kind: Kind,
    /// What it tells of.
    pub subject: Subject,
    /// The names of its columns.
    pub names: Vec<String>,
}

impl Header {
    /// The header that a line is; `None` where it is none that is known.
    #[must_use]
    pub fn of(line: &str) -> Option<Self> {
        let kinds = [Kind::Quoted(b'\t'), Kind::Quoted(b';'), Kind::Quoted(b',')];
        kinds.into_iter().find_map(|kind| {
            let names = rows(line, kind).into_iter().next()?.cells;
            let subject = subject(&names)?;
            let own = subject == Subject::Spans && names.iter().any(|name| name == "fragments");
            let kind = if kind == Kind::Quoted(b'\t') && own { Kind::Escaped } else { kind };
            Some(Self { kind, subject, names })
        })
    }

    /// Which column has that name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name)
    }

    /// Which column names the document.
    #[must_use]
    pub fn doc(&self) -> Option<usize> {
        known(&self.names, DOC)
    }

    /// Which columns have the limits.
    #[must_use]
    pub fn limits(&self) -> Option<(usize, usize)> {
        Some((known(&self.names, START)?, known(&self.names, END)?))
    }

    /// Which column has the label.
    #[must_use]
    pub fn label(&self) -> Option<usize> {
        known(&self.names, LABEL)
    }

    /// Which columns have the words of a span, and the text of its document; a column `text` may be either.
    #[must_use]
    pub fn texts(&self) -> (Option<usize>, Option<usize>) {
        (known(&self.names, QUOTE), known(&self.names, TEXT))
    }
}

/// The first of some names that is there, in their order.
fn known(names: &[String], wanted: &[&str]) -> Option<usize> {
    let plain = |name: &String| {
        name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let names: Vec<String> = names.iter().map(plain).collect();
    wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted))
}

fn subject(names: &[String]) -> Option<Subject> {
    let has = |wanted: &[&str]| wanted.iter().all(|wanted| names.iter().any(|name| name == wanted));
    if known(names, START).is_some() && known(names, END).is_some() && known(names, LABEL).is_some() {
        Some(Subject::Spans)
    } else if has(&["from_kind", "from_id", "to_kind", "to_id", "type"]) {
        Some(Subject::Links)
    } else if has(&["annotation_id", "lead_time"]) {
        Some(Subject::Packed)
    } else if has(&["doc", "from", "to", "type"]) {
        Some(Subject::Relations)
    } else if has(&["doc", "id", "type", "trigger", "role", "span"]) {
        Some(Subject::Events)
    } else if has(&["doc", "text", "title"]) {
        Some(Subject::Documents)
    } else {
        (names.iter().filter(|name| *name != GUARD).count() == 2 && has(&["doc", "label"])).then_some(Subject::Labels)
    }
}
