//! The one error type: what happened, and what to do next.
//!
//! Every other module returns it; `main` prints it. It has no cause chain,
//! because a child process has already printed its own errors.

use std::fmt;

/// Why a command failed.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    what: String,
    next: String,
}

impl Failure {
    /// `what` happened; `next` is what the user should do.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            next: next.into(),
        }
    }

    /// The same with one more sentence of what to do.
    pub fn with_advice(mut self, sentence: &str) -> Self {
        self.next = format!("{} {sentence}", self.next);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}\n next: {}", self.what, self.next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_happened_and_what_to_do_next() {
        let failure = Failure::new("Port 80 is taken.", "Choose another one.");
        assert_eq!(
            failure.to_string(),
            "error: Port 80 is taken.\n next: Choose another one."
        );
    }
}
