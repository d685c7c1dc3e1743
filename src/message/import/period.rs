//! For which stretch of time a plan is, where its title does not say it surely.

use crate::domain::document::Document;
use crate::import::Draft;
use crate::import::report::PeriodBasis;
use crate::locale::Texts;

/// Which years deadlines are read in, where the title does not say it surely. An order has no title
/// that would.
pub(super) fn period(texts: &Texts, draft: &Draft, document: &Document) -> Option<String> {
    let id = match draft.report.period_by {
        PeriodBasis::Title => return None,
        PeriodBasis::Nothing => "import-period-nothing",
        _ if !draft.lines.is_empty() => return None,
        PeriodBasis::TitleYears => "import-period-title-years",
        PeriodBasis::Deadlines if document.requisites.date.is_some() => {
            "import-period-deadlines-and-date"
        }
        PeriodBasis::Deadlines => "import-period-deadlines",
        PeriodBasis::Date => "import-period-date",
    };
    let span = document.span();
    Some(texts.with(
        id,
        &[
            ("first", texts.date_full(span.first).into()),
            ("last", texts.date_full(span.last).into()),
        ],
    ))
}
