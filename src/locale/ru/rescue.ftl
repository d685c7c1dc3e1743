# Копия каталога состояния, возврат из неё, приведение в порядок.
backup-done = { $files ->
        [one] Сохранён { $files } файл
        [few] Сохранено { $files } файла
       *[many] Сохранено { $files } файлов
    } из { $directory } в { $path } ({ $size } байт). Копия прочитана обратно и цела.
backup-left-out = Не сохранено: { $path } — { $kind }.
backup-nothing = { $path }: сохранять нечего. Проверьте каталог: --state.
backup-exists = { $path }: здесь уже есть другой файл, он не тронут. Назовите другое имя.
backup-too-large = { $path }: больше 512 МБ, таких каталогов не бывает. Уберите лишние файлы.
backup-damaged = { $path }: копия повреждена ({ $what }). Ничего не изменено; возьмите другую копию.
backup-not-one = { $path }: в этом архиве нет каталога planerka. Ничего не изменено.

restore-here-is-longer = Здесь новее, записанное после копии пропадёт: { $name }
restore-archive-is-longer = В копии новее: { $name }
restore-apart = Здесь и в копии разное: { $name }
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
restore-kept = Прежний файл: { $path }
restore-not-sealed = Этот архив собран не программой: состав сверить не с чем, контрольные суммы файлов сходятся.

mended-written = Создан встроенный { $path }.
mended-replaced = { $path } заменён встроенным; прежний — в { $copy }.
mended-cut = { $path }: оборванный конец отложен в { $copy }.
mended-nothing = Исправлять нечего.

cli-about-backup = Сохранить каталог состояния в один файл
cli-about-restore = Вернуть каталог состояния из такого файла
cli-help-backup-file = Новый файл, например planerka-2023-05-25.zip
cli-help-restore-file = Файл, сделанный командой backup
cli-help-replace = Заменить отличающиеся файлы, не спрашивая; прежние останутся в backups/
cli-help-repair = Привести в порядок, ничего не теряя: вернуть недостающие документы, отложить свои оборванные записи в quarantine/; all — также заменить документы с ошибками встроенными и отложить чужие оборванные записи
