//! The page of the documents by fingers alone, on a phone.

use hashiya::core::desk::DeskPage;
use serde_json::json;

use super::documents::{order, row, waits_for_order};
use crate::corpus::{FT, NYT};
use crate::page::Page;

pub fn documents_by_touch(page: &mut Page) {
    page.be_a_phone();
    page.open("?lang=ar");
    page.shows(FT);
    page.tap_on("[data-action=\"desk\"]");
    page.tap_to(DeskPage::Documents);
    waits_for_order(page, &[FT, NYT]);
    // Another title: all of the old one is chosen, as from the menu of a screen, and written over.
    page.tap_on(&format!("{} [data-action=\"edit-document\"]", row(NYT)));
    page.tap_on(&format!("{} [data-field=\"document-title\"]", row(NYT)));
    page.browser.script("document.execCommand('selectAll');", vec![]);
    page.write_on_screen("محادثات مسقط");
    // The title is kept when another thing is touched; this is the order, too.
    page.tap_on(&format!("{} [data-action=\"move-up\"]", row(NYT)));
    waits_for_order(page, &[NYT, FT]);
    let title = "document.querySelector(arguments[0]).textContent === 'محادثات مسقط'";
    page.browser.wait("the title", title, vec![json!(format!("{} .name", row(NYT)))]);
    let file = download(page);
    assert_eq!((order(&file), &file.document(NYT)["title"]), (vec![NYT, FT], &json!("محادثات مسقط")));
    // Found by its words, and by those of its text.
    page.tap_on(".desk [data-field=\"documents-find\"]");
    page.write_on_screen("محادثات مسقط");
    waits_for_order(page, &[NYT]);
    page.browser.script("document.execCommand('selectAll');", vec![]);
    page.write_on_screen("فايننشال تايمز");
    waits_for_order(page, &[FT]);
    page.browser.script("document.execCommand('selectAll'); document.execCommand('delete');", vec![]);
    waits_for_order(page, &[NYT, FT]);
    // Chosen and removed, and all of it back.
    page.tap_on(&format!("{} .document-pick", row(FT)));
    page.tap_on(".desk [data-action=\"remove-chosen\"]");
    waits_for_order(page, &[NYT]);
    page.waits_for(".desk .found-done");
    page.shows(NYT);
    page.tap_on("[data-action=\"close-desk\"]");
    assert_eq!(order(&download(page)), [NYT]);
    page.tap_on("[data-action=\"undo\"]");
    page.browser.wait("the document to be back", "document.querySelectorAll('#bar .documents a').length === 2", vec![]);
    assert_eq!(order(&download(page)), [NYT, FT]);
    // Opened from the list, whose row is a link.
    page.tap_on("[data-action=\"desk\"]");
    page.tap_to(DeskPage::Documents);
    page.tap_on(&format!("{} [data-row]", row(FT)));
    page.shows(FT);
    page.tap_on("[data-action=\"close-desk\"]");
    for _ in 0..2 {
        page.tap_on("[data-action=\"undo\"]");
    }
    let file = download(page);
    assert_eq!(order(&file), [FT, NYT]);
    assert_ne!(file.document(NYT)["title"], json!("محادثات مسقط"));
    page.be_a_desktop();
}

fn download(page: &Page) -> crate::page::native::Native {
    page.download_by(|page| page.tap_on("[data-action=\"download\"]"))
}
