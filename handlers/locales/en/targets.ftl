# Targets: the mark of an adjusted one, agreeing on targets, adjusting them, and seasonal plans.
target-adjusted = target adjusted ({ $since }, { $document })
target-marked = { $said } | { $mark }
target-adjusted-list = { $said }
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more adjusted targets
    }
target-adjusted-line = { $code }: target adjusted ({ $since }, { $document })
reports-adjusted = target adjusted ({ $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }, { $document })
reports-adjusted-of = * { $name }: { $adjusted }
reports-column-adjusted = Target adjusted
import-fault-target-agreed = This target was agreed or adjusted here; an import does not change it. To adjust it, send /adjust.

# The way in
menu-targets = 🎯 Targets
button-targets = 🎯 Targets
help-targets = Targets: agree on them, adjust them, seasonal plans
help-propose-targets = Propose the year's targets to units (a pasted table will do)
help-adjust-target = Adjust a target within the year (two approvals)
errand-propose-targets = proposing targets
errand-answer-target = answering about a target
errand-adjust-target = adjusting a target
errand-decline-retarget = declining an adjusted target
button-propose-targets = ✍️ Propose targets
button-adjust-target = 🔧 Adjust a target
button-retargets = 📄 Adjustments
target-button-talks = 💬 Talks
target-button-unit = 📋 Our targets
targets = <b>Targets</b>
    { $role ->
        [office] The office or the monitoring unit proposes; what the unit agrees to is in force. Otherwise both sides talk, and the office decides at the end.
        [reporter] You may propose targets for the indicators your unit monitors; what the assessed unit agrees to is in force.
        [contact] Everything proposed to your unit is here: answer one by one, or agree to all the rest at once.
        [leader] Adjusting a target within the year takes two approvals; what waits for yours is on your list.
       *[reader] Adjusting a target within the year takes two approvals; earlier months keep the old target.
    }{ $mine ->
        [0] { "" }
       *[other] { "" }
        Waiting for your unit's answer: { $mine }
    }{ $countered ->
        [0] { "" }
       *[other] { "" }
        Units named another target, waiting for an answer: { $countered }
    }{ $overdue ->
        [0] { "" }
       *[other] { "" }
        Units let their time go by, may be decided: { $overdue }
    }{ $adjust ->
        [0] { "" }
       *[other] { "" }
        Agreed, still to be put forward as an adjustment: { $adjust }
    }{ $retargets ->
        [0] { "" }
       *[other] { "" }
        Adjustments waiting for approval: { $retargets }
    }{ $plans ->
        [0] { "" }
       *[other] { "" }
        Seasonal plans waiting for confirmation: { $plans }
    }
goal-not-a-number = a target must be a number
target-page-before = ◀ Before
target-page-after = Next ▶
target-year-frozen = Every month of { $year } is frozen; the targets of that year can no longer change.
target-nothing-read = I could not read any target. One unit and its target a line, e.g. <code>金港 65</code>; last year's figure may follow: <code>金港 65 上年 50</code>.
target-indicator-unknown = I do not know “{ $text }”. Tap an indicator, or send its code or name.
target-indicator-not-yours = You do not propose the targets of this indicator.
target-nothing-to-propose = There is no indicator whose targets you propose.

# The list
todo-target-answer = 🎯 { $unit }: { $count } { $count ->
        [one] target
       *[other] targets
    } to answer, by { $until }
todo-target-countered = 🎯 { $unit } names another target for { $code } { $indicator }, answer by { $until }
todo-target-overdue = 🎯 { $count } { $count ->
        [one] target
       *[other] targets
    } not answered in time, may be decided
todo-target-adjust = 🔧 { $code } { $unit }: { $goal } agreed, still to be put forward as an adjustment
todo-retarget = 🔧 To approve by { $due }: { $headline }

# Proposing
target-ask-scheme = <b>Targets for which scheme?</b> ({ $count })
target-ask-indicator = <b>Which indicator?</b> ({ $count })
    Tap one; or paste a table: indicators by name or code in its heading, a unit a line.
target-look = 👀 What is filled in ({ $count })
target-ask-lines = <b>{ $code } { $indicator } ({ $measure })</b>
    Send targets, one unit a line, e.g. <code>金港 65</code>; last year's figure may follow: <code>金港 65 上年 50</code>. A pasted column will do.
    Targets now:
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more units
    }
target-held-line = • { $unit }: { $goal } (last year { $base })
target-held-none = No unit has a target.
target-look-lines = <b>Please check: { $count } { $count ->
        [one] target
       *[other] targets
    } for { $units } { $units ->
        [one] unit
       *[other] units
    }</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }

    Each unit sees only its own and answers within { $days } working days. Paste more to add or to correct.
target-look-line = • { $code } { $unit }: { $old } → <b>{ $new }</b> { $measure } (last year { $base })
target-look-empty = No target has been filled in yet.
target-line-dropped = ⚠️ { $reason } It was left out.
target-send = 📨 Send to the units ({ $count })
target-more = ➕ Another indicator
target-sent = ✅ <b>{ $count } { $count ->
        [one] target
       *[other] targets
    } proposed</b>
    The units answer by { $until }; you will hear of it. { $unheard }
target-sent-unheard = { "" }
    ⚠️ Nobody of these units can be written to, please reach them another way: { $units }
proposal-nothing = There is no target to propose.
proposal-not-yours = Targets of “{ $indicator }” are proposed by the office or its monitoring unit.
proposal-open-already = { $unit }'s target of “{ $indicator }” is being talked about; it cannot be proposed twice.
proposal-same = { $unit }'s target of “{ $indicator }” is that number already.
proposal-gone = There is no such talk, or it is not your unit's.
proposal-contact-only = Targets are answered by the unit's own contact.
proposal-not-your-side = The other side proposed this target and must answer.
proposal-office-decides = The office decides at the end.
proposal-unit-has-time = The unit has until { $until } to answer; it cannot be decided before.
proposal-ended = The talk about this target has ended; nothing was done twice.
proposal-moved-on = Something newer was said about this target; please look before you answer.
proposal-nothing-left = No target is waiting for an answer.
proposal-without-reason = Please write the reason.
proposal-counter-same = That is the target that was proposed; to agree, tap “Agreed”.
proposal-again-same = That is the unit's own target; to accept it, tap “Accept theirs”.

# Talking
proposal-line = { $state ->
        [proposed] 🕓
        [countered] 💬
        [agreed] ✅
        [decided] ⚖️
       *[withdrawn] ✖️
    } { $unit }, { $code } { $indicator }: <b>{ $goal }</b> { $measure }{ $known ->
        [1] { " " }(last year { $base }, { $growth })
       *[other] { "" }
    }{ $round ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }(round { $round })
    }
proposal-more = … and { $count } more
proposals-none = No target is waiting for an answer.
proposal-reason = Reason: { $reason }
proposal-event-reason = . Reason: { $reason }
proposals-for-you = <b>{ $unit }: { $count } { $count ->
        [one] target
       *[other] targets
    } for you to answer</b>
    { $lines }
    Proposed by { $name }. Please answer by { $until }: agree, or name another target and say why.
proposal-button-answer = 📋 Look and answer
proposal-button-look = 🔍 Look
proposal-countered-to-you = <b>A unit names another target</b>
    { $line } (proposed { $proposed })
    { $name }: { $reason }
    Please answer by { $until }: accept, propose again, or let the office decide.
proposals-ended = <b>{ $count } { $count ->
        [one] target is
       *[other] targets are
    } settled</b> ({ $name })
    { $lines }
    { $reason }
proposals-due = <b>{ $count } { $count ->
        [one] target is
       *[other] targets are
    } due soon</b>
    { $lines }
    Please answer by { $until }.
proposals-over = <b>Time to answer is over for { $count } { $count ->
        [one] target
       *[other] targets
    } ({ $until })</b>
    { $lines }
    What is open can still be answered; the office may decide.
target-talk-unit = <b>{ $unit }: { $count } { $count ->
        [one] target
       *[other] targets
    }, { $waiting } to answer</b>
    Settled { $ended }, another target named for { $countered }.
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
proposal-button-rest = { $others ->
        [0] ✅ Agree to all { $count }
       *[other] ✅ Agree to the other { $count }
    }
proposal-agree-rest = <b>{ $unit }: of { $of } targets, agree to { $count }?</b>
    The { $countered } with another target named are not touched. These { $count } will be settled as proposed.
proposal-button-sure = ✅ Yes, agree to { $count }
proposal-button-back = ↩️ Look again
proposals-agreed = ✅ Agreed to { $count }. { $adjust ->
        [0] { "" }
       *[other] { $adjust } of them replace a target in force and take an adjustment's two approvals first.
    }
proposal-shown = <b>{ $unit }, { $code } { $indicator } ({ $measure })</b>
    Target in force { $held }, last year { $held_base }{ $moved ->
        [1] ; proposed with last year { $base }
       *[other] { "" }
    }. Round { $rounds }
    { $lines }

    { $state ->
        [proposed] { $over ->
            [1] ⏰ The unit's time ended { $until }. It may still answer; the office may decide.
           *[other] 🕓 Waiting for the unit until { $until }.
        }
        [countered] { $over ->
            [1] ⏰ The time to answer ended { $until }. The office may decide.
           *[other] 💬 The unit names another target; to be answered by { $until }.
        }
        [agreed] ✅ Both sides agree. { $adjust ->
            [0] It is in force.
           *[other] As a target is in force, it takes an adjustment's two approvals first.
        }
        [decided] ⚖️ The office has decided. { $adjust ->
            [0] It is in force.
           *[other] As a target is in force, it takes an adjustment's two approvals first.
        }
       *[withdrawn] ✖️ Taken back.
    }
proposal-event-proposed = • { $at } { $name } proposed <b>{ $goal }</b>{ $reason }
proposal-event-countered = • { $at } { $name } (the unit) named <b>{ $goal }</b>{ $reason }
proposal-event-agreed = • { $at } { $name } agreed to <b>{ $goal }</b>
proposal-event-decided = • { $at } { $name } (the office) decided <b>{ $goal }</b>{ $reason }
proposal-event-withdrawn = • { $at } { $name } took it back
proposal-button-agree = ✅ Agreed
proposal-button-counter = 💬 Another target
proposal-button-accept = ✅ Accept theirs
proposal-button-again = ✍️ Propose again
proposal-button-decide = ⚖️ Decide
proposal-button-withdraw = ✖️ Take back
proposal-agreed-hint = Settled.
proposal-withdrawn-hint = Taken back.
target-talks = <b>Talks about targets: { $count } open</b>
    Another target named for { $countered }, not answered in time { $overdue }.
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
answer-target-ask-counter = <b>{ $unit }, { $code } { $indicator }</b>
    Proposed is { $goal } { $measure } (last year { $base }). What should it be? Send the number.
answer-target-ask-again = <b>{ $unit }, { $code } { $indicator }</b>
    The unit names { $goal } { $measure } (last year { $base }). What do you propose now? Send the number.
answer-target-ask-decide = <b>Decide: { $unit }, { $code } { $indicator }</b>
    Said last was { $goal } { $measure } (last year { $base }). What is it to be? Tap one, or send the number.
answer-target-as-proposed = As proposed: { $goal }
answer-target-as-unit = As the unit says: { $goal }
answer-target-ask-reason = Please write the reason (at most { $most } characters); the other side reads it.
answer-target-reason-long = The reason has { $length } characters; please keep it to { $most }.
answer-target-confirm = <b>{ $unit }, { $code } { $indicator }: { $old } → { $new } { $measure }</b>
    Reason: { $reason }
    { $verb ->
        [decide] Confirm to decide; both sides are told.
       *[other] Confirm to send it to the other side, or send a text to correct the reason.
    }
answer-target-send = ✅ Confirm
answer-target-done-counter = ✅ Your answer was sent.
answer-target-done-again = ✅ Proposed again.
answer-target-done-decide = ⚖️ Decided.

# Adjusting
retarget-office-only = Adjustments of targets are put forward by the office.
retarget-gone = There is no such adjustment, or it does not concern you.
retarget-nothing = There is no target to adjust.
retarget-unit-not-asked = “{ $indicator }” does not assess { $unit }.
retarget-no-target = { $unit } has no target of “{ $indicator }” yet; agree on one with the unit first (/propose).
retarget-same = { $unit }'s target of “{ $indicator }” is that number already.
retarget-waits-already = An adjustment of { $unit }'s target of “{ $indicator }” is waiting for approval.
retarget-month-frozen = It cannot count from { $period }: that month is frozen or not of this year. The earliest is { $earliest }; earlier months keep the old target.
retarget-too-late = Targets of this year could be adjusted until { $last }; now it takes a document of the committee.
retarget-document-unreadable = “{ $text }” does not look like a document number. Please write it like <code>张绩委〔2013〕12号</code>.
retarget-settled = This adjustment is settled; nothing was done twice.
retarget-own = Your own adjustment must be approved by two others.
retarget-approved-by-you = You have approved it; nothing was done twice.
retarget-not-yours = This adjustment is not yours to approve.
retarget-withdraw-own = Only whoever put it forward can take it back.
retarget-basis-changed = { $unit }'s target has changed since; please decline it and put it forward anew.
retarget-decline-without-reason = Please write why not.
retarget-reason-policy = Change of policy
retarget-reason-force_majeure = Force majeure
retarget-reason-basis = Change of definition
retarget-reason-division = Change of boundaries
retarget-headline = { $code } { $indicator } ({ $measure }), adjusted from { $since }
    { $reason }, { $document }{ $committee ->
        [1] { " " }(document of the committee)
       *[other] { "" }
    }
retarget-line = • { $unit }: { $old } → <b>{ $new }</b>
retarget-more = … and { $count } more units
retarget-ask-indicator = <b>Adjust the target of which indicator?</b> ({ $count })
    Tap one, or send its code or name.
retarget-ask-lines = <b>{ $code } { $indicator } ({ $measure })</b>
    Targets in force from { $since }:
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more units
    }
    Send new targets, one unit a line, e.g. <code>金港 58</code>.
retarget-ask-reason = <b>{ $code } { $indicator } ({ $measure })</b>
    { $lines }
    Why is it adjusted?
retarget-ask-document = By which document? E.g. <code>张绩委〔2013〕12号</code>{ $late ->
        [1] { "" }
        ⏰ Targets could be adjusted until { $last }; it must be a document of the committee.
       *[other] { "" }
        (after { $last } it takes a document of the committee)
    }
retarget-ask-month = From which month on? The earliest is { $earliest }; earlier months keep the old target.
target-month = { $period }
retarget-confirm = <b>Please check: { $code } { $indicator } ({ $measure })</b>
    { $lines }
    { $reason }, { $document }
    It counts from { $since }; earlier months keep the old target. Two others must approve it.{ $late ->
        [1] { "" }
        ⏰ { $last } has passed: by sending it you state that this is a document of the committee.
       *[other] { "" }
    }
retarget-send = 📨 Send for approval
retarget-send-committee = 📨 It is the committee's, send
retarget-sent = ✅ Sent for approval. It counts once two people approve; you will hear of it.
retarget-asked = <b>Please approve an adjusted target</b>
    { $headline }
    { $lines }
    Put forward by { $name }; two must approve, by { $due }.
retarget-due = ⏰ <b>{ $late ->
        [1] An adjusted target is late for approval
       *[other] An adjusted target is to be approved today
    }</b> (by { $due })
    { $headline }
    { $count } of two have approved; silence approves nothing.
retarget-late = 🕓 <b>The adjustment you put forward is late for approval</b> (by { $due })
    { $headline }
    { $count } of two have approved. Those who may approve have been reminded.
retarget-stands = { $headline }
    { $state ->
        [open] ✅ You have approved ({ $count } of two).
        [in_force] ✅ Both have approved; it is in force.
        [declined] ✖️ Declined; the old target stays.
       *[withdrawn] ✖️ Taken back; the old target stays.
    }
retarget-button-look = 🔍 Look
retarget-button-why = ❔ See the points
retarget-button-approve = ✅ Approve
retarget-button-decline = ✖️ Decline
retarget-button-withdraw = ✖️ Take back
retarget-in-force = <b>Target adjusted</b>
    { $headline }
    { $lines }
    Months before { $since } keep the old target.
retarget-declined = <b>The adjustment was declined</b>
    { $headline }
    { $name }: { $reason }
retarget-shown = <b>Adjusted target</b>
    { $headline }
    { $lines }
    Put forward by { $name } { $at }
    { $approvals }

    { $state ->
        [open] 🕓 Waiting for approval ({ $count } of two), by { $due }.
        [in_force] ✅ In force.
        [declined] ✖️ Declined; the old target stays.
       *[withdrawn] ✖️ Taken back; the old target stays.
    }
retarget-no-approval = Nobody has approved yet.
retarget-event-approved = • { $at } { $name } approved
retarget-event-declined = • { $at } { $name } declined: { $said }
retarget-event-withdrawn = • { $at } { $name } took it back
retarget-now-in-force = ✅ Two have approved; it counts from { $since }.
retarget-approved-first = ✅ Approved; { $left } more to go.
retarget-taken-back = Taken back.
retarget-ask-decline = { $headline }
    Please write why not; whoever put it forward reads it.
retargets = <b>Adjusted targets: the last { $count }</b>
    { $lines }
retargets-line = { $number }. { $headline }, { $count } { $count ->
        [one] unit
       *[other] units
    }, { $state ->
        [open] 🕓 { $approvals } of two approved
        [in_force] ✅ in force
        [declined] ✖️ declined
       *[withdrawn] ✖️ taken back
    }

# Seasonal plans
help-seasons = Seasonal plans computed from last years
errand-season-comment = commenting on a seasonal plan
button-seasons = 📈 Seasonal plans
todo-season = 📈 Seasonal plan to confirm: { $code } { $indicator }
seasons = <b>Seasonal plans</b> ({ $count } cumulative indicators)
    Computed from the share of the year that stood at each month's end in earlier years; it takes at least one full year. Tap a code to look.
    { $lines }
seasons-none = There is no cumulative indicator to plan.
seasons-line = • { $code } { $indicator }: { $years ->
        [0] less than a full year on file
        [one] { $years } full year
       *[other] { $years } full years
    }, { $plan ->
        [season] has a seasonal plan
       *[linear] goes by twelfths
    }{ $waits ->
        [1] , 🕓 to confirm
       *[other] { "" }
    }
season-gone = There is no such seasonal plan.
season-not-yours = Seasonal plans are proposed by the office or the monitoring unit.
season-not-cumulative = “{ $indicator }” does not add up through the year; it has no seasonal plan.
season-open-already = A seasonal plan of “{ $indicator }” is waiting for confirmation.
season-no-full-year = There is no full year of “{ $indicator }” on file, so nothing can be computed. Import the months of earlier years first.
season-same = What comes out is the plan that “{ $indicator }” has already.
season-settled = This seasonal plan is settled; nothing was done twice.
season-comment-empty = Please write what you think.
season-month-frozen = It cannot count from { $period }: that month is frozen or not of this year. The earliest is { $earliest }.
season-office-confirms = Seasonal plans are confirmed by the office.
season-computed = <b>{ $code } { $indicator }: from { $count } full { $count ->
        [one] year
       *[other] years
    }</b> ({ $years }, { $units } units)
    Share of the year at each month's end, in % (in brackets as it is now, — by twelfths):
    { $lines }
season-month = { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } <b>{ $share }</b> ({ $now })
season-pair = { $first }, { $second }
season-button-propose = 📨 Put it forward
season-button-look = 🔍 Look
season-button-confirm = ✅ Confirm from { $period }
season-button-drop = ✖️ Set aside
season-button-comment = 💬 Comment
season-proposed-note = ✅ Sent to the monitoring unit and the office.
season-confirmed-note = ✅ Confirmed; it counts from { $since }, earlier months do not change.
season-dropped-note = Set aside; the present plan stays.
season-shown = <b>{ $code } { $indicator }: seasonal plan</b> ({ $count } full { $count ->
        [one] year
       *[other] years
    }: { $years })
    Put forward by { $name } { $at }, { $state ->
        [open] 🕓 to be confirmed by the office
        [confirmed] ✅ counts from { $since }
       *[dropped] ✖️ set aside
    }
    { $state ->
        [open] If it counted now, the points of { $period } would be:
       *[other] { "" }
    }
    { $moves }
    { $comments }
season-move = • { $unit }: { $before } → { $after }{ $place_after ->
        [0] { "" }
       *[other] { " " }(place { $place_before } → { $place_after })
    }
season-moves-more = … and { $count } more units
season-moves-nobody = • nobody's points or place would change
season-comment = 💬 { $said }
season-for-you = <b>Seasonal plan to confirm: { $code } { $indicator }</b>
    { $name } computed it from { $count } full { $count ->
        [one] year
       *[other] years
    } ({ $years }); the office confirms it.
season-commented-to-you = <b>Comment on a seasonal plan: { $code } { $indicator }</b>
    { $name }: { $said }
season-confirmed-to-you = <b>Seasonal plan confirmed: { $code } { $indicator }</b>
    It counts from { $since }; earlier months do not change.
season-ask-comment = What do you think of the seasonal plan of { $code } { $indicator }? Just send it; the office reads it.
season-comment-sent = ✅ Sent to the office.
reports-season-title = { $indicator }: seasonal plan
reports-season-lead = Share of the year's target at each month's end
reports-season-rests = Computed from the shares of { $count } full { $count ->
        [one] year
       *[other] years
    } ({ $years }).
reports-season-note = The dashed line is the plan in force; without one it goes by twelfths.
reports-season-proposed = Computed
reports-season-current = In force

# The journal
act-season-proposed = seasonal plan proposed
act-season-commented = seasonal plan commented on
act-season-confirmed = seasonal plan confirmed
act-season-dropped = seasonal plan set aside
act-target-proposed = target proposed
act-target-countered = unit named another target
act-target-agreed = target agreed
act-target-decided = target decided
act-target-withdrawn = proposed target taken back
act-retarget-proposed = adjustment put forward
act-retarget-approved = adjustment approved
act-retarget-in-force = adjustment in force
act-retarget-declined = adjustment declined
act-retarget-withdrawn = adjustment taken back
