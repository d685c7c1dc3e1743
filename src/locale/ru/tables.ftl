# Ответственные, порядок и отбор в таблицах.
filters-clear = { $key } — без отбора
plan-by-due = по сроку
plan-by-executor = по исполнителю
subjects-folded = группы свёрнуты
subjects-assigned = с поручениями
subjects-direction = { $direction } — { $n }
subjects-directions-of = { $document }, разд. { $list }
subjects-directions = По разделам: { $list }
subjects-assignments = поручений: { $n }
subjects-members = Входят: { $members }
subjects-empty = Никто ничего не должен: открытых мероприятий и поручений нет. План — F3, поручения — F5.
subjects-nothing-fits = Под отбор никто не подходит; Backspace — без отбора.
subjects-extract = Выписка: { $who } · протокол от { $date }
notice-no-extract = { $who }: ни в одном протоколе поручений нет, выписывать нечего.
action-fold-groups = группы
action-show-extract = выписка
