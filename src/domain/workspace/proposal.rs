//! The agenda a meeting is opened with: what has a reason, by weight, as far as the hour goes
//! (design.md 7).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::agenda::{AgendaLine, ItemKey, Proposal, Reason, Section};
use super::super::date::Date;
use super::super::meeting::{Meeting, MeetingState};
use super::super::subject::SubjectId;
use super::Workspace;

/// From this weight on a line gets twice the minutes of an ordinary one.
const HEAVY: u32 = 60;

/// What is compared of two lines of a section: weight, the body that answers, date, place in the
/// plan.
type Order = (Reverse<u32>, Option<ItemKey>, Option<Date>, ItemKey);

impl Workspace {
    /// Everything that has a reason to be dealt with at the meeting of a day, split by what fits
    /// into its time: the weightiest of every section first, routine in a block of its own that
    /// takes no time, and of what is silent as much as the settings allow.
    pub(super) fn find_proposal(&self, date: Date) -> Proposal {
        if let Some(of_the_day) = self.otherwise_on(date) {
            return of_the_day.find_proposal(date);
        }
        let settings = &self.settings().agenda;
        let mut lines = self.agenda_candidates(date);
        let scale = self.scale(&lines, date);
        let totals: BTreeMap<ItemKey, u32> = lines
            .iter()
            .filter(|_| settings.by_weight)
            .map(|line| (line.item, self.weigh(line, date, &scale).total()))
            .collect();
        for line in &mut lines {
            if settings.consent && self.is_routine(line, date) {
                line.section = Section::Routine;
                line.minutes = Some(0);
            } else if line.minutes.is_none()
                && totals.get(&line.item).is_some_and(|total| *total >= HEAVY)
            {
                line.minutes = Some(self.settings().item_minutes.saturating_mul(2));
            }
        }
        let bodies = self.first_lines(&lines);
        let order = |line: &AgendaLine| -> Order {
            if !settings.by_weight {
                return (Reverse(0), None, earliest(line), line.item);
            }
            let total = match line.section {
                // The longest silence first, whoever it is.
                Section::Silent => silence(line),
                Section::Routine => 0,
                _ => totals.get(&line.item).copied().unwrap_or(0),
            };
            let body = self.answers_for(line.item);
            let place = body.and_then(|body| bodies.get(&body).copied());
            (Reverse(total), place, earliest(line), line.item)
        };
        lines.sort_by_cached_key(|line| (line.section.urgency(), order(line)));
        let mut proposal = self.filled(lines, date);
        proposal
            .chosen
            .sort_by_cached_key(|line| (line.section, order(line)));
        proposal
    }

    /// What fits into the hour, of lines in the order of their urgency.
    fn filled(&self, lines: Vec<AgendaLine>, date: Date) -> Proposal {
        let limit = u32::from(self.settings().duration);
        let mut silent_left = self.settings().agenda.silent_limit;
        let mut lines = lines;
        // What was on an agenda for its silence, and nobody got to, lets those go first that were
        // on none, or longer ago: every silent line has its turn.
        lines.sort_by_cached_key(|line| (line.section.urgency(), self.last_turn(line, date)));
        let mut planned = 0;
        let mut proposal = Proposal::default();
        for line in lines {
            let with = planned + u32::from(line.minutes.unwrap_or(self.settings().item_minutes));
            let is_silent = line.section == Section::Silent;
            // What is too long for the rest of the hour leaves its place to what is shorter.
            if with <= limit && (!is_silent || silent_left > 0) {
                planned = with;
                silent_left -= u16::from(is_silent);
                proposal.chosen.push(line);
            } else {
                proposal.aside.push(line);
            }
        }
        proposal
    }

    /// The last meeting that had a silent line on its agenda for its silence.
    fn last_turn(&self, line: &AgendaLine, date: Date) -> Option<Date> {
        if line.section != Section::Silent {
            return None;
        }
        let mut before = self.ledger().meetings().range(..date).rev();
        let had_it = |meeting: &Meeting| {
            let known = meeting.line(line.item);
            meeting.state == MeetingState::Finished
                && known.is_some_and(|known| known.section == Section::Silent)
        };
        let last = before.find(|(_, meeting)| had_it(meeting));
        last.map(|(day, _)| *day)
    }

    /// The first line of every body in the order of the plan: bodies stand in its order.
    fn first_lines(&self, lines: &[AgendaLine]) -> BTreeMap<SubjectId, ItemKey> {
        let mut first: BTreeMap<SubjectId, ItemKey> = BTreeMap::new();
        for line in lines {
            if let Some(body) = self.answers_for(line.item) {
                let known = first.entry(body).or_insert(line.item);
                *known = line.item.min(*known);
            }
        }
        first
    }
}

fn silence(line: &AgendaLine) -> u32 {
    let weeks = line.reasons.iter().find_map(|reason| match reason {
        Reason::Silent { weeks } => Some(*weeks),
        _ => None,
    });
    u32::try_from(weeks.unwrap_or(0)).unwrap_or(0)
}

fn earliest(line: &AgendaLine) -> Option<Date> {
    line.reasons.iter().filter_map(Reason::date).min()
}

#[cfg(test)]
mod tests;
