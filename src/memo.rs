//! What texts were found to say, worked out once for each text.

use ustr::{Ustr, UstrMap};

/// Places for texts that were asked for lately.
const RECENT: usize = 256;

/// Remembers a value for each text. Rows of exports repeat what the rows before them say: such a text is found without
/// looking into it.
#[derive(Debug)]
pub(crate) struct Memo<V> {
    recent: Vec<Option<(Ustr, V)>>,
    all: UstrMap<V>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { recent: Vec::new(), all: UstrMap::default() }
    }
}

impl<V: Clone> Memo<V> {
    /// The value for a text; `work_out` is asked where it is not known yet.
    pub(crate) fn get(&mut self, text: Ustr, work_out: impl FnOnce() -> V) -> V {
        // Equal texts are one text in memory: its address tells where it may stand, and nothing else.
        let address = text.as_char_ptr() as usize;
        let place = (address >> 4 ^ address >> 12) % RECENT;
        if let Some(Some((known, value))) = self.recent.get(place)
            && *known == text
        {
            return value.clone();
        }
        let value = self.all.entry(text).or_insert_with(work_out).clone();
        if self.recent.is_empty() {
            self.recent.resize(RECENT, None);
        }
        if let Some(recent) = self.recent.get_mut(place) {
            *recent = Some((text, value.clone()));
        }
        value
    }

    /// How many texts are known.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_worked_out_once_however_many_there_are() {
        let mut memo = Memo::default();
        let mut asked = 0;
        for round in 0..3 {
            for n in 0..5_000_u32 {
                let got = memo.get(Ustr::from(&format!("text {n}")), || {
                    asked += 1;
                    n
                });
                assert_eq!(got, n, "round {round}");
            }
        }
        assert_eq!((asked, memo.len()), (5_000, 5_000));
    }
}
