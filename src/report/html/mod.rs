//! The reviewer's portfolio as one page for the browser: it needs no network, no storage and, to be read, no script.
//!
//! Sentences and figures come from [`crate::report::content`]; nothing here computes any. The looks stand in
//! `templates/html/portfolio.css`, the behaviour in `templates/html/portfolio.js`, the marks in
//! `templates/html/marks.svg`; all are written into the page, and its policy allows exactly these.

mod escape;
mod order;
mod overview;
mod palette;
mod partners;
mod sections;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use self::escape::{Text, css_string};
use super::content::{Head, PortfolioReport};
use super::theme::Theme;

const STYLE: &str = include_str!("../../../templates/html/portfolio.css");
const SCRIPT: &str = include_str!("../../../templates/html/portfolio.js");
const MARKS: &str = include_str!("../../../templates/html/marks.svg");

/// The portfolio as a page in the shipped looks.
pub fn portfolio(report: &PortfolioReport) -> String {
    portfolio_with(report, Theme::shipped())
}

/// The portfolio as a page, with a theme.
pub fn portfolio_with(report: &PortfolioReport, theme: &Theme) -> String {
    let head = &report.head;
    let style = [palette::style(theme), page_number(head), STYLE.to_owned()].concat();
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(&style)
    );
    let markup = html! {
        (DOCTYPE)
        html lang=(head.lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="author" content=(Text(&head.author));
                title { (Text(&head.title)) }
                style { (PreEscaped(&style)) }
            }
            body {
                (PreEscaped(MARKS))
                a.skip href="#partners" { (Text(&report.page.skip)) }
                (banner(report, theme))
                main {
                    (overview::overview(report))
                    (overview::panels(report))
                    (partners::partners(report))
                    (sections::findings(&report.findings))
                    (sections::sources(&report.sources, head.lang))
                    (sections::method(&report.method))
                }
                footer.foot {
                    @for line in [&head.footer, &theme.contact] {
                        @if !line.is_empty() { p { (Text(line)) } }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut page = markup.into_string();
    page.push('\n');
    page
}

fn banner(report: &PortfolioReport, theme: &Theme) -> Markup {
    let head = &report.head;
    html! {
        header.banner {
            div.title {
                @if !theme.organisation.is_empty() { p.organisation { (Text(&theme.organisation)) } }
                h1 { (Text(&head.title)) }
                p.subject { (Text(&head.subject)) }
            }
            button #dark type="button" aria-pressed="false" hidden {
                (mark("mark-contrast"))
                span { (Text(&report.page.dark)) }
            }
            dl.facts {
                @for (label, value) in &head.facts {
                    div {
                        dt { (Text(label)) }
                        dd { bdi { (Text(value)) } }
                    }
                }
            }
        }
    }
}

/// One of the marks of `marks.svg`. Its meaning stands beside it in words.
fn mark(id: &str) -> Markup {
    html! {
        svg.mark viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            use href={ "#" (id) } {}
        }
    }
}

/// Page numbers on paper.
fn page_number(head: &Head) -> String {
    let parts = head.page.replace("{page}", "\u{0}page\u{0}").replace("{pages}", "\u{0}pages\u{0}");
    let content: Vec<String> = parts
        .split('\u{0}')
        .filter(|part| !part.is_empty())
        .map(|part| match part {
            "page" | "pages" => format!("counter({part})"),
            words => css_string(words),
        })
        .collect();
    if content.is_empty() {
        return String::new();
    }
    format!("@page{{@bottom-right{{content:{}}}}}\n", content.join(" "))
}

/// The hash of an inline script or style as a source of the page's policy.
fn hash(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::from("sha256-");
    for three in Sha256::digest(text.as_bytes()).chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for digit in 0..4 {
            let at = (bits >> (18 - 6 * digit)) as usize & 63;
            encoded.push(if digit <= three.len() { char::from(DIGITS[at]) } else { '=' });
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digest of the empty text, as every description of SHA-256 gives it, in base 64.
    #[test]
    fn a_hash_is_as_the_policy_wants_it() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
