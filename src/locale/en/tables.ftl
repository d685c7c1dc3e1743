# Responsible subjects, order and filters of tables.
filters-clear = { $key }: no filter
plan-by-due = by due date
plan-by-executor = by executor
subjects-folded = groups folded
subjects-assigned = with assignments
subjects-direction = { $direction } – { $n }
subjects-directions-of = { $document }, sections { $list }
subjects-directions = By section: { $list }
subjects-assignments = assignments: { $n }
subjects-members = Members: { $members }
subjects-empty = Nobody owes anything: no activity and no assignment is open. Plan: F3, assignments: F5.
subjects-nothing-fits = Nobody fits the filter; Backspace: no filter.
subjects-extract = Extract: { $who } · minutes of { $date }
notice-no-extract = { $who }: no minutes assign anything, there is nothing to extract.
action-fold-groups = groups
action-show-extract = extract
