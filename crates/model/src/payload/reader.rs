//! Reads the fields of a JSON value, of whichever parser.
//!
//! A field that is missing, or of another type, is an error with its name. The
//! readers note it and go on with an empty value, because returning at each
//! field would enlarge the wasm.

use std::cell::Cell;

use crate::{Date, Length};

/// A JSON value, as a parser has it.
pub trait Json: Sized {
    /// The value of an object's field, or an array's element by its index;
    /// `None` if there is none, or if it is `null`.
    fn get(&self, name: &str) -> Option<Self>;

    /// The elements; `None` if the value is no array.
    fn elements(&self) -> Option<Vec<Self>>;

    /// `None` if the value is no string.
    fn text(&self) -> Option<String>;

    /// `None` if the value is no number.
    fn number(&self) -> Option<u32>;

    /// The value as JSON; `None` if it is no object.
    fn source(&self) -> Option<String>;
}

/// Reads a value.
///
/// # Errors
/// The name of a field that is missing or of another type.
pub(super) fn read<J: Json, T>(
    json: J,
    read: impl Fn(Reader<'_, J>) -> T,
) -> Result<T, &'static str> {
    let fault = Cell::new("");
    let value = read(Reader {
        json: Some(json),
        name: "all of it",
        fault: &fault,
    });
    match fault.get() {
        "" => Ok(value),
        name => Err(name),
    }
}

/// A value, or the lack of one, and where to note that it is not as expected.
pub(super) struct Reader<'a, J> {
    json: Option<J>,
    /// The field that it is the value of.
    name: &'static str,
    fault: &'a Cell<&'static str>,
}

impl<J: Json> Reader<'_, J> {
    pub(super) fn field(&self, name: &'static str) -> Self {
        self.with(self.json.as_ref().and_then(|json| json.get(name)), name)
    }

    /// A field that may be missing.
    pub(super) fn optional(&self, name: &'static str) -> Option<Self> {
        Some(self.field(name)).filter(|field| field.json.is_some())
    }

    pub(super) fn text(&self, name: &'static str) -> String {
        self.field(name).as_text()
    }

    pub(super) fn optional_text(&self, name: &'static str) -> Option<String> {
        self.optional(name).map(|text| text.as_text())
    }

    pub(super) fn number(&self, name: &'static str) -> u32 {
        self.field(name).as_number()
    }

    pub(super) fn optional_number(&self, name: &'static str) -> Option<u32> {
        self.optional(name).map(|number| number.as_number())
    }

    /// A number of seconds; a missing one is unknown, like `null`.
    pub(super) fn length(&self, name: &'static str) -> Option<Length> {
        let seconds = self.optional(name)?.as_number();
        Some(Length::from_seconds(seconds))
    }

    pub(super) fn optional_date(&self, name: &'static str) -> Option<Date> {
        self.optional(name).map(|_| self.date(name))
    }

    pub(super) fn date(&self, name: &'static str) -> Date {
        let date = self.field(name);
        Date {
            iso: date.text("iso"),
            words: date.text("words"),
        }
    }

    pub(super) fn list<T>(&self, name: &'static str, read: impl Fn(Self) -> T) -> Vec<T> {
        self.field(name).map(read)
    }

    pub(super) fn as_text(&self) -> String {
        self.expect(self.if_text())
    }

    /// The value, if it is a string.
    pub(super) fn if_text(&self) -> Option<String> {
        self.json.as_ref().and_then(J::text)
    }

    pub(super) fn as_source(&self) -> String {
        self.expect(self.json.as_ref().and_then(J::source))
    }

    pub(super) fn as_number(&self) -> u32 {
        self.expect(self.json.as_ref().and_then(J::number))
    }

    /// Reads each element of a list.
    pub(super) fn map<T>(&self, read: impl Fn(Self) -> T) -> Vec<T> {
        let elements = self.expect(self.json.as_ref().and_then(J::elements));
        let elements = elements.into_iter();
        elements
            .map(|json| read(self.with(Some(json), self.name)))
            .collect()
    }

    fn with(&self, json: Option<J>, name: &'static str) -> Self {
        Reader {
            json,
            name,
            fault: self.fault,
        }
    }

    fn expect<T: Default>(&self, value: Option<T>) -> T {
        if value.is_none() && self.fault.get().is_empty() {
            self.fault.set(self.name);
        }
        value.unwrap_or_default()
    }
}
