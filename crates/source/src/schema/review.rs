//! The keys of a review's front matter, in the order of the starter file.

use super::{Key, Kind, Schema, TableKey};

/// The front matter of a review.
pub static REVIEW: Schema = Schema {
    keys: &[
        TITLE,
        SERIES,
        AUTHOR,
        AUTHORS,
        PUBLISHED,
        UPDATED,
        STANDFIRST,
        VERDICT,
        RATING,
        DRAFT,
        ALBUM_TITLE,
        COMPOSER,
        COMPOSERS,
        ARTIST,
        TRACK_ARTISTS,
        RELEASED,
        LABEL,
        CATALOGUE,
        BARCODE,
        EDITION,
        MUSICBRAINZ,
        LISTEN,
        FILM_TITLE,
        DIRECTOR,
        GAME_TITLE,
        DEVELOPER,
        PLATFORM,
        SHOW_TITLE,
        STAGE_TITLE,
        SOURCE_TITLE,
        PUBLISHER,
        SOURCE_PUBLISHED,
        URL,
    ],
    tables: &[ALBUM, FILM, GAME, SHOW, STAGE, SOURCE],
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
pub const AUTHORS: Key = Key::optional(
    ["", "authors"],
    Kind::Texts,
    "[\"Your Name\", \"Another Name\"]",
    "In place of `author`, where they are several.",
);
pub const PUBLISHED: Key = Key::required(
    ["", "published"],
    Kind::Date,
    "2026-11-21",
    "The day it is published, without quotes; the newest is the front page.",
);
pub const UPDATED: Key = Key::optional(
    ["", "updated"],
    Kind::Date,
    "2026-12-01",
    "The day of the last change that readers should know of.",
);
pub const STANDFIRST: Key = Key::required(
    ["", "standfirst"],
    Kind::Text,
    "\"One or two sentences that open the review.\"",
    "What opens the review, and describes it to search engines.",
);
pub const VERDICT: Key = Key::optional(
    ["", "verdict"],
    Kind::Text,
    "\"One sentence that ends the review.\"",
    "The review in one sentence, shown at its end.",
);
pub const RATING: Key = Key::optional(
    ["", "rating"],
    Kind::Rating,
    "\"4/5\"",
    "How many of how many, in quotes.",
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
pub const CATALOGUE: Key = Key::optional(
    ["album", "catalogue"],
    Kind::Text,
    "\"PMR 0112\"",
    "The label's number of the release.",
);
pub const BARCODE: Key = Key::optional(
    ["album", "barcode"],
    Kind::Barcode,
    "\"4006381333931\"",
    "Its digits, in quotes; the last one is checked.",
);
pub const MUSICBRAINZ: Key = Key::optional(
    ["album", "musicbrainz"],
    Kind::WebAddress,
    "\"https://musicbrainz.org/release/00000000-0000-0000-0000-000000000000\"",
    "The address of the release at MusicBrainz.",
);
pub const LISTEN: Key = Key::optional(
    ["album", "listen"],
    Kind::WebAddresses,
    "[\"https://open.spotify.com/album/…\", \"https://example.org/hear\"]",
    "Where the album can be heard.",
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

pub const GAME: TableKey = TableKey {
    name: "game",
    required: false,
    hint: "The game that the music was written for.",
};
pub const GAME_TITLE: Key = Key::required(
    ["game", "title"],
    Kind::Text,
    "\"Outer Wilds\"",
    "The game's title.",
);
pub const DEVELOPER: Key = Key::optional(
    ["game", "developer"],
    Kind::Text,
    "\"Mobius Digital\"",
    "Who developed it.",
);
pub const PLATFORM: Key = Key::optional(
    ["game", "platform"],
    Kind::Text,
    "\"Windows\"",
    "What it runs on.",
);

pub const SHOW: TableKey = TableKey {
    name: "show",
    required: false,
    hint: "The series that the music was written for.",
};
pub const SHOW_TITLE: Key = Key::required(
    ["show", "title"],
    Kind::Text,
    "\"Twin Peaks\"",
    "The series' title.",
);

pub const STAGE: TableKey = TableKey {
    name: "stage",
    required: false,
    hint: "The play, musical or ballet that the music was written for.",
};
pub const STAGE_TITLE: Key = Key::required(
    ["stage", "title"],
    Kind::Text,
    "\"Peer Gynt\"",
    "Its title.",
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
