//! What texts were found to say lately.

use ustr::Ustr;

/// Places at first, and at most.
const FEW: usize = 1 << 8;
const MANY: usize = 1 << 14;

/// Remembers a value for texts that were asked for lately. Rows of exports repeat what the rows before them say: such a
/// text is found without looking into it. What is forgotten is worked out again, so that a million names take no more
/// room than some thousands.
#[derive(Debug)]
pub(crate) struct Memo<V> {
    places: Vec<Option<(Ustr, V)>>,
    /// Texts that found their place taken.
    driven_out: usize,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { places: Vec::new(), driven_out: 0 }
    }
}

impl<V: Clone> Memo<V> {
    /// The value for a text; `work_out`, which must always give the same for it, is asked where it is not remembered.
    pub(crate) fn get(&mut self, text: Ustr, work_out: impl FnOnce() -> V) -> V {
        if let Some(Some((known, value))) = self.places.get(self.place(text))
            && *known == text
        {
            return value.clone();
        }
        let value = work_out();
        if self.places.is_empty() {
            self.places.resize(FEW, None);
        } else if self.driven_out > self.places.len() && self.places.len() < MANY {
            self.grow();
        }
        let place = self.place(text);
        if let Some(known) = self.places.get_mut(place) {
            self.driven_out += usize::from(known.is_some());
            *known = Some((text, value.clone()));
        }
        value
    }

    /// Equal texts are one text in memory: its address tells where it may stand, and nothing else.
    fn place(&self, text: Ustr) -> usize {
        let address = text.as_char_ptr() as usize;
        (address >> 3 ^ address >> 13) & self.places.len().saturating_sub(1)
    }

    fn grow(&mut self) {
        let larger = vec![None; self.places.len() * 8];
        let known = std::mem::replace(&mut self.places, larger);
        for (text, value) in known.into_iter().flatten() {
            let place = self.place(text);
            if let Some(free) = self.places.get_mut(place) {
                *free = Some((text, value));
            }
        }
        self.driven_out = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_its_own_value_however_many_there_are() {
        let mut memo = Memo::default();
        let mut asked = 0;
        for round in 0..3 {
            for n in 0..50_000_u32 {
                let got = memo.get(Ustr::from(&format!("text {n}")), || {
                    asked += 1;
                    n
                });
                assert_eq!(got, n, "round {round}");
            }
        }
        assert_eq!(memo.places.len(), MANY);
        for _ in 0..100 {
            memo.get(Ustr::from("text 49999"), || unreachable!("it was asked for last"));
        }
        assert!(asked >= 50_000);
    }
}
