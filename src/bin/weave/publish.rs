//! Files of the repository, published under names that hold their hash.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{minify, read};

/// Publishes whatever an attribute of `html` names that begins with `style/`, `fonts/`, `static/` or `seeds/`, and names
/// the published file there instead. The sheet `style/first.css` gets `rules` added at its end.
pub fn publish(html: &str, source: &Path, staging: &Path, rules: &str) -> Result<String, String> {
    let mut woven = String::new();
    let mut used = Vec::new();
    let mut rest = html;
    while let Some(found) = rest.find("=\"") {
        let (before, value) = rest.split_at(found + 2);
        woven.push_str(before);
        let end = value.find('"').ok_or("index.html: an attribute does not end")?;
        let named = &value[..end];
        match named.strip_prefix("./").unwrap_or(named) {
            path if path.starts_with("style/") => {
                let mut css = style(&source.join(path), source, staging, &mut used)?;
                if path == "style/first.css" {
                    css.push_str(rules);
                }
                woven.push_str(&hashed(path, squeeze(&css).as_bytes(), staging)?);
            }
            path if ["fonts/", "static/", "seeds/"].iter().any(|folder| path.starts_with(folder)) => {
                woven.push_str(&file(path, source, staging)?);
            }
            _ => woven.push_str(named),
        }
        rest = &value[end..];
    }
    woven.push_str(rest);
    forgotten(&source.join("style"), &used)?;
    Ok(woven)
}

/// Writes a file, making its folder.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, bytes)).map_err(|error| format!("{}: {error}", path.display()))
}

/// A style sheet with the sheets it imports put in their place and the fonts it names published. Adds every sheet to `used`.
fn style(path: &Path, source: &Path, staging: &Path, used: &mut Vec<PathBuf>) -> Result<String, String> {
    let mut css = String::new();
    used.push(path.to_owned());
    for line in read(path)?.lines() {
        if let Some(name) = line.strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";")) {
            css.push_str(&style(&path.with_file_name(name), source, staging, used)?);
        } else if let Some((before, rest)) = line.split_once("url(\"../") {
            let (name, after) = rest.split_once('"').ok_or_else(|| format!("{}: `{line}`", path.display()))?;
            css.push_str(&format!("{before}url(\"{}\"{after}\n", file(name, source, staging)?));
        } else {
            css.push_str(line);
            css.push('\n');
        }
    }
    Ok(css)
}

/// Fails if a sheet of `folder` is imported nowhere.
fn forgotten(folder: &Path, used: &[PathBuf]) -> Result<(), String> {
    // What `make single` adds is in no page of a host.
    let apart = folder.join("single.css");
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.extension().is_some_and(|extension| extension == "css") && !used.contains(&path) && path != apart {
            return Err(format!(
                "{} is imported nowhere: name it in style/first.css, main.css, rest.css or desk.css, or in Trunk.toml",
                path.display()
            ));
        }
    }
    Ok(())
}

/// Publishes a file of the repository, a script without what no browser reads, and gives its name.
pub fn file(path: &str, source: &Path, staging: &Path) -> Result<String, String> {
    if path.ends_with(".js") {
        return hashed(path, minify::script(&read(&source.join(path))?)?.as_bytes(), staging);
    }
    let bytes = fs::read(source.join(path)).map_err(|error| format!("{path}: {error}"))?;
    hashed(path, &bytes, staging)
}

/// Writes `bytes` as `<stem>-<hash>.<extension>` and gives that name.
fn hashed(path: &str, bytes: &[u8], staging: &Path) -> Result<String, String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.rsplit_once('.').ok_or_else(|| format!("{path} has no extension"))?;
    let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{hash}.{extension}");
    write(&staging.join(&name), bytes)?;
    Ok(name)
}

/// CSS without its comments and indentation. Strings are left as they are.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut characters = css.chars().peekable();
    let mut quote = None;
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(open), _) => {
                out.push(character);
                if character == '\\' {
                    out.extend(characters.next());
                } else if character == open {
                    quote = None;
                }
            }
            (None, '/') if characters.peek() == Some(&'*') => {
                characters.next();
                let mut last = ' ';
                for inside in characters.by_ref() {
                    if (last, inside) == ('*', '/') {
                        break;
                    }
                    last = inside;
                }
            }
            (None, '\n' | ' ' | '\t' | '\r') => {
                if out.chars().next_back().is_some_and(|before| !matches!(before, ' ' | '{' | '}' | ';' | ',')) {
                    out.push(' ');
                }
            }
            (None, _) => {
                if matches!(character, '"' | '\'') {
                    quote = Some(character);
                }
                if matches!(character, '{' | '}') && out.ends_with(' ') {
                    out.pop();
                }
                out.push(character);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_loses_what_no_browser_reads() {
        let css = "/* why */\n.a,\n.b > p {\n  color: red; /* x */\n  content: \" /* kept */  \";\n}\n\n@media (width < 40rem) {\n  p { margin: 0 auto; }\n}\n";
        assert_eq!(squeeze(css), ".a,.b > p{color: red;content: \" /* kept */  \";}@media (width < 40rem){p{margin: 0 auto;}}");
    }

    #[test]
    fn descendants_and_calculations_keep_their_spaces() {
        assert_eq!(squeeze("a :is(b) { width: calc(1px + 2px) }"), "a :is(b){width: calc(1px + 2px)}");
    }
}
