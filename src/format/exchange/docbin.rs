//! spaCy's DocBin (`.spacy`): zlib over MessagePack, a row of numbers for each token, texts named by hashes.
//!
//! Written and read without spaCy. What goes where is as in [`spacy`](super::spacy): all spans in the group `sc`, those that do not overlap as entities, and
//! what spaCy has no place for in `user_data`.

mod hash;
mod msgpack;
mod read;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;
use flate2::read::ZlibDecoder;
use std::io::Read as _;

/// What the numbers of a token are, in order: its text, where it stands in an entity, the entity's label, whether it begins a sentence, what the
/// entity is elsewhere. The first has to be the text, the others ascend.
const ATTRS: [u64; 5] = [ORTH, ENT_IOB, ENT_TYPE, SENT_START, ENT_KB_ID];
const ORTH: u64 = 65;
const ENT_IOB: u64 = 77;
const ENT_TYPE: u64 = 78;
const SENT_START: u64 = 80;
const ENT_KB_ID: u64 = 452;

/// How a token stands in an entity.
const INSIDE: u64 = 1;
const OUTSIDE: u64 = 2;
const BEGIN: u64 = 3;

/// Where `user_data` says which document it is.
const DOC_ID: &str = "doc_id";

/// Whether a file looks like one of this format: the first bytes unpack to the first fields.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    if file.bytes.first() != Some(&0x78) {
        return false;
    }
    let mut start = Vec::new();
    // What is cut off or damaged further on does not matter here.
    let _ = ZlibDecoder::new(file.bytes.as_slice()).take(64).read_to_end(&mut start);
    start.windows(6).any(|piece| piece == b"\xA5attrs")
}

#[cfg(test)]
mod tests;
