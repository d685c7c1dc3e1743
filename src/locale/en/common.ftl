# Words all screens share.
too-small = the window is too small
too-small-size = needed: { $width }×{ $height }
days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
