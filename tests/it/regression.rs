//! One test for every fault that was found, named after what the user saw.

use crate::harness::Desk;

#[test]
fn an_activity_could_be_postponed_into_the_past() {
    for script in [
        "Enter p «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 3 «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 4 «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 5 «24.05.2023» Enter",
    ] {
        let mut desk = Desk::new();
        desk.press(script);
        desk.assert_shows("24.05.2023");
        desk.assert_shows("Срок раньше дня совещания.");
    }
}
