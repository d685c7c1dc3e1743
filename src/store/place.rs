//! Where in a file something was found: path, line, column and the line itself, safe to show.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::domain::safe_text::SafeText;

/// Letters shown before the column, when the line is long.
const BEFORE: usize = 60;
/// Letters shown altogether.
const SHOWN: usize = 120;

/// The name of a file within a directory, with `/` on every system, as documents are named
/// everywhere; one that lies elsewhere keeps its whole path.
pub fn name_within(directory: &Path, path: &Path) -> String {
    let Ok(within) = path.strip_prefix(directory) else {
        return path.display().to_string();
    };
    let parts: Vec<_> = within.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// A place in a file. Lines and columns count from 1, columns count characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// The line; 0 when the whole file is meant.
    pub line: usize,
    /// The column; 0 when the whole line is meant.
    pub column: usize,
    /// The line, or the part of a long one around the column.
    pub excerpt: SafeText,
    /// How many characters of the excerpt stand before the column: where a caret goes.
    pub caret: usize,
}

impl Place {
    /// A file as a whole.
    pub fn file(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            line: 0,
            column: 0,
            excerpt: SafeText::default(),
            caret: 0,
        }
    }

    /// A line and column of a text.
    pub fn in_text(path: &Path, text: &str, line: usize, column: usize) -> Self {
        let source = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        Self::in_line(path, source, line, column)
    }

    /// A column of a known line.
    pub fn in_line(path: &Path, source: &str, line: usize, column: usize) -> Self {
        let before = column.saturating_sub(1).min(source.chars().count());
        let skipped = before.saturating_sub(BEFORE);
        let part = |from: usize, count: usize| {
            SafeText::new(&source.chars().skip(from).take(count).collect::<String>())
        };
        Self {
            path: path.to_owned(),
            line,
            column,
            excerpt: part(skipped, SHOWN),
            caret: part(skipped, before - skipped).chars().count(),
        }
    }

    /// The same place in a file at another path.
    #[must_use]
    pub fn at(mut self, path: &Path) -> Self {
        path.clone_into(&mut self.path);
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.line > 0 && self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_the_column_also_behind_escaped_characters() {
        let place = Place::in_text(Path::new("plan.ron"), "(\n  имя:\t\u{1b}x,\n", 2, 9);
        assert_eq!(place.excerpt.as_str(), "  имя: ␛x,");
        assert_eq!(place.caret, 8);
        assert_eq!(place.to_string(), "plan.ron:2:9");
    }

    #[test]
    fn a_long_line_is_cut_around_the_column() {
        let line = "я".repeat(1000);
        let place = Place::in_text(Path::new("a"), &line, 1, 500);
        assert_eq!(place.excerpt.chars().count(), SHOWN);
        assert_eq!(place.caret, BEFORE);
    }
}
