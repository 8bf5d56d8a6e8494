# What a unit is led through step by step (整改 and its like): card, list, reminders, each deed.
help-rectifications = Rectifications: where each stands and who is awaited, the red list, this year’s check list
help-issue-rectification = Ask a unit to put something right
errand-issue-rectification = issue a rectification
errand-answer-matter = a step in a matter
menu-rectifications = 🛠 Rectifications
button-matter = 🔎 { $name }
button-look = 🔎 Look
button-go-on = Go on ▶
button-issue = 🛠 Issue a rectification
button-matters = { $course ->
        [instruction] ✒️ All instructions
        [finding] 🔍 All findings
   *[rectification] 🛠 All rectifications
    }
matter-name = { $course ->
        [instruction] Instruction { $number }
        [finding] Finding { $number }
   *[rectification] Rectification { $number }
    }
matter-card = 🛠 <b>{ $name } · { $unit }</b>: { $state }{ $due }
    { $title }
    { $details }{ $files ->
        [0] { "" }
       *[other] { "" }
        📎 Files: { $files }
    }

    { $events }
matter-state = { $state ->
        [finding-filed] the unit is to answer
        [finding-answered] to be decided
        [finding-confirmed] confirmed
        [finding-dropped] dropped
        [finding-retracted] taken back by the inspector
        [instruction-given] to be signed for
        [instruction-working] in hand
        [instruction-back] sent back; to be continued
        [instruction-reported] reported done; the leader is to say
        [instruction-accepted] done
        [instruction-turned] turned into a rectification
        [instruction-withdrawn] taken back
        [rectification-issued] to be signed for
        [rectification-acknowledged] a plan is awaited
        [rectification-in_progress] in progress
        [rectification-returned] sent back by the check; to be continued
        [rectification-asked] said to be done; to be checked
        [rectification-checking] being checked
        [rectification-closed] closed; to be looked at again
        [rectification-recheck] to be looked at again
        [rectification-rechecking] being looked at again
        [rectification-held] still right on the second look; finished
       *[rectification-withdrawn] taken back
    }
matter-due = { "" }
    { $late ->
        [1] 🔴 Overdue since { $due }: waits for
        [2] ⏳ More time is asked for; was due { $due }: waits for
       *[other] ⏳ By { $due }: waits for
    } { $side ->
        [unit] the unit
        [addressee] the addressee
        [owner] its author
        [office] the office
        [independent] the office (not the one who issued it)
       *[checker] the checker who was named
    }{ $alone ->
        [1] { " " }(nobody there can be reached; the office looks after it)
       *[other] { "" }
    }
matter-next = { "" }
    🔁 Looked at again on { $at }
matter-until = { " " }({ $late ->
        [1] 🔴 overdue
        [2] more time asked for
       *[other] by { $due }
    })
matter-by = { " " }({ $name })
matter-said = : { $text }
matter-event = • { $at } · { $side ->
        [unit] the unit
        [addressee] the addressee
        [owner] its author
        [office] the office
        [independent] the checker
        [checker] the checker
       *[clock] the clock
    }{ $who } { $kind ->
        [open] gave it
        [answer] answered
        [silence] passed it on: no answer came in time
        [confirm] confirmed it
        [change] confirmed it with another deduction
        [drop] dropped it
        [retract] took it back
        [report] reported it done
        [accept] accepted it as done
        [put_off] gave more time
        [turn] turned it into a rectification
        [sign] signed for it
        [plan] sent the plan
        [progress] reported progress
        [ask] asked to close it
        [replan] asked for another plan
        [assign] named a checker
        [close] checked and closed it
        [send_back] sent it back
        [look] looks again early
        [hold] found it still right
        [reopen] found it wrong again and reopened it
        [withdraw] took it back
        [unchecked] took the check back to the office: nobody checked in time
        [look_due] says it is time to look again
        [overdue] 🔴 noted that it is overdue
        [press] asked again
        [respite_asked] asked for more time
        [respite_granted] granted more time
        [respite_shortened] granted more time, shorter than asked
        [respite_refused] refused more time
        [respite_withdrawn] took the request for time back
       *[carried] put it on the check list of the year
    }{ $said }
matter-do = { $deed ->
        [sign] ✍️ Sign for it
        [answer] 💬 Answer
        [confirm] ✅ Confirm as proposed
        [change] ✏️ Another deduction
        [drop] ✖️ Drop
        [retract] ↩️ Take back
        [report] 📤 Report it done
        [accept] ✅ Accept as done
        [press] ❓ Ask again
        [put_off] 🗓 More time
        [turn] 🛠 Make it a rectification
        [plan] 📝 Send the plan
        [progress] 📈 Report progress
        [ask] 📤 Ask to close
        [replan] ↩️ Ask for another plan
        [assign] 👁 Name an observer
        [close] ✅ It is right: close
        [send_back] ↩️ Send back
        [look] 🔁 Look again now
        [hold] ✅ Still right
        [reopen] 🔁 Wrong again: reopen
       *[withdraw] ✖️ Take back
    }
matter-done-toast = { $deed ->
        [sign] Signed for
        [accept] Accepted
       *[look] Now to be looked at again
    }
matter-files-button = 📎 Files ({ $count })
matter-file = { $name }, file { $number } of { $of } ({ $side ->
        [unit] from the unit
        [addressee] from the addressee
        [owner] from its author
        [office] from the office
       *[checker] from the checker
    })
matter-no-files = There are no files to look at
matter-spoken = 🎤 (spoken; see the file)
matter-gone = There is no such matter, or it is not yours to see. /todo shows what waits for you.
matter-moved-on = { $name } now stands at “{ $state }”. This step was taken before or no longer fits; nothing was recorded twice.
matter-not-yours = This step of { $name } is not yours to take.
matter-not-the-issuer = You issued { $name }, so somebody else must check it. Name an observer, or ask a colleague.
matter-needs-words = Please write a sentence or two, then submit.
matter-needs-file = To close it, send a photo or file of how it looks now, then submit.
matter-no-checker = This observer cannot check it. Please choose again.
matter-card-moved = { $name } has moved on: see the newer card below.
matter-reminder = ⏰ <b>{ $late ->
        [1] { $name } is overdue
       *[other] { $name } is due today
    }: { $unit }, { $state }</b>
    { $title }
    Due { $due }.{ $alone ->
        [1] { " " }Nobody on that side can be reached; the office looks after it.
       *[other] { "" }
    }
matter-reminder-over = ✅ { $name } has moved on; nothing left to do here.
todo-matter = 🛠 { $name } { $unit }: { $state }{ $due } · { $title }
answer-matter = { $card }

    <b>{ $deed ->
        [answer] Write how it was; photos and files are welcome.
        [drop] Write why it is dropped.
        [retract] Write why it is taken back.
        [press] What do you want to know? Write a line or send a voice message. Their time stays as it is.
        [report] Write what was done; photos and files are welcome.
        [plan] Send the plan: causes, measures, who is responsible, by when.
        [progress] Write how far it is; photos and files are welcome.
        [ask] Write what was done, and send a photo or file of how it looks now.
        [replan] Write what the plan lacks.
        [close] Write what you checked and that it is right.
        [send_back] Write why: what is not right yet.
        [hold] Write what you saw on the second look.
        [reopen] Write what is wrong again.
       *[withdraw] Write why it is taken back.
    }</b>
    { $gathered }{ $ready ->
        [1] { "" }
        Add more, or tap “Submit”.
       *[other] { $file ->
            [1] { "" }
            Both words and a file are needed before it can be submitted.
           *[other] { "" }
        }
    }
answer-matter-submit = 📤 Submit
answer-matter-done = { $deed ->
        [press] ✅ <b>{ $name }: asked again</b>
        [report] ✅ <b>{ $name } is reported done</b>
        [answer] ✅ <b>{ $name }: your answer is in</b>
        [drop] ✅ <b>{ $name } is dropped</b>
        [retract] ✅ <b>{ $name } is taken back</b>
        [plan] ✅ <b>{ $name }: the plan is sent</b>
        [progress] ✅ <b>{ $name }: progress is reported</b>
        [ask] ✅ <b>{ $name }: you asked to close it</b>
        [replan] ✅ <b>{ $name }: another plan is asked for</b>
        [close] ✅ <b>{ $name } is closed</b>
        [send_back] ✅ <b>{ $name } is sent back</b>
        [hold] ✅ <b>{ $name } is finished</b>
        [reopen] ✅ <b>{ $name } is open again</b>
       *[withdraw] ✅ <b>{ $name } is taken back</b>
    }
    Now: { $state }
assign-checker = <b>{ $name }: which observer checks it?</b>
    { $count ->
        [0] No observer may check this one (nobody of the unit, nor whoever issued it). Ask another member of the office or the committee.
       *[other] The unit is never told the observer’s name.
    }
matters = <b>{ $course ->
        [finding] Findings
        [instruction] Instructions
       *[rectification] Rectifications
    }, { $scope ->
        [late] overdue
        [carried] this year’s check list
        [closed] finished
       *[open] open
    } ({ $count })</b>{ $waiting ->
        [0] { "" }
       *[other] { " " }· waiting for you: { $waiting }
    }
    { $count ->
        [0] { $scope ->
            [late] Nothing is overdue.
            [carried] Nothing was carried over from earlier years.
            [closed] Nothing is finished yet.
           *[open] Nothing is open.
        }
       *[other] { $lines }
    }{ $pages ->
        [1] { "" }
       *[other] { "" }
        Page { $page } of { $pages }
    }
matters-scope = { $scope ->
        [late] 🔴 Overdue
        [carried] 📌 This year’s check list
        [closed] ✅ Finished
       *[open] ⏳ Open
    }
matter-line = { $mark ->
        [red] 🔴
        [yellow] 🟡
       *[none] •
    } { $name }{ $repeats ->
        [1] { "" } 🔁
       *[0] { "" }
    } <b>{ $unit }</b> { $title }
    { "  " }{ $state }{ $due }
# --- instructions
help-instructions = Leaders’ instructions: where each stands, what is overdue
help-instruct = Give an instruction: write or say one line, choose who and by when
errand-instruct = give an instruction
menu-instructions = ✒️ Instructions
button-instruct = ✒️ Instruct
instruction-about = To { $to } · by { $finish }{ $about }
instruction-desk = { $unit } (its contacts)
instruction-look = 📊 See what it is about
instruct-words = <b>An instruction{ $unit }</b>
    Write one line (up to { $most } characters), or send a voice message.
instruct-for = { " " }for { $unit }
instruct-to = <b>To whom?</b>
    { $gathered }{ $spoken ->
        [1] { "" }
        Type a line as well, if you like: it goes along with the voice message.
       *[0] { "" }
    }
instruct-desk = 🏢 { $unit }
instruct-leader = 👤 Leader in charge: { $name }
instruct-other = 🔎 Another unit
instruct-to-leader = { $name } (in charge of { $unit })
instruct-unit = <b>To which unit?</b>
    { $found ->
        [0] Tap one, or type its name.
       *[other] { $found } units fit; please choose.
    }
instruct-unit-unknown = “{ $text }” is no unit you may instruct. Type its name or short name.
instruct-nobody = That leader is no longer in charge of the unit; please choose again.
instruct-not-yours = Instructions are given by the committee and the leaders in charge; this unit is not in your charge.
instruct-due = <b>{ $to }: by when?</b>
    Tap, or type a day such as <code>31 Dec</code>.
instruct-yes = ✅ Give it
put-off = <b>{ $name }: until when?</b>
    It was due { $finish }
put-off-not-later = { $day } is not later than before; please choose another day.
instruction-turned = Now rectification { $number }
instructions-of-month = ✒️ <b>Your instructions not yet closed: { $count }</b>
    { $lines }
act-instruction-given = instruction given
act-instruction-overdue = instruction overdue
act-instruction-sign = instruction signed for
act-instruction-progress = progress of an instruction
act-instruction-press = instruction: asked again
act-instruction-report = instruction reported done
act-instruction-accept = instruction accepted as done
act-instruction-send_back = instruction sent back
act-instruction-put_off = more time for an instruction
act-instruction-turn = instruction made a rectification
act-instruction-withdraw = instruction taken back
# --- special inspections
help-inspections = Special inspections: which units, what was found, what was decided
errand-open-inspection = open a special inspection
errand-file-finding = file a finding
menu-inspections = 🔍 Inspections
menu-findings = 🔍 Findings
button-open-inspection = ➕ Open an inspection
button-file-finding = 📝 File a finding
button-report-inspection = 📄 Report
inspections = <b>Special inspections ({ $count })</b>
    { $count ->
        [0] There is none you may see whole. What was found at your unit is below.
       *[other] Tap one.
    }
inspection = <b>Special inspection: { $theme }</b> · { $state ->
        [open] open until { $until }
       *[reported] reported
    }
    Units: { $units }
    Inspectors: { $inspectors }
    Findings: { $count }
    { $lines }
inspection-theme = <b>What is inspected?</b>
    Type the theme, such as <code>Dust on building sites</code>.
inspection-units = <b>Which units? (chosen: { $count })</b>
    { $units }
    Tap a category for all of it, or type one unit at a time.
inspection-all = All of { $category }
inspection-unit-unclear = { $count ->
        [0] “{ $text }” is no unit. Type its name or short name.
       *[other] “{ $text }” fits { $count } units; type the whole name.
    }
inspection-me = 👤 Myself
inspection-until = <b>Until when?</b>
    Tap, or type a day.
inspection-confirm = <b>Special inspection: { $theme }</b>
    Units ({ $count }): { $units }
    Inspectors: { $names }
    Until { $until }

    Open it?
inspection-yes = ✅ Open it
inspection-opened = ✅ <b>The inspection “{ $theme }” is open</b>
    It stands on its inspectors’ lists.
inspection-gone = There is no such inspection, or it is not yours to see.
inspection-over = The inspection “{ $theme }” is over or reported; nothing more can be filed.
inspection-not-inspector = Only the inspectors of this inspection file findings.
inspection-not-this-unit = { $unit } is not part of this inspection, or you are of that unit.
inspection-not-whole = A theme, units and inspectors are all needed.
inspection-undecided = Undecided findings: { $count } (such as { $name }). Decide them first.
inspection-release = 📣 Release
inspection-released = ✅ <b>The report on “{ $theme }” is released</b>
finding-line = • { $name } <b>{ $unit }</b> { $category } ({ $severity ->
        [minor] minor
        [serious] serious
       *[grave] grave
    }): { $title } · { $state }
finding-about = Inspection “{ $theme }” · { $category } ({ $severity ->
        [minor] minor
        [serious] serious
       *[grave] grave
    }) · proposed deduction: { $item }{ $decided }
finding-unit = <b>{ $theme }: which unit?</b>
finding-words = <b>{ $unit }: what was found?</b>
    Write the facts (up to { $most } characters); add photos or files.
    { $gathered }
finding-how-bad = <b>How bad is it?</b>
finding-severity = { $severity ->
        [minor] Minor
        [serious] Serious
       *[grave] Grave
    }
finding-item = <b>Under which item should points be taken?</b>
    It reaches the ledger only once the office has confirmed it.
finding-no-points = no points
finding-confirm = <b>{ $unit } · { $category } ({ $severity ->
        [minor] minor
        [serious] serious
       *[grave] grave
    })</b>
    { $gathered }
    Proposed deduction: { $item }

    The unit answers first, then the office decides.
finding-yes = ✅ Submit
finding-done = ✅ <b>{ $name } is filed</b>; { $unit } answers by { $due }.
finding-change = <b>{ $name }: under which item instead?</b>
todo-inspect = 🔍 Inspection “{ $theme }”: file what you find, until { $until }
todo-inspection-report = 📄 Inspection “{ $theme }” is over: release its report
belonging-inspections = • inspections under way: { $count }
act-inspection-opened = inspection opened
act-inspection-reported = inspection reported
act-finding-filed = finding filed
act-finding-answer = finding answered
act-finding-silence = finding not answered in time
act-finding-confirm = finding confirmed
act-finding-change = finding confirmed with another deduction
act-finding-drop = finding dropped
act-finding-retract = finding taken back
# --- rectifications
rectification-category = { $category ->
        [indicator] Weak indicator
        [sanitation] Sanitation
        [service_desk] Service desks
        [works] Works
        [illegal_building] Illegal building
        [hazard] Safety hazard
        [conduct] Conduct
       *[other] Other
    }
rectification-of = { " " }{ $code } { $name }
rectification-about = { $category ->
        [indicator] Weak indicator
        [sanitation] Sanitation
        [service_desk] Service desks
        [works] Works
        [illegal_building] Illegal building
        [hazard] Safety hazard
        [conduct] Conduct
       *[other] Other
    }{ $indicator } · because of { $source ->
        [finding] a special inspection
        [instruction] a leader’s instruction
        [observation] an observation
        [indicator] an indicator’s score
       *[office] the office
    } · finish by { $finish }
rectification-repeats = 🔁 A repeat: the same weakness as rectification { $number }
rectification-carried = 📌 Issued in { $year }; on this year’s check list
rectification-mark = { $card ->
        [red] 🔴 Red card: overdue for long, or again
       *[yellow] 🟡 Yellow card: overdue
    }
matter-late = 🟡 <b>{ $unit }: { $name } is overdue ({ $state })</b>
    { $title }
    It was due { $due }.
rectification-office-only = Rectifications are issued by the office, and by nobody of the unit itself.
rectification-finish-past = That day has passed; please choose another.
rectification-there = Rectification { $number } was issued for this before; no second one was issued.
rectification-not-verified = This observation is not verified, or was refuted: nothing can be issued because of it.
issue-unit = <b>Issue a rectification: to which unit?</b>
    { $found ->
        [0] Tap a town, or type a unit’s name.
       *[other] { $found } units fit; please choose.
    }
issue-unit-unknown = “{ $text }” is no unit. Type its name or short name.
issue-category = <b>{ $unit }: what kind of weakness?</b>
issue-words = <b>{ $unit } · { $category }: what is to be put right?</b>
    Write what is wrong and what you ask for (up to { $most } characters); photos and files are welcome.
    { $gathered }
issue-too-long = Up to { $most } characters; what is beyond was not kept.
issue-term = <b>{ $unit }: by when must it be right?</b>
    Tap a day, or type one such as <code>31 Dec</code>.
issue-day = { $day }
issue-not-a-day = “{ $text }” is no day I understand. Type one such as 31 Dec.
issue-day-wrong = { $day } will not do: it must be after today and within two years.
issue-confirm = <b>To { $unit }: { $category }</b>
    { $gathered }
    Finish by { $finish }
    To be signed for in two working days, a plan in ten, progress every month.

    Issue it?
issue-yes = ✅ Issue it
issue-done = ✅ <b>Rectification { $number } is issued to { $unit }</b>, to be signed for by { $due }.
act-rectification-issued = rectification issued
act-rectification-overdue = rectification overdue
act-rectification-sign = rectification signed for
act-rectification-plan = plan of a rectification
act-rectification-progress = progress of a rectification
act-rectification-ask = asked to close a rectification
act-rectification-replan = another plan asked for
act-rectification-assign = checker named
act-rectification-close = rectification closed
act-rectification-send_back = rectification sent back
act-rectification-look = looked at again early
act-rectification-hold = still right on the second look
act-rectification-reopen = rectification reopened
act-rectification-withdraw = rectification taken back
act-rectification-unchecked = not checked in time
act-rectification-look_due = second look due
belonging-matters = • matters that are open: { $count }
belonging-checks = • { $count ->
        [one] 1 rectification to check
       *[other] { $count } rectifications to check
    }
