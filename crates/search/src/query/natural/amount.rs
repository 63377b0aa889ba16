//! Parses lengths in everyday words: `5:00`, `5 min`, `4m30s`, `90 seconds`.

use super::piece::{Kind, Piece, starts_with};
use crate::query::LengthRange;
use model::Length;

/// A length in everyday words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub least: Length,
    /// The last unit, in seconds; 60 for `5:00`.
    unit: u32,
    /// The precision: how many seconds longer the length may be. 59 for `5
    /// min`, 0 for `5:00`.
    spare: u32,
    /// Whether it is certainly a length, because it has a unit or a colon.
    pub clear: bool,
}

impl Amount {
    /// All lengths within the precision: `5 min` is `5:00` to `5:59`.
    pub fn span(self) -> LengthRange {
        match self.spare {
            0 => LengthRange::Exactly(self.least),
            spare => LengthRange::Between(self.least, self.least + Length::from_seconds(spare)),
        }
    }

    /// A bare number in the unit of another amount: the 30 in `30 to 90
    /// seconds`.
    pub fn in_unit_of(self, other: Self) -> Length {
        match self.clear {
            true => self.least,
            false => seconds(self.least.seconds() / 60, other.unit),
        }
    }
}

/// Parses the length at the start of the pieces; returns how many pieces it
/// has. A bare number is in minutes.
pub(super) fn amount(pieces: &[Piece]) -> Option<(usize, Amount)> {
    let first = pieces.first()?;
    let mut amount = Amount {
        least: Length::ZERO,
        unit: 60,
        spare: 0,
        clear: true,
    };
    if first.kind == Kind::Time {
        amount.least = Length::from_seconds(first.value);
        let minutes = |unit: &Piece| unit.kind == Kind::Unit && unit.value == 60;
        return Some((1 + usize::from(pieces.get(1).is_some_and(minutes)), amount));
    }
    let mut used = 0;
    while starts_with(&pieces[used..], &[Kind::Number, Kind::Unit]) {
        let unit = pieces[used + 1].value;
        amount.least = amount.least + seconds(pieces[used].value, unit);
        amount.unit = unit;
        amount.spare = unit - 1;
        used += 2;
    }
    if used == 0 {
        if first.kind != Kind::Number {
            return None;
        }
        used = 1;
        amount.least = seconds(first.value, 60);
        amount.clear = false;
    }
    Some((used, amount))
}

fn seconds(number: u32, unit: u32) -> Length {
    Length::from_seconds(number.saturating_mul(unit))
}
