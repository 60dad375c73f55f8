"""What web-anno-tsv reads in a folder of WebAnno TSV files: one JSON line for each annotation. Limits count UTF-16 units of the document."""

import glob
import json
import os
import sys

from web_anno_tsv import open_web_anno_tsv

for path in sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.tsv"), recursive=True)):
    name = os.path.splitext(os.path.basename(path))[0]
    with open_web_anno_tsv(path) as sentences:
        for sentence in sentences:
            for one in sentence.annotations:
                print(json.dumps({"doc": name, "start": one.start, "end": one.stop, "label": one.label, "text": one.text}))
