//! The one canonical form of a document, so that two writes of the same state are byte-identical
//! and a difference is readable.

use ron::ser::PrettyConfig;
use serde::Serialize;

/// Writes a document in its one canonical form: fixed order, `\n`, four spaces, no type names.
pub fn to_text<T: Serialize>(document: &T) -> Result<String, ron::Error> {
    let form = PrettyConfig::new()
        .new_line("\n")
        .indentor("    ")
        .struct_names(false);
    let mut text = ron::Options::default().to_string_pretty(document, form)?;
    text.push('\n');
    Ok(text)
}
