//! Renders an article's blocks and inlines as elements.
//!
//! Blocks contain blocks, so each view is type-erased: a recursive view type would
//! be infinite. Elements that only wrap content share one function with the tag as
//! a value, instead of one view type each.

use leptos::{html::custom, prelude::*};

use model::{Block, Inline, mention_id};

pub fn blocks(blocks: Vec<Block>) -> Vec<AnyView> {
    blocks.into_iter().map(block).collect()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Paragraph(content) => element("p", inlines(content)),
        Block::Heading { level, content } => {
            let tag = match level {
                2 => "h2",
                3 => "h3",
                _ => "h4",
            };
            element(tag, inlines(content))
        }
        Block::Quote(content) => element("blockquote", blocks(content)),
        Block::List { start: None, items } => element("ul", list_items(items)),
        Block::List {
            start: Some(start),
            items,
        } => view! { <ol start=start.to_string()>{list_items(items)}</ol> }.into_any(),
        Block::Break => view! { <hr /> }.into_any(),
    }
}

fn list_items(items: Vec<Vec<Block>>) -> Vec<AnyView> {
    let item = |item| element("li", blocks(item));
    items.into_iter().map(item).collect()
}

fn inlines(inlines: Vec<Inline>) -> Vec<AnyView> {
    inlines.into_iter().map(inline).collect()
}

fn inline(inline: Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Emphasis(content) => element("em", inlines(content)),
        Inline::Strong(content) => element("strong", inlines(content)),
        Inline::Code(text) => element("code", vec![text.into_any()]),
        Inline::Link { url, content } => link(None, url, content),
        Inline::Track {
            place,
            mention,
            content,
        } => link(Some(mention_id(mention)), format!("#{place}"), content),
        Inline::Foreign { language, content } => {
            view! { <span lang=language>{inlines(content)}</span> }.into_any()
        }
        Inline::LineBreak => view! { <br /> }.into_any(),
    }
}

fn link(id: Option<String>, url: String, content: Vec<Inline>) -> AnyView {
    view! {
        <a id=id href=url>
            {inlines(content)}
        </a>
    }
    .into_any()
}

fn element(tag: &'static str, content: Vec<AnyView>) -> AnyView {
    custom(tag).child(content).into_any()
}
