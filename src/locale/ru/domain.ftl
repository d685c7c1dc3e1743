# Состояния, причины, разделы: слова предметной области.
reason-assignment = поручение { $number } от { $minutes }, срок { $due }
reason-assignment-between = поручение от { $minutes }, срок { $due }
reason-to-be-heard = заслушать: поручение { $number } от { $minutes }
reason-to-be-heard-between = заслушать: поручение от { $minutes }
assignment-given-short = от { $given }
reason-overdue = срок { $due }, просрочено { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
reason-due-today = срок сегодня, { $due }
reason-due = срок { $due }, { $days ->
        [one] остался { $days } день
        [few] осталось { $days } дня
       *[many] осталось { $days } дней
    }
reason-event-day = событие { $first }
reason-event = событие { $first }–{ $last }
reason-silent = нет вестей { $weeks ->
        [one] { $weeks } неделю
        [few] { $weeks } недели
       *[many] { $weeks } недель
    }
reason-carried = не рассмотрено { $meeting }
reason-parked = отложено { $meeting }
reason-promised = обещано { $meeting }
reason-value-due = значение показателя { $number } на { $ended } не записано
reason-short-value-due = показатель { $number }, { $ended }
reason-unread = срок не указан или не прочитан, нужна дата
reason-by-hand = внесено председателем

section-assignments = Поручения к сроку
section-overdue = Просрочено
section-this-week = Срок до следующего совещания
section-values = Показатели
section-this-month = Срок в этом месяце
section-approaching = Подходит срок
section-silent = Нет вестей
section-carried-over = Не рассмотрено ранее
section-added = Внесено председателем
section-routine = Без обсуждения

status-not-started = не начато
status-in-progress = в работе
status-in-progress-percent = в работе, { $percent } %
status-at-risk = под угрозой срыва
status-done = исполнено
status-postponed = перенесено на { $to }
status-cancelled = снято
status-happened = { $said } { $day }
status-unknown = отметки нет

presence-unknown = не отмечено
presence-present = присутствует
presence-remote = удалённо
presence-late = с опозданием
presence-left-early = не до конца
presence-deputy = представитель: { $name }
presence-excused = отсутствует: { $reason }
presence-absent = отсутствует

control-happened = { $said } (исполнено { $day })
control-reported = исполнитель доложил об исполнении
control-lifted = снято с контроля
control-dropped = снято как утратившее актуальность
control-kept = оставлено на контроле до { $date }
control-extended = срок продлён до { $date }
control-hear-on = будет заслушано { $date }

assignment-open = на контроле
assignment-reported = исполнено, не снято
assignment-lifted = снято с контроля
assignment-dropped = снято, утратило актуальность

entry-heard = Слушали
entry-spoke = Выступили
entry-decision = Решили
entry-assignment = Поручение
entry-vote = Голосовали
entry-opinion = Особое мнение
entry-private = Для себя

timing-overdue = { $days ->
        [one] просрочено { $days } день
        [few] просрочено { $days } дня
       *[many] просрочено { $days } дней
    }
timing-today = сегодня
timing-left = { $days ->
        [one] остался { $days } день
        [few] осталось { $days } дня
       *[many] осталось { $days } дней
    }
timing-undated = без даты
timing-unrecorded = до начала учёта

role-responsible = ответственный субъект
role-executor = исполнитель
role-co-executor = соисполнитель
role-controller = контролёр

group-overdue-or-moved = Просрочено и перенесено
group-due-this-week = Срок на этой неделе
group-due-before-next = Срок до следующего совещания
group-starting = Начинается
group-later = Поручено, срок позже
group-continuing = Постоянная работа
group-events = События недели
group-events-of-period = События до следующего совещания

# Те же причины в узком столбце.
reason-short-assignment = поручение { $number } к { $due }
reason-short-overdue = { $due }, +{ $days } дн.
reason-short-due = { $due }, { $days } дн.
reason-short-silent = нет вестей { $weeks } нед.
