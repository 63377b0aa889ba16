//! The yardstick of the benches: a review as a web developer would write it by
//! hand, from the files of `benches/plain/`.

use model::{Length, Review, Track};
use publisher::{minify_js, page, precompress};

use crate::Deployed;

const HTML: &str = include_str!("../../../benches/plain/index.html");
const STYLE: &str = include_str!("../../../benches/plain/style.css");
const SCRIPT: &str = include_str!("../../../benches/plain/search.js");

/// The element in `index.html` that starts the search.
const SCRIPT_ELEMENT: &str = "<script type=\"module\" src=\"search.js\"></script>";

/// The site of one plain page for this review, with its search or as HTML and CSS
/// alone, compressed like ours.
///
/// # Panics
/// If a track has no length.
pub fn site(review: &Review, with_search: bool) -> Deployed {
    let site = Deployed::empty();
    let html = html(review);
    let html = match with_search {
        true => html,
        false => html.replace(SCRIPT_ELEMENT, ""),
    };
    let script = minify_js::minify(SCRIPT, minify_js::Kind::Module).expect("it is a script");
    site.write("index.html", html.as_bytes());
    site.write("style.css", STYLE.as_bytes());
    site.write("search.js", script.as_bytes());
    let kept = tempfile::tempdir().expect("a temporary folder");
    precompress::precompress_all(site.path(), kept.path()).expect("it can be compressed");
    site
}

fn html(review: &Review) -> String {
    let tracks = &review.album.tracks;
    let lengths = || tracks.iter().map(|track| track.length.expect("a length"));
    let seconds = |length: Option<Length>| length.unwrap_or_default().seconds().to_string();
    let row = |(track, length): (&Track, Length)| {
        let (id, title) = (track.place().row_id(), escaped(&track.title));
        let (number, seconds) = (track.number, length.seconds());
        format!(
            "<tr id=\"{id}\" data-seconds=\"{seconds}\">\
             <td>{number}</td><td>{title}</td><td>{length}</td></tr>"
        )
    };
    let rows: Vec<String> = tracks.iter().zip(lengths()).map(row).collect();
    [
        ("title", escaped(&review.title)),
        ("standfirst", escaped(&review.standfirst)),
        ("prose", prose(review)),
        ("shortest", seconds(lengths().min())),
        ("longest", seconds(lengths().max())),
        ("status", format!("{} tracks", tracks.len())),
        ("rows", rows.join("\n          ")),
    ]
    .iter()
    .fold(HTML.to_owned(), |html, (slot, content)| {
        html.replace(&format!("{{{{{slot}}}}}"), content)
    })
}

/// The article's text as the app renders it, which is plain HTML.
fn prose(review: &Review) -> String {
    let app = page::app(&page::alone(review.clone()));
    let (_, rest) = app
        .split_once("<div class=\"prose\">")
        .expect("a page has prose");
    let (prose, _) = rest.split_once("</div>").expect("it ends");
    prose.to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
