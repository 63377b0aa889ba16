//! A writer's file to a [`model::Review`], or to the diagnostics that say what to
//! write instead; and a text that was written elsewhere to such a file
//! ([`import`]).
//!
//! Pure: texts in, values out. The publisher opens and writes the files.

mod control_chars;
pub mod diagnostic;
mod front_matter;
pub mod import;
pub mod language;
pub mod link;
mod markdown;
mod placeholder;
mod prose;
pub mod review_file;
mod suggest;
pub mod table;
pub mod text;
mod toml_error;
mod track_entry;
mod track_list;
mod track_section;

pub use diagnostic::Diagnostic;
