//! The look of every workbook: the one place for colours and cell formats.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::content::{Kind, TierMark, Tone};

/// Colours, as `0xRRGGBB`.
pub mod colour {
    pub const INK: u32 = 0x1F_2937;
    pub const MUTED: u32 = 0x5B_6472;
    pub const RULE: u32 = 0xD5_DAE1;
    pub const ACCENT: u32 = 0x1F_4E79;
    pub const ACCENT_TINT: u32 = 0xE8_EFF7;
    pub const ON_ACCENT: u32 = 0xFF_FFFF;
    /// What the tool adds to somebody else's sheet.
    pub const OURS: u32 = 0x5B_3A8C;
    pub const GOOD: u32 = 0x1B_5E20;
    pub const GOOD_TINT: u32 = 0xE6_F4EA;
    pub const BAD: u32 = 0x9B_1C1C;
    pub const BAD_TINT: u32 = 0xFC_EBEA;
    pub const OPEN: u32 = 0x8A_5A00;
    pub const OPEN_TINT: u32 = 0xFF_F4DC;
    pub const GOLD: u32 = 0xC9_9700;
    pub const GOLD_TINT: u32 = 0xF8_E3A1;
    pub const SILVER: u32 = 0x7C_8796;
    pub const SILVER_TINT: u32 = 0xE1_E5EA;
    pub const NONE: u32 = 0xB4_BAC4;
    pub const NONE_TINT: u32 = 0xF1_F2F4;
    pub const NOTE_TINT: u32 = 0xFF_FDE7;
}

/// Whole numbers with the reader's own separators.
pub const INT: &str = "#,##0";
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
        }
    }
}

/// All formats of a workbook.
#[derive(Debug, Clone)]
pub struct Styles {
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
    /// Data below a chart.
    pub chart_data: Ink,
    tones: [Body; 4],
}

impl Styles {
    /// The formats in this house's colours.
    pub fn new() -> Self {
        let ink = || Format::new().set_font_color(Color::RGB(colour::INK)).set_align(FormatAlign::Top);
        let cell = || ink().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(colour::RULE));
        let header = |fill: u32| {
            Format::new()
                .set_bold()
                .set_font_color(Color::RGB(colour::ON_ACCENT))
                .set_background_color(Color::RGB(fill))
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
        };
        let left = |format: Format| format.set_align(FormatAlign::Left).set_indent(1);
        let muted = || ink().set_font_color(Color::RGB(colour::MUTED));
        Self {
            title: Ink::new(ink().set_bold().set_font_size(16).set_font_color(Color::RGB(colour::ACCENT))),
            intro: Ink::new(muted().set_text_wrap()),
            section: Ink::new(
                ink()
                    .set_bold()
                    .set_font_size(12)
                    .set_font_color(Color::RGB(colour::ACCENT))
                    .set_border_bottom(FormatBorder::Thin)
                    .set_border_bottom_color(Color::RGB(colour::ACCENT)),
            ),
            prose: Ink::new(ink().set_text_wrap()),
            strong: Ink::new(ink().set_bold().set_text_wrap()),
            indented: Ink::new(left(ink().set_text_wrap())),
            indented_strong: Ink::new(left(ink().set_bold().set_text_wrap())),
            muted: Ink::new(muted().set_text_wrap()),
            ordinal: Ink::new(
                ink().set_bold().set_align(FormatAlign::Center).set_font_color(Color::RGB(colour::ACCENT)),
            ),
            header: Ink::new(left(header(colour::ACCENT))),
            header_centre: Ink::new(header(colour::ACCENT).set_align(FormatAlign::Center)),
            header_right: Ink::new(header(colour::ACCENT).set_align(FormatAlign::Right).set_indent(1)),
            ours: Ink::new(left(header(colour::OURS))),
            total: Body::new(
                ink().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(Color::RGB(colour::ACCENT)),
            ),
            link: cell().set_hyperlink().set_align(FormatAlign::Top),
            chart_data: Ink::new(Format::new().set_font_size(8).set_font_color(Color::RGB(colour::RULE))),
            tones: [Tone::Good, Tone::Bad, Tone::Open, Tone::Plain].map(|tone| {
                Body::new(match tint(tone) {
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

/// Text colour and fill of a tone.
pub fn tint(tone: Tone) -> Option<(u32, u32)> {
    match tone {
        Tone::Good => Some((colour::GOOD, colour::GOOD_TINT)),
        Tone::Bad => Some((colour::BAD, colour::BAD_TINT)),
        Tone::Open => Some((colour::OPEN, colour::OPEN_TINT)),
        Tone::Plain => None,
    }
}

/// What a cell takes on where a rule holds.
pub fn rule(font: u32, fill: u32) -> Format {
    Format::new().set_font_color(Color::RGB(font)).set_background_color(Color::RGB(fill))
}

/// Line colour and fill of a tier.
pub fn tier_colours(tier: TierMark) -> (u32, u32) {
    match tier {
        TierMark::Gold => (colour::GOLD, colour::GOLD_TINT),
        TierMark::Silver => (colour::SILVER, colour::SILVER_TINT),
        TierMark::None => (colour::NONE, colour::NONE_TINT),
    }
}

/// A tier's name in a table.
pub fn tier_cell(tier: TierMark) -> Format {
    Format::new()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::Top)
        .set_font_color(Color::RGB(colour::INK))
        .set_background_color(Color::RGB(tier_colours(tier).1))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(Color::RGB(colour::RULE))
}

/// The large badge that shows a tier.
pub fn badge(tier: TierMark) -> Format {
    Format::new()
        .set_bold()
        .set_font_size(22)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_font_color(Color::RGB(colour::INK))
        .set_background_color(Color::RGB(tier_colours(tier).1))
        .set_border(FormatBorder::Medium)
        .set_border_color(Color::RGB(tier_colours(tier).0))
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
