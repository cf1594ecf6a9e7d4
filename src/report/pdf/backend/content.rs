//! Operators of page content, written as the bytes that viewers read.

/// A content stream in the making.
#[derive(Default)]
pub(super) struct Content(Vec<u8>);

impl Content {
    pub(super) fn bytes(self) -> Vec<u8> {
        self.0
    }

    /// A piece as it is.
    pub(super) fn raw(&mut self, piece: &str) -> &mut Self {
        self.0.extend_from_slice(piece.as_bytes());
        self
    }

    /// A length in points, to the hundredth: finer than any printer.
    pub(super) fn length(&mut self, value: f32) -> &mut Self {
        decimal(&mut self.0, f64::from(value), 2);
        self.0.push(b' ');
        self
    }

    /// A place of text, to the tenth of a point: a thirtieth of a millimetre.
    pub(super) fn place(&mut self, value: f32) -> &mut Self {
        decimal(&mut self.0, f64::from(value), 1);
        self.0.push(b' ');
        self
    }

    /// A share of one, to the thousandth.
    pub(super) fn share(&mut self, value: f32) -> &mut Self {
        decimal(&mut self.0, f64::from(value), 3);
        self.0.push(b' ');
        self
    }

    pub(super) fn whole(&mut self, value: i64) -> &mut Self {
        integer(&mut self.0, value);
        self
    }

    /// A name of letters, digits, `+` and `-`.
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.0.push(b'/');
        self.raw(name)
    }

    /// Glyph numbers as a string of two bytes each.
    pub(super) fn glyphs(&mut self, glyphs: &[u16]) -> &mut Self {
        self.0.push(b'(');
        for byte in glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()) {
            match byte {
                b'(' | b')' | b'\\' => self.0.extend([b'\\', byte]),
                // As it stands it would be read as a line feed.
                b'\r' => self.0.extend(b"\\r"),
                byte => self.0.push(byte),
            }
        }
        self.0.push(b')');
        self
    }

    /// Bytes as a string of hexadecimal digits.
    pub(super) fn hex(&mut self, bytes: &[u8]) -> &mut Self {
        hex(&mut self.0, bytes);
        self
    }
}

/// Writes a string of hexadecimal digits.
pub(super) fn hex(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push(b'<');
    out.extend(bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]));
    out.push(b'>');
}

/// Writes a whole number.
pub(super) fn integer(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    digits(out, value.unsigned_abs(), 1);
}

/// Writes a number with so many decimals at most; zeros at the end are left out.
pub(super) fn decimal(out: &mut Vec<u8>, value: f64, decimals: u32) {
    let scale = 10_u64.pow(decimals);
    let units = (value * scale as f64).round() as i64;
    if units < 0 {
        out.push(b'-');
    }
    digits(out, units.unsigned_abs() / scale, 1);
    let mut rest = units.unsigned_abs() % scale;
    if rest > 0 {
        let mut places = decimals as usize;
        while rest.is_multiple_of(10) {
            rest /= 10;
            places -= 1;
        }
        out.push(b'.');
        digits(out, rest, places);
    }
}

/// Digits, with zeros before them to fill so many places.
fn digits(out: &mut Vec<u8>, mut value: u64, places: usize) {
    let start = out.len();
    while value > 0 || out.len() - start < places {
        out.push(b'0' + (value % 10) as u8);
        value /= 10;
    }
    if let Some(written) = out.get_mut(start..) {
        written.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64, decimals: u32) -> String {
        let mut out = Vec::new();
        decimal(&mut out, value, decimals);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        assert_eq!(written(0.0, 2), "0");
        assert_eq!(written(-0.001, 2), "0");
        assert_eq!(written(12.0, 2), "12");
        assert_eq!(written(12.5, 2), "12.5");
        assert_eq!(written(12.05, 2), "12.05");
        assert_eq!(written(-0.254, 2), "-0.25");
        assert_eq!(written(99.996, 2), "100");
        let mut out = Vec::new();
        integer(&mut out, -120);
        assert_eq!(out, b"-120");
    }

    #[test]
    fn glyphs_that_would_end_a_string_are_escaped() {
        let mut content = Content::default();
        content.glyphs(&[0x0041, 0x2829, 0x005C, 0x000D, 0x000A]);
        assert_eq!(content.bytes(), b"(\0A\\(\\)\0\\\\\0\\r\0\n)");
    }
}
