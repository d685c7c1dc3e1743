//! `planerka themes`: the themes there are, the user's own among them, and which one is in effect.

use std::io::Write;

use serde_json::{Value, json};

use crate::locale::Texts;
use crate::tui::theme::{Theme, fault_text};

use super::output::{DONE, FAULTS, Format, Outcome, message, print_json, stdout};
use super::{Common, start, tui_command};

pub(super) fn run(format: Format, common: &Common, texts: &Texts) -> Outcome {
    let mut session = start::open_read_only(common, texts)?;
    let (themes, faults) = tui_command::themes(&mut session.directory);
    let chosen = match &common.theme {
        Some(name) => name.clone(),
        None => session.workspace.settings().theme.to_string(),
    };
    if format.json {
        let list: Value = themes
            .iter()
            .map(|theme| {
                json!({
                    "name": theme.name(),
                    "text": said(theme, texts),
                    "chosen": theme.name() == chosen,
                })
            })
            .collect();
        print_json(&list)?;
    } else {
        let mut output = stdout();
        for theme in &themes {
            let name = theme.name();
            let mark = if name == chosen { "*" } else { " " };
            writeln!(output, "{mark} {name:<20} {}", said(theme, texts))?;
        }
        output.flush()?;
    }
    for fault in &faults {
        message(&fault_text(texts, fault));
    }
    Ok(if faults.is_empty() { DONE } else { FAULTS })
}

/// What a theme is, in a word or two.
fn said(theme: &Theme, texts: &Texts) -> String {
    let id = format!("theme-{}", theme.name());
    if texts.has(&id) {
        texts.get(&id)
    } else {
        texts.get("theme-own")
    }
}
