#!/usr/bin/env python3
"""Compares the result that every formula carries with what LibreOffice makes of it.

Usage: recalc_check.py WORKBOOK...        exit 1 on any difference
Needs `soffice` and the Python package `openpyxl`.
"""

import sys

import openpyxl

sys.dont_write_bytecode = True
from office import Office


def same(carried, found):
    if isinstance(carried, (int, float)) and isinstance(found, (int, float)):
        return abs(carried - found) <= 1e-9 * max(1.0, abs(carried))
    return carried == found


def check(office, path):
    """The number of formulas and a line for each difference."""
    formulas = openpyxl.load_workbook(path)
    carried = openpyxl.load_workbook(path, data_only=True)
    found = openpyxl.load_workbook(office.recalculated(path), data_only=True)
    count, differences = 0, []
    for sheet in formulas.worksheets:
        if sheet.title not in found.sheetnames:
            differences.append(f"{path}: the sheet {sheet.title!r} is lost")
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                a = carried[sheet.title][cell.coordinate].value
                b = found[sheet.title][cell.coordinate].value
                if a is None or not same(a, b):
                    differences.append(
                        f"{path}: {sheet.title}!{cell.coordinate} carries {a!r}, recalculated {b!r}: {cell.value}"
                    )
    return count, differences


def main(paths):
    if not paths:
        raise SystemExit(__doc__)
    failed = False
    with Office() as office:
        for path in paths:
            count, differences = check(office, path)
            for line in differences[:50]:
                print(line)
            print(f"{path}: {count} formulas, {len(differences)} differences")
            failed = failed or bool(differences)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
