//! The look of every workbook: the one place for colours and cell formats.

use rust_xlsxwriter::{
    Color, ConditionalFormatDataBar, ConditionalFormatDataBarDirection, ConditionalFormatType, Format, FormatAlign,
    FormatBorder, FormatUnderline, Worksheet, XlsxError,
};

use crate::report::content::{Kind, TierMark, Tone};
use crate::report::theme::{Colour, Colours, Theme};

/// Whose workbook it is: what its headers, footers and properties name.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// Name of the organisation; may be empty.
    pub organisation: String,
    /// Contact line for the foot of a page; may be empty.
    pub short_contact: String,
}

/// Colours, as `0xRRGGBB`: those of the theme, so that workbook and PDF look alike, and tints of them.
#[derive(Debug, Clone, Copy)]
pub struct Palette(pub Colours);

impl Palette {
    /// Text.
    pub fn ink(self) -> u32 {
        self.0.ink.rgb()
    }
    /// Secondary text.
    pub fn muted(self) -> u32 {
        self.0.muted.rgb()
    }
    /// Lines between rows.
    pub fn rule(self) -> u32 {
        self.0.muted.tint(28).rgb()
    }
    /// Headings, headers, columns of charts.
    pub fn accent(self) -> u32 {
        self.0.accent.rgb()
    }
    /// Bars behind figures.
    pub fn bar(self) -> u32 {
        self.0.accent.tint(32).rgb()
    }
    /// What the tool adds to somebody else's sheet.
    pub fn ours(self) -> u32 {
        self.0.added.rgb()
    }
    /// Counted, met.
    pub fn good(self) -> u32 {
        self.0.good.rgb()
    }
    /// Behind it.
    pub fn good_tint(self) -> u32 {
        self.0.good.tint(11).rgb()
    }
    /// Not counted, not met.
    pub fn bad(self) -> u32 {
        self.0.bad.rgb()
    }
    /// Behind it.
    pub fn bad_tint(self) -> u32 {
        self.0.bad.tint(10).rgb()
    }
    /// Open problems of the data.
    pub fn open(self) -> u32 {
        self.0.open.rgb()
    }
    /// Behind them.
    pub fn open_tint(self) -> u32 {
        self.0.gold.tint(14).rgb()
    }
    /// Paper of notes.
    pub fn note(self) -> u32 {
        self.0.gold.tint(7).rgb()
    }

    /// Text colour and fill of a tone.
    pub fn tint(self, tone: Tone) -> Option<(u32, u32)> {
        match tone {
            Tone::Good => Some((self.good(), self.good_tint())),
            Tone::Bad => Some((self.bad(), self.bad_tint())),
            Tone::Open => Some((self.open(), self.open_tint())),
            Tone::Plain => None,
        }
    }

    /// Line colour and fill of a tier.
    pub fn tier_colours(self, tier: TierMark) -> (u32, u32) {
        let mark = self.0.tier(tier);
        match tier {
            TierMark::Gold => (mark.rgb(), mark.tint(42).rgb()),
            TierMark::Silver => (mark.rgb(), mark.tint(26).rgb()),
            TierMark::None => (mark.tint(36).rgb(), mark.tint(9).rgb()),
        }
    }

    /// A tier's name in a table.
    pub fn tier_cell(self, tier: TierMark) -> Format {
        Format::new()
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::Top)
            .set_font_color(Color::RGB(self.ink()))
            .set_background_color(Color::RGB(self.tier_colours(tier).1))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(self.rule()))
    }

    /// A partner's name in the colour of its tier.
    pub fn tier_name(self, tier: TierMark) -> Format {
        self.tier_cell(tier).set_align(FormatAlign::Left).set_indent(1).set_text_wrap()
    }

    /// The large badge that shows a tier.
    pub fn badge(self, tier: TierMark) -> Format {
        Format::new()
            .set_bold()
            .set_font_size(22)
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_font_color(Color::RGB(self.ink()))
            .set_background_color(Color::RGB(self.tier_colours(tier).1))
            .set_border(FormatBorder::Medium)
            .set_border_color(Color::RGB(self.tier_colours(tier).0))
    }
}

/// Whole numbers with the reader's own separators.
pub const INT: &str = "#,##0";
/// Differences with their sign.
pub const CHANGE: &str = "+#,##0;\u{2212}#,##0;\u{2013}";
/// Months with the reader's own names.
pub const MONTH: &str = "mmm yyyy";
/// Built-in format of a day: Excel shows it as the reader's system does.
const DATE_INDEX: u8 = 14;
/// Built-in format of a day with time.
const DATE_TIME_INDEX: u8 = 22;
/// Built-in format of a time.
const TIME_INDEX: u8 = 21;

/// A format and its twin for text that could be taken for a formula.
#[derive(Debug, Clone)]
pub struct Ink {
    /// For whatever needs no guard.
    pub plain: Format,
    /// For text that an edit would turn into a formula.
    pub quoted: Format,
}

impl Ink {
    /// Both twins of a format.
    pub fn new(format: Format) -> Self {
        Self { quoted: format.clone().set_quote_prefix(), plain: format }
    }
}

/// Formats of body cells: one for each kind of value.
#[derive(Debug, Clone)]
pub struct Body {
    text: Ink,
    int: Ink,
    number: Ink,
    date: Ink,
    month: Ink,
    change: Ink,
    /// Text in the middle.
    pub centre: Ink,
}

impl Body {
    fn new(base: Format) -> Self {
        let right = base.clone().set_align(FormatAlign::Right).set_indent(1);
        let centre = base.clone().set_align(FormatAlign::Center);
        Self {
            text: Ink::new(base.set_align(FormatAlign::Left).set_indent(1).set_text_wrap()),
            int: Ink::new(right.clone().set_num_format(INT)),
            number: Ink::new(right.clone()),
            change: Ink::new(right.set_num_format(CHANGE)),
            date: Ink::new(centre.clone().set_num_format_index(DATE_INDEX)),
            month: Ink::new(centre.clone().set_num_format(MONTH)),
            centre: Ink::new(centre.set_text_wrap()),
        }
    }

    /// The format for a kind of value.
    pub fn of(&self, kind: Kind) -> &Ink {
        match kind {
            Kind::Text => &self.text,
            Kind::Int => &self.int,
            Kind::Number => &self.number,
            Kind::Date => &self.date,
            Kind::Month => &self.month,
            Kind::Change => &self.change,
        }
    }
}

/// All formats of a workbook.
#[derive(Debug, Clone)]
pub struct Styles {
    /// The colours.
    pub palette: Palette,
    /// Whose workbook it is.
    pub brand: Brand,
    /// Title of a sheet.
    pub title: Ink,
    /// Sentence under the title.
    pub intro: Ink,
    /// Heading of a section.
    pub section: Ink,
    /// Running text.
    pub prose: Ink,
    /// Running text that matters.
    pub strong: Ink,
    /// Running text with some air before it.
    pub indented: Ink,
    /// The same, where it matters.
    pub indented_strong: Ink,
    /// Small remarks and labels.
    pub muted: Ink,
    /// Number of a step.
    pub ordinal: Ink,
    /// The same, leading to the rows that the step is about.
    pub ordinal_link: Ink,
    /// Header cells of a table.
    pub header: Ink,
    /// Header cells over words and days in the middle.
    pub header_centre: Ink,
    /// Header cells over figures.
    pub header_right: Ink,
    /// Header cells of columns that the tool adds to somebody else's sheet.
    pub ours: Ink,
    /// Cells of the total row, by kind.
    pub total: Body,
    /// A link.
    pub link: Format,
    /// A contact line that leads somewhere.
    pub contact: Ink,
    /// A short link in the middle of its cell.
    pub link_centre: Ink,
    /// Data below a chart.
    pub chart_data: Ink,
    tones: [Body; 4],
}

impl Styles {
    /// The formats in a theme's colours.
    pub fn new(theme: &Theme) -> Self {
        let palette = Palette(theme.colours);
        let ink = || Format::new().set_font_color(Color::RGB(palette.ink())).set_align(FormatAlign::Top);
        let cell = || ink().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(palette.rule()));
        let header = |fill: u32| {
            Format::new()
                .set_bold()
                .set_font_color(Color::RGB(Colour::WHITE.rgb()))
                .set_background_color(Color::RGB(fill))
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
        };
        let left = |format: Format| format.set_align(FormatAlign::Left).set_indent(1);
        let leading =
            |format: Format| format.set_font_color(Color::RGB(palette.accent())).set_underline(FormatUnderline::Single);
        let muted = || ink().set_font_color(Color::RGB(palette.muted()));
        Self {
            palette,
            brand: Brand {
                organisation: theme.organisation.clone(),
                short_contact: theme.short_contact().unwrap_or_default().to_owned(),
            },
            title: Ink::new(ink().set_bold().set_font_size(16).set_font_color(Color::RGB(palette.accent()))),
            intro: Ink::new(muted().set_text_wrap()),
            section: Ink::new(
                ink()
                    .set_bold()
                    .set_font_size(12)
                    .set_font_color(Color::RGB(palette.accent()))
                    .set_border_bottom(FormatBorder::Thin)
                    .set_border_bottom_color(Color::RGB(palette.accent())),
            ),
            prose: Ink::new(ink().set_text_wrap()),
            strong: Ink::new(ink().set_bold().set_text_wrap()),
            indented: Ink::new(left(ink().set_text_wrap())),
            indented_strong: Ink::new(left(ink().set_bold().set_text_wrap())),
            muted: Ink::new(muted().set_text_wrap()),
            ordinal: Ink::new(
                ink().set_bold().set_align(FormatAlign::Center).set_font_color(Color::RGB(palette.accent())),
            ),
            ordinal_link: Ink::new(leading(ink()).set_bold().set_align(FormatAlign::Center)),
            header: Ink::new(left(header(palette.accent()))),
            header_centre: Ink::new(header(palette.accent()).set_align(FormatAlign::Center)),
            header_right: Ink::new(header(palette.accent()).set_align(FormatAlign::Right).set_indent(1)),
            ours: Ink::new(left(header(palette.ours()))),
            total: Body::new(
                ink().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(Color::RGB(palette.accent())),
            ),
            link: cell().set_hyperlink(),
            contact: Ink::new(ink().set_hyperlink().set_text_wrap()),
            link_centre: Ink::new(leading(cell()).set_align(FormatAlign::Center)),
            chart_data: Ink::new(Format::new().set_font_size(8).set_font_color(Color::RGB(palette.rule()))),
            tones: [Tone::Good, Tone::Bad, Tone::Open, Tone::Plain].map(|tone| {
                Body::new(match palette.tint(tone) {
                    Some((_, fill)) => cell().set_background_color(Color::RGB(fill)),
                    None => cell(),
                })
            }),
        }
    }

    /// The formats of body cells in a tone.
    pub fn tone(&self, tone: Tone) -> &Body {
        let [good, bad, open, plain] = &self.tones;
        match tone {
            Tone::Good => good,
            Tone::Bad => bad,
            Tone::Open => open,
            Tone::Plain => plain,
        }
    }

    /// The formats of untoned body cells.
    pub fn body(&self) -> &Body {
        self.tone(Tone::Plain)
    }
}

impl Styles {
    /// Bars behind the figures of a column's cells, from zero to `most`, or to the largest of them.
    pub fn data_bars(
        &self,
        sheet: &mut Worksheet,
        (first, last): (u32, u32),
        col: u16,
        most: Option<u32>,
    ) -> Result<(), XlsxError> {
        let mut bar = ConditionalFormatDataBar::new()
            .set_fill_color(Color::RGB(self.palette.bar()))
            .set_solid_fill(true)
            .set_direction(ConditionalFormatDataBarDirection::LeftToRight)
            .set_minimum(ConditionalFormatType::Number, 0);
        if let Some(most) = most {
            bar = bar.set_maximum(ConditionalFormatType::Number, most);
        }
        sheet.add_conditional_format(first, col, last, col, &bar)?;
        Ok(())
    }
}

/// What a cell takes on where a rule holds.
pub fn rule(font: u32, fill: u32) -> Format {
    Format::new().set_font_color(Color::RGB(font)).set_background_color(Color::RGB(fill))
}

/// The format that makes a serial number show as a date, a time or both.
pub fn serial(base: &Format, serial: f64) -> Format {
    let index = if serial.abs() < 1.0 {
        TIME_INDEX
    } else if serial.fract() == 0.0 {
        DATE_INDEX
    } else {
        DATE_TIME_INDEX
    };
    base.clone().set_num_format_index(index)
}
