//! What `styles.xml` and a worksheet say about the look of cells, rows and columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::colours::{self, Named};
use crate::intake::look::{Across, CellLook, ColumnLook, Down, Line, LookBuilder, NumberLook, Stroke};
use crate::intake::sheet::MAX_COLS;
use crate::intake::xml;

/// Fonts, fills, borders and formats of a workbook, each: the specification's bound is 64,000.
const MOST: usize = 65_000;
/// Formats of numbers that the workbook brings: Excel itself takes some 250.
const MOST_CODES: usize = 5_000;
/// Longest code of a format: Excel's bound is 255 characters.
const CODE_BYTES: usize = 1_000;
/// Longest name of a font.
const FONT_CHARS: usize = 31;

/// The formats of a workbook, ready for its sheets.
#[derive(Debug, Clone, Default)]
pub(super) struct Looks {
    /// By the number that cells give.
    pub(super) formats: Arc<[CellLook]>,
    /// Of each whether it is as good as none.
    pub(super) plain: Vec<bool>,
}

#[derive(Debug, Clone, Default)]
struct Font {
    name: Option<Box<str>>,
    size: Option<f32>,
    ink: Option<Named>,
    bold: bool,
    italic: bool,
    underlined: bool,
    struck: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct Fill {
    solid: bool,
    colour: Option<Named>,
}

type Border = [Option<(Stroke, Option<Named>)>; 4];

/// A cell's format as numbers of its parts.
#[derive(Debug, Clone, Default)]
struct Xf {
    number: u32,
    font: usize,
    fill: usize,
    border: usize,
    across: Across,
    down: Down,
    wrapped: bool,
    indent: u8,
}

/// Where in `styles.xml` the reader is. Fonts and fills stand elsewhere in it too, for other purposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Section {
    #[default]
    Other,
    Codes,
    Fonts,
    Fills,
    Borders,
    Formats,
    Palette,
}

/// Gathers the look of cells while `styles.xml` passes by.
#[derive(Debug, Default)]
pub(super) struct Gatherer {
    section: Section,
    codes: BTreeMap<u32, Box<str>>,
    fonts: Vec<Font>,
    fills: Vec<Fill>,
    borders: Vec<Border>,
    formats: Vec<Xf>,
    palette: Vec<u32>,
    side: Option<usize>,
}

impl Gatherer {
    pub(super) fn start(&mut self, e: &BytesStart<'_>) {
        let name = e.local_name();
        match (self.section, name.as_ref()) {
            (_, "numFmts") => self.section = Section::Codes,
            (_, "fonts") => self.section = Section::Fonts,
            (_, "fills") => self.section = Section::Fills,
            (_, "borders") => self.section = Section::Borders,
            (_, "cellXfs") => self.section = Section::Formats,
            (_, "indexedColors") => self.section = Section::Palette,
            (Section::Codes, "numFmt") if self.codes.len() < MOST_CODES => {
                if let (Some(id), Some(code)) = (xml::number(e, "numFmtId"), xml::attr(e, "formatCode")) {
                    // One that is too long is known to be there, so that no built-in one takes its place.
                    let code = if code.len() <= CODE_BYTES { code.as_ref() } else { "" };
                    self.codes.insert(id, code.into());
                }
            }
            (Section::Fonts, tag) => self.font(tag, e),
            (Section::Fills, "fill") if self.fills.len() < MOST => self.fills.push(Fill::default()),
            (Section::Fills, "patternFill") => {
                if let Some(fill) = self.fills.last_mut() {
                    fill.solid = xml::attr(e, "patternType").is_some_and(|kind| kind == "solid");
                }
            }
            (Section::Fills, "fgColor") => {
                if let Some(fill) = self.fills.last_mut() {
                    fill.colour = Named::read(e);
                }
            }
            (Section::Borders, tag) => self.border(tag, e),
            (Section::Formats, "xf") if self.formats.len() < MOST => {
                let part = |name: &str| xml::number(e, name).map_or(usize::MAX, |n| n as usize);
                self.formats.push(Xf {
                    number: xml::number(e, "numFmtId").unwrap_or(0),
                    font: part("fontId"),
                    fill: part("fillId"),
                    border: part("borderId"),
                    ..Xf::default()
                });
            }
            (Section::Formats, "alignment") => {
                if let Some(format) = self.formats.last_mut() {
                    format.across = across(xml::attr(e, "horizontal").as_deref());
                    format.down = down(xml::attr(e, "vertical").as_deref());
                    format.wrapped = xml::attr(e, "wrapText").is_some_and(|v| xml::is_true(&v));
                    format.indent = xml::number(e, "indent").map_or(0, |n| n.min(15) as u8);
                }
            }
            (Section::Palette, "rgbColor") if self.palette.len() < 64 => {
                self.palette.push(xml::attr(e, "rgb").as_deref().and_then(colours::hex).unwrap_or(0));
            }
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if matches!(name, "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "indexedColors") {
            self.section = Section::Other;
        }
    }

    fn font(&mut self, tag: &str, e: &BytesStart<'_>) {
        if tag == "font" && self.fonts.len() < MOST {
            self.fonts.push(Font::default());
        }
        let Some(font) = self.fonts.last_mut() else { return };
        let on = || xml::attr(e, "val").is_none_or(|v| xml::is_true(&v));
        match tag {
            "b" => font.bold = on(),
            "i" => font.italic = on(),
            "strike" => font.struck = on(),
            "u" => font.underlined = xml::attr(e, "val").is_none_or(|kind| kind != "none"),
            "color" => font.ink = Named::read(e),
            "sz" => {
                let size = xml::attr(e, "val").and_then(|v| v.trim().parse().ok());
                font.size = size.filter(|size: &f32| (1.0..=409.0).contains(size));
            }
            "name" => {
                let name = xml::attr(e, "val").unwrap_or_default();
                let fit = !name.is_empty() && name.chars().count() <= FONT_CHARS && !name.contains(char::is_control);
                font.name = fit.then(|| name.as_ref().into());
            }
            _ => {}
        }
    }

    fn border(&mut self, tag: &str, e: &BytesStart<'_>) {
        match tag {
            "border" if self.borders.len() < MOST => {
                self.side = None;
                self.borders.push(Border::default());
            }
            "left" | "right" | "top" | "bottom" | "start" | "end" => {
                let side = match tag {
                    "left" | "start" => 0,
                    "right" | "end" => 1,
                    "top" => 2,
                    _ => 3,
                };
                self.side = Some(side);
                let line = self.borders.last_mut().and_then(|border| border.get_mut(side));
                if let (Some(line), Some(stroke)) = (line, stroke(xml::attr(e, "style").as_deref())) {
                    *line = Some((stroke, None));
                }
            }
            "diagonal" | "vertical" | "horizontal" => self.side = None,
            "color" => {
                let line = self.side.and_then(|side| self.borders.last_mut()?.get_mut(side)?.as_mut());
                if let Some(line) = line {
                    line.1 = Named::read(e);
                }
            }
            _ => {}
        }
    }

    /// The formats, with their colours found.
    pub(super) fn finish(self, theme: &[u32; 12]) -> Looks {
        let colour = |named: Option<Named>| named.and_then(|named| named.resolve(&self.palette, theme));
        let usual = self.formats.first().and_then(|xf| self.fonts.get(xf.font)).cloned().unwrap_or_default();
        let look = |xf: &Xf| {
            let font = self.fonts.get(xf.font).unwrap_or(&usual);
            let fill = self.fills.get(xf.fill).filter(|fill| fill.solid).and_then(|fill| colour(fill.colour));
            let ink = colour(font.ink).filter(|ink| Some(*ink) != colour(usual.ink).or(Some(0)));
            let border = self.borders.get(xf.border).copied().unwrap_or_default();
            CellLook {
                number: match self.codes.get(&xf.number) {
                    Some(code) if code.eq_ignore_ascii_case("General") => NumberLook::General,
                    Some(code) => NumberLook::Code(code.clone()),
                    None => match u8::try_from(xf.number) {
                        Ok(0) | Err(_) => NumberLook::General,
                        Ok(id) => NumberLook::BuiltIn(id),
                    },
                },
                fill,
                // Light letters on something that cannot be told, such as a gradient, would not be seen.
                ink: ink.filter(|ink| fill.is_some() || !is_light(*ink)),
                font: font.name.clone().filter(|name| Some(name) != usual.name.as_ref()),
                size: font.size.filter(|size| Some(*size) != usual.size),
                bold: font.bold,
                italic: font.italic,
                underlined: font.underlined,
                struck: font.struck,
                across: xf.across,
                down: xf.down,
                wrapped: xf.wrapped,
                indent: xf.indent,
                lines: border.map(|line| line.map(|(stroke, named)| Line { stroke, colour: colour(named) })),
            }
        };
        let formats: Arc<[CellLook]> = self.formats.iter().map(look).collect();
        let plain = formats.iter().map(|format| *format == CellLook::default()).collect();
        Looks { formats, plain }
    }
}

fn is_light(rgb: u32) -> bool {
    let [_, r, g, b] = rgb.to_be_bytes().map(u32::from);
    r * 3 + g * 6 + b > 2_000 // of 2,550
}

fn across(name: Option<&str>) -> Across {
    match name {
        Some("left") => Across::Left,
        Some("center") => Across::Center,
        Some("right") => Across::Right,
        Some("fill") => Across::Fill,
        Some("justify") => Across::Justify,
        Some("centerContinuous") => Across::CenterAcross,
        Some("distributed") => Across::Distributed,
        _ => Across::General,
    }
}

fn down(name: Option<&str>) -> Down {
    match name {
        Some("top") => Down::Top,
        Some("center") => Down::Center,
        Some("justify") => Down::Justify,
        Some("distributed") => Down::Distributed,
        _ => Down::Bottom,
    }
}

fn stroke(name: Option<&str>) -> Option<Stroke> {
    Some(match name? {
        "thin" => Stroke::Thin,
        "medium" => Stroke::Medium,
        "dashed" => Stroke::Dashed,
        "dotted" => Stroke::Dotted,
        "thick" => Stroke::Thick,
        "double" => Stroke::Double,
        "hair" => Stroke::Hair,
        "mediumDashed" => Stroke::MediumDashed,
        "dashDot" => Stroke::DashDot,
        "mediumDashDot" => Stroke::MediumDashDot,
        "dashDotDot" => Stroke::DashDotDot,
        "mediumDashDotDot" => Stroke::MediumDashDotDot,
        "slantDashDot" => Stroke::SlantDashDot,
        _ => return None,
    })
}

/// A `col` element of a worksheet.
pub(super) fn columns(e: &BytesStart<'_>, look: &mut LookBuilder<'_>) {
    let edge = |name: &str| xml::number(e, name).and_then(|n| n.checked_sub(1));
    let (Some(first), Some(last)) = (edge("min"), edge("max")) else { return };
    let width = xml::attr(e, "width").and_then(|v| v.trim().parse::<f32>().ok()).filter(|w| (0.0..=255.0).contains(w));
    let hidden = xml::attr(e, "hidden").is_some_and(|v| xml::is_true(&v)) || width == Some(0.0);
    look.columns(ColumnLook { first, last: last.min(MAX_COLS - 1), width: width.filter(|w| *w > 0.0), hidden });
}

/// A `pane` element of a worksheet: only frozen ones stand still.
pub(super) fn pane(e: &BytesStart<'_>, look: &mut LookBuilder<'_>) {
    if xml::attr(e, "state").is_some_and(|state| matches!(state.as_ref(), "frozen" | "frozenSplit")) {
        let count = |name: &str| {
            let number = xml::attr(e, name).and_then(|v| v.trim().parse::<f64>().ok()).unwrap_or(0.0);
            number.clamp(0.0, f64::from(u32::MAX)) as u32 // nonsense becomes zero
        };
        look.freeze(count("ySplit"), count("xSplit"));
    }
}

/// What a `row` element says of the row's look: its height in points, if somebody set it, and whether it is hidden.
pub(super) fn row(height: Option<&str>, custom: Option<&str>, hidden: Option<&str>) -> (Option<f32>, bool) {
    let is_on = |text: Option<&str>| text.is_some_and(xml::is_true);
    let height = height.filter(|_| is_on(custom)).and_then(|text| text.trim().parse::<f32>().ok());
    let hidden = is_on(hidden) || height == Some(0.0);
    (height.filter(|height| (0.1..=409.0).contains(height)), hidden)
}

#[cfg(test)]
mod tests {
    use super::super::parts::parse_styles;
    use super::*;

    const THEME: [u32; 12] = [0xFF_FFFF, 0, 0xEE_EEEE, 0x22_2222, 0x10_2030, 0, 0, 0, 0, 0, 0, 0];

    fn looks(xml: &str) -> Vec<CellLook> {
        parse_styles(xml.as_bytes(), || (), &THEME).unwrap().looks.formats.to_vec()
    }

    #[test]
    fn formats_are_told_by_what_they_have_beyond_a_plain_cell() {
        let all = looks(
            r#"<styleSheet>
              <numFmts><numFmt numFmtId="164" formatCode="0.0&quot; k&quot;"/></numFmts>
              <fonts>
                <font><sz val="10"/><color theme="1"/><name val="Arial"/></font>
                <font><b/><i val="0"/><u/><sz val="16"/><color theme="0"/><name val="Arial"/></font>
                <font><strike/><sz val="10"/><color indexed="10"/><name val="Georgia"/></font>
              </fonts>
              <fills>
                <fill><patternFill patternType="none"/></fill>
                <fill><patternFill patternType="solid"><fgColor theme="4"/><bgColor indexed="64"/></patternFill></fill>
                <fill><gradientFill><stop><color rgb="FF00FF00"/></stop></gradientFill></fill>
              </fills>
              <borders><border/>
                <border><left style="thin"><color rgb="FF999999"/></left><right/><diagonal style="thick"/></border>
              </borders>
              <cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>
              <cellXfs>
                <xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
                <xf numFmtId="164" fontId="1" fillId="1" borderId="1"><alignment horizontal="right" indent="2"/></xf>
                <xf numFmtId="14" fontId="2" fillId="2" borderId="0"><alignment wrapText="1" vertical="top"/></xf>
                <xf numFmtId="0" fontId="1" fillId="2" borderId="0"/>
              </cellXfs>
              <dxfs><dxf><font><b/></font><fill><patternFill patternType="solid"/></fill></dxf></dxfs>
            </styleSheet>"#,
        );
        assert_eq!(all.len(), 4);
        assert_eq!(all[0], CellLook::default());
        let line = Line { stroke: Stroke::Thin, colour: Some(0x99_9999) };
        let expected = CellLook {
            number: NumberLook::Code("0.0\" k\"".into()),
            fill: Some(0x10_2030),
            ink: Some(0xFF_FFFF),
            size: Some(16.0),
            bold: true,
            underlined: true,
            across: Across::Right,
            indent: 2,
            lines: [Some(line), None, None, None],
            ..CellLook::default()
        };
        assert_eq!(all[1], expected);
        let expected = CellLook {
            number: NumberLook::BuiltIn(14),
            ink: Some(0xFF_0000),
            font: Some("Georgia".into()),
            struck: true,
            down: Down::Top,
            wrapped: true,
            ..CellLook::default()
        };
        assert_eq!(all[2], expected);
        // White letters on a gradient that is not kept would be white on white.
        assert_eq!((all[3].ink, all[3].fill, all[3].bold), (None, None, true));
    }

    #[test]
    fn heights_count_where_somebody_set_them() {
        assert_eq!(row(Some("24.75"), Some("1"), None), (Some(24.75), false));
        assert_eq!(row(Some("24.75"), None, Some("1")), (None, true));
        assert_eq!(row(Some("0"), Some("1"), None), (None, true));
        assert_eq!(row(Some("NaN"), Some("1"), Some("no")), (None, false));
        assert_eq!(row(Some("1e9"), Some("1"), None), (None, false));
    }
}
