#!/usr/bin/env bash
# Installs what is missing and nothing else: `tools/setup.sh build`, `test` for what the tests need besides, `bench` for what the bench
# needs besides, or `servers` for the large tools that tests/readers.rs gives our exports where they are.
# What is on PATH is used. The rest goes into .tools; only browsers are installed system-wide, on Debian and as root.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/lib.sh

need_build() {
  command -v cargo rustc >/dev/null || die "Rust is missing. Install it from https://rustup.rs and run this again."
  command -v cc >/dev/null || die "A C compiler is missing, which Rust links with (on Debian: apt-get install build-essential)."
  need_wasm_target
  fetch_crates
  need_wasm_bindgen
  need_trunk
  need_wasm_opt
}

need_wasm_target() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] && return
  command -v rustup >/dev/null || die "Rust's target wasm32-unknown-unknown is missing, and there is no rustup to add it: install Rust from https://rustup.rs."
  say "Adding Rust's WebAssembly target (seconds)."
  rustup target add wasm32-unknown-unknown || die "rustup could not add the target wasm32-unknown-unknown; is there a network?"
}

# Everything after this builds offline.
fetch_crates() {
  [ .tools/crates-fetched -nt Cargo.lock ] && return
  say "Fetching the libraries named in Cargo.lock (about a minute at first)."
  local host
  host=$(rustc -vV | sed -n 's/^host: //p')
  cargo fetch --quiet --locked --target wasm32-unknown-unknown --target "$host" || die "cargo could not fetch the libraries; is there a network?"
  touch .tools/crates-fetched
}

# It must be the very version of the library, or it refuses the program.
need_wasm_bindgen() {
  local version
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
  for tool in wasm-bindgen wasm-bindgen-test-runner; do
    [ "$(version_of $tool)" = "$version" ] || { install_crate wasm-bindgen-cli "$version" "binds the program to the page" "2 to 4"; return; }
  done
}

need_trunk() {
  at_least "$(version_of trunk)" 0.21 || install_crate trunk 0.21.14 "bundles the page" "2 to 4"
}

# rustc now emits features that older ones do not know.
need_wasm_opt() {
  at_least "$(version_of wasm-opt)" 122 && return
  if command -v npm >/dev/null; then
    say "Installing wasm-opt, which shrinks the program, from the npm package binaryen into .tools (seconds)."
    rm -f .tools/bin/wasm-opt
    if npm install --prefix .tools --no-save --no-fund --no-audit --silent "binaryen@$BINARYEN" </dev/null; then
      ln -sf ../node_modules/.bin/wasm-opt .tools/bin/wasm-opt
      return
    fi
  fi
  say "Going on without wasm-opt (no npm to install it with, and none of version 122 on PATH): the program will be larger."
  ln -sf ../../tools/no-wasm-opt.sh .tools/bin/wasm-opt
}

need_test() {
  need_build
  need_lints
  need_axe
  need_readers
  if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    need_debian_browsers
  fi
  if command -v firefox firefox-esr >/dev/null; then
    command -v geckodriver >/dev/null || install_crate geckodriver 0.37.1 "drives Firefox" "1 to 3"
  fi
  engine Chromium "$(first chromium chromium-browser google-chrome google-chrome-stable)" chromedriver
  engine Firefox "$(first firefox firefox-esr)" geckodriver
  engine WebKit "$(first_file /usr/lib/*/webkit2gtk-4.1/MiniBrowser /usr/libexec/webkit2gtk-4.1/MiniBrowser)" WebKitWebDriver Xvfb
}

# The rules for accessible pages that the stories hold each state of the page against.
need_axe() {
  [ -f .tools/axe/node_modules/axe-core/axe.min.js ] && return
  command -v npm >/dev/null || { say "The accessibility rules will be skipped: no npm to install axe-core with."; return; }
  say "Installing axe-core, the accessibility rules, from npm into .tools (seconds)."
  npm install --prefix .tools/axe --no-save --no-fund --no-audit --silent "axe-core@$AXE" </dev/null ||
    die "npm could not install axe-core; is there a network?"
}

# Software of others that reads what is exported (tests/readers.rs). It is no part of the build, so nothing fails without it.
need_readers() { python_packages readers requirements "spaCy, dkpro-cassis and others" "about a minute"; }

# The annotation tools themselves, whose own importers read what is exported. Each takes most of a gigabyte.
need_servers() {
  # Its tables need a pandas that was never built for a newer Python.
  python_packages doccano doccano "doccano" "about a minute" 3.8 3.11
  python_packages label-studio label-studio "Label Studio" "one to two minutes" 3.10 3.13
}

# python_packages <folder of .tools> <requirements> <what> <how long> [<oldest Python> <newest>]: skipped, and said so, where that cannot be.
python_packages() {
  local folder=.tools/$1 wanted=tools/readers/$2.txt what=$3 time=$4 python
  cmp -s "$wanted" "$folder/requirements.txt" && return
  python=$(python_from "${5:-3.0}" "${6:-3.99}")
  [ -n "$python" ] || { say "Reading exports with $what will be skipped: no Python${5:+ from $5 to $6}."; return; }
  say "Installing $what from PyPI into .tools ($time)."
  rm -rf "$folder"
  if "$python" -m venv "$folder" && "$folder/bin/pip" install --quiet --disable-pip-version-check -r "$wanted" </dev/null; then
    cp "$wanted" "$folder/requirements.txt"
  else
    rm -rf "$folder"
    say "Reading exports with $what will be skipped: it could not be installed."
  fi
}

# python_from <oldest> <newest>: a Python between them, the usual one if it is.
python_from() {
  local tool version
  for tool in python3 python3.13 python3.12 python3.11 python3.10 python3.9 python3.8; do
    version=$(version_of "$tool" | cut -d . -f 1,2)
    at_least "$version" "$1" && at_least "$2" "$version" && echo "$tool" && return
  done
  true
}

# Libraries of others that tag a text in a page. The bench says so where they are not there.
need_peers() {
  [ "$(cat .tools/peers/versions 2>/dev/null)" = "$PEERS" ] && return
  command -v npm >/dev/null || { say "Libraries of others will be skipped: no npm to install them with."; return; }
  say "Installing two libraries that the page is measured beside, from npm into .tools (seconds)."
  mkdir -p .tools/peers
  # Words of a list, each a package.
  # shellcheck disable=SC2086
  if npm install --prefix .tools/peers --no-save --no-fund --no-audit --silent $PEERS </dev/null; then
    echo "$PEERS" >.tools/peers/versions
  else
    say "Libraries of others will be skipped: npm could not install them."
  fi
}

need_lints() {
  local bin
  bin=$(rustc --print sysroot)/bin
  [ -x "$bin/cargo-clippy" ] && [ -x "$bin/cargo-fmt" ] && return
  command -v rustup >/dev/null || die "clippy and rustfmt are missing, and there is no rustup to add them."
  say "Adding clippy and rustfmt (seconds)."
  rustup component add clippy rustfmt || die "rustup could not add clippy and rustfmt; is there a network?"
}

need_debian_browsers() {
  local packages=()
  command -v chromium >/dev/null || packages+=(chromium)
  command -v chromedriver >/dev/null || packages+=(chromium-driver)
  command -v firefox firefox-esr >/dev/null || packages+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || packages+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || packages+=(xvfb)
  command -v xauth >/dev/null || packages+=(xauth)
  [ ${#packages[@]} = 0 ] && return
  say "Installing for the browser tests, with apt-get: ${packages[*]} (1 to 3 minutes)."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}"; } </dev/null >.tools/apt.log 2>&1 ||
    die "apt-get could not install ${packages[*]}; .tools/apt.log has its words."
}

# Says so if a browser cannot be driven here. The tests then skip it, or fail where CI is set.
engine() {
  local name=$1 browser=$2 missing=()
  shift 2
  [ -n "$browser" ] || missing+=("the browser")
  for tool in "$@"; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  [ ${#missing[@]} = 0 ] || say "$name will be skipped: missing here: ${missing[*]}."
}

mkdir -p .tools/bin
case "${1:-}" in
build) need_build ;;
test) need_test ;;
bench)
  need_test
  need_peers
  ;;
servers) need_servers ;;
*) die "usage: tools/setup.sh build|test|bench|servers" ;;
esac
