//! What counts, by customer and workload, and what does not, by reason.

use std::cell::LazyCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use ustr::Ustr;

use super::material::{Material, Names};
use super::usage::{count_cell, tone};
use super::words::{besides, cell, column, text_cell};
use super::{Cell, Customers, Kind, NotCounted, NotCountedGroup, Row, Table, Tone};
use crate::assess::{Assessment, CustomerSum, UsageReason, UsageVerdict};
use crate::facts::{CellRef, Read, UsageRow, Workload};
use crate::finding::cell_place;
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// A customer's name, else its ID, else a word for "not named".
pub(super) fn customer(id: Option<Ustr>, name: Option<Ustr>, text: &Localizer) -> String {
    name.or(id).map_or_else(|| say!(text, "customer-unnamed"), |word| word.as_str().to_owned())
}

/// The customers that count, largest first.
pub(super) fn customers(material: &Material, judged: &Assessment, text: &Localizer) -> Customers {
    let mut workloads: BTreeMap<String, u64> = BTreeMap::new();
    for (workload, entitlements) in judged.customers.iter().flat_map(|sum| &sum.by_workload) {
        let all = workloads.entry(material.label(*workload, text)).or_default();
        *all = all.saturating_add(*entitlements);
    }
    let mut by_workload: Vec<(String, u64)> = workloads.into_iter().collect();
    by_workload.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| text.compare(&a.0, &b.0)));
    let mut list: Vec<(String, &CustomerSum)> =
        judged.customers.iter().map(|sum| (customer(sum.customer_id, sum.customer, text), sum)).collect();
    list.sort_by(|a, b| b.1.entitlements.cmp(&a.1.entitlements).then_with(|| text.compare(&a.0, &b.0)));

    let mut columns = vec![column(say!(text, "column-customer"), Kind::Text)];
    columns.extend(by_workload.iter().map(|(label, _)| column(label.clone(), Kind::Int)));
    columns.push(column(say!(text, "column-total"), Kind::Int));
    let intro = say!(
        text,
        "customers-intro",
        customers = list.len() as u64,
        entitlements = judged.counted.active_users,
        month = text.month(material.review.reference_month)
    );
    let rows = list.into_iter().map(|(name, sum)| {
        let split: BTreeMap<String, u64> =
            sum.by_workload.iter().map(|(id, entitlements)| (material.label(*id, text), *entitlements)).collect();
        let mut cells = vec![text_cell(name)];
        cells.extend(by_workload.iter().map(|(label, _)| split.get(label).map_or(Cell::Empty, |n| Cell::Int(*n))));
        cells.push(Cell::Int(sum.entitlements));
        Row { cells, tone: Tone::Plain }
    });
    let rows = rows.collect();
    let mut total = vec![text_cell(say!(text, "column-total"))];
    total.extend(by_workload.iter().map(|(_, n)| Cell::Int(*n)));
    total.push(Cell::Int(judged.counted.active_users));
    Customers {
        title: say!(text, "customers-title"),
        intro,
        table: Table { columns, rows, total: Some(total) },
        by_workload,
        by_workload_title: say!(text, "by-workload-title"),
    }
}

/// What did not count, in the order of reasons; duplicates that say another number than the row that counts apart, as
/// somebody has to find out which is right.
pub(super) fn not_counted(
    material: &Material,
    partner: &Partner,
    judged: &Assessment,
    names: &Names,
    text: &Localizer,
) -> NotCounted {
    // Most partners have no duplicates.
    let counts: LazyCell<BTreeMap<CellRef, Option<u64>>, _> =
        LazyCell::new(|| partner.usage.iter().map(|row| (count_cell(row), row.count.value())).collect());
    let differs = |row: &UsageRow, verdict: &UsageVerdict| {
        let other = verdict.counted_instead.and_then(|cell| counts.get(&cell));
        other.is_some_and(|other| *other != row.count.value()) && !material.is_settled(count_cell(row))
    };
    let mut by_reason: BTreeMap<(UsageReason, bool), Vec<(&UsageRow, &UsageVerdict)>> = BTreeMap::new();
    for (row, verdict) in partner.usage.iter().zip(&judged.usage) {
        if let Some(main) = verdict.reasons.usage().next() {
            let conflict = main == UsageReason::Duplicate && differs(row, verdict);
            by_reason.entry((main, conflict)).or_default().push((row, verdict));
        }
    }
    let groups = by_reason.into_iter().map(|((reason, conflict), mut rows)| {
        // Largest first; rows of the same size stay in run order.
        rows.sort_by_key(|(row, _)| Reverse(row.count.value()));
        let (title, remedy) = if conflict {
            (say!(text, "not-counted-conflict.title"), say!(text, "not-counted-conflict.remedy"))
        } else {
            let said = |part: &str| text.message(&format!("usage-reason-{}.{part}", reason.as_str()), &[]);
            (said("title"), said("remedy"))
        };
        // Of rows whose counts cannot be read nobody knows the users.
        let known = rows.iter().any(|(row, _)| row.count.value().is_some());
        let users = rows.iter().filter_map(|(row, _)| row.count.value()).fold(0u64, u64::saturating_add);
        NotCountedGroup {
            title: say!(
                text,
                "not-counted-group",
                reason = title,
                rows = rows.len() as u64,
                users = users,
                known = if known { "yes" } else { "no" }
            ),
            remedy,
            table: table(material, reason, &rows, names, text),
        }
    });
    let mut groups: Vec<NotCountedGroup> = groups.collect();
    let kept = without_empty_columns(groups.iter_mut().map(|group| &mut group.table).collect());
    let remark = kept.get(REMARK).filter(|kept| **kept).map(|_| kept.iter().take(REMARK).filter(|kept| **kept).count());
    NotCounted { title: say!(text, "not-counted-title"), sheet: say!(text, "not-counted-sheet"), groups, remark }
}

/// Position of the column of remarks, before empty ones are left out.
const REMARK: usize = 4;

fn table(
    material: &Material,
    main: UsageReason,
    rows: &[(&UsageRow, &UsageVerdict)],
    names: &Names,
    text: &Localizer,
) -> Table {
    let columns = vec![
        column(say!(text, "column-customer"), Kind::Text),
        column(say!(text, "column-workload"), Kind::Text),
        column(say!(text, "column-sku"), Kind::Text),
        column(say!(text, "column-active-users"), Kind::Int),
        column(say!(text, "column-remark"), Kind::Text),
        column(say!(text, "column-source"), Kind::Text),
    ];
    let rows = rows.iter().map(|(row, verdict)| {
        let workload = match row.workload {
            Read::Value(Workload::Known(id)) => material.label(id, text),
            Read::Value(Workload::Unknown(word)) => word.as_str().to_owned(),
            _ => String::new(),
        };
        let count = match row.count {
            Read::Value(count) => Cell::Int(count),
            // The row is then known by another cell, which holds no count.
            Read::NoColumn => Cell::Empty,
            _ => cell(material.value(count_cell(row))),
        };
        let cells = vec![
            text_cell(customer(row.customer_id, row.customer_name, text)),
            text_cell(workload),
            text_cell(row.sku.map(|sku| sku.as_str()).unwrap_or_default()),
            count,
            text_cell(besides(main, row, verdict, material, text, names)),
            text_cell(cell_place(count_cell(row), names)),
        ];
        Row { cells, tone: tone(material, row, verdict) }
    });
    Table { columns, rows: rows.collect(), total: None }
}

/// A column that says nothing in any of these tables (exports without SKUs) is left out of all: they stand below each
/// other, with the same columns. Returns which columns are left.
fn without_empty_columns(tables: Vec<&mut Table>) -> Vec<bool> {
    let says = |n: usize| {
        tables.iter().flat_map(|table| &table.rows).any(|row| match row.cells.get(n) {
            None | Some(Cell::Empty) => false,
            Some(Cell::Text(text)) => !text.is_empty(),
            Some(_) => true,
        })
    };
    let columns = tables.first().map_or(0, |table| table.columns.len());
    let kept: Vec<bool> = (0..columns).map(says).collect();
    fn keep<T>(items: &mut Vec<T>, kept: &[bool]) {
        let mut kept = kept.iter();
        items.retain(|_| kept.next() != Some(&false));
    }
    for table in tables {
        keep(&mut table.columns, &kept);
        table.rows.iter_mut().for_each(|row| keep(&mut row.cells, &kept));
    }
    kept
}
