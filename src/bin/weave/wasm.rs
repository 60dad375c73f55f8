//! WebAssembly as bytes: a module is a list of sections, each a number and its content.

/// The section that lists what the program calls from outside.
pub const IMPORTS: u8 = 2;
/// The section that lists what the page calls.
pub const EXPORTS: u8 = 7;
/// The section that holds the bodies of functions.
pub const CODE: u8 = 10;
/// The section that holds what stands in memory at the start.
pub const DATA: u8 = 11;
/// Sections that no engine needs, each with a name of its own.
const CUSTOM: u8 = 0;

/// The sections of a module in order; `None` where it is none.
pub fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    let mut sections = Vec::new();
    while let Some((&section, after)) = rest.split_first() {
        rest = after;
        sections.push((section, block(&mut rest)?));
    }
    Some(sections)
}

/// A module of these sections.
pub fn module<C: AsRef<[u8]>>(sections: impl IntoIterator<Item = (u8, C)>) -> Vec<u8> {
    let mut out = b"\0asm\x01\0\0\0".to_vec();
    for (section, content) in sections {
        out.push(section);
        put_block(content.as_ref(), &mut out);
    }
    out
}

/// What the functions are called, by their number, where the module says so.
pub fn function_names(sections: &[(u8, &[u8])]) -> Vec<(usize, String)> {
    const FUNCTIONS: u8 = 1;
    let named = sections.iter().filter(|(section, _)| *section == CUSTOM).find_map(|(_, content)| {
        let mut rest = *content;
        (block(&mut rest)? == b"name").then_some(rest)
    });
    let list = |mut rest: &[u8]| {
        while let Some((&part, after)) = rest.split_first() {
            rest = after;
            let mut list = block(&mut rest)?;
            if part == FUNCTIONS {
                let count = number(&mut list)?;
                let mut name = || Some((number(&mut list)?, String::from_utf8_lossy(block(&mut list)?).into_owned()));
                return (0..count).map(|_| name()).collect();
            }
        }
        None
    };
    named.and_then(list).unwrap_or_default()
}

/// Takes what an import is, behind its two names: a function, a table, a memory or a global.
pub fn import<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    const FUNCTION: u8 = 0;
    const TABLE: u8 = 1;
    const MEMORY: u8 = 2;
    const GLOBAL: u8 = 3;
    let before = *bytes;
    match take(bytes)? {
        FUNCTION => drop(number(bytes)?),
        TABLE => {
            take(bytes)?;
            limits(bytes)?;
        }
        MEMORY => limits(bytes)?,
        GLOBAL => drop((take(bytes)?, take(bytes)?)),
        _ => return None,
    }
    before.get(..before.len() - bytes.len())
}

/// Takes how large a table or a memory is, and how large it may become.
fn limits(bytes: &mut &[u8]) -> Option<()> {
    let numbers = 1 + (take(bytes)? & 1);
    (0..numbers).try_for_each(|_| number(bytes).map(drop))
}

fn take(bytes: &mut &[u8]) -> Option<u8> {
    let (&byte, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(byte)
}

/// Takes a number as WebAssembly writes it (LEB128).
pub fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Writes a number.
pub fn put(mut number: usize, out: &mut Vec<u8>) {
    while number > 0x7F {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes bytes that stand behind their length.
pub fn block<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = number(bytes)?;
    let (block, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(block)
}

/// Writes bytes behind their length.
pub fn put_block(block: &[u8], out: &mut Vec<u8>) {
    put(block.len(), out);
    out.extend(block);
}
