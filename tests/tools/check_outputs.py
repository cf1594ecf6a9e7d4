#!/usr/bin/env python3
"""Opens everything that a review wrote with tools that are not tiergap's own.

    check_outputs.py REVIEW

Every PDF passes `qpdf --check` without a warning, has text, and names its partner (the portfolio names every
partner); every workbook loads in openpyxl, with cached values for its formulas and no error value among those;
every partner of results.json has its folder with both reports; no output holds a path of this machine.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import openpyxl


def folded(text):
    """Text without white space and compatibility forms: PDF readers break lines and letters as they like."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf").casefold()


def pdf_text(path):
    """The text in reading order, then in the order in which it was drawn: a wrapped cell is whole in one of them."""
    orders = ([], ["-raw"])
    return "\n".join(
        subprocess.run(["pdftotext", "-q", *order, str(path), "-"], check=True, capture_output=True).stdout.decode()
        for order in orders
    )


def check_pdf(path, names, problems):
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    if check.returncode != 0:
        problems.append(f"{path}: qpdf --check says: {check.stdout}{check.stderr}")
    text = folded(pdf_text(path))
    if not text:
        problems.append(f"{path}: no text")
    for name in names:
        if folded(name) not in text:
            problems.append(f"{path}: does not name {name}")


def check_workbook(path, problems):
    # A copy of an input may show the errors that the input has.
    own = "annotated" not in path.parts
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    if not formulas.sheetnames:
        problems.append(f"{path}: no sheets")
    count = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                cached = values[sheet.title][cell.coordinate]
                if cached.value is None:
                    problems.append(f"{path}: {sheet.title}!{cell.coordinate} has a formula without a cached value")
                elif own and cached.data_type == "e":
                    problems.append(f"{path}: {sheet.title}!{cell.coordinate} shows {cached.value}")
    return count


def machine_paths(review):
    """Folders of this machine that no output may mention."""
    here = {str(Path.cwd()), str(Path.home()), str(review.resolve()), tempfile.gettempdir()}
    return [path for path in sorted(here) if len(path) > 3]


def mentions(path, needles):
    data = path.read_bytes()
    parts = [data]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as container:
            parts += [container.read(name) for name in container.namelist()]
    elif data.startswith(b"%PDF"):
        parts.append(subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(path), "-"], capture_output=True).stdout)
        parts.append(pdf_text(path).encode())
    # A path ends where it ends: /tmp is not part of /tmpfile.
    wanted = [(needle, re.compile(re.escape(needle.encode()) + rb"(?![\w-])")) for needle in needles]
    return [needle for needle, pattern in wanted if any(pattern.search(part) for part in parts)]


def main():
    review = Path(sys.argv[1])
    results = json.loads((review / "results.json").read_text(encoding="utf-8"))
    problems = []
    partners = results["partners"]
    folders = {folder.name: folder for folder in (review / "partners").iterdir()}
    pdfs = workbooks = formulas = 0
    for partner in partners:
        key = partner.get("id") or partner["name"]
        mine = [folder for name, folder in folders.items() if name == key or name.startswith(f"{key}-")]
        if len(mine) != 1:
            problems.append(f"partner {key}: has {len(mine)} folders")
            continue
        found = {file.name for file in mine[0].iterdir()}
        if found != {"gap-report.pdf", "gap-report.xlsx"}:
            problems.append(f"{mine[0]}: holds {sorted(found)}")
        check_pdf(mine[0] / "gap-report.pdf", [partner["name"]], problems)
        pdfs += 1
    if len(folders) != len(partners):
        problems.append(f"{len(folders)} partner folders for {len(partners)} partners")
    check_pdf(review / "portfolio.pdf", [partner["name"] for partner in partners], problems)
    pdfs += 1
    for path in sorted(review.rglob("*.xlsx")):
        formulas += check_workbook(path, problems)
        workbooks += 1
    needles = machine_paths(review)
    for path in sorted(file for file in review.rglob("*") if file.is_file()):
        problems += [f"{path}: mentions {needle}" for needle in mentions(path, needles)]
    others = len(list(review.rglob("*.pdf"))) - pdfs
    if others:
        problems.append(f"{others} PDFs that nothing accounts for")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{pdfs} PDFs and {workbooks} workbooks with {formulas} formulas opened, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main())
