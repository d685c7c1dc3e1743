//! Styles of a paper among those of a letterhead: by their names. What the letterhead has is used
//! as it is; what it lacks is added, on top of its own ordinary text.

use std::fmt::Write;

use quick_xml::events::Event;

use super::super::package;
use super::LetterheadFault;
use super::scan::appended;
use super::walk::{attribute, walk};

/// The styles of a paper: the id it uses, and the names a letterhead may have for it.
const NAMES: [(&str, &[&str]); 15] = [
    ("Organisation", &["organisation", "организация"]),
    ("Heading1", &["heading 1", "вид документа"]),
    ("Heading", &["heading to the text", "заголовок к тексту"]),
    ("State", &["state", "пометка"]),
    ("Heading2", &["heading 2", "вопрос"]),
    ("Heading3", &["heading 3", "раздел"]),
    ("Body", &["body", "текст документа"]),
    ("Line", &["line", "строка"]),
    ("Remark", &["remark", "примечание"]),
    ("Point", &["point", "пункт"]),
    ("Corner", &["corner", "угол"]),
    ("Requisites", &["requisites", "реквизиты"]),
    ("Signature", &["place to sign", "подпись"]),
    ("Cell", &["cell", "ячейка"]),
    (
        "CellSmall",
        &["cell of a wide table", "ячейка широкой таблицы"],
    ),
];

/// Stands between the ordinary text of the letterhead and the styles that are added: it takes
/// spaces and indents away, which ours set themselves.
const BASE: &str = "PlanerkaBase";

/// The size of ordinary text where nothing says one, in half points.
const USUAL: u32 = 20;

/// Styles brought together.
#[derive(Debug)]
pub(super) struct Merged {
    /// The part.
    pub(super) text: String,
    /// The id of ours, and the one it has there.
    ids: Vec<(String, String)>,
}

impl Merged {
    /// Content with the ids the styles have there.
    pub(super) fn with_ids(&self, content: &str) -> String {
        const BEGINS: &str = "<w:pStyle w:val=\"";
        let mut pieces = content.split(BEGINS);
        let mut out = String::with_capacity(content.len());
        out.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (id, rest) = piece.split_once('"').unwrap_or((piece, ""));
            let there = self.ids.iter().find(|(own, _)| own == id);
            let id = there.map_or(id, |(_, there)| there);
            out.push_str(BEGINS);
            super::super::super::xml_text::escape_into(&mut out, id);
            out.push('"');
            out.push_str(rest);
        }
        out
    }
}

/// What is known of the styles of a letterhead.
#[derive(Default)]
struct Known {
    /// Paragraph styles: name in small letters, id.
    paragraphs: Vec<(String, String)>,
    /// The style of ordinary text.
    ordinary: Option<String>,
    /// Its size.
    size: Option<u32>,
    /// The size of the defaults.
    default_size: Option<u32>,
}

impl Known {
    fn of(text: &str) -> Result<Self, LetterheadFault> {
        let mut known = Self::default();
        let mut current: Option<(String, bool)> = None;
        let mut in_defaults = false;
        walk(text, &mut |_, event, _| {
            match event {
                Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                    "w:docDefaults" => in_defaults = true,
                    "w:style" => {
                        let id = attribute(tag, "w:styleId").unwrap_or_default();
                        let is_paragraph =
                            attribute(tag, "w:type").is_none_or(|kind| kind == "paragraph");
                        let is_default = attribute(tag, "w:default")
                            .is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"));
                        if is_paragraph && is_default {
                            known.ordinary = Some(id.clone());
                        }
                        current = is_paragraph.then_some((id, is_default));
                    }
                    "w:name" => {
                        if let (Some((id, _)), Some(name)) = (&current, attribute(tag, "w:val")) {
                            known
                                .paragraphs
                                .push((name.trim().to_lowercase(), id.clone()));
                        }
                    }
                    "w:sz" => {
                        let size = attribute(tag, "w:val").and_then(|size| size.parse().ok());
                        match &current {
                            Some((_, true)) => known.size = size,
                            None if in_defaults => known.default_size = size,
                            _ => {}
                        }
                    }
                    _ => {}
                },
                Event::End(tag) => match tag.name().as_ref() {
                    "w:docDefaults" => in_defaults = false,
                    "w:style" => current = None,
                    _ => {}
                },
                _ => {}
            }
            Ok(())
        })?;
        Ok(known)
    }

    fn named(&self, names: &[&str]) -> Option<&str> {
        let mut known = self.paragraphs.iter();
        let found = known.find(|(name, _)| names.contains(&name.as_str()));
        found.map(|(_, id)| id.as_str())
    }
}

/// The styles of a letterhead with ours among them.
pub(super) fn merge(text: &str) -> Result<Merged, LetterheadFault> {
    let known = Known::of(text)?;
    let ids: Vec<(String, String)> = NAMES
        .iter()
        .map(|(own, names)| {
            let there = known
                .named(names)
                .map_or_else(|| format!("Planerka{own}"), str::to_owned);
            ((*own).to_owned(), there)
        })
        .collect();
    let is_added = |there: &str| {
        there.starts_with("Planerka") && !known.paragraphs.iter().any(|(_, id)| id == there)
    };
    let size = known.size.or(known.default_size).unwrap_or(USUAL);
    let mut added = String::new();
    if ids.iter().any(|(_, there)| is_added(there)) {
        let on = known.ordinary.as_ref().map(|id| {
            let id = super::super::super::xml_text::escape(id);
            format!("<w:basedOn w:val=\"{id}\"/>")
        });
        let _ = write!(
            added,
            "<w:style xmlns:w=\"{MAIN}\" w:type=\"paragraph\" w:customStyle=\"1\" \
             w:styleId=\"{BASE}\"><w:name w:val=\"Planerka base\"/>{}<w:pPr><w:widowControl/>\
             <w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
             <w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/></w:pPr>\
             </w:style>",
            on.unwrap_or_default()
        );
        for (own, there) in ids.iter().filter(|(_, there)| is_added(there)) {
            if let Some(style) = ours(own) {
                added.push_str(&renamed(style, own, there, &ids, size));
            }
        }
    }
    Ok(Merged {
        text: appended(text, "w:styles", &added)?,
        ids,
    })
}

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A style of ours, as the package of a paper without a letterhead has it: a line each.
fn ours(id: &str) -> Option<&'static str> {
    let wanted = format!("w:styleId=\"{id}\"");
    package::STYLES
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("<w:style ") && line.contains(&wanted))
}

/// A style of ours under the id and on the base it has there.
fn renamed(style: &str, own: &str, there: &str, ids: &[(String, String)], size: u32) -> String {
    let mut style = style
        .replace(
            &format!("w:styleId=\"{own}\""),
            &format!("w:styleId=\"{there}\" xmlns:w=\"{MAIN}\""),
        )
        .replace(
            "<w:basedOn w:val=\"Normal\"/>",
            &format!("<w:basedOn w:val=\"{BASE}\"/>"),
        );
    for (other, its) in ids {
        style = style.replace(
            &format!("<w:next w:val=\"{other}\"/>"),
            &format!("<w:next w:val=\"{its}\"/>"),
        );
    }
    // Sizes stand in the proportion they have to text of 14 points.
    for (ours, theirs) in [
        (32, size.saturating_add(4)),
        (24, size.min(24)),
        (20, size.min(20)),
    ] {
        for name in ["sz", "szCs"] {
            style = style.replace(
                &format!("<w:{name} w:val=\"{ours}\"/>"),
                &format!("<w:{name} w:val=\"#{theirs}\"/>"),
            );
        }
    }
    style.replace("w:val=\"#", "w:val=\"")
}
