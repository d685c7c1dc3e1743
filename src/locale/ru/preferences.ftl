# Что выбрано в программе и останется до следующего запуска.
preference-theme = Тема: { $name }
preference-language = Язык: русский
preference-mouse-on = Мышь включена; выделять текст — с нажатой Shift
preference-mouse-off = Мышь выключена: текст выделяет терминал
preference-kept = { $what }. Записано в settings.ron.
preference-not-kept = { $what }, но только до выхода: { $why }
preference-no-place = в settings.ron не найдено место для строки «{ $line }», впишите её сами.
