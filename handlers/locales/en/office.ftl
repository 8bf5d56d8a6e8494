# The office's desk.
help-office = The office’s desk: late, waiting, odd, freeze, release
help-late = Who is late or missing
help-odd = Odd figures of the month and their reasons
help-undelivered = Messages that did not arrive
help-audit = The last acts, and whether their chain is whole
help-invite = Invite somebody
help-people = People: joined, unreachable, revoke, deputies
help-revoke = Take all roles from somebody
help-deputy = Name a deputy
errand-invite = inviting somebody
errand-revoke = letting somebody go
errand-deputy = naming a deputy
menu-office = 🏛 Office desk
menu-audit = 🧾 Journal
button-office = 🏛 Desk
office = <b>Office desk: { $period }</b>
    { $due } due: { $on_time } on time, { $late } late, { $missing } missing, { $open } not due yet
    { $waiting } waiting for review, { $odd } odd figures
    { $queued } messages queued, { $unknown } in doubt, { $failed } undelivered
    Freeze: { $freeze }
office-late = ⏰ Late or missing ({ $count })
office-review = 🔍 To review ({ $count })
office-odd = ❗Odd ({ $count })
office-undelivered = 📭 Undelivered ({ $count })
office-freeze = ❄️ Freeze
office-release = 📣 Preview and release
office-reopen = 🔓 Reopen
office-observations = 👁 Observations
office-invite = 📨 Invite
office-people = 👥 People
office-audit = 🧾 Journal
office-late-list = <b>Late and missing: { $period } ({ $count })</b>
    { $count ->
        [0] Nobody is late.
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
office-late-line = { $state ->
        [missing] 🔴 missing
       *[late] 🟡 { $days } working days late
    } { $monitor }: { $code } { $indicator }, due { $due }
office-review-list = <b>To review: { $period } ({ $count })</b>
    { $count ->
        [0] Nothing waits for review.
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
office-review-line = • { $monitor }: { $indicator }, filed { $at }
office-odd-list = <b>Odd figures: { $period } ({ $count })</b>
    { $count ->
        [0] No figure looks odd.
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
office-odd-line = • { $unit }, { $indicator } <b>{ $answer }</b>
    { $kinds }
    Reason: { $reason }
office-undelivered-list = <b>Undelivered messages ({ $count })</b>
    { $count ->
        [0] Everything arrived.
       *[other] { $lines }
    }
    “In doubt” means the sending was cut off and they may have it; tap a number to send it again if it matters.
office-undelivered-line = { $number }. { $name }: { $first } ({ $state ->
        [unknown] in doubt
       *[failed] undelivered
    }, { $at })
office-send-again = ↻ { $number }
office-sent-again = ✅ It will be sent again.
office-settled-already = This has been settled.
office-set-aside-list = <b>Messages that broke ({ $count })</b>
    { $lines }
office-set-aside-line = • { $reference } { $at } { $error }
audit = <b>Last acts</b> { $whole ->
        [1] ✅ the chain is whole
       *[other] ⛔ the chain breaks at entry { $broken }; please look into it at once
    }
    { $lines }
audit-line = • { $at } { $who } { $act } { $subject }
todo-access = 🙋 { $count ->
        [one] one person asks to join
       *[other] { $count } people ask to join
    }
todo-unknown = 📭 { $count ->
        [one] one message is in doubt
       *[other] { $count } messages are in doubt
    }
todo-set-aside = ⚠️ { $count ->
        [one] one message broke
       *[other] { $count } messages broke
    }
todo-release = 📣 { $period } is frozen and waits for preview and release
access-list = <b>Asking to join ({ $count })</b>
    { $lines }
access-line = • { $name }: { $said } ({ $at })
access-invite-one = 📨 Invite { $name }
access-declined = Declined
channel-used = ✅ “{ $title }” is used for publishing.
invite-name = Whom do you invite? Please send the name.
invite-role = What is <b>{ $name }</b> to be?
role-name-reporter = Reporter
role-name-reviewer = Reviewer
role-name-contact = Unit contact
role-name-observer = Observer
role-name-leader = Leader
role-name-committee = Committee
role-name-office = Office
role-name-auditor = Auditor (read only)
invite-place = { $kind ->
        [observer] At which observation point?
       *[other] In which unit? Tap one, or send its name.
    }
invite-place-unknown = “{ $text }” was not recognised, or several fit.
invite-check = Invite <b>{ $name }</b> as { $role }?
invite-send = ✅ Make the invitation
invite-link = 📨 <b>Invitation for { $name }</b>, good until { $until }, for one use. Please pass on the link or the picture:
    { $url }
invite-picture = Invitation for { $name }, good until { $until }
people = <b>{ $count } people, { $joined } joined, { $absent } not yet</b>
    { $lost ->
        [0] Everybody can be reached.
       *[other] { $lost } cannot be reached:
        { $unreachable }
    }
    To find somebody: <code>/people name or unit</code>
people-line = • { $name } { $title }
people-found = “{ $text }”: { $count } found
people-pick = { $name } { $title }
people-absent-button = 🕗 Not joined ({ $count })
people-deputy-button = 🤝 Name a deputy
people-absent = <b>Not joined ({ $count })</b>, { $since }–{ $until }. Tap one to make an invitation.
page-before = ◀ Before
page-after = After ▶
person = <b>{ $name }</b> { $title }
    { $held ->
        [0] no role
       *[other] { $roles }
    }{ $follows }
    { $state ->
        [absent] not joined
        [lost] cannot be reached (blocked the bot, or left Telegram)
       *[joined] joined
    }
person-invite = 📨 New invitation
person-revoke = 🚫 Revoke
person-deputy = 🤝 Deputy
person-ask = Who is leaving? Please send the name.
person-not-one = “{ $text }” fits { $count } people; please send the full name.
revoke-sure = Take all roles from <b>{ $name }</b> ({ $title })? Messages to them stop at once; records stay.
revoke-go = 🚫 Yes, revoke
revoke-done = { $name } has left; { $stopped } waiting messages were stopped{ $must_arrive ->
        [0] .
       *[other] , { $must_arrive } of which had to arrive.
    }
    { $gaps }
deputy-for = For whom? Please send the name.
deputy-who = Who stands in for <b>{ $name }</b>? Please send the deputy’s name.
deputy-days = For how long?
deputy-days-button = { $count } days
deputy-named = ✅ { $deputy } stands in for { $name } until { $until }.
act-column-filed = filed
act-column-released = released
act-column-returned = sent back
act-chat-joined = can be reached again
act-chat-left = blocked the bot
act-quiet-hours-chosen = chose quiet hours
act-city-imported = imported the city
act-message-sent-again = sent a message again
act-access-declined = declined a request to join
act-channel-used = uses a channel for publishing
act-invited = invited
act-invitation-redeemed = joined by invitation
act-person-left = revoked
act-deputy-named = named a deputy
odd-out-of-range = · outside the range
odd-unit-slip = · unit of measure or decimal point
odd-monthly-figure = · perhaps one month only
odd-fell = · total fell
odd-outlier = · off its usual pace
odd-growth-differs = · growth differs
odd-year-on-year = · large change on last year
odd-far-ahead = · far ahead of plan
odd-base-changed = · last year’s figure changed
odd-negative-base = · negative last year
odd-zero-base = · nothing last year
odd-same-digits = · same last digits
odd-all-exactly-met = · all exactly met
odd-total-differs = · total differs
odd-never-nil = · no data, though there always was
