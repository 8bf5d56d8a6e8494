# A unit's own card, and what waits for the unit.
card = <b>{ $unit }: place { $place } of { $of }{ $tied ->
        [1] { " " }(shared)
       *[other] { "" }
    }{ $move }</b>
    { $span }, { $category }: <b>{ $score }</b> of { $full } points, rate { $rate }%
    { $coverage }% of the weight scored, figures up to { $as_of }{ $invented ->
        [1] . Invented data
       *[other] { "" }
    }
    { $up } { $down }{ $band }{ $trend }{ $count ->
        [0] { "" }
       *[other] { "" }
        Best gains if nothing else changes:
        { $gains }
    }{ $waits }
card-unranked = <b>{ $unit }: nothing scored for { $span } yet, so no place</b>
    { $category }
    { $coverage }% of the weight scored, figures up to { $as_of }{ $invented ->
        [1] . Invented data
       *[other] { "" }
    }{ $waits }
card-up = { " " }↑{ $places }
card-down = { " " }↓{ $places }
card-same = { " " }(unchanged)
card-gap-up = ↑ { $gap } points to the place ahead.
card-gap-down = ↓ { $gap } points ahead of the next.
card-first = ↑ First.
card-last = ↓ Nobody behind.
card-firm = { "" }
    The place is firm: figures still open would not change it
card-fragile = { "" }
    Not firm: with the figures still open, anywhere from place { $best } to { $worst }
card-fragile-apart = { "" }
    Not firm: place { $place } on what is in; if the open figures come as usual, from place { $best } to { $worst }
card-trend = { "" }
    Places by month: { $months }
card-month = { $month ->
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
    } { $place }
card-then = { $first } → { $then }
card-gain = • { $code } { $indicator }: { $direction ->
        [less] less by
       *[more] add
    } { $more } { $measure } ({ $value } → { $needed }) for { $gain } points{ $places ->
        [0] { "" }
        [one] { " " }and one place
       *[other] { " " }and { $places } places
    }
card-lost = • { $code } { $indicator }: { $lost } points short
card-waits = { $figures ->
        [0] { "" }
       *[other] { "" }
        Figures still open: { $figures } ({ $codes })
    }{ $answers ->
        [0] { "" }
       *[other] { "" }
        Observations that wait for the unit's answer: { $answers }
    }
unit-category = { $category } ▸
reports-unit-fragile-apart = Not firm: if open figures come as usual, places { $best } to { $worst }
reports-unit-fragile-band = place not firm: { $best } to { $worst }
reports-unit-gain-up = +{ $points } pts, { $places ->
        [one] one place up
       *[other] { $places } places up
    }
reports-unit-gain-more = +{ $points } pts
reports-unit-gain-add = add { $more } ({ $value } → { $needed })
reports-unit-gain-cut = less by { $more } ({ $value } → { $needed })

# Many figures with one tap.
file-all-same = 🟰 As last month
file-missing-same = 🟰 The { $count } missing as last month
file-rest-same = 🟰 All { $count } left as last month
file-rest-nil = ∅ No data for the { $count } left
file-none-before = ⚠️ { $count } have no earlier figure, so “as last month” says nothing; please write: { $names }{ $more ->
    [0] { "" }
   *[other] …
}

# Settings: the digest, the pushes, and what was not pushed.
help-settings = Settings: language, digest, pushes, quiet hours, deputy
button-settings = ⚙️ Settings
settings = <b>⚙️ Settings</b>
    Language: { $lang }
    Digest: { $digest }, { $at }
    Pushes: { $off ->
        [0] all
        [one] one kind is only kept
       *[other] { $off } kinds are only kept
    }
    Quiet hours: { $quiet }
    Pushes come on working days from 8:30 to 18:00 only.
settings-no-quiet = none of your own
settings-digest = 🔔 Digest
settings-pushes = 📣 Pushes
settings-hours = 🌙 Quiet hours
settings-lang = 🌐 Language
settings-deputy = 👥 Deputy
settings-choice = { $on ->
    [1] ● { $label }
   *[other] ○ { $label }
}
settings-kept = Saved
digest-ask = <b>🔔 Digest: { $digest }, { $at }</b>
    At most one a day, with everything that waits for you; what is done is taken out by itself.
    For another hour send <code>/digest 10:30</code> (9:00 to 17:59).
    Yellow and red cards come in any case.
digest-due = when something falls due
digest-daily = every working day
digest-weekly = once a week (and the day before a deadline)
digest-unreadable = “{ $text }” is no hour between 9:00 and 17:59. For example: /digest 11:00
digest-mixed = <b>🔔 { $count ->
        [one] One thing waits
       *[other] { $count } things wait
    } for you</b>{ $figures ->
        [0] { "" }
       *[other] { "" }
        { $figures } to file:
        { $figure_lines }
    }
    { $figures ->
        [0] { $other_lines }
       *[other] Besides:
        { $other_lines }
    }{ $blank ->
        [0] { "" }
       *[other] { "" }
        📄 The workbook is attached: fill in the yellow column and send the file back.
    }
clock-button-monday = 📅 Next Monday
pushes-ask = <b>📣 Pushes</b>{ $count ->
        [0] { "" }
        None of yours can be switched off.
       *[other] { "" }
        Tap to switch off or on. What is off is not pushed, but kept on your list.
    }
    Always pushed, because of a term or a duty: deadlines, yellow and red cards, what is sent back, bottom two alerts, what needs your answer, access and failed deliveries.
push-kind-results = Monthly results and cards
push-kind-express = Express ranking
push-kind-figures = My unit's figures released
push-kind-released = What I filed is released
push-kind-reviews = New figures to review
push-kind-progress = Progress of observations
todo-not-pushed = 🔕 { $count } messages that were not pushed
not-pushed = { $count ->
    [0] No unread messages.
   *[other] <b>🔕 { $count } kept as you chose</b>
    { $messages }
}
not-pushed-one = { "" }
    { $message }
not-pushed-more = { $count } more
act-digest-chosen = digest chosen
act-push-switched = push switched

# The burden: what figures cost people.
menu-burden = 🧮 Burden
help-burden = What a month's figures took: messages and taps, by unit and person
help-cost = Who would have to do what, before a new request: /cost K09 quarterly
burden = <b>🧮 { $period }: { $people } people, { $messages } messages, { $taps } taps</b>
    { $figures } figures, { $rate } acts for ten; the month before { $before } acts, { $before_rate } for ten.
    { $lines }

    Counted from the month in which the figures are collected, in the order of the units' codes. It serves to ask less, never to rank anybody.
burden-unit = • { $unit }: { $people } people, { $messages } messages, { $taps } taps, { $figures } figures
burden-nothing = Nothing on record.
burden-people = <b>🧮 { $unit }, { $period }: { $figures } figures</b>
    { $lines }

    It serves to ask less, never to rank anybody.
burden-person = • { $name }: { $messages } messages, { $taps } taps, { $pushes } pushes received
burden-ask = ❓ Who would do more
burden-cost = about { $messages } messages and { $taps } taps (as in the last three months, { $way ->
        [pasted] pasted
        [steps] one by one
        [workbook] by workbook
       *[other] by number
    }: { $took } acts for { $figures } figures)
burden-no-past = no filing of the past to go by yet
cost = <b>{ $unit }: { $cells } more figures a { $frequency ->
        [quarterly] quarter
        [half_yearly] half-year
        [yearly] year
       *[other] month
    }, { $year } a year</b>
    Indicators: { $indicators }, units: { $units }. It monitors { $has } now.
    Each time: { $cost }.
    This is an estimate; nobody has been asked.
cost-how = See who would have to do what: tap a monitoring unit, or send <code>/cost 商务局 monthly 3 10</code> (indicators, units) or <code>/cost K09 quarterly</code>.
cost-fewer = − 1 indicator
cost-more = + 1 indicator
cost-other = Another unit
frequency-monthly = Monthly
frequency-quarterly = Quarterly
frequency-half_yearly = Half-yearly
frequency-yearly = Yearly
import-burden = 　⚖ { $added ->
        [0] { "" }
       *[other] { $added } new,{ " " }
    }{ $removed ->
        [0] { "" }
       *[other] { $removed } dropped,{ " " }
    }{ $frequency ->
        [quarterly] quarterly
        [half_yearly] half-yearly
        [yearly] yearly
       *[other] monthly
    }: { $unit } files { $cells } { $direction ->
        [less] fewer
       *[more] more
    } each time, { $cost }
