//! A back-up: everything that is kept in a browser, under the names and as the values that it has there, as one file.
//!
//! `{"format": "hashiya-backup", "version": 1, "exported_at": …, "generator": …, "values": {<name>: <value>}}`. The values are
//! not understood here; each shows by its own sum whether it is whole. A raw copy of one project has the same `format`
//! and no `values`: it is read as a native file.

use super::json;
use super::native::{BACKUP_FORMAT, BYTES_MAX};
use serde_json::Value;

/// The version this program writes, and the newest it reads.
const VERSION: u64 = 1;

/// How far into a file its `format` is looked for, in bytes, before the whole is read.
const HEAD: usize = 512;

/// What a back-up holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, as the file says it; empty where it does not.
    pub exported_at: String,
    /// The values by name, in the order of the file. No name is there twice.
    pub values: Vec<(String, String)>,
}

/// Why a file is not read as a back-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupFault {
    /// It is none: no JSON, of another format, or without values.
    NotBackup,
    /// It is larger than is read, in bytes.
    TooLarge(usize),
    /// A later version of Hashiya made it; the version is told.
    NewerVersion(u64),
    /// The value of that name is no text.
    NotText(String),
}

/// A back-up of these values as a file's text. `exported_at` is RFC 3339, UTC.
#[must_use]
pub fn write<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>, exported_at: &str) -> String {
    let mut out = String::from("{\n\"format\": ");
    json::string(BACKUP_FORMAT, &mut out);
    out.push_str(&format!(",\n\"version\": {VERSION},\n\"exported_at\": "));
    json::string(exported_at, &mut out);
    out.push_str(",\n\"generator\": {\"name\": \"hashiya\", \"version\": ");
    json::string(env!("CARGO_PKG_VERSION"), &mut out);
    out.push_str("},\n\"values\": {");
    for (place, (name, value)) in values.into_iter().enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        json::string(name, &mut out);
        out.push_str(": ");
        json::string(value, &mut out);
    }
    out.push_str("\n}\n}\n");
    out
}

/// Whether a file's beginning says that it may be a back-up.
#[must_use]
pub fn may_be(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    head.windows(BACKUP_FORMAT.len()).any(|window| window == BACKUP_FORMAT.as_bytes())
}

/// Reads a back-up. One leading byte order mark is passed over.
///
/// # Errors
/// Says why it is none, or none that this version reads.
pub fn read(text: &str) -> Result<Backup, BackupFault> {
    if text.len() > BYTES_MAX {
        return Err(BackupFault::TooLarge(text.len()));
    }
    let file = json::parse(text.strip_prefix('\u{FEFF}').unwrap_or(text)).map_err(|_| BackupFault::NotBackup)?;
    let values = file.get("values").and_then(Value::as_object);
    let Some(values) = values.filter(|_| file.get("format").and_then(Value::as_str) == Some(BACKUP_FORMAT)) else {
        return Err(BackupFault::NotBackup);
    };
    match file.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(BackupFault::NewerVersion(newer)),
        _ => return Err(BackupFault::NotBackup),
    }
    let text = |(name, value): (&String, &Value)| match value.as_str() {
        Some(value) => Ok((name.clone(), value.to_owned())),
        None => Err(BackupFault::NotText(name.clone())),
    };
    let values = values.iter().map(text).collect::<Result<_, _>>()?;
    let exported_at = file.get("exported_at").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Backup { exported_at, values })
}

#[cfg(test)]
mod tests;
