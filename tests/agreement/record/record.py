"""Makes the cases of tests/fixtures/agreement: what other software says of the agreement of annotators.

    python tests/agreement/record/record.py <classes of DKPro Statistics> <a clone of ns-moosavi/coval>

needs the packages of requirements.txt beside this file, and Java. DKPro Statistics' classes are compiled from the sources of its
tag dkpro-statistics-2.3.1 (with slf4j-api), and stand on one class path, which is given. docs/agreement.md tells what is held
against what.
"""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import entities
import gamma
import spans

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def main():
    classes, coval = sys.argv[1:3]
    example = json.loads((ROOT / "seeds/example.hashiya.json").read_text())
    commit = subprocess.run(["git", "-C", coval, "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    packages = [line.split("==")[0] for line in (HERE / "requirements.txt").read_text().split()]
    versions = {package: version(package) for package in packages}
    versions |= {"dkpro-statistics-agreement": "2.3.1", "coval": commit}
    folder = ROOT / "tests/fixtures/agreement"
    folder.mkdir(exist_ok=True)
    for name, cases in [("spans", lambda: spans.cases(example, classes)), ("entities", lambda: entities.cases(coval)), ("gamma", lambda: gamma.cases(example))]:
        told = {"made_with": versions, "cases": cases()}
        lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in told["cases"])
        (folder / f"{name}.json").write_text(f'{{"made_with": {json.dumps(versions)},\n"cases": [\n{lines}\n]}}\n')


main()
