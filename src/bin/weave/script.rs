//! The script that binds a program to the page, as wasm-bindgen writes it, without what this page never does.

use super::split::FIRST;

/// The script of the program `name`, lean; with a way in for the rest of it where it is in two parts.
pub fn lean(script: &str, name: &str, in_parts: bool) -> Result<String, String> {
    let js = unarmed(&marked(&started(&called(script), in_parts)?, name))?;
    Ok(if name == "desk" { js + ALONE } else { js })
}

/// In a worker the second program is not started by the page, which sends it there as it was compiled.
const ALONE: &str =
    "if (!globalThis.document) addEventListener(\"message\", ({ data }) => start({ module_or_path: data }), { once: true });\n";

/// The script with one short way to start: `static/boot.js` has compiled the program already. The rest of it has the first
/// part's exports among what it imports.
fn started(script: &str, in_parts: bool) -> Result<String, String> {
    const LOAD: &str = "async function __wbg_load(";
    const EXPORT: &str = "export { initSync, __wbg_init as default };";
    let (before, after) = script.split_once(LOAD).ok_or_else(|| format!("a program's script has no `{LOAD}`"))?;
    if after.trim_end().lines().next_back() != Some(EXPORT) {
        return Err(format!("a program's script does not end in `{EXPORT}`"));
    }
    let start = "async function start({ module_or_path }) {\nreturn __wbg_finalize_init(await WebAssembly.instantiate(module_or_path, __wbg_get_imports()), module_or_path);\n}\n";
    let join =
        format!("function join(module) {{\nnew WebAssembly.Instance(module, {{ ...__wbg_get_imports(), {FIRST}: wasm }});\n}}\n");
    Ok(match in_parts {
        true => format!("{before}{start}{join}export {{ start as default, join }};\n"),
        false => format!("{before}{start}export {{ start as default }};\n"),
    })
}

/// The script with marks of the program's own. Yew numbers the elements that take events, in properties of theirs; where
/// one program draws into an element of another one, each would take the other's numbers for its own.
fn marked(script: &str, name: &str) -> String {
    script.replace("__yew_", &format!("__{name}_"))
}

/// The script without the one way that Yew knows of making markup from a string, which nothing here uses.
fn unarmed(script: &str) -> Result<String, String> {
    let js: String = script.split_inclusive('\n').filter(|line| !line.contains(".innerHTML = ")).collect();
    let left = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "srcdoc", "new Function", "eval("];
    let left = left.into_iter().find(|way| js.contains(way));
    left.map_or(Ok(js), |way| Err(format!("a program's script makes markup or code from strings: {way}")))
}

/// The script without the functions that the program no longer calls: those that kept their long names.
fn called(script: &str) -> String {
    let mut idle = false;
    let lines = script.split_inclusive('\n').filter(|line| {
        idle |= line.trim_start().starts_with("__wb") && line.contains(": function(");
        let goes = idle;
        idle &= !line.trim_end().ends_with("},") && !line.trim_end().ends_with("}, arguments); },");
        !goes
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_two_programs_differ() {
        let script = "getObject(arg0).__yew_subtree_id = arg1; const yew = 1;";
        assert_eq!(marked(script, "desk"), "getObject(arg0).__desk_subtree_id = arg1; const yew = 1;");
        assert_ne!(marked(script, "desk"), marked(script, "hashiya"));
    }

    #[test]
    fn what_is_called_no_more_goes() {
        let kept = "const import0 = {\n$1: function(arg0) {\nreturn arg0.a;\n},\n";
        let gone = "__wbg_b_0123456789abcdef: function(arg0, arg1) {\nif (arg0) {\narg0.b(arg1);\n}\n},\n__wbg_c_0123: function() { return handleError(function (arg0) {\narg0.c();\n}, arguments); },\n";
        let after = "$2: function() { return handleError(function (arg0) {\narg0.d();\n}, arguments); },\n};\n";
        assert_eq!(called(&format!("{kept}{gone}{after}")), format!("{kept}{after}"));
    }

    #[test]
    fn a_script_starts_in_one_way_and_ends_as_it_is_known_to() {
        let script = |end: &str| format!("let wasm;\nasync function __wbg_load(module, imports) {{\n}}\n{end}\n");
        let known = script("export { initSync, __wbg_init as default };");
        let whole = started(&known, false).unwrap();
        assert!(whole.starts_with("let wasm;\nasync function start(") && whole.ends_with("export { start as default };\n"));
        let parts = started(&known, true).unwrap();
        assert!(parts.contains("first: wasm") && parts.ends_with("export { start as default, join };\n"));
        assert!(started(&script("export default __wbg_init;"), false).is_err() && started("let wasm;\n", false).is_err());
    }

    #[test]
    fn only_the_second_program_starts_by_itself_and_in_a_worker_alone() {
        let script = "let wasm;\nasync function __wbg_load(module, imports) {\n}\nexport { initSync, __wbg_init as default };\n";
        let [first, second] = ["hashiya", "desk"].map(|name| lean(script, name, false).unwrap());
        assert_eq!(second, first.clone() + ALONE);
        assert!(first.ends_with("export { start as default };\n") && ALONE.starts_with("if (!globalThis.document) "));
    }

    #[test]
    fn no_script_makes_markup_from_a_string() {
        let script = "$1: function(arg0, arg1) {\narg0.innerHTML = text(arg1);\n},\n";
        assert_eq!(unarmed(script).as_deref(), Ok("$1: function(arg0, arg1) {\n},\n"));
        assert!(unarmed("arg0.insertAdjacentHTML(arg1);").is_err());
    }
}
