//! Albums whose tracks have different artists.

/// Artists of an album that perform none of its tracks, in lower case.
const VARIOUS: [&str; 7] = [
    "various artists",
    "various",
    "verschiedene interpreten",
    "artistes divers",
    "artistes variés",
    "varios artistas",
    "artisti vari",
];

/// Whether an artist of an album performs none of its tracks.
pub fn is_various(artist: &str) -> bool {
    VARIOUS.contains(&artist.to_lowercase().as_str())
}
