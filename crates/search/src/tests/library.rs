//! Searching several albums at once.

use super::{album, filter, normalize, parse, track};
use crate::{Filter, Found, Library, SearchParams};
use model::{Album, CataloguedAlbum, Review, Track, Work, WorkKind};
use source::review_file;

/// A review with these tracks.
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

/// The matches, as `slug track-1`.
fn found(text: &str) -> Vec<String> {
    let library = library();
    let Found { albums, .. } = library.find(&filter(text));
    let line = |album: usize, track: usize| {
        let slug = &library.album(album).slug;
        format!("{slug} {}", library.track(track).place())
    };
    albums
        .iter()
        .flat_map(|found| found.tracks.iter().map(|&track| line(found.album, track)))
        .collect()
}

#[test]
fn tracks_survive_the_catalogue() {
    for review in reviews() {
        let tracks = CataloguedAlbum::new(&review).take_tracks();
        assert_eq!(tracks, review.album.tracks);
    }
}

#[test]
fn searches_every_album_but_the_pages_own() {
    assert_eq!(
        found("storm"),
        ["storms track-1", "discs track-1-1", "discs track-2-1"]
    );
    assert_eq!(found("calm -storm"), ["storms track-2"]);
    assert_eq!(found("zzzz"), [""; 0]);
}

#[test]
fn empty_search_finds_nothing() {
    assert_eq!(found(""), [""; 0]);
}

#[test]
fn times_and_numbers_are_per_album() {
    assert_eq!(found("at:1:30"), ["storms track-2", "discs track-1-1"]);
    assert_eq!(
        found("#1"),
        ["storms track-1", "discs track-1-1", "discs track-2-1"]
    );
}

#[test]
fn status_counts_tracks_and_albums() {
    let status = |text| library().find(&filter(text)).status();
    assert_eq!(status("storm"), "3 tracks in 2 other albums · 6:00");
    assert_eq!(status("over"), "1 track in 1 other album · 3:00");
    assert_eq!(status("zzzz"), "No track of another album matches.");
}

/// Two albums with further names.
fn known() -> Library {
    let named = |slug: &str, title: &str, composer: &str, film: &str, tracks| {
        let review = review(slug, tracks);
        let film = Work {
            kind: WorkKind::Film,
            title: film.to_owned(),
            maker: None,
            platform: None,
        };
        let album = Album {
            composers: vec![composer.to_owned()],
            ..review.album
        };
        Review {
            title: title.to_owned(),
            works: vec![film],
            album,
            ..review
        }
    };
    let wick = vec![track(1, "Assassins", "1:00"), track(2, "Wick", "6:00")];
    let dune = vec![
        track(1, "The Arrakeen", "2:00"),
        track(2, "Hunt for Wick", "1:00"),
    ];
    let reviews = [
        named("dune", "Dune", "Hans Zimmer", "Sand", dune),
        named("wick", "John Wick", "Tyler Bates", "Chapter", wick),
    ];
    let albums = reviews.iter().map(CataloguedAlbum::new).collect();
    Library::new(albums, "", normalize)
}

/// The matches, as `slug whole 1 2`.
fn known_found(text: &str) -> Vec<String> {
    let library = known();
    let found = library.find(&filter(text)).albums;
    let line = |found: &crate::FoundAlbum| {
        let mut line = library.album(found.album).slug.clone();
        line.push_str(if found.whole { " whole" } else { "" });
        for &track in &found.tracks {
            line.push_str(&format!(" {}", library.track(track).number));
        }
        line
    };
    found.iter().map(line).collect()
}

#[test]
fn finds_albums_by_title_composer_film_and_year() {
    for (text, slug) in [
        ("john", "wick whole"),
        ("zimmer", "dune whole"),
        ("hans dune", "dune whole"),
        ("chapter 2026", "wick whole"),
        ("ZIMMER 2026 sand", "dune whole"),
    ] {
        assert_eq!(known_found(text), [slug], "{text}");
    }
    assert_eq!(known_found("2026"), ["dune whole", "wick whole"]);
    assert_eq!(known_found("zimmer bates"), [""; 0]);
    assert_eq!(known_found("2026 -zimmer")[0], "wick 1 2");
}

/// Whole albums come first, with those of their tracks that contain the text
/// too.
#[test]
fn whole_albums_come_before_tracks_of_others() {
    assert_eq!(known_found("wick"), ["wick whole 2", "dune 2"]);
}

#[test]
fn other_conditions_apply_to_the_tracks_of_a_named_album() {
    assert_eq!(known_found("zimmer >1:30"), ["dune 1"]);
    let filter = Filter {
        max: Some(super::length("1:00")),
        ..filter("john")
    };
    let found = known().find(&filter);
    assert_eq!((found.whole, found.count), (0, 1));
}

#[test]
fn status_counts_whole_albums() {
    let status = |text| known().find(&filter(text)).status();
    assert_eq!(status("zimmer"), "1 whole album");
    assert_eq!(
        status("wick"),
        "1 whole album, 2 tracks in 2 other albums · 7:00"
    );
}

#[test]
fn suggests_near_names_and_titles() {
    let suggested = |text: &str| known().nearest(&parse(text));
    assert_eq!(suggested("zimmre"), ["Hans Zimmer"]);
    assert_eq!(suggested("jonh wick"), ["John Wick"]);
    assert_eq!(suggested("arakeen"), ["The Arrakeen"]);
    assert_eq!(suggested("xyzzy"), [""; 0]);
}

/// The reader goes on to another review.
#[test]
fn the_current_album_is_left_out() {
    let all = || reviews().iter().map(CataloguedAlbum::new).collect();
    let mut library = Library::new(all(), "", normalize);
    let answers = |library: &Library| {
        let slug = |album: usize| library.album(album).slug.clone();
        let found = |text| {
            let found = library.find(&filter(text));
            let albums = found.albums.iter().map(|found| slug(found.album));
            (albums.collect::<Vec<_>>(), found.status())
        };
        let nearest = ["strom", "falout", "discz"].map(|text| library.nearest(&parse(text)));
        (
            ["storm", "calm", ">2:30", "longest", "shortest"].map(found),
            nearest,
        )
    };
    for current in ["storms", "discs", "fallout", "none"] {
        library.set_current(current);
        let mut others: Vec<CataloguedAlbum> = all();
        others.retain(|album| album.slug != current);
        let alone = Library::new(others, "", normalize);
        assert_eq!(answers(&library), answers(&alone), "{current}");
    }
}

#[test]
fn tracks_of_an_album_follow_the_chosen_order() {
    let library = known();
    let found = library.find(&filter(">0:30")).albums;
    let titles = |sort: &str| {
        let sort = sort.parse().expect("an order");
        let tracks = library.sorted(&found[1], sort, &str::cmp);
        let title = |track| library.track(track).title.clone();
        tracks.into_iter().map(title).collect::<Vec<_>>()
    };
    assert_eq!(titles("number"), ["Assassins", "Wick"]);
    assert_eq!(titles("-title"), ["Wick", "Assassins"]);
    assert_eq!(titles("-length"), ["Wick", "Assassins"]);
}

/// What this album parses as a track number may be another album's year.
#[test]
fn album_and_library_parse_a_text_independently() {
    let library = library();
    let answer = |text: &str| {
        let text = text.to_owned();
        let search = SearchParams {
            text,
            all: true,
            ..SearchParams::default()
        };
        library.answer(&search, normalize)
    };
    let (filter, found) = answer("storm OR fallout");
    assert!(
        filter
            .describe(false)
            .is_some_and(|words| words.contains(" or "))
    );
    assert!(found.count > 0);
    for year in ["2018", "2026"] {
        let (filter, found) = answer(year);
        if found.whole > 0 {
            assert_eq!(filter.describe(false), Some(format!("title has “{year}”")));
        }
    }
    let (_, found) = answer("zzzz");
    assert_eq!(found, Found::default());
}
