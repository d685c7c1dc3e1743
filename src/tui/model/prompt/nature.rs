//! The table of purposes: what holds for the field of each, a row a purpose. What Enter does with
//! the text is in `update`; how the text is understood as it is typed, where it is, in `view`.

use super::{ControlKind, Purpose};
use crate::domain::document::Node;
use crate::tui::model::import::Target;

/// The longest entry, in characters.
pub const ENTRY_LIMIT: usize = 4000;

/// The longest reason, name or date, in characters.
pub const LINE_LIMIT: usize = 500;

/// What must be open for a text to be recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needs {
    /// Nothing: the text is not recorded.
    Nothing,
    /// A state directory that can be written.
    Record,
    /// The same, and where the screen of a meeting is seen, that meeting open.
    OpenMeeting,
}

/// A row of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Nature {
    /// The title of the field: an id of a text.
    pub title: &'static str,
    /// What is said below it as long as nothing better is known of the text: an id of a text.
    pub help: Option<&'static str>,
    /// Whether nothing is an answer too: it takes away, or leaves what stands.
    pub may_be_empty: bool,
    /// Whether the text may have several lines.
    pub has_lines: bool,
    /// Whether it is the path of a file that is there.
    pub asks_for_file: bool,
    /// The most characters.
    pub limit: usize,
    /// What must be open.
    pub needs: Needs,
}

impl Nature {
    const fn line(title: &'static str) -> Self {
        Self {
            title,
            help: None,
            may_be_empty: false,
            has_lines: false,
            asks_for_file: false,
            limit: LINE_LIMIT,
            needs: Needs::Record,
        }
    }

    const fn lines(title: &'static str) -> Self {
        Self {
            has_lines: true,
            limit: ENTRY_LIMIT,
            ..Self::line(title)
        }
    }

    const fn file(title: &'static str) -> Self {
        Self {
            asks_for_file: true,
            ..Self::line(title)
        }
    }

    const fn help(self, help: &'static str) -> Self {
        Self {
            help: Some(help),
            ..self
        }
    }

    const fn or_nothing(self) -> Self {
        Self {
            may_be_empty: true,
            ..self
        }
    }

    const fn long(self) -> Self {
        Self {
            limit: ENTRY_LIMIT,
            ..self
        }
    }

    const fn needs(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }
}

impl Purpose {
    /// The row of the table.
    pub fn nature(&self) -> Nature {
        use Nature as N;
        use Needs::{Nothing, OpenMeeting};
        match self {
            Self::Entry { .. } => N::lines("prompt-entry").needs(OpenMeeting),
            Self::Excuse(_) => N::line("prompt-excuse").needs(OpenMeeting),
            Self::Deputy(_) => N::line("prompt-deputy")
                .help("prompt-deputy-help")
                .needs(OpenMeeting),
            Self::Topic => N::line("prompt-topic").needs(OpenMeeting),
            Self::PostponeTo(_) => N::line("prompt-postpone-to")
                .help("prompt-date-help")
                .needs(OpenMeeting),
            Self::PostponeReason(..) => N::line("prompt-postpone-reason"),
            Self::DoneOn(_) => N::line("prompt-done-on")
                .help("prompt-done-on-help")
                .needs(OpenMeeting),
            Self::CancelReason(_) => N::line("prompt-cancel-reason").needs(OpenMeeting),
            Self::ControlDate(_, kind) => N::line(match kind {
                ControlKind::Extend => "prompt-control-extend",
                ControlKind::Hear => "prompt-control-hear",
                ControlKind::Keep | ControlKind::Drop => "prompt-control-keep",
            })
            .help("prompt-date-help")
            .needs(OpenMeeting),
            Self::ControlReason(..) => N::line("prompt-control-reason").needs(OpenMeeting),
            Self::ReopenReason(_) => N::line("prompt-reopen-reason"),
            Self::SkipDate(_) => N::line("prompt-skip-date").or_nothing(),
            Self::SkipReason(_, Some(_)) => N::line("prompt-move-reason"),
            Self::SkipReason(_, None) => N::line("prompt-skip-reason"),
            Self::Reading(_) => N::line("prompt-reading").or_nothing(),
            Self::Minutes(_) => N::line("prompt-minutes").or_nothing().needs(OpenMeeting),
            Self::Dative(_) => N::line("prompt-dative").or_nothing(),
            Self::Indicator(_) => N::line("prompt-indicator")
                .help("prompt-indicator-help")
                .or_nothing(),
            Self::Answers => N::lines("prompt-answers").help("prompt-answers-help"),
            Self::FilterName => N::line("prompt-filter-name").needs(Nothing),
            Self::Guest => N::line("prompt-guest")
                .help("prompt-member-help")
                .needs(OpenMeeting),
            Self::ExportPlace => N::line("prompt-export-place")
                .help("prompt-export-place-help")
                .or_nothing()
                .needs(Nothing),
            Self::Elsewhere => N::line("prompt-elsewhere")
                .help("prompt-elsewhere-help")
                .needs(Nothing),
            Self::ImportFile | Self::FirstPlan => {
                N::file("prompt-import").help("prompt-import-help")
            }
            Self::Imported(Target::Term(_)) => N::line("prompt-import-term").or_nothing(),
            Self::Imported(Target::Level(_)) => N::line("prompt-import-level").or_nothing(),
            Self::Imported(_) => N::line("prompt-import-name"),
            // The words of a form are its own: `select::form`.
            Self::Field(_) => N::line("").or_nothing(),
            Self::Line { is_heading, .. } => N::line(if *is_heading {
                "prompt-line-heading"
            } else {
                "prompt-line"
            }),
            Self::NewMember => N::line("form-new-member").help("prompt-member-help"),
            Self::MembersFile => N::file("form-members-file").help("prompt-members-help"),
            Self::EditionBasis => N::line("prompt-edition-basis")
                .help("prompt-edition-basis-help")
                .or_nothing(),
            Self::EditionFrom(_) => N::line("prompt-edition-from")
                .help("prompt-edition-from-help")
                .or_nothing(),
            Self::AmendCell { .. } => N::line("prompt-amend")
                .help("prompt-amend-help")
                .long()
                .or_nothing(),
            Self::AmendNew(draft) => N::line(match draft.node {
                Node::Heading(_) => "prompt-amend-heading",
                Node::Activity(_) => "prompt-amend-activity",
            })
            .long()
            .or_nothing(),
            Self::Participants(..) => N::lines("prompt-participants")
                .help("prompt-participants-help")
                .or_nothing(),
            Self::Invitation(_) => N::line("prompt-invitation").help("prompt-invitation-help"),
            Self::Programme(_) => N::lines("prompt-programme")
                .help("prompt-programme-help")
                .or_nothing(),
            Self::DocumentReason { is_off, .. } => N::line(if *is_off {
                "prompt-document-off"
            } else {
                "prompt-document-on"
            })
            .help("prompt-document-reason-help"),
        }
    }
}
