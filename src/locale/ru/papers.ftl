# Документы: из чего делаются и почему не вышли.
paper-minutes = протокол
paper-tactical-plan = тактический план
paper-agenda = повестка
paper-extract = выписка
paper-report = справка
paper-card = карточка мероприятия
papers-no-activity = Мероприятия { $activity } в комплексе мер нет. Номера печатает planerka plan show.
papers-not-available = Документ «{ $paper }» не бывает в формате { $format }. Есть: { $formats }.
papers-writer = Документ не составлен: { $why }.
papers-binary = { $format } — не текст, на экран и вперемешку с другими не выводится. Назовите файл или каталог ключом -o.
papers-template-used = { $template } Файлов записано: { $files }.

templates-there = { $path } уже есть и отличается; оставлен как был. Чтобы получить встроенный шаблон, назовите другой каталог.

fault-template-syntax = Шаблон не читается ({ $detail }).
fault-template-no-template = Шаблона, на который он ссылается, нет ({ $detail }).
fault-template-unknown-name = Шаблон зовёт фильтр, функцию или блок, которых нет ({ $detail }).
fault-template-no-value = Шаблон выводит поле, которого у документа нет ({ $detail }).
fault-template-endless = Шаблон не кончается: слишком много шагов.
fault-template-other = Шаблон не заполнился ({ $detail }).
fault-template = Шаблон не годится.
fault-template-do = Документ сделан по встроенному шаблону; поля и фильтры — в docs/templates.md.
