//! Parses `site.toml`: the site's name, language, default author and address.

use source::{
    diagnostic::{Diagnostic, SourceFile},
    table::{self, Key, Table, key},
};

const NAME: Key = key("name", "\"Liner Notes\"");
const LANGUAGE: Key = key("language", "\"en\"");
const AUTHOR: Key = key("author", "\"Your Name\"");
const URL: Key = key("url", "\"https://example.org/reviews/\"");

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
    let table = table::parse(file, text, 0)?;
    let mut top = Table::top(table.get_ref(), 0..0, 0);
    let name = top.text(file, NAME);
    let language = top.language(file, LANGUAGE);
    let author = top.optional_text(file, AUTHOR);
    let url = top.optional_web_address(file, URL).map(|mut url| {
        if !url.ends_with('/') {
            url.push('/');
        }
        url
    });
    top.finish(file, &[]);
    Some(Site {
        name: name?,
        language: language?,
        author,
        url,
    })
}
