//! What the reader looks for, as the signals that the controls write and the
//! list reads.

use leptos::prelude::*;

use crate::review::{Album, Length, Track};

/// What a reader has entered before the page was live.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub text: String,
    /// The thumbs' positions, where the reader has moved them.
    pub min: Option<Length>,
    pub max: Option<Length>,
}

/// The search in progress. Copies share their state.
#[derive(Clone, Copy)]
pub struct Search {
    pub text: RwSignal<String>,
    /// The thumbs' positions, both ends included.
    pub min: RwSignal<Length>,
    pub max: RwSignal<Length>,
    pub selection: Memo<Selection>,
}

impl Search {
    pub fn new(album: &Album) -> Self {
        let (shortest, longest) = album.length_span().into_inner();
        let text = RwSignal::new(String::new());
        let min = RwSignal::new(shortest);
        let max = RwSignal::new(longest);
        let tracks = album.tracks.clone();
        let selection = Memo::new(move |_| {
            let text = text.read().to_lowercase();
            let bounds = min.get()..=max.get();
            select(&tracks, |track| {
                bounds.contains(&track.length)
                    && text
                        .split_whitespace()
                        .all(|word| track.title.to_lowercase().contains(word))
            })
        });
        Self {
            text,
            min,
            max,
            selection,
        }
    }

    /// Takes over what was entered before the page was live.
    pub fn apply(&self, typed: &Typed) {
        if !typed.text.is_empty() {
            self.text.set(typed.text.clone());
        }
        if let Some(min) = typed.min {
            self.min.set(min);
        }
        if let Some(max) = typed.max {
            self.max.set(max);
        }
    }
}

/// Which tracks a search shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// One flag a track, in playing order.
    pub shown: Vec<bool>,
    pub count: usize,
    pub running_time: Length,
}

fn select(tracks: &[Track], matches: impl Fn(&Track) -> bool) -> Selection {
    let shown: Vec<bool> = tracks.iter().map(matches).collect();
    let lengths = tracks.iter().zip(&shown).filter(|(_, shown)| **shown);
    Selection {
        count: lengths.clone().count(),
        running_time: lengths.map(|(track, _)| track.length).sum(),
        shown,
    }
}

impl Selection {
    /// `26 tracks · 1:35:45`, or `8 of 26 tracks · 31:20`.
    pub fn status(&self) -> String {
        let all = self.shown.len();
        let of_all = match self.count == all {
            true => String::new(),
            false => format!("{} of ", self.count),
        };
        let noun = match all {
            1 => "track",
            _ => "tracks",
        };
        format!("{of_all}{all} {noun} · {}", self.running_time)
    }
}
