"""What dkpro-cassis reads of the CAS JSON and XMI files of a folder: one line of JSON for each span.

    python cassis_reads.py FOLDER

Needs `pip install dkpro-cassis` (0.12). Limits are as cassis gives them: code points.
"""

import json
import sys
import warnings
from pathlib import Path

import cassis

# An offset that lies inside a pair of surrogates, or a structure that does not fit its type, is only warned of.
warnings.simplefilter("error")

NOT_SPANS = ("uima.", "de.tudarmstadt.ukp.dkpro.core.api.segmentation.", "de.tudarmstadt.ukp.dkpro.core.api.metadata.")


def load(path, types):
    with path.open("rb") as file:
        if path.suffix == ".json":
            return cassis.load_cas_from_json(file)
        return cassis.load_cas_from_xmi(file, typesystem=types)


def main(folder):
    types = None
    if (folder / "TypeSystem.xml").exists():
        with (folder / "TypeSystem.xml").open("rb") as file:
            types = cassis.load_typesystem(file)
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".json", ".xmi"):
            continue
        cas = load(path, types)
        for one in cas.select_all_annotations():
            # Nor are relations, roles and events.
            if one.type.name.startswith(NOT_SPANS) or hasattr(one, "Governor") or hasattr(one, "eventId"):
                continue
            label = getattr(one, "label", None) or getattr(one, "value", None)
            found = {"file": path.name, "doc": path.stem, "start": one.begin, "end": one.end, "label": label}
            found["text"] = cas.sofa_string[one.begin : one.end]
            print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
