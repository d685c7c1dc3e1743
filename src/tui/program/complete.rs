//! Names of files, completed in the field that asks for one.

use std::path::{Path, PathBuf};

use super::Program;
use crate::tui::model::prompt::PromptState;
use crate::tui::model::{Notice, Overlay};
use crate::tui::widget::line_editor::LineEditor;

/// How the names of files end that can hold a plan, or can be told of.
const KINDS: [&str; 15] = [
    "docx", "odt", "xlsx", "xlsm", "xls", "ods", "html", "htm", "csv", "tsv", "txt", "md", "doc",
    "rtf", "pdf",
];

/// The most names that are said.
const MOST: usize = 12;

impl Program {
    /// Completes the name as far as it is the only one; the names there are are said.
    pub(super) fn complete_path(&mut self) {
        let Some(Overlay::Prompt(state)) = self.model.overlays.last_mut() else {
            return;
        };
        let typed = state.editor.text();
        let names = names(&typed);
        put(state, &typed, &shared(&names));
        self.model.notice = Some(match names.as_slice() {
            [] => Notice::warning(self.model.texts.get("prompt-no-such-file")),
            [_] => return,
            _ => {
                let shown: Vec<&str> = names.iter().take(MOST).map(String::as_str).collect();
                let more = if names.len() > MOST { " · …" } else { "" };
                Notice::done(format!("{}{more}", shown.join(" · ")))
            }
        });
    }
}

/// The directory and the beginning of a name in a path that is typed.
fn split(typed: &str) -> (&str, &str) {
    let at = typed.rfind(['/', std::path::MAIN_SEPARATOR]);
    at.map_or(("", typed), |at| typed.split_at(at + 1))
}

/// The directories and readable files whose names begin like this, in order; hidden ones only when
/// a point is typed.
fn names(typed: &str) -> Vec<String> {
    let (folder, begun) = split(typed);
    let folder = PathBuf::from(if folder.is_empty() { "." } else { folder });
    let begun = begun.to_lowercase();
    let listed = std::fs::read_dir(&folder);
    let mut names: Vec<String> = listed
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_directory = folder.join(&name).is_dir();
            let is_kind = Path::new(&name)
                .extension()
                .is_some_and(|end| KINDS.iter().any(|kind| end.eq_ignore_ascii_case(kind)));
            let fits = name.to_lowercase().starts_with(&begun)
                && (begun.starts_with('.') || !name.starts_with('.'))
                && (is_directory || is_kind);
            fits.then(|| if is_directory { name + "/" } else { name })
        })
        .collect();
    names.sort_unstable();
    names
}

/// What all names begin with.
fn shared(names: &[String]) -> String {
    let Some(first) = names.first() else {
        return String::new();
    };
    first
        .chars()
        .enumerate()
        .take_while(|(at, one)| names.iter().all(|name| name.chars().nth(*at) == Some(*one)))
        .map(|(_, one)| one)
        .collect()
}

fn put(state: &mut PromptState, typed: &str, name: &str) {
    let (folder, begun) = split(typed);
    if name.is_empty() || name.chars().count() < begun.chars().count() {
        return;
    }
    let limit = state.editor.limit();
    state.editor = LineEditor::one_line(limit).with_text(&format!("{folder}{name}"));
    state.error = None;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_completed_as_far_as_it_is_the_only_one() {
        let place = tempfile::tempdir().unwrap();
        for name in [
            "План 2024.docx",
            "План 2025.xlsx",
            "план.exe",
            ".скрытый.docx",
        ] {
            std::fs::write(place.path().join(name), "").unwrap();
        }
        std::fs::create_dir(place.path().join("архив")).unwrap();
        let typed = |name: &str| names(&format!("{}/{name}", place.path().display()));
        assert_eq!(typed("пл"), ["План 2024.docx", "План 2025.xlsx"]);
        assert_eq!(shared(&typed("пл")), "План 202");
        assert_eq!(typed("а"), ["архив/"]);
        assert_eq!(typed(".с"), [".скрытый.docx"]);
        assert!(typed("нет").is_empty());
        assert_eq!(shared(&[]), "");
    }
}
