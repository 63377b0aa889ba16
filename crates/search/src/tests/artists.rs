//! Albums whose tracks have artists of their own: searched, marked, sorted and
//! exported.

use super::{filter, normalize, parse, select, track};
use crate::{Field, Index, Library, Sort, export};
use model::{CataloguedAlbum, CataloguedTrack, Track};

fn by(number: u32, title: &str, artist: &str) -> Track {
    Track {
        artist: (!artist.is_empty()).then(|| artist.to_owned()),
        ..track(number, title, "1:00")
    }
}

fn tracks() -> Vec<Track> {
    vec![
        by(1, "Alison’s Street", "Elvis Costello"),
        by(2, "Costello Street", "Ådam Example"),
        by(3, "Rope", ""),
        by(4, "Fog", "Carol Example"),
    ]
}

fn numbers(text: &str) -> Vec<u32> {
    super::shown_numbers(&tracks(), &filter(text))
}

#[test]
fn words_match_title_or_artist() {
    for (text, found) in [
        ("costello", &[1, 2][..]),
        ("street elvis", &[1]),
        ("-costello", &[3, 4]),
        ("\"adam example\"", &[2]),
        ("example OR rope", &[2, 3, 4]),
        // A phrase does not reach from the title into the artist.
        ("\"street elvis\"", &[]),
    ] {
        let index = Index::new(&tracks(), normalize);
        let shown = index.answer(filter(text), text, normalize).1.shown;
        let shown: Vec<u32> = (1..)
            .zip(shown)
            .filter_map(|(number, shown)| shown.then_some(number))
            .collect();
        assert_eq!(shown, found, "{text}");
    }
}

#[test]
fn a_prefix_names_the_field() {
    assert_eq!(numbers("artist:costello"), [1]);
    assert_eq!(numbers("title:costello"), [2]);
    assert_eq!(numbers("Artist:\"carol example\""), [4]);
    assert_eq!(numbers("-artist:example"), [1, 3]);
    assert_eq!(numbers("artist:"), [1, 2, 3, 4]);
    let words = |text| filter(text).describe(true).unwrap();
    assert_eq!(words("fog"), "title or artist has “fog”");
    assert_eq!(words("title:fog"), "title has “fog”");
    assert_eq!(words("artist:fog"), "artist has “fog”");
    assert_eq!(words("-fog"), "without “fog”");
    assert_eq!(words("-artist:fog"), "artist without “fog”");
}

#[test]
fn both_are_marked() {
    let index = Index::new(&tracks(), normalize);
    let marked = |track: usize, field, text| {
        let track_of = &tracks()[track];
        let texts = match field {
            Field::Artist => track_of.artist.clone().unwrap_or_default(),
            _ => track_of.title.clone(),
        };
        let marks = index.marks(track, field, &parse(text)).into_iter();
        marks.map(|mark| texts[mark].to_owned()).collect::<String>()
    };
    assert_eq!(marked(0, Field::Artist, "costello"), "Costello");
    assert_eq!(marked(0, Field::Title, "costello"), "");
    assert_eq!(marked(1, Field::Title, "costello"), "Costello");
    assert_eq!(marked(1, Field::Title, "artist:costello"), "");
    assert_eq!(marked(1, Field::Artist, "adam"), "Ådam");
    assert_eq!(marked(2, Field::Artist, "rope"), "");
}

#[test]
fn tracks_without_an_artist_are_last_in_either_order() {
    let order = |name: &str| {
        let sort: Sort = name.parse().unwrap();
        assert_eq!(sort.text(), name);
        sort.order(&tracks(), &str::cmp)
    };
    assert_eq!(order("artist"), [3, 0, 1, 2]);
    assert_eq!(order("-artist"), [1, 0, 3, 2]);
}

#[test]
fn artists_are_exported() {
    let tracks = tracks();
    let all: Vec<&Track> = tracks[..1].iter().chain(&tracks[2..3]).collect();
    assert_eq!(
        export::text(&all),
        "1. Alison’s Street – Elvis Costello (1:00)\n3. Rope (1:00)\n"
    );
    assert_eq!(
        export::csv(&all),
        "\u{feff}number,title,artist,length,seconds\r\n\
         1,Alison’s Street,Elvis Costello,1:00,60\r\n3,Rope,,1:00,60\r\n"
    );
    let quote = |text: &str| serde_json::to_string(text).unwrap();
    let owned: Vec<Track> = all.iter().map(|track| (*track).clone()).collect();
    assert_eq!(
        export::json(&all, quote),
        serde_json::to_string(&owned).unwrap()
    );
    // A copied line finds its track.
    let line = export::text(&all[..1]);
    let index = Index::new(&tracks, normalize);
    let (_, matches) = index.answer(filter(&line), &line, normalize);
    assert_eq!(matches.shown, [true, false, false, false]);
}

#[test]
fn other_albums_are_found_by_their_artists() {
    let album = |slug: &str, credit: &str, tracks: Vec<Track>| CataloguedAlbum {
        slug: slug.to_owned(),
        title: format!("Songs of {credit}"),
        credit: credit.to_owned(),
        also: vec!["A Composer".to_owned()],
        discs: vec![
            tracks
                .into_iter()
                .map(|track| CataloguedTrack {
                    title: track.title,
                    length: track.length,
                    pick: false,
                    artist: track.artist,
                })
                .collect(),
        ],
    };
    let albums = vec![
        album("various", "Various Artists", tracks()),
        album("elvis", "Elvis Costello", vec![track(1, "Fog", "1:00")]),
    ];
    let library = Library::new(albums, "here", normalize);
    let status = |text| library.find(&filter(text)).status();
    assert_eq!(
        status("artist:costello"),
        "1 whole album, 1 track in 1 other album · 1:00"
    );
    assert_eq!(
        status("artist:composer"),
        "No track of another album matches."
    );
    assert_eq!(status("composer"), "2 whole albums");
    assert_eq!(status("title:various"), "1 whole album");
    assert_eq!(status("carol"), "1 track in 1 other album · 1:00");
    assert_eq!(select(&tracks(), "zzzz").count, 0);
}

#[test]
fn an_artist_is_no_title_to_suggest() {
    let index = Index::new(&tracks(), normalize);
    assert_eq!(index.nearest(&parse("artist:rpoe")), [0; 0]);
    assert_eq!(index.nearest(&parse("rpoe")), [2]);
}
