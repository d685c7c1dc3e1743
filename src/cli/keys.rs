//! `planerka keys`: which keys do what, the user's changes included.

use std::io::Write;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::locale::Texts;
use crate::store::document::{DocumentFault, read_text};
use crate::store::file_system::RealFileSystem;
use crate::tui::keymap::{FILE_NAME, Keymap};
use crate::tui::model::{Action, context};

use super::output::Report;
use super::output::{DONE, Failure, Format, Outcome, print_json, stdout};
use super::start::default_keymap;
use super::{Common, start};

/// The column the texts begin in, when the keys leave room.
const KEYS_WIDTH: usize = 20;

pub(super) fn run(format: Format, common: &Common, texts: &Texts) -> Outcome {
    let (path, _source) = start::place(common);
    let path = path.join(FILE_NAME);
    let default = default_keymap()?;
    let keymap = match read_text(&RealFileSystem::private(), &path) {
        Ok((text, _)) => match default.overlaid(&text, Action::INFO) {
            Ok(keymap) => keymap,
            Err(error) => {
                let report = Report::of_keymap(texts, &path, &text, &error);
                return Err(Failure::Report(Box::new(report)));
            }
        },
        Err(error) if error.fault == DocumentFault::Unreadable(std::io::ErrorKind::NotFound) => {
            default
        }
        Err(error) => return Err(error.into()),
    };
    if format.json {
        print_json(&as_json(&keymap, texts))?;
    } else {
        print(&keymap, texts)?;
    }
    Ok(DONE)
}

fn as_json(keymap: &Keymap, texts: &Texts) -> Value {
    let mut list = Vec::new();
    for context in context::ALL {
        for binding in keymap.bindings(context) {
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            list.push(json!({
                "action": binding.action,
                "context": context,
                "keys": keys,
                "text": texts.get(&format!("action-{}", binding.action)),
            }));
        }
    }
    list.into()
}

fn print(keymap: &Keymap, texts: &Texts) -> std::io::Result<()> {
    let mut output = stdout();
    writeln!(output, "{}", texts.get("keys-layouts"))?;
    for context in context::ALL {
        let bindings = keymap.bindings(context);
        if bindings.iter().all(|binding| binding.keys.is_empty()) {
            continue;
        }
        let name = texts.get(&format!("context-{context}"));
        writeln!(output, "\n{name} ({context})")?;
        for binding in bindings.iter().filter(|binding| !binding.keys.is_empty()) {
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            let keys = keys.join("  ");
            let gap = " ".repeat(KEYS_WIDTH.saturating_sub(keys.width()).max(2));
            let text = texts.get(&format!("action-{}", binding.action));
            writeln!(output, "  {keys}{gap}{text}  ({})", binding.action)?;
        }
    }
    output.flush()
}
