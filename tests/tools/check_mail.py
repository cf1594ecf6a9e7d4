#!/usr/bin/env python3
"""Checks the messages of reviews with a parser and a mail server that are not ours.

    check_mail.py PROGRAM REVIEW...

Writes the drafts of each review, and of a small one in each language, and parses them as Python's email package does by its strictest policy; compares what
they say with results.json and what they attach with the reports. Then sends the messages of the first review to a server
of aiosmtpd, twice, and expects each partner's message once. Exit code 1 if anything is not as it should be.
"""

import csv
import email.policy
import hashlib
import html.parser
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from aiosmtpd.controller import Controller

POLICY = email.policy.default.clone(raise_on_defect=True)
SETTINGS = """
[mail]
from = "Partnerprogramm Süd <partners@distributor.example>"
bcc = ["archive@distributor.example"]
attach-workbook = true
[mail.smtp]
host = "127.0.0.1"
port = {port}
security = "none"
per-minute = 6000
"""


LANGUAGES = ["en", "it", "de", "fr", "es", "pt"]

# Names that a header has to quote or encode.
PARTNERS = [
    ("7100001", "Übersee, Söhne & Co. (Nord) <GmbH>", "nord@one.example"),
    ("7100002", 'Casa "Conexão" S.A.; Filial', "filial@two.example"),
    ("7100003", "Ελληνική Δίκτυα " * 6, "info@three.example"),
    ("7100004", "Qzx", "o'neil+reviews@four.example"),
]


def small(program, home, lang):
    """A review in a language, of partners that name none of their own."""
    inbox = home / f"inbox-{lang}"
    inbox.mkdir()
    with open(inbox / "partners.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["MPN ID", "Partner Name", "Country", "Contact Email"])
        rows.writerows([number, name, "Germany", contact] for number, name, contact in PARTNERS)
    with open(inbox / "usage.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["MPN ID", "Customer Name", "Workload", "SKU", "Association Type", "Month", "Active Users"])
        for nth, (number, _, _) in enumerate(PARTNERS):
            rows.writerow([number, f"Kunde {nth}", "Yammer", "E3", "DPOR", "2026-09", 1000 * (nth + 1) + 5])
            rows.writerow([number, f"Trial {nth}", "Yammer", "E3 Trial", "DPOR", "2026-09", 44])
    with open(inbox / "roster.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["MPN ID", "MCP ID", "Individual Name", "Training Title", "Status", "Completion Date"])
        for number, _, _ in PARTNERS:
            rows.writerows([number, f"{number}9", "A. Person", exam, "Passed", "2026-01-15"] for exam in ("70-346", "70-347"))
    review = home / f"small-{lang}"
    command = [program, "run", inbox, "--out", review, "--lang", lang]
    subprocess.run(command, check=True, capture_output=True)
    return review


class Words(html.parser.HTMLParser):
    """The words of a page, and what it would load."""

    def __init__(self, page):
        super().__init__()
        self.words, self.loads, self.open = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br", "img", "link"):
            self.open.append(tag)
        for name, value in attributes:
            if name in ("src", "background", "srcset") or tag in ("link", "script", "style", "img", "iframe"):
                self.loads.append(f"{tag} {name}={value}")
            if name == "style" and "url(" in value:
                self.loads.append(value)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        self.words.append(data)


def plain(text):
    """Text without regard for how its lines are broken."""
    return " ".join(text.split())


def run(program, *args, folder, expect):
    done = subprocess.run([program, "mail", *map(str, args)], cwd=folder, capture_output=True, text=True)
    assert done.returncode in expect, f"exit code {done.returncode}\n{done.stdout}{done.stderr}"
    return done


def check(raw, review, partner, others, is_draft):
    assert raw.replace(b"\r\n", b"").find(b"\n") < 0 and raw.replace(b"\r\n", b"").find(b"\r") < 0, "lines end by CR LF"
    assert all(len(line) <= 998 for line in raw.split(b"\r\n")), "a line is too long"
    assert all(len(line) <= 78 for line in raw.split(b"\r\n\r\n")[0].split(b"\r\n")), "a line of the head is too long"
    assert raw.isascii()
    message = email.message_from_bytes(raw, policy=POLICY)
    for part in message.walk():
        assert not part.defects, part.defects
        for value in part.values():
            assert not value.defects, (value, value.defects)
    [to] = message["To"].addresses
    assert to.addr_spec == partner["contact"], (to, partner["contact"])
    assert plain(to.display_name) == plain(partner["name"]), to
    assert partner["name"] in message["Subject"], message["Subject"]
    assert (message["X-Unsent"] == "1") == is_draft and (message["Date"] is None) == is_draft
    assert re.fullmatch(r"<[0-9a-f]{32}@distributor\.example>", message["Message-ID"])
    assert message.get_content_type() == "multipart/mixed"
    text = message.get_body(("plain",)).get_content()
    page = message.get_body(("html",)).get_content()
    assert f'<html lang="{partner["language"]}"' in page
    words = Words(page)
    assert not words.loads and not words.open, (words.loads, words.open)
    shown = plain(" ".join(words.words))
    said = partner["said"]
    sentences = [said["standing"], said["tier"], said["plan_title"], said["plan_intro"], *said["risks"]]
    sentences += [said["could_be"]] if said["could_be"] else []
    for step in said["steps"]:
        sentences += [step["text"], step["effect"]]
    for figure in said["figures"]:
        sentences += [figure["label"], figure["value"], figure["verdict"]]
    for sentence in map(plain, sentences):
        assert sentence in plain(text), f"not in the text: {sentence}"
        assert sentence in shown, f"not on the page: {sentence}"
    assert all(len(line) <= 76 for line in text.splitlines() if " " in line.strip()), "the text is too wide"
    files = list(message.iter_attachments())
    assert [f.get_filename().rsplit(".", 1)[1] for f in files] == ["pdf", "xlsx"]
    for file, name in zip(files, ("gap-report.pdf", "gap-report.xlsx")):
        assert file.get_content() == (review / partner["folder"] / name).read_bytes(), name
        assert file.get_content_disposition() == "attachment"
    for other in others:
        for own in filter(None, (other["id"], other["name"], other["contact"])):
            assert own not in text + page + str(message["Subject"]), f"{own} is another partner's"
    return message["Message-ID"]


class Box:
    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        self.messages.append((envelope.rcpt_tos, envelope.content))
        return "250 taken"


def main():
    program, reviews = Path(sys.argv[1]).resolve(), [Path(name) for name in sys.argv[2:]]
    languages, drafted = set(), 0
    with tempfile.TemporaryDirectory() as home:
        home = Path(home)
        (home / "tiergap.toml").write_text(SETTINGS.format(port=1))
        reviews += [small(program, home, lang) for lang in LANGUAGES]
        for nth, source in enumerate(reviews):
            review = home / f"review-{nth}"
            shutil.copytree(source, review)
            partners = json.loads((review / "results.json").read_text())["partners"]
            run(program, review.name, "--drafts", "--despite-errors", folder=home, expect=(0, 1))
            drafts = sorted((home / f"review-{nth}-mail").glob("*.eml"))
            wanted = [p for p in partners if p["contact"]]
            assert len(drafts) == len(wanted), (len(drafts), len(wanted))
            ids = set()
            for draft in drafts:
                [partner] = [p for p in wanted if draft.name.startswith(f"{p['id'] or p['name']}")]
                others = [p for p in partners if p is not partner]
                try:
                    ids.add(check(draft.read_bytes(), review, partner, others, True))
                except Exception as error:
                    raise AssertionError(f"{draft.name} of {source}: {error}") from error
                languages.add(partner["language"])
            assert len(ids) == len(drafts), "two messages have one ID"
            drafted += len(drafts)
            before = hashlib.sha256(b"".join(d.read_bytes() for d in drafts)).hexdigest()
            run(program, review.name, "--drafts", "--despite-errors", folder=home, expect=(0, 1))
            assert hashlib.sha256(b"".join(d.read_bytes() for d in drafts)).hexdigest() == before, "other bytes"
        box = Box()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        controller = Controller(box, hostname="127.0.0.1", port=port)
        controller.start()
        try:
            (home / "tiergap.toml").write_text(SETTINGS.format(port=port))
            partners = json.loads((home / "review-0" / "results.json").read_text())["partners"]
            wanted = sorted(p["contact"] for p in partners if p["contact"])
            for _ in range(2):
                run(program, "review-0", "--send", "--despite-errors", folder=home, expect=(0, 1))
                assert sorted(to[0] for to, _ in box.messages) == wanted, box.messages
            for to, content in box.messages:
                assert to[1:] == ["archive@distributor.example"], to
                [partner] = [p for p in partners if p["contact"] == to[0]]
                check(content, home / "review-0", partner, [p for p in partners if p is not partner], False)
        finally:
            controller.stop()
    assert languages == set(LANGUAGES), languages
    print(f"{drafted} drafts in {len(languages)} languages, {len(box.messages)} messages sent, each once")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        print(f"mail is not as it should be: {error}", file=sys.stderr)
        sys.exit(1)
