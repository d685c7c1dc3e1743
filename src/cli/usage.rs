//! The command line in the user's language: help, and what is wrong with the arguments.
//!
//! clap understands the arguments; its texts are English only, so help is laid out by templates
//! of `cli.ftl` and errors are put into words by their kind.

use std::error::Error as _;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::builder::{Resettable, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Args as _, Command, CommandFactory, FromArgMatches};

use crate::domain::date::Date;
use crate::locale::Texts;
use crate::message;
use crate::paper::{Format, Kind};

use super::{Cli, Common, typed_date};

/// The exit code for a command line that is not understood.
const MISUSE: u8 = 2;

/// What is printed in place of running: help, or what is wrong.
#[derive(Debug)]
pub(super) struct Stop {
    text: String,
    code: u8,
}

impl Stop {
    /// Prints it: asked-for help to stdout, messages to stderr.
    pub(super) fn print(&self) -> ExitCode {
        // A reader that has left is no failure.
        let _ = if self.code == 0 {
            io::stdout().lock().write_all(self.text.as_bytes())
        } else {
            io::stderr().lock().write_all(self.text.as_bytes())
        };
        ExitCode::from(self.code)
    }
}

/// Whether the version is all that is asked for: no file has to be read to say it.
pub(super) fn is_version_alone(arguments: &[OsString]) -> bool {
    matches!(arguments, [_, asked] if asked == "--version" || asked == "-V")
}

/// Prints the version as clap does.
pub(super) fn print_version() -> ExitCode {
    let text = format!("planerka {}\n", env!("CARGO_PKG_VERSION"));
    Stop { text, code: 0 }.print()
}

/// Understands the arguments of a process; `clock` is the day of the clock.
pub(super) fn parse(arguments: &[OsString], texts: &Texts, clock: Date) -> Result<Cli, Stop> {
    let today = typed_date::today(arguments, clock);
    if let Some(common) = without_command(arguments, today) {
        return Ok(Cli {
            common,
            command: None,
        });
    }
    let mut command = typed_date::taught(command(texts), today);
    command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches))
        .map_err(|error| stop(&error, texts))
}

/// The options of a command line that has nothing else: most starts are such, and the whole command
/// line with its help takes longer to put together than the screen does.
fn without_command(arguments: &[OsString], today: Date) -> Option<Common> {
    let options = Common::augment_args(Command::new("planerka"))
        .disable_help_flag(true)
        .disable_version_flag(true);
    let matches = typed_date::taught(options, today)
        .try_get_matches_from(arguments)
        .ok()?;
    Common::from_arg_matches(&matches).ok()
}

/// The whole command line with help in the user's language.
pub(super) fn command(texts: &Texts) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let root = Cli::command().disable_version_flag(true).arg(version);
    let after = texts.get("cli-after");
    localised(root, "planerka", texts).after_help(StyledStr::from(after))
}

fn localised(command: Command, path: &str, texts: &Texts) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let has_positionals = command.get_positionals().next().is_some();
    let mut command = command
        .about(StyledStr::from(texts.get(&format!("cli-about-{path}"))))
        .long_about(Resettable::Reset)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .mut_args(|arg| {
            let help = StyledStr::from(help_of(path, arg.get_id().as_str(), texts));
            arg.help(help).long_help(Resettable::Reset)
        })
        .help_template(StyledStr::from(template(
            !names.is_empty(),
            has_positionals,
            texts,
        )));
    for name in names {
        let below = if path == "planerka" {
            name.clone()
        } else {
            format!("{path}-{name}")
        };
        command = command.mut_subcommand(name, |command| localised(command, &below, texts));
    }
    command
}

/// The help of an argument: of this command alone, or of the argument wherever it stands.
fn help_of(path: &str, argument: &str, texts: &Texts) -> String {
    let own = format!("cli-help-{path}-{argument}");
    if let ("formats", Some(kind)) = (argument, Kind::commanded(path)) {
        let formats: Vec<&str> = kind.formats().into_iter().map(Format::extension).collect();
        texts.with(
            "cli-help-formats",
            &[("formats", formats.join(", ").into())],
        )
    } else if texts.has(&own) {
        texts.get(&own)
    } else {
        texts.get(&format!("cli-help-{argument}"))
    }
}

fn template(has_commands: bool, has_positionals: bool, texts: &Texts) -> String {
    let part = |is_there: bool, heading: String, content: &str| {
        is_there.then(|| format!("{heading}:\n{{{content}}}\n"))
    };
    let parts = [
        Some(format!(
            "{{about}}\n\n{}: {{usage}}\n",
            texts.get("cli-usage")
        )),
        part(has_commands, texts.get("cli-commands"), "subcommands"),
        part(has_positionals, texts.get("cli-arguments"), "positionals"),
        Some(format!(
            "{}:\n{{options}}{{after-help}}\n",
            texts.get("cli-options")
        )),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn stop(error: &clap::Error, texts: &Texts) -> Stop {
    let code = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => 0,
        _ => MISUSE,
    };
    let text = match error.kind() {
        ErrorKind::DisplayVersion => error.render().to_string(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            error
                .render()
                .to_string()
                // clap's own words in the line of usage.
                .replace("[OPTIONS]", &texts.get("cli-usage-options"))
                .replace("[COMMAND]", &texts.get("cli-usage-command"))
                .replace("<COMMAND>", &texts.get("cli-usage-command-needed"))
                .trim_end()
                .to_owned()
                + "\n"
        }
        _ => format!(
            "planerka: {}\n{}\n",
            in_words(error, texts),
            texts.get("usage-see-help")
        ),
    };
    Stop { text, code }
}

fn in_words(error: &clap::Error, texts: &Texts) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let argument = || context(ContextKind::InvalidArg).replace("...", "");
    let value = || context(ContextKind::InvalidValue);
    let maybe = |kind: ContextKind| {
        let suggested = context(kind);
        if suggested.is_empty() {
            String::new()
        } else {
            format!(
                " {}",
                texts.with("usage-maybe", &[("suggested", suggested.into())])
            )
        }
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            texts.with("usage-unknown-argument", &[("argument", argument().into())])
                + &maybe(ContextKind::SuggestedArg)
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            texts.with("usage-unknown-command", &[("name", name.into())])
                + &maybe(ContextKind::SuggestedSubcommand)
        }
        ErrorKind::InvalidValue if value().is_empty() => {
            texts.with("usage-missing-value", &[("argument", argument().into())])
        }
        ErrorKind::InvalidValue => texts.with(
            "usage-bad-value",
            &[
                ("value", value().into()),
                ("argument", argument().into()),
                ("known", context(ContextKind::ValidValue).into()),
            ],
        ),
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            texts.with(
                "usage-bad-value-because",
                &[
                    ("value", value().into()),
                    ("argument", argument().into()),
                    ("why", reason(&why, texts).into()),
                ],
            )
        }
        ErrorKind::MissingRequiredArgument => {
            texts.with("usage-missing-argument", &[("argument", argument().into())])
        }
        ErrorKind::MissingSubcommand => texts.get("usage-missing-command"),
        ErrorKind::ArgumentConflict => {
            texts.with("usage-conflict", &[("argument", argument().into())])
        }
        ErrorKind::InvalidUtf8 => texts.get("usage-not-utf8"),
        _ => texts.with("usage-other", &[("error", error.kind().to_string().into())]),
    }
}

/// Why a value will not do: the types of the domain say it in English.
fn reason(why: &str, texts: &Texts) -> String {
    if why.contains("is not a language of the interface") {
        return texts.get("usage-languages");
    }
    if why.contains("is no format") {
        return texts.get("usage-no-format");
    }
    if why.ends_with("is no key of a document") {
        return texts.get("usage-no-document-key");
    }
    if why.ends_with("is no role of a column") {
        return texts.get("usage-no-role");
    }
    // The standard library's words for a number that is none, or too large, or missing.
    if ["invalid digit", "number too large", "parse integer"]
        .iter()
        .any(|words| why.contains(words))
    {
        return texts.get("usage-no-number");
    }
    if why.contains("has no =") {
        return texts.get("usage-no-pair");
    }
    if why == typed_date::NOT_A_DATE {
        return texts.get("usage-dates");
    }
    if why.contains("the period ends before it begins") {
        return texts.get("rule-span");
    }
    message::rule(texts, why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn every_command_and_argument_has_help_in_both_languages() {
        fn walk(command: &Command, missing: &mut Vec<String>) {
            let about = command.get_about().map(ToString::to_string);
            missing.extend(about.filter(|text| text.starts_with("cli-")));
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string);
                missing.extend(help.filter(|text| text.starts_with("cli-")));
            }
            for below in command.get_subcommands() {
                walk(below, missing);
            }
        }
        for language in Language::ALL {
            let mut missing = Vec::new();
            walk(&command(&Texts::new(language)), &mut missing);
            assert_eq!(missing, Vec::<String>::new(), "{language}");
        }
    }

    #[test]
    fn the_help_of_a_paper_lists_the_formats_it_has_and_no_others() {
        let root = command(&Texts::new(Language::Ru));
        let mut papers = 0;
        for below in root.get_subcommands() {
            let arguments = below.get_arguments();
            let help = arguments
                .filter(|argument| argument.get_id() == "formats")
                .find_map(|argument| argument.get_help().map(ToString::to_string));
            let Some(help) = help else { continue };
            let kind = Kind::commanded(below.get_name()).unwrap();
            let words: Vec<&str> = help.split([' ', ',', ';', ':']).collect();
            for format in Format::ALL {
                let is_listed = words.contains(&format.extension());
                let exists = kind.formats().contains(&format);
                assert_eq!(is_listed, exists, "{} {format}: {help}", below.get_name());
            }
            papers += 1;
        }
        assert!(papers >= 10, "commands that write papers: {papers}");
    }

    #[test]
    fn the_command_line_is_well_formed() {
        command(&Texts::new(Language::Ru)).debug_assert();
    }
}
