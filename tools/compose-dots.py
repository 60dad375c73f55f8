#!/usr/bin/env python3
"""Makes one glyph of each letter and its dots, for a face that sets dots as marks: compose-dots.py <from> <to>.

WebKitGTK (2.50) does not raise or lower a mark as the face asks, and moves a line that ends with one off its baseline:
of Noto Naskh Arabic ب loses its dot there and lines stand unevenly. Dots that are part of the glyph stand where they
belong in every engine, and shaping has fewer glyphs to place. Everything else stays as the face has it, which is proved
here: words are shaped with both faces, and every outline must stand on the same spot.
"""

import collections
import io
import itertools
import sys
import unicodedata

import uharfbuzz
from fontTools.otlLib.builder import buildAnchor, buildLigatureSubstSubtable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

BASE, MARK = 1, 3  # GDEF's classes of glyphs
TATWEEL = "\u0640"


class Face:
    """A face and what HarfBuzz makes of a text with it."""

    def __init__(self, path):
        self.font = TTFont(path)
        self.names = self.font.getGlyphOrder()
        self.classes = self.font["GDEF"].table.GlyphClassDef.classDefs
        self.chars = {glyph: chr(code) for code, glyph in reversed(self.font.getBestCmap().items())}
        plain = io.BytesIO()
        flavour, self.font.flavor = self.font.flavor, None
        self.font.save(plain)
        self.font.flavor = flavour
        self.blob = uharfbuzz.Blob(plain.getvalue())
        self.shaper = uharfbuzz.Font(uharfbuzz.Face(self.blob))

    def is_mark(self, glyph):
        return self.classes.get(glyph) == MARK

    def letters(self):
        """The letters of running Arabic text; its presentation forms have their dots already."""
        chars = (char for glyph, char in self.chars.items() if not self.is_mark(glyph))
        return sorted(char for char in chars if "\u0620" <= char < "\u0900" and unicodedata.bidirectional(char) == "AL" and char.isalpha())

    def shaped(self, text):
        """(character, glyph, x, y) of each glyph from left to right, in units of the face."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        uharfbuzz.shape(self.shaper, buffer)
        x, glyphs = 0, []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions):
            glyphs.append((info.cluster, self.names[info.codepoint], x + place.x_offset, place.y_offset))
            x += place.x_advance
        return glyphs


def dotted(face, letters):
    """Each (letter's glyph, dots…) that a letter comes to anywhere: where its dots stand, and a text with the place of the letter in it."""
    shapes = {}
    for letter in letters:
        shapes.setdefault(tuple(glyph for _, glyph, *_ in face.shaped(TATWEEL + letter + TATWEEL) if not face.is_mark(glyph)), letter)
    after = ["", TATWEEL, *shapes.values()]
    before = [*after, *(TATWEEL + letter for letter in shapes.values())]
    found = {}
    for start, letter, end in itertools.product(before, letters, after):
        text = start + letter + end
        glyphs = [glyph for glyph in face.shaped(text) if glyph[0] == len(start)]
        *dots, (_, base, x, y) = glyphs
        # A letter with a high hamza beside it is two letters to the face.
        if not dots or not all(face.is_mark(dot[1]) for dot in dots):
            continue
        key = (base, *(dot[1] for dot in reversed(dots)))
        places = [(dot[2] - x, dot[3] - y) for dot in reversed(dots)]
        known = found.setdefault(key, (places, text, len(start)))
        assert known[0] == places, f"the dots of {text} stand elsewhere than those of {known[1]}"
    return dict(sorted(found.items(), key=lambda entry: [face.names.index(glyph) for glyph in entry[0]]))


def add_glyphs(face, found):
    """One glyph for each: all outlines, as wide as the letter."""
    font, made = face.font, {}
    for key, (places, _, _) in found.items():
        name = ".".join(key)
        pen = TTGlyphPen(font["glyf"])
        for part, (x, y) in zip(key, [(0, 0), *places]):
            pen.addComponent(part, (1, 0, 0, 1, x, y))
        glyph = pen.glyph()
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][key[0]][0], glyph.xMin)
        face.classes[name] = BASE
        made[key] = name
    font["glyf"].glyphOrder = font.getGlyphOrder()
    return made


def choose_them(font, made):
    """They take the place of their parts when everything else has been chosen."""
    table = font["GSUB"].table
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 4, 0
    lookup.SubTable = [buildLigatureSubstSubtable(made)]
    lookup.SubTableCount = 1
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount += 1
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "rlig":
            record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
            record.Feature.LookupCount += 1


def place_vowels(face, found, made):
    """Vowels and other marks stand where they stood. The dots need no anchors any more, unless a language has letters of its own."""
    languages = any(record.FeatureTag == "locl" for record in face.font["GSUB"].table.FeatureList.FeatureRecord)
    dots = set() if languages else {glyph for key in found for glyph in key[1:] if glyph not in face.chars}
    table, empty = face.font["GPOS"].table, set()
    for index, lookup in enumerate(table.LookupList.Lookup):
        for subtable in (getattr(subtable, "ExtSubTable", subtable) for subtable in lookup.SubTable):
            if subtable.LookupType == 4:
                forget(subtable.MarkCoverage, subtable.MarkArray.MarkRecord, dots)
                if subtable.MarkCoverage.glyphs:
                    anchor(face, subtable, found, made)
                else:
                    empty.add(index)
            elif subtable.LookupType == 6:
                forget(subtable.Mark1Coverage, subtable.Mark1Array.MarkRecord, dots)
                forget(subtable.Mark2Coverage, subtable.Mark2Array.Mark2Record, dots)
                if not subtable.Mark1Coverage.glyphs or not subtable.Mark2Coverage.glyphs:
                    empty.add(index)
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [index for index in record.Feature.LookupListIndex if index not in empty]
        record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def forget(coverage, records, dots):
    kept = [(glyph, record) for glyph, record in zip(coverage.glyphs, records) if glyph not in dots]
    coverage.glyphs = [glyph for glyph, _ in kept]
    records[:] = [record for _, record in kept]


def anchor(face, subtable, found, made):
    """Gives each new glyph the anchors that its parts had for the marks of this table, as far as they can be typed."""
    marks = [(face.chars.get(glyph), glyph, record) for glyph, record in zip(subtable.MarkCoverage.glyphs, subtable.MarkArray.MarkRecord)]
    for key, (_, text, at) in found.items():
        spots = [collections.Counter() for _ in range(subtable.ClassCount)]
        for char, mark, record in marks:
            if not char or mark in key:
                continue
            places = {glyph: (x, y) for _, glyph, x, y in face.shaped(text[: at + 1] + char + text[at + 1 :])}
            if mark in places and all(glyph in places for glyph in key):
                (x, y), (left, base) = places[mark], places[key[0]]
                spots[record.Class][x - left + record.MarkAnchor.XCoordinate, y - base + record.MarkAnchor.YCoordinate] += 1
        # A mark that another table places has a spot of its own; those of this table agree.
        anchors = [seen.most_common(1)[0][0] if seen else None for seen in spots]
        if any(anchors):
            new = otTables.BaseRecord()
            new.BaseAnchor = [spot and buildAnchor(*spot) for spot in anchors]
            subtable.BaseCoverage.glyphs.append(made[key])
            subtable.BaseArray.BaseRecord.append(new)
            subtable.BaseArray.BaseCount += 1


def prove(old, new, letters):
    """Every word of two letters with a vowel, and of three without, has all its outlines where they were."""
    own = set(old.names)

    def outlines(face, text):
        for _, glyph, x, y in face.shaped(text):
            if glyph in own:
                yield glyph, x, y
            else:
                yield from ((part.glyphName, x + part.x, y + part.y) for part in face.font["glyf"][glyph].components)

    vowels = [chr(code) for code in range(0x64B, 0x653) if chr(code) in old.chars.values()]
    some = letters if len(letters) < 60 else letters[::8]
    words = itertools.chain(itertools.product(some, letters, some), itertools.product(letters, vowels, some), itertools.product(some, letters, vowels))
    for word in map("".join, words):
        was, now = sorted(outlines(old, word)), sorted(outlines(new, word))
        assert was == now, f"{word}: {now}, not {was}"


def main(source, target):
    face = Face(source)
    letters = face.letters()
    found = dotted(face, letters)
    made = add_glyphs(face, found)
    choose_them(face.font, made)
    place_vowels(face, found, made)
    face.font.save(target)
    prove(Face(source), Face(target), letters)
    print(f"{target}: {len(made)} letters with their dots")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
