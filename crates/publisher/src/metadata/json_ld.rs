//! A review as schema.org data for search engines: a `Review` of a `MusicAlbum`
//! with its `MusicRelease` and all `MusicRecording`s.

use serde_json::{Value, json};

use crate::{site::Site, site_index::PICTURE};
use model::{Album, Length, Rating, Review, Source, Track, Work, WorkKind};

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
        "dateModified": review.updated.as_ref().map(|date| &date.iso),
        "author": persons(&review.authors),
        "publisher": named("Organization", &site.name),
        "image": picture,
        "reviewBody": review.verdict,
        "reviewRating": review.rating.as_ref().map(rating),
        "isBasedOn": review.source.as_ref().map(source),
        "itemReviewed": album(&review.album, &review.works),
    });
    without_nulls(value).to_string().replace('<', "\\u003c")
}

fn album(album: &Album, works: &[Work]) -> Value {
    // Positions count across discs, as schema.org has no discs.
    // Only products have a `gtin`.
    let kind = match album.barcode {
        Some(_) => json!(["MusicRelease", "Product"]),
        None => json!("MusicRelease"),
    };
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
        "about": one_or_all(works.iter().map(work).collect()),
        "sameAs": one_or_all(album.listen.iter().map(|link| json!(link.url)).collect()),
        "albumRelease": {
            "@type": kind,
            "name": album.title,
            "datePublished": album.released.iso,
            "duration": album.running_time().exact().map(duration),
            "catalogNumber": album.catalogue,
            "gtin": album.barcode,
            "sameAs": album.musicbrainz,
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
        "position": number,
        "duration": track.length.map(duration),
        "description": track.note,
    })
}

fn work(work: &Work) -> Value {
    let maker = work.maker.as_ref();
    match work.kind {
        WorkKind::Film => json!({
            "@type": "Movie",
            "name": work.title,
            "director": maker.map(|name| named("Person", name)),
        }),
        WorkKind::Game => json!({
            "@type": "VideoGame",
            "name": work.title,
            "creator": maker.map(|name| named("Organization", name)),
            "gamePlatform": work.platform,
        }),
        // Of radio and the web, too, so no `TVSeries`.
        WorkKind::Show => json!({ "@type": "CreativeWorkSeries", "name": work.title }),
        // A ballet is no `Play`.
        WorkKind::Stage => json!({ "@type": "CreativeWork", "name": work.title }),
    }
}

/// The rating. schema.org takes 1 for the worst where none is named.
fn rating(rating: &Rating) -> Value {
    let is_below_one = rating.value.parse().is_ok_and(|value: f64| value < 1.0);
    json!({
        "@type": "Rating",
        "ratingValue": rating.value,
        "bestRating": rating.best,
        "worstRating": is_below_one.then_some("0"),
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

fn persons(names: &[String]) -> Value {
    one_or_all(names.iter().map(|name| named("Person", name)).collect())
}

/// A single value by itself; nothing if there are none.
fn one_or_all(mut values: Vec<Value>) -> Value {
    match values.len() {
        0 => Value::Null,
        1 => values.remove(0),
        _ => Value::Array(values),
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
