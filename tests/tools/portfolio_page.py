#!/usr/bin/env python3
"""Uses the page of a review of samples/inbox in a real browser, as a reviewer would.

    portfolio_page.py REVIEW [PICTURES]

Headless Chromium opens REVIEW/portfolio.html from the disk. Search, filters, order, keyboard, colours, widths, paper
and a browser without scripts are tried; the console has to stay silent, and nothing may be asked for but the page
itself. With a second folder, pictures of what was seen are written there.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars"
)
WIDTHS = (360, 480, 768, 1024, 1233, 1280, 1600)
# The partners of the samples as a dictionary has them, by their first words.
BY_NAME = "Alderfinch Andes Harbour Kestrel Laguna Müller Nuages Officine Saffron Tidewater Wisła Νέφος 株式会社あおぞらクラウド"
ITALY = {"en": "italy", "it": "italia", "de": "italien", "fr": "italie", "es": "italia", "pt": "italia"}
# Text whose contrast with what is behind it is less than readers need; controls that are switched off need none.
PALE = """
const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
const parse = (css) => css.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const ground = (e) => {
  for (; e; e = e.parentElement) {
    const [r, g, b, a = 1] = parse(getComputedStyle(e).backgroundColor);
    if (a === 1) return [r, g, b];
  }
  return [255, 255, 255];
};
const pale = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const e = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || !e.checkVisibility() || e.closest("style, script, :disabled")) continue;
  const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) pale.push(`${texts.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
}
return pale;
"""
# Elements that what is in them does not fit.
TIGHT = """
return [...document.querySelectorAll("th, td, .card, .controls > *, .banner > *, form button, li")]
  .filter((e) => e.checkVisibility() && !e.closest("thead:not(:has(th:first-child button))"))
  .filter((e) => getComputedStyle(e.closest("thead") ?? e).position !== "absolute" && e.scrollWidth > e.clientWidth + 1)
  .map((e) => `${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)} (${e.scrollWidth} > ${e.clientWidth})`);
"""


def folded(text):
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf").casefold()


class Page:
    def __init__(self, review, pictures):
        self.review = review
        self.url = (review / "portfolio.html").resolve().as_uri()
        self.pictures = pictures
        self.failures = []
        self.checks = 0
        self.results = json.loads((review / "results.json").read_text(encoding="utf-8"))
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser") or ""
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        for flag in [*FLAGS.split(), f"--user-data-dir={self.profile.name}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = webdriver.ChromeService(shutil.which("chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)

    def close(self):
        self.driver.quit()
        self.profile.cleanup()

    def expect(self, what, got, wanted=True):
        self.checks += 1
        if got != wanted:
            self.failures.append(f"{what}: {got!r} instead of {wanted!r}")

    def cdp(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def open(self, width=1280, scheme="light", scripts=True):
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.cdp("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.driver.get(self.url)

    def picture(self, name):
        if self.pictures:
            shown = self.cdp("Page.captureScreenshot", captureBeyondViewport=True)
            (self.pictures / f"{name}.png").write_bytes(base64.b64decode(shown["data"]))

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def names(self):
        """The partners that show, in their order."""
        rows = self.driver.find_elements(By.CSS_SELECTOR, "table.partners tbody tr")
        return [row.find_element(By.CSS_SELECTOR, "bdi.main").text for row in rows if row.is_displayed()]

    def figures(self, column):
        cells = self.driver.find_elements(By.CSS_SELECTOR, f"table.partners td.{column}")
        return [int("".join(c for c in cell.text if c.isdigit())) for cell in cells if cell.is_displayed()]

    def counted(self):
        """The numbers of "7 of 13 partners"."""
        words = self.find("#shown").text.split()
        return [int(word) for word in words if word.isdigit()]

    def search(self, text):
        field = self.find("#search")
        field.clear()
        field.send_keys(text)

    def choose(self, control, value):
        Select(self.find(f"#{control}")).select_by_value(value)

    def header(self, column):
        return self.find(f"th.{column}[scope=col]")

    def focused(self):
        return self.driver.switch_to.active_element

    def press(self, *keys):
        for key in keys:
            webdriver.ActionChains(self.driver).send_keys(key).perform()


def search_narrows(page, all_names):
    page.open()
    page.expect("rows at first", sorted(page.names()), sorted(all_names))
    page.expect("count at first", page.counted(), [13, 13])
    for typed, found in {
        "wisla": ["Wisła"],
        "MULLER sohne": ["Müller"],
        "νεφοσ": ["Νέφος"],
        "あおぞら": ["株式会社あおぞらクラウド"],
        "4800019": ["株式会社あおぞらクラウド"],
        "  s.n.c  ": ["Laguna"],
    }.items():
        page.search(typed)
        page.expect(f"search for {typed}", [name.split()[0] for name in page.names()], found)
        page.expect(f"count of {typed}", page.counted(), [1, 13])
    page.search("no such partner")
    page.expect("nothing found", page.names(), [])
    page.expect("nothing is said to be found", page.find("#nothing").is_displayed())
    page.expect("the empty table is gone", page.find("table.partners").is_displayed(), False)
    page.find("#everything").click()
    page.expect("all again", len(page.names()), 13)
    page.expect("focus after all again", page.focused().get_attribute("id"), "search")
    page.expect("the count is announced", page.find("#shown").get_attribute("aria-live"), "polite")


def filters_combine(page):
    page.open()
    partners = page.results["partners"]
    level = {"gold": "2", "silver": "1", None: "0"}

    def matching(tier=None, market=None, risk=None):
        return sorted(
            p["name"]
            for p in partners
            if (tier is None or level[p["tier"] if p["tier"] != "none" else None] == tier)
            and (market is None or (p["market"] or "unknown") == market)
            and (risk is None or p["at_risk"] == (risk == "yes"))
        )

    for choices, count in [
        ({"tier": "2"}, 2),
        ({"tier": "1"}, 5),
        ({"tier": "0"}, 6),
        ({"risk": "yes"}, 3),
        ({"tier": "1", "risk": "yes"}, 2),
        ({"tier": "2", "risk": "no", "market": "developed"}, 1),
        ({"market": "unknown"}, 1),
    ]:
        for control in ("tier", "market", "risk"):
            page.choose(control, choices.get(control, ""))
        page.expect(f"filter {choices}", sorted(page.names()), matching(**choices))
        page.expect(f"count of {choices}", page.counted(), [count, 13])
    for control in ("tier", "market", "risk"):
        page.choose(control, "")
    page.choose("tier", "1")
    page.search(ITALY[page.run("return document.documentElement.lang")])
    page.expect("filter and search", [name.split()[0] for name in page.names()], ["Officine"])
    page.picture("filtered")


def columns_sort(page):
    page.open()
    at_first = page.names()
    button = page.header("name").find_element(By.TAG_NAME, "button")
    button.click()
    page.expect("by name", [name.split()[0] for name in page.names()], BY_NAME.split())
    page.expect("aria-sort", page.header("name").get_attribute("aria-sort"), "ascending")
    button.click()
    page.expect("by name, down", [name.split()[0] for name in page.names()], BY_NAME.split()[::-1])
    page.expect("aria-sort, down", page.header("name").get_attribute("aria-sort"), "descending")
    page.header("entitlements").find_element(By.TAG_NAME, "button").click()
    page.expect("by number", page.figures("entitlements"), sorted(page.figures("entitlements")))
    page.expect("one column is sorted", len(page.driver.find_elements(By.CSS_SELECTOR, "[aria-sort]")), 1)
    page.header("entitlements").find_element(By.TAG_NAME, "button").click()
    page.expect("by number, down", page.figures("entitlements"), sorted(page.figures("entitlements"), reverse=True))
    page.picture("sorted")
    # Whoever is at no risk comes last, up and down.
    for _ in range(2):
        page.header("risk").find_element(By.TAG_NAME, "button").click()
        shown = page.driver.find_elements(By.CSS_SELECTOR, "table.partners tbody tr")
        page.expect("risks first", [row.get_attribute("data-risk") for row in shown], ["yes"] * 3 + ["no"] * 10)
    # Every header of the table, and every column by the list of orders.
    for header in page.driver.find_elements(By.CSS_SELECTOR, "th[data-column]"):
        header.find_element(By.TAG_NAME, "button").click()
        page.expect(f"sorted by {header.text}", header.get_attribute("aria-sort"), "ascending")
    for option in Select(page.find("#sort")).options:
        page.choose("sort", option.get_attribute("value"))
        page.expect(f"all partners by {option.text}", len(page.names()), 13)
    page.choose("sort", "1")
    ids = [element.text for element in page.driver.find_elements(By.CSS_SELECTOR, "tbody th .sub")]
    page.expect("by ID", ids, sorted(ids, key=int))
    page.find("#direction").click()
    ids = [element.text for element in page.driver.find_elements(By.CSS_SELECTOR, "tbody th .sub")]
    page.expect("by ID, down", ids, sorted(ids, key=int, reverse=True))
    page.choose("sort", "")
    page.expect("the report's own order", page.names(), at_first)
    page.expect("nothing is sorted", len(page.driver.find_elements(By.CSS_SELECTOR, "[aria-sort]")), 0)


def keyboard_is_enough(page):
    page.open()
    page.press(Keys.TAB)
    page.expect("first stop", page.focused().get_attribute("class"), "skip")
    waited = WebDriverWait(page.driver, 5).until(lambda _: page.focused().rect["y"] >= 0)
    page.expect("the skip link slides in", waited)
    page.press(Keys.TAB)
    page.expect("second stop", page.focused().get_attribute("id"), "dark")
    page.expect("focus can be seen", page.focused().value_of_css_property("outline-style"), "solid")
    page.driver.switch_to.active_element.send_keys(Keys.SHIFT, Keys.TAB)
    page.press(Keys.ENTER)
    page.expect("skipped to", page.focused().get_attribute("id"), "partners")
    page.press(Keys.TAB)
    page.expect("then comes", page.focused().get_attribute("id"), "search")
    page.press("b", "r", "e", "n", "t", "a")
    narrowed = len(page.names())
    page.expect("typing narrows", 0 < narrowed < 13)
    stops = []
    for _ in range(4):
        page.press(Keys.TAB)
        stops.append(page.focused().get_attribute("id"))
    page.expect("the controls in order", stops, ["tier", "market", "risk", "sort"])
    page.press(Keys.TAB)
    page.expect("a way back", page.focused().get_attribute("id"), "everything")
    page.press(Keys.ENTER)
    page.expect("all by the keyboard", len(page.names()), 13)
    for _ in range(5):
        page.press(Keys.TAB)
    page.expect("first header", page.focused().tag_name, "button")
    page.press(Keys.ENTER)
    page.expect("sorted by Enter", page.header("name").get_attribute("aria-sort"), "ascending")
    page.expect("focus stays", page.focused() == page.header("name").find_element(By.TAG_NAME, "button"))
    page.press(Keys.SPACE)
    page.expect("turned by space", page.header("name").get_attribute("aria-sort"), "descending")
    # Through all headers to the files of the first row, then through the rest to what can be opened.
    headers = len(page.driver.find_elements(By.CSS_SELECTOR, "th[data-column]"))
    page.press(*[Keys.TAB] * headers)
    page.expect("first file", page.focused().get_attribute("href").endswith("/gap-report.pdf"))
    page.press(*[Keys.TAB] * (2 * 13))
    page.expect("what can be opened", page.focused().tag_name, "summary")
    page.press(Keys.ENTER)
    page.expect("opened by Enter", page.find("details").get_attribute("open"), "true")


def colours_change(page):
    ground = "return getComputedStyle(document.body).backgroundColor"
    seen = {}
    for scheme in ("light", "dark"):
        page.open(scheme=scheme)
        seen[scheme] = page.run(ground)
        page.picture(scheme)
        for details in page.driver.find_elements(By.CSS_SELECTOR, "summary"):
            details.click()
        page.expect(f"pale text in {scheme}", page.run(PALE), [])
        button = page.find("#dark")
        page.expect(f"offers in {scheme}", button.text.strip(), button.get_attribute("data-light" if scheme == "dark" else "data-dark"))
        button.click()
        seen[scheme + " toggled"] = page.run(ground)
        page.expect(f"pale text in {scheme}, toggled", page.run(PALE), [])
        page.expect(f"toggled {scheme}", button.text.strip(), button.get_attribute("data-light" if scheme == "light" else "data-dark"))
        button.click()
        page.expect(f"{scheme} toggled back", page.run(ground), seen[scheme])
    page.expect("dark differs", seen["light"] != seen["dark"])
    page.expect("toggled to dark", seen["light toggled"], seen["dark"])
    page.expect("toggled to light", seen["dark toggled"], seen["light"])


def widths_fit(page):
    for width in WIDTHS:
        page.open(width=width)
        page.run("for (const details of document.querySelectorAll('details')) details.open = true")
        page.expect(f"width of the page at {width}", page.run("return document.documentElement.scrollWidth"), width)
        page.expect(f"tight at {width}", page.run(TIGHT), [])
        page.expect(f"partners at {width}", len(page.names()), 13)
        page.picture(f"width-{width}")


def paper_shows_all(page, all_names):
    hashes = [entry["sha256"] for entry in page.results["inputs"]]
    for scripts in (True, False):
        page.open(scheme="dark", scripts=scripts)
        pdf = base64.b64decode(page.cdp("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])
        path = (page.pictures or Path(page.profile.name)) / f"paper-{'with' if scripts else 'without'}-script.pdf"
        path.write_bytes(pdf)
        orders = ([], ["-raw"])
        texts = [subprocess.run(["pdftotext", "-q", *o, str(path), "-"], check=True, capture_output=True) for o in orders]
        text = folded("\n".join(text.stdout.decode() for text in texts))
        for wanted in [*all_names, *hashes, *(partner["folder"] for partner in page.results["partners"])]:
            page.expect(f"on paper: {wanted}", folded(wanted) in text)
        if scripts:
            closed = page.run("return document.querySelectorAll('details[open]').length")
            page.expect("closed again after printing", closed, 0)


def works_without_scripts(page, all_names):
    page.open(scripts=False)
    page.expect("rows without scripts", sorted(page.names()), sorted(all_names))
    for control in ("#controls", "#dark", "#nothing"):
        page.expect(f"{control} without scripts", page.find(control).is_displayed(), False)
    page.expect("buttons without scripts", page.driver.find_elements(By.CSS_SELECTOR, "thead button"), [])
    page.find("summary").click()
    page.expect("details open without scripts", page.find("details").get_attribute("open"), "true")
    page.picture("without-scripts")


def nothing_leaves(page):
    """Of all that the browser did so far."""
    talk = [entry["message"] for entry in page.driver.get_log("browser")]
    page.expect("the console", talk, [])
    asked = set()
    for entry in page.driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            # The browser's own first tab asks for its own pictures.
            if not message["params"].get("documentURL", page.url).startswith("chrome:"):
                asked.add(message["params"]["request"]["url"].split("#")[0])
    page.expect("requests", asked, {page.url})


def main():
    review = Path(sys.argv[1])
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    page = Page(review, pictures)
    try:
        names = [partner["name"] for partner in page.results["partners"]]
        search_narrows(page, names)
        filters_combine(page)
        columns_sort(page)
        keyboard_is_enough(page)
        colours_change(page)
        widths_fit(page)
        paper_shows_all(page, names)
        works_without_scripts(page, names)
        nothing_leaves(page)
    finally:
        page.close()
    for failure in page.failures:
        print(failure, file=sys.stderr)
    print(f"portfolio.html in a browser: {page.checks} checks, {len(page.failures)} failed")
    return 1 if page.failures else 0


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main())
