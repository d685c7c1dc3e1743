//! The program at a desk: the real one, on a file system in memory, with a fixed day, clock and
//! ids, driven by keys written as text.
//!
//! A script is words separated by spaces: names of keys (`Enter`, `ctrl-p`, `Down`), single
//! characters (`a`, `A`, `5`), text typed letter by letter in quotes (`"мм"`), and prose in
//! guillemets (`«Принять к сведению»`), which is typed as well but not counted.

use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, TimeDelta};
use planerka::domain::date::Date;
use planerka::domain::id::Id;
use planerka::domain::minutes::Minutes;
use planerka::domain::operation::WriterId;
use planerka::domain::tactical_plan::TacticalPlan;
use planerka::locale::{Language, Texts};
use planerka::store::embedded;
use planerka::store::lock::Holder;
use planerka::store::simulated::SimulatedFileSystem;
use planerka::store::state_directory::{Loaded, load_what_can_be_used};
use planerka::store::state_directory::{Options, StateDirectory};
use planerka::tui::frames::{Cursor, Frames};
use planerka::tui::keymap::{Key, Keymap, latin};
use planerka::tui::model::{Action, Model, Overlay, Size};
use planerka::tui::program::following::Seen;
use planerka::tui::program::{Looks, Program, Surroundings};
use planerka::tui::theme::{EMBEDDED, Theme};
use planerka::tui::update::Message;
use planerka::tui::view;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use ulid::Ulid;

pub const STATE: &str = "/state";

/// The time part of the first id: 25.05.2023, 10:00 in Moscow.
const FIRST_ID: u64 = 1_684_998_000_000;

/// The keymap that comes with the program.
pub const DEFAULT_KEYS: &str = include_str!("../../src/tui/keymap/default.ron");

/// Which letters the keyboard sends for commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Latin,
    Russian,
}

/// What the world is outside of the program.
#[derive(Clone, Debug)]
pub struct Setting {
    pub today: Date,
    pub language: Language,
    pub theme: &'static str,
    pub size: Size,
    pub writer: &'static str,
    /// Whether something is wrong in the state directory, and the program is to say so.
    pub damaged: bool,
    /// Whether the agenda is ordered by weight, as the program does by itself. Most key scripts
    /// walk over lines by their place in the plan, and are not about what is more important.
    pub by_weight: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            today: date("2023-05-25"),
            language: Language::Ru,
            theme: "dark",
            size: Size {
                width: 120,
                height: 40,
            },
            writer: "pc1",
            damaged: false,
            by_weight: false,
        }
    }
}

/// The settings with agendas in the order of the plan.
pub fn in_plan_order(settings: &str) -> String {
    const PLAIN: &str = "(by_weight: false, consent: false, silent_limit: 99, count_before: true)";
    let line = "    silent_weeks: 4,\n";
    let ordered = settings.replacen(line, &format!("{line}    agenda: {PLAIN},\n"), 1);
    assert_ne!(ordered, settings);
    ordered
}

impl Setting {
    /// What a new state directory is filled with.
    fn embedded(&self) -> &'static [(&'static str, &'static str)] {
        static IN_PLAN_ORDER: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
            let settings: &'static str = in_plan_order(embedded::SETTINGS).leak();
            let with = |(name, text): &(&'static str, &'static str)| match *name {
                "settings.ron" => (*name, settings),
                _ => (*name, *text),
            };
            embedded::ALL.iter().map(with).collect()
        });
        if self.by_weight {
            embedded::ALL
        } else {
            &IN_PLAN_ORDER
        }
    }
}

/// Clock and ids that repeat from run to run.
#[derive(Clone, Debug, Default)]
struct World {
    minutes: Arc<AtomicU64>,
    ids: Arc<AtomicU64>,
}

#[derive(Debug)]
struct Fixed {
    today: Date,
    world: World,
}

impl Surroundings for Fixed {
    fn today(&self) -> Date {
        self.today
    }

    fn now(&self) -> DateTime<FixedOffset> {
        let morning = format!("{}T10:00:00+03:00", self.today);
        let morning = DateTime::parse_from_rfc3339(&morning).unwrap();
        let minutes = self.world.minutes.load(Ordering::Relaxed);
        morning + TimeDelta::minutes(i64::try_from(minutes).unwrap())
    }

    fn new_id(&mut self) -> Id {
        let number = self.world.ids.fetch_add(1, Ordering::Relaxed);
        Id(Ulid::from_parts(FIRST_ID + number, 0))
    }
}

/// Keys pressed in this process: `examples/proof.rs` reads how many.
pub static PRESSED: AtomicUsize = AtomicUsize::new(0);

/// The program, its disk and whoever presses the keys.
#[derive(Debug)]
pub struct Desk {
    pub files: SimulatedFileSystem,
    pub setting: Setting,
    pub layout: Layout,
    /// Key events so far, prose not counted.
    pub keys: usize,
    program: Option<Program>,
    world: World,
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn theme(name: &str) -> Theme {
    Theme::named(name).unwrap()
}

pub fn themes() -> Vec<Theme> {
    EMBEDDED.iter().map(|(name, ..)| theme(name)).collect()
}

pub fn keymap() -> Keymap {
    Keymap::parse(DEFAULT_KEYS, Action::INFO).unwrap()
}

impl Desk {
    /// A new directory on the day of the first meeting.
    pub fn new() -> Self {
        Self::with(Setting::default())
    }

    pub fn with(setting: Setting) -> Self {
        Self::on(SimulatedFileSystem::new(), setting)
    }

    pub fn on(files: SimulatedFileSystem, setting: Setting) -> Self {
        let mut desk = Self {
            files,
            setting,
            layout: Layout::Latin,
            keys: 0,
            program: None,
            world: World::default(),
        };
        desk.start();
        desk
    }

    /// A second program on the same disk.
    pub fn second(&self, setting: Setting) -> Self {
        let mut desk = Self {
            files: self.files.clone(),
            setting,
            layout: self.layout,
            keys: 0,
            program: None,
            world: self.world.clone(),
        };
        desk.start();
        desk
    }

    /// A program on another machine: a disk of its own, and ids nobody else gives.
    pub fn elsewhere(&self, setting: Setting) -> Self {
        let mut desk = Self {
            files: SimulatedFileSystem::new(),
            setting,
            layout: self.layout,
            keys: 0,
            program: None,
            world: self.world.clone(),
        };
        desk.start();
        desk
    }

    pub fn in_layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    fn start(&mut self) {
        let opened = StateDirectory::open(
            Arc::new(self.files.clone()),
            Path::new(STATE),
            &Options {
                writer: WriterId(self.setting.writer.to_owned().into()),
                read_only: false,
                holder: Holder {
                    user: "anna".to_owned(),
                    host: self.setting.writer.to_owned(),
                    process: 7,
                    since: "25.05.2023 10:00".to_owned(),
                },
                embedded: self.setting.embedded(),
            },
        )
        .unwrap();
        if !self.setting.damaged {
            assert_eq!(opened.findings, [], "the state directory is in order");
        }
        // Ids go on behind those on the disk.
        let last = opened.records.iter().map(|it| it.id.0.timestamp_ms()).max();
        let taken = last.map_or(0, |last| last - FIRST_ID + 1);
        self.world.ids.fetch_max(taken, Ordering::Relaxed);
        let mut directory = opened.directory;
        let Loaded {
            workspace,
            unusable,
        } = load_what_can_be_used(&mut directory, opened.records).unwrap();
        let looks = Looks {
            texts: Texts::new(self.setting.language),
            keymap: keymap(),
            theme: theme(self.setting.theme),
            themes: themes(),
        };
        let surroundings = Fixed {
            today: self.setting.today,
            world: self.world.clone(),
        };
        let size = self.setting.size;
        let mut program = Program::new(workspace, directory, looks, Box::new(surroundings), size);
        program.examine_with(planerka::cli::check::examine);
        if self.setting.damaged {
            program.begin(opened.findings, unusable);
            program.look_through();
        } else {
            // Looking through all files once more takes the time of many tests.
            assert_eq!(unusable, [], "the state directory is in order");
        }
        program.handle(Message::Resize(size));
        self.program = Some(program);
    }

    /// The program is gone without a word, as after kill -9; it starts again.
    pub fn crash(&mut self) {
        self.program = None;
        self.start();
    }

    /// The power goes: of everything that was not synced, nothing is left. It starts again.
    pub fn lose_power(&mut self) {
        self.program = None;
        let mut states = self
            .files
            .crash_states(planerka::store::simulated::Tears::Few, 1, 7);
        self.files = states.next().unwrap();
        self.start();
    }

    /// Says how the screen is drawn while a disk is waited for.
    pub fn draw_while_waiting(&mut self, draw: impl FnMut(&Model) + 'static) {
        self.program.as_mut().unwrap().draw_while_waiting(draw);
    }

    /// All of what is on the screen that time alone may change.
    pub fn seen(&self) -> Seen {
        self.program.as_ref().unwrap().seen()
    }

    /// Leaves as the loop does, and starts again on another day.
    pub fn come_back_on(&mut self, day: &str) {
        self.leave();
        self.setting.today = date(day);
        self.start();
    }

    /// Leaves as the loop does.
    pub fn leave(&mut self) {
        if let Some(mut program) = self.program.take() {
            program.leave();
        }
    }

    /// What the loop does every two seconds.
    pub fn tick(&mut self) {
        self.program.as_mut().unwrap().follow();
        self.handle(Message::Tick);
    }

    /// Ends as after a signal, and is still there to be asked.
    pub fn end(&mut self) {
        self.program.as_mut().unwrap().leave();
    }

    /// What the program says when the terminal is given back, paths as on Unix.
    pub fn last_words(&self) -> String {
        let words = self.program.as_ref().unwrap().last_words();
        words.join("\n").replace('\\', "/")
    }

    pub fn wait_minutes(&mut self, minutes: u64) {
        self.world.minutes.fetch_add(minutes, Ordering::Relaxed);
        self.handle(Message::Tick);
    }

    /// Somebody, or a time server, sets the wall clock back.
    pub fn set_clock_back(&mut self, minutes: u64) {
        self.world.minutes.fetch_sub(minutes, Ordering::Relaxed);
        self.handle(Message::Tick);
    }

    pub fn handle(&mut self, message: Message) {
        self.program.as_mut().unwrap().handle(message);
    }

    /// Has plans read on a thread of their own, as people's programs do.
    pub fn read_apart(&mut self) {
        self.program.as_mut().unwrap().look_apart();
    }

    /// Takes what was read on a thread, if it is at its end; whether it was.
    pub fn take_read(&mut self) -> bool {
        self.program.as_mut().unwrap().take_read()
    }

    /// What the program does at its first start.
    pub fn greet(&mut self) {
        let program = self.program.as_mut().unwrap();
        program.greet();
        program.handle(Message::Tick);
    }

    /// The tour, where nothing is asked before it.
    pub fn offer_tour(&mut self) {
        let program = self.program.as_mut().unwrap();
        planerka::tui::open::tour::offer(&mut program.model);
        program.handle(Message::Tick);
    }

    /// Has the search made ready ahead, and waits until it is.
    pub fn prepare(&mut self) {
        let program = self.program.as_mut().unwrap();
        let many = std::mem::replace(&mut program.model.many, 0);
        program.prepare();
        program.model.many = many;
        let revision = self.model().workspace.revision();
        let is_ready = || self.model().ahead.is_whole(revision);
        let begun = Instant::now();
        while !is_ready() {
            assert!(begun.elapsed() < Duration::from_secs(60), "never ready");
            std::thread::yield_now();
        }
    }

    /// From now on the agenda of a day is counted apart, as that of thousands of activities is.
    pub fn count_apart(&mut self) {
        self.program.as_mut().unwrap().model.many = 0;
    }

    /// Has it begun to be counted.
    pub fn begin_to_count(&mut self) {
        self.program.as_mut().unwrap().count();
    }

    /// Has it counted, and waits until it is.
    pub fn count(&mut self) {
        self.begin_to_count();
        let program = self.program.as_mut().unwrap();
        let begun = Instant::now();
        while program.is_counting() {
            assert!(begun.elapsed() < Duration::from_secs(60), "never counted");
            program.counted();
            std::thread::yield_now();
        }
    }

    pub fn is_leaving(&self) -> bool {
        self.program.as_ref().unwrap().is_leaving()
    }

    pub fn model(&self) -> &Model {
        &self.program.as_ref().unwrap().model
    }

    pub fn run(&mut self, action: Action) {
        self.handle(Message::Run(action));
    }

    /// Takes the last act back, and says yes where the program asks first.
    pub fn undo(&mut self) {
        self.run(Action::Undo);
        if matches!(self.model().overlays.last(), Some(Overlay::Confirm(_))) {
            self.run(Action::Accept);
        }
    }

    pub fn paste(&mut self, text: &str) {
        self.handle(Message::Paste(text.to_owned()));
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.handle(Message::Resize(Size { width, height }));
    }

    /// Presses the keys of a script.
    pub fn press(&mut self, script: &str) -> &mut Self {
        for stroke in strokes(script) {
            self.keys += usize::from(stroke.counted);
            PRESSED.fetch_add(1, Ordering::Relaxed);
            self.handle(Message::Key(stroke.event(self.layout)));
        }
        self
    }

    /// What the line of notices says.
    pub fn notice(&self) -> String {
        let notice = self.model().notice.as_ref();
        notice.map(|notice| notice.text.clone()).unwrap_or_default()
    }

    /// The frame as it is now.
    pub fn buffer(&self) -> Buffer {
        let Size { width, height } = self.model().size;
        let backend = TestBackend::new(width, height);
        let mut frames = Frames::new(backend, (width, height).into());
        let Ok(_) = frames.draw(|buffer| view::draw(self.model(), buffer));
        frames.backend().buffer().clone()
    }

    /// Where the cursor of the terminal is.
    fn cursor(&self) -> Cursor {
        let Size { width, height } = self.model().size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        view::draw(self.model(), &mut buffer)
    }

    /// The topmost overlay alone, as it is in the frame, and under it the last line, which says its
    /// keys; the whole frame where there is no overlay. What lies below has pictures of its own.
    pub fn top_of_frame(&mut self) -> String {
        let frame = self.buffer();
        let model = &mut self.program.as_mut().unwrap().model;
        let Some(overlay) = model.overlays.pop() else {
            return text_of(&frame);
        };
        let below = self.buffer();
        let model = &mut self.program.as_mut().unwrap().model;
        model.overlays.push(overlay);
        let last_row = frame.area.height - 1;
        let mut reach: Option<Rect> = None;
        for (index, (cell, covered)) in frame.content.iter().zip(&below.content).enumerate() {
            let (x, y) = frame.pos_of(index);
            if cell != covered && y < last_row {
                let here = Rect::new(x, y, 1, 1);
                reach = Some(reach.map_or(here, |reach| reach.union(here)));
            }
        }
        let rows = [reach, Some(Rect::new(0, last_row, frame.area.width, 1))];
        let cut = |area: Rect| {
            let mut part = Buffer::empty(area);
            for at in area.positions() {
                part[at].clone_from(&frame[at]);
            }
            text_of(&part)
        };
        rows.into_iter().flatten().map(cut).collect()
    }

    /// The line of the frame the hidden cursor of the terminal rests on.
    pub fn resting_line(&self) -> Option<String> {
        let Cursor::Resting(at) = self.cursor() else {
            return None;
        };
        self.frame()
            .lines()
            .nth(usize::from(at.y))
            .map(str::to_owned)
    }

    /// The sign the cursor of a text field stands on, and its line; `None` where it is in no field.
    pub fn typing_at(&self) -> Option<(String, String)> {
        let Cursor::Shown(at) = self.cursor() else {
            return None;
        };
        let sign = self.buffer().cell(at)?.symbol().to_owned();
        let line = self.frame().lines().nth(usize::from(at.y))?.to_owned();
        Some((sign, line))
    }

    /// The text of the frame, line by line, without spaces at the ends.
    pub fn frame(&self) -> String {
        text_of(&self.buffer())
    }

    pub fn assert_shows(&self, text: &str) {
        let frame = self.frame();
        assert!(frame.contains(text), "«{text}» is not on\n{frame}");
    }

    /// Puts a file into the state directory, as a hand or a syncer does.
    pub fn place(&self, name: &str, text: &str) {
        self.files
            .place(&Path::new(STATE).join(name), text.as_bytes());
    }

    /// The next start finds the directory damaged.
    pub fn come_back_to_damage(&mut self) {
        self.setting.damaged = true;
        self.crash();
    }

    /// What the terminal was given for its clipboard since the last time.
    pub fn copied(&mut self) -> Option<String> {
        self.program.as_mut().unwrap().take_copied()
    }

    /// A file of the state directory.
    pub fn read(&self, name: &str) -> Option<String> {
        self.bytes(name)
            .map(|bytes| String::from_utf8(bytes).unwrap())
    }

    /// The same of one that need not be a text: what a power cut leaves is none.
    pub fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        let path = Path::new(STATE).join(name);
        let mut files = self.files.files().into_iter();
        files
            .find(|(known, _)| *known == path)
            .map(|(_, bytes)| bytes)
    }

    pub fn names(&self) -> Vec<String> {
        let files = self.files.files().into_iter();
        files
            .filter_map(|(path, _)| {
                let name = path.strip_prefix(STATE).ok()?;
                // Windows has its own sign between them.
                Some(name.display().to_string().replace('\\', "/"))
            })
            .collect()
    }

    /// Bytes of minutes and tactical plan on the disk.
    pub fn papers(&self, day: &str) -> (String, String) {
        (
            self.read(&format!("minutes/{day}.ron")).unwrap(),
            self.read(&format!("tactical-plans/{day}.ron")).unwrap(),
        )
    }

    pub fn minutes(&self, day: &str) -> Minutes {
        ron::from_str(&self.papers(day).0).unwrap()
    }

    /// The minutes as the program has them, on the disk or not.
    pub fn minutes_so_far(&self, day: &str) -> Minutes {
        self.model().workspace.minutes(date(day)).unwrap()
    }

    pub fn tactical_plan(&self, day: &str) -> TacticalPlan {
        ron::from_str(&self.papers(day).1).unwrap()
    }
}

/// The text of a frame, line by line, without spaces at the ends.
pub fn text_of(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    buffer
        .content
        .chunks(width)
        .map(|row| {
            let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            line.trim_end().to_owned() + "\n"
        })
        .collect()
}

/// One key of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    pub code: KeyCode,
    pub modifiers: KeyModifiers,
    /// Whether it is a command, whose letter depends on the layout.
    pub command: bool,
    /// Whether it counts against the budget.
    pub counted: bool,
}

impl Stroke {
    pub fn event(&self, layout: Layout) -> KeyEvent {
        let code = match (self.code, layout) {
            (KeyCode::Char(letter), Layout::Russian) if self.command => {
                KeyCode::Char(russian(letter))
            }
            (code, _) => code,
        };
        KeyEvent::new(code, self.modifiers)
    }
}

/// What the key of a Latin letter gives in the Russian layout.
pub fn russian(letter: char) -> char {
    if !letter.is_ascii_alphabetic() {
        return letter;
    }
    ('А'..='я')
        .find(|neighbour| latin(*neighbour) == letter)
        .unwrap_or(letter)
}

/// Reads a script.
pub fn strokes(script: &str) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut rest = script.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => Some(('"', true)),
            '«' => Some(('»', false)),
            _ => None,
        };
        if let Some((end, counted)) = end {
            let (text, after) = rest[first.len_utf8()..].split_once(end).unwrap();
            strokes.extend(text.chars().map(|letter| typed(letter, counted)));
            rest = after.trim_start();
        } else {
            let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            strokes.push(command(word));
            rest = after.trim_start();
        }
    }
    strokes
}

fn typed(letter: char, counted: bool) -> Stroke {
    Stroke {
        code: KeyCode::Char(letter),
        modifiers: KeyModifiers::NONE,
        command: false,
        counted,
    }
}

fn command(word: &str) -> Stroke {
    let mut modifiers = KeyModifiers::NONE;
    let mut name = word;
    for (prefix, modifier) in [
        ("ctrl-", KeyModifiers::CONTROL),
        ("alt-", KeyModifiers::ALT),
        ("shift-", KeyModifiers::SHIFT),
    ] {
        if let Some(rest) = name.strip_prefix(prefix) {
            modifiers |= modifier;
            name = rest;
        }
    }
    let key: Key = name
        .parse()
        .unwrap_or_else(|_| panic!("`{word}` is no key"));
    let code = match key {
        Key::Char(letter) => KeyCode::Char(letter),
        Key::F(number) => KeyCode::F(number),
        Key::Enter => KeyCode::Enter,
        Key::Esc => KeyCode::Esc,
        Key::Tab => KeyCode::Tab,
        Key::BackTab => KeyCode::BackTab,
        Key::Backspace => KeyCode::Backspace,
        Key::Delete => KeyCode::Delete,
        Key::Insert => KeyCode::Insert,
        Key::Up => KeyCode::Up,
        Key::Down => KeyCode::Down,
        Key::Left => KeyCode::Left,
        Key::Right => KeyCode::Right,
        Key::Home => KeyCode::Home,
        Key::End => KeyCode::End,
        Key::PageUp => KeyCode::PageUp,
        Key::PageDown => KeyCode::PageDown,
    };
    Stroke {
        code,
        modifiers,
        command: true,
        counted: true,
    }
}
