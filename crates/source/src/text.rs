//! Decodes a writer's file: UTF-8, with `\n` line ends and without byte order
//! mark, or a diagnostic.

use super::diagnostic::{Diagnostic, SourceFile};

/// Decodes the bytes of a file.
///
/// # Errors
/// The bytes are not UTF-8; the diagnostic shows the line of the first invalid
/// byte.
pub fn decode(bytes: &[u8], shown: &str) -> Result<String, Diagnostic> {
    if let Some(kind) = other_format(bytes) {
        let what = format!("the file is {kind}, not text");
        return Err(Diagnostic::of_file(shown, what, SAVE_AS_TEXT));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(with_plain_lines(text)),
        Err(error) => Err(not_utf_8(bytes, error.valid_up_to(), shown)),
    }
}

/// What programs for documents write, by its first bytes.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 5] = [
        (
            b"PK\x03\x04",
            "a document of a word processor (such as .docx), or an archive",
        ),
        (
            b"\xd0\xcf\x11\xe0",
            "a document of an older word processor (.doc)",
        ),
        (b"%PDF", "a PDF"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "compressed"),
    ];
    let mut formats = FORMATS.iter();
    let found = formats.find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, kind)| *kind)
}

/// Removes the byte order mark and converts `\r\n` (Windows) and `\r` (classic
/// Mac OS) to `\n`.
fn with_plain_lines(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn not_utf_8(bytes: &[u8], at: usize, shown: &str) -> Diagnostic {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let what = "the file is UTF-16, not UTF-8";
        return Diagnostic::of_file(shown, what, SAVE_AS_UTF_8);
    }
    let before = with_plain_lines(&String::from_utf8_lossy(&bytes[..at]));
    let wrong = bytes[at];
    let rest = with_plain_lines(&String::from_utf8_lossy(&bytes[at..]));
    let line = rest.lines().next().unwrap_or_default();
    let file = SourceFile::new(shown, &format!("{before}{line}\n"));
    let guess = match in_windows_1252(wrong) {
        Some(c) => format!(", but would be `{c}` in Windows-1252"),
        None => String::new(),
    };
    file.problem(
        before.len()..before.len() + line.chars().next().map_or(0, char::len_utf8),
        format!("the byte 0x{wrong:02X} is not UTF-8{guess}"),
        SAVE_AS_UTF_8.to_owned(),
    )
}

const SAVE_AS_TEXT: &str =
    "expected plain text: open the file in its own program, and save or copy it as text in UTF-8";

const SAVE_AS_UTF_8: &str =
    "expected UTF-8: open the file in the program that wrote it, and save it with that encoding";

/// The character of a byte in Windows-1252, the likeliest encoding of text that
/// is not UTF-8.
fn in_windows_1252(byte: u8) -> Option<char> {
    const FROM_0X80: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => Some(FROM_0X80[usize::from(byte) - 0x80]).filter(|c| *c != '\0'),
        0xa0.. => Some(char::from(byte)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_byte_order_mark_are_normalized() {
        for bytes in ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "\u{feff}a\nb\n"] {
            assert_eq!(decode(bytes.as_bytes(), "x").as_deref(), Ok("a\nb\n"));
        }
    }

    #[test]
    fn invalid_byte_is_shown_as_windows_1252() {
        for (byte, c) in [
            (0x80, '€'),
            (0x93, '“'),
            (0x9f, 'Ÿ'),
            (0xa0, '\u{a0}'),
            (0xff, 'ÿ'),
        ] {
            assert_eq!(in_windows_1252(byte), Some(c), "{byte:#x}");
        }
        for none in [0x7f, 0x81, 0x9d] {
            assert_eq!(in_windows_1252(none), None, "{none:#x}");
        }
    }

    #[test]
    fn invalid_byte_is_shown_in_its_line() {
        let report = decode(b"\xef\xbb\xbfone\r\ntwo caf\xe9s\r\n", "x.md")
            .unwrap_err()
            .to_string();
        assert!(
            report.contains("0xE9 is not UTF-8, but would be `é` in Windows-1252"),
            "{report}"
        );
        assert!(report.contains("x.md:2:8"), "{report}");
    }

    #[test]
    fn documents_of_other_programs_are_recognized() {
        for (bytes, kind) in [
            (&b"PK\x03\x04rest"[..], ".docx"),
            (b"\xd0\xcf\x11\xe0\xa1", ".doc"),
            (b"%PDF-1.7", "a PDF"),
            (b"{\\rtf1", "RTF"),
        ] {
            let report = decode(bytes, "x.docx").unwrap_err().to_string();
            assert!(report.contains(kind), "{report}");
            assert!(report.contains("save or copy it as text"), "{report}");
        }
    }

    #[test]
    fn utf_16_is_recognized() {
        let report = decode(b"\xff\xfea\0b\0", "x.md").unwrap_err().to_string();
        assert!(report.contains("the file is UTF-16"), "{report}");
    }
}
