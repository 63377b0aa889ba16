//! Values with a form of their own: a rating, a barcode, an address of
//! MusicBrainz, and addresses where the album can be heard.

use std::collections::BTreeSet;

use url::Url;

use super::{Table, expected};
use crate::{
    diagnostic::SourceFile,
    listen,
    schema::{Key, Kind},
};
use model::{Listen, Rating};

impl Table<'_> {
    /// `4/5`: how many of how many.
    pub fn rating(&mut self, file: &mut SourceFile, key: Key) -> Option<Rating> {
        let text = self.text_of_kind(file, key, Kind::Rating)?;
        let rating = text.split_once('/').and_then(|(value, best)| {
            let (value, best) = (value.trim(), best.trim());
            let (given, most) = (decimal(value)?, decimal(best)?);
            (given <= most && most > 0.0).then(|| Rating {
                value: value.to_owned(),
                best: best.to_owned(),
            })
        });
        if rating.is_none() {
            let what = format!("`{text}` is not a rating");
            self.report(file, key, what, expected(key));
        }
        rating
    }

    /// The digits of a barcode, whose last one checks the others.
    pub fn barcode(&mut self, file: &mut SourceFile, key: Key) -> Option<String> {
        let text = self.text_of_kind(file, key, Kind::Barcode)?;
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let is_long = matches!(digits.len(), 8 | 12 | 13 | 14);
        if !is_long || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let what = format!("`{text}` is not a barcode");
            let expected = "expected its 8, 12, 13 or 14 digits, in quotes";
            self.report(file, key, what, expected);
            return None;
        }
        let (code, last) = digits.split_at(digits.len() - 1);
        let check = check_digit(code);
        if last != check {
            let what = format!("the last digit of the barcode `{text}` does not fit the others");
            let expected = format!("expected `{check}` there, or other digits before it");
            self.report(file, key, what, expected);
            return None;
        }
        Some(digits)
    }

    /// The address of a release, or of a group of releases, at MusicBrainz.
    pub fn musicbrainz(&mut self, file: &mut SourceFile, key: Key) -> Option<String> {
        let address = self.web_address(file, key)?;
        let url = Url::parse(&address).ok()?;
        let host = url.host_str().unwrap_or_default();
        let parts: Vec<&str> = url.path().split('/').collect();
        let id = match (host, &parts[1..]) {
            ("musicbrainz.org" | "beta.musicbrainz.org", [kind, id, ..])
                if ["release", "release-group"].contains(kind) && is_uuid(id) =>
            {
                Some(format!("https://musicbrainz.org/{kind}/{id}"))
            }
            _ => None,
        };
        if id.is_none() {
            let what = "this is not the address of a release at MusicBrainz";
            self.report(file, key, what, expected(key));
        }
        id
    }

    /// Addresses where the album can be heard; reports one that is given twice.
    pub fn listen(&mut self, file: &mut SourceFile, key: Key) -> Vec<Listen> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for (text, span) in self.spanned_texts(file, key) {
            match listen::listen(&text).filter(|_| super::values::is_web_address(&text)) {
                None => {
                    let what = format!("`{text}` is not a web address");
                    file.report(span, what, expected(key));
                }
                Some(link) if !seen.insert(link.url.clone()) => {
                    let what = format!("`{}` is given twice", link.url);
                    file.report(span, what, "expected each address once");
                }
                Some(link) => found.push(link),
            }
        }
        found
    }
}

/// A number such as `4` or `3.5`, without a sign.
fn decimal(text: &str) -> Option<f64> {
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_plain)
}

/// The check digit of a GTIN: from the right, digits weigh 3 and 1 by turns.
fn check_digit(code: &str) -> String {
    let weights = [3, 1].into_iter().cycle();
    let digits = code.bytes().rev().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = digits
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    ((10 - sum % 10) % 10).to_string()
}

/// Whether digits are those of a barcode, the last one included.
pub(crate) fn is_barcode(digits: &str) -> bool {
    let is_long = matches!(digits.len(), 8 | 12 | 13 | 14);
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_long && are_digits && digits.ends_with(&check_digit(&digits[..digits.len() - 1]))
}

/// Whether a text is a UUID.
pub(crate) fn is_uuid(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [8, 4, 4, 4, 12]
        && text
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::check_digit;

    #[test]
    fn computes_check_digits_of_every_length() {
        for code in [
            "73513537",
            "036000291452",
            "4006381333931",
            "00012345600012",
        ] {
            let (code, check) = code.split_at(code.len() - 1);
            assert_eq!(check_digit(code), check, "{code}");
        }
    }
}
