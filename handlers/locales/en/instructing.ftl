# Instructions: under what they are given, what was seen there, by when.
button-instruct-unit = ✒️ Instruct { $unit }
instruct-monitor = 📊 { $unit }, which files this figure
instruction-month = { " " }{ $period }
instruction-under = { "" }
    Given under { $kind ->
        [unit] the card of
        [place] the gaps of
        [change] the changes of
        [trend] the trend of
        [why] the reasons for the points of
        [history] the versions of
        [if] a what-if for
        [alert] the alert about
        [reporting] the reporting of
        [record] the reporting record of
        [ledger] the ledger of
        [rank] the ranking
        [express] the express ranking
        [feedback] the feedback report on observations
        [month] the report of the month
        [reports] the state of reporting
        [matter] matter
        [entry] ledger entry
        [inspection] special inspection
        [retarget] target adjustment
       *[observation] observation
    } { $what }{ $number }{ $month }
sight-unit = 👁 As seen { $at }: { $unit } { $period }, place { $place } of { $of }, { $score } of { $full } points ({ $coverage }% scored)
sight-figure = 👁 As seen { $at }: { $unit } { $code } { $indicator } { $period }: { $answer ->
        [value] { $value } { $measure }
        [no_data] nil report
        [not_applicable] not applicable
       *[missing] not reported
    }, { $got } of { $full } points
sight-reporting = 👁 As seen { $at }: { $unit } { $period }: { $came } of { $asked } filed, { $late } late, { $missing } missing
due-in-days = { $days } working days ({ $day }{ $weekend ->
        [1] , a make-up working day
       *[0] { "" }
    })
due-month-end = { $later ->
        [1] End of next month
       *[0] End of this month
    } ({ $day }{ $weekend ->
        [1] , a make-up working day
       *[0] { "" }
    })
due-day-off = { $day } is not a working day; the next one counts, { $until }.
instruct-confirm = <b>To { $to }</b>
    { $gathered }
    By { $finish }{ $about }
    { $seen }

    Give it? From then on this message shows how it stands.
