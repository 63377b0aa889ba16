//! Parses files of writers: a Markdown file with TOML front matter into a
//! [`model::Review`], or into [`Diagnostic`]s that say what to write instead.
//! [`import`] turns other text (a plain-text review, MusicBrainz JSON) into
//! such a file.
//!
//! The publisher lists and opens the files; everything here maps text to
//! values. The one exception is [`text::open`], which reads a file to check its
//! size and encoding.

pub mod control_chars;
pub mod diagnostic;
mod front_matter;
pub mod import;
pub mod language;
pub mod link;
mod listen;
mod markdown;
pub mod placeholder;
mod prose;
pub mod review_file;
pub mod schema;
mod suggest;
pub mod table;
pub mod text;
mod toml_error;
mod track_artists;
mod track_entry;
mod track_groups;
mod track_list;
mod track_section;
mod unsupported;
mod various;
mod web_address;

pub use diagnostic::Diagnostic;
