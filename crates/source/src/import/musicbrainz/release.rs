//! The fields of a MusicBrainz release that are imported.

use serde::{Deserialize, Deserializer};

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Release {
    #[serde(deserialize_with = "or_default")]
    pub id: String,
    #[serde(deserialize_with = "or_default")]
    pub barcode: String,
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    #[serde(deserialize_with = "or_default")]
    pub disambiguation: String,
    pub date: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub artist_credit: Vec<Credit>,
    #[serde(deserialize_with = "or_default")]
    pub label_info: Vec<LabelInfo>,
    #[serde(deserialize_with = "or_default")]
    pub media: Vec<Medium>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Credit {
    #[serde(deserialize_with = "or_default")]
    pub name: String,
    #[serde(deserialize_with = "or_default")]
    pub joinphrase: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct LabelInfo {
    pub catalog_number: Option<String>,
    pub label: Option<Label>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Label {
    #[serde(deserialize_with = "or_default")]
    pub name: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Medium {
    pub title: Option<String>,
    pub pregap: Option<Track>,
    #[serde(deserialize_with = "or_default")]
    pub tracks: Vec<Track>,
    #[serde(deserialize_with = "or_default")]
    pub data_tracks: Vec<Track>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Track {
    /// `1`, or on a record `B2`.
    #[serde(deserialize_with = "or_default")]
    pub number: String,
    #[serde(deserialize_with = "or_default")]
    pub position: u32,
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    pub length: Option<u64>,
    pub recording: Option<Recording>,
    #[serde(deserialize_with = "or_default")]
    pub artist_credit: Vec<Credit>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Recording {
    pub length: Option<u64>,
    #[serde(deserialize_with = "or_default")]
    pub disambiguation: String,
}

/// MusicBrainz has `null` in place of any value that it does not know.
fn or_default<'d, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'d>,
    T: Default + Deserialize<'d>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
