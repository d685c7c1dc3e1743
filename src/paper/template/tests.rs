use minijinja::value::ValueKind;

use super::*;

fn with(name: &str, text: &str) -> Templates {
    Templates::new([(name.to_owned(), text.to_owned())])
}

fn filled(templates: &Templates, format: Format) -> Rendered {
    templates
        .render(&sample_request(), format, &sample())
        .unwrap()
}

#[test]
fn the_embedded_templates_fill_every_paper() {
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let rendered = filled(&Templates::default(), format);
        assert_eq!(rendered.fault, None);
        for text in sample().texts() {
            // Plain text has no heading over what begins a row, nor over an empty cell.
            if format == Format::Text && ["№", "Task", "Due"].contains(&text.as_str()) {
                continue;
            }
            assert!(rendered.text.contains(&text), "{format}: {text}");
        }
    }
}

#[test]
fn a_file_of_one_kind_goes_before_that_of_all() {
    let templates = Templates::new([
        ("paper.txt".to_owned(), "all".to_owned()),
        ("minutes.txt".to_owned(), "minutes\n\n\n".to_owned()),
    ]);
    assert_eq!(filled(&templates, Format::Text).text, "minutes\n");
    let agenda = Request::Agenda(crate::domain::date::Date::MIN);
    let rendered = templates.render(&agenda, Format::Text, &sample()).unwrap();
    assert_eq!(rendered.text, "all\n");
}

#[test]
fn a_template_builds_on_the_embedded_one() {
    let own =
        "{% extends \"paper.html\" %}{% block style %}{{ super() }}p{color:red}{% endblock %}";
    let rendered = filled(&with("minutes.html", own), Format::Html);
    assert_eq!(rendered.fault, None);
    assert!(rendered.text.contains("p{color:red}") && rendered.text.contains("--ground"));
    let own = own.replace("paper.html", "embedded/paper.html");
    let rendered = filled(&with("paper.html", &own), Format::Html);
    assert_eq!(rendered.fault, None);
    assert!(rendered.text.contains("p{color:red}"));
}

#[test]
fn html_and_markdown_escape_by_themselves() {
    let mut paper = sample();
    paper.subject = "<b> & *c*\u{0}".to_owned();
    let fill = |name: &str, format| {
        with(name, "{{ paper.subject }}")
            .render(&sample_request(), format, &paper)
            .unwrap()
            .text
    };
    assert_eq!(
        fill("paper.html", Format::Html),
        "&lt;b&gt; &amp; *c*\u{fffd}\n"
    );
    assert_eq!(
        fill("paper.md", Format::Markdown),
        "&lt;b&gt; &amp; \\*c\\*␀\n"
    );
    assert_eq!(fill("paper.txt", Format::Text), "<b> & *c*␀\n");
}

#[test]
fn a_broken_template_is_named_with_its_line_and_the_embedded_one_does_it() {
    let whole = filled(&Templates::default(), Format::Html).text;
    for (text, line, problem) in [
        ("one\n{% for x in %}\n", 2, TemplateProblem::Syntax),
        ("{{ paper.sbject }}", 1, TemplateProblem::NoValue),
        (
            "\n\n{{ paper | upside_down }}",
            3,
            TemplateProblem::UnknownName,
        ),
        ("{% extends 'no.html' %}", 1, TemplateProblem::NoTemplate),
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}",
            1,
            TemplateProblem::Endless,
        ),
        (
            "{% extends 'paper.html' %}\n{% block paper %}\n{{ oops }}{% endblock %}",
            3,
            TemplateProblem::NoValue,
        ),
    ] {
        let templates = with("minutes.html", text);
        let rendered = filled(&templates, Format::Html);
        assert_eq!(rendered.text, whole);
        let fault = rendered.fault.unwrap();
        assert_eq!(
            (fault.file.as_str(), fault.line),
            ("minutes.html", line),
            "{fault:?}"
        );
        assert_eq!(fault.problem, problem, "{fault:?}");
        assert_eq!(fault.excerpt, text.lines().nth(line - 1).unwrap());
        assert_eq!(templates.fault("minutes.html"), Some(fault));
    }
}

#[test]
fn a_template_that_takes_more_than_any_paper_needs_is_named_with_its_line() {
    let kept = "{% set x %}{% for a in range(99999) %}{{ 'y' * 999 }}{% endfor %}{% endset %}";
    let long = format!("\n\n{{{{ 1{} }}}}", " + 1".repeat(50_000));
    let raw = format!(
        "\n{{% for a in range(99999) %}}{}{{% endfor %}}",
        "y".repeat(999)
    );
    for (text, line, problem) in [
        (
            "\n{{ 'x' | indent(999999999) }}",
            2,
            TemplateProblem::TooLarge,
        ),
        (
            "\n{{ 'x' | indent(width=999999999) }}",
            2,
            TemplateProblem::TooLarge,
        ),
        (
            "\n{{ '%99999999999d' | format(1) }}",
            2,
            TemplateProblem::TooLarge,
        ),
        (
            "\n{{ '%*d' | format(99999999999, 1) }}",
            2,
            TemplateProblem::TooLarge,
        ),
        ("{{ 'x' * 99999999 }}", 1, TemplateProblem::TooLarge),
        (kept, 1, TemplateProblem::TooLarge),
        (&raw, 2, TemplateProblem::TooLarge),
        (&long, 3, TemplateProblem::TagTooLong),
    ] {
        let fault = with("minutes.txt", text).fault("minutes.txt").unwrap();
        assert_eq!((fault.line, fault.problem), (line, problem), "{fault:?}");
    }
    let fine = "{{ 'x' | indent(4, true) }}{{ '%5.1f' | format(2) }}{{ 'y' * 3 }}";
    assert_eq!(with("minutes.txt", fine).fault("minutes.txt"), None);
}

#[test]
fn an_escape_in_a_template_is_shown() {
    let rendered = filled(
        &with("paper.txt", "a\u{1b}[2J\u{9b}\r\nb\rc\td"),
        Format::Text,
    );
    assert_eq!(rendered.text, "a␛[2J⟨U+009B⟩\nb\nc\td\n");
}

#[test]
fn what_dies_in_a_process_of_its_own_is_named_with_its_line() {
    // A process in which nothing is left of a template after so many steps.
    let apart = Apart::new(|job| {
        let job = String::from_utf8_lossy(job).into_owned();
        let (_, fuel) = job.rsplit_once("\"fuel\":").unwrap();
        let fuel: u64 = fuel.trim_end_matches('}').parse().unwrap();
        if fuel > 9 {
            return Err(NoAnswer::Died);
        }
        work(job.as_bytes()).ok_or(NoAnswer::Died)
    });
    let text = "{{ 'a' }}\n".repeat(9);
    let templates = with("minutes.txt", &text).apart(Some(apart));
    let fault = templates.fault("minutes.txt").unwrap();
    assert_eq!(fault.problem, TemplateProblem::TooLarge);
    assert!((3..7).contains(&fault.line), "{fault:?}");
}

#[test]
fn a_fault_in_an_included_file_is_found_there() {
    let templates = Templates::new([
        (
            "minutes.txt".to_owned(),
            "{% include \"foot.txt\" %}".to_owned(),
        ),
        ("foot.txt".to_owned(), "\n{{ nobody }}".to_owned()),
    ]);
    let fault = filled(&templates, Format::Text).fault.unwrap();
    assert_eq!((fault.file.as_str(), fault.line), ("foot.txt", 2));
}

/// Every name in the data: «paper.kind», «block.type» …
fn names(value: &Value, found: &mut std::collections::BTreeSet<String>) {
    for key in value.try_iter().into_iter().flatten() {
        if let Some(name) = key.as_str().filter(|_| value.kind() == ValueKind::Map) {
            found.insert(name.to_owned());
            names(&value.get_item(&key).unwrap(), found);
        } else if matches!(key.kind(), ValueKind::Map | ValueKind::Seq) {
            names(&key, found);
        }
    }
}

#[test]
fn the_page_on_templates_has_every_name_and_value() {
    let page = include_str!("../../../docs/templates.md");
    let mut found = std::collections::BTreeSet::new();
    names(&data::of(&sample_request(), &sample()), &mut found);
    for name in [
        "kind",
        "parts",
        "blocks",
        "orientation",
        "role",
        "cells",
        "head_columns",
    ] {
        assert!(found.contains(name), "the walk does not reach {name}");
    }
    found.remove("paper");
    for name in found {
        let is_written = [format!("`{name}`"), format!(".{name}`")];
        assert!(is_written.iter().any(|form| page.contains(form)), "{name}");
    }
    for kind in crate::paper::Kind::ALL {
        assert!(page.contains(&format!("`{}`", kind.name())), "{kind:?}");
    }
}

#[test]
fn what_the_page_promises_is_there() {
    let every = "\
{{ paper.kind }} {{ paper.date }} {{ paper.subject }} {{ paper.issuer }}
{% for part in paper.parts %}
{{ part.orientation }}
{% for block in part.blocks %}
{% if block.type == 'corner' %}
corner {{ block.lines | lines }}
{% elif block.type == 'text' %}
text {{ block.role }} {{ block.text }}
{% elif block.type == 'requisites' %}
requisites {{ block.places | join('/') }}
{% elif block.type == 'point' %}
point {{ block.run }} {{ block.level }} {{ block.number }} {{ block.text }}
{% elif block.type == 'table' %}
table {{ block.head_columns }}{% for column in block.columns %} {{ column.heading }}:{{ column.width }}{% endfor %}

{% for row in block.rows %}
{% if row.group is defined %}
group {{ row.group }}
{% else %}
cells {{ row.cells | join('/') }}
{% endif %}
{% endfor %}
{% elif block.type == 'signature' %}
signature {{ block.post }} {{ block.name or '?' }}{% if block.copy %} copy{% endif %}

{% endif %}
{% endfor %}
{% endfor %}
";
    let rendered = filled(&with("paper.txt", every), Format::Text);
    assert_eq!(rendered.fault, None);
    let expected = "\
minutes 2000-01-01 Subject Issuer
portrait
corner Corner
second line
text organisation Organisation
text kind KIND
text heading Heading
text state State
text section Section
text flush Flush
text body Body
text line Line
text dash Dash
text remark Remark
requisites Left/Middle/Right
point agenda 0 I Point I
point decisions 0 1 Point 1
point decisions 1 1.1 Point 1.1
landscape
table 2 №:16.6 Task:50.0 Due:33.3
group Group
cells 1/Cell/
signature Post Name copy
signature Post ?
";
    assert_eq!(rendered.text, expected);
}

#[test]
fn the_example_of_the_page_works() {
    let page = include_str!("../../../docs/templates.md");
    let (_, rest) = page.split_once("```jinja\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let rendered = filled(&with("paper.html", example), Format::Html);
    assert_eq!(rendered.fault, None);
    assert!(rendered.text.contains(".kind { letter-spacing: normal; }"));
    assert!(rendered.text.contains("--ground"));
}
