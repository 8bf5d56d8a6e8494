# Bonus items that follow from the figures: what is computed is a proposal and goes the whole way.
help-computed-points = See bonus items that follow from the figures: each unit’s sum, to be proposed
button-computed = 🧮 Computed points
import-fault-item-rule = A rule is written growth_above_mean:INDICATOR, contribution_first:BLOCK, places_gained or fixed_share:PERCENT.
computed-items = 🧮 <b>Bonus items that follow from the figures</b>
    { $lines }
    A sum is only a proposal: after the freeze the office or the verifying unit proposes it, somebody else recognises it, public notice follows. Tap a code to see the units.
computed-sheet = 🧮 <b>Computed points, { $period }</b>
    { $item }
    { $rule ->
        [growth_above_mean] Each unit’s growth in { $of } less the growth of all units together, cut to two decimals.
        [contribution_first] In how many indicators of block { $of } that are scored by contribution the unit brought the most of the increment; whoever shares the first place has it.
        [places_gained] Places gained on the end of last year as it was frozen.
       *[fixed_share] The share of observers who said at last that it is fixed, of those who said anything; from { $of }% on it counts once.
    }{ $frozen ->
        [1] { "" } It goes by the last frozen month.
       *[other] { "" } This month is not frozen yet, so figures may change; it can be proposed after the freeze.
    }
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more units
    }
computed-line = • <b>{ $unit }</b>: { $points } points{ $over ->
    [1] { "" } (cap { $cap })
   *[other] { "" }
}{ $entered ->
    [1] , proposed: entry { $entry }
   *[other] { "" }
}
    { "  " }{ $fact }
computed-fact = { $rule ->
    [growth_above_mean] { $period } { $of } grew by { $own }%, all units by { $against }%, { $earns ->
        [1] { $cases } percentage points more
       *[other] no more than all
    }
    [contribution_first] { $period }, of { $against } indicators scored by contribution first in { $own }: { $codes }
    [places_gained] { $period } place { $own }, end of last year place { $against }, { $earns ->
        [1] { $cases } gained
       *[other] none gained
    }
   *[fixed_share] up to { $period } observers spoke on { $against }, of which { $own } fixed
}
computed-none = { $rule ->
    [places_gained] There are no frozen places of last year’s end to compute from; a unit may claim it with the official notice.
    [fixed_share] No observer has said anything yet this year to compute from.
   *[other] There are no figures in this month to compute from.
}
computed-propose = 📤 Propose { $unit }
computed-propose-all = 📤 Propose all ({ $count } units)
computed-proposed = ✅ Proposed { $count } (entry { $numbers }); the verifying unit checks next, then the office recognises.
computed-not-frozen = { $period } is not frozen yet, so figures may change; it can be proposed after the freeze.
computed-nothing-left = Nothing of { $code } is left to propose: every unit that earned something has it, once a year. To go by a later month, revoke the earlier entry first.
