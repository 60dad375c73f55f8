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
        let name = format!("{}-{}", case.size.name(), case.spans);
        let spans = if case.spans == 0 {
            String::new()
        } else {
            self.write(&format!("{name}.js"), &format!("window.spans = [{}];", spans(case)))?;
            format!("<script src=\"{name}.js\" defer></script>")
        };
        self.write(&format!("{name}.html"), &page(&spans, &article(&case.corpus)))?;
        Ok(format!("{name}.html"))
    }

    /// Adds a file.
    pub fn write(&self, name: &str, text: &str) -> Result<(), String> {
        fs::write(self.folder.join(name), text).map_err(|error| format!("{name}: {error}"))
    }
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
