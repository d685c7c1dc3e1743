//! What can be wrong with a plan that a file's form does not catch.

use std::collections::BTreeSet;

use super::{Activity, ActivityId, MeasureId, Plan};

/// A place in the plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// The order's requisites.
    Document,
    /// A direction by its number.
    Direction(u8),
    /// A measure by its number.
    Measure(MeasureId),
    /// An activity by its number.
    Activity(ActivityId),
    /// An indicator by its number.
    Indicator(u8),
    /// A term of the glossary, counted from 1.
    Term(usize),
    /// A shortened name, counted from 1.
    Abbreviation(usize),
}

/// One fault of a plan. A plan with faults can still be shown.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PlanProblem {
    /// A field that must say something says nothing.
    #[error("{place:?}: the field {field} is empty")]
    Empty {
        /// Where.
        place: Place,
        /// The field's name in the file.
        field: &'static str,
    },
    /// A number stands a second time: marks on it would be ambiguous.
    #[error("{place:?} stands in the plan twice")]
    Twice {
        /// What.
        place: Place,
    },
    /// A number does not follow the one before it or does not fit its parent.
    #[error("{expected:?} expected, {found:?} found")]
    OutOfSequence {
        /// What the sequence asks for.
        expected: Place,
        /// What stands there.
        found: Place,
    },
    /// There is nothing under a direction or a measure, or in the plan.
    #[error("{place:?} has nothing under it")]
    Childless {
        /// Which; [`Place::Document`] is the whole plan.
        place: Place,
    },
}

impl Plan {
    /// Everything that is wrong with the plan, in its own sequence; empty when nothing is.
    pub fn problems(&self) -> Vec<PlanProblem> {
        let mut found = Findings::default();
        let document = &self.document;
        found.filled(&Place::Document, "issuer", &document.issuer);
        found.filled(&Place::Document, "kind", &document.kind);
        found.filled(&Place::Document, "number", &document.number);
        found.filled(&Place::Document, "title", &document.title);
        found.filled(&Place::Document, "plan_title", &document.plan_title);
        found.parent(&Place::Document, self.directions.is_empty());
        self.check_tree(&mut found);
        self.check_appendices(&mut found);
        found.problems
    }

    fn check_tree(&self, found: &mut Findings) {
        let mut measures = BTreeSet::new();
        let mut activities = BTreeSet::new();
        let mut directions = BTreeSet::new();
        for (direction, number) in self.directions.iter().zip(ordinals()) {
            let place = Place::Direction(direction.number);
            let first = directions.insert(direction.number);
            found.numbered(first, Place::Direction(number), &place);
            found.filled(&place, "title", &direction.title);
            found.parent(&place, direction.measures.is_empty());
            for (measure, number) in direction.measures.iter().zip(ordinals()) {
                let expected = MeasureId {
                    direction: direction.number,
                    measure: number,
                };
                let place = Place::Measure(measure.number);
                let first = measures.insert(measure.number);
                found.numbered(first, Place::Measure(expected), &place);
                found.filled(&place, "title", &measure.title);
                found.parent(&place, measure.activities.is_empty());
                for (activity, number) in measure.activities.iter().zip(ordinals()) {
                    let expected = ActivityId {
                        direction: measure.number.direction,
                        measure: measure.number.measure,
                        activity: number,
                    };
                    let first = activities.insert(activity.id);
                    let place = Place::Activity(activity.id);
                    found.numbered(first, Place::Activity(expected), &place);
                    found.activity(&place, activity);
                }
            }
        }
    }

    fn check_appendices(&self, found: &mut Findings) {
        let mut indicators = BTreeSet::new();
        for (indicator, number) in self.indicators.iter().zip(ordinals()) {
            let place = Place::Indicator(indicator.number);
            let first = indicators.insert(indicator.number);
            found.numbered(first, Place::Indicator(number), &place);
            found.filled(&place, "name", &indicator.name);
            found.filled(&place, "target", &indicator.target);
            found.filled(&place, "method", &indicator.method);
        }
        for (term, number) in self.glossary.iter().zip(1..) {
            let place = Place::Term(number);
            found.filled(&place, "term", &term.term);
            found.filled(&place, "definition", &term.definition);
        }
        for (abbreviation, number) in self.abbreviations.iter().zip(1..) {
            let place = Place::Abbreviation(number);
            found.filled(&place, "short", &abbreviation.short);
            found.filled(&place, "full", &abbreviation.full);
        }
    }
}

/// 1, 2, 3 … for as long as anybody asks; a plan of more than 255 siblings is out of sequence.
fn ordinals() -> impl Iterator<Item = u8> {
    (1..=u8::MAX).chain(std::iter::repeat(u8::MAX))
}

#[derive(Default)]
struct Findings {
    problems: Vec<PlanProblem>,
}

impl Findings {
    fn filled(&mut self, place: &Place, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            let place = place.clone();
            self.problems.push(PlanProblem::Empty { place, field });
        }
    }

    fn parent(&mut self, place: &Place, is_childless: bool) {
        if is_childless {
            let place = place.clone();
            self.problems.push(PlanProblem::Childless { place });
        }
    }

    fn numbered(&mut self, is_first: bool, expected: Place, place: &Place) {
        let place = place.clone();
        if !is_first {
            self.problems.push(PlanProblem::Twice { place });
        } else if expected != place {
            let found = place;
            self.problems
                .push(PlanProblem::OutOfSequence { expected, found });
        }
    }

    fn activity(&mut self, place: &Place, activity: &Activity) {
        self.filled(place, "title", &activity.title);
        self.filled(place, "responsible_subject", &activity.responsible_subject);
        self.filled(place, "executors", &activity.executors);
        self.filled(place, "term", &activity.term);
        self.filled(place, "result", &activity.result);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::safe_text::SafeText;

    fn plan() -> Plan {
        ron::from_str(include_str!("../../store/embedded/plan.ron")).unwrap()
    }

    #[test]
    fn the_plan_of_the_order_has_no_faults() {
        assert_eq!(plan().problems(), []);
    }

    #[test]
    fn every_fault_is_named_with_its_place() {
        let mut plan = plan();
        let measure = &mut plan.directions[0].measures[0];
        let number = measure.number;
        let first = measure.activities[0].id;
        let third = measure.activities[2].id;
        measure.activities[1].id = first;
        measure.activities.remove(3);
        measure.activities[2].term = SafeText::new(" ");
        measure.activities.truncate(4);
        plan.directions[0].measures[1].activities.clear();
        let fifth = ActivityId {
            activity: 5,
            ..third
        };
        let fourth = ActivityId {
            activity: 4,
            ..third
        };
        let childless = MeasureId {
            measure: 2,
            ..number
        };
        assert_eq!(
            plan.problems(),
            [
                PlanProblem::Twice {
                    place: Place::Activity(first)
                },
                PlanProblem::Empty {
                    place: Place::Activity(third),
                    field: "term"
                },
                PlanProblem::OutOfSequence {
                    expected: Place::Activity(fourth),
                    found: Place::Activity(fifth)
                },
                PlanProblem::Childless {
                    place: Place::Measure(childless)
                },
            ]
        );
    }
}
