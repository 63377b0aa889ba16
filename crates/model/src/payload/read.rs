//! Reads the JSON of [`super`] from a parsed value, of whichever parser.
//!
//! A field that is missing, or of another type, is an error with its name. The
//! readers note it and go on with an empty value, because returning at each
//! field would enlarge the wasm.

use std::cell::Cell;

use super::PageData;
use crate::{CataloguedAlbum, CataloguedTrack, Length, Track, TracksFile};

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
}

/// Reads the JSON that `encode` wrote into a page.
///
/// # Errors
/// The name of a field that is missing or of another type.
pub fn read_page(json: impl Json) -> Result<PageData, &'static str> {
    read(json, |page| PageData {
        slug: page.text("slug"),
        tracks: page.list("tracks", |track| Track {
            disc: track.optional("disc").map(|disc| disc.as_number()),
            number: track.number("number"),
            title: track.text("title"),
            artist: track.optional("artist").map(|artist| artist.as_text()),
            length: track.length("seconds"),
            note: track.optional("note").map(|note| note.as_text()),
            pick: track.optional("pick").is_some(),
        }),
        every_album: page.optional("every_album").map(|file| TracksFile {
            root: file.text("root"),
            bytes: file.number("bytes"),
        }),
    })
}

/// Reads the file that `encode_albums` wrote.
///
/// # Errors
/// As of [`read_page`].
pub fn read_albums(json: impl Json) -> Result<Vec<CataloguedAlbum>, &'static str> {
    read(json, |albums| {
        albums.map(|album| CataloguedAlbum {
            slug: album.text("slug"),
            title: album.text("title"),
            credit: album.text("credit"),
            also: album.list("also", |name| name.as_text()),
            discs: album.list("discs", |disc| {
                disc.map(|track| CataloguedTrack {
                    title: track.text("0"),
                    length: track.length("1"),
                    pick: track.optional("2").is_some_and(|pick| pick.as_number() > 0),
                    artist: track.optional("3").map(|artist| artist.as_text()),
                })
            }),
        })
    })
}

fn read<J: Json, T>(json: J, read: impl Fn(Reader<'_, J>) -> T) -> Result<T, &'static str> {
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
struct Reader<'a, J> {
    json: Option<J>,
    /// The field that it is the value of.
    name: &'static str,
    fault: &'a Cell<&'static str>,
}

impl<J: Json> Reader<'_, J> {
    fn field(&self, name: &'static str) -> Self {
        self.with(self.json.as_ref().and_then(|json| json.get(name)), name)
    }

    /// A field that may be missing.
    fn optional(&self, name: &'static str) -> Option<Self> {
        Some(self.field(name)).filter(|field| field.json.is_some())
    }

    fn text(&self, name: &'static str) -> String {
        self.field(name).as_text()
    }

    fn number(&self, name: &'static str) -> u32 {
        self.field(name).as_number()
    }

    /// A number of seconds; a missing one is unknown, like `null`.
    fn length(&self, name: &'static str) -> Option<Length> {
        let seconds = self.optional(name)?.as_number();
        Some(Length::from_seconds(seconds))
    }

    fn list<T>(&self, name: &'static str, read: impl Fn(Self) -> T) -> Vec<T> {
        self.field(name).map(read)
    }

    fn as_text(&self) -> String {
        self.expect(self.json.as_ref().and_then(J::text))
    }

    fn as_number(&self) -> u32 {
        self.expect(self.json.as_ref().and_then(J::number))
    }

    /// Reads each element of a list.
    fn map<T>(&self, read: impl Fn(Self) -> T) -> Vec<T> {
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
