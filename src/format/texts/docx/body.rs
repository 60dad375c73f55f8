//! WordprocessingML read into lines.

use crate::format::texts::xml::{Node, Tag};

/// What was met on the way.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Revisions that took words out.
    pub deleted: u32,
    /// Revisions that put words in.
    pub inserted: u32,
    /// Notes that are named in the text.
    pub notes: u32,
    /// Pictures.
    pub pictures: u32,
    /// Comments of readers.
    pub comments: u32,
}

/// Lines that are put together: of the document, of a note, of a box that stands in a paragraph.
#[derive(Default)]
struct Lines {
    text: String,
    /// Whether the end of the paragraph was deleted, so that the next one goes on in its line.
    joined: bool,
    /// For each open table whether its row has a cell.
    rows: Vec<bool>,
    /// Boxes that stand in the paragraph, and follow it.
    boxes: Vec<String>,
}

/// Notes are footnotes or endnotes, each with ids of their own.
type NoteId = (bool, String);

/// A document being read, then its notes.
#[derive(Default)]
pub struct Body {
    counts: Counts,
    /// The document's lines first, then those of the boxes that are open.
    lines: Lines,
    above: Vec<Lines>,
    /// How deep within an element that is left out.
    unread: usize,
    /// How deep within an element that says how something looks, and whether that is a paragraph.
    looks: usize,
    of_paragraph: bool,
    /// How many `t` are open.
    words: usize,
    /// The notes that the text names, in order.
    named: Vec<NoteId>,
    /// The notes as they stand, and the one that is open.
    notes: Vec<(NoteId, String)>,
    open: Option<NoteId>,
}

impl Body {
    /// Takes what comes next.
    pub fn take(&mut self, node: &Node) {
        match node {
            Node::Open(_) if self.unread > 0 => self.unread += 1,
            Node::Close(_) if self.unread > 0 => self.unread -= 1,
            Node::Open(tag) if self.looks > 0 => {
                self.looks += 1;
                self.lines.joined |= self.of_paragraph && tag.name() == "del";
            }
            Node::Close(_) if self.looks > 0 => self.looks -= 1,
            Node::Open(tag) => self.open(tag),
            Node::Close(name) => self.close(name),
            Node::Text(words) if self.unread == 0 && self.words > 0 => self.lines.text.push_str(words),
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            // The same again, for programs that know less.
            "Fallback" => self.unread = 1,
            "del" | "moveFrom" => {
                self.counts.deleted += 1;
                self.unread = 1;
            }
            "ins" | "moveTo" => self.counts.inserted += 1,
            "t" => self.words += 1,
            "tab" | "ptab" => self.lines.text.push('\t'),
            "br" | "cr" => self.lines.text.push('\n'),
            "noBreakHyphen" => self.lines.text.push('\u{2011}'),
            "softHyphen" => self.lines.text.push('\u{AD}'),
            "sym" => self.lines.text.extend(tag.get("char").and_then(|code| symbol(&code))),
            "blip" | "imagedata" => self.counts.pictures += 1,
            "commentReference" => self.counts.comments += 1,
            "p" => self.lines.joined = false,
            "tbl" => self.lines.rows.push(false),
            "tr" => self.lines.rows.last_mut().into_iter().for_each(|row| *row = false),
            "tc" => self.lines.cell(),
            "txbxContent" => self.above.push(std::mem::take(&mut self.lines)),
            name @ ("footnoteReference" | "endnoteReference") => self.refer(name == "endnoteReference", tag),
            name @ ("footnote" | "endnote") => {
                let id = tag.get("id").unwrap_or_default();
                self.above.push(std::mem::take(&mut self.lines));
                self.open = Some((name == "endnote", id));
            }
            name if name.ends_with("Pr") => {
                self.looks = 1;
                self.of_paragraph = name == "pPr";
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.words = self.words.saturating_sub(1),
            "p" => self.lines.end(),
            "tbl" => drop(self.lines.rows.pop()),
            "txbxContent" => {
                let inside = self.below();
                self.lines.boxes.extend(Some(inside).filter(|text| !text.is_empty()));
            }
            "footnote" | "endnote" => {
                let text = self.below();
                self.notes.extend(self.open.take().map(|id| (id, text)));
            }
            _ => {}
        }
    }

    /// Leaves a box or a note, whose lines are given.
    fn below(&mut self) -> String {
        let above = self.above.pop().unwrap_or_default();
        let inside = std::mem::replace(&mut self.lines, above);
        inside.text.trim_end_matches('\n').to_owned()
    }

    /// The text names a note: its number stands there, as it does on paper.
    fn refer(&mut self, end: bool, tag: &Tag) {
        if self.open.is_some() {
            return;
        }
        self.named.push((end, tag.get("id").unwrap_or_default()));
        self.lines.text.push_str(&format!("[{}]", self.named.len()));
    }

    /// The text with its notes below, and what was met.
    pub fn done(mut self) -> (String, Counts) {
        self.counts.notes = self.named.len() as u32;
        let mut text = std::mem::take(&mut self.lines.text);
        text.truncate(text.trim_end_matches('\n').len());
        for (number, id) in self.named.iter().enumerate() {
            let note = self.notes.iter().find(|(other, _)| other == id).map_or("", |(_, note)| note.trim_start());
            text.push_str(&format!("\n[{}] {note}", number + 1));
        }
        (text, self.counts)
    }
}

impl Lines {
    /// A paragraph ends.
    fn end(&mut self) {
        if !std::mem::take(&mut self.joined) {
            self.text.push('\n');
        }
        for text in std::mem::take(&mut self.boxes) {
            if !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push('\n');
            }
            self.text.push_str(&text);
            self.text.push('\n');
        }
    }

    /// A cell begins; the line of the one before it does not end.
    fn cell(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        if std::mem::replace(row, true) {
            if self.text.ends_with('\n') {
                self.text.pop();
            }
            self.text.push('\t');
        }
    }
}

/// A character by its number; none of those that only a font of symbols knows.
fn symbol(code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    char::from_u32(code).filter(|_| !(0xE000..=0xF8FF).contains(&code))
}
