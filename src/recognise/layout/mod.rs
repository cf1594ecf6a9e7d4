//! The layout of a table: its header row, its role, and what each column is used as.

mod above;
mod aside;
mod body;
mod columns;
mod guide;
mod header;
mod preamble;
mod stacked;

pub(crate) use above::data_above;
pub(crate) use aside::side_by_side;
pub(crate) use columns::{Problem, map};
pub(crate) use guide::is_guide;
pub(crate) use header::{
    Candidate, HeaderCell, HeaderMonth, classify, find, judge, like_above, of_two_rows, row_cells,
};
pub(crate) use preamble::{Preamble, read as read_preamble, titles};

use ustr::Ustr;

use super::vocabulary::{Languages, WideKind};
use crate::facts::{Column, Field, Role};
use crate::intake::RowView;

/// A set of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Fields(u64);

impl Fields {
    pub fn add(&mut self, field: Field) {
        self.0 |= 1 << (field as u32);
    }

    pub fn has(self, field: Field) -> bool {
        self.0 & (1 << (field as u32)) != 0
    }

    pub fn any(self, fields: &[Field]) -> bool {
        fields.iter().any(|&f| self.has(f))
    }

    pub fn count_of(self, fields: &[Field]) -> u32 {
        fields.iter().map(|&f| u32::from(self.has(f))).sum()
    }

    pub fn len(self) -> u32 {
        self.0.count_ones()
    }
}

/// A credential with columns of its own in a wide roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WideCredential {
    pub ids: Vec<Ustr>,
    /// The header of its first column.
    pub text: Ustr,
    /// Its columns, left to right, and what they say.
    pub columns: Vec<(u32, WideKind)>,
}

/// A table of a sheet.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub header_row: u32,
    pub role: Role,
    pub columns: Vec<Column>,
    /// The columns of each field, the preferred one first.
    pub fields: Vec<(Field, u32)>,
    /// Columns of counts, each of a workload, or of the one that the row names.
    pub wide_usage: Vec<(u32, Option<Ustr>)>,
    /// The months that headers of those columns tell.
    pub wide_months: Vec<(u32, HeaderMonth)>,
    pub wide_roster: Vec<WideCredential>,
    /// Columns of one association each, with its bits.
    pub wide_associations: Vec<(u32, u32)>,
    /// Countries in the market column are the customers'.
    pub customer_market: bool,
    /// The first column of another table beside this one.
    pub beside: Option<u32>,
    /// The row above the header is a part of it.
    pub two_rows: bool,
    /// The header is one that was met before.
    pub repeated: bool,
    /// A column of years beside the months.
    pub year: Option<u32>,
    /// The trial column's yes means no.
    pub opposite_trial: bool,
    pub language: Languages,
    /// Fields that the role needs and no column gives.
    pub missing: Vec<Field>,
    /// The header cells, folded, to know the header again further down.
    pub header: Vec<(u32, String)>,
    /// Where the count or credential would stand, for facts of a table that lacks that column.
    pub anchor: u32,
}

impl Layout {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.fields.iter().find(|(f, _)| *f == field).map(|&(_, col)| col)
    }

    /// Whether a row has what only data of this table have: besides whom it is about, what is counted or held.
    pub fn is_data(&self, row: &RowView<'_>) -> bool {
        let filled = |col: u32| !row.get(col).is_blank();
        let any = |fields: &[Field]| fields.iter().any(|&field| self.columns_of(field).any(filled));
        match self.role {
            Role::Usage => {
                let counted = any(&[Field::ActiveUsers]) || self.wide_usage.iter().any(|&(col, _)| filled(col));
                counted && any(&[Field::CustomerId, Field::CustomerName, Field::Workload, Field::Month])
            }
            Role::Roster => {
                let held = any(&[Field::Credential])
                    || self.wide_roster.iter().flat_map(|wide| &wide.columns).any(|&(col, _)| filled(col));
                held && any(&[Field::PersonId, Field::PersonName, Field::LastName, Field::Email])
            }
            Role::Partners | Role::None => false,
        }
    }

    /// Whether columns stand for workloads.
    pub fn names_workloads(&self) -> bool {
        self.wide_usage.iter().any(|(_, workload)| workload.is_some())
    }

    /// All columns of a field.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = u32> + '_ {
        self.fields.iter().filter(move |(f, _)| *f == field).map(|&(_, col)| col)
    }
}
