# Statuses, reasons, sections: the words of the trade.
reason-assignment = assignment { $number } of { $minutes }, due { $due }
reason-assignment-between = assignment of { $minutes }, due { $due }
reason-to-be-heard = to be heard: assignment { $number } of { $minutes }
reason-to-be-heard-between = to be heard: assignment of { $minutes }
assignment-given-short = of { $given }
reason-overdue = due { $due }, overdue by { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
reason-due-today = due today, { $due }
reason-due = due { $due }, { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
reason-event-day = event on { $first }
reason-event = event { $first }–{ $last }
reason-silent = { $weeks ->
        [one] no news for { $weeks } week
       *[other] no news for { $weeks } weeks
    }
reason-carried = not reached on { $meeting }
reason-parked = parked on { $meeting }
reason-promised = promised on { $meeting }
reason-value-due = the value of indicator { $number } for { $ended } is not recorded
reason-short-value-due = indicator { $number }, { $ended }
reason-unread = no deadline is given or it could not be read, a date is needed
reason-by-hand = added by the chair

section-assignments = Assignments due
section-overdue = Overdue
section-this-week = Due before the next meeting
section-values = Indicators
section-this-month = Due this month
section-approaching = Approaching
section-silent = No news
section-carried-over = Not reached before
section-added = Added by the chair
section-routine = Without discussion

status-not-started = not started
status-in-progress = in progress
status-in-progress-percent = in progress, { $percent } %
status-at-risk = at risk
status-done = done
status-postponed = postponed to { $to }
status-cancelled = cancelled
status-happened = { $said } { $day }
status-unknown = no mark

presence-unknown = not recorded
presence-present = present
presence-remote = remote
presence-late = late
presence-left-early = left early
presence-deputy = deputy: { $name }
presence-excused = absent: { $reason }
presence-absent = absent

control-happened = { $said } (done { $day })
control-reported = the executor reported it done
control-lifted = control lifted
control-dropped = dropped as no longer relevant
control-kept = kept under control until { $date }
control-extended = extended to { $date }
control-hear-on = to be heard on { $date }

assignment-open = under control
assignment-reported = reported done, not lifted
assignment-lifted = control lifted
assignment-dropped = dropped

entry-heard = Heard
entry-spoke = Spoke
entry-decision = Decided
entry-assignment = Assignment
entry-vote = Voted
entry-opinion = Dissenting opinion
entry-private = Private

timing-overdue = { $days ->
        [one] overdue by { $days } day
       *[other] overdue by { $days } days
    }
timing-today = today
timing-left = { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
timing-undated = no date
timing-unrecorded = before the record

role-responsible = responsible subject
role-executor = executor
role-co-executor = co-executor
role-controller = controller

group-overdue-or-moved = Overdue and moved
group-due-this-week = Due this week
group-due-before-next = Due before the next meeting
group-starting = Starting
group-later = Assigned, due later
group-continuing = Continuing work
group-events = Events of the week
group-events-of-period = Events before the next meeting

# The same reasons in a narrow column.
reason-short-assignment = assignment { $number } by { $due }
reason-short-overdue = { $due }, +{ $days } d
reason-short-due = { $due }, { $days } d
reason-short-silent = no news { $weeks } wk
