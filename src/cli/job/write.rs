//! Writing every report of a review.

use std::collections::BTreeMap;

use std::io::{BufWriter, Write as _};

use anyhow::Context;
use indicatif::ProgressBar;
use rayon::prelude::*;

use super::super::{Failure, inputs, say, talk};
use super::{Job, Looks};
use crate::cli::args::Part;
use crate::cli::templates::Templates;
use crate::deliver::{InputFile, Names, Origin, RESULTS, RulesetId, Staging, Tool};
use crate::finding::{Code, Finding};
use crate::intake::Sheet;
use crate::recognise::Vocabulary;
use crate::report::content::PortfolioReport;
use crate::report::content::{self, Material};
use crate::report::pdf::Fonts;
use crate::report::theme::Theme;
use crate::report::{excel, html, json, pdf, stored};
use crate::review::{Review, Share};
use crate::text::{Lang, Localizer};

impl Job {
    /// Writes every report, or only these `parts` if there are any.
    pub(in crate::cli) fn write(
        &self,
        review: &mut Review,
        staging: &Staging,
        looks: &Looks,
        parts: &[Part],
    ) -> Result<(), Failure> {
        let wanted = |part| parts.is_empty() || parts.contains(&part);
        // What is not written has no place that anything could lead to.
        let folders = if wanted(Part::Partners) { folders(review) } else { Vec::new() };
        let annotated = if wanted(Part::Annotated) { annotated_names(review) } else { Vec::new() };
        let bar = talk::progress((folders.len() + annotated.len() + 1) as u64, "writing");
        // The copies of large inputs take the most room: while they are made, nothing else is held.
        self.write_annotated(review, &annotated, staging, looks, &bar)?;
        let said = self.write_partners(review, &folders, staging, looks, &bar)?.into_iter().flatten().collect();
        // What is left tells of partners and of inputs, not of cells, and needs room.
        review.books.iter_mut().flat_map(|book| &mut book.sheets).for_each(Sheet::forget_cells);
        let written = Written { folders, annotated, said };
        let whole = Whole { written: &written, words: &self.words, text: &self.text };
        let review: &Review = review;
        let results = if wanted(Part::Portfolio) {
            whole.write(review, staging, looks)
        } else {
            whole.write_results(review, staging)
        };
        results.map_err(Failure::Nothing)?;
        bar.finish_and_clear();
        Ok(())
    }

    /// Writes the share of the reports that this run is for; what the reports say is that of its own partners.
    pub(in crate::cli) fn write_share(
        &self,
        share: Share,
        review: &mut Review,
        staging: &Staging,
        looks: &Looks,
    ) -> Result<Written, Failure> {
        let folders = folders(review);
        let annotated = annotated_names(review);
        let own =
            annotated.iter().zip(&review.books).map(|(name, book)| name.clone().filter(|_| share.has_input(book)));
        let own: Vec<Option<String>> = own.collect();
        let bar = talk::progress((folders.len() / share.of() as usize) as u64, "writing");
        let said = self.write_partners(review, &folders, staging, looks, &bar)?.into_iter().flatten().collect();
        self.write_annotated(review, &own, staging, looks, &bar)?;
        bar.finish_and_clear();
        Ok(Written { folders, annotated, said })
    }

    /// Writes the partners' reports, those of the share if there is one, and returns what each of them says. What only
    /// writing can find is then among the findings.
    fn write_partners(
        &self,
        review: &mut Review,
        folders: &[String],
        staging: &Staging,
        Looks { fonts, theme }: &Looks,
        bar: &ProgressBar,
    ) -> Result<Vec<Option<json::Said>>, Failure> {
        let Self { templates, text, words, share, .. } = self;
        let texts = languages(review, text, templates)?;
        let material = Material::new(review, words);
        let written = folders
            .par_iter()
            .zip(&review.portfolio.partners)
            .enumerate()
            .map(|(n, (folder, partner))| {
                if share.is_some_and(|share| !share.has_partner(partner)) {
                    return Ok((Vec::new(), None));
                }
                let lang = partner.language.and_then(|code| code.parse::<Lang>().ok());
                let text = lang.and_then(|lang| texts.get(&lang)).unwrap_or(text);
                let report = content::partner_report(&material, n, text).context("a partner has no report")?;
                let pages = pdf::gap_report_with(&report, fonts, theme)?;
                staging.write(&format!("{folder}/gap-report.pdf"), &pages.bytes)?;
                staging.write(&format!("{folder}/gap-report.xlsx"), &excel::gap_report_with(&report, theme)?)?;
                bar.inc(1);
                Ok((pages.missing, Some(json::Said::of(&report))))
            })
            .collect::<anyhow::Result<Vec<(Vec<char>, Option<json::Said>)>>>()
            .map_err(Failure::Nothing)?;
        let (missing, said): (Vec<_>, Vec<_>) = written.into_iter().unzip();
        let glyphs: Vec<Finding> = missing
            .iter()
            .zip(&review.portfolio.partners)
            .enumerate()
            .filter(|(_, (chars, _))| !chars.is_empty())
            .map(|(n, (chars, partner))| {
                let shown: String = chars.iter().take(20).collect();
                Finding::new(Code::MissingGlyph).of_partner(n as u32).value(shown).arg("name", partner.display())
            })
            .collect();
        review.add_findings(glyphs);
        Ok(said)
    }

    /// Writes the annotated copies that have a name.
    fn write_annotated(
        &self,
        review: &Review,
        names: &[Option<String>],
        staging: &Staging,
        looks: &Looks,
        bar: &ProgressBar,
    ) -> Result<(), Failure> {
        let material = Material::new(review, &self.words);
        names
            .par_iter()
            .enumerate()
            .filter_map(|(file, name)| name.as_ref().map(|name| (file, name)))
            .try_for_each(|(file, name)| -> anyhow::Result<()> {
                let notes =
                    content::annotated_book(&material, file, &self.text).context("an input has no annotations")?;
                staging.stream(name, |out| -> anyhow::Result<()> {
                    Ok(excel::write_annotated(&review.books[file], notes, &looks.theme, out)?)
                })?;
                bar.inc(1);
                Ok(())
            })
            .map_err(Failure::Nothing)
    }
}

/// What was written, as the files on the whole run tell of it.
pub(in crate::cli) struct Written {
    /// The folder of each partner's reports.
    pub folders: Vec<String>,
    /// The annotated copy of each input, where there is one.
    pub annotated: Vec<Option<String>>,
    /// What each partner's report says.
    pub said: Vec<json::Said>,
}

/// What the files on the whole run need beside the review.
pub(in crate::cli) struct Whole<'a> {
    /// What was written.
    pub written: &'a Written,
    /// How things are called.
    pub words: &'a Vocabulary,
    /// The reviewer's language.
    pub text: &'a Localizer,
}

impl Whole<'_> {
    /// Writes the portfolio and the results.
    pub(in crate::cli) fn write(&self, review: &Review, staging: &Staging, looks: &Looks) -> anyhow::Result<()> {
        let portfolio = || self.write_portfolio(review, staging, looks);
        let (portfolio, results) = both(review.assessments.len(), portfolio, || self.write_results(review, staging));
        portfolio.and(results)
    }

    fn write_portfolio(&self, review: &Review, staging: &Staging, looks: &Looks) -> anyhow::Result<()> {
        let report = content::portfolio_report(&Material::new(review, self.words), &self.written.folders, self.text);
        portfolio(staging, &report, &looks.fonts, &looks.theme)?;
        staging.write(PORTFOLIO, talk::inert_json(stored::store(&report, &looks.theme)?).as_bytes())?;
        Ok(())
    }

    fn write_results(&self, review: &Review, staging: &Staging) -> anyhow::Result<()> {
        let Self { written: Written { folders, annotated, said }, text, .. } = self;
        let places = json::Places { folders, annotated, language: text.lang(), said };
        staging.stream(RESULTS, |file| -> anyhow::Result<()> {
            let mut out = BufWriter::with_capacity(1 << 16, talk::Inert::new(file));
            json::write_results(review, &places, &|finding| say::sentences(review, finding, text), &mut out)?;
            Ok(out.flush()?)
        })?;
        staging.describe(origin(review));
        Ok(())
    }
}

/// The folder of each partner's reports.
fn folders(review: &Review) -> Vec<String> {
    let mut names = Names::default();
    let partners = review.portfolio.partners.iter();
    partners
        .map(|partner| {
            let parts: Vec<&str> = [partner.id, partner.name].into_iter().flatten().map(|t| t.as_str()).collect();
            format!("partners/{}", names.claim(&parts.join("-"), ""))
        })
        .collect()
}

/// The portfolio's content, from which it can be drawn again.
pub(in crate::cli) const PORTFOLIO: &str = "portfolio.json";

/// Writes the portfolio in every form.
pub(in crate::cli) fn portfolio(
    staging: &Staging,
    portfolio: &PortfolioReport,
    fonts: &Fonts,
    theme: &Theme,
) -> anyhow::Result<()> {
    let pages = || -> anyhow::Result<()> {
        Ok(staging.write("portfolio.pdf", &pdf::portfolio_with(portfolio, fonts, theme)?.bytes)?)
    };
    let rest = || -> anyhow::Result<()> {
        staging.write("portfolio.xlsx", &excel::portfolio_with(portfolio, theme)?)?;
        Ok(staging.write("portfolio.html", html::portfolio_with(portfolio, theme).as_bytes())?)
    };
    let (pages, rest) = both(portfolio.lines.len(), pages, rest);
    pages.and(rest)
}

/// Partners up to which files on all of them are made side by side: of ten thousand, each takes a hundred megabytes.
const SIDE_BY_SIDE: usize = 3_000;

/// Does two things that are work for one each, at the same time where that takes little room.
fn both<A: Send, B: Send>(partners: usize, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    if partners <= SIDE_BY_SIDE { rayon::join(one, other) } else { (one(), other()) }
}

/// What a review is made of.
pub(in crate::cli) fn origin(review: &Review) -> Origin {
    let input = |book: &crate::intake::Book| InputFile { label: book.label.clone(), sha256: book.sha256.clone() };
    let rules = &review.ruleset;
    Origin {
        tool: Tool::this(),
        ruleset: RulesetId { id: rules.id.clone(), edition: rules.edition.clone(), sha256: rules.sha256.clone() },
        inputs: review.books.iter().map(input).collect(),
    }
}

/// A localizer for each language that a partner wants and that there is.
fn languages(review: &Review, text: &Localizer, templates: &Templates) -> Result<BTreeMap<Lang, Localizer>, Failure> {
    let wanted = review.portfolio.partners.iter().filter_map(|p| p.language?.parse::<Lang>().ok());
    let mut texts = BTreeMap::new();
    for lang in wanted.filter(|lang| *lang != text.lang()) {
        if !texts.contains_key(&lang) && Lang::available().any(|known| known == lang) {
            texts.insert(lang, inputs::speak(lang, templates)?);
        }
    }
    Ok(texts)
}

/// The annotated copy of each input that was read: named after it, with its whole name where two would collide.
fn annotated_names(review: &Review) -> Vec<Option<String>> {
    let mut names = Names::default();
    review
        .books
        .iter()
        .map(|book| {
            let has_cells = book.sheets.iter().any(|sheet| sheet.cell_count() > 0);
            has_cells.then(|| {
                let file = book.label.rsplit('/').next().unwrap_or(&book.label);
                let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
                let name = if names.is_free(stem, ".xlsx") { stem } else { file };
                format!("annotated/{}", names.claim(name, ".xlsx"))
            })
        })
        .collect()
}
