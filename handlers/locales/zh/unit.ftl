# A unit's own card, and what waits for the unit.
card = <b>{ $unit }　第 { $place }/{ $of } 位{ $tied ->
        [1] （并列）
       *[other] { "" }
    }{ $move }</b>
    { $span }　{ $category }，<b>{ $score }</b>/{ $full } 分，得分率 { $rate }%
    已评权重 { $coverage }%，数据截至 { $as_of }{ $invented ->
        [1] 　演示数据（虚构）
       *[other] { "" }
    }
    { $up }　{ $down }{ $band }{ $trend }{ $count ->
        [0] { "" }
       *[other] { "" }
        最划算的增分（其他数据不变，按方案重算）：
        { $gains }
    }{ $waits }
card-unranked = <b>{ $unit }：{ $span }还没有可评分的数据，暂无位次</b>
    { $category }
    已评权重 { $coverage }%，数据截至 { $as_of }{ $invented ->
        [1] 　演示数据（虚构）
       *[other] { "" }
    }{ $waits }
card-up = { " " }↑{ $places }
card-down = { " " }↓{ $places }
card-same = { " " }－
card-gap-up = ↑ 距前一位 { $gap } 分
card-gap-down = ↓ 领先后一位 { $gap } 分
card-first = ↑ 已居首位
card-last = ↓ 后面没有单位
card-firm = { "" }
    位次稳定
card-fragile = { "" }
    位次未稳：待报、待核数据到来后，可能在第 { $best }—{ $worst } 位
card-trend = { "" }
    各月位次：{ $months }
card-month = { $month }月 { $place }
card-then = { $first } → { $then }
card-gain = • { $code } { $indicator }：{ $direction ->
        [less] 降
       *[more] 补
    } { $more }{ $measure }（{ $value } → { $needed }），可 { $gain } 分{ $places ->
        [0] { "" }
       *[other] ，升 { $places } 位
    }
card-lost = • { $code } { $indicator }：少 { $lost } 分
card-waits = { $figures ->
        [0] { "" }
       *[other] { "" }
        待报、待核数据 { $figures } 项：{ $codes }
    }{ $answers ->
        [0] { "" }
       *[other] { "" }
        等贵单位答复的观测 { $answers } 件
    }
unit-category = { $category } ▸
reports-unit-fragile-band = 位次未稳：可能在第 { $best }—{ $worst } 位
reports-unit-gain-up = +{ $points } 分，升 { $places } 位
reports-unit-gain-more = +{ $points } 分
reports-unit-gain-add = 补 { $more }（{ $value } → { $needed }）
reports-unit-gain-cut = 降 { $more }（{ $value } → { $needed }）

# Many figures with one tap.
file-all-same = 🟰 与上月相同
file-missing-same = 🟰 缺的 { $count } 个与上月相同
file-rest-same = 🟰 其余 { $count } 项都与上月相同
file-rest-nil = ∅ 其余 { $count } 项都无数据
file-none-before = ⚠️ { $count } 个没有上次的数，不能填“与上月相同”，请写数值：{ $names }{ $more ->
    [0] { "" }
   *[other] …
}
