//! Which partners and inputs one of several runs side by side answers for.

use std::collections::BTreeSet;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::facts::SheetRef;
use crate::intake::Book;
use crate::portfolio::Partner;
use crate::recognise::fold;

/// Shards of a run at most.
const MOST: u32 = 100_000;

/// One of several equal shares, such as 2 of 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    number: u32,
    of: u32,
}

/// A text that names no share.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write the shard as K/N, such as 2/8 for the second of eight; K is 1 to N, and N at most {MOST}")]
pub struct ShareError;

impl Share {
    /// Its number, counted from one.
    pub fn number(self) -> u32 {
        self.number
    }

    /// How many there are.
    pub fn of(self) -> u32 {
        self.of
    }

    /// Whether a partner belongs to it: by its ID, else by its name without regard for case, accents and signs.
    pub fn has_partner(self, partner: &Partner) -> bool {
        match (partner.id, partner.name) {
            (Some(id), _) => self.has(id.as_str()),
            (None, name) => self.has(&name.map(|name| fold(&name)).unwrap_or_default()),
        }
    }

    /// Whether it writes the annotated copy of an input: by the input's label.
    pub fn has_input(self, book: &Book) -> bool {
        self.has(&book.label)
    }

    /// The first eight bytes of the key's SHA-256, as a number with the highest byte first, are divided by the number of
    /// shares: the rest is the share's number, counted from zero.
    fn has(self, key: &str) -> bool {
        let hash = Sha256::digest(key.as_bytes());
        let number = hash.iter().take(8).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
        number % u64::from(self.of.max(1)) == u64::from(self.number.saturating_sub(1))
    }

    /// Which partners have to be judged: its own, and those whose rows an annotated copy of its own tells about.
    pub(super) fn judges(self, partners: &[Partner], books: &[Book]) -> Vec<bool> {
        let files: BTreeSet<u32> =
            (0..).zip(books).filter(|(_, book)| self.has_input(book)).map(|(file, _)| file).collect();
        let ours = |sheet: SheetRef| files.contains(&sheet.file);
        let is_there = |partner: &Partner| {
            partner.sheets.iter().any(|sheet| ours(*sheet))
                || partner.usage.iter().any(|row| ours(row.sheet))
                || partner.people.iter().flat_map(|person| &person.roster).any(|row| ours(row.sheet))
        };
        partners.iter().map(|partner| self.has_partner(partner) || is_there(partner)).collect()
    }
}

impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        let (number, of) = text.trim().split_once('/').ok_or(ShareError)?;
        let read = |text: &str| text.trim().parse::<u32>().map_err(|_| ShareError);
        let (number, of) = (read(number)?, read(of)?);
        if number == 0 || number > of || of > MOST { Err(ShareError) } else { Ok(Self { number, of }) }
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_of_one_share_and_always_of_the_same() {
        // SHA-256 of "abc" begins with ba7816bf 8f01cfea, the example of the standard: 13436514500253700074 is even.
        assert!(!Share { number: 2, of: 2 }.has("abc") && Share { number: 1, of: 2 }.has("abc"));
        for of in 1..=7 {
            for key in ["1000001", "contoso", "", "日本"] {
                let owners = (1..=of).filter(|&number| Share { number, of }.has(key)).count();
                assert_eq!(owners, 1, "{key} of {of}");
            }
        }
    }

    #[test]
    fn shares_are_written_as_fractions() {
        assert_eq!("2/8".parse(), Ok(Share { number: 2, of: 8 }));
        for wrong in ["", "2", "0/8", "9/8", "1/0", "-1/2", "1/2/3", "a/b", "1/4294967296", "1/100001"] {
            assert_eq!(wrong.parse::<Share>(), Err(ShareError), "{wrong}");
        }
    }
}
