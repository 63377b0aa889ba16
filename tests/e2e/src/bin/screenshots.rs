//! Saves images of the built site: every state of the front page at eight widths
//! in both themes, and its print; and two pages of a site of several reviews. `screenshots FOLDER` writes
//! `start-1280-dark.png` and so on; `cargo xtask screenshots` runs it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use e2e::{
    BrowserPage, Engine, Faults, Options, Server, chromium, fixture::Series, session::Session,
    settings, until,
};
use fantoccini::wd::PrintConfiguration;

/// The viewports of phones and a tablet in portrait, a tablet in landscape,
/// notebooks and desktop screens.
const SCREENS: [(u32, u32); 8] = [
    (320, 640),
    (390, 844),
    (768, 1024),
    (1024, 768),
    (1280, 800),
    (1366, 650),
    (1920, 1080),
    (2560, 1440),
];
/// Below this width article and tracks are stacked, and an image is as high as
/// the page, so that it shows both.
const WIDE: u32 = 1024;

/// The width of A4 paper in CSS pixels.
const PAPER: u32 = 794;

/// One state of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Start,
    Filtered,
    NoMatch,
    /// The search examples behind the "?" are open.
    Help,
    /// After following a mention to its row.
    Led,
    Failed,
    WithoutScript,
    /// The front page of a site of several reviews.
    Several,
    /// Its list of all reviews.
    All,
}

impl State {
    const ALL: [Self; 9] = [
        Self::Start,
        Self::Filtered,
        Self::NoMatch,
        Self::Help,
        Self::Led,
        Self::Failed,
        Self::WithoutScript,
        Self::Several,
        Self::All,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Filtered => "filtered",
            Self::NoMatch => "no-match",
            Self::Help => "help",
            Self::Led => "led",
            Self::Failed => "failed",
            Self::WithoutScript => "without-script",
            Self::Several => "several",
            Self::All => "all",
        }
    }

    fn page(self) -> &'static str {
        match self {
            Self::All => "all/",
            _ => "",
        }
    }

    fn is_of_several(self) -> bool {
        matches!(self, Self::Several | Self::All)
    }

    fn faults(self) -> Faults {
        match self {
            Self::Failed => Faults::default().miss(".wasm"),
            _ => Faults::default(),
        }
    }

    /// Brings the open page into this state.
    async fn reach(self, reader: &BrowserPage) {
        match self {
            Self::Start | Self::Several => reader.until_live().await,
            Self::Filtered => {
                reader.until_live().await;
                reader.type_into("q", "storm").await;
                reader.until_shown(&[1, 13]).await;
            }
            Self::NoMatch => {
                reader.until_live().await;
                reader.type_into("q", "zzzz").await;
                reader.until_shown(&[]).await;
            }
            Self::Help => {
                reader.until_live().await;
                reader.click(".help").await;
            }
            Self::Led => {
                reader.until_live().await;
                let follow = "document.querySelector('.prose a[href=\"#track-14\"]').click()";
                reader.ask::<()>(follow, []).await;
                until("the row in view", async || {
                    reader.sees("#track-14:target").await
                })
                .await;
            }
            Self::Failed => _ = reader.until_failed().await,
            Self::WithoutScript | Self::All => {}
        }
    }
}

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: screenshots FOLDER");
        return ExitCode::FAILURE;
    };
    fs::create_dir_all(&folder).expect("the folder for the pictures");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    for state in State::ALL {
        eprintln!("pictures of: {}", state.name());
        runtime.block_on(picture(state, &folder));
    }
    ExitCode::SUCCESS
}

async fn picture(state: State, folder: &Path) {
    let options = Options {
        script: state != State::WithoutScript,
        ..Options::of(Engine::Chromium)
    };
    let several = state.is_of_several().then(Series::shared);
    let site = several.as_ref().map_or_else(settings::dist, Series::path);
    let server = Server::start(&site, "/", state.faults());
    let reader = BrowserPage::new(Session::start(options).await, server);
    reader.open(state.page()).await;
    state.reach(&reader).await;
    if state == State::Start {
        print(&reader, folder).await;
    }
    for scheme in ["light", "dark"] {
        chromium::set_colour_scheme(&reader.client, scheme).await;
        for (width, height) in SCREENS {
            fit(&reader, width, height).await;
            if state == State::Led {
                // The list scrolls by itself only in wide windows, and loses
                // its position.
                let place = "document.querySelector('tr:target')
                    .scrollIntoView({ block: 'center', behavior: 'instant' })";
                reader.ask::<()>(place, []).await;
            }
            let name = format!("{}-{width}-{scheme}.png", state.name());
            keep(&reader, &folder.join(name)).await;
        }
    }
    reader.close().await;
}

/// Saves the print as a PDF, and as an image of its content.
async fn print(reader: &BrowserPage, folder: &Path) {
    let pdf = reader.client.print(PrintConfiguration::default()).await;
    fs::write(folder.join("print.pdf"), pdf.expect("a print")).expect("the print is written");
    reader.set_media("print").await;
    fit(reader, PAPER, PAPER).await;
    keep(reader, &folder.join("print.png")).await;
    reader.set_media("").await;
}

async fn keep(reader: &BrowserPage, file: &Path) {
    let png = reader.client.screenshot().await.expect("a picture");
    fs::write(file, png).expect("the picture is written");
}

/// Resizes the viewport; where it is narrow, to the full height of the page.
async fn fit(reader: &BrowserPage, width: u32, height: u32) {
    chromium::set_viewport(&reader.client, width, height).await;
    if width < WIDE {
        let whole = "return document.documentElement.scrollHeight";
        let whole: u32 = reader.ask(whole, []).await;
        chromium::set_viewport(&reader.client, width, whole).await;
    }
}
