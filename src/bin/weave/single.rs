//! `make single`: the whole page as one file that opens from a disk, where modules and requests are forbidden. The
//! programs, the example and the texts stand in it packed, styles, scripts and fonts as they are, and its policy names
//! each of them by its hash.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::offline::base64;
use super::{pack, publish, read};

/// The sheets in the order in which they would come, by the attribute that names each. The first is linked.
const SHEETS: [&str; 3] = ["data-style", "data-rest-style", "data-desk-style"];

/// The programs, by the attributes that name script and WebAssembly.
const PROGRAMS: [[&str; 2]; 2] = [["data-js", "data-wasm"], ["data-desk-js", "data-desk-wasm"]];

/// Hashes of what stands in the page, as its policy names them.
#[derive(Default)]
struct Hashes(String);

impl Hashes {
    fn add(&mut self, text: &str) {
        self.0.push_str(&format!(" 'sha256-{}'", base64(&Sha256::digest(text))));
    }
}

/// Makes one file of the page in `dist`, beside it in the folder `single`, and gives its place.
pub fn single(source: &Path, dist: &Path) -> Result<PathBuf, String> {
    let page = assemble(source, dist)?;
    let path = dist.join("single").join(format!("hashiya-{}.html", env!("CARGO_PKG_VERSION")));
    publish::write(&path, page.as_bytes())?;
    Ok(path)
}

fn assemble(source: &Path, dist: &Path) -> Result<String, String> {
    let html = read(&dist.join("index.html"))?;
    let tag = between(&html, "<script src=\"", "</script>")?;
    let (mut styles, mut scripts) = (Hashes::default(), Hashes::default());

    let first = between(&html, "<link rel=\"stylesheet\" href=\"", "\"")?;
    let mut sheets = String::new();
    let names = SHEETS.map(|attribute| value(tag, attribute));
    for name in std::iter::once(Ok(first)).chain(names) {
        sheets.push_str(&element("style", &mut styles, &fonts(&read(&dist.join(name?))?, dist)?)?);
    }
    sheets.push_str(&element("style", &mut styles, read(&source.join("style/single.css"))?.trim())?);

    let mut inside = String::new();
    for program in PROGRAMS {
        let (js, wasm) = (value(tag, program[0])?, value(tag, program[1])?);
        inside.push_str(&element("script", &mut scripts, &program_of(js, &read(&dist.join(js))?)?)?);
        inside.push_str(&block(wasm, dist)?);
    }
    // Where the first program is in two parts, the rest may be wanted at once, which is too soon for unpacking.
    if let Ok(rest) = value(tag, "data-rest") {
        let plain = base64(&bytes(&dist.join(rest))?);
        inside.push_str(&format!("<script type=\"application/wasm\" data-name=\"{rest}\">{plain}</script>\n"));
    }
    for name in ["data-example", "data-annotators"]
        .map(|name| value(&html, name))
        .into_iter()
        .chain(html.split("data-file=\"").skip(1).map(|rest| until(rest, "\"")))
    {
        inside.push_str(&block(name?, dist)?);
    }

    let boot = boot(&read(&source.join("static/boot.js"))?, &read(&source.join("static/inside.js"))?)?;
    let attributes = tag.split_once("\" ").map_or("", |(_, rest)| rest.trim_end_matches('>'));
    let attributes: Vec<&str> = attributes.split(' ').filter(|attribute| !attribute.starts_with("data-offline")).collect();
    let attributes = attributes.join(" ").replace("=\"./", "=\"");
    let starts = element("script", &mut scripts, &boot)?.replacen("<script>", &format!("<script {attributes}>"), 1);

    let icon = between(&html, "<link rel=\"icon\" href=\"", "\"")?;
    let picture = format!("data:image/svg+xml;base64,{}", base64(&bytes(&dist.join(icon))?));
    let policy = format!(
        "default-src 'none'; script-src{} 'wasm-unsafe-eval'; style-src{}; font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        scripts.0, styles.0
    );
    let old = between(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")?;
    let lines = html.lines().filter(|line| {
        !["\"preload\"", "\"manifest\"", "\"stylesheet\""].iter().any(|gone| line.contains(&format!("<link rel={gone}")))
    });
    let html: String = lines.flat_map(|line| [line, "\n"]).collect();
    let html = html.replacen(old, &policy, 1).replacen(icon, &picture, 1);
    let html = html.replacen(&format!("<script src=\"{tag}</script>"), &format!("{sheets}{starts}"), 1);
    let note = format!("{}    ", read(&source.join("static/single.html"))?);
    let html = super::put(html, "<div id=\"example\"", &format!("{note}<div id=\"example\""))?;
    let html = super::put(html, "</body>", &format!("{inside}</body>"))?;
    left_over(&html)?;
    Ok(html)
}

/// Fails where the page still names a file.
fn left_over(html: &str) -> Result<(), String> {
    for way in [" src=\"", "import(", "import.meta", "url(\"../", "integrity="] {
        if html.contains(way) {
            return Err(format!("the single file still asks for something: {way}"));
        }
    }
    Ok(())
}

/// The first script with what brings things from the host taken out, and what finds them in the page put there.
fn boot(script: &str, inside: &str) -> Result<String, String> {
    let (before, rest) = script.split_once("  // weave: from the host\n").ok_or("boot.js has no first mark")?;
    let (_, after) = rest.split_once("  // weave: end\n").ok_or("boot.js has no second mark")?;
    Ok(format!("{before}{inside}{after}"))
}

/// A program's module as a function that makes what the module would have exported.
fn program_of(name: &str, module: &str) -> Result<String, String> {
    let exports = between(module, "export{", "};")?;
    let body =
        super::put(module.to_owned(), &format!("export{{{exports}}};"), "")?.replace("import.meta.url", "document.baseURI");
    let exported = exports.split(',').map(|export| {
        let (own, name) = export.split_once(" as ").unwrap_or((export, export));
        format!("{name}:{own}")
    });
    let exported: Vec<String> = exported.collect();
    Ok(format!("(window.programs??={{}})[\"{name}\"]=()=>{{\"use strict\";{body}return{{{}}}}};", exported.join(",")))
}

/// A sheet with its fonts in it.
fn fonts(css: &str, dist: &Path) -> Result<String, String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("url(\"") {
        let name = until(after, "\"")?;
        out.push_str(&format!("{before}url(\"data:font/woff2;base64,{}", base64(&bytes(&dist.join(name))?)));
        rest = &after[name.len()..];
    }
    out.push_str(rest);
    Ok(out)
}

/// An element that the policy names by its hash.
fn element(name: &str, hashes: &mut Hashes, text: &str) -> Result<String, String> {
    if text.contains("</") && text.contains(&format!("</{name}")) || text.contains("<!--") {
        return Err(format!("a {name} of the page would end too soon"));
    }
    hashes.add(text);
    Ok(format!("<{name}>{text}</{name}>\n"))
}

/// A file, packed, as data that no browser runs.
fn block(name: &str, dist: &Path) -> Result<String, String> {
    let packed = pack::gzip(&bytes(&dist.join(name))?).map_err(|error| format!("{name}: {error}"))?;
    Ok(format!("<script type=\"application/gzip\" data-name=\"{name}\">{}</script>\n", base64(&packed)))
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What an attribute holds; its name is looked for whole.
fn value<'a>(html: &'a str, attribute: &str) -> Result<&'a str, String> {
    let value = between(html, &format!(" {attribute}=\""), "\"")?;
    Ok(value.strip_prefix("./").unwrap_or(value))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Result<&'a str, String> {
    let (_, rest) = text.split_once(before).ok_or_else(|| format!("the page has no `{before}`"))?;
    until(rest, after)
}

fn until<'a>(text: &'a str, end: &str) -> Result<&'a str, String> {
    text.split_once(end).map(|(value, _)| value).ok_or_else(|| format!("`{end}` is missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_script_has_its_marks_and_asks_for_nothing() {
        let [script, inside] = [include_str!("../../../static/boot.js"), include_str!("../../../static/inside.js")];
        let boot = boot(script, inside).unwrap();
        assert!(!boot.contains("import(") && !boot.contains("fetch(at("), "{boot}");
        for name in ["bring", "compile", "dress"] {
            assert!(script.contains(&format!("{name}(")) && inside.contains(name), "{name}");
        }
    }

    #[test]
    fn a_module_becomes_a_function() {
        let module = "let a;const b=import.meta.url;function c(){}export{a as default,c as join};";
        let made = program_of("a.js", module).unwrap();
        assert_eq!(
            made,
            "(window.programs??={})[\"a.js\"]=()=>{\"use strict\";let a;const b=document.baseURI;function c(){}return{default:a,join:c}};"
        );
        assert!(program_of("a.js", "export default 1;").is_err());
    }

    #[test]
    fn what_would_end_its_element_is_refused() {
        assert!(element("script", &mut Hashes::default(), "const a = \"</script>\";").is_err());
        assert_eq!(element("style", &mut Hashes::default(), "a{}").unwrap(), "<style>a{}</style>\n");
    }
}
