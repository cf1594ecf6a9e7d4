#!/usr/bin/env python3
"""Changes a gap report as a reader would, recalculates it and looks whether the tier follows.

Usage: tier_moves.py GAP-REPORT.xlsx [LOWEST [HIGHEST]]

Four edits, each on a fresh copy: every Counted flag set to "no"; every Active Users cell set to 0; every credential
cell emptied; and everything raised as high as can be. After the first three the tier must be the one of nothing
(LOWEST, else the last word of the tier's formula); after the last it must be HIGHEST, or if that is not given no
lower than before. Exit 1 otherwise.
Needs `soffice` and the Python package `openpyxl`.
"""

import pathlib
import re
import sys

import openpyxl

sys.dont_write_bytecode = True
from office import Office


def named(book, name):
    """The cells behind a defined name."""
    if name not in book.defined_names:
        return []
    cells = []
    for title, area in book.defined_names[name].destinations:
        found = book[title][area.replace("$", "")]
        if isinstance(found, tuple):
            cells.extend(cell for row in found for cell in (row if isinstance(row, tuple) else (row,)))
        else:
            cells.append(found)
    return cells


def words(book):
    """The words of the Counted column, from its dropdown."""
    counted = named(book, "tiergap_counted")[0]
    for validation in counted.parent.data_validations.dataValidation:
        if counted.coordinate in validation.cells:
            return validation.formula1.strip('"').split(",")
    raise SystemExit("the Counted column has no dropdown")


def edit(book, what):
    yes, no = words(book)
    if what == "flags":
        for cell in named(book, "tiergap_counted"):
            cell.value = no
    elif what == "users":
        for cell in named(book, "tiergap_active_users"):
            cell.value = 0
    elif what == "credentials":
        for cell in named(book, "tiergap_credentials"):
            cell.value = None
    elif what == "everything":
        for cell in named(book, "tiergap_counted"):
            cell.value = yes
        for cell in named(book, "tiergap_active_users"):
            cell.value = 1_000_000
        for cell in named(book, "tiergap_credentials"):
            cell.value = "✓"


def tier_after(office, path, what):
    book = openpyxl.load_workbook(path)
    edit(book, what)
    copy = office.home / f"{what}.xlsx"
    book.save(copy)
    found = openpyxl.load_workbook(office.recalculated(copy), data_only=True)
    return named(found, "tiergap_tier")[0].value


def main(arguments):
    if not 1 <= len(arguments) <= 3:
        raise SystemExit(__doc__)
    path = pathlib.Path(arguments[0])
    formula = named(openpyxl.load_workbook(path), "tiergap_tier")[0].value
    if not str(formula).startswith("="):
        raise SystemExit(f"{path}: the tier is no formula: {formula!r}")
    labels = [label.replace('""', '"') for label in re.findall(r'"((?:[^"]|"")*)"', formula)]  # highest first
    lowest = arguments[1] if len(arguments) > 1 else labels[-1]
    failed = False
    with Office() as office:
        before = tier_after(office, path, "nothing")
        as_good = labels[: labels.index(before) + 1]
        allowed = {"flags": [lowest], "users": [lowest], "credentials": [lowest]}
        allowed["everything"] = [arguments[2]] if len(arguments) > 2 else as_good
        print(f"{path}: {before!r}")
        for what, expected in allowed.items():
            found = tier_after(office, path, what)
            wrong = found not in expected
            failed = failed or wrong
            print(f"{path}: after changing {what}: {found!r}" + (f", expected {expected}" if wrong else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
