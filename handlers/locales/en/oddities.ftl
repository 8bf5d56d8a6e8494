# Questions about figures: reminders, never accusations, one sentence each with its evidence.
oddity-out-of-range = { $side ->
    [above] { $value } { $measure } is above this indicator's upper limit of { $bound } { $measure }; please check it.
   *[below] { $value } { $measure } is below this indicator's lower limit of { $bound } { $measure }; please check it.
}
oddity-unit-slip = { $growth_pct ->
    [none] { $times ->
        [none] { $value } { $measure } is about { $factor } times off the annual target; should it be { $meant } { $measure }? Please check the decimal point and the unit of measure.
       *[other] { $value } { $measure } is { $times } times the last figure; should it be { $meant } { $measure }? Please check the decimal point and the unit of measure.
    }
   *[other] { $times ->
        [none] { $value } { $measure } is { $growth_pct } % on the year before; should it be { $meant } { $measure }? Please check the decimal point and the unit of measure.
       *[other] { $value } { $measure } is { $growth_pct } % on the year before and { $times } times the last figure; should it be { $meant } { $measure }? Please check the decimal point and the unit of measure.
    }
}
oddity-monthly-figure = { $value } { $measure } is less than the running total of months 1–{ $last_month }, { $last } { $measure }, but close to an average month, { $usual } { $measure }; is it the figure of one month or the running total?
oddity-fell = { $doubtful ->
    [last] The running total of { $value } { $measure } is less than the { $last } { $measure } of months 1–{ $last_month }, and the earlier figure may be the wrong one; if this one is right, please say why and correct the earlier one.
   *[this] The running total of { $value } { $measure } is less than the { $last } { $measure } of months 1–{ $last_month }, a change of { $change }; if it was revised, please give the reason.
}
oddity-outlier = { $judged ->
    [level] { $value } { $measure } is well away from this year's earlier figures, usually about { $usual } { $measure }; please confirm it.
   *[increment] The month added { $moved } { $measure } on average, where about { $usual } { $measure } would be usual; please confirm it.
}
oddity-growth-differs = { $of ->
    [points] The stated change is { $stated_pct } percentage points and the computed one { $growth_pct }, a difference of { $difference_pp }; if the definition was adjusted, please note it.
   *[percent] The stated growth is { $stated_pct } % and the computed growth { $growth_pct } %, a difference of { $difference_pp } percentage points; if it is at comparable prices or the definition was adjusted, please note it.
}
oddity-year-on-year = { $value } { $measure } against { $base } { $measure } in the same period of last year is { $growth_pct } %, a large change; please confirm it.
oddity-far-ahead = { $value } { $measure } is already { $completion_pct } % of the annual target of { $target } { $measure } before half of the year has passed; please confirm it.
oddity-base-changed = Last year's figure is given as { $base } { $measure }, while last year's own file says { $filed } { $measure }; if the definition was adjusted, please note it. Growth uses the figure given now.
oddity-negative-base = Last year's figure is negative ({ $base } { $measure }), so the growth takes no part in the ranking.
oddity-zero-base = Last year's figure is zero, so no growth is computed and completion counts instead.
oddity-same-digits = The figures of { $months } periods running end in the same two digits, “{ $digits }”; please check that they are actual figures.
oddity-all-exactly-met = All { $units } units stand at exactly 100 %; please check that these are actual figures.
oddity-total-differs = The units add up to { $added } { $measure }, which differs from the stated total of { $stated } { $measure } by { $difference } { $measure }; please check it, or say what the difference belongs to.
oddity-share-moved = { $value } { $measure } is { $share_pct } % of the city, where it was { $before_pct } % in months 1–{ $last_month }, a move of { $difference_pp } percentage points; please confirm it.
oddity-parts-differ = The parts ({ $names }) add up to { $added } { $measure }, while “{ $whole }” is { $value } { $measure }, a difference of { $difference } { $measure }; please check it, or say what the definition is.
oddity-units-missing = Missing { $units ->
    [one] 1 { $track ->
        [town] town
       *[agency] unit
    }
   *[other] { $units } { $track ->
        [town] towns
       *[agency] units
    }
}: { $names }.
oddity-never-nil = You report no data, but each of the { $months } earlier figures this year had a value (January to month { $last_month }: { $last } { $measure }). Is there really none?
