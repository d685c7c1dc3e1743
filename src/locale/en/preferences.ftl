# What is chosen in the program and stays until the next start.
preference-theme = Theme: { $name }
preference-language = Language: English
preference-mouse-on = Mouse on; hold Shift to select text
preference-mouse-off = Mouse off: the terminal selects text
preference-kept = { $what }. Written to settings.ron.
preference-not-kept = { $what }, but only until you leave: { $why }
preference-no-place = no place was found in settings.ron for the line "{ $line }": write it yourself.
