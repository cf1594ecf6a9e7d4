//! The Summary sheet: where the partner stands, the live requirement table, the plan.

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, Formula, Workbook, Worksheet,
    XlsxError,
};

use super::charts::{self, Cache, GAUGE_ROWS};
use super::grid::{fit_row, put_int, put_merged, put_text, row_height};
use super::links::{self, Target};
use super::names::quoted;
use super::style::{self, Ink, Palette, Styles};
use super::{brand, formula, page, people, table, usage};
use crate::assess::Metric;
use crate::report::content::{Kind, PartnerReport, RequirementLine, TierMark, Tone};
use crate::report::theme::Theme;

/// Widths of the columns A to F.
const WIDTHS: [f64; 6] = [17.0, 36.0, 13.0, 13.0, 13.0, 17.0];
const WIDTH: f64 = 109.0;
/// Pixels of A to B and of C to F, at the default font.
const LEFT_PIXELS: u32 = 381;
const RIGHT_PIXELS: u32 = 412;
const LAST: u16 = 5;
/// Rows that a chart covers, at the default height of 20 pixels.
const CHART_ROWS: u32 = 13;
/// Where the tier stands.
const BADGE: (u32, u16) = (4, 3);

/// Where the steps of the plan stand.
#[derive(Debug, Default)]
pub struct Steps(Vec<Target>);

impl Steps {
    /// The cell of a step.
    pub fn get(&self, step: usize) -> Option<&Target> {
        self.0.get(step)
    }
}

/// What the sheet is written from.
struct Page<'a> {
    report: &'a PartnerReport,
    name: &'a str,
    usage: &'a [usage::Part],
    people: &'a people::Layout,
    styles: &'a Styles,
}

/// Writes the sheet; returns the values behind its charts, and where the plan's steps stand.
pub fn write(
    book: &mut Workbook,
    report: &PartnerReport,
    name: &str,
    usage: &[usage::Part],
    people: &people::Layout,
    (styles, theme): (&Styles, &Theme),
) -> Result<(Vec<Cache>, Steps), XlsxError> {
    let page = Page { report, name, usage, people, styles };
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_screen_gridlines(false);
    for (col, width) in WIDTHS.into_iter().enumerate() {
        sheet.set_column_width(col as u16, width)?;
    }
    sheet.set_row_height(0, 28)?;
    // The logo stands over the last two columns.
    let (last, title) = match theme.logo {
        Some(_) => (LAST - 2, Ink::new(styles.title.plain.clone().set_shrink())),
        None => (LAST, styles.title.clone()),
    };
    put_merged(sheet, 0, 0..=last, &report.head.title, &title)?;
    put_merged(sheet, 1, 0..=last, &report.head.subject, &styles.intro)?;
    let row = page.facts(sheet)?;
    let row = page.standing(sheet, row)?;
    let (row, first) = page.requirements(sheet, row)?;
    page.badge(sheet, first)?;
    let (row, caches) = page.gauges(sheet, row, first)?;
    let (row, steps) = page.plan(sheet, row)?;
    let row = page.ahead(sheet, row)?;
    brand::logo(sheet, theme, LEFT_PIXELS + RIGHT_PIXELS)?;
    brand::contact(sheet, theme, row + 1, LAST, WIDTH, styles)?;
    page::paper(sheet, &report.head, styles, 0.0, None)?;

    let tier = format!("={}!{}", quoted(name), formula::absolute(BADGE.0, BADGE.1));
    book.define_name("tiergap_tier", &tier)?;
    Ok((caches, Steps(steps)))
}

impl Page<'_> {
    /// Label and value of each fact, at the left; the badge stands beside them.
    fn facts(&self, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
        let mut row = 3;
        for (label, value) in &self.report.head.facts {
            put_text(sheet, row, 0, label, &self.styles.muted)?;
            put_text(sheet, row, 1, value, &self.styles.prose)?;
            fit_row(sheet, row, [(label.as_str(), WIDTHS[0] + 4.0), (value.as_str(), WIDTHS[1] + 2.0)].into_iter())?;
            row += 1;
        }
        Ok(row.max(BADGE.0 + 4) + 1)
    }

    /// The proven tier: highest first, all requirements of a tier without a shortfall.
    fn badge(&self, sheet: &mut Worksheet, first: u32) -> Result<(), XlsxError> {
        let status = &self.report.status;
        let (row, col) = BADGE;
        let format = self.styles.palette.badge(status.tier);
        put_merged(sheet, row - 1, col..=LAST, &status.title, &self.styles.muted)?;
        sheet.merge_range(row, col, row + 2, LAST, "", &format)?;
        formula::put_word(sheet, row, col, self.live_tier(first), &status.tier_label, &format)?;

        let cell = formula::absolute(row, col);
        let mut labels = vec![(TierMark::None, status.no_tier_label.as_str())];
        labels.extend(self.tiers().iter().filter_map(|rows| rows.first()).map(|r| (r.tier, r.tier_label.as_str())));
        for (tier, label) in labels {
            if let Some(word) = formula::word(label) {
                let (_, fill) = self.styles.palette.tier_colours(tier);
                let rule = ConditionalFormatFormula::new()
                    .set_rule(Formula::new(format!("={cell}={word}")))
                    .set_format(style::rule(self.styles.palette.ink(), fill));
                sheet.add_conditional_format(row, col, row + 2, LAST, &rule)?;
            }
        }
        Ok(())
    }

    /// The requirement rows by tier, lowest tier first.
    fn tiers(&self) -> Vec<&[RequirementLine]> {
        self.report.requirements.rows.chunk_by(|a, b| a.tier_label == b.tier_label).collect()
    }

    fn live_tier(&self, first: u32) -> Option<String> {
        let status = &self.report.status;
        let mut decided = status.no_tier_label.as_str();
        let mut formula = formula::word(decided)?;
        let mut row = first;
        let tiers = self.tiers();
        if tiers.is_empty() {
            return None;
        }
        for rows in tiers {
            let met: Vec<String> =
                rows.iter().zip(row..).map(|(_, at)| format!("{}=0", formula::absolute(at, 4))).collect();
            row += rows.len() as u32;
            let label = rows.first().map(|r| r.tier_label.as_str())?;
            if !formula::is_text_result(label) {
                return None;
            }
            if rows.iter().all(|r| r.shortfall == 0) {
                decided = label;
            }
            formula = format!("IF(AND({}),{},{formula})", met.join(","), formula::word(label)?);
        }
        (decided == status.tier_label).then(|| format!("={formula}"))
    }

    /// Headline, `could_be`, changes and risks.
    fn standing(&self, sheet: &mut Worksheet, mut row: u32) -> Result<u32, XlsxError> {
        let status = &self.report.status;
        row = put_line(sheet, row, &status.headline, &self.styles.strong)?;
        for text in status.could_be_told().iter().chain(&status.changes) {
            row = put_line(sheet, row, text, &self.styles.prose)?;
        }
        if !status.risks.is_empty() {
            row = self.section(sheet, row + 1, &status.risk_title)?;
            for risk in &status.risks {
                row = put_line(sheet, row, &format!("•  {risk}"), &self.styles.prose)?;
            }
        }
        Ok(row + 1)
    }

    fn section(&self, sheet: &mut Worksheet, row: u32, title: &str) -> Result<u32, XlsxError> {
        sheet.set_row_height(row, 20)?;
        put_merged(sheet, row, 0..=LAST, title, &self.styles.section)?;
        Ok(row + 1)
    }

    /// The requirement table; returns the row below it and its first row.
    fn requirements(&self, sheet: &mut Worksheet, row: u32) -> Result<(u32, u32), XlsxError> {
        let requirements = &self.report.requirements;
        let header = self.section(sheet, row, &requirements.title)?;
        sheet.set_row_height(header, 22)?;
        let kinds = [Kind::Text, Kind::Text, Kind::Int, Kind::Int, Kind::Int, Kind::Text];
        for (col, (title, kind)) in requirements.columns.iter().zip(kinds).enumerate() {
            let centred = matches!(col, 0 | 5);
            let ink = if centred { &self.styles.header_centre } else { table::header_ink(self.styles, kind) };
            put_text(sheet, header, col as u16, title, ink)?;
        }
        let first = header + 1;
        let mut row = first;
        for line in &requirements.rows {
            self.requirement(sheet, row, line)?;
            row += 1;
        }
        if row > first {
            requirement_colours(sheet, first, row - 1, self.styles.palette)?;
        }
        for note in requirements.notes.iter().chain([&requirements.live_note]) {
            row = put_line(sheet, row, note, &self.styles.muted)?;
        }
        Ok((row + 1, first))
    }

    fn requirement(&self, sheet: &mut Worksheet, row: u32, line: &RequirementLine) -> Result<(), XlsxError> {
        let body = self.styles.body();
        let int = body.of(Kind::Int);
        put_text(sheet, row, 0, &line.tier_label, &Ink::new(self.styles.palette.tier_cell(line.tier)))?;
        put_text(sheet, row, 1, &line.label, body.of(Kind::Text))?;
        put_int(sheet, row, 2, line.required, int)?;
        match self.live_actual(line) {
            Some(live) => formula::put_int(sheet, row, 3, &live, line.actual, &int.plain.clone().set_bold())?,
            None => put_int(sheet, row, 3, line.actual, int)?,
        }
        let (required, actual, shortfall) =
            (formula::absolute(row, 2), formula::absolute(row, 3), formula::absolute(row, 4));
        if line.shortfall == line.required.saturating_sub(line.actual) {
            let live = format!("=MAX(0,{required}-{actual})");
            formula::put_int(sheet, row, 4, &live, line.shortfall, &int.plain)?;
        } else {
            put_int(sheet, row, 4, line.shortfall, int)?;
        }
        let (met, not_met) = &self.report.requirements.met_words;
        let decided = if line.shortfall == 0 { met } else { not_met };
        let live = formula::word(met)
            .zip(formula::word(not_met))
            .filter(|_| *decided == line.met_text)
            .map(|(met, not_met)| format!("=IF({shortfall}=0,{met},{not_met})"));
        formula::put_word(sheet, row, 5, live, &line.met_text, &body.centre.plain)
    }

    /// The figure as a formula over the Usage or People sheet, where that gives the decided figure.
    fn live_actual(&self, line: &RequirementLine) -> Option<String> {
        match line.metric {
            Metric::Entitlements => {
                let lines = &self.report.usage.lines;
                let sum = lines.iter().try_fold(0_u64, |sum, line| sum.checked_add(line.entitlements))?;
                let ranges: Vec<String> = self.usage.iter().map(usage::Part::entitlements).collect();
                (sum == line.actual).then(|| format!("=SUM({})", ranges.join(",")))
            }
            Metric::People => self.people.live_count(&self.report.people, line.actual),
        }
    }

    /// The figures against the thresholds: two charts a line, a sentence each above them.
    fn gauges(&self, sheet: &mut Worksheet, mut row: u32, first: u32) -> Result<(u32, Vec<Cache>), XlsxError> {
        let mut caches = Vec::new();
        for pair in self.report.gauges.chunks(2) {
            for gauge in pair {
                row = put_line(sheet, row, &gauge.line, &self.styles.prose)?;
            }
            for (n, gauge) in pair.iter().enumerate() {
                let at = row + n as u32 * (GAUGE_ROWS + 1);
                let find = |label: Option<&str>| {
                    self.report
                        .requirements
                        .rows
                        .iter()
                        .position(|r| r.metric == gauge.metric && label.is_none_or(|l| l == r.tier_label))
                };
                let cell = |n: usize, col| formula::absolute(first + n as u32, col);
                let rows = &self.report.requirements.rows;
                let actual =
                    find(None).filter(|&n| rows.get(n).is_some_and(|r| r.actual == gauge.value)).map(|n| cell(n, 3));
                let marks: Vec<Option<String>> = gauge
                    .marks
                    .iter()
                    .map(|mark| {
                        find(Some(&mark.label))
                            .filter(|&n| rows.get(n).is_some_and(|r| r.required == mark.value))
                            .map(|n| cell(n, 2))
                    })
                    .collect();
                let (mut chart, values) =
                    charts::gauge(sheet, self.name, at, gauge, actual.as_deref(), &marks, self.styles)?;
                caches.extend(values);
                let width = if pair.len() == 1 { LEFT_PIXELS + RIGHT_PIXELS } else { [LEFT_PIXELS, RIGHT_PIXELS][n] };
                chart.set_width(width).set_height(CHART_ROWS * 20);
                sheet.insert_chart(row, n as u16 * 2, &chart)?;
            }
            row += CHART_ROWS + 1;
        }
        Ok((row, caches))
    }

    /// The plan: numbered steps with their effects. A step leads to the first of the rows that it is about.
    /// Returns the row below it, and where the steps stand.
    fn plan(&self, sheet: &mut Worksheet, row: u32) -> Result<(u32, Vec<Target>), XlsxError> {
        let plan = &self.report.plan;
        let mut row = self.section(sheet, row, &plan.title)?;
        row = put_line(sheet, row, &plan.intro, &self.styles.prose)?;
        let mut places = Vec::with_capacity(plan.steps.len());
        for (step, rows) in plan.steps.iter().zip(self.first_rows()) {
            let height = row_height(&step.text, WIDTHS[1] + 2.0 * WIDTHS[2]).max(row_height(&step.effect, 30.0));
            sheet.set_row_height(row, height + 3.0)?;
            match rows.filter(|_| row < links::MAX) {
                Some(target) => links::put(sheet, (row, 0), &step.name, &target, &self.styles.ordinal_link)?,
                None => put_text(sheet, row, 0, &step.name, &self.styles.ordinal)?,
            }
            put_merged(sheet, row, 1..=3, &step.text, &self.styles.indented)?;
            put_merged(sheet, row, 4..=LAST, &step.effect, &self.styles.indented_strong)?;
            places.push(Target { sheet: self.name.to_owned(), row, col: 0 });
            row += 1;
        }
        if let Some(outcome) = &plan.outcome {
            row = put_line(sheet, row, outcome, &self.styles.strong)?;
        }
        Ok((row, places))
    }

    /// What could cost the tier, looking ahead.
    fn ahead(&self, sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
        let Some(ahead) = &self.report.ahead else { return Ok(row) };
        let mut row = self.section(sheet, row + 1, &ahead.title)?;
        row = put_line(sheet, row, &ahead.intro, &self.styles.prose)?;
        for sentence in &ahead.sentences {
            row = put_line(sheet, row, &format!("•  {sentence}"), &self.styles.prose)?;
        }
        Ok(row)
    }

    /// The first row that each step is about.
    fn first_rows(&self) -> Vec<Option<Target>> {
        let mut places = vec![None; self.report.plan.steps.len()];
        for part in self.usage {
            part.first_rows(&self.report.usage, &mut places);
        }
        self.people.first_rows(&self.report.people, &mut places);
        places
    }
}

/// A sentence over the whole width; returns the row below it.
fn put_line(sheet: &mut Worksheet, row: u32, text: &str, ink: &Ink) -> Result<u32, XlsxError> {
    if text.is_empty() {
        return Ok(row);
    }
    sheet.set_row_height(row, row_height(text, WIDTH))?;
    put_merged(sheet, row, 0..=LAST, text, ink)?;
    Ok(row + 1)
}

fn requirement_colours(sheet: &mut Worksheet, first: u32, last: u32, palette: Palette) -> Result<(), XlsxError> {
    for (compare, tone) in [("=", Tone::Good), (">", Tone::Bad)] {
        if let Some((font, fill)) = palette.tint(tone) {
            let rule = ConditionalFormatFormula::new()
                .set_rule(Formula::new(format!("={}{compare}0", formula::in_row(first, 4))))
                .set_format(style::rule(font, fill).set_bold());
            sheet.add_conditional_format(first, 5, last, 5, &rule)?;
        }
    }
    let missing = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThan(0))
        .set_format(rust_xlsxwriter::Format::new().set_bold().set_font_color(Color::RGB(palette.bad())));
    sheet.add_conditional_format(first, 4, last, 4, &missing)?;
    Ok(())
}
