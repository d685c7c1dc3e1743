# Слова, общие для всех экранов.
too-small = окно слишком мало
too-small-size = нужно { $width }×{ $height }
days =
    { $n ->
        [one] { $n } день
        [few] { $n } дня
       *[many] { $n } дней
    }
