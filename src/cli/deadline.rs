//! `planerka deadline`: how a wording is read, when it is due, what every word was taken for.
//! Prints only; reading is the domain's, texts are the locale's.

use std::io::{self, BufRead, Write};

use clap::Args;
use serde_json::{Value, json};

use crate::domain::calendar::{Calendar, Source};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::date_words::format as format_date;
use crate::domain::deadline::{
    Certainty, Conventions, Kind, Occurrence, Reading, Role, occurrences, read_with,
};
use crate::domain::plan::Plan;
use crate::domain::safe_text::SafeText;
use crate::domain::settings::Settings;
use crate::locale::Texts;

pub use super::typed_date::period;

use super::output::{DONE, Outcome};
use super::{Common, start};
use chrono::Datelike;

/// More windows than this are shown by their ends; `--json` has them all.
const SHOWN: usize = 12;

/// Arguments of the command.
#[derive(Args, Clone, Debug, Default)]
pub struct DeadlineArgs {
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// Show what every word was taken for.
    #[arg(long)]
    pub explain: bool,
    /// Period of the plan: two dates (2023-01-01..2024-12-31) or years (2023..2024, 2024).
    #[arg(long, value_name = "A..B", value_parser = period)]
    pub period: Option<Span>,
    /// Day of the order: what repeats and ended before it is left out of the due dates.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// Wordings, one an argument; without any they are read from the input, one a line.
    #[arg(value_name = "WORDING")]
    pub wordings: Vec<String>,
}

/// What the command works with.
pub struct Surroundings<'s> {
    /// The plan's period, used when the arguments name none.
    pub period: Span,
    /// The day of the order, used when the arguments name neither day nor period.
    pub from: Date,
    /// Today, for the next occurrence.
    pub today: Date,
    /// The agreed choices.
    pub conventions: &'s Conventions,
    /// Working days.
    pub calendar: &'s Calendar,
    /// Texts of the interface.
    pub texts: &'s Texts,
}

/// `planerka deadline`: the plan says which years and from which day.
pub(super) fn command(args: &DeadlineArgs, common: &Common, texts: &Texts) -> Outcome {
    let opened = start::open(common, true, texts)?;
    let mut directory = opened.directory;
    let plan: Plan = directory.load_document("plan.ron")?;
    let settings: Settings = directory.load_document("settings.ron")?;
    let surroundings = Surroundings {
        period: plan.period,
        from: plan.document.date,
        today: start::today(common),
        conventions: &settings.deadlines,
        calendar: &settings.calendar,
        texts,
    };
    // Line by line: another program may wait for the answer to one before it sends the next.
    run(
        args,
        &surroundings,
        &mut io::stdin().lock(),
        &mut io::stdout().lock(),
    )?;
    Ok(DONE)
}

/// Reads wordings and prints how they are read.
pub fn run(
    args: &DeadlineArgs,
    surroundings: &Surroundings<'_>,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<()> {
    let command = Command { args, surroundings };
    if !args.wordings.is_empty() {
        return args
            .wordings
            .iter()
            .try_for_each(|wording| command.print(wording, output));
    }
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let wording = text.trim_end_matches(['\n', '\r']);
        if !wording.trim().is_empty() {
            command.print(wording, output)?;
        }
        line.clear();
    }
    Ok(())
}

struct Command<'c> {
    args: &'c DeadlineArgs,
    surroundings: &'c Surroundings<'c>,
}

impl Command<'_> {
    fn print(&self, wording: &str, output: &mut dyn Write) -> io::Result<()> {
        let surroundings = self.surroundings;
        let period = self.args.period.unwrap_or(surroundings.period);
        let reading = read_with(
            wording,
            period,
            surroundings.conventions,
            surroundings.calendar,
        );
        let from = self.args.from.unwrap_or(if self.args.period.is_some() {
            period.first
        } else {
            surroundings.from
        });
        let found = occurrences(
            &reading,
            from,
            surroundings.conventions,
            surroundings.calendar,
        );
        if self.args.json {
            writeln!(output, "{}", self.json(wording, &reading, &found))
        } else {
            self.plain(wording, &reading, &found, output)
        }
    }

    fn text(&self, id: &str) -> String {
        self.surroundings.texts.get(id)
    }

    /// Reasons and notes in words, in one line.
    fn note(&self, reading: &Reading) -> String {
        let mut parts: Vec<String> = Vec::new();
        if reading.kind == Kind::Unread {
            parts.push(self.text("deadline-could-not-read"));
        }
        if let Certainty::Assumed { reasons, .. } = &reading.certainty {
            parts.extend(
                reasons
                    .iter()
                    .map(|reason| self.text(&format!("deadline-reason-{}", reason.id()))),
            );
        }
        parts.extend(
            reading
                .notes
                .iter()
                .map(|note| self.text(&format!("deadline-note-{}", note.id()))),
        );
        parts.join("; ")
    }

    fn json(&self, wording: &str, reading: &Reading, found: &[Occurrence]) -> Value {
        let spans = |spans: &[Span]| -> Value {
            spans
                .iter()
                .map(|span| json!([span.first, span.last]))
                .collect()
        };
        let time = reading.time.map(|time| {
            json!({
                "from": time.from.map(|clock| clock.to_string()),
                "to": time.to.map(|clock| clock.to_string()),
                "zone": time.moscow.then_some("MSK"),
            })
        });
        let (reasons, alternatives) = match &reading.certainty {
            Certainty::Assumed {
                reasons,
                alternatives,
            } => (reasons.as_slice(), alternatives.as_slice()),
            _ => (&[][..], &[][..]),
        };
        let alternatives: Vec<Value> = alternatives
            .iter()
            .map(|other| json!({ "kind": other.kind, "windows": spans(&other.windows) }))
            .collect();
        let unread: Vec<&str> = reading
            .unread()
            .filter_map(|span| wording.get(span))
            .collect();
        let occurrences: Vec<Value> = found
            .iter()
            .map(|one| json!({ "start": one.window.first, "end": one.window.last, "due": one.due }))
            .collect();
        let mut object = json!({
            "text": wording,
            "kind": reading.kind,
            "windows": spans(&reading.windows),
            "time": time,
            "certain": reading.is_certain(),
            "note": self.note(reading),
            "reasons": reasons,
            "alternatives": alternatives,
            "relative": reading.relative,
            "unread": unread,
            "occurrences": occurrences,
        });
        if self.args.explain
            && let Some(object) = object.as_object_mut()
        {
            let words: Vec<Value> = reading
                .words
                .iter()
                .map(|word| {
                    json!({
                        "text": wording.get(word.span.clone()),
                        "start": word.span.start,
                        "end": word.span.end,
                        "role": word.role,
                    })
                })
                .collect();
            object.insert("words".to_owned(), words.into());
        }
        object
    }

    fn plain(
        &self,
        wording: &str,
        reading: &Reading,
        found: &[Occurrence],
        output: &mut dyn Write,
    ) -> io::Result<()> {
        writeln!(output, "«{}»", SafeText::line(wording))?;
        let kind = serde_json::to_value(reading.kind)
            .ok()
            .and_then(|kind| kind.as_str().map(str::to_owned))
            .unwrap_or_default();
        let sure = match reading.certainty {
            Certainty::Exact => "deadline-exact",
            Certainty::Assumed { .. } => "deadline-assumed",
            Certainty::Unread => "deadline-unread",
        };
        let kind = self.text(&format!("deadline-kind-{kind}"));
        writeln!(output, "  {kind} · {}", self.text(sure))?;
        let note = self.note(reading);
        if !note.is_empty() {
            writeln!(output, "  {note}")?;
        }
        if let Some(time) = reading.time {
            let ends = [time.from, time.to].map(|clock| clock.map(|clock| clock.to_string()));
            let said: Vec<String> = ends.into_iter().flatten().collect();
            writeln!(
                output,
                "  {} {}",
                self.text("deadline-time"),
                said.join("–")
            )?;
        }
        for (index, one) in found.iter().enumerate() {
            if found.len() > SHOWN && (SHOWN / 2..found.len() - SHOWN / 2).contains(&index) {
                if index == SHOWN / 2 {
                    let hidden = (found.len() - SHOWN).to_string();
                    let more = self
                        .surroundings
                        .texts
                        .with("deadline-more", &[("count", hidden.into())]);
                    writeln!(output, "    {more}")?;
                }
                continue;
            }
            writeln!(output, "    {}", self.occurrence(one))?;
        }
        self.plain_end(reading, found, output)?;
        if self.args.explain {
            self.explain(wording, reading, output)?;
        }
        Ok(())
    }

    fn occurrence(&self, one: &Occurrence) -> String {
        let window = span_text(one.window);
        let due = one.due.map_or_else(
            // A single day may have working days beside it that it does not move to.
            || {
                let alone = one.window.first == one.window.last;
                self.text(if alone {
                    "deadline-no-due-day"
                } else {
                    "deadline-no-due"
                })
            },
            |due| {
                self.surroundings
                    .texts
                    .with("deadline-due", &[("date", format_date(due).into())])
            },
        );
        format!("{window:<23}  {due}")
    }

    /// The other readings, the next occurrence, and years without a decreed calendar.
    fn plain_end(
        &self,
        reading: &Reading,
        found: &[Occurrence],
        output: &mut dyn Write,
    ) -> io::Result<()> {
        if let Certainty::Assumed { alternatives, .. } = &reading.certainty {
            for other in alternatives {
                let shown: Vec<String> = other
                    .windows
                    .iter()
                    .take(3)
                    .copied()
                    .map(span_text)
                    .collect();
                let dots = if other.windows.len() > 3 { ", …" } else { "" };
                let windows = if shown.is_empty() {
                    self.text("deadline-no-dates")
                } else {
                    shown.join(", ") + dots
                };
                let line = self
                    .surroundings
                    .texts
                    .with("deadline-or", &[("windows", windows.into())]);
                writeln!(output, "  {line}")?;
            }
        }
        let today = self.surroundings.today;
        let next = found
            .iter()
            .filter_map(|one| one.due)
            .find(|due| *due >= today);
        if let Some(next) = next.filter(|_| found.len() > 1) {
            let line = self
                .surroundings
                .texts
                .with("deadline-next", &[("date", format_date(next).into())]);
            writeln!(output, "  {line}")?;
        }
        let mut years: Vec<i32> = found
            .iter()
            .filter_map(|one| one.due)
            .map(|due| due.year())
            .collect();
        years.dedup();
        for year in years {
            let known = match self.surroundings.calendar.source(year) {
                Source::Decreed => None,
                Source::Predicted => Some("deadline-calendar-predicted"),
                Source::Weekends => Some("deadline-calendar-weekends"),
            };
            if let Some(id) = known {
                let line = self
                    .surroundings
                    .texts
                    .with(id, &[("year", year.to_string().into())]);
                writeln!(output, "  {line}")?;
            }
        }
        Ok(())
    }

    fn explain(&self, wording: &str, reading: &Reading, output: &mut dyn Write) -> io::Result<()> {
        for word in &reading.words {
            let text = SafeText::line(wording.get(word.span.clone()).unwrap_or_default());
            if text.is_empty() || (word.role == Role::Separator && !text.contains('(')) {
                continue;
            }
            let role = self.text(&format!("deadline-role-{}", word.role.id()));
            writeln!(output, "    {text} — {role}")?;
        }
        Ok(())
    }
}

fn span_text(span: Span) -> String {
    if span.first == span.last {
        format_date(span.first)
    } else {
        format!("{}–{}", format_date(span.first), format_date(span.last))
    }
}
