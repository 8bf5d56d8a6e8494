# Checks: what is asked while filing and how it is answered; how the office tunes the rules.
file-right-checked = ✅ It is right: checked against the source
file-right-revised = ✅ It is right: last month was revised
file-right-project = ✅ It is right: a large project came at once
file-mend-it = ✏️ Mend it
file-ask-reason-whole = <b>{ $code } { $indicator } (the whole column)</b>{ $left ->
        [1] { "" }
       *[other] { " " }({ $left } to explain)
    }
    { $questions }

    If it is right, tap a reason or write one; if not, tap “Mend it”, or just send “unit figure”.
file-whole-line = ❗{ $question }{ $reason }
file-reason-needed = The figure of { $unit } for “{ $indicator }” is far from earlier ones and has no reason yet, so nothing was filed. On the page where you look it over, tap “Explain”: give the reason, or mend it.
file-reason-needed-whole = Something about the column “{ $indicator }” as a whole has no reason yet, so nothing was filed. On the page where you look it over, tap “Explain”: give the reason, or mend it.
scheme-part-unknown = The part “{ $name }” of the indicator { $code } does not exist, is the indicator itself, or is measured in another way.
scheme-accepted-range = The accepted range of the indicator { $code } begins at { $lowest }, above its end { $highest }.
odd-share-moved = · share of the city moved
odd-parts-differ = · parts and whole differ
odd-units-missing = · units missing
act-evidence-attached = evidence attached
act-evidence-opened = evidence opened
act-check-tuned = check tuned
help-checks = The checks: how often each asked, was right, was false; tune them
errand-tune-check = tuning a check
office-checks = 🔎 Checks
checks = <b>🔎 Checks (this year until { $until })</b>
    Each: asked / mended (the question was right) / false (vouched for and released) / waiting
    { $lines }

    False rate = false ÷ (false + mended). Tap one to see it by indicator, or to tune it.
checks-line = { $name }: { $asked } / { $mended } / { $false } / { $vouched }{ $rate ->
        [none] { "" }
       *[other] , { $rate } % false
    }{ $state ->
        [off] { " " }[off]
        [on] { $threshold ->
            [0] { " " }[on, as usual]
           *[other] { " " }[threshold { $threshold }]
        }
       *[other] { "" }
    }
checks-rule = <b>🔎 { $rule }</b>
    { $whole }
    { $threshold }
    { $count ->
        [0] It has not asked anything this year.
       *[other] { $lines }
    }
checks-all = all indicators
checks-indicator = { $code } { $indicator }
checks-no-threshold = This rule has no threshold of its own (accepted ranges and the bands of parts and totals are in the scheme); it can be on or off.
checks-threshold = The usual threshold is { $usual }{ $measured ->
    [times] { " " }times
    [percent] { " " }%
    [points] { " " }percentage points
    [periods] { " " }periods
   *[z] { " " }(modified z-score)
}; from { $lowest } to { $highest } can be set.
checks-tune = ⚙️ Tune this rule
checks-back = 🔎 Checks
tune-scope = <b>⚙️ { $rule }</b>
    For all indicators, or for one only? Tap a button, or send an indicator’s code, such as K02.
tune-for-all = All indicators
tune-what = <b>⚙️ { $rule }, { $scope }</b>
    { $threshold }
    Tap to switch it off or on; to change the threshold, send a number.
tune-off = ⏸ Switch it off
tune-on = ▶ On, as usual
tune-general = ↩ As for all indicators
tune-not-a-number = “{ $text }” is no number. Please send one, such as 3.5.
tune-no-threshold = This rule has no threshold of its own; please switch it off or on.
tune-threshold-beyond = The threshold must be from { $lowest } to { $highest } (whole for periods); nothing was changed. Please send it again.
tune-reason = <b>⚙️ { $rule }, { $scope }: { $state ->
        [off] off
        [general] as for all indicators
       *[on] { $threshold ->
            [0] on, as usual
           *[other] threshold { $threshold }
        }
    }</b>
    Please write why (it goes into the journal). It holds from now on; figures already filed are not touched.
tune-reason-needed = No reason was given, and nothing was changed.
tune-so-already = The rule is set like this already; nothing was changed.
tune-done = ✅ Changed, from now on: { $rule }, { $scope }, { $state ->
    [off] off
    [general] as for all indicators
   *[on] { $threshold ->
        [0] on, as usual
       *[other] threshold { $threshold }
    }
}. Figures already filed are not touched.
office-odd-column = • { $code } { $indicator } (whole column): { $question }
    ↳ Reason: { $reason }
act-checks-changed = what an indicator asks of its figures changed
