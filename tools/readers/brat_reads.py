"""What pybrat reads in a folder of .ann and .txt files: one JSON line for each piece of a span. Limits count code points."""

import json
import os
import sys

from pybrat.parser import BratParser

# Two labels on the same words are a fault in its eyes alone: brat itself takes them.
for example in BratParser(error="ignore").parse(sys.argv[1]):
    name = os.path.basename(example.id)
    for entity in example.entities:
        for span in entity.spans:
            text = example.text[span.start : span.end]
            print(json.dumps({"doc": name, "start": span.start, "end": span.end, "label": entity.type, "text": text}))
