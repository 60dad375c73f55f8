//! The page as one file, opened from a disk: no host, no modules, no requests.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::corpus::{Corpus, FT, NYT};
use crate::harness::site;
use crate::page::Page;

/// The worked example's project.
const EXAMPLE: &str = "oman-talks-example";

/// The one file: `make single` makes it.
fn file() -> PathBuf {
    let folder = site::folder().join("single");
    let mut files = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let found = files.find(|path| path.extension().is_some_and(|ending| ending == "html"));
    found.unwrap_or_else(|| panic!("{} has no page: `make single` makes it", folder.display()))
}

/// Fails where the page has complained since this was last asked, and listens on.
fn quiet(page: &Page) {
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
    page.listen();
}

pub fn single_file_from_a_disk(page: &mut Page) {
    let file = file();
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    assert_eq!(name, format!("hashiya-{}.html", env!("CARGO_PKG_VERSION")), "its name carries the version");
    // A place of this story's own, since browsers keep work by place or for all files together.
    let place = page.keep(&name, &fs::read_to_string(&file).unwrap());
    page.address = format!("file://{}", place.display());
    page.open("");
    page.browser.script("localStorage.clear(); indexedDB.deleteDatabase('hashiya');", vec![]);
    page.reload();

    let corpus = Corpus::read(FT);
    page.open(&format!("#/{FT}"));
    quiet(page);
    let note = "const note = document.querySelector('.single'); return note.getClientRects().length && note.innerText;";
    let said = page.browser.script(note, vec![]);
    assert!(said.as_str().is_some_and(|said| said.contains("نزّل JSON")), "where the work is kept is said: {said}");
    let (label, stretch) = (page.label(0), corpus.find("بريت ماكغورك", 0));
    let span = page.tag(&corpus, stretch, &label);
    page.pieces_fit(&corpus, &span, stretch);
    page.saved();
    quiet(page);
    page.reload();
    quiet(page);
    page.show(&corpus, stretch);
    page.painted(&span);
    page.download().holds(&corpus, &span, stretch, &label.id);

    // The desk is in it.
    page.keys(&["f"]);
    page.browser.wait("the search", "document.activeElement?.dataset.field === 'search'", vec![]);
    page.browser.type_into(&page.browser.element("return document.activeElement;", vec![]), "إيران");
    page.browser.wait("the hits", "document.querySelector('.desk [data-hits]')?.dataset.hits === '35'", vec![]);

    quiet(page);

    // So are the other language and the example, which is a project of its own here too.
    page.open(&format!("?lang=en#/{NYT}"));
    page.shows(NYT);
    quiet(page);
    assert_eq!(page.browser.script("return document.documentElement.lang;", vec![]), "en");
    page.open(&format!("?project={EXAMPLE}#/{FT}"));
    page.show(&corpus, corpus.find("محادثات سرية", 0));
    page.painted("a-talks");
    page.open(&format!("?project={EXAMPLE}&reset"));
    page.open(&format!("#/{FT}"));
    assert_eq!(page.download().spans(FT).len(), 1);

    quiet(page);

    let asked = page.requests();
    assert!(asked.iter().skip(1).all(|address| address.starts_with("data:") || address.starts_with("blob:")), "{asked:?}");
    let faces = page.browser.script(
        "return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replace(/\"/g, ''));",
        vec![],
    );
    assert!(
        ["Hashiya Naskh", "Hashiya UI"].iter().all(|face| faces.as_array().is_some_and(|all| all.contains(&json!(face)))),
        "{faces}"
    );
}
