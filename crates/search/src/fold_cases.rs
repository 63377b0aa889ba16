//! Table of test cases for folding and marking: a search, and a title in which
//! `⟦` and `⟧` enclose what the search must mark.
//!
//! Unit tests run it with the `unicode-normalization` crate, end-to-end tests
//! with `String.prototype.normalize`, so the two cannot diverge. It is public
//! only for those tests.

use std::ops::Range;

use super::{Field, Filter, Index, Normalize, Query};
use model::Track;

/// One search of one title.
pub struct FoldCase {
    /// The tested property, for the failure message.
    pub claim: &'static str,
    pub query: &'static str,
    /// The title, with `⟦⟧` around each mark; without any, the search must not
    /// match.
    pub marked: &'static str,
}

const fn case(claim: &'static str, query: &'static str, marked: &'static str) -> FoldCase {
    FoldCase {
        claim,
        query,
        marked,
    }
}

/// The cases, grouped by script.
#[rustfmt::skip]
pub const FOLD_CASES: &[FoldCase] = &[
    case("case does not matter", "sTORM", "I Am the ⟦Storm⟧"),
    case("punctuation does not matter", "mr hunt", "Good Evening, ⟦Mr⟧. ⟦Hunt⟧"),
    case("a title pasted whole finds itself", "Good Evening, Mr. Hunt", "⟦Good⟧ ⟦Evening⟧, ⟦Mr⟧. ⟦Hunt⟧"),
    case("a phrase spans punctuation", "\"mission accomplished\"", "⟦Mission: Accomplished⟧"),
    case("a word at the end leaves the ellipsis", "accept", "Should You Choose to ⟦Accept⟧…"),
    case("an apostrophe may be left out", "dont", "⟦Don't⟧ Stop"),
    case("and a curly one typed straight", "don't", "⟦Don’t⟧ Stop"),
    case("and the other way round", "don’t", "⟦Dont⟧ Stop"),
    case("an acute accent serves as apostrophe", "dont", "⟦Don´t⟧ Stop"),
    case("a mark does not reach over a trailing apostrophe", "rock", "⟦Rock⟧' Roll"),
    case("a hyphen is a space", "\"catch 22\"", "⟦Catch-22⟧"),
    case("a word with a hyphen is a word", "catch-22", "⟦Catch — 22⟧"),
    case("marks that overlap are one", "sto orm", "The ⟦Storm⟧"),
    case("marks side by side are one", "sto rm", "The ⟦Storm⟧"),
    case("every occurrence is marked", "in", "S⟦in⟧g⟦in⟧g ⟦in⟧ the Ra⟦in⟧"),
    case("accents do not matter", "cafe", "⟦Café⟧ Noir"),
    case("nor typed ones", "café", "⟦Cafe⟧ Noir"),
    case("nor decomposed ones", "cafe", "⟦Cafe\u{301}⟧ Noir"),
    case("a letter is marked with all its accents", "e", "Caf⟦e\u{301}\u{308}⟧ Noir"),
    case("two accents on one letter", "tieng", "⟦Ti\u{1ebf}ng⟧ Việt"),
    case("German sharp s", "strasse", "Die ⟦Straße⟧ ruft"),
    case("half of it marks it whole", "gros", "⟦Groß⟧"),
    case("and the sharp s typed", "straße", "⟦STRASSE⟧"),
    case("a capital sharp s", "strasse", "⟦STRAẞE⟧"),
    case("an umlaut is its letter", "uber", "⟦Über⟧ den Wolken"),
    case("Danish", "kobenhavn aeble", "⟦Æble⟧ fra ⟦København⟧"),
    case("a ring is an accent", "angstrom", "⟦Ångström⟧"),
    case("Polish", "lodz", "⟦Łódź⟧ nocą"),
    case("Maltese", "hamrun", "⟦Ħamrun⟧"),
    case("Northern Sámi", "mangga ruotta", "⟦Maŋgga⟧ ⟦Ruoŧŧa⟧"),
    case("Greenlandic", "kalaallit", "⟦ĸalaallit⟧"),
    case("a dotless j", "jazz", "⟦ȷazz⟧"),
    case("Icelandic", "thor", "⟦Þór⟧ og Ð"),
    case("Serbian Latin", "dorde", "⟦Đorđe⟧"),
    case("French ligature", "coeur", "⟦Cœur⟧ volant"),
    case("Turkish dotless i", "isik", "⟦Işık⟧"),
    case("Turkish dotted capital i", "istanbul", "⟦İstanbul⟧"),
    case("and typed", "ISPARTA", "⟦Isparta⟧"),
    case("a typographic ligature", "fire", "⟦ﬁre⟧"),
    case("half of it marks it whole, too", "f", "⟦ﬁ⟧re"),
    case("a Roman numeral", "part iv", "⟦Part⟧ ⟦Ⅳ⟧"),
    case("a superscript", "e=mc2", "⟦E = mc²⟧"),
    case("a fraction is its numbers", "\"1 2\"", "⟦½⟧ Past"),
    case("a trade mark sign is its letters", "tm", "Acme⟦™⟧"),
    case("Greek with tonos", "αθηνα", "⟦Αθήνα⟧"),
    case("final sigma", "οδυσσευσ", "⟦Ὀδυσσεύς⟧"),
    case("and in capitals", "ΟΔΥΣΣΕΥΣ", "⟦Οδυσσεύς⟧"),
    case("Cyrillic in capitals", "МОСКВА", "⟦Москва⟧ слезам"),
    case("Cyrillic yo is ye", "еще", "⟦Ещё⟧ раз"),
    case("short i loses its breve by the rule", "мои", "⟦Мой⟧ друг"),
    case("full-width digits are digits", "2046", "⟦２０４６⟧年"),
    case("and typed so", "２０４６", "⟦2046⟧"),
    case("full-width letters", "abc", "⟦ＡＢＣ⟧の歌"),
    case("dakuten are kept", "か", "がんばれ"),
    case("dakuten are found", "が", "⟦が⟧んばれ"),
    case("decomposed dakuten are found", "が", "⟦か\u{3099}⟧んばれ"),
    case("half-width katakana with dakuten of its own", "ガンダム", "⟦ｶﾞﾝﾀﾞﾑ⟧のテーマ"),
    case("Japanese punctuation parts words", "\"風の 谷\"", "⟦風の、谷⟧"),
    case("the long vowel mark belongs to its word", "テーマ", "⟦テーマ⟧・ソング"),
    case("Hangul letter by letter", "한국", "⟦\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}⟧"),
    case("Hangul in syllables", "\u{1112}\u{1161}\u{11ab}", "⟦한⟧국"),
    case("Arabic", "ليلى", "⟦ليلى⟧ والذئب"),
    case("harakat are kept inside a word", "كَتَبَ", "⟦كَتَبَ⟧"),
    case("an Arabic letter is marked with its harakat", "ك", "⟦كَ⟧تَبَ"),
    case("Arabic punctuation parts words", "\"نعم لا\"", "⟦نعم، لا⟧"),
    case("the stretching stroke does not matter", "سلام", "⟦ســلام⟧"),
    case("Hebrew", "שלום", "⟦שלום⟧ עליכם"),
    case("niqqud are kept inside a word", "שָׁלוֹם", "⟦שָׁלוֹם⟧"),
    case("maqaf parts words", "\"בית ספר\"", "⟦בית־ספר⟧"),
    case("gershayim are apostrophes", "צהל", "⟦צה״ל⟧"),
    case("a Thai letter is marked with its tone mark", "น", "⟦น้⟧ำใส"),
    case("Thai vowel signs stay in their word", "น้ำ", "⟦น้ำ⟧ใส"),
    case("Devanagari is marked with its vowel signs", "ह", "⟦हि⟧न्दी"),
    case("Devanagari words", "हिन्दी", "⟦हिन्दी⟧ गीत"),
    case("an emoji is found", "🎬", "⟦🎬⟧ Main Title"),
    case("a title of an emoji only", "🎬", "⟦🎬⟧"),
    case("an emoji with joiners is marked whole", "👩", "⟦👨\u{200d}👩\u{200d}👧⟧ Family"),
    case("an emoji with joiners is found by itself", "👨\u{200d}👩\u{200d}👧", "⟦👨\u{200d}👩\u{200d}👧⟧"),
    case("a skin tone belongs to its emoji", "👋", "⟦👋🏽⟧ Hello"),
    case("a variation selector does not matter", "❤", "I ⟦❤\u{fe0f}⟧ You"),
    case("nor typed", "❤\u{fe0f}", "I ⟦❤⟧ You"),
    case("a title of punctuation only", "…", "⟦…⟧"),
    case("a quotation mark is any other", "…\"", "„To Accept⟦…“⟧"),
    case("an ellipsis typed as dots", "...", "To Accept⟦…⟧"),
    case("and the other way round: dots", "…", "To Accept⟦...⟧"),
    case("punctuation alone looks for punctuation", "&", "Scalper ⟦&⟧ Hammer"),
    case("and not for words", "&", "Scalper and Hammer"),
    case("dashes are one dash", "\"-\"", "Impossible ⟦–⟧ Fallout"),
    case("a question mark", "?", "Who⟦?⟧"),
    case("a sharp is a sign", "c♯ minor", "Prelude in ⟦C⟧# ⟦Minor⟧"),
    case("a soft hyphen does not matter", "storm", "⟦Sto\u{ad}rm⟧"),
    case("a no-break space is a space", "\"part one\"", "⟦Part\u{a0}One⟧"),
    case("direction marks in a search do not matter", "\u{202e}storm\u{200f}", "⟦Storm⟧"),
    case("nor controls", "st\u{0}orm", "⟦Storm⟧"),
];

impl FoldCase {
    /// The title without brackets.
    pub fn title(&self) -> String {
        self.marked.replace(['⟦', '⟧'], "")
    }

    /// The expected marks, as byte ranges of the title.
    pub fn marks(&self) -> Vec<Range<usize>> {
        let (mut marks, mut title_len) = (Vec::new(), 0);
        for (index, part) in self.marked.split(['⟦', '⟧']).enumerate() {
            if index % 2 == 1 {
                marks.push(title_len..title_len + part.len());
            }
            title_len += part.len();
        }
        marks
    }

    /// Checks the case with a normalizer; describes the failure.
    pub fn check(&self, normalize: Normalize) -> Result<(), String> {
        let track = Track {
            number: 1,
            title: self.title(),
            ..Track::default()
        };
        let index = Index::new(&[track], normalize);
        let query = Query::parse(self.query, normalize);
        let marks = index.marks(0, Field::Title, &query);
        let found = index.select(&Filter {
            query,
            ..Filter::default()
        });
        let expected = self.marks();
        if marks == expected && (found.count == 1) != expected.is_empty() {
            return Ok(());
        }
        let (claim, query, marked) = (self.claim, self.query, self.marked);
        Err(format!(
            "{claim}: {query} in {marked}: found {}, marked {marks:?}, expected {expected:?}",
            found.count
        ))
    }
}
