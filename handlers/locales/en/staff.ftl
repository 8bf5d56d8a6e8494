# People coming and going: handover, leaving, places nobody holds.
help-handover = Hand your work over to a successor
errand-handover = handing over
help-gaps = Places without a reporter, reviewer or contact
handover-whose = Whose work is to be handed over? Send the name (also of somebody who has left), or tap below.
handover-mine = 🤝 My own work
handover-to = { $own ->
    [1] <b>Handover: who takes over your work?</b>
   *[other] <b>Handover: who takes over the work of { $name }?</b>
    }{ $left ->
        [1] { "" }
        { $name } has left; what was unfinished then, and the roles held then, will move.
       *[other] { "" }
    }{ $waits }
    Tap a colleague, or send a name. For somebody who has not joined, send the name and invite them.
handover-waits = { "" }
    ⏳ { $name } is to take over and has not opened the invitation yet. Choosing somebody else takes it back.
handover-withdraw = ↩️ Take back { $name }’s invitation
handover-withdrawn = The invitation was taken back; everything stays as it is.
handover-newcomer = 📨 Invite { $name }
handover-nobody = Nobody here is called “{ $name }” yet. For a newcomer, tap “Invite”.
handover-check = <b>Please check: { $name } → { $heir }</b>
    Roles:
    { $roles }
    What moves with them:
    { $moved }
    { $waits }
    Records stay under whoever made them.{ $comes ->
        [1] { "" }
        It happens when { $heir } opens the single-use invitation; until then everything stays as it is.
       *[other] { "" }
        It takes effect at once.
    }{ $own ->
        [1] { "" }
        You will hear nothing more after that.
       *[other] { "" }
        { $name } will hear nothing more after that.
    }
handover-go = ✅ Hand over
handover-invite = ✅ Invite the successor
handover-promised = ✅ { $heir } takes over from { $name } on opening the invitation below. Until then everything stays as it is.
handover-last-word = ✅ <b>Handed over to { $heir }</b>
    { $name }, what you recorded stays under your name. Thank you for your work; nothing more will be sent to you.
handover-farewell = <b>Your work has been handed over to { $heir }</b>
    { $name }, what you recorded stays under your name. Thank you for your work; nothing more will be sent to you.
handover-done = ✅ <b>{ $name } → { $heir }: handed over</b>
    { $moved }
handover-to-you = 🤝 <b>You take over from { $name }</b>
    { $roles }
    What came with it:
    { $moved }
handover-told = 🤝 <b>Handed over: { $name } → { $heir }</b>
    { $roles }
    { $moved }
    { $gaps }
handover-taken-up = 🤝 You have taken over from { $name }:
    { $moved }
handover-already = The work of { $name } has gone to { $heir } already; nothing happened twice.
handover-self = Nobody takes over from themselves; please choose somebody else.
handover-not-joined = { $name } has not joined yet; please hand over by invitation.
belonging-roles = • { $count ->
        [one] one role
       *[other] { $count } roles
    }
belonging-deputyships = • { $count ->
        [one] one standing-in
       *[other] { $count } standings-in
    }
belonging-drafts = • { $count ->
        [one] one thing half done (go on with it from My list)
       *[other] { $count } things half done (go on with them from My list)
    }
belonging-messages = • { $count ->
        [one] one important message still to come
       *[other] { $count } important messages still to come
    }
belonging-verifications = • { $count ->
        [one] 1 observation to verify
       *[other] { $count } observations to verify
    }
belonging-extensions = • requests for more time that are open: { $count }
belonging-disputes = • disputes that are open: { $count }
belonging-restatements = • restatements that are open: { $count }
belonging-proposals = • targets not yet agreed: { $count }
belonging-retargets = • adjustments of targets to be approved: { $count }
handover-waits-open = What will wait on the successor’s list ({ $count }):
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more.
    }
belonging-none = • nothing is half done
left-to = Your work was handed over to { $heir } on { $at }; please turn to them. Nothing can be done here from this account any more.
left-alone = Your roles here ended on { $at }; nothing can be done from this account any more. Questions? Please ask the performance office.
person-gone-told = 🚪 <b>Has left: { $name }</b> (done by { $by })
    { $roles }
    { $stopped } waiting messages were stopped{ $must_arrive ->
        [0] .
       *[other] , { $must_arrive } of which had to arrive: see below.
    }
    { $gaps }
gaps-none = ✅ Every place is filled.
gaps-now = ⚠️ Places that nobody holds now ({ $count }):
    { $lines }
gap-reporter = • { $unit }: no reporter, so nobody files { $count } indicators
gap-reviewer = • { $unit }: no second reviewer, so nobody releases { $count } indicators
gap-contact = • { $unit }: no contact
gap-invite = 📨 Invite: { $unit }, { $role }
gap-handover = 🤝 Hand over to a successor
gaps = <b>Places that nobody holds ({ $count })</b>
    { $count ->
        [0] Every place is filled.
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
button-taken-back = 📭 Messages taken back ({ $count })
taken-back = <b>Taken back when { $name } left ({ $count })</b>
    { $lines }

    These had to arrive and have no reader now. Pass them on where it matters, or hand the work over to a successor.
taken-back-line = • { $first }
staff-not-yours = You can only manage reporters, reviewers and contacts of your own unit; the performance office does the rest.
staff-not-yourself = Nobody changes their own roles; please ask the performance office.
staff-roles-clash = One person cannot hold these roles together (auditor and office, observer and the observed unit).
staff-last-of-office = This is the last member of the office; please hand over or invite somebody first.
role-name-administrator = Unit administrator
act-handed-over = handed over
act-handover-withdrawn = took back a handover
act-role-given = gave a role
act-role-taken = took a role back
deputy-told = 🤝 <b>{ $deputy } stands in for { $name }</b> until { $until }
    It ends by itself; both of you get what is sent.
deputy-no-end = further notice
deputy-ended-told = 🤝 { $by } ended it early: { $deputy } no longer stands in for { $name }.
deputy-overlaps = { $deputy } stands in for { $name } in that time already (until { $until }). One deputy at a time: please end that first.
deputy-chain-away = { $name } is stood in for by { $deputy } in that time (until { $until }) and cannot stand in for others; please choose somebody else.
deputy-chain-lends-on = { $deputy } stands in for { $name } (until { $until }); what was lent is not lent on. Please end that first, or choose differently.
deputy-over-already = This is over already.
button-deputies = 🤝 Deputies
help-deputies = Who stands in for whom; end it early
deputies = <b>Who stands in for whom ({ $count })</b>
    { $count ->
        [0] Nobody stands in for anybody now.
       *[other] { $lines }
    }
deputies-line = { $number }. { $deputy } for { $name }, { $from } until { $until }
deputies-end = ⏹ End { $number }
deputies-ended = ✅ Ended: { $deputy } no longer stands in for { $name }.
act-deputy-ended = ended a standing-in
menu-handover = 🤝 Handover
menu-gaps = 🪑 Empty places
menu-people = 👥 Our people
person-follows = { "" }
    ⏳ takes over from { $name } on joining
person-handover = 🔁 Hand over
person-role-take = ➖ { $role }
person-role-give = ➕ { $role }
role-given = ✅ The role was given
role-taken = ✅ The role was taken back
people-of-unit = <b>{ $units }: { $count } people</b>
    { $lines }

    Tap a name to invite, change roles, hand over or let go.
people-of-unit-line = • { $name } { $title } { $state ->
        [absent] 🕗 not joined
        [lost] 📭 cannot be reached
       *[joined] ✅ can be reached
    }
button-staff = 🧾 Staff changes
help-staff = Changes of staff, and undoing them
staff = <b>Staff changes ({ $count })</b>
    { $count ->
        [0] None so far.
       *[other] { $lines }
    }
staff-line = { $number }. { $at } { $by }: { $kind ->
        [left] let { $name } go
        [handed-over] { $name } handed over to { $heir }
        [invited] invited { $name } ({ $role })
        [role-given] made { $name } { $role }
       *[role-taken] { $name } is no longer { $role }
    }{ $where }{ $undone ->
        [1] , undone
       *[other] { "" }
    }
staff-line-where = { " " }(administrator of { $unit })
staff-undo = ↩️ Undo { $number }
staff-undone = ✅ Undone: { $name }
staff-undone-already = This has been undone already.
staff-too-late = Things have changed since, so this cannot simply be undone. Please use People instead.
act-staff-undone = undid a change of staff
staff-undone-told = ↩️ { $by } undid a change of staff: { $name }.
button-invitations = 📑 All invitations
help-invitations = Every invitation, as a workbook
invitations-register = 📑 All invitations: { $count }, as of { $at }. Links are not kept; to send one again, make a new invitation from People.
register-title = Invitations
register-name = Name
register-position = Position
register-roles = Roles
register-by = Invited by
register-created = Made
register-expires = Good until
register-used = Used
register-state = State
register-how = { $state ->
    [used] used
    [expired] expired
    [revoked] taken back
   *[open] not used yet
}
staff-not-managed = People are managed by the performance office, or by their unit’s administrator.
