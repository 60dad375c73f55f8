//! The bare page: the same text, one element for each block, and nothing else.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use crate::cases::Case;
use crate::corpus::{Corpus, FT, NYT, Stretch};
use crate::harness::scratch::Scratch;

/// Highlights that the spans are shared out to.
const LABELS: usize = 7;

/// The folder of bare pages: `index.html` with both articles, and one page for each case that was added.
pub struct Floor {
    _scratch: Scratch,
    /// What is served.
    pub folder: PathBuf,
}

impl Floor {
    /// Writes the bare page of both articles into a scratch folder.
    pub fn build() -> Result<Self, String> {
        let scratch = Scratch::new("floor")?;
        let floor = Self { folder: scratch.folder("page")?, _scratch: scratch };
        floor.write("floor.js", include_str!("floor.js"))?;
        floor.write("floor.css", include_str!("floor.css"))?;
        let articles: String = [FT, NYT].map(|id| article(&Corpus::read(id))).concat();
        floor.write("index.html", &page("", &articles))?;
        Ok(floor)
    }

    /// Adds the page of a case and gives its name.
    pub fn add(&self, case: &Case) -> Result<String, String> {
        let name = format!("{}.html", named(case));
        self.write(&name, &page(&self.spans(case)?, &article(&case.corpus)))?;
        Ok(name)
    }

    /// Adds the page of a case on which a library of others works in place of the floor's script, and gives its name.
    pub fn add_peer(&self, case: &Case, peer: &str) -> Result<String, String> {
        let name = format!("{}-{peer}.html", named(case));
        let bare = page(&self.spans(case)?, &article(&case.corpus));
        let text = bare
            .replacen("floor.js", "peers.js", 1)
            .replacen("<link ", "<link rel=\"stylesheet\" href=\"peers.css\"><link ", 1)
            .replacen("<html ", &format!("<html data-peer=\"{peer}\" "), 1);
        self.write(&name, &text)?;
        Ok(name)
    }

    /// Adds the spans of a case; gives the element that loads them.
    fn spans(&self, case: &Case) -> Result<String, String> {
        if case.spans == 0 {
            return Ok(String::new());
        }
        let name = format!("{}.js", named(case));
        self.write(&name, &format!("window.spans = [{}];", spans(case)))?;
        Ok(format!("<script src=\"{name}\" defer></script>"))
    }

    /// Adds a file.
    pub fn write(&self, name: &str, text: &str) -> Result<(), String> {
        fs::write(self.folder.join(name), text).map_err(|error| format!("{name}: {error}"))
    }
}

fn named(case: &Case) -> String {
    format!("{}-{}", case.size.name(), case.spans)
}

/// A bare page with these articles, and this before its own script.
fn page(before: &str, articles: &str) -> String {
    format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><title>floor</title>\
         <link rel=\"stylesheet\" href=\"floor.css\">{before}<script src=\"floor.js\" defer></script>{articles}"
    )
}

fn article(corpus: &Corpus) -> String {
    let letters: Vec<char> = corpus.text.chars().collect();
    let mut blocks = String::new();
    let (mut units, mut at) = (0, 0);
    for block in corpus.blocks() {
        units += letters[at..block.start].iter().map(|letter| letter.len_utf16()).sum::<usize>();
        at = block.start;
        let text: String = letters[block.start..block.end].iter().collect();
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        write!(blocks, "<p data-start=\"{units}\">{text}</p>").unwrap();
    }
    format!("<article data-document=\"{}\">{blocks}</article>", corpus.id)
}

/// Five numbers for each span, as `floor.js` reads them.
fn spans(case: &Case) -> String {
    let blocks: Vec<Stretch> = case.corpus.blocks();
    let place = |at: usize| {
        let block = blocks.partition_point(|block| block.end < at);
        (block, at - blocks[block].start)
    };
    let mut text = String::new();
    for (nth, run) in case.runs().into_iter().enumerate() {
        let ((first, from), (last, to)) = (place(run.start), place(run.end));
        write!(text, "{first},{from},{last},{to},{},", nth % LABELS).unwrap();
    }
    text
}
