# 对数据的疑问：只提醒、不指责，每条一句话并附依据。
oddity-out-of-range = { $side ->
    [above] 填报 { $value } { $measure }，高于该指标的上限 { $bound } { $measure }，请核对。
   *[below] 填报 { $value } { $measure }，低于该指标的下限 { $bound } { $measure }，请核对。
}
oddity-unit-slip = { $growth_pct ->
    [none] { $times ->
        [none] 填报 { $value } { $measure }，与年度目标相差约 { $factor } 倍，是否应为 { $meant } { $measure }？请核对小数点和计量单位。
       *[other] 填报 { $value } { $measure }，是上期的 { $times } 倍，是否应为 { $meant } { $measure }？请核对小数点和计量单位。
    }
   *[other] { $times ->
        [none] 填报 { $value } { $measure }，同比 { $growth_pct }%，是否应为 { $meant } { $measure }？请核对小数点和计量单位。
       *[other] 填报 { $value } { $measure }，同比 { $growth_pct }%，是上期的 { $times } 倍，是否应为 { $meant } { $measure }？请核对小数点和计量单位。
    }
}
oddity-monthly-figure = 填报 { $value } { $measure }，小于 1—{ $last_month }月累计 { $last } { $measure }，而与平均当月数 { $usual } { $measure } 相近，请确认是当月数还是累计数。
oddity-fell = { $doubtful ->
    [last] 累计数 { $value } { $measure } 小于上期（1—{ $last_month }月）的 { $last } { $measure }，上期数可能有误；如本期数无误，请说明原因并更正上期数。
   *[this] 累计数 { $value } { $measure } 小于上期（1—{ $last_month }月）的 { $last } { $measure }，相差 { $change }；如为修订，请填写原因。
}
oddity-outlier = { $judged ->
    [level] 填报 { $value } { $measure }，与本年以往各期（通常约 { $usual } { $measure }）差别较大，请确认。
   *[increment] 本期平均每月新增 { $moved } { $measure }，按以往节奏约为 { $usual } { $measure }，差别较大，请确认。
}
oddity-growth-differs = { $of ->
    [points] 填报的同比增减为 { $stated_pct } 个百分点，按本期数与上年同期数计算为 { $growth_pct } 个百分点，相差 { $difference_pp } 个百分点；如因口径调整，请注明。
   *[percent] 填报的同比增幅为 { $stated_pct }%，按本期数与上年同期数计算为 { $growth_pct }%，相差 { $difference_pp } 个百分点；如按可比价计算或口径有调整，请注明。
}
oddity-year-on-year = 填报 { $value } { $measure }，上年同期 { $base } { $measure }，同比 { $growth_pct }%，变动较大，请确认。
oddity-far-ahead = 填报 { $value } { $measure }，已为全年目标 { $target } { $measure } 的 { $completion_pct }%，而时间尚未过半，请确认。
oddity-base-changed = 上年同期填报为 { $base } { $measure }，上年同期存档数为 { $filed } { $measure }；如口径有调整，请注明，增幅按本次填报的基数计算。
oddity-negative-base = 上年同期为负（{ $base } { $measure }），增幅不参与排名。
oddity-zero-base = 上年同期基数为零，不计算增幅，按完成情况评价。
oddity-same-digits = 连续 { $months } 期数据的末两位均为“{ $digits }”，请核对是否为实际数。
oddity-all-exactly-met = { $units } 个单位的完成率均恰为 100%，请核对是否为实际数。
oddity-total-differs = 各单位合计 { $added } { $measure }，与填报的总计 { $stated } { $measure } 相差 { $difference } { $measure }，请核对，或说明差额所属口径。
oddity-share-moved = 填报 { $value } { $measure }，占全市比重 { $share_pct }%，上期（1—{ $last_month }月）为 { $before_pct }%，变动 { $difference_pp } 个百分点，请确认。
oddity-parts-differ = 分项（{ $names }）合计 { $added } { $measure }，而“{ $whole }”为 { $value } { $measure }，相差 { $difference } { $measure }，请核对，或说明口径。
oddity-units-missing = 缺 { $units } 个{ $track ->
    [town] 区镇
   *[agency] 单位
}：{ $names }。
oddity-never-nil = 填报无数据，而本年此前 { $months } 期都有数（1—{ $last_month }月 { $last } { $measure }），请确认确无数据，或填报数值。
