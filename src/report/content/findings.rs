//! Data findings in words: errors first, repeats together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::material::{Material, Names};
use super::{FindingLine, Findings};
use crate::facts::{CellRef, SheetRef};
use crate::finding::{Arg, Code, Finding, Places, Rendered, Severity, render_group, repeats};
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// A list of findings for a reader.
pub(super) fn findings<'a>(
    list: impl Iterator<Item = &'a Finding>,
    own: Option<&Own>,
    names: &Names,
    text: &Localizer,
) -> Findings {
    let groups = grouped(list, own);
    let mut lines: Vec<FindingLine> = groups
        .iter()
        .map(|group| {
            let first = without_folders(group.first);
            let mut said = render_group(&first, &group.cells, group.count, text, names);
            if said.place.is_empty() {
                said.place = left_out(&first, names).unwrap_or_default();
            }
            let top = |sheet| CellRef { sheet, row: 0, col: 0 };
            line(said, group.cells.first().copied().or(group.first.sheet.map(top)))
        })
        .collect();
    lines.sort_by_key(|line| line.severity); // stable: within a severity the order of inputs stays
    let count = |severity: Severity| {
        let of = groups.iter().filter(|g| g.first.severity() == severity);
        of.fold(0u64, |sum, g| sum.saturating_add(g.count))
    };
    let intro = if lines.is_empty() {
        say!(text, "findings-none")
    } else {
        say!(
            text,
            "findings-intro",
            errors = count(Severity::Error),
            warnings = count(Severity::Warning),
            infos = count(Severity::Info)
        )
    };
    Findings {
        title: say!(text, "findings-title"),
        intro,
        columns: [
            say!(text, "column-severity"),
            say!(text, "column-place"),
            say!(text, "column-value"),
            say!(text, "column-message"),
            say!(text, "column-help"),
            say!(text, "column-code"),
        ],
        lines,
    }
}

/// What a partner's report may tell of findings that speak of several rows.
pub(super) struct Own {
    /// The rows that the partner's own facts stand on.
    rows: BTreeSet<(SheetRef, u32)>,
    /// Those of its sheets on which other partners have rows too.
    shared: BTreeSet<SheetRef>,
}

impl Own {
    pub(super) fn new(material: &Material, partner: &Partner) -> Self {
        let roster = partner.people.iter().flat_map(|person| &person.roster).map(|row| (row.sheet, row.row));
        let rows: BTreeSet<(SheetRef, u32)> =
            partner.usage.iter().map(|row| (row.sheet, row.row)).chain(roster).collect();
        let shared = rows.iter().map(|row| row.0).filter(|sheet| material.partners_on(*sheet) > 1).collect();
        Self { rows, shared }
    }
}

/// A file that is no input of the run is named as it was given, perhaps with the folders of somebody's computer.
/// Reports name the file only.
fn without_folders(finding: &Finding) -> Cow<'_, Finding> {
    if finding.file.is_some() || finding.args.is_empty() {
        return Cow::Borrowed(finding);
    }
    let mut bare = finding.clone();
    for (name, arg) in &mut bare.args {
        if let ("name" | "other", Arg::Text(text)) = (*name, arg) {
            let rooted = text.starts_with(['/', '\\', '~']) || text.get(1..3).is_some_and(|c| c == ":/" || c == ":\\");
            let last = text.rsplit(['/', '\\']).find(|part| !part.is_empty());
            if let (true, Some(last)) = (rooted, last) {
                *text = last.to_owned();
            }
        }
    }
    Cow::Owned(bare)
}

/// The name of a file that is none of the inputs: a list of findings has a place for it.
fn left_out(finding: &Finding, names: &Names) -> Option<String> {
    let is_file = matches!(finding.code, Code::SkippedFile | Code::UnsupportedFile | Code::MissingInput);
    finding.args.iter().filter(|_| is_file).find_map(|(name, arg)| match arg {
        Arg::Text(label) if *name == "name" => Some(names.shown(label)),
        _ => None,
    })
}

struct Group<'a> {
    first: &'a Finding,
    cells: Vec<CellRef>,
    count: u64,
}

type Kind<'a> = (Code, Option<u32>, Option<SheetRef>, Option<&'a str>, &'a [(&'static str, Arg)], Option<u32>, bool);

fn grouped<'a>(list: impl Iterator<Item = &'a Finding>, own: Option<&Own>) -> Vec<Group<'a>> {
    let mut at: BTreeMap<Kind<'a>, usize> = BTreeMap::new();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for finding in list {
        let (cells, count) = extent(finding, own);
        let kind = (
            finding.code,
            finding.file,
            finding.sheet,
            finding.value.as_deref(),
            finding.args.as_slice(),
            finding.partner,
            finding.settled,
        );
        match at.get(&kind).and_then(|at| groups.get_mut(*at)) {
            Some(group) => {
                group.cells.extend(cells);
                group.count = group.count.saturating_add(count);
            }
            None => {
                at.insert(kind, groups.len());
                groups.push(Group { first: finding, cells, count });
            }
        }
    }
    groups
}

/// The cells of a finding and how often it occurred. A word that several partners use on one sheet is one finding; a
/// partner's report tells of its own rows only, and gives no count where those of others are in it.
fn extent(finding: &Finding, own: Option<&Own>) -> (Vec<CellRef>, u64) {
    let mut cells = repeats(finding);
    let Some(own) = own.filter(|own| finding.sheet.is_some_and(|sheet| own.shared.contains(&sheet))) else {
        return (cells, finding.count);
    };
    if finding.count > 1 && !cells.is_empty() {
        cells.retain(|cell| own.rows.contains(&(cell.sheet, cell.row)));
        let count = cells.len().max(1) as u64;
        return (cells, count);
    }
    (cells, finding.count)
}

fn line(said: Rendered, address: Option<CellRef>) -> FindingLine {
    FindingLine {
        severity: said.severity,
        severity_text: said.severity_text,
        code: said.code.as_str().to_owned(),
        place: said.place,
        address,
        value: said.value,
        message: said.message,
        help: said.help,
    }
}

/// How many findings on a partner are errors or warnings.
pub(super) fn problems(material: &Material, partner: u32) -> u64 {
    let open = material.findings_of(partner).filter(|f| f.severity() != Severity::Info);
    open.fold(0u64, |sum, finding| sum.saturating_add(finding.count))
}
