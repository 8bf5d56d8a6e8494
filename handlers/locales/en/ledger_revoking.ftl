# Revoking takes two: proposed, agreed to, and how the points are taken back.
ledger-by-rule = a rule
ledger-said-under = { "" }
    { "  " }under { $document }: “{ $text }”
ledger-news-balance = { "" }
    { $unit }, bonus and deductions in all: { $before } → <b>{ $after } points</b> (from today; frozen months stay)
ledger-second-revoke = To revoke entry { $number } takes another member of the office: neither whoever proposed it, nor who stands in for them.
ledger-effect-off-if = If it is revoked (as of { $period }):
    { $unit } { $before } → <b>{ $after } points</b>, place { $place } → <b>{ $place_after }</b>
    { $others }
ledger-ended = • { $code } { $item }: was { $points } points, no longer counts from { $since } (entry { $number } revoked, { $document }: { $reason })
change-ledger-entries = { "" } ({ $entries })
change-ledger-then = { $first }; { $then }
change-ledger-entry = entry { $number } { $code } { $points }{ $why ->
    [revoked] , revoked under { $document }
    [ended] , no longer counts
    [new] , now in force
   *[cap] , by a cap or a higher entry of its fact
}
