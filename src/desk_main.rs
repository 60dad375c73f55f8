//! Starts the second program. Everything it does is in [`hashiya::desk`].

/// Some kilobytes smaller than the library's own.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    #[cfg(target_arch = "wasm32")]
    hashiya::desk::start();
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser: `make serve` builds and serves it.");
}
