# Written analyses: handing in and rating; whether figures are collected carelessly.
help-analysis = Hand in your unit’s analysis of a month (words or a file)
help-analyses = The monitoring units’ analyses: which came, what they say, how they were rated
errand-analysis = handing in an analysis
errand-rate-in-words = rating an analysis
errand-answer-careless = deciding about careless collecting
todo-analysis = 📰 { $unit }: analysis of { $period }, due { $due }{ $late ->
        [1] { " " }(past)
       *[other] { "" }
    }
todo-analyses = 📰 { $count ->
        [one] One analysis waits
       *[other] { $count } analyses wait
    } to be rated
todo-careless = 🧐 { $unit } corrected { $errors } errors in { $span }: was it careless?
analysis-none = No analysis waits to be written.
analysis-choose = <b>{ $count } analyses are to be written. Which one?</b>
analysis-of = { $period }, { $unit } ({ $scheme })
analysis-ask = <b>{ $unit }: analysis of { $period }</b>
    { $scheme }, due { $due }{ $late ->
        [1] { " " }(past; it will count as late)
       *[other] { "" }
    }{ $version ->
        [1] { "" }
       *[other] . This is version { $version }; the first one says when it came
    }

    Send the words, or a file (Word, PDF, a picture). Four things belong in it:
    • what stands out
    • what is peculiar
    • what is wrong
    • what is to be done next
    It fits the figures filed, and is not last month’s.
analysis-too-short = An analysis has at least { $least } letters, or is a file.
analysis-too-long = An analysis has at most { $most } letters; this part was not taken. Send longer ones as a file.
analysis-no-such-file = Send an analysis as words, a document or a picture.
analysis-words = { "" }
    <blockquote>{ $said }</blockquote>{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more letters
    }
analysis-file = { "" }
    📄 { $name }
analysis-look = <b>Please look: { $unit }, analysis of { $period }</b>{ $words }{ $file }{ $alike ->
        [0] { "" }
       *[other] { "" }
        ❓ { $alike }% of the words stood in last month’s analysis; please make sure it is not the old one.
    }

    More words go on where these end; another file replaces the file.
analysis-hand-in = ✅ Hand in
analysis-anew = ✏️ Begin anew
analysis-done = ✅ <b>Handed in: { $unit }, analysis of { $period }</b>{ $version ->
        [1] { "" }
       *[other] { " " }(version { $version })
    }
    It came { $at }, { $days ->
        [0] on time (due { $due })
        [one] one working day late (due { $due })
       *[other] { $days } working days late (due { $due })
    }. You will hear how it is rated.
analysis-not-yours = Only the unit’s own reporters and reviewers hand in its analysis.
analysis-too-early = { $period } is not over; its analysis may be handed in from { $since }.
analysis-is-rated = The analysis of { $period } has been rated and can no longer be changed.
analysis-gone = There is no such analysis.
analysis-write = ✍️ Hand in the analysis
analysis-write-again = ✏️ Another version
analysis-open = 📰 See the analysis
analyses = <b>Analyses of { $period }: { $came }/{ $count } in</b>
    { $count ->
        [0] No unit is asked for an analysis this month.
       *[other] Late { $late }, overdue { $missing }, to be rated { $unrated }

        { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
analyses-line = • { $unit }: { $standing }
analyses-all = 📰 All analyses
analysis-standing = { $state ->
        [on_time] ✅ came { $at }
        [late] 🟡 came { $at }, { $days } working days late
        [missing] 🔴 not in, { $days } working days overdue (due { $due })
       *[open] ⚪ not in, due { $due }
    }{ $level ->
        [excellent] , excellent
        [good] , good
        [fair] , fair
        [poor] , poor
       *[none] { "" }
    }
reporting-analyses = { "" }
    Analysis: { $lines }
analysis-not-there = <b>{ $unit }: the analysis of { $period } is not in</b>
    It is due { $due }.
analysis-file-of = { $unit }, analysis of { $period }
analysis-card = <b>{ $unit }: analysis of { $period }</b>
    { $standing }
    { $by }, { $at }{ $version ->
        [1] { "" }
       *[other] , version { $version }
    }{ $words }{ $file }{ $alike ->
        [0] { "" }
       *[other] { "" }
        ❓ { $alike }% of the words stood in last month’s analysis.
    }
    { $ratings }
analysis-rating = Rated <b>{ $level ->
        [excellent] excellent
        [good] good
        [fair] fair
       *[poor] poor
    }</b>: { $reason } ({ $by }, { $at })
analysis-rate-excellent = 🟢 Excellent ({ $points }): complete, fits the figures
analysis-rate-good = 🔵 Good ({ $points }): complete, could go deeper
analysis-rate-fair = 🟡 Fair ({ $points }): lacks problems or next steps
analysis-rate-poor = 🔴 Poor ({ $points }): as last month, or unlike the figures
analysis-reason-excellent = All four parts are there, and it fits the figures
analysis-reason-good = All four parts are there; it could go deeper
analysis-reason-fair = It lacks the problems or the next steps
analysis-reason-poor = It is last month’s, or does not fit the figures
analysis-rate-words = ✏️ In my own words
analysis-level-excellent = 🟢 Excellent
analysis-level-good = 🔵 Good
analysis-level-fair = 🟡 Fair
analysis-level-poor = 🔴 Poor
analysis-ask-reason = <b>{ $unit }, analysis of { $period }: what is your reason?</b>
    A sentence or two; the unit will read it.
analysis-ask-level = <b>{ $unit }, analysis of { $period }: which level?</b>
    Reason: { $reason }
analysis-rated = Rated; the unit has been told.
analysis-rated-shown = <b>{ $unit }: the analysis of { $period } is rated</b>
    { $ratings }
    The unit has been told.
analysis-rated-in-words = <b>{ $unit }: the analysis of { $period } is rated { $level ->
        [excellent] excellent
        [good] good
        [fair] fair
       *[poor] poor
    }</b>
    Reason: { $reason }
    The unit has been told.
analysis-rated-for-you = 📰 <b>{ $unit }: the analysis of { $period } is rated { $level ->
        [excellent] excellent
        [good] good
        [fair] fair
       *[poor] poor
    }</b>
    Reason: { $reason } ({ $by })
analysis-not-yours-to-rate = The office rates; nobody of the unit and nobody who wrote it does.
analysis-reason-empty = Please give a reason.
analysis-moved = This analysis has just changed; open it again, then rate it.
careless-asked = 🧐 <b>{ $unit } corrected { $errors } errors in { $span }: please decide</b>
    So many in a quarter, the scheme says, and the office decides whether the figures are collected carelessly.
careless-open = 🧐 Look and decide
careless = <b>{ $unit }, { $span }: { $errors } errors corrected</b>
    { $lines }

    { $outcome ->
        [found] Found careless. Reason: { $reason } ({ $by })
        [dropped] Not found careless. Reason: { $reason } ({ $by })
       *[open] The rule counts the errors; whether that is careless a person decides.
    }
careless-found = ⚠️ Careless
careless-dropped = 👌 Not careless
careless-ask-reason = <b>{ $unit }: { $outcome ->
        [found] careless collecting
       *[dropped] not careless
    }. What is your reason?</b>
    Tap one, or write it.
careless-reason-repeated = The same kind of error came again and again
careless-reason-unchecked = Filed without having been checked
careless-reason-explained = The corrections were explained and are ordinary
careless-reason-source = The source revised its data; not the unit’s doing
careless-done = <b>{ $unit }: { $outcome ->
        [found] found careless; the unit has been told
       *[dropped] noted as not careless
    }</b>
    Reason: { $reason }
careless-found-for-you = ⚠️ <b>{ $unit }, { $span }: figures were collected carelessly, the office finds</b>
    { $errors } errors corrected. Reason: { $reason } ({ $by })
careless-decided = It has been decided already.
careless-gone = There is no such question.
careless-lines = { "" }
    { $lines }
careless-line = 🧐 { $span }: { $errors } errors corrected; { $outcome ->
        [found] found careless, { $reason } ({ $by })
        [dropped] not found careless, { $reason } ({ $by })
       *[open] the office has yet to decide
    }
why-record-analysis-timeliness = Analyses on time: { $days } working days late in all, { $each } a day, nothing from { $zero_at } days on: { $score } of { $points } points.
why-record-analysis-late = · Analysis of { $period }: { $count } working days late
why-record-analysis-missing = · Analysis of { $period }: not in, { $count } working days overdue
why-record-analysis-quality = Quality of analyses: the mean of { $count }: { $score } of { $points } points.
why-record-analysis-open = Quality of analyses: nothing is rated yet, and nothing counted ({ $score }/{ $points }).
why-record-analysis-rated = · Analysis of { $period }: { $level ->
        [excellent] excellent
        [good] good
        [fair] fair
        [poor] poor
       *[none] never came
    }, { $score } points
why-record-analysis-unrated = · Analysis of { $period }: waits to be rated
act-analysis-handed-in = handed in an analysis
act-analysis-rated = rated an analysis
act-careless-asked = careless collecting was put to the office
act-careless-answered = decided about careless collecting
