//! The floor for reading: calamine's bare cell reader over every sheet of the given workbooks. Part of `just bench`.

use calamine::{Reader, Xlsx, open_workbook};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args_os().skip(1) {
        let mut book: Xlsx<_> = open_workbook(&path)?;
        let mut cells = 0_u64;
        for sheet in book.sheet_names() {
            let mut reader = book.worksheet_cells_reader(&sheet)?;
            while let Some(cell) = reader.next_cell()? {
                cells += u64::from(!matches!(cell.get_value(), calamine::DataRef::Empty));
            }
        }
        #[allow(clippy::print_stdout)]
        {
            println!("{}: {cells} cells", path.display());
        }
    }
    Ok(())
}
