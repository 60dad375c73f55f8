//! Zip archives: what is given packed, and what is given away in one file.

use super::fault::Fault;
use super::file::{InFile, OutFile};
use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most entries of an archive, folders among them.
pub const ENTRIES_MAX: usize = 2_000;

/// The most bytes that all entries together may unpack to.
pub const BYTES_MAX: u64 = 256 << 20;

/// How many bytes one packed byte may become, on the whole of an entry beyond its first mebibyte. Annotated text is packed to a
/// tenth, seldom to a hundredth; deflate ends at a thousandth, which is what a bomb has.
const RATIO_MAX: u64 = 400;

/// Whether a file is a zip archive, by its first bytes.
#[must_use]
pub fn is_zip(file: &InFile) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(b"PK\x05\x06")
}

/// The files of an archive, in its order, with the folders they stand in. Folders, links, files of the system (`__MACOSX`, names that begin with a full
/// stop) are passed over; an archive inside comes as the file it is.
///
/// # Errors
/// It is damaged or locked, has more than [`ENTRIES_MAX`] entries, or unpacks to more than [`BYTES_MAX`] or to more than
/// text can.
pub fn unpack(file: &InFile) -> Result<Vec<InFile>, Fault> {
    let broken = || Fault::Broken { file: file.name.clone(), line: 0, syntax: "zip" };
    let too_large = |bytes: u64| Fault::TooLarge { file: file.name.clone(), bytes };
    let mut archive = ZipArchive::new(Cursor::new(&file.bytes)).map_err(|_| broken())?;
    if archive.len() > ENTRIES_MAX {
        return Err(too_large(file.bytes.len() as u64));
    }
    let (mut files, mut all) = (Vec::new(), 0_u64);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| broken())?;
        if entry.is_dir() || entry.is_symlink() {
            continue;
        }
        let Some(name) = entry.name().ok().and_then(|name| safe(&name)) else { continue };
        // What the archive says of sizes may be a lie: what comes out is counted.
        let most = (BYTES_MAX - all).min((1 << 20) + entry.compressed_size().saturating_mul(RATIO_MAX));
        let mut bytes = Vec::new();
        entry.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        all += bytes.len() as u64;
        if bytes.len() as u64 > most {
            return Err(too_large(all));
        }
        files.push(InFile { name, bytes });
    }
    Ok(files)
}

/// A name that leads nowhere outside its archive; `None` for files that are not the user's.
fn safe(name: &str) -> Option<String> {
    let mut parts = Vec::new();
    for part in name.split(['/', '\\']) {
        let plain: String = part.chars().filter(|character| !character.is_control()).collect();
        match plain.as_str() {
            "" | "." | ".." => {}
            drive if drive.len() == 2 && drive.ends_with(':') && parts.is_empty() => {}
            hidden if hidden.starts_with('.') || hidden == "__MACOSX" => return None,
            _ => parts.push(plain),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Files as one archive. The same files always give the same bytes: all bear the first date that zip knows, 1980-01-01. A name that another
/// file has already gets a number. Only more than zip holds, 4 GiB, gives nothing.
#[must_use]
pub fn pack(files: &[OutFile]) -> Vec<u8> {
    packed(files).unwrap_or_default()
}

fn packed(files: &[OutFile]) -> ZipResult<Vec<u8>> {
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::DEFAULT);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut taken = BTreeSet::new();
    for file in files {
        let (stem, ending) =
            file.name.rsplit_once('.').map_or((file.name.as_str(), String::new()), |(stem, end)| (stem, format!(".{end}")));
        let mut names = std::iter::once(file.name.clone()).chain((2_u32..).map(|number| format!("{stem}-{number}{ending}")));
        let name = names.find(|name| taken.insert(name.clone())).unwrap_or_default();
        writer.start_file(name, options)?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests;
