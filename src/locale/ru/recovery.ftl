# Когда что-то не так: что не записано, что повреждено, кто пишет.
banner-unrecorded = НЕ ЗАПИСАНО: { $n ->
        [one] { $n } действие
        [few] { $n } действия
       *[many] { $n } действий
    } · { $why } · работайте, запишется само
notice-kept = НЕ ЗАПИСАНО, пока только в памяти: { $what }
slow-disk = Диск пишет уже { $n ->
        [0] полсекунды
        [one] { $n } секунду
        [few] { $n } секунды
       *[many] { $n } секунд
    }
slow-disk-keys = нажатое запоминается и выполнится следом
slow-disk-leaving = программа закроется, когда он закончит
notice-caught-up = Записано всё, что ждало: { $n }.
notice-failed-again = Снова не записалось. Программа повторяет сама.
history-unrecorded = { $day }  НЕ ЗАПИСАНО: { $what }
leave-title = НЕ ЗАПИСАНО: { $n }. Как выйти?
leave-retry = Записать ещё раз
leave-retry-detail = и остаться
leave-elsewhere = Записать в другой файл и выйти …
leave-elsewhere-detail = например, на флешку
leave-stay = Остаться и работать дальше
leave-stay-detail = запишется само
leave-lose = Выйти и потерять незаписанное
leave-lose-detail = вернуть будет нечем
prompt-elsewhere = В какой файл записать незаписанное
prompt-elsewhere-help = путь к новому файлу или к каталогу
left-no-backup = Копия за день не сделана: { $why }
left-copy-kept = { $paper } был исправлен рукой; прежнее содержимое — в { $copy }.
left-elsewhere = { $n ->
        [one] В каталог состояния не записано { $n } действие, оно сохранено
        [few] В каталог состояния не записаны { $n } действия, они сохранены
       *[many] В каталог состояния не записано { $n } действий, они сохранены
    } в { $path }. Когда место появится, положите этот файл в { $journal }: planerka прочтёт его при следующем запуске.
left-lost = { $n ->
        [one] Не записано и потеряно { $n } действие
        [few] Не записаны и потеряны { $n } действия
       *[many] Не записано и потеряно { $n } действий
    }: диск не принял запись.
io-exists = такой файл уже есть
io-exists-do = Назовите другой.

problems-title = Неполадки в каталоге состояния: { $n }
badge-problems = { $n ->
        [one] { $n } неполадка
        [few] { $n } неполадки
       *[many] { $n } неполадок
    }
way-show = показать файл в этом месте
way-embedded = заменить встроенным в программу (этот останется в quarantine/)
way-identify = сказать, кто это теперь: всё записанное перейдёт к нему
way-papers = составить заново по журналу (этот останется в backups/)
way-renumber = присвоить следующий свободный номер
way-join = утвердить записанное на обоих
way-take-over = присоединить недостающие действия (копия уйдёт в quarantine/)
way-clear = отложить испорченные строки (файл целиком останется в quarantine/)
way-read-only = дальше только читать
way-rest = работать с остальным
confirm-mend = { $name } заменится тем, что встроен в программу; нынешний останется в quarantine/. Если в нём опечатка, её лучше исправить в редакторе: planerka сама увидит. Заменить?
confirm-take-over = Действия, которые есть в копии и которых нет в журнале, добавятся к нему; ничего не пропадёт, копия уйдёт в quarantine/. Добавить?
confirm-clear = Испорченные строки не учитываются и так. Если есть резервная копия, сначала верните их из неё: planerka restore ФАЙЛ --add. Файл целиком останется в quarantine/. Отложить испорченные строки?
confirm-approve-anew = Утвердить протокол { $date } заново под № { $number }? Это будет версия { $version }; прежняя останется.
notice-approved-anew = Протокол { $date } утверждён под № { $number }, версия { $version }.
reason-renumbered = под № { $number } утверждён и протокол { $other }
reason-joined = сведены записи двух компьютеров
notice-no-problems = Все файлы в порядке.
notice-no-repair = Этого программа сама не исправит: сделайте, как сказано.
notice-papers-restored = Протокол и тактический план { $date } составлены по журналу; прежние в backups/.
notice-cannot-show = Файл не читается.
notice-reading-already = Программа и так только читает.
notice-writing-already = Программа и так пишет в этот каталог.
notice-taken-over = Теперь пишет эта копия программы.
reader-empty-file = Файл пуст.
read-only-damaged = { $path } не читается; пока он не исправлен, ничего не записывается.
here-asked = по вашей просьбе; { $write } — писать
here-free = другая копия закрыта; { $write } — писать здесь
here-held = пишет другая копия программы
here-held-by = пишет { $user }@{ $host } с { $since } (процесс { $process })
here-not-writable = { $name }: { $kind }; { $write } — попробовать снова
here-newer = { $name } от более новой программы: обновите planerka
here-damaged = { $name } не читается; { $problems } — что делать
action-problems = неполадки
action-take-over = писать здесь
action-mend-file = исправить
action-open-read-only = только читать
context-problems = Неполадки
start-default-keys = Действуют встроенные клавиши: { $why }
notice-record-first = Сначала должно записаться то, что ждёт.
io-too-large = файл больше, чем разрешено
