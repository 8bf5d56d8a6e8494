# Restating a figure of a frozen month, and telling who was told the old one.
help-restate = 更正已冻结或已发布月份的一项数据（理由、文号，另一位成员批准）
help-restatements = 看重述办到了哪一步
errand-restate = 重述
errand-answer-restatement = 答复重述
button-restatement = 📝 查看重述
button-restatements = 📝 全部重述
office-restatements = 📝 重述
restate-new = ➕ 发起重述
restate-which = <b>重述：更正已冻结或已发布月份的一项数据</b>
    请写单位、指标和月份，例：<code>金港 K02 2013-09</code>
restate-which-incomplete = 单位、指标、月份三样都要写，例：“金港 K02 2013-09”。
restate-figure = <b>{ $unit } { $code } { $indicator }：{ $answer }</b>
    { $period }
restate-reason = { $figure }
    为什么要更正？请写明理由（最多 { $most } 字），监测单位会看到。
restate-document = { $figure }
    请写文号（最多 { $most } 字），例：张绩办〔2013〕12号
restate-confirm = { $figure }
    理由：{ $reason }
    文号：{ $document }

    提交后由监测单位报送新数、审核人审核，再由市绩效办另一位成员批准，批准后生效。
restate-open = 📤 发起重述
restate-opened = ✅ 重述{ $number }已发起，等 { $monitor } 报送新数。
restate-asked = 📝 <b>请更正：{ $unit } { $code } { $indicator }（{ $period }）</b>
    市绩效办依据 { $document } 要求重报这一项。
    理由：{ $reason }
restate-needs-words = 理由和文号都要写明。
restate-month-open = { $period }的 { $code } 没有冻结，请监测单位直接重新报送。
restate-under-way = 这一项已在重述中（重述{ $number }）。
restate-disputed = 这一项有未办结的异议{ $number }，请在异议中办理。
restate-gone = 找不到这件重述。
restate-moved-on = 重述{ $number }已有新进展，这个按钮不再有效，没有重复生效。
restate-second-person = 重述{ $number }是您提出的，已发布的月份须由市绩效办另一位成员批准。
restate-state = { $state ->
    [figure] 待监测单位报送新数
    [review] 新数待审核
    [document] 待市绩效办补文号
    [approval] 待市绩效办批准
    [done] 已批准并更正
    [declined] 未批准
   *[withdrawn] 已撤回
}
restate-card = 📝 <b>重述{ $number }　{ $unit } { $code } { $indicator }：{ $old } → { $new }</b>
    <b>{ $state }</b>{ $open ->
        [1] ，{ $due }前
       *[other] { "" }
    }
    { $period }　文号：{ $document }　异议：{ $disputed }
    理由：{ $reason }

    { $events }
restate-event = • { $at } { $kind ->
    [open] { $who } 发起
    [file] { $who } 报送新数
    [send_back] { $who } 退回
    [endorse] { $who } 审核同意
    [propose] { $who } 补文号
    [approve] { $who } 批准
    [decline] { $who } 不批准
   *[withdraw] { $who } 撤回
}{ $said }
restate-look = { $card }
    { $effect }
restate-moves = { "" }
    批准后 { $count } 个单位的名次或得分变动（满 0.1 分的）：
    { $lines }
restate-moves-nothing = 批准后没有单位的名次变动，得分变动都不到 0.1 分，不发更正。
restate-approve = ✅ 批准
restate-decline = ✖ 不批准
restate-propose = 📄 补文号并提交批准
restate-withdraw = 撤回重述
restate-words = { $card }

    { $deed ->
        [propose] 请写文号（最多 { $most } 字）。提交后由另一位成员批准。
       *[decline] 为什么不批准？请写明理由（最多 { $most } 字）。
    }
restate-approved = ✅ 重述{ $number }已生效：新数已计入，月份快照已存新版，收到旧数的人会收到更正。
restate-ended = 📝 重述{ $number } { $unit } { $code } { $indicator }（{ $period }）：{ $state }{ $said }
restate-reminder = ⏰ { $line }
    到期：{ $due }
restatements = <b>重述</b>
    { $lines }
restatements-none = 还没有重述。
restatements-line = • <b>{ $number }</b> { $unit } { $code }（{ $period }）：{ $state }
todo-restatement = 📝 重述{ $number } { $unit } { $code }（{ $period }）：{ $state }
review-endorsed = ✅ 已同意 { $count } 项更正。所在月份已冻结，报市绩效办批准后生效。
restated = 🔁 <b>更正：{ $unit } { $code } { $indicator } { $old } → { $new }</b>
    { $of }的数据，文号 { $document }。{ $period }的结果随之变动：
    { $lines }
    此前发送的 { $period }结果以此为准。
restated-elsewhere = 🔁 <b>更正：{ $period }的结果有变动</b>
    因一项数据更正（文号 { $document }）：
    { $lines }
    此前发送的 { $period }结果以此为准。
restated-line = • { $unit }：{ $moved ->
        [1] 第 { $place } → { $place_after } 位，
       *[other] 第 { $place_after } 位，
    }{ $score } → { $score_after } 分
restated-card = 🔁 更正后的卡片：{ $unit }，{ $period }
restated-chart = 🔁 更正后的排名图：{ $category }，{ $period }
restated-workbook = 🔁 更正后的月度报表：{ $scheme }，{ $period }。此前收到的表以此为准。
restated-mark = 🔁 已更正，见后面的更正
    { $then }
act-restatement-opened = 发起重述
act-restatement-file = 报送重述的新数
act-restatement-send-back = 退回重述的新数
act-restatement-endorse = 同意更正，报批
act-restatement-propose = 补重述文号
act-restatement-approve = 批准重述
act-restatement-decline = 不批准重述
act-restatement-withdraw = 撤回重述
