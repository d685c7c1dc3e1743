# Показатели распоряжения и их значения.
overview-indicators = Показатели
action-show-indicators = показатели
decimal-point = ,
indicators-none = В плане показателей нет.
indicators-no-value = значений ещё нет · Enter — записать
indicators-value = { $value } на { $date }
indicators-target = Цель:
indicators-values = Значения:
indicators-method = Как собирается:
indicators-group = Раздел:
prompt-indicator = Показатель { $number }: значение на { $date }
prompt-indicator-help = число, можно с дробью: 12,5 · пусто — убрать значение этого дня
notice-indicator = Показатель { $number }: { $value } на { $date }; u вернёт как было.
notice-indicator-gone = Показатель { $number }: значения на { $date } больше нет; u вернёт его.
error-amount = Нужно число, не больше двух знаков после запятой: 12 или 12,5.
act-indicator = значение показателя { $number }
