//! `planerka agenda`: what the meeting of a day deals with, why, and what was left aside. The
//! recorded agenda of a meeting that was opened, a proposal for one that was not.

use std::io::Write;
use std::path::PathBuf;

use chrono::{Datelike, Weekday};
use clap::Args;
use serde_json::{Value, json};

use crate::domain::agenda::{AgendaLine, ItemKey, Section};
use crate::domain::date::Date;
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::workspace::{Standing, Workspace};
use crate::locale::Texts;
use crate::paper::Format;

use super::of_document::{OfDocument, is_of};
use super::output::{DONE, Outcome, message, print_json, stdout};
use super::papers::{self, PaperArgs, PaperCommand};
use super::{Common, json, start};

/// Arguments of the command.
#[derive(Debug, Clone, Args)]
pub struct AgendaArgs {
    /// The day of the meeting; without it the one the program would offer.
    #[arg(long, value_name = "DATE")]
    pub date: Option<Date>,
    /// Of which document alone.
    #[command(flatten)]
    pub of: OfDocument,
    /// JSON in place of text.
    #[arg(long)]
    pub json: bool,
    /// The agenda as a paper to send, in these formats.
    #[arg(
        long = "format",
        short = 'f',
        value_name = "FORMAT",
        value_delimiter = ','
    )]
    pub formats: Vec<Format>,
    /// Where the papers go.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Letterhead of DOCX for this time.
    #[arg(long, requires = "formats", value_name = "FILE")]
    pub letterhead: Option<PathBuf>,
    /// Replace files that differ without asking; copies are kept.
    #[arg(long, requires = "formats")]
    pub replace: bool,
}

struct Agenda<'a> {
    workspace: &'a Workspace,
    texts: &'a Texts,
    date: Date,
    meeting: Option<&'a Meeting>,
    lines: Vec<AgendaLine>,
    aside: Vec<AgendaLine>,
}

pub(super) fn run(args: &AgendaArgs, common: &Common, texts: &Texts) -> Outcome {
    if !args.formats.is_empty() {
        let paper = PaperArgs {
            date: args.date,
            formats: args.formats.clone(),
            output: args.output.clone(),
            letterhead: args.letterhead.clone(),
            all: false,
            replace: args.replace,
        };
        return papers::run(common, &PaperCommand::Agenda(paper), texts);
    }
    let session = start::open_read_only(common, texts)?;
    let workspace = &session.workspace;
    let date = args
        .date
        .unwrap_or_else(|| workspace.meeting_to_offer(session.today));
    let weekday = Weekday::from(workspace.settings().weekday);
    let next = workspace.next_meeting_to_hold(date);
    if date.weekday() != weekday && next != date {
        message(&texts.with(
            "agenda-not-that-weekday",
            &[
                ("date", texts.date_full(date).into()),
                ("weekday", texts.weekday_long(date.weekday()).into()),
                ("next", texts.date_weekday_full(next).into()),
            ],
        ));
    }
    let mut agenda = Agenda::new(workspace, texts, date);
    let only = args.of.only(workspace, date, texts)?;
    if let Some(document) = only.document {
        let is_own = |line: &AgendaLine| is_of(workspace, line.item, document);
        agenda.lines.retain(is_own);
        agenda.aside.retain(is_own);
    }
    if let Some(who) = &only.controller {
        let controlled = workspace.controlled_by(who);
        let is_own = |line: &AgendaLine| controlled.item(line.item);
        agenda.lines.retain(is_own);
        agenda.aside.retain(is_own);
    }
    if args.json {
        print_json(&agenda.json())?;
    } else {
        agenda.print()?;
    }
    Ok(DONE)
}

impl<'a> Agenda<'a> {
    fn new(workspace: &'a Workspace, texts: &'a Texts, date: Date) -> Self {
        let proposal = workspace.propose_agenda(date);
        let meeting = workspace.ledger().meeting(date);
        let (lines, aside) = match meeting {
            None => (proposal.chosen, proposal.aside),
            Some(meeting) => {
                let mut aside = proposal.chosen;
                aside.extend(proposal.aside);
                aside.retain(|line| meeting.line(line.item).is_none());
                (meeting.agenda.clone(), aside)
            }
        };
        Self {
            workspace,
            texts,
            date,
            meeting,
            lines,
            aside,
        }
    }

    /// The name of the agenda's state, and its words.
    fn state(&self) -> (&'static str, String) {
        let texts = self.texts;
        let Some(meeting) = self.meeting else {
            return ("proposal", texts.get("agenda-proposal"));
        };
        let number = [("number", self.workspace.expected_number(self.date).into())];
        match &meeting.state {
            MeetingState::Open => ("open", texts.with("agenda-open", &number)),
            MeetingState::Finished => ("finished", texts.with("agenda-finished", &number)),
            MeetingState::NotHeld { reason, moved_to } => {
                ("not-held", texts.not_held(reason, *moved_to))
            }
        }
    }

    fn minutes(&self, line: &AgendaLine) -> u16 {
        line.minutes
            .unwrap_or(self.workspace.settings().item_minutes)
    }

    fn planned(&self) -> u32 {
        self.lines
            .iter()
            .map(|line| u32::from(self.minutes(line)))
            .sum()
    }

    fn standing(&self, line: &AgendaLine) -> Option<Standing> {
        match line.item {
            ItemKey::Activity(activity) => self.workspace.standing(activity, self.date),
            ItemKey::Assignment(_) | ItemKey::Topic(_) => None,
        }
    }

    fn title(&self, line: &AgendaLine) -> String {
        match &line.title {
            Some(title) => title.to_string(),
            None => self.workspace.item_title(self.date, line.item).to_string(),
        }
    }

    fn json(&self) -> Value {
        let (state, words) = self.state();
        let lines = |lines: &[AgendaLine]| -> Value {
            lines.iter().map(|line| self.line_json(line)).collect()
        };
        json!({
            "date": self.date,
            "state": { "kind": state, "text": words },
            "minutes": self.meeting.map(|_| self.workspace.expected_number(self.date)),
            "planned_minutes": self.planned(),
            "duration": self.workspace.settings().duration,
            "items": lines(&self.lines),
            "aside": lines(&self.aside),
        })
    }

    fn line_json(&self, line: &AgendaLine) -> Value {
        let texts = self.texts;
        let (kind, item) = match line.item {
            ItemKey::Activity(id) => ("activity", id.to_string()),
            ItemKey::Assignment(id) => ("assignment", id.to_string()),
            ItemKey::Topic(id) => ("topic", id.to_string()),
        };
        let reasons: Vec<Value> = line
            .reasons
            .iter()
            .map(|reason| json::tagged(reason, texts.reason(reason)))
            .collect();
        let standing = self.standing(line);
        let status = standing.as_ref().and_then(|found| found.status.as_ref());
        json!({
            "kind": kind,
            "item": item,
            "title": self.title(line),
            "section": json::name(&line.section),
            "section_text": texts.section(line.section),
            "reasons": reasons,
            "due": standing.as_ref().and_then(|found| found.due),
            "status": json::status(status, texts),
            "speaker": line.speaker.as_ref().map(|id| self.workspace.short_name(id)),
            "minutes": self.minutes(line),
        })
    }

    fn print(&self) -> std::io::Result<()> {
        let mut output = stdout();
        let texts = self.texts;
        let (_, state) = self.state();
        writeln!(
            output,
            "{}",
            texts.with(
                "agenda-head",
                &[
                    ("date", texts.date_weekday_full(self.date).into()),
                    ("state", state.into()),
                ],
            )
        )?;
        writeln!(
            output,
            "{}",
            texts.with(
                "agenda-size",
                &[
                    ("items", self.lines.len().into()),
                    ("minutes", self.planned().into()),
                    ("duration", self.workspace.settings().duration.into()),
                ],
            )
        )?;
        for section in Section::ALL {
            let lines = self.lines.iter().filter(|line| line.section == section);
            self.print_lines(&mut output, &texts.section(section), lines)?;
        }
        let heading = texts.with("agenda-aside", &[("n", self.aside.len().into())]);
        self.print_lines(&mut output, &heading, self.aside.iter())?;
        output.flush()
    }

    fn print_lines<'l>(
        &self,
        output: &mut dyn Write,
        heading: &str,
        lines: impl Iterator<Item = &'l AgendaLine>,
    ) -> std::io::Result<()> {
        for (place, line) in lines.enumerate() {
            if place == 0 {
                writeln!(output, "\n{heading}")?;
            }
            let number = match line.item {
                ItemKey::Activity(id) => self.workspace.point_or_dash(id),
                ItemKey::Assignment(_) | ItemKey::Topic(_) => "•".to_owned(),
            };
            let weight = self.workspace.weight_of(self.date, line.item);
            let mut reasons = crate::message::why(self.texts, self.workspace, line, &weight);
            let standing = self.standing(line);
            if let Some((status, happened)) =
                standing.and_then(|found| Some((found.status?, found.happened)))
            {
                reasons.push(self.texts.status_on(&status, happened));
            }
            writeln!(output, "  {number:<7} {}", self.title(line))?;
            writeln!(output, "          {}", reasons.join("; "))?;
        }
        Ok(())
    }
}
