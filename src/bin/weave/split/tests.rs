use super::*;

/// `app::start` calls the late `app::list::draw`. That calls `app::list::item`, which nobody else does, and `app::both`,
/// which `app::start` calls too. `app::list::click` is called through the table alone.
const PROGRAM: &str = r#"(module
    (import "page" "say" (func $say (param i32)))
    (memory (export "memory") 1)
    (data (i32.const 8) "words")
    (global $depth (mut i32) (i32.const 7))
    (table 3 3 funcref)
    (elem (i32.const 1) $app::both::h0123456789abcdef $<app::list::Click>::call)
    (func $app::rest::here (result i32) i32.const 1)
    (func $app::both::h0123456789abcdef (param i32) (result i32) local.get 0 global.get $depth i32.add)
    (func $<app::list::Click>::call (param i32) (result i32) local.get 0 call $app::both::h0123456789abcdef)
    (func $helper (param i32) (result i32) local.get 0 call $say i32.const 8 i32.load)
    (func $app::list::draw (param i32 i32) (result i32)
        local.get 0 call $helper local.get 1 call $app::both::h0123456789abcdef i32.add)
    (func $app::listed (result i32) i32.const 1 i32.const 2 call $app::list::draw)
    (func (export "start") (result i32) call $app::rest::here drop call $app::listed i32.const 2 call_indirect (param i32) (result i32)
        i32.const 1 call_indirect (param i32) (result i32)))"#;

fn parts() -> (Module, Module) {
    let program = wat::parse_str(PROGRAM).unwrap();
    let parts = split(&program, &["app::list"], "app::rest::here", 0).unwrap();
    (read(&parts.first).unwrap(), read(&parts.rest).unwrap())
}

fn functions(module: &Module) -> Vec<&str> {
    let mut names: Vec<&str> = module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.as_deref()).collect();
    names.sort_unstable();
    names
}

fn imported(module: &Module) -> Vec<(&str, &str)> {
    module.imports.iter().map(|import| (import.module.as_str(), import.name.as_str())).collect()
}

/// What each segment of the table is made of: where it begins, and the names of its functions.
fn slots(module: &Module) -> Vec<(i32, Vec<&str>)> {
    let slots = module.elements.iter().map(|element| {
        let ElementKind::Active { offset: ConstExpr::Value(Value::I32(first)), .. } = element.kind else { panic!("{element:?}") };
        let ElementItems::Functions(functions) = &element.items else { panic!("{element:?}") };
        (first, functions.iter().map(|id| module.funcs.get(*id).name.as_deref().unwrap()).collect())
    });
    slots.collect()
}

#[test]
fn what_is_late_and_what_it_alone_calls_is_in_the_rest() {
    let (first, rest) = parts();
    let both = "app::both::h0123456789abcdef";
    assert_eq!(
        functions(&first),
        ["<app::list::Click>::call", both, "app::list::draw", "app::listed", "app::rest::here", "knock"]
    );
    assert_eq!(functions(&rest), ["<app::list::Click>::call", "app::list::draw", "helper"]);
}

#[test]
fn doors_lead_to_slots_that_the_rest_fills() {
    let (first, rest) = parts();
    assert_eq!(slots(&first), [(1, vec!["app::both::h0123456789abcdef", "<app::list::Click>::call"])]);
    assert_eq!(slots(&rest), [(3, vec!["<app::list::Click>::call", "app::list::draw"])]);
    let tables =
        [&first, &rest].map(|module| module.tables.iter().map(|table| (table.initial, table.maximum)).collect::<Vec<_>>());
    assert_eq!(tables, [[(5, Some(5))], [(5, Some(5))]]);
}

#[test]
fn the_rest_has_memory_table_globals_and_functions_from_the_first_part_and_nothing_of_its_own() {
    let (first, rest) = parts();
    let lent: Vec<&str> = imported(&rest).into_iter().filter(|(module, _)| *module == FIRST).map(|(_, name)| name).collect();
    assert_eq!(lent, ["a", "b", "c"]);
    let exports: Vec<&str> = first.exports.iter().map(|export| export.name.as_str()).collect();
    assert_eq!(exports, ["memory", "start", "a", "b", "c"]);
    assert!(imported(&rest).contains(&("page", "say")));
    assert!(!imported(&first).contains(&("page", "say")), "only the rest calls it");
    assert_eq!((rest.exports.iter().count(), rest.data.iter().count(), first.data.iter().count()), (0, 0, 1));
}

#[test]
fn what_is_small_is_in_both_parts() {
    let program = wat::parse_str(PROGRAM).unwrap();
    let parts = split(&program, &["app::list"], "app::rest::here", 3).unwrap();
    let (first, rest) = (read(&parts.first).unwrap(), read(&parts.rest).unwrap());
    for part in [&first, &rest] {
        assert!(functions(part).contains(&"app::both::h0123456789abcdef"));
    }
    assert!(first.exports.iter().all(|export| export.name == "start" || !matches!(export.item, ExportItem::Function(_))));
}

#[test]
fn a_list_that_says_nothing_is_refused() {
    let program = wat::parse_str(PROGRAM).unwrap();
    for late in ["app::lis", "app::list::draw::more", "list"] {
        let why = split(&program, &["app::list", late], "app::rest::here", 0).map(|_| ()).unwrap_err();
        assert!(why.contains(&format!("`{late}`")), "{why}");
    }
    assert!(split(&program, &["app::list"], "app::rest::gone", 0).is_err());
    assert!(split(b"\0asm", &["app::list"], "app::rest::here", 0).is_err());
}

#[test]
fn names_are_short_and_never_the_same() {
    let names: Vec<String> = (0..3_000).map(name).collect();
    assert_eq!([0, 51, 52, 103, 104].map(|nth| names[nth].as_str()), ["a", "Z", "aa", "Za", "ab"]);
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
}
