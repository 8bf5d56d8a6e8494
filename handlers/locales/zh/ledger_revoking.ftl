# 撤销须两人：提出、同意，以及分值如何收回。
ledger-by-rule = 系统按规则
ledger-said-under = { "" }
    　依据 { $document }：“{ $text }”
ledger-news-balance = { "" }
    { $unit } 加减分合计：{ $before } → <b>{ $after } 分</b>（自今日起；已冻结的月份不变）
ledger-second-revoke = 台账{ $number }的撤销须由市绩效办另一人同意：提出人和代其行使职责的人都不行。
ledger-effect-off-if = 如同意撤销（按{ $period }测算）：
    { $unit } { $before } → <b>{ $after } 分</b>，第 { $place } → <b>第 { $place_after } 位</b>
    { $others }
ledger-ended = • { $code } { $item }：原 { $points } 分，自 { $since } 起不再计（台账{ $number } 已撤销，{ $document }：{ $reason }）
change-ledger-entries = （{ $entries }）
change-ledger-then = { $first }；{ $then }
change-ledger-entry = 台账{ $number } { $code } { $points }{ $why ->
    [revoked] ，已撤销，{ $document }
    [ended] ，不再计
    [new] ，新生效
   *[cap] ，封顶或同一事实取最高
}
