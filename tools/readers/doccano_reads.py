"""Uploads what Hashiya wrote for doccano to doccano itself, and prints what then stands in its database.

Everything goes the way of its page: a project, an upload, its import with its guess of the encoding. All of it is in a folder that is
removed afterwards; nothing listens and nothing is asked of the network.

Prints one line of JSON for each span: file, doc, start, end (code points, end exclusive), label, text; and one for each relation: file,
doc, relation (its type), from and to (the words of its ends). A file that doccano finds a fault in ends the run.

    python doccano_reads.py FOLDER...
"""

import json
import os
import sys
import tempfile
from pathlib import Path

home = tempfile.TemporaryDirectory()
os.environ.update(DATABASE_URL=f"sqlite:///{home.name}/db.sqlite3", MEDIA_ROOT=home.name, STANDALONE="True", DEBUG="False")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.production"

# Standard output is for the lines alone.
out, sys.stdout = sys.stdout, sys.stderr

import backend

sys.path.insert(0, str(Path(backend.__file__).parent))

from config.settings import production

# Uploads would be kept among the installed files, and imports be done by a worker beside it.
production.DJANGO_DRF_FILEPOND_UPLOAD_TMP = f"{home.name}/uploads"
production.DJANGO_DRF_FILEPOND_ALLOW_EXTERNAL_UPLOAD_DIR = True
production.CELERY_TASK_ALWAYS_EAGER = production.CELERY_TASK_STORE_EAGER_RESULT = True
production.LOGGING["root"]["level"] = production.LOGGING["loggers"]["django"]["level"] = "ERROR"

import django

django.setup()

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from labels.models import Relation, Span
from rest_framework.test import APIClient


def said(response):
    """What it answers; anything but a success ends the run."""
    if response.status_code >= 400:
        sys.exit(f"{response.request['PATH_INFO']}: {response.status_code} {response.content.decode()}")
    return response.json() if "json" in response["Content-Type"] else response.content.decode()


def imported(client, path):
    """The id of a new project that holds a file."""
    has_relations = "relations" in json.loads(path.read_text(encoding="utf-8").split("\n")[0])
    kind = {"resourcetype": "SequenceLabelingProject", "project_type": "SequenceLabeling"}
    kind |= {"allow_overlapping": True, "use_relation": has_relations}
    about = {"name": path.stem, "description": path.stem, "guideline": "", "tags": []}
    project = said(client.post("/v1/projects", kind | about, format="json"))["id"]
    upload = said(client.post("/v1/fp/process/", {"filepond": SimpleUploadedFile(path.name, path.read_bytes())}, format="multipart"))
    asked = {"uploadIds": [upload], "format": "JSONL", "task": "RelationExtraction" if has_relations else "SequenceLabeling"}
    # What its page says where nobody chooses otherwise is UTF-8; `Auto` is the harder one, its guess.
    task = said(client.post(f"/v1/projects/{project}/upload", asked | {"encoding": "Auto"}, format="json"))["task_id"]
    status = said(client.get(f"/v1/tasks/status/{task}"))
    if not status["ready"] or status["error"] or status["result"]["error"]:
        sys.exit(f"{path}: {status}")
    return project


def sliced(example, start, end):
    """The words between two limits of the unit that the file says, which is kept among the metadata."""
    if example.meta["offset_unit"] == "utf-16":
        units = example.text.encode("utf-16-le")
        return units[2 * start : 2 * end].decode("utf-16-le")
    return example.text[start:end]


def words(span):
    return sliced(span.example, span.start_offset, span.end_offset)


def main(folders):
    call_command("migrate", verbosity=0)
    call_command("create_roles", verbosity=0)
    client = APIClient()
    client.force_login(get_user_model().objects.create_superuser("reader", "reader@example.org", "reader"))
    for path in (path for folder in folders for path in sorted(folder.glob("*.jsonl"))):
        project = imported(client, path)
        about = {"file": f"{path.parent.name}/{path.name}"}
        for span in Span.objects.filter(example__project=project).select_related("example", "label").order_by("id"):
            start, text = len(sliced(span.example, 0, span.start_offset)), words(span)
            row = about | {"doc": span.example.meta["doc"], "start": start, "end": start + len(text)}
            print(json.dumps(row | {"label": span.label.text, "text": text}, ensure_ascii=False), file=out)
        for tie in Relation.objects.filter(example__project=project).order_by("id"):
            row = about | {"doc": tie.example.meta["doc"], "relation": tie.type.text}
            print(json.dumps(row | {"from": words(tie.from_id), "to": words(tie.to_id)}, ensure_ascii=False), file=out)


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
