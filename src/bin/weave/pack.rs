//! The page's files, compressed once and well, beside the plain ones: hosts that know `.br` and `.gz` files send them
//! as they are, and so does `serve`.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::publish::write;

/// What gains by compression. Fonts are compressed already.
const PACKED: [&str; 6] = ["css", "html", "js", "json", "svg", "wasm"];

/// Compresses every file of `folder` that gains by it.
pub fn pack(folder: &Path) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let packed = |path: &&PathBuf| path.extension().is_some_and(|extension| PACKED.iter().any(|packed| extension == *packed));
    // The program takes most of the time; the rest is done beside it.
    std::thread::scope(|scope| {
        let work: Vec<_> = paths.iter().filter(packed).map(|path| scope.spawn(|| file(path))).collect();
        work.into_iter().try_for_each(|work| work.join().unwrap_or_else(|_| Err("a file could not be compressed".to_owned())))
    })
}

fn file(path: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let plain = fs::read(path).map_err(failed)?;
    write(&beside(path, "br"), &brotli(&plain).map_err(failed)?)?;
    write(&beside(path, "gz"), &gzip(&plain).map_err(failed)?)
}

/// `path` with one more extension.
fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn brotli(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: plain.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut packed, &settings)?;
    Ok(packed)
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(plain)?;
    packer.finish()
}
