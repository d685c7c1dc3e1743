//! The hall follows the chair through the state directory.

use std::path::Path;
use std::sync::Arc;

use planerka::domain::operation::WriterId;
use planerka::locale::{Language, Texts};
use planerka::store::embedded;
use planerka::store::lock::Holder;
use planerka::store::state_directory::{Options, StateDirectory};
use planerka::tui::hall::{Hall, follow};
use planerka::tui::program::load_workspace;

use crate::harness::{Desk, STATE, theme};

#[test]
fn the_room_sees_new_acts_and_settings_and_keeps_them_while_a_file_is_damaged() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let opened = StateDirectory::open(
        Arc::new(desk.files.clone()),
        Path::new(STATE),
        &Options {
            writer: WriterId("hall".to_owned()),
            read_only: true,
            holder: Holder {
                user: "hall".to_owned(),
                host: "hall".to_owned(),
                process: 8,
                since: String::new(),
            },
            embedded: embedded::ALL,
        },
    )
    .unwrap();
    let mut directory = opened.directory;
    let workspace = load_workspace(&mut directory, opened.records).unwrap();
    let mut hall = Hall {
        workspace,
        today: desk.setting.today,
        texts: Texts::new(Language::Ru),
        theme: theme("dark"),
        ascii: false,
    };
    let acts = |hall: &Hall| hall.workspace.ledger().records().len();
    let before = acts(&hall);
    follow(&mut hall, &mut directory);
    assert_eq!(acts(&hall), before);

    desk.press("d");
    follow(&mut hall, &mut directory);
    assert_eq!(acts(&hall), before + 1);

    let settings = Path::new(STATE).join("settings.ron");
    let good = desk.read("settings.ron").unwrap();
    let other = good.replace("duration: 60", "duration: 30");
    desk.files.place(&settings, other.as_bytes());
    follow(&mut hall, &mut directory);
    assert_eq!(hall.workspace.settings().duration, 30);

    desk.files.place(&settings, b"(format: 1");
    follow(&mut hall, &mut directory);
    assert_eq!(hall.workspace.settings().duration, 30);
    assert_eq!(acts(&hall), before + 1);
}
