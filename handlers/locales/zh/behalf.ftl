# 代报：市绩效办为未报单位填报。
help-file-for = 代报：替未报的监测单位填报，须另一人审核
errand-file-for = 代报
errand-object-behalf = 对代报提异议
menu-file-for = 📝 代报
behalf-for = <b>{ $period }代报：替哪个单位填报？</b>
    { $count ->
        [0] 本月各单位都已报送。
       *[other] 以下 { $count } 个单位有未报指标（🔴 已过期）。点一个，或发送单位名。
    }
behalf-unit = { $late ->
        [1] 🔴
       *[other] ⬜
    } { $unit }（{ $count }）
behalf-unit-unknown = “{ $text }”不是 { $period }有指标要报的单位，请从下面选择。
behalf-why = <b>为什么替 { $unit } 代报？</b>
    请点一个原因或直接写明。原因会随数据公开给该单位、审核人和被考核单位；该单位的报送记录仍记为未自行报送。
behalf-why-phone = 单位来电报数
behalf-why-paper = 单位书面报送
behalf-why-silent = 多次催报无回音，依据部门公开数据
behalf-why-empty = 请写明代报的原因。
behalf-heading = 📝 代报 { $unit }（{ $why }）
    { "" }
behalf-next = 📝 继续代报
behalf-label = { "" }
    📝 代报：{ $by }（市绩效办），{ $why }
behalf-figure-line = { $line }{ $mark }
behalf-told = 📝 <b>市绩效办代报了《{ $indicator }》（{ $period }）</b>
    { $unit }未自行报送，由 { $by } 代报：{ $why }
    冻结之前，可自行报送替换，也可提出异议。
behalf-review-asked = 🔍 <b>待审核（代报）：{ $unit } { $indicator }</b>
    { $period }，{ $by } 代报：{ $why }
behalf-file-own = ✍️ 自行报送
behalf-object = ✋ 有异议
behalf-replaced = ✍️ { $unit } 已自行报送《{ $indicator }》（{ $period }，{ $by }），替换您的代报。
behalf-objected = ✋ <b>{ $unit }对代报有异议：{ $indicator }</b>（{ $period }）
    { $by }：{ $said }
behalf-objection-line = ✋ 单位异议：{ $by }：{ $said }（{ $at }）
behalf-object-ask = <b>对代报的《{ $indicator }》（{ $period }）有什么异议？</b>{ $label }
    请写一句，或点一个。
behalf-object-figure = 数值与本单位掌握的不符
behalf-object-own = 本单位将自行报送
behalf-object-empty = 请写明异议。
behalf-object-done = ✅ 异议已记录：《{ $indicator }》，市绩效办和审核人已收到。
behalf-not-yours = 只有市绩效办可以代报。
behalf-other-unit = 《{ $indicator }》不由这个单位监测，不能一并代报。
behalf-filed-already = 《{ $indicator }》（{ $period }）单位已自行报送，不需要代报。
behalf-gone = 找不到这项代报，或不是为您的单位代报的。
behalf-over = 《{ $indicator }》的代报已被替换或退回，不再需要异议。
act-behalf-objected = 对代报提异议
