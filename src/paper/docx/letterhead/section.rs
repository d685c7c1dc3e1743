//! The page of a letterhead: its last section, as it is or turned, and the pages of annexes after
//! it.

use quick_xml::events::Event;

use super::super::body::Page;
use super::LetterheadFault;
use super::walk::{attribute, walk};

/// A sheet of paper with its margins, in twentieths of a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sheet {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
    pub(super) left: u32,
}

impl Default for Sheet {
    /// A4 with the margins of an organisation's rules (domain.md 1.4).
    fn default() -> Self {
        Self {
            width: 11906,
            height: 16838,
            top: 1134,
            right: 850,
            bottom: 1134,
            left: 1701,
        }
    }
}

impl Sheet {
    pub(super) fn upright(self) -> Self {
        if self.width <= self.height {
            self
        } else {
            self.rotated()
        }
    }

    /// On its side, the binding margin at the top.
    pub(super) fn turned(self) -> Self {
        if self.width > self.height {
            self
        } else {
            self.rotated()
        }
    }

    fn rotated(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
            top: self.left,
            right: self.top,
            bottom: self.right,
            left: self.bottom,
        }
    }

    /// What lies between the margins.
    pub(super) fn between(self) -> u32 {
        self.width.saturating_sub(self.left + self.right)
    }

    /// Whether a paper can be written on it.
    fn is_sound(self) -> bool {
        let all = [self.width, self.height];
        all.iter().all(|side| (4000..=60_000).contains(side))
            && self.left + self.right + 3000 <= self.width
            && self.top + self.bottom + 3000 <= self.height
    }
}

/// The last section of a letterhead.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Section {
    /// Its text.
    text: String,
    /// Its page; the usual one, where it says none that can be written on.
    pub(super) sheet: Sheet,
    /// Whether it says one.
    has_sheet: bool,
    /// How far from the edges header and footer stand.
    distances: Option<(u32, u32)>,
    /// Whether it has headers or footers.
    pub(super) has_headers: bool,
}

impl Section {
    /// The page of an annex: as large, and with the margins the letterhead has.
    pub(super) fn plain_page(&self, sheet: Sheet) -> Page {
        let (header, footer) = self.distances.unwrap_or((567, 567));
        let turned = if sheet.width > sheet.height {
            " w:orient=\"landscape\""
        } else {
            ""
        };
        Page {
            section: None,
            size: format!("w:w=\"{}\" w:h=\"{}\"{turned}", sheet.width, sheet.height),
            margins: format!(
                "w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" \
                 w:header=\"{header}\" w:footer=\"{footer}\" w:gutter=\"0\"",
                sheet.top, sheet.right, sheet.bottom, sheet.left
            ),
            width: sheet.between(),
        }
    }

    /// The page the document itself stands on: the section of the letterhead, turned if need be,
    /// with a header for the number where it has none.
    pub(super) fn page(&self, sheet: Sheet, header: Option<&str>) -> Page {
        let plain = self.plain_page(sheet);
        if self.text.is_empty() || self.text.ends_with("/>") {
            return plain;
        }
        let mut text = self.text.clone();
        if !self.has_sheet || sheet != self.sheet {
            text = with_element(&text, "w:pgSz", &format!("<w:pgSz {}/>", plain.size));
            text = with_element(&text, "w:pgMar", &format!("<w:pgMar {}/>", plain.margins));
        }
        if let (Some(reference), Some(end)) = (header, text.find('>')) {
            let (tag, rest) = text.split_at_checked(end + 1).unwrap_or((&text, ""));
            text = [tag, reference, rest].concat();
            if !text.contains("<w:titlePg") {
                text = before_any(&text, &AFTER_TITLE, "<w:titlePg/>");
            }
        }
        Page {
            section: Some(text),
            ..plain
        }
    }
}

/// What stands behind `w:titlePg` in a section.
const AFTER_TITLE: [&str; 7] = [
    "<w:textDirection",
    "<w:bidi",
    "<w:rtlGutter",
    "<w:docGrid",
    "<w:printerSettings",
    "<w:sectPrChange",
    "</w:sectPr>",
];

/// What stands behind `w:pgMar` in a section.
const AFTER_MARGINS: [&str; 16] = [
    "<w:paperSrc",
    "<w:pgBorders",
    "<w:lnNumType",
    "<w:pgNumType",
    "<w:cols",
    "<w:formProt",
    "<w:vAlign",
    "<w:noEndnote",
    "<w:titlePg",
    "<w:textDirection",
    "<w:bidi",
    "<w:rtlGutter",
    "<w:docGrid",
    "<w:printerSettings",
    "<w:sectPrChange",
    "</w:sectPr>",
];

/// A text with a piece before the first of what follows it.
fn before_any(text: &str, next: &[&str], piece: &str) -> String {
    let place = next.iter().filter_map(|name| text.find(name)).min();
    let place = place.unwrap_or(text.len());
    let (before, after) = text.split_at_checked(place).unwrap_or((text, ""));
    [before, piece, after].concat()
}

/// A section with another element of a name, or with it at last. It must be an empty one.
fn with_element(text: &str, name: &str, element: &str) -> String {
    let start = text.find(&format!("<{name} "));
    let found = start.and_then(|start| {
        let (before, rest) = text.split_at_checked(start)?;
        let (_, after) = rest.split_once("/>")?;
        Some([before, element, after].concat())
    });
    found.unwrap_or_else(|| before_any(text, &AFTER_MARGINS, element))
}

/// Reads the last section.
pub(super) fn section(text: &str) -> Result<Section, LetterheadFault> {
    let mut sheet = Sheet::default();
    let mut has_size = false;
    let mut has_headers = false;
    let mut distances = None;
    walk(text, &mut |_, event, _| {
        if let Event::Start(tag) | Event::Empty(tag) = event {
            let length =
                |name: &str| -> Option<u32> { attribute(tag, name)?.trim().parse::<u32>().ok() };
            match tag.name().as_ref() {
                "w:pgSz" => {
                    if let (Some(width), Some(height)) = (length("w:w"), length("w:h")) {
                        (sheet.width, sheet.height) = (width, height);
                        has_size = true;
                    }
                }
                "w:pgMar" => {
                    sheet.top = length("w:top").unwrap_or(sheet.top);
                    sheet.right = length("w:right").unwrap_or(sheet.right);
                    sheet.bottom = length("w:bottom").unwrap_or(sheet.bottom);
                    sheet.left = length("w:left").unwrap_or(sheet.left)
                        + length("w:gutter").unwrap_or_default().min(3000);
                    distances = length("w:header").zip(length("w:footer"));
                }
                "w:headerReference" | "w:footerReference" => has_headers = true,
                _ => {}
            }
        }
        Ok(())
    })?;
    let has_sheet = has_size && sheet.is_sound();
    Ok(Section {
        text: text.to_owned(),
        sheet: if has_sheet { sheet } else { Sheet::default() },
        has_sheet,
        distances: distances.filter(|(top, bottom)| *top < 10_000 && *bottom < 10_000),
        has_headers,
    })
}
