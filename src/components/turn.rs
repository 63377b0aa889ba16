//! Counts turns, so that a callback can find out whether it is still wanted.

use leptos::prelude::*;

/// The number of the current turn. Copies share it.
#[derive(Clone, Copy)]
pub struct Turn(StoredValue<u32>);

impl Turn {
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Begins the next turn and returns its number. Callbacks of earlier turns are
    /// no longer wanted.
    pub fn begin(self) -> u32 {
        let turn = self.0.get_value().wrapping_add(1);
        self.0.set_value(turn);
        turn
    }

    /// Whether this turn is the current one.
    pub fn is(self, turn: u32) -> bool {
        self.0.get_value() == turn
    }
}
