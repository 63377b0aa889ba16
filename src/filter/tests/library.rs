//! Several albums searched at once.

use super::{album, filter, normalize, track};
use crate::{
    filter::{Found, Library},
    publish::review_file,
    review::{Album, CataloguedAlbum, Review, Track},
};

/// A review of these tracks, called `slug`.
fn review(slug: &str, tracks: Vec<Track>) -> Review {
    let text = "+++\ntitle = \"T\"\npublished = 2026-11-21\nstandfirst = \"S.\"\n\n[album]\n\
        title = \"A\"\ncomposer = \"C\"\nreleased = 2026-11-21\n+++\n\nProse.\n\n\
        ## Track List\n\n1. One (1:00)\n";
    let review = review_file::read("reviews/t.md", slug, text).expect("it has no problem");
    let album = Album {
        tracks,
        ..review.album
    };
    Review { album, ..review }
}

fn on_disc(disc: u32, number: u32, title: &str, length: &str) -> Track {
    Track {
        disc: Some(disc),
        ..track(number, title, length)
    }
}

fn reviews() -> [Review; 3] {
    [
        review("fallout", album::tracks()),
        review(
            "storms",
            vec![track(1, "Storm", "1:00"), track(2, "Calm", "6:00")],
        ),
        review(
            "discs",
            vec![
                on_disc(1, 1, "Calm Storm", "2:00"),
                on_disc(2, 1, "Storm Over", "3:00"),
            ],
        ),
    ]
}

fn library() -> Library {
    let albums = reviews().iter().map(CataloguedAlbum::new).collect();
    Library::new(albums, "fallout", normalize)
}

/// What is found, as `slug track-1`.
fn found(text: &str) -> Vec<String> {
    let library = library();
    let Found { albums, .. } = library.find(&filter(text));
    let line = |album: usize, track: usize| {
        let slug = &library.album(album).slug;
        format!("{slug} {}", library.track(track).place())
    };
    albums
        .iter()
        .flat_map(|(album, tracks)| tracks.iter().map(|track| line(*album, *track)))
        .collect()
}

#[test]
fn tracks_come_back_from_the_catalogue_as_they_were() {
    for review in reviews() {
        let tracks = CataloguedAlbum::new(&review).take_tracks();
        assert_eq!(tracks, review.album.tracks);
    }
}

#[test]
fn every_album_but_the_pages_own_is_searched() {
    assert_eq!(
        found("storm"),
        ["storms track-1", "discs track-1-1", "discs track-2-1"]
    );
    assert_eq!(found("calm -storm"), ["storms track-2"]);
    assert_eq!(found("zzzz"), [""; 0]);
}

#[test]
fn nothing_is_found_before_anything_is_asked() {
    assert_eq!(found(""), [""; 0]);
}

#[test]
fn a_time_and_a_number_are_each_albums_own() {
    assert_eq!(found("at:1:30"), ["storms track-2", "discs track-1-1"]);
    assert_eq!(
        found("#1"),
        ["storms track-1", "discs track-1-1", "discs track-2-1"]
    );
}

#[test]
fn the_status_counts_tracks_and_albums() {
    let status = |text| library().find(&filter(text)).status();
    assert_eq!(status("storm"), "3 tracks in 2 other albums · 6:00");
    assert_eq!(status("over"), "1 track in 1 other album · 3:00");
    assert_eq!(status("zzzz"), "No track of another album matches.");
}
