//! The indicators as they stand on a day: values, how they change, what is missing to the target,
//! and whose value is due by the rhythm of the document.

use super::super::agenda::{AgendaLine, ItemKey, Reason, Section};
use super::super::date::Date;
use super::super::document::Document;
use super::super::fold::fold;
use super::super::indicator::topic::{asked_by, asking_for};
use super::super::indicator::{Amount, Goal, Measured, Rhythm};
use super::super::meeting::Meeting;
use super::super::minutes::ValueRecord;
use super::super::plan::Indicator;
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::super::tactical_plan::IndicatorLine;
use super::Workspace;

/// An indicator as it stands on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IndicatorView {
    /// Its number in the document.
    pub number: u8,
    /// What is measured.
    pub name: SafeText,
    /// What is to be reached, in the words of the document.
    pub target: SafeText,
    /// The number in it; nothing where the words name none.
    pub goal: Option<Goal>,
    /// How often it is measured.
    pub rhythm: Rhythm,
    /// All values up to the day, the oldest first.
    pub values: Vec<(Date, Measured)>,
    /// The end of the stretch whose value nobody has taken.
    pub due: Option<Date>,
}

impl IndicatorView {
    /// The last value and its day.
    pub fn last(&self) -> Option<&(Date, Measured)> {
        self.values.last()
    }

    /// How the last value differs from the one before it; nothing before there are two.
    pub fn change(&self) -> Option<Amount> {
        let (_, last) = self.last()?;
        let (_, before) = self.values.iter().rev().nth(1)?;
        let difference = last.amount.hundredths() - before.amount.hundredths();
        Some(Amount::of_hundredths(difference))
    }

    /// What is missing to the target by the last value, zero when it is reached.
    pub fn missing(&self) -> Option<Amount> {
        let (_, last) = self.last()?;
        Some(self.goal.as_ref()?.distance(last.amount))
    }

    /// What is counted: «%», «человек»; empty where the target does not say.
    pub fn unit(&self) -> &str {
        self.goal.as_ref().map_or("", |goal| goal.unit.as_str())
    }
}

impl Workspace {
    /// The indicators of the document the meeting is about, as they stand on a day.
    pub fn indicator_views(&self, day: Date) -> Vec<IndicatorView> {
        let all = self.indicators().iter();
        all.map(|one| self.indicator_view(one, day)).collect()
    }

    /// One of them.
    pub fn indicator_view(&self, indicator: &Indicator, day: Date) -> IndicatorView {
        let measured = self.ledger().measured(indicator.number).into_iter();
        let values: Vec<(Date, Measured)> = measured
            .flat_map(|all| all.range(..=day))
            .map(|(on, value)| (*on, value.clone()))
            .collect();
        let rhythm = Rhythm::of(&indicator.method);
        let last = values.last().map(|(on, _)| *on);
        let document = self.main_document();
        let due = document
            .filter(|document| self.off_control(document, day).is_none())
            .and_then(|document| {
                let begins = document.begins().unwrap_or(Date::MIN);
                let ended = rhythm.due(day, begins, last)?;
                (ended <= document.span().last).then_some(ended)
            });
        IndicatorView {
            number: indicator.number,
            name: indicator.name.clone(),
            target: indicator.target.clone(),
            goal: Goal::read(&indicator.target),
            rhythm,
            values,
            due,
        }
    }

    /// The indicators whose value is asked for on a day, in the order of the document: what was due
    /// before there was a record is asked of nobody.
    pub fn due_indicators(&self, day: Date) -> Vec<IndicatorView> {
        self.due_by(day, self.record_begins(day))
    }

    /// The same of a day that may be still to come.
    pub(super) fn due_by(&self, day: Date, record_begins: Date) -> Vec<IndicatorView> {
        let mut due = self.indicator_views(day);
        due.retain(|view| view.due.is_some_and(|ended| ended >= record_begins));
        due
    }

    /// The indicators as papers print them; none while nothing was measured and nothing is due.
    pub fn indicator_table(&self, day: Date) -> Vec<IndicatorLine> {
        let mut views = self.indicator_views(day);
        let begins = self.record_begins(day);
        for view in &mut views {
            view.due = view.due.filter(|ended| *ended >= begins);
        }
        if views
            .iter()
            .all(|it| it.values.is_empty() && it.due.is_none())
        {
            return Vec::new();
        }
        let line = |view: &IndicatorView| {
            let last = view.last();
            let said = |cell: fn(&Measured) -> &SafeText| {
                last.map(|(_, known)| cell(known).clone())
                    .unwrap_or_default()
            };
            IndicatorLine {
                number: view.number,
                name: view.name.clone(),
                target: view.target.clone(),
                unit: view.unit().into(),
                value: last.map(|(on, known)| (*on, known.amount)),
                change: view.change(),
                missing: view.missing(),
                source: said(|it| &it.source),
                note: said(|it| &it.note),
                due: view.due,
            }
        };
        views.iter().map(line).collect()
    }

    /// The lines they have on the agenda of a day.
    pub(super) fn indicator_lines(&self, day: Date) -> Vec<AgendaLine> {
        let due = self.due_indicators(day).into_iter();
        due.filter_map(|view| {
            let ended = view.due?;
            let number = view.number;
            let mut line = AgendaLine::new(
                asking_for(number, ended),
                Section::Values,
                Reason::ValueDue { number, ended },
            );
            line.title = Some(view.name);
            // A value is told, not discussed.
            line.minutes = Some(1);
            Some(line)
        })
        .collect()
    }

    /// The indicator an item of an agenda asks for, and for which day; nothing for other items.
    pub fn item_indicator(&self, item: ItemKey) -> Option<(&Indicator, Date)> {
        let (number, ended) = asked_by(item)?;
        let mut known = self.indicators().iter();
        Some((known.find(|it| it.number == number)?, ended))
    }

    /// Whether the value an item asks for is still to be taken; nothing for other items.
    pub(super) fn is_value_due(&self, item: ItemKey, day: Date) -> Option<bool> {
        let (_, ended) = asked_by(item)?;
        let found = self.item_indicator(item);
        Some(found.is_some_and(|(it, _)| self.indicator_view(it, day).due == Some(ended)))
    }

    /// The value an item of the meeting of a day asked for, where it was taken there.
    pub fn value_at(&self, date: Date, item: ItemKey) -> Option<ValueRecord> {
        let meeting = self.ledger().meeting(date)?;
        let value = self.value_taken(meeting, item)?;
        self.is_considered(date, item).then_some(value)
    }

    /// The value an item asks for as it was taken at a meeting; nothing for other items.
    pub(super) fn value_taken(&self, meeting: &Meeting, item: ItemKey) -> Option<ValueRecord> {
        let (indicator, _) = self.item_indicator(item)?;
        let known = self.ledger().measured(indicator.number)?;
        let value = known.get(&meeting.date)?;
        let goal = Goal::read(&indicator.target);
        Some(ValueRecord {
            day: meeting.date,
            amount: value.amount,
            unit: SafeText::from(goal.map(|goal| goal.unit).unwrap_or_default()),
            source: value.source.clone(),
            note: value.note.clone(),
        })
    }

    /// Who collects the values of an indicator: the bodies its method names, else the secretary of
    /// the meeting. Nobody is guessed.
    pub fn measured_by(&self, number: u8) -> Vec<SubjectId> {
        let mut known = self.indicators().iter();
        let Some(indicator) = known.find(|it| it.number == number) else {
            return Vec::new();
        };
        let method = fold(&indicator.method);
        let stands = |name: &str| {
            let name = fold(name);
            name.chars().count() >= 3
                && method.match_indices(&name).any(|(at, found)| {
                    let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
                    let before = method.get(..at).and_then(|it| it.chars().next_back());
                    let behind = method.get(at + found.len()..);
                    !letter(before) && !letter(behind.and_then(|it| it.chars().next()))
                })
        };
        let named: Vec<SubjectId> = self
            .subjects()
            .iter()
            .filter(|subject| subject.names().any(|name| stands(name)))
            .map(|subject| subject.id.clone())
            .collect();
        if named.is_empty() {
            return self.settings().secretary.clone().into_iter().collect();
        }
        named
    }

    /// Of which document the indicators are.
    pub fn indicators_of(&self) -> Option<&Document> {
        let document = self.main_document()?;
        (!document.indicators.is_empty()).then_some(document)
    }
}

#[cfg(test)]
mod tests;
