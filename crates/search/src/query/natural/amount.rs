//! Parses lengths in everyday words: `5:00`, `5 min`, `4m30s`, `90 seconds`.

use super::piece::Piece;
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
    let mut amount = Amount {
        least: Length::ZERO,
        unit: 60,
        spare: 0,
        clear: true,
    };
    match *pieces {
        [Piece::Time(least), Piece::Unit(60), ..] => {
            amount.least = least;
            return Some((2, amount));
        }
        [Piece::Time(least), ..] => {
            amount.least = least;
            return Some((1, amount));
        }
        [Piece::Number(_), Piece::Unit(_), ..] => {}
        [Piece::Number(number), ..] => {
            amount.least = seconds(number, 60);
            amount.clear = false;
            return Some((1, amount));
        }
        _ => return None,
    }
    let mut used = 0;
    while let [Piece::Number(number), Piece::Unit(unit), ..] = pieces[used..] {
        amount.least = amount.least + seconds(number, unit);
        amount.unit = unit;
        amount.spare = unit - 1;
        used += 2;
    }
    Some((used, amount))
}

fn seconds(number: u32, unit: u32) -> Length {
    Length::from_seconds(number.saturating_mul(unit))
}
