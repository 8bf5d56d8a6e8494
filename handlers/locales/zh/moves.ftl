# Places: near, up, why, firm, what if, how it went.
help-place = 看差距：补多少能进一位，位次稳不稳
help-change = 看得分和位次为什么变了
help-if = 假设一个数看结果，例：如果 K09 1.8
help-trend = 看各月位次走势
help-history = 看一个数的全部版本，例：版本 南丰 K02
help-bands = 看各单位位次的稳定性
help-scheme-audit = 方案体检：不起作用、重复的指标
button-place = 📏 差距
button-change = 🔀 变化
button-trend = 📈 走势
button-history = 🕘 版本
place = <b>{ $unit }　第 { $place }/{ $of } 位，{ $score } 分</b>
    { $span }
    { $above }
    { $below }

    单靠一项就能进位（变动最小的在前）：
    { $ways }

    { $band }
place-above = ↑ 前一位 { $unit }（第 { $place } 位），差 { $gap } 分
place-above-none = ↑ 已居首位
place-below = ↓ 后一位 { $unit }（第 { $place } 位），领先 { $gap } 分
place-below-none = ↓ 没有后一位
place-way = • { $indicator }：{ $direction ->
        [less] 降
       *[more] 补
    } { $more }{ $measure }（{ $value } → { $needed }），可 { $gain } 分，升到第 { $place } 位
place-no-way = 没有哪一项单独就能进位。
place-first = 已居首位，无须再进。
band-firm = 位次稳定：未核实、未报送的数无论怎样到来，都是第 { $place } 位。
band-fragile = 位次未稳：待报数据陆续到来时，可能在第 { $best }—{ $worst } 位之间。
change = <b>{ $unit }　{ $before } → { $after }（{ $total } 分）</b>
    { $since } → { $period }，第 { $place_before } 位 → 第 { $place_after } 位
    { $causes }{ $passed }{ $passed_by }
change-own = • 自身数据 { $points }{ $items }
change-others = • 其他单位数据 { $points }{ $items }
change-rules = • 规则、目标调整 { $points }{ $items }
change-corrections = • 以往数据更正 { $points }{ $items }
change-items = { "" }
    { $lines }
change-item = 　　{ $what } { $points }
change-rest = 　　其余 { $count } 项 { $points }
change-ledger = 加分扣分{ $entries }
change-passed = { "" }
    超过：{ $names }（{ $count } 个）
change-passed-by = { "" }
    被超过：{ $names }（{ $count } 个）
change-first-month = { $unit }：1 月没有上月可比。
if-how = 请写指标和数值，例：<code>如果 K09 1.8</code>；看其他单位：<code>如果 南丰 K09 1.8</code>
if-which-indicator = 没有认出指标“{ $text }”。请写代码，例：<code>如果 K09 1.8</code>
if-not-applicable = { $unit } 不考核 { $indicator }。
if-unreadable = 没有读懂“{ $text }”：{ $reason }
if-number-only = 假设需要一个数值。
if-told = <b>如果 { $unit } { $indicator } 为 { $value }{ $measure }</b>
    该项得分 { $got_before } → { $got_after }
    总分 { $before } → <b>{ $after }</b>
    位次 第 { $place_before } 位 → <b>第 { $place_after } 位</b>
    对其他单位：
    { $others }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个
    }
    仅为测算，不改变任何记录。
if-other = • { $unit } { $before } → { $after }，{ $stays ->
        [1] 仍为第 { $place_after } 位
       *[other] 第 { $place_before } 位 → 第 { $place_after } 位
    }
if-no-others = • 没有影响
trend = <b>{ $unit } 位次走势</b>　{ $span }
    { $lines }
trend-line = { $month }月　{ $place ->
        [0] 未排名
       *[other] 第 { $place } 位，{ $score } 分
    }
history = <b>{ $unit }　{ $code } { $indicator }</b>
    { $period }，共 { $count } 个版本
    { $lines }
history-how = 请写单位和指标，例：<code>版本 南丰 K02 2013-09</code>
history-none = 没有已审核的版本。
history-line = { $number }. <b>{ $answer }</b>{ $disputed }
    { $monitor } { $reporter } { $filed } { $way ->
        [pasted] 粘贴填报
        [steps] 逐个填报
        [workbook] 填报表
        [imported] 导入
       *[list] 填报
    }{ $state ->
        [released] ，{ $reviewer } { $reviewed } 审核通过
        [returned] ，{ $reviewer } { $reviewed } 退回
       *[waiting] ，待审核
    }{ $behalf }{ $reasoned ->
        [0] { "" }
       *[other] { "" }
        说明：{ $reason }
    }
why-needed = { "" }
    满分需要：{ $value }{ $measure } → <b>{ $needed }{ $measure }</b>
why-no-figure-earns-it = { "" }
    满分需要：单改这一项的数值得不到满分。
bands = <b>{ $category }位次稳定性　{ $span }</b>
    { $lines }

    按未报送、未核实数据在各自以往范围内随机到来一百次测算（5%—95%）。
bands-line = { $place } { $unit }：{ $band }
bands-none = 这个月还没有可排名的数据。
scheme-audit = <b>方案体检：{ $scheme }</b>
    { $span }，{ $count } 条。以下是提问，不是结论：
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 条
    }
scheme-audit-none = 没有发现问题。
finding-constant = • { $indicators }：各单位得分相同，不起区分作用（{ $number } 分）
finding-decides-nothing = • { $indicators }：去掉后位次不变（{ $number } 分）
finding-unreported = • { $indicators }：至今没有数据（{ $number } 分）
finding-redundant = • { $indicators }：得分几乎同步（相关系数 { $number }）
finding-opposed = • { $indicators }：得分此消彼长（相关系数 { $number }）
finding-counted-twice = • { $indicators }：同一数据计了两次（相关系数 { $number }）
office-bands = 🎯 稳定性
office-scheme-audit = 🩺 方案体检
