//! Addresses where an album can be heard: the service by its host, and the
//! address without what only tracks the reader.

use url::Url;

use model::Listen;

/// The services, with their hosts. A host that begins with a dot also has
/// subdomains.
const SERVICES: [(&str, &[&str]); 18] = [
    ("Spotify", &["open.spotify.com"]),
    ("Apple Music", &["music.apple.com", "itunes.apple.com"]),
    ("Bandcamp", &["bandcamp.com", ".bandcamp.com"]),
    ("Deezer", &["deezer.com"]),
    ("Tidal", &["tidal.com", "listen.tidal.com"]),
    ("Qobuz", &["qobuz.com", "open.qobuz.com", "play.qobuz.com"]),
    ("YouTube Music", &["music.youtube.com"]),
    ("YouTube", &["youtube.com", "m.youtube.com", "youtu.be"]),
    ("SoundCloud", &["soundcloud.com", "m.soundcloud.com"]),
    ("Amazon Music", &["music.amazon."]),
    ("Napster", &["napster.com", "play.napster.com"]),
    ("Pandora", &["pandora.com"]),
    ("Mixcloud", &["mixcloud.com"]),
    ("Audiomack", &["audiomack.com"]),
    ("Jamendo", &["jamendo.com"]),
    ("Presto Music", &["prestomusic.com"]),
    (
        "Naxos Music Library",
        &["naxosmusiclibrary.com", ".naxosmusiclibrary.com"],
    ),
    ("Internet Archive", &["archive.org"]),
];

/// The parameters that name what is played; services need no others.
const OF_VIDEOS: [&str; 2] = ["v", "list"];

/// Parameters that only track the reader, on any host; also those that begin
/// with `utm_`.
const TRACKING: [&str; 10] = [
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "yclid", "_ga", "ref_src",
];

/// Cleans a valid address and names its service.
pub fn listen(address: &str) -> Option<Listen> {
    let mut url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
    let service = service(&host);
    let is_kept = |name: &str| match service {
        Some(_) => OF_VIDEOS.contains(&name) && host.contains("youtu"),
        None => !TRACKING.contains(&name) && !name.starts_with("utm_"),
    };
    let query = url.query().unwrap_or_default().to_owned();
    let pairs = query.split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        !pair.is_empty() && is_kept(name)
    });
    let query = pairs.collect::<Vec<_>>().join("&");
    url.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    if service.is_some() {
        url.set_fragment(None);
        // Each of them has HTTPS.
        let _ = url.set_scheme("https");
    }
    let path = url.path().to_owned();
    if let Some((_, path)) = path
        .strip_prefix("/intl-")
        .filter(|_| service == Some("Spotify"))
        .and_then(|path| path.split_once('/'))
    {
        url.set_path(path);
    }
    Some(Listen {
        name: service.map_or(host, ToOwned::to_owned),
        url: url.into(),
    })
}

fn service(host: &str) -> Option<&'static str> {
    let is_at = |own: &&str| match (own.starts_with('.'), own.ends_with('.')) {
        (true, _) => host.ends_with(own),
        (_, true) => host.starts_with(own),
        _ => host == *own,
    };
    let mut services = SERVICES.iter();
    let found = services.find(|(_, hosts)| hosts.iter().any(is_at));
    found.map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_services_and_removes_tracking() {
        for (address, name, clean) in [
            (
                "http://open.spotify.com/intl-de/album/4aawyAB?si=abc&utm_source=x",
                "Spotify",
                "https://open.spotify.com/album/4aawyAB",
            ),
            (
                "https://music.apple.com/us/album/night/1?at=11l&ct=x#top",
                "Apple Music",
                "https://music.apple.com/us/album/night/1",
            ),
            (
                "https://nobody.bandcamp.com/album/night-songs?from=hp",
                "Bandcamp",
                "https://nobody.bandcamp.com/album/night-songs",
            ),
            (
                "https://www.youtube.com/playlist?list=OLAK5&si=x",
                "YouTube",
                "https://www.youtube.com/playlist?list=OLAK5",
            ),
            (
                "https://music.youtube.com/watch?v=a&list=b&feature=share",
                "YouTube Music",
                "https://music.youtube.com/watch?v=a&list=b",
            ),
            (
                "https://youtu.be/abc?si=x",
                "YouTube",
                "https://youtu.be/abc",
            ),
            (
                "https://music.amazon.de/albums/B0?ref=dm",
                "Amazon Music",
                "https://music.amazon.de/albums/B0",
            ),
            (
                "https://www.example.org/hear?id=7&utm_medium=x&fbclid=y#side-b",
                "example.org",
                "https://www.example.org/hear?id=7#side-b",
            ),
            (
                "https://evilspotify.com/a?b=c",
                "evilspotify.com",
                "https://evilspotify.com/a?b=c",
            ),
        ] {
            let found = listen(address).expect("the address is valid");
            assert_eq!((found.name.as_str(), found.url.as_str()), (name, clean));
        }
    }
}
