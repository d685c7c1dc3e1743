//! Which papers a command asks for.

use super::{CardArgs, ExtractArgs, PaperArgs, PaperCommand, ReportArgs};
use crate::domain::date::{Date, Span};
use crate::domain::meeting::MeetingState;
use crate::domain::workspace::Workspace;
use crate::domain::workspace::discipline::AsOf;
use crate::locale::Texts;
use crate::paper::Request;

/// The papers, in the order they are written; the message when there are none.
pub(super) fn requests(
    workspace: &Workspace,
    command: &PaperCommand,
    today: Date,
    texts: &Texts,
) -> Result<Vec<Request>, String> {
    if let PaperCommand::Card(CardArgs { activity, paper }) = command {
        let day = paper.date.unwrap_or(today);
        let activities = workspace.activities().map(|(activity, _)| activity.id);
        return Ok(activities
            .filter(|id| activity.is_none_or(|wanted| wanted == *id))
            .map(|id| Request::Card(id, day))
            .collect());
    }
    let of_meeting = !matches!(command, PaperCommand::Agenda(_) | PaperCommand::Report(_));
    let mut requests = Vec::new();
    // No report on a period, which has meetings that were not held in it as well.
    let needs_a_meeting = !matches!(command, PaperCommand::Report(_));
    for day in days(workspace, command.args(), today, texts, command)? {
        if of_meeting && workspace.ledger().meeting(day).is_none() {
            let date = texts.date_full(day);
            return Err(texts.with("papers-not-opened", &[("date", date.into())]));
        }
        if needs_a_meeting
            && let Some(MeetingState::NotHeld { reason, moved_to }) = workspace
                .ledger()
                .meeting(day)
                .map(|meeting| &meeting.state)
        {
            let date = texts.date_full(day);
            let state = texts.not_held(reason, *moved_to);
            return Err(texts.with(
                "papers-not-held",
                &[("date", date.into()), ("state", state.into())],
            ));
        }
        requests.extend(requests_for(workspace, command, day, today, texts)?);
    }
    Ok(requests)
}

fn days(
    workspace: &Workspace,
    args: &PaperArgs,
    today: Date,
    texts: &Texts,
    command: &PaperCommand,
) -> Result<Vec<Date>, String> {
    let held: Vec<Date> = workspace
        .ledger()
        .meetings()
        .values()
        .filter(|meeting| !matches!(meeting.state, MeetingState::NotHeld { .. }))
        .map(|meeting| meeting.date)
        .collect();
    if args.all {
        return match command {
            // One report a month, not one a meeting.
            PaperCommand::Report(_) => {
                let mut months: Vec<Date> = held.iter().map(|day| day.start_of_month()).collect();
                months.dedup();
                Ok(months)
            }
            _ => Ok(held),
        };
    }
    let day = match (args.date, command) {
        (Some(day), _) => Some(day),
        (None, PaperCommand::Agenda(_)) => Some(workspace.meeting_to_offer(today)),
        (None, PaperCommand::Report(_)) => Some(today),
        (None, _) => held.last().copied(),
    };
    day.map(|day| vec![day])
        .ok_or_else(|| texts.get("papers-no-meeting"))
}

fn requests_for(
    workspace: &Workspace,
    command: &PaperCommand,
    day: Date,
    today: Date,
    texts: &Texts,
) -> Result<Vec<Request>, String> {
    Ok(match command {
        PaperCommand::Minutes(_) => vec![Request::Minutes(day)],
        PaperCommand::Tactical(_) => vec![Request::TacticalPlan(day)],
        PaperCommand::Agenda(_) => vec![Request::Agenda(day)],
        PaperCommand::Extract(ExtractArgs { subject, .. }) => match subject {
            Some(name) => {
                let known = workspace
                    .subjects()
                    .iter()
                    .find(|one| one.id.0 == *name)
                    .or_else(|| workspace.subjects().find(name))
                    .ok_or_else(|| {
                        texts.with("papers-no-subject", &[("name", name.clone().into())])
                    })?;
                vec![Request::Extract(day, known.id.clone())]
            }
            None => extracts(workspace, day),
        },
        PaperCommand::Card(_) => Vec::new(),
        PaperCommand::Report(ReportArgs { to, as_of, paper }) => {
            let period = match (to, paper.date) {
                (Some(to), Some(from)) => Span::new(from, *to),
                (Some(to), None) => Span::new(to.start_of_month(), *to),
                _ => Span::new(day.start_of_month(), day.end_of_month()),
            };
            let period = period.ok_or_else(|| texts.get("papers-period"))?;
            let as_of =
                as_of.map_or_else(|| AsOf::end_of(period, today), |day| AsOf::day(day, today));
            vec![Request::Report(period, as_of)]
        }
    })
}

/// An extract for every executor the minutes of a day name.
fn extracts(workspace: &Workspace, day: Date) -> Vec<Request> {
    let mut requests = Vec::new();
    let minutes = workspace.minutes(day);
    let items = minutes.iter().flat_map(|minutes| &minutes.items);
    for name in items
        .flat_map(|item| &item.decided)
        .flat_map(|one| &one.executors)
    {
        if let Some(subject) = workspace.subjects().find(name) {
            let request = Request::Extract(day, subject.id.clone());
            if !requests.contains(&request) {
                requests.push(request);
            }
        }
    }
    requests
}
