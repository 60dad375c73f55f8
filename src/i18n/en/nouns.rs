//! Counted nouns in English.

use crate::i18n::plural::Noun;

/// So many of something.
pub fn counted(noun: Noun, count: usize) -> String {
    let (one, more) = match noun {
        Noun::Span => ("span", "spans"),
        Noun::Document => ("document", "documents"),
        Noun::Label => ("label", "labels"),
        Noun::Set => ("annotation set", "annotation sets"),
        Noun::Record => ("record", "records"),
        Noun::Entry => ("entry", "entries"),
        Noun::Byte => ("byte", "bytes"),
    };
    numbered(one, more, count)
}

/// So many of what is called so alone and among others.
pub fn numbered(one: &str, more: &str, count: usize) -> String {
    match count {
        0 => format!("no {more}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    }
}
