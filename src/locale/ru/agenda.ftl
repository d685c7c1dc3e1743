# Повестка: вес строки и его причины, блок без обсуждения, учёт до первого совещания.
ground-event = событие: собираются люди
ground-near = { $days ->
    [0] срок сегодня
    [one] до срока { $days } день
    [few] до срока { $days } дня
   *[many] до срока { $days } дней
}
ground-over = { $days ->
    [one] просрочено на { $days } день
    [few] просрочено на { $days } дня
   *[many] просрочено на { $days } дней
}
ground-moved = { $times ->
    [one] срок переносился { $times } раз
    [few] срок переносился { $times } раза
   *[many] срок переносился { $times } раз
}
ground-silent = { $weeks ->
    [one] нет вестей { $weeks } неделю
    [few] нет вестей { $weeks } недели
   *[many] нет вестей { $weeks } недель
}
ground-executor = { $overdue ->
    [one] у исполнителя просрочен ещё { $overdue } вопрос: { $who }
    [few] у исполнителя просрочено ещё { $overdue } вопроса: { $who }
   *[many] у исполнителя просрочено ещё { $overdue } вопросов: { $who }
}
ground-promised = обещано к сегодняшнему дню
ground-chair = поручено или внесено председателем
ground-indicator = от этого зависит показатель { $number }
ground-asked = просит рассмотреть: { $who }
ground-at-risk = исполнитель говорит об угрозе срыва
ground-points = { $ground } · { $points }

why-title = Почему здесь: { $item }
why-section = Раздел «{ $section }»: { $reasons }.
why-total = Вес { $total }: чем больше, тем выше в разделе.
why-none = Веса нет: порядок по плану.
why-settings = Сколько весит каждая причина, задаёт settings.ron, agenda.

agenda-section-common = { $count } · { $reason }
agenda-routine-late = { $late } → { $status }
agenda-routine-will = будет: { $status }
notice-routine-taken = Принято без обсуждения: { $n }
notice-routine-none = В блоке «Без обсуждения» ничего не осталось.
notice-discuss = { $item }: вынесено на обсуждение
notice-not-routine = Вопрос и так обсуждается: он не в блоке «Без обсуждения».
notice-heard-together = { $who }: вопросы подряд, всего { $n }
notice-heard-alone = Других нерассмотренных вопросов у исполнителя нет.

confirm-before-record = { $n ->
    [one] Отметить «исполнено до начала учёта» { $n } контрольную точку со сроком до { $day }?
    [few] Отметить «исполнено до начала учёта» { $n } контрольные точки со сроком до { $day }?
   *[many] Отметить «исполнено до начала учёта» { $n } контрольных точек со сроком до { $day }?
} Что не исполнено, отметьте потом по одной.
notice-before-record = Исполнено до начала учёта: { $n }
notice-before-none = Точек со сроком до начала учёта и без отметки здесь нет.
start-before-record = { $n ->
    [one] До начала учёта { $n } контрольная точка без сведений: просроченной она не считается. { $key } — отметить исполненной.
    [few] До начала учёта { $n } контрольные точки без сведений: просроченными они не считаются. { $key } — отметить исполненными.
   *[many] До начала учёта { $n } контрольных точек без сведений: просроченными они не считаются. { $key } — отметить исполненными.
}
act-pack-year = журнал { $year } года свёрнут
act-settle-control = { $assignment }: решено, что действует из сказанного на двух компьютерах
act-mark-before = исполнено до начала учёта: { $n }
overview-before-record = Исполнено до начала учёта

confirm-open-meeting = { $n ->
    [one] Открыть совещание { $date }? В повестке { $n } вопрос.
    [few] Открыть совещание { $date }? В повестке { $n } вопроса.
   *[many] Открыть совещание { $date }? В повестке { $n } вопросов.
}

reminders-written = { $n ->
    [one] { $n } черновик письма
    [few] { $n } черновика писем
   *[many] { $n } черновиков писем
} в { $place }. Ничего не отправлено: откройте в почтовой программе и проверьте.
reminders-none = Напоминать не о чем.
copy-done = Скопировано: { $what }. Если терминал не принял, выделите мышью.
copy-nothing = Копировать здесь нечего.
copy-too-long = Текст слишком велик для буфера терминала.
copy-reminder = напоминание, { $who }
copy-card = карточка { $item }
copy-line = строка

prompt-answers = Что сообщили исполнители
prompt-answers-help = По строке на пункт: 8.1 10.01 письмо № 12 · Alt+Enter — новая строка, вставить можно все сразу
answers-understood = понято строк: { $n }; Enter — записать
answers-line = строка { $line }: { $why }
answers-unknown = нет открытого поручения или мероприятия «{ $number }»
answers-taken = Записано ответов: { $n }

dispatch-title = Рассылка по совещанию { $date }: вручено { $handed } из { $n }
dispatch-all = Вручено всем сегодня
dispatch-left = осталось { $n }
dispatch-minutes = протокол
dispatch-plan = тактический план
dispatch-extract = выписка
dispatch-not-handed = не вручено
dispatch-handed = вручено { $day }, не подтверждено
dispatch-confirmed = получение подтверждено { $day }
dispatch-none = Рассылка ведётся после завершения совещания.
dispatch-all-done = Вручено всем.
dispatch-notice-all = Вручено: { $n }
dispatch-notice-handed = { $who }: вручено
dispatch-notice-confirmed = { $who }: получение подтверждено
dispatch-notice-back = { $who }: отметка о вручении снята
news-unconfirmed = Не подтвердили получение: { $n }
act-hand-over = рассылка по совещанию { $day }: { $who }
