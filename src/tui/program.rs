//! The program between the terminal and the state directory: takes messages, performs effects,
//! tells the model how they ended. No terminal here, so that tests run the real thing.

mod ahead;
pub mod beginning;
mod complete;
mod counting;
mod errand;
mod export;
pub mod following;
mod form;
mod hall;
pub mod import;
mod keep;
mod look;
mod papers;
mod patience;
mod problems;
mod recording;
mod reminders;

use std::collections::{BTreeSet, VecDeque};
use std::fmt;

use chrono::{DateTime, FixedOffset, Timelike};
use ulid::Ulid;

use self::import::{Reading, Work};
use super::model::papers::{OnDiffering, Papers};
use super::model::problems::Problems;
use super::model::{Access, Model, Screen, Size};
pub use errand::Errand;

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::operation::Record;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::paper::template::{Apart, Templates};
use crate::store::export::Exporter;
use crate::store::finding::Finding;
use crate::store::state_directory::{StateDirectory, WhyReadOnly};
use crate::tui::act::Effect;
use crate::tui::act::Outside;
use crate::tui::keymap::Keymap;
use crate::tui::open::unrecorded;
use crate::tui::select::start;
use crate::tui::theme::Theme;
use crate::tui::update;

/// What time it is and what is random; asked only here and handed on.
pub trait Surroundings: fmt::Debug {
    /// The day that counts as today.
    fn today(&self) -> Date;
    /// The wall clock.
    fn now(&self) -> DateTime<FixedOffset>;
    /// A new id, later than those before it.
    fn new_id(&mut self) -> Id;
}

/// The system's clock and random numbers; `--today` fixes the day.
#[derive(Debug, Default)]
pub struct System {
    /// The fixed day.
    pub today: Option<Date>,
    last: Option<Ulid>,
}

impl System {
    /// With a fixed day, or with the clock's.
    pub fn new(today: Option<Date>) -> Self {
        Self { today, last: None }
    }
}

impl Surroundings for System {
    fn today(&self) -> Date {
        self.today
            .unwrap_or_else(|| Date::try_from(self.now().date_naive()).unwrap_or(Date::MIN))
    }

    fn now(&self) -> DateTime<FixedOffset> {
        chrono::Local::now().fixed_offset()
    }

    fn new_id(&mut self) -> Id {
        let fresh = Ulid::generate();
        // Within a millisecond, and when the clock goes back, ids still rise.
        let id = match self.last {
            Some(last) if fresh <= last => last.increment().unwrap_or(fresh),
            _ => fresh,
        };
        self.last = Some(id);
        Id(id)
    }
}

/// How the program is to look.
#[derive(Debug)]
pub struct Looks {
    /// The texts.
    pub texts: Texts,
    /// The keys.
    pub keymap: Keymap,
    /// The chosen theme.
    pub theme: Theme,
    /// All themes.
    pub themes: Vec<Theme>,
}

/// The running program.
#[derive(Debug)]
pub struct Program {
    /// What is shown.
    pub model: Model,
    directory: StateDirectory,
    surroundings: Box<dyn Surroundings>,
    exporter: Exporter,
    /// Where templates of the user are filled; here if nowhere.
    apart: Option<Apart>,
    /// How the state directory is looked through.
    look: look::Look,
    /// What the search was last made ready of.
    prepared: Option<super::model::ahead::MadeOf>,
    /// The agenda that is being counted.
    counting: Option<counting::Counting>,
    /// How a disk is waited for.
    patience: patience::Patience,
    /// How many effects were performed.
    done: u64,
    /// Papers being written.
    job: Option<export::Job>,
    /// A plan that is being read.
    reading: Option<Reading>,
    leaving: bool,
    /// Acts that are in memory alone, oldest first: written as soon as the disk takes them.
    waiting: VecDeque<Vec<Record>>,
    /// Meetings whose papers are to be written once nothing waits any more.
    papers_owed: BTreeSet<Date>,
    /// Whether the disk was asked since the last message.
    tried: bool,
    /// What to say when the terminal is given back.
    last_words: Vec<String>,
    /// What opening found and put right, so that nothing finds it any more.
    put_right: Vec<Finding>,
    /// A document that cannot be used: another one stands in for it, and nothing is recorded.
    unusable: Option<WhyReadOnly>,
    /// Whether the program that held the directory has left it.
    is_free: bool,
    /// The highest logical clock that was ever seen.
    clock: u64,
    /// Meetings whose papers on disk were compared with what the journal says of them.
    recognised: BTreeSet<Date>,
    /// Where the chair was when it was said in the hall last.
    in_hall: Option<(Date, ItemKey)>,
    /// What was copied and is not with the terminal yet.
    clipboard: Option<String>,
    /// What the terminal is to be given away for.
    errand: Option<Errand>,
}

impl Program {
    /// Puts the program together; the start screen is the first thing seen.
    pub fn new(
        workspace: Workspace,
        directory: StateDirectory,
        looks: Looks,
        mut surroundings: Box<dyn Surroundings>,
        size: Size,
    ) -> Self {
        let today = surroundings.today();
        let now = surroundings.now();
        let mut workspace = workspace;
        workspace.stand_on(today);
        let start = start::fresh(&workspace, today);
        let model = Model {
            writer: directory.writer().clone(),
            directory: directory.path().display().to_string(),
            is_example: directory.uses_example(),
            hands: workspace.settings().hands(),
            workspace,
            today,
            access: Access::ReadWrite,
            unrecorded: None,
            reading: None,
            problems: Problems::default(),
            screens: vec![Screen::Start(start)],
            overlays: Vec::new(),
            notice: None,
            drafts: Vec::new(),
            pending: Vec::new(),
            size,
            texts: looks.texts,
            keymap: looks.keymap,
            theme: looks.theme,
            themes: looks.themes,
            papers: Papers {
                templates: Templates::new(directory.templates().files),
                ..Papers::default()
            },
            minutes_now: minutes_of(now),
            ascii: false,
            pointer: super::model::pointer::PointerState::default(),
            find: None,
            count: 0,
            tour: None,
            pace: true,
            occurrence: std::collections::BTreeMap::new(),
            kept: super::model::kept::Kept::default(),
            ahead: super::model::ahead::Ahead::default(),
            many: super::model::MANY,
        };
        // The generator rises above what is in the journal even if the clock was set back.
        let _ = surroundings.new_id();
        let mut program = Self {
            model,
            exporter: directory.exporter(),
            apart: None,
            look: look::Look::new(problems::files_alone),
            prepared: None,
            counting: None,
            patience: patience::Patience::default(),
            done: 0,
            job: None,
            directory,
            surroundings,
            reading: None,
            leaving: false,
            waiting: VecDeque::new(),
            papers_owed: BTreeSet::new(),
            clock: 0,
            tried: false,
            last_words: Vec::new(),
            put_right: Vec::new(),
            unusable: None,
            is_free: false,
            recognised: BTreeSet::new(),
            in_hall: None,
            clipboard: None,
            errand: None,
        };
        program.say_access();
        program.tell_of_edits();
        // What was edited by hand waits for an answer: it is the first thing seen.
        if program.model.notice.is_some() {
            crate::tui::open::edition::open(&mut program.model);
        }
        program
    }

    /// Whether the user has left.
    pub fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// Takes a message through to its end: everything it leads to is done when this returns.
    pub fn handle(&mut self, message: update::Message) {
        let is_moment = matches!(message, update::Message::Key(_) | update::Message::Tick);
        let is_tick = matches!(message, update::Message::Tick);
        let before = is_tick.then(|| self.seen());
        self.tried = false;
        self.patience.begin();
        let today = self.surroundings.today();
        let minutes_now = minutes_of(self.surroundings.now());
        let surroundings = &mut self.surroundings;
        let effects = update::update(
            &mut self.model,
            message,
            &mut Outside {
                today,
                minutes_now,
                new_id: &mut || surroundings.new_id(),
                spot_at: super::view::pointer::spot_at,
            },
        );
        self.perform(effects);
        self.stand();
        if is_moment && !self.tried && !self.leaving {
            self.done += u64::from(!self.waiting.is_empty());
            self.catch_up();
        }
        self.settle();
        self.read_approved();
        // In the language of now.
        self.say_access();
        self.say_reading();
        // Where time alone went by and nothing came of it, everything has its place.
        if before.is_none_or(|before| before != self.seen()) {
            super::view::fit(&mut self.model);
        }
        self.follow_in_hall();
    }

    /// The screens show the texts in force on the day they speak of.
    pub(super) fn stand(&mut self) {
        let day = self.model.day();
        self.model.workspace.stand_on(day);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.done += 1;
            match effect {
                Effect::Record(act) => {
                    let more = self.record(&act);
                    self.perform(more);
                    // Who is known, and so what is wrong, may be another thing now.
                    if act.operations.iter().any(Operation::changes_the_past) {
                        self.look();
                    }
                }
                Effect::WritePapers(date) => {
                    self.write_papers(date);
                    // A problem may be gone with them.
                    if !self.model.problems.findings.is_empty() {
                        self.look();
                    }
                }
                Effect::Export(export) => self.begin_export(export),
                Effect::ExportDiffering(answer) => self.answer_export(answer),
                Effect::StopExport => self.answer_export(OnDiffering::Stop),
                Effect::Copy(text) => self.clipboard = Some(text),
                Effect::WriteReminders => self.write_reminders(),
                Effect::Suspend => self.errand = Some(Errand::Suspend),
                Effect::EditOutside(text) => self.errand = Some(Errand::Edit(text)),
                Effect::OpenFolder => self.open_folder(),
                Effect::Prefer(preference) => self.prefer(&preference),
                Effect::Quit => self.quit(),
                Effect::QuitUnrecorded => self.leaving = true,
                Effect::Retry => {
                    if !self.catch_up() {
                        unrecorded::failed_again(&mut self.model);
                    }
                }
                Effect::RecordElsewhere(path) => self.record_elsewhere(&path),
                Effect::ShowFile(path, line) => self.show_file(&path, line),
                Effect::Mend(repair) => self.mend(&repair),
                Effect::ShowVersions { date, asked } => {
                    self.read_versions(date);
                    crate::tui::open::versions::show(&mut self.model, date, asked);
                }
                Effect::RestorePapers(date) => self.restore_papers(date),
                Effect::ReadPlan(file, first) => self.read_work(Work::File(file), first),
                Effect::ConvertPlan(file, first) => self.read_work(Work::Converted(file), first),
                Effect::StopReading => self.stop_reading(),
                Effect::ReadText(text) => {
                    let name = self.model.texts.get("import-pasted");
                    self.read_work(Work::Pasted(name, text), false);
                }
                Effect::CompletePath => self.complete_path(),
                Effect::BeginEmpty => self.begin_empty(),
                Effect::Fill(filling) => self.fill(filling),
                Effect::WritePlan => self.write_plan(),
                Effect::WriteBeside(beside) => self.write_beside(&beside),
                Effect::OnlyRead => self.only_read(),
                Effect::TakeOver => self.take_over(),
            }
        }
    }
}

fn minutes_of(now: DateTime<FixedOffset>) -> u16 {
    u16::try_from(now.hour() * 60 + now.minute()).unwrap_or(0)
}
