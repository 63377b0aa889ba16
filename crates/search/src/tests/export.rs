//! Export as text, CSV and JSON.

use super::{album, track};
use crate::export::{csv, json, text};
use model::Track;

#[test]
fn text_has_a_line_per_track() {
    let tracks = album::tracks();
    assert_eq!(
        text(&[&tracks[13], &tracks[2]]),
        "14. The Exchange (5:54)\n3. Should You Choose to Accept… (2:34)\n"
    );
    assert_eq!(
        text(&[&album::three_discs()[5]]),
        "2-3. Change of Plan (5:47)\n"
    );
    assert_eq!(text(&[]), "");
}

#[test]
fn csv_quotes_commas_quotes_and_line_ends() {
    let plain = track(1, "Kashmir", "4:29");
    let comma = track(2, "Good Evening, Mr. Hunt", "4:19");
    let quotes = track(3, "The \"Exchange\"", "0:01");
    let formula = track(4, "=1+1", "0:02");
    assert_eq!(
        csv(&[&plain, &comma, &quotes, &formula]),
        "\u{feff}number,title,length,seconds\r\n1,Kashmir,4:29,269\r\n2,\"Good Evening, Mr. Hunt\",4:19,259\r\n\
         3,\"The \"\"Exchange\"\"\",0:01,1\r\n4,=1+1,0:02,2\r\n"
    );
    assert_eq!(csv(&[]), "\u{feff}number,title,length,seconds\r\n");
}

#[test]
fn notes_and_picks_are_exported_where_there_are_any() {
    let plain = track(1, "Fog", "5:54");
    let noted = Track {
        note: Some("live, 1958".to_owned()),
        pick: true,
        ..track(2, "Rope", "0:07")
    };
    let both = [&plain, &noted];
    assert_eq!(
        text(&both),
        "1. Fog (5:54)\n2. Rope (0:07) [live, 1958] ★\n"
    );
    assert_eq!(
        csv(&both),
        "\u{feff}number,title,length,seconds,note,pick\r\n1,Fog,5:54,354,,\r\n\
         2,Rope,0:07,7,\"live, 1958\",true\r\n"
    );
    let quote = |text: &str| serde_json::to_string(text).unwrap();
    let tracks = [plain.clone(), noted.clone()];
    assert_eq!(json(&both, quote), serde_json::to_string(&tracks).unwrap());
}

#[test]
fn csv_has_a_disc_column_for_several_discs() {
    let discs = album::three_discs();
    assert_eq!(
        csv(&[&discs[5]]),
        "\u{feff}disc,number,title,length,seconds\r\n2,3,Change of Plan,5:47,347\r\n"
    );
}

#[test]
fn json_has_the_fields_of_the_embedded_tracks() {
    let quote = |text: &str| serde_json::to_string(text).unwrap();
    let tracks = album::tracks();
    assert_eq!(
        json(&[&tracks[13]], quote),
        r#"[{"number":14,"title":"The Exchange","seconds":354}]"#
    );
    for tracks in [tracks, album::three_discs(), Vec::new()] {
        let all: Vec<&Track> = tracks.iter().collect();
        assert_eq!(json(&all, quote), serde_json::to_string(&tracks).unwrap());
    }
}
