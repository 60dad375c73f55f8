//! Files out and in.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT, NYT, Stretch};
use crate::page::Page;
use crate::page::native::{Native, exact};

/// Tags a few names in both documents.
fn some_work(page: &mut Page) {
    for (id, names) in
        [(FT, ["بريت ماكغورك", "سلطنة عُمان", "الحرس الثوري الإيراني"]), (NYT, ["بريت مكجورك", "سلطنة عُمان", "ساسان كريمي"])]
    {
        let corpus = Corpus::read(id);
        page.open_document(id);
        for (nth, name) in names.into_iter().enumerate() {
            let label = page.label(nth);
            page.tag(&corpus, corpus.find(name, 0), &label);
        }
    }
}

pub fn download_equals_what_is_shown(page: &mut Page) {
    page.open("");
    some_work(page);
    let file = page.whole_download();
    assert_eq!(
        (&file.0["format"], &file.0["version"], &file.0["offset_unit"]),
        (&json!("hashiya"), &json!(1), &json!("code_point"))
    );
    for id in [FT, NYT] {
        let corpus = Corpus::read(id);
        let document = file.document(id);
        assert_eq!(document["text"], corpus.text, "the text is verbatim");
        assert_eq!(document["sha256"], corpus.sha256());
        page.open_document(id);
        let mut written: Vec<String> = file.spans(id).iter().map(|span| span["id"].as_str().unwrap().to_string()).collect();
        written.sort();
        assert!(!written.is_empty());
        assert_eq!(page.painted_ids(&corpus), written, "what is painted is what is in the file");
        for span in file.spans(id) {
            exact(&corpus, span);
            let limit = |key: &str| span[key].as_u64().unwrap() as usize;
            let stretch = Stretch { start: limit("start"), end: limit("end") };
            page.show(&corpus, stretch);
            page.pieces_fit(&corpus, span["id"].as_str().unwrap(), stretch);
        }
    }
}

pub fn open_restores_and_adds_nothing_twice(page: &mut Page) {
    page.open("");
    some_work(page);
    let file = page.download();
    let kept = page.keep("kept.json", &file.0.to_string());
    page.move_to_new_origin();
    page.open("");
    assert!(page.download().essence(FT).is_empty(), "another origin knows nothing of it");
    for _ in 0..2 {
        page.open_files(std::slice::from_ref(&kept));
        page.notice("info");
        let now = page.download();
        assert_eq!((now.essence(FT), now.essence(NYT)), (file.essence(FT), file.essence(NYT)));
    }
    page.reload();
    let now = page.download();
    assert_eq!((now.essence(FT), now.essence(NYT)), (file.essence(FT), file.essence(NYT)), "what was opened is kept");
}

/// A whole file of ours, damaged in one place.
fn damaged(file: &Value, damage: impl Fn(&mut Value)) -> String {
    let mut copy = file.clone();
    damage(&mut copy);
    copy.to_string()
}

pub fn broken_files_change_nothing(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    page.tag(&corpus, corpus.find("بريت ماكغورك", 0), &label);
    let Native(file) = page.download();
    let before = page.download().essence(FT);
    let at = file["documents"].as_array().unwrap().iter().position(|document| document["id"] == FT).unwrap();
    let broken = [
        ("not-json.json", "{ \"format\": \"hashiya\", ".to_string()),
        ("not-ours.json", json!({ "format": "another", "version": 1, "documents": [] }).to_string()),
        ("newer.json", damaged(&file, |file| file["version"] = json!(999))),
        ("wrong-hash.json", damaged(&file, |file| file["documents"][at]["sha256"] = json!("0".repeat(64)))),
        (
            "wrong-offsets.json",
            damaged(&file, |file| {
                let span = &mut file["documents"][at]["spans"][0];
                span["id"] = json!("moved-1");
                span["start"] = json!(span["start"].as_u64().unwrap() + 1);
            }),
        ),
        (
            "beyond-the-end.json",
            damaged(&file, |file| {
                let span = &mut file["documents"][at]["spans"][0];
                span["id"] = json!("moved-2");
                span["end"] = json!(99_999_999);
            }),
        ),
    ];
    for (name, text) in broken {
        let path = page.keep(name, &text);
        page.open_files(&[path]);
        let words = page.notice("error");
        assert!(words.chars().count() > 10, "{name}: the message says something: {words}");
        assert_eq!(page.download().essence(FT), before, "{name} changed nothing");
        page.reload();
    }
}
