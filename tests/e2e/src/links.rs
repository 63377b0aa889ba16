//! Every form of link that a review can hold, as Markdown and as addresses.

/// A link of a review whose page is one folder below the site's root.
#[derive(Clone, Debug)]
pub struct Link {
    pub written: String,
    /// Where it leads: a path below the site's root, or an absolute address.
    pub leads_to: String,
}

/// One link of each form. `other` is the slug of another review with two tracks.
pub fn forms(other: &str) -> Vec<Link> {
    let relative = [
        String::new(),
        format!("{other}/"),
        format!("{other}/#track-2"),
        format!("{other}/?q=second#track-2"),
        format!("{other}/picture.png"),
        "all/".to_owned(),
        "robots.txt".to_owned(),
    ];
    let absolute = [
        ("https://example.invalid/?a=1&b=2#c", None),
        ("http://example.invalid", Some("http://example.invalid/")),
        ("HTTPS://example.invalid/", Some("https://example.invalid/")),
        ("mailto:mail@example.invalid", None),
    ];
    let relative = relative.into_iter().map(|path| Link {
        written: format!("../{path}"),
        leads_to: format!("/{path}"),
    });
    // More steps up than there are folders.
    let beyond = Link {
        written: "../../robots.txt".to_owned(),
        leads_to: "/robots.txt".to_owned(),
    };
    let absolute = absolute.into_iter().map(|(written, leads_to)| Link {
        written: written.to_owned(),
        leads_to: leads_to.unwrap_or(written).to_owned(),
    });
    relative.chain([beyond]).chain(absolute).collect()
}

/// The links as a Markdown list.
pub fn markdown(links: &[Link]) -> String {
    let item = |link: &Link| format!("- [link](<{}>)\n", link.written);
    links.iter().map(item).collect()
}
