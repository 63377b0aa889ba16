//! Albums that are not published, for cases that the shipped one lacks.

use e2e::{
    Faults, Plan,
    fixture::{page, review_with},
};
use model::{Length, Track};
use source::review_file;

/// A track on an album of a single disc.
pub fn track(number: u32, title: &str, seconds: u32) -> Track {
    Track {
        number,
        title: title.to_owned(),
        length: Some(Length::from_seconds(seconds)),
        ..Track::default()
    }
}

/// A site whose pages all show a review of `tests/site/albums/`.
pub fn site_of_review(slug: &str, markdown: &str) -> Plan {
    let review = review_file::read(slug, slug, markdown).expect("it has no problem");
    Plan::default().faults(Faults::default().edit(move |html| page(html, &review)))
}

/// A site whose pages all show an album of these tracks.
pub fn site_of(tracks: Vec<Track>) -> Plan {
    let review = review_with(tracks);
    Plan::default().faults(Faults::default().edit(move |html| page(html, &review)))
}
