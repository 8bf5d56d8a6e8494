# 加减分在排名、卡片、月报中的显示。
rank-ledger = { $counts ->
    [1] 　加减分 { $net }
   *[other] { "" }
}{ $vetoes ->
    [0] { "" }
   *[other] 　⛔一票否决
}
rank-ledger-note = { "" }
    加减分已计入得分，逐项见“为什么”；一票否决只取消评优，不影响得分。
card-ledger-sum = { "" }：考核得分 { $base } ＋ 加分 { $bonus } － 扣分 { $deduction } ＝ { $score }
reports-ledger = 加减分
reports-ledger-more = 加减分（另有 { $count } 项，见“台账”）
reports-ledger-short = 加减 { $net }
reports-ledger-bonus = 加分
reports-ledger-deduction = 扣分
reports-ledger-base = 考核得分
reports-ledger-sum = 考核得分 { $base } ＋ 加分 { $bonus } － 扣分 { $deduction } ＝ 得分 { $score }
reports-ledger-veto = 一票否决至 { $until }
reports-ledger-limit = { $limit ->
    [fact] （原 { $points }，同一事实取最高）
    [item] （原 { $points }，单项封顶）
   *[total] （原 { $points }，总封顶）
}
reports-ledger-why-less = { $limit ->
    [fact] 同一事实取最高
    [item] 单项封顶
   *[total] 总封顶
}
reports-ranking-note-ledger = “加减”为加分减扣分，已计入得分{ $stacked ->
    [1] ；绿段为加分，叉纹段为扣分
   *[other] { "" }
}。{ $vetoes ->
    [0] { "" }
   *[other] “一票否决”取消评优，不影响得分。
}
reports-sheet-ledger = 加减分
reports-ledger-number = 台账号
reports-ledger-item-code = 项目代码
reports-ledger-item = 项目
reports-ledger-counted = 计入得分
reports-ledger-worth = 本项分值
reports-ledger-fact = 事实
reports-ledger-document = 文号
reports-ledger-since = 生效日期
reports-ledger-observed = 观测 { $receipt } 核查属实
reports-veto = 一票否决
