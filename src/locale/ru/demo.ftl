# planerka demo: каталог для пробы.
demo-filled = { $path }: { $meetings ->
        [one] { $meetings } совещание
        [few] { $meetings } совещания
       *[many] { $meetings } совещаний
    } по настоящему плану, действий записано: { $acts }. На каждом документе стоит «ДЕМОНСТРАЦИЯ».
demo-next = Посмотреть: planerka --state { $path } --today 2024-01-11
demo-not-empty = { $path }: каталог не пуст, а демонстрация пишется только в новый или пустой. Назовите другой.
