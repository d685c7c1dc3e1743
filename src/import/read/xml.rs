//! XML, piece by piece, within limits.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::limits;
use crate::import::refusal::Refusal;

/// What to do with what is inside an element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Go {
    /// Read it.
    Inside,
    /// Leave it out; its end is not told.
    Past,
}

/// What is made of the pieces. Names are without their prefix.
pub(super) trait Visitor {
    /// An element begins.
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal>;
    /// An element ends.
    fn close(&mut self, name: &str) -> Result<(), Refusal>;
    /// Text.
    fn text(&mut self, text: &str) -> Result<(), Refusal>;
}

/// The attributes of an element.
pub(super) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of an attribute, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        self.0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| {
                let key = attribute.key;
                let key: &str = key.as_ref();
                key.rsplit(':').next() == Some(name)
            })
            .map(|attribute| {
                attribute
                    .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                    .map_or_else(|_| attribute.value.to_string(), |value| value.to_string())
            })
    }

    /// The value as a count.
    pub(super) fn count(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether a switch is on: there and not `0`, `false`, `off`.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.get(name)
            .is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Reads XML to its end.
pub(super) fn walk(reader: impl BufRead, visitor: &mut impl Visitor) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(reader);
    let config = reader.config_mut();
    config.check_end_names = true;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    let mut elements = 0_usize;
    // The depth of an element that is left out.
    let mut past: Option<usize> = None;
    loop {
        buffer.clear();
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|error| match error {
                quick_xml::Error::Io(error) => super::package::read_fault(&error),
                error => Refusal::damaged(error),
            })?;
        match event {
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(Refusal::damaged("XML ends too early")),
            Event::Start(tag) => {
                depth += 1;
                elements += 1;
                if depth > limits::DEPTH || elements > limits::ELEMENTS {
                    return Err(Refusal::Bomb);
                }
                if past.is_none() {
                    let name = tag.local_name();
                    let name: &str = name.as_ref();
                    if visitor.open(name, &Attributes(&tag))? == Go::Past {
                        past = Some(depth);
                    }
                }
            }
            Event::End(tag) => {
                if past.is_none() {
                    let name = tag.local_name();
                    visitor.close(name.as_ref())?;
                } else if past == Some(depth) {
                    past = None;
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if past.is_none() => visitor.text(&text.xml10_content())?,
            Event::CData(text) if past.is_none() => visitor.text(&text.xml10_content())?,
            Event::GeneralRef(reference) if past.is_none() => {
                if let Some(character) = reference.resolve_char_ref().ok().flatten() {
                    visitor.text(character.encode_utf8(&mut [0; 4]))?;
                } else {
                    // Entities of a file's own are never followed.
                    visitor.text(match reference.xml10_content().as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        "nbsp" => " ",
                        _ => "",
                    })?;
                }
            }
            _ => {}
        }
    }
}
