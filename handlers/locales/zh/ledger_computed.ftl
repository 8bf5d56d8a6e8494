# 能由数据测算的加分项目：算出来的只是提议，仍须核验、认定、公示。
help-computed-points = 看能由数据测算的加分项目：各单位的数、分值，可据此提出
button-computed = 🧮 加分测算
import-fault-item-rule = 测算规则写法为 growth_above_mean:指标、contribution_first:板块、places_gained 或 fixed_share:百分数。
computed-items = 🧮 <b>能由数据测算的加分项目</b>
    { $lines }
    测算结果只是提议：冻结后由市绩效办或核验单位提出，另一人认定，公示后生效。点代码看各单位。
computed-sheet = 🧮 <b>加分测算　{ $period }</b>
    { $item }
    { $rule ->
        [growth_above_mean] 各单位 { $of } 增幅与全市（各单位合计）增幅之差，保留两位小数，不进位。
        [contribution_first] { $of } 板块按贡献率计分的指标中，增量占全市最多的项数；并列都算。
        [places_gained] 名次与上年年末（冻结时）之差，进几位算几位。
       *[fixed_share] 观察员最后说“已解决”的件数占其表态件数的比例，达到 { $of }% 计一次。
    }{ $frozen ->
        [1] { "" } 按最近冻结的月份计算。
       *[other] { "" } 该月尚未冻结，数据可能变化，冻结后才能提出。
    }
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        ……另有 { $more } 个单位
    }
computed-line = • <b>{ $unit }</b>　{ $points } 分{ $over ->
    [1] （封顶 { $cap }）
   *[other] { "" }
}{ $entered ->
    [1] ，已提出：台账{ $entry }
   *[other] { "" }
}
    　{ $fact }
computed-fact = { $rule ->
    [growth_above_mean] { $period } { $of } 累计增幅 { $own }%，全市 { $against }%，{ $earns ->
        [1] 高出 { $cases } 个百分点
       *[other] 不高于全市
    }
    [contribution_first] { $period } 按贡献率计分的 { $against } 项中，{ $own } 项增量全市第一：{ $codes }
    [places_gained] { $period } 列第 { $own } 位，上年年末第 { $against } 位，{ $earns ->
        [1] 进 { $cases } 位
       *[other] 未进位
    }
   *[fixed_share] 至 { $period }，观察员表态 { $against } 件，其中 { $own } 件说已解决
}
computed-none = { $rule ->
    [places_gained] 没有上年年末冻结的名次，不能测算；请单位凭通报申报。
    [fixed_share] 今年还没有观察员表态的观测事项，不能测算。
   *[other] 这个月没有可测算的数据。
}
computed-propose = 📤 提出 { $unit }
computed-propose-all = 📤 全部提出（{ $count } 个单位）
computed-proposed = ✅ 已提出 { $count } 项（台账 { $numbers }），下一步核验单位核验，市绩效办认定。
computed-not-frozen = { $period } 尚未冻结，数据可能变化；冻结后才能提出。
computed-nothing-left = { $code } 没有可提出的了：有分的单位都已提出，每个单位每年一次。要改按新月份计，请先撤销原来的一项。
