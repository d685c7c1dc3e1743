//! `planerka themes`: the themes there are, and which one is in effect.

use std::io::Write;

use serde_json::{Value, json};

use crate::locale::Texts;
use crate::tui::theme::EMBEDDED;

use super::output::{DONE, Format, Outcome, print_json, stdout};
use super::{Common, start};

pub(super) fn run(format: Format, common: &Common, texts: &Texts) -> Outcome {
    let ground = start::look(common, texts)?;
    let chosen = match &common.theme {
        Some(name) => name.clone(),
        None => ground.workspace.settings().theme.to_string(),
    };
    if format.json {
        let list: Value = EMBEDDED
            .iter()
            .map(|(name, _)| {
                json!({
                    "name": name,
                    "text": texts.get(&format!("theme-{name}")),
                    "chosen": *name == chosen,
                })
            })
            .collect();
        print_json(&list)?;
        return Ok(DONE);
    }
    let mut output = stdout();
    for (name, _) in EMBEDDED {
        let mark = if *name == chosen { "*" } else { " " };
        let text = texts.get(&format!("theme-{name}"));
        writeln!(output, "{mark} {name:<20} {text}")?;
    }
    output.flush()?;
    Ok(DONE)
}
