# Зал: что видят все.
hall-title = Совещание
hall-open = Совещание { $date } · № { $number }
hall-finished = Совещание { $date } завершено · протокол № { $number }
hall-progress = рассмотрено { $done } из { $total }
hall-next-meeting = Следующее совещание — { $date } в { $time }
hall-next = Далее: { $name }
hall-no-items = Вопросов в повестке пока нет.
hall-control = Поручение { $number }: { $control }
hall-due = до { $due }
hall-who = Исполняет: { $who }
hall-term = Срок: { $term }
