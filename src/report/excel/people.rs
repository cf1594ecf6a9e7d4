//! The People sheet: persons against credentials, live.

use rust_xlsxwriter::{ConditionalFormatFormula, DataValidation, Formula, Workbook, Worksheet, XlsxError};

use super::bulk::Bulk;
use super::canvas::Canvas;
use super::grid::{HEADER_ROW, Widths, fit_header, fit_row, put_date, put_int, put_text, put_title, serial};
use super::links::{self, Target};
use super::names::quoted;
use super::style::{self, Palette, Styles};
use super::summary::Steps;
use super::text::bound;
use super::usage::note_box;
use super::{formula, page, table};
use crate::report::content::{Cell, Column, CredentialMark, Kind, PartnerReport, People, PersonLine, Tone};

/// Stands in a cell for "held".
const HELD: &str = "✓";

/// Where things stand on the sheet.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Name of the sheet.
    pub name: String,
    /// Which of name, MCP ID and email are shown: those that somebody has.
    persons: Vec<usize>,
    /// Whether there is a remark on anybody.
    remarks: bool,
    /// The column that leads to the plan's steps, if anybody has one.
    step: Option<u16>,
    first_credential: u16,
    first_path: u16,
    qualifies: u16,
    last_row: u32,
}

impl Layout {
    /// The sheet's layout under this name.
    pub fn new(people: &People, name: String) -> Self {
        let has = |n: usize| people.lines.iter().any(|line| !who(line, n).is_empty());
        let persons: Vec<usize> = (0..3).filter(|&n| n == 0 || people.lines.is_empty() || has(n)).collect();
        let remarks = people.lines.is_empty() || people.lines.iter().any(|line| !line.remark.is_empty());
        let first_credential = persons.len() as u16;
        let first_path = first_credential + people.credentials.len() as u16;
        let qualifies = first_path + people.paths.len() as u16;
        // An empty sheet keeps one blank row, so that sums have something to refer to.
        let last_row = HEADER_ROW + people.lines.len().max(1) as u32;
        let closing = if remarks { 2 } else { 1 };
        let step = people.lines.iter().any(|line| line.step.is_some()).then_some(qualifies + closing + 1);
        Self { name, persons, remarks, step, first_credential, first_path, qualifies, last_row }
    }

    /// Finds the row of the first person that each step of the plan is about.
    pub fn first_rows(&self, people: &People, places: &mut [Option<Target>]) {
        let header = Target { sheet: self.name.clone(), row: HEADER_ROW, col: 0 };
        links::first_rows(people.lines.iter().map(|line| line.step), header, places);
    }

    /// Remark and source of a person with their columns.
    fn closing<'a>(&self, line: &'a PersonLine) -> impl Iterator<Item = (&'a str, u16)> {
        let texts = self.remarks.then_some(line.remark.as_str()).into_iter().chain([line.source.as_str()]);
        texts.zip(self.qualifies + 1..)
    }

    /// The count of people as other sheets compute it, if it gives the decided figure.
    pub fn live_count(&self, people: &People, decided: u64) -> Option<String> {
        let range = |col| format!("{}!{}", quoted(&self.name), formula::down(col, HEADER_ROW + 1, self.last_row));
        let (formula, count) = if people.combine_paths {
            let yes = formula::word(&people.words.0).filter(|yes| !yes.contains(['*', '?', '~', '<', '>', '=']))?;
            let any = people.lines.iter().filter(|line| line.qualifies).count();
            (format!("=COUNTIFS({},{yes})", range(self.qualifies)), any)
        } else {
            let by_path = |n: usize| people.lines.iter().filter(|line| line.paths.get(n) == Some(&true)).count();
            let paths = 0..people.paths.len();
            let sums: Vec<String> =
                paths.clone().map(|n| format!("SUM({})", range(self.first_path + n as u16))).collect();
            (!sums.is_empty()).then(|| (format!("=MAX({})", sums.join(",")), paths.map(by_path).max().unwrap_or(0)))?
        };
        (count as u64 == decided).then_some(formula)
    }
}

/// Name, MCP ID or email of a person.
fn who(line: &PersonLine, n: usize) -> &str {
    match n {
        0 => &line.name,
        1 => &line.id,
        _ => &line.email,
    }
}

/// All columns of the sheet.
fn columns(report: &PartnerReport, layout: &Layout) -> Vec<Column> {
    let people = &report.people;
    let [remark, source] = &people.closing_columns;
    let text = |title: &String| Column { title: title.clone(), kind: Kind::Text };
    let remark = layout.remarks.then_some(remark);
    layout
        .persons
        .iter()
        .filter_map(|&n| people.person_columns.get(n))
        .chain(&people.credentials)
        .chain(people.paths.iter().zip(&people.path_columns).map(|(_, title)| title))
        .chain(std::iter::once(&people.counts_column).chain(remark).chain([source]))
        .chain(layout.step.map(|_| &report.plan.step_column))
        .map(text)
        .collect()
}

/// Writes the sheet.
pub fn write<'f>(
    book: &mut Workbook,
    report: &PartnerReport,
    layout: &Layout,
    steps: &Steps,
    (styles, bulk): (&'f Styles, &mut Bulk<'f>),
) -> Result<(), XlsxError> {
    let people = &report.people;
    let sheet = book.add_worksheet();
    sheet.set_name(&layout.name)?;
    let columns = columns(report, layout);
    let widths = measure(report, layout, &columns);
    let at = |col: u16| widths.of(usize::from(col));
    widths.apply(sheet)?;
    put_title(sheet, &people.title, &people.intro, columns.len() as u16, widths.total(), styles)?;
    fit_header(sheet, HEADER_ROW, table::header_texts(&columns, &widths))?;
    let titles = columns.iter().enumerate().map(|(col, column)| {
        let marks = usize::from(layout.first_credential)..=usize::from(layout.qualifies);
        let centred = marks.contains(&col) || Some(col as u16) == layout.step;
        (column.title.as_str(), if centred { &styles.header_centre } else { &styles.header })
    });
    table::filtered(sheet, HEADER_ROW, layout.last_row, titles)?;
    for col in layout.first_path..layout.qualifies {
        sheet.insert_note(HEADER_ROW, col, &note_box(&people.path_note, &report.head.author, styles))?;
    }
    let mut cells = bulk.on(sheet);
    for (row, line) in (HEADER_ROW + 1..).zip(&people.lines) {
        let reasons = line.marks.iter().zip(layout.first_credential..).filter_map(|(mark, col)| match mark {
            CredentialMark::NotCounted(reason) => Some((reason.as_str(), at(col))),
            _ => None,
        });
        let persons = layout.persons.iter().zip(0..).map(|(&n, col)| (who(line, n), at(col)));
        let texts = persons.chain(layout.closing(line).map(|(text, col)| (text, at(col))));
        fit_row(&mut cells, row, texts.chain(reasons))?;
        write_line(&mut cells, row, people, layout, line, styles)?;
        if let Some(col) = layout.step {
            let blank = &styles.body().centre.plain;
            links::put_step(&mut cells, (row, col), line.step, (&report.plan, steps), blank, styles)?;
        }
    }
    cells.finish();
    live_touches(sheet, people, layout, styles.palette)?;
    table::ignore_numbers_as_text(sheet, &columns, HEADER_ROW + 1, layout.last_row + 1)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    page::paper(sheet, &report.head, styles, widths.total(), Some(HEADER_ROW))?;
    if !people.credentials.is_empty() {
        let credentials = format!(
            "={}!{}:{}",
            quoted(&layout.name),
            formula::absolute(HEADER_ROW + 1, layout.first_credential),
            formula::absolute(layout.last_row, layout.first_path - 1)
        );
        book.define_name("tiergap_credentials", &credentials)?;
    }
    Ok(())
}

fn measure(report: &PartnerReport, layout: &Layout, columns: &[Column]) -> Widths {
    let people = &report.people;
    let mut widths = Widths::default();
    table::measure_columns(columns, &mut widths);
    for line in &people.lines {
        for (col, &n) in layout.persons.iter().enumerate() {
            widths.see(col, who(line, n));
        }
        for (n, mark) in line.marks.iter().take(people.credentials.len()).enumerate() {
            let col = usize::from(layout.first_credential) + n;
            match mark {
                CredentialMark::Held(_) => widths.see_cell(col, &Cell::Bool(true)),
                CredentialMark::NotCounted(reason) => widths.at_least(col, (reason.chars().count() as f64).min(22.0)),
                CredentialMark::Missing => {}
            }
        }
        for (text, col) in layout.closing(line) {
            widths.see(usize::from(col), &bound(text));
        }
        if let (Some(col), Some(step)) = (layout.step, line.step.and_then(|step| report.plan.steps.get(step))) {
            widths.see(usize::from(col), &step.name);
        }
    }
    let mut caps: Vec<f64> = layout.persons.iter().filter_map(|&n| [30.0, 16.0, 44.0].get(n).copied()).collect();
    caps.resize(usize::from(layout.qualifies) + 1, 24.0);
    caps.extend(layout.remarks.then_some(44.0).into_iter().chain([38.0, 14.0]));
    widths.capped(&caps)
}

fn write_line<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    people: &People,
    layout: &Layout,
    line: &PersonLine,
    styles: &'f Styles,
) -> Result<(), XlsxError> {
    let body = styles.body();
    for (col, &n) in layout.persons.iter().enumerate() {
        put_text(sheet, row, col as u16, who(line, n), body.of(Kind::Text))?;
    }
    for n in 0..people.credentials.len() {
        let col = layout.first_credential + n as u16;
        match line.marks.get(n).unwrap_or(&CredentialMark::Missing) {
            CredentialMark::Held(Some(day)) if serial(*day).is_some() => {
                put_date(sheet, row, col, *day, styles.tone(Tone::Good))?;
            }
            CredentialMark::Held(_) => put_text(sheet, row, col, HELD, &styles.tone(Tone::Good).centre)?,
            CredentialMark::NotCounted(reason) => {
                put_text(sheet, row, col, reason, styles.tone(Tone::Bad).of(Kind::Text))?;
            }
            CredentialMark::Missing => sheet.blank(row, col, &body.of(Kind::Date).plain)?,
        }
    }
    for (n, (_, needs)) in people.paths.iter().enumerate() {
        let col = layout.first_path + n as u16;
        let met = line.paths.get(n) == Some(&true);
        match live_path(row, layout, needs, line, met) {
            Some(live) => formula::put_int(sheet, row, col, &live, u64::from(met), &body.centre.plain)?,
            None => put_int(sheet, row, col, u64::from(met), &body.centre)?,
        }
    }
    let (yes, no) = &people.words;
    let word = if line.qualifies { yes } else { no };
    formula::put_word(
        sheet,
        row,
        layout.qualifies,
        live_qualifies(row, people, layout, line),
        word,
        &body.centre.plain,
    )?;
    for (text, col) in layout.closing(line) {
        put_text(sheet, row, col, &bound(text), body.of(Kind::Text))?;
    }
    Ok(())
}

/// 1 if every credential of the path is held: a date or a tick stands in its cell.
fn live_path(row: u32, layout: &Layout, needs: &[usize], line: &PersonLine, met: bool) -> Option<String> {
    let credentials = usize::from(layout.first_path - layout.first_credential);
    if needs.is_empty() || needs.iter().any(|&n| n >= credentials) {
        return None;
    }
    let held = needs.iter().all(|&n| matches!(line.marks.get(n), Some(CredentialMark::Held(_))));
    let conditions: Vec<String> = needs
        .iter()
        .map(|&n| {
            let cell = formula::in_row(row, layout.first_credential + n as u16);
            format!("OR(ISNUMBER({cell}),{cell}=\"{HELD}\")")
        })
        .collect();
    (held == met).then(|| format!("=IF(AND({}),1,0)", conditions.join(",")))
}

fn live_qualifies(row: u32, people: &People, layout: &Layout, line: &PersonLine) -> Option<String> {
    let (yes, no) = (formula::word(&people.words.0)?, formula::word(&people.words.1)?);
    if people.paths.is_empty() || line.paths.iter().take(people.paths.len()).any(|&met| met) != line.qualifies {
        return None;
    }
    let first = formula::in_row(row, layout.first_path);
    let last = formula::in_row(row, layout.qualifies - 1);
    Some(format!("=IF(SUM({first}:{last})>0,{yes},{no})"))
}

/// A dropdown with the tick (dates may be typed as well), and colours that follow the cells.
fn live_touches(sheet: &mut Worksheet, people: &People, layout: &Layout, palette: Palette) -> Result<(), XlsxError> {
    let first = HEADER_ROW + 1;
    if !people.credentials.is_empty() {
        let tick = DataValidation::new().allow_list_strings(&[HELD])?.show_error_message(false);
        sheet.add_data_validation(first, layout.first_credential, layout.last_row, layout.first_path - 1, &tick)?;
    }
    if let Some(yes) = formula::word(&people.words.0) {
        let rule = ConditionalFormatFormula::new()
            .set_rule(Formula::new(format!("={}={yes}", formula::in_row(first, layout.qualifies))))
            .set_format(style::rule(palette.good(), palette.good_tint()).set_bold());
        sheet.add_conditional_format(first, layout.qualifies, layout.last_row, layout.qualifies, &rule)?;
        sheet.add_conditional_format(first, 0, layout.last_row, 0, &rule)?;
    }
    Ok(())
}
