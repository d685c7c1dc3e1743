//! XML from outside, piece by piece, each with its depth and place.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::LetterheadFault;

/// How deep elements may stand in each other.
const DEPTH: usize = 200;

/// The value of an attribute of exactly this name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| {
            let key: &str = attribute.key.as_ref();
            key == name
        })?;
    found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()
        .map(|value| value.to_string())
}

/// Takes a piece of XML with its depth and its place.
pub(super) type See<'a> =
    dyn FnMut(usize, &Event<'_>, Range<usize>) -> Result<(), LetterheadFault> + 'a;

/// Goes through XML; tells each piece with its depth (that of the element, 0 for the outermost)
/// and its place. A declaration of types is refused: it is how XML grows without bounds.
pub(super) fn walk(text: &str, see: &mut See<'_>) -> Result<(), LetterheadFault> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_usize;
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    loop {
        let start = place(reader.buffer_position());
        let event = reader
            .read_event()
            .map_err(|_damage| LetterheadFault::NotDocx)?;
        let range = start..place(reader.buffer_position());
        match &event {
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof | Event::DocType(_) => return Err(LetterheadFault::NotDocx),
            Event::Start(_) => {
                see(depth, &event, range)?;
                depth += 1;
                if depth > DEPTH {
                    return Err(LetterheadFault::TooLarge);
                }
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or(LetterheadFault::NotDocx)?;
                see(depth, &event, range)?;
            }
            _ => see(depth, &event, range)?,
        }
    }
}
