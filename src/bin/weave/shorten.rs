//! Short names between the program and its script. wasm-bindgen names each of some hundred imports by sixteen digits
//! of a hash, once in the WebAssembly and once in the script, and no compression takes that away: 7 kB of the page.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::wasm::{self, IMPORTS};

/// Renames the imports of a program that two attributes of `html` name, its script and its WebAssembly, publishes both
/// under names that begin with `name` and hold a new hash, and names those in `html`.
pub fn shorten(html: &str, staging: &Path, name: &str, [js, wasm]: [&str; 2]) -> Result<String, String> {
    let (script, program) = (named(html, js)?, named(html, wasm)?);
    let bytes = fs::read(staging.join(program)).map_err(|error| format!("{program}: {error}"))?;
    let (bytes, names) = imports(&bytes).ok_or_else(|| format!("{program} is not read as WebAssembly"))?;
    let js = renamed(&super::read(&staging.join(script))?, &names);
    // No line break of wasm-bindgen's stands inside a text: its indentation says nothing.
    let js: String = js.lines().flat_map(|line| [line.trim_start(), "\n"]).collect();
    let js = straight(&called(&js));
    let js = unarmed(&marked(&js, name))?;
    let hash = Sha256::new().chain_update(&js).chain_update(&bytes).finalize();
    let stem: String = std::iter::once(format!("{name}-")).chain(hash.iter().take(8).map(|byte| format!("{byte:02x}"))).collect();
    let (new_script, new_program) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    for old in [script, program] {
        fs::remove_file(staging.join(old)).map_err(|error| format!("{old}: {error}"))?;
    }
    super::publish::write(&staging.join(&new_script), js.replace(program, &new_program).as_bytes())?;
    super::publish::write(&staging.join(&new_program), &bytes)?;
    Ok(html.replace(program, &new_program).replace(script, &new_script))
}

/// The script with marks of the program's own. Yew numbers the elements that take events, in properties of theirs; where
/// one program draws into an element of another one, each would take the other's numbers for its own.
fn marked(script: &str, name: &str) -> String {
    script.replace("__yew_", &format!("__{name}_"))
}

/// The script without the one way that Yew knows of making markup from a string, which nothing here uses.
fn unarmed(script: &str) -> Result<String, String> {
    let js: String = script.split_inclusive('\n').filter(|line| !line.contains(".innerHTML = ")).collect();
    let left = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "srcdoc", "new Function", "eval("];
    let left = left.into_iter().find(|way| js.contains(way));
    left.map_or(Ok(js), |way| Err(format!("a program's script makes markup or code from strings: {way}")))
}

/// The script without the functions that the program no longer calls: those that kept their long names.
fn called(script: &str) -> String {
    let mut idle = false;
    let lines = script.split_inclusive('\n').filter(|line| {
        idle |= line.starts_with("__wb") && line.contains(": function(");
        let goes = idle;
        idle &= !line.trim_end().ends_with("},") && !line.trim_end().ends_with("}, arguments); },");
        !goes
    });
    lines.collect()
}

/// The script with `return x;` where it gives `x` a name first, and only to return it.
fn straight(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once("const ret = ") {
        out.push_str(before);
        let (value, after) = after.split_once('\n').unwrap_or((after, ""));
        match after.strip_prefix("return ret;\n") {
            Some(after) => {
                out.extend(["return ", value, "\n"]);
                rest = after;
            }
            None => {
                out.extend(["const ret = ", value, "\n"]);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The file that an attribute names.
pub fn named<'a>(html: &'a str, attribute: &str) -> Result<&'a str, String> {
    let value = html.split_once(&format!("{attribute}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    let (value, _) = value.ok_or_else(|| format!("index.html has no {attribute}"))?;
    Ok(value.strip_prefix("./").unwrap_or(value))
}

/// The program with short names for its imports, and what it calls them now: each module and each import.
fn imports(program: &[u8]) -> Option<(Vec<u8>, HashMap<String, String>)> {
    let mut names = HashMap::new();
    let mut sections = Vec::new();
    for (section, content) in wasm::sections(program)? {
        let new = if section == IMPORTS { section_of_imports(content, &mut names)? } else { content.to_vec() };
        sections.push((section, new));
    }
    Some((wasm::module(sections), names))
}

fn section_of_imports(mut content: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    const FUNCTION: u8 = 0;
    let mut out = Vec::new();
    let count = wasm::number(&mut content)?;
    wasm::put(count, &mut out);
    for _ in 0..count {
        for _ in ["module", "name"] {
            let name = wasm::block(&mut content)?;
            let fresh = format!("${}", names.len());
            let short = names.entry(str::from_utf8(name).ok()?.to_owned()).or_insert(fresh);
            wasm::put_block(short.as_bytes(), &mut out);
        }
        // wasm-bindgen imports nothing else.
        content = content.strip_prefix(&[FUNCTION])?;
        out.push(FUNCTION);
        wasm::put(wasm::number(&mut content)?, &mut out);
    }
    content.is_empty().then_some(out)
}

/// The script with every word and every quoted text that is one of `names` called anew.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let word = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '$' | '.' | '/' | '-');
        let end = rest.find(|character| !word(character)).unwrap_or(rest.len());
        // A module's name stands in quotes and holds more than a word; an import's does not.
        let name = &rest[..end];
        match names.get(name) {
            Some(short) => out.push_str(short),
            None => {
                let parts = name.split_inclusive(['.', '/', '-']);
                for part in parts {
                    let bare = part.trim_end_matches(['.', '/', '-']);
                    out.push_str(names.get(bare).map_or(bare, String::as_str));
                    out.push_str(&part[bare.len()..]);
                }
            }
        }
        let after = rest[end..].chars().next().map_or(end, |character| end + character.len_utf8());
        out.push_str(&rest[end..after]);
        rest = &rest[after..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_two_programs_differ() {
        let script = "getObject(arg0).__yew_subtree_id = arg1; const yew = 1;";
        assert_eq!(marked(script, "desk"), "getObject(arg0).__desk_subtree_id = arg1; const yew = 1;");
        assert_ne!(marked(script, "desk"), marked(script, "hashiya"));
    }

    #[test]
    fn what_is_called_no_more_goes() {
        let kept = "const import0 = {\n$1: function(arg0) {\nreturn arg0.a;\n},\n";
        let gone = "__wbg_b_0123456789abcdef: function(arg0, arg1) {\nif (arg0) {\narg0.b(arg1);\n}\n},\n__wbg_c_0123: function() { return handleError(function (arg0) {\narg0.c();\n}, arguments); },\n";
        let after = "$2: function() { return handleError(function (arg0) {\narg0.d();\n}, arguments); },\n};\n";
        assert_eq!(called(&format!("{kept}{gone}{after}")), format!("{kept}{after}"));
    }

    #[test]
    fn what_is_only_returned_needs_no_name() {
        let script = "$1: function(arg0) {\nconst ret = arg0.a;\nreturn ret;\n},\n$2: function(arg0) {\nconst ret = arg0.b;\nreturn isLikeNone(ret);\n},\n";
        let short =
            "$1: function(arg0) {\nreturn arg0.a;\n},\n$2: function(arg0) {\nconst ret = arg0.b;\nreturn isLikeNone(ret);\n},\n";
        assert_eq!(straight(script), short);
        assert_eq!(straight(short), short);
    }

    #[test]
    fn no_script_makes_markup_from_a_string() {
        let script = "$1: function(arg0, arg1) {\narg0.innerHTML = text(arg1);\n},\n";
        assert_eq!(unarmed(script).as_deref(), Ok("$1: function(arg0, arg1) {\n},\n"));
        assert!(unarmed("arg0.insertAdjacentHTML(arg1);").is_err());
    }

    #[test]
    fn imports_get_short_names_in_both_files_and_all_else_stays() {
        let module = "./hashiya-12ab_bg.js";
        let mut section = vec![2];
        for name in ["__wbg_log_0123456789abcdef", "__wbg_now_0123456789abcdef"] {
            for text in [module, name] {
                wasm::put_block(text.as_bytes(), &mut section);
            }
            section.extend([0, 0x83, 1]);
        }
        let program = wasm::module([(1, vec![0]), (2, section), (10, vec![7, 7])]);
        let (short, names) = imports(&program).expect("reads");
        assert_eq!(
            short,
            [
                b"\0asm\x01\0\0\0".as_slice(),
                &[1, 1, 0, 2, 19, 2],
                b"\x02$0\x02$1\0\x83\x01\x02$0\x02$2\0\x83\x01",
                &[10, 2, 7, 7]
            ]
            .concat()
        );
        let script = "const a = { __wbg_log_0123456789abcdef: x.__wbg_now_0123456789abcdef, __wbg_log_0: 1/2 };\nreturn { \"./hashiya-12ab_bg.js\": a };";
        assert_eq!(renamed(script, &names), "const a = { $1: x.$2, __wbg_log_0: 1/2 };\nreturn { \"$0\": a };");
        assert_eq!(imports(&program[..program.len() - 1]), None);
    }
}
