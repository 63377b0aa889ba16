//! `site.toml`: what the whole site is called, in which language, and where it
//! will stand.

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
    /// Who wrote a review that does not say so itself.
    pub author: Option<String>,
    /// Where the site will stand, ending in `/`. Only what machines read needs
    /// it (see `machines`): everything else is relative.
    pub url: Option<String>,
}

impl Site {
    /// A review's page in full, where it is known where the site will stand.
    pub fn page(&self, slug: &str) -> Option<String> {
        Some(format!("{}{slug}/", self.url.as_ref()?))
    }
}

/// Reads the content of the file that the writer knows as `path`.
pub fn read(path: &str, text: &str) -> Result<Site, Vec<Diagnostic>> {
    let mut sheet = SourceFile::new(path, text);
    let site = site(&mut sheet, text);
    sheet.finish(site)
}

fn site(sheet: &mut SourceFile, text: &str) -> Option<Site> {
    let table = table::parse(sheet, text, 0)?;
    let mut top = Table::top(table.get_ref(), 0..0, 0);
    let name = top.text(sheet, NAME);
    let language = top.language(sheet, LANGUAGE);
    let author = top.optional_text(sheet, AUTHOR);
    let url = top.optional_web_address(sheet, URL).map(|mut url| {
        if !url.ends_with('/') {
            url.push('/');
        }
        url
    });
    top.finish(sheet, &[]);
    Some(Site {
        name: name?,
        language: language?,
        author,
        url,
    })
}
