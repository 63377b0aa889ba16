//! The cases of MusicBrainz' own tests of its track parser (those of its release
//! editor), in their order: what `import` reads from the same lines, and why,
//! where that is another answer.
//!
//! The track parser fills an editor that already has tracks, and leaves out the
//! columns that its options name; `import` has neither and reads each line whole.

use source::import;

struct Case {
    claim: &'static str,
    lines: &'static str,
    /// Number, title and length of each track.
    tracks: &'static [(u32, &'static str, &'static str)],
    /// Why MusicBrainz' answer is another one; empty where it is the same.
    differs: &'static str,
}

const CASES: [Case; 13] = [
    Case {
        claim: "track numbers",
        lines: "a1  Kermis         02:04\na2.  Glitch        02:51\na3.Afrik Slang     02:11\n\
                4 Rot Beat         01:07\n5. Pruik           02:21\n6.In Je Graff      03:21\n\
                ７ Ｈｉｌｌｗｏｏｄ   ０２：３４",
        tracks: &[
            (1, "Kermis", "2:04"),
            (2, "Glitch", "2:51"),
            (3, "Afrik Slang", "2:11"),
            (4, "Rot Beat", "1:07"),
            (5, "Pruik", "2:21"),
            (6, "In Je Graff", "3:21"),
            (7, "Ｈｉｌｌｗｏｏｄ", "2:34"),
        ],
        differs: "",
    },
    Case {
        claim: "lengths before white space (MBS-1284)",
        lines: "1. Forgotten Child    3:39    \n2. Dirty Looks  4:34   \n  3. Private Life  3:29  \n\
                4.  Never Can Wait  3:24 ",
        tracks: &[
            (1, "Forgotten Child", "3:39"),
            (2, "Dirty Looks", "4:34"),
            (3, "Private Life", "3:29"),
            (4, "Never Can Wait", "3:24"),
        ],
        differs: "",
    },
    Case {
        claim: "numbers at the end of a title are no lengths (MBS-2511, MBS-2902)",
        lines: "1. Criminology 2.5\n2. Love On A .45",
        tracks: &[(1, "Criminology 2.5", "?"), (2, "Love On A .45", "?")],
        differs: "",
    },
    Case {
        claim: "lines without a number (MBS-2540)",
        lines: "1 Freeman Hardy & Willis Acid\n\n   Written-By – James*, Jenkinson* \n\n5:42\n\
                2 Orange Romeda\n\nWritten-By – Eoin*, Sandison* \n\n4:51 \n",
        tracks: &[
            (1, "Freeman Hardy & Willis Acid", "5:42"),
            (2, "Orange Romeda", "4:51"),
        ],
        differs: "an option leaves out lines without a number, and so the lengths",
    },
    Case {
        claim: "hours (MBS-3353)",
        lines: "1. Love On A .45  05:22:31",
        tracks: &[(1, "Love On A .45", "5:22:31")],
        differs: "",
    },
    Case {
        claim: "positions of tracks that are used again",
        lines: "2. Bar 3:00\n1. Foo 2:00",
        tracks: &[(2, "Bar", "3:00"), (1, "Foo", "2:00")],
        differs: "the editor counts its tracks; a draft keeps the numbers, with notes",
    },
    Case {
        claim: "lengths of a table of contents are kept (MBS-7451)",
        lines: "Foo 2:00\nBar 3:00",
        tracks: &[(1, "Foo", "2:00"), (2, "Bar", "3:00")],
        differs: "there is no table of contents of a disc before the text",
    },
    Case {
        claim: "only numbers, titles, artists or lengths (MBS-3730, MBS-3732)",
        lines: "A1. FOO! - BAR! (2:55)",
        tracks: &[(1, "FOO! - BAR!", "2:55")],
        differs: "options choose the columns; one line does not show which side of a dash is the artist",
    },
    Case {
        claim: "recordings of earlier tracks (MBS-7719)",
        lines: "1. Completely Different Title\n2. This Track Will Be Moved\n\
                3. Another Completely Different Title",
        tracks: &[
            (1, "Completely Different Title", "?"),
            (2, "This Track Will Be Moved", "?"),
            (3, "Another Completely Different Title", "?"),
        ],
        differs: "a draft has no recordings; titles and numbers are the same",
    },
    Case {
        claim: "full-width digits",
        lines: "１ Ｆｏｏ ２：３４",
        tracks: &[(1, "Ｆｏｏ", "2:34")],
        differs: "",
    },
    Case {
        claim: "lengths of data tracks (MBS-8409)",
        lines: "1:23\n2:34",
        tracks: &[],
        differs: "lengths without titles are no tracks",
    },
    Case {
        claim: "where the data tracks begin (MBS-8410)",
        lines: "Track B\nTrack A\nCool Bonus Vid",
        tracks: &[
            (1, "Track B", "?"),
            (2, "Track A", "?"),
            (3, "Cool Bonus Vid", "?"),
        ],
        differs: "a draft has no data tracks",
    },
    Case {
        claim: "as many tracks as the disc has",
        lines: "Track A\nVery Different Title\nAnother Data Track",
        tracks: &[
            (1, "Track A", "?"),
            (2, "Very Different Title", "?"),
            (3, "Another Data Track", "?"),
        ],
        differs: "there is no table of contents, so the last is a track, too",
    },
];

#[test]
fn lines_are_read_as_by_musicbrainz_or_for_a_reason() {
    for case in CASES {
        let Case { claim, lines, .. } = case;
        let imported = import::import(&format!("A Record\n\nProse.\n\nTrack List\n\n{lines}\n"));
        let imported = imported.expect("a text can be imported");
        let entries = imported.draft.discs.iter().flatten();
        let read: Vec<(u32, String, String)> = entries
            .map(|entry| {
                let title = entry.title.clone().unwrap_or_default();
                let length = entry.length.as_deref().unwrap_or_default();
                let length = length
                    .parse()
                    .map(|length: model::Length| length.to_string());
                (
                    entry.number,
                    title,
                    length.unwrap_or_else(|_| "?".to_owned()),
                )
            })
            .collect();
        let own = |(number, title, length): &(u32, &str, &str)| {
            (*number, (*title).to_owned(), (*length).to_owned())
        };
        let expected: Vec<_> = case.tracks.iter().map(own).collect();
        assert_eq!(read, expected, "{claim}: {}", case.differs);
    }
}
