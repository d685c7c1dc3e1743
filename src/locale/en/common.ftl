# Words all screens share.
days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
