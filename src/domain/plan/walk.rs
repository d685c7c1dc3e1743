//! Ways through the plan: rows with their parents, and finding by number.

use super::{Activity, ActivityId, Direction, Measure, MeasureId, Plan};

/// One row of the plan's tree, in the order's sequence, with all that stands above it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlanRow<'plan> {
    /// A direction.
    Direction(&'plan Direction),
    /// A measure under its direction.
    Measure(&'plan Direction, &'plan Measure),
    /// An activity under its measure and direction.
    Activity(&'plan Direction, &'plan Measure, &'plan Activity),
}

impl Plan {
    /// All rows of the tree, from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = PlanRow<'_>> {
        self.directions.iter().flat_map(|direction| {
            let below = direction.measures.iter().flat_map(move |measure| {
                let activities = measure
                    .activities
                    .iter()
                    .map(move |activity| PlanRow::Activity(direction, measure, activity));
                std::iter::once(PlanRow::Measure(direction, measure)).chain(activities)
            });
            std::iter::once(PlanRow::Direction(direction)).chain(below)
        })
    }

    /// All measures in the order's sequence.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.directions
            .iter()
            .flat_map(|direction| &direction.measures)
    }

    /// All activities in the order's sequence.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.measures().flat_map(|measure| &measure.activities)
    }

    /// The direction with this number.
    pub fn direction(&self, number: u8) -> Option<&Direction> {
        self.directions
            .iter()
            .find(|direction| direction.number == number)
    }

    /// The measure with this number.
    pub fn measure(&self, id: MeasureId) -> Option<&Measure> {
        self.direction(id.direction)?
            .measures
            .iter()
            .find(|measure| measure.number == id)
    }

    /// The activity with this number.
    pub fn activity(&self, id: ActivityId) -> Option<&Activity> {
        self.measure(id.measure_id())?
            .activities
            .iter()
            .find(|activity| activity.id == id)
    }
}
