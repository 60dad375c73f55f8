"""What Python's own csv module reads in the spans of a folder: one JSON line for each. Limits count code points."""

import csv
import json
import os
import sys

for name in ("spans.csv", "spans.tsv"):
    path = os.path.join(sys.argv[1], name)
    if not os.path.exists(path):
        continue
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, dialect="excel" if name.endswith(".csv") else "excel-tab")
        for row in rows:
            start, end = int(row["start"]), int(row["end"])
            print(json.dumps({"file": name, "doc": row["doc"], "start": start, "end": end, "label": row["label"], "text": row["text"]}))
