# The ledger of bonus, deduction and veto: entries, their steps, and who hears of them.
errand-answer-entry = an answer about a ledger entry
button-ledger-entry = 📒 The entry
button-ledger = 📒 Bonus and deductions
button-notice = 📢 Public notice
ledger-level = { $level ->
    [second] { "" } (second class)
   *[other] { "" } ({ $level })
}
ledger-worth = { $points } points
ledger-worth-veto = veto until { $until }
ledger-head = Entry { $number } · { $unit } { $code } { $item }: { $worth }
ledger-line = • <b>{ $head }</b>
    { "  " }{ $state }{ $due }
ledger-due = { $awaited ->
    [1] , by { $due }
   *[other] , until { $due }
}{ $late ->
    [1] { "" } (overdue)
   *[other] { "" }
}
ledger-state = { $state ->
    [hearing] waits for the unit’s own words
    [to_check] waits for the verifying unit’s check
    [unchecked] not checked in time; waits for the office’s check
    [returned] sent back; waits to be completed
    [checked] checked; waits for the office’s recognition
    [notice] on public notice
    [objected] objected to; waits for the office’s decision
    [in_force] in force
    [refused] not recognised
    [withdrawn] withdrawn
    [lapsed] not completed in time; lapsed
    [revoking] in force; to be revoked once a second member of the office agrees
   *[revoked] revoked
}
ledger-card = 📒 <b>{ $head }</b>
    <b>{ $state }</b>{ $due }
    Fact: { $fact }
    Document: { $document } · quantity: { $cases } × { $per }{ $level }
    Verified by: { $verifier } · evidence: { $files }{ $reversed }

    { $events }
ledger-reversed = { "" }
    Revoked under { $document }: { $fact }
ledger-event = • { $at } { $kind ->
    [open] { $who } entered it
    [run_out] { $state ->
        [in_force] the notice ended; in force
        [to_check] no answer in time; on to the check
        [unchecked] not checked in time; on to the office
       *[other] not completed in time; lapsed
    }
    [answer] { $unit } gave its answer
    [check] { $who } found it right
    [send_back] { $who } sent it back
    [resubmit] { $who } completed it
    [withdraw] { $who } withdrew it
    [recognise] { $who } recognised it; on public notice
    [refuse] { $who } did not recognise it
    [object] { $unit } objected
    [uphold] { $who } upheld the objection
    [dismiss] { $who } dismissed the objection
    [propose_revoke] { $who } proposed to revoke it
    [keep] { $who } did not agree to revoke it
    [take_back] { $who } took the proposal to revoke it back
   *[revoke] { $who } agreed to revoke it
}{ $said }
ledger-step = { $kind ->
    [open] Newly entered
    [run_out] { $state ->
        [in_force] The notice has ended; it is in force from today
        [to_check] No answer in time; on to the check
        [unchecked] The verifying unit did not check in time; on to the office
       *[other] Not completed in time; lapsed
    }
    [answer] { $unit } gave its answer
    [check] Found right
    [send_back] Sent back
    [resubmit] Completed
    [withdraw] Withdrawn
    [recognise] Recognised; on public notice
    [refuse] Not recognised
    [object] { $unit } objected
    [uphold] Objection upheld; not recognised
    [dismiss] Objection dismissed
    [propose_revoke] To be revoked; it counts until a second person agrees
    [keep] Not revoked; it goes on to count
    [take_back] The proposal to revoke it was taken back; it goes on to count
   *[revoke] Revoked; it no longer counts from today
}{ $said }
ledger-news = { $yours ->
    [1] 📒 <b>Your turn: { $head }</b>
   *[other] 📒 <b>{ $head }</b>
}
    { $step }
    { $state }{ $due }
    Fact: { $fact } · document: { $document }{ $effect }
ledger-notice = 📢 <b>Public notice: { $head }</b>
    Fact: { $fact }
    Document: { $document } · verified by: { $verifier }
    On notice until { $until }; without an objection it comes into force. To object until then, a unit’s contact sends me /notice and taps “Object” under it.
ledger-reminder = ⏰ <b>{ $head }</b>
    { $state }{ $due }
ledger-file = Entry { $number }, evidence { $at }
ledger-do = { $deed ->
    [answer] 🗣 Answer
    [check] ✅ It is right
    [send_back] ↩️ Send back
    [resubmit] 📤 Complete and hand in
    [withdraw] Withdraw
    [recognise] ✅ Recognise
    [refuse] ✖ Do not recognise
    [object] ✋ Object
    [uphold] Uphold the objection
    [dismiss] Dismiss the objection
    [propose_revoke] 🚫 Propose to revoke
    [keep] Do not revoke
    [take_back] ↩️ Take the proposal back
   *[revoke] ✅ Agree to revoke
}
ledger-done = { $deed ->
    [answer] ✅ Entry { $number }: your answer is handed in; the verifying unit checks next.
    [check] ✅ Entry { $number }: checked; the office recognises next.
    [send_back] ↩️ Entry { $number }: sent back.
    [resubmit] ✅ Entry { $number }: completed; the verifying unit checks next.
    [withdraw] ✅ Entry { $number }: withdrawn; it will not count.
    [recognise] ✅ Entry { $number }: recognised and on public notice.
    [refuse] ✖ Entry { $number }: not recognised; every side has been told.
    [object] ✅ Entry { $number }: your objection is handed in; the office decides.
    [uphold] ✅ Entry { $number }: objection upheld; not recognised.
    [dismiss] ✅ Entry { $number }: objection dismissed; it comes into force when the notice ends.
    [propose_revoke] ✅ Entry { $number }: proposed to be revoked; a second member of the office decides, and until then it counts.
    [keep] ✅ Entry { $number }: not revoked, it goes on to count; whoever proposed it and the unit have been told.
    [take_back] ✅ Entry { $number }: the proposal to revoke it is taken back; it goes on to count.
   *[revoke] ✅ Entry { $number }: revoked; it no longer counts from today, and the unit has been told.
}
ledger-withdraw-sure = Withdraw entry { $number }? It ends there; the same matter may be claimed anew.
ledger-withdraw-yes = Yes, withdraw
ledger-submit = 📤 Hand in
answer-entry-document = { $card }

    Under which document should it be revoked? (up to { $most } characters)
answer-entry = { $card }

    { $gathered }
    { $ready ->
        [1] You may add to it, or tap “Hand in”.
       *[other] { $deed ->
            [answer] What does your unit say to it? (up to { $most } characters)
            [resubmit] What have you completed? (up to { $most } characters)
            [send_back] Why is it sent back? (up to { $most } characters)
            [refuse] Why is it not recognised? (up to { $most } characters)
            [object] Why do you object? (up to { $most } characters)
            [uphold] Why is the objection right? (up to { $most } characters)
            [dismiss] Why is the objection not right? (up to { $most } characters)
            [keep] Why is it not revoked? (up to { $most } characters)
           *[other] Why should it be revoked? (up to { $most } characters) A second member of the office has to agree.
        }
    }{ $files ->
        [1] { "" } Photos, voice or files may be added.
       *[other] { "" }
    }
ledger-no-files-here = This step takes words only, no files.
ledger-gone = There is no such entry, or it is not on public notice yet and not yours to see.
ledger-moved-on = Entry { $number } has moved on ({ $state }); this button no longer works, and nothing happened twice.
ledger-not-yours = This step of entry { $number } is not yours.
ledger-second-person = This step of entry { $number } takes another person: whoever enters, checks and recognises are never the same.
ledger-notice-over = The notice of entry { $number } ended on { $until }; objections are no longer taken. With new grounds, ask the office to revoke it under a document.
ledger-objected-before = Your unit has objected to entry { $number } already; the office decides next.
ledger-needs-words = Please give the reason.
ledger-revoke-needs-document = To revoke takes a document number and a reason.
ledger-propose-not-yours = { $code } is proposed by the office or the item’s verifying unit, and never for one’s own unit.
ledger-claim-not-yours = Only a contact of { $unit } claims for { $unit }.
ledger-item-unknown = There is no item “{ $text }” that can be used here.
ledger-needs-evidence = Please attach the evidence ({ $evidence }).
ledger-needs-fact = Please describe the fact.
ledger-level-unknown = This item has no level “{ $text }”.
ledger-cases-wrong = “{ $text }” is not a quantity; it must be above 0 and at most { $most }.
ledger-veto-needs-document = A veto needs a document number.
ledger-veto-needs-term = A veto needs the day on which it ends, after today.
ledger-entered-before = The same item was entered for the same fact before (entry { $number }); it counts once.
todo-ledger = 📒 { $head }: { $state }
act-ledger-claim = points claimed
act-ledger-propose = points or a veto proposed
act-ledger-answer = the unit answered a proposal
act-ledger-check = ledger entry checked
act-ledger-send-back = ledger entry sent back
act-ledger-resubmit = ledger entry completed
act-ledger-withdraw = ledger entry withdrawn
act-ledger-recognise = ledger entry recognised, on notice
act-ledger-refuse = ledger entry not recognised
act-ledger-object = objection to a notice
act-ledger-uphold = objection upheld
act-ledger-dismiss = objection dismissed
act-ledger-propose-revoke = proposed to revoke a ledger entry
act-ledger-revoke = ledger entry revoked
act-ledger-keep = ledger entry not revoked
act-ledger-take-back = proposal to revoke taken back
act-ledger-run-out = term of a ledger entry ran out
ledger-unit-not-yours = The ledger of { $unit } is not yours to see; what is on public notice is on the notice board.
ledger-number = 📒 { $number }
ledger-list = { $scope ->
    [notice] 📢 <b>On public notice: { $count }</b>
    [open] 📒 <b>Ledger entries under way: { $count }{ $waiting ->
        [0] { "" }
       *[other] , { $waiting } for you
    }</b>
   *[unit] 📒 <b>{ $unit }, bonus and deductions: { $count }{ $waiting ->
        [0] { "" }
       *[other] , { $waiting } for you
    }</b>
}
    { $above }
    { $lines }{ $pages ->
        [1] { "" }
       *[other] { "" }
        Page { $page } of { $pages }
    }
ledger-list-none = None.
ledger-balance = Bonus { $bonus } (cap { $bonus_cap }), deductions { $deduction } (cap { $deduction_cap }){ $vetoes ->
    [0] { "" }
   *[other] ; { $vetoes } veto(es): barred from honours, the score is untouched
}
ledger-balanced = <b>{ $balance }</b>
    In force:
    { $lines }
    All entries:
ledger-effects-none = Nothing is in force.
ledger-effects-more = … and { $count } more
ledger-effect = • { $code } { $item }: <b>{ $counted } points</b>{ $limited }
    { "  " }{ $fact }{ $document }, in force since { $since } (entry { $number })
ledger-effect-veto = • ⛔ { $code } { $item }: veto until { $until }{ $document } (entry { $number })
ledger-limited = { $limit ->
    [fact] { "" } (of { $points }; a higher entry for the same fact counts)
    [item] { "" } (of { $points }; the item’s cap is { $cap })
   *[total] { "" } (of { $points }; the total cap is reached)
}
ledger-document = { "" } ({ $document })
ledger-fact-observed = observation { $receipt }, verified
help-ledger = See bonus and deductions: where each entry stands, what it counts for, the caps
help-notice = See what is on public notice, and object
ledger-item-line = • <b>{ $code }</b> { $item }{ $kind ->
    [bonus] : +{ $points } per { $per }
    [deduction] : -{ $points } per { $per }
   *[other] : veto
}{ $capped ->
    [1] , cap { $cap }
   *[other] { "" }
} (verified by { $verifier }{ $computed ->
    [1] , can be computed
   *[other] { "" }
})
import-fault-item-used = This item is in use by a claim, a deduction or a rule and stays as it is (now “{ $old }”).
import-fault-item-year = Which year is it for? Please add a column year.
import-fault-item-points = A bonus or deduction needs the points of one case.
import-fault-item-sign = A bonus cannot have negative points.
import-fault-veto-points = A veto takes no points; leave them empty or 0.
import-fault-item-levels = Levels are written like provincial:5|national:10.
import-fault-rule-item = There is no such deduction, or it is not for units of this kind.
import-fault-rule-there = This rule is laid down (now “{ $old }”) and stays; write another line with a later day in since.
import-fault-rule-settled = A rule cannot reach back into frozen months (frozen until { $until }); use a later day.
help-claim = Claim points for your unit: item, fact and document, evidence
help-deduct = Propose a deduction or a veto; the unit is heard first
errand-claim = a claim of points
errand-deduct = a proposed deduction
button-claim = ➕ Claim points
button-deduct = ➖ Propose a deduction
ledger-claim-contacts-only = Points are claimed by the contact of an assessed unit.
ledger-no-items = There are no items for { $unit } this year; please ask the office to import them.
ledger-no-item-of-yours = No item for { $unit } is yours to propose: only the office and the verifying unit propose, and never for their own unit.
claim-unit = { $way ->
    [claim] <b>For which unit do you claim?</b>
   *[deduct] <b>Against which unit?</b>
    Tap it, or type the unit’s name (agencies too).
}
claim-unit-unclear = “{ $text }” does not name one unit; please type its full name or code.
claim-item = { $way ->
    [claim] <b>{ $unit } claims points: which item?</b>
   *[deduct] <b>{ $unit }: which item?</b>
}
    { $lines }
    Tap the code, or type the item’s name.
claim-item-unclear = “{ $text }” fits { $count } items; please tap a code.
claim-which-level = { $item }
    Which level?
claim-level = { $level ->
    [full] Standard:
    [second] Second class (half):
   *[other] { $level }:
} { $points } points
claim-cases = { $item }
    How many (measured in { $per })? Tap, or type a number.
claim-fact = { $item }
    What is the fact about { $unit }: when, what, found by whom (up to { $most } characters)?
claim-document = Under which document (up to { $most } characters)?{ $veto ->
    [1] { "" }
        A veto needs one.
   *[other] { "" }
        A fact counts once under one document, with its highest item.
}
claim-no-document = No document
claim-until = Until which day does the veto act (included)? e.g. 2013-12-31
claim-until-day = { $day }
claim-files = Please send the evidence: { $evidence }.
    Received { $count } of at most { $most }; photos and files.{ $needed ->
    [1] { $count ->
        [0] { "" } At least one is needed.
       *[other] { "" }
    }
   *[other] { "" } It may also be left out.
}
claim-next = Next ▶
claim-earlier = 📒 See entry { $number }
claim-earlier-line = ⚠️ The same fact has entry { $number } already; only the highest counts.
claim-preview = <b>{ $unit } { $code } { $item }</b>
    { $kind ->
        [veto] Veto: bars from honours and leaves the score alone
       *[other] { $cases } × { $per }{ $level }: <b>{ $points } points</b>
    }{ $counts }
    Fact: { $fact }
    Document: { $document } · evidence: { $files }
    Verified by: { $verifier }
    { $earlier }
claim-confirm = { $way ->
    [claim] Please look once more, then hand it in:
   *[deduct] Please look once more, then hand it in; the unit is heard first:
}
    { $preview }
claim-done = { $way ->
    [claim] ✅ Entry { $number } is claimed and waits for { $verifier } to check it; you hear of every step.
   *[deduct] ✅ Entry { $number } is proposed and waits for { $unit } to be heard; you hear of every step.
}
card-ledger = { $said }
    📒 Bonus and deductions: { $net } points{ $sum }
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more, see /ledger
    }
card-ledger-line = • { $code } { $item }: { $limit ->
    [none] { $counted }
    [fact] 0 (the same fact counts once)
    [item] { $counted } (of { $points }, cap { $cap })
    [total] { $counted } (of { $points }, total cap reached)
   *[veto] ⛔ veto until { $until }
}
ledger-effect-if = If it comes into force (as of { $period }):
    { $unit } { $before } → <b>{ $after } points</b>, place { $place } → <b>{ $place_after }</b>
    { $others }
ledger-effect-veto-if = A veto leaves points and places alone; it bars from honours.
ledger-effect-unknown = { $unit } has no score yet, so the effect cannot be computed.
ledger-effect-nobody = No other place moves.
ledger-effect-other = • { $unit }: place { $place } → { $place_after }
ledger-capped-if = After the caps it counts { $counted } points (of { $points }).
ledger-look = { $card }

    { $effect }
observation-effect-back = 📒 <b>Observation { $receipt } was found not to be so; the deduction is taken back</b>
    { $unit } { $code } { $item }: { $points } points were deducted; from { $since } they no longer are.
ledger-event-public = • { $at }: { $step }
