//! An old document in the real program, with a `soffice` of the test's own: asked about, converted
//! where a person says yes, and left where he says no.

use std::os::unix::fs::PermissionsExt as _;

use portable_pty::CommandBuilder;

use super::{Office, PROGRAM};

#[test]
fn an_old_document_is_converted_where_a_person_says_yes() {
    let office = Office::new();
    let home = office.home.path();
    let old = home.join("plan.rtf");
    std::fs::write(&old, b"{\\rtf1\\ansi text}").unwrap();
    let made = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/import/c1-two-levels.docx"
    );
    let script = format!(
        "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\ncp {made} \"$2/plan.docx\"\n"
    );
    let soffice = home.join("soffice");
    std::fs::write(&soffice, script).unwrap();
    std::fs::set_permissions(&soffice, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.env("PATH", format!("{}:/usr/bin:/bin", home.display()));
    let mut program = office.start_at(command, "ru", (120, 40));
    program.wait_for_text("Какое совещание?");
    program.send(b"\x07i");
    program.wait_for_text("Файл с планом");
    program.send(old.display().to_string().as_bytes());
    program.send(b"\r");
    program.wait_for_text("LibreOffice");
    program.send(b"\r");
    program.wait_for_text("1/5 Таблицы");
    program.send(b"\x1b");
    program.wait_for_text("ничего не записано");
    assert!(!office.state().join("documents/118-o.ron").exists());
}
