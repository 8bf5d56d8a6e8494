# Before anything is handed in: what it would count, and what is left of the caps.
claim-would-count = { "" }
    { $limit ->
        [none] By today’s ledger this would count <b>{ $counted } points</b>
        [fact] By today’s ledger this would count <b>0</b>: a higher entry for the same fact is there
        [item] By today’s ledger this would count <b>{ $counted }</b> of { $points } points, because the cap of the item is { $cap } and { $used } are used
       *[total] By today’s ledger this would count <b>{ $counted }</b> of { $points } points, because the total cap of { $kind ->
            [deduction] deductions
           *[other] bonus
        } is { $total } and { $total_used } are used
    }{ $displaces ->
        [1] { "" }; it displaces a lower entry for the same fact, so the balance moves by { $moves }
       *[other] { "" }
    }{ $limit ->
        [none] { $capped ->
            [1] { "" } (the item’s cap is { $cap }, { $used } used)
           *[other] { "" }
        }
       *[other] { "" }
    }{ $waiting ->
        [0] { "" }
       *[other] . { $waiting } more of this item are under way; whichever comes into force first takes its part of the cap
    }.
