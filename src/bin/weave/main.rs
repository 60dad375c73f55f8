//! Weaves what Trunk built into the page that is served. Trunk runs it as its `post_build` hook.
//!
//! 1. Both bundled articles and their links go into `index.html`, so that they can be read before
//!    the program has come, or without it.
//! 2. Every style, font, script and picture that `index.html` names by its place in the repository
//!    is published under a name that holds its hash, so that it can be cached for ever.
//! 3. The programs are made small: what panics would say goes, the first program is split in two, and wasm-opt takes away
//!    what nothing calls any more.
//! 4. The names by which the programs call their scripts are shortened, and the marks that the second one leaves on
//!    elements are told from the first one's.
//! 5. The file format's schema and the licences are laid beside them.
//! 6. The service worker is told which files belong to this version, and the manifest which icons.
//! 7. Hosts that read a file of headers find it there.
//! 8. What a browser loads is compressed beside itself.
//!
//! `weave single` makes one file of what stands in `dist`.

mod articles;
mod minify;
mod offline;
mod pack;
mod publish;
mod script;
mod shorten;
mod shrink;
mod silent;
mod single;
mod split;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use hashiya::seeds;

fn main() -> ExitCode {
    let done = if env::args().nth(1).as_deref() == Some("single") { one_file() } else { weave() };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("weave: {why}");
            ExitCode::FAILURE
        }
    }
}

fn weave() -> Result<(), String> {
    let source = folder("TRUNK_SOURCE_DIR")?;
    let staging = folder("TRUNK_STAGING_DIR")?;
    let page = staging.join("index.html");
    let html = read(&page)?;
    let html = put(html, "<!-- weave: bar -->", &articles::bar(seeds::documents()))?;
    let html = put(html, "<!-- weave: articles -->", &articles::articles(seeds::documents()))?;
    let html = uncommented(&html);
    let html = publish::publish(&html, &source, &staging, &articles::rules(seeds::documents()))?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let html = if release { shrink::shrink(&html, &staging)? } else { html };
    let html = shorten::shorten(&html, &staging, "hashiya", ["data-js", "data-wasm"], release.then_some("data-rest"))?;
    let html = shorten::shorten(&html, &staging, "desk", ["data-desk-js", "data-desk-wasm"], None)?;
    fs::write(&page, &html).map_err(|error| format!("{}: {error}", page.display()))?;
    copy(&source.join("src/format/native/schema.json"), &staging.join("hashiya.schema.json"))?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT", "fonts/OFL-Noto-Naskh-Arabic.txt", "fonts/OFL-Vazirmatn.txt"] {
        let name = Path::new(licence).file_name().unwrap_or_default();
        copy(&source.join(licence), &staging.join("licences").join(name))?;
    }
    offline::offline(&source, &staging)?;
    publish::write(&staging.join("_headers"), headers(&read(&source.join("deploy/_headers"))?, &staging)?.as_bytes())?;
    pack::pack(&staging)?;
    if release { shrink::bounded(&html, &staging) } else { Ok(()) }
}

fn one_file() -> Result<(), String> {
    let path = single::single(Path::new("."), Path::new("dist"))?;
    let bytes = fs::metadata(&path).map_err(|error| format!("{}: {error}", path.display()))?.len();
    println!("The page as one file: {} ({:.1} MB).", path.display(), bytes as f64 / 1e6);
    Ok(())
}

fn folder(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| format!("{variable} is not set: `trunk build` runs this program"))
}

/// The file of headers for hosts that read one, with a line for each file that may be kept for ever.
fn headers(template: &str, staging: &Path) -> Result<String, String> {
    let mut text = template.to_owned();
    for name in offline::names(staging)?.iter().filter(|name| offline::is_lasting(name)) {
        text.push_str(&format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    Ok(text)
}

/// The page without its comments, which are for whoever changes it.
fn uncommented(html: &str) -> String {
    let mut pieces = html.split("<!--");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |page, piece| page + piece.split_once("-->").map_or(piece, |(_, after)| after).trim_start())
}

/// Replaces the one `mark` in `html`.
fn put(html: String, mark: &str, with: &str) -> Result<String, String> {
    match html.matches(mark).count() {
        1 => Ok(html.replace(mark, with)),
        count => Err(format!("index.html must have `{mark}` once; it is there {count} times")),
    }
}

/// Reads a file whose absence ends the build.
fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let bytes = fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?;
    publish::write(to, &bytes)
}
