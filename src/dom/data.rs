//! Reads the publisher's JSON with the browser's own parser, which keeps a JSON
//! parser out of the wasm. The field names are those of the types in `model`.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::document;
use model::{
    CataloguedAlbum, Length, Track, TracksFile,
    payload::{DATA_ID, PageData},
};

/// A JSON object. A missing field reads as empty.
struct Data(JsValue);

impl Data {
    fn field(&self, name: &str) -> JsValue {
        // A parsed object has no getter that could throw.
        Reflect::get(&self.0, &name.into()).unwrap_or_default()
    }

    fn text(&self, name: &str) -> String {
        self.field(name).as_string().unwrap_or_default()
    }

    fn number(&self, name: &str) -> Option<u32> {
        self.field(name).as_f64().map(|number| number as u32)
    }

    fn object(&self, name: &str) -> Option<Self> {
        Some(self.field(name)).filter(JsValue::is_object).map(Self)
    }

    fn list<T>(&self, name: &str, read: impl Fn(Self) -> T) -> Vec<T> {
        list(self.field(name), read)
    }
}

/// The page's data: the JSON embedded for the wasm.
///
/// # Errors
/// If the data is missing or is not valid JSON.
pub fn page() -> Result<PageData, String> {
    let data = document()
        .get_element_by_id(DATA_ID)
        .and_then(|script| script.text_content())
        .ok_or("the page does not hold its data")?;
    let page = parse(&data).ok_or("the page’s data is damaged")?;
    let page = Data(page);
    Ok(PageData {
        slug: page.text("slug"),
        tracks: page.list("tracks", |track| Track {
            disc: track.number("disc"),
            number: track.number("number").unwrap_or_default(),
            title: track.text("title"),
            length: length(track.number("seconds")),
        }),
        every_album: page.object("every_album").map(|file| TracksFile {
            root: file.text("root"),
            bytes: file.number("bytes").unwrap_or_default(),
        }),
    })
}

/// Parses the file with the tracks of every album; `None` if it is not valid JSON.
pub fn albums(json: &str) -> Option<Vec<CataloguedAlbum>> {
    Some(list(parse(json)?, |album| CataloguedAlbum {
        slug: album.text("slug"),
        title: album.text("title"),
        composer: album.text("composer"),
        also: album.list("also", |name| name.0.as_string().unwrap_or_default()),
        discs: album.list("discs", |disc| list(disc.0, pair)),
    }))
}

/// A title, and a length in seconds.
fn pair(track: Data) -> (String, Length) {
    (track.text("0"), length(track.number("1")))
}

fn length(seconds: Option<u32>) -> Length {
    Length::from_seconds(seconds.unwrap_or_default())
}

fn parse(json: &str) -> Option<JsValue> {
    JSON::parse(json).ok()
}

fn list<T>(array: JsValue, read: impl Fn(Data) -> T) -> Vec<T> {
    let array: Array = array.unchecked_into();
    array.iter().map(|item| read(Data(item))).collect()
}
