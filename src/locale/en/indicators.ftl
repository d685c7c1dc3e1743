# The order's indicators and their values.
overview-indicators = Indicators
action-show-indicators = indicators
decimal-point = .
indicators-none = The plan has no indicators.
indicators-no-value = no value yet · Enter records one
indicators-value = { $value } on { $date }
indicators-target = Target:
indicators-values = Values:
indicators-method = How collected:
indicators-group = Section:
prompt-indicator = Indicator { $number }: value on { $date }
prompt-indicator-help = a number, decimals allowed: 12.5 · empty takes this day's value away
notice-indicator = Indicator { $number }: { $value } on { $date }; u takes it back.
notice-indicator-gone = Indicator { $number }: the value on { $date } is gone; u brings it again.
error-amount = A number is needed, two decimals at most: 12 or 12.5.
act-indicator = value of indicator { $number }
