//! The bare page: the same two texts, one element for each block, and nothing else.

use std::fs;

use crate::corpus::{Corpus, FT, NYT};
use crate::harness::scratch::Scratch;

/// Writes the bare page into the folder `page` of a scratch folder.
pub fn build() -> Result<Scratch, String> {
    let scratch = Scratch::new("floor")?;
    let folder = scratch.folder("page")?;
    let articles: String = [FT, NYT].map(|id| article(&Corpus::read(id))).concat();
    let page = format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><title>floor</title>\
         <link rel=\"stylesheet\" href=\"floor.css\"><script src=\"floor.js\" defer></script>{articles}"
    );
    let files = [("index.html", page.as_str()), ("floor.js", include_str!("floor.js")), ("floor.css", include_str!("floor.css"))];
    for (name, text) in files {
        fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(scratch)
}

fn article(corpus: &Corpus) -> String {
    let blocks = corpus.blocks().into_iter().map(|block| {
        let text = corpus.slice(block).replace('&', "&amp;").replace('<', "&lt;");
        format!("<p data-start=\"{}\">{text}</p>", corpus.utf16(block.start))
    });
    format!("<article data-document=\"{}\">{}</article>", corpus.id, blocks.collect::<String>())
}
