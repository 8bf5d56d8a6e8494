# The month as one numbered list over several indicators.
file-list = 📋 { $count } indicators in one list ({ $cells } figures)
file-list-all = { $behalf }<b>{ $period }: { $count } figures to file</b>

    { $tables }

    Answer by number in one message: <code>1=3.21 2=2.05 3 none rest unchanged</code>
    A number you leave out is not filed; you look everything over before it is handed in.
file-list-table = <b>{ $code } { $indicator } ({ $measure })</b>, due { $due }
    { $lines }
workbook-the-same = The same goes for { $count } more: { $names }{ $more ->
        [0] .
       *[other] { " " }and others.
    }
