# The blank: a month as a workbook to fill in.
help-workbook = 下载预填好的填报表（Excel），填好发回
workbook-get = 📄 下载填报表
workbook-here = 📄 <b>{ $period }填报表</b>：{ $count } 项指标，{ $cells } 格{ $filed ->
        [0] 。
       *[other] （已报 { $filed } 项，可只填其余）。
    }
    填黄色一栏，保存后把文件发回这里，核对后点“确认报送”。
workbook-sheet = 填报
workbook-sheet-how = 填表说明
workbook-title = { $period }填报表：{ $monitors }
workbook-how = 填黄色的“本期数”一栏，保存后把整个文件发回聊天；其余各栏为参考，已锁定。
workbook-as-of = 生成于 { $at }。空着的格子按“未报”处理，不会记作 0。
workbook-head-number = 序号
workbook-head-code = 指标编号
workbook-head-indicator = 指标
workbook-head-measure = 计量单位
workbook-head-unit-code = 单位编号
workbook-head-unit = 被考核单位
workbook-head-target = 年度目标
workbook-head-base = 上年同期
workbook-head-last = 上次数
workbook-head-plan = 序时计划
workbook-head-filed = 本月已报
workbook-head-value = 本期数
workbook-head-new-base = 上年同期（有修订才填）
workbook-head-growth = 同比%（公布的增幅，可不填）
workbook-head-reason = 说明（数值异常时写明原因）
workbook-value-hint = 填数字，或选“无数据”“不适用”。没有的先空着。
workbook-no-data = 无数据
workbook-not-applicable = 不适用
workbook-rule-1 = 1. 在黄色的“本期数”一栏填写：累计指标填 1 月起的累计数，时点指标填期末数。
workbook-rule-2 = 2. 没有发生选“无数据”，不考核该单位选“不适用”，与上次相同写“不变”；0 就填 0。空着表示还没有报。
workbook-rule-3 = 3. 数值按“计量单位”一栏填写；也可以带单位，如“3.2亿元”“4,210万元”，会自动换算。百分数填 87.3 或 87.3%。
workbook-rule-4 = 4. 上年同期有修订的，填在右边一栏；否则用“上年同期”参考栏里的数。
workbook-rule-5 = 5. 数值与以往差别大时，请在“说明”栏写明原因，发回后就不再追问。
workbook-rule-6 = 6. 填好保存，把文件发到聊天里。机器人先给出新旧对照，您点“确认报送”后才提交审核；填了一部分也可以先报。
workbook-rule-7 = 7. 不要加宏、公式或外部链接，不要改编号；可以筛选，不报的行空着即可。
workbook-due = { $code } { $indicator }：{ $due }截止{ $standing ->
    [filed] ，已报，待审核
    [released] ，已审核
    [returned] ，被退回，请改后重报
   *[open] { "" }
}

# Sending it back.
workbook-reading = 📄 正在读取《{ $name }》…{ $of ->
    [0] { "" }
   *[other] { " " }已读 { $done } / { $of } 行
}
workbook-read = 📄 <b>《{ $name }》</b>：{ $lines } 行，读入 { $taken } 个数{ $asked ->
    [0] { "" }
   *[other] ，{ $asked } 个待您确认
}{ $bad ->
    [0] 。
   *[other] ；{ $bad } 处没有读入：
}
workbook-refused = 📄 <b>《{ $name }》没有读取</b>：{ $reason }
workbook-nothing-read = 表里没有填任何数。黄色的“本期数”一栏填好后再发。
workbook-fault = ⚠️ { $where }“{ $text }”：{ $reason }
workbook-more-faults = ⚠️ 另有 { $count } 处没有读入。
workbook-all-faults = ⚠️ 没读入的全部列出（{ $count }）
workbook-faults = <b>没有读入的各处</b>
    { $lines }
workbook-fraction = <b>{ $code } { $indicator }</b>：{ $count } 个数都不大于 1（{ $values }）。
    是用小数表示的百分数，还是本来就这么小？
workbook-hundred = 是小数：按 { $hundred }{ $measure } 读
workbook-plain = 就是 { $plain }{ $measure }
workbook-drop = 这一项先不读
workbook-settled = 没有需要确认的了。

# A file that may be figures or evidence, and a table that names no indicator.
workbook-kind = 《{ $name }》里读到 { $count } 个您负责的数。是要报送的数据，还是佐证材料？
workbook-is-figures = 📊 是报送数据
workbook-is-evidence = 📎 是佐证材料
workbook-which = <b>{ $sheet }这 { $count } 个数是哪一项指标？</b>
    表里没有写指标名称。首行：{ $example }

    已经读好，点一项即可，不用重发。
workbook-of-sheet = 工作表“{ $sheet }”：
workbook-none-of-these = ✖ 都不是，不读这张表
