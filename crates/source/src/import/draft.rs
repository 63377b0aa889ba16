//! A draft of a review: the values that an import found, as plain text.
//! [`draft_file`](super::draft_file) writes it as a review file.

/// The known values of a review, as plain text; formatting escapes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub title: Option<String>,
    pub album: Option<String>,
    pub composer: Option<String>,
    /// An ISO 8601 date, such as `2018-07-13`.
    pub released: Option<String>,
    pub label: Option<String>,
    /// What has no place in a review, written as comments.
    pub unplaced: Vec<String>,
    pub article: Vec<Part>,
    /// One list of tracks per disc.
    pub discs: Vec<Vec<Entry>>,
}

/// A heading or a paragraph of the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    /// Lines without an empty line between them.
    Paragraph(String),
}

/// One track of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub number: u32,
    pub title: Option<String>,
    /// As found, even if it is not a valid length: the publisher reports that.
    pub length: Option<String>,
}
