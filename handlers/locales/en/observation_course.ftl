# Observations, what came later: the whole course, the office's desk, the quarterly report.
came-unread = { $kind ->
    [video_note] A round video message cannot be taken here. Please send a photo, or say it in words or by voice.
    [video] A video cannot be taken here. Please send one picture of it as a photo, or say it in words or by voice.
    [audio] An audio file cannot be taken here. Please use a voice message or words.
   *[sticker] A sticker cannot be taken here. Please use words.
}
audit-observer = an observer
# --- the office's desk
menu-observing = 🗂 Observations desk
help-observing = The observations' desk: to verify, to answer, overdue, assign, heat table, feedback
help-observing-limits = Limits of observing: the most a day, and who may not for a while
button-observing = 🗂 Observations desk
observing = <b>🗂 Observations desk: { $open } open</b>
    To verify { $verify }, with units { $unit }, with observers { $observer }, for the office { $office }, to be looked at again { $fixed }
    🔴 Overdue { $overdue }, over { $closed }
observing-list = { $filter ->
        [filed] To verify
        [with_unit] With units
        [with_observer] With observers
        [with_office] To decide
        [overdue] 🔴 Overdue
       *[starred] ⭐ Shortlist
    } { $count }
observing-bulk = ☑️ Many at once
button-verifiers = ⚖️ Verifiers
button-observing-limits = 🛡 Limits
button-star = { $on ->
    [1] ⭐ Off the shortlist
   *[other] ☆ Shortlist
}
star-done = { $on ->
    [1] On your shortlist
   *[other] Off your shortlist
}
button-hide = 🙈 Hide
button-assign = 👤 Assign
button-remind = ⏰ Remind
assign-whom = <b>{ $receipt }</b>: { $count ->
        [0] nobody may verify it: not those of the unit, not who saw it or joined, not who decided before. Please invite somebody.
       *[other] who is to verify it? Those of the unit, who saw it or joined, and who decided before are left out.
    }
assign-in-turn = 🔄 By turn
assign-done = Assigned to { $name }
assign-has-part = { $receipt } cannot be theirs to verify: they have a part in it.
assign-already = { $receipt } is { $name }'s to verify already; nothing was changed.
remind-done = Reminded
remind-nobody = Reminded today already, or there is nobody to remind
verifiers = <b>⚖️ Verifiers</b>: first verdicts, those contested and decided, those overturned
    { $lines }
verifiers-line = • { $name }: { $verdicts } verdicts, { $contested } decided again, { $overturned } overturned
verifiers-none = Nobody has decided anything yet.
bulk = <b>☑️ { $count } picked</b>
    { $lines }
bulk-line = { $on ->
        [1] ☑️
       *[other] ☐
    } { $receipt }, { $unit }: { $state }
bulk-pick = { $on ->
    [1] ☑️ { $receipt }
   *[other] ☐ { $receipt }
}
bulk-all = All
bulk-none = None
bulk-remind = ⏰ Remind
bulk-assign = 👤 Assign
bulk-none-picked = Please pick some first.
bulk-who = Who is to verify these { $count }?
    { $receipts }
bulk-done = { $deed ->
        [assign] Assigned: { $count }.
       *[other] Reminded: { $count }.
    }{ $left ->
        [0] { "" }
       *[other] { " " }Left as they are: { $left } (not to be verified, a part in it, or reminded today): { $receipts }
    }
errand-bulk = many observations at once
help-bulk = Assign or remind about many observations at once
errand-hide = hiding a part of an observation
help-hide = Hide a text, photo or place of an observation, or show it again
hide-what = <b>{ $receipt }</b>: which part is to be hidden, or shown again? What is hidden only the office sees; nothing is deleted, every act is kept, and who has seen it is told.
    { $lines }
hide-line = • { $at }: { $deed ->
        [hide] hidden,
       *[show] shown again,
    } { $what ->
        [said] the text
        [place] the place
        [file] an attachment
       *[event] a remark
    }: { $reason }
hide-part = { $on ->
        [1] 👁 Show
       *[other] 🙈 Hide
    } { $part }
hide-part-name = { $kind ->
    [said] text: { $text }
    [place] place
    [file] attachment { $text }
   *[event] remark: { $text }
}
hide-reason = <b>{ $receipt }</b>: { $deed ->
        [hide] hide
       *[show] show again
    } { $part }
    Please write why; who has seen it is told.
hide-needs-reason = Please write why.
hide-so-already = It is so already with this part of { $receipt }; nothing was changed.
hide-done = { $deed ->
        [hide] 🙈 This part of { $receipt } is hidden.
       *[show] 👁 This part of { $receipt } is shown again.
    } Told of those who had seen it: { $count }.
hide-told = { $deed ->
        [hide] 🙈 The office has hidden
       *[show] 👁 The office shows again
    } { $what ->
        [said] the text
        [place] the place
        [file] an attachment
       *[event] a remark
    } of { $receipt }. The reason: { $reason }{ $deed ->
        [hide] . You had seen it; please do not pass it on.
       *[show] .
    }
act-observation-part-hidden = hid a part of an observation
act-observation-part-shown = showed a part of an observation again
act-observations-reminded = reminded about many observations
act-observing-limit-set = set the most observations a day
act-observer-banned = kept an observer from reporting
act-observer-ban-lifted = let an observer report again
observing-limits = <b>🛡 Limits of observing</b>
    One person reports at most { $most } a day. Kept from reporting: { $count }
    { $lines }
observing-banned-line = • { $name }, until { $until }: { $reason }
limit-most = { $most } a day
limit-beyond = The most must lie between { $lowest } and { $highest }.
limit-so-already = The most is { $most } a day already.
button-ban = ⛔ Keep somebody from reporting
button-lift = ✅ Let { $name } report
errand-ban-observer = keeping an observer from reporting
help-ban-observer = Keep an observer from reporting for a while, with a reason
ban-who = Who? There are { $count } observers, { $shown } of them below; type a name to find one.
ban-for = For how many days is { $name } kept from reporting? Choose, or type a number.
ban-days = { $days } days
ban-beyond = Please give a number of days from 1 to { $most }.
ban-reason = { $name } is kept from reporting for { $days } days. Please write why; they are told.
ban-needs-reason = Please write why.
ban-done = ⛔ { $name } is kept from reporting until { $until }, and has been told. What was reported goes on.
ban-no-observer = There is no such observer.
ban-over-already = They may report at present; nothing was changed.
observer-ban-told = ⛔ The performance office keeps you from reporting observations until { $until }.
    The reason: { $reason }
    What you have reported goes on, and you hear of it as before. If you disagree, please get in touch with the office.
observer-ban-lifted-told = ✅ You may report observations again.
