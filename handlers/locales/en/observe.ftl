# Observations: reporting, verifying, the unit's answer, and whether it is really fixed.
help-observe = Report what you saw: text, photos, voice or a place, within a minute
help-observations = See how far the observations have come
menu-observe = 👁 Report
menu-observations = 📂 Observations
errand-observe = reporting an observation
errand-verify = verifying an observation
errand-refute = refuting an observation
errand-answer-observation = answering an observation
errand-confirm-fixed = saying whether it is fixed
help-verify = Verify an observation and hand it to its unit
help-refute = Refute an observation, with the reason
help-answer-observation = Answer an observation for your unit
help-confirm-fixed = Look again, and say whether it is really fixed
help-observation = See everything about one observation
button-observation = 🔎 Details
button-observations = 📂 Observations
button-verify = ✅ Verify
button-refute = 🚫 Not true
button-answer-observation = 💬 Answer
button-fixed = ✅ Fixed
button-not-fixed = ❌ Not fixed
button-map = 📍 Show on a map
observation-state = { $state ->
    [filed] waiting to be verified
    [verified] verified, the office is to hand it over
    [dispatched] verified, waiting for the unit's answer
    [partly] partly fixed, the unit goes on
    [not_fixed] not fixed, says the observer; the unit is to answer again
    [transferring] the unit asks for another unit; the office is to decide
    [unit_contests] contested by the unit; a second verifier is to decide
    [observer_contests] its refutation is contested by the observer; a second verifier is to decide
    [closure_contested] its closing is contested by the observer; a second verifier is to decide
    [answered] dealt with, says the unit; the observer is to look again
    [declined] closed by the unit, not fixed; the observer is to say
    [refuted] found not to be true, does not count
    [fixed] fixed, says the observer
    [revisit] follow-up: is it still fixed?
    [stuck] sent back several times and not fixed; the office is to decide
    [withdrawn] withdrawn by the observer
    [dismissed] not true, over, does not count
    [lasting] still fixed weeks later, says the observer
    [resolved] fixed, said the observer; over
    [unconfirmed] dealt with, said the unit; never confirmed, over (does not count as fixed)
   *[closed] closed, not fixed
}
observation-words = “{ $text }”
observation-no-words = (no text)
# --- reporting
observe-point = At which observation point are you?
observe-unit = Which unit is it about? Choose one, or type its name.
observe-unit-found = { $count } units have that name. Choose one, or try another name.
observe-unit-unknown = There is no unit “{ $text }”. Try another name, or choose below.
observe-category = <b>{ $unit }</b>: what is it about?
observe-content = <b>{ $unit } · { $category }</b>
    { $gathered }

    { $ready ->
        [1] You may add more; when it is complete, submit it with the button below.
       *[other] Send a text, photos, a voice message or a place, in any order; several photos at once are fine. There must be at least a text, a photo or a voice message.
    }
observe-received = { $what ->
        [photo] ✓ { $count ->
            [one] 1 photo
           *[other] { $count } photos
        }
        [voice] ✓ { $count ->
            [one] 1 voice message
           *[other] { $count } voice messages
        }
        [document] ✓ { $count ->
            [one] 1 file
           *[other] { $count } files
        }
       *[place] ✓ a place
    }
observe-received-text = ✓ Text: { $text }
observe-words-kept = This text is kept. Now please choose the unit.
observe-submit = 📤 Submit
observe-no-documents = A file's name may tell who you are, so files are not taken here. Please send photos as pictures.
observe-too-many-files = No more than { $most } attachments; the rest was not taken.
observe-too-long = A text has at most { $most } characters; what goes beyond was not taken.
observe-words-too-long = A text has at most { $most } characters; please send a shorter one.
observe-alike = <b>{ $unit } · { $category }</b>: { $count ->
        [one] there is 1 similar observation
       *[other] there are { $count } similar observations
    } nearby or lately, still open.
    { $lines }

    If it is the same matter, join it: what you have sent goes with it, and you hear every later word.
observe-alike-line = { $number }. { $at }, { $state }
    { "  " }{ $text }
observe-anyway = 📤 Submit all the same
observe-another = 👁 Report another
observe-receipt = ✅ Received as <b>{ $receipt }</b>
    { $unit } · { $category }

    Next: the performance office verifies it by { $due } and you hear the result. Then the unit has to act; it is told neither your name nor your observation point.{ $placed ->
        [1] { " " }It is given the place you sent, so that it finds the problem.
       *[other] { "" }
    }
    Until it is verified you may withdraw it under Details.
observe-empty = There is nothing in it yet. Please send at least a text, a photo or a voice message.
observe-not-yours = Only observers report observations.
observe-not-your-point = This is not your observation point; please start again.
observe-unit-gone = This unit is not among the assessed ones at present; please choose again.
observation-gone = There is no such observation, or it is not yours to see.
# --- verifying
verify-findings = <b>Verifying { $receipt }</b>: { $unit } · { $category }
    The observer's text: { $said }

    { $speaks ->
        [1] The text and the photos go to the unit; voice, name and observation point do not. Write what was found on the spot (it goes to the unit too), or hand it over at once.
       *[other] This observation has no text, and a voice is not passed on. Write what was found on the spot; it goes to the unit.
    }{ $voices ->
        [0] { "" }
       *[other] { " " }A voice tells who is speaking, so it stays here; please write down what it says.
    }
verify-at-once = ✅ True, hand it over
verify-needs-findings = This observation has no text; please write what was found before handing it over.
verify-done = ✅ { $receipt } is verified{ $state ->
        [dispatched] { " " }and handed to { $unit }{ $due }. Units are told at nine o'clock of a working day.
       *[other] ; the office hands it to { $unit }{ $due }.
    }
refute-reason = <b>Not true: { $receipt }</b>, { $unit } · { $category }
    The observer's text: { $said }

    { $contested ->
        [1] The unit contests that it is true and you are the second verifier; your word is final. Write the reason; observer and unit are told.
       *[other] Write the reason; the observer is told. The unit does not hear of this observation.
    }
refute-done = { $receipt } is recorded as not true and the observer has been told why. It does not count.
# --- the unit's answer
answer-observation-content = <b>Answering { $receipt }</b>: { $category }{ $due }
    { $gathered }

    { $ready ->
        [1] You may add text, photos or files. When it is complete, say which answer it is:
       *[other] Please write what has been done; photos or files may go with it.
    }
answer-observation-submit = ✅ Done, says the unit
answer-observation-done = 📤 The observer has your answer to { $receipt }. { $deed ->
        [answered] It is the unit's word, and does not yet mean fixed; you hear what the observer finds.
        [partly_answered] Please go on with the rest; the term stays as it is{ $due }.
       *[other] Closed does not mean fixed; the observer may accept it or contest it before a second verifier.
    }
# --- fixed or not
confirm-fixed = <b>{ $receipt }: { $unit }</b>
    You have seen that it is fixed? Send a few words to add, or just confirm.
confirm-fixed-yes = ✅ Yes, fixed
confirm-not-fixed = <b>{ $receipt }: { $unit }</b>
    You have seen that it is not fixed? Send what is missing, or just confirm. Your words go to the unit: no names, please.
confirm-fixed-no = ❌ No, not fixed
confirm-fixed-done = { $deed ->
        [fixed] ✅ Recorded: you say that { $receipt } is fixed. The unit is told at nine o'clock of a working day, which does not show when you said so. Thank you!{ $state ->
            [fixed] { " " }In some weeks you are asked whether it still is.
           *[other] { "" }
        }
        [partly_fixed] Recorded: { $receipt } is partly fixed, and { $state ->
            [stuck] is the office's to decide, for it went back several times{ $due }.
           *[other] back with the unit{ $due }.
        }
       *[other] Recorded: { $receipt } is not fixed and { $state ->
            [stuck] is the office's to decide, for it went back several times{ $due }.
           *[other] is back with the unit, which has to answer again{ $due }. The office knows.
        }
    }
# --- one and many
observation = <b>{ $receipt }: { $category }</b>
    Observed unit: { $unit }
    State: { $state }{ $due }
    Reported: { $at }{ $point }
    What was seen: { $said }
    { $answers }
    { $events }
    { $beside }
observation-point = , at { $point }
observation-due = { " " }({ $who ->
        [verifier] to be verified
        [office] the office
        [unit] the unit
       *[observer] the observer
    }{ $due }){ $late ->
        [1] { " " }🔴 overdue
       *[other] { "" }
    }
observation-event = { $event ->
        [verified] ✅ { $at }: verified by the office
        [refuted] 🚫 { $at }: found not to be true
        [withdrawn] ↩️ { $at }: withdrawn by the observer
        [dispatched] 📨 { $at }: handed to { $unit }
        [answered] 💬 { $at }: the unit answered
        [partly_answered] ◐ { $at }: partly done, says the unit, and goes on
        [declined] ⛔ { $at }: closed by the unit, not fixed
        [transfer_asked] ↪️ { $at }: the unit says it is not theirs
        [transfer_refused] ✋ { $at }: the office refused the transfer
        [unit_contested] ⚖️ { $at }: contested by the unit
        [observer_contested] ⚖️ { $at }: contested by the observer
        [closure_contested] ⚖️ { $at }: the observer contests the closing
        [sustained] ⚖️ { $at }: the second verifier lets it stand
        [fixed] ✅ { $at }: fixed, says the observer
        [partly_fixed] ◐ { $at }: partly fixed, says the observer; back to the unit
        [accepted] 👌 { $at }: accepted by the observer
        [still_fixed] ✅ { $at }: still fixed, says the observer
        [reopened] 🔁 { $at }: it is back; with the unit again
        [ordered] ↩️ { $at }: the unit has to go on
        [ended] ⏹ { $at }: ended by the office
        [joined] 🙋 { $at }: somebody joined
        [lapsed] ⏳ { $at }: the term ran out
        [asked_again] 🔁 { $at }: the follow-up began
       *[not_fixed] ↩️ { $at }: not fixed, says the observer; back to the unit
    }{ $said }
observation-event-said = : { $text }
observation-file = { $receipt }: { $side ->
        [unit] from the unit
       *[observer] from the observation
    } { $number }/{ $of }{ $hidden ->
        [1] { " " }(hidden, only the office sees it)
       *[other] { "" }
    }
observations = <b>{ $filter ->
        [filed] To be verified
        [with_unit] Waiting for a unit's answer
        [with_observer] Waiting for an observer
        [with_office] For the office to decide
        [overdue] Overdue
        [starred] On your shortlist
        [closed] Over
       *[all] Observations
    }: { $count }</b>{ $overdue ->
        [0] { "" }
       *[other] , 🔴 { $overdue } overdue
    }{ $pages ->
        [1] { "" }
       *[other] , page { $page } of { $pages }
    }

    { $lines }
observations-none = { $filter ->
        [filed] There is nothing to verify.
        [with_unit] Nothing waits for a unit's answer.
        [with_observer] Nothing waits for an observer.
        [with_office] Nothing waits for the office's decision.
        [overdue] Nothing is overdue.
        [starred] Nothing is on your shortlist.
        [closed] Nothing is over yet.
       *[all] There are no observations at present.
    }
observations-line = { $late ->
        [1] 🔴
       *[other] •
    } { $receipt }: { $unit } · { $category }
    { "  " }{ $state }, reported { $at }{ $joined ->
        [0] { "" }
       *[other] , joined by { $joined }
    }
observations-filter = { $filter ->
        [filed] To verify
        [with_unit] With units
        [with_observer] With observers
        [with_office] To decide
        [overdue] 🔴 Overdue
        [starred] ⭐ Shortlist
        [closed] Over
       *[all] Open
    }
observations-previous = ◀ Previous
observations-next = Next ▶
# --- the list of what waits
in-both = { $en }{ $zh ->
   *[other] { "" }
}
observe-question = <b>{ $unit }</b>
    { $question }

    { $choices ->
        [0] Type the answer, or skip it.
       *[other] Choose or type the answer, or skip it.
    }
observe-questions-over = Nothing more is asked about this category; tap “Skip” to go on.
observe-skip = ⏭ Skip
observe-received-answer = ✓ { $question }: { $answer }
observe-join = 🙋 Join number { $number }
observe-joined = 🙋 You have joined <b>{ $receipt }</b>
    Now: { $state }

    What you have sent goes with it, and you hear every later word. The unit is told neither your name nor your observation point.
observe-join-over = { $receipt } is your own, or it is over; it cannot be joined. You may report another.
observe-joined-before = You joined { $receipt } before; nothing was changed.
observe-banned = You may not report observations until { $until }. The reason: { $reason }. If you disagree, please get in touch with the performance office.
observe-daily-most = You have reported { $most } today, which is the most for one person a day. Please report the rest tomorrow, or join an observation that is there.
observe-said-before = You have reported the very same as { $receipt }. See under Observations how far it is; if there is anything new, write it and report again.
verify-elsewhere = ↪️ Another unit
dispatch-unit = <b>{ $receipt }</b>: which unit is it for? Choose one, or type its name.
dispatch-own = { $unit } (as observed)
dispatch-elsewhere = This unit has just said that { $receipt } is not its business; choose another. To give it back, refuse the transfer.
answer-observation-partly = ◐ Partly done, going on
answer-observation-decline = ⛔ Closed, cannot be fixed
confirm-partly-fixed = <b>{ $receipt }: { $unit }</b>
    Part of it is fixed? Send what is missing. Your words go to the unit: no names, please.
button-partly-fixed = ◐ Partly fixed
button-observation-deed = { $deed ->
    [withdrawn] ↩️ Withdraw
    [dispatched] 📨 Hand over
    [partly_answered] ◐ Partly done
    [declined] ⛔ Closed, cannot be fixed
    [transfer_asked] ↪️ Not ours
    [transfer_refused] ✋ Refuse transfer
    [unit_contested] ⚖️ Contest it
    [observer_contested] ⚖️ Contest it
    [closure_contested] ⚖️ Contest the closing
    [sustained] ⚖️ It stands
    [accepted] 👌 Accept
    [still_fixed] ✅ Still fixed
    [reopened] 🔁 It is back
    [ordered] ↩️ Order to go on
   *[ended] ⏹ End it
}
errand-observation-deed = a step of an observation
help-observation-deed = Withdraw, transfer, contest, decide on or follow up an observation
observation-deed-do = ✅ Confirm
observation-deed-ask = <b>{ $receipt }: { $unit } · { $category }</b>
    Now: { $state }
    { $deed ->
        [withdrawn] Once withdrawn it is over, and the unit never hears of it. Send a few words to add, or just confirm.
        [dispatched] It goes to { $unit }, whose term begins now. Said last: { $last }
        [transfer_asked] Write why it is not yours, and whose it is. The office decides; { $left } left to ask. Your term goes on meanwhile.
        [transfer_refused] It stays with the unit, whose term does not change. Said last: { $last }
        [unit_contested] That it is true can be contested once, before a second verifier, whose word is final.
        [observer_contested] It can be contested once, before a second verifier, whose word is final.
        [closure_contested] It should have been fixed and was not? It can be contested once, before a second verifier.
        [sustained] You are the second verifier: what was decided stands, and is final. Said last: { $last }
        [accepted] Once you accept, it is over; it does not count as fixed.
        [still_fixed] Is it still fixed? Send a few words to add, or just confirm.
        [reopened] It is back? This can be said once; the unit has to go on. Your words go to the unit: no names, please.
        [ordered] The unit has to go on, with a term that begins now. Said last: { $last }
       *[other] The office ends it; it does not count as fixed, and both sides are told why. Said last: { $last }
    }
    { $needs ->
        [1] Please write the reason.
       *[other] { "" }
    }
observation-deed-done = { $deed ->
        [withdrawn] { $receipt } is withdrawn, and over.
        [dispatched] 📨 { $receipt } is handed to { $unit }{ $due }.
        [transfer_asked] ↪️ The office decides whether { $receipt } goes to another unit; you hear the result.
        [transfer_refused] { $receipt } stays with { $unit }{ $due }.
        [accepted] { $receipt } is over: { $state }.
        [still_fixed] ✅ { $receipt }: still fixed. Thank you!
        [reopened] 🔁 { $receipt } is back with the unit{ $due }.
       *[other] ⚖️ { $receipt }: { $state }{ $due }.
    }
observation-needs-words = Please write the reason.
observation-not-yours = This step of { $receipt } is not yours to take.
observation-moved-on = { $receipt } has moved on; nothing was changed. Now: { $state }.
observation-used-up = { $receipt }: { $deed ->
        [transfer_asked] a transfer has been asked for twice, which is the most; please act and answer.
       *[other] this can be done once, and was; the result is final.
    }
observation-until = , due { $due }
observation-went-elsewhere = ↪️ { $receipt } is with another unit now, and yours no more.
observation-progress = { $then }
observation-to-joined = 🙋 An observation you joined has moved on
    { $then }
observation-assigned-to-you = 👁 <b>{ $receipt } is yours to verify</b>
    { $unit } · { $category }{ $due }
observation-to-office = { $event ->
        [filed] 👁 <b>New observation { $receipt }</b>
        [withdrawn] ↩️ <b>{ $receipt } was withdrawn by its observer</b>
        [transfer_asked] ↪️ <b>{ $receipt }: the unit says it is not theirs</b>
        [unit_contested] ⚖️ <b>{ $receipt } is contested by the unit; you are the second verifier</b>
        [observer_contested] ⚖️ <b>{ $receipt }: its observer contests “not true”; you are the second verifier</b>
        [closure_contested] ⚖️ <b>{ $receipt }: its observer contests the closing; you are the second verifier</b>
        [partly_fixed] ◐ <b>{ $receipt }: only partly fixed, says the observer</b>
        [reopened] 🔁 <b>{ $receipt }: it is back, says the observer</b>
       *[other] ↩️ <b>{ $receipt }: not fixed, says the observer</b>
    }
    { $unit } · { $category }{ $joined ->
        [0] { "" }
        [one] , joined by 1
       *[other] , joined by { $joined }
    }
    In words: { $said }
    { $state ->
        [filed] Please verify it{ $due }
        [stuck] It went back several times; please decide{ $due }
        [transferring] Please decide whether it goes to another unit{ $due }
        [withdrawn] There is nothing left to verify
        [not_fixed] It is back with the unit{ $due }
        [partly] It is back with the unit{ $due }
       *[other] Please decide{ $due }
    }
observation-to-unit = { $event ->
        [dispatched] 📨 <b>Observation { $receipt }</b>: { $unit } · { $category }
            What was seen: { $seen }
            What was found: { $findings }

            Please answer what has been done{ $due }.
        [transfer_refused] ✋ <b>{ $receipt } stays with { $unit }</b>
            The office says: { $said }
            Please answer what has been done; the term stays as it is{ $due }.
        [sustained] ⚖️ <b>{ $receipt }: the second verifier lets it stand</b>
            Reason: { $said }
            { $state ->
                [dispatched] Please answer what has been done{ $due }.
               *[other] It is closed, not fixed.
            }
        [refuted] ⚖️ <b>{ $receipt }: the second verifier finds it not true</b>
            Reason: { $said }
            It is over and does not count.
        [closure_contested] ⚖️ <b>{ $receipt }: the observer contests the closing</b>
            Reason: { $said }
            A second verifier decides; you hear the result.
        [fixed] ✅ <b>{ $receipt }: fixed, says the observer</b>
            Unit: { $unit }
            The observer says: { $said }
        [partly_fixed] ◐ <b>{ $receipt }: only partly fixed, says the observer</b>
            Unit: { $unit }
            The observer says: { $said }
            { $state ->
                [stuck] It went back several times; the office decides.
               *[other] Please go on and answer{ $due }.
            }
        [not_fixed] ↩️ <b>{ $receipt }: not fixed, says the observer</b>
            Unit: { $unit }
            The observer says: { $said }
            { $state ->
                [stuck] It went back several times; the office decides.
               *[other] Please go on, and answer again{ $due }.
            }
        [reopened] 🔁 <b>{ $receipt }: it is back</b>
            Unit: { $unit }
            The observer says: { $said }
            Please go on and answer{ $due }.
        [ordered] ↩️ <b>{ $receipt }: the unit has to go on</b>
            Reason: { $said }
            Please act and answer{ $due }.
        [still_fixed] ✅ <b>{ $receipt }: still fixed, says the observer</b>
            The observer says: { $said }
        [accepted] <b>{ $receipt }: the observer accepts the closing</b>
            It is closed, not fixed.
       *[other] <b>{ $receipt } is over</b>
            { $state ->
                [resolved] The observer had said it was fixed, and nothing new came at the follow-up.
                [unconfirmed] The observer did not look again; it ends with the unit's answer and does not count as fixed.
                [closed] It is closed, not fixed.
                [dismissed] It was not true and does not count.
                [revisit] The observer is asked again.
               *[other] { "" }
            }
            In words: { $said }
    }
observation-to-observer = { $event ->
        [withdrawn] ↩️ <b>{ $receipt } is withdrawn</b>
            Unit: { $unit } · { $category }
        [verified] ✅ <b>{ $receipt } is verified</b>
            What was reported about { $unit } ({ $category }) is true, and is handed over.
        [refuted] <b>{ $receipt } was found not to be true</b>
            Unit: { $unit } · { $category }
            Reason: { $said }
            { $state ->
                [refuted] It does not go to the unit and does not count. If you disagree, you may contest it once before a second verifier{ $due }.
               *[other] This is the second verifier's final word; it does not count.
            }
        [dispatched] ✅ <b>{ $receipt } is verified and handed to { $unit }</b>
            It is true ({ $category }), and the unit has to answer{ $due }. You are then asked whether it is really fixed.
        [answered] 💬 <b>{ $receipt }: { $unit } has answered</b>
            The unit says: { $said }{ $files ->
                [0] { "" }
                [one] { " " }(1 attachment, see the details)
               *[other] { " " }({ $files } attachments, see the details)
            }

            This is the unit's word. Please look again: is it really fixed? { $category }{ $due }
        [partly_answered] ◐ <b>{ $receipt }: partly done, says { $unit }</b>
            The unit says: { $said }
            It goes on ({ $category }){ $due }.
        [declined] ⛔ <b>{ $receipt }: closed by { $unit }, not fixed</b>
            The unit says: { $said }
            Closed does not mean fixed ({ $category }). You may accept it, or contest it once before a second verifier{ $due }.
        [transfer_asked] ↪️ <b>{ $receipt }: { $unit } says it is not theirs</b>
            The unit says: { $said }
            The office decides ({ $category }){ $due }.
        [transfer_refused] ✋ <b>{ $receipt } stays with { $unit }</b>
            The office says: { $said }
            { $category }{ $due }
        [unit_contested] ⚖️ <b>{ $receipt } is contested by { $unit }</b>
            The unit says: { $said }
            A second verifier decides, and you hear the result ({ $category }){ $due }.
        [observer_contested] ⚖️ <b>{ $receipt } is contested</b>
            { $unit } · { $category }: a second verifier decides{ $due }.
        [closure_contested] ⚖️ <b>{ $receipt }: its closing is contested</b>
            { $unit } · { $category }: a second verifier decides{ $due }.
        [sustained] ⚖️ <b>{ $receipt }: the second verifier lets it stand</b>
            { $unit } · { $category }
            Reason: { $said }
            { $state ->
                [dispatched] It is true, and the unit has to answer{ $due }.
                [dismissed] It was not true; it is over and does not count.
               *[other] It is closed, not fixed.
            }
        [fixed] ✅ <b>{ $receipt }: fixed, says the observer</b>
            { $unit } · { $category }
        [partly_fixed] ◐ <b>{ $receipt }: only partly fixed, says the observer</b>
            { $unit } · { $category }{ $due }
        [not_fixed] ↩️ <b>{ $receipt }: not fixed, says the observer</b>
            { $unit } · { $category }{ $due }
        [accepted] <b>{ $receipt } is over, and does not count as fixed</b>
            { $unit } · { $category }
        [still_fixed] ✅ <b>{ $receipt }: still fixed, says the observer</b>
            { $unit } · { $category }
        [reopened] 🔁 <b>{ $receipt }: it is back, and with the unit again</b>
            { $unit } · { $category }{ $due }
        [ordered] ↩️ <b>{ $receipt }: { $unit } has to go on</b>
            Reason: { $said }
            The unit has to answer ({ $category }){ $due }.
        [asked_again] 🔁 <b>{ $receipt }: is it still fixed?</b>
            { $unit } · { $category }
            Some weeks ago you said it was fixed. Please look once more: still fixed, or is it back{ $due }?
       *[other] <b>{ $receipt } is over</b>
            { $unit } · { $category }
            { $state ->
                [resolved] You had said it was fixed, and nothing new came at the follow-up.
                [unconfirmed] Nobody looked again; it ends with the unit's answer and does not count as fixed.
                [dismissed] It was not true, nobody contested it, and it does not count.
               *[other] It is closed, not fixed.
            }
            In words: { $said }
    }
observation-reminder = ⏰ <b>{ $receipt }: { $unit }</b>, { $state }
    { $late ->
        [1] It was due { $due }; please act soon.
       *[other] It is due { $due }.
    }{ $alone ->
        [1] { " " }Nobody of the side it waits for can be reached; the office is to see to it.
       *[other] { "" }
    }
observation-answer = { $question }: { $answer }
observation-beside = Joined by: { $joined }{ $has_assigned ->
        [1] . Verifier: { $assigned }
       *[other] { "" }
    }{ $hidden ->
        [0] { "" }
       *[other] . Hidden parts: { $hidden }
    }{ $alone ->
        [1] . ⚠️ Nobody of the side it waits for can be reached
       *[other] { "" }
    }
todo-observation = { $alone ->
        [1] ⚠️ { $receipt } ({ $unit }) waits for a side nobody can reach: { $state ->
            [dispatched] the unit's answer
            [partly] the rest of the unit's answer
            [not_fixed] the unit's next answer
            [answered] the observer's look
            [declined] the observer's word
            [refuted] the observer's word
            [revisit] the observer's follow-up
           *[other] nobody may verify it
        }
       *[other] { $state ->
            [filed] 👁 Verify { $receipt } ({ $unit })
            [verified] 📨 Hand over { $receipt } ({ $unit })
            [dispatched] 💬 Answer { $receipt } ({ $unit })
            [partly] 💬 Go on with { $receipt } ({ $unit })
            [not_fixed] 💬 Answer { $receipt } again ({ $unit })
            [transferring] ↪️ Decide whether { $receipt } ({ $unit }) goes elsewhere
            [unit_contests] ⚖️ Decide on { $receipt }: contested by { $unit }
            [observer_contests] ⚖️ Decide on { $receipt } ({ $unit }): contested by its observer
            [closure_contested] ⚖️ Decide on { $receipt } ({ $unit }): its closing is contested
            [answered] 🔁 Look again at { $receipt }: { $unit } says it is dealt with; is it fixed
            [declined] ⛔ { $receipt }: closed by { $unit }, not fixed; accept or contest
            [refuted] 🚫 { $receipt } ({ $unit }) was found not true; accept or contest
            [revisit] 🔁 { $receipt } ({ $unit }): is it still fixed
           *[stuck] ⏹ { $receipt } ({ $unit }) went back several times; decide
        }
    }{ $due }
act-observation-filed = reported an observation
act-observation-joined = joined an observation
act-observation-assigned = assigned a verifier
act-observation-verified = verified an observation
act-observation-refuted = refuted an observation
act-observation-withdrawn = withdrew an observation
act-observation-dispatched = handed an observation over
act-observation-answered = answered an observation
act-observation-partly_answered = answered an observation in part
act-observation-declined = closed an observation, not fixed
act-observation-transfer_asked = asked to transfer an observation
act-observation-transfer_refused = refused a transfer
act-observation-unit_contested = contested a verification
act-observation-observer_contested = contested a refutation
act-observation-closure_contested = contested a closing
act-observation-sustained = let a verdict stand
act-observation-fixed = confirmed as fixed
act-observation-partly_fixed = reported as partly fixed
act-observation-not_fixed = reported as not fixed
act-observation-accepted = accepted the end of an observation
act-observation-still_fixed = confirmed as still fixed
act-observation-reopened = reported as back
act-observation-ordered = ordered a unit to go on
act-observation-ended = ended an observation
act-observation-lapsed = an observation's term ran out
act-observation-asked_again = asked an observer again
