# The agenda: the weight of a line and its grounds, the block without discussion, what was before the record.
ground-event = an event: people come together
ground-near = { $days ->
    [0] due today
    [one] { $days } day left
   *[other] { $days } days left
}
ground-over = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
ground-moved = { $times ->
    [one] moved { $times } time
   *[other] moved { $times } times
}
ground-silent = { $weeks ->
    [one] no news for { $weeks } week
   *[other] no news for { $weeks } weeks
}
ground-executor = { $overdue ->
    [one] { $overdue } other item of the executor is overdue: { $who }
   *[other] { $overdue } other items of the executor are overdue: { $who }
}
ground-promised = promised for today
ground-chair = assigned or put on by the chair
ground-indicator = indicator { $number } rests on it
ground-asked = asked for by { $who }
ground-at-risk = the executor says it is at risk
ground-points = { $ground } · { $points }

why-title = Why here: { $item }
why-section = Section “{ $section }”: { $reasons }.
why-total = Weight { $total }: the more, the higher in its section.
why-none = No weight: the order of the plan.
why-settings = What each reason weighs is set in settings.ron, agenda.

agenda-section-common = { $count } · { $reason }
agenda-routine-late = { $late } → { $status }
agenda-routine-will = will be: { $status }
notice-routine-taken = Taken without discussion: { $n }
notice-routine-none = Nothing is left in the block without discussion.
notice-discuss = { $item }: put up for discussion
notice-not-routine = It is discussed anyway: it is not in the block without discussion.
notice-heard-together = { $who }: items in a row, { $n } in all
notice-heard-alone = The executor has no other item left.

confirm-before-record = { $n ->
    [one] Mark { $n } control point due before { $day } as done before the record?
   *[other] Mark { $n } control points due before { $day } as done before the record?
} Mark one by one afterwards what is not done.
notice-before-record = Done before the record: { $n }
notice-before-none = There is nothing here that was due before the record and has no mark.
start-before-record = { $n ->
    [one] { $n } control point was due before the record, and nothing is known of it: it does not count as overdue.
   *[other] { $n } control points were due before the record, and nothing is known of them: they do not count as overdue.
} { $key } marks them done.
act-pack-year = the journal of { $year } packed
act-settle-control = { $assignment }: settled what two computers said apart
act-mark-before = done before the record: { $n }
overview-before-record = Done before the record

confirm-open-meeting = { $n ->
    [one] Open the meeting of { $date }? There is { $n } item on the agenda.
   *[other] Open the meeting of { $date }? There are { $n } items on the agenda.
}

reminders-written = { $n ->
    [one] { $n } draft
   *[other] { $n } drafts
} in { $place }. Nothing was sent: open them in a mail program and check.
reminders-none = There is nothing to remind of.
copy-done = Copied: { $what }. If the terminal did not take it, select it with the mouse.
copy-nothing = There is nothing to copy here.
copy-too-long = The text is too long for the terminal's clipboard.
copy-reminder = reminder to { $who }
copy-card = card { $item }
copy-line = line

prompt-answers = What executors report
prompt-answers-help = A line per point: 8.1 10.01 letter No. 12 · Alt+Enter for a new line, all can be pasted at once
answers-understood = lines understood: { $n }; Enter records
answers-line = line { $line }: { $why }
answers-unknown = there is no open assignment or activity “{ $number }”
answers-taken = Answers recorded: { $n }

dispatch-title = Papers of { $date }: handed over to { $handed } of { $n }
dispatch-all = Handed over to all today
dispatch-left = { $n } left
dispatch-minutes = minutes
dispatch-plan = tactical plan
dispatch-extract = extract
dispatch-not-handed = not handed over
dispatch-handed = handed over { $day }, not confirmed
dispatch-confirmed = receipt confirmed { $day }
dispatch-none = Papers go out once the meeting has ended.
dispatch-all-done = Everybody has got them.
dispatch-notice-all = Handed over to { $n }
dispatch-notice-handed = { $who }: handed over
dispatch-notice-confirmed = { $who }: receipt confirmed
dispatch-notice-back = { $who }: taken back
news-unconfirmed = Receipt not confirmed: { $n }
act-hand-over = papers of { $day } to { $who }
