//! What counts, by customer and workload, and what does not, by reason.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use ustr::Ustr;

use super::material::{Material, Names};
use super::usage::{count_cell, tone};
use super::words::{cell, column, text_cell};
use super::{Cell, Customers, Kind, NotCounted, NotCountedGroup, Row, Table, Tone};
use crate::assess::{Assessment, CustomerSum, UsageReason, UsageVerdict};
use crate::facts::{Read, UsageRow, Workload};
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

/// What did not count, in the order of reasons.
pub(super) fn not_counted(
    material: &Material,
    partner: &Partner,
    judged: &Assessment,
    names: &Names,
    text: &Localizer,
) -> NotCounted {
    let mut by_reason: BTreeMap<UsageReason, Vec<(&UsageRow, &UsageVerdict)>> = BTreeMap::new();
    for (row, verdict) in partner.usage.iter().zip(&judged.usage) {
        if let Some(main) = verdict.reasons.usage().next() {
            by_reason.entry(main).or_default().push((row, verdict));
        }
    }
    let groups = by_reason.into_iter().map(|(reason, mut rows)| {
        let sum = judged.not_counted.iter().find(|group| group.0 == reason).map(|group| group.1).unwrap_or_default();
        // Largest first; rows of the same size stay in run order.
        rows.sort_by_key(|(row, _)| Reverse(row.count.value()));
        let id = format!("usage-reason-{}", reason.as_str());
        // Of rows whose counts cannot be read nobody knows the users.
        let known = rows.iter().any(|(row, _)| row.count.value().is_some());
        NotCountedGroup {
            title: say!(
                text,
                "not-counted-group",
                reason = text.message(&format!("{id}.title"), &[]),
                rows = sum.rows,
                users = sum.active_users,
                known = if known { "yes" } else { "no" }
            ),
            remedy: text.message(&format!("{id}.remedy"), &[]),
            table: table(material, &rows, names, text),
        }
    });
    NotCounted {
        title: say!(text, "not-counted-title"),
        sheet: say!(text, "not-counted-sheet"),
        groups: groups.collect(),
    }
}

fn table(material: &Material, rows: &[(&UsageRow, &UsageVerdict)], names: &Names, text: &Localizer) -> Table {
    let columns = vec![
        column(say!(text, "column-customer"), Kind::Text),
        column(say!(text, "column-workload"), Kind::Text),
        column(say!(text, "column-sku"), Kind::Text),
        column(say!(text, "column-active-users"), Kind::Int),
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
            text_cell(cell_place(count_cell(row), names)),
        ];
        Row { cells, tone: tone(material, row, verdict) }
    });
    without_empty_columns(Table { columns, rows: rows.collect(), total: None })
}

/// A column that says nothing (an export without SKUs) is left out.
fn without_empty_columns(table: Table) -> Table {
    let says = |n: usize| {
        table.rows.iter().any(|row| match row.cells.get(n) {
            None | Some(Cell::Empty) => false,
            Some(Cell::Text(text)) => !text.is_empty(),
            Some(_) => true,
        })
    };
    let kept: Vec<bool> = (0..table.columns.len()).map(says).collect();
    fn keep<T>(items: Vec<T>, kept: &[bool]) -> Vec<T> {
        items.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(item, _)| item).collect()
    }
    Table {
        columns: keep(table.columns, &kept),
        rows: table.rows.into_iter().map(|row| Row { cells: keep(row.cells, &kept), tone: row.tone }).collect(),
        total: table.total,
    }
}
