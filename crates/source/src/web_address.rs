//! Validates addresses of the web in keys, by the `url` crate, which parses them
//! as browsers do.

use url::{ParseError, Url};

/// Why an address was rejected, and what to write.
#[derive(Debug, PartialEq, Eq)]
pub struct AddressError {
    pub what: String,
    pub expected: String,
}

/// Validates an absolute `https` or `http` address, returned as written.
///
/// # Errors
/// It has another form, or contains what no address should.
pub fn any(address: &str) -> Result<String, AddressError> {
    let url = parsed(address)?;
    if address.contains(char::is_whitespace) {
        return Err(rejected("a web address contains no space", &url));
    }
    Ok(address.to_owned())
}

/// Validates the address of a folder, returned as browsers write it, with a
/// slash at its end.
///
/// # Errors
/// As for [`any`], or it does not name a folder alone.
pub fn folder(address: &str) -> Result<String, AddressError> {
    let url = parsed(address)?;
    let is_page = url.path().ends_with(".html");
    let folder = folder_of(url);
    if address.contains(['?', '#']) {
        return Err(rejected(
            "the address of a site contains no `?` and no `#`",
            &folder,
        ));
    }
    if address.contains(char::is_whitespace) {
        return Err(rejected("a web address contains no space", &folder));
    }
    if is_page {
        return Err(rejected(
            "this is the address of a page, not of a site",
            &folder,
        ));
    }
    Ok(folder.into())
}

fn parsed(address: &str) -> Result<Url, AddressError> {
    let url = match Url::parse(address) {
        Ok(url) => url,
        Err(ParseError::RelativeUrlWithoutBase) => {
            let with_scheme = Url::parse(&format!("https://{address}")).ok();
            let is_host = |url: &Url| url.domain().is_some_and(|domain| domain.contains('.'));
            return Err(match with_scheme.filter(is_host) {
                Some(url) => rejected("this address has no `https://`", &url),
                None => no_address(),
            });
        }
        Err(_) => return Err(no_address()),
    };
    if !["https", "http"].contains(&url.scheme()) {
        let what = format!("`{}:` is not a scheme of the web", url.scheme());
        return Err(AddressError {
            what,
            ..no_address()
        });
    }
    // Browsers take `https:///x` for `https://x`.
    let behind = &address[url.scheme().len() + 1..];
    if !behind.starts_with("//") || behind[2..].starts_with(['/', '\\']) {
        return Err(no_address());
    }
    if !url.username().is_empty() || url.password().is_some() {
        let what = "this address contains a user name or a password, which every reader would see";
        return Err(rejected(what, &without_user(url)));
    }
    Ok(url)
}

fn no_address() -> AddressError {
    AddressError {
        what: "this is not a web address".to_owned(),
        expected: "expected an address such as `https://example.org/reviews/`".to_owned(),
    }
}

fn rejected(what: &str, instead: &Url) -> AddressError {
    AddressError {
        what: what.to_owned(),
        expected: format!("expected `{instead}`"),
    }
}

/// Such a URL can have no user only if it has no host.
fn without_user(mut url: Url) -> Url {
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url
}

/// The folder that the address is in or names.
fn folder_of(mut url: Url) -> Url {
    url.set_query(None);
    url.set_fragment(None);
    let path = match url.path().rsplit_once('/') {
        Some((folder, page)) if page.ends_with(".html") => format!("{folder}/"),
        _ => format!("{}/", url.path().trim_end_matches('/')),
    };
    url.set_path(&path);
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_is_written_as_browsers_write_it() {
        for (address, folder_of) in [
            ("https://example.org", "https://example.org/"),
            (
                "https://example.org/reviews",
                "https://example.org/reviews/",
            ),
            ("http://127.0.0.1:8080/a/b/", "http://127.0.0.1:8080/a/b/"),
            ("HTTPS://Example.org:443/A/../B", "https://example.org/B/"),
            (
                "https://müsik.example/ä",
                "https://xn--msik-0ra.example/%C3%A4/",
            ),
        ] {
            assert_eq!(folder(address).as_deref(), Ok(folder_of), "{address}");
        }
    }

    #[test]
    fn what_is_no_folder_is_rejected_with_the_folder() {
        for (address, what, instead) in [
            ("https://example.org/?q", "no `?`", "`https://example.org/`"),
            (
                "https://example.org/a#f",
                "no `#`",
                "`https://example.org/a/`",
            ),
            ("https://example.org/?", "no `?`", "`https://example.org/`"),
            (
                "https://example.org/a b",
                "no space",
                "`https://example.org/a%20b/`",
            ),
            (
                "https://me:word@example.org/",
                "a password",
                "`https://example.org/`",
            ),
            (
                "https://me@example.org/",
                "a user name",
                "`https://example.org/`",
            ),
            (
                "https://example.org/a/index.html",
                "of a page",
                "`https://example.org/a/`",
            ),
            ("example.org/a", "no `https://`", "`https://example.org/a`"),
            (
                "www.example.org:8080",
                "not a scheme",
                "`https://example.org/reviews/`",
            ),
            (
                "ftp://example.org/",
                "`ftp:` is not a scheme",
                "such as `https://",
            ),
            ("javascript:alert(1)", "`javascript:`", "such as `https://"),
            ("https://exa mple.org/", "not a web address", "such as"),
            ("https://", "not a web address", "such as"),
            ("https:///reviews/", "not a web address", "such as"),
            ("https:example.org", "not a web address", "such as"),
            ("https://\\example.org", "not a web address", "such as"),
            ("reviews", "not a web address", "such as"),
            ("/reviews/", "not a web address", "such as"),
        ] {
            let error = folder(address).unwrap_err();
            assert!(error.what.contains(what), "{address}: {error:?}");
            assert!(error.expected.contains(instead), "{address}: {error:?}");
        }
    }

    #[test]
    fn another_site_may_have_any_address_of_the_web() {
        let address = "https://example.com/clouds.html?a=1&b=2#c";
        assert_eq!(any(address).as_deref(), Ok(address));
        for address in [
            "https://example.com/a b",
            "ftp://example.com",
            "https://me@example.com",
        ] {
            assert!(any(address).is_err(), "{address}");
        }
    }
}
