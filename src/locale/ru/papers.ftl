# Документы: из чего делаются и почему не вышли.
paper-minutes = протокол
paper-tactical-plan = тактический план
paper-agenda = повестка
paper-changes = изменения в протокол
paper-extract = выписка
paper-report = справка
paper-card = карточка мероприятия
papers-no-activity = Мероприятия { $activity } в документах на контроле нет. Номера печатает planerka plan show.
papers-not-available = Документ «{ $paper }» не бывает в формате { $format }. Есть: { $formats }.
papers-writer = Документ не составлен: { $why }.
papers-not-kept = Утверждённых документов совещания { $date } (версия { $version }) нет: файлы удалены или изменены. Что делать, скажет planerka check.
papers-no-version = У протокола { $date } нет версии { $version }.
papers-redrawn = Файла документов совещания { $date } (версия { $version }) нет, а прежняя программа не вела отпечатков: составлено заново по журналу и нынешним настройкам.
papers-taken = Документы совещания { $date } (версия { $version }) утвердила прежняя программа: содержание взято из файла, оформление — из нынешних настроек.
papers-binary = { $format } — не текст, на экран и вперемешку с другими не выводится. Назовите файл или каталог ключом -o.

templates-there = { $path } уже есть и отличается; оставлен как был. Чтобы получить встроенный шаблон, назовите другой каталог.

fault-template-syntax = Шаблон не читается ({ $detail }).
fault-template-no-template = Шаблона, на который он ссылается, нет ({ $detail }).
fault-template-unknown-name = Шаблон зовёт фильтр, функцию или блок, которых нет ({ $detail }).
fault-template-no-value = Шаблон выводит поле, которого у документа нет ({ $detail }).
fault-template-endless = Шаблон не кончается: слишком много шагов.
fault-template-too-large = Шаблон просит больше, чем нужно любому документу: текста, отступа или памяти.
fault-template-tag-too-long = Тег длиннее { $detail }: разбейте его на несколько.
fault-template-other = Шаблон не заполнился ({ $detail }).
fault-template = Шаблон не годится.
fault-template-do = Документ сделан по встроенному шаблону; поля и фильтры — в docs/templates.md.

# Запись документов с экрана.
action-choose-place = другой каталог
action-open-folder = открыть папку
documents-place = Куда: { $place }
documents-place-usual = export/ в каталоге состояния
documents-writing = { $done } из { $all } · { $key } — прервать
documents-writing-still = Документы ещё пишутся. Дождитесь конца или прервите: Esc.
documents-stopped = Прервано. Записано файлов: { $files } (каждый цел): { $place }
documents-left = ; оставлено как было: { $count }
documents-differing = { $name } уже есть и отличается
documents-differing-replace = заменить его и другие такие же; прежние — в backups
documents-differing-leave = оставить прежние, записать остальные
documents-differing-stop = прервать
documents-folder = Папка открывается: { $place }
documents-folder-failed = Папка не открылась ({ $why }). Она здесь: { $place }
documents-folder-no-desktop = здесь нет рабочего стола
documents-folder-none = её ещё нет
prompt-export-place = Каталог для документов
prompt-export-place-help = Пусто — export/ в каталоге состояния; «~» — домашний каталог.

paper-document = документ на контроле таблицей
paper-execution = справка об исполнении документа
paper-control = перечень документов на контроле
papers-no-document = Документа { $document } на контроле нет. Какие есть: planerka plan show
fault-letterhead-missing = Бланка с таким именем в templates/ нет.
fault-letterhead-missing-do = Документ сделан без бланка. Положите файл в templates/ или исправьте papers.letterhead в settings.ron.
fault-letterhead-not-docx = Бланк не читается: это не DOCX или файл повреждён.
fault-letterhead-not-docx-do = Документ сделан без бланка. Сохраните бланк в Word или LibreOffice как DOCX.
fault-letterhead-too-large = Бланк больше, чем бывает: 16 МБ, в распакованном виде 64 МБ.
fault-letterhead-too-large-do = Документ сделан без бланка. Уменьшите рисунки бланка.
fault-letterhead-active = В бланке есть макросы или элементы управления.
fault-letterhead-active-do = Документ сделан без бланка. Сохраните бланк как DOCX без макросов.
fault-letterhead-outside = Бланк обращается наружу: связанный рисунок или шаблон.
fault-letterhead-outside-do = Документ сделан без бланка. Вставьте рисунок в сам бланк, связь с шаблоном разорвите.
fault-letterhead-strict = Бланк сохранён в строгом виде Open XML.
fault-letterhead-strict-do = Документ сделан без бланка. Сохраните бланк как обычный DOCX.
fault-letterhead-marker = Место документа отмечено не там: отметка должна быть одна, отдельным абзацем, не в таблице и не в рамке.
fault-letterhead-marker-do = Документ сделан без бланка. Перенесите отметку или уберите её: тогда документ встанет в конец.
