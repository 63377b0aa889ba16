//! Parses the arguments of the binary's commands.

use publisher::{Failure, new_review::Existing};

/// The arguments of `site`, `new` or `import`.
pub struct Arguments<'a> {
    pub operands: Vec<&'a str>,
    pub slug: Option<&'a str>,
    /// As written after `--today`.
    pub today: Option<&'a str>,
    pub existing: Existing,
}

impl<'a> Arguments<'a> {
    pub fn of(words: &[&'a str]) -> Result<Self, Failure> {
        let mut arguments = Self {
            operands: Vec::new(),
            slug: None,
            today: None,
            existing: Existing::Keep,
        };
        let mut words = words.iter().copied();
        while let Some(word) = words.next() {
            let (name, value) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value)),
                _ => (word, None),
            };
            let mut value = |what: &str| {
                let missing = || Failure::Other(format!("`{name}` needs {what} behind it"));
                value.or_else(|| words.next()).ok_or_else(missing)
            };
            match name {
                "--force" => arguments.existing = Existing::Replace,
                "--slug" => arguments.slug = Some(value("a name")?),
                "--today" => arguments.today = Some(value("a date")?),
                _ if name.starts_with("--") => {
                    return Err(Failure::Other(format!(
                        "there is no option `{name}`: expected `--force`, `--slug NAME` or \
                         `--today YYYY-MM-DD`"
                    )));
                }
                _ => arguments.operands.push(word),
            }
        }
        Ok(arguments)
    }
}
