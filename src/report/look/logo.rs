//! A house's picture: PNG, JPEG, or SVG in which nothing runs or loads.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Most bytes of a picture, since every page has it in it: 256 KiB.
pub const MAX_BYTES: usize = 256 * 1024;

/// The elements of SVG that only draw.
const DRAWING: &[&str] = &[
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "title",
    "desc",
    "metadata",
    "defs",
    "use",
    "symbol",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "style",
];

/// A picture for the top of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    media_type: &'static str,
    bytes: Vec<u8>,
}

/// Why bytes are no picture for a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// There is too much of it.
    #[error(
        "the picture has {0} bytes, and every page would carry them; at most {MAX_BYTES} are taken"
    )]
    TooLarge(usize),
    /// It is another kind of file.
    #[error("the picture is neither PNG, JPEG nor SVG")]
    OtherType,
    /// The SVG could run, load or hide something.
    #[error(
        "the SVG has {0}, and only drawings without scripts and without anything from elsewhere are taken"
    )]
    Acts(String),
    /// The SVG can't be read.
    #[error("the SVG can't be read: {0}")]
    Malformed(String),
}

impl Logo {
    /// Looks at what the bytes are, whatever the file is called.
    pub fn read(bytes: Vec<u8>) -> Result<Self, LogoError> {
        if bytes.len() > MAX_BYTES {
            return Err(LogoError::TooLarge(bytes.len()));
        }
        let media_type = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            "image/png"
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            "image/jpeg"
        } else {
            let text = std::str::from_utf8(&bytes).map_err(|_| LogoError::OtherType)?;
            check_svg(text)?;
            "image/svg+xml"
        };
        Ok(Self { media_type, bytes })
    }

    /// What it is, in one line for people.
    pub fn said(&self) -> String {
        format!("{}, {} bytes", self.media_type, self.bytes.len())
    }

    /// The picture as it was given.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The picture as an address that holds it (RFC 2397).
    pub(in super::super) fn data_uri(&self) -> String {
        format!(
            "data:{};base64,{}",
            self.media_type,
            STANDARD.encode(&self.bytes)
        )
    }
}

/// Refuses SVG that does more than draw.
fn check_svg(text: &str) -> Result<(), LogoError> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') {
        return Err(LogoError::OtherType);
    }
    let malformed = |error: &dyn std::fmt::Display| LogoError::Malformed(error.to_string());
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut elements, mut in_style) = (0_usize, 0_usize, false);
    loop {
        match reader.read_event().map_err(|error| malformed(&error))? {
            Event::Start(element) => {
                check_element(&element, elements)?;
                in_style = element.local_name().as_ref() == "style";
                elements += 1;
                depth += 1;
            }
            Event::Empty(element) => {
                check_element(&element, elements)?;
                elements += 1;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                in_style = false;
            }
            Event::Text(words) if in_style => check_style(&words)?,
            Event::CData(words) if in_style => check_style(&words)?,
            Event::DocType(kind) if kind.contains('[') => {
                return Err(LogoError::Acts("entities of its own".to_owned()));
            }
            Event::GeneralRef(_) if in_style => {
                return Err(LogoError::Acts(
                    "written-out characters in its style".to_owned(),
                ));
            }
            Event::PI(_) => return Err(LogoError::Acts("a processing instruction".to_owned())),
            Event::Eof => break,
            _ => {}
        }
    }
    if elements == 0 {
        return Err(LogoError::OtherType);
    }
    if depth > 0 {
        return Err(LogoError::Malformed("it ends too early".to_owned()));
    }
    Ok(())
}

fn check_element(element: &BytesStart<'_>, before: usize) -> Result<(), LogoError> {
    let name = element.local_name();
    let name: &str = name.as_ref();
    if before == 0 && name != "svg" {
        return Err(LogoError::OtherType);
    }
    if !DRAWING.contains(&name) {
        return Err(LogoError::Acts(format!("the element <{name}>")));
    }
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|error| LogoError::Malformed(error.to_string()))?;
        let key = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.value.to_lowercase();
        // A name for itself, such as that of the namespace, is never looked up.
        let leads_out = key == "href" && !value.trim().starts_with('#');
        // Written-out characters could spell what is looked for below.
        if key.starts_with("on") || leads_out || value.contains("&#") {
            return Err(LogoError::Acts(format!("the attribute {key}")));
        }
        check_style(&value)?;
    }
    Ok(())
}

/// Refuses rules of style that load or run something, and signs that could hide
/// such rules.
fn check_style(text: &str) -> Result<(), LogoError> {
    let plain: String = text.to_lowercase().split_whitespace().collect();
    let urls = plain.split("url(").skip(1);
    let leads_out = urls
        .map(|rest| rest.trim_start_matches(['"', '\'']))
        .any(|rest| !rest.starts_with('#'));
    let acts = ["@", "javascript:", "expression(", "\\", "image("];
    match acts.iter().find(|word| plain.contains(**word)) {
        Some(word) => Err(LogoError::Acts(format!("“{word}”"))),
        None if leads_out => Err(LogoError::Acts("an address of something else".to_owned())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> Result<Logo, LogoError> {
        Logo::read(format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>").into_bytes())
    }

    #[test]
    fn pictures_are_known_by_their_bytes() {
        let png = Logo::read(b"\x89PNG\r\n\x1a\nrest".to_vec()).unwrap();
        assert_eq!(png.data_uri(), "data:image/png;base64,iVBORw0KGgpyZXN0");
        assert_eq!(
            Logo::read(b"\xff\xd8\xff\xe0".to_vec()).unwrap().said(),
            "image/jpeg, 4 bytes"
        );
        for other in [
            &b"GIF89a"[..],
            b"%PDF-1.7",
            b"",
            b"hello",
            b"<html></html>",
            b"\xff\xfe<",
        ] {
            assert_eq!(
                Logo::read(other.to_vec()),
                Err(LogoError::OtherType),
                "{other:?}"
            );
        }
        assert!(matches!(
            Logo::read(vec![0; MAX_BYTES + 1]),
            Err(LogoError::TooLarge(_))
        ));
    }

    #[test]
    fn drawings_are_taken() {
        svg("<style>.a{fill:#0a5}</style><g class='a'><path d='M0 0h9'/></g>").unwrap();
        svg("<defs><linearGradient id='g'/></defs><rect fill='url(#g)'/><use href='#g'/>").unwrap();
    }

    #[test]
    fn what_runs_or_loads_is_refused() {
        for hostile in [
            "<script>alert(1)</script>",
            "<g onload='alert(1)'/>",
            "<G ONCLICK='x'/>",
            "<a href='javascript:x'><path/></a>",
            "<use href='https://example.org/a.svg#b'/>",
            "<use xlink:href='data:image/svg+xml,x'/>",
            "<image href='https://example.org/a.png'/>",
            "<foreignObject><p>x</p></foreignObject>",
            "<style>@import 'https://example.org/a.css';</style>",
            "<style><![CDATA[path{fill:url(//example.org/a)}]]></style>",
            "<rect style='fill:url( \"https://example.org/a\")'/>",
            "<style>path{fill:\\75rl(x)}</style>",
            "<rect style='fill:u&#114;l(x)'/>",
            "<style>path{fill:u&#114;l(x)}</style>",
            "<animate attributeName='href' to='x'/>",
        ] {
            assert!(matches!(svg(hostile), Err(LogoError::Acts(_))), "{hostile}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a 'x'>]><svg>&a;</svg>";
        assert!(matches!(Logo::read(entity.into()), Err(LogoError::Acts(_))));
        let sheet = "<?xml-stylesheet href='a.css'?><svg></svg>";
        assert!(matches!(Logo::read(sheet.into()), Err(LogoError::Acts(_))));
        assert!(matches!(svg("<g>"), Err(LogoError::Malformed(_))));
    }
}
