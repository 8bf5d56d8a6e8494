# Deadlines, locks, more time, and locking again.
due-extended = { $due } (extended)
due-shifted = { $due } (moved after our outage)

lock-frozen = 🔒 { $period } is locked; “{ $indicator }” can no longer be changed
    The rule: months are frozen on the 25th, or the next working day. This one was frozen { $since }.
    To file, correct or review it, tap “Ask for more time”; the performance office opens it again when it agrees.
lock-frozen-by-hand = 🔒 { $period } is locked; “{ $indicator }” can no longer be changed
    The rule: the performance office may freeze a month early. It froze this one { $since }.
    To file, correct or review it, tap “Ask for more time”; the performance office opens it again when it agrees.
lock-over = 🔒 “{ $indicator }” ({ $period }) is locked again
    The rule: what was opened again or extended is locked at its end. This was open until { $since }.
    If you still need to file, correct or review it, tap “Ask for more time” again.
locked-again = <b>🔒 { $code } { $indicator } ({ $period }) is locked again</b>
    { $unit }, open until { $until }, which is over. { $state }
locked-again-released = The figures were filed and released.
locked-again-unreviewed = The figures were filed but not reviewed in time, so they do not count.
locked-again-nothing = Nothing was filed by then.

button-extend = ⏳ Ask for more time
menu-extend = ⏳ Ask for more time
help-extend = Ask the office for more time: tap a day and a reason
errand-extend = Asking for more time
extend-which = { $count ->
        [0] <b>Nothing of { $period } is left to file</b>
        For an indicator that is locked, send its code.
       *[other] <b>More time for which indicator of { $period }?</b>
        Tap one, or send its code.
    }
extend-pick = { $code } { $name }
extend-not-one = “{ $text }” fits { $count } of your unit’s indicators this month. Send the exact code.
extend-until = <b>{ $code } { $indicator } ({ $period }): until which day?</b>
    Due now: { $due }
    Locked now: { $freeze }
    Tap a day, or send a date, e.g. 15 Oct. The latest is { $latest }. It always ends at 17:30.
extend-day = { $day }
extend-not-a-day = I could not read “{ $text }” as a day. Write 15 Oct or 10-15.
extend-day-off = { $day } is no working day, so it is moved to { $until }.
extend-not-later = { $until } is not later than the deadline as it stands ({ $due }), or it is over. Choose a later day.
extend-too-far = { $until } is too far off; the latest is { $latest }.
extend-why = <b>{ $code } { $indicator } until { $until }: why?</b>
    Tap a reason, or send your own (up to { $most } characters). It then goes to the performance office.
extend-reason-source = The source has not published yet
extend-reason-checking = The figures need checking
extend-reason-away = The person in charge is away
extend-reason-system = Our own system is down
extend-why-long = The reason has { $length } characters; keep it within { $most }.
extend-without-reason = Give a reason.
extend-not-yours = Your unit does not file “{ $indicator }”, so you cannot ask for more time or answer about it.
extend-open-already = A request for { $code } { $indicator } ({ $period }) is waiting for an answer already.
extend-filed-already = { $code } { $indicator } ({ $period }) is filed. Until the freeze you can simply file it again; no more time is needed.

extension-card = <b>{ $state }</b>
    { $unit }, { $code } { $indicator } ({ $period })
    Was due { $due }; asked for { $wanted }
    Reason: { $reason } ({ $asker })
    Last word: { $by }, { $at }
extension-state-asked = ⏳ More time asked for, until { $until }; the office is to answer
extension-state-countered = ↔️ The office offers { $until }; the monitoring unit is to answer
extension-state-agreed = ✅ Extended until { $until }
extension-state-accepted = ✅ Agreed: extended until { $until }
extension-state-declined = ❌ No more time: { $reason }
extension-state-refused = ↩️ The offer was not taken; the deadline stays
extension-state-withdrawn = ↩️ The request was withdrawn
extension-state-filed = ✅ Filed on time; the request is settled
extension-ask = { $card }{ $before ->
        [0] { "" }
       *[other] { "" }
        Asked before for this figure: { $before }.
    }
extension-offer = { $card }
    Take it or not. If not, the deadline stays.
extension-granted = <b>✅ { $code } { $indicator } ({ $period }) extended until { $until }</b>
    Was due { $due }; locked { $locked }. Reminders and cards follow the new deadline.
extension-stays = { $card }
    The deadline stays. Please file by it, or ask again for another day.
extension-agree = ✅ Agree
extension-change = ↔️ Another day…
extension-decline = ❌ Decline
extension-accept = ✅ Take { $until }
extension-refuse = ❌ Do not take it
extension-withdraw = ↩️ Withdraw
extension-open = 👀 See the request
extension-open-code = 👀 { $code }
extension-gone = There is no such request.
extension-own = Somebody else has to answer your own request.
extension-changed = This request has been answered since; see how it stands.
extension-over = This request is settled; see how it stands.
extension-hint-granted = ✅ Extended; everybody has been told
extension-hint-refused = Answered: not taken, the deadline stays
extension-hint-withdrawn = Withdrawn
extension-whole = { $card }

    What was said:
    { $story }{ $open ->
        [1] { "" }

            { $nobody ->
                [1] ⚠️ Nobody at the office can answer it now; please reach them another way.
               *[other] Until it is answered, the deadline stays. Silence is not a yes.
            }
       *[other] { "" }
    }
extension-story-line = • { $at } { $by } { $kind ->
        [asked] asked for { $until }
        [countered] offered { $until }
        [agreed] agreed to { $until }
        [accepted] took { $until }
        [declined] declined
        [refused] did not take it
        [withdrawn] withdrew
       *[filed] filed the figures
    }
extend-answer-until = { $card }

    <b>Until which day instead?</b> Tap one, or send a date, e.g. 15 Oct.
extend-answer-why = { $card }

    <b>Why not?</b> Tap a reason, or send your own (up to { $most } characters).
extend-no-needed = The month’s report needs it now
extend-no-enough = The time there is suffices
extend-no-often = Too many extensions already
errand-extend-answer = Answering a request for more time
help-extensions = See requests for more time and their answers
extensions = <b>Requests for more time: { $count } waiting</b>
    { $total ->
        [0] There are none yet.
       *[other] { $lines }
    }
extensions-line = • { $unit }, { $code } { $indicator } ({ $period })
    { $state }
extensions-button = 📋 All requests
extensions-wait = <b>⏳ Requests for more time waiting for you: { $count }</b>
    { $lines }
    Silence is not a yes: the deadlines stay.
extension-waits-office = { $unit }, { $code } { $indicator } ({ $period }) asks for { $until }; waiting for { $days ->
        [one] one working day
       *[other] { $days } working days
    }
extension-waits-unit = { $unit }, { $code } { $indicator } ({ $period }): the office offers { $until }; waiting for { $days ->
        [one] one working day
       *[other] { $days } working days
    }

reminder-moved = ⏳ The deadline has moved; this reminder no longer holds
    { $lines }
reminder-moved-partly = { $moved }
    <b>Still to file:</b>
    { $lines }

act-deadline-moved = moved a deadline
act-locked-again = locked again
act-extension-asked = asked for more time
act-extension-countered = offered another day
act-extension-agreed = gave more time
act-extension-accepted = took the offered day
act-extension-declined = declined more time
act-extension-refused = did not take the offered day
act-extension-withdrawn = withdrew a request for more time
act-extension-filed = settled a request by filing

outage-shifted = <b>⚙️ After our outage, { $count ->
        [one] one deadline moves
       *[other] { $count } deadlines move
    }</b>
    The bot was down from { $since } until { $until }, in the working hours of the last day. By rule these move for everybody:
    { $lines }
    Reminders and cards follow, and every place that shows the date says so.
outage-line = • { $code } { $indicator } ({ $period }): due { $to }
outage-freeze-line = • ❄️ { $period } freezes: { $to }
act-outage-noted = was down
act-freeze-moved = moved the freeze

office-reporting = 📊 Reporting
office-extensions = ⏳ Requests for more time
menu-reporting = 📊 Reporting
help-reporting = How each monitoring unit reports: due, on time, late, missing
help-record = A monitoring unit’s record of a month or quarter, with reasons
reporting = <b>Reporting of { $period }: { $came }/{ $asked } figures in ({ $count } units)</b>
    Due { $due }: on time { $on_time } ({ $on_time_pct }%), late { $late } ({ $late_pct }%), missing { $missing } ({ $missing_pct }%); not yet due { $open }
    { $lines }
reporting-line = • { $unit } { $came }/{ $asked }: on time { $on_time }, late { $late }, missing { $missing }, not yet due { $open }
reporting-open = { $unit }
reporting-before = ◀️ Earlier page
reporting-after = Next page ▶️
reporting-month-before = ◀️ { $period }
reporting-month-after = { $period } ▶️
reporting-unit = <b>{ $unit }: { $period }, { $came }/{ $asked } figures in</b>
    Due { $due }: on time { $on_time } ({ $on_time_pct }%), late { $late } ({ $late_pct }%), missing { $missing } ({ $missing_pct }%); not yet due { $open }{ $written }
    { $asked ->
        [0] Nothing is asked of it this month.
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …and { $more } more
    }
reporting-figure-in = { $state ->
        [late] 🟡 { $days ->
            [one] one working day late
           *[other] { $days } working days late
        }
       *[on_time] ✅
    } { $code } { $indicator }: came { $at }, due { $due }
reporting-figure-out = { $state ->
        [missing] 🔴 { $days ->
            [one] one working day overdue
           *[other] { $days } working days overdue
        }
       *[open] ⚪
    } { $code } { $indicator }: not in, due { $due }
reporting-all = 📊 All units
reporting-not-yours = You can see the reporting of your own unit only.
record-month = 📝 Record of the month
record-quarter = 📝 Record of the quarter
record-figures = 📋 Figure by figure
record-which = Name the unit, e.g. /record JJ04
record-span-month = { $period }
record-span-quarter = quarter { $quarter } of { $year }
record = <b>Reporting record of { $unit }: { $span }</b>
    { $count ->
        [0] The unit has nothing to report.
       *[other] { $parts }
    }{ $careless }
    It is about the monitoring unit alone; no assessed unit’s points change.
record-scheme = { $scheme }: <b>{ $score }/{ $full } points</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …and { $more } more
    }
