# The command line `jixiao score`
score-reading = Reading { $path } …
score-lines = { $file }: { $lines } lines read …
score-scoring = Computing { $period }, { $count } indicators …
score-column = [{ $number }/{ $count }] { $indicator }
score-printing = Printing …
score-title = { $scheme } · { $period }
score-table-notes = “-” is not scored this time, “*” is given by a rule for missing figures, “↓” is among the last of its category.
score-all-units = All units
score-column-place = Place
score-column-unit = Unit
score-column-score = Score
score-column-rate = Rate
score-column-coverage = Scored weight
score-column-bonus = Bonus
score-column-deduction = Deduction
score-column-gap = To next place
score-why-title = { $unit }: { $score } points, place { $place }
score-why-line = { $code } { $name }: { $score }/{ $full }
score-no-such-unit = There is no unit with the code “{ $unit }”.
score-fault = { $file } line { $line }, column { $column }, value “{ $value }”: { $reason }
score-fault-line = { $file } line { $line }: { $reason }
score-fault-file = { $file }: { $reason }
score-fault-key = { $file }, { $what }: { $reason }
score-refused = { $count ->
    [one] One fault; nothing was computed.
   *[other] { $count } faults; nothing was computed.
}
folder-not-there = There is no such folder or file.
folder-file-missing = This table is missing.
folder-indicator-unknown = The indicators have no such code.
folder-unit-unknown = The units have no such code.
folder-twice = The same period, indicator and unit stands here twice, and filed_on does not say which is later.
folder-more-faults = Too many faults; the rest are not listed.
folder-no-figures = There are no figures of any period.
folder-veto-document = A veto needs its document number (document).
