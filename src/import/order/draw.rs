//! From the points of a text to the draft of a document.

mod control;
mod gather;

use super::super::choice::Choice;
use super::super::draft::{Draft, Requisites};
use super::super::refusal::Refusal;
use super::super::report::{Done, PeriodBasis, Question, Report};
use super::super::requisites;
use super::super::source::Source;
use super::super::{count, number};
use super::head::{self, Head};
use super::named::{self, Names};
use super::points::{self, Point};
use super::{executor, lines, sort, term};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::{Certainty, Kind, Reason};
use crate::domain::document::references;
use crate::domain::subject::Registry;
use crate::import::taken::Defined;
use control::control_points;
use gather::Gather;

/// Proposes a document from running text.
///
/// # Errors
/// When nothing in it reads like an order or a letter, or nothing is to be done.
pub fn propose(source: &Source, choice: &Choice, known: &Registry) -> Result<Draft, Refusal> {
    let lines = lines::of(source);
    let head = head::read(&lines);
    let points = if head.is_official {
        points::of(&lines, &head)
    } else {
        Vec::new()
    };
    if !points.iter().any(super::may_be_work) {
        return Err(Refusal::NoTable);
    }
    let mut defined: Vec<Defined> = Vec::new();
    for paragraph in lines::paragraphs(&lines) {
        let text = number::split(&paragraph.text).map_or(paragraph.text.as_str(), |(_, rest)| rest);
        for one in named::defined(text) {
            if !defined.iter().any(|known| known.short == one.short) {
                defined.push(one);
            }
        }
    }
    let roles: Vec<(String, String)> = points
        .iter()
        .flat_map(|point| named::roles(&point.text, &defined))
        .collect();
    for one in &mut defined {
        if let Some((_, body)) = roles.iter().find(|(role, _)| *role == one.short) {
            one.full.clone_from(body);
        }
    }
    let names = Names::new(known, defined, &roles);
    let signature = points::signature(&lines, &head);
    let mut gather = Gather::new(&names, &head, choice);
    gather.points(&points);
    let gathered = gather.finish();
    if gathered.tasks == 0 {
        return Err(Refusal::NoTable);
    }
    let controller = controller(&points, &names, signature.as_ref());
    let mut content = gathered.content;
    control_points(&mut content, &points, &names);
    let mut requisites = of_head(&head, &points);
    requisites.controller = controller;
    let mut draft = Draft {
        requisites,
        period: None,
        levels: Vec::new(),
        content,
        columns: Vec::new(),
        subjects: Vec::new(),
        lines: gathered.lines,
        defined: names.defined,
        report: Report {
            format: source.format,
            encoding: source.encoding,
            taken: Vec::new(),
            tables: 0,
            first_row: None,
            left: Vec::new(),
            remarks: source.remarks.clone(),
            done: Vec::new(),
            questions: gathered.questions,
            period_by: PeriodBasis::Nothing,
            headings: Vec::new(),
            activities: 0,
            without_number: 0,
            unread: Vec::new(),
            assumed: Vec::new(),
            corrected: Vec::new(),
            answered: Vec::new(),
        },
    };
    settle(&mut draft, choice, known);
    Ok(draft)
}

/// Counts, reads deadlines, and finds who is named.
fn settle(draft: &mut Draft, choice: &Choice, known: &Registry) {
    let terms: Vec<String> = draft
        .activities()
        .into_iter()
        .map(|(_, activity)| activity.term.clone())
        .collect();
    let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
    let named = period(&draft.requisites, &terms);
    draft.period = named.map(|(span, _)| span);
    let begins = draft.requisites.date;
    if let Some(begins) = begins {
        in_years(&mut draft.content, begins, draft.period, &mut draft.report);
    }
    count::settle(draft, choice, named);
    let own = &draft.requisites;
    // A plan is known by its title.
    let is_plan = own.plan_title.is_some();
    if own.number.is_none() && !is_plan {
        draft.report.questions.push(Question::NoNumber);
    }
    if own.date.is_none() && !is_plan {
        draft.report.questions.push(Question::NoDate);
    }
    let cells: Vec<String> = std::iter::once(draft.requisites.controller.clone())
        .chain(
            draft
                .activities()
                .into_iter()
                .map(|(_, it)| it.executors.clone()),
        )
        .filter(|cell| !cell.is_empty())
        .collect();
    count::people(draft, choice, &cells, known);
}

/// A deadline without a year is of the first one that has not passed when the text was signed.
fn in_years(
    nodes: &mut [super::super::draft::Node],
    begins: Date,
    period: Option<Span>,
    report: &mut Report,
) {
    use super::super::draft::Node;
    use chrono::Datelike as _;
    let next = Date::new(begins.year() + 1, 12, 31).unwrap_or(begins);
    let first = Date::new(begins.year(), 1, 1).unwrap_or(begins);
    let years = Span::new(first, next).or(period);
    for node in nodes {
        let activity = match node {
            Node::Heading(heading) => {
                in_years(&mut heading.children, begins, period, report);
                continue;
            }
            Node::Activity(activity) => activity,
        };
        let (false, Some(years)) = (activity.term.is_empty(), years) else {
            continue;
        };
        let labelled = activity.reading.take();
        let said = labelled.as_deref().unwrap_or(&activity.term);
        let reading = term::reading(said, years);
        let is_yearless = matches!(&reading.certainty, Certainty::Assumed { reasons, .. }
            if reasons.contains(&Reason::EveryPlanYear));
        if is_yearless
            && matches!(reading.kind, Kind::Windows | Kind::Event)
            && let Some(window) = reading.windows.iter().find(|it| it.last >= begins)
        {
            let said = without_this_year(said);
            let with_year = format!("{said} {} г.", window.last.year());
            let again = term::reading(&with_year, years);
            if again.windows.len() == 1 && again.unread().next().is_none() {
                report.done.push(Done::ReadWithYear {
                    row: activity.spot.row,
                    term: activity.term.clone(),
                    reading: with_year.clone(),
                });
                activity.reading = Some(with_year);
            }
        }
        if let (None, Some(reading)) = (&activity.reading, labelled) {
            report.done.push(Done::ReadAsLimit {
                row: activity.spot.row,
                term: activity.term.clone(),
                reading: reading.clone(),
            });
            activity.reading = Some(reading);
        }
        let wide = Date::new(begins.year() - 5, 1, 1)
            .ok()
            .and_then(|from| Span::new(from, next))
            .unwrap_or(years);
        let read = term::reading(activity.reading.as_deref().unwrap_or(&activity.term), wide);
        let is_past = read.windows.last().is_some_and(|it| it.last < begins)
            && matches!(read.kind, Kind::Windows | Kind::Event);
        if is_past {
            report.questions.push(Question::TermBeforeDate {
                row: activity.spot.row,
                term: activity.term.clone(),
            });
        }
    }
}

/// «до 20 января т.г.»: the year of the text itself is said by its number.
fn without_this_year(term: &str) -> &str {
    let bare = ["т.г.", "т.г", "с.г.", "с.г", "текущего года"]
        .iter()
        .find_map(|said| term.strip_suffix(said));
    bare.unwrap_or(term).trim_end()
}

/// The years a text speaks of: of its title if that is a school year or a stretch, else of its
/// deadlines and its day.
fn period(own: &Requisites, terms: &[&str]) -> Option<(Span, PeriodBasis)> {
    let title = own
        .title
        .as_deref()
        .filter(|title| title.contains("учебн") || title.contains("годы") || title.contains("гг."));
    let with_title = Requisites {
        plan_title: title.map(str::to_owned).or_else(|| own.plan_title.clone()),
        ..own.clone()
    };
    requisites::period::of(&with_title, terms)
}

fn of_head(head: &Head, points: &[Point]) -> Requisites {
    let amends = head.title.as_deref().and_then(|title| {
        let rest = title.strip_prefix("О внесении изменени")?;
        let (_, of) = rest.split_once(" в ")?;
        Some(of.to_owned())
    });
    let basis = head::basis_of(&head.preamble, false).or_else(|| {
        points
            .iter()
            .filter(|point| point.is_sentence)
            .find_map(|point| head::basis_of(&point.text, true))
    });
    Requisites {
        issuer: head.issuer.clone(),
        kind: head.kind.clone(),
        date: head.date,
        number: head.number.clone(),
        plan_title: head.plan_title.clone(),
        title: head.title.clone(),
        place: head.place.clone(),
        basis: basis.filter(|basis| !references(basis).is_empty() || basis.contains('«')),
        amends,
        controller: String::new(),
    }
}

fn controller(points: &[Point], names: &Names<'_>, signature: Option<&(String, String)>) -> String {
    let mut all = points
        .iter()
        .flat_map(|point| std::iter::once(point).chain(&point.children));
    let of_whole = |point: &&Point| {
        sort::is_control(&point.text) && control::points_named(&point.text).is_empty()
    };
    let Some(point) = all.find(of_whole) else {
        return String::new();
    };
    let found = executor::controller(&point.text);
    if found.is_empty() {
        // «оставляю за собой»: the one who signed.
        return signature
            .filter(|_| point.text.contains("собой"))
            .map(|(post, name)| names.shown(&executor::signed(post, name)))
            .unwrap_or_default();
    }
    found
        .iter()
        .map(|who| names.shown(who))
        .collect::<Vec<_>>()
        .join(", ")
}
