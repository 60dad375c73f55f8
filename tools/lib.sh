# Shared by the set-up scripts; sourced from the repository's root.

BINARYEN=132.0.0
# axe-core, which the stories hold the page against.
AXE=4.14.1
# The libraries that the bench measures beside the page, and what bundles them.
PEERS="@recogito/text-annotator@4.1.1 recogito-earlier@npm:@recogito/text-annotator@3.4.10 \
  @apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0 esbuild@0.25.12"
export PATH="$PWD/.tools/bin:$PATH:$HOME/.cargo/bin"

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
die() {
  printf '\033[1;31m%s\033[0m\n' "$*" >&2
  exit 1
}

# The version a tool gives itself, or nothing. Some name is always printed first: "trunk 0.21.14".
version_of() {
  command -v "$1" >/dev/null || return 0
  "$1" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)*' | head -n 1 || true
}

# at_least <version> <least>: whether there is a version, and one no older than `least`.
at_least() {
  [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# The first of the named commands that is on PATH.
first() { for tool in "$@"; do command -v "$tool" && return; done || true; }

# The first of the named files that is there.
first_file() { for file in "$@"; do [ -x "$file" ] && echo "$file" && return; done || true; }

# install_crate <crate> <version> <what it does> <minutes>: into .tools, ready-made if cargo-binstall is there.
install_crate() {
  local crate=$1 version=$2 does=$3 minutes=$4
  if command -v cargo-binstall >/dev/null; then
    say "Installing $crate $version, which $does, ready-made into .tools (seconds)."
    cargo binstall --no-confirm --quiet --root .tools "$crate@$version" </dev/null && return
  fi
  say "Installing $crate $version, which $does: compiled into .tools, about $minutes minutes."
  # These run for a second at a time: building them is most of the waiting, so that they are not optimised much.
  local flags=(--locked) level=1
  case $crate in
  # Its own lock file names a library that is no longer published.
  wasm-bindgen-cli) flags=() ;;
  # It works offline here, so it needs no TLS and looks for no update.
  trunk) flags+=(--no-default-features) level=0 ;;
  esac
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=$level CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR=.tools/build \
    cargo install --quiet --force --root .tools ${flags[@]+"${flags[@]}"} "$crate" --version "$version" </dev/null >.tools/install.log 2>&1 ||
    die "$crate $version could not be installed: $(grep -m 1 '^error' .tools/install.log || echo 'see .tools/install.log')"
  rm -rf .tools/build
}
