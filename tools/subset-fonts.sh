#!/usr/bin/env bash
# Makes fonts/ anew from the fonts' npm packages. The build does not run this: its results are committed.
# Needs npm, python3 and the network.
#
# The reading face, "Hashiya Naskh", is Noto Naskh Arabic (OFL) at one weight; what stands out is drawn twice. One
# file has the letters and marks of Arabic newspapers and the Persian letters that they borrow, with the space (WebKitGTK sets each word on a baseline
# of its own where the space is another file's) and the digits and signs that stand between words: one request fewer
# before the first paint. A text with any other takes all its Arabic from the whole file, since Firefox and WebKit break
# the join where a word changes from one file to another. Latin letters and the rest come from whole files, loaded when needed.
# The dots of its letters are marks; `compose-dots.py` makes them part of the letters.
# The interface's face, "Hashiya UI", is Vazirmatn (OFL) at one weight, cut to newspaper Arabic and Latin.
# Neither licence reserves a font name.
set -euo pipefail
cd "$(dirname "$0")/.."

NASKH=5.3.0 # @fontsource-variable/noto-naskh-arabic
VAZIRMATN=33.0.3 # vazirmatn
FONTTOOLS=4.68.0
BROTLI=1.2.1
UHARFBUZZ=0.57.0
# The time that fontTools writes into a font, so that the same versions make the same files.
export SOURCE_DATE_EPOCH=1735689600

work=.tools/fonts
npm install --prefix "$work" --no-save --no-fund --no-audit \
  "@fontsource-variable/noto-naskh-arabic@$NASKH" "vazirmatn@$VAZIRMATN"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet "fonttools==$FONTTOOLS" "brotli==$BROTLI" "uharfbuzz==$UHARFBUZZ"

naskh="$work/node_modules/@fontsource-variable/noto-naskh-arabic"
vazirmatn="$work/node_modules/vazirmatn"

SIGNS=U+0021-0040,U+005B-0060,U+007B-007E,U+00A0,U+00AB,U+00B0,U+00B7,U+00BB,U+00D7,U+2012-2015,U+2018-201E,U+2022,U+2026,U+2030,U+2039-203A,U+2212
NEWS=U+060C,U+061B,U+061F,U+0621-063A,U+0640-0655,U+0660-066C,U+0670-0671,U+067E,U+0686,U+0698,U+06A4,U+06A9,U+06AF,U+06CC,U+200C-200F
LATIN=U+0020-007E,U+00A0,U+00AB,U+00B0,U+00B7,U+00BB,U+00D7,U+2010-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+20AC,U+2190-2193,U+2212

# subset <from> <to> <characters> <layout features>
subset() {
  "$work/venv/bin/pyftsubset" "$1" --output-file="$2" --unicodes="$3" --layout-features="$4" \
    --name-IDs=0,1,2 --drop-tables+=STAT --notdef-outline --no-hinting
}

# pack <from> <to>: as woff2, without the side bearings that follow from the outlines
pack() {
  "$work/venv/bin/fonttools" ttLib.woff2 compress --quiet --hmtx-transform -o "$2" "$1"
}

# compose <from> <to>
compose() {
  "$work/venv/bin/python" tools/compose-dots.py "$1" "$2"
}

mkdir -p fonts
for part in arabic latin; do
  "$work/venv/bin/fonttools" varLib.instancer --quiet "$naskh/files/noto-naskh-arabic-$part-wght-normal.woff2" wght=400 -o "$work/$part.ttf"
done
subset "$work/arabic.ttf" "$work/letters.ttf" "U+0020,$NEWS,U+2010-2011" '*'
subset "$work/latin.ttf" "$work/signs.ttf" "$SIGNS" '*'
"$work/venv/bin/pyftmerge" --output-file="$work/naskh.ttf" "$work/letters.ttf" "$work/signs.ttf"
# Not the digits of other widths, and not what other languages than Arabic write otherwise: they have letters that bring the whole file.
FEATURES=ccmp,fina,init,medi,rlig,liga,mark,mkmk,kern
subset "$work/naskh.ttf" "$work/core.ttf" '*' "$FEATURES"
compose "$work/core.ttf" "$work/composed.ttf"
subset "$work/composed.ttf" "$work/core.ttf" '*' "$FEATURES"
pack "$work/core.ttf" fonts/naskh-arabic.woff2
compose "$work/arabic.ttf" "$work/whole.ttf"
pack "$work/whole.ttf" fonts/naskh-arabic-whole.woff2
cp "$naskh/files/noto-naskh-arabic-latin-wght-normal.woff2" fonts/naskh-latin-whole.woff2
cp "$naskh/files/noto-naskh-arabic-latin-ext-wght-normal.woff2" fonts/naskh-latin-ext-whole.woff2
cp "$naskh/LICENSE" fonts/OFL-Noto-Naskh-Arabic.txt

whole="$vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2"
"$work/venv/bin/fonttools" varLib.instancer --quiet "$whole" wght=450 -o "$work/vazirmatn.ttf"
# Without what joins f to i and l, and without a bearing of the empty glyph: then none has one that its outline does not say.
"$work/venv/bin/python" - "$work/vazirmatn.ttf" <<'PYTHON'
import sys
from fontTools.ttLib import TTFont

face = TTFont(sys.argv[1])
for lookup in face["GSUB"].table.LookupList.Lookup:
    for subtable in lookup.SubTable:
        getattr(subtable, "ligatures", {}).pop("f", None)
face["hmtx"][".notdef"] = (face["hmtx"][".notdef"][0], 0)
face.save(sys.argv[1])
PYTHON
# Every feature that shapes or spaces running text; fractions and stylistic sets stay in the whole file.
subset "$work/vazirmatn.ttf" "$work/ui.ttf" "$NEWS,$LATIN" 'ccmp,rlig,liga,calt,init,medi,fina,mark,mkmk'
pack "$work/ui.ttf" fonts/vazirmatn.woff2
cp "$whole" fonts/vazirmatn-whole.woff2
cp "$vazirmatn/OFL.txt" fonts/OFL-Vazirmatn.txt
ls -l fonts
