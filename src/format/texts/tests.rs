use super::book::tests::packed;
use super::*;

#[test]
fn plain_text_is_taken_to_the_letter() {
    let text = " سطر\r\n\r\n\tثانٍ \rثالث\n\n";
    let marked = ["\u{FEFF}", text].concat();
    for page in [
        pages(Kind::Plain, "a.txt", text),
        pages(Kind::Plain, "a.txt", marked.as_bytes()),
        pages(Kind::Plain, "", marked.as_str()),
    ] {
        assert_eq!(page, Ok(vec![Page { text: text.into(), ..Page::default() }]));
    }
}

#[test]
fn bytes_that_are_not_ours_have_to_be_decoded_first() {
    assert_eq!(pages(Kind::Plain, "a.txt", &b"\xC7\xE1\xD4\xE3\xD3"[..]), Err(Fault::Encoding));
    let wide = "\u{FEFF}# خبر".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    let found = pages(Kind::Markdown, "a.md", &wide[..]).expect("a page");
    assert_eq!((found[0].text.as_str(), found[0].title.as_deref()), ("خبر", Some("خبر")));
}

#[test]
fn a_file_without_words_is_told() {
    for (kind, text) in [(Kind::Plain, " \n"), (Kind::Markdown, "---\n"), (Kind::Html, "<script>x</script>"), (Kind::Plain, "")] {
        assert_eq!(pages(kind, "a", text), Err(Fault::Empty), "{kind:?}");
    }
    let docx = packed(&[("word/document.xml", "<document><body><p/></body></document>")]);
    assert_eq!(pages(Kind::Docx, "a.docx", &docx[..]), Err(Fault::Empty));
    assert_eq!(pages(Kind::Epub, "a.epub", "x"), Err(Fault::Zip), "a package is no text");
}

#[test]
fn any_bytes_of_any_kind_panic_nowhere() {
    let mut seed = 3_u32;
    for length in (0..2_000).step_by(37) {
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Mostly what markup is made of.
            let signs = b"<>&;/='\"#`*|-[]()! \n\tbp";
            if seed >> 31 == 0 { signs[(seed >> 8) as usize % signs.len()] } else { (seed >> 24) as u8 }
        };
        let bytes = (0..length).map(|_| next()).collect::<Vec<_>>();
        let _ = kind_of("a.html", &bytes);
        let text = String::from_utf8_lossy(&bytes);
        for kind in [Kind::Plain, Kind::Markdown, Kind::Html, Kind::Docx, Kind::Epub] {
            let _ = pages(kind, "a", &bytes[..]);
            let _ = pages(kind, "a", &*text);
        }
    }
}
