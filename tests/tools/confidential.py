#!/usr/bin/env python3
"""Searches every partner's folder for anything of another partner.

    confidential.py REVIEW EXPECTED.toml

What is searched for: names, IDs, people and emails from results.json, and customers from EXPECTED.toml that no
second partner has. Where it is searched: file names; every part of every workbook, unzipped, with its XML entities
undone (so hidden sheets, notes, metadata and links too); every PDF's text, its inflated objects and metadata.
"""

import collections
import html
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
import zipfile
from pathlib import Path


def folded(text):
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf").casefold()


def workbook_text(path):
    with zipfile.ZipFile(path) as container:
        for name in container.namelist():
            yield f"{path} part {name} (name)", name
            text = html.unescape(container.read(name).decode("utf-8", "replace"))
            yield f"{path} part {name}", text
            # Rich text splits a name over runs: once more without the tags.
            yield f"{path} part {name} (text only)", re.sub(r"<[^>]*>", "", text)


def pdf_text(path):
    for tool in (["pdftotext", "-q", str(path), "-"], ["pdftotext", "-q", "-raw", str(path), "-"], ["pdfinfo", str(path)]):
        yield f"{path} by {' '.join(tool[:-2])}", subprocess.run(tool, check=True, capture_output=True).stdout.decode()
    inflated = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(path), "-"], check=True, capture_output=True
    ).stdout
    yield f"{path} inflated", inflated.decode("latin-1")
    # Outline titles and properties are strings in UTF-16.
    for text in re.findall(rb"<(feff(?:[0-9a-fA-F]{4})+)>", inflated, re.IGNORECASE):
        yield f"{path} string", bytes.fromhex(text.decode()).decode("utf-16", "replace")
    for offset in (0, 1):
        yield f"{path} inflated as UTF-16", inflated[offset:].decode("utf-16-be", "replace")


def texts(path):
    yield f"{path} (file name)", path.name
    if path.suffix == ".xlsx":
        yield from workbook_text(path)
    elif path.suffix == ".pdf":
        yield from pdf_text(path)
    else:
        yield str(path), path.read_bytes().decode("utf-8", "replace")


def secrets(partner, customers):
    """What belongs to one partner, folded."""
    found = {partner.get("id") or "", partner.get("name") or "", *customers}
    for person in partner["people"]:
        found |= {person.get("name") or "", person.get("email") or ""}
    return {folded(text) for text in found if len(folded(text)) >= 3}


def main():
    review = Path(sys.argv[1])
    results = json.loads((review / "results.json").read_text(encoding="utf-8"))
    expected = tomllib.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    customers = {partner["id"]: partner["customers"] for partner in expected["partners"]}
    mine = {partner["id"]: secrets(partner, customers.get(partner["id"], [])) for partner in results["partners"]}
    owners = collections.Counter(secret for found in mine.values() for secret in found)
    problems, searched, own = [], 0, 0
    for partner, found in mine.items():
        others = {s: p for p, theirs in mine.items() if p != partner for s in theirs if owners[s] == 1 and s not in found}
        folder = next(f for f in (review / "partners").iterdir() if f.name == partner or f.name.startswith(f"{partner}-"))
        seen = set()
        for file in sorted(f for f in folder.rglob("*") if f.is_file()):
            for where, text in texts(file):
                text = folded(text)
                searched += 1
                problems += [f"{where}: holds {s!r} of partner {p}" for s, p in others.items() if s in text]
                seen |= {s for s in found if s in text}
        # The search must be able to find: a partner's own ID and customers are there.
        own += len(seen)
        shown = {folded(name) for name in [partner, *customers.get(partner, [])]}
        missing = shown - seen
        if missing:
            problems.append(f"{folder}: its own facts are not found, so nothing proves the search: {sorted(missing)}")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{searched} texts of {len(mine)} partner folders searched, {own} own facts found, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
