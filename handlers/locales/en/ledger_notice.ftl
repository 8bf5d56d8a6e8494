# Public notice: who, what, how many points, until when, and how to object.
menu-ledger = 📒 Bonus and deductions
belonging-points = • ledger entries under way: { $count }
menu-claim = ➕ Claim points
ledger-object = ✋ Object
ledger-notice-line = • <b>{ $head }</b>
    { "  " }Fact: { $fact } · document: { $document }
    { "  " }On notice until { $until }{ $objections ->
    [0] { "" }
    [1] , objected to by one unit
   *[other] , objected to by { $objections } units
}
ledger-notice-how = To object: tap the number, then “Object”, and give the reason, with evidence if you have any; the office decides and tells you.
