#!/usr/bin/env bash
# Everything `make test` runs, in the order in which it fails soonest. `tools/setup.sh test` has run before.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/lib.sh

step() { say "── $*"; }

step "Formatting"
cargo fmt --check

step "Lints: the tools and the pure layers"
cargo clippy --quiet --offline --all-targets --features stories -- -D warnings

step "Lints: the page"
cargo clippy --quiet --offline --target wasm32-unknown-unknown --no-default-features --lib --bin hashiya --bin desk --test web --test web_store -- -D warnings

step "Tests of the pure layers and the tools"
cargo test --quiet --offline

step "Tests of the browser's edge, in Chromium"
chrome=$(first chromedriver)
if [ -n "$chrome" ]; then
  # Not quiet: cargo would hand that word on to the runner, which does not know it.
  CHROMEDRIVER=$chrome CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    cargo test --offline --target wasm32-unknown-unknown --no-default-features --test web --test web_store
elif [ "${CI:-}" = true ]; then
  die "chromedriver is missing, and CI is set."
else
  say "Skipped: there is no chromedriver on PATH."
fi

step "The page as it is published, and as one file"
make --no-print-directory single

step "Stories in Chromium, Firefox and WebKit"
HASHIYA_DIST="$PWD/dist" cargo test --quiet --offline --features stories --test stories -- --nocapture

step "A small share of the torture (make torture does all of it)"
HASHIYA_DIST="$PWD/dist" cargo test --quiet --offline --features stories --test torture

say "All tests passed."
