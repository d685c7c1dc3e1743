//! From the fold to the minutes.

use super::super::agenda::{AgendaLine, ItemKey, Reason, Section};
use super::super::date::Date;
use super::super::entry::EntryKind;
use super::super::fold::fold;
use super::super::ledger::{Entry, is_decision};
use super::super::meeting::{Meeting, MeetingState, Presence};
use super::super::minutes::{
    Attendance, Attendee, Head, Item, MarkRecord, Minutes, MinutesState, Question, Statement,
    VoteRecord,
};
use super::super::numbering::{Decided, NumberedQuestion, number};
use super::super::russian::{of_body, person_instead, post_instead};
use super::super::safe_text::SafeText;
use super::super::subject::{Subject, SubjectId, SubjectKind};
use super::super::vote::Vote;
use super::Workspace;

/// By the rules of which program minutes are drawn: what an earlier one approved is proved by the
/// same bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Rules {
    /// One that told no values of indicators, and of what was put off only what stood on the agenda
    /// and nothing had taken up since.
    BeforeValues,
    /// One that named the bodies people come from in the nominative.
    BeforeGenitives,
    /// This one.
    OfNow,
}

impl Workspace {
    /// The minutes of a meeting as they stand; `None` when it was never opened.
    pub fn minutes(&self, date: Date) -> Option<Minutes> {
        self.minutes_by(Rules::OfNow, date)
    }

    /// The minutes by the rules of some program.
    pub(super) fn minutes_by(&self, rules: Rules, date: Date) -> Option<Minutes> {
        if let Some(of_the_day) = self.otherwise_on(date) {
            return of_the_day.minutes_by(rules, date);
        }
        let meeting = self.ledger().meeting(date)?;
        let considered = self.considered(date);
        let numbering = self.numbering(date);
        let agenda: Vec<Question> = (1..)
            .zip(numbering.questions())
            .map(|(number, known)| Question {
                dropped: !considered.contains(&known.item),
                ..self.question(meeting, known.item, number)
            })
            .collect();
        let items: Vec<Item> = numbering
            .questions()
            .iter()
            .enumerate()
            .map(|(index, known)| self.item(rules, meeting, known, index))
            .collect();
        let is_left = |line: &&AgendaLine| !considered.contains(&line.item);
        let is_put_off = |line: &&AgendaLine| self.is_put_off(rules, meeting, line.item);
        let (mut put_off, not_considered) = meeting
            .agenda
            .iter()
            .filter(is_left)
            .partition::<Vec<_>, _>(is_put_off);
        // What is put off leaves the agenda in the same breath.
        if rules > Rules::BeforeValues {
            let dropped = meeting.dropped.iter().filter(is_left);
            put_off.extend(dropped.filter(is_put_off));
        }
        let questions = |lines: Vec<&AgendaLine>| {
            let lines = lines.into_iter();
            lines
                .map(|line| self.question_of(meeting, line, 0))
                .collect()
        };
        Some(Minutes {
            format: 1,
            head: self.head(meeting),
            attendance: self.attendance(rules, meeting),
            addressees: self.addressees(date),
            agenda,
            items,
            not_considered: questions(not_considered),
            put_off: questions(put_off),
            look: Some(self.settings().papers.clone()),
        })
    }

    /// Whether an item was put off at a meeting.
    fn is_put_off(&self, rules: Rules, meeting: &Meeting, item: ItemKey) -> bool {
        match rules {
            Rules::OfNow | Rules::BeforeGenitives => meeting.put_off.contains(&item),
            Rules::BeforeValues => self.ledger().parked().get(&item) == Some(&meeting.date),
        }
    }

    fn head(&self, meeting: &Meeting) -> Head {
        let settings = self.settings();
        let name = |id: &Option<SubjectId>| id.as_ref().map(|id| self.paper_name(id));
        Head {
            stamp: settings.papers.stamp.clone(),
            organisation: settings.organisation.clone(),
            heading: settings.heading.clone(),
            number: meeting.number,
            date: meeting.date,
            place: settings.place.clone(),
            chair: name(&settings.chair),
            chair_post: self.post_of(settings.chair.as_ref()),
            secretary: name(&settings.secretary),
            secretary_post: self.post_of(settings.secretary.as_ref()),
            state: match meeting.state {
                MeetingState::Finished => MinutesState::Approved,
                _ => MinutesState::Draft,
            },
            version: meeting.version,
            reason: meeting.reopened.last().cloned().unwrap_or_default(),
        }
    }

    fn attendance(&self, rules: Rules, meeting: &Meeting) -> Attendance {
        let members = &self.settings().members;
        let mut attendance = Attendance {
            members: members.len(),
            present: Vec::new(),
            invited: Vec::new(),
            absent: Vec::new(),
            not_recorded: Vec::new(),
        };
        for (subject, presence) in &meeting.attendance {
            let attendee = Attendee {
                from: self.body_behind_from(rules, subject, presence),
                ..self.attendee(subject, presence)
            };
            match (members.contains(subject), presence.is_present()) {
                (true, true) => attendance.present.push(attendee),
                (false, true) => attendance.invited.push(attendee),
                (_, false) => attendance.absent.push(attendee),
            }
        }
        attendance.not_recorded = members
            .iter()
            .filter(|member| meeting.presence(member).is_none())
            .map(|member| self.paper_name(member))
            .collect();
        for list in [
            &mut attendance.present,
            &mut attendance.invited,
            &mut attendance.absent,
        ] {
            list.sort_by_key(|attendee| (fold(&attendee.name), attendee.name.clone()));
        }
        attendance.not_recorded.sort_by_key(|name| fold(name));
        attendance
    }

    fn attendee(&self, id: &SubjectId, presence: &Presence) -> Attendee {
        let known = self.subject(id);
        let person = known.filter(|subject| subject.kind == SubjectKind::Person);
        let organisation = person.and_then(|person| person.organisation.as_ref());
        let deputy = match presence {
            Presence::Deputy { name } => self.subjects().find(name),
            _ => None,
        };
        let is_body = known.is_some_and(|subject| subject.kind == SubjectKind::Organisation);
        let stands_in = matches!(presence, Presence::Deputy { .. });
        Attendee {
            name: self.paper_name(id),
            presence: presence.clone(),
            post: self.post_of(Some(id)),
            organisation: organisation
                .map(|body| self.paper_name(body))
                .unwrap_or_default(),
            is_body: is_body && stands_in,
            deputy_post: deputy.and_then(|one| one.post.clone()).unwrap_or_default(),
            on_behalf: (stands_in && !is_body)
                .then(|| SafeText::from(known.and_then(on_behalf).unwrap_or_default())),
            from: None,
        }
    }

    /// The body somebody comes from as it follows «от», where its name changes there: of a person
    /// its own body, of a body that sent somebody the body itself.
    fn body_behind_from(
        &self,
        rules: Rules,
        id: &SubjectId,
        presence: &Presence,
    ) -> Option<SafeText> {
        let known = self.subject(id).filter(|_| rules == Rules::OfNow)?;
        let body = match known.kind {
            SubjectKind::Person => known.organisation.as_ref()?,
            SubjectKind::Organisation if matches!(presence, Presence::Deputy { .. }) => id,
            _ => return None,
        };
        let name = self.paper_name(body);
        let from = SafeText::from(of_body(&name).unwrap_or_default());
        (from != name).then_some(from)
    }

    /// The post of a person; nothing for bodies and posts, which are named by themselves.
    pub fn post_of(&self, id: Option<&SubjectId>) -> SafeText {
        id.and_then(|id| self.subject(id))
            .filter(|subject| subject.kind == SubjectKind::Person)
            .and_then(|subject| subject.post.clone())
            .unwrap_or_default()
    }

    fn question(&self, meeting: &Meeting, item: ItemKey, number: u32) -> Question {
        let by_hand = AgendaLine::new(item, Section::Added, Reason::ByHand);
        let line = meeting.line(item).unwrap_or(&by_hand);
        self.question_of(meeting, line, number)
    }

    fn question_of(&self, meeting: &Meeting, line: &AgendaLine, number: u32) -> Question {
        let item = line.item;
        Question {
            number,
            title: self.item_title(meeting.date, item),
            activity: self.item_activity(item),
            point: self
                .item_activity(item)
                .and_then(|key| self.paper_point(key)),
            about: self
                .item_activity(item)
                .and_then(|key| self.about_point(key)),
            section: line.section,
            reasons: line.reasons.clone(),
            speaker: line.speaker.as_ref().map(|id| self.paper_name(id)),
            dropped: false,
        }
    }

    fn item(
        &self,
        rules: Rules,
        meeting: &Meeting,
        known: &NumberedQuestion,
        index: usize,
    ) -> Item {
        let item = known.item;
        let entries: Vec<&Entry> = self.ledger().entries_of(Some(meeting.date), item).collect();
        let statements = |kind: EntryKind| {
            entries
                .iter()
                .filter(|entry| entry.content.kind == kind)
                .map(|entry| Statement {
                    speaker: entry.content.speaker.as_ref().map(|id| self.paper_name(id)),
                    text: entry.content.text.clone(),
                })
                .collect()
        };
        let numbered = (0..).zip(&known.decisions);
        Item {
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            marks: self.mark_records(meeting.date, item),
            heard: statements(EntryKind::Heard),
            spoke: statements(EntryKind::Spoke),
            decided: numbered
                .map(|(place, decided)| self.decided(meeting, *decided, number(index, place)))
                .collect(),
            votes: votes(&entries, known, index),
            opinions: statements(EntryKind::Opinion),
            value: self
                .value_taken(meeting, item)
                .filter(|_| rules > Rules::BeforeValues),
            put_off: self.is_put_off(rules, meeting, item),
        }
    }

    fn mark_records(&self, date: Date, item: ItemKey) -> Vec<MarkRecord> {
        let ItemKey::Activity(id) = item else {
            return Vec::new();
        };
        let Some((_, view)) = self.activity(id) else {
            return Vec::new();
        };
        view.occurrences
            .iter()
            .filter_map(|occurrence| {
                let first = occurrence.window.first;
                let after = self
                    .ledger()
                    .marks(id)
                    .iter()
                    .rev()
                    .find(|mark| mark.meeting == Some(date) && mark.occurrence == first)?;
                Some(MarkRecord {
                    occurrence: occurrence.window,
                    due: occurrence.due,
                    before: self
                        .mark_before(id, first, date)
                        .map(|mark| mark.status.clone()),
                    after: after.status.clone(),
                    happened: after.happened,
                })
            })
            .collect()
    }

    /// The name papers print for a subject.
    pub fn paper_name(&self, id: &SubjectId) -> SafeText {
        self.subject(id).map_or_else(
            || SafeText::from(id.0.as_str()),
            |subject| subject.short.clone(),
        )
    }
}

/// «ректора Иванову М.И.», «проректора по развитию»: somebody behind «за».
fn on_behalf(who: &Subject) -> Option<String> {
    match (who.kind, &who.post) {
        (SubjectKind::Position, _) => post_instead(&who.short),
        (SubjectKind::Person, None) => person_instead(&who.short),
        (SubjectKind::Person, Some(post)) => Some(format!(
            "{} {}",
            post_instead(post)?,
            person_instead(&who.short)?
        )),
        (SubjectKind::Organisation | SubjectKind::Group, _) => None,
    }
}

/// The votes of a question. One that stands between decisions stands behind the one before it; the
/// last one stands behind all of them, those on control too.
fn votes(entries: &[&Entry], known: &NumberedQuestion, index: usize) -> Vec<VoteRecord> {
    let place_of = |id| {
        known
            .decisions
            .iter()
            .position(|it| *it == Decided::Entry(id))
    };
    let mut votes = Vec::new();
    let mut before = None;
    for (place, entry) in entries.iter().enumerate() {
        if is_decision(entry) {
            before = Some(entry.id);
        }
        if entry.content.kind != EntryKind::Vote {
            continue;
        }
        let Some(vote) = Vote::read(&entry.content.text) else {
            continue;
        };
        let is_between = entries.iter().skip(place).any(|later| is_decision(later));
        let decided = before.filter(|_| is_between).and_then(place_of);
        votes.push(VoteRecord {
            after: decided.map_or_else(SafeText::default, |place| number(index, place)),
            in_favour: vote.in_favour,
            against: vote.against,
            abstained: vote.abstained,
        });
    }
    votes
}
