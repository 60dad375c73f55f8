//! The programs, made small: what panics would say goes first (`silent`), and wasm-opt takes away what was there for it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::shorten::named;
use super::silent::silent;

/// What engines of the last years can do. The compiler's own settings say the same.
const FEATURES: [&str; 6] =
    ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/// How the first program is made smallest. Functions stand in the order of their names at last, so that those made from
/// one source stand together.
const SMALLEST: &str = "--low-memory-unused -Oz --gufa -Oz --flatten --rereloop -Oz -Oz --reorder-functions-by-name";

/// How the second one is made small.
const SMALL: &str = "--low-memory-unused -Oz -Oz -Oz";

/// Makes the programs small that Trunk built and `html` names, one beside the other.
pub fn shrink(html: &str, staging: &Path) -> Result<(), String> {
    let programs = [("data-wasm", SMALLEST, true), ("data-desk-wasm", SMALL, false)];
    std::thread::scope(|scope| {
        let work = programs.map(|(attribute, settings, never_debugs)| {
            scope.spawn(move || program(named(html, attribute)?, staging, settings, never_debugs))
        });
        work.into_iter().try_for_each(|work| work.join().unwrap_or_else(|_| Err("a program could not be made small".to_owned())))
    })
}

/// One program; that the first one never writes by `{:?}` is held by `tests/tidy.rs`.
fn program(name: &str, staging: &Path, settings: &str, never_debugs: bool) -> Result<(), String> {
    let path = staging.join(name);
    let failed = |error: std::io::Error| format!("{name}: {error}");
    let quiet = silent(&fs::read(&path).map_err(failed)?, never_debugs)
        .ok_or_else(|| format!("{name} is not read as WebAssembly with names"))?;
    super::publish::write(&path, &quiet)?;
    let features = FEATURES.iter().map(|feature| format!("--enable-{feature}"));
    let small = path.with_extension("small");
    let output = format!("--output={}", small.display());
    match Command::new("wasm-opt").args(features).args(settings.split(' ')).arg(output).arg(&path).status() {
        Ok(status) if status.success() => fs::rename(&small, &path).map_err(failed),
        Ok(status) => Err(format!("{name}: wasm-opt ended with {status}")),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("wasm-opt is not on PATH, so that {name} stays large. `make build` installs it.");
            Ok(())
        }
        Err(error) => Err(format!("wasm-opt: {error}")),
    }
}
