//! Which papers a command asks for.

use std::collections::BTreeSet;

use super::approved::ApprovedReader;
use super::{
    CardArgs, DutiesArgs, EditionArgs, ExecutionArgs, ExtractArgs, PaperArgs, PaperCommand,
    ParticipantsArgs, ReportArgs, VersionArgs,
};
use crate::domain::date::{Date, Span};
use crate::domain::meeting::MeetingState;
use crate::domain::search::Index;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::discipline::AsOf;
use crate::domain::workspace::{Groups, Workspace};
use crate::locale::Texts;
use crate::paper::{Request, executors};

/// The papers, in the order they are written; the message when there are none.
pub(super) fn requests(
    approved: &mut ApprovedReader<'_>,
    command: &PaperCommand,
    today: Date,
) -> Result<Vec<Request>, String> {
    let (workspace, texts) = (approved.workspace, approved.texts);
    if let PaperCommand::Card(CardArgs { activity, paper }) = command {
        let day = paper.date.unwrap_or(today);
        let activities = match activity {
            Some(typed) => workspace.activities_called(typed),
            None => workspace
                .activities()
                .map(|(activity, _)| activity.key)
                .collect(),
        };
        return Ok(activities
            .into_iter()
            .map(|id| Request::Card(id, day))
            .collect());
    }
    match command {
        PaperCommand::Execution(ExecutionArgs { document, paper })
        | PaperCommand::Document(ExecutionArgs { document, paper }) => {
            let is_of_execution = matches!(command, PaperCommand::Execution(_));
            let day = paper.date.unwrap_or(today);
            let known = workspace.documents().iter().map(|document| document.key);
            return Ok(known
                .filter(|key| document.is_none_or(|wanted| wanted == *key))
                .chain(document.filter(|wanted| workspace.document(*wanted).is_none()))
                .map(|key| {
                    if is_of_execution {
                        Request::Execution(key, day)
                    } else {
                        Request::Document(key, day)
                    }
                })
                .collect());
        }
        PaperCommand::Edition(args) => return editions(workspace, args, texts),
        PaperCommand::Participants(ParticipantsArgs { point, paper }) => {
            let day = paper.date.unwrap_or(today);
            let mut events = match point {
                Some(typed) => workspace.activities_called(typed),
                None => workspace
                    .activities()
                    .map(|(activity, _)| workspace.event_of(activity.key))
                    .filter(|key| workspace.has_participants(*key))
                    .collect(),
            };
            let mut seen = BTreeSet::new();
            events.retain(|key| seen.insert(*key));
            return Ok(events
                .into_iter()
                .map(|key| Request::Participants(workspace.event_of(key), day))
                .collect());
        }
        PaperCommand::Duties(args) => return duties(workspace, args, today, texts),
        PaperCommand::Control(paper) => {
            return Ok(vec![Request::Control(paper.date.unwrap_or(today))]);
        }
        _ => {}
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
        requests.extend(requests_for(approved, command, day, today)?);
    }
    Ok(requests)
}

/// What one has to do by all documents; without a name, everybody who has something to do.
fn duties(
    workspace: &Workspace,
    args: &DutiesArgs,
    today: Date,
    texts: &Texts,
) -> Result<Vec<Request>, String> {
    let day = args.paper.date.unwrap_or(today);
    let Some(typed) = &args.subject else {
        let owed = workspace.duties(day, Groups::Expanded);
        let all = workspace.subjects().iter();
        let busy = all.filter(|it| owed.counts(&it.id).open > 0);
        return Ok(busy.map(|it| Request::Duties(it.id.clone(), day)).collect());
    };
    let registry = workspace.subjects();
    let exact = registry
        .get(&SubjectId(typed.clone()))
        .or_else(|| registry.find(typed));
    if let Some(known) = exact {
        return Ok(vec![Request::Duties(known.id.clone(), day)]);
    }
    let hits = Index::of_subjects(registry).search(typed);
    let hits: Vec<_> = hits.best_first().collect();
    let names: Vec<&str> = hits
        .iter()
        .map(|hit| workspace.short_name(&hit.id))
        .collect();
    match hits.as_slice() {
        [] => Err(texts.with("papers-no-subject", &[("name", typed.clone().into())])),
        [only] => Ok(vec![Request::Duties(only.id.clone(), day)]),
        _ => Err(texts.with(
            "papers-several-subjects",
            &[
                ("name", typed.clone().into()),
                ("names", names.join("; ").into()),
            ],
        )),
    }
}

/// The editions that were adopted: all, those that count from a day, or the newest; of one document
/// or of any.
fn editions(
    workspace: &Workspace,
    args: &EditionArgs,
    texts: &Texts,
) -> Result<Vec<Request>, String> {
    let document = match &args.document {
        None => None,
        Some(name) => {
            let known = workspace.document_called(name);
            let said = || texts.with("edition-no-document", &[("name", name.clone().into())]);
            Some(known.ok_or_else(said)?)
        }
    };
    let mut adopted = workspace.adopted();
    adopted.retain(|it| document.is_none_or(|key| it.document == key));
    if let Some(day) = args.paper.date {
        adopted.retain(|it| it.from == day);
    } else if !args.paper.all {
        adopted = adopted.split_off(adopted.len().saturating_sub(1));
    }
    if adopted.is_empty() && !args.paper.all {
        return Err(match args.paper.date {
            Some(day) => texts.with(
                "papers-no-edition-from",
                &[("date", texts.date_full(day).into())],
            ),
            None => texts.get("papers-no-editions"),
        });
    }
    let papers = adopted.into_iter().map(|it| Request::Edition {
        act: it.act,
        document: it.document,
        from: it.from,
    });
    Ok(papers.collect())
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
    approved: &mut ApprovedReader<'_>,
    command: &PaperCommand,
    day: Date,
    today: Date,
) -> Result<Vec<Request>, String> {
    let (workspace, texts) = (approved.workspace, approved.texts);
    Ok(match command {
        PaperCommand::Minutes(VersionArgs { version, .. }) => vec![match version {
            Some(version) => Request::MinutesVersion(day, *version),
            None => Request::Minutes(day),
        }],
        PaperCommand::Tactical(VersionArgs { version, .. }) => vec![match version {
            Some(version) => Request::TacticalPlanVersion(day, *version),
            None => Request::TacticalPlan(day),
        }],
        PaperCommand::Changes(VersionArgs { version, paper }) => {
            let meeting = workspace.ledger().meeting(day);
            let last = meeting.map_or(0, |it| it.version + u32::from(it.is_open()));
            match version {
                Some(version) => vec![Request::Changes(day, *version)],
                None if last > 1 => vec![Request::Changes(day, last)],
                None if paper.all => Vec::new(),
                None => {
                    let date = texts.date_full(day);
                    return Err(texts.with("papers-one-version", &[("date", date.into())]));
                }
            }
        }
        PaperCommand::Agenda(_) => vec![Request::Agenda(day)],
        PaperCommand::Extract(ExtractArgs { subject, .. }) => {
            approved.read_for(&Request::Minutes(day));
            let Some(name) = subject else {
                return Ok(executors(day, workspace, &approved.read)
                    .into_iter()
                    .map(|id| Request::Extract(day, id))
                    .collect());
            };
            let known = workspace
                .subjects()
                .iter()
                .find(|one| one.id.0 == *name)
                .or_else(|| workspace.subjects().find(name))
                .ok_or_else(|| texts.with("papers-no-subject", &[("name", name.clone().into())]))?;
            vec![Request::Extract(day, known.id.clone())]
        }
        PaperCommand::Card(_)
        | PaperCommand::Execution(_)
        | PaperCommand::Document(_)
        | PaperCommand::Edition(_)
        | PaperCommand::Participants(_)
        | PaperCommand::Duties(_)
        | PaperCommand::Control(_) => Vec::new(),
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
