"""Gives Label Studio itself the tasks and the configuration that Hashiya wrote for it, and prints what it exports of them.

Everything goes through its own interface: a project with the configuration, an upload of the tasks, an export. All of it is in a folder
that is removed afterwards; nothing listens and nothing is asked of the network.

Prints one line of JSON for each region: file, doc, start, end (code points, end exclusive), label, text; and one for each relation: file,
doc, relation (its type), from and to (the words of its ends). What Label Studio refuses ends the run.

    python label_studio_reads.py FOLDER...
"""

import json
import os
import sys
import tempfile
from pathlib import Path

home = tempfile.TemporaryDirectory()
os.environ.update(LABEL_STUDIO_BASE_DATA_DIR=home.name, DJANGO_SETTINGS_MODULE="core.settings.label_studio", LOG_LEVEL="ERROR")
# It would tell its makers of each request and each fault, and ask for its newest version.
os.environ.update(COLLECT_ANALYTICS="false", LATEST_VERSION_CHECK="false", SENTRY_DSN="", FRONTEND_SENTRY_DSN="")

# Standard output is for the lines alone.
out, sys.stdout = sys.stdout, sys.stderr

import label_studio

sys.path.insert(0, str(Path(label_studio.__file__).parent))

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from organizations.models import Organization
from rest_framework.test import APIClient
from users.models import User


def said(response):
    """What it answers; anything but a success ends the run."""
    if response.status_code >= 400:
        sys.exit(f"{response.request['PATH_INFO']}: {response.status_code} {response.content.decode()}")
    return json.loads(b"".join(response) if response.streaming else response.content)


def reader():
    """Someone who may make projects."""
    user = User.objects.create_user(email="reader@example.org", password="reader")
    user.active_organization = Organization.create_organization(created_by=user, title="Readers")
    user.save()
    client = APIClient()
    client.force_authenticate(user)
    return client


def exported(client, folder):
    """Its tasks after they were taken in and given out again."""
    config = (folder / "label-studio-config.xml").read_text(encoding="utf-8")
    project = said(client.post("/api/projects/", {"title": f"Read back: {folder.name}"[:50], "label_config": config}, format="json"))["id"]
    tasks = (folder / "label-studio.json").read_bytes()
    upload = {"file": SimpleUploadedFile("label-studio.json", tasks, "application/json")}
    taken = said(client.post(f"/api/projects/{project}/import", upload, format="multipart"))
    given = json.loads(tasks)
    if (taken["task_count"], taken["annotation_count"]) != (len(given), len(given)):
        sys.exit(f"{folder}: {taken}")
    # A configuration that does not fit what stands on the tasks is refused here as well.
    said(client.post(f"/api/projects/{project}/validate/", {"label_config": config}, format="json"))
    found = said(client.get(f"/api/projects/{project}/export?exportType=JSON"))
    for before, after in zip(given, found, strict=True):
        if (before["data"], before["annotations"][0]["result"]) != (after["data"], after["annotations"][0]["result"]):
            sys.exit(f"{folder}: what it gives out is not what it was given: {before['data']['doc']}")
    return found


def main(folders):
    call_command("migrate", verbosity=0)
    client = reader()
    for folder in folders:
        for task in exported(client, folder):
            about = {"file": f"{folder.name}/label-studio.json", "doc": task["data"]["doc"]}
            words = {}
            for result in (one for annotation in task["annotations"] for one in annotation["result"]):
                if result["type"] == "labels":
                    start, end = result["value"]["start"], result["value"]["end"]
                    words[result["id"]] = task["data"]["text"][start:end]
                    for label in result["value"]["labels"]:
                        row = about | {"start": start, "end": end, "label": label, "text": words[result["id"]]}
                        print(json.dumps(row, ensure_ascii=False), file=out)
                elif result["type"] == "relation":
                    row = about | {"relation": result["labels"][0], "from": words[result["from_id"]], "to": words[result["to_id"]]}
                    print(json.dumps(row, ensure_ascii=False), file=out)


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
