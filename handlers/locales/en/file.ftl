# Filing figures.
help-file = File the figures your unit monitors
menu-file = ✍️ File figures
file-nothing-due = Nothing of { $period } is due from you.
file-choose = { $behalf }<b>{ $period }: { $count } { $count ->
        [one] indicator
       *[other] indicators
    } to file</b>

    { $lines }

    Tap one to begin, or file several at once: paste a whole table (first row: indicator names or codes), or get the workbook, fill it in and send it back (xlsx, xls, ods, csv).
file-pick = { $code } { $name }
file-state-open = ⬜ { $code } { $indicator }, due { $due }
file-state-filed = 🕓 { $code } { $indicator }, waiting for review
file-state-released = ✅ { $code } { $indicator }, released
file-state-returned = ↩️ { $code } { $indicator }, sent back, due { $due }
file-enter = { $behalf }<b>{ $code } { $indicator } ({ $measure })</b>
    { $period }, { $kind ->
        [level] the value at the end of the month
        [cumulative_pct] completion since January
       *[cumulative] the total since January
    }, due { $due }. { $count } units:

    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more, numbers { $first }–{ $count }: see the workbook, or write their names
    }

    Four ways, as you like:
    • by number: <code>1=3.21 2=2.05 rest unchanged</code>
    • paste a column: unit, figure (and last year’s, if you like)
    • tap “One by one”
    • send an Excel file (get the workbook first, if you like)
file-line = { $number }. { $unit }: { $kind ->
        [level] last
       *[other] last month
    } { $last } | last year { $base } | plan { $plan }{ $typed }
file-typed = { " " }→ <b>{ $answer }</b>
file-one-by-one = One by one
file-all-nil = No data for all
file-look = 👀 See what is filled in
file-each = <b>{ $number }/{ $of } { $unit }</b>: { $indicator }
    { $line }

    Send the figure, or tap a button.
file-nil = No data
file-na = Not applicable
file-same = Same as last time
file-skip = Skip
file-problem = ⚠️ “{ $text }”: { $reason }
file-line-problem = ⚠️ Line { $line } “{ $text }”: { $reason }
file-more-problems = ⚠️ { $count } more lines could not be read.
file-unit-not-asked = “{ $indicator }” does not assess this unit.
file-nothing-read = No figure could be read. Use numbers (<code>1=3.21 2=2.05</code>), or a unit a line: <code>金港 3.21</code>.
file-nothing-before = { $unit } has no earlier figure, so “unchanged” says nothing; please write the figure.
file-empty = Nothing is filled in yet.
file-difference = { $behalf }<b>Please check { $period }</b>

    { $tables }

    { $questions ->
        [0] { $missing ->
            [0] Once confirmed it goes to the reviewer.
           *[other] { $missing } units are missing; add them, or file what is there.
        }
        [one] There is one question: say why the figure is right, or mend it, then file.
       *[other] There are { $questions } questions: say why the figures are right, or mend them, then file.
    }{ $evidence }
file-table = <b>{ $code } { $indicator } ({ $measure })</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more units, nothing odd
    }{ $missing ->
        [0] { "" }
       *[other] { "" }
        Missing { $missing } { $track ->
            [town] { $missing ->
                [one] town
               *[other] towns
            }
           *[agency] { $missing ->
                [one] unit
               *[other] units
            }
        }: { $names }
    }{ $whole }{ $late ->
        [1] { "" }
        ⏰ After the deadline ({ $due }); this counts as late for you, never for the assessed units.
       *[other] { "" }
    }
file-whole = { "" }
    { $lines }
file-difference-line = { $unit }: { $last } → <b>{ $new }</b>, { $growth } on last year | plan { $plan }
file-difference-line-odd = ❗{ $unit }: { $last } → <b>{ $new }</b>, { $growth } on last year | plan { $plan }
    { $questions }{ $reason }
file-reason-given = { "" }
    ↳ Reason: { $reason }
file-explain = 💬 Explain ({ $count })
file-confirm = ✅ Confirm and file
file-confirm-partial = ✅ File what is there ({ $count } missing)
file-mend = ✏️ Change one figure
file-more = ➕ Fill in another
file-ask-reason = <b>{ $unit }, { $indicator }: { $value } { $measure }</b>{ $left ->
        [1] { "" }
       *[other] { " " }({ $left } to explain)
    }
    { $questions }

    If it is right, tap a reason or write one; if not, tap to mend it or send the right figure. A photo is taken as evidence.
file-reason-checked = Checked against the source; the figure is right
file-reason-revised = Last month’s figure was revised
file-reason-project = A large project was booked at once
file-take-suggested = ✏️ Make it { $value }
file-no-questions = No figure needs a reason any more.
file-mend-which = Which one? You can also just send “unit figure”.
file-mend-one = { $unit }: { $value }
file-receipt = ✅ <b>Sent for review: { $period }</b>
    { $lines }

    Filed { $at }. Once released it counts in the ranking, and the assessed units get their own figures. { $left ->
        [0] All your indicators of the month are filed.
        [one] One more is to be filed.
       *[other] { $left } more are to be filed.
    }
file-receipt-line = Receipt { $number }: { $indicator }, { $count } units, { $late ->
        [0] on time (due { $due })
        [one] one working day late (due { $due })
       *[other] { $late } working days late (due { $due })
    }
file-next = ✍️ File the next
file-not-yours = “{ $indicator }” is monitored by another unit; you cannot file it.
file-not-due = “{ $indicator }” is not due for { $period }.
file-too-early = { $period } is not over yet; “{ $indicator }” can be filed from { $since } on.
file-wrong-units = The table names units that “{ $indicator }” does not assess; nothing was filed.
file-other-month = ⚠️ The table for “{ $indicator }” is of another month and was not taken; you are filing { $period }.
file-returned-because = ↩️ The reviewer sent it back: { $reason }
    What you filed is below; mend it and confirm.
file-reason-for-all = All { $count } were checked and are right
file-other-open = 📅 File { $period } instead
file-month-busy = Figures of { $period } are still on the desk. Hand them in or cancel first, then change the month.
file-all-locked = { $period } is locked, and the figures of { $running } can be filed from { $since } on.
    You will be reminded then; the workbook can be had now. If { $period } still needs a figure or a correction, ask for more time.
workbook-get-of = 📥 Workbook of { $period }
