# 申报前说明：这一项能计多少分，封顶还剩多少。
claim-would-count = { "" }
    { $limit ->
        [none] 按今天的台账，这一项可计 <b>{ $counted } 分</b>
        [fact] 按今天的台账，这一项计 <b>0 分</b>：同一事实已有更高的一项
        [item] 按今天的台账，这一项只计 <b>{ $counted } 分</b>（原 { $points } 分）：该项封顶 { $cap }，已用 { $used }
       *[total] 按今天的台账，这一项只计 <b>{ $counted } 分</b>（原 { $points } 分）：{ $kind ->
            [deduction] 扣分
           *[other] 加分
        }总封顶 { $total }，已用 { $total_used }
    }{ $displaces ->
        [1] ，取代同一事实较低的一项后，合计变动 { $moves } 分
       *[other] { "" }
    }{ $limit ->
        [none] { $capped ->
            [1] （该项封顶 { $cap }，已用 { $used }）
           *[other] { "" }
        }
       *[other] { "" }
    }{ $waiting ->
        [0] { "" }
       *[other] 。该项另有 { $waiting } 件在办，先生效的先占封顶
    }。
