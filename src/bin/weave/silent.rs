//! What a program would say as it panics is taken out of it. Nothing shows those words in a browser: a panic ends the
//! program by a trap, with words or without. But they bring with them the place of each check in the sources, with the
//! names of files on the machine that built them, and a good part of what prints numbers and texts.

mod words;

use super::wasm::{self, CODE, DATA, IMPORTS};

/// The module of the library in which every function panics.
const MODULE: &str = "core::panicking::";

/// Functions of the library that always panic, by the end of their names.
const FUNCTIONS: [&str; 13] = [
    "::option::unwrap_failed",
    "::option::expect_failed",
    "::result::unwrap_failed",
    "::cell::panic_already_borrowed",
    "::cell::panic_already_mutably_borrowed",
    "::str::slice_error_fail",
    "::str::slice_error_fail_rt",
    "::slice::index::slice_index_fail",
    "::len_mismatch_fail",
    "::assert_failed",
    "::local::panic_access_error",
    "::raw_vec::handle_error",
    "::raw_vec::capacity_overflow",
];

/// Ways of Yew that nothing here goes: markup from strings, which `tests/tidy.rs` forbids, and drawing that waits.
const NEVER: [&str; 3] = ["::vraw::VRaw>::", "::braw::BRaw::", "::vsuspense::VSuspense>::"];

/// A body that only traps: no locals, `unreachable`, `end`.
const TRAP: [u8; 3] = [0, 0, 0x0B];

/// What writes a value for whoever looks for a fault.
const DEBUG: &str = " as core::fmt::Debug>::fmt";

/// The program with all panics silent; `None` where it is not read as WebAssembly with names. Of one that `never_debugs`
/// goes what `{:?}` calls as well, since only panics write by it.
pub fn silent(program: &[u8], never_debugs: bool) -> Option<Vec<u8>> {
    let sections = wasm::sections(program)?;
    let content = |wanted: u8| sections.iter().find(|(section, _)| *section == wanted).map(|(_, content)| *content);
    // Imports are functions, numbered before the program's own: wasm-bindgen imports nothing else.
    let imported = wasm::number(&mut content(IMPORTS)?)?;
    let names = wasm::function_names(&sections);
    let mut panics = vec![false; names.iter().map(|(function, _)| function + 1).max()?];
    for (function, name) in &names {
        panics[*function] = goes(name) || never_debugs && bare(name).contains(DEBUG);
    }
    let code = trapped(content(CODE)?, |function| panics.get(imported + function) == Some(&true))?;
    let data = placeless(content(DATA)?)?;
    let new = |(section, content): &(u8, &[u8])| match *section {
        CODE => (CODE, code.clone()),
        DATA => (DATA, data.clone()),
        other => (other, content.to_vec()),
    };
    Some(wasm::module(sections.iter().map(new)))
}

/// Whether a function of that name is there for panics alone, or for what is never done.
fn goes(name: &str) -> bool {
    let name = bare(name);
    name.starts_with(MODULE) || FUNCTIONS.iter().any(|end| name.ends_with(end)) || NEVER.iter().any(|part| name.contains(part))
}

/// A function's name without the hashes that compilers put behind the names of crates and functions.
pub fn bare(name: &str) -> String {
    let hash = |word: &str| word.len() == 17 && word.starts_with('h') && word[1..].bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = name.rsplit_once("::").filter(|(_, last)| hash(last)).map_or(name, |(name, _)| name);
    let mut parts = name.split('[');
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => bare.push_str(rest),
            _ => bare.extend(["[", part]),
        }
    }
    bare
}

/// The bodies of functions, those that go as mere traps.
fn trapped(mut code: &[u8], goes: impl Fn(usize) -> bool) -> Option<Vec<u8>> {
    let count = wasm::number(&mut code)?;
    let mut out = Vec::new();
    wasm::put(count, &mut out);
    for function in 0..count {
        let body = wasm::block(&mut code)?;
        wasm::put_block(if goes(function) { &TRAP } else { body }, &mut out);
    }
    Some(out)
}

/// What stands in memory at the start, without the places of the sources: where each check stands (a file's name, its
/// length, line and column), the names of files themselves, and words. Only panics read them.
fn placeless(data: &[u8]) -> Option<Vec<u8>> {
    let mut out = data.to_vec();
    let parts = parts(data)?;
    // Where in the section a place of the memory stands.
    let within = |address: usize, length: usize| {
        let holds = |part: &&Part| part.address <= address && address + length <= part.address + part.length;
        parts.iter().find(holds).map(|part| part.start + address - part.address)
    };
    for part in &parts {
        // Every place of the sources stands at a multiple of four.
        for address in (part.address.next_multiple_of(4)..part.address + part.length).step_by(4) {
            let Some(start) = within(address, 16) else { continue };
            let word = |index: usize| {
                let bytes = data[start + index * 4..].first_chunk::<4>();
                bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
            };
            let (name, length, line, column) = (word(0), word(1), word(2), word(3));
            if !(6..400).contains(&length) || !(1..40_000).contains(&line) || !(1..1_000).contains(&column) {
                continue;
            }
            let Some(file) = within(name, length).filter(|file| is_source(&data[*file..file + length])) else { continue };
            out[start..start + 16].fill(0);
            out[file..file + length].fill(0);
        }
    }
    words::blank(&mut out);
    Some(out)
}

/// Whether these are the bytes of a source file's name.
fn is_source(name: &[u8]) -> bool {
    name.ends_with(b".rs") && (name.starts_with(b"/") || name.starts_with(b"src/")) && name.iter().all(u8::is_ascii_graphic)
}

/// A piece of memory that the section of data fills.
struct Part {
    /// Where it stands in memory.
    address: usize,
    /// Where its bytes begin in the section.
    start: usize,
    /// How many they are.
    length: usize,
}

/// The pieces that a section of data fills, all at places that are fixed.
fn parts(data: &[u8]) -> Option<Vec<Part>> {
    const CONSTANT: u8 = 0x41;
    const END: u8 = 0x0B;
    let mut rest = data;
    let count = wasm::number(&mut rest)?;
    let part = |_| {
        rest = rest.strip_prefix(&[0, CONSTANT])?;
        // It is a number with a sign, but no memory of ours reaches to where the sign would count.
        let address = wasm::number(&mut rest)?;
        rest = rest.strip_prefix(&[END])?;
        let bytes = wasm::block(&mut rest)?;
        Some(Part { address, start: data.len() - rest.len() - bytes.len(), length: bytes.len() })
    };
    (0..count).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_s_panics_are_known_by_their_names_and_nothing_else_is() {
        let panics = [
            "core[c5930c85a12de822]::panicking::panic_bounds_check",
            "core[c5930c85a12de822]::panicking::panic_const::panic_const_div_by_zero",
            "core::panicking::panic_display::h1bc06a2fdf63ac77",
            "core::option::unwrap_failed::h0123456789abcdef",
            "<alloc[3ca501edff3f0c7c]::vec::Vec<_, _>>::remove::assert_failed",
            "core[c5930c85a12de822]::str::slice_error_fail",
        ];
        for name in panics {
            assert!(goes(name), "{name}");
        }
        assert!(goes(
            "yew::dom_bundle::braw::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vraw::VRaw>::attach::h8439cdc779e9f6e6"
        ));
        let others = [
            "core::ptr::drop_in_place<yew::dom_bundle::braw::BRaw>::h17ca09010c7f2cbf",
            "hashiya::web::shell::Shell::dispatch::h0123456789abcdef",
            "<[u8] as core[c5930c85a12de822]::fmt::Debug>::fmt",
            "std[a543996e6e7dbf1e]::panicking::panic_count::is_zero_slow_path",
            "hashbrown::raw::Fallibility::capacity_overflow::h0123456789abcdef",
            "<core::result::Result<T,E> as wasm_bindgen::UnwrapThrowExt<T>>::unwrap_throw::h0123456789abcdef",
        ];
        for name in others {
            assert!(!goes(name), "{name}");
        }
    }

    #[test]
    fn what_writes_for_debugging_is_known() {
        assert!(bare("<&str as core[c5930c85a12de822]::fmt::Debug>::fmt").contains(DEBUG));
        assert!(bare("<wasm_bindgen::JsValue as core::fmt::Debug>::fmt::h5cd7a57d6c7fbf9b").contains(DEBUG));
        assert!(!bare("<alloc[3ca501edff3f0c7c]::string::String as core[c5930c85a12de822]::fmt::Display>::fmt").contains(DEBUG));
    }

    #[test]
    fn only_what_panics_becomes_a_trap() {
        let bodies: [&[u8]; 3] = [&[0, 1, 1, 0, 0x0B], &[0, 1, 1, 0x0B], &[0, 1, 0, 0x0B]];
        let mut code = Vec::new();
        wasm::put(bodies.len(), &mut code);
        bodies.iter().for_each(|body| wasm::put_block(body, &mut code));
        let out = trapped(&code, |function| function == 0).expect("it is read");
        let mut expected = vec![3];
        [&TRAP[..], bodies[1], bodies[2]].iter().for_each(|body| wasm::put_block(body, &mut expected));
        assert_eq!(out, expected);
        assert_eq!(trapped(&code[..code.len() - 1], |_| true), None);
    }

    #[test]
    fn places_of_the_sources_go_and_all_else_stays() {
        // At 1,024: a file's name, words of the page, a place, and what only looks like one.
        let mut memory = "src/a/one.rsالعربية..".as_bytes().to_vec();
        let words = memory.len();
        for word in [1024_u32, 12, 7, 9, 1024 + 12, 8, 7, 9] {
            memory.extend(word.to_le_bytes());
        }
        let mut data = vec![1, 0, 0x41, 0x80, 0x08, 0x0B];
        let head = data.len() + 1;
        wasm::put_block(&memory, &mut data);
        let mut expected = data.clone();
        expected[head..head + 12].fill(0);
        expected[head + words..head + words + 16].fill(0);
        assert_eq!(placeless(&data), Some(expected));
    }
}
