//! How the papers look: form, layout, what stands at their head and end.

use serde::{Deserialize, Serialize};

use super::{Requisites, SafeText};

/// The part of `settings.ron` that is about papers. A field that is missing has its default.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PaperSettings {
    /// Short or full minutes.
    pub form: MinutesForm,
    /// How the questions of the minutes are laid out.
    pub layout: MinutesLayout,
    /// From this many people on, attendance is a number and the list an annex (domain.md 1.1).
    pub list_from: u16,
    /// Whether the tactical plan is printed behind the minutes as their annex.
    pub annex_tactical_plan: bool,
    /// What is stamped on every paper, in every format: «ДЕМОНСТРАЦИЯ», «ПРОЕКТ»; usually
    /// nothing.
    pub stamp: SafeText,
    /// The letterhead of DOCX: a file of `templates/`, by its name; none where papers have no
    /// letterhead.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub letterhead: SafeText,
    /// Who approves the papers («УТВЕРЖДАЮ»); none where the chair's signature is enough.
    pub approval: Option<Approval>,
    /// Requisites that are off until they are set.
    #[serde(skip_serializing_if = "Requisites::is_empty")]
    pub requisites: Requisites,
}

impl Default for PaperSettings {
    fn default() -> Self {
        Self {
            form: MinutesForm::Short,
            layout: MinutesLayout::Classical,
            list_from: 15,
            annex_tactical_plan: true,
            stamp: SafeText::default(),
            letterhead: SafeText::default(),
            approval: None,
            requisites: Requisites::default(),
        }
    }
}

/// How much of the talk the minutes tell (domain.md 1.2).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum MinutesForm {
    /// Questions and decisions.
    #[default]
    Short,
    /// What was heard and said, too.
    Full,
}

/// The two layouts that are in use (domain.md 1.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum MinutesLayout {
    /// «СЛУШАЛИ – ВЫСТУПИЛИ – РЕШИЛИ».
    #[default]
    Classical,
    /// Roman numbers, speakers in brackets, decisions at once.
    Federal,
}

/// The block «УТВЕРЖДАЮ».
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The post of the one who approves, as the block prints it.
    pub post: SafeText,
    /// «И.О. Фамилия»; may be empty.
    #[serde(default)]
    pub name: SafeText,
}
