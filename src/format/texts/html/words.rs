//! Words put together as a browser shows them: white space collapsed, blocks on lines of their own, cells parted by tabs.

/// Words so far.
#[derive(Default)]
pub struct Words {
    text: String,
    /// Whether something stands on the line so far.
    begun: bool,
    /// Whether a line ends before the next word.
    breaks: bool,
    /// Whether a space stands before the next word.
    spaced: bool,
    /// Whether a line feed that comes next is left out.
    dropped: bool,
    /// For each open table whether its row has a cell.
    rows: Vec<bool>,
}

impl Words {
    /// Adds words; their white space is collapsed unless it is `kept`.
    pub fn put(&mut self, words: &str, kept: bool) {
        for character in words.chars() {
            let drops = std::mem::take(&mut self.dropped) && character == '\n';
            match character {
                _ if drops => {}
                '\n' if kept => self.line(),
                ' ' | '\t' | '\n' | '\r' | '\x0C' if !kept => self.spaced |= self.begun && !self.breaks,
                _ => {
                    self.settle();
                    self.text.push(character);
                    self.begun = true;
                }
            }
        }
    }

    /// Writes what stands before the next word.
    fn settle(&mut self) {
        if std::mem::take(&mut self.breaks) {
            self.text.push('\n');
        } else if self.spaced {
            self.text.push(' ');
        }
        self.spaced = false;
    }

    /// A block begins or ends.
    pub fn block(&mut self) {
        self.breaks |= std::mem::take(&mut self.begun);
        self.spaced = false;
    }

    /// A line ends.
    pub fn line(&mut self) {
        self.spaced = false;
        self.settle();
        self.text.push('\n');
        self.begun = false;
    }

    /// A line feed that comes next is none.
    pub const fn drop_line(&mut self) {
        self.dropped = true;
    }

    /// A table begins.
    pub fn table(&mut self) {
        self.rows.push(false);
    }

    /// A table ends.
    pub fn end_table(&mut self) {
        self.end_row();
        self.rows.pop();
    }

    /// A row begins.
    pub fn row(&mut self) {
        self.end_row();
    }

    /// A row ends.
    pub fn end_row(&mut self) {
        if self.rows.last_mut().is_some_and(std::mem::take) {
            self.begun = true;
            self.block();
        }
    }

    /// A cell begins.
    pub fn cell(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        if std::mem::replace(row, true) {
            (self.breaks, self.spaced, self.begun) = (false, false, false);
            self.text.push('\t');
        }
    }

    /// How many bytes there are so far.
    pub const fn len(&self) -> usize {
        self.text.len()
    }

    /// What was added since there were so many bytes.
    pub fn since(&self, from: usize) -> &str {
        self.text.get(from..).unwrap_or_default()
    }

    /// All, without white space at its end.
    pub fn done(mut self) -> String {
        self.text.truncate(self.text.trim_end_matches(['\n', ' ', '\t']).len());
        self.text
    }
}
