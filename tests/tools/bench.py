#!/usr/bin/env python3
"""Measures the whole program beside two others that do the same job, on the same inputs, in turn.

    bench.py PROGRAM PEERS [--quick] [--page docs/performance.md] [--keep FOLDER]

PROGRAM is the release binary of tiergap, PEERS a folder with `gen.py` (makes inputs), `peer_classic.py` and
`peer_fast.py` (two Python programs: INPUT_DIR OUTPUT_DIR) and their `requirements-*.txt`, for which environments are
made. Without a folder PEERS (`-`) only what concerns tiergap alone is measured, on inputs that must exist in --keep.
Writes the tables into the page between the marks `<!-- measured -->` and `<!-- end -->`. Processor time is that of all
processes together (user and system), memory the most that any single process held.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Run:
    """One command, run as often as asked: the least of each figure counts, as noise only ever adds."""

    def __init__(self, cpu, wall, memory):
        self.cpu, self.wall, self.memory = cpu, wall, memory

    def least(self, other):
        return Run(min(self.cpu, other.cpu), min(self.wall, other.wall), min(self.memory, other.memory))


def once(command, codes=(0, 1), env=None):
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **(env or {})},
    )
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{said.decode(errors='replace')}")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024)


def measured(command, times, fresh=None, **how):
    best = None
    for _ in range(times):
        if fresh:
            shutil.rmtree(fresh, ignore_errors=True)
        run = once(command, **how)
        best = run if best is None else best.least(run)
    return best


def environment(peers, name, work):
    """A Python of its own with what a peer needs."""
    home = work / f"env-{name}"
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        wanted = peers / f"requirements-{name}.txt"
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted]
        subprocess.run(pip, check=True)
    return python


def generate(peers, work, name, partners, rows, layout):
    folder = work / name
    if not folder.exists():
        command = [sys.executable, peers / "gen.py", "--partners", partners, "--rows-per-partner", rows]
        command += ["--layout", layout, "--out", folder]
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
        (folder / "expected.csv").rename(work / f"{name}-expected.csv")
    return folder


def seconds(value):
    return f"{value:.2f} s" if value < 100 else f"{value:.0f} s"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]


def version(command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().splitlines()[0]


def machine():
    cpu = platform.processor() or platform.machine()
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
        cpu = found.group(1) if found else cpu
        memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text()).group(1)) / 1024**2
        memory = f", {memory:.0f} GiB"
    except OSError:
        memory = ""
    return f"{cpu}, {os.cpu_count()} processors{memory}; {platform.system()}; {version(['rustc', '--version'])}"


def whole_jobs(program, peers, work, times):
    """The whole job beside the peers."""
    pythons = {name: environment(peers, name, work) for name in ("classic", "fast")}
    jobs = [
        ("1,000 partners × 100 rows, a file each", "files-1000x100", 1000, 100, "file-per-partner"),
        ("200 partners × 200 rows in one file", "one-200x200", 200, 200, "one-file"),
    ]
    out = work / "out"
    rows = []
    for title, name, partners, lines, layout in jobs:
        inbox = generate(peers, work, name, partners, lines, layout)
        ours = measured([program, "run", inbox, "--out", out, "--only", "partners"], times, out)
        whole = measured([program, "run", inbox, "--out", out], times, out)
        runs = [("tiergap, partners' reports only", ours), ("tiergap, everything", whole)]
        for peer, title_of in (("fast", "Python, fast"), ("classic", "Python, classic")):
            command = [pythons[peer], peers / f"peer_{peer}.py", inbox, out]
            runs.append((title_of, measured(command, 1 if peer == "classic" else times, out)))
        for title_of, run in runs:
            ratio = "" if run is ours else f"{run.cpu / ours.cpu:.1f}"
            rows.append([f"{title}: {title_of}", seconds(run.cpu), seconds(run.wall), f"{run.memory:.0f} MiB", ratio])
    head = ["job", "processor time", "time", "memory", "times tiergap's"]
    return ["### The whole job", ""] + table(head, rows)


def reading(program, peers, work, times):
    inbox = generate(peers, work, "one-5000x200", 5000, 200, "one-file")
    bare = ROOT / "target" / "release" / "examples" / "bare-cells"
    ours = measured([program, "check", inbox, "--format", "json"], times)
    floor = measured([bare, *sorted(inbox.glob("*.xlsx"))], times)
    rows = [
        ["tiergap check (reads, recognises)", seconds(ours.cpu), seconds(ours.wall), f"{ours.memory:.0f} MiB",
         f"{ours.cpu / floor.cpu:.2f}"],
        ["calamine's bare cell reader", seconds(floor.cpu), seconds(floor.wall), f"{floor.memory:.0f} MiB", "1"],
    ]
    head = ["1,000,000 rows × 12 columns", "processor time", "time", "memory", "times the bare reader"]
    return ["### Reading", ""] + table(head, rows)


def many(program, peers, work, times):
    """10,000 partners with everything written, against 1,000; one thread against two."""
    out = work / "out"
    small = generate(peers, work, "files-1000x100", 1000, 100, "file-per-partner")
    large = generate(peers, work, "one-10000x100", 10000, 100, "one-file")
    middle = generate(peers, work, "one-1000x100", 1000, 100, "one-file")
    rows = []
    figures = {}
    for title, inbox, partners in (("1,000 partners, one file", middle, 1000), ("10,000 partners, one file", large, 10000)):
        run = measured([program, "run", inbox, "--out", out], times if partners == 1000 else 1, out)
        figures[partners] = run
        rows.append([title, seconds(run.cpu), seconds(run.wall), f"{run.memory:.0f} MiB", f"{run.cpu / partners * 1000:.2f} ms"])
    for threads in ("1", "2"):
        run = measured([program, "run", small, "--out", out], times, out, env={"RAYON_NUM_THREADS": threads})
        figures[threads] = run
        title = f"1,000 partners, a file each, {threads} thread" + ("s" if threads != "1" else "")
        rows.append([title, seconds(run.cpu), seconds(run.wall), f"{run.memory:.0f} MiB", f"{run.cpu:.2f} ms"])
    head = ["everything written", "processor time", "time", "memory", "a partner"]
    per = figures[10000].cpu / 10000 / (figures[1000].cpu / 1000)
    return ["### Many partners", ""] + table(head, rows) + [
        "",
        f"A partner among 10,000 costs {per:.2f} times what one among 1,000 does. "
        f"Two threads are {figures['1'].wall / figures['2'].wall:.2f} times as fast as one.",
    ]


def small_things(program, work, times):
    out = work / "out"
    start = measured([program, "--version"], 20)
    helped = measured([program, "--help"], 20)
    sample = measured([program, "run", ROOT / "samples" / "inbox", "--out", out], times, out)
    size = Path(program).stat().st_size / 1e6
    rows = [
        ["`tiergap --version`", f"{start.cpu * 1000:.1f} ms", f"{start.wall * 1000:.1f} ms", f"{start.memory:.0f} MiB"],
        ["`tiergap --help`", f"{helped.cpu * 1000:.1f} ms", f"{helped.wall * 1000:.1f} ms", f"{helped.memory:.0f} MiB"],
        ["the sample job, everything", seconds(sample.cpu), seconds(sample.wall), f"{sample.memory:.0f} MiB"],
    ]
    head = ["", "processor time", "time", "memory"]
    return ["### Small things", ""] + table(head, rows) + ["", f"The program is {size:.1f} MB large."]


def documents():
    """What the benchmark of single documents prints: one line of JSON for each."""
    command = ["cargo", "run", "--quiet", "--release", "--locked", "--example", "documents"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    rows = []
    for line in said.splitlines():
        found = json.loads(line)
        rows.append([found["document"], f"{found['milliseconds']:.2f} ms", f"{found['bytes'] / 1000:.1f} KB"])
    return ["### One document", ""] + table(["100 customer rows", "time", "size"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("peers", type=Path)
    parser.add_argument("--times", type=int, default=3, help="runs of each; the least counts")
    parser.add_argument("--parts", default="jobs,reading,many,small,documents")
    parser.add_argument("--page", type=Path, help="page to write the tables into")
    parser.add_argument("--keep", type=Path, help="folder for inputs and environments, kept for the next time")
    args = parser.parse_args()
    work = (args.keep or Path(tempfile.mkdtemp(prefix="tiergap-bench-"))).absolute()
    work.mkdir(parents=True, exist_ok=True)
    program, peers = args.program.absolute(), args.peers.absolute()
    parts = {
        "jobs": lambda: whole_jobs(program, peers, work, args.times),
        "reading": lambda: reading(program, peers, work, args.times),
        "many": lambda: many(program, peers, work, args.times),
        "small": lambda: small_things(program, work, args.times),
        "documents": documents,
    }
    lines = [f"Measured on {machine()}. {version([str(program), '--version'])}."]
    for part in args.parts.split(","):
        lines += ["", *parts[part]()]
        print("\n".join(lines[-12:]), file=sys.stderr)
    text = "\n".join(lines) + "\n"
    print(text)
    if args.page:
        page = args.page.read_text()
        args.page.write_text(re.sub(r"(?s)(<!-- measured -->\n).*?(<!-- end -->)", lambda m: m[1] + "\n" + text + "\n" + m[2], page))
    if not args.keep:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
