//! The notice above a page that is not in the published site, which only its
//! writer sees under `serve`: why it is not, and what is still open in it.

use leptos::prelude::*;

use model::Date;
use source::Diagnostic;

/// Why a review is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unpublished {
    /// Its file says `draft = true`.
    Draft,
    /// It is dated after the day of the build.
    HeldBack(Date),
}

/// A message to the writer about an unpublished review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub why: Unpublished,
    /// The diagnostics of a draft.
    pub open: Vec<Diagnostic>,
}

impl Notice {
    /// The notice as HTML. It is outside the app, so that the wasm contains no
    /// code for drafts.
    pub fn to_html(&self) -> String {
        let why = match &self.why {
            Unpublished::Draft => "This is a draft: it is not in the published site.".to_owned(),
            Unpublished::HeldBack(date) => {
                format!("This review is held back until {}.", date.words)
            }
        };
        let items = self.open.iter().map(Diagnostic::sentence);
        let items: Vec<_> = items.map(|item| view! { <li>{item}</li> }).collect();
        let list = (!items.is_empty()).then(|| {
            view! {
                <section class="draft" aria-label="Still open">
                    <ul>{items}</ul>
                </section>
            }
        });
        view! {
            <p class="draft">{why}</p>
            {list}
        }
        .to_html()
    }
}
