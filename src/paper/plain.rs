//! Minutes as plain text, for the eye of a comparison.

use super::compose::{self, Frame};
use super::request::{Format, Request};
use super::template::Templates;
use crate::domain::minutes::Minutes;
use crate::domain::settings::{MinutesForm, PaperSettings};

/// The text of minutes in the full form: what a comparison of versions has to see.
pub fn minutes(minutes: &Minutes) -> String {
    let frame = Frame::with(PaperSettings {
        form: MinutesForm::Full,
        list_from: u16::MAX,
        ..PaperSettings::default()
    });
    let paper = compose::minutes(minutes, &frame, None);
    let request = Request::Minutes(minutes.head.date);
    // The embedded template fills every paper; tests hold that.
    Templates::default()
        .render(&request, Format::Text, &paper)
        .map(|rendered| rendered.text)
        .unwrap_or_default()
}
