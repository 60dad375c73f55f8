"""Opens what Hashiya wrote for spaCy with spaCy itself: the DocBins (*.spacy) and lines of documents (spacy*.jsonl) of a folder.

Prints one line of JSON for each span: file, doc, start, end (code points, end exclusive), label, text.
A document that spaCy does not take, or whose text is another, ends the run with a fault.

    python spacy_reads.py FOLDER
"""

import json
import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin


def documents(path, vocab):
    """The documents of a file, each with its name."""
    if path.suffix == ".spacy":
        for number, doc in enumerate(DocBin().from_disk(path).get_docs(vocab)):
            yield doc.user_data.get("doc_id", str(number)), doc
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        said = json.loads(line)
        doc = Doc(vocab).from_json(said, validate=True)
        if doc.text != said["text"]:
            sys.exit(f"{path.name}: the text of document {number} is another")
        yield said.get("doc", str(number)), doc


def main(folder):
    vocab = spacy.blank("ar").vocab
    for path in sorted([*folder.glob("*.spacy"), *folder.glob("spacy*.jsonl")]):
        for name, doc in documents(path, vocab):
            spans = list(doc.spans["sc"]) if "sc" in doc.spans else []
            known = {(span.start, span.end, span.label_) for span in spans}
            spans += [entity for entity in doc.ents if (entity.start, entity.end, entity.label_) not in known]
            for span in spans:
                row = {"file": path.name, "doc": name, "start": span.start_char, "end": span.end_char}
                print(json.dumps(row | {"label": span.label_, "text": span.text}, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
