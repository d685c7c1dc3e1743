# Каталог состояния: что случилось, где, что делать.
read-only-asked = Открыто для чтения по вашей просьбе.
read-only-held = Каталог открыт в другой копии программы. Закройте её и начните снова.
read-only-held-by = Каталог открыт в другой копии программы ({ $user }@{ $host }, процесс { $process }, с { $since }). Закройте её и начните снова.
read-only-not-writable = { $path }: { $kind }. { $advice }
read-only-newer = { $path } записан более новой программой (вид { $found }). Обновите planerka.
read-only-newer-record = { $path }, строка { $line }: запись сделала более новая программа, здесь её не понять. Чтобы ничего не разошлось, каталог открыт только для чтения. Обновите planerka.
store-io = { $path }: { $kind }. { $advice }
store-changed-outside = { $path } изменён другой программой. Начните planerka снова: записанное другой программой не пропадёт.
store-bad-name = «{ $name }» ведёт за пределы каталога состояния. Укажите имя внутри него.
store-not-storable = Запись не переживёт чтения обратно: { $reason }. Запишите иначе и сообщите разработчикам.
io-full = нет места на диске
io-full-do = Освободите место и повторите.
io-denied = нет права доступа
io-denied-do = Дайте себе право на этот путь или укажите другой каталог: --state.
io-read-only = носитель только для чтения
io-read-only-do = Скопируйте каталог на другой носитель и укажите его: --state.
io-not-found = нет такого файла или каталога
io-directory = это каталог, а нужен файл
io-not-a-directory = это файл, а нужен каталог
io-leads-out = ссылка ведёт из каталога данных
io-leads-out-do = Поставьте на место ссылки сам каталог.
io-path-do = Проверьте путь.
io-other = сбой диска или сети ({ $kind })
io-other-do = Повторите; если не поможет, укажите другой каталог: --state.
start-no-terminal = Нужен терминал: запустите planerka в окне терминала. Без терминала работают команды, см. planerka --help.
start-not-a-log = { $path }: это не журнал работы planerka, и добавлять в него строки она не станет. Назовите другой файл: --log ФАЙЛ.
start-no-theme = Темы { $name } нет. Есть: { $themes }.

severity-error = ошибка
severity-warning = предупреждение
severity-hint = замечание

# Что не так в файле. fault-ИМЯ — что случилось, fault-ИМЯ-do — что делать.
fault-unreadable = Файл не читается: { $kind }.
fault-unreadable-do = { $advice }
fault-too-large = Файл больше { $limit } МБ: таких документов не бывает.
fault-too-large-do = Уберите файл из каталога или верните прежний из копии.
fault-empty = Файл пуст.
fault-empty-do = Верните его из копии; если файла не станет, программа возьмёт встроенный.
fault-zeros = Файл состоит из нулевых байтов или кончается ими: его содержимое не пережило отключения питания.
fault-zeros-do = Верните файл из копии; если файла не станет, программа возьмёт встроенный.
fault-utf-16 = Файл сохранён в кодировке UTF-16 («Юникод»).
fault-utf-16-do = Сохраните его в UTF-8.
fault-not-utf-8 = Файл не в кодировке UTF-8 (вероятно, Windows-1251).
fault-not-utf-8-do = Откройте его в прежней кодировке и сохраните в UTF-8.
fault-newer-format = Файл записан более новой программой: вид { $found }, эта программа знает { $known }.
fault-newer-format-do = Обновите planerka; файл не трогайте.
fault-no-such-format = Вида 0 не бывает: первый вид файлов — 1.
fault-no-such-format-do = Поставьте в начале файла format: 1 или верните его из копии.
fault-conflict-markers = В файле остались метки слияния git.
fault-conflict-markers-do = Оставьте одну из двух частей и удалите строки с метками.
fault-odd-space = Здесь стоит знак { $found }, похожий на пробел.
fault-odd-space-do = Замените его обычным пробелом.
fault-odd-quotes = Текст стоит в кавычках { $found }, а нужны прямые: ".
fault-odd-quotes-do = Замените кавычки вокруг текста прямыми; внутри текста могут стоять любые.
fault-control-character = Здесь стоит управляющий знак { $found }.
fault-control-character-do = Удалите его.
fault-unclosed-text = Текст начинается здесь, а закрывающей кавычки " нет.
fault-unclosed-text-do = Поставьте " в конце текста.
fault-unclosed-comment = Примечание начинается с /* и не кончается.
fault-unclosed-comment-do = Поставьте */ в его конце.
fault-ends-too-early = Файл кончается, а скобка { $open } из строки { $line } не закрыта.
fault-ends-too-early-do = Поставьте { $close } там, где она должна быть, или верните конец файла из копии.
fault-trailing = После конца документа стоит что-то ещё.
fault-trailing-do = Удалите лишнее или лишнюю закрывающую скобку перед ним.
fault-missing-comma = Не хватает запятой.
fault-missing-comma-do = Поставьте её здесь.
fault-fraction = Число с дробной частью, а нужно целое.
fault-fraction-do = Уберите дробную часть.
fault-quoted-field = Имя поля стоит в кавычках.
fault-quoted-field-do = Уберите кавычки: имена полей пишутся без них.
fault-missing-colon = После имени поля нет двоеточия.
fault-missing-colon-do = Поставьте : между именем и значением.
fault-unknown-field = Поля { $found } здесь нет.
fault-unknown-field-do = { $meant ->
        [none] Могут быть: { $known }.
       *[other] Вероятно, это { $meant }. Могут быть: { $known }.
    }
fault-missing-field = Нет поля { $field }.
fault-missing-field-do = Добавьте его перед этой скобкой.
fault-duplicate-field = Поле { $field } стоит дважды.
fault-duplicate-field-do = Оставьте одно.
fault-unknown-word = Слова { $found } здесь быть не может.
fault-unknown-word-do = { $meant ->
        [none] Могут быть: { $known }.
       *[other] Вероятно, это { $meant }. Могут быть: { $known }.
    }
fault-expected-text = Здесь должен стоять текст в прямых кавычках.
fault-expected-text-do = Напишите его так: "текст".
fault-expected-number = Здесь должно стоять целое число.
fault-expected-number-do = Напишите число без кавычек.
fault-expected-boolean = Здесь должно стоять true или false.
fault-expected-boolean-do = Напишите одно из двух без кавычек.
fault-expected-character = Здесь должен стоять один знак в одиночных кавычках.
fault-expected-character-do = Напишите его так: 'а'.
fault-expected-list = Здесь должен начинаться список.
fault-expected-list-do = Напишите его в квадратных скобках: [ … ].
fault-expected-list-end = Здесь должен кончаться список.
fault-expected-list-end-do = Поставьте ].
fault-expected-record = Здесь должна начинаться запись с полями.
fault-expected-record-do = Напишите её в круглых скобках: (поле: значение, …).
fault-expected-record-end = Здесь должна кончаться запись.
fault-expected-record-end-do = Поставьте ).
fault-expected-field-name = Здесь должно стоять имя поля.
fault-expected-field-name-do = Имя поля — латинские буквы и _, без кавычек, потом двоеточие.
fault-expected-option = Здесь должно стоять значение или None.
fault-expected-option-do = Напишите значение, или None, если его нет.
fault-expected-other = Здесь должно стоять что-то другое.
fault-expected-other-do = Сравните с соседними строками.
fault-out-of-bounds = Число слишком велико или мало для этого поля.
fault-out-of-bounds-do = Исправьте число.
fault-invalid-escape = После \ в тексте стоит знак, который ничего не значит.
fault-invalid-escape-do = Сам знак \ пишется как \\, кавычка — как \".
fault-too-deep = Слишком много скобок внутри скобок.
fault-too-deep-do = Верните файл из копии.
fault-rule = Значение не годится: { $rule }.
fault-rule-do = Исправьте значение.
fault-quoted-word = Слово стоит в кавычках, а пишется без них.
fault-quoted-word-do = Уберите кавычки: weekday: Thursday.
fault-date-form = Это не дата.
fault-date-form-do = Дата пишется так: "2023-05-25".
fault-no-such-day = Такого дня в календаре нет.
fault-no-such-day-do = Исправьте день или месяц.
fault-year = Год должен быть от 2000 до 2199.
fault-year-do = Исправьте год.
rule-date-form = дата пишется как 2023-05-25
rule-no-such-day = такого дня в календаре нет
rule-year = год должен быть от 2000 до 2199
rule-key = ключ состоит из букв, цифр и знаков . - _ / ~, а не «{ $found }»
rule-activity-number = мероприятие нумеруется как 1.2.3, а не «{ $found }»
rule-measure-number = раздел внутри направления нумеруется как 1.2, а не «{ $found }»
rule-span = первый день позже последнего
rule-duration = совещание длится от 1 минуты до суток (1440)
rule-item-minutes = на вопрос — от 1 минуты и не больше, чем длится совещание
rule-time = время пишется как 10:00
rule-day-of-year = такого дня в году нет
rule-report-day = число месяца — от 1 до 31
rule-school-terms = четверти идут по порядку учебного года и не пересекаются
rule-off-and-working = день { $day } назван и выходным, и рабочим
rule-member-twice = { $who } назван дважды, считается один раз
rule-first-number = первый номер { $year } года — от 1
rule-other = { $rule }

fault-checksum = Контрольная сумма строки журнала не сходится: строка испорчена и не учитывается.
fault-checksum-do = Остальные строки целы. Верните эту из резервной копии: planerka restore ФАЙЛ --add; потом отложите испорченные: planerka check --repair=all.
fault-not-a-journal-line = Это не строка журнала; она не учитывается.
fault-not-a-journal-line-do = Журнал руками не правят. Верните недостающее из резервной копии: planerka restore ФАЙЛ --add; потом отложите лишнее: planerka check --repair=all.
fault-record = Запись журнала не понята и не учитывается: { $why }
fault-record-do = Если её сделала более новая программа, обновите planerka.
fault-torn-tail = { $where ->
        [quarantine] Последняя запись оборвана (байт: { $bytes }) и отложена в quarantine/.
       *[other] Последняя запись оборвана (байт: { $bytes }) и не учитывается.
    }
fault-torn-tail-do = Она не была подтверждена. Проверьте последнюю отметку и поставьте её снова, если её нет.
fault-unfinished-act = От действия { $act } есть не все строки; оно не учитывается.
fault-unfinished-act-do = Верните действие из резервной копии: planerka restore ФАЙЛ --add, или повторите его; потом отложите остаток: planerka check --repair=all.
fault-contradiction = Две записи имеют имя { $id } и разное содержание; учитывается { $other }.
fault-contradiction-do = Журнал руками не правят: верните файл из копии.
fault-foreign-writer = Строка написана { $writer }, а стоит в файле другого; она учитывается.
fault-foreign-writer-do = Ничего не делайте, если файлы журнала вы соединяли сами.
fault-duplicate = { $line ->
        [0] «{ $name }» встречается дважды.
       *[other] «{ $name }» встречается дважды: в первый раз в строке { $line }.
    }
fault-duplicate-do = Оставьте одно или переименуйте: второе не действует.
fault-dangling = «{ $name }» нигде не определён.
fault-dangling-do = Исправьте имя или добавьте его в subjects.ron.
fault-leads-out = Ссылка ведёт из каталога данных: planerka ничего туда не пишет.
fault-leads-out-do = Поставьте на её место сам каталог с тем, что в нём нужно.
fault-sync-conflict = Копия, которую оставила программа синхронизации: файл меняли в двух местах.
fault-sync-conflict-do = Копию журнала planerka присоединит сама: planerka check --repair. Другую сравните с самим файлом, перенесите нужное и удалите.
fault-leftover = Остаток редактора, слияния или прерванной записи; программа его не читает.
fault-leftover-do = Удалите его, если он не нужен.
fault-unknown-file = Программа не знает этого файла и не читает его.
fault-unknown-file-do = Если он здесь не нужен, уберите его.
fault-spare = Отложено: { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    }, { $size } КБ; программа их не читает.
fault-spare-do = Когда проверите, что ничего из них не нужно, удалите эти файлы (в конце имени — номер). Копий одного файла остаётся не больше ста, последних.
fault-damaged-pack = Архив { $year } года повреждён: учтено только то, что в нём цело.
fault-damaged-pack-do = Возьмите этот файл из копии или с другого компьютера; нет его — planerka check --repair all оставит то, что цело.
fault-quiet-writer = Последние записи компьютера { $writer } — за { $month }; больше года от него ничего нет.
fault-quiet-writer-do = Делать ничего не нужно: это часть журнала, удалять её нельзя.
fault-no-locks = На этом диске нет блокировок: ничто не мешает второй копии программы писать.
fault-no-locks-do = Не открывайте каталог в двух местах сразу.
fault-missing = Файла нет; действует встроенный в программу.
fault-missing-do = При запуске planerka он появится.
fault-approved-missing = Утверждённого документа совещания { $date } (версия { $version }) здесь нет.
fault-approved-missing-do = Верните его: planerka check --repair.
fault-approved-altered = Документ совещания { $date } (версия { $version }) не тот, что утверждён: файл меняли после утверждения.
fault-approved-altered-do = Вернуть утверждённое: уберите файл и повторите planerka check --repair. Принять правку: откройте протокол заново с указанием причины, внесите её и закончите — будет следующая версия. Сам файл программа не трогает.
fault-approved-unproved = { $versions ->
        [one] { $versions } версия документов утверждена
        [few] { $versions } версии документов утверждены
       *[many] { $versions } версий документов утверждены
    } прежней программой, которая не вела отпечатков: файлы принимаются как есть, сверить их не с чем.
fault-same-number = Протоколы { $other } и { $date } утверждены под одним номером: № { $number }.
fault-same-number-do = Следующий свободный номер присваивается протоколу { $date } из списка непорядков (клавиша !): будет следующая версия, прежняя останется.
fault-held-twice = Совещание { $date } закончили на двух компьютерах, не зная друг о друге: утверждённых протоколов два.
fault-held-twice-do = Из списка непорядков (клавиша !) утверждается следующая версия, в которой есть записанное на обоих; прежние останутся.

fault-keymap-context = Экрана «{ $context }» нет.
fault-keymap-context-do = Названия экранов и команд печатает planerka keys.
fault-keymap-action = Команды «{ $action }» нет.
fault-keymap-action-do = Названия экранов и команд печатает planerka keys.
fault-keymap-elsewhere = Команда «{ $action }» на экране «{ $context }» не действует.
fault-keymap-elsewhere-do = Перенесите её на экран, где она действует: см. planerka keys.
fault-keymap-repeated = Команда «{ $action }» на экране «{ $context }» стоит дважды.
fault-keymap-repeated-do = Оставьте одну строку со всеми её клавишами.
fault-keymap-key = Клавиши «{ $keys }» нет (команда «{ $action }»).
fault-keymap-key-do = Клавиши пишутся так: a, A, 1, F1, Enter, Space, PageDown, ctrl-p, alt-x, shift-Up.
fault-keymap-length = У команды «{ $action }» должно быть от одной до { $most } клавиш подряд, через пробел.
fault-keymap-length-do = Чтобы отнять клавиши, напишите chords: [].
fault-keymap-conflict = Клавиши «{ $keys }» команды «{ $action }» ({ $context }) мешают «{ $other_keys }» команды «{ $other_action }» ({ $other_context }).
fault-keymap-conflict-do = Возьмите другие клавиши или освободите эти: chords: [].

