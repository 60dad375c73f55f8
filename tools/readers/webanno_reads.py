"""What web-anno-tsv reads in the .tsv files of a folder: one JSON line for each annotation, with its sentence.

It counts from the start of each sentence, in code points, and checks by itself that what the file counts in UTF-16 gives the words of each
token. What the format escapes in a label it leaves so.
"""

import json
import re
import sys
from pathlib import Path

from web_anno_tsv import open_web_anno_tsv

for path in sorted(Path(sys.argv[1]).glob("*.tsv")):
    for sentence in open_web_anno_tsv(str(path)):
        for one in sentence.annotations:
            row = {"file": path.name, "doc": path.stem, "sentence": sentence.text, "start": one.start, "end": one.stop}
            print(json.dumps(row | {"label": re.sub(r"\\(.)", r"\1", one.label), "text": one.text}))
