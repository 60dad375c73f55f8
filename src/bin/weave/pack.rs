//! The page's files, compressed once and well, beside the plain ones: hosts that know `.br` and `.gz` files send them
//! as they are, and so does `serve`.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode as Mode;

use super::publish::write;

/// What gains by compression. Fonts are compressed already.
const PACKED: [&str; 7] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest"];

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

/// The shortest of what the encoder makes when it takes the bytes for one kind of thing or another: for the program it
/// guesses wrong by more than a percent. Any browser reads each of them.
fn brotli(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let with = |mode| {
        let mut packed = Vec::new();
        let settings = BrotliEncoderParams { quality: 11, size_hint: plain.len(), mode, ..Default::default() };
        brotli::BrotliCompress(&mut &*plain, &mut packed, &settings).map(|_| packed)
    };
    let modes = [Mode::BROTLI_MODE_GENERIC, Mode::BROTLI_MODE_FONT, Mode::BROTLI_FORCE_MSB_PRIOR];
    let made = std::thread::scope(|scope| {
        let work = modes.map(|mode| scope.spawn(move || with(mode)));
        work.map(|work| work.join().unwrap_or_else(|_| Err(std::io::Error::other("the encoder gave up"))))
    });
    let made = made.into_iter().collect::<std::io::Result<Vec<_>>>()?;
    Ok(made.into_iter().min_by_key(Vec::len).unwrap_or_default())
}

/// Packs bytes as browsers can unpack them by script.
pub fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(plain)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_what_it_was() {
        for plain in ["حاشية ".repeat(500).into_bytes(), (0..=255).cycle().take(9_000).collect(), Vec::new()] {
            let mut again = Vec::new();
            brotli::BrotliDecompress(&mut &*brotli(&plain).expect("it is packed"), &mut again).expect("it is read");
            assert_eq!(again, plain);
        }
    }
}
