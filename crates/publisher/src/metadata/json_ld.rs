//! A review as schema.org data for search engines: a `Review` of a `MusicAlbum`
//! with its `MusicRelease` and all `MusicRecording`s.

use serde_json::{Value, json};

use crate::{site::Site, site_index::PICTURE};
use model::{Album, Film, Length, Review, Source, Track};

/// Serializes the data for a `script` element; it contains no `<`.
pub fn review(review: &Review, site: &Site) -> String {
    let url = site.page(&review.slug);
    let picture = url.as_ref().map(|url| format!("{url}{PICTURE}"));
    let value = json!({
        "@context": "https://schema.org",
        "@type": "Review",
        "@id": url,
        "url": url,
        "name": review.title,
        "abstract": review.standfirst,
        "inLanguage": site.language,
        "datePublished": review.published.iso,
        "author": review.author.as_ref().map(|name| named("Person", name)),
        "publisher": named("Organization", &site.name),
        "image": picture,
        "isBasedOn": review.source.as_ref().map(source),
        "itemReviewed": album(&review.album, review.film.as_ref()),
    });
    without_nulls(value).to_string().replace('<', "\\u003c")
}

fn album(album: &Album, film: Option<&Film>) -> Value {
    // Positions count across discs, as schema.org has no discs.
    let composers = || persons(&album.composers);
    let artist = album.artist.as_ref();
    let artist = artist.map_or_else(composers, |name| by(name));
    let tracks = (1..).zip(&album.tracks).map(recording);
    json!({
        "@type": "MusicAlbum",
        "name": album.title,
        "albumProductionType": "https://schema.org/SoundtrackAlbum",
        "byArtist": artist,
        "creator": album.artist.as_ref().map(|_| composers()),
        "datePublished": album.released.iso,
        "numTracks": album.tracks.len(),
        "about": film.map(movie),
        "albumRelease": {
            "@type": "MusicRelease",
            "name": album.title,
            "datePublished": album.released.iso,
            "duration": album.running_time().exact().map(duration),
            "recordLabel": album.label.as_ref().map(|name| named("Organization", name)),
            "track": tracks.collect::<Vec<_>>(),
        },
    })
}

fn recording((number, track): (u32, &Track)) -> Value {
    json!({
        "@type": "MusicRecording",
        "name": track.title,
        "byArtist": track.artist.as_ref().map(|name| by(name)),
        "trackNumber": number,
        "duration": track.length.map(duration),
        "description": track.note,
    })
}

fn movie(film: &Film) -> Value {
    json!({
        "@type": "Movie",
        "name": film.title,
        "director": film.director.as_ref().map(|name| named("Person", name)),
    })
}

fn source(source: &Source) -> Value {
    json!({
        "@type": "Article",
        "name": source.title,
        "publisher": named("Organization", &source.publisher),
        "datePublished": source.published.iso,
        "url": source.url,
    })
}

/// A performer. schema.org counts soloists among the groups.
fn by(artist: &str) -> Value {
    named("MusicGroup", artist)
}

/// One person, or a list; nothing if there are none.
fn persons(names: &[String]) -> Value {
    match names {
        [] => Value::Null,
        [name] => named("Person", name),
        names => names.iter().map(|name| named("Person", name)).collect(),
    }
}

fn named(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}

/// An ISO 8601 duration such as `PT1H35M45S`, without parts that are zero.
fn duration(length: Length) -> String {
    let seconds = length.seconds();
    let part = |count: u32, letter: &str| match count {
        0 => String::new(),
        _ => format!("{count}{letter}"),
    };
    match seconds {
        0 => "PT0S".to_owned(),
        _ => format!(
            "PT{}{}{}",
            part(seconds / 3600, "H"),
            part(seconds / 60 % 60, "M"),
            part(seconds % 60, "S")
        ),
    }
}

/// Omits unknown values.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(entries) => entries
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, without_nulls(value)))
            .collect(),
        Value::Array(values) => values.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::duration;
    use model::Length;

    #[test]
    fn formats_iso_8601_durations() {
        for (seconds, expected) in [
            (0, "PT0S"),
            (7, "PT7S"),
            (354, "PT5M54S"),
            (3600, "PT1H"),
            (3753, "PT1H2M33S"),
            (5745, "PT1H35M45S"),
        ] {
            assert_eq!(duration(Length::from_seconds(seconds)), expected);
        }
    }
}
