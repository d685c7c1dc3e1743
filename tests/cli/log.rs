//! `--log FILE` and the rights of new files.

use crate::harness::Place;

#[test]
fn the_log_says_what_was_asked_of_the_disk_and_nothing_of_what_is_in_it() {
    let place = Place::with_state();
    std::fs::remove_file(place.state().join("subjects.ron")).unwrap();
    let log = place.state().with_file_name("planerka.log");
    let run = place.run(&["check", "--repair", "--log", log.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let text = std::fs::read_to_string(&log).unwrap();
    for said in [
        " start planerka ",
        " lock .lock: taken",
        " rename to new subjects.ron: done",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.is_ascii(), "no word of the plan: {text}");
    let parent = place.state().parent().unwrap().to_owned();
    assert!(!text.contains(parent.to_str().unwrap()), "no home: {text}");

    let nowhere = place.run(&["due", "--log", "no/such/place.log"]);
    assert_eq!(nowhere.code, 1);
    assert!(nowhere.stderr.contains("place.log"), "{}", nowhere.stderr);
}

#[cfg(unix)]
#[test]
fn new_files_are_for_their_owner_unless_a_group_works_in_the_directory() {
    use std::os::unix::fs::PermissionsExt as _;

    let mode = |place: &Place| {
        std::fs::remove_file(place.state().join("subjects.ron")).unwrap();
        assert_eq!(place.run(&["check", "--repair"]).code, 0);
        let made = std::fs::metadata(place.state().join("subjects.ron")).unwrap();
        made.permissions().mode() & 0o777
    };
    let place = Place::with_state();
    assert_eq!(mode(&place), 0o600);
    place.edit("settings.ron", "format: 1,", "format: 1, shared: true,");
    // What the system gives by itself depends on the umask of whoever runs the tests.
    let probe = place.state().with_file_name("probe");
    std::fs::write(&probe, "").unwrap();
    let given = std::fs::metadata(probe).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place), given);
}
