//! The site that the page is of: which of its addresses may be reviews.

use super::address;
use model::{
    payload::{ALL_REVIEWS, PAGE_FILE},
    text::{concat, find},
};

pub struct Site {
    /// The address of its root.
    pub root: String,
    /// The version of the app.
    pub build: String,
}

impl Site {
    /// The address of the data of the review at this address; `None` if that is
    /// shown already, or cannot be a review.
    pub fn data_address(&self, address: &str) -> Option<String> {
        let page = address::bare(address);
        let path = page.strip_prefix(&*self.root)?;
        let folder = path.strip_suffix('/').unwrap_or_default();
        let is_review = path.is_empty()
            || !folder.is_empty() && find(folder, "/", 0).is_none() && path != ALL_REVIEWS;
        (is_review && !address::is_shown(address)).then(|| concat(&[page, PAGE_FILE]))
    }
}
