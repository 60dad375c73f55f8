"""What NLTK finds in the CoNLL files of a folder: one JSON line for each entity, as its tokens joined by spaces, in order."""

import glob
import json
import os
import sys

from nltk.chunk import conllstr2tree

for path in sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.conll"), recursive=True)):
    with open(path, encoding="utf-8") as file:
        sentences = file.read().strip().split("\n\n")
    for sentence in sentences:
        rows = [line.split(" ") for line in sentence.split("\n") if line and not line.startswith(("-DOCSTART-", "#"))]
        # Its own three columns: the token, a part of speech, the tag of the first level.
        tree = conllstr2tree("\n".join(f"{row[0]} {row[1]} {row[3]}" for row in rows), chunk_types=None)
        for chunk in tree:
            if hasattr(chunk, "label"):
                words = " ".join(word for word, _ in chunk)
                print(json.dumps({"file": os.path.basename(path), "label": chunk.label(), "text": words}))
