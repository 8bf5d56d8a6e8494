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
    The place is firm
card-fragile = { "" }
    Not firm: with the figures still open, anywhere from place { $best } to { $worst }
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
