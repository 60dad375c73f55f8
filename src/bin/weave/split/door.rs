//! Doors: what stands in the first part in the place of a late function.

use walrus::ir::UnaryOp;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, LocalId, Module, TableId, ValType};

/// Bricks a function up: whoever calls it ends.
pub fn close(program: &mut Module, function: FunctionId) {
    let (mut builder, arguments) = begin(program, function);
    builder.func_body().unreachable();
    put(program, function, builder, arguments);
}

/// Makes a door of each of these functions, which calls through a slot of its own at the end of the table. Gives the first
/// slot.
pub fn open(program: &mut Module, functions: &[FunctionId], table: TableId, asks: FunctionId) -> i32 {
    let slots = program.tables.get_mut(table);
    let first = slots.initial as i32;
    slots.initial += functions.len() as u64;
    slots.maximum = slots.maximum.map(|most| most + functions.len() as u64);
    let knock = knock(program, table, asks);
    for (slot, function) in (first..).zip(functions) {
        let ty = program.funcs.get(*function).ty();
        let (mut builder, arguments) = begin(program, *function);
        let mut body = builder.func_body();
        for argument in &arguments {
            body.local_get(*argument);
        }
        body.i32_const(slot).call(knock).call_indirect(ty, table);
        put(program, *function, builder, arguments);
    }
    first
}

/// The function that every door calls with its slot, and gets it back once something is in it. Where the rest cannot be
/// had the program ends, as it does where it panics: what might be asked for without the rest asks for it before.
fn knock(program: &mut Module, table: TableId, asks: FunctionId) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut program.types, &[ValType::I32], &[ValType::I32]);
    builder.name("knock".to_owned());
    let slot = program.locals.add(ValType::I32);
    let mut body = builder.func_body();
    body.local_get(slot).table_get(table).ref_is_null();
    let end = |end: &mut InstrSeqBuilder| {
        end.unreachable();
    };
    let ask = |ask: &mut InstrSeqBuilder| {
        ask.call(asks).unop(UnaryOp::I32Eqz).if_else(None, end, |_| ());
    };
    body.if_else(None, ask, |_| ());
    body.local_get(slot);
    builder.finish(vec![slot], &mut program.funcs)
}

/// A new body for a function, and its arguments.
fn begin(program: &mut Module, function: FunctionId) -> (FunctionBuilder, Vec<LocalId>) {
    let ty = program.types.get(program.funcs.get(function).ty());
    let (params, results) = (ty.params().to_vec(), ty.results().to_vec());
    let builder = FunctionBuilder::new(&mut program.types, &params, &results);
    (builder, params.into_iter().map(|param| program.locals.add(param)).collect())
}

fn put(program: &mut Module, function: FunctionId, builder: FunctionBuilder, arguments: Vec<LocalId>) {
    program.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(arguments));
}
