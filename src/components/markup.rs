//! Markup that never changes while it is shown: elements, attributes and texts.
//!
//! A view type for everything that is no island. The publisher renders it to HTML;
//! the browser builds elements from it when the reader goes on to another review.
//! A view of `view!` would add hydration, reactive updates and serialization to
//! the wasm for each shape of element.

use leptos::{
    attr::AttributeValue,
    prelude::AddAnyAttr,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{Rndr, types::Element},
        view::{Position, PositionState, Render, RenderHtml},
    },
};

/// The namespace of SVG, and the elements that are in it.
const SVG: &str = "http://www.w3.org/2000/svg";
const OF_SVG: [&str; 3] = ["svg", "circle", "path"];

/// An element with its attributes and its content, as the steps that write it: in
/// the wasm, steps take less code than a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Open(&'static str),
    Attribute(&'static str, String),
    Text(String),
    Close,
}

/// An element; `fill` adds its attributes, then its content.
pub fn element(tag: &'static str, fill: impl FnOnce(&mut Markup)) -> Markup {
    let mut markup = Markup::default();
    markup.element(tag, fill);
    markup
}

/// Elements that have no end tag.
const VOID: [&str; 2] = ["br", "hr"];

impl Markup {
    /// Adds an element at the end.
    pub fn element(&mut self, tag: &'static str, fill: impl FnOnce(&mut Self)) {
        self.open(tag);
        fill(self);
        self.close();
    }

    /// Adds an element that contains only text.
    pub fn text_element(&mut self, tag: &'static str, text: &str) {
        self.open(tag);
        self.text(text);
        self.close();
    }

    #[inline(never)]
    fn open(&mut self, tag: &'static str) {
        self.0.push(Step::Open(tag));
    }

    #[inline(never)]
    fn close(&mut self) {
        self.0.push(Step::Close);
    }

    /// Adds an attribute to the element that is being filled.
    #[inline(never)]
    pub fn attribute(&mut self, name: &'static str, value: &str) {
        self.0.push(Step::Attribute(name, value.to_owned()));
    }

    /// Adds the attribute `class`.
    pub fn class(&mut self, names: &str) {
        self.attribute("class", names);
    }

    /// Adds text at the end. Adjacent texts become one, as in a parsed page.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Step::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.0.push(Step::Text(text.to_owned())),
        }
    }

    fn write(self, html: &mut String) {
        // The elements without their end tags, and whether the last one's start tag
        // may get attributes.
        let (mut open, mut in_tag) = (Vec::new(), false);
        for step in self.0 {
            if in_tag && !matches!(step, Step::Attribute(..)) {
                html.push('>');
                in_tag = false;
            }
            match step {
                Step::Open(tag) => {
                    html.push('<');
                    html.push_str(tag);
                    open.push(tag);
                    in_tag = true;
                }
                Step::Attribute(name, value) => AttributeValue::to_html(value, name, html),
                Step::Text(text) => {
                    let mut place = Position::FirstChild;
                    text.to_html_with_buf(html, &mut place, true, false, Vec::new());
                }
                Step::Close => {
                    let tag = open.pop().expect("each element is opened and closed");
                    if !VOID.contains(&tag) {
                        html.push_str("</");
                        html.push_str(tag);
                        html.push('>');
                    }
                }
            }
        }
    }
}

impl Render for Markup {
    type State = Element;

    fn build(self) -> Element {
        // The elements that are not closed yet, within one that is dropped.
        let mut open = vec![Rndr::create_element("div", None)];
        for step in self.0 {
            let parent = &open[open.len() - 1];
            match step {
                Step::Open(tag) => {
                    let namespace = OF_SVG.contains(&tag).then_some(SVG);
                    let element = Rndr::create_element(tag, namespace);
                    Rndr::insert_node(parent, &element, None);
                    open.push(element);
                }
                Step::Attribute(name, value) => Rndr::set_attribute(parent, name, &value),
                Step::Text(text) => {
                    Rndr::insert_node(parent, &Rndr::create_text_node(&text), None);
                }
                Step::Close if open.len() > 2 => open.truncate(open.len() - 1),
                Step::Close => {}
            }
        }
        open.swap_remove(open.len() - 1)
    }

    /// It never changes: another page has other markup.
    fn rebuild(self, _state: &mut Element) {}
}

impl AddAnyAttr for Markup {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attribute: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
        self.write(html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> Element {
        unreachable!("no island holds markup that never changes")
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{RenderHtml, element};

    #[test]
    fn is_written_as_html() {
        let markup = element("p", |m| {
            m.class("a");
            m.attribute("title", "\"1\" < 2 & 3");
            m.text("one < ");
            m.text("two");
            m.text("");
            m.element("br", |_| ());
            m.text_element("em", "&");
            m.element("em", |_| ());
        });
        assert_eq!(
            markup.to_html(),
            "<p class=\"a\" title=\"&quot;1&quot; &lt; 2 &amp; 3\">one &lt; two<br>\
             <em>&amp;</em><em></em></p>"
        );
    }
}
