# planerka demo: a directory to try things out.
demo-filled = { $path }: { $meetings ->
        [one] { $meetings } meeting
       *[other] { $meetings } meetings
    } over the real plan, acts recorded: { $acts }. Every paper is marked «ДЕМОНСТРАЦИЯ» (demonstration).
demo-next = Have a look: planerka --state { $path } --today 2024-01-11
demo-not-empty = { $path }: the directory is not empty, and a demonstration goes only into a new or empty one. Name another.
