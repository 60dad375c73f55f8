"""What PyLD, a JSON-LD processor, keeps of Web Annotations: one JSON line for each text position with its quote.

The context is W3C's own, given as a file, since nothing is asked of the network.
"""

import glob
import json
import os
import sys

from pyld import jsonld

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
context = json.load(open(sys.argv[2], encoding="utf-8"))


def load(url, options=None):
    if url != CONTEXT:
        raise ValueError(f"asks for {url}")
    return {"contextUrl": None, "documentUrl": url, "document": context}


jsonld.set_document_loader(load)


def value(node, term):
    found = node.get(OA + term, [{}])[0]
    return found.get("@value")


def selectors(node):
    if isinstance(node, list):
        for one in node:
            yield from selectors(one)
    elif isinstance(node, dict):
        if OA + "hasSelector" in node:
            yield node[OA + "hasSource"][0]["@id"], node[OA + "hasSelector"]
        for one in node.values():
            yield from selectors(one)


for path in sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.json*"), recursive=True)):
    for source, chosen in selectors(jsonld.expand(json.load(open(path, encoding="utf-8")))):
        place = next(one for one in chosen if OA + "start" in one)
        quote = next(one for one in chosen if OA + "exact" in one)
        start, end = int(value(place, "start")), int(value(place, "end"))
        print(json.dumps({"doc": source, "start": start, "end": end, "label": None, "text": value(quote, "exact")}))
