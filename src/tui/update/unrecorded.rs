//! Acts the disk does not take: shown, counted, asked about on leaving.

use crate::domain::operation::Record;
use crate::tui::act::{Act, Effect};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::unrecorded::Leave;
use crate::tui::model::{Model, Notice};
use crate::tui::open::prompt;
use crate::tui::select::words::describe_act;
use crate::tui::update::recorded::follow_up;

/// The act is in memory alone: the state follows, so that work goes on, and nothing says that it
/// is recorded.
pub fn kept(model: &mut Model, records: Vec<Record>, act: &Act) -> Vec<Effect> {
    let name = records.first().map(|record| record.act);
    let effects = follow_up(model, records, act);
    // Not what would be said of it: that it is recorded.
    let what = name.map(|act| describe_act(model, act));
    model.notice = Some(Notice::error(
        model
            .texts
            .with("notice-kept", &[("what", what.unwrap_or_default().into())]),
    ));
    effects
}

/// What was chosen.
pub(in crate::tui) fn chosen(model: &mut Model, way: Leave) -> Vec<Effect> {
    model.overlays.pop();
    match way {
        Leave::Retry => vec![Effect::Retry],
        Leave::Stay => Vec::new(),
        Leave::Lose => vec![Effect::QuitUnrecorded],
        Leave::Elsewhere => {
            let path = model.unrecorded.as_ref().map(|it| it.elsewhere.clone());
            prompt::open(model, Purpose::Elsewhere, &path.unwrap_or_default())
        }
    }
}
