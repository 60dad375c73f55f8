//! What every exchange format is written from and read into: documents with what stands on them, free of any one tool's
//! way of writing.
//!
//! On the way out limits are code points. On the way in they are what [`Sheet::unit`] says until
//! [`anchor`](super::anchor) has found them in the text.

use crate::core::document::Direction;
use crate::core::range::TextRange;
use crate::core::tagset::Tagset;
use crate::core::text::Text;
use serde_json::Value;
use std::rc::Rc;

/// What a limit counts from the start of its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points, as everywhere inside Hashiya.
    #[default]
    CodePoint,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
    /// Bytes of UTF-8.
    Byte,
    /// Grapheme clusters (UAX #29).
    Grapheme,
}

/// Several documents and what stands on them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Corpus {
    /// Its name, without a suffix: of the project, or of the file it came from.
    pub name: String,
    /// Labels, types of relations and events, attributes. On the way in only what the file itself declares.
    pub tagset: Tagset,
    /// The documents in order.
    pub documents: Vec<Sheet>,
    /// What is said across documents.
    pub links: Vec<CrossLink>,
}

/// One document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// The stem of its file names, `[a-z0-9_-]{1,64}` on the way out; on the way in what the file calls it, or blank.
    pub name: String,
    /// Its title; blank where the file has none.
    pub title: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// The BCP 47 tag of its language; blank where the file does not say.
    pub language: String,
    /// Which way it runs.
    pub direction: Direction,
    /// Its text, verbatim. On the way in: the text as the file has it, or joined from its tokens.
    pub text: Rc<Text>,
    /// Whether [`Self::text`] is not the file's own but was put together from tokens, so that white space is a guess.
    pub is_joined: bool,
    /// What limits count. On the way out always code points.
    pub unit: Unit,
    /// Its spans, earlier starts first and longer before shorter.
    pub spans: Vec<Mark>,
    /// Relations between its spans.
    pub relations: Vec<Tie>,
    /// Its events.
    pub events: Vec<Happening>,
    /// Labels of the document as a whole.
    pub labels: Vec<String>,
    /// What the file says of it beyond this, name and value.
    pub extra: Vec<(String, Value)>,
}

/// A span.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mark {
    /// Its id, unique in its document.
    pub id: String,
    /// The id of its label. On the way in: the label as the file names it.
    pub label: String,
    /// Its pieces, disjoint and in order; at least one.
    pub pieces: Vec<TextRange>,
    /// The words that the file says it covers; of several pieces those of all, joined by [`Mark::GAP`]. On the way out always there.
    pub words: Option<String>,
    /// What stands before it, as the file says.
    pub prefix: Option<String>,
    /// What stands after it, as the file says.
    pub suffix: Option<String>,
    /// What the annotator wrote about it; may have several lines.
    pub note: String,
    /// Values of attributes: the attribute's id and a text, a number, a flag or a list of texts.
    pub attributes: Vec<(String, Value)>,
    /// What it mentions.
    pub referents: Vec<Referent>,
    /// Who made it, where that is told.
    pub annotator: Option<String>,
    /// When it was made: RFC 3339, UTC; blank where that is not told.
    pub created_at: String,
}

/// What a span mentions: an entity of the project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Referent {
    /// Its id in the project; blank on the way in where the file has none.
    pub id: String,
    /// Its name; may be blank.
    pub name: String,
    /// Its id elsewhere: `Q794` of Wikidata, or an address.
    pub link: Option<String>,
}

/// A relation between two spans of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tie {
    /// Its id, unique in its document.
    pub id: String,
    /// Its type.
    pub kind: String,
    /// The id of the span it begins at.
    pub from: String,
    /// The id of the span it ends at.
    pub to: String,
    /// What the annotator wrote about it.
    pub note: String,
}

/// An event: a trigger, and spans in roles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Happening {
    /// Its id, unique in its document.
    pub id: String,
    /// Its type.
    pub kind: String,
    /// The id of the span whose words tell of it.
    pub trigger: Option<String>,
    /// Each role and the id of its span, in order.
    pub roles: Vec<(String, String)>,
    /// What the annotator wrote about it.
    pub note: String,
}

/// What is said of two things in different documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CrossLink {
    /// Its id.
    pub id: String,
    /// `same`, `contradicts`, `supports`, `updates`, `quotes`.
    pub kind: String,
    /// Where it begins.
    pub from: LinkEnd,
    /// Where it ends.
    pub to: LinkEnd,
    /// What the annotator wrote about it.
    pub note: String,
}

/// An end of such a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEnd {
    /// A span: the name of its document, and its id.
    Span(String, String),
    /// An event: the name of its document, and its id.
    Event(String, String),
    /// An entity, by its id in the project.
    Entity(String),
}

impl Default for LinkEnd {
    fn default() -> Self {
        Self::Entity(String::new())
    }
}

impl Mark {
    /// What stands between the words of two pieces in [`Self::words`].
    pub const GAP: &'static str = " … ";

    /// From its first to its last limit.
    #[must_use]
    pub fn hull(&self) -> TextRange {
        let start = self.pieces.first().map_or(0, |piece| piece.start().0);
        let end = self.pieces.last().map_or(start, |piece| piece.end().0);
        TextRange::of(start, end)
    }
}

impl Sheet {
    /// The span of that id.
    #[must_use]
    pub fn span(&self, id: &str) -> Option<&Mark> {
        self.spans.iter().find(|span| span.id == id)
    }

    /// The words of a span whose limits are code points of the text.
    #[must_use]
    pub fn words(&self, span: &Mark) -> String {
        span.pieces.iter().map(|piece| self.text.slice(*piece)).collect::<Vec<_>>().join(Mark::GAP)
    }
}
