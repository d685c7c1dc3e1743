# Экран документов.
title-documents = Документы
documents-meetings = Совещания
documents-finished = № { $number }, версия { $version }
documents-draft = черновик
documents-to-come = впереди
documents-minutes = Протокол
documents-tactical-plan = Тактический план
documents-minutes-version = Протокол, версия { $version }
documents-tactical-plan-version = Тактический план, версия { $version }
documents-changes = Изменения в протокол, версия { $version }
documents-agenda = Повестка
documents-report = Справка об исполнении, { $month }
documents-extract = Выписка: { $who }
documents-card = Карточка { $activity }
documents-formats = Форматы:
documents-no-format = Ни один выбранный формат для этого документа не подходит. Выберите формат: f — следующий, пробел — отметить.
documents-written = { $files ->
        [one] Записан { $files } файл: { $place }
        [few] Записано { $files } файла: { $place }
       *[many] Записано { $files } файлов: { $place }
    }
documents-kept = ; прежние сохранены рядом, в backups: { $count }
documents-failed = Записано файлов: { $files }; дальше не удалось: { $why } Проверьте каталог и повторите.

action-go-documents = документы
action-next-paper = следующий документ
action-previous-paper = предыдущий документ
action-next-format = следующий формат
action-toggle-format = отметить формат
action-write-document = записать
action-write-meeting = записать все этого совещания
action-write-all-meetings = записать протоколы всех совещаний
context-documents = Документы

# Документы из командной строки.
papers-differs = { $path }: здесь файл с другим содержанием, он не тронут.
papers-replace-ask = { $files ->
        [one] Заменить { $files } файл
        [few] Заменить { $files } файла
       *[many] Заменить { $files } файлов
    }? Прежние останутся в backups/ рядом. [д/н]
papers-left = { $files ->
        [one] Не записан { $files } файл
        [few] Не записано { $files } файла
       *[many] Не записано { $files } файлов
    }: там другое содержание. Заменить, сохранив прежние: повторите с --replace.
papers-kept = { "" } (прежний файл сохранён: { $path })
papers-no-meeting = Ни одного совещания ещё не записано. Назовите дату: planerka agenda --date 2023-05-25.
papers-one-version = У протокола { $date } одна версия: изменений нет.
papers-no-subject = Субъект «{ $name }» неизвестен. Имена и обозначения — в subjects.ron.
papers-period = Период кончается раньше, чем начинается. Назовите первый день датой, последний — ключом --to.
card-document = Документ:
card-basis = Основание:
card-amends = Изменяет:
card-controller = Контролёр:
card-rests-on-it = На его основании:
prompt-reading-event = дата события, от которого считается срок: «{ $event }» · пусто — прочтение программы
documents-document = Текст документа: { $document }
documents-execution = Справка об исполнении: { $document }
documents-control = Перечень документов на контроле
