# Restating a figure of a frozen month, and telling who was told the old one.
help-restate = Correct a figure of a frozen or released month (reason, document, a second member approves)
help-restatements = See where restatements stand
errand-restate = a restatement
errand-answer-restatement = the answer to a restatement
button-restatement = 📝 The restatement
button-restatements = 📝 All restatements
office-restatements = 📝 Restatements
restate-new = ➕ New restatement
restate-which = <b>Restate a figure of a frozen or released month</b>
    Send the unit, the indicator and the month, e.g. <code>金港 K02 2013-09</code>
restate-which-incomplete = Please give all three: the unit, the indicator and the month, e.g. “金港 K02 2013-09”.
restate-figure = <b>{ $unit } { $code } { $indicator }: { $answer }</b>
    { $period }
restate-reason = { $figure }
    Why is it to be corrected? Please give the reason (up to { $most } characters); the monitoring unit reads it.
restate-document = { $figure }
    Please give the document number (up to { $most } characters).
restate-confirm = { $figure }
    Reason: { $reason }
    Document: { $document }

    The monitoring unit then files the new figure and reviews it; another member of the office approves it, and it counts from then on.
restate-open = 📤 Open the restatement
restate-opened = ✅ Restatement { $number } is open and waits for { $monitor } to file the new figure.
restate-asked = 📝 <b>Please correct { $unit } { $code } { $indicator } ({ $period })</b>
    The performance office asks for it under { $document }.
    Reason: { $reason }
restate-needs-words = Please give both the reason and the document.
restate-month-open = { $code } for { $period } is not frozen; the monitoring unit can simply file it again.
restate-under-way = This figure is being restated already (restatement { $number }).
restate-disputed = This figure has an open dispute ({ $number }); please settle it there.
restate-gone = There is no such restatement.
restate-moved-on = Restatement { $number } has moved on; this button no longer works, and nothing happened twice.
restate-second-person = You proposed restatement { $number }; of a released month another member of the office approves it.
restate-state = { $state ->
    [figure] waits for the new figure
    [review] the new figure waits for its review
    [document] the office is to give a document
    [approval] waits for the office’s approval
    [done] approved and in force
    [declined] not approved
   *[withdrawn] taken back
}
restate-card = 📝 <b>Restatement { $number } · { $unit } { $code } { $indicator }: { $old } → { $new }</b>
    <b>{ $state }</b>{ $open ->
        [1] , by { $due }
       *[other] { "" }
    }
    { $period } · document: { $document } · dispute: { $disputed }
    Reason: { $reason }

    { $events }
restate-event = • { $at } { $kind ->
    [open] { $who } opened it
    [file] { $who } filed the new figure
    [send_back] { $who } sent it back
    [endorse] { $who } found it right
    [propose] { $who } gave the document
    [approve] { $who } approved it
    [decline] { $who } did not approve it
   *[withdraw] { $who } took it back
}{ $said }
restate-look = { $card }
    { $effect }
restate-moves = { "" }
    Once approved, the place or the points (by 0.1 or more) of { $count } units move:
    { $lines }
restate-moves-nothing = Once approved, no place moves and no points by 0.1 or more, so nobody is sent a correction.
restate-approve = ✅ Approve
restate-decline = ✖ Do not approve
restate-propose = 📄 Give the document
restate-withdraw = Take it back
restate-words = { $card }

    { $deed ->
        [propose] Please give the document number (up to { $most } characters). Another member then approves it.
       *[decline] Why not? Please give the reason (up to { $most } characters).
    }
restate-approved = ✅ Restatement { $number } is in force: the new figure counts, the month is kept anew, and whoever was sent the old number gets a correction.
restate-ended = 📝 Restatement { $number } { $unit } { $code } { $indicator } ({ $period }): { $state }{ $said }
restate-reminder = ⏰ { $line }
    Due: { $due }
restatements = <b>Restatements</b>
    { $lines }
restatements-none = Nothing has been restated.
restatements-line = • <b>{ $number }</b> { $unit } { $code } ({ $period }): { $state }
todo-restatement = 📝 Restatement { $number } { $unit } { $code } ({ $period }): { $state }
review-endorsed = ✅ You agreed to { $count } correction(s). The month is frozen, so they count once the office has approved them.
restated = 🔁 <b>Correction: { $unit } { $code } { $indicator } { $old } → { $new }</b>
    A figure of { $of }, document { $document }. With it the result of { $period } moves:
    { $lines }
    This replaces what was sent of { $period } before.
restated-elsewhere = 🔁 <b>Correction: the result of { $period } has moved</b>
    Because a figure was corrected (document { $document }):
    { $lines }
    This replaces what was sent of { $period } before.
restated-line = • { $unit }: { $moved ->
        [1] place { $place } → { $place_after },
       *[other] place { $place_after },
    } { $score } → { $score_after } points
restated-card = 🔁 The card as corrected: { $unit }, { $period }
restated-chart = 🔁 The ranking as corrected: { $category }, { $period }
restated-workbook = 🔁 The monthly workbook as corrected: { $scheme }, { $period }. It replaces the one you had.
restated-mark = 🔁 Corrected; see the correction below
    { $then }
act-restatement-opened = restatement opened
act-restatement-file = restated figure filed
act-restatement-send-back = restated figure sent back
act-restatement-endorse = correction agreed, sent to the office
act-restatement-propose = document of a restatement given
act-restatement-approve = restatement approved
act-restatement-decline = restatement not approved
act-restatement-withdraw = restatement taken back
