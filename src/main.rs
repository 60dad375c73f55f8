//! Starts the page. Everything it does is in [`hashiya::view`].

fn main() {
    #[cfg(target_arch = "wasm32")]
    hashiya::view::start();
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser: `make serve` builds and serves it.");
}
