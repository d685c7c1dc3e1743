# Dates.
date-long =
    { $day } { $month ->
       [1] January
       [2] February
       [3] March
       [4] April
       [5] May
       [6] June
       [7] July
       [8] August
       [9] September
       [10] October
       [11] November
      *[12] December
    } { $year }
date-day-month =
    { $day } { $month ->
       [1] January
       [2] February
       [3] March
       [4] April
       [5] May
       [6] June
       [7] July
       [8] August
       [9] September
       [10] October
       [11] November
      *[12] December
    }
date-short = { $dd }.{ $mm }
date-full = { $dd }.{ $mm }.{ $year }
date-weekday =
    { $weekday ->
       [1] Mon
       [2] Tue
       [3] Wed
       [4] Thu
       [5] Fri
       [6] Sat
      *[7] Sun
    } { $dd }.{ $mm }
date-weekday-full =
    { $weekday ->
       [1] Mon
       [2] Tue
       [3] Wed
       [4] Thu
       [5] Fri
       [6] Sat
      *[7] Sun
    } { $dd }.{ $mm }.{ $year }
date-month =
    { $month ->
       [1] January
       [2] February
       [3] March
       [4] April
       [5] May
       [6] June
       [7] July
       [8] August
       [9] September
       [10] October
       [11] November
      *[12] December
    } { $year }
weekday-short =
    { $weekday ->
       [1] Mon
       [2] Tue
       [3] Wed
       [4] Thu
       [5] Fri
       [6] Sat
      *[7] Sun
    }
weekday-long =
    { $weekday ->
       [1] Monday
       [2] Tuesday
       [3] Wednesday
       [4] Thursday
       [5] Friday
       [6] Saturday
      *[7] Sunday
    }
