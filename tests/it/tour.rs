//! The tour of the first start: offered once, goes on by doing, left with Esc, taken again.

use planerka::locale::Language;
use planerka::tui::model::Size;
use planerka::tui::model::tour::Step;

use crate::harness::{Desk, Setting};

fn new_chair(language: Language, width: u16, height: u16) -> Desk {
    let mut desk = Desk::with(Setting {
        language,
        size: Size { width, height },
        ..Setting::default()
    });
    desk.offer_tour();
    desk
}

#[test]
fn doing_what_a_step_says_leads_to_the_next_one() {
    let mut desk = new_chair(Language::Ru, 80, 24);
    desk.assert_shows("шаг 1 из 5");
    desk.assert_shows("Какое совещание?");
    desk.press("j Enter").assert_shows("шаг 2 из 5");
    desk.press("a Enter").assert_shows("шаг 2 из 5");
    desk.press("A").assert_shows("шаг 3 из 5");
    desk.press("w").assert_shows("шаг 4 из 5");
    desk.press("u").assert_shows("шаг 5 из 5");
    desk.assert_shows("Повестка");
    desk.press("Esc");
    assert_eq!(desk.model().tour, None);
    assert!(desk.notice().contains("ctrl-t"), "{}", desk.notice());
    // Something was recorded, which is enough not to offer it again.
    assert!(!desk.read("settings.ron").unwrap().contains("tour_seen"));
    desk.come_back_on("2023-05-25");
    desk.offer_tour();
    assert_eq!(desk.model().tour, None);
}

#[test]
fn left_at_once_it_is_not_offered_again_and_the_program_goes_on() {
    let mut desk = new_chair(Language::En, 80, 24);
    desk.assert_shows("step 1 of 5");
    desk.press("Esc");
    assert!(!desk.is_leaving());
    assert!(
        desk.read("settings.ron")
            .unwrap()
            .contains("tour_seen: true")
    );
    desk.come_back_on("2023-05-25");
    desk.offer_tour();
    assert_eq!(desk.model().tour, None);
    desk.press("ctrl-t");
    assert_eq!(desk.model().tour, Some(Step::Open));
    for _ in 1..5 {
        desk.press("ctrl-t");
    }
    assert_eq!(desk.model().tour, Some(Step::Finish));
    desk.press("ctrl-t");
    assert_eq!(desk.model().tour, None);
}

#[test]
fn an_open_box_is_left_before_the_tour() {
    let mut desk = new_chair(Language::Ru, 120, 40);
    desk.press("F1").assert_shows("Клавиши");
    desk.press("Esc");
    assert_eq!(desk.model().tour, Some(Step::Open));
}

#[test]
fn every_step_is_read_whole_at_every_size_in_both_languages() {
    for language in Language::ALL {
        for (width, height) in [(60, 15), (80, 24), (120, 40), (200, 60)] {
            let mut desk = new_chair(language, width, height);
            for step in Step::ALL {
                assert_eq!(desk.model().tour, Some(step));
                let frame = desk.frame();
                assert!(frame.contains("Esc: "), "{step:?}\n{frame}");
                let texts = &desk.model().texts;
                let last = texts.with("tour-help", &[("next", "ctrl-t".to_owned().into())]);
                assert!(frame.contains(&last), "{step:?} at {width}\n{frame}");
                desk.press("ctrl-t");
            }
        }
    }
}
