//! Other tools' formats: out with what they lose, in with what they hold; texts of one's own.

use hashiya::core::desk::DeskPage;
use hashiya::format::exchange::file::OutFile;
use hashiya::format::exchange::zip::pack;
use serde_json::json;

use crate::corpus::{Corpus, FT};
use crate::page::Page;
use crate::page::native::Native;

/// Chooses an option of a list on the page of export or import.
fn choose(page: &Page, field: &str, value: &str) {
    page.browser.script(
        "const list = document.querySelector(`.desk [data-field=\"${arguments[0]}\"]`);
         list.value = arguments[1];
         list.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(field), json!(value)],
    );
}

fn ready(page: &Page, format: &str) {
    page.browser.wait(
        format,
        "document.querySelector('.desk [data-field=\"format\"]')?.value === arguments[0] && document.querySelector('.desk-export[data-ready=\"true\"] [data-preview-lines]')",
        vec![json!(format)],
    );
}

pub fn every_format_is_offered_with_its_losses(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.listen();
    let (first, second) = (page.label(0), page.label(1));
    let name = corpus.find("بريت ماكغورك", 0);
    page.tag(&corpus, name, &first);
    // After a clitic: inside a token, where formats of tokens have to do something.
    page.tag(&corpus, corpus.find("إيران", 1), &second);
    page.press_action("[data-action=\"downloads\"]");
    page.waits_for(".desk .desk-export");
    ready(page, "hashiya");
    let formats = page
        .browser
        .script("return [...document.querySelectorAll('.desk [data-field=\"format\"] option')].map((one) => one.value);", vec![]);
    let formats: Vec<String> = serde_json::from_value(formats).unwrap();
    assert_eq!(formats.len(), 16);
    for format in &formats {
        choose(page, "format", format);
        ready(page, format);
        // It may be made once more meanwhile, where the page has just heard of an edit.
        page.browser.wait(format, "document.querySelector('[data-preview-lines]')?.textContent.length > 20", vec![]);
    }
    // The preview of a table has the span with its code points.
    choose(page, "format", "table");
    ready(page, "table");
    let lines = page.words_of("[data-preview-lines]");
    assert!(lines.contains("بريت ماكغورك") && lines.contains(&name.start.to_string()), "{lines}");
    // One document alone, and what has no place is named.
    choose(page, "format", "doccano");
    ready(page, "doccano");
    let losses = page.browser.script("return Number(document.querySelector('[data-losses]').dataset.losses);", vec![]);
    assert!(losses.is_number());
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

pub fn what_one_format_wrote_is_taken_by_another_page(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let name = corpus.find("بريت ماكغورك", 0);
    let place = corpus.text.chars().skip(name.start).take(name.end - name.start).collect::<String>();
    // brat, as its own program writes it; a second span is two characters off, a third on other words.
    let wrong = corpus.find("مسؤولين العمانيين", 0);
    let ann = format!(
        "T1\t{} {} {}\t{place}\nT2\tGPE {} {}\tمسؤولين العمانيين\nT3\tNEW_KIND 0 6\tليس هنا\n",
        label.id,
        name.start,
        name.end,
        wrong.start + 2,
        wrong.end + 2,
    );
    let files = [page.keep("report.ann", &ann), page.keep("report.txt", &corpus.text)];
    page.open_files(&files);
    page.waits_for(".desk [data-work=\"1\"] [data-arrival]");
    page.waits_for(".desk [data-moved=\"1\"]");
    page.waits_for(".desk [data-doubts=\"1\"]");
    let before = page.download();
    assert!(before.spans(FT).is_empty(), "nothing is taken before it is agreed to");
    page.press_action(".desk [data-action=\"import-take\"]");
    page.waits_without(".desk [data-work]");
    let after = page.download();
    assert_eq!(after.document(FT)["text"], before.document(FT)["text"]);
    let words: Vec<&str> = after.spans(FT).iter().filter_map(|span| span["text"].as_str()).collect();
    assert_eq!(words.len(), 2, "{words:?}");
    assert!(words.contains(&"مسؤولين العمانيين") && words.contains(&place.as_str()), "{words:?}");
    page.undo();
    assert!(page.download().spans(FT).is_empty(), "one undo takes all of it back");
}

pub fn a_text_of_ones_own_in_an_old_encoding(page: &mut Page) {
    page.open_document(FT);
    page.listen();
    // قال الوزير إن عمان في الشرق, in Windows-1256.
    let bytes: &[u8] = &[
        0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xE6, 0xD2, 0xED, 0xD1, 0x20, 0xC5, 0xE4, 0x20, 0xDA, 0xE3, 0xC7, 0xE4, 0x20, 0xDD,
        0xED, 0x20, 0xC7, 0xE1, 0xD4, 0xD1, 0xDE,
    ];
    let path = page.keep("خبر.txt", "");
    std::fs::write(&path, bytes).unwrap();
    page.open_files(&[path]);
    page.waits_for(".desk [data-work=\"1\"] [data-text]");
    assert_eq!(page.words_of(".desk [data-text]").trim(), "قال الوزير إن عمان في الشرق");
    page.press_action(".desk [data-action=\"import-take\"]");
    page.browser.wait(
        "the text to be open",
        "document.querySelector('article:not([hidden])')?.textContent.includes('الوزير')",
        vec![],
    );
    let Native(file) = page.download();
    let documents = file["documents"].as_array().unwrap();
    let added = documents.last().unwrap();
    assert_eq!((&added["title"], &added["text"]), (&json!("خبر"), &json!("قال الوزير إن عمان في الشرق")));
    assert_eq!(added["direction"], json!("rtl"));
    page.saved();
    page.reload();
    let Native(file) = page.download();
    assert_eq!(file["documents"].as_array().unwrap().len(), documents.len());
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

pub fn a_zip_of_many_and_what_it_leaves_out(page: &mut Page) {
    page.open_document(FT);
    let file = |name: &str, bytes: &[u8]| OutFile { name: name.into(), bytes: bytes.to_vec() };
    // A zip in a zip may hold itself: it is named, not opened.
    let inner = pack(&[OutFile::text("inner.txt", "داخل الداخل")]);
    let html = "<h1>عنوان</h1><p>نص <img src='x'>عن عُمان</p>";
    let all = pack(&[OutFile::text("folder/first.txt", "الأول"), file("page.html", html.as_bytes()), file("inner.zip", &inner)]);
    let path = page.keep("many.zip", "");
    std::fs::write(&path, all).unwrap();
    page.open_files(&[path]);
    page.waits_for(".desk [data-action=\"import-take\"]");
    let seen =
        "return [document.querySelectorAll('.desk [data-work]').length, document.querySelectorAll('.desk [data-trouble]').length,
        document.querySelectorAll('.desk [data-of-text] li').length];";
    assert_eq!(page.browser.script(seen, vec![]), json!([2, 1, 1]));
    assert!(page.words_of(".desk [data-trouble]").contains("inner.zip"));
    page.press_action(".desk [data-action=\"import-take\"]");
    page.waits_without(".desk [data-work]");
    let Native(kept) = page.download();
    let texts: Vec<&str> = kept["documents"].as_array().unwrap().iter().filter_map(|one| one["text"].as_str()).collect();
    assert!(
        texts.contains(&"الأول") && texts.iter().any(|text| text.contains("عن عُمان") && !text.contains('<')),
        "{}",
        texts.len()
    );
    assert!(!texts.contains(&"داخل الداخل"));
}

pub fn a_file_that_memory_cannot_hold_is_not_read(page: &mut Page) {
    page.open_document(FT);
    let path = page.keep("huge.txt", "");
    // All of it a hole: it takes no room on the disk.
    std::fs::File::options().write(true).open(&path).unwrap().set_len(3 << 30).unwrap();
    page.open_files(&[path]);
    page.waits_for(".desk [data-trouble]");
    let told = page.words_of(".desk [data-trouble]");
    assert!(told.contains("huge.txt") && told.contains("3072") && told.contains("256"), "{told}");
    assert_eq!(page.browser.script("return document.querySelectorAll('.desk [data-work]').length;", vec![]), json!(0));
    page.press_action(".desk [data-action=\"import-leave\"]");
    assert!(page.download().spans(FT).is_empty());
}

pub fn a_text_is_pasted(page: &mut Page) {
    page.open_document(FT);
    page.keys(&["Control", "k"]);
    page.browser.wait("the palette", "document.querySelector('dialog[open]')", vec![]);
    page.keys(&["Escape"]);
    page.press_action("[data-action=\"downloads\"]");
    page.waits_for(".desk .desk-export");
    page.turn_to(DeskPage::Import);
    page.waits_for(".desk [data-field=\"paste\"]");
    let field = page.browser.element("return document.querySelector('.desk [data-field=\"paste\"]');", vec![]);
    page.browser.type_into(&field, "نص ملصق عن عُمان");
    page.press_action(".desk [data-action=\"paste\"]");
    page.waits_for(".desk [data-work=\"1\"]");
    page.press_action(".desk [data-action=\"import-take\"]");
    page.browser.wait(
        "the text to be open",
        "document.querySelector('article:not([hidden])')?.textContent.includes('ملصق')",
        vec![],
    );
    let Native(file) = page.download();
    assert_eq!(file["documents"].as_array().unwrap().last().unwrap()["text"], json!("نص ملصق عن عُمان"));
}
