//! What the writer of workbooks takes by itself: a workbook like a gap report of 100 customer rows, with nothing of ours.
//!
//! Eight sheets, 2,600 cells in a dozen formats, the tables, charts, notes, rules and page settings that such a report has,
//! composed and packed as rust_xlsxwriter does it. Prints a line of JSON: the least of several rounds. The report itself is
//! measured by `cargo run --release --example documents`.

use std::time::Instant;

use rust_xlsxwriter::{
    Chart, ChartType, Color, ConditionalFormatFormula, Format, FormatAlign, FormatBorder, Formula, Note, Table,
    TableColumn, Workbook, XlsxError,
};

/// The allocator of the program.
#[cfg(unix)]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Rows and columns of the tables, by sheet.
const SHEETS: [&[(u32, u16)]; 8] =
    [&[(6, 6)], &[(100, 16)], &[(80, 6)], &[(20, 5), (10, 5)], &[(4, 11)], &[(3, 5)], &[(2, 5)], &[]];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut least = f64::MAX;
    let mut bytes = 0;
    for _ in 0..30 {
        let begun = Instant::now();
        bytes = workbook()?.len();
        least = least.min(begun.elapsed().as_secs_f64() * 1e3);
    }
    #[allow(clippy::print_stdout)]
    {
        println!("{{\"document\": \"a bare workbook\", \"milliseconds\": {least:.3}, \"bytes\": {bytes}}}");
    }
    Ok(())
}

fn workbook() -> Result<Vec<u8>, XlsxError> {
    let cell = |fill: u32| {
        Format::new()
            .set_font_color(Color::RGB(0x1B_2430))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0xC0_C8D0))
            .set_background_color(Color::RGB(fill))
            .set_align(FormatAlign::Top)
    };
    let tones = [0xE8_F4EA, 0xFB_E9E7].map(|fill| (cell(fill).set_text_wrap(), cell(fill).set_num_format("#,##0")));
    let title = Format::new().set_bold().set_font_size(16);
    let header = Format::new().set_bold().set_background_color(Color::RGB(0x1F_4E79)).set_text_wrap();
    let mut book = Workbook::new();
    for (n, tables) in SHEETS.into_iter().enumerate() {
        let sheet = book.add_worksheet();
        let name = format!("Sheet {n}");
        sheet.set_name(&name)?.set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_header("&L&8Title&R&8Subject").set_footer("&L&8Footer&R&8&P/&N").set_repeat_rows(3, 3)?;
        let cols = tables.iter().map(|table| table.1).max().unwrap_or(2);
        for row in 0..2 {
            sheet.set_row_height(row, 26)?.merge_range(row, 0, row, cols - 1, "A title over all", &title)?;
        }
        let mut row = 3;
        for &(rows, cols) in tables {
            let titles: Vec<String> = (0..cols).map(|col| format!("Title {col}")).collect();
            let columns: Vec<TableColumn> =
                titles.iter().map(|title| TableColumn::new().set_header(title).set_header_format(&header)).collect();
            sheet.add_table(row, 0, row + rows, cols - 1, &Table::new().set_columns(&columns))?;
            for at in row + 1..=row + rows {
                let (text, figure) = if at % 9 == 4 { &tones[1] } else { &tones[0] };
                for col in 0..cols {
                    match col {
                        2 => sheet.write_string_with_format(
                            at,
                            col,
                            format!("{at:08x}-0000-4000-8000-000000000000"),
                            text,
                        )?,
                        10 => sheet.write_number_with_format(at, col, f64::from(20 + at * 37 % 150), figure)?,
                        13 => {
                            let formula = format!("IF(AND($M{0}=\"Yes\",ISNUMBER($K{0})),$K{0},0)", at + 1);
                            sheet.write_formula_with_format(at, col, Formula::new(formula).set_result("57"), figure)?
                        }
                        _ => sheet.write_string_with_format(at, col, format!("Value {col} of {}", at % 8), text)?,
                    };
                }
            }
            let rule = ConditionalFormatFormula::new().set_rule(Formula::new("=$A5=\"Yes\"")).set_format(&title);
            sheet.add_conditional_format(row + 1, 0, row + rows, cols - 1, &rule)?;
            row += rows + 2;
        }
        if n == 0 {
            for at in 0..2 {
                let mut chart = Chart::new(ChartType::Column);
                chart.add_series().set_values((name.as_str(), 4, 1 + at, 9, 1 + at));
                sheet.insert_chart(row + 2, at * 3, &chart)?;
            }
        } else if n == 1 {
            sheet.insert_note(7, 10, &Note::new("A note"))?;
        }
    }
    book.set_zip_compression_level(2).save_to_buffer()
}
