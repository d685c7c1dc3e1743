//! Papers as text: plain, Markdown and HTML are made by templates. Those that come with the
//! program are the ones really used; files of the same names in `templates/` of the state
//! directory take their place. What a template is given is written down in `docs/templates.md`.

mod apart;
mod bounds;
mod data;
mod escape;
mod fault;
mod letterhead;
mod sample;

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior};

use super::model::Paper;
use super::request::{Format, Request};
pub use apart::{Apart, NoAnswer, work};
pub use fault::{TemplateFault, TemplateProblem};
pub use letterhead::letterhead_fault;
pub use sample::{request as sample_request, sample};

/// The templates that come with the program, by the names they have in `templates/`.
pub const EMBEDDED: [(&str, &str); 3] = [
    ("paper.txt", include_str!("template/paper.txt")),
    ("paper.md", include_str!("template/paper.md")),
    ("paper.html", include_str!("template/paper.html")),
];

/// Before the name of an embedded template, where a file of the same name has taken its place:
/// `{% extends "embedded/paper.html" %}`.
const PREFIX: &str = "embedded/";

/// Steps one paper may take: a season's report takes some hundred thousand, a loop that was not
/// meant any number.
const FUEL: u64 = 10_000_000;

/// How deep templates may include and macros call each other.
const DEEPEST: usize = 100;

/// The templates in effect.
#[derive(Clone, Debug)]
pub struct Templates {
    environment: Environment<'static>,
    /// The files of the user, by name.
    own: BTreeMap<String, String>,
    /// Where those are filled; in this process if nowhere.
    apart: Option<Apart>,
    /// What a DOCX is written on.
    letterheads: letterhead::Letterheads,
    /// How much has been made.
    count: Arc<bounds::Count>,
}

/// A text made by a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// Why the user's template was not used, if it was not.
    pub fault: Option<TemplateFault>,
}

impl Default for Templates {
    fn default() -> Self {
        Self::new([])
    }
}

impl Templates {
    /// The embedded templates and, before them, files by their names: `paper.html` for all papers,
    /// `minutes.html` for one kind of them.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let own: BTreeMap<String, String> = files.into_iter().collect();
        let mut environment = Environment::new();
        // A line that holds only a tag leaves nothing behind. The delimiters stay the usual ones,
        // which cannot fail.
        if let Ok(syntax) = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()
        {
            environment.set_syntax(syntax);
        }
        // A slip in the name of a field is said, not printed as nothing.
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|name| match name.rsplit('.').next() {
            Some("html") => AutoEscape::Html,
            Some("md") => AutoEscape::Custom("markdown".into()),
            _ => AutoEscape::None,
        });
        environment.set_recursion_limit(DEEPEST);
        let count = Arc::new(bounds::Count::default());
        let counted = Arc::clone(&count);
        environment
            .set_formatter(move |out, state, value| escape::format(out, state, value, &counted));
        environment.add_filter("indent", bounds::indent());
        environment.add_filter("format", bounds::format());
        environment.add_filter("lines", escape::lines);
        environment.add_filter("cell", escape::cell);
        let files = own.clone();
        environment.set_loader(move |name| {
            let (name, is_embedded) = match name.strip_prefix(PREFIX) {
                Some(rest) => (rest, true),
                None => (name, false),
            };
            let own = files.get(name).filter(|_| !is_embedded).cloned();
            Ok(own.or_else(|| embedded(name).map(str::to_owned)))
        });
        Self {
            environment,
            own,
            apart: None,
            letterheads: letterhead::Letterheads::default(),
            count,
        }
    }

    /// The same, the files of the user filled in another process.
    #[must_use]
    pub fn apart(mut self, apart: Option<Apart>) -> Self {
        self.apart = apart;
        self
    }

    /// The text of a paper. Where the user's template fails the embedded one does it.
    pub(super) fn render(
        &self,
        request: &Request,
        format: Format,
        paper: &Paper,
    ) -> Result<Rendered, Error> {
        let data = data::of(request, paper);
        let end = format.extension();
        let general = format!("paper.{end}");
        let names = [format!("{}.{end}", request.kind().name()), general.clone()];
        let mut fault = None;
        if let Some(name) = names.iter().find(|name| self.own.contains_key(*name)) {
            match self.fill_own(name, &data) {
                Ok(text) => return Ok(Rendered { text, fault }),
                Err(error) => fault = Some(error),
            }
        }
        let text = self.fill(&format!("{PREFIX}{general}"), &data)?;
        Ok(Rendered { text, fault })
    }

    fn fill_own(&self, name: &str, data: &Value) -> Result<String, TemplateFault> {
        match &self.apart {
            Some(apart) => apart.fill(name, &self.own, data),
            None => self.fill_here(name, data, FUEL),
        }
    }

    /// Fills a template of the user in this process.
    fn fill_here(&self, name: &str, data: &Value, fuel: u64) -> Result<String, TemplateFault> {
        for (name, text) in &self.own {
            if let Some(line) = bounds::long_tag(text) {
                return Err(TemplateFault::long_tag(name, line, text));
            }
        }
        let filled = |fuel| {
            let mut environment = self.environment.clone();
            environment.set_fuel(Some(fuel));
            self.fill_with(&environment, name, data)
                .map_err(|error| TemplateFault::new(name, &error, &self.own))
        };
        filled(fuel).map_err(|fault| {
            let is_placed = fault.line > 0 || fault.problem != TemplateProblem::TooLarge;
            if is_placed || fuel < FUEL {
                return fault;
            }
            let stopped = |fuel| {
                let fault = filled(fuel).err()?;
                (fault.problem == TemplateProblem::Endless).then_some(fault)
            };
            fault::locate(stopped).map_or(fault.clone(), |place| place.but(&fault))
        })
    }

    fn fill(&self, name: &str, data: &Value) -> Result<String, Error> {
        self.fill_with(&self.environment, name, data)
    }

    fn fill_with(
        &self,
        environment: &Environment<'_>,
        name: &str,
        data: &Value,
    ) -> Result<String, Error> {
        self.count.begin();
        let mut made = bounds::Bounded::default();
        environment
            .get_template(name)?
            .render_captured_to(data.clone(), &mut made)?;
        let mut text = escape::visible(&String::from_utf8_lossy(&made.0));
        // One line break at the end, no more.
        text.truncate(text.trim_end().len());
        text.push('\n');
        Ok(text)
    }

    /// What is wrong with a file of the user, tried on a paper that has everything a paper can
    /// have; `None` when nothing is, or when the file is no template.
    pub fn fault(&self, name: &str) -> Option<TemplateFault> {
        let data = data::of(&sample::request(), &sample::sample());
        self.fill_own(name, &data).err()
    }
}

fn embedded(name: &str) -> Option<&'static str> {
    EMBEDDED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

#[cfg(test)]
mod tests;
