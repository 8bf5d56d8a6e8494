# The quarterly feedback report: the words of the chat, the letter, the workbook and the picture.
quarter = { $number ->
        [1] first
        [2] second
        [3] third
       *[4] fourth
    } quarter of { $year }
# --- finding it
menu-feedback = 📊 Observation feedback
help-feedback = The quarterly feedback report: in the chat, as a letter, as tables, as a heat table
help-feedback-heat = Heat table of observations: units by categories, past the term of all verified
button-feedback = 📊 Quarterly feedback
button-feedback-heat = 🌡 Heat table
button-feedback-letter = 📄 Letter
button-feedback-tables = 📗 Workbook
button-feedback-remark = ✏️ Remark
button-feedback-least = 🔢 Smallest sample { $least }
button-feedback-release = 📤 Release as shown
button-feedback-list = 🗂 Observations
todo-feedback = 📊 The feedback report of the { $quarter } waits for preview and release
feedback-waiting = <b>📊 The { $quarter } is over: its feedback report waits for preview and release</b>
    { $received } received, { $verified } verified. Look at it first, add a remark if you like, then release it to the leaders and to the observed units.
# --- the report in the chat
feedback = { $lines }
feedback-headline = <b>📊 Observations, { $quarter }{ $title }: { $scope ->
        [unit] { $received } handed over
       *[other] { $received } received, { $verified } verified
    }, { $overdue } unanswered past the term</b>
feedback-title-of = {" "}({ $title })
feedback-scope = { $status ->
        [preview] Preview, not released
        [running] The quarter still runs: so far
       *[released] Released
    } · { $units ->
        [1] 1 unit
       *[other] { $units } units
    } · up to { $until }
feedback-nothing = <b>📊 Observations, { $quarter }: there were none</b>
feedback-received = { $scope ->
        [unit] Handed to you: { $received } (quarter before: { $before })
       *[other] Received { $received } (quarter before: { $before }): verified { $verified }, refuted { $refuted }
    }
feedback-contested = Contested { $contested }; upheld { $upheld }, overturned { $overturned }
feedback-answered = Answered in time { $rate }, quarter before { $before }; in time { $in_time }, late { $late }, unanswered past the term { $overdue }
feedback-stands = Of { $count } verified: fixed, says the observer { $confirmed }; fixed, says the unit { $said }; closed, not fixed { $closed }; past the term { $overdue }; within it { $running }; elsewhere { $elsewhere }
feedback-fixed = Confirmed as fixed { $rate }, quarter before { $before }; what is past its term is in the denominator
feedback-days = Median time: to answer { $answer }; until confirmed as fixed { $fix }
feedback-moves = Transfers asked for { $transfers }; revisits { $revisits }: still fixed { $lasting }, back again { $again }
feedback-late-elsewhere = { $count } more are late with the office (to verify, hand over or check again), not with a unit
feedback-rate = { $pct }% ({ $part }/{ $whole })
feedback-too-few = { $count ->
        [0] none yet
       *[other] too few
    } (n={ $count })
feedback-median = { $days } working days (n={ $count })
feedback-by-category = <b>By category</b>
feedback-by-unit = <b>By unit</b> ({ $count }{ $shown ->
        [0] { "" }
       *[other] , the { $shown } with most past the term; the others are in the workbook
    })
feedback-part-line = • { $name }: verified { $verified }, past the term { $overdue }; in time { $rate }
feedback-longest = <b>Open longest</b>
feedback-open-line = { $late ->
        [1] 🔴
       *[other] •
    } { $receipt } { $unit } · { $category }: { $days } working days
feedback-again = <b>Came again</b>
feedback-again-line = • { $unit } · { $category }: verified { $now }, quarter before { $before }{ $again ->
        [0] { "" }
       *[other] , back after it was fixed { $again }
    }
feedback-more = … { $count } more in the workbook
feedback-scored = <b>In the score</b>: { $begun } begun, { $points } points before caps; { $ended } ended
feedback-scored-none = <b>In the score</b>: nothing
feedback-remark = <b>Remark</b> { $said }
feedback-remark-none = Remark: none (it is not needed)
feedback-note-least = No rate of fewer than { $least }.
feedback-changed = <b>Changed since the release</b> (the released numbers stay): { $lines }
feedback-change = { $change ->
        [refuted] found not true
        [confirmed] fixed, says the observer
        [said] fixed, says the unit
        [closed] closed, not fixed
        [again] back with the unit
       *[other] moved on
    } { $count }
feedback-unchanged = Nothing has changed since the release.
feedback-plan = It will go to { $leaders } leaders and committee members, { $office } of the office and { $contacts } contacts of { $units } units. A unit gets its own part only, without the remark and without anything about an observer.
feedback-plan-alone = ⚠️ Nobody can be reached at: { $units }
feedback-previous = ◀️ { $quarter }
feedback-next = { $quarter } ▶️
# --- remark, sample, release
errand-feedback-remark = Remark on a quarter's observations
feedback-remark-ask = <b>✏️ Remark on the { $quarter }</b>
    Send one message; it becomes part of the report (at most { $most } characters). It goes to the leaders and the office, not to the observed units; please name no observer.
    { $now }
feedback-remark-now = Now it is: { $said }
feedback-remark-clear = 🗑 No remark
feedback-remark-names = The remark names the observer “{ $name }” and was not kept. Please put it another way.
feedback-remark-too-long = A remark has at most { $most } characters; this one has { $count } and was not kept.
feedback-remark-kept = The remark is kept.
feedback-released-already = The report of the { $quarter } was released on { $since } and cannot be changed. Open “📊 Quarterly feedback” to see it.
feedback-not-over = The { $quarter } is over on { $until }; then it can be released.
feedback-empty = There were no observations in the { $quarter }: there is nothing to release.
feedback-plan-moved = Numbers or recipients have changed since the preview, and nothing was released. This is the new preview.
feedback-least-ask = <b>🔢 Smallest sample: { $least }</b>
    Of fewer than these no rate is shown for a unit or category, only “too few”. Usual is { $usual }. What was released stays as it is.
feedback-least-choice = { $least }
feedback-least-beyond = The smallest sample lies between { $lowest } and { $highest }.
feedback-released-now = <b>📤 The feedback report of the { $quarter } is released</b>
    It goes to { $leaders } leaders, { $office } of the office and { $contacts } contacts of { $units } units.
feedback-unknown = There is no quarter “{ $text }”. Please write it like “2013Q3”.
feedback-not-yours = This report is for the office, the leaders, the auditor and the observed units.
feedback-nothing-yet = There are no observations for you to see in the { $quarter } so far.
feedback-none-released = The report of the { $quarter } is not released yet.
feedback-nothing-of-yours = There is nothing about your units in the report of the { $quarter }.
feedback-file = 📎 Feedback report of the { $quarter }{ $title }
feedback-heat-caption = 🌡 Heat table of the { $quarter }{ $title }: units by categories, unanswered past the term of all verified
act-feedback-released = released the quarterly feedback report
act-feedback-remark = wrote the remark of a feedback report
act-feedback-least-set = set the smallest sample of feedback reports
# --- letter and workbook
feedback-letter-title = Feedback report on observations, { $quarter }
feedback-letter-to = { $scope ->
    [unit] To { $title }
    [leader] To the leaders in charge
   *[other] To the leaders of the city
}
feedback-letter-opening = { $scope ->
    [unit] This is what became of the observations handed to your unit in the { $quarter }, up to { $until }.
   *[other] This is what became of the observations of the { $quarter }, up to { $until }, about { $units } units.
}
feedback-letter-preview = (Preview, not released)
feedback-letter-section = { $number }. { $title }
feedback-letter-overall = Overall
feedback-letter-received = { $scope ->
    [unit] { $received } were handed to your unit ({ $before } in the quarter before); { $overturned } were found not true after the unit contested them.
   *[other] { $received } observations were received ({ $before } in the quarter before); { $verified } were verified and { $refuted } refuted. { $contested } were contested; { $upheld } were upheld and { $overturned } overturned.
}
feedback-letter-answered = { $due } answers were due: { $in_time } came in time, { $late } came late, { $overdue } are missing past the term. Answered in time: { $rate }; in the quarter before: { $before }.
feedback-letter-stands = Of { $count } verified ones { $confirmed } are fixed, says the observer; { $said } are fixed, says the unit, and not confirmed; { $closed } were closed and not fixed; { $overdue } are unanswered past the term; { $running } are within it; { $elsewhere } are elsewhere. Confirmed as fixed: { $rate }; in the quarter before: { $before }.
feedback-letter-days = Median time to an answer: { $answer }; until it was confirmed as fixed: { $fix }. Transfers were asked for { $transfers } times; of { $revisits } revisits { $lasting } found it still fixed and { $again } found it back again.
feedback-letter-by-category = By category
feedback-letter-by-unit = By unit
feedback-letter-longest = Open longest
feedback-letter-again = What came again
feedback-letter-scored = What went into the score
feedback-letter-remark = Remark
feedback-letter-notes = Notes
feedback-letter-none = None.
feedback-letter-more = { $count } more are in the workbook.
feedback-letter-scored-line = { $begun } observations began to count in this quarter, { $points } points before caps; { $ended } ended because they were refuted or found fixed.
feedback-letter-note-rate = 1. What is unanswered past its term is in the denominator of the answers in time. The denominator of what is confirmed as fixed holds all that is fixed by either side's word, closed and not fixed, or past its term.
feedback-letter-note-least = 2. Of fewer than { $least } no rate is given (“too few”), and nothing is compared.
feedback-letter-note-closed = 3. Neither “fixed, says the unit” nor “closed” means fixed: that is the observer's word.
feedback-letter-note-days = 4. Days are working days from the day the unit was told.
feedback-letter-note-whole = 5. Received, verified, refuted and contested happened in the quarter; how things stand is at its end.
feedback-until-day = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
feedback-table-verdicts = Received and verified
feedback-table-answers = Answers
feedback-table-stands = What became of them
feedback-column-category = Category
feedback-column-unit = Unit
feedback-column-unit-code = Unit code
feedback-column-received = { $scope ->
    [unit] Handed over
   *[other] Received
}
feedback-column-verified = Verified
feedback-column-refuted = Refuted
feedback-column-contested = Contests
feedback-column-upheld = Upheld
feedback-column-overturned = Reversed
feedback-column-transfers = Transfers
feedback-column-revisits = Revisits
feedback-column-again = Back again
feedback-column-due = Due
feedback-column-in-time = In time
feedback-column-late = Late
feedback-column-overdue = Past the term
feedback-column-answer-rate = In time %
feedback-column-before = Before
feedback-column-days = Median days
feedback-column-confirmed = Confirmed
feedback-column-said = Says the unit
feedback-column-closed = Closed, not fixed
feedback-column-running = Within term
feedback-column-elsewhere = Elsewhere
feedback-column-fixed-rate = Confirmed %
feedback-column-receipt = Number
feedback-column-day = Handed over
feedback-column-since = Told on
feedback-column-open-days = Working days
feedback-column-state = State
feedback-column-late-mark = Past the term
feedback-column-now = Verified
feedback-column-then = Quarter before
feedback-column-begun = Begun
feedback-column-points = Points before caps
feedback-column-ended = Ended
feedback-column-what = What
feedback-column-this = This quarter
feedback-total = Total
feedback-yes = yes
feedback-unit-told = Unit was told
feedback-sheet-overview = Overall
feedback-sheet-categories = By category
feedback-sheet-units = By unit
feedback-sheet-longest = Open longest
feedback-sheet-again = Came again
feedback-sheet-scored = In the score
feedback-sheet-lines = Observations
feedback-sheet-notes = Notes
feedback-short-rate = { $pct }%
    n={ $count }
feedback-short-few = { $count ->
        [0] none yet
       *[other] too few
    }
    n={ $count }
feedback-short-days = { $days }
    n={ $count }
# --- heat table
feedback-heat-title = Observations, { $quarter }
feedback-heat-lead = past the term / verified
feedback-heat-of = { $title }
feedback-heat-shown = { $shown } units
feedback-heat-hidden = { $count } more units are not shown: they have fewer past the term. The total is of all.
feedback-heat-total = Total
feedback-heat-zero = none late
feedback-heat-below = below { $share }%
feedback-heat-above = { $share }% or more
feedback-heat-between = { $low }%–{ $high }%
feedback-heat-few = fewer than { $least }
feedback-heat-note-cell = A cell is what is unanswered past its term of all verified (n), itself among them. A dot: there are none.
feedback-heat-note-few = Hatched: n is below { $least }, too few to compare.
feedback-heat-note-order = Most unanswered past the term first.
