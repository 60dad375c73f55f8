//! A program in two parts: one that is fetched at once, and a rest that comes while the page is used already.
//!
//! The idea is that of Binaryen's `wasm-split`. Some functions are **late**: a list says so by their names
//! (`split/late.rs`). In the first part a door stands in the place of each: it asks for the rest, where that has not come,
//! and then calls the function itself through a slot of the table. What only late functions call is in the rest alone:
//! nobody has to list it. What both parts call stays in the first, which exports it to the rest, as it does its memory,
//! its tables and its globals. So the rest, once it is there, is no more than some functions that came late: the two share
//! everything, and no call behaves otherwise than in one program.
//!
//! Whatever the list says, the program is right. It only decides what is waited for.

mod door;
mod late;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use walrus::ir::Value;
use walrus::passes::gc;
use walrus::{
    ConstExpr, Data, Element, ElementItems, ElementKind, Export, ExportItem, Function, FunctionId, FunctionKind, Global,
    GlobalKind, ImportKind, ImportedFunction, LocalFunction, Memory, Module, ModuleConfig, Table,
};

use super::silent::bare;
pub use late::{ASKS, FIRST_MOST, IN_BOTH, LATE};

/// The module under which the rest knows the first part.
pub const FIRST: &str = "first";

/// Both parts of a program.
pub struct Parts {
    /// What is fetched at once.
    pub first: Vec<u8>,
    /// What comes later: it imports from [`FIRST`] whatever the first part exports, and has no exports of its own.
    pub rest: Vec<u8>,
}

/// Splits a program that still has the names of its functions. Late are the functions that stand in one of the modules of
/// `late`, by the beginnings of their paths; `asks` is the path of the one that asks for the rest and says whether it came.
/// What both parts call is in both where it is `small`: of no more instructions than that.
///
/// # Errors
/// If it is no program, or a path of the list matches nothing.
pub fn split(program: &[u8], late: &[&str], asks: &str, small: u64) -> Result<Parts, String> {
    let mut first = read(program)?;
    let late = find(&first, late)?;
    let found = first.funcs.iter().find(|function| path(function.name.as_deref()) == asks).map(Function::id);
    let asks = found.ok_or_else(|| format!("the program has no function {asks}"))?;
    let table = first.tables.main_function_table().ok().flatten().ok_or("the program has no table of functions")?;

    // What is left where late functions do nothing is what the first part needs without them.
    late.iter().for_each(|function| door::close(&mut first, *function));
    gc::run(&mut first);
    let stays: HashSet<usize> = first.funcs.iter_local().map(|(function, _)| function.index()).collect();
    if !stays.contains(&asks.index()) {
        return Err("nothing asks for the rest before it calls what is late".to_owned());
    }
    let doors: Vec<FunctionId> = late.iter().copied().filter(|function| stays.contains(&function.index())).collect();
    let slots = door::open(&mut first, &doors, table, asks);

    let mut rest = read(program)?;
    let late: HashSet<usize> = late.iter().map(|function| function.index()).collect();
    let stays = |function: FunctionId| stays.contains(&function.index()) && !late.contains(&function.index());
    borrow(&mut rest, |function, body| stays(function) && body.size() > small);
    let behind = doors.iter().map(|door| rest.funcs.iter().map(Function::id).find(|function| function.index() == door.index()));
    let behind = behind.collect::<Option<_>>().ok_or("the parts do not fit")?;
    fill(&mut rest, slots, behind)?;
    gc::run(&mut rest);
    lend(&mut first, &mut rest)?;
    Ok(Parts { first: first.emit_wasm(), rest: rest.emit_wasm() })
}

fn read(program: &[u8]) -> Result<Module, String> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    config.parse(program).map_err(|error| format!("the program is not read: {error}"))
}

/// The late functions, in the program's order.
fn find(program: &Module, late: &[&str]) -> Result<Vec<FunctionId>, String> {
    let mut idle: HashSet<&str> = late.iter().copied().collect();
    let mut found = Vec::new();
    for (function, _) in program.funcs.iter_local() {
        let path = path(program.funcs.get(function).name.as_deref());
        let matching: Vec<&&str> = late.iter().filter(|late| is_in(&path, late)).collect();
        if !matching.is_empty() {
            found.push(function);
        }
        for late in matching {
            idle.remove(late);
        }
    }
    match idle.into_iter().min() {
        None => Ok(found),
        Some(idle) => {
            Err(format!("nothing is late by `{idle}`: take it out of the list, or keep its functions from being inlined"))
        }
    }
}

/// Whether a function of that path stands in `module`, or is a trait's for a type that does.
fn is_in(path: &str, module: &str) -> bool {
    path.trim_start_matches('<').strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn path(name: Option<&str>) -> String {
    bare(name.unwrap_or_default())
}

/// Turns into imports what the first part has: its memory, tables and globals, and the functions that are wanted from there.
fn borrow(rest: &mut Module, wanted: impl Fn(FunctionId, &LocalFunction) -> bool) {
    rest.start = None;
    let exports: Vec<_> = rest.exports.iter().map(Export::id).collect();
    exports.into_iter().for_each(|export| rest.exports.delete(export));
    let elements: Vec<_> = rest.elements.iter().map(Element::id).collect();
    elements.into_iter().for_each(|element| rest.elements.delete(element));
    let data: Vec<_> = rest.data.iter().map(Data::id).collect();
    data.into_iter().for_each(|data| rest.data.delete(data));

    let functions = rest.funcs.iter_local().filter(|(function, body)| wanted(*function, body));
    let functions: Vec<_> = functions.map(|(function, _)| function).collect();
    for function in functions {
        let import = rest.imports.add(FIRST, "", function);
        let ty = rest.funcs.get(function).ty();
        rest.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for memory in rest.memories.iter_mut() {
        memory.data_segments.clear();
        memory.import = Some(rest.imports.add(FIRST, "", memory.id()));
    }
    for table in rest.tables.iter_mut() {
        table.elem_segments.clear();
        table.import = Some(rest.imports.add(FIRST, "", table.id()));
    }
    let globals: Vec<_> = rest.globals.iter().map(Global::id).collect();
    for global in globals {
        rest.globals.get_mut(global).kind = GlobalKind::Import(rest.imports.add(FIRST, "", global));
    }
}

/// Puts the late functions into the slots through which their doors call them.
fn fill(rest: &mut Module, first_slot: i32, functions: Vec<FunctionId>) -> Result<(), String> {
    let table = rest.tables.main_function_table().ok().flatten().ok_or("the rest has no table")?;
    let slots = rest.tables.get_mut(table);
    slots.initial += functions.len() as u64;
    slots.maximum = slots.maximum.map(|most| most + functions.len() as u64);
    let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(first_slot)) };
    let element = rest.elements.add(kind, ElementItems::Functions(functions));
    rest.tables.get_mut(table).elem_segments.insert(element);
    Ok(())
}

/// Exports from the first part what the rest imports from it, under names as short as they can be.
fn lend(first: &mut Module, rest: &mut Module) -> Result<(), String> {
    for (nth, import) in rest.imports.iter_mut().filter(|import| import.module == FIRST).enumerate() {
        import.name = name(nth);
        // Both were read from the same program, so that a thing has the same number in both.
        let item: Option<ExportItem> = match import.kind {
            ImportKind::Function(function) => {
                first.funcs.iter().map(Function::id).find(|id| id.index() == function.index()).map(Into::into)
            }
            ImportKind::Table(table) => first.tables.iter().map(Table::id).find(|id| id.index() == table.index()).map(Into::into),
            ImportKind::Memory(memory) => {
                first.memories.iter().map(Memory::id).find(|id| id.index() == memory.index()).map(Into::into)
            }
            ImportKind::Global(global) => {
                first.globals.iter().map(Global::id).find(|id| id.index() == global.index()).map(Into::into)
            }
            ImportKind::Tag(_) => None,
        };
        first.exports.add(&import.name, item.ok_or("the rest needs what the first part has not")?);
    }
    Ok(())
}

/// A name for the nth thing: one letter, then two.
fn name(mut nth: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[nth % LETTERS.len()]));
        if nth < LETTERS.len() {
            return name;
        }
        nth = nth / LETTERS.len() - 1;
    }
}
