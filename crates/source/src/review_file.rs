//! Parses a writer's file into a [`Review`], or returns all its diagnostics.
//! Called by the publisher for each `reviews/*.md`.

use std::collections::HashSet;

use super::{
    control_chars,
    diagnostic::{Diagnostic, SourceFile},
    front_matter, import, placeholder, prose, track_list, track_section, unsupported, various,
};
use model::{Album, Block, Inline, Review, Track};

/// Slightly below the 240 words per minute that published surveys report for
/// silent reading of non-fiction, as the prose is full of titles and lengths.
const WORDS_A_MINUTE: usize = 230;

/// Parses `text`, the content of the file at `path` (shown in diagnostics);
/// `slug` is the file name without `.md`.
pub fn read(path: &str, slug: &str, text: &str) -> Result<Review, Vec<Diagnostic>> {
    let mut file = SourceFile::new(path, text);
    let review = review(&mut file, slug);
    file.finish(review)
}

/// Whether a file says `draft = true`, whatever else is wrong with it.
pub fn is_draft(text: &str) -> bool {
    front_matter::is_draft(text)
}

/// Parses a draft that [`read`] rejects, so that its writer sees what is there:
/// a required value that is missing or wrong is a blank, and a part that cannot
/// be read is left out.
pub fn read_draft(path: &str, slug: &str, text: &str) -> Review {
    let mut file = SourceFile::with_blanks(path, text);
    let mut review = review(&mut file, slug).unwrap_or_else(|| blank_review(slug));
    review.draft = true;
    // A page has at least one track.
    if review.album.tracks.is_empty() {
        review.album.tracks = blank_review(slug).album.tracks;
    }
    review
}

/// A review in which nothing but the title is known.
fn blank_review(slug: &str) -> Review {
    let title = import::title_of(slug);
    let text =
        format!("+++\ntitle = \"{title}\"\n[album]\n+++\n\n## Track List\n\n1. \\??? (?:??)\n");
    let mut file = SourceFile::with_blanks("", &text);
    review(&mut file, slug).expect("every missing value is a blank")
}

fn review(file: &mut SourceFile, slug: &str) -> Option<Review> {
    if let Some(span) = unsupported::conflict(&file.text()) {
        let expected = "expected one version of what follows, without these lines";
        file.report(span, "a merge conflict is not resolved", expected);
        return None;
    }
    let parts = front_matter::split(file)?;
    control_chars::report_in_toml(file, parts.toml.clone());
    control_chars::report(file, parts.body.clone());
    let front = front_matter::read(file, parts.toml);
    let section = track_section::find(file, parts.body.clone());
    let album = front.as_ref().map(|front| &front.album);
    let track_artists = album.and_then(|album| album.track_artists.as_ref());
    let list = section
        .as_ref()
        .map(|section| track_list::read(file, section, track_artists))
        .unwrap_or_default();
    let prose_end = section.map_or(parts.body.end, |section| section.start);
    let tracks = list.tracks.iter();
    let places: HashSet<_> = tracks.map(|track| track.place()).collect();
    let prose = parts.body.start..prose_end;
    placeholder::report_in_prose(file, prose.clone());
    let places = list.is_complete.then_some(&places);
    let article = prose::read(file, prose.clone(), places);
    // Where all of it was refused, those reports are enough.
    if article.is_empty() && !file.has_diagnostic_in(prose.clone()) {
        let what = "the review has no prose";
        file.report(
            prose.start..prose.start,
            what,
            "expected paragraphs here, before the track list",
        );
    }
    let front = front?;
    let tracks = with_artists(list.tracks, front.album.artist.as_deref());
    Some(Review {
        slug: slug.to_owned(),
        series: front.series,
        title: front.title,
        standfirst: front.standfirst,
        authors: front.authors,
        published: front.published,
        updated: front.updated,
        draft: front.draft,
        works: front.works,
        verdict: front.verdict,
        rating: front.rating,
        source: front.source,
        album: Album {
            title: front.album.title,
            artist: front.album.artist,
            composers: front.album.composers,
            released: front.album.released,
            label: front.album.label,
            catalogue: front.album.catalogue,
            barcode: front.album.barcode,
            musicbrainz: front.album.musicbrainz,
            listen: front.album.listen,
            edition: front.album.edition,
            tracks,
            groups: list.groups,
        },
        reading_minutes: reading_minutes(&article),
        article,
    })
}

/// Gives the tracks without an artist that of the album, where others have one of
/// their own.
fn with_artists(mut tracks: Vec<Track>, artist: Option<&str>) -> Vec<Track> {
    let artist = artist.filter(|artist| !various::is_various(artist));
    if tracks.iter().any(|track| track.artist.is_some()) {
        for track in &mut tracks {
            let own = track.artist.take();
            track.artist = own.or_else(|| artist.map(ToOwned::to_owned));
        }
    }
    tracks
}

fn reading_minutes(article: &[Block]) -> u32 {
    let minutes = words_in_blocks(article).div_ceil(WORDS_A_MINUTE).max(1);
    minutes.try_into().unwrap_or(u32::MAX)
}

fn words_in_blocks(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => words(content),
            Block::Quote(blocks) => words_in_blocks(blocks),
            Block::List { items, .. } => items.iter().map(|item| words_in_blocks(item)).sum(),
            Block::Break => 0,
        })
        .sum()
}

fn words(inlines: &[Inline]) -> usize {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.split_whitespace().count(),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Link { content, .. }
            | Inline::Track { content, .. }
            | Inline::Foreign { content, .. } => words(content),
            Inline::LineBreak => 0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: usize) -> Vec<Inline> {
        vec![Inline::Text("word ".repeat(words))]
    }

    /// Words in all blocks count, and minutes are rounded up.
    #[test]
    fn reading_time_counts_all_words() {
        let paragraph = |words| Block::Paragraph(text(words));
        let mut article = vec![
            Block::Heading {
                level: 2,
                content: text(30),
            },
            Block::Break,
            Block::Quote(vec![paragraph(100)]),
            Block::List {
                start: None,
                items: vec![vec![paragraph(20)], vec![paragraph(30)]],
            },
            Block::Paragraph(vec![Inline::Strong(text(50)), Inline::LineBreak]),
        ];
        assert_eq!(reading_minutes(&article), 1, "230 words");
        article.push(paragraph(1));
        assert_eq!(reading_minutes(&article), 2, "231 words");
        assert_eq!(reading_minutes(&[]), 1, "no word");
    }
}
