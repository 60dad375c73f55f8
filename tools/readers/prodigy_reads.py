"""Reads what Hashiya wrote for Prodigy (prodigy*.jsonl in a folder) as Prodigy's documentation turns such lines into spaCy's documents: with
srsly, its own reader, a document from the tokens and their spaces, and each span by its limits. Prodigy itself is not freely to be had.

Prints one line of JSON for each span: file, doc, start, end (code points, end exclusive), label, text. Tokens that do not give the text, and
spans that no tokens hold, end the run with a fault.

    python prodigy_reads.py FOLDER
"""

import json
import sys
from pathlib import Path

import spacy
import srsly
from spacy.tokens import Doc


def main(folder):
    vocab = spacy.blank("ar").vocab
    for path in sorted(folder.glob("prodigy*.jsonl")):
        for number, said in enumerate(srsly.read_jsonl(path)):
            tokens = said["tokens"]
            doc = Doc(vocab, words=[token["text"] for token in tokens], spaces=[token["ws"] for token in tokens])
            if doc.text != said["text"]:
                sys.exit(f"{path.name}: the tokens of line {number} are another text")
            for one in said["spans"]:
                span = doc.char_span(one["start"], one["end"], label=one["label"])
                if span is None or (span.start, span.end) != (one["token_start"], one["token_end"] + 1):
                    sys.exit(f"{path.name}: no tokens hold {one}")
                row = {"file": path.name, "doc": said.get("doc", str(number)), "start": span.start_char, "end": span.end_char}
                print(json.dumps(row | {"label": span.label_, "text": span.text}, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
