# Копия каталога состояния, возврат из неё, приведение в порядок.
backup-done = { $files ->
        [one] Сохранён { $files } файл
        [few] Сохранено { $files } файла
       *[many] Сохранено { $files } файлов
    } из { $directory } в { $path } ({ $size ->
        [one] { $size } байт
        [few] { $size } байта
       *[many] { $size } байт
    }). Копия прочитана обратно и цела.
backup-left-out = Не сохранено: { $path } — { $kind }.
backup-nothing = { $path }: сохранять нечего. Проверьте каталог: --state.
backup-exists = { $path }: здесь уже есть другой файл, он не тронут. Назовите другое имя.
backup-too-large = { $path }: больше 512 МБ, таких каталогов не бывает. Уберите лишние файлы.
backup-damaged = { $path }: копия повреждена ({ $what }). Ничего не изменено; возьмите другую копию.
backup-not-one = { $path }: в этом архиве нет каталога planerka. Ничего не изменено.

restore-here-is-longer = Здесь новее, записанное после копии пропадёт: { $name }
restore-archive-is-longer = В копии новее: { $name }
restore-apart = Здесь и в копии разное: { $name }
restore-missing = Появится: { $name }
restore-ask-missing = { $files ->
        [one] Добавить { $files } файл
        [few] Добавить { $files } файла
       *[many] Добавить { $files } файлов
    }? Остальное останется как есть. [д/н]
restore-not-done = Ничего не изменено.
restore-only-here = Останется как есть: { $name }
restore-would-replace = { $files ->
        [one] Заменён был бы { $files } файл
        [few] Заменены были бы { $files } файла
       *[many] Заменено было бы { $files } файлов
    }. Ничего не изменено. Заменить, сохранив прежние в backups/: повторите с --replace.
restore-ask = { $files ->
        [one] Заменить { $files } файл
        [few] Заменить { $files } файла
       *[many] Заменить { $files } файлов
    }? Прежние останутся в { $directory }. [д/н]
restore-same = { $directory }: всё уже так, как в копии { $path }.
restore-done = { $files ->
        [one] Возвращён { $files } файл
        [few] Возвращено { $files } файла
       *[many] Возвращено { $files } файлов
    } из { $path } в { $directory }.
restore-added = { $acts ->
        [one] В журнал добавлено { $acts } недостававшее действие.
        [few] В журнал добавлено { $acts } недостававших действия.
       *[many] В журнал добавлено { $acts } недостававших действий.
    }
restore-lines = Строк журнала из копии не взято: { $lines } — испорчены, записаны более новой программой или говорят другое под тем же именем.
restore-kept = Прежний файл: { $path }
restore-not-sealed = Этот архив собран не программой: состав сверить не с чем, контрольные суммы файлов сходятся.

mended-written = Создан встроенный { $path }.
mended-paper-followed = Бумага приведена к тому, что утверждено: { $path }.
mended-paper-followed-copy = Бумага приведена к тому, что утверждено: { $path }; прежнее — в { $copy }.
mended-paper-restored = Утверждённый документ снова на месте: { $path }.
mended-replaced = { $path } заменён встроенным; прежний — в { $copy }.
mended-cut = { $path }: оборванный конец отложен в { $copy }.
mended-taken-over = { $count ->
        [0] В копии { $path } нового не было;
        [one] Из копии { $path } взято { $count } действие;
        [few] Из копии { $path } взято { $count } действия;
       *[many] Из копии { $path } взято { $count } действий;
    } теперь она в { $copy }.
mended-joined = { $count ->
        [0] Из копии { $path } взять нечего
        [one] Из копии { $path } взято { $count } действие
        [few] Из копии { $path } взято { $count } действия
       *[many] Из копии { $path } взято { $count } действий
    }; не понято строк: { $left }, поэтому она осталась.
mended-cleared = { $path }: испорченных строк отложено — { $count }; файл целиком в { $copy }.
mended-nothing = Исправлять нечего.
mended-nothing-of-itself = Само ничего не исправлено. Осталось:

cli-about-backup = Сохранить каталог состояния в один файл
cli-about-restore = Вернуть каталог состояния из такого файла
cli-help-backup-file = Новый файл, например planerka-2023-05-25.zip
cli-help-restore-file = Файл, сделанный командой backup
cli-help-replace = Заменить отличающиеся файлы, не спрашивая; прежние останутся в backups/
cli-help-show = Только показать, что изменилось бы
cli-help-add = Ничего не заменять: добавить недостающие файлы и недостающие действия журнала
cli-help-repair = Привести в порядок, ничего не теряя: вернуть недостающие документы, отложить свои оборванные записи в quarantine/, взять недостающее из копий журнала; all — также заменить документы с ошибками встроенными и отложить чужие оборванные и все испорченные записи

# Один каталог на нескольких компьютерах, через git.
sync-commit = Планёрка: записанное по { $date }
sync-committed = Записанное здесь сохранено в git.
sync-fetching = Забираю новое из { $remote }…
sync-done = Каталог и { $remote } теперь одно и то же.
sync-nothing-came = С других компьютеров нового нет.
sync-came = С компьютера { $writer } { $acts ->
        [one] пришло { $acts } действие
        [few] пришли { $acts } действия
       *[many] пришло { $acts } действий
    }{ $meetings ->
        [0] { "." }
        [one] {" "}по совещанию { $dates }.
       *[many] {" "}по совещаниям { $dates }.
    }
sync-no-remote = Другого места у этого репозитория нет: назвать его — git remote add origin АДРЕС.
sync-no-directory = { $path }: такого каталога нет. Возьмите его с другого компьютера: git clone АДРЕС.
sync-no-work-tree = { $path }: это не рабочий каталог git. Начать: git init в нём, затем git remote add origin АДРЕС.
sync-no-git = git не запускается ({ $kind }). Ничего не изменено; установите git или обменивайтесь файлом: planerka backup.
sync-git-refused = git { $command } отказал. Записанное цело. Вот что он сказал:
    { $words }
sync-merging = Начатое слияние git не закончено. Закончите его (git status подскажет) или откажитесь: git merge --abort.
sync-ignored = Журнал не попадает в git: его исключает .gitignore выше по каталогам. Уберите это правило.
sync-no-branch = Не выбрана ветка git. Выберите её: git switch ИМЯ.
sync-too-busy = Кто-то всё время успевает раньше. Записанное сохранено здесь; повторите позже.
sync-conflict = { $name }, строка { $line }: изменено и здесь, и там
sync-conflict-whole = { $name }: здесь и там разное, и построчно не сравнить
sync-conflict-base = было
sync-conflict-ours = здесь
sync-conflict-theirs = там
sync-choose = Слияние отменено, всё как было. Выберите: planerka sync --take mine — взять здешнее, --take theirs — тамошнее; или исправьте файл здесь так же, как там, и повторите.
sync-check = Прочитать каталог после слияния не удалось. Что не так — planerka check.

cli-about-sync = Обменяться с другими компьютерами через git: сохранить, забрать, соединить, отправить
cli-help-take = Чьё взять в файлах, которые изменены и здесь, и там: mine — здешнее, theirs — тамошнее

# Год журнала в одном файле и обратно.
pack-not-over = { $year } год ещё не закончился. Сворачивают закрытый год.
pack-done = Журнал { $year } года — в одном файле { $path }: { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    }, { $acts ->
        [one] { $acts } действие
        [few] { $acts } действия
       *[many] { $acts } действий
    }, { $before } КБ стали { $after } КБ. Файл прочитан обратно и цел. Развернуть: planerka unpack { $year }
unpack-done = Журнал { $year } года развёрнут: { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    } в journal/.
pack-left = Осталось рядом и читается вместе: { $path }
pack-nothing = За { $year } год в journal/ делать нечего: таких файлов нет или они уже в нужном виде.
pack-not-whole = { $place }: { $what } Ничего не изменено: сначала приведите журнал в порядок — planerka check --repair all.
pack-damaged = { $path }: архив года повреждён; что в нём цело, читается. Ничего не изменено: возьмите файл из копии или с другого компьютера.
pack-too-large = { $path }: больше 256 МБ. Ничего не изменено, файлы читаются как есть.

cli-about-pack = Свернуть журнал закрытого года в один файл
cli-about-unpack = Развернуть журнал свёрнутого года обратно
cli-help-year = Год, например 2023
