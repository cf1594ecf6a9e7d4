#!/usr/bin/env python3
"""Runs `tiergap check` over every file of folders that others filled, one file at a time and with bounds.

    check_corpus.py [--seconds N] [--megabytes N] [--jobs N] [--list] PROGRAM FOLDER...

Each file is read as if somebody had mailed it: in a folder of its own, under its own name. It counts as

    read      its cells came out (whether or not they mean anything to tiergap)
    refused   one clear finding says why it cannot be read, and the program ended as it should
    limit     the same, because it needs more than the bounds allow
    empty     nothing in it, and nothing else wrong
    CRASH     a signal, a panic, an exit code that is not documented, output that is no JSON, or silence
    HANG      not done after --seconds (60)

Memory is bounded by --megabytes (1024) of address space beyond what the program maps at its start; on systems without
such bounds it is only reported. Prints the counts for each folder and ending, the ten slowest files and the ten that
needed most memory. Exit code 1 if anything crashed or hung.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ENDINGS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".fods", ".ots", ".csv", ".tsv", ".tab", ".htm", ".html", ".xml"}
REFUSED = {"unreadable-file", "not-a-spreadsheet", "password-protected"}
CODES = {0, 1, 3}


def verdict(code, out, err):
    """What became of a file, and in a few words why."""
    if code < 0:
        return "CRASH", f"signal {-code}"
    if code not in CODES or "panicked at" in err:
        return "CRASH", f"exit code {code}: {err.strip()[-200:]}"
    try:
        told = json.loads(out)
    except ValueError:
        return "CRASH", f"no JSON, exit code {code}: {err.strip()[-200:]}"
    found = {finding["code"]: finding["message"] for finding in told["findings"]}
    sheets = [sheet for book in told["inputs"] for sheet in book["sheets"]]
    if "limit-exceeded" in found:
        return "limit", found["limit-exceeded"]
    for reason in REFUSED & found.keys():
        return "refused", found[reason]
    if sheets:
        return "read", ""
    if found:
        return "empty", next(iter(found.values()))
    return "CRASH", "no sheet and no finding"


def one(program, path, seconds, megabytes):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / path.name).symlink_to(path.resolve())
        bound = (megabytes << 20) + (1 << 30)  # programs map far more at their start than they use

        def bounded():
            resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        begun = time.monotonic()
        # The file by its own path: what its ending says must not keep it from being looked at.
        command = [program, "check", "--format", "json", str(folder / path.name)]
        with open(folder / "out", "w+b") as out, open(folder / "err", "w+b") as err:
            environment = {**os.environ, "RAYON_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=bounded, env=environment)
            timer = threading.Timer(seconds, process.kill)
            timer.start()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            late = not timer.is_alive()
            timer.cancel()
            took = time.monotonic() - begun
            out.seek(0)
            err.seek(0)
            said, errors = out.read().decode("utf-8", "replace"), err.read().decode("utf-8", "replace")
        kind, why = ("HANG", f"{took:.0f} s") if late else verdict(process.returncode, said, errors)
        return kind, why, took, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="tells of every file that was not read")
    args = parser.parse_args()

    files = []
    for folder in args.folders:
        found = [p for p in sorted(folder.rglob("*")) if p.suffix.lower() in ENDINGS and p.is_file() and not p.is_symlink()]
        files += [(folder.name, path) for path in found]
    results = []
    with ThreadPoolExecutor(args.jobs) as pool:
        work = pool.map(lambda file: (*file, *one(args.program, file[1], args.seconds, args.megabytes)), files)
        for result in work:
            results.append(result)
            name, path, kind, why, *_ = result
            if kind in ("CRASH", "HANG") or (args.list and kind != "read"):
                print(f"{kind:8}{name}: {path.name}: {why}", flush=True)

    kinds = ["read", "refused", "limit", "empty", "CRASH", "HANG"]
    for title, of in (("folder", lambda r: r[0]), ("ending", lambda r: r[1].suffix.lower())):
        table = Counter((of(r), r[2]) for r in results)
        print(f"\n{title:34}" + "".join(f"{kind:>9}" for kind in kinds))
        for row in sorted({of(r) for r in results}):
            print(f"{row[:33]:34}" + "".join(f"{table[row, kind] or '':>9}" for kind in kinds))
    print(f"{'all':34}" + "".join(f"{sum(r[2] == kind for r in results):>9}" for kind in kinds))
    for title, column, unit in (("slowest", 4, "s"), ("most memory", 5, "MiB")):
        print(f"\n{title}")
        for r in sorted(results, key=lambda r: -r[column])[:10]:
            print(f"{r[column]:10.2f} {unit}  {r[0]}: {r[1].name}")
    sys.exit(any(r[2] in ("CRASH", "HANG") for r in results))


if __name__ == "__main__":
    main()
