//! Zip packages: their parts, unpacked within limits.

use super::Fault;
use super::encoding::{Encoding, decoded, encodings};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that are unpacked of one file, all its parts together.
pub const UNPACKED_MAX: u64 = 256 << 20;

/// The most parts that a package may have.
const PARTS_MAX: usize = 1 << 16;

/// A package.
pub struct Book<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may yet be unpacked.
    left: u64,
}

impl<'a> Book<'a> {
    /// Reads the list of the parts.
    ///
    /// # Errors
    /// [`Fault::Zip`] where it is no zip or a damaged one; [`Fault::TooLarge`] where it has too many parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Zip)?;
        if archive.len() > PARTS_MAX { Err(too_large()) } else { Ok(Self { archive, left: UNPACKED_MAX }) }
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Whether there is a part in that folder.
    pub fn has_under(&self, folder: &str) -> bool {
        self.archive.file_names_raw().any(|name| name.starts_with(folder.as_bytes()))
    }

    /// A part, unpacked; `None` where there is none of that name.
    ///
    /// # Errors
    /// Where it is damaged, locked, packed in a way that is not known, or too large.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|fault| match fault {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Fault::Locked,
            _ => Fault::Zip,
        })?;
        // What a part says of its size is not believed: it is read up to the limit.
        let mut bytes = Vec::new();
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Fault::Zip)?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        Ok(Some(bytes))
    }

    /// A part that is text, decoded: XML is UTF-8 or UTF-16.
    ///
    /// # Errors
    /// As [`Self::part`], and [`Fault::Xml`] where it is in another encoding.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let ours = encodings(&bytes).into_iter().filter(|encoding: &Encoding| encoding.is_ours());
        let text = ours.into_iter().find_map(|encoding| decoded(&bytes, encoding));
        text.map(Some).ok_or_else(|| Fault::Xml { part: name.to_owned() })
    }
}

const fn too_large() -> Fault {
    Fault::TooLarge { most: UNPACKED_MAX }
}

/// Where a link leads that stands in a part: a name in the package, without the place within the part. `None` where it leads out.
pub fn resolved(from: &str, link: &str) -> Option<String> {
    let link = link.split(['#', '?']).next().unwrap_or_default();
    if link.contains(':') {
        return None;
    }
    let link = percent_decoded(link)?;
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let base = if link.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(link.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

fn percent_decoded(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(code) => {
                out.push(code);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
pub mod tests;
