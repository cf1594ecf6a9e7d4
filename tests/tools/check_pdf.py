#!/usr/bin/env python3
"""Holds every PDF of a review against what readers with assistive technology and archives need.

    check_pdf.py REVIEW

With `pdfua` (the machine-checkable part of PDF/UA-1), `pdfinfo` and `pdffonts`, and what those do not look at, read
with pikepdf and fontTools: PDF/A-2 declared, an output intent with its profile, no scripts, no encryption, no
transparency, fonts embedded as subsets whose widths are those of the page description, text for every glyph, a
language, a shown title, headings that skip no level, tables with header cells and rows of equal length, figures with
a description, bookmarks that lead to pages.

What no tool at hand can tell is listed in docs/reports.md.
"""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def accessibility(path, problems):
    """Errors of pdfua. It also remarks that the file does not call itself PDF/UA: no tool here could prove that."""
    command = [sys.executable, "-m", "pdfua", "check", "--format", "json", str(path)]
    told = subprocess.run(command, capture_output=True, text=True).stdout
    for finding in json.loads(told)["findings"]:
        if finding["rule_id"] != "UA-28-004":
            problems.append(f"{path}: pdfua: {finding['rule_id']} {finding['location']}: {finding['message']}")


def words_of_poppler(path, problems):
    info = run("pdfinfo", str(path))
    for wanted in ("Title:", "Tagged:          yes", "PDF version:     1.7"):
        if wanted not in info:
            problems.append(f"{path}: pdfinfo does not say {wanted!r}")
    structure = run("pdfinfo", "-struct-text", str(path))
    for wanted in ("Document", "H1", "Table", "TH", "TD"):
        if not re.search(rf"^\s*{wanted}\b", structure, re.M):
            problems.append(f"{path}: no {wanted} in its structure")
    for line in run("pdffonts", str(path)).splitlines()[2:]:
        embedded, subset, unicode = line.split()[-5:-2]
        if (embedded, subset, unicode) != ("yes", "yes", "yes"):
            problems.append(f"{path}: font without embedding, subset or text: {line}")


def archive(pdf, path, problems):
    def say(text):
        problems.append(f"{path}: {text}")

    root = pdf.Root
    if pdf.is_encrypted:
        say("encrypted")
    xmp = root.Metadata.read_bytes().decode()
    if not re.search(r"pdfaid:part[^0-9]{1,3}2", xmp):
        say("PDF/A-2 is not declared")
    intents = root.get("/OutputIntents", [])
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        say("no output intent with a profile")
    if not str(root.get("/Lang", "")):
        say("no language")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        say("the title is not shown")
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in root:
            say(f"{key} in the catalog")
    for page in pdf.pages:
        for note in page.obj.get("/Annots", []):
            if int(note.get("/F", 0)) & 0b110111 != 4:
                say("an annotation that is not printed")
    for obj in pdf.objects:
        if not isinstance(obj, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if obj.get("/S") in ("/JavaScript", "/Launch", "/SubmitForm") or "/JS" in obj:
            say("an action that runs something")
        if obj.get("/SMask") not in (None, "/None") or obj.get("/S") == "/Transparency":
            say("transparency")
        if obj.get("/Subtype") == "/CIDFontType2":
            widths(obj, say)


def widths(font, say):
    """The widths of the page description are those of the embedded font, to a thousandth of an em."""
    described = {}
    entries = list(font.get("/W", []))
    while entries:
        first = int(entries.pop(0))
        if isinstance(entries[0], pikepdf.Array):
            described.update({first + n: float(width) for n, width in enumerate(entries.pop(0))})
        else:
            last, width = int(entries.pop(0)), float(entries.pop(0))
            described.update({cid: width for cid in range(first, last + 1)})
    program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
    em = program["head"].unitsPerEm
    data, count = program.getTableData("hmtx"), program["hhea"].numberOfHMetrics
    for glyph in range(program["maxp"].numGlyphs):
        at = min(glyph, count - 1) * 4
        real = int.from_bytes(data[at : at + 2], "big") * 1000 / em
        if glyph in described and abs(described[glyph] - real) > 1.0:
            say(f"{font.BaseFont}: glyph {glyph} is {real:.1f} wide, described as {described[glyph]}")
            return


def structure(pdf, path, problems):
    def say(text):
        problems.append(f"{path}: {text}")

    last_heading = 0

    def kids(node):
        below = node.get("/K", [])
        for kid in below if isinstance(below, pikepdf.Array) else [below]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid

    def walk(node):
        nonlocal last_heading
        role = str(node.get("/S", ""))
        if match := re.fullmatch(r"/H([1-6])", role):
            level = int(match[1])
            if level > last_heading + 1:
                say(f"a heading of level {level} after one of level {last_heading}")
            last_heading = level
        if role == "/Figure" and not str(node.get("/Alt", "")).strip():
            say("a figure without a description")
        if role == "/Table":
            rows = [list(kids(row)) for row in kids(node) if str(row.get("/S")) == "/TR"]
            if not rows or not any(str(cell.get("/S")) == "/TH" for cell in rows[0]):
                say("a table without header cells")
            if len({len(row) for row in rows}) > 1:
                say("a table whose rows differ in length")
        for kid in kids(node):
            walk(kid)

    walk(pdf.Root.StructTreeRoot)
    with pdf.open_outline() as outline:
        if not outline.root:
            say("no bookmarks")
    for number, page in enumerate(pdf.pages, 1):
        if page.obj.get("/Tabs") != "/S":
            say(f"page {number} is not read in the order of its structure")


def main():
    files = sorted(Path(sys.argv[1]).rglob("*.pdf"))
    problems = []
    for path in files:
        accessibility(path, problems)
        words_of_poppler(path, problems)
        with pikepdf.open(path) as pdf:
            archive(pdf, path, problems)
            structure(pdf, path, problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(files)} PDFs looked at, {len(problems)} problems")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
