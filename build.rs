//! Turns `seeds/` into constants, and refuses to build if an article is not what the manifest says it is.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use serde_json::Value;
use sha2::{Digest, Sha256};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=seeds");
    // Data stands behind the stack: below a million its places are numbers of three bytes instead of four.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-bin=hashiya=-zstack-size=524288");
    }
    let made = seeds(Path::new("seeds")).and_then(|code| {
        let out = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
        fs::write(Path::new(&out).join("seeds.rs"), code).map_err(|error| format!("seeds.rs: {error}"))
    });
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("cargo::error={why}");
            ExitCode::FAILURE
        }
    }
}

/// Rust source that defines `PROJECT` and `DOCUMENTS`, from the manifest and the texts beside it.
fn seeds(folder: &Path) -> Result<String, String> {
    let path = folder.join("manifest.json");
    let manifest = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let manifest: Value = serde_json::from_str(&manifest).map_err(|error| format!("{}: {error}", path.display()))?;
    let project = &manifest["project"];
    let mut code = format!(
        "pub(super) static PROJECT: Project = Project {{ id: {:?}, name: {:?} }};\n",
        text(project, "id")?,
        text(project, "name")?,
    );
    code.push_str("pub(super) static DOCUMENTS: &[Seed] = &[\n");
    for document in list(&manifest, "documents")? {
        let id = text(document, "id")?;
        seed(folder, document, &mut code).map_err(|why| format!("seeds/manifest.json, document \"{id}\": {why}"))?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// One `Seed { .. }`, after its text has proved to be the one the manifest names.
fn seed(folder: &Path, document: &Value, code: &mut String) -> Result<(), String> {
    let file = text(document, "file")?;
    let path = folder.join(file);
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let named = text(document, "sha256")?;
    if found != named {
        return Err(format!(
            "seeds/{file} has changed: its SHA-256 is {found}, the manifest says {named}. Restore the file: the articles are kept byte for byte."
        ));
    }
    let content = String::from_utf8(bytes).map_err(|_| format!("seeds/{file} is not UTF-8"))?;
    if content.contains('\r') {
        return Err(format!("seeds/{file} has a carriage return, which the page cannot hold"));
    }
    code.push_str("Seed {\n");
    for key in ["id", "title", "title_en", "short", "short_en", "source", "language", "direction", "sha256"] {
        let _ = writeln!(code, "    {key}: {:?},", text(document, key)?);
    }
    let ours = document["title_is_ours"].as_bool().ok_or("\"title_is_ours\" must be true or false")?;
    let _ = writeln!(code, "    title_is_ours: {ours},\n    units: {},", content.encode_utf16().count());
    let _ = writeln!(code, "    #[cfg(not(target_arch = \"wasm32\"))]\n    file: {file:?},");
    let _ = writeln!(code, "    #[cfg(not(target_arch = \"wasm32\"))]\n    text: {content:?},\n    regions: &[");
    let length = content.chars().count() as u64;
    for region in list(document, "regions")? {
        let (start, end) = (number(region, "start")?, number(region, "end")?);
        if start >= end || end > length {
            return Err(format!("region {start}..{end} does not lie in a text of {length} characters"));
        }
        let (kind, name, name_en) = (text(region, "kind")?, text(region, "name")?, text(region, "name_en")?);
        let _ = writeln!(
            code,
            "        Region {{ kind: {kind:?}, name: {name:?}, name_en: {name_en:?}, start: {start}, end: {end} }},"
        );
    }
    code.push_str("    ],\n},\n");
    Ok(())
}

fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str, String> {
    value[key].as_str().ok_or_else(|| format!("\"{key}\" must be a string"))
}

fn number(value: &Value, key: &str) -> Result<u64, String> {
    value[key].as_u64().ok_or_else(|| format!("\"{key}\" must be a number"))
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a [Value], String> {
    value[key].as_array().map(Vec::as_slice).ok_or_else(|| format!("\"{key}\" must be a list"))
}
