//! The parts of a DOCX package that do not depend on what the paper says, and its properties.
//!
//! Lengths are twentieths of a point (1 mm = 56.7), sizes of letters half points.

use super::super::model::Paper;
use super::super::xml_text::escape;
use crate::domain::date::Date;

macro_rules! xml {
    ($file:literal) => {
        include_str!(concat!("../docx/", $file))
    };
}

pub(super) const CONTENT_TYPES: &str = xml!("content_types.xml");
pub(super) const RELATIONS: &str = xml!("relations.xml");
pub(super) const DOCUMENT_RELATIONS: &str = xml!("document_relations.xml");
pub(super) const APP_PROPERTIES: &str = xml!("app.xml");
pub(super) const STYLES: &str = xml!("styles.xml");
pub(super) const SETTINGS: &str = xml!("settings.xml");
pub(super) const FONTS: &str = xml!("fonts.xml");
pub(super) const HEADER: &str = xml!("header.xml");

/// Title, author, language, day.
pub(super) fn core_properties(paper: &Paper, day: Date) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{issuer}</dc:creator>\
         <cp:lastModifiedBy>{issuer}</cp:lastModifiedBy><dc:language>ru-RU</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:modified>\
         </cp:coreProperties>",
        title = escape(&paper.subject),
        issuer = escape(&paper.issuer),
    )
}
