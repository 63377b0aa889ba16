//! The images, decoded, and the manifest that names some of them.

use png::{ColorType, Decoder, Transformations};
use search::LengthChart;
use serde_json::Value;
use source::review_file;

use crate::project::{Project, Site};

const SLEEVE: [u8; 3] = [0xff, 0xff, 0xf0];
const ACCENT: [u8; 3] = [0x20, 0x40, 0x80];

/// A decoded image of three or four bytes per pixel.
struct Picture {
    width: usize,
    height: usize,
    bytes_a_pixel: usize,
    pixels: Vec<u8>,
}

impl Picture {
    fn of(site: &Site, path: &str) -> Self {
        let bytes = site.bytes(path);
        let mut decoder = Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("it is a PNG");
        let size = reader.output_buffer_size().expect("it fits into memory");
        let mut pixels = vec![0; size];
        let info = reader.next_frame(&mut pixels).expect("it is a whole PNG");
        Self {
            width: info.width as usize,
            height: info.height as usize,
            bytes_a_pixel: if info.color_type == ColorType::Rgba {
                4
            } else {
                3
            },
            pixels,
        }
    }

    fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// Red, green, blue and perhaps alpha.
    fn at(&self, x: usize, y: usize) -> &[u8] {
        let start = (y * self.width + x) * self.bytes_a_pixel;
        &self.pixels[start..start + self.bytes_a_pixel]
    }
}

#[test]
fn an_open_graph_image_is_the_length_chart_in_the_sites_colours() {
    let project = Project::new("pictures");
    let text = project.read("reviews/harbour-lights.md");
    let review = review_file::read("reviews/harbour-lights.md", "harbour-lights", &text);
    let tracks = review.expect("it has no problem").album.tracks;
    let picture = Picture::of(&project.publish(), "harbour-lights/picture.png");
    assert_eq!(picture.size(), (1200, 630));
    assert_eq!(picture.at(5, 5), SLEEVE);
    let heights: Vec<usize> = (0..tracks.len())
        .map(|track| {
            let bar = LengthChart::new(&tracks).bar(track).expect("it has a bar");
            let middle = 100 + (bar.left + bar.width / 2) as usize / 10;
            (0..630)
                .filter(|y| picture.at(middle, *y) == ACCENT)
                .count()
        })
        .collect();
    // 5:54, 0:07, 1:02:33 and 3:00: the third is the longest by far.
    assert_eq!(heights[2], 390);
    assert!(heights[0] > heights[3] && heights[3] > heights[1] && heights[1] > 0);
}

#[test]
fn the_icons_of_the_manifest_exist_in_their_sizes() {
    let site = Project::new("manifest").publish();
    let manifest: Value =
        serde_json::from_str(&site.text("manifest.webmanifest")).expect("it is JSON");
    assert_eq!(manifest["name"], "Made-up Music");
    assert_eq!(
        (&manifest["start_url"], &manifest["scope"]),
        (&".".into(), &".".into())
    );
    assert_eq!(manifest["background_color"], "#fffff0");
    let icons = manifest["icons"].as_array().expect("it has icons");
    assert_eq!(icons.len(), 3);
    for icon in icons {
        let picture = Picture::of(&site, icon["src"].as_str().expect("it has a file"));
        let size = format!("{}x{}", picture.width, picture.height);
        assert_eq!(icon["sizes"], size);
        let corner = picture.at(0, 0);
        match icon["purpose"].as_str() {
            Some("maskable") => assert_eq!(corner[..3], SLEEVE),
            _ => assert_eq!(corner[3], 0),
        }
    }
}

#[test]
fn every_page_links_the_manifest_and_the_home_screen_icon() {
    let site = Project::new("home-screen").publish();
    for page in ["index.html", "harbour-lights/index.html"] {
        for (rel, file) in [
            ("manifest", "manifest.webmanifest"),
            ("apple-touch-icon", "apple-touch-icon.png"),
        ] {
            let found = site.attributes(page, &format!("link[rel={rel}]"), "href");
            assert_eq!(site.led_to(page, &found[0]), file);
        }
    }
    assert_eq!(
        Picture::of(&site, "apple-touch-icon.png").size(),
        (180, 180)
    );
}
