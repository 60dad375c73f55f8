#!/usr/bin/env bash
# Makes the icons of the installed page in static/ anew from icon.svg, with Chromium. The build does not run this: its
# results are committed.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/lib.sh

chromium=$(first chromium chromium-browser google-chrome google-chrome-stable)
[ -n "$chromium" ] || die "Chromium is missing, which draws the icons."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# draw <pixels> <svg> <png>
draw() {
  printf '<!doctype html><style>*{margin:0}svg{display:block;width:%spx;height:%spx}</style>' "$1" "$1" >"$work/page.html"
  cat "$2" >>"$work/page.html"
  "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --user-data-dir="$work/profile" \
    --default-background-color=00000000 --window-size="$1,$1" --screenshot="$work/icon.png" "file://$work/page.html" 2>/dev/null
  mv "$work/icon.png" "$3"
}

# Systems cut a maskable icon to shapes of their own: its ground fills the square, and what is drawn stands within the
# middle four fifths.
sed -e 's/ rx="7"//' -e 's/<g /<g transform="translate(3.84 3.84) scale(0.76)" /' static/icon.svg >"$work/maskable.svg"

draw 192 static/icon.svg static/icon-192.png
draw 512 static/icon.svg static/icon-512.png
draw 512 "$work/maskable.svg" static/icon-maskable-512.png
ls -l static/*.png
