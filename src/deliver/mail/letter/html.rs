//! A letter as a page for mail programs. They are old browsers at best: tables, styles on every element, no scripts, no
//! style sheets, nothing from elsewhere. Text is escaped by maud, all of it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Letter;
use crate::report::theme::{Colour, Theme, addresses};

const FONT: &str = "font-family:'Segoe UI',Calibri,Arial,sans-serif;";

pub(super) fn html(letter: &Letter, theme: &Theme) -> String {
    let c = theme.colours;
    let text = format!("{FONT}font-size:15px;line-height:1.5;color:{};margin:0;", c.ink);
    let small = format!("{FONT}font-size:13px;line-height:1.45;color:{};margin:0;", c.muted);
    let badge = theme.tier(letter.tier.0);
    let page = html! {
        (DOCTYPE)
        html lang=(letter.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light";
                title { (letter.subject) }
            }
            body style="margin:0;padding:0;background-color:#F2F4F6;" {
                (table("background-color:#F2F4F6;", html! { tr { td align="center" style="padding:24px 12px;" {
                    (PreEscaped("<!--[if mso]><table role=\"presentation\" width=\"640\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->"))
                    (table("max-width:640px;background-color:#FFFFFF;border:1px solid #DDE2E7;", html! {
                        tr { td style=(format!("height:5px;line-height:5px;font-size:5px;background-color:{};", c.accent)) { (PreEscaped("&nbsp;")) } }
                        @if !letter.organisation.is_empty() {
                            tr { td style="padding:22px 32px 0 32px;" {
                                p style=(format!("{FONT}font-size:14px;font-weight:bold;letter-spacing:0.2px;color:{};margin:0;", c.accent)) { (letter.organisation) }
                            } }
                        }
                        tr { td style="padding:22px 32px 0 32px;" {
                            p style=(format!("{text}padding-bottom:10px;")) { (letter.greeting) }
                            p style=(text) { (letter.intro) }
                        } }
                        tr { td style="padding:18px 32px 0 32px;" { (standing(letter, theme, badge)) } }
                        @if let Some(could_be) = &letter.could_be {
                            tr { td style="padding:12px 32px 0 32px;" { p style=(small) { (could_be) } } }
                        }
                        @if let Some((title, risks)) = &letter.risks {
                            tr { td style="padding:20px 32px 0 32px;" { (table("", html! { tr {
                                td width="4" style=(format!("width:4px;background-color:{};", c.open)) {}
                                td style=(format!("padding:10px 14px;background-color:{};", c.open.tint(8))) {
                                    p style=(format!("{FONT}font-size:14px;font-weight:bold;color:{};margin:0;padding-bottom:2px;", c.open)) { (title) }
                                    @for risk in risks { p style=(format!("{FONT}font-size:14px;line-height:1.45;color:{};margin:0;", c.ink)) { (risk) } }
                                }
                            } })) } }
                        }
                        tr { td style="padding:24px 32px 0 32px;" {
                            (heading(&letter.plan.title, c.accent))
                            p style=(text) { (letter.plan.intro) }
                        } }
                        @if !letter.plan.steps.is_empty() {
                            tr { td style="padding:6px 32px 0 32px;" { (steps(letter, theme)) } }
                        }
                        tr { td style="padding:22px 32px 0 32px;" {
                            p style=(format!("{text}padding-bottom:10px;")) { (letter.attached) }
                            p style=(format!("{text}padding-bottom:18px;")) { (letter.ask) }
                            p style=(text) { (letter.closing) }
                            @if !letter.organisation.is_empty() { p style=(format!("{text}font-weight:bold;")) { (letter.organisation) } }
                        } }
                        tr { td style="padding:20px 32px 26px 32px;" {
                            @if !letter.contact.is_empty() {
                                p style=(format!("{small}border-top:1px solid #DDE2E7;padding-top:12px;")) { (linked(&letter.contact, c.accent)) }
                            }
                        } }
                    }))
                    (PreEscaped("<!--[if mso]></td></tr></table><![endif]-->"))
                } } }))
            }
        }
    };
    page.into_string()
}

/// The tier, a sentence, and the figures against the next tier.
fn standing(letter: &Letter, theme: &Theme, badge: Colour) -> Markup {
    let c = theme.colours;
    let cell = |colour: Colour, more: &str| {
        format!(
            "{FONT}font-size:14px;line-height:1.4;color:{colour};padding:9px 0;border-top:1px solid #DDE2E7;vertical-align:top;{more}"
        )
    };
    table(
        &format!("border:1px solid #DDE2E7;background-color:{};", c.accent.tint(4)),
        html! { tr { td style="padding:16px 20px 10px 20px;" {
            // White on gold is too pale to read: the mark is a bar beside the word.
            (table("", html! { tr {
                td width="6" style=(format!("width:6px;background-color:{badge};")) {}
                td style=(format!("{FONT}font-size:21px;line-height:1.3;font-weight:bold;color:{};padding:0 0 0 12px;", c.ink)) { (letter.tier.1) }
            } }))
            p style=(format!("{FONT}font-size:15px;line-height:1.5;color:{};margin:0;padding:10px 0 12px 0;", c.ink)) { (letter.standing) }
            (table("", html! { @for figure in &letter.figures { tr {
                td style=(cell(c.ink, "")) { (figure.label) }
                td align="right" style=(cell(c.ink, "font-weight:bold;white-space:nowrap;padding-left:12px;padding-right:16px;")) { (figure.value) }
                td align="right" style=(cell(if figure.met { c.good } else { c.bad }, "")) { (figure.verdict) }
            } } }))
        } } },
    )
}

fn steps(letter: &Letter, theme: &Theme) -> Markup {
    let c = theme.colours;
    let style = |more: &str| {
        format!("{FONT}font-size:15px;line-height:1.45;color:{};padding:8px 0;vertical-align:top;{more}", c.ink)
    };
    html! {
        (table("", html! { @for (n, (what, effect)) in letter.plan.steps.iter().enumerate() { tr {
            td width="28" style=(style(&format!("width:28px;font-weight:bold;color:{};", c.accent))) { (n + 1) "." }
            td style=(style("")) {
                (what)
                br;
                span style=(format!("font-size:13px;color:{};", c.good)) { (effect) }
            }
        } } }))
        @if let Some(more) = &letter.plan.more {
            p style=(format!("{FONT}font-size:13px;line-height:1.45;color:{};margin:0;padding:4px 0 0 28px;", c.muted)) { (more) }
        }
    }
}

fn heading(text: &str, colour: Colour) -> Markup {
    html! { p style=(format!("{FONT}font-size:17px;line-height:1.35;font-weight:bold;color:{colour};margin:0;padding-bottom:4px;")) { (text) } }
}

fn table(style: &str, rows: Markup) -> Markup {
    html! { table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(format!("width:100%;border-collapse:collapse;{style}")) { (rows) } }
}

/// A contact line with its addresses as links.
fn linked(line: &str, colour: Colour) -> Markup {
    let mut at = 0;
    html! {
        @for address in addresses(line) {
            (line.get(at..address.start).unwrap_or_default())
            a href=(address.uri) style=(format!("color:{colour};")) { (line.get(address.start..address.end).unwrap_or_default()) }
            ({ at = address.end; "" })
        }
        (line.get(at..).unwrap_or_default())
    }
}
