# Filing figures.
help-file = 填报本单位负责监测的指标
menu-file = ✍️ 填报
file-nothing-due = { $period }没有需要您填报的指标。
file-choose = { $behalf }<b>{ $period }填报：{ $count } 项指标</b>

    { $lines }

    点一项开始；也可以一次报多项：粘贴整张表（首行写指标名称或代码），或下载填报表填好发回（Excel、WPS、csv 都可以）。
file-pick = { $code } { $name }
file-state-open = ⬜ { $code } { $indicator }，{ $due }截止
file-state-filed = 🕓 { $code } { $indicator }，待审核
file-state-released = ✅ { $code } { $indicator }，已审核
file-state-returned = ↩️ { $code } { $indicator }，被退回，{ $due }截止
file-enter = { $behalf }<b>{ $code } { $indicator }（{ $measure }）</b>
    { $period }，{ $kind ->
        [level] 报期末值
        [cumulative_pct] 报累计完成率
       *[cumulative] 报 1 月起累计数
    }，{ $due }截止。共 { $count } 个单位：

    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个单位：第 { $first }–{ $count } 号，编号见填报表；也可以直接写单位名
    }

    四种报法任选：
    • 按编号：<code>1=3.21 2=2.05 其余不变</code>
    • 粘贴一列：单位名 数值（可再加上年同期）
    • 点“逐个填报”
    • 发来 Excel 文件（可先下载填报表）
file-line = { $number }. { $unit }　{ $kind ->
        [level] 上次
       *[other] 上月
    } { $last }｜上年 { $base }｜计划 { $plan }{ $typed }
file-typed = { " " }→ <b>{ $answer }</b>
file-one-by-one = 逐个填报
file-all-nil = 全部无数据
file-look = 👀 查看已填
file-each = <b>{ $number }/{ $of } { $unit }</b>：{ $indicator }
    { $line }

    请发送数值，或点按钮。
file-nil = 无数据
file-na = 不适用
file-same = 与上次相同
file-skip = 跳过
file-problem = ⚠️ “{ $text }”：{ $reason }
file-line-problem = ⚠️ 第 { $line } 行“{ $text }”：{ $reason }
file-more-problems = ⚠️ 另有 { $count } 行没有读懂。
file-unit-not-asked = 《{ $indicator }》不考核这个单位。
file-nothing-read = 没有读出任何数值。可以按编号（<code>1=3.21 2=2.05</code>），或每行一个单位：<code>金港 3.21</code>。
file-nothing-before = { $unit } 没有上次的数，不能填“不变”，请写数值。
file-empty = 还没有填任何数值。
file-difference = { $behalf }<b>请核对 { $period }</b>

    { $tables }

    { $questions ->
        [0] { $missing ->
            [0] 确认后提交审核人。
           *[other] 还缺 { $missing } 个单位，可补充，也可先报已有的。
        }
       *[other] { $questions } 处请核对：无误的说明原因，有误的改正，然后提交。
    }{ $evidence }
file-table = <b>{ $code } { $indicator }（{ $measure }）</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个单位，无异常
    }{ $missing ->
        [0] { "" }
       *[other] { "" }
        缺 { $missing } 个{ $track ->
            [town] 区镇
           *[agency] 单位
        }：{ $names }
    }{ $whole }{ $late ->
        [1] { "" }
        ⏰ 已过截止时间（{ $due }），将记为迟报；被考核单位不受影响。
       *[other] { "" }
    }
file-whole = { "" }
    { $lines }
file-difference-line = { $unit }　{ $last } → <b>{ $new }</b>　同比 { $growth }｜计划 { $plan }
file-difference-line-odd = ❗{ $unit }　{ $last } → <b>{ $new }</b>　同比 { $growth }｜计划 { $plan }
    { $questions }{ $reason }
file-reason-given = { "" }
    ↳ 说明：{ $reason }
file-explain = 💬 说明异常（{ $count }）
file-confirm = ✅ 确认报送
file-confirm-partial = ✅ 先报已有的（缺 { $count }）
file-mend = ✏️ 改一个数
file-more = ➕ 继续填其他
file-ask-reason = <b>{ $unit } { $indicator }：{ $value }{ $measure }</b>{ $left ->
        [1] { "" }
       *[other] （还有 { $left } 个待说明）
    }
    { $questions }

    如无误，点一个原因或直接写明；如有误，点“改”，或直接发送正确的数值。可发照片作佐证。
file-reason-checked = 已核对原始报表，数值无误
file-reason-revised = 上月数据修订
file-reason-project = 大项目集中入库（到账）
file-take-suggested = ✏️ 改为 { $value }
file-no-questions = 没有需要说明的数值了。
file-mend-which = 改哪一个？也可以直接发送“单位 数值”。
file-mend-one = { $unit }：{ $value }
file-receipt = ✅ <b>已提交审核：{ $period }</b>
    { $lines }

    提交时间 { $at }。审核通过后即计入排名，被考核单位同时收到自己的数。{ $left ->
        [0] 本月您的指标已全部报送。
       *[other] 还有 { $left } 项待填报。
    }
file-receipt-line = 回执 { $number }：{ $indicator }，{ $count } 个单位，{ $late ->
        [0] 按时（{ $due }截止）
       *[other] 迟报 { $late } 个工作日（{ $due }截止）
    }
file-next = ✍️ 继续填报
file-not-yours = 《{ $indicator }》由其他单位监测，您不能填报。
file-not-due = 《{ $indicator }》{ $period }不需要填报。
file-too-early = { $period }还没有结束，《{ $indicator }》从 { $since } 起可以填报。
file-wrong-units = 这张表里有《{ $indicator }》不考核的单位，没有提交。
file-other-month = ⚠️ 《{ $indicator }》的表是另一个月的，没有读入；现在填的是 { $period }。
file-returned-because = ↩️ 审核人退回：{ $reason }
    原来填的数都在下面，改好后直接确认。
file-reason-for-all = 其余 { $count } 个均已核对无误
file-other-open = 📅 改填 { $period }
file-month-busy = 桌上还有 { $period } 没报完的数；先提交或取消，再换月份。
file-all-locked = { $period }已锁定，{ $running }的指标从 { $since } 起可以填报。
    到时会提醒您；填报表现在就可以下载。{ $period }还要补报或更正的，请申请延期。
workbook-get-of = 📥 { $period }填报表
