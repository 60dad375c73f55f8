//! The browser's edge in a real browser: `cargo test --target wasm32-unknown-unknown --test web` with
//! `wasm-bindgen-test-runner` as the runner and a driver named by `CHROMEDRIVER`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod drawing;
mod page;
mod painting;
mod selecting;
mod surface;
mod upkeep;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
