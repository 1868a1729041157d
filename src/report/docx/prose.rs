//! A reviewer's reasons, written in Markdown, as paragraphs of Word.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::flow::{Flow, Look, Style};

/// The reasons as paragraphs in a style. Markup within is shown, and images
/// leave their words.
pub(super) fn paragraphs(flow: &mut Flow, style: Style, markdown: &str) {
    let mut prose = Prose {
        flow,
        style,
        is_open: false,
        looks: Vec::new(),
        links: Vec::new(),
        lists: Vec::new(),
    };
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        prose.take(event);
    }
    prose.end();
}

struct Prose<'f> {
    flow: &'f mut Flow,
    style: Style,
    is_open: bool,
    looks: Vec<Look>,
    /// Where the open links lead.
    links: Vec<String>,
    /// For each open list the number of its next item, where it counts.
    lists: Vec<Option<u64>>,
}

impl Prose<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.words(&text),
            Event::Code(text) => {
                self.looks.push(Look::Code);
                self.words(&text);
                self.looks.pop();
            }
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Rule => self.end(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Heading { .. } => self.looks.push(Look::Bold),
            Tag::Emphasis => self.looks.push(Look::Italic),
            Tag::Strikethrough => self.looks.push(Look::Struck),
            Tag::CodeBlock(_) => self.looks.push(Look::Code),
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            Tag::List(first) => {
                self.end();
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            _ => {}
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough => {
                self.looks.pop();
            }
            TagEnd::Heading(_) | TagEnd::CodeBlock => {
                self.looks.pop();
                self.end();
            }
            TagEnd::Link => {
                self.links.pop();
            }
            TagEnd::List(_) => {
                self.end();
                self.lists.pop();
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::HtmlBlock => {
                self.end();
            }
            _ => {}
        }
    }

    /// An item begins with what its list counts by.
    fn item(&mut self) {
        self.end();
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => "• ".to_owned(),
        };
        self.words(&mark);
    }

    fn words(&mut self, text: &str) {
        if !self.is_open {
            self.flow.begin(self.style, text);
            self.is_open = true;
        }
        if let Some(address) = self.links.last() {
            self.flow.link(text, Some(address));
        } else {
            let look = self.looks.last().copied().unwrap_or_default();
            self.flow.words(text, look);
        }
    }

    fn end(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.flow.end();
        }
    }
}
