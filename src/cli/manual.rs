//! `planerka man` and `planerka completions SHELL`: the manual page and the completions, made of
//! the very command line that is parsed, in the user's language.

use std::io::{self, Write};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::locale::Texts;

use super::output::{DONE, Outcome, stdout};
use super::usage;

/// Arguments of `completions`.
#[derive(Debug, Clone, clap::Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// Prints completions for a shell.
pub(super) fn completions(args: &CompletionsArgs, texts: &Texts) -> Outcome {
    let mut script = Vec::new();
    let mut command = usage::command(texts);
    clap_complete::generate(args.shell, &mut command, "planerka", &mut script);
    print(&script)
}

/// Prints the manual page in the form of `man`.
pub(super) fn page(texts: &Texts) -> Outcome {
    print(&render(texts)?)
}

fn print(bytes: &[u8]) -> Outcome {
    let mut output = stdout();
    output.write_all(bytes)?;
    output.flush()?;
    Ok(DONE)
}

fn render(texts: &Texts) -> io::Result<Vec<u8>> {
    let mut root = usage::command(texts);
    root.build();
    let mut page = Vec::new();
    let man = Man::new(root.clone())
        .manual(texts.get("man-manual"))
        .section("1");
    man.render_title(&mut page)?;
    let heading = |id: &str| {
        let mut roff = Roff::new();
        roff.control("SH", [texts.get(id).as_str()]);
        roff
    };

    let about = root.get_about().map(ToString::to_string);
    let mut roff = heading("man-name");
    roff.text([roman(format!("planerka - {}", about.unwrap_or_default()))]);
    roff.control("SH", [texts.get("man-synopsis").as_str()]);
    let synopsis = format!(
        " {} {}",
        texts.get("cli-usage-options"),
        texts.get("cli-usage-command")
    );
    roff.text([bold("planerka"), roman(synopsis)]);
    roff.control("SH", [texts.get("man-description").as_str()]);
    paragraphs(&mut roff, &texts.get("man-description-text"));
    roff.to_writer(&mut page)?;

    heading("man-options").to_writer(&mut page)?;
    options(root.clone(), &mut page)?;

    heading("man-commands").to_writer(&mut page)?;
    for command in root.get_subcommands() {
        commands(command, "planerka", &mut page)?;
    }

    for (name, text) in [
        ("man-files", "man-files-text"),
        ("man-environment", "man-environment-text"),
        ("man-exit", "man-exit-text"),
        ("man-see", "man-see-text"),
    ] {
        let mut roff = heading(name);
        paragraphs(&mut roff, &texts.get(text));
        roff.to_writer(&mut page)?;
    }
    Ok(page)
}

/// A command with the options of its own, and those below it.
fn commands(command: &Command, path: &str, page: &mut Vec<u8>) -> io::Result<()> {
    let path = format!("{path} {}", command.get_name());
    if command.has_subcommands() {
        for below in command.get_subcommands() {
            commands(below, &path, page)?;
        }
        return Ok(());
    }
    let mut roff = Roff::new();
    roff.control("SS", [path.as_str()]);
    let about = command.get_about().map(ToString::to_string);
    roff.text([roman(about.unwrap_or_default())]);
    roff.to_writer(page)?;
    // Those of every command stand above.
    let own = command.clone().mut_args(|arg| {
        let is_common = arg.is_global_set() || arg.get_id() == "help";
        if is_common { arg.hide(true) } else { arg }
    });
    options(own, page)
}

/// Arguments and options without a heading of their own.
fn options(command: Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut section = Vec::new();
    Man::new(command).render_options_section(&mut section)?;
    // Every part comes with definitions for the whole page, which has them from its title.
    let is_own = |line: &&[u8]| {
        !line.starts_with(b".ie ") && !line.starts_with(b".el ") && *line != b".SH OPTIONS\n"
    };
    for line in section
        .split_inclusive(|byte| *byte == b'\n')
        .filter(is_own)
    {
        page.extend_from_slice(line);
    }
    Ok(())
}

/// One paragraph a line.
fn paragraphs(roff: &mut Roff, text: &str) {
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            roff.control("PP", []);
        }
        roff.text([roman(line)]);
    }
}
