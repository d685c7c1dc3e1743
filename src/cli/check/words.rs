//! The text of a file in which something may have to be found.

use std::cell::OnceCell;
use std::path::Path;

use crate::store::document::read_text;
use crate::store::file_system::FileSystem;

/// A text, or the file it is read from when it is asked for: in most files nothing has to be found,
/// and a large one is long.
pub(in crate::cli) struct Words<'a> {
    file: Option<(&'a dyn FileSystem, &'a Path)>,
    text: OnceCell<String>,
}

impl<'a> Words<'a> {
    /// A text that is there.
    pub(in crate::cli) fn of(text: &str) -> Self {
        Self {
            file: None,
            text: OnceCell::from(text.to_owned()),
        }
    }

    /// The text of a file.
    pub(super) fn in_file(file_system: &'a dyn FileSystem, path: &'a Path) -> Self {
        Self {
            file: Some((file_system, path)),
            text: OnceCell::new(),
        }
    }

    /// The text; nothing where the file cannot be read any more.
    pub(in crate::cli) fn text(&self) -> &str {
        self.text.get_or_init(|| {
            let read = self.file.map(|(disk, path)| read_text(disk, path));
            read.and_then(Result::ok)
                .map_or(String::new(), |(text, _)| text)
        })
    }
}
