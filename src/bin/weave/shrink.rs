//! The programs, made small: what panics would say goes first (`silent`), what comes late is taken out of the first one
//! (`split`), and wasm-opt takes away what was there for either.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::shorten::named;
use super::silent::silent;
use super::split::{ASKS, FIRST_MOST, IN_BOTH, LATE, split};
use super::wasm;

/// What engines of the last years can do. The compiler's own settings say the same.
const FEATURES: [&str; 6] =
    ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/// How the first program is made smallest. Functions stand in the order of their names at last, so that those made from
/// one source stand together.
const SMALLEST: &str = "--low-memory-unused -Oz --gufa -Oz --flatten --rereloop -Oz -Oz --reorder-functions-by-name --strip-target-features --strip-producers";

/// How the second one is made small.
const SMALL: &str = "--low-memory-unused -Oz -Oz -Oz --strip-target-features --strip-producers";

/// Makes the programs small that Trunk built and `html` names, one beside the other. The first one is split: gives the page
/// with the attribute `data-rest`, which names what comes late of it.
pub fn shrink(html: &str, staging: &Path) -> Result<String, String> {
    let (first, desk) = (named(html, "data-wasm")?, named(html, "data-desk-wasm")?);
    // That the first one never writes by `{:?}` is held by `tests/tidy.rs`.
    let parts = split(&quiet(first, staging, true)?, &LATE, ASKS, IN_BOTH).map_err(|why| format!("{first}: {why}"))?;
    let rest = first.replacen(".wasm", "_rest.wasm", 1);
    let programs =
        [(first, parts.first, SMALLEST), (rest.as_str(), parts.rest, SMALLEST), (desk, quiet(desk, staging, false)?, SMALL)];
    std::thread::scope(|scope| {
        let work = programs.map(|(name, program, settings)| scope.spawn(move || optimised(name, &program, staging, settings)));
        work.into_iter().try_for_each(|work| work.join().unwrap_or_else(|_| Err("a program could not be made small".to_owned())))
    })?;
    let attribute = "data-wasm=\"";
    super::put(html.to_owned(), &format!(" {attribute}"), &format!(" data-rest=\"./{rest}\" {attribute}"))
}

/// A program whose panics say nothing.
fn quiet(name: &str, staging: &Path, never_debugs: bool) -> Result<Vec<u8>, String> {
    let program = fs::read(staging.join(name)).map_err(|error| format!("{name}: {error}"))?;
    silent(&program, never_debugs).ok_or_else(|| format!("{name} is not read as WebAssembly with names"))
}

/// Writes a program as wasm-opt makes it.
fn optimised(name: &str, program: &[u8], staging: &Path, settings: &str) -> Result<(), String> {
    let path = staging.join(name);
    super::publish::write(&path, program)?;
    let features = FEATURES.iter().map(|feature| format!("--enable-{feature}"));
    let small = path.with_extension("small");
    let output = format!("--output={}", small.display());
    match Command::new("wasm-opt").args(features).args(settings.split(' ')).arg(output).arg(&path).status() {
        Ok(status) if status.success() => fs::rename(&small, &path).map_err(|error| format!("{name}: {error}")),
        Ok(status) => Err(format!("{name}: wasm-opt ended with {status}")),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("wasm-opt is not on PATH, so that {name} stays large. `make build` installs it.");
            Ok(())
        }
        Err(error) => Err(format!("wasm-opt: {error}")),
    }
}

/// Fails where the first part weighs more than it may, packed as it is published. What wasm-opt has not made small still
/// has names, and is not weighed.
pub fn bounded(html: &str, staging: &Path) -> Result<(), String> {
    let name = named(html, "data-wasm")?;
    let failed = |error: std::io::Error| format!("{name}: {error}");
    let program = fs::read(staging.join(name)).map_err(failed)?;
    let weight = fs::metadata(staging.join(format!("{name}.br"))).map_err(failed)?.len();
    let is_small = wasm::sections(&program).is_some_and(|sections| wasm::function_names(&sections).is_empty());
    match is_small && weight > FIRST_MOST {
        true => Err(format!(
            "the first part of the program weighs {weight} bytes as brotli, and may weigh {FIRST_MOST}: see src/bin/weave/split/late.rs"
        )),
        false => Ok(()),
    }
}
