# Импорт чужого плана: отказы, отчёт, вопросы.
import-refused-empty = Файл пуст. Проверьте, тот ли это файл.
import-refused-too-large = Файл больше { $limit } МБ: планов такого размера не бывает. Сохраните в отдельный файл только таблицу плана.
import-refused-bomb = Файл распаковывается в больше данных, чем может занимать план; чтение прекращено. Сохраните в отдельный файл только таблицу плана.
import-refused-doc = Это документ старого Word (DOC). Откройте его и сохраните как DOCX; с LibreOffice: soffice --headless --convert-to docx ФАЙЛ
import-refused-rtf = Это файл RTF. Откройте его и сохраните как DOCX; с LibreOffice: soffice --headless --convert-to docx ФАЙЛ
import-refused-pdf = Это PDF: таблицы в нём не хранятся. Попросите исходный файл (DOCX, XLSX) или скопируйте таблицу в текстовый файл.
import-refused-password = Файл защищён паролем. Откройте его и сохраните без пароля.
import-refused-damaged = Файл повреждён и не открывается ({ $detail }). Получите его заново или откройте в офисной программе и сохраните ещё раз.
import-refused-archive = Это архив, а не документ; в нём: { $holds }. Распакуйте его и укажите файл плана.
import-refused-unknown = Файл неизвестного вида: это не текст и не документ. Читаются DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV и текст с таблицей.
import-refused-foreign = Это файл { $what }, из него план не читается. Читаются DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV и текст с таблицей: сохраните план в одном из этих видов.
import-refused-no-table = В файле нет таблицы плана, а в тексте нет поручений. План читается из таблицы: мероприятия — строки, сроки и ответственные — столбцы. Если это распоряжение или письмо, назовите строки с поручениями: --take 12,15
import-refused-no-such-table =
    { $tables ->
        [0] Таблицы { $wanted } в файле нет: в нём нет таблиц
        [1] Таблицы { $wanted } в файле нет: таблица одна, номер 1
       *[other] Таблицы { $wanted } в файле нет: есть номера от 1 до { $tables }
    }
import-refused-no-plan =
    { $tables ->
        [one] Единственная таблица файла не похожа на план
       *[other] Ни одна из таблиц файла ({ $tables }) не похожа на план
    }: нужны столбцы с мероприятием и со сроком или ответственным. Назовите столбцы: --columns number,title,term,responsible; таблицу: --table N

import-role-number = номер
import-role-heading = раздел
import-role-title = мероприятие
import-role-responsible = ответственный
import-role-executors = исполнители
import-role-term = срок
import-role-start = начало
import-role-end = окончание
import-role-marked = отметка, когда
import-role-result = результат
import-role-other = под своим названием
import-role-skip = не берётся

import-file = Файл { $file }: { $format }
import-file-encoded = Файл { $file }: { $format }, кодировка { $encoding }
import-document = Документ { $key }: { $requisites }
import-sheet-taken = Лист: «{ $name }»
import-tables-joined = План собран из таблиц: { $tables }
import-table-left =
    { $rows ->
        [one] Не взята таблица { $name } ({ $rows } строка): { $head }
        [few] Не взята таблица { $name } ({ $rows } строки): { $head }
       *[other] Не взята таблица { $name } ({ $rows } строк): { $head }
    }
import-columns = Столбцы:
import-column = { $head } → { $role }
import-no-head = (без названия)
import-no-term = Столбца со сроком нет
import-no-result = Столбца с ожидаемым результатом нет
import-no-people = Столбца с ответственными нет
import-one-people = Столбец с людьми один: он записан как ответственные
import-no-headings = Разделов нет: мероприятия идут подряд
import-activities =
    { $count ->
        [one] { $count } мероприятие
        [few] { $count } мероприятия
       *[other] { $count } мероприятий
    }
import-without-number =
    { $count ->
        [one] без номера в источнике — { $count } (считается по порядку)
       *[other] без номера в источнике — { $count } (считаются по порядку)
    }

import-footnote = Сноска снята с текста: { $text }
import-corrections = Исправления приняты: вставок { $inserted }, удалений { $deleted }
import-hidden-text = Скрытый текст не взят, мест: { $count }
import-hidden-sheet = Скрытый лист «{ $name }» не взят
import-hidden-rows = Лист «{ $sheet }»: скрытые строки не взяты: { $rows }
import-hidden-columns = Лист «{ $sheet }»: скрытые столбцы не взяты: { $columns }
import-typed-date = { $cell }: дата записана текстом «{ $text }»
import-joined = Строка { $row }: продолжение присоединено к «{ $text }»
import-number = Строка { $row }: номер { $to } восстановлен (в файле «{ $from }»)
import-edition-note = Строка { $row }: примечание о редакции, не раздел: { $text }
import-aside = Строка { $row }: не мероприятие: { $text }
import-marks = Срок составлен из названий столбцов с отметками: { $count }
import-repeated = Знаки повтора («-//-», «то же») заменены ячейкой выше: { $count }
import-beside-people = Срок отделён от людей в общей ячейке: { $count }
import-no-mark = Строка { $row }, столбец «{ $column }»: «{ $text }» — не отметка и не срок; сохранено под названием столбца
import-start-and-end = Срок составлен из столбцов начала и окончания: { $count }
import-read-with-year = Строка { $row }: в сроке «{ $term }» года нет, по дню документа он читается как «{ $reading }»
import-read-as-limit = Строка { $row }: «{ $term }» названо сроком и читается как «{ $reading }»
import-read-with-heading = Строка { $row }: срок «{ $term }» читается с заголовком: { $reading }
import-empty-column = Столбец «{ $name }» пуст и не взят
import-other-column = Для столбца «{ $name }» в плане места нет: он сохранён под своим названием
import-heading-cells = У разделов есть свои ответственные, сроки или результаты: { $count }
import-goal = Строка { $row }: цель раздела, не мероприятие: { $text }
import-hyphens = Соединены слова с переносом: { $words }
import-period-title-years = Какая часть названных в заголовке лет имеется в виду, не прочитано; период плана — все они: с { $first } по { $last }
import-period-deadlines = Период в заголовке не назван; взяты годы, названные в сроках: с { $first } по { $last }
import-period-deadlines-and-date = Период в заголовке не назван; взяты годы, названные в сроках, и год документа: с { $first } по { $last }
import-period-date = Период не назван ни в заголовке, ни в сроках; взят год документа: с { $first } по { $last }
import-period-nothing = Год не назван нигде; сроки читаются со дня постановки на контроль до конца следующего года: с { $first } по { $last }
import-unread = Сроки, которые не прочитаны: { $count }
import-assumed = Сроки, прочитанные с допущением: { $count }
import-place = строка { $row }, { $name }: «{ $term }»
import-subjects = Субъекты: известных { $same }, новых { $new }, похожих на известных { $like }

import-ask-shifted = Вопрос: строка { $row } сдвинута, ячейки поставлены под свои столбцы: «{ $text }»
import-ask-heading = Вопрос: строка { $row } взята как раздел, не мероприятие: «{ $text }»
import-ask-activity = Вопрос: строка { $row } взята как мероприятие, не раздел: «{ $text }»
import-ask-several = Вопрос: в строке { $row } несколько дел в одной ячейке, они оставлены вместе: «{ $text }»
import-ask-column = Вопрос: столбец { $column } без понятного названия взят по содержанию как «{ $role }»
import-ask-table = Вопрос: «{ $name }» похож на тот же план и не взят
import-questions-open =
    { $count ->
        [one] Остался { $count } вопрос, ничего не записано. Принять предложенный ответ: --yes; изменить: { $options }
        [few] Осталось { $count } вопроса, ничего не записано. Принять предложенные ответы: --yes; изменить: { $options }
       *[other] Осталось { $count } вопросов, ничего не записано. Принять предложенные ответы: --yes; изменить: { $options }
    }
import-written =
    { $subjects ->
        [0] Документ { $key } записан: { $path }
        [one] Документ { $key } записан: { $path }; новых субъектов: { $subjects }
       *[other] Документ { $key } записан: { $path }; новых субъектов: { $subjects }
    }
import-unchanged = Документ { $key }: без изменений.
import-another-edition = Документ { $key } уже на контроле, и в файле другая его редакция; ничего не записано. Что изменилось: planerka plan changes ФАЙЛ --document { $key }; принять: planerka plan adopt ФАЙЛ --document { $key }. Чтобы взять файл отдельным документом, назовите другое обозначение: --document
import-no-document = Документа { $key } нет. Есть: { $known }
new-made = Каталог { $path } готов: без примера, с пустым документом. Дальше: planerka --state { $path } import ФАЙЛ или planerka --state { $path }

prompt-import = Файл с планом
prompt-import-help = Tab дополняет имя · DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV, текст · до согласия ничего не запишется
import-step-tables = Таблицы
import-step-columns = Столбцы
import-step-rows = Разделы и мероприятия
import-step-people = Люди и сроки
import-step-report = Отчёт: Enter — записать
import-step-help = Enter — дальше; ← → — взять как другое; Esc — ничего не записывать
import-cannot-change = Эту строку изменить нельзя.
import-left = Импорт оставлен, ничего не записано.

import-order-issuer = Автор: { $text }
import-order-basis = Основание: { $text }
import-order-amends = Изменяет: { $text }
import-order-controller = Контролёр: { $text }
import-order-tasks =
    { $count ->
        [one] { $count } поручение; строки текста (+ поручение, – не поручение, ⟨срок⟩):
        [few] { $count } поручения; строки текста (+ поручение, – не поручение, ⟨срок⟩):
       *[other] { $count } поручений; строки текста (+ поручение, – не поручение, ⟨срок⟩):
    }
import-order-nobody = исполнитель не назван
import-aside-control = контроль
import-aside-force = вступление в силу
import-aside-signing = исполнено подписанием
import-aside-telling = сведения
import-aside-decided = оставлено по решению
import-ask-no-number = Вопрос: номер документа не найден; без него документ называется по дате или заголовку
import-ask-no-date = Вопрос: дата документа не найдена; отсчёт ведётся со дня постановки на контроль
import-ask-nobody = Вопрос: строка { $row }: исполнитель не назван: «{ $text }»
import-ask-term-before = Вопрос: строка { $row }: срок «{ $term }» раньше даты документа
import-written-apart = Документ с таким номером уже на контроле; этот записан отдельно, обозначение { $key }: { $path }. Новых субъектов: { $subjects }
import-step-lines = Строки текста
import-step-lines-help = ← → — поручение или нет; Enter — дальше; Esc — ничего не записывать
import-pasted = вставленный текст
import-subject-like = ? { $name }: похоже на «{ $subject }», взято за него
import-subject-same = = { $name }: это «{ $subject }»
import-subject-new = + { $name } ({ $kind })
import-subject-new-near = + { $name } ({ $kind }); ближе всех «{ $near }»
import-subject-nobody = – { $name }: не субъект, остаётся в тексте
import-kind-organisation = организация
import-kind-group = группа
import-kind-position = должность
import-kind-person = лицо
import-terms-head = Сроки: не прочитано { $unread }, с допущением { $assumed }, исправлено { $corrected }
import-term-unread = ? строка { $row }, { $name }: «{ $term }» не прочитан
import-term-assumed = ~ строка { $row }, { $name }: «{ $term }» читается как { $reading }
import-term-corrected = = строка { $row }, { $name }: «{ $term }» читать как «{ $reading }»
import-ask-alike = Вопрос: «{ $name }» похоже на известного субъекта { $subject } и взято за него
import-as-new = Новый документ, обозначение { $key }
import-as-edition = Редакция документа «{ $name }»
import-level = Уровень { $depth } зовётся «{ $name }»: заголовков { $count }
import-no-such-row = { $option }: строка { $row } не годится. Есть строки: { $rows }
import-no-rows = { $option }: строка { $row } не годится, и других таких строк в файле нет. Что в нём есть, говорит отчёт: --dry-run
import-no-such-column = --columns: названо столбцов { $named }, а в таблице их { $count }
import-correct-no-name = Имени «{ $name }» в плане нет. Какие есть, говорит отчёт: --dry-run
import-correct-no-row = Строки { $row } с мероприятием в файле нет. Номера строк говорит отчёт: --dry-run --json
import-correct-no-level = Уровня { $depth } в плане нет: уровней { $count }
import-correct-unread = Строка { $row }: «{ $text }» — не дата и не срок
prompt-import-level = Название уровня
prompt-import-level-help = как документ зовёт свои заголовки этого уровня · пусто — как предложено
prompt-import-name = Название субъекта
prompt-import-name-help = новый субъект · «короткое — полное», если названий два · название известного берёт его
prompt-import-known = это известный субъект «{ $name }»
prompt-import-term = Срок читать как
prompt-import-term-help = дата или формулировка; пусто — как прочитано программой · слова плана не меняются
import-step-people-help = Enter — дальше; ← → — иначе; e — вписать; x — убрать; Esc — бросить
import-left-column = Столбец «{ $name }» не взят
import-ask-parted = Вопрос: в строке { $row } несколько дел в одной ячейке, они взяты как отдельные мероприятия ({ $parts }): «{ $text }»
import-reading = Читается { $file }… Esc — прервать
import-convert-ask = { $file } — документ старого вида. Преобразовать его в DOCX через LibreOffice и прочитать? Сам файл не изменится.
import-convert-late = LibreOffice не закончил преобразование за минуту; ничего не записано. Откройте файл и сохраните как DOCX.
import-convert-nothing = LibreOffice не смог преобразовать файл; ничего не записано. Откройте файл и сохраните как DOCX.
import-convert-io = LibreOffice не запустился ({ $kind }); ничего не записано. Откройте файл и сохраните как DOCX.
import-convert-none = LibreOffice на этой машине не найден. Откройте файл в офисной программе и сохраните как DOCX.
import-convert-offer = LibreOffice здесь есть: добавьте --convert, и файл будет преобразован.
