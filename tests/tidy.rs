//! House rules that the compiler does not check.

#![expect(clippy::expect_used, reason = "a test may give up")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, each importing only from those before it. `seeds` is data and may be used by all but `core`'s code.
const LAYERS: [&str; 8] = ["core", "format", "store", "session", "i18n", "web", "view", "desk"];

/// The most lines a source file may have.
const LINES_MAX: usize = 400;

/// Ways from a string to markup or to code, in Rust and in scripts.
const MARKUP_OR_CODE: [&str; 16] = [
    "inner_html",
    "innerHTML",
    "outer_html",
    "outerHTML",
    "insert_adjacent_html",
    "insertAdjacentHTML",
    "from_html_unchecked",
    "document.write",
    "createContextualFragment",
    "create_contextual_fragment",
    "DOMParser",
    "DomParser",
    "srcdoc",
    "eval(",
    "new Function",
    "Function::new_",
];

fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, endings: &[&str], found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, endings, found);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one)) {
                let text = fs::read_to_string(&path).expect("a text file");
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    if root.exists() {
        walk(&root, endings, &mut found);
    }
    found
}

/// The code of a source without its inline tests, which may build worlds from any layer.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

/// What `{:?}` calls is not in the first program: see `src/bin/weave/silent.rs`.
#[test]
fn the_first_program_writes_nothing_for_debugging() {
    for layer in LAYERS.iter().filter(|layer| **layer != "desk") {
        for (path, text) in files(&format!("src/{layer}"), &["rs"]) {
            let path = path.to_string_lossy();
            // Tests, and the formats of other tools, which only the second program knows.
            let apart = path.ends_with("tests.rs") || path.ends_with("fixture.rs") || path.contains("/exchange/");
            let writes = [":?}", ":#?}", "dbg!", "debug_struct"].into_iter().any(|way| code(&text).contains(way));
            assert!(apart || !writes, "{path} writes by {{:?}}");
        }
    }
}

#[test]
fn layers_import_only_what_stands_before_them() {
    for (index, layer) in LAYERS.iter().enumerate() {
        let sources = files(&format!("src/{layer}"), &["rs"]);
        assert!(!sources.is_empty(), "the layer {layer} is there");
        for (path, text) in sources {
            let body = code(&text);
            for later in &LAYERS[index + 1..] {
                for way in [
                    format!("crate::{later}::"),
                    format!("crate::{later};"),
                    format!("crate::{{{later}"),
                    format!("hashiya::{later}"),
                ] {
                    assert!(!body.contains(&way), "{} imports {later}", path.display());
                }
            }
        }
    }
}

#[test]
fn the_pure_layers_know_no_browser_no_clock_and_no_chance() {
    for layer in &LAYERS[..5] {
        for (path, text) in files(&format!("src/{layer}"), &["rs"]) {
            for word in [
                "web_sys",
                "wasm_bindgen",
                "js_sys",
                "gloo",
                "yew::",
                "std::time",
                "SystemTime",
                "Instant::",
                "rand::",
                "std::fs",
                "std::env",
            ] {
                assert!(!code(&text).contains(word), "{} uses {word}", path.display());
            }
        }
    }
}

#[test]
fn only_the_view_knows_yew() {
    for (path, text) in files("src/web", &["rs"]) {
        assert!(!text.contains("yew"), "{}", path.display());
    }
}

#[test]
fn files_can_be_read_in_one_sitting() {
    for folder in ["src", "tests", "style", "static", "tools"] {
        for (path, text) in files(folder, &["rs", "css", "js", "mjs", "sh"]) {
            let lines = text.lines().count();
            assert!(lines <= LINES_MAX, "{} has {lines} lines", path.display());
        }
    }
}

#[test]
fn sources_hold_no_invisible_direction_marks() {
    for folder in ["src", "tests", "style", "static"] {
        for (path, text) in files(folder, &["rs", "css", "js", "mjs", "html"]) {
            let mark = text
                .chars()
                .find(|c| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
            assert_eq!(mark, None, "{}", path.display());
        }
    }
}

/// `:has` of the root or the article looks through all that is painted, with each change of the page.
#[test]
fn no_style_searches_the_whole_page() {
    for (path, text) in files("style", &["css"]) {
        for root in [":root:has(", "html:has(", "body:has(", "#reading:has(", "article:has("] {
            assert!(!text.contains(root), "{}: {root}", path.display());
        }
    }
}

/// The second program's sheet comes late: a rule of it for a class of the first would change what stands there already.
#[test]
fn the_second_sheet_restyles_nothing_of_the_first() {
    let alone = |folder: &str, late: bool| {
        let mut classes = BTreeMap::new();
        for (path, text) in files(folder, &["css"]) {
            if path.components().any(|part| part.as_os_str() == "desk") != late {
                continue;
            }
            // What stands in brackets is a part of a longer selector.
            let mut depth = 0;
            let outside = text.chars().filter(|letter| {
                depth += i32::from(*letter == '(') - i32::from(*letter == ')');
                depth == 0
            });
            let outside = outside.collect::<String>();
            let rules = outside.split('}').filter_map(|rule| rule.rsplit_once('{'));
            for selector in rules.flat_map(|(selectors, _)| selectors.split(',')) {
                let last = selector.rsplit(['{', ';', '/']).next().unwrap_or_default().trim();
                let plain = |name: &&str| name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
                if let Some(class) = last.strip_prefix('.').filter(plain) {
                    classes.insert(class.to_owned(), path.display().to_string());
                }
            }
        }
        classes
    };
    let (first, second) = (alone("style", false), alone("style", true));
    assert!(first.contains_key("piece") && second.contains_key("detail-pieces"));
    let both = first.iter().filter_map(|(class, path)| Some((class, path, second.get(class)?))).collect::<Vec<_>>();
    assert!(both.is_empty(), "{both:?}");
}

#[test]
fn styles_use_logical_sides_and_scripts_no_markup() {
    const PHYSICAL: [&str; 8] = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "text-align: left",
        "text-align: right",
    ];
    for (path, text) in files("style", &["css"]) {
        for side in PHYSICAL {
            assert!(!text.contains(side), "{} uses {side}", path.display());
        }
        let physical = text.lines().map(str::trim).find(|line| line.starts_with("left:") || line.starts_with("right:"));
        assert_eq!(physical, None, "{}", path.display());
    }
    for folder in ["src", "static"] {
        for (path, text) in files(folder, &["rs", "js"]) {
            // What builds the page takes such a way out of it, and names it.
            if path.components().any(|part| part.as_os_str() == "bin") {
                continue;
            }
            for way in MARKUP_OR_CODE {
                let found = text.lines().any(|line| line.contains(way) && !line.trim_start().starts_with("//"));
                assert!(!found, "{} uses {way}", path.display());
            }
        }
    }
}

#[test]
fn nothing_gives_up_outside_tests() {
    for (path, text) in files("src", &["rs"]) {
        let tests = path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"));
        if tests || path.ends_with("fixture.rs") || path.components().any(|part| part.as_os_str() == "bin") {
            continue;
        }
        for way in [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("] {
            let found = code(&text).lines().any(|line| line.contains(way) && !line.trim_start().starts_with("//"));
            assert!(!found, "{} uses {way}", path.display());
        }
    }
}
