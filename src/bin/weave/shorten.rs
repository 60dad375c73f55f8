//! Short names between the program and its script. wasm-bindgen names each of some hundred imports by sixteen digits
//! of a hash, once in the WebAssembly and once in the script, and no compression takes that away: 7 kB of the page.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::minify;
use super::script;
use super::split::FIRST;
use super::wasm::{self, EXPORTS, IMPORTS};

/// Renames the imports of a program that attributes of `html` name, its script, its WebAssembly and (where it is in two
/// parts) the rest of that. Publishes them under names that begin with `name` and hold a new hash, and names those in `html`.
pub fn shorten(html: &str, staging: &Path, name: &str, [js, wasm]: [&str; 2], rest: Option<&str>) -> Result<String, String> {
    let (script, program) = (named(html, js)?, named(html, wasm)?);
    let rest = rest.map(|rest| named(html, rest)).transpose()?;
    // One list for both parts: one script serves them.
    let mut names = HashMap::new();
    let mut short = |name: &str| {
        let bytes = fs::read(staging.join(name)).map_err(|error| format!("{name}: {error}"))?;
        imports(&bytes, &mut names).ok_or_else(|| format!("{name} is not read as WebAssembly"))
    };
    let bytes = short(program)?;
    let late = rest.map(&mut short).transpose()?;
    let js = minify::module(&script::lean(&renamed(&super::read(&staging.join(script))?, &names), name, rest.is_some())?)?;
    let hash = Sha256::new().chain_update(&js).chain_update(&bytes).chain_update(late.as_deref().unwrap_or_default()).finalize();
    let stem: String = std::iter::once(format!("{name}-")).chain(hash.iter().take(8).map(|byte| format!("{byte:02x}"))).collect();
    let (new_script, new_program) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    let mut html = html.to_owned();
    if let (Some(rest), Some(late)) = (rest, late) {
        let new = format!("{}.wasm", stem.replacen('-', "-rest-", 1));
        super::publish::write(&staging.join(&new), &late)?;
        html = html.replace(rest, &new);
    }
    for old in [script, program].into_iter().chain(rest) {
        fs::remove_file(staging.join(old)).map_err(|error| format!("{old}: {error}"))?;
    }
    super::publish::write(&staging.join(&new_script), js.replace(program, &new_program).as_bytes())?;
    super::publish::write(&staging.join(&new_program), &bytes)?;
    Ok(html.replace(program, &new_program).replace(script, &new_script))
}

/// The file that an attribute names.
pub fn named<'a>(html: &'a str, attribute: &str) -> Result<&'a str, String> {
    let value = html.split_once(&format!("{attribute}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    let (value, _) = value.ok_or_else(|| format!("index.html has no {attribute}"))?;
    Ok(value.strip_prefix("./").unwrap_or(value))
}

/// The program with short names for its imports. What it calls them now, each module and each import, is put into `names`.
fn imports(program: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    let mut sections = Vec::new();
    for (section, content) in wasm::sections(program)? {
        let new = match section {
            IMPORTS => section_of_imports(content, names)?,
            EXPORTS => section_of_exports(content, names)?,
            _ => content.to_vec(),
        };
        sections.push((section, new));
    }
    Some(wasm::module(sections))
}

fn section_of_imports(mut content: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = wasm::number(&mut content)?;
    wasm::put(count, &mut out);
    for _ in 0..count {
        let module = str::from_utf8(wasm::block(&mut content)?).ok()?;
        let name = str::from_utf8(wasm::block(&mut content)?).ok()?;
        for name in [module, name] {
            let fresh = format!("${}", names.len());
            // What the rest has from the first part has short names already.
            let short = if module == FIRST { name } else { names.entry(name.to_owned()).or_insert(fresh) };
            wasm::put_block(short.as_bytes(), &mut out);
        }
        out.extend(wasm::import(&mut content)?);
    }
    content.is_empty().then_some(out)
}

/// What calls closures is exported under names with sixteen digits of a hash as well.
fn section_of_exports(mut content: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    const CLOSURES: &str = "wasm_bindgen__convert__closures_";
    let mut out = Vec::new();
    let count = wasm::number(&mut content)?;
    wasm::put(count, &mut out);
    for _ in 0..count {
        let name = str::from_utf8(wasm::block(&mut content)?).ok()?;
        let fresh = format!("${}", names.len());
        let short = if name.starts_with(CLOSURES) { names.entry(name.to_owned()).or_insert(fresh) } else { name };
        wasm::put_block(short.as_bytes(), &mut out);
        let (kind, rest) = content.split_first()?;
        content = rest;
        out.push(*kind);
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
        let mut names = HashMap::new();
        let short = imports(&program, &mut names).expect("reads");
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
        assert_eq!(imports(&program[..program.len() - 1], &mut HashMap::new()), None);
    }

    #[test]
    fn both_parts_of_a_program_call_an_import_the_same() {
        let first = wat::parse_str(
            r#"(module (import "./a_bg.js" "__wbg_log_01" (func)) (func (export "wasm_bindgen__convert__closures_____invoke__h01")) (func (export "main")))"#,
        );
        let rest = wat::parse_str(
            r#"(module (import "first" "a" (memory 1 2)) (import "first" "b" (table 3 funcref)) (import "first" "c" (global (mut i32)))
                (import "first" "d" (func)) (import "./a_bg.js" "__wbg_log_01" (func)))"#,
        );
        let mut names = HashMap::new();
        let first = imports(&first.unwrap(), &mut names).unwrap();
        let rest = imports(&rest.unwrap(), &mut names).unwrap();
        let read = |program: &[u8]| {
            let module = walrus::Module::from_buffer(program).unwrap();
            let imports = module.imports.iter().map(|import| format!("{}.{}", import.module, import.name)).collect::<Vec<_>>();
            let exports = module.exports.iter().map(|export| export.name.clone()).collect::<Vec<_>>();
            (imports.join(" "), exports.join(" "))
        };
        assert_eq!(read(&first), ("$0.$1".to_owned(), "$2 main".to_owned()));
        assert_eq!(read(&rest), ("first.a first.b first.c first.d $0.$1".to_owned(), String::new()));
        assert_eq!(names["wasm_bindgen__convert__closures_____invoke__h01"], "$2");
    }
}
