//! Scripts without what only people read: by oxc, which knows the language.

use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

/// A script that is run as it is: names at its top are the page's.
pub fn script(text: &str) -> Result<String, String> {
    minify(text, SourceType::script(), false)
}

/// A module: what it does not export is its own, and goes where nothing uses it.
pub fn module(text: &str) -> Result<String, String> {
    minify(text, SourceType::mjs(), true)
}

fn minify(text: &str, kind: SourceType, top_level: bool) -> Result<String, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, kind).parse();
    if let Some(error) = parsed.diagnostics.first() {
        return Err(format!("a script is not read: {error}"));
    }
    let mut program = parsed.program;
    let mangle = MangleOptions { top_level: Some(top_level), ..MangleOptions::default() };
    let options =
        MinifierOptions { mangle: Some(mangle), compress: Some(CompressOptions::smallest()), ..MinifierOptions::default() };
    let done = Minifier::new(options).minify(&allocator, &mut program);
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(done.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_keeps_what_it_exports_and_no_more() {
        let text =
            "// A word.\nfunction used(first) {\n  return first + 1;\n}\nfunction idle() {}\nexport { used as default };\n";
        let short = module(text).unwrap();
        assert!(short.ends_with(" as default};") && !short.contains("idle") && !short.contains("word"), "{short}");
    }

    #[test]
    fn a_script_keeps_the_names_that_others_call() {
        let short = script("// A word.\nfunction called(first) {\n  return first + 1;\n}\n").unwrap();
        assert!(short.starts_with("function called(") && !short.contains("word"), "{short}");
    }

    #[test]
    fn what_is_no_script_is_refused() {
        assert!(script("function (").is_err());
        assert!(script("import(").is_err());
    }
}
