//! Documents of the first form: `plan.ron`, three levels with numbers for keys. Read in place.

use super::{Activity, Document, DocumentKey, Heading, Node, NodeKey, Requisites};
use crate::domain::plan::Plan;
use crate::domain::safe_text::SafeText;

/// The key of the document of the first form.
pub const FIRST_FORM: &str = "plan";

/// What the first form calls its levels, which are those of its file.
pub(super) const LEVELS: [&str; 2] = ["Направление", "Системообразующее мероприятие"];

/// A key of the first form; a number of it always is one.
fn key(number: &str) -> NodeKey {
    number.parse().unwrap_or_default()
}

impl From<Plan> for Document {
    fn from(plan: Plan) -> Self {
        let mut content = Vec::new();
        for direction in plan.directions {
            let mut measures = Vec::new();
            for measure in direction.measures {
                let activities = measure.activities.into_iter().map(|activity| {
                    let number = activity.id.to_string();
                    Node::Activity(Activity {
                        key: key(&number),
                        number: SafeText::from(number),
                        title: activity.title,
                        responsible_subject: activity.responsible_subject,
                        executors: activity.executors,
                        term: activity.term,
                        read_as: SafeText::default(),
                        result: activity.result,
                        other: Vec::new(),
                    })
                });
                let number = measure.number.to_string();
                measures.push(Node::Heading(Heading {
                    key: key(&number),
                    number: SafeText::from(number),
                    title: measure.title,
                    children: activities.collect(),
                    ..Heading::default()
                }));
            }
            let number = direction.number.to_string();
            content.push(Node::Heading(Heading {
                key: key(&number),
                number: SafeText::from(number),
                title: direction.title,
                children: measures,
                ..Heading::default()
            }));
        }
        let order = plan.document;
        Self {
            format: Self::FORMAT,
            key: FIRST_FORM.parse::<DocumentKey>().unwrap_or_default(),
            short: SafeText::default(),
            requisites: Requisites {
                kind: order.kind,
                issuer: order.issuer,
                date: Some(order.date),
                number: order.number,
                place: order.place,
                title: order.title,
                plan_title: order.plan_title,
                amends: order.amends.unwrap_or_default(),
                basis: SafeText::default(),
            },
            taken_on_control: None,
            period: Some(plan.period),
            levels: Vec::new(),
            point: SafeText::default(),
            controller: SafeText::default(),
            content,
            indicators: plan.indicators,
            glossary: plan.glossary,
            abbreviations: plan.abbreviations,
        }
    }
}
