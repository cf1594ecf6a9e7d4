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

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use self::escape::{Text, css_string};
use super::content::{Head, PortfolioReport};
use super::theme::{Logo, LogoFormat, Theme, addresses};

const STYLE: &str = include_str!("../../../templates/html/portfolio.css");
const SCRIPT: &str = include_str!("../../../templates/html/portfolio.js");
const MARKS: &str = include_str!("../../../templates/html/marks.svg");

/// The portfolio as a page in the shipped looks.
pub fn portfolio(report: &PortfolioReport) -> String {
    portfolio_with(report, Theme::shipped())
}

/// The portfolio as a page in the looks of a theme.
pub fn portfolio_with(report: &PortfolioReport, theme: &Theme) -> String {
    let head = &report.head;
    let style = [palette::style(theme), page_number(head), STYLE.to_owned(), partners::widths(report)].concat();
    let images = if theme.logo.is_some() { "img-src data:; " } else { "" };
    let policy = format!(
        "default-src 'none'; {images}script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
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
                    (overview::endorsement(report))
                    (overview::overview(report))
                    (overview::panels(report))
                    (partners::partners(report))
                    @if let Some(trend) = &report.trend { (sections::trend(trend, head.lang)) }
                    (sections::findings(&report.findings))
                    (sections::sources(&report.sources, head.lang))
                    (sections::method(&report.method))
                }
                footer.foot {
                    p { (Text(&head.footer)) }
                    @if !theme.contact.is_empty() { p { (linked(&theme.contact)) } }
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
                @if let Some(logo) = &theme.logo { (logo_of(logo, &theme.organisation)) }
                @if !theme.organisation.is_empty() { p.organisation { (Text(&theme.organisation)) } }
                h1 { (Text(&head.title)) }
                p.subject { (Text(&head.subject)) }
            }
            @let light = if report.page.light.is_empty() { &report.page.dark } else { &report.page.light };
            button #dark type="button" data-dark=(Text(&report.page.dark)) data-light=(Text(light)) hidden {
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

/// The logo, within the page: it needs no other file. The organisation's name stands below it in words.
fn logo_of(logo: &Logo, organisation: &str) -> Markup {
    let kind = match logo.format {
        LogoFormat::Png => "image/png",
        LogoFormat::Jpeg => "image/jpeg",
    };
    let (width, height) = logo.fit(220.0, 64.0);
    let data = format!("data:{kind};base64,{}", BASE64.encode(&logo.file));
    html! { img.logo src=(data) alt=(Text(organisation)) width=(width.round()) height=(height.round()); }
}

/// A line of ours whose addresses lead there.
fn linked(line: &str) -> Markup {
    let mut at = 0;
    html! {
        @for address in addresses(line) {
            (Text(line.get(at..address.start).unwrap_or_default()))
            a href=(Text(&address.uri)) { (Text(line.get(address.start..address.end).unwrap_or_default())) }
            @let () = at = address.end;
        }
        (Text(line.get(at..).unwrap_or_default()))
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
    format!("sha256-{}", BASE64.encode(Sha256::digest(text.as_bytes())))
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
