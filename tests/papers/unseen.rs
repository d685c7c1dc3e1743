//! What nobody sees in a text from a messenger (variation selectors, joiners, direction marks, soft
//! hyphens) is on no paper, in no format, neither itself nor as its number.

use planerka::domain::entry::EntryKind;
use planerka::domain::meeting::Presence;
use planerka::domain::operation::Operation;
use planerka::paper::{Format, Request};

use crate::fixture::{FIRST, Journal, activity, assignment, day, empty, settings, subject, text};
use crate::unpack::{bytes, docx_text, xlsx_cells};

const TYPED: &str = "С\u{ad}огла\u{200b}совать \u{2764}\u{fe0f} график \u{202e}отпусков\u{202c} \
    \u{200f}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} и\u{2060} план\u{feff} 1\u{fe0f}\u{20e3}";

fn is_unseen(one: char) -> bool {
    matches!(one, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}')
}

#[test]
fn what_nobody_sees_is_on_no_paper_in_no_format() {
    let mut settings = settings();
    settings.place = TYPED.into();
    settings.papers.requisites.visas = vec![TYPED.into()];
    let base = empty(settings);
    let mut season = Journal::new();
    season.write(day(FIRST), Operation::OpenMeeting { agenda: Vec::new() });
    let item = activity("1.1.1");
    season.entry(day(FIRST), item, text(EntryKind::Decision, TYPED));
    season.entry(
        day(FIRST),
        item,
        assignment(TYPED, &["iro-asou"], "2023-06-15"),
    );
    season.write(
        day(FIRST),
        Operation::SetAttendance {
            subject: subject("mms"),
            presence: Some(Presence::Excused {
                reason: TYPED.into(),
            }),
        },
    );
    let workspace = base.with_records(season.records);
    for request in [
        Request::Minutes(day(FIRST)),
        Request::TacticalPlan(day(FIRST)),
        Request::Agenda(day(FIRST)),
        Request::Extract(day(FIRST), subject("iro-asou")),
    ] {
        for format in request.kind().formats() {
            let made = bytes(&request, format, &workspace);
            let text = match format {
                Format::Docx => docx_text(&made),
                Format::Xlsx => {
                    let sheets = xlsx_cells(made).into_iter();
                    let cells = sheets.flat_map(|(_, rows)| rows).flatten();
                    cells
                        .map(|cell| cell.to_string())
                        .collect::<Vec<_>>()
                        .join("\n")
                }
                _ => String::from_utf8(made).unwrap(),
            };
            // The mark at the beginning of a CSV is its encoding.
            let text = text.trim_start_matches('\u{feff}');
            assert!(!text.contains("U+"), "{request:?} {format}: {text}");
            let unseen = text
                .chars()
                .find(|one| is_unseen(*one) || *one == '\u{feff}');
            assert_eq!(unseen, None, "{request:?} {format}");
        }
    }
}
