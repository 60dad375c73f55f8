//! CoNLL: a token and its tags a line, a blank line after each sentence.
//!
//! Ours have the four columns of CoNLL-2003, `token -X- place tag`, and a tag column more for each level of spans that lie in or cross
//! others. The third column, which readers of names pass over, says where the token stands and what white space is
//! round it, in the words that Universal Dependencies has for that: so our own reading gives the text as it was.
//! Others' files have two columns, four, or any number; their text is put together from the tokens.

mod columns;
mod decode;
mod layout;
mod place;
mod read;
mod write;

pub use layout::claims;
pub use read::read;
pub use write::write;

#[cfg(test)]
mod tests;
