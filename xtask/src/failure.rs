//! The one error type: what happened, and the exact thing to do next.
//!
//! Every other module returns it; `main` prints it. It carries no cause chain,
//! because what a child process had to say has already been shown.

use std::fmt;

/// Why a command could not go on.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    what: String,
    next: String,
}

impl Failure {
    /// `what` happened, and `next` is what the person in front of it should do.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            next: next.into(),
        }
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
