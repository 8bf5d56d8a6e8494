# The blank: a month as a workbook to fill in.
help-workbook = Download the prefilled workbook, fill it in, send it back
workbook-get = 📄 Get the workbook
workbook-here = 📄 <b>Workbook for { $period }</b>: { $count } { $count ->
        [one] indicator
       *[other] indicators
    }, { $cells } { $cells ->
        [one] cell
       *[other] cells
    }{ $filed ->
        [0] .
       *[other] {" "}({ $filed } filed already; fill in the others only).
    }
    Fill in the yellow column, save, and send the file back here; check it, then tap “Hand in”.
workbook-sheet = Figures
workbook-sheet-how = How to fill it in
workbook-title = Figures for { $period }: { $monitors }
workbook-how = Fill in the yellow column “Figure”, save, and send the whole file back to the chat; all else is for reference and locked.
workbook-as-of = Made on { $at }. An empty cell means “not reported”, never 0.
workbook-head-number = No.
workbook-head-code = Indicator code
workbook-head-indicator = Indicator
workbook-head-measure = Measured in
workbook-head-unit-code = Unit code
workbook-head-unit = Assessed unit
workbook-head-target = Year’s target
workbook-head-base = Last year
workbook-head-last = Last figure
workbook-head-plan = Plan by now
workbook-head-filed = Filed already
workbook-head-value = Figure
workbook-head-new-base = Last year (only if revised)
workbook-head-growth = Growth % (as published; optional)
workbook-head-reason = Note (why a figure is unusual)
workbook-value-hint = Type a figure, or choose “No data” or “Not applicable”. Leave empty what you do not have yet.
workbook-no-data = No data
workbook-not-applicable = Not applicable
workbook-rule-1 = 1. Fill in the yellow column “Figure”: totals since January for cumulative indicators, the value at the end of the month for levels.
workbook-rule-2 = 2. Choose “No data” where nothing happened, “Not applicable” where the unit is not judged by it, write “unchanged” for the same as last time; 0 is 0. Empty means not reported yet.
workbook-rule-3 = 3. Use the measure of the column “Measured in”, or write the measure with the figure, such as “3.2亿元” or “4,210万元”; it is converted. Percentages as 87.3 or 87.3%.
workbook-rule-4 = 4. If last year’s figure was revised, type it in the column to the right; otherwise the one for reference is used.
workbook-rule-5 = 5. Where a figure is far from the earlier ones, say why in “Note”, and you will not be asked.
workbook-rule-6 = 6. Save it and send the file to the chat. The bot shows old and new side by side; only your “Hand in” sends it to the reviewer. Part of it may go first.
workbook-rule-7 = 7. No macros, formulas or links to other files, and codes must stay; lines may be filtered, or left empty.
workbook-due = { $code } { $indicator }: due { $due }{ $standing ->
    [filed] , filed, waiting for review
    [released] , released
    [returned] , sent back: please mend and hand in again
   *[open] { "" }
}

# Sending it back.
workbook-reading = 📄 Reading “{ $name }”…{ $of ->
    [0] { "" }
   *[other] { " " }{ $done } of { $of } lines
}
workbook-read = 📄 <b>“{ $name }”</b>: { $lines } { $lines ->
    [one] line
   *[other] lines
}, { $taken } { $taken ->
    [one] figure
   *[other] figures
} taken{ $asked ->
    [0] { "" }
   *[other] , { $asked } to be settled with you
}{ $bad ->
    [0] .
    [one] ; one was not:
   *[other] ; { $bad } were not:
}
workbook-refused = 📄 <b>“{ $name }” was not read</b>: { $reason }
workbook-nothing-read = No figure is filled in. Fill in the yellow column “Figure” and send it again.
workbook-fault = ⚠️ { $where } “{ $text }”: { $reason }
workbook-more-faults = ⚠️ { $count } more could not be read.
workbook-all-faults = ⚠️ List everything not read ({ $count })
workbook-faults = <b>What was not read</b>
    { $lines }
workbook-fraction = <b>{ $code } { $indicator }</b>: none of the { $count } figures is above 1 ({ $values }).
    Are they fractions that stand for percentages, or really that small?
workbook-hundred = Fractions: { $hundred }{ $measure }
workbook-plain = Really { $plain }{ $measure }
workbook-drop = Leave these out for now
workbook-settled = Nothing is left to settle.

# A file that may be figures or evidence, and a table that names no indicator.
workbook-kind = “{ $name }” holds { $count ->
        [one] one figure
       *[other] { $count } figures
    } of yours. Is it to be filed, or is it evidence?
workbook-is-figures = 📊 Figures to file
workbook-is-evidence = 📎 Evidence
workbook-which = <b>{ $sheet }Which indicator { $count ->
        [one] is this figure
       *[other] are these { $count } figures
    } for?</b>
    The table names none. First line: { $example }

    It has been read: tap one, nothing need be sent again.
workbook-of-sheet = Sheet “{ $sheet }”:{ " " }
workbook-none-of-these = ✖ None of these, leave it out
