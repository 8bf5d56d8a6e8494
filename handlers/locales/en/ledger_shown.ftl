# Bonus and deductions in rankings, cards and the monthly workbook.
rank-ledger = { $counts ->
    [1] { "" }, ledger { $net }
   *[other] { "" }
}{ $vetoes ->
    [0] { "" }
   *[other] { "" } ⛔ veto
}
rank-ledger-note = { "" }
    Bonus and deductions (ledger) are in the score already, each of them under /why; a veto bars from honours and leaves the score alone.
card-ledger-sum = : { $base } scored + bonus { $bonus } − deductions { $deduction } = { $score }
reports-ledger = Bonus and deductions
reports-ledger-more = Bonus and deductions ({ $count } more, see /ledger)
reports-ledger-short = { $net }
reports-ledger-bonus = Bonus
reports-ledger-deduction = Deduction
reports-ledger-base = Scored
reports-ledger-sum = { $base } scored + bonus { $bonus } − deductions { $deduction } = { $score }
reports-ledger-veto = veto until { $until }
reports-ledger-limit = { $limit ->
    [fact] { "" } (of { $points }, one fact counts once)
    [item] { "" } (of { $points }, item’s cap)
   *[total] { "" } (of { $points }, total cap)
}
reports-ledger-why-less = { $limit ->
    [fact] one fact counts once
    [item] the item’s cap
   *[total] the total cap
}
reports-ranking-note-ledger = The signed number by a bar is bonus less deductions, already in the score{ $stacked ->
    [1] : green adds, crossed out takes
   *[other] { "" }
}.{ $vetoes ->
    [0] { "" }
   *[other] { "" } A veto bars from honours and leaves the score alone.
}
reports-sheet-ledger = Bonus and deductions
reports-ledger-number = Entry
reports-ledger-item-code = Item code
reports-ledger-item = Item
reports-ledger-counted = Counted
reports-ledger-worth = Worth
reports-ledger-fact = Fact
reports-ledger-document = Document
reports-ledger-since = In force since
reports-ledger-observed = observation { $receipt }, verified
reports-veto = veto
