//! The states of the pages that `axe.rs` checks, each reached from the one
//! before it, so that many share a load.

use crate::states::{
    Act::{Click, Focus, Open, OpenPlain, Point, Run, Search},
    State, state,
};

const LONG_SEARCH: &str = "
    const box = document.getElementById('q');
    box.value = 'storm -steps >0:10 2:00..4:00 \"and these words\" length:1:00.. '.repeat(5);
    box.dispatchEvent(new Event('input'));";
const ALLOW: &str = "Object.defineProperty(navigator.clipboard, 'writeText',
    { configurable: true, value: async () => {} })";
const REFUSE: &str = "Object.defineProperty(navigator.clipboard, 'writeText',
    { configurable: true, value: async () => { throw new Error() } })";

/// Axe would judge a layout of skipped groups that no reader sees.
const LAY_OUT: &str = "for (const group of document.querySelectorAll('#tracks tbody'))
    group.style.contentVisibility = 'visible';";

#[rustfmt::skip]
pub const RARE: [State; 4] = [
    state("a whole list of a rare kind", &[Open("")], "#track-1"),
    state("its picks", &[Search("is:pick")], ".pick"),
    state("a pick led to", &[Open("#track-3")], "#track-3:target"),
    state("its help", &[Click(".help")], "#search-help"),
];

#[rustfmt::skip]
pub const SEARCH: [State; 28] = [
    state("a theme chosen", &[Open(""), Click("[name=theme][value=dark]")], "[value=dark]:checked"),
    state("a whole list", &[Click("[name=theme][value=system]")], "[value=system]:checked"),
    state("focus on the search box", &[Focus("#q")], "#q:focus-visible"),
    state("help", &[Click(".help")], "#search-help"),
    state("a search from the help", &[Click("#search-help dt a")], ".reset"),
    state("found by a word", &[Search("storm")], "mark"),
    state("a part not understood", &[Search("storm >abc")], ".hint:not(:empty)"),
    state("not understood", &[Search(">abc")], "#no-match"),
    state("no match", &[Search("zzzz")], "#no-match"),
    state("did you mean", &[Search("excange")], "#suggestions button"),
    state("a suggestion followed", &[Click("#suggestions button")], "#track-status:focus"),
    state("everyday words", &[Search("under 2 minutes")], "#tracks:has(tr[hidden]) #track-1-1"),
    state("a long search", &[Run(LONG_SEARCH)], "#no-match"),
    state("reset", &[Click(".reset")], "#track-status:focus"),
    state("a bar under the pointer", &[Point("#cursor")], "#cursor:hover + output:not(:empty)"),
    state("a bar focused", &[Focus("#cursor")], "#cursor:focus + output:not(:empty)"),
    state("a row under the pointer", &[Point("#track-1-2")], "#track-1-2 .start"),
    state("a permalink copied", &[Run(ALLOW), Click("#track-1-2 .number a"), Click("#track-1-2 .copy")], "//button[.='Copied']"),
    state("sorted by title", &[Click("th.title button")], ".title[aria-sort=ascending]"),
    state("by title, backwards", &[Click("th.title button")], ".title[aria-sort=descending]"),
    state("sorted by length", &[Click("th.length button")], ".length[aria-sort=ascending]"),
    state("by length, backwards", &[Click("th.length button")], ".length[aria-sort=descending]"),
    state("last track first", &[Click("th.number button"), Click("th.number button")], ".number[aria-sort=descending]"),
    state("the list copied", &[Click(".take-along button")], "//span[.='Copied.']"),
    state("copying refused", &[Run(REFUSE), Click(".take-along button")], "//span[contains(., 'did not allow')]"),
    state("a permalink not copied", &[Click("#track-2-1 .number a"), Click("#track-2-1 .copy")], "//button[.='Copying is blocked here']"),
    state("thumbs moved", &[Open("?min=2:00&max=4:00"), Focus("#min-length")], ".reset"),
    state("led to a row", &[Open("#track-1-2")], "[data-app=ready] #track-1-2:target"),
];

#[rustfmt::skip]
pub const REVIEW: [State; 5] = [
    state("a whole review", &[Open("")], "[data-app=ready]"),
    state("filtered and sorted", &[Open("?q=the&min=1:30&sort=-length")], "mark"),
    state("a mention followed", &[Open("?x"), Click(".prose a[href='#track-14']")], "#track-14:target .way-back"),
    state("back in the text", &[Click("#track-14 .way-back")], ".prose a:target"),
    state("no such page", &[OpenPlain("404.html")], "h1"),
];

#[rustfmt::skip]
pub const LONG: [State; 2] = [
    state("a long list", &[Open(""), Run(LAY_OUT)], "[data-app=ready] #tracks.long"),
    state("nothing of a long list", &[Search("zzzz")], "#no-match"),
];

#[rustfmt::skip]
pub const SERIES: [State; 13] = [
    state("front page", &[Open("")], ".latest"),
    state("two discs", &[Open("harbour-lights/#track-2-2")], "#track-2-2:target"),
    state("text in another language", &[Open("ueber-den-wolken/")], ".others"),
    state("arrived without a load", &[Click(".site .home")], "[data-navigation=ready] .latest"),
    state("every album, nothing asked", &[Click("#every-album")], ".found:not(:empty)"),
    state("every album", &[Search("e")], ".other-albums mark"),
    state("every album, an album's name", &[Search("harbour")], ".other-albums h4"),
    state("every album, no match", &[Search("zzzz")], "#no-match a:not([hidden])"),
    state("every album, did you mean", &[Search("habrour")], "#other-suggestions button"),
    state("all reviews", &[OpenPlain("all/")], ".year"),
    state("some reviews", &[Search("harbour")], "body:has(.year[hidden]) .year:not([hidden])"),
    state("no review", &[Search("zzzz")], "#no-match"),
    state("offline", &[OpenPlain("offline.html")], "h1"),
];

#[rustfmt::skip]
pub const STARTING: [State; 1] = [
    state("loading", &[OpenPlain("")], "#download"),
];

#[rustfmt::skip]
pub const FAILED: [State; 1] = [
    state("failed", &[OpenPlain("")], "[data-app=failed] #search-failed"),
];

#[rustfmt::skip]
pub const WITHOUT_SCRIPT: [State; 1] = [
    state("without script", &[OpenPlain("")], "html:not([data-script]) #tracks"),
];

#[rustfmt::skip]
pub const ALBUMS_LOADING: [State; 1] = [
    state("the other albums load", &[Open("?all=1")], ".other-albums progress"),
];

#[rustfmt::skip]
pub const NO_ALBUMS: [State; 1] = [
    state("no other albums", &[Open("?all=1")], ".other-albums [role=alert]"),
];
