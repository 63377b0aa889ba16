//! Reads a page's contents, with the scripts that do so. They rely only on
//! plain HTML and on docs/design.md's contract for automation.

use serde::Deserialize;

/// One row of the track list.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Row {
    /// `track-14`.
    pub id: String,
    /// 0 where it is unknown.
    pub seconds: u32,
    pub text: String,
    /// Whether the row is visible, regardless of scrolling.
    pub shown: bool,
}

impl Row {
    /// 14 of `track-14`.
    pub fn number(&self) -> u32 {
        let number = self.id.strip_prefix("track-");
        number
            .and_then(|number| number.parse().ok())
            .unwrap_or_else(|| panic!("the row’s id `{}`", self.id))
    }
}

/// The status line that these rows should give: `26 tracks · 1:35:45`, or `2 of
/// 26 tracks · 5:37`.
pub fn status_of(rows: &[Row]) -> String {
    let shown: Vec<_> = rows.iter().filter(|row| row.shown).collect();
    let time = clock(shown.iter().map(|row| row.seconds).sum());
    match (shown.len(), rows.len()) {
        (some, all) if some == all => format!("{all} tracks · {time}"),
        (some, all) => format!("{some} of {all} tracks · {time}"),
    }
}

/// `5:54` or `1:35:45`.
pub fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// A box on the page, in CSS pixels from the page's upper left corner.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Area {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// Defines `visible(element)`, for the scripts below.
const VISIBLE: &str = "
    const visible = (element) => {
        const box = element.getBoundingClientRect();
        return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
            && box.width > 0 && box.height > 0;
    };";

/// A script's body, preceded by the definition of `visible`.
pub fn with_visible(body: &str) -> String {
    format!("{VISIBLE}\n{body}")
}

pub(crate) const ROWS: &str = "
    return [...document.querySelectorAll('#tracks tbody tr[id]')].map((row) => ({
        id: row.id,
        seconds: Number(row.dataset.seconds ?? 0),
        text: row.textContent,
        shown: visible(row) && [...row.cells].every(visible),
    }));";

/// Without the rows' texts, which take long to transfer for a long list.
pub(crate) const SHOWN: &str = "
    return [...document.querySelectorAll('#tracks tbody tr[id]')]
        .filter((row) => visible(row) && [...row.cells].every(visible))
        .map((row) => Number(row.id.replace(/^track-/, '')));";

/// The texts of all visible elements that match the selector in the first
/// argument.
pub(crate) const TEXTS: &str = "
    return [...document.querySelectorAll(arguments[0])]
        .filter(visible)
        .map((element) => element.textContent);";

/// The app's visible controls, by id or else by tag.
pub(crate) const CONTROLS: &str = "
    return [...document.querySelectorAll('#app :is(input, button, select, textarea)')]
        .filter(visible)
        .map((control) => control.id || control.tagName);";

pub(crate) const AREA: &str = "
    const box = document.querySelector(arguments[0]).getBoundingClientRect();
    return {
        left: box.left + scrollX, right: box.right + scrollX,
        top: box.top + scrollY, bottom: box.bottom + scrollY,
    };";

/// The elements that scroll sideways, the page included; not what is clipped
/// with `overflow: clip`.
pub(crate) const SIDEWAYS: &str = "
    return [document.scrollingElement, ...document.querySelectorAll('body *:not(input)')]
        .filter((element, at) => element.scrollWidth > element.clientWidth
            && (at === 0 || !['visible', 'clip'].includes(getComputedStyle(element).overflowX))
            && visible(element) && element.clientWidth > 1)
        .map((element) => `${element.tagName}#${element.id}.${element.className}: `
            + `${element.scrollWidth} in ${element.clientWidth}`);";

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn hours_are_named_only_where_there_are_some() {
        assert_eq!(clock(59), "0:59");
        assert_eq!(clock(354), "5:54");
        assert_eq!(clock(5745), "1:35:45");
    }
}
