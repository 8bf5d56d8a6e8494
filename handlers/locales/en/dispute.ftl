# Checking one's figures, disputing one, and the course of a dispute.
help-check = Check your unit’s figures: they are right, or you dispute one (within two working days)
help-dispute-figure = Dispute one of your unit’s figures
help-disputes = See where disputes stand and who is awaited
errand-dispute-figure = a dispute
errand-answer-dispute = the answer to a dispute
errand-correct-figure = a correction
menu-check = 📊 Check figures
menu-disputes = ⚖️ Disputes
button-confirm = ✅ They are right
button-dispute-figure = ⚖️ I dispute one
button-check = 📊 Check figures
button-dispute = ⚖️ The dispute
button-dispute-number = ⚖️ Dispute { $number }
button-disputes = ⚖️ All disputes
# --- checking
check = <b>Check the figures: { $unit }, { $period }{ $waiting ->
        [0] { " " }· nothing to check
       *[other] { " " }· { $waiting } to check
    }</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }

    { $waiting ->
        [0] What is confirmed or past its time needs nothing more.
       *[other] Please confirm by { $due }, or tap an indicator to dispute it. No answer by then counts as no objection.
    }
check-line = • { $code } { $indicator }: <b>{ $answer }</b> · { $standing }
check-is-right = ✅ confirmed
check-until = ⏳ until { $until }
check-time-over = the time to check is over
check-disputed = ⚖️ dispute { $number }: { $state }
check-dispute-one = ⚖️ Dispute { $code }
check-confirmed = ✅ You confirmed { $count } of the figures of { $unit } for { $period }. Thank you.
check-none = { $unit } has no released figures for { $period } yet, so there is nothing to check. You will be told when there are.
check-no-unit = You are no contact of an assessed unit, so you have no figures to check.
check-not-yours = The figures of { $unit } are checked by its own contact.
check-over = The time to check the figures of { $unit } for { $period } ended on { $until }; no answer counts as no objection. If a figure is wrong all the same, ask the monitoring unit or the performance office to correct it by the rules.
check-nothing-left = { $unit } has no figure for { $period } left to confirm; nothing was recorded twice.
todo-check = 📊 Check { $count } of the figures of { $unit } for { $period }, by { $due }
# --- disputing
dispute-which = <b>Which figure do you dispute? { $unit }, { $period }</b>
    { $lines }

    Tap a code, or type the indicator’s name.
dispute-which-line = • { $code } { $indicator }: { $answer } (until { $until })
dispute-which-unclear = { $count ->
        [0] “{ $text }” was not found. Please tap a code below.
       *[other] “{ $text }” fits { $count } indicators. Please tap a code below.
    }
dispute-wanted = <b>{ $unit } · { $code } { $indicator }: { $answer }</b>
    { $period } · may be disputed until { $until }

    What would be right ({ $measure })? Type it; if you cannot say, tap the button.
dispute-unsure = I cannot say; only the reason
dispute-wanted-same = That is the figure as it is. Please type the one you think right.
dispute-wanted-unclear = Please type a figure, or tap the button.
dispute-reason = <b>{ $unit } · { $code } { $indicator }: { $answer } → { $wanted }</b>
    { $period }
    { $gathered }

    { $ready ->
        [1] You may add words, photos or files; tap “Submit the dispute” when done.
       *[other] Please give the reason (up to { $most } characters); photos and files may come with it.
    }
dispute-wants-no-figure = not said
dispute-submit = 📤 Submit the dispute
dispute-too-long = At most { $most } characters; this was not kept. Please send something shorter.
dispute-files-full = At most { $most } files; this one was not kept.
dispute-raised = ⚖️ <b>Dispute { $number } is with { $monitor }, who answers by { $due }</b>
    You will be told. Without an answer by then it goes to the performance office by itself.
dispute-needs-reason = Please give a reason.
dispute-no-figure = There is no figure of { $code } for { $period } to check.
dispute-nothing-told = { $unit } has no figures released lately, so there is nothing to dispute.
dispute-all-raised = Every figure of { $unit } for { $period } has been disputed already; see how they stand under “Disputes”.
dispute-again = { $code } was disputed before (dispute { $number }: { $state }); the same figure is not taken up twice.
dispute-figure-moved = { $code } for { $period } has just got a new version. Please check the new figure.
dispute-gone = There is no such dispute.
dispute-not-yours = This step of dispute { $number } is not yours.
dispute-own-answer = You answered dispute { $number } for the monitoring unit; another member of the office decides it.
dispute-moved-on = Dispute { $number } has moved on ({ $state }); this button no longer works, and nothing happened twice.
# --- the card
dispute-card = ⚖️ <b>Dispute { $number } · { $unit } { $code } { $indicator }</b>
    <b>{ $state }</b>{ $due }
    { $period } · monitoring unit: { $monitor }
    Figure: { $figure } · the unit says: { $wanted }
    Reason: { $reason }{ $files ->
        [0] { "" }
       *[other] { " " }({ $files } attached)
    }

    { $events }
dispute-state = { $state ->
    [raised] the monitoring unit is to answer
    [correcting] the monitoring unit is to file a correction
    [filed] a correction is filed and waits for its review
    [restating] the correction waits for the office’s approval
    [maintained] the monitoring unit keeps the figure; the unit is to say whether it accepts
    [escalated] the performance office is to decide
    [corrected] corrected
    [replaced] the figure was replaced by a new version
    [accepted] the unit accepts the figure
    [lapsed] the unit did not answer in time, which counts as accepted
    [upheld] the performance office keeps the figure
   *[withdrawn] taken back by the unit
}
dispute-due = { $late ->
        [1] , overdue since { $due }
       *[other] , by { $due }
    }{ $alone ->
        [1] . Nobody there can be reached; the office looks after it
       *[other] { "" }
    }
dispute-event = • { $at } { $kind ->
    [raise] { $who } disputed the figure
    [file] { $who } filed a correction
    [send_back] { $who } sent the correction back
    [restate] { $who } agreed to the correction; the month is frozen, so the office approves it
    [decline] { $who } did not approve the correction
    [maintain] { $who } kept the figure
    [accept] { $who } accepted the figure
    [escalate] { $who } took it to the performance office
    [uphold] { $who } decided to keep the figure
    [order] { $who } asked the monitoring unit to correct it
    [withdraw] { $who } took the dispute back
    [corrected] the new figure is in force
    [replaced] the figure was replaced by a new version
    [to_office] nobody acted in time; it went to the performance office
   *[lapse] no answer in time, which counts as accepted
}{ $said }
dispute-said = : { $text }
dispute-file = ⚖️ Dispute { $number }, attachment { $at }
dispute-card-moved = ⚖️ Dispute { $number } has moved on; see the new message below.
dispute-mark = { " " }⚖️ disputed ({ $number })
dispute-do-file = ✏️ Correct it
dispute-do-accept = ✅ Accept the figure
dispute-do = { $deed ->
    [maintain] ↩️ Keep the figure
    [escalate] 📨 To the office
    [uphold] ↩️ Keep the figure
   *[order] ✏️ Have it corrected
}
dispute-do-withdraw = Take the dispute back
dispute-withdraw-sure = Take dispute { $number } back? The same figure cannot be disputed again.
dispute-withdraw-yes = Take it back
dispute-line = • <b>{ $number }</b> { $unit } { $code } { $indicator } ({ $period })
    { " " }{ $state }{ $due }
disputes = <b>{ $closed ->
        [1] Closed disputes ({ $count })
       *[other] Open disputes ({ $count }){ $waiting ->
            [0] { "" }
           *[other] { " " }· { $waiting } wait for you
        }
    }</b>
    { $lines }{ $pages ->
        [1] { "" }
       *[other] { "" }
        Page { $page } of { $pages }
    }
disputes-none = { $closed ->
    [1] No dispute has been closed.
   *[other] No dispute is open.
}
disputes-scope = { $scope ->
    [closed] 🗂 Closed
   *[open] ⚖️ Open
}
todo-dispute = ⚖️ Dispute { $number } { $unit } { $code } { $indicator }: { $state }
dispute-reminder = ⏰ <b>{ $late ->
        [1] Dispute { $number } is overdue
       *[other] Dispute { $number } ends today
    }: { $unit } { $code } { $indicator }</b>
    { $period } · { $state }, { $late ->
        [1] due since { $due }
       *[other] by { $due }
    }.{ $alone ->
        [1] { " " }Nobody there can be reached: please see to it, or add somebody.
       *[other] { "" }
    }
dispute-reminder-over = ✅ Dispute { $number } has moved on; this reminder needs nothing more.
# --- answering
answer-dispute = { $card }

    { $deed ->
        [maintain] <b>Keep the figure</b>: please give the reason (up to { $most } characters); the unit reads it.
        [escalate] <b>Take it to the performance office</b>: please say why you do not accept (up to { $most } characters). It can be taken there once.
        [uphold] <b>Decide to keep the figure</b>: please give the reason (up to { $most } characters); both sides read it, and the dispute is closed.
       *[order] <b>Have the monitoring unit correct it</b>: please give the reason (up to { $most } characters); both sides read it.
    }
answer-dispute-done = { $deed ->
    [maintain] ✅ Dispute { $number }: the figure is kept. The unit gets your reason and has two working days to answer.
    [escalate] 📨 Dispute { $number } is with the performance office, which decides within three working days.
    [uphold] ✅ Dispute { $number }: the figure is kept; both sides are told.
   *[order] ✅ Dispute { $number }: the monitoring unit is to correct it; both sides are told.
}
correct-figure-value = { $card }

    <b>Correct it</b>: please type the new figure ({ $measure }); last year’s may come with it, e.g. “48.9 last year 41.2”.
correct-figure-wanted = Take the unit’s figure: { $wanted }
correct-figure-look = <b>{ $unit } · { $code } { $indicator }: { $old } → { $new }</b>
    { $period }
    Because of { $restated ->
        [1] restatement { $number }
       *[other] dispute { $number }
    }: { $reason }

    It counts once the reviewer has released it. To change it, type another figure.
correct-figure-file = 📤 File the correction
correct-figure-same = { $code } is that figure already. If it is right, tap “Keep the figure” and say why.
correct-figure-same-here = That is the figure as it is. If it is right, cancel and tap “Keep the figure”.
correct-figure-done = ✅ The correction is filed and waits for its review. { $restated ->
        [1] Restatement { $number } then goes to the office for approval.
       *[other] Once released, dispute { $number } is closed and the unit gets the new figure.
    }
history-disputed = { "" }
    ⚖️ dispute { $number }: { $state }
review-for-correction = { $restated ->
        [1] 📝 Correction for restatement { $number }
       *[other] ⚖️ Correction for dispute { $number }
    }: { $unit } { $old } → { $new }
    Reason: { $reason }
# --- beside the month
month-disputed = Disputed ({ $count }):
    { $lines }
month-disputed-line = • ⚖️{ $number } { $unit } { $code } { $indicator }: { $state }
month-disputed-none = No dispute is open.
office-disputes = ⚖️ Disputes ({ $count })
act-figures-confirmed = the unit confirmed its figures
act-dispute-raise = figure disputed
act-dispute-file = correction filed for a dispute
act-dispute-send-back = correction of a dispute sent back
act-dispute-restate = correction agreed, sent to the office
act-dispute-decline = correction of a dispute not approved
act-dispute-maintain = disputed figure kept
act-dispute-accept = figure accepted by the unit
act-dispute-escalate = dispute taken to the office
act-dispute-uphold = office decided to keep the figure
act-dispute-order = office asked for a correction
act-dispute-withdraw = dispute taken back
act-dispute-corrected = dispute closed: corrected
act-dispute-replaced = dispute closed: figure replaced
act-dispute-to-office = dispute overdue, sent to the office
act-dispute-lapse = dispute lapsed, counted as accepted
