//! Documents by link and address, and the two languages.

use serde_json::{Value, json};

use crate::corpus::{FT, NYT};
use crate::page::Page;

pub fn documents_by_link_and_address(page: &mut Page) {
    page.open("");
    page.shows(FT);
    for id in [NYT, FT, NYT] {
        let link = page.browser.element(
            "return [...document.querySelectorAll(`a[href$=\"#/${arguments[0]}\"]`)].find((a) => a.getClientRects().length);",
            vec![json!(id)],
        );
        page.browser.click(&link);
        page.shows(id);
        let hash = page.browser.script("return location.hash;", vec![]);
        assert_eq!(hash, format!("#/{id}"));
    }
    page.browser.script("history.back();", vec![]);
    page.shows(FT);
    page.open(&format!("#/{NYT}"));
    page.shows(NYT);
    page.reload();
    page.shows(NYT);
    let surface = page.browser.script("const a = T.article(arguments[0]); return [a.lang, a.dir];", vec![json!(NYT)]);
    assert_eq!(surface, json!(["ar", "rtl"]));
}

/// Words on the page, outside the texts, that are written in a script which the language of the interface does not use.
const STRANGE_WORDS: &str = "
    const strange = arguments[0] === 'ar' ? /[A-Za-z]{2,}/g : /[\\u0621-\\u064A]{2,}/g;
    const foreign = arguments[0] === 'ar' ? 'en' : 'ar';
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest(`article, noscript, script, bdi, kbd, code, #boot, [lang='${foreign}'], [hidden]`) || !parent.getClientRects().length) continue;
      // Codes of labels are the same in every language; so are the names of formats and of the product.
      for (const word of node.data.match(strange) ?? [])
        if (!/^([A-Z_]+|Ctrl|Shift|Alt|Esc|Enter|Hashiya|حاشية)$/.test(word)) found.add(word);
    }
    return [...found];";

pub fn languages(page: &mut Page) {
    for (language, direction) in [("en", "ltr"), ("ar", "rtl")] {
        page.open(&format!("?lang={language}"));
        let root = page.browser.script("return [document.documentElement.lang, document.documentElement.dir];", vec![]);
        assert_eq!(root, json!([language, direction]));
        let strange = page.browser.script(STRANGE_WORDS, vec![json!(language)]);
        assert_eq!(strange, json!([]), "words of another language in {language}");
        let unnamed = page.browser.script(
            "return [...document.querySelectorAll('button, input, a, select, textarea')]
               .filter((e) => e.getClientRects().length && !T.nameOf(e) && !e.title && !e.getAttribute('aria-labelledby')).map((e) => e.outerHTML.slice(0, 120));",
            vec![],
        );
        assert_eq!(unnamed, json!([]), "every control has a name");
    }
    page.open("");
    let kept = page.browser.script("return document.documentElement.lang;", vec![]);
    assert_eq!(kept, Value::from("ar"), "the language asked for last is remembered");
}
