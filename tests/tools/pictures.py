#!/usr/bin/env python3
"""Makes the pictures of the documentation from two reviews of the samples.

    pictures.py [PROGRAM]

Run in the project's folder after `cargo build --release`, or with another build of the program. The second review compares with the first, a quarter
earlier and otherwise. Needs poppler, LibreOffice and Chromium, and Pillow.
"""

import email
import email.policy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "target/release/tiergap"
IMAGES = Path("docs/images")
CHROMIUM = [
    "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1",
]  # fmt: skip


def review(out, *more):
    command = [PROGRAM, "run", "samples/inbox", "--as-of", "2026-09-30", "--out", str(out), *more]
    status = subprocess.run(command, capture_output=True).returncode
    if status != 1:  # the samples hold files that cannot be read
        sys.exit(f"{' '.join(command)} ended with {status}")


def a_quarter_earlier(results, to):
    """What an earlier review might have said: a customer more, a tier higher, a partner not there."""
    told = json.loads(results.read_text())
    told["as_of"] = "2026-06-30"
    for partner in told["partners"]:
        if partner["id"] == "4300012":
            partner["tier"] = "gold"
            partner["usage"]["counted"]["active_users"] += 1500
            partner["customers"][0]["active_users"] += 900
            partner["customers"].append({"id": None, "name": "Brauerei Altmühl", "active_users": 600})
        if partner["id"] == "4400025":
            partner["tier"] = "none"
            partner["usage"]["counted"]["active_users"] -= 300
            partner["customers"][0]["active_users"] -= 300
    told["partners"] = [partner for partner in told["partners"] if partner["id"] != "4500018"]
    to.write_text(json.dumps(told))


def framed(image, name, width=900):
    image = image.convert("RGB")
    if image.width > width:
        image = image.resize((width, image.height * width // image.width), Image.LANCZOS)
    ImageOps.expand(image, 1, "#c8ccd2").quantize(192, method=Image.Quantize.MAXCOVERAGE).save(IMAGES / name, optimize=True)


def page(pdf, number, dots, work):
    to = work / "page"
    command = ["pdftoppm", "-r", str(dots), "-png", "-f", str(number), "-l", str(number), "-singlefile", str(pdf), str(to)]
    subprocess.run(command, check=True)
    return Image.open(f"{to}.png").copy()


def beside(images):
    height = max(image.height for image in images)
    sheet = Image.new("RGB", (sum(image.width for image in images) + 12 * (len(images) - 1), height), "#c8ccd2")
    left = 0
    for image in images:
        sheet.paste(image, (left, 0))
        left += image.width + 12
    return sheet


def screen(url, width, height, to, *flags):
    with tempfile.TemporaryDirectory() as profile:
        command = [*CHROMIUM, *flags, f"--user-data-dir={profile}", f"--window-size={width},{height}", f"--screenshot={to}", url]
        subprocess.run(command, check=True, capture_output=True)
    return Image.open(to).copy()


def message(review, partner, work):
    """A draft as a mail program would show it."""
    theme = work / "theme.toml"
    theme.write_text('organisation = "Fjord & Süd"\ncontact = "Questions? partners@fjord-sued.example"\n[colours]\naccent = "#0B6E4F"\n')
    command = [PROGRAM, "mail", str(review), "--drafts", "--only", partner, "--theme", str(theme), "--out", str(work / "drafts")]
    subprocess.run(command, check=True, capture_output=True)
    draft = next((work / "drafts").glob("*.eml"))
    parsed = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    (work / "mail.html").write_text(parsed.get_body(("html",)).get_content())
    return screen((work / "mail.html").as_uri(), 720, 1180, work / "mail.png")


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        review(work / "first")
        a_quarter_earlier(work / "first/results.json", work / "earlier.json")
        now = work / "now"
        review(now, "--previous", str(work / "earlier.json"), "--lang", "en")
        partner = next(now.glob("partners/4200018-*"))
        framed(page(partner / "gap-report.pdf", 1, 80, work), "gap-report.png", 660)
        pages = [page(partner / "gap-report.pdf", number, 60, work) for number in (2, 3)]
        framed(beside(pages), "gap-report-evidence.png")
        changed = next(now.glob("partners/4300012-*"))
        framed(page(changed / "gap-report.pdf", 2, 80, work), "what-changed.png", 660)
        framed(page(now / "portfolio.pdf", 1, 80, work), "portfolio.png")
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(work), str(partner / "gap-report.xlsx")],
            check=True,
            capture_output=True,
        )
        framed(page(work / "gap-report.pdf", 1, 80, work), "workbook.png", 660)
        framed(message(now, "4100025", work), "mail.png", 660)
        url = (now / "portfolio.html").resolve().as_uri()
        framed(screen(url, 1280, 1000, work / "light.png"), "portfolio-page.png")
        framed(screen(url, 1280, 1000, work / "dark.png", "--force-dark-mode"), "portfolio-page-dark.png")


if __name__ == "__main__":
    main()
