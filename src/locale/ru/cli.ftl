# Командная строка.
cli-usage = Вызов
cli-commands = Команды
cli-arguments = Аргументы
cli-options = Параметры
cli-usage-options = [ПАРАМЕТРЫ]
cli-usage-command = [КОМАНДА]
cli-usage-command-needed = <КОМАНДА>
cli-after =
    Без команды запускается программа в терминале. Данные печатаются в stdout, сообщения — в stderr.
    Коды завершения: 0 — всё в порядке, 1 — не найдено или в файлах есть ошибки, 2 — вызов не понят.

cli-about-planerka = Совещание по документам на контроле: повестка, отметки, протокол и тактический план.
cli-about-plan = Документы на контроле: показать, проверить, принять редакцию
cli-about-plan-show = Документы на контроле с датами, как прочитаны сроки
cli-about-plan-changes = Что изменила бы другая редакция документа: из файла или правленная вручную
cli-about-plan-adopt = Принять редакцию документа с названного дня, с её основанием
cli-about-plan-check = Ошибки в plan.ron, непонятые сроки и названия
cli-about-agenda = Повестка совещания: что рассматривается и почему
cli-about-who = За что и к какому сроку отвечает субъект
cli-about-due = Что к какому сроку: просрочено, на этой неделе, в следующие недели
cli-about-assignments = Поручения и их контроль
cli-about-reminders = Напоминания исполнителям: текст или черновики писем; ничего не отправляется
cli-about-minutes = Протокол совещания
cli-about-tactical = Тактический план после совещания
cli-about-deadline = Как прочитана формулировка срока
cli-about-check = Все файлы каталога состояния: что не так, где, что делать
cli-about-keys = Действующие клавиши
cli-about-themes = Темы
cli-about-hall = Что видит зал, во втором терминале: следует за председателем, только чтение
cli-about-extract = Выписка из протокола: одному субъекту или каждому исполнителю
cli-about-changes = Изменения в протокол: чем версия отличается от предыдущей
cli-about-report = Справка об исполнительской дисциплине за период
cli-about-card = Карточка мероприятия с его следом
cli-about-templates = Встроенные шаблоны документов — в каталог, чтобы править
cli-about-import = План из файла другой программы — документом на контроль
cli-about-new = Новый каталог состояния без примера
cli-about-demo = Каталог с сезоном совещаний по настоящему плану, для знакомства

cli-help-file = Файл с редакцией; без него — то, что правлено вручную в каталоге состояния
cli-help-side = Какая сторона верна, где изменено и здесь, и в файле: ПУНКТ/СТОЛБЕЦ=theirs, ours или base; all=theirs — для всех остальных
cli-help-point = Куда переходит отметка исчезнувшей контрольной точки: ПУНКТ/ДЕНЬ=ДЕНЬ, ПУНКТ=nearest; ПУНКТ= — остаётся в истории
cli-help-drop = Снять с контроля поручение на исключаемом, по номеру из plan changes
cli-help-same = Что в файле чем было прежде: НОВЫЙ=ПРЕЖНИЙ, по номерам; НОВЫЙ= — не было ничем
cli-help-basis = На чём основано: «распоряжение от 14.09.2023 № Р-871»
cli-help-plan-adopt-from = День, с которого редакция действует; без него — сегодня
cli-help-import-file = Файл: DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV, текст с таблицей; вид определяется по содержанию
cli-help-document = Обозначение документа; без него — по номеру или имени файла
cli-help-agenda-document = Только вопросы по документу с этим обозначением или кратким названием
cli-help-due-document = Только по документу с этим обозначением или кратким названием
cli-help-who-document = Только по документу с этим обозначением или кратким названием
cli-help-controller = Только то, что на контроле у этого лица: должность, имя или часть
cli-help-plan-show-document = Только документ с этим обозначением
cli-help-columns = Что в столбцах, слева направо: number, heading, title, responsible, executors, term, start, end, marked, result, other, skip; «-» — как предложено
cli-help-table = Какую таблицу взять: номер в отчёте
cli-help-convert = Сначала получить из старого документа (DOC, RTF) DOCX программой LibreOffice; она должна быть установлена
cli-help-dry_run = Только показать, что будет взято
cli-help-yes = Принять предложенные ответы
cli-help-organisation = Полное название организации, которая проводит совещание
cli-help-title = Название плана
cli-help-help = Показать справку
cli-help-version = Показать версию
cli-help-paper_version = Утверждённая версия; без неё — действующая
cli-help-state = Каталог состояния; иначе PLANERKA_STATE, ./state в копии репозитория, каталог данных пользователя
cli-help-today = Какой день считать сегодняшним, например 25.05.2023
cli-help-lang = Язык: ru или en
cli-help-theme = Тема, см. planerka themes
cli-help-json = Печатать JSON
cli-help-log = Файл, в который пишется, что просили у диска и что он ответил; без содержания документов и имён
cli-help-ascii = Рамки, полосы и знаки простыми символами ASCII
cli-help-letterhead = Бланк для docx на этот раз; без него — тот, что назван в настройках
cli-help-formats = Вид: { $formats }; можно несколько через запятую
cli-help-output = Файл или каталог; «-» — стандартный вывод
cli-help-all = Все записанные совещания
cli-help-subject = Обозначение или название субъекта; без него — выписка каждому исполнителю
cli-help-card-activity = Номер мероприятия, например 1.2.3
cli-help-card-date = На какой день; если не назван — сегодня
cli-help-card-all = Карточки всех мероприятий
cli-help-templates-dir = Куда; то, что там уже есть, останется
cli-help-as_of = На какой день смотреть состояние; без него — последний день периода или сегодня, что раньше
cli-help-to = Последний день периода, который тогда начинается с DATE
cli-help-dir = Новый или пустой каталог
cli-help-agenda-date = День совещания; без него — тот, что предложила бы программа
cli-help-who-query = Название или его часть, в любом регистре и в любой раскладке
cli-help-reminders-output = Каталог для черновиков .eml, по одному на исполнителя; без него — текст
cli-help-date = День совещания; без него — последнее записанное
cli-help-format = Вид документа: ron
cli-help-explain = Показать, чем сочтено каждое слово
cli-help-period = Период плана: две даты (01.01.2023..31.12.2024) или годы (2023..2024, 2024); без него — период плана
cli-help-from = День распоряжения: повторения до него не считаются
cli-help-wordings = Формулировки, каждая — отдельный аргумент, после -- какие угодно; без них читается ввод, по одной в строке

# Через пробел, в любом языке: что считается согласием.
cli-yes = д да y yes
cli-no = н нет n no
cli-output-failed = Напечатать не удалось: { $kind }.

# Вызов не понят.
usage-see-help = Справка: planerka --help.
usage-unknown-argument = Параметра или аргумента { $argument } здесь нет.
usage-unknown-command = Команды «{ $name }» нет.
usage-maybe = Вероятно, это { $suggested }.
usage-missing-value = После { $argument } нужно значение.
usage-bad-value = «{ $value }» не годится для { $argument }. Могут быть: { $known }.
usage-bad-value-because = «{ $value }» не годится для { $argument }: { $why }.
usage-missing-argument = Не хватает аргумента: { $argument }.
usage-missing-command = Не хватает команды.
usage-conflict = { $argument } здесь лишний или стоит дважды.
usage-not-utf8 = Аргументы должны быть в UTF-8.
usage-other = Вызов не понят: { $error }.
usage-languages = есть языки ru и en
usage-languages-do = Напишите ru, en или None.

cli-plan-order = { $kind } от { $date } № { $number }, { $issuer }
cli-plan-term = Срок:
cli-plan-due = К дате:
cli-plan-responsible = Ответственный субъект:
cli-plan-executors = Исполнители:
cli-plan-result = Результат:
cli-plan-fine = Документы в порядке: { $documents }. Разделов: { $headings }, мероприятий: { $activities }.

agenda-head = Совещание { $date } · { $state }
agenda-size = Вопросов: { $items }, на них { $minutes } из { $duration } мин
agenda-proposal = предложение, совещание не открыто
agenda-open = идёт, протокол № { $number }, черновик
agenda-finished = завершено, протокол № { $number }
agenda-carried-over = продолжено в документе { $document }
agenda-off-control = снято с контроля вместе с документом
agenda-not-held = не проводилось
agenda-aside = Не вошло: { $n }
agenda-not-that-weekday = { $date } — { $weekday }. Ближайшее совещание по плану — { $next }.

who-nobody = По запросу «{ $query }» никого нет. Всех печатает planerka who "".
who-members = Входят: { $members }
who-counts = просрочено { $overdue } · на этой неделе { $week } · всего открыто { $open }
who-on = На { $date }: { $counts }
who-also = Подходят также:
who-narrow = Уточните запрос, чтобы увидеть обязанности.

due-head = На { $date }
due-overdue = Просрочено
due-this-week = На этой неделе
due-next-weeks = { $weeks ->
        [one] В следующую { $weeks } неделю
        [few] В следующие { $weeks } недели
       *[many] В следующие { $weeks } недель
    }
due-before-record = Срок прошёл до начала учёта
due-values = Показатели без значения
due-value = { $number }. { $name }: на { $date }
due-rest = Позже: { $later } · без даты: { $undated }

assignments-head = На { $date }: на контроле { $open } из { $all }
assignments-number = п. { $number } от { $minutes }
assignment-given = поручение от { $minutes }


keys-layouts = Буквы означают клавиши: в русской раскладке действуют те же самые.


check-fine = В порядке: { $path }
check-counts = Ошибок: { $errors }, предупреждений: { $warnings }
check-unread-deadline = Срок мероприятия { $activity } прочитать не удалось: «{ $term }».
check-unread-deadline-do = Назовите дату в программе; формулировка останется как есть.
edition-none = Документы не изменены: принимать нечего.
edition-title = Изменения в документ «{ $document }»:
edition-head = изменены реквизиты или период
edition-added = добавлено: { $what }
edition-excluded = исключено: { $what }
edition-renumbered = изменился номер: { $what }: «{ $old }» → «{ $new }»
edition-amended = изложено в новой редакции: { $what }; { $cell }: «{ $old }» → «{ $new }»
edition-arranged = изменился порядок
edition-ends-anew = срок назначен заново, прежний перенос больше не действует: { $what }
edition-moved = контрольная точка перенесена, отметки переходят на неё: { $what }: { $from } → { $to }
edition-doubt = не ясно, одно ли это ({ $percent } %): было «{ $old }», стало «{ $new }». Ответьте: --same { $new-key }={ $old-key }, или --same { $new-key }= , если это другое
edition-conflict = изменено и здесь, и в новом тексте: { $what }; { $cell }: здесь «{ $ours }», в новом тексте «{ $theirs }». Ответьте: --side { $key }/{ $code }=theirs (или ours, base)
edition-lost = { $what }: в новом сроке нет точки с { $from }, о которой уже сказано; ближайшая — с { $to }. Ответьте: --point { $key }/{ $day }=nearest; без ответа отметка остаётся только в истории
edition-left-over = { $what }: исключается, а поручение «{ $text }» на контроле. Снять с контроля: --drop { $id }; без ответа решит ближайшее совещание
edition-doubt-question = Было «{ $old }», стало «{ $new }». Это одно и то же? (да/нет)
edition-side-question = { $what }; { $cell }: как в новом тексте (т), как здесь (з) или как было до обоих изменений (б)?
edition-side-theirs = т новый theirs t
edition-side-ours = з здесь ours o
edition-side-base = б было base b
edition-lost-question = { $what }: перенести отметки к ближайшим точкам нового срока? (да/нет)
edition-left-question = Снять с контроля поручение «{ $text }»? (да/нет)
edition-side-form = Не понятно «{ $said }»: нужно ПУНКТ/СТОЛБЕЦ=СТОРОНА, например 1.2.3/term=theirs; стороны — theirs, ours, base. Изменённое с обеих сторон показывает planerka plan changes.
edition-point-form = Не понятно «{ $said }»: нужно ПУНКТ/ДЕНЬ=ДЕНЬ, ПУНКТ=nearest или ПУНКТ= . Точки без пары показывает planerka plan changes.
edition-drop-form = Поручения { $said } на исключаемом нет. Их номера показывает planerka plan changes.
edition-question = Принять эту редакцию? (да/нет)
edition-unanswered = Редакция не принята: сначала ответьте на вопросы выше. Действует прежняя.
edition-not-adopted = Редакция не принята. Чтобы принять без вопроса, добавьте --yes.
edition-adopted = Редакция принята. Отменить можно в программе: Действия → отменить (u).
edition-no-document = Документа «{ $name }» на контроле нет.
controller-nobody = «{ $name }» ничего не контролирует. На контроле у:
    { $names }
controller-several = Под «{ $name }» подходят несколько контролирующих, назовите одного:
    { $names }
edition-which-document = Документов несколько: назовите, чья это редакция: --document КЛЮЧ.
edition-same-form = Не понятно «{ $said }»: нужно НОВОЕ=ПРЕЖНЕЕ, номера или ключи.
cell-number = номер
cell-title = наименование
cell-responsible = ответственный
cell-executors = исполнители
cell-term = срок
cell-result = результат
check-edited = Файл изменён после того, как по документу велась работа: изменений — { $n }. Пока на них не отвечено, действует прежняя редакция.
check-edited-do = Посмотрите: planerka plan changes. Примите: planerka plan adopt --from ДАТА --basis «распоряжение от … № …».
check-no-deadline = У мероприятия { $activity } нет срока.
check-no-deadline-do = Назовите дату в программе (исправление прочтения) или внесите срок в документ.
check-nobody-named = У мероприятия { $activity } никто не назван ответственным.
check-nobody-named-do = Внесите исполнителя в документ: без него мероприятие ни за кем не числится.
check-untitled = Без наименования: { $where }.
check-untitled-do = Впишите title: без наименования неизвестно, что делать.
check-undated = Неизвестно, с какого дня документ действует: нет ни даты, ни дня постановки на контроль, ни периода.
check-undated-do = Впишите taken_on_control: день, когда документ взят на контроль.
check-no-activities = В документе нет ни одного мероприятия.
check-begun = Документ начат: мероприятий пока нет.
check-begun-do = Возьмите план из файла (import) или введите его: ctrl-g e в программе.
check-key-twice = Ключ { $key } стоит дважды: { $where }.
check-key-twice-do = Удалите строку key у второго: программа даст ему свой.
check-unknown-name = В мероприятии { $activity } назван «{ $name }», такого субъекта нет.
check-unknown-name-do = Добавьте его в subjects.ron, если за ним должны числиться обязанности.
check-place-document = реквизиты плана
check-place-direction = направление { $number }
check-place-measure = раздел { $number }
check-place-activity = мероприятие { $number }
check-place-indicator = показатель { $number }
check-place-term = термин { $number }
check-place-abbreviation = сокращение { $number }
check-empty-field = Поле { $field } пусто: { $where }.
check-empty-field-do = Впишите то, что стоит в документе.
check-sequence = Нарушен порядок: ожидается { $expected }, стоит { $found }.
check-sequence-do = Исправьте номер или верните пропущенное.
check-childless = Внутри ничего нет: { $where }.
check-childless-do = Верните содержание или удалите пустой раздел.
check-bad-id = «{ $who }» не годится как id.
check-bad-id-do = Годятся латинские буквы, цифры и дефис, не больше 64 знаков.
check-nameless = У субъекта { $who } пустое название.
check-nameless-do = Впишите short и full; пустых aliases быть не должно.
check-name-taken = «{ $name }» называются и { $first }, и { $second }; действует первый.
check-name-taken-do = Оставьте название у одного.
check-members-without-group = У { $who } есть members, но это не группа.
check-members-without-group-do = Поставьте kind: Group или уберите members.
check-cycle = { $who } входит в самого себя.
check-cycle-do = Разорвите круг: уберите одно из members или organisation.
check-journal-subject = Субъекта «{ $subject }» нет ни в subjects.ron, ни в журнале, а записи о нём есть: { $words }. В документах стоит одно обозначение.
check-journal-subject-do = Верните его в subjects.ron или скажите, кто это теперь: в программе «!», строка о нём, «m».
check-more = Остальные неполадки этого файла не показаны: { $n }.
check-journal-activity = Мероприятия { $activity } в плане нет, а в журнале о нём { $words ->
        [one] { $words } запись
        [few] { $words } записи
       *[many] { $words } записей
    }: ни на экране, ни в документах их не видно.
check-journal-activity-do = Верните мероприятие в plan.ron под прежним номером; сами записи целы.
check-unknown-activity = Мероприятия { $activity } в плане нет.
check-unknown-activity-do = Исправьте meeting_activity или поставьте None.
check-unknown-language = Языка «{ $name }» нет; язык выбирается сам.
papers-not-opened = Совещание { $date } не открывали, документов нет.
papers-not-held = Совещание { $date } { $state }. Документов нет.
usage-dates = дата пишется как 25.05.2023, 25.05, 2023-05-25 или словами: чт, завтра, 25 мая
usage-no-document-key = документ обозначается именем файла: от 1 до 60 букв, цифр и знаков . - _ ~, без пробела и /, не с точки и не plan
usage-no-role = у столбца может быть одно из: number, heading, title, responsible, executors, term, start, end, marked, result, other, skip; «-» — как предложено
usage-no-number = нужно целое число, например 4
usage-no-pair = нужно ИМЯ=ЗНАЧЕНИЕ, например 12=до 15 мая
usage-no-format = есть ron, txt, md, html, docx, xlsx, csv, ics, json

cli-about-execution = Справка об исполнении документа на контроле
cli-about-document = Документ на контроле таблицей: разделы, мероприятия, сроки, результаты
cli-about-edition = Изменения в документ на контроле: что изменила его редакция
cli-about-control = Перечень документов на контроле
cli-help-execution-document = Обозначение документа, например r-325
cli-help-execution-date = На какой день; если не назван — сегодня
cli-help-execution-all = Справки по всем документам
cli-help-document-document = Обозначение документа, например r-503
cli-help-document-date = Какой датой назвать файл; если не названа — сегодня
cli-help-document-all = Все документы
cli-help-edition-date = День, с которого редакция действует; без него — последняя принятая
cli-help-edition-all = Все принятые редакции
cli-help-edition-document = Обозначение документа; можно не называть
cli-help-control-date = На какой день; если не назван — сегодня
cli-help-import-subjects = Кого значит имя из плана: известный субъект (обозначение или название), новое название, «-» — никого
cli-help-import-deadlines = Как читать срок строки файла (12 или 12.2); слова срока не меняются
cli-help-import-levels = Как зовётся уровень заголовков, считая с внешнего: 1=Направление
cli-help-import-headings = Строки файла, которые заголовки, через запятую
cli-help-import-activities = Строки файла, которые мероприятия, хотя в них одно название, через запятую
cli-help-import-text = Читать текст распоряжения или письма, хотя в файле есть таблица
cli-help-import-leave = Строки текста, которые не поручения, через запятую
cli-help-import-take = Строки текста, которые всё-таки поручения, через запятую
