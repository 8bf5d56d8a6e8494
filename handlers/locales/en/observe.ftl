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
observation-category = { $code ->
    [sanitation] Cleanliness
    [service_desk] Service counters
    [works] Construction projects
    [illegal_building] Illegal building
    [hazard] Safety hazards
    [conduct] Conduct and efficiency
   *[other] Other
}
observation-state = { $state ->
    [filed] waiting to be verified
    [verified] verified, waiting for the unit's answer
    [refuted] found not to be true, does not count
    [answered] dealt with, says the unit; the observer is to look again
    [fixed] fixed, says the observer
   *[not_fixed] not fixed, says the observer; the unit is to answer again
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
    } from the last 14 days.
    { $lines }

    There is a similar one already; submit all the same? If it is the same matter, there is no need.
observe-alike-line = • { $at }, { $state }
    { "  " }{ $text }
observe-anyway = 📤 Submit all the same
observe-another = 👁 Report another
observe-receipt = ✅ Received as <b>{ $receipt }</b>
    { $unit } · { $category }

    Next: the performance office verifies it by { $due } and you hear the result. Then the unit has to act; it is told neither your name nor your observation point.
observe-empty = There is nothing in it yet. Please send at least a text, a photo or a voice message.
observe-not-yours = Only observers report observations.
observe-not-your-point = This is not your observation point; please start again.
observe-unit-gone = This unit is not among the assessed ones at present; please choose again.
observation-gone = There is no such observation, or it is not yours to see.
# --- verifying
observation-new = 👁 <b>New observation { $receipt }</b>
    { $unit } · { $category }
    Please verify it by { $due }.
verify-findings = <b>Verifying { $receipt }</b>: { $unit } · { $category }
    The observer's text: { $said }

    { $speaks ->
        [1] The text and the photos go to the unit; voice, name and observation point do not. Write what was found on the spot (it goes to the unit too), or hand it over at once.
       *[other] This observation has no text, and a voice is not passed on. Write what was found on the spot; it goes to the unit.
    }
verify-at-once = ✅ True, hand it over
verify-needs-findings = This observation has no text; please write what was found before handing it over.
verify-done = ✅ { $receipt } is verified and handed to { $unit }, to be answered by { $due }.
verify-not-yours = You may not verify this one: the office verifies, and nobody verifies their own report or one about their own unit.
observation-decided = { $receipt } has been decided already; nothing was changed.
observation-verified = ✅ <b>{ $receipt } is verified</b>
    What you reported about { $unit } is true and has been handed over; the unit has to answer by { $due }. You are then asked whether it is really fixed.
refute-reason = <b>Not true: { $receipt }</b>, { $unit } · { $category }
    The observer's text: { $said }

    Write the reason; the observer is told. The unit does not hear of this observation.
refute-needs-reason = Please write why it is not true.
refute-done = { $receipt } is recorded as not true and the observer has been told why. It does not count.
observation-refuted = <b>{ $receipt } was found not to be true</b>
    Unit: { $unit }
    Reason: { $reason }
    It ends here: it does not go to the unit and does not count.
# --- the unit's answer
observation-handed-over = 📨 <b>Observation { $receipt }</b>: { $unit } · { $category }
    What was seen: { $said }
    What was found: { $findings }

    Please answer by { $due } what has been done.
answer-observation-content = <b>Answering { $receipt }</b>: { $category }
    Due: { $due }
    { $gathered }

    { $ready ->
        [1] You may add text, photos or files; when it is complete, submit it with the button below.
       *[other] Please write what has been done; photos or files may go with it.
    }
answer-observation-submit = 📤 Submit the answer
answer-observation-empty = Please write what has been done before submitting.
answer-observation-not-yours = Only a contact of the observed unit may answer.
answer-observation-done = 📤 The observer has your answer to { $receipt }. It is the unit's word, and does not yet mean fixed; you hear what the observer finds.
observation-not-with-unit = { $receipt } does not wait for the unit's answer at present; nothing was changed.
observation-answered = 💬 <b>{ $receipt }: { $unit } has answered</b>
    The unit says: { $said }{ $files ->
        [0] { "" }
        [one] { " " }(1 attachment, see the details)
       *[other] { " " }({ $files } attachments, see the details)
    }

    This is the unit's word. Please look again: is it really fixed?
# --- fixed or not
confirm-fixed = <b>{ $receipt }: { $unit }</b>
    You have seen that it is fixed? Send a few words to add, or just confirm.
confirm-fixed-yes = ✅ Yes, fixed
confirm-not-fixed = <b>{ $receipt }: { $unit }</b>
    You have seen that it is not fixed? Send what is missing, or just confirm. Your words go to the unit: no names, please.
confirm-fixed-no = ❌ No, not fixed
confirm-fixed-done = ✅ Recorded: you say that { $receipt } is fixed, and the unit has been told. Thank you!
confirm-not-fixed-done = Recorded: { $receipt } is not fixed and is back with the unit, which has to answer again by { $due }. The office knows.
observation-not-answered = { $receipt } does not wait for you to look again at present; nothing was changed.
observation-fixed = ✅ <b>{ $receipt }: fixed, says the observer</b>
    Unit: { $unit }
    The observer says: { $said }
observation-back-to-unit = ↩️ <b>{ $receipt }: not fixed, says the observer</b>
    Unit: { $unit }
    The observer says: { $said }
    Please go on, and answer again by { $due }.
observation-not-fixed = ↩️ <b>{ $receipt }: not fixed, says the observer</b>
    Unit: { $unit }
    The observer says: { $said }
    The unit had answered; it is back there now, to be answered again by { $due }.
# --- one and many
observation = <b>{ $receipt }: { $category }</b>
    Observed unit: { $unit }
    State: { $state }{ $due }
    Reported: { $at }{ $point }
    What was seen: { $said }

    { $events }
observation-point = , at { $point }
observation-due = { " " }({ $who ->
        [office] the office verifies by { $due }
       *[unit] the unit answers by { $due }
    })
observation-event = { $event ->
        [verified] ✅ { $at }: verified by the office, handed to the unit
        [refuted] 🚫 { $at }: found not to be true
        [answered] 💬 { $at }: the unit answered
        [fixed] ✅ { $at }: fixed, says the observer
       *[not_fixed] ↩️ { $at }: not fixed, says the observer; back to the unit
    }{ $said }
observation-event-said = : { $text }
observation-file = { $receipt }: { $side ->
        [unit] from the unit
       *[observer] from the observation
    } { $number }/{ $of }
observations = <b>{ $filter ->
        [filed] To be verified
        [with_unit] Waiting for the unit's answer
        [answered] Waiting for the observer to look again
        [overdue] Overdue
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
        [filed] Nothing waits to be verified.
        [with_unit] Nothing waits for a unit's answer.
        [answered] Nothing waits for an observer to look again.
        [overdue] Nothing is overdue.
       *[all] There are no observations at present.
    }
observations-line = { $late ->
        [1] 🔴
       *[other] •
    } { $receipt }: { $unit } · { $category }
    { "  " }{ $state }; reported { $at }
observations-filter = { $filter ->
        [filed] To verify
        [with_unit] With the unit
        [answered] To look again
        [overdue] 🔴 Overdue
       *[all] All
    }
observations-previous = ◀ Previous
observations-next = Next ▶
# --- the list of what waits
todo-verify-observation = 👁 Verify { $receipt } ({ $unit }) by { $due }
todo-answer-observation = 💬 Answer { $receipt } ({ $unit }) by { $due }
todo-confirm-fixed = 🔁 { $receipt }: { $unit } says it is dealt with; is it really fixed?
act-observation-filed = reported an observation
act-observation-verified = verified an observation
act-observation-refuted = found an observation not so
act-observation-answered = answered an observation
act-observation-fixed = confirmed that an observation is fixed
act-observation-not_fixed = said that an observation is not fixed
