# Экраны: заголовки, подсказки, извещения, ошибки.
title-start = Планёрка
title-subjects = Ответственные
title-on-control = Документы на контроле: { $n }
title-no-documents = Документов на контроле нет
title-plan = { $kind } { $date } № { $number }
title-meeting-open = Совещание { $date } · № { $number }, черновик
title-meeting-reopened = Совещание { $date } · № { $number }, открыт снова после версии { $version }
title-meeting-finished = Совещание { $date } · № { $number }, утверждён, версия { $version }
top-as-of = на { $date }
top-as-of-meeting = на день совещания { $date }
top-present = присутствуют { $present } из { $members }
top-items = { $done }/{ $total } вопр.
top-pace = осталось { $minutes } мин · по { $each }
top-overtime = дольше на { $minutes } мин

start-which = Какое совещание?
start-outside-plan = Сегодня { $today }, а документы на контроле действуют с { $first } по { $last }. Выберите совещание; Enter открывает первый без протокола.
start-example = Это пример: настоящий план на { $first } – { $last }, сегодня { $today }. Свой план — { $import }; осмотреться на примере — Enter.
start-over = Сегодня { $today }, документы действовали по { $last }. Поручения остаются на контроле. Итоги и перенос открытого — { $plan }, { $closing }; следующий план — { $import }.
start-files = Файлы — документы, журнал, протоколы — лежат в каталоге { $directory }
start-open = совещание не закончено, Enter — продолжить
start-finished = протокол № { $number }
start-not-held = не проводилось: { $reason }
start-day-off = нерабочий день
start-today = сегодня

agenda-title = Повестка
agenda-empty = Вопросов нет: ни у одного мероприятия срок не подходит и не прошёл. Вопрос из плана — i, вопрос вне плана — t.
card-title = { $kind ->
    [point] Пункт { $item }
   *[activity] Мероприятие { $item }
}
card-title-other = Вопрос
card-title-branch = Раздел плана
card-term = Срок:
card-due = Читается как:
card-occurrence = контрольная точка { $n } из { $of }: { $span }
card-corrected = прочтение исправлено вручную
card-unread = Прочитать не удалось: срок не понят. Назовите дату клавишей y в плане.
card-missed = { $n ->
        [one] не закрыта { $n } прошлая контрольная точка
        [few] не закрыты { $n } прошлые контрольные точки
       *[many] не закрыто { $n } прошлых контрольных точек
    }
card-status = Отметка:
card-trail = След:
card-result = Результат:
card-responsible = Ответственный субъект:
card-executors = Исполнители:
card-entries = На этом совещании
card-earlier = На контроле с прошлых совещаний
card-who-due = { $who } · срок { $due }
card-who-due-state = { $who } · срок { $due } · { $state }
card-no-executor = исполнитель не назван
card-extensions = { $n ->
        [one] перенос { $n }-й раз
       *[other] перенос { $n }-й раз
    }
card-branch-counts = Мероприятий: { $all } · закрыто полностью: { $finished } · просрочено: { $overdue } · контрольных точек к этому дню: { $due } · из них исполнено: { $done }

plan-title = План
plan-filter-direction = раздел { $n }
plan-filter-overdue = просроченные
plan-filter-soon = срок в ближайший месяц
plan-filter-untouched = без отметок
plan-filter-in-work = в работе
plan-filter-closed = исполненные и снятые
plan-nothing-fits = Под отбор ничего не подходит; c — без отбора.

subjects-by-urgency = Кто что должен · сначала просроченные
subjects-by-load = Кто что должен · сначала самые занятые
subjects-by-name = Кто что должен · по алфавиту
subjects-overdue = просрочено
subjects-this-week = за неделю
subjects-open = открыто
subjects-assignment = Поручение { $number }

prompt-entry = { $kind } · { $item }
prompt-entry-help = @исполнитель · к 15.06 · !контролёр · #метка · Tab — другой вид записи · Alt-2 @ · Alt-3 #
prompt-date-as-text = { $key } — оставить в тексте
prompt-text-as-date = «{ $words }» — текст, { $key } — срок { $date }
prompt-no-such-day = такого дня нет, остаётся в тексте: { $words }
prompt-stays = остаётся в тексте: { $words }
entry-due = к { $due }
prompt-vote-help = «9 0 1»: за, против, воздержались; или «единогласно»
prompt-opinion-help = @кто и что: войдёт в протокол как особое мнение
prompt-private = Видите только вы: в протокол не войдёт.
prompt-executors = исполнитель: { $who }
prompt-due = срок: { $due }
prompt-excuse = Почему отсутствует: { $who }
prompt-deputy = Кто замещает: { $who }
prompt-deputy-body = Кто представляет: { $who }
prompt-deputy-help = ФИО, должность; в протоколе: «за … – …»
prompt-deputy-body-help = ФИО, должность; в протоколе: «от … – …»
prompt-topic = Вопрос вне плана
prompt-postpone-to = На какой день перенести
prompt-postpone-reason = Почему переносится на { $to }
prompt-cancel-reason = Почему снимается
prompt-control-extend = Продлить срок до
prompt-control-keep = Оставить на контроле до
prompt-control-hear = Заслушать на совещании
prompt-control-reason = Обоснование
prompt-reopen-reason = Почему протокол открывается снова
prompt-skip-reason = Почему совещания { $date } не будет
prompt-move-reason = Почему совещание { $date } переносится на { $to }
prompt-reading = Как читать срок мероприятия { $item }
prompt-minutes = Сколько минут на вопрос
prompt-guest = Кто приглашён
prompt-date-help = чт · +2чт · завтра · 15.06 · 15 июня · конец месяца

assign-title = Поручение · { $item }
assign-executors = Кто
assign-and-more = { $names } и ещё { $n }
assign-due = К сроку
assign-text = Что
assign-default-text = Обеспечить результат: { $result }
assign-default-about = Представить информацию { $about }
assign-default-topic = Представить информацию по вопросу «{ $title }»
assign-help = Enter — дальше и записать · Tab — ещё исполнитель, другое поле · первый названный — ответственный
assign-load = открыто { $open }, на этой неделе { $week }
assign-new-person = + добавить лицо или должность: { $name }
assign-new-organisation = + добавить организацию: { $name }

attendance-title = Присутствие: { $present } из { $members }
attendance-guest = по приглашению
attendance-help = a — все на месте · x — нет · e — нет, причина · Enter — готово

finish-title = Завершить совещание?
finish-number = Протокол № { $number }
finish-first-number = Первый в { $year } году; другой первый номер задают в настройках: { $key }.
finish-number-early = Протокол № { $number }: совещание { $dates } не завершено и получит номер позже
finish-present = Присутствуют { $present } из { $members }
finish-counts = Рассмотрено вопросов: { $items } · отметок: { $marks } · решений: { $decisions } · поручений: { $assignments }
finish-holes = Не хватает: { $n }
finish-no-holes = Всё на месте.
finish-help = Enter — завершить и записать · e — восполнить · Esc — назад
hole-chair = в протоколе нет председателя
hole-nobody-present = никто из постоянных участников не отмечен присутствующим
hole-place = в протоколе нет места совещания
hole-secretary = в протоколе нет секретаря
hole-post = { $who }: нет должности
hole-attendance = присутствие отмечено не у всех
hole-absent-speaker = { $item }: докладчик { $who } отсутствует
hole-undecided = Поручение { $number } к сроку — решения о контроле нет
hole-unconsidered = { $item } не рассмотрен → на следующий раз: { $title }
hole-no-executor = { $item }: поручение без исполнителя
hole-no-due = { $item }: поручение без срока

search-title = Поиск
search-title-agenda = Вопрос из плана на повестку
search-title-commands = Команды
search-count = { $n ->
        [one] найдено { $n }
       *[other] найдено { $n }
    }
search-subject = субъект

choice-left-aside = Что не вошло в повестку
choice-assignment = Какое поручение?
choice-control = Поручение { $number }: { $text }
choice-phrase = Готовая фраза
control-choice-lift = Снять с контроля
control-choice-reported = Исполнитель доложил об исполнении
control-choice-extend = Продлить срок …
control-choice-keep = Оставить на контроле до …
control-choice-hear = Заслушать …
control-choice-drop = Снять как утратившее актуальность …

phrase-noted = Информацию принять к сведению.
phrase-approve = Одобрить представленный проект.
phrase-continue = Продолжить работу в соответствии с планом.
phrase-report = Представить информацию об исполнении к следующему совещанию.
phrase-coordinate = Обеспечить координацию исполнителей.
phrase-publish = Разместить материалы на официальном сайте.

help-title = Клавиши · буквы работают в обеих раскладках
confirm-title = Вопрос
confirm-help = { $yes } — да · { $no } — нет
confirm-quit-open = Совещание { $date } не закончено. Всё отмеченное записано, черновики протокола и плана останутся. Выйти?
confirm-undo-approval = Протокол № { $number } от { $date } утверждён. Отменить утверждение, как будто его не было? Правки утверждённого протокола ведутся через R: с причиной и новой версией.

history-title = История, сначала последнее
history-line = { $day }  { $what }
history-undone = { $day }  отменено: { $what }
history-elsewhere = { $line } · { $writer }, { $day } { $time } по его часам
notice-clocks = Часы расходятся: на компьютере { $writer } записано { $there }, здесь { $here }. Порядок записей от часов не зависит; проверьте дату.
history-empty = Пока ничего не записано.

act-and-more = { $n ->
        [one] { $first } и ещё { $n }
       *[other] { $first } и ещё { $n }
    }
act-open-meeting = открыто совещание { $day }
act-finish-meeting = завершено совещание { $day }
act-reopen-meeting = снова открыт протокол { $day }
act-skip-meeting = совещание { $day } не проводится
act-attendance = { $who }: { $presence }
act-add-item = на повестку: { $item }
act-drop-item = убрано с повестки: { $item }
act-move-item = переставлен вопрос { $item }
act-set-item = время вопроса { $item }
act-park = отложено: { $item }
act-unpark = возвращено из отложенного: { $item }
act-mark = { $item } { $status }
act-entry = { $kind } · { $item }: { $text }
act-delete-entry = удалена запись: { $entry }
act-move-entry = переставлена запись: { $entry }
act-control = { $assignment }: { $control }
assignment-with-text = поручение { $number } «{ $text }»
act-identify = «{ $unknown }» — это теперь { $who }
act-subject = добавлен субъект: { $who }
act-edition = редакция документа «{ $document }» с { $date }
act-amend = изменение документа
act-reading = исправлен срок { $item }

notice-unknown-key = Клавиша { $keys } здесь ничего не делает. Все клавиши — { $help }.
notice-not-here = Здесь эта команда не действует.
notice-paste-nowhere = Вставлять некуда: откройте запись (n, v, e) и вставьте в неё.
notice-read-only = Только чтение: { $why }
notice-not-recorded = НЕ ЗАПИСАНО: { $why }
notice-papers-written = Записаны { $minutes } и { $plan }
notice-papers-kept = Документы записаны; правка, сделанная рукой, сохранена: { $copies }
notice-papers-followed = Бумаги приведены к тому, что утверждено: { $papers }
notice-papers-followed-copies = Бумаги приведены к тому, что утверждено: { $papers }; прежнее — в { $copies }
notice-papers-failed = Документы не записаны: { $why } Всё отмеченное цело в журнале.
notice-undone = Отменено: { $what }
notice-redone = Возвращено: { $what }
notice-nothing-to-undo = Отменять нечего.
notice-nothing-to-redo = Возвращать нечего.
notice-meeting-opened = Совещание открыто. Вопросов: { $n }, не вошло: { $aside }.
notice-meeting-continued = Продолжаем с того же места.
notice-meeting-finished = Протокол утверждён; открыть снова — R.
notice-meeting-locked = Протокол утверждён и закрыт. Открыть снова — R.
notice-draft-kept = Не записано; набранное вернётся, когда откроете снова.
notice-draft-back = Это вы набрали раньше и не записали.
notice-meeting-ended = Совещание завершено, протокол № { $number }.
notice-meeting-reopened = Протокол открыт снова; завершение даст новую версию.
notice-meeting-skipped = Совещание { $date } отмечено как не проводимое.
notice-meeting-moved = Совещание { $date } перенесено на { $to }.
notice-item-dropped = Убрано с повестки: { $item }
notice-item-parked = Отложено: { $item }
notice-item-moved = Переставлено: { $item }
notice-item-added = На повестке: { $item }
notice-item-set = Время вопроса изменено: { $item }
notice-nothing-aside = Всё, у чего есть причина, уже на повестке.
notice-nothing-to-mark = Здесь нечего отмечать: выберите мероприятие.
notice-marked = { $items }: { $status }
notice-no-members = Постоянные участники не названы: назовите их в настройках ({ $key }) или пригласите клавишей { $invite }.
notice-attendance = { $who }: { $presence }
notice-attendance-known = Присутствие уже отмечено у всех.
notice-all-present = { $n ->
        [one] Присутствует { $n }
       *[other] Присутствуют { $n }
    }
notice-subject-written = Записано: { $who }
notice-guest = В списке приглашённых: { $who }
notice-assignment-between = Дано между совещаниями: протокола, который можно открыть, у него нет.
notice-no-assignment = На контроле здесь ничего нет.
notice-control = Поручение { $number }: { $control }
notice-entry-written = { $kind } · { $item }: записано
notice-entry-converted = Теперь: { $kind }
notice-entry-deleted = Запись удалена; u вернёт её.
notice-entry-moved = Запись переставлена.
notice-reading-corrected = Срок { $item } исправлен; u вернёт прежнее прочтение.
notice-assigned = { $item } → { $who }, к { $due }

error-empty = Текст пуст: напишите хотя бы слово.
error-unknown-executor = Нет такого исполнителя: { $name }. Выберите из списка или добавьте клавишей e.
error-vote = Не понято как голосование: нужно «9 0 1» (за, против, воздержались) или «единогласно».
error-opinion = Чьё это мнение: начните с @имени одного участника.
error-due-in-the-past = Срок раньше дня совещания.
error-no-executor = Назовите исполнителя: начните набирать имя.
error-minutes = Минуты — целое число от 1 до 600.
error-not-finished = Открывать снова можно только утверждённый протокол.
error-meeting-exists = Это совещание уже есть в журнале.
error-paste-cut = Вставка обрезана: { $n ->
        [one] не поместился { $n } знак
        [few] не поместилось { $n } знака
       *[many] не поместилось { $n } знаков
    }, здесь помещается { $limit }.
error-same-day = Это тот же день: назовите другой.
error-date-as-name = Это похоже на дату: она пишется в следующем поле.
error-date = «{ $text }» — не дата. Можно: чт, +2чт, завтра, 15.06, конец месяца.
error-no-such-day = Такого дня нет: «{ $text }».
error-no-plan-due = План не называет даты: назовите её сами.
date-past = уже прошло
date-day-off = нерабочий день
date-in-days = { $days ->
        [one] через { $days } день
        [few] через { $days } дня
       *[many] через { $days } дней
    }
card-why = Почему в повестке:
title-meeting-short = { $date } № { $number }
title-assignments = Поручения
assignments-open = На контроле
assignments-due = К сроку { $day } и раньше
assignments-overdue = Просрочены
assignments-reported = Исполнены, не сняты
assignments-closed = Сняты с контроля
assignments-all = Все поручения
assignments-by-due = по сроку
assignments-by-executor = по исполнителю
assignments-by-number = по протоколам
assignments-empty = Здесь пусто. Поручение даётся на совещании клавишей e; s — другой отбор.
assignments-card = Поручение
choice-since-last = С прошлого совещания, { $date } · { $n }
choice-trail = След · { $item }
trail-mark = { $status } (точка до { $point })
reader-versions = Версия { $old } → версия { $new }
versions-changed = { $point }: изменено
versions-dropped = { $point }: исключено
versions-added = { $point }: добавлено
search-title-identity = Кто это теперь
search-title-speaker = Докладчик
news-status = { $status }, { $day }
news-status-happened = { $status }, отмечено { $day }
news-lifted = поручение { $number } снято с контроля { $day }
news-extended = поручение { $number } продлено до { $to }
news-same-number = Один номер: протоколы { $other } и { $date }
news-same-number-do = № { $number }; другой — ! и m
news-held-twice = Совещание { $date } провели на двух компьютерах
news-held-twice-do = версия { $version }; заново — ! и m
news-reopened-twice = Протокол { $date } открыт заново на двух компьютерах
news-reopened-twice-do = { $reasons }; утвердите его
news-control-apart = Поручение { $number }, на другом компьютере: { $other }
news-control-apart-do = действует: { $holds }
news-of-points = { $news } · точек: { $n }
news-moved = перенесено на { $to }
news-overdue = срок прошёл { $due }
news-promised = поручение { $number }: обещано к { $due }
news-promised-reported = поручение { $number }: исполнитель доложил
notice-no-news = С прошлого совещания рассказать нечего.
notice-no-trail = Об этом ещё не говорили.
notice-one-version = Версия протокола одна, сравнивать не с чем.
notice-speaker = { $item }: докладчик { $who }
top-pace-behind = осталось { $minutes } мин · по { $each } · отставание { $lag } мин
prompt-skip-date = На какой день перенести совещание { $date } (пусто — не проводится)
prompt-dative = { $who } — кому? (дательный падеж, для документов)
prompt-speaker = говорит: { $who }
prompt-controller = контроль: { $who }
notice-identified = «{ $unknown }» — это теперь { $who }: всё записанное перешло к нему.
notice-dative = Дательный падеж записан: { $who }
card-speaker = Докладчик:
start-proposed = { $n ->
        [one] вопрос к рассмотрению: { $n }
       *[other] вопросов к рассмотрению: { $n }
    }
start-counting = вопросов к рассмотрению: …
start-moved-to = перенесено на { $to }: { $reason }
agenda-assignment = п.{ $number }
card-moved-to = Перенесено на:
phrase-lift = Снять с контроля поручение { $number }.
phrase-extend = Продлить срок поручения { $number } до …
notice-reloaded = Каталог изменён другой программой: показано новое.
notice-gone = Показано прочитанное раньше, новое хранится в памяти, пока файл не вернётся. { $why }
notice-not-reloaded = Каталог изменён другой программой, но прочитать его не удалось: { $why }. Показано прежнее.
card-assumed = прочтение предположительное: { $why }; исправить — y
prompt-reading-help = дата или формулировка: 15.06 · июнь 2023 г., май 2024 г. · пусто — прочтение программы
prompt-reading-end = точка { $n } из { $of }: до { $last }
prompt-reading-all = { $of ->
        [one] вместо { $of } точки
       *[other] вместо { $of } точек
    } — { $n }: { $windows }
error-reading = «{ $text }» — не дата и не срок.
error-reading-before = Точка { $n } начинается { $first }: кончиться раньше она не может. Другие сроки пишут словами: май 2023 г., июнь 2024 г.
mark-assignment = поручение { $number }
mark-choice-assignments = Поручения
mark-choice-points = Контрольные точки
mark-choice-both = И то и другое
mark-point-due = контрольная точка, срок { $due }
choice-mark = «{ $mark }» — о чём?
notice-happened = на деле { $day }
notice-mark-one-by-one = Что решено о поручениях, отмечается по одному.
notice-section-edge = Край раздела. Ещё раз та же клавиша — в раздел «{ $section }».
notice-nothing-changed = Ничего не изменилось: это уже так.
notice-already-listed = Уже на повестке: { $item }
prompt-done-on = Исполнено
prompt-done-on-help = день, когда исполнено на деле: вчера, пт, 02.06
error-not-happened-yet = Этот день ещё впереди: исполненное не может быть позже { $day }.
error-meeting-there = На { $date } совещание уже есть: выберите другой день.

find-label = К строке:
find-help = номер («1.2.4»), счёт («3j») или слова · Enter — оставить · Esc — как было
find-nothing = нет такой строки
find-found = { $place } из { $n } · ↑↓
top-narrowed = только «{ $words }»
notice-no-editor = Редактор не открылся: { $why }. Задайте его в переменной EDITOR.
search-title-asked = По чьей просьбе
notice-asked = { $item }: по просьбе { $who }
notice-asked-no-more = { $item }: просьба снята
