//! Bytes between two processes: frames with their length before them, and numbers and texts within.
//!
//! Whoever reads believes nothing: a frame has a largest size, every number a range, every list grows as it arrives and
//! never to a length that was only announced.

use std::io::{self, Read, Write};

/// Bytes of one frame at most.
pub(super) const FRAME: usize = 64 << 10;

/// Why a message could not be read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lost {
    /// Nothing more comes: the other side is gone.
    Gone,
    /// Nothing came in time.
    TooLate,
    /// What came makes no sense.
    Nonsense(&'static str),
}

/// Writes one message as frames.
pub(super) struct Out<W: Write> {
    to: W,
    buf: Vec<u8>,
}

impl<W: Write> Out<W> {
    pub(super) fn new(to: W) -> Self {
        Self { to, buf: Vec::with_capacity(FRAME) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.buf.is_empty() {
            self.to.write_all(&(self.buf.len() as u32).to_le_bytes())?;
            self.to.write_all(&self.buf)?;
            self.buf.clear();
        }
        Ok(())
    }

    /// Ends the message: an empty frame.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.flush()?;
        self.to.write_all(&0_u32.to_le_bytes())?;
        self.to.flush()
    }

    pub(super) fn raw(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            if self.buf.len() == FRAME {
                self.flush()?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(FRAME - self.buf.len()));
            self.buf.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    pub(super) fn byte(&mut self, byte: u8) -> io::Result<()> {
        self.raw(&[byte])
    }

    pub(super) fn flag(&mut self, flag: bool) -> io::Result<()> {
        self.byte(u8::from(flag))
    }

    /// A number, seven bits a byte, the lowest first.
    pub(super) fn number(&mut self, number: impl Into<u64>) -> io::Result<()> {
        let (mut rest, mut bytes, mut length) = (number.into(), [0_u8; 10], 0);
        for byte in &mut bytes {
            *byte = (rest & 0x7F) as u8;
            rest >>= 7;
            length += 1;
            if rest == 0 {
                break;
            }
            *byte |= 0x80;
        }
        self.raw(bytes.get(..length).unwrap_or_default())
    }

    pub(super) fn count(&mut self, count: usize) -> io::Result<()> {
        self.number(count as u64)
    }

    pub(super) fn float(&mut self, float: f64) -> io::Result<()> {
        self.raw(&float.to_bits().to_le_bytes())
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.count(bytes.len())?;
        self.raw(bytes)
    }

    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.bytes(text.as_bytes())
    }
}

/// Where frames come from.
pub(super) trait Frames {
    /// The next frame; an empty one ends the message.
    fn next(&mut self) -> Result<Vec<u8>, Lost>;
}

/// Reads a frame from a pipe; `None` where it has ended before one.
pub(super) fn frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0_u8; 4];
    match from.read(length.get_mut(..1).unwrap_or_default())? {
        0 => return Ok(None),
        _ => from.read_exact(length.get_mut(1..).unwrap_or_default())?,
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > FRAME {
        return Err(io::Error::other("a frame is too long"));
    }
    let mut frame = vec![0; length];
    from.read_exact(&mut frame)?;
    Ok(Some(frame))
}

/// Frames straight from a pipe.
pub(super) struct Pipe<R>(pub(super) R);

impl<R: Read> Frames for Pipe<R> {
    fn next(&mut self) -> Result<Vec<u8>, Lost> {
        frame(&mut self.0).ok().flatten().ok_or(Lost::Gone)
    }
}

/// Reads one message out of its frames.
pub(super) struct In<'a, F> {
    from: &'a mut F,
    buf: Vec<u8>,
    at: usize,
}

impl<'a, F: Frames> In<'a, F> {
    pub(super) fn new(from: &'a mut F) -> Self {
        Self { from, buf: Vec::new(), at: 0 }
    }

    /// The next bytes of the frame that is there, some and at most so many.
    fn some(&mut self, most: usize) -> Result<&[u8], Lost> {
        if self.at >= self.buf.len() {
            self.buf = self.from.next()?;
            self.at = 0;
            if self.buf.is_empty() {
                return Err(Lost::Nonsense("the message ends too early"));
            }
        }
        let start = self.at;
        self.at = self.buf.len().min(start.saturating_add(most));
        Ok(self.buf.get(start..self.at).unwrap_or_default())
    }

    /// Sees to it that the message ends here.
    pub(super) fn end(&mut self) -> Result<(), Lost> {
        if self.at < self.buf.len() || !self.from.next()?.is_empty() {
            return Err(Lost::Nonsense("the message does not end"));
        }
        Ok(())
    }

    pub(super) fn byte(&mut self) -> Result<u8, Lost> {
        if let Some(&byte) = self.buf.get(self.at) {
            self.at += 1;
            return Ok(byte);
        }
        self.some(1)?.first().copied().ok_or(Lost::Gone)
    }

    pub(super) fn flag(&mut self) -> Result<bool, Lost> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Lost::Nonsense("a flag")),
        }
    }

    pub(super) fn number(&mut self) -> Result<u64, Lost> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7F);
            if shift == 63 && bits > 1 {
                break;
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Lost::Nonsense("a number"))
    }

    /// A number up to a bound.
    pub(super) fn up_to(&mut self, most: u64) -> Result<u64, Lost> {
        self.number().and_then(|number| if number <= most { Ok(number) } else { Err(Lost::Nonsense("a bound")) })
    }

    pub(super) fn short(&mut self) -> Result<u16, Lost> {
        self.up_to(u64::from(u16::MAX)).map(|number| number as u16)
    }

    pub(super) fn long(&mut self) -> Result<u32, Lost> {
        self.up_to(u64::from(u32::MAX)).map(|number| number as u32)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Lost> {
        let mut array = [0_u8; N];
        let mut filled = 0;
        while filled < N {
            let some = self.some(N - filled)?;
            let length = some.len();
            if let Some(place) = array.get_mut(filled..filled + length) {
                place.copy_from_slice(some);
            }
            filled += length;
        }
        Ok(array)
    }

    pub(super) fn float(&mut self) -> Result<f64, Lost> {
        self.array().map(|bytes| f64::from_bits(u64::from_le_bytes(bytes)))
    }

    /// Bytes, at most so many.
    pub(super) fn bytes(&mut self, most: usize) -> Result<Vec<u8>, Lost> {
        let length = self.up_to(most as u64)? as usize;
        let mut bytes = Vec::with_capacity(length.min(FRAME));
        while bytes.len() < length {
            let some = self.some(length - bytes.len())?;
            bytes.extend_from_slice(some);
        }
        Ok(bytes)
    }

    /// A text, at most so many bytes.
    pub(super) fn text(&mut self, most: usize) -> Result<String, Lost> {
        String::from_utf8(self.bytes(most)?).map_err(|_| Lost::Nonsense("a text"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_across_frames() {
        let long: Vec<u8> = (0..3 * FRAME + 7).map(|n| (n % 251) as u8).collect();
        let mut out = Out::new(Vec::new());
        for number in [0, 1, 127, 128, 1 << 35, u64::MAX] {
            out.number(number).unwrap();
        }
        out.bytes(&long).unwrap();
        out.text("è").unwrap();
        out.float(-0.0).unwrap();
        out.end().unwrap();
        let mut pipe = Pipe(out.to.as_slice());
        let mut message = In::new(&mut pipe);
        for number in [0, 1, 127, 128, 1 << 35, u64::MAX] {
            assert_eq!(message.number(), Ok(number));
        }
        assert_eq!(message.bytes(long.len()), Ok(long));
        assert_eq!(message.text(2), Ok("è".to_owned()));
        assert_eq!(message.float().map(f64::to_bits), Ok((-0.0_f64).to_bits()));
        assert_eq!(message.end(), Ok(()));
    }

    #[test]
    fn nothing_is_believed() {
        let read = |bytes: &[u8]| {
            let framed = [&(bytes.len() as u32).to_le_bytes()[..], bytes, &[0; 4]].concat();
            let mut pipe = Pipe(framed.as_slice());
            In::new(&mut pipe).bytes(1000)
        };
        assert_eq!(read(&[2, 7, 8]), Ok(vec![7, 8]));
        assert_eq!(read(&[0xE9, 7]), Err(Lost::Nonsense("a bound"))); // 1001 bytes
        assert_eq!(read(&[3, 7, 8]), Err(Lost::Nonsense("the message ends too early")));
        assert_eq!(read(&[0xFF; 11]), Err(Lost::Nonsense("a number")));
        assert!(frame(&mut [0, 0, 1, 0, 0].as_slice()).is_err()); // cut off
        assert!(frame(&mut (FRAME as u32 + 1).to_le_bytes().as_slice()).is_err());
        assert!(matches!(frame(&mut [].as_slice()), Ok(None)));
    }
}
