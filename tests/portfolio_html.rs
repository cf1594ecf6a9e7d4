//! `portfolio.html` as a browser's parser reads it: whole, complete, closed to the outside, and deaf to what
//! strangers write into names. What needs a real browser is in `tests/tools/portfolio_page.py`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// What a run left: the folder goes when this is dropped.
struct Run {
    _dir: TempDir,
    out: PathBuf,
    page: String,
    results: Value,
}

impl Run {
    fn of(input: &Path, dir: TempDir, lang: &str) -> Self {
        let out = dir.path().join("out");
        let run =
            common::tiergap().arg("run").arg(input).arg("--out").arg(&out).args(["--lang", lang]).output().unwrap();
        let page = std::fs::read_to_string(out.join("portfolio.html"))
            .unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(&run.stderr)));
        let results = serde_json::from_slice(&std::fs::read(out.join("results.json")).unwrap()).unwrap();
        Self { _dir: dir, out, page, results }
    }

    fn of_samples(lang: &str) -> Self {
        let inbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/inbox");
        Self::of(&inbox, tempfile::tempdir().unwrap(), lang)
    }
}

/// A run with its page parsed.
struct Review<'a> {
    run: &'a Run,
    html: Html,
}

impl<'a> Review<'a> {
    fn of(run: &'a Run) -> Self {
        Self { run, html: Html::parse_document(&run.page) }
    }
}

impl Review<'static> {
    /// The samples, reviewed once for each language.
    fn samples(lang: &str) -> Self {
        static RUNS: [OnceLock<Run>; 2] = [const { OnceLock::new() }; 2];
        Review::of(RUNS[usize::from(lang == "it")].get_or_init(|| Run::of_samples(lang)))
    }
}

impl Review<'_> {
    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    fn rows(&self) -> Vec<ElementRef<'_>> {
        self.all("table.partners tbody tr")
    }

    fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found[0]
    }
}

fn text(of: ElementRef<'_>, selector: &str) -> String {
    of.select(&Selector::parse(selector).unwrap()).flat_map(|found| found.text()).collect()
}

fn attribute<'a>(of: ElementRef<'a>, name: &str) -> &'a str {
    of.value().attr(name).unwrap_or_else(|| panic!("no {name} in {}", of.html()))
}

#[test]
fn the_page_is_well_formed() {
    for lang in ["en", "it"] {
        let review = Review::samples(lang);
        assert!(review.html.errors.is_empty(), "{:?}", review.html.errors);
        assert_eq!(attribute(review.one("html"), "lang"), lang);
        let ids: Vec<&str> = review.all("[id]").iter().map(|e| attribute(*e, "id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an ID twice: {ids:?}");
        for element in review.all("[aria-labelledby]") {
            assert!(unique.contains(attribute(element, "aria-labelledby")));
        }
        for element in review.all("[href^='#']") {
            assert!(unique.contains(&attribute(element, "href")[1..]), "{}", element.html());
        }
        assert_eq!(review.all("h1").len(), 1);
        // Every control has a name.
        for control in review.all("select, input") {
            let label = control.parent().and_then(ElementRef::wrap).unwrap();
            assert_eq!(label.value().name(), "label");
            assert!(!text(label, "span").trim().is_empty());
        }
    }
    let titles = ["en", "it"].map(|lang| text(Review::samples(lang).one("head"), "title"));
    assert_eq!(titles, ["Partner review – September 2026", "Verifica dei partner – settembre 2026"]);
}

#[test]
fn every_partner_stands_once_with_its_figures() {
    let review = Review::samples("en");
    let partners = review.run.results["partners"].as_array().unwrap();
    assert_eq!(review.rows().len(), 13);
    for partner in partners {
        let name = partner["name"].as_str().unwrap();
        let mine: Vec<_> = review.rows().into_iter().filter(|row| text(*row, "th bdi.main") == name).collect();
        assert_eq!(mine.len(), 1, "{name}");
        let row = mine[0];
        assert_eq!(text(row, "th .sub"), partner["id"].as_str().unwrap());
        let tier = partner["tier"].as_str();
        let level = ["none", "silver", "gold"].iter().position(|known| *known == tier.unwrap_or("none")).unwrap();
        assert_eq!(attribute(row, "data-tier"), level.to_string(), "{name}");
        let label = ["No tier", "Silver", "Gold"][level];
        assert_eq!(text(row, ".badge span"), label, "{name}");
        assert_eq!(attribute(row, "data-market"), partner["market"].as_str().unwrap_or("unknown"), "{name}");
        let at_risk = partner["at_risk"].as_bool().unwrap();
        assert_eq!(attribute(row, "data-risk") == "yes", at_risk, "{name}");
        assert_eq!(!text(row, "td.risk .warning").is_empty(), at_risk, "{name}");
        let silver = partner["requirements"].as_array().unwrap().iter();
        let actual: Vec<u64> = silver.filter_map(|r| r["actual"].as_u64()).collect();
        let shown: u64 = text(row, "td.entitlements").replace(',', "").parse().unwrap();
        assert!(actual.contains(&shown), "{name}: {shown} is not among {actual:?}");
    }
    // The totals of the samples, as samples/expected.toml has them.
    let cards: Vec<String> = review.all(".card .figure").iter().map(|card| card.text().collect()).collect();
    assert_eq!(cards, ["2 Gold", "5 Silver", "6 No tier", "3 At risk"]);
}

#[test]
fn links_lead_to_files_and_nothing_leads_outside() {
    for lang in ["en", "it"] {
        let review = Review::samples(lang);
        let mut files = BTreeSet::new();
        for link in review.all("a:not(.skip)") {
            let href = attribute(link, "href");
            assert!(href.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~%".contains(&b)), "{href}");
            let path = review.run.out.join(decoded(href));
            assert!(path.is_file(), "{href} leads nowhere");
            assert!(files.insert(path), "{href} twice");
        }
        assert_eq!(files.len(), 2 * 13);
        assert_closed(&review);
    }
}

/// Three at risk; six hang on one person or customer, of whom the first five are named, as of those near the next tier and of files with problems the first five; three that could be more. No
/// earlier review, so nobody moved.
#[test]
fn the_short_lists_are_marked_by_what_they_are_about() {
    let review = Review::samples("it");
    let marks: Vec<&str> = review.all(".panel h2 use").iter().map(|mark| attribute(*mark, "href")).collect();
    assert_eq!(marks, ["#mark-warning", "#mark-warning", "#mark-close", "#mark-open", "#mark-error"]);
    let lines = |panel: &ElementRef| panel.select(&Selector::parse("li").unwrap()).count();
    assert_eq!(review.all(".panel").iter().map(lines).collect::<Vec<_>>(), [3, 5, 5, 3, 5]);
}

#[test]
fn the_cards_count_by_market() {
    let review = Review::samples("en");
    let partners = review.run.results["partners"].as_array().unwrap();
    let cards: Vec<Vec<String>> = review
        .all(".card")
        .iter()
        .map(|card| card.select(&Selector::parse(".markets dd").unwrap()).map(|dd| dd.text().collect()).collect())
        .collect();
    assert_eq!(cards.len(), 4);
    let is = |n: usize, partner: &Value| match n {
        3 => partner["at_risk"] == true,
        n => partner["tier"].as_str().unwrap_or("none") == ["gold", "silver", "none"][n],
    };
    for (n, card) in cards.iter().enumerate() {
        let expected: Vec<String> = ["developed", "developing", "unknown"]
            .iter()
            .map(|market| partners.iter().filter(|p| is(n, p) && p["market"].as_str().unwrap_or("unknown") == *market))
            .map(|found| found.count().to_string())
            .collect();
        assert_eq!(card, &expected, "card {n}");
    }
}

fn decoded(href: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = href.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let hex = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).unwrap()
}

/// Nothing is loaded, nothing but our own script and style is allowed, and no attribute runs anything.
fn assert_closed(review: &Review) {
    let elements: BTreeSet<&str> = review.all("*").iter().map(|element| element.value().name()).collect();
    let loading = ["img", "link", "iframe", "object", "embed", "base", "audio", "video", "source", "image", "frame"];
    assert!(loading.iter().all(|name| !elements.contains(name)), "{elements:?}");
    for element in review.all("*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name}={value}");
            assert!(!["src", "srcset", "style", "action", "formaction", "data", "poster"].contains(&name), "{name}");
            assert!(!(name.ends_with("href") && value.contains(':')), "{name}={value}");
        }
    }
    let source = |of: &str| review.one(of).text().collect::<String>();
    let (style, script) = (source("style"), source("script"));
    for outside in ["http:", "https:", "url(", "@import", "import(", "fetch(", "XMLHttp", "localStorage", "innerHTML"] {
        assert!(!style.contains(outside) && !script.contains(outside), "{outside}");
    }
    let policy = attribute(review.one("meta[http-equiv]"), "content");
    let expected = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(script.as_bytes())),
        base64(&Sha256::digest(style.as_bytes()))
    );
    assert_eq!(policy, expected);
}

/// Base 64 bit by bit, as slow as it is plain.
fn base64(bytes: &[u8]) -> String {
    let digits: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let mut bits: Vec<usize> = bytes.iter().flat_map(|b| (0..8).rev().map(move |n| usize::from(b >> n & 1))).collect();
    bits.resize(bits.len().div_ceil(6) * 6, 0);
    let mut text: String = bits.chunks(6).map(|six| digits[six.iter().fold(0, |n, bit| n * 2 + bit)]).collect();
    text.extend(std::iter::repeat_n('=', (4 - text.len() % 4) % 4));
    text
}

/// Names as somebody would write them who wants to do more than be named.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' autofocus onfocus='alert(1)",
    "</title></style></script><b>",
    "javascript:alert(1)//",
    "{shown} of {all} <!-- ",
    "gpj\u{202E}exe.\u{2066}invoice",
    "bell\u{7} \u{85}\u{2028}next",
    "& &amp; &lt;i&gt; %3Cu%3E #?",
];

#[test]
fn names_from_strangers_are_inert() {
    let mut usage =
        String::from("MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n");
    for (n, name) in HOSTILE.iter().enumerate() {
        let name = name.replace('"', "\"\"");
        usage.push_str(&format!("{},\"{name}\",\"C {name}\",Exchange Online,E3,DPOR,2026-09,2500\n", 2_000_000 + n));
        usage.push_str(&format!("{},\"{name}\",\"C {name}\",\"{name}\",E3,DPOR,2026-09,\"{name}\"\n", 2_000_000 + n));
    }
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("in");
    common::write_all(&input, &[("<b>usage & 'more'.csv".replace(['<', '>'], "_"), usage.into_bytes())]);
    let run = Run::of(&input, dir, "en");
    let review = Review::of(&run);
    assert!(review.html.errors.is_empty(), "{:?}", review.html.errors);
    assert_closed(&review);
    assert_eq!(review.rows().len(), HOSTILE.len());
    assert!(review.all("b, i, u").is_empty());
    let names: BTreeSet<String> = review.rows().iter().map(|row| text(*row, "th bdi.main")).collect();
    for name in [HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[3], HOSTILE[4], "gpjexe.invoice", HOSTILE[8]] {
        assert!(names.contains(name), "{name:?} is not among {names:#?}");
    }
    let bad = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}' | '\u{2028}' | '\u{2029}')
    };
    let at = review.run.page.find(bad);
    assert_eq!(at, None, "{:?}", at.map(|at| review.run.page[at.saturating_sub(80)..at].to_owned()));
    // A name with the placeholder of the counter does not become one.
    assert_eq!(attribute(review.one("#shown"), "data-shown"), "{shown} of 9 partners");
}

/// The partners' names in the order of a column's ranks; those without a rank are left out.
fn ordered(review: &Review, column: usize) -> Vec<(usize, String)> {
    let mut ranked: Vec<(usize, String)> = review
        .rows()
        .into_iter()
        .filter_map(|row| {
            let rank = attribute(row, "data-ranks").split(' ').nth(column).unwrap().parse().ok()?;
            Some((rank, text(row, "th bdi.main")))
        })
        .collect();
    ranked.sort();
    ranked
}

#[test]
fn ranks_follow_the_dictionary_and_the_numbers() {
    let review = Review::samples("en");
    let names: Vec<String> = ordered(&review, 0).into_iter().map(|(_, name)| name).collect();
    let first_words: Vec<&str> = names.iter().map(|name| name.split(' ').next().unwrap()).collect();
    assert_eq!(
        first_words,
        [
            "Alderfinch",
            "Andes",
            "Harbour",
            "Kestrel",
            "Laguna",
            "Müller",
            "Nuages",
            "Officine",
            "Saffron",
            "Tidewater",
            "Wisła",
            "Νέφος",
            "株式会社あおぞらクラウド",
        ]
    );
    // 999 comes before 1,180: by number, not by text.
    let entitlements = ordered(&review, 6);
    assert_eq!(entitlements[0].1, "Andes Nube S.A.C.");
    assert_eq!(entitlements[1].1, "Saffron Delta Technologies Pvt Ltd");
    assert_eq!(entitlements[12].1, "Alderfinch Systems Ltd");
    // Nobody has more than two people, so ranks are shared.
    assert_eq!(ordered(&review, 7).iter().map(|(rank, _)| *rank).max(), Some(2));
    // Three are at risk and come first; who only could lose its tier is last with the others. Nothing changed, as there was
    // no review before.
    let risks: Vec<String> = ordered(&review, 9).into_iter().map(|(_, name)| name).collect();
    let mut at_risk = risks;
    at_risk.sort();
    assert_eq!(at_risk, ["Müller & Söhne Bürotechnik GmbH", "Νέφος Αιγαίου Α.Ε.", "株式会社あおぞらクラウド"]);
    assert!(ordered(&review, 10).is_empty());
}

#[test]
fn the_page_is_in_the_manifest_and_always_the_same() {
    let (first, second) = (Review::samples("it").run, Run::of_samples("it"));
    assert!(first.page == second.page, "two runs wrote different pages");
    let manifest: Value = serde_json::from_slice(&std::fs::read(first.out.join("manifest.json")).unwrap()).unwrap();
    let entry = manifest["files"].as_array().unwrap().iter().find(|file| file["path"] == "portfolio.html").unwrap();
    assert_eq!(entry["bytes"], first.page.len());
}
