//! Events with participants, as the documents set them and the journal goes on with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::date::Span;
use super::super::document::{Activity, ActivityKey, Document, DocumentKey};
use super::super::event::{Answer, Invitation, Quota, invitations};
use super::super::fold::{fold, is_in_word};
use super::super::gathering::is_gathering;
use super::super::quick::QuickMap;
use super::super::safe_text::SafeText;
use super::Workspace;

/// Beginnings of the words by which a text says that something is held.
const HELD: [&str; 6] = [
    "провод",
    "проведен",
    "провест",
    "состоит",
    "состоят",
    "организац",
];

/// How many letters of a word say what it is; what follows is its ending.
const STEM: usize = 6;

/// A body that is invited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvitedBody {
    /// As the document, or the one who invited it, names it.
    pub body: SafeText,
    /// How many it may send.
    pub quota: Option<Quota>,
    /// What it answered; `None` when it has not.
    pub answer: Option<Answer>,
}

/// How a body stands to its quota.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It has not answered.
    Silent,
    /// It sends nobody.
    Nobody,
    /// So many are missing.
    Short(usize),
    /// So many are too many.
    Beyond(usize),
    /// It has named as many as it may.
    Full,
}

impl InvitedBody {
    /// How many it has named.
    pub fn named(&self) -> usize {
        self.answer.as_ref().map_or(0, |answer| answer.names.len())
    }

    /// How it stands to its quota.
    pub fn standing(&self) -> Standing {
        let Some(answer) = &self.answer else {
            return Standing::Silent;
        };
        let named = answer.names.len();
        if named == 0 {
            return Standing::Nobody;
        }
        let quota = self.quota.unwrap_or(Quota {
            least: 0,
            most: Quota::UNBOUNDED,
        });
        match (quota.missing(named), quota.beyond(named)) {
            (0, 0) => Standing::Full,
            (0, more) => Standing::Beyond(more),
            (missing, _) => Standing::Short(missing),
        }
    }
}

/// An event: its programme and who is invited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// The point that sets it.
    pub activity: ActivityKey,
    /// Its programme, a step a line: set by hand, else what the document says of its days.
    pub programme: Vec<SafeText>,
    /// Who is invited, those of the document first.
    pub invited: Vec<InvitedBody>,
}

impl Event {
    /// How many are named in all.
    pub fn named(&self) -> usize {
        self.invited.iter().map(InvitedBody::named).sum()
    }

    /// How many are invited in all, at least and at most; `None` where a body has no quota.
    pub fn quota(&self) -> Option<Quota> {
        let mut whole = Quota { least: 0, most: 0 };
        for body in &self.invited {
            let quota = body.quota?;
            whole.least = whole.least.saturating_add(quota.least);
            whole.most = whole.most.saturating_add(quota.most);
        }
        (!self.invited.is_empty()).then_some(whole)
    }

    /// The bodies that have not answered.
    pub fn silent(&self) -> impl Iterator<Item = &InvitedBody> {
        let invited = self.invited.iter();
        invited.filter(|body| body.standing() == Standing::Silent)
    }
}

/// The beginnings of the words of a text that say something.
fn stems(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter| !is_in_word(letter))
        .filter(|word| word.chars().count() >= STEM)
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}

/// Whether a word of a folded text begins so.
fn says(folded: &str, beginnings: &[&str]) -> bool {
    let begins = |at: usize| {
        let before = folded.get(..at).and_then(|it| it.chars().next_back());
        !before.is_some_and(is_in_word)
    };
    beginnings
        .iter()
        .any(|one| folded.match_indices(one).any(|(at, _)| begins(at)))
}

/// Whether a wording sets an end and no days: «в срок до 20.04.2023».
fn is_deadline(wording: &str) -> bool {
    let wording = fold(wording);
    says(&wording, &["срок", "позднее"]) || wording.trim_start().starts_with("до ")
}

/// Which activities set a gathering, and which ask people to one: found once for all of them, for
/// every look at one asks it of all of its document.
#[derive(Debug, Default)]
pub(super) struct Gatherings {
    held: BTreeSet<ActivityKey>,
    asking: BTreeSet<ActivityKey>,
    /// What each that asks for people leads to, where something is held that is worded like it.
    leads_to: BTreeMap<ActivityKey, ActivityKey>,
    /// Those that lead to each, in the document's sequence.
    led_by: BTreeMap<ActivityKey, Vec<ActivityKey>>,
    /// What is held of every document, by its first days.
    days: BTreeMap<DocumentKey, Vec<(Span, ActivityKey)>>,
}

impl Gatherings {
    /// Leads every activity of a document that asks for people to what is held and has most of its
    /// words, the first of these.
    fn lead(&mut self, document: &Document) {
        let (mut held, mut asking) = (Vec::new(), Vec::new());
        for activity in document.activities() {
            if self.held.contains(&activity.key) {
                held.push(activity);
            } else if self.asking.contains(&activity.key) {
                asking.push(activity);
            }
        }
        if asking.is_empty() {
            return;
        }
        let mut saying: QuickMap<String, Vec<usize>> = QuickMap::default();
        for (place, activity) in held.iter().enumerate() {
            let own: BTreeSet<String> = stems(&activity.title).into_iter().collect();
            for stem in own {
                saying.entry(stem).or_default().push(place);
            }
        }
        for activity in asking {
            let mut alike = vec![0_usize; held.len()];
            for stem in stems(&activity.title) {
                for place in saying.get(&stem).into_iter().flatten() {
                    if let Some(count) = alike.get_mut(*place) {
                        *count += 1;
                    }
                }
            }
            let likeliest = (0..held.len()).rev().max_by_key(|place| alike.get(*place));
            let likeliest = likeliest.filter(|place| alike.get(*place) > Some(&0));
            if let Some(event) = likeliest.and_then(|place| held.get(place)) {
                self.leads_to.insert(activity.key, event.key);
                self.led_by.entry(event.key).or_default().push(activity.key);
            }
        }
    }
}

impl Workspace {
    fn gatherings(&self) -> Arc<Gatherings> {
        self.kept.gatherings.of((), || {
            let mut found = Gatherings::default();
            for (activity, _) in self.activities() {
                let title = fold(&activity.title);
                if self.says_it_is_held(activity, &title) {
                    found.held.insert(activity.key);
                } else if says(&title, &["участ"]) {
                    found.asking.insert(activity.key);
                }
            }
            for document in self.documents() {
                found.lead(document);
                let held = document.activities().map(|activity| activity.key);
                let held = held.filter(|key| found.held.contains(key));
                let days = held.filter_map(|key| Some((self.first_days(key)?, key)));
                let mut days: Vec<_> = days.collect();
                days.sort_by_key(|(days, _)| *days);
                found.days.insert(document.key, days);
            }
            found
        })
    }

    /// Whether an activity says of something that it is held, on days it names.
    fn says_it_is_held(&self, activity: &Activity, folded_title: &str) -> bool {
        let view = self.views.get(&activity.key);
        let is_dated = view.is_some_and(|view| !view.reading.windows.is_empty());
        is_gathering(&activity.title)
            || (is_dated && says(folded_title, &HELD) && !is_deadline(&activity.term))
    }

    /// Whether an activity asks for people to take part in something.
    fn asks_for_people(&self, activity: &Activity) -> bool {
        self.gatherings().asking.contains(&activity.key)
    }

    /// The event a point leads to: the one it sets itself, or the one of its document in which
    /// «организовать участие …» asks people to take part.
    pub fn event_of(&self, key: ActivityKey) -> ActivityKey {
        if self.ledger.event(key).is_some() {
            return key;
        }
        self.gatherings().leads_to.get(&key).copied().unwrap_or(key)
    }

    /// The points of a document that lead to an event, itself among them.
    fn leading_to(&self, event: ActivityKey) -> Vec<&Activity> {
        let gatherings = self.gatherings();
        let led = gatherings.led_by.get(&event).into_iter().flatten();
        let led = led.filter(|one| self.ledger.event(**one).is_none());
        let mut keys: Vec<ActivityKey> = led.copied().chain([event]).collect();
        keys.sort_by_key(|key| self.spots.activities.get(key));
        let known = keys.into_iter().filter_map(|key| self.activity(key));
        known.map(|(activity, _)| activity).collect()
    }

    /// What the document says of who is invited.
    fn invited_by(&self, event: ActivityKey) -> Vec<Invitation> {
        let mut found: Vec<Invitation> = Vec::new();
        let leading = self.leading_to(event);
        for activity in &leading {
            let texts = activity.other.iter().map(|(_, text)| text);
            for text in [&activity.title].into_iter().chain(texts) {
                let new = invitations(text).into_iter();
                let new: Vec<_> = new
                    .filter(|one| !found.iter().any(|known| known.body == one.body))
                    .collect();
                found.extend(new);
            }
        }
        if !found.is_empty() {
            return found;
        }
        // Where nobody is counted, whoever is to organise that people take part sends them.
        let leading = leading.into_iter();
        let asked = leading.filter(|activity| self.asks_for_people(activity));
        for mention in asked.flat_map(|activity| {
            let view = self.views.get(&activity.key);
            view.map_or(&[][..], |view| &view.executors)
        }) {
            if !found.iter().any(|known| known.body == mention.text) {
                found.push(Invitation {
                    body: mention.text.clone(),
                    quota: None,
                });
            }
        }
        found
    }

    /// What the document says of the days of an event: its other points that are held within the
    /// days of this one.
    fn programme_of(&self, document: &Document, event: ActivityKey) -> Vec<SafeText> {
        let Some(whole) = self.first_days(event) else {
            return Vec::new();
        };
        let gatherings = self.gatherings();
        let days = gatherings.days.get(&document.key);
        let days = days.map_or(&[][..], Vec::as_slice);
        let from = days.partition_point(|(days, _)| days.first < whole.first);
        let begun = days.iter().skip(from);
        begun
            .take_while(|(days, _)| days.first <= whole.last)
            .filter(|(days, key)| *key != event && *days != whole && days.last <= whole.last)
            .map(|(_, key)| self.activity_title(*key))
            .collect()
    }

    /// The days of the first occurrence of an activity.
    fn first_days(&self, key: ActivityKey) -> Option<Span> {
        let view = self.views.get(&key)?;
        view.occurrences.first().map(|first| first.window)
    }

    /// The event a point leads to, with what was said of it; `None` when nobody knows the point.
    pub fn event(&self, key: ActivityKey) -> Option<Event> {
        self.kept.events.of(key, || self.find_event(key))
    }

    fn find_event(&self, key: ActivityKey) -> Option<Event> {
        let event = self.event_of(key);
        let document = self.document_of(event)?;
        let known = self.ledger.event(event);
        let programme = known.and_then(|known| known.programme.clone());
        Some(Event {
            activity: event,
            programme: programme.unwrap_or_else(|| self.programme_of(document, event)),
            invited: self.invited_to(event).to_vec(),
        })
    }

    /// Everybody who is invited to an event.
    fn invited_to(&self, event: ActivityKey) -> Arc<[InvitedBody]> {
        self.kept
            .invited
            .of(event, || self.find_invited(event).into())
    }

    fn find_invited(&self, event: ActivityKey) -> Vec<InvitedBody> {
        let known = self.ledger.event(event);
        let answer = |body: &SafeText| known.and_then(|known| known.answers.get(body)).cloned();
        let mut invited: Vec<InvitedBody> = Vec::new();
        for Invitation { body, quota } in self.invited_by(event) {
            if known.is_none_or(|known| !known.uninvited.contains(&body)) {
                invited.push(InvitedBody {
                    answer: answer(&body),
                    body,
                    quota,
                });
            }
        }
        for (body, quota) in known.into_iter().flat_map(|known| &known.invited) {
            match invited.iter_mut().find(|one| one.body == *body) {
                Some(one) => one.quota = *quota,
                None => invited.push(InvitedBody {
                    body: body.clone(),
                    quota: *quota,
                    answer: answer(body),
                }),
            }
        }
        invited
    }

    /// Whether a point leads to an event with somebody invited: its card tells of it.
    pub fn has_participants(&self, key: ActivityKey) -> bool {
        // What is held within its days is nobody's question here.
        let event = self.event_of(key);
        self.document_of(event).is_some() && !self.invited_to(event).is_empty()
    }
}

#[cfg(test)]
mod tests;
