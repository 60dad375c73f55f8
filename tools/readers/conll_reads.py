"""What NLTK's CoNLL reader finds in a folder: one JSON line for each entity, as its tokens joined by spaces, in order."""

import glob
import json
import os
import sys

from nltk.corpus.reader import ConllCorpusReader
from nltk.chunk import conlltags2tree

for path in sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.conll"), recursive=True)):
    columns = ("words", "ignore", "ignore", "chunk")
    reader = ConllCorpusReader(os.path.dirname(path), [os.path.basename(path)], columns, separator=" ")
    for sentence in reader._grids():
        rows = [(row[0], "-", row[3]) for row in sentence if row[0] != "-DOCSTART-"]
        for chunk in conlltags2tree(rows):
            if hasattr(chunk, "label"):
                words = " ".join(word for word, _ in chunk)
                print(json.dumps({"file": os.path.basename(path), "label": chunk.label(), "text": words}))
