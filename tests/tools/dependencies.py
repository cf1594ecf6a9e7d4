#!/usr/bin/env python3
"""Writes docs/dependencies.md: what the program is built from, with versions and licences; or checks it.

    dependencies.py [--check]

Exit code 1 if a licence is not among those that deny.toml allows, if it bans a crate, if one comes from anywhere but the
crate registry or needs a newer Rust than Cargo.toml promises, or, with --check, if the page is not what would be
written. Needs nothing but cargo and the crates that a build needs anyway.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "dependencies.md"


def allowed(expression, licences):
    """Whether an SPDX expression can be met with these licences."""
    tokens = re.findall(r"[()]|[^\s()/]+|/", expression or "")
    words = []
    for token in tokens:
        if words and token not in ("(", ")", "AND", "OR", "/") and words[-1] == "WITH":
            words.pop()
            words[-1] += f" WITH {token}"
        else:
            words.append("OR" if token == "/" else token)

    def either():
        value = both()
        while words and words[0] == "OR":
            words.pop(0)
            value = both() or value
        return value

    def both():
        value = single()
        while words and words[0] == "AND":
            words.pop(0)
            value = single() and value
        return value

    def single():
        word = words.pop(0)
        if word != "(":
            return word in licences
        value = either()
        words.pop(0)
        return value

    return bool(words) and either()


def purposes():
    """What each direct dependency is for: the comment above its group in Cargo.toml."""
    purpose, of = "", {}
    section = re.search(r"^\[dependencies\]\n(.*?)^\[dev-dependencies\]", (ROOT / "Cargo.toml").read_text(), re.M | re.S)[1]
    for line in section.splitlines():
        if line.startswith("# "):
            purpose = line[2:]
        elif match := re.match(r"([A-Za-z0-9_-]+)\s*=", line):
            of[match[1]] = purpose
    return of


def main():
    deny = tomllib.loads((ROOT / "deny.toml").read_text())
    licences = set(deny["licenses"]["allow"])
    # With those through which alone a banned crate may come; never straight into the program, whatever tests need.
    banned = {ban["crate"]: set(ban.get("wrappers", [])) for ban in deny["bans"]["deny"]}
    excepted = {e["crate"]: set(e["allow"]) for e in deny["licenses"].get("exceptions", [])}
    packages, reached, names, needed_by = {}, defaultdict(set), set(), defaultdict(set)
    for target in deny["graph"]["targets"]:
        command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
        told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
        by_id = {p["id"]: p for p in told["packages"]}
        nodes = {n["id"]: n for n in told["resolve"]["nodes"]}
        own = told["resolve"]["root"]
        # `cargo metadata` also names what features of others mention without asking for it; `cargo tree` does not.
        command = ["cargo", "tree", "--locked", "--target", target, "--edges", "normal,build", "--prefix", "none"]
        tree = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        built = {tuple(line.split()[:2]) for line in tree.splitlines() if line}
        # What is built into the program or runs while it is built, not what only its tests need.
        found, todo = {own}, [own]
        while todo:
            needs = todo.pop()
            for dependency in nodes[needs]["deps"]:
                package = by_id[dependency["pkg"]]
                is_built = (package["name"], f"v{package['version']}") in built
                if not is_built or {kind["kind"] for kind in dependency["dep_kinds"]} == {"dev"}:
                    continue
                needed_by[dependency["pkg"]].add("" if needs == own else by_id[needs]["name"])
                if dependency["pkg"] not in found:
                    found.add(dependency["pkg"])
                    todo.append(dependency["pkg"])
        for package in found - {own}:
            packages[package] = by_id[package]
            reached[package].add(target)
        names |= {d["name"] for d in by_id[own]["dependencies"] if d["kind"] is None}

    number = lambda version: tuple(int(part) for part in version.split(".")[:2])
    promised = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]["rust-version"]
    faults = []
    # Cargo's own registry is where nearly everything comes from; anything else, a git address above all, is a fault.
    registry = Counter(package["source"] for package in packages.values()).most_common(1)[0][0]
    for package in packages.values():
        if not allowed(package["license"], licences | excepted.get(package["name"], set())):
            faults.append(f"{package['name']} {package['version']}: licence {package['license']}")
        if package["source"] != registry or not registry.startswith("registry+"):
            faults.append(f"{package['name']} {package['version']}: from {package['source']}")
        if package["name"] in banned:
            strangers = needed_by[package["id"]] - banned[package["name"]]
            if strangers:
                by = ", ".join(name or "the program itself" for name in sorted(strangers))
                faults.append(f"{package['name']} {package['version']}: banned, needed by {by}")
        if package["rust_version"] and number(package["rust_version"]) > number(promised):
            faults.append(f"{package['name']} {package['version']}: needs Rust {package['rust_version']}")

    ordered = sorted(packages.items(), key=lambda item: (item[1]["name"], item[1]["version"]))
    versions = defaultdict(list)
    for _, package in ordered:
        versions[package["name"]].append(package["version"])
    twice = {name: found for name, found in versions.items() if len(found) > 1}
    why = purposes()
    row = lambda p: f"| {p['name']} | {p['version']} | {p['license']} |"
    lines = [
        "# What tiergap is built from",
        "",
        "Written by `just dependencies`; CI fails if it is out of date or if a licence is not among those of `deny.toml`.",
        "Tests need more; it is in `Cargo.lock`. Nothing comes from anywhere but the crate registry.",
        "",
        "## Used by the program itself",
        "",
        "| crate | version | licence | for |",
        "| --- | --- | --- | --- |",
        *(f"{row(p)} {why.get(p['name'], '')} |" for _, p in ordered if p["name"] in names),
        "",
        "## Used by those",
        "",
        "| crate | version | licence |",
        "| --- | --- | --- |",
        *(row(p) for _, p in ordered if p["name"] not in names),
        "",
        "## In more than one version",
        "",
        *(f"- {name}: {', '.join(found)}" for name, found in twice.items()),
    ]
    text = "\n".join(lines).rstrip() + "\n"
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text() != text:
            faults.append(f"{PAGE.relative_to(ROOT)} is out of date: run `just dependencies`")
    else:
        PAGE.write_text(text)
    print(f"{len(packages)} crates, {len(twice)} in more than one version, {len(faults)} faults")
    for fault in faults:
        print(f"  {fault}", file=sys.stderr)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
