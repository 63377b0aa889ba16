//! The keys that a writer may use in front matter: the one list from which the
//! reader, the starter file, `import`, the suggestions in diagnostics and the
//! README's list of keys are made.
//!
//! `site.toml` has a [`Schema`] of its own, in the publisher.

/// The keys and tables of one kind of file.
#[derive(Debug)]
pub struct Schema {
    /// In the order of the starter file.
    pub keys: &'static [Key],
    pub tables: &'static [TableKey],
}

/// A key of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name of its table; empty for the top level.
    pub table: &'static str,
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// The keys of its table of which one makes it unnecessary.
    pub instead: &'static [&'static str],
    /// As written in the file, quotes included.
    pub example: &'static str,
    /// What the starter file says about it.
    pub hint: &'static str,
}

/// A table, such as `[album]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableKey {
    pub name: &'static str,
    pub required: bool,
    /// What the starter file says about it; may be empty.
    pub hint: &'static str,
}

/// The type of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Texts in square brackets.
    Texts,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A day, without quotes.
    Date,
    /// A day, a month or a year: `2018-07-13`, `"2018-05"`, `1958`.
    PartialDate,
    /// `true` or `false`.
    Flag,
    /// An absolute `http` or `https` address.
    WebAddress,
    /// A BCP 47 tag.
    Language,
}

/// What to write where a day is expected.
pub const EXPECTED_DAY: &str = "expected a date such as `2018-07-13`, without quotes";
/// What to write where a date may be less exact.
pub const EXPECTED_DATE: &str =
    "expected a day `2018-07-13`, a month `\"2018-07\"` in quotes, or a year `2018`";

impl Key {
    /// A required key.
    pub const fn required(
        [table, name]: [&'static str; 2],
        kind: Kind,
        example: &'static str,
        hint: &'static str,
    ) -> Self {
        Self {
            table,
            name,
            kind,
            required: true,
            instead: &[],
            example,
            hint,
        }
    }

    /// A required key that one of `keys` may replace.
    const fn unless(self, keys: &'static [&'static str]) -> Self {
        Self {
            instead: keys,
            ..self
        }
    }

    /// A key that may be left out.
    pub const fn optional(
        path: [&'static str; 2],
        kind: Kind,
        example: &'static str,
        hint: &'static str,
    ) -> Self {
        Self {
            required: false,
            ..Self::required(path, kind, example, hint)
        }
    }
}

impl Schema {
    /// The names of a table's keys; at the top level also those of the tables.
    pub fn names(&self, table: &str) -> Vec<&'static str> {
        let keys = self.keys.iter().filter(|key| key.table == table);
        let tables = self.tables.iter().filter(|_| table.is_empty());
        keys.map(|key| key.name)
            .chain(tables.map(|table| table.name))
            .collect()
    }

    /// What to write as the value of a key of this name, if it holds a date, in
    /// any table.
    pub fn expected_date(&self, name: &str) -> Option<&'static str> {
        let mut keys = self.keys.iter().filter(|key| key.name == name);
        keys.find_map(|key| match key.kind {
            Kind::Date => Some(EXPECTED_DAY),
            Kind::PartialDate => Some(EXPECTED_DATE),
            _ => None,
        })
    }
}

/// The front matter of a review.
pub static REVIEW: Schema = Schema {
    keys: &[
        TITLE,
        SERIES,
        AUTHOR,
        PUBLISHED,
        STANDFIRST,
        DRAFT,
        ALBUM_TITLE,
        COMPOSER,
        COMPOSERS,
        ARTIST,
        TRACK_ARTISTS,
        RELEASED,
        LABEL,
        EDITION,
        FILM_TITLE,
        DIRECTOR,
        SOURCE_TITLE,
        PUBLISHER,
        SOURCE_PUBLISHED,
        URL,
    ],
    tables: &[ALBUM, FILM, SOURCE],
};

pub const TITLE: Key = Key::required(
    ["", "title"],
    Kind::Text,
    "\"Mission: Impossible – Fallout\"",
    "What the review is called.",
);
pub const SERIES: Key = Key::optional(
    ["", "series"],
    Kind::Text,
    "\"Exploring Soundtracks\"",
    "The series that it belongs to, shown above its title.",
);
pub const AUTHOR: Key = Key::optional(
    ["", "author"],
    Kind::Text,
    "\"Your Name\"",
    "Who wrote it, where that is not the author in `site.toml`.",
);
pub const PUBLISHED: Key = Key::required(
    ["", "published"],
    Kind::Date,
    "2026-11-21",
    "The day it is published, without quotes; the newest is the front page.",
);
pub const STANDFIRST: Key = Key::required(
    ["", "standfirst"],
    Kind::Text,
    "\"One or two sentences that open the review.\"",
    "What opens the review, and describes it to search engines.",
);
pub const DRAFT: Key = Key::optional(
    ["", "draft"],
    Kind::Flag,
    "true",
    "Keeps the review out of the published site; `serve` shows it all the same.",
);

pub const ALBUM: TableKey = TableKey {
    name: "album",
    required: true,
    hint: "",
};
pub const ALBUM_TITLE: Key = Key::required(
    ["album", "title"],
    Kind::Text,
    "\"Mission: Impossible – Fallout (Music from the Motion Picture)\"",
    "The album's title, as its sleeve has it.",
);
pub const COMPOSER: Key = Key::required(
    ["album", "composer"],
    Kind::Text,
    "\"Lorne Balfe\"",
    "Who wrote the music. Not needed where `artist` is given.",
)
.unless(&["composers", "artist"]);
pub const COMPOSERS: Key = Key::optional(
    ["album", "composers"],
    Kind::Texts,
    "[\"Hans Zimmer\", \"Lorne Balfe\"]",
    "In place of `composer`, where they are several.",
);
pub const ARTIST: Key = Key::optional(
    ["album", "artist"],
    Kind::Text,
    "\"Various Artists\"",
    "Who performs the album.",
);
pub const TRACK_ARTISTS: Key = Key::optional(
    ["album", "track_artists"],
    Kind::Choice(&["after", "before"]),
    "\"after\"",
    "Where the tracks name their artists: `Title – Artist (3:40)`, or \"before\" their titles.",
);
pub const RELEASED: Key = Key::required(
    ["album", "released"],
    Kind::PartialDate,
    "2018-07-13",
    "When it was released, as exact as it is known: also `\"2018-07\"`, or `2018`.",
);
pub const LABEL: Key = Key::optional(
    ["album", "label"],
    Kind::Text,
    "\"Paramount Music\"",
    "The record label.",
);
pub const EDITION: Key = Key::optional(
    ["album", "edition"],
    Kind::Text,
    "\"A sentence on a later release.\"",
    "A sentence on a later or physical release.",
);

pub const FILM: TableKey = TableKey {
    name: "film",
    required: false,
    hint: "The film that the score was written for.",
};
pub const FILM_TITLE: Key = Key::required(
    ["film", "title"],
    Kind::Text,
    "\"Mission: Impossible – Fallout\"",
    "The film's title.",
);
pub const DIRECTOR: Key = Key::optional(
    ["film", "director"],
    Kind::Text,
    "\"Christopher McQuarrie\"",
    "Who directed it.",
);

pub const SOURCE: TableKey = TableKey {
    name: "source",
    required: false,
    hint: "An earlier publication that the review credits.",
};
pub const SOURCE_TITLE: Key = Key::required(
    ["source", "title"],
    Kind::Text,
    "\"Exploring Soundtracks: Mission Impossible – Fallout\"",
    "What it was called there.",
);
pub const PUBLISHER: Key = Key::required(
    ["source", "publisher"],
    Kind::Text,
    "\"LemonWire\"",
    "Who published it.",
);
pub const SOURCE_PUBLISHED: Key = Key::required(
    ["source", "published"],
    Kind::Date,
    "2019-10-29",
    "The day it was published there.",
);
pub const URL: Key = Key::required(
    ["source", "url"],
    Kind::WebAddress,
    "\"https://example.org/review\"",
    "Where to read it.",
);
