# Ranking, cards, reasons.
help-rank = 看排名，例：排名 执法 2013-08，或 排名 @2013-10-20（当时所知）
help-unit = 看单位卡片（得分、位次、短板、图）
help-why = 看为什么得这个分，例：为什么 金港 K09
menu-rank = 🏆 排名
menu-unit = 📇 单位卡片
menu-why = ❔ 为什么
rank-no-scheme = 这一年还没有考核方案。
rank-not-yet-released = 该月结果尚未发布，发布后即可查看。
asked-unknown = 没有认出“{ $text }”。可以写月份（2013-08）、类别（执法）、单位（金港）或时点（@2013-10-20）。
rank = <b>{ $category }排名　{ $span }</b>
    { $scheme }，满分 { $full }，已评权重 { $coverage }%{ $invented ->
        [1] ，演示数据（虚构）
       *[other] { "" }
    }
    { $ranked ->
        [0] 这个月还没有可排名的数据。
       *[other] { $lines }
    }{ $ledger }

    { $past ->
        [1] 按 { $at } 时所知
       *[other] 截至 { $at }，过程数据，以最终核定为准
    }
rank-line = { $own ->
        [1] ▶{ " " }
       *[other] { "" }
    }{ $place }{ $tied ->
        [1] （并列）
       *[other] { "" }
    } <b>{ $unit }</b>　{ $score }　{ $move ->
        [up] ↑{ $moved }
        [down] ↓{ $moved }
        [new] 新
       *[same] －
    }　权重{ $coverage }%{ $bottom ->
        [1] 　⚠️后两位
       *[other] { "" }
    }{ $ledger }{ $gap }{ $since }
rank-gap = 　距前一位 { $gap } 分
rank-since = 　现在 { $score }，第 { $place } 位
rank-previous = ◀ 上月
rank-next = 下月 ▶
rank-chart-button = 🖼 看图
rank-chart-caption = { $category }排名　{ $span }
unit-ask = 看哪个单位？点选，或发送：<code>单位 金港</code>
unit-which = 有几个单位符合，请选择：
unit-not-yours = { $unit } 的卡片只对本单位、分管领导和绩效办开放。
card-empty = { $unit }：{ $span }还没有可评分的数据。
button-why = ❔ 为什么
button-why-all = ❔ 全部得分
why-unit = <b>{ $unit }　{ $score }/{ $full }</b>
    { $span }　得分率 { $rate }%，已评权重 { $coverage }%{ $waiting ->
        [0] { "" }
       *[other] ，另有 { $waiting } 项尚未评分
    }
    { $blocks }

    <blockquote expandable>{ $lines }</blockquote>{ $adjusted ->
        [0] { "" }
       *[other] { "" }
        加分 { $bonus }，扣分 { $deduction }
        { $ledger }
    }
    各项“计入总分”相加等于总分。
    点指标代码看计算过程：
why-block = • { $block }：{ $got }/{ $scored }（满分 { $full }）
why-line-lost = { $code } { $indicator }　{ $got }/{ $full }　计入总分 { $brings }，少 { $lost }{ $disputed }
why-line-full = { $code } { $indicator }　{ $got }/{ $full }　计入总分 { $brings }{ $disputed }
why-not-applicable = { $unit }：{ $code } { $indicator } 不适用，不计分，权重在本板块内重新分配。
why-indicator = <b>{ $unit }　{ $code } { $indicator }：{ $got }/{ $full }</b>{ $disputed }
    { $span }
    { $facts }{ $needed }

    { $source }
    规则：<code>{ $method }</code>
why-source = 来源：{ $monitor } { $reporter } { $filed }填报，{ $reviewer } { $released }审核{ $versions ->
        [1] { "" }
       *[other] ，共 { $versions } 个版本
    }{ $behalf }
why-no-figure = 来源：{ $monitor } 尚未报送本期数据。
