//! A reviewer's reasons, written in Markdown, as HTML that can only format
//! text: no markup of its own, no images, no links but to the web and mail.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The Markdown as HTML.
pub(super) fn html(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() + 32);
    let events = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH);
    html::push_html(
        &mut out,
        Harmless {
            events,
            links: Vec::new(),
        },
    );
    out
}

/// Events without what could load, run or mislead.
struct Harmless<'m> {
    events: Parser<'m>,
    /// For each open link or image, whether it was let through.
    links: Vec<bool>,
}

impl<'m> Harmless<'m> {
    /// The event as it may stand in a page; `None` where only what it
    /// encloses may.
    fn tamed(&mut self, event: Event<'m>) -> Option<Event<'m>> {
        match event {
            Event::Html(markup) | Event::InlineHtml(markup) => Some(Event::Text(markup)),
            Event::Start(Tag::Image { .. }) => self.open(None),
            Event::Start(Tag::Link { ref dest_url, .. }) if !is_harmless(dest_url) => {
                self.open(None)
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => self.open(Some(Tag::Link {
                link_type,
                dest_url,
                title: CowStr::Borrowed(""),
                id: CowStr::Borrowed(""),
            })),
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.links.pop().unwrap_or_default().then_some(event)
            }
            // A heading within a verdict stands below the headings of the page.
            Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Heading {
                level: HeadingLevel::H5,
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            })),
            Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(HeadingLevel::H5))),
            other => Some(other),
        }
    }

    fn open(&mut self, tag: Option<Tag<'m>>) -> Option<Event<'m>> {
        self.links.push(tag.is_some());
        tag.map(Event::Start)
    }
}

impl<'m> Iterator for Harmless<'m> {
    type Item = Event<'m>;

    fn next(&mut self) -> Option<Event<'m>> {
        loop {
            let event = self.events.next()?;
            if let Some(tamed) = self.tamed(event) {
                return Some(tamed);
            }
        }
    }
}

/// Whether an address leads to the web or to mail, and not to a script.
pub(super) fn is_harmless(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn formatting_is_kept() {
        assert_eq!(
            html("By **his** predecessor, see [the record](https://example.org/a)."),
            "<p>By <strong>his</strong> predecessor, see <a href=\"https://example.org/a\">the record</a>.</p>\n"
        );
    }

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        assert_eq!(
            html("a <b onclick=x>c</b>"),
            "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"
        );
        assert!(!html("<script>\nalert(1)\n</script>").contains("<script"));
    }

    #[test]
    fn links_to_scripts_and_images_leave_only_their_words() {
        assert_eq!(
            html("[go](javascript:alert(1)) [go](JAVASCRIPT:x)"),
            "<p>go go</p>\n"
        );
        assert_eq!(
            html("![a map](https://example.org/m.png)"),
            "<p>a map</p>\n"
        );
        assert_eq!(
            html("[![a map](m.png)](https://example.org)"),
            "<p><a href=\"https://example.org\">a map</a></p>\n"
        );
    }

    #[test]
    fn headings_stay_below_those_of_the_page() {
        assert_eq!(html("# Why"), "<h5>Why</h5>\n");
    }
}
