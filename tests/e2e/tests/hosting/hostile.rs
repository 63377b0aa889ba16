//! Hostile texts in addresses and in reviews: none of their scripts runs, no
//! request goes to another origin, and the page works. A violation of the
//! page's policy would be a console message, which fails the test.

use std::{fs, path::Path};

use e2e::{BrowserPage, Deployed, Plan, scenario, settings, until};
use publisher::{self, Drafts};
use source::control_chars;

/// Each tries to set a property of the window.
const PAYLOADS: [&str; 34] = [
    "<script>hacked=1</script>",
    "</script><script>hacked=1</script>",
    "</title><script>hacked=1</script>",
    "</textarea></style></noscript><script>hacked=1</script>",
    "<img src=x onerror=hacked=1>",
    "<img src=//example.invalid/a.png>",
    "\"><img src=x onerror=hacked=1>",
    "'><svg onload=hacked=1>",
    "\" autofocus onfocus=\"hacked=1",
    "' onmouseover='hacked=1",
    "javascript:hacked=1",
    "data:text/html,<script>hacked=1</script>",
    "<a href=\"javascript:hacked=1\">x</a>",
    "<iframe srcdoc=\"<script>parent.hacked=1</script>\">",
    "<base href=//example.invalid/>",
    "<meta http-equiv=refresh content=0;url=//example.invalid/>",
    "<link rel=stylesheet href=//example.invalid/a.css>",
    "<style>@import '//example.invalid/a.css'</style>",
    "<!--",
    "-->",
    "]]><![CDATA[",
    "<!--{{body}}-->",
    "<!--{{head}}-->",
    "{{policy}} {{language}} {{hue}} {{theme.js}}",
    "${hacked=1}{{hacked=1}}<%= hacked=1 %>",
    "\\u003cscript\\u003ehacked=1\\u003c/script\\u003e",
    "&lt;script&gt;hacked=1&lt;/script&gt;&#60;script&#62;",
    "\u{202e}gnisrever\u{202c}\u{2066}\u{2067}\u{2069}\u{200f}",
    "\u{200b}\u{200d}\u{feff}\u{2028}\u{2029}",
    "שלום عالم <script>hacked=1</script>",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿\u{10ffff}\u{fdd0}",
    "[x](javascript:hacked=1) **_`~~#|",
    "'; DROP TABLE tracks; -- ../../../../etc/passwd",
];

/// Short payloads, repeated many times. The size of a whole review is tested
/// below.
fn huge() -> Vec<String> {
    [
        "A",
        "<b>",
        "(",
        "\u{202e}",
        "a\u{301}\u{301}\u{301}\u{301}",
        "\u{fdfa}",
        "界",
        "a ",
        "\"",
        "-",
        "\\",
        "&amp;",
        "0",
        ">",
        "'",
        "%00%0a%0d",
    ]
    .map(|text| text.repeat(2_000))
    .into()
}

fn payloads() -> Vec<String> {
    let short = PAYLOADS.iter().map(ToString::to_string);
    short.chain(huge()).collect()
}

/// No payload ran, and all requests went to the site itself.
async fn assert_harmless(reader: &BrowserPage, what: &str) {
    let what: String = what.chars().take(200).collect();
    let clean = "return window.hacked === undefined && performance.getEntriesByType('resource')
        .every(({ name }) => name.startsWith(location.origin))
        && document.querySelector('iframe, base, img, object, meta[http-equiv=refresh]') === null
        && document.querySelectorAll('h1').length === 1";
    assert!(reader.ask::<bool>(clean, []).await, "{what}");
}

/// Each payload as it is, with a load of the page, and then encoded.
#[test]
fn no_hostile_address_does_harm() {
    scenario(Plan::default(), async |reader| {
        for payload in PAYLOADS {
            reader
                .open_live(&format!("?q={payload}&{payload}#{payload}"))
                .await;
            assert_harmless(reader, payload).await;
            let encoded: String = payload.bytes().map(|byte| format!("%{byte:02x}")).collect();
            let encoded = format!(
                "?q={encoded}&min={encoded}&max={encoded}&sort={encoded}&{encoded}={encoded}"
            );
            reader.step_to(&encoded).await;
            assert_harmless(reader, &encoded).await;
        }
    });
}

#[test]
fn no_long_address_does_harm() {
    scenario(Plan::default(), async |reader| {
        // A server accepts addresses up to 8 KB; browsers have no such limit.
        let short: String = huge()[0].chars().take(600).collect();
        reader.open_live(&format!("?q={short}")).await;
        assert_harmless(reader, &short).await;
        for payload in huge() {
            reader.step_to(&format!("?q={payload}")).await;
            assert_harmless(reader, &payload).await;
        }
    });
}

#[test]
fn no_hostile_review_does_harm() {
    let mut payloads = payloads();
    assert!(payloads.len() >= 50, "only {}", payloads.len());
    // The publisher refuses them.
    payloads.retain(|payload| !payload.contains(control_chars::is_bidi_control));
    let site = published(&payloads);
    scenario(Plan::default().folder(site.path()), async |reader| {
        for (at, payload) in payloads.iter().enumerate() {
            reader.open(&format!("{}/", slug(at))).await;
            reader.until_live().await;
            assert_harmless(reader, payload).await;
            assert_eq!(reader.rows().await.len(), 2, "{at}");
            reader.type_into("q", "<script>").await;
            // Every title contains the payload, and most other rows are hidden.
            until("the search to answer", async || {
                let status = reader.status().await;
                (!status.starts_with("2 tracks")).then_some(())
            })
            .await;
            assert_harmless(reader, payload).await;
        }
    });
}

#[test]
fn a_review_of_ten_megabytes_can_be_read_and_searched() {
    let words = "All of it is \\<b\\>loud\\</b\\>. ".repeat(350);
    let review = review("plain", 0);
    let long = review.replace(
        "\n\n## Track List",
        &format!("{}\n\n## Track List", format!("\n\n{words}").repeat(1_000)),
    );
    assert!(long.len() > 10_000_000, "{}", long.len());
    let site = publish_all(&[long]);
    scenario(Plan::default().folder(site.path()), async |reader| {
        reader.open(&format!("{}/", slug(0))).await;
        reader.until_live().await;
        let paragraphs = "return document.querySelectorAll('article p').length";
        assert!(reader.ask::<usize>(paragraphs, []).await > 1_000);
        reader.type_into("q", "second").await;
        reader.until_shown(&[2]).await;
    });
}

pub fn slug(at: usize) -> String {
    format!("hostile-{at}")
}

fn published(payloads: &[String]) -> Deployed {
    let reviews = payloads.iter().enumerate();
    let reviews: Vec<String> = reviews.map(|(at, payload)| review(payload, at)).collect();
    publish_all(&reviews)
}

/// The site of these reviews, as the publisher builds it.
pub fn publish_all(reviews: &[String]) -> Deployed {
    let project = Deployed::empty();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for file in ["site.toml", "style/tokens.css", "public/icon.svg"] {
        let bytes = fs::read(source.join(file)).expect("the project has it");
        project.write(file, &bytes);
    }
    for (at, review) in reviews.iter().enumerate() {
        project.write(&format!("reviews/{}.md", slug(at)), review.as_bytes());
    }
    let site = Deployed::default();
    let shell = fs::read(settings::shell()).expect("the shell that the build kept");
    site.write("index.html", &shell);
    let result = publisher::site(project.path(), site.path(), Drafts::LeftOut, |_, _| ());
    if let Err(publisher::Failure::Diagnostics(problems)) = &result {
        let all: Vec<String> = problems
            .iter()
            .map(|p| p.to_string().chars().take(400).collect())
            .collect();
        panic!("{}", all.join("\n"));
    }
    result.expect("it is published");
    site
}

/// A review with the payload in every field of text.
pub fn review(payload: &str, at: usize) -> String {
    let toml = in_toml(payload);
    let prose = in_markdown(payload);
    format!(
        "+++\ntitle = {toml}\npublished = 2026-01-01\nstandfirst = {toml}\nseries = {toml}\n\
         author = {toml}\n\n[album]\ntitle = {toml}\ncomposer = {toml}\nreleased = 2024-02-29\n\
         label = {toml}\nedition = {toml}\n\n[film]\ntitle = {toml}\ndirector = {toml}\n\n\
         [source]\ntitle = {toml}\npublisher = {toml}\npublished = 2018-07-25\n\
         url = \"https://example.invalid/{at}\"\n+++\n\n\
         x {prose} x\n\n## x {prose} x\n\n> - *x {prose} x* [x {prose} x](https://example.invalid/) \
         [x {prose} x](#track-1)\n\n## Track List\n\n1. x {prose} x (1:12)\n2. Second (2:14)\n"
    )
}

/// A basic string in TOML.
fn in_toml(text: &str) -> String {
    let escaped = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

/// Markdown that renders as the text.
fn in_markdown(text: &str) -> String {
    let escaped = |c: char| match c {
        c if c.is_ascii_punctuation() => format!("\\{c}"),
        c => c.to_string(),
    };
    text.chars().map(escaped).collect()
}
