"""Follows the addresses in the TEI files of a folder with lxml: the words of each span in `standOff`, by the tokens that it names.

Prints one line of JSON for each run of tokens that follow one another: file, doc, start, end (code points of the text, end exclusive), label,
text. An address that leads nowhere, or a file that is no sound XML, ends the run with a fault.

    python tei_reads.py FOLDER
"""

import json
import sys
from pathlib import Path

from lxml import etree

TEI = {"tei": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def tokens(block):
    """The text of a block, and of each token in it its place, in order."""
    text, places = block.text or "", {}
    for element in block.iter():
        if element is block:
            continue
        start = len(text)
        text += element.text or ""
        if element.get(ID):
            places[element.get(ID)] = (start, len(text))
        text += element.tail or ""
    return text, places


def runs(span, order):
    """The tokens that a span names, those together that follow one another."""
    if span.get("from"):
        first, last = (order.index(span.get(name).removeprefix("#")) for name in ("from", "to"))
        return [order[first : last + 1]]
    found = []
    for place in sorted(order.index(address.removeprefix("#")) for address in span.get("target").split()):
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return [[order[place] for place in run] for run in found]


def main(folder):
    for path in sorted(folder.glob("*.xml")):
        root = etree.parse(str(path)).getroot()
        text, places = tokens(root.find(".//tei:text//tei:ab", TEI))
        order = list(places)
        for span in root.iterfind(".//tei:standOff/tei:spanGrp[@type='entities']/tei:span", TEI):
            for run in runs(span, order):
                start, end = places[run[0]][0], places[run[-1]][1]
                row = {"file": path.name, "doc": path.stem, "start": start, "end": end}
                print(json.dumps(row | {"label": span.get("type"), "text": text[start:end]}, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
