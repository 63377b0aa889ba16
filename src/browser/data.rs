//! What the publisher wrote as JSON, read by the browser's own parser. The names
//! of the getters are those of the fields in `payload` and `review`.

use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

use super::document;
use crate::{
    payload::{DATA_ID, PageData},
    review::{CataloguedAlbum, Length, Track, TracksFile},
};

#[wasm_bindgen]
extern "C" {
    /// An object of the JSON. A field that is not there is the publisher's
    /// fault, and throws.
    type Data;

    #[wasm_bindgen(method, getter)]
    fn slug(this: &Data) -> String;
    #[wasm_bindgen(method, getter)]
    fn title(this: &Data) -> String;
    #[wasm_bindgen(method, getter)]
    fn composer(this: &Data) -> String;
    #[wasm_bindgen(method, getter)]
    fn tracks(this: &Data) -> Array;
    #[wasm_bindgen(method, getter)]
    fn discs(this: &Data) -> Array;
    #[wasm_bindgen(method, getter)]
    fn every_album(this: &Data) -> Option<Data>;
    #[wasm_bindgen(method, getter)]
    fn disc(this: &Data) -> Option<u32>;
    #[wasm_bindgen(method, getter)]
    fn number(this: &Data) -> u32;
    #[wasm_bindgen(method, getter)]
    fn seconds(this: &Data) -> u32;
    #[wasm_bindgen(method, getter)]
    fn root(this: &Data) -> String;
    #[wasm_bindgen(method, getter)]
    fn bytes(this: &Data) -> u32;
}

/// What the page carries for the wasm.
///
/// # Errors
/// Where the page does not carry it, or it was damaged on its way.
pub fn page() -> Result<PageData, String> {
    let data = document()
        .get_element_by_id(DATA_ID)
        .and_then(|script| script.text_content())
        .ok_or("the page does not hold its data")?;
    let page = parse(&data).ok_or("the page’s data is damaged")?;
    Ok(PageData {
        slug: page.slug(),
        tracks: list(&page.tracks(), |track: Data| Track {
            disc: track.disc(),
            number: track.number(),
            title: track.title(),
            length: Length::from_seconds(track.seconds()),
        }),
        every_album: page.every_album().map(|file| TracksFile {
            root: file.root(),
            bytes: file.bytes(),
        }),
    })
}

/// Every album's tracks, as the site's file holds them; `None` where the file
/// was damaged on its way.
pub fn albums(json: &str) -> Option<Vec<CataloguedAlbum>> {
    let albums = parse(json)?.unchecked_into();
    Some(list(&albums, |album: Data| CataloguedAlbum {
        slug: album.slug(),
        title: album.title(),
        composer: album.composer(),
        discs: list(&album.discs(), |disc: Array| list(&disc, pair)),
    }))
}

/// A title, and a length in seconds.
fn pair(track: Array) -> (String, Length) {
    let title = track.get(0).as_string().unwrap_or_default();
    let seconds = track.get(1).as_f64().unwrap_or_default();
    (title, Length::from_seconds(seconds as u32))
}

fn parse(json: &str) -> Option<Data> {
    JSON::parse(json).ok().map(JsCast::unchecked_into)
}

fn list<F: JsCast, T>(array: &Array, read: impl Fn(F) -> T) -> Vec<T> {
    array
        .iter()
        .map(|item| read(item.unchecked_into()))
        .collect()
}
