//! Tables of HTML pages, which many portals export under the name of a workbook.

use scraper::{ElementRef, Html, Node};

use super::collect::{Collector, Trouble, error_value};
use super::sheet::{MAX_COLS, MAX_ROWS, Value};
use super::{encoding, xml};

/// Bytes of a page: its tree takes some twenty times as much memory.
const MAX_PAGE: usize = 96 << 20;
/// What HTML itself allows.
const MAX_COLSPAN: u32 = 1000;
const MAX_ROWSPAN: u32 = 65_534;

/// Reads every table that is not within another one as a sheet.
pub(super) fn read(bytes: &[u8], out: &mut Collector<'_>) -> Result<(), Trouble> {
    if bytes.len() > MAX_PAGE {
        return Err(Trouble::larger("detail-limit-page", bytes.len() as u64, MAX_PAGE as u64));
    }
    let page = encoding::decode_declared(bytes, charset(bytes).as_deref());
    let page = Html::parse_document(&page);
    let mut n = 0;
    // In the order of the page; what lies within a table is its own business.
    for table in elements(page.root_element(), |name| name == "table") {
        let rows: Vec<ElementRef<'_>> = elements(table, |name| name == "tr" || name == "table").collect();
        if rows.iter().all(|row| row.value().name() != "tr") {
            continue;
        }
        n += 1;
        let caption =
            elements(table, |name| name == "caption" || name == "table").find(|e| e.value().name() == "caption");
        let name = caption.map(text_of).or_else(|| table.attr("title").map(str::to_owned)).unwrap_or_default();
        let name = if name.trim().is_empty() { format!("Table {n}") } else { name };
        out.begin(name.trim(), true);
        let rows = rows.into_iter().filter(|row| row.value().name() == "tr");
        let result = grid(rows, out);
        out.settle(result)?;
    }
    if n == 0 {
        return Err(Trouble::not("detail-page-without-table"));
    }
    Ok(())
}

/// The elements below one that are called so, without looking into them. Walks without recursion: pages may be nested
/// as deep as a stranger likes.
fn elements(root: ElementRef<'_>, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = ElementRef<'_>> {
    let mut next = root.first_child();
    std::iter::from_fn(move || {
        while let Some(node) = next {
            let element = ElementRef::wrap(node).filter(|e| wanted(e.value().name()));
            let down = if element.is_some() { None } else { node.first_child() };
            next = down.or_else(|| {
                let mut up = node;
                loop {
                    if up.id() == root.id() {
                        return None;
                    }
                    if let Some(sibling) = up.next_sibling() {
                        return Some(sibling);
                    }
                    up = up.parent()?;
                }
            });
            if element.is_some() {
                return element;
            }
        }
        None
    })
}

/// Puts the rows' cells where spans leave room.
fn grid<'a>(rows: impl Iterator<Item = ElementRef<'a>>, out: &mut Collector<'_>) -> Result<(), Trouble> {
    // For each column, how many further rows a cell from above still covers.
    let mut covered: Vec<u32> = Vec::new();
    for (row, tr) in rows.enumerate() {
        let row = row as u32;
        if row >= MAX_ROWS {
            out.outside();
            break;
        }
        let mut col = 0_usize;
        let mut fresh: Vec<(usize, usize, u32)> = Vec::new();
        for cell in elements(tr, |name| matches!(name, "td" | "th" | "table")) {
            if cell.value().name() == "table" {
                continue;
            }
            while covered.get(col).is_some_and(|&rows| rows > 0) {
                col += 1;
            }
            let colspan = span(cell, "colspan", MAX_COLSPAN);
            let rowspan = span(cell, "rowspan", MAX_ROWSPAN);
            let at = col as u32;
            put(cell, row, at, out)?;
            out.merge(row, at, row.saturating_add(rowspan - 1), at.saturating_add(colspan - 1));
            let end = (col + colspan as usize).min(MAX_COLS as usize);
            if rowspan > 1 && col < end {
                fresh.push((col, end, rowspan));
            }
            col += colspan as usize;
        }
        for rows in &mut covered {
            *rows = rows.saturating_sub(1);
        }
        for (start, end, rows) in fresh {
            if covered.len() < end {
                covered.resize(end, 0);
            }
            for covers in covered.iter_mut().take(end).skip(start) {
                *covers = rows - 1;
            }
        }
    }
    Ok(())
}

fn span(cell: ElementRef<'_>, name: &str, max: u32) -> u32 {
    cell.attr(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1_u32).clamp(1, max)
}

/// The cell's value. Excel and LibreOffice write what they know of it into attributes of their own.
fn put(cell: ElementRef<'_>, row: u32, col: u32, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let number = |name: &str| cell.attr(name).and_then(|n| n.trim().parse::<f64>().ok()).filter(|n| n.is_finite());
    let text = text_of(cell);
    if let Some(n) = number("x:num").or_else(|| number("sdval")) {
        return out.put(row, col, Value::Number(n));
    }
    if cell.attr("x:num").is_some_and(|n| n.trim().is_empty()) {
        // The number is what the cell shows.
        if let Some(n) = text.trim().parse::<f64>().ok().filter(|n| n.is_finite()) {
            return out.put(row, col, Value::Number(n));
        }
    }
    if let Some(b) = cell.attr("x:bool") {
        return out.put(row, col, Value::Bool(xml::is_true(if b.is_empty() { &text } else { b })));
    }
    if let Some(e) = cell.attr("x:err") {
        return out.put(row, col, error_value(if e.is_empty() { &text } else { e }));
    }
    match cell.attr("x:str").filter(|given| !given.is_empty()) {
        Some(given) => out.put_text(row, col, given),
        None => out.put_text(row, col, &text),
    }
}

/// The text as a page shows it: runs of blanks are one, a line break is a blank.
fn text_of(element: ElementRef<'_>) -> String {
    let mut raw = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(text) => {
                let quiet = node
                    .parent()
                    .and_then(ElementRef::wrap)
                    .is_some_and(|p| matches!(p.value().name(), "script" | "style"));
                if !quiet {
                    raw.push_str(text);
                }
            }
            Node::Element(e) if matches!(e.name(), "br" | "p" | "div" | "li" | "tr" | "td" | "th") => raw.push(' '),
            _ => {}
        }
    }
    let mut text = String::with_capacity(raw.len());
    for word in raw.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// The character set that the page's head declares.
fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096))?).to_ascii_lowercase();
    let after = head
        .split_once("charset=")
        .map(|(_, after)| after)
        .or_else(|| head.strip_prefix("<?xml").and_then(|head| head.split_once("encoding=")).map(|(_, after)| after))?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
        .collect();
    (!label.is_empty()).then_some(label)
}
