# What every conversation shares.
nothing = { "" }
said-together = { $notes }

    { $then }
button-todo = 📋 My list
button-menu = 🏠 Menu
button-help = ❓ Help
button-back = ◀ Back
button-cancel = ✖ Cancel
button-outdated = This button is from before; here is how things stand now
errand-parked = ⏸ “{ $errand }” is laid aside; go on with it from My list at any time.
errand-cancelled = Cancelled: { $errand }. Nothing was recorded.
errand-over = This has been finished or cancelled.
errand-retired = This step changed with an update; please start again from My list. What was not submitted was not recorded.
errand-expired = “{ $errand }” lay untouched for seven days and was closed; nothing was recorded.
errand-file = filing figures
errand-return = sending a column back
not-expected-here = This step does not need that; please go on as asked below.
command-unknown = There is no such command.
bug-apology = Sorry, something broke and this message had no effect. It is kept as { $reference } for the office to look at; please try again later.
private-only = Please talk to me in private; nothing is done here.
edits-do-not-count = Editing a message that was sent changes no record. To correct something, send it again.
stranger-refused = You have not joined yet, so this cannot be done.
not-for-your-role = This is not for your role. Send /help to see what you can do.
unit-unknown = There is no unit “{ $text }”.
indicator-unknown = There is no indicator “{ $text }”.
reminder-cleared = ✅ All filed; nothing of this reminder is left to do.
figure-none = —
figure = { $value } { $measure }
figure-bare = { $value }
answer-no-data = no data
answer-not-applicable = not applicable
figure-line = { $code } { $indicator }: <b>{ $answer }</b>{ $growth }
growth-stated = { " " }(stated growth { $pct }%)
growth-computed = { " " }({ $change } on last year)
span = { $month ->
    [1] January { $year }
    [2] January–February { $year }
    [3] January–March { $year }
    [4] January–April { $year }
    [5] January–May { $year }
    [6] January–June { $year }
    [7] January–July { $year }
    [8] January–August { $year }
    [9] January–September { $year }
    [10] January–October { $year }
    [11] January–November { $year }
   *[12] January–December { $year }
}
role = { $kind ->
    [reporter] reporter for { $where }
    [reviewer] reviewer for { $where }
    [contact] contact of { $where }
    [administrator] administrator of { $where }
    [observer] observer at { $where }
    [leader] leader in charge of { $where }
    [city-leader] city leader
    [committee] committee member
    [office] performance office
   *[auditor] auditor (read only)
}{ $lent ->
    [1] , as deputy
   *[other] { "" }
}
change-pct = { $pct }%
change-pp = { $pp } percentage points
errand-continued = ▶ Going on with the unfinished “{ $errand }”. To start anew, tap “Cancel” first.
