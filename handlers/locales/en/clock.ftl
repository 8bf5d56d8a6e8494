# Reminders, yellow and red cards, freeze, reopening, bottom-two alerts.
clock-button-file = ✏️ File { $code }
clock-button-heard = 👌 Noted
clock-button-snooze = ⏰ Remind me tomorrow
clock-button-release = 📣 Preview and release
clock-button-reopen = 🔓 Reopen an indicator
clock-button-month = ❄️ State of the month
lines-more = … and { $count } more
indicator-named = • { $code } { $indicator }

digest = <b>🔔 { $count ->
        [one] One figure to file
       *[other] { $count } figures to file
    }, the first due { $first_due }</b>
    { $lines }{ $blank ->
        [0] { "" }
       *[other] { "" }
        📄 The workbook is attached: fill in the yellow column and send the file back.
    }
digest-line = • { $code } { $indicator } ({ $period }): due { $due }
digest-line-soon = • ❗{ $code } { $indicator } ({ $period }): <b>due { $due }</b>
digest-line-overdue = • 🔴 { $code } { $indicator } ({ $period }): was due { $due }, please file it soon
reminder-heard = Noted
reminder-snoozed = ⏰ You will be reminded once more on { $at }.
reminder-left = { $count ->
    [0] ✅ Everything in this reminder has been filed.
   *[other] <b>Still to file: { $count }</b>
    { $lines }
}
reminder-gone = This reminder cannot be found. See /todo for what is still to be filed.

yellow-card = <b>🟨 Yellow card: due today and not filed: { $count }</b>
    { $lines }
    Please file as soon as possible. Lateness counts in the monitoring unit's reporting record; the assessed units lose no points by it.
red-card = <b>🟥 Red card: two working days late and not filed: { $count }</b>
    { $lines }
    Your reviewer and the office have been told. Please file at once.
red-card-superior = <b>🟥 Red card: { $unit } has figures two working days late: { $count }</b>
    { $lines }
    Please see that they are filed at once. Lateness counts in the monitoring unit's reporting record.
card-line = • { $code } { $indicator } ({ $period }): due { $due }
yellow-list = <b>🟨 Due today and not filed: { $count } figures of { $units } monitoring units</b>
    { $lines }
red-list = <b>🟥 Two working days late: { $count } figures of { $units } monitoring units</b>
    { $lines }
card-unit-line = • { $unit } ({ $count }): { $codes }
card-unit-line-alone = • ⚠️ { $unit } ({ $count }): { $codes }. No reporter there can be reached; please contact the unit by other means

month-frozen = <b>❄️ { $period } is frozen; preview and release it</b>
    { $lines }
month-frozen-line = • { $scheme }: { $coverage }% of the weight scored, { $waiting } not reviewed and not counted, { $missing } not filed, digest <code>{ $digest }</code>
frozen-unreviewed = <b>❄️ { $period } is frozen: not reviewed and therefore not counted: { $count }</b>
    { $lines }
    If they are to count, ask the office to reopen them.
month-reopened = <b>🔓 { $code } { $indicator } ({ $period }) is open again until { $until }</b>
    Reason: { $reason }
month-without-scheme = There is no scheme for { $period }.
month-unknown = “{ $text }” is not a month. Please write 2013-09.
month-none = none
month-indicator = • { $code } { $indicator } ({ $unit })
month-indicators = { $lines }{ $more ->
    [0] { "" }
   *[other] { "" }
    … and { $more } more
}
month-state-open = • { $scheme }: open, { $coverage }% of the weight scored, { $waiting } to review, { $missing } not filed
month-state-frozen = • { $scheme }: frozen { $since }, { $coverage }% of the weight scored, { $waiting } to review, { $missing } not filed
office-only = Only the office can do this.

help-freeze-month = Look at a month and freeze it, for example: /freeze 2013-09
menu-freeze-month = ❄️ Freeze
freeze-month = <b>❄️ Freezing { $period }</b>
    { $lines }
    By the calendar it freezes on { $planned }. After that nothing is filed or reviewed, and what is not reviewed does not count.

    To review:
    { $waiting }

    Not filed:
    { $missing }

    { $disputed }
freeze-now = ❄️ Freeze now
freeze-done = ✅ { $period } is frozen ({ $count ->
        [one] one scheme
       *[other] { $count } schemes
    }); the result and its digest are kept.
freeze-too-early = { $period } has not ended yet and cannot be frozen.
freeze-already = { $period } has been frozen since { $since }. To correct a figure, reopen its indicator.

help-reopen = Open one indicator of a frozen month again
menu-reopen = 🔓 Reopen
errand-reopen = reopening an indicator
reopen-which = Which indicator of { $period } is to be reopened? Send its code or name.{ $count ->
    [0] { "" }
   *[other] { "" }
    These have not been filed:
}
reopen-pick = { $code }
reopen-not-one = “{ $text }” matches { $count } indicators; please send the exact code.
reopen-why = Why is <b>{ $code } { $indicator }</b> ({ $period }) to be reopened? Send a text of at most { $most } characters; it is kept in the record and shown to the monitoring unit.
reopen-why-long = The reason has { $length } characters; please keep to { $most }.
reopen-without-reason = Please give a reason.
reopen-until = Open until which day? It locks again by itself at 17:30.
reopen-until-button = { $end }
reopen-end-over = { $until } is over; please choose a later day.
reopen-confirm = <b>Reopen { $code } { $indicator } ({ $period })</b>
    until { $until }
    Reason: { $reason }
reopen-go = 🔓 Reopen
reopen-done = ✅ { $code } { $indicator } ({ $period }) is open until { $until }. Reporters and reviewers have been told.
reopen-already-open = { $indicator } ({ $period }) is not locked, so there is nothing to reopen.

alert-heard = <b>⚠️ { $unit } is in the last two of { $category } in { $period }</b>
    { $facts }
    Indicators that lost most:
    { $lines }
    So far only your unit has been told. Until { $until } you may reply (at most 200 characters); then the leaders in charge and the office are told, with your reply.
alert-facts-firm = Place { $place } of { $of }, { $score } points, { $gap } points from leaving the last two; the place is firm
alert-facts-fragile = Place { $place } of { $of }, { $score } points, { $gap } points from leaving the last two; the place is fragile ({ $waiting } figures not filed or not reviewed)
alert-weakest = • { $code } { $indicator }: { $got } of { $full } points, figure { $figure }
alert-button-wrong = Data are wrong
alert-button-filed = Filed since
alert-button-statement = Statement
alert-button-card = 📇 { $unit }
alert-kind-wrong = Data are wrong
alert-kind-filed = Filed since
alert-kind-statement = Statement
alert-unheard = ⚠️ { $unit } is in the last two of { $period }, but has no contact who can be reached. Please tell it by other means: until { $until } it may give you its reply; then the leaders in charge are told.
alert-in-charge = <b>⚠️ The last two of { $category } in { $period }: { $count ->
        [one] one unit
       *[other] { $count } units
    }</b>
    { $units }

    For the leaders' own information; not published.
alert-unit = { "" }
    <b>{ $unit }</b>
    { $facts }
    { $lines }
    { $reply }
alert-no-reply = Reply of the unit: none in time.
alert-reply-wrong = Reply of the unit ({ $at }, data are wrong): “{ $text }”
alert-reply-filed = Reply of the unit ({ $at }, filed since): “{ $text }”
alert-reply-statement = Reply of the unit ({ $at }, statement): “{ $text }”
alert-gone = This alert cannot be found.
alert-not-yours = Only the unit's own contact can reply.
alert-too-late = The time to reply ended on { $until }; the leaders in charge and the office have been told.
alert-answer-empty = Please write what you want to say.
alert-answer-long = The reply has { $length } characters; please keep to { $most }.
errand-answer-alert = replying to an alert
answer-alert-ask = <b>{ $unit } ({ $period }): { $kind }</b>
    { $facts }
    { $lines }
    Send what you want to say, at most { $most } characters. You may change it until { $until }; then it goes word for word to the leaders in charge and the office.
answer-alert-confirm = <b>{ $kind }</b>
    “{ $text }”

    Once confirmed it is quoted in the alert. To change it, just send it again.
answer-alert-send = ✅ Confirm
answer-alert-again = ✏️ Reply again
answer-alert-done = ✅ Recorded. On { $until } the leaders in charge and the office are told, with your reply; until then you may reply again, and the last one counts.

clock-failed = <b>⚠️ Something due could not be done: { $what }</b>
    { $at }, { $problem }
    Everything else went on. Please look into it and do it by hand.
act-period-frozen = froze a month
act-period-reopened = reopened an indicator
act-period-released = released a month
act-alert-answered = replied to an alert
act-alert-sent = alert sent
act-reminder-heard = noted a reminder
act-clock-failed = something due failed
