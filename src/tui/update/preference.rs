//! What is said of a choice that was kept for the next start, or could not be.

use crate::tui::model::{Model, Notice};
use crate::tui::preference::{Kept, Preference};

/// Says how keeping a choice ended; `Err` has the reason in the user's language.
pub(in crate::tui) fn told(model: &mut Model, preference: &Preference, kept: Result<Kept, String>) {
    let texts = &model.texts;
    let what = match preference {
        Preference::Theme(name) => texts.with("preference-theme", &[("name", name.clone().into())]),
        Preference::Language(_) => texts.get("preference-language"),
        Preference::Mouse(true) => texts.get("preference-mouse-on"),
        Preference::Mouse(false) => texts.get("preference-mouse-off"),
        Preference::TourSeen => return,
        Preference::Bookmark(_, true) => texts.get("preference-bookmark"),
        Preference::Bookmark(_, false) => texts.get("preference-no-bookmark"),
        Preference::Filter(filter) => texts.with(
            "preference-filter",
            &[("name", filter.name.to_string().into())],
        ),
        Preference::NoFilter(name) => {
            texts.with("preference-no-filter", &[("name", name.to_string().into())])
        }
    };
    let what = ("what", what.into());
    model.notice = Some(match kept {
        // Nothing was written now; who only reads is not told otherwise.
        Ok(Kept::AsItWas) => Notice::done(texts.with("preference-as-it-was", &[what])),
        Ok(Kept::Written) => Notice::done(texts.with("preference-kept", &[what])),
        Err(why) => {
            Notice::warning(texts.with("preference-not-kept", &[what, ("why", why.into())]))
        }
    });
}
