//! Data goes to standard output, talk to standard error; colours only where a terminal shows them (`NO_COLOR` is
//! obeyed). A closed pipe is no error: whoever reads has had enough.

use std::io::{self, ErrorKind, Write};
use std::sync::Mutex;

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Bold red, for errors.
pub const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Bold yellow, for warnings.
pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Cyan, for hints.
pub const HINT: Style = AnsiColor::Cyan.on_default();
/// Bold.
pub const STRONG: Style = Style::new().bold();
/// Dimmed, for places and remarks.
pub const FAINT: Style = Style::new().dimmed();

/// Why data could not be printed, the first time that happened.
static LOST: Mutex<Option<io::Error>> = Mutex::new(None);

/// Prints data; [`lost`] tells if that failed.
pub fn data(text: &str) {
    let mut out = anstream::stdout().lock();
    if let Err(error) = writeln!(out, "{text}").and_then(|()| out.flush())
        && error.kind() != ErrorKind::BrokenPipe
    {
        LOST.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get_or_insert(error);
    }
}

/// Why some of the data could not be printed, if so; a reader that closed the pipe is no reason. Told once.
pub fn lost() -> Option<io::Error> {
    LOST.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
}

/// Prints data as it is, to the last byte.
///
/// # Errors
/// If it could not be written; a reader that closed the pipe is no error.
pub fn raw(bytes: &[u8]) -> io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints talk.
pub fn say(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Prints an error.
pub fn error(text: &str) {
    say(&format!("{ERROR}error{ERROR:#}: {}", visible(text)));
}

/// Prints a warning.
pub fn warning(text: &str) {
    say(&format!("{WARNING}warning{WARNING:#}: {}", visible(text)));
}

/// Text from strangers for a terminal: control characters are shown, not obeyed.
pub fn visible(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' => "\n".to_owned(),
        c if commands(c) => c.escape_unicode().to_string(),
        c => c.to_string(),
    };
    text.chars().map(shown).collect()
}

/// The same for JSON: what would command a terminal is written as an escape, which means the same to machines.
pub fn inert_json(json: String) -> String {
    let acts = |c: char| c != '\n' && commands(c);
    if !json.contains(acts) {
        return json;
    }
    let mut inert = String::with_capacity(json.len() + 64);
    let mut rest = json.as_str();
    while let Some(at) = rest.find(acts) {
        let (plain, from) = rest.split_at(at);
        inert.push_str(plain);
        let mut chars = from.chars();
        inert.extend(chars.next().map(|c| format!("\\u{:04x}", u32::from(c))));
        rest = chars.as_str();
    }
    inert.push_str(rest);
    inert
}

/// Makes JSON inert on its way.
pub struct Inert<W> {
    out: W,
    /// The beginning of a character whose rest is still to come.
    begun: Vec<u8>,
}

impl<W: Write> Inert<W> {
    /// What is written here goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out, begun: Vec::new() }
    }
}

impl<W: Write> Write for Inert<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.begun) {
            Ok(text) => text.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(error) => return Err(io::Error::new(ErrorKind::InvalidData, error)),
        };
        let rest = self.begun.split_off(whole);
        let text = String::from_utf8(std::mem::replace(&mut self.begun, rest)).map_err(io::Error::other)?;
        self.out.write_all(inert_json(text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Whether a terminal would obey a character: controls of both sets, line separators, directional overrides and isolates.
pub(super) fn commands(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A progress bar on a terminal, nothing in a pipe.
pub fn progress(steps: u64, doing: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{msg:<24} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message(doing.to_owned());
    bar
}

/// Columns padded to a common width; `right` says which are aligned right.
pub fn table(rows: &[Vec<String>], right: &[bool]) -> Vec<String> {
    let width = |text: &str| console_width(text);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> =
        (0..columns).map(|c| rows.iter().filter_map(|row| row.get(c)).map(|t| width(t)).max().unwrap_or(0)).collect();
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            for (c, text) in row.iter().enumerate() {
                let padding = " ".repeat(widths[c].saturating_sub(width(text)));
                let cell =
                    if right.get(c) == Some(&true) { format!("{padding}{text}") } else { format!("{text}{padding}") };
                line.push_str(&cell);
                line.push_str("  ");
            }
            line.trim_end().to_owned()
        })
        .collect()
}

/// Columns of a terminal that a text takes.
fn console_width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
