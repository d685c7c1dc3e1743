# When something is wrong: what is not recorded, what is damaged, who writes.
banner-unrecorded = NOT RECORDED: { $n ->
        [one] { $n } act
       *[other] { $n } acts
    } · { $why } · go on, it will be recorded by itself
notice-kept = NOT RECORDED, only in memory: { $what }
notice-caught-up = All that waited is recorded: { $n }.
notice-failed-again = Not recorded again. The program keeps trying.
history-unrecorded = { $day }  NOT RECORDED: { $what }
leave-title = NOT RECORDED: { $n }. How to leave?
leave-retry = Try to record once more
leave-retry-detail = and stay
leave-elsewhere = Write to another file and leave …
leave-elsewhere-detail = a stick, for example
leave-stay = Stay and go on working
leave-stay-detail = recorded by itself
leave-lose = Leave and lose what is not recorded
leave-lose-detail = nothing brings it back
prompt-elsewhere = Into which file to write what is not recorded
prompt-elsewhere-help = the path of a new file or of a directory
left-elsewhere = { $n ->
        [one] { $n } act is not in the state directory; it is kept
       *[other] { $n } acts are not in the state directory; they are kept
    } in { $path }. When there is space put this file into { $journal }: planerka reads it at the next start.
left-lost = { $n ->
        [one] { $n } act was not recorded and is lost
       *[other] { $n } acts were not recorded and are lost
    }: the disk took nothing.
io-exists = such a file is there already
io-exists-do = Name another one.
