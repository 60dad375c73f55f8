//! What lets the page be installed and work without a network: the manifest, and the service worker with the list of
//! files that belong to this version.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::publish;
use super::read;

/// The worker's file: its name never changes, since a browser asks for a newer one there.
const WORKER: &str = "sw.js";

/// The manifest's file: an installed page is known by it.
const MANIFEST: &str = "manifest.webmanifest";

/// What the page never asks for.
const APART: [&str; 1] = ["hashiya.schema.json"];

/// Writes the manifest, then the worker for all files that are now in `staging`.
pub fn offline(source: &Path, staging: &Path) -> Result<(), String> {
    publish::write(&staging.join(MANIFEST), manifest(source, staging)?.as_bytes())?;
    let worker = worker(&read(&source.join("static").join(WORKER))?, &files(staging)?)?;
    publish::write(&staging.join(WORKER), worker.as_bytes())
}

/// The manifest with its icons published under names that hold their hash.
fn manifest(source: &Path, staging: &Path) -> Result<String, String> {
    let written = read(&source.join("static").join(MANIFEST))?;
    let mut manifest: Value = serde_json::from_str(&written).map_err(|error| format!("{MANIFEST}: {error}"))?;
    for icon in manifest["icons"].as_array_mut().into_iter().flatten() {
        let path = icon["src"].as_str().ok_or("an icon of the manifest has no src")?;
        icon["src"] = publish::file(path, source, staging)?.into();
    }
    Ok(manifest.to_string())
}

/// The page's files, in the order of their names, each with its hash as browsers take it. The page itself has no name.
fn files(staging: &Path) -> Result<Map<String, Value>, String> {
    let mut files = Map::new();
    for name in names(staging)?.into_iter().filter(|name| name != WORKER && !APART.contains(&name.as_str())) {
        let bytes = fs::read(staging.join(&name)).map_err(|error| format!("{name}: {error}"))?;
        files.insert(if name == "index.html" { String::new() } else { name }, integrity(&bytes).into());
    }
    Ok(files)
}

/// The names of the files that stand in a folder itself, in their order.
pub fn names(folder: &Path) -> Result<Vec<String>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        names.extend(path.file_name().filter(|_| path.is_file()).map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

/// Whether a name holds the hash of what it names: sixteen hexadecimal digits.
pub fn is_lasting(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem.strip_suffix("_bg").unwrap_or(stem));
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// A hash as in an `integrity` attribute.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// Bytes in base64, with its padding.
pub fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let number = three.iter().chain([&0, &0]).take(3).fold(0, |number, byte| number << 8 | usize::from(*byte));
        for place in 0..4 {
            let sign = SIGNS[number >> (18 - 6 * place) & 0x3F];
            text.push(if place <= three.len() { char::from(sign) } else { '=' });
        }
    }
    text
}

/// The worker with its list and its version, which follows from the list.
fn worker(template: &str, files: &Map<String, Value>) -> Result<String, String> {
    let list = Value::from(files.clone()).to_string();
    let version: String = Sha256::digest(&list).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let worker = super::put(template.to_owned(), "\"weave: files\"", &list)?;
    super::put(worker, "weave: version", &format!("{} {version}", env!("CARGO_PKG_VERSION")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_everyone() {
        for (plain, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("\u{FB}\u{3FF}", "w7vPvw==")]
        {
            assert_eq!(base64(plain.as_bytes()), text);
        }
    }

    #[test]
    fn names_that_hold_a_hash_are_told_from_others() {
        for (name, lasting) in
            [("desk-00ff62865a04f2ab_bg.wasm", true), ("sw.js", false), ("hashiya.schema.json", false), ("a-b.css", false)]
        {
            assert_eq!(is_lasting(name), lasting, "{name}");
        }
    }

    #[test]
    fn a_file_that_changes_makes_another_version() {
        let template = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/static/sw.js"))).unwrap();
        let list = |text: &str| Map::from_iter([(String::new(), integrity(text.as_bytes()).into())]);
        let (one, other) = (worker(&template, &list("a")).unwrap(), worker(&template, &list("b")).unwrap());
        assert!(one.contains(r#"const FILES = {"":"sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="};"#), "{one}");
        let version = |worker: &str| worker.split_once("const VERSION = \"").unwrap().1.split('"').next().unwrap().to_owned();
        assert_ne!(version(&one), version(&other));
        assert_eq!(version(&one), version(&worker(&template, &list("a")).unwrap()));
    }
}
