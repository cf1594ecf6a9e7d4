//! The look of every workbook: the one place for colours and cell formats.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::report::content::{Kind, TierMark, Tone};
use crate::report::theme::Theme;

/// Colours, as `0xRRGGBB`: those of the theme, so that workbook and PDF look alike, and tints of them.
pub mod colour {
    use crate::report::theme::{Colour, Colours, Theme};

    fn of(pick: fn(&Colours) -> Colour) -> u32 {
        pick(&Theme::shipped().colours).rgb()
    }

    /// Text.
    pub fn ink() -> u32 {
        of(|c| c.ink)
    }
    /// Secondary text.
    pub fn muted() -> u32 {
        of(|c| c.muted)
    }
    /// Lines between rows.
    pub fn rule() -> u32 {
        of(|c| c.muted.tint(28))
    }
    /// Headings, headers, columns of charts.
    pub fn accent() -> u32 {
        of(|c| c.accent)
    }
    /// Bars behind figures.
    pub fn bar() -> u32 {
        of(|c| c.accent.tint(32))
    }
    /// Text on the accent colour.
    pub fn on_accent() -> u32 {
        Colour::WHITE.rgb()
    }
    /// What the tool adds to somebody else's sheet.
    pub fn ours() -> u32 {
        of(|c| c.added)
    }
    /// Counted, met.
    pub fn good() -> u32 {
        of(|c| c.good)
    }
    /// Behind it.
    pub fn good_tint() -> u32 {
        of(|c| c.good.tint(11))
    }
    /// Not counted, not met.
    pub fn bad() -> u32 {
        of(|c| c.bad)
    }
    /// Behind it.
    pub fn bad_tint() -> u32 {
        of(|c| c.bad.tint(10))
    }
    /// Open problems of the data.
    pub fn open() -> u32 {
        of(|c| c.open)
    }
    /// Behind them.
    pub fn open_tint() -> u32 {
        of(|c| c.gold.tint(14))
    }
    /// Paper of notes.
    pub fn note() -> u32 {
        of(|c| c.gold.tint(7))
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
    /// A short link in the middle of its cell.
    pub link_centre: Ink,
    /// Data below a chart.
    pub chart_data: Ink,
    tones: [Body; 4],
}

impl Styles {
    /// The formats in this house's colours.
    pub fn new() -> Self {
        let ink = || Format::new().set_font_color(Color::RGB(colour::ink())).set_align(FormatAlign::Top);
        let cell = || ink().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(colour::rule()));
        let header = |fill: u32| {
            Format::new()
                .set_bold()
                .set_font_color(Color::RGB(colour::on_accent()))
                .set_background_color(Color::RGB(fill))
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
        };
        let left = |format: Format| format.set_align(FormatAlign::Left).set_indent(1);
        let leading =
            |format: Format| format.set_font_color(Color::RGB(colour::accent())).set_underline(FormatUnderline::Single);
        let muted = || ink().set_font_color(Color::RGB(colour::muted()));
        Self {
            title: Ink::new(ink().set_bold().set_font_size(16).set_font_color(Color::RGB(colour::accent()))),
            intro: Ink::new(muted().set_text_wrap()),
            section: Ink::new(
                ink()
                    .set_bold()
                    .set_font_size(12)
                    .set_font_color(Color::RGB(colour::accent()))
                    .set_border_bottom(FormatBorder::Thin)
                    .set_border_bottom_color(Color::RGB(colour::accent())),
            ),
            prose: Ink::new(ink().set_text_wrap()),
            strong: Ink::new(ink().set_bold().set_text_wrap()),
            indented: Ink::new(left(ink().set_text_wrap())),
            indented_strong: Ink::new(left(ink().set_bold().set_text_wrap())),
            muted: Ink::new(muted().set_text_wrap()),
            ordinal: Ink::new(
                ink().set_bold().set_align(FormatAlign::Center).set_font_color(Color::RGB(colour::accent())),
            ),
            ordinal_link: Ink::new(leading(ink()).set_bold().set_align(FormatAlign::Center)),
            header: Ink::new(left(header(colour::accent()))),
            header_centre: Ink::new(header(colour::accent()).set_align(FormatAlign::Center)),
            header_right: Ink::new(header(colour::accent()).set_align(FormatAlign::Right).set_indent(1)),
            ours: Ink::new(left(header(colour::ours()))),
            total: Body::new(
                ink().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(Color::RGB(colour::accent())),
            ),
            link: cell().set_hyperlink(),
            link_centre: Ink::new(leading(cell()).set_align(FormatAlign::Center)),
            chart_data: Ink::new(Format::new().set_font_size(8).set_font_color(Color::RGB(colour::rule()))),
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
        Tone::Good => Some((colour::good(), colour::good_tint())),
        Tone::Bad => Some((colour::bad(), colour::bad_tint())),
        Tone::Open => Some((colour::open(), colour::open_tint())),
        Tone::Plain => None,
    }
}

/// What a cell takes on where a rule holds.
pub fn rule(font: u32, fill: u32) -> Format {
    Format::new().set_font_color(Color::RGB(font)).set_background_color(Color::RGB(fill))
}

/// Line colour and fill of a tier.
pub fn tier_colours(tier: TierMark) -> (u32, u32) {
    let mark = Theme::shipped().tier(tier);
    match tier {
        TierMark::Gold => (mark.rgb(), mark.tint(42).rgb()),
        TierMark::Silver => (mark.rgb(), mark.tint(26).rgb()),
        TierMark::None => (mark.tint(50).rgb(), mark.tint(9).rgb()),
    }
}

/// A tier's name in a table.
pub fn tier_cell(tier: TierMark) -> Format {
    Format::new()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::Top)
        .set_font_color(Color::RGB(colour::ink()))
        .set_background_color(Color::RGB(tier_colours(tier).1))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(Color::RGB(colour::rule()))
}

/// A partner's name in the colour of its tier.
pub fn tier_name(tier: TierMark) -> Format {
    tier_cell(tier).set_align(FormatAlign::Left).set_indent(1).set_text_wrap()
}

/// The large badge that shows a tier.
pub fn badge(tier: TierMark) -> Format {
    Format::new()
        .set_bold()
        .set_font_size(22)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_font_color(Color::RGB(colour::ink()))
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
