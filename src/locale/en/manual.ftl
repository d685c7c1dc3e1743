# The manual page and completions in a shell.
cli-about-man = The manual page for man
cli-about-completions = Completions for a shell
cli-help-shell = bash, zsh, fish, elvish or powershell

man-manual = Planerka
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-description-text =
    Without a command the terminal program starts: the agenda of the meeting with a reason on every line, marks, decisions and assignments with single keys, minutes and tactical plan at the end. F1 shows the keys, planerka keys prints them.
    The commands give the same data without a screen: as plain text or, with --json, for other programs. Data go to stdout, messages to stderr.
man-options = OPTIONS OF EVERY COMMAND
man-commands = COMMANDS
man-files = FILES
man-files-text =
    documents/*.ron (or plan.ron): the documents on control, verbatim; subjects.ron: organisations, groups, positions, people; settings.ron: when, where, who chairs, who sits at the table; keymap.ron: your keys; themes/*.ron: your themes; templates/: your templates of papers; export/: papers for others.
    journal/*.log: everything that happened, one line an act; minutes/ and tactical-plans/: the papers; a draft follows from the journal, what is approved never changes; approved/: a copy of every approved version.
    The state directory is --state, else PLANERKA_STATE, else ./state in a clone of the repository, else the user's data directory.
man-environment = ENVIRONMENT
man-environment-text =
    PLANERKA_STATE: the state directory. NO_COLOR: no colours. COLORTERM and TERM: how many colours the terminal has. LC_ALL, LC_MESSAGES, LANG: the language, unless named otherwise.
man-exit = EXIT STATUS
man-exit-text =
    0: all is well; 1: not found, or faults in the files; 2: the call was not understood; 129: the terminal is gone.
man-see = SEE ALSO
man-see-text = README.md: a meeting in ten minutes, the files, the themes.
