#!/usr/bin/env python3
"""Counts the instructions of a fixed small job, and fails if they grew by more than a tenth.

    instructions.py PROGRAM [--update]

PROGRAM is the release binary. The job is the sample review with everything written, on one thread, counted by valgrind's
callgrind; readers are processes of their own and run uncounted. What it should be stands in `benches/instructions.json`,
which --update writes. Counts hold for one compiler: with another one the growth is told, but fails nothing.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KNOWN = ROOT / "benches" / "instructions.json"
MOST = 1.10


def counted(program, *arguments):
    """Instructions of one run of the program, in its own process only."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(program), *map(str, arguments)]
    env = {**os.environ, "RAYON_NUM_THREADS": "1", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    found = re.findall(r"Collected : (\d+)", run.stderr)
    if run.returncode not in (0, 1) or not found:
        sys.exit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr[-2000:]}")
    return int(found[-1])


def main():
    program = Path(sys.argv[1]).absolute()
    compiler = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        now = {
            "sample review": counted(program, "run", ROOT / "samples" / "inbox", "--out", Path(folder) / "review"),
            "help": counted(program, "--help"),
        }
    if "--update" in sys.argv:
        KNOWN.write_text(json.dumps({"compiler": compiler, "instructions": now}, indent=2) + "\n")
        print(f"{KNOWN.relative_to(ROOT)} is written: {now}")
        return
    known = json.loads(KNOWN.read_text())
    grown = []
    for job, count in now.items():
        before = known["instructions"][job]
        print(f"{job}: {count:,} instructions, {count / before - 1:+.1%} since {before:,}")
        if count > before * MOST:
            grown.append(job)
    if grown and compiler != known["compiler"]:
        print(f"counted with {compiler}, known for {known['compiler']}: no failure")
    elif grown:
        sys.exit(
            f"{', '.join(grown)}: more than {MOST - 1:.0%} more instructions; find out why, or, if they are worth it, "
            "run tests/tools/instructions.py PROGRAM --update"
        )


if __name__ == "__main__":
    main()
