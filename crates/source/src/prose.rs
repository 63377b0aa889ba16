//! Parses the prose of a review: CommonMark into typed blocks and inlines.
//! Constructs that a page cannot show are reported.

use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
};

use pulldown_cmark::{Event, HeadingLevel, LinkType, OffsetIter, Parser, Tag};

use super::{
    control_chars,
    diagnostic::SourceFile,
    link::{self, Target},
    markdown, unsupported,
};
use model::{Block, Inline, TrackId};

/// The deepest nesting of blocks and inlines. It bounds every recursion over
/// them, here and in the browser.
const DEEPEST: usize = 12;

const PLAIN_PROSE: &str =
    "expected paragraphs, headings, quotes and lists, with emphasis, links and `code` in them";
const NO_HTML: &str = "expected Markdown only; `\\<` shows the character itself";
const HEADINGS: &str = "expected `##` to `####`: the first level is the review's title";

/// Parses the prose in `range` of the file. `tracks` are the valid targets of
/// mentions; `None` if they are unknown.
pub fn read(
    file: &mut SourceFile,
    range: Range<usize>,
    tracks: Option<&HashSet<TrackId>>,
) -> Vec<Block> {
    let text = file.text();
    let mut reader = Reader {
        file,
        tracks,
        base: range.start,
        depth: 0,
        mentions: 0,
        refused: Vec::new(),
        events: Parser::new_ext(&text[range.clone()], markdown::PROSE).into_offset_iter(),
    };
    let blocks = reader.blocks();
    let refused = reader.refused;
    report_other_syntax(file, range, &refused);
    blocks
}

/// Reports what the parser takes for text. A label of a footnote is reported
/// once, although its note has it too.
fn report_other_syntax(file: &mut SourceFile, range: Range<usize>, refused: &[Range<usize>]) {
    let text = file.text();
    let mut reported = BTreeSet::new();
    for found in unsupported::find(&text[range.clone()]) {
        let span = range.start + found.span.start..range.start + found.span.end;
        let is_in = |refused: &Range<usize>| refused.contains(&span.start);
        let is_new = !found.is_footnote() || reported.insert(&text[span.clone()]);
        if is_new && !refused.iter().any(is_in) {
            let what = format!("{} is {}", file.quote(span.clone()), found.what);
            file.report(span, what, found.expected);
        }
    }
}

struct Reader<'a> {
    file: &'a mut SourceFile,
    tracks: Option<&'a HashSet<TrackId>>,
    base: usize,
    depth: usize,
    /// The number of mentions so far.
    mentions: u32,
    /// The byte ranges of the file that were reported as no part of a review.
    refused: Vec<Range<usize>>,
    events: OffsetIter<'a>,
}

impl<'a> Reader<'a> {
    /// Parses blocks up to the end of the enclosing element.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        // The text of a tight list item has no paragraph around it.
        let mut loose: Vec<Inline> = Vec::new();
        while let Some((event, span)) = self.events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => self.block(tag, span),
                Event::Rule => Some(Block::Break),
                other => {
                    loose.extend(self.inline(other, span));
                    continue;
                }
            };
            flush(&mut loose, &mut blocks);
            blocks.extend(block);
        }
        flush(&mut loose, &mut blocks);
        blocks
    }

    fn block(&mut self, tag: Tag<'a>, span: Range<usize>) -> Option<Block> {
        if self.too_deep(&span) {
            return None;
        }
        self.depth += 1;
        let block = match tag {
            Tag::Paragraph => Some(Block::Paragraph(self.inlines())),
            Tag::Heading { level, .. } => {
                if !(HeadingLevel::H2..=HeadingLevel::H4).contains(&level) {
                    let what = format!("a heading of level {}", level as u8);
                    self.refuse::<Block>(span, &what, HEADINGS);
                }
                let level = level as u8;
                let content = self.inlines();
                Some(Block::Heading { level, content })
            }
            Tag::BlockQuote(_) => Some(Block::Quote(self.blocks())),
            Tag::List(start) => Some(Block::List {
                start: start.map(|first| u32::try_from(first).unwrap_or(u32::MAX)),
                items: self.items(),
            }),
            Tag::CodeBlock(_) => self.unsupported(span, "a code block", PLAIN_PROSE),
            Tag::Table(_) => self.unsupported(span, "a table", PLAIN_PROSE),
            Tag::HtmlBlock => self.unsupported(span, "raw HTML", NO_HTML),
            _ => self.unsupported(span, "no part of a review", PLAIN_PROSE),
        };
        self.depth -= 1;
        block
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    /// Parses inlines up to the end of the enclosing element.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(_) => break,
                event => push(&mut inlines, self.inline(event, span)),
            }
        }
        inlines
    }

    fn inline(&mut self, event: Event<'a>, span: Range<usize>) -> Option<Inline> {
        match event {
            Event::Text(text) => {
                let source = self.base + span.start..self.base + span.end;
                // The parser opens a quotation at the sign for inches in `12" single`.
                let before = self.file.text()[..source.start].chars().next_back();
                let is_closing = &*text == "“" && before.is_some_and(char::is_alphanumeric);
                control_chars::report_escaped(self.file, &text, source);
                Some(Inline::Text(match is_closing {
                    true => "”".to_owned(),
                    false => text.into_string(),
                }))
            }
            Event::SoftBreak => Some(Inline::Text(" ".to_owned())),
            Event::HardBreak => Some(Inline::LineBreak),
            Event::Code(text) => Some(Inline::Code(text.into_string())),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(span, "raw HTML", NO_HTML),
            Event::TaskListMarker(_) => self.refuse(span, "the box of a task list", PLAIN_PROSE),
            Event::Start(tag) => {
                if self.too_deep(&span) {
                    return None;
                }
                self.depth += 1;
                let inline = self.span_of(tag, span);
                self.depth -= 1;
                inline
            }
            _ => self.refuse(span, "no part of a review", PLAIN_PROSE),
        }
    }

    fn span_of(&mut self, tag: Tag<'a>, span: Range<usize>) -> Option<Inline> {
        match tag {
            Tag::Emphasis => Some(Inline::Emphasis(self.inlines())),
            Tag::Strong => Some(Inline::Strong(self.inlines())),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let content = self.inlines();
                if !title.is_empty() {
                    return self.refuse(
                        span,
                        "a link with a title of its own",
                        "expected `[words](address)`",
                    );
                }
                let address = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                match link::target(&address, self.tracks) {
                    Ok(target) => Some(self.linked(target, content)),
                    Err(wrong) => {
                        self.report(span, wrong.what, wrong.expected);
                        None
                    }
                }
            }
            Tag::Strikethrough => {
                let expected =
                    "expected the words alone; a backslash before `~` shows the character";
                self.unsupported(span, "struck-through text", expected)
            }
            Tag::Image { .. } => self.unsupported(span, "an image", PLAIN_PROSE),
            _ => self.unsupported(span, "no part of a review", PLAIN_PROSE),
        }
    }

    fn linked(&mut self, target: Target, content: Vec<Inline>) -> Inline {
        match target {
            Target::Url(url) => Inline::Link { url, content },
            Target::Language(language) => Inline::Foreign { language, content },
            Target::Track(place) => {
                self.mentions += 1;
                Inline::Track {
                    place,
                    mention: self.mentions,
                    content,
                }
            }
        }
    }

    fn too_deep(&mut self, span: &Range<usize>) -> bool {
        let deep = self.depth == DEEPEST;
        if deep {
            self.report(
                span.clone(),
                "this is nested too deeply",
                format!("expected at most {DEEPEST} levels"),
            );
            self.skip();
        }
        deep
    }

    /// Reports an element and skips its content.
    fn unsupported<T>(&mut self, span: Range<usize>, what: &str, expected: &str) -> Option<T> {
        self.skip();
        self.refuse(span, what, expected)
    }

    fn refuse<T>(&mut self, span: Range<usize>, what: &str, expected: &str) -> Option<T> {
        let source = self.base + span.start..self.base + span.end;
        let quote = self.file.quote(source.clone());
        self.refused.push(source);
        self.report(span, format!("{quote} is {what}"), expected);
        None
    }

    fn skip(&mut self) {
        markdown::skip(&mut self.events);
    }

    fn report(&mut self, span: Range<usize>, what: impl Into<String>, expected: impl Into<String>) {
        let span = self.base + span.start..self.base + span.end;
        self.file.report(span, what, expected);
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Adds an inline, joined to a preceding text: the parser splits texts at every
/// character that could be Markdown.
fn push(inlines: &mut Vec<Inline>, inline: Option<Inline>) {
    match (inlines.last_mut(), inline) {
        (Some(Inline::Text(before)), Some(Inline::Text(text))) => before.push_str(&text),
        (_, Some(inline)) => inlines.push(inline),
        (_, None) => {}
    }
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        let mut inlines = Vec::new();
        for inline in loose.drain(..) {
            push(&mut inlines, Some(inline));
        }
        blocks.push(Block::Paragraph(inlines));
    }
}
