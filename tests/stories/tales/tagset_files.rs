//! A file of labels that is opened like any other, dropped, or comes in a zip: it waits on the page of the labels.

use hashiya::format::exchange::file::OutFile;
use hashiya::format::exchange::zip::pack;
use serde_json::json;

use super::desk_tagset::{close_desk, named, open_desk, write};
use crate::corpus::FT;
use crate::harness::engine::Engine;
use crate::page::Page;

/// Drops a file of the disk in the middle of the page, as a hand does.
fn drop_file(page: &Page, path: &std::path::Path) {
    let data = json!({ "items": [], "files": [path.display().to_string()], "dragOperationsMask": 1 });
    for kind in ["dragEnter", "dragOver", "drop"] {
        page.browser.devtools("Input.dispatchDragEvent", json!({ "type": kind, "x": 300, "y": 300, "data": data }));
    }
}

pub fn file_of_labels_waits_however_it_comes(page: &mut Page) {
    page.open_document(FT);
    page.listen();
    open_desk(page, "z", "desk-tagset");
    write(page, "new-label", "مبعوث");
    page.press_action(".desk [data-action=\"label-make\"]");
    let tagset = page.download_by(|page| page.press_action(".desk [data-action=\"tagset-download\"]")).0.to_string();
    close_desk(page);
    page.undo();
    let has = |page: &Page| named(&page.download(), "مبعوث").is_some();
    assert!(!has(page));
    let path = page.keep("labels.json", &tagset);
    // Chosen: shown with its count of labels, in front of the reader, and nothing taken before that is said.
    page.open_files(std::slice::from_ref(&path));
    page.browser.wait("the file to have the focus", "document.activeElement?.matches('.desk [data-tagset-file]')", vec![]);
    assert!(page.words_of(".desk [data-tagset-file]").contains("labels.json"));
    assert!(!has(page));
    page.press_action(".desk [data-action=\"file-leave\"]");
    page.waits_without(".desk [data-tagset-file]");
    close_desk(page);
    // Dropped, which only one of the drivers can do as a hand does.
    if page.browser.engine == Engine::Chromium {
        drop_file(page, &path);
    } else {
        page.open_files(&[path]);
    }
    page.press_action(".desk [data-action=\"file-add\"]");
    page.waits_without(".desk [data-tagset-file]");
    assert!(has(page));
    close_desk(page);
    page.undo();
    assert!(!has(page), "what came with the file is one step");
    // Out of a zip that holds nothing else, then beside a text.
    let zip = page.keep("all.zip", "");
    std::fs::write(&zip, pack(&[OutFile::text("labels.json", &*tagset)])).unwrap();
    page.open_files(std::slice::from_ref(&zip));
    page.waits_for(".desk .desk-tagset [data-tagset-file]");
    page.press_action(".desk [data-action=\"file-leave\"]");
    std::fs::write(&zip, pack(&[OutFile::text("labels.json", &*tagset), OutFile::text("خبر.txt", "خبر عن عُمان")])).unwrap();
    page.open_files(&[zip]);
    page.waits_for(".desk [data-work=\"1\"]");
    page.press_action(".desk [data-action=\"show-tagset\"]");
    page.press_action(".desk [data-action=\"file-replace\"]");
    page.waits_without(".desk [data-tagset-file]");
    assert!(has(page));
    // One of a later version is told, and none waits.
    close_desk(page);
    let later = page.keep("later.json", &tagset.replacen("\"version\":1,", "\"version\":99,", 1));
    page.open_files(&[later]);
    page.browser.wait("why it is not taken", "document.body.textContent.includes('later.json')", vec![]);
    page.waits_without("[data-tagset-file]");
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}
