"""Proposes licences.json: every package of the lock files with what its nuspec declares. Read what it writes before you commit it.

  python3 scripts/licences.py            prints packages that are missing from licences.json or no longer used
  python3 scripts/licences.py --write    writes licences.json; a licence that cannot be read from the package is left "?" and fails the test
"""
import hashlib
import json
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGES = pathlib.Path(os.environ.get("NUGET_PACKAGES", pathlib.Path.home() / ".nuget" / "packages"))
PREFERRED = ["Apache-2.0", "MIT", "BSD-3-Clause", "BSD-2-Clause", "PostgreSQL", "MS-PL"]


def locked():
    found = set()
    for file in ROOT.glob("*/*/packages.lock.json"):
        for packages in json.loads(file.read_text(encoding="utf-8"))["dependencies"].values():
            found |= {(name, entry["resolved"]) for name, entry in packages.items() if entry["type"] != "Project"}
    return sorted(found, key=lambda package: (package[0].lower(), package[1]))


def entry(name, version, known):
    folder = PACKAGES / name.lower() / version.lower()
    nuspec = next(folder.glob("*.nuspec")).read_text(encoding="utf-8-sig")
    expression = re.search(r'<license type="expression">([^<]*)</license>', nuspec)
    file = re.search(r'<license type="file">([^<]*)</license>', nuspec)
    if expression:
        offered = expression.group(1).split(" OR ")
        licence = next((word for word in PREFERRED if word in offered), offered[0])
        return {"id": name, "version": version, "licence": licence, "declared": expression.group(1)}
    if file:
        text = (folder / file.group(1).replace("\\", "/")).read_bytes()
        digest = hashlib.sha256(text).hexdigest()
        same = known if known and known.get("sha256") == digest else {"licence": "?"}
        return {"id": name, "version": version, "licence": same["licence"], "declared": "file:" + file.group(1), "sha256": digest}
    return {"id": name, "version": version, "licence": "?", "declared": ""}


def main():
    path = ROOT / "licences.json"
    listed = {(line["id"], line["version"]): line for line in json.loads(path.read_text(encoding="utf-8"))["packages"]} if path.exists() else {}
    used = locked()
    if "--write" in sys.argv:
        lines = ",\n".join("    " + json.dumps(entry(*package, listed.get(package)), ensure_ascii=False) for package in used)
        path.write_text('{\n  "packages": [\n' + lines + "\n  ]\n}\n", encoding="utf-8")
        return
    for package in used:
        if package not in listed:
            print("missing:", *package)
    for package in listed.keys() - set(used):
        print("no longer used:", *package)


main()
