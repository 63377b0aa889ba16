//! Parses `site.toml`: the site's name, language, default author and address.

use source::{
    control_chars,
    diagnostic::{Diagnostic, SourceFile},
    schema::{Key, Kind, Schema},
    table::{self, Table},
};

static SITE: Schema = Schema {
    keys: &[NAME, LANGUAGE, AUTHOR, URL],
    tables: &[],
};
const NAME: Key = Key::required(
    ["", "name"],
    Kind::Text,
    "\"Liner Notes\"",
    "The site's name.",
);
const LANGUAGE: Key = Key::required(
    ["", "language"],
    Kind::Language,
    "\"en\"",
    "The language of its reviews.",
);
const AUTHOR: Key = Key::optional(
    ["", "author"],
    Kind::Text,
    "\"Your Name\"",
    "The author of reviews that name none.",
);
const URL: Key = Key::optional(
    ["", "url"],
    Kind::WebAddress,
    "\"https://example.org/reviews/\"",
    "The site's address.",
);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    /// A BCP 47 language tag, such as `en` or `pt-BR`.
    pub language: String,
    /// The author of reviews that name none.
    pub author: Option<String>,
    /// The address of the site, ending in `/`. Only metadata needs it (see
    /// [`metadata`](crate::metadata)); all other addresses are relative.
    pub url: Option<String>,
}

impl Site {
    /// The absolute URL of a review's page, if `url` is known.
    pub fn page(&self, slug: &str) -> Option<String> {
        Some(format!("{}{slug}/", self.url.as_ref()?))
    }
}

/// Parses the content of the file at `path` (shown in diagnostics).
pub fn read(path: &str, text: &str) -> Result<Site, Vec<Diagnostic>> {
    let mut file = SourceFile::new(path, text);
    let site = site(&mut file, text);
    file.finish(site)
}

fn site(file: &mut SourceFile, text: &str) -> Option<Site> {
    control_chars::report_in_toml(file, 0..text.len());
    let table = table::parse(file, text, 0, &SITE)?;
    let mut top = Table::top(file, table.get_ref(), 0..0, 0, &SITE);
    let name = top.text(file, NAME);
    let language = top.language(file, LANGUAGE);
    let author = top.text(file, AUTHOR);
    let url = top.folder_address(file, URL);
    Some(Site {
        name: name?,
        language: language?,
        author,
        url,
    })
}
