# Places: near, up, why, firm, what if, how it went.
help-place = See the gaps: what would move you up, and how firm your place is
help-change = See why score and place changed
help-if = Try a figure, e.g. /if K09 1.8
help-trend = See the places month by month
help-history = See every version of a figure, e.g. /history 南丰 K02
help-bands = See how firm the places are
help-scheme-audit = Check the scheme: indicators that decide nothing or count twice
button-place = 📏 Gaps
button-change = 🔀 Change
button-trend = 📈 Trend
button-history = 🕘 Versions
place = <b>{ $unit }: place { $place } of { $of }, { $score } points</b>
    { $span }
    { $above }
    { $below }

    One figure alone that would move it up (smallest change first):
    { $ways }

    { $band }
place-above = ↑ { $unit } (place { $place }) is { $gap } points ahead
place-above-none = ↑ first in its category
place-below = ↓ { $unit } (place { $place }) is { $gap } points behind
place-below-none = ↓ nobody behind
place-way = • { $indicator }: { $direction ->
        [less] { $more } { $measure } less
       *[more] { $more } { $measure } more
    } ({ $value } → { $needed }) brings { $gain } points and place { $place }
place-no-way = No figure alone would do it.
place-first = First already.
band-firm = Firm: however the open figures turn out, it stays place { $place }.
band-fragile = Not firm: while open figures arrive it may be anywhere from place { $best } to { $worst }.
change = <b>{ $unit }: { $before } → { $after } ({ $total } points)</b>
    { $since } → { $period }, place { $place_before } → { $place_after }
    { $causes }{ $passed }{ $passed_by }
change-own = • own figures { $points }{ $items }
change-others = • other units’ figures { $points }{ $items }
change-rules = • rules and targets { $points }{ $items }
change-corrections = • corrections of the past { $points }{ $items }
change-items = { "" }
    { $lines }
change-item = 　　{ $what } { $points }
change-rest = 　　{ $count ->
        [one] one other
       *[other] { $count } others
    } { $points }
change-ledger = bonus and deduction{ $entries }
change-passed = { "" }
    Went past { $names } ({ $count })
change-passed-by = { "" }
    Passed by { $names } ({ $count })
change-first-month = { $unit }: January has no month before it.
if-how = Write an indicator and a figure: <code>/if K09 1.8</code>; for another unit: <code>/if 南丰 K09 1.8</code>
if-which-indicator = The indicator “{ $text }” was not recognised. Use its code: <code>/if K09 1.8</code>
if-not-applicable = { $unit } is not judged by { $indicator }.
if-unreadable = “{ $text }” could not be read: { $reason }
if-number-only = A number is needed to try.
if-told = <b>If { $indicator } of { $unit } were { $value } { $measure }</b>
    Points for it { $got_before } → { $got_after }
    Total { $before } → <b>{ $after }</b>
    Place { $place_before } → <b>{ $place_after }</b>
    Others:
    { $others }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
    Only a calculation; no record changes.
if-other = • { $unit } { $before } → { $after }, { $stays ->
        [1] still place { $place_after }
       *[other] place { $place_before } → { $place_after }
    }
if-no-others = • nobody is affected
trend = <b>Places of { $unit }</b>, { $span }
    { $lines }
trend-line = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }: { $place ->
        [0] not ranked
       *[other] place { $place }, { $score } points
    }
history = <b>{ $unit }, { $code } { $indicator }</b>
    { $period }, { $count ->
        [one] one version
       *[other] { $count } versions
    }
    { $lines }
history-how = Write a unit and an indicator: <code>/history 南丰 K02 2013-09</code>
history-none = No version has been released.
history-line = { $number }. <b>{ $answer }</b>{ $disputed }
    { $monitor }, { $reporter }, { $filed }, { $way ->
        [pasted] pasted
        [steps] one by one
        [workbook] by workbook
        [imported] imported
       *[list] by list
    }{ $state ->
        [released] , released by { $reviewer } { $reviewed }
        [returned] , sent back by { $reviewer } { $reviewed }
       *[waiting] , waiting for review
    }{ $behalf }{ $reasoned ->
        [0] { "" }
       *[other] { "" }
        Reason: { $reason }
    }
why-needed = { "" }
    Full marks needed: { $value } → <b>{ $needed }</b> { $measure }
why-no-figure-earns-it = { "" }
    Full marks needed: no figure of this indicator alone would earn them.
bands = <b>How firm the places are: { $category }, { $span }</b>
    { $lines }

    A hundred draws of the figures not yet filed or verified, each within its own past range (5–95 %).
bands-line = { $place } { $unit }: { $band }
bands-none = Nothing can be ranked for this month yet.
scheme-audit = <b>Check of the scheme: { $scheme }</b>
    { $span }, { $count } remarks. These are questions, not verdicts:
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
scheme-audit-none = Nothing was found.
finding-constant = • { $indicators }: everybody has the same points, so it tells nobody apart ({ $number } points)
finding-decides-nothing = • { $indicators }: no place changes without it ({ $number } points)
finding-unreported = • { $indicators }: no figure so far ({ $number } points)
finding-redundant = • { $indicators }: points rise and fall together (correlation { $number })
finding-opposed = • { $indicators }: one rises as the other falls (correlation { $number })
finding-counted-twice = • { $indicators }: the same figures count twice (correlation { $number })
office-bands = 🎯 Firmness
office-scheme-audit = 🩺 Scheme check
