//! What has to hold of any bytes: shared by the fuzz targets, which look for bytes that break it,
//! and by tests that need no nightly compiler.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use planerka::domain::entry_line::{self, DateChoice, NotADate};
use planerka::domain::minutes::Minutes;
use planerka::domain::operation::Record;
use planerka::domain::plan::Plan;
use planerka::domain::safe_text::{MAX_BYTES, SafeText};
use planerka::domain::settings::Settings;
use planerka::domain::subject::{Registry, Subjects};
use planerka::domain::tactical_plan::TacticalPlan;
use planerka::store::document::{
    DocumentFault, parse, parse_any, parse_newer, read_text, to_text, with_field,
};
use planerka::store::embedded;
use planerka::store::journal::{encode, parse_file, read_journal};
use planerka::store::simulated::SimulatedFileSystem;
use planerka::store::state_directory::{Access, StateDirectory, WhyReadOnly};
use planerka::tui::keymap::Keymap;
use planerka::tui::model::Action;
use planerka::tui::theme::Theme;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reading a document ends in a document that writes and reads the same, or in a fault with a
/// place in the file.
pub fn document(bytes: &[u8]) {
    let path = Path::new("/state/plan.ron");
    let disk = SimulatedFileSystem::new();
    disk.place(path, bytes);
    let text = match read_text(&disk, path) {
        Ok((text, _fingerprint)) => text,
        Err(error) => return within(&String::from_utf8_lossy(bytes), error.place.line),
    };
    if let Err(error) = parse_any(path, &text) {
        within(&text, error.place.line);
    }
    reads_what_it_writes::<Plan>(path, &text);
    reads_what_it_writes::<Subjects>(path, &text);
    reads_what_it_writes::<Settings>(path, &text);
    reads_what_it_writes::<Minutes>(path, &text);
    reads_what_it_writes::<TacticalPlan>(path, &text);
}

fn within(text: &str, line: usize) {
    assert!(line <= text.split('\n').count(), "line {line} of {text:?}");
}

fn reads_what_it_writes<T: DeserializeOwned + Serialize + PartialEq>(path: &Path, text: &str) {
    match parse::<T>(path, text) {
        Ok(document) => {
            let written = to_text(&document).unwrap();
            let again: T = parse(path, &written).unwrap();
            assert!(again == document, "{written}");
            assert_eq!(to_text(&again).unwrap(), written);
        }
        Err(error) => within(text, error.place.line),
    }
}

/// Any bytes as a packed year: what counts of it are whole records, none twice, and either all of
/// it is whole or the file is named. The directory opens, nothing of the file changes, and what is
/// recorded beside it counts.
pub fn year(bytes: &[u8]) {
    let state = Path::new("/state");
    let path = state.join("journal/2023.0123456789abcdef.zip");
    let disk = SimulatedFileSystem::new();
    disk.place(&path, bytes);
    let read = read_journal(&disk, &state.join("journal"));
    let mut ids: Vec<_> = read.records.iter().map(|record| record.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), read.records.len());
    assert!(
        read.findings
            .iter()
            .all(|it| it.place.path.starts_with(&path))
    );
    let options = crate::samples::options("pc1");
    let opened = StateDirectory::open(Arc::new(disk.clone()), state, &options).unwrap();
    assert_eq!(opened.records, read.records);
    let mut directory = opened.directory;
    if *directory.access() == Access::ReadWrite {
        let act = crate::samples::act(7_001);
        directory.append(&act).unwrap();
        let after = directory.reload().records;
        assert!(act.iter().all(|record| after.contains(record)));
        assert!(after.len() >= read.records.len());
    }
    let kept = disk.files().into_iter().find(|(at, _)| *at == path);
    assert_eq!(kept.unwrap().1, bytes);
}

/// A document of any format in a directory that is opened: no byte of it changes. A newer one is read
/// as far as it is known, makes the directory read-only and is named; nothing is put beside it.
pub fn migration(bytes: &[u8]) {
    let state = Path::new("/state");
    let path = state.join("plan.ron");
    let disk = SimulatedFileSystem::new();
    disk.place(&path, bytes);
    let options = crate::samples::options("pc1");
    let opened = StateDirectory::open(Arc::new(disk.clone()), state, &options).unwrap();
    let mut directory = opened.directory;
    let _ = directory.load_or_stand_in::<Plan>("plan.ron");
    let is_ron = |path: &Path| path.extension().is_some_and(|end| end == "ron");
    let documents = disk.files().into_iter();
    let documents: Vec<_> = documents.filter(|(path, _)| is_ron(path)).collect();
    let kept = documents.iter().find(|(at, _)| *at == path).unwrap();
    assert_eq!(kept.1, bytes);

    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let fault = parse_any(&path, text).err().map(|error| error.fault);
    let Some(DocumentFault::NewerFormat { found, .. }) = fault else {
        return;
    };
    let why = WhyReadOnly::NewerFormat { path, found };
    assert_eq!(*directory.access(), Access::ReadOnly(why));
    assert_eq!(documents.len(), 1);
    let known = with_field(text, "format", "1").unwrap();
    if let Ok(plan) = parse::<Plan>(Path::new("plan.ron"), &known) {
        let newer: Plan = parse_newer(Path::new("plan.ron"), text).unwrap();
        assert_eq!(Plan { format: 1, ..newer }, plan);
    }
}

/// Reading a journal file finds whole acts that write and read the same; its whole part reads as
/// the file does and takes another act.
pub fn journal(bytes: &[u8]) {
    let path = Path::new("/state/journal/2023-05.pc1.log");
    let parsed = parse_file(path, bytes);
    let whole = &bytes[..parsed.whole as usize];
    assert!(whole.is_empty() || whole.ends_with(b"\n"));
    let records: Vec<&Record> = parsed
        .records
        .iter()
        .map(|(_line, record)| record)
        .collect();
    for act in records.chunk_by(|one, next| one.act == next.act) {
        let act: Vec<Record> = act.iter().map(|record| (*record).clone()).collect();
        let lines = encode(&act).unwrap();
        let again = parse_file(path, &lines);
        assert!(
            again
                .records
                .into_iter()
                .map(|(_line, record)| record)
                .eq(act)
        );
    }
    let next = crate::samples::act(7);
    let longer = [whole, &encode(&next).unwrap()].concat();
    let longer = parse_file(path, &longer);
    assert_eq!(
        longer.whole as usize,
        whole.len() + encode(&next).unwrap().len()
    );
    let found = longer.records.iter().map(|(_line, record)| record);
    assert!(found.eq(records.into_iter().chain(&next)));
    let lines = bytes.split(|byte| *byte == b'\n').count();
    assert!(
        parsed
            .findings
            .iter()
            .all(|finding| finding.place.line <= lines)
    );
}

static SUBJECTS: LazyLock<Registry> = LazyLock::new(|| {
    let path = Path::new("subjects.ron");
    Registry::from(parse::<Subjects>(path, embedded::SUBJECTS).unwrap())
});

static KEYMAP: LazyLock<Keymap> = LazyLock::new(|| {
    let default = include_str!("../../src/tui/keymap/default.ron");
    Keymap::parse(default, Action::INFO).unwrap()
});

/// What somebody types or pastes is safe to show once and for ever; a line of an entry loses no
/// word but those that say who, until when and what about.
pub fn typed(bytes: &[u8]) {
    let raw = String::from_utf8_lossy(bytes);
    for safe in [SafeText::new(&raw), SafeText::line(&raw)] {
        assert!(safe.len() <= MAX_BYTES);
        assert!(safe.chars().all(|c| c == '\n' || !c.is_control()));
        assert_eq!(SafeText::new(&safe), safe);
    }
    let line = SafeText::line(&raw);
    assert!(!line.contains('\n'));
    let entry = entry_line::parse(&line, &SUBJECTS, DateChoice::Guess, |_words| {
        Err(NotADate::Text)
    });
    assert_eq!(entry.due, None);
    for word in entry.text.split_whitespace() {
        assert!(line.contains(word), "{word:?} of {line:?}");
    }
    let is_plain = |word: &&str| !word.starts_with(['@', '!', '#']);
    let said: Vec<&str> = line.split_whitespace().collect();
    if said.iter().all(is_plain) {
        assert_eq!(entry.text.as_str(), said.join(" "));
    }
}

/// A user's keymap or theme is taken, or refused with a place in the file.
pub fn looks(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Err(error) = KEYMAP.overlaid(&text, Action::INFO) {
        within(&text, error.place.map_or(0, |place| place.line));
    }
    if let Err(error) = Theme::parse("own", &text) {
        within(&text, error.place.map_or(0, |place| place.line));
    }
}
