//! The native file: a whole project as UTF-8 JSON, described by `schema.json`.
//!
//! Writing: [`write()`] narrows a state to a [`Choice`], turns it into JSON and has [`check`] slice
//! every span of the finished text again. Reading: [`read()`] checks everything and gives
//! [`Incoming`], or the first [`ReadFault`] with its place. [`open`] merges what was read into a
//! project as one transaction, [`open_files`] does so with several; [`returned`] takes what annotators send back.
//!
//! Fields this version does not know are kept at every object, in the [`Extra`] of what they stand
//! at, and written back.
//!
//! [`Extra`]: crate::core::record::Extra

mod at;
pub mod check;
mod choice;
mod fault;
mod fill;
mod merge;
mod opening;
pub mod package;
mod print;
mod read;
mod references;
pub mod returned;
pub mod tagset_file;
mod time;
mod write;

pub use choice::Choice;
pub use fault::{Kind, ReadFault, WriteFault};
pub use merge::{Report, open};
pub use opening::{FileFault, Opened, Opening, open_files};
pub use read::{Incoming, read, state_from};
pub use write::{raw_backup, write, write_whole};

/// What `format` says in a file.
pub const FORMAT: &str = "hashiya";

/// What `format` says in a raw back-up, which was written without being checked.
pub const BACKUP_FORMAT: &str = "hashiya-backup";

/// The version this program writes, and the newest it reads.
pub const VERSION: u64 = 1;

/// The JSON Schema of the file, published beside the page.
pub const SCHEMA: &str = include_str!("schema.json");

/// The largest file that is read, in bytes.
pub const BYTES_MAX: usize = 256 << 20;

/// How deep a file's objects and lists may stand in one another. A journal entry wraps a few more
/// round them, and the JSON reader gives up at 128.
pub const DEPTH_MAX: usize = 64;

/// What `offset_unit` says: `start` and `end` count code points.
const OFFSET_UNIT: &str = "code_point";
