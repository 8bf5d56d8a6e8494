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
    位次稳定（待报、待核的数不会改变它）
card-fragile = { "" }
    位次未稳：待报、待核数据到来后，可能在第 { $best }—{ $worst } 位
card-fragile-apart = { "" }
    位次未稳：按已报数据现列第 { $place } 位；其余数据如与往常相当，将在第 { $best }—{ $worst } 位
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
reports-unit-fragile-apart = 位次未稳：其余数据如与往常相当，将在第 { $best }—{ $worst } 位
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

# Settings: the digest, the pushes, and what was not pushed.
help-settings = 设置：语言、摘要、推送、勿扰、代理
button-settings = ⚙️ 设置
settings = <b>⚙️ 设置</b>
    语言：{ $lang }
    摘要：{ $digest }，{ $at }
    推送：{ $off ->
        [0] 全部接收
       *[other] { $off } 类只留着看
    }
    勿扰：{ $quiet }
    推送只在工作日 8:30–18:00 发送。
settings-no-quiet = 未另设
settings-digest = 🔔 摘要
settings-pushes = 📣 推送
settings-hours = 🌙 勿扰
settings-lang = 🌐 语言
settings-deputy = 👥 代理
settings-choice = { $on ->
    [1] ● { $label }
   *[other] ○ { $label }
}
settings-kept = 已保存
digest-ask = <b>🔔 摘要：{ $digest }，{ $at }</b>
    一天最多一条，把所有等您处理的事列在一起；办完的自动划去。
    改时间也可以发送：<code>摘要 10:30</code>（9:00–17:59）。
    黄牌、红牌不受此影响。
digest-due = 有事快到期时
digest-daily = 每个工作日
digest-weekly = 每周首个工作日（到期前一天仍提醒）
digest-unreadable = 没有读懂“{ $text }”。请写 9:00 到 17:59 之间的时间，例：摘要 11:00
digest-mixed = <b>🔔 等您处理 { $count } 件</b>{ $figures ->
        [0] { "" }
       *[other] { "" }
        待报送 { $figures } 项：
        { $figure_lines }
    }
    { $figures ->
        [0] { $other_lines }
       *[other] 另有：
        { $other_lines }
    }{ $blank ->
        [0] { "" }
       *[other] { "" }
        📄 附填报表：填好黄色一栏，把文件发回即可。
    }
clock-button-monday = 📅 下周一
pushes-ask = <b>📣 推送</b>{ $count ->
        [0] { "" }
        您没有可以关闭的推送。
       *[other] { "" }
        点一下关闭或打开。关闭的不再推送，仍可在待办中查看。
    }
    不能关闭的：到期提醒、黄牌红牌、退回、末两位预警、需要您答复的事，以及授权和发送异常。这些有时限或责任。
push-kind-results = 每月结果和卡片
push-kind-express = 快报
push-kind-figures = 本单位数据已审核
push-kind-released = 我报送的已审核通过
push-kind-reviews = 有新的数据待审核
push-kind-progress = 观测进展
todo-not-pushed = 🔕 未推送的消息 { $count } 条
not-pushed = { $count ->
    [0] 没有未读的消息。
   *[other] <b>🔕 按您的设置没有推送：{ $count } 条</b>
    { $messages }
}
not-pushed-one = { "" }
    { $message }
not-pushed-more = 再看 { $count } 条
act-digest-chosen = 设置摘要
act-push-switched = 开关推送

# The burden: what figures cost people.
menu-burden = 🧮 减负账
help-burden = 减负账：一个月的数据，大家发了多少条、点了多少下
help-cost = 新增报数前先看谁会多做什么，例：谁会多做什么 商务局 月报 3项 10个
burden = <b>🧮 { $period }减负账：{ $people } 人，消息 { $messages } 条，点按 { $taps } 次</b>
    报数 { $figures } 个，每十个数 { $rate } 次；上月共 { $before } 次，每十个数 { $before_rate } 次。
    { $lines }

    按收数当月的记录计算，按单位代码排列。只用来减负，不评比、不排名。
burden-unit = • { $unit }：{ $people } 人，消息 { $messages }，点按 { $taps }，报数 { $figures }
burden-nothing = 没有记录。
burden-people = <b>🧮 { $unit }（{ $period }）：报数 { $figures } 个</b>
    { $lines }

    只用来减负，不评比、不排名。
burden-person = • { $name }：消息 { $messages }，点按 { $taps }，收到推送 { $pushes }
burden-ask = ❓ 谁会多做什么
burden-cost = 约 { $messages } 条消息、点按 { $taps } 次（参照近三个月{ $way ->
        [pasted] 粘贴
        [steps] 逐个填报
        [workbook] 工作簿
       *[other] 编号填报
    }的实际：{ $figures } 个数共 { $took } 次）
burden-no-past = 还没有以往的填报可参照
cost = <b>{ $unit }每{ $frequency ->
        [quarterly] 季
        [half_yearly] 半年
        [yearly] 年
       *[other] 月
    }多填 { $cells } 格，一年 { $year } 格</b>
    { $indicators } 项 × { $units } 个单位；该单位现在负责 { $has } 项。
    每次用量：{ $cost }。
    这只是测算，没有向任何人布置。
cost-how = 看新增报数会让谁多做什么：点一个监测单位，或发送 <code>谁会多做什么 商务局 月报 3项 10个</code>，也可以写指标代码 <code>谁会多做什么 K09 季报</code>。
cost-fewer = − 1 项
cost-more = + 1 项
cost-other = 换一个单位
frequency-monthly = 月报
frequency-quarterly = 季报
frequency-half_yearly = 半年报
frequency-yearly = 年报
import-burden = 　⚖ { $added ->
        [0] { "" }
       *[other] 新增 { $added } 项
    }{ $removed ->
        [0] { "" }
       *[other] 取消 { $removed } 项
    }{ $frequency ->
        [quarterly] 季报
        [half_yearly] 半年报
        [yearly] 年报
       *[other] 月报
    }：{ $unit }每次{ $direction ->
        [less] 少填
       *[more] 多填
    } { $cells } 格，{ $cost }
